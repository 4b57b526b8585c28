"""Typed characters to typographic ones, by language: quotation marks, apostrophes, dashes, ellipses.

``"Don't" -- he said...`` -> ``“Don’t” — he said…`` in English, ``„Don’t“ – he said…`` in German.
Conventions follow the CLDR's quotation marks (https://cldr.unicode.org) and national usage.
"""

from __future__ import annotations

import re
from functools import lru_cache

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"

_QUOTES = {
    "en": "“”‘’",
    "de": "„“‚‘",
    "cs": "„“‚‘",
    "sk": "„“‚‘",
    "sl": "„“‚‘",
    "is": "„“‚‘",
    "et": "„“‚‘",
    "lt": "„“‚‘",
    "lv": "„“‚‘",
    "pl": "„”«»",
    "ro": "„”«»",
    "hu": "„”»«",
    "hr": "„”‘’",
    "sv": "””’’",
    "fi": "””’’",
    "da": "”“’‘",
    "nb": "«»‘’",
    "nn": "«»‘’",
    "no": "«»‘’",
    "fr": "«»‹›",
    "es": "«»“”",
    "it": "«»“”",
    "pt-PT": "«»“”",
    "ca": "«»“”",
    "nl": "“”‘’",
}
_SPACED_EN_DASH = {
    "de",
    "pl",
    "cs",
    "sk",
    "sv",
    "da",
    "nb",
    "nn",
    "no",
    "fi",
    "nl",
    "fr",
    "it",
    "en-GB",
}
_UNIT = r"(\d) (%|‰|°C|°F|km\b|kg\b|cm\b|mm\b|ml\b|min\b|h\b)"
_ELISION = r"(?:n|em|til|tis|twas|cause|bout)\b"
_OPENS_AFTER = frozenset(" \t\n([{-–—/«“„‘‚\u00a0\u202f")


def quotation_marks(language: str) -> str:
    """Return the outer opening, outer closing, inner opening and inner closing mark."""
    return _QUOTES.get(language) or _QUOTES.get(language.split("-")[0], _QUOTES["en"])


@lru_cache(maxsize=4096)
def typographic(text: str, language: str) -> str:
    """Return the text with its typed quotes, dashes, dots and spaces set as the language does."""
    text = text.replace("...", "…")
    if "-" in text or "–" in text or "—" in text:
        text = _dashes(text, language)
    if '"' in text or "'" in text:
        text = _curl(text, quotation_marks(language))
    if any(char in text for char in "0123456789"):
        text = re.sub(_UNIT, rf"\1{NO_BREAK_SPACE}\2", text)
    return _french_spaces(text) if language.split("-")[0] == "fr" else text


def _dashes(text: str, language: str) -> str:
    spaced = language in _SPACED_EN_DASH or language.split("-")[0] in _SPACED_EN_DASH
    dash = f"{NO_BREAK_SPACE}– " if spaced else f"{NO_BREAK_SPACE}— "
    text = re.sub(r" (?:--|–|—) ", dash, text)
    text = re.sub(r"(?<=\d)--(?=\d)", "–", text)
    return text.replace("---", "—").replace("--", "–" if spaced else "—")


def _curl(text: str, marks: str) -> str:
    """Return the text with straight quotation marks and apostrophes turned by what stands around."""
    out: list[str] = []
    for at, char in enumerate(text):
        if char not in "\"'":
            out.append(char)
            continue
        before = next((mark for mark in reversed(out) if mark not in "*="), " ")
        opens = before in _OPENS_AFTER
        if char == "'" and not (opens and _closes_later(text, at)):
            out.append("’")
        elif char == '"' and not opens:
            out.append(marks[1])
        else:
            out.append(marks[0] if char == '"' else marks[2])
    return _close_inner("".join(out), marks)


def _closes_later(text: str, at: int) -> bool:
    """Say whether a single quote that could open finds a closing one: ’90s, ’tis and ’n’ do not."""
    rest = text[at + 1 :]
    if re.match(_ELISION, rest, re.IGNORECASE):
        return False
    return bool(re.match(r"[^\W\d]", rest)) and bool(re.search(r"[\w.!?,]'(?!\w)", rest))


def _close_inner(text: str, marks: str) -> str:
    """Return the text with the apostrophe that ends an inner quotation made its closing mark."""
    if marks[3] == "’" or marks[2] not in text:
        return text
    return re.sub(
        rf"({re.escape(marks[2])}[^{re.escape(marks[2])}]*?[\w.!?,])’(?!\w)", rf"\1{marks[3]}", text
    )


def _french_spaces(text: str) -> str:
    text = re.sub(r"[ \u00a0\u202f]*([?!;]+)(?=\s|$|[»”)])", rf"{NARROW_NO_BREAK_SPACE}\1", text)
    text = re.sub(r"(?<=\w)[ \u00a0\u202f]*:(?=\s|$)", f"{NO_BREAK_SPACE}:", text)
    text = re.sub(r"«[ \u00a0\u202f]*", f"«{NARROW_NO_BREAK_SPACE}", text)
    return re.sub(r"[ \u00a0\u202f]*»", f"{NARROW_NO_BREAK_SPACE}»", text)
