"""Which way a language is written, and its own digits.

    is_right_to_left("ar-EG")  ->  True          numeral(12, "fa")  ->  "۱۲"

Facts are the CLDR's (https://cldr.unicode.org, version 45): orientation, and default numbering systems.
"""

from __future__ import annotations

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})

_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_DIGITS = {"ar": _ARABIC, "ckb": _ARABIC, "fa": _PERSIAN, "ps": _PERSIAN}
_WESTERN = frozenset({"AE", "DZ", "EH", "LY", "MA", "TN"})
"""Regions that write Arabic with the digits 0 to 9."""


def is_right_to_left(language: str) -> bool:
    """Say whether a language tag (BCP 47) is written from right to left."""
    parts = language.replace("_", "-").split("-")
    script = next((part.title() for part in parts[1:] if len(part) == 4), None)
    if script is not None:
        return script in _RIGHT_TO_LEFT_SCRIPTS
    return parts[0].lower() in _RIGHT_TO_LEFT


def numeral(number: int, language: str) -> str:
    """Return a number in the digits that readers of a language count with."""
    own, *rest = language.replace("_", "-").split("-")
    digits = None if _WESTERN & {part.upper() for part in rest} else _DIGITS.get(own.lower())
    return str(number).translate(digits) if digits else str(number)
