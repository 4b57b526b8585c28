"""What stands between texts that are read one after the other, by language, so that a voice pauses.

    ended("Pause first", "en") -> "Pause first."      ended("まず休む", "ja") -> "まず休む。"
    labelled("Essayez", "une pause", "fr") -> "Essayez : une pause"

Only signs are added, never words. Full stops and commas follow the CLDR's exemplar punctuation
(https://cldr.unicode.org); a text in Latin letters ends in a full stop whatever its post is in.
"""

from __future__ import annotations

from collections.abc import Iterable

from swipewell.text.languages import primary

_PAUSES = frozenset(
    ".,!?…:;”’»“‹›" + "、，،" + "。！？：；」』" + "؟؛۔" + "।॥" + "։" + "።፧" + "။" + "។"
)
"""Signs after which a voice pauses by itself; a closing quotation mark mostly follows one."""

_WIDE = frozenset("。、，！？：；」』（）")
"""Signs that bring their own space along."""

_STOPS = {
    **dict.fromkeys(("zh", "ja", "yue"), "。"),
    **dict.fromkeys(("hi", "bn", "ne", "pa", "or", "as", "sa"), "।"),
    "ur": "۔",
    "hy": "։",
    "am": "።",
    "ti": "።",
    "my": "။",
    "km": "។",
    **dict.fromkeys(("th", "lo"), ""),
}
_COMMAS = {
    "zh": "，",
    "yue": "，",
    "ja": "、",
    "am": "፣ ",
    "ti": "፣ ",
    "my": "၊ ",
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "ug", "sd"), "، "),
    **dict.fromkeys(("th", "lo"), " "),
}
_COLONS = dict.fromkeys(("zh", "ja", "yue"), "：")
_FRENCH_COLON = "\u00a0: "

_UNSEEN = "\u2066\u2067\u2068\u2069\u200e\u200f"
"""Isolates and marks that set apart what runs the other way (UAX #9)."""

_LAST_LATIN = "\u024f"


def ended(line: str, language: str) -> str:
    """Return a line that ends so that a voice pauses: with a stop of its own, or one added."""
    if not line or _last(line) in _PAUSES:
        return line
    return line + _own(_STOPS, line, language, ".")


def labelled(label: str, text: str, language: str) -> str:
    """Return a text behind the label that introduces it; a question needs no colon."""
    if not label or not text:
        return label or text
    if _last(label) in _PAUSES:
        return in_a_row((label, text))
    latin = _FRENCH_COLON if primary(language) == "fr" else ": "
    return label + _own(_COLONS, label, language, latin) + text


def listed(parts: Iterable[str], language: str) -> str:
    """Return the parts that say something with commas between them."""
    out = ""
    for part in filter(None, parts):
        out += (_own(_COMMAS, out, language, ", ") if out else "") + part
    return out


def in_a_row(parts: Iterable[str]) -> str:
    """Return sentences one after the other, with a space where their signs bring none along."""
    out = ""
    for part in filter(None, parts):
        out += (" " if out and _last(out) not in _WIDE else "") + part
    return out


def _last(text: str) -> str:
    """Return the last sign of a text that is seen."""
    return text.rstrip(_UNSEEN)[-1:]


def _own(table: dict[str, str], text: str, language: str, otherwise: str) -> str:
    """Return a language's own sign for a text, the Latin one where all its letters are Latin."""
    if all(char <= _LAST_LATIN or not char.isalpha() for char in text):
        return otherwise
    return table.get(primary(language), otherwise)
