"""The properties of everyday characters, so that Latin text needs no tables of all Unicode.

Latin letters (Vietnamese too), typographic punctuation and a few signs: their Line_Break class
(resolved by LB1) and Script, and the General_Category of quotation marks. Taken from the data of
the `regex` package, whose import alone costs as much as typesetting a carousel; a test holds every
entry against it. None of these characters is East Asian, unassigned, or an emoji by itself.
"""

LINE_BREAK = {
    "AL": (
        "23 26 2A 3C-3E 40-5A 5E-7A 7E A6-AA AC AE-AF B2-B3 B5-B6 B8-BA BC-BE C0-24F 1E80-1E85 "
        "1E9E 1EA0-1EF9 2020-2022 2122 2192"
    ),
    "QU": "22 27 AB BB 2018-2019 201C-201D 2039-203A",
    "NU": "30-39",
    "PR": "24 2B 5C A3-A5 B1 20AC 2212",
    "OP": "28 5B 7B A1 BF 201A 201E",
    "PO": "25 A2 B0 2030 2032-2033",
    "IS": "2C 2E 3A-3B",
    "BA": "7C 2012-2013",
    "GL": "A0 2011 202F",
    "EX": "21 3F",
    "CP": "29 5D",
    "HH": "AD 2010",
    "LF": "A",
    "SP": "20",
    "HY": "2D",
    "SY": "2F",
    "CL": "7D",
    "BB": "B4",
    "B2": "2014",
    "IN": "2026",
    "BK": "2028",
}

SCRIPT = {
    "Latn": "41-5A 61-7A AA BA C0-D6 D8-F6 F8-24F 1E80-1E85 1E9E 1EA0-1EF9",
    "Zyyy": (
        "A 20-40 5B-60 7B-7E A0-A9 AB-B6 B8-B9 BB-BF D7 F7 2010-2014 2018-201A 201C-201E "
        "2020-2022 2026 2028 202F-2030 2032-2033 2039-203A 20AC 2122 2192 2212"
    ),
}

GENERAL_CATEGORY = {
    "Pi": "AB 2018 201C 2039",
    "Pf": "BB 2019 201D 203A",
    "Po": "22 27",
}


def expanded(table: dict[str, str]) -> dict[str, str]:
    """Return a table of ranges by value as the value of each character."""
    out: dict[str, str] = {}
    for value, ranges in table.items():
        for part in ranges.split():
            first, _, last = part.partition("-")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                out[chr(code)] = value
    return out
