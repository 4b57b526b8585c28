"""How far apart lines must stand at least, by what is written in them.

    least_leading("Name the need", loose=True)  ->  0.0       least_leading("नाम दो", loose=True)  ->  1.5

A theme's leading is drawn for Latin letters. Arabic, Devanagari and Thai reach further above and
below their line, with marks upon marks, and Han characters fill their square: set as tight as Latin
titles they touch. The figures are those at which the bundled faces keep a clear gap between a line's
lowest and the next one's highest ink; Han and kana are set looser in running text, as JLREQ advises
(https://www.w3.org/TR/jlreq/, 2.4.2: a half to a whole character between lines; less on a slide,
whose lines are short).
"""

from __future__ import annotations

from functools import lru_cache

from swipewell.text.properties import script

_HAN = (1.3, 1.56)
_LEAST = {
    "Arab": (1.4, 1.5),
    "Hebr": (1.16, 1.4),
    "Deva": (1.4, 1.5),
    "Thai": (1.44, 1.5),
    "Hani": _HAN,
    "Hira": _HAN,
    "Kana": _HAN,
    "Bopo": _HAN,
    "Hang": (1.26, 1.5),
}
_STACKED = (1.24, 1.4)  # two marks upon a letter, as in Vietnamese
_STACKED_CAPITAL = (1.4, 1.44)


@lru_cache(maxsize=2048)
def least_leading(text: str, loose: bool) -> float:
    """Return the least leading of a text, in em; ``loose`` for running text, else as for a title."""
    if text.isascii():
        return 0.0
    rare = {char for char in text if char > "\u036f"}  # beyond plain Latin
    found = [_LEAST.get(script(char), (0.0, 0.0)) for char in rare]
    for char in rare:
        if "\u1ea4" <= char <= "\u1ed9":
            found.append(_STACKED_CAPITAL if char.isupper() else _STACKED)
    return max((pair[loose] for pair in found), default=0.0)
