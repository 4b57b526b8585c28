"""Where a long word may be divided, by its language's patterns; at grapheme clusters where it has none.

Patterns are Liang's ('Word Hy-phen-a-tion by Com-put-er', Stanford 1983), by way of pyphen. They are
loaded only when a word does not fit its line.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from swipewell.text.properties import graphemes

_SHORTEST = 3
"""How many letters stay together at either end of a divided word."""


def divisions(word: str, language: str) -> tuple[list[str], str]:
    """Return a word in the parts between which it may be divided, and what a line then ends in.

    That is a hyphen where the language's patterns divide, and nothing where only graphemes do.
    """
    core, tail = _core(word)
    patterns = _patterns(language)
    cuts = (
        [i for i in patterns.positions(core) if _SHORTEST <= i <= len(core) - _SHORTEST]
        if patterns
        else []
    )
    if not cuts:
        return graphemes(word), ""
    ends = [*cuts, len(core)]
    parts = [core[a:b] for a, b in zip([0, *cuts], ends, strict=True)]
    return [*parts[:-1], parts[-1] + tail], "-"


def _core(word: str) -> tuple[str, str]:
    """Return a word and the punctuation behind it."""
    end = len(word)
    while end and unicodedata.category(word[end - 1])[0] in "PS":
        end -= 1
    return word[:end], word[end:]


@lru_cache(maxsize=16)
def _patterns(language: str) -> Any:
    """Return a language's patterns, None where there are none."""
    import pyphen  # its dictionaries are large, and rarely needed

    name = _dictionary(language.replace("-", "_"), frozenset(pyphen.LANGUAGES))
    return pyphen.Pyphen(lang=name) if name else None


def _dictionary(tag: str, known: frozenset[str]) -> str | None:
    """Return the name of a language's dictionary, the same on every machine.

    A language without a region takes its home country's: pyphen would take whichever file its
    folder lists last.
    """
    base = tag.split("_")[0]
    home = {"en": "en_US"}.get(base, f"{base}_{base.upper()}")
    regions = sorted(name for name in known if name.startswith(f"{base}_"))
    return next(
        (name for name in (tag, home, *regions, base) if "_" in name and name in known), None
    ) or (base if base in known else None)
