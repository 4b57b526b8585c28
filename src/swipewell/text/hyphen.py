"""Where a long word may be divided, by its language's patterns; at grapheme clusters where it has none.

Patterns are Liang's ('Word Hy-phen-a-tion by Com-put-er', Stanford 1983), by way of pyphen. They are
loaded only when a word does not fit its line.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import lru_cache
from typing import Any

from swipewell.text.languages import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, lineage
from swipewell.text.properties import graphemes, script

_SHORTEST = 3
"""How many letters stay together at either end of a divided word."""

_SOFT_HYPHEN = "\u00ad"
_HARD_SPACE = f"[{NO_BREAK_SPACE}{NARROW_NO_BREAK_SPACE}]"
_UNDIVIDED = frozenset(
    [
        "Arab",
        "Hebr",
        "Syrc",
        "Thaa",
        "Hani",
        "Hira",
        "Kana",
        "Bopo",
        "Hang",
        "Thai",
        "Laoo",
        "Khmr",
        "Mymr",
    ]
)
"""Scripts in which no hyphen is written where a word is divided."""

# A language whose patterns are another's, and one whose home is not named as itself.
_PATTERNS_OF = {"bs": "hr", "en": "en-US", "pt": "pt-BR", "de-LI": "de-CH", "sr-Cyrl": "sr"}
_PATTERNS_OF |= {f"en-{region}": "en-GB" for region in ("AU", "IE", "IN", "NZ", "ZA")}
_PATTERNS_OF |= {f"pt-{region}": "pt-PT" for region in ("AO", "CV", "GW", "MO", "MZ", "ST", "TL")}


def divisions(word: str, language: str) -> tuple[list[str], str]:
    """Return a word in the parts between which it may be divided, and what a line then ends in.

    That is a hyphen where the author's soft hyphens divide, which come first, or the language's
    patterns; and nothing where no-break spaces had to part, or graphemes.
    """
    cuts = _soft(word) or _cuts(word, language)
    if cuts:
        return _parts(word, cuts), "-"
    held = [match.end() for match in re.finditer(_HARD_SPACE, word) if match.end() < len(word)]
    return (_parts(word, held) if held else graphemes(word)), ""


def _parts(word: str, cuts: list[int]) -> list[str]:
    return [word[a:b] for a, b in itertools.pairwise([0, *cuts, len(word)])]


def _soft(word: str) -> list[int]:
    """Return where the author has put soft hyphens between letters."""
    found = (at for at, char in enumerate(word) if char == _SOFT_HYPHEN)
    return [at + 1 for at in found if word[:at].strip(_SOFT_HYPHEN) and _core(word[at + 1 :])]


def _cuts(text: str, language: str) -> list[int]:
    """Return where patterns divide a word, or words that no-break spaces hold together."""
    cuts: list[int] = []
    start = 0
    for word in re.split(_HARD_SPACE, text):
        cuts.extend(start + at for at in _cuts_of_one(_core(word), language))
        start += len(word) + 1
    return cuts


def _cuts_of_one(word: str, language: str) -> list[int]:
    """Return where the language's patterns divide a word that has no punctuation behind it."""
    if not any(char.isalpha() for char in word) or any(script(c) in _UNDIVIDED for c in word):
        return []
    if lineage(language)[-1] == "sr" and script(word[0]) == "Latn":
        language = "sr-Latn"  # Serbian is written in both
    patterns = _patterns(language)
    if patterns is None:
        return []
    ends = set(itertools.accumulate(map(len, graphemes(word))))
    return [
        i for i in patterns.positions(word) if _SHORTEST <= i <= len(word) - _SHORTEST and i in ends
    ]


def _core(word: str) -> str:
    """Return a word without the punctuation behind it."""
    end = len(word)
    while end and unicodedata.category(word[end - 1])[0] in "PS":
        end -= 1
    return word[:end]


@lru_cache(maxsize=16)
def _patterns(language: str) -> Any:
    """Return a language's patterns, None where there are none."""
    import pyphen  # its dictionaries are large, and rarely needed

    name = _dictionary(language, frozenset(pyphen.LANGUAGES))
    return pyphen.Pyphen(lang=name) if name else None


def _dictionary(tag: str, known: frozenset[str]) -> str | None:
    """Return the name of a language's dictionary, the same on every machine.

    A language without a region takes its home country's, or the first there is: pyphen would take
    whichever file its folder lists last.
    """
    for name in lineage(tag):
        name = _PATTERNS_OF.get(name, name)
        home = f"{name}_{name.upper()}"
        regions = sorted(
            one for one in known if one.startswith(f"{name}_") and one[len(name) + 1 :].isupper()
        )
        for candidate in (home, *regions, name.replace("-", "_")):
            if candidate in known:
                return candidate
    return None
