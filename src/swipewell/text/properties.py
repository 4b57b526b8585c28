"""What Unicode says of a character: one character in, the short name of its class out.

    line_break("(")  -> "OP"          script("ж")  -> "Cyrl"
    east_asian("ｱ")  -> True          graphemes("é👩‍👧!")  -> ["é", "👩‍👧", "!"]
    bidi_class("ש")  -> "R"

The facts come from the tables inside the `regex` package, which follow the newest Unicode (the
`unicodedata` of Python 3.11 stopped at 14.0). Unicode 17 is the oldest that serves: before it,
the line break class HH is unknown and its pattern does not compile.

A property is asked by one pattern with a named group for every value; the name of the group that
matched is the answer. Patterns are compiled when first needed, and answers are remembered. What
is remembered at module level are pure memos of immutable facts, so that threads and callers
cannot disturb each other through them.
"""

from collections.abc import Callable, Set
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from swipewell.text import everyday

if TYPE_CHECKING:
    import regex

_Answer = TypeVar("_Answer", str, bool)

# The values of a property, in tiers: the first holds what everyday text is made of, and a later
# one is compiled only when a character is in none before it. A pattern takes about 60 µs of
# compiling for each value, so the rare ones would slow every start.
_LINE_BREAK = (
    "AL SP NU BA HH HY IS EX QU OP CL CP PO PR SY GL B2 LF",
    "CM ID CJ NS AI SA EB EM ZWJ RI HL IN WJ ZW BK CR NL BB CB H2 H3 JL JV JT AK AP AS VF VI SG",
)
_SCRIPT = (
    "Latn Zyyy Zinh",
    # Table 5 of UAX #31: the scripts in everyday use.
    "Arab Armn Beng Bopo Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hebr Hira Kana "
    "Khmr Knda Laoo Mlym Mymr Orya Sinh Taml Telu Thaa Thai Tibt",
    "Adlm Aghb Ahom Armi Avst Bali Bamu Bass Batk Berf Bhks Brah Brai Bugi Buhd "
    "Cakm Cans Cari Cham Cher Chrs Copt Cpmn Cprt Diak Dogr Dsrt Dupl Egyp Elba Elym "
    "Gara Glag Gong Gonm Goth Gran Gukh Hano Hatr Hluw Hmng Hmnp Hung Ital Java "
    "Kali Kawi Khar Khoj Kits Krai Kthi Lana Lepc Limb Lina Linb Lisu Lyci Lydi "
    "Mahj Maka Mand Mani Marc Medf Mend Merc Mero Modi Mong Mroo Mtei Mult "
    "Nagm Nand Narb Nbat Newa Nkoo Nshu Ogam Olck Onao Orkh Osge Osma Ougr "
    "Palm Pauc Perm Phag Phli Phlp Phnx Plrd Prti Rjng Rohg Runr "
    "Samr Sarb Saur Sgnw Shaw Shrd Sidd Sidt Sind Sogd Sogo Sora Soyo Sund Sunu Sylo Syrc "
    "Tagb Takr Tale Talu Tang Tavt Tayo Tfng Tglg Tirh Tnsa Todr Tols Toto Tutg "
    "Ugar Vaii Vith Wara Wcho Xpeo Xsux Yezi Yiii Zanb",
)
_GENERAL_CATEGORY = (
    # Those that line breaking asks for.
    "Pi Pf Po Mn Mc Cn",
    "Lu Ll Lt Lm Lo Me Nd Nl No Pc Pd Ps Pe Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co",
)
_EAST_ASIAN_WIDTH = ("F W H",)
_BIDI_CLASS = (
    "L R AL NSM EN AN CS ES ET WS ON BN",
    "B S LRI RLI FSI PDI LRE RLE LRO RLO PDF",
)

# The Bidi_Class of characters not assigned yet, by where they are; elsewhere it is L. From the
# head of DerivedBidiClass.txt. `regex` says R of all of them (and of surrogates, which are L),
# and is right only of those that are BN.
_UNASSIGNED_BIDI_CLASS = {
    "R": (
        "590-5FF 7C0-85F FB1D-FB4F 10800-10CFF 10D40-10EBF 10F00-10F2F 10F70-10FFF 1E800-1EC6F "
        "1ECC0-1ECFF 1ED50-1EDFF 1EF00-1EFFF"
    ),
    "AL": (
        "600-7BF 860-8FF FB50-FDCF FDF0-FDFF FE70-FEFF 10D00-10D3F 10EC0-10EFF 10F30-10F6F "
        "1EC70-1ECBF 1ED00-1ED4F 1EE00-1EEFF"
    ),
    "ET": "20A0-20CF",
}

# LB1: classes that UAX #14 leaves to the implementation, as it resolves them by default.
_RESOLVED = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"}


def _remembered(ask: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """Return `ask` with a memory, and with the type it had: `cache` alone would take anything."""
    return cache(ask)


@cache
def _pattern(source: str) -> "regex.Pattern[str]":
    import regex  # everyday Latin text never comes here

    return regex.compile(source)


@cache
def _one_of(name: str, values: str) -> "regex.Pattern[str]":
    """Return the pattern that matches a character whose property `name` is one of `values`."""
    import regex  # everyday Latin text never comes here

    return regex.compile("|".join(rf"(?P<{v}>\p{{{name}={v}}})" for v in values.split()))


def _value(ch: str, name: str, tiers: tuple[str, ...], otherwise: str) -> str:
    """Return the value of the property `name` of `ch`; `otherwise` where no tier holds it."""
    known = _everyday(name).get(ch)
    if known is not None:
        return known
    for values in tiers:
        found = _one_of(name, values).match(ch)
        if found and found.lastgroup:
            return found.lastgroup
    return otherwise


@cache
def _everyday(name: str) -> dict[str, str]:
    """Return what is known of a property without asking `regex`, by character."""
    tables = {
        "Line_Break": everyday.LINE_BREAK,
        "Script": everyday.SCRIPT,
        "General_Category": everyday.GENERAL_CATEGORY,
    }
    return everyday.expanded(tables.get(name, {}))


def everyday_characters() -> Set[str]:
    """Return the characters whose properties are known without asking `regex`."""
    return _everyday("Line_Break").keys()


def _is_everyday(ch: str) -> bool:
    return ch in _everyday("Line_Break")


@_remembered
def line_break(ch: str) -> str:
    """Return the Line_Break class of a character, resolved by rule LB1 of UAX #14.

    So AI, SG, XX, CJ and SA are never returned: they become AL, NS or (marks of SA) CM.
    """
    found = _value(ch, "Line_Break", _LINE_BREAK, otherwise="XX")
    if found == "SA":
        return "CM" if general_category(ch) in ("Mn", "Mc") else "AL"
    return _RESOLVED.get(found, found)


@_remembered
def script(ch: str) -> str:
    """Return the script of a character as an ISO 15924 code, which is how HarfBuzz takes it.

    Shared characters are "Zyyy", marks that take on their base's script "Zinh", and what has no
    script (or one that is younger than Unicode 17) "Zzzz".
    """
    return _value(ch, "Script", _SCRIPT, otherwise="Zzzz")


@_remembered
def general_category(ch: str) -> str:
    """Return the General_Category of a character: "Lu", "Pi", "Cn" (unassigned) ..."""
    return _value(ch, "General_Category", _GENERAL_CATEGORY, otherwise="Cn")


@_remembered
def bidi_class(ch: str) -> str:
    """Return the Bidi_Class of a character, as UAX #9 calls it: "L", "R", "AL", "EN", "NSM" ..."""
    found = _value(ch, "Bidi_Class", _BIDI_CLASS, otherwise="L")
    if found == "R" and _pattern(r"[\p{Cn}\p{Cs}]").match(ch):
        return _unassigned_bidi_classes().get(ch, "L")
    return found


@cache
def _unassigned_bidi_classes() -> dict[str, str]:
    return everyday.expanded(_UNASSIGNED_BIDI_CLASS)


@_remembered
def _east_asian_width(ch: str) -> str:
    return _value(ch, "East_Asian_Width", _EAST_ASIAN_WIDTH, otherwise="N")


@_remembered
def east_asian_wide(ch: str) -> bool:
    """Say whether a character takes a full em in East Asian text (Fullwidth or Wide)."""
    return not _is_everyday(ch) and _east_asian_width(ch) in ("F", "W")


@_remembered
def east_asian(ch: str) -> bool:
    """Say whether UAX #14 counts a character as East Asian: Fullwidth, Wide or Halfwidth."""
    return not _is_everyday(ch) and _east_asian_width(ch) in ("F", "W", "H")


@_remembered
def is_emoji_presentation(ch: str) -> bool:
    """Say whether a character is an emoji by itself, with no variation selector: "😀", not "☀"."""
    return not _is_everyday(ch) and _pattern(r"\p{Emoji_Presentation}").match(ch) is not None


@_remembered
def is_extended_pictographic(ch: str) -> bool:
    """Say whether a character is a pictograph, or a place that Unicode keeps for a future one."""
    return _pattern(r"\p{Extended_Pictographic}").match(ch) is not None


@_remembered
def is_unassigned_pictograph(ch: str) -> bool:
    """Say whether a character is a place that Unicode keeps for a future pictograph."""
    return not _is_everyday(ch) and is_extended_pictographic(ch) and general_category(ch) == "Cn"


def graphemes(text: str) -> list[str]:
    """Return the text cut into grapheme clusters (UAX #29): what readers take for one character."""
    clusters: list[str] = _pattern(r"\X").findall(text)
    return clusters
