"""How many words a text has, in any script.

    word_count("Name the *need*")  ->  3          word_count("休むことは甘えではありません")  ->  7

Scripts without spaces are counted by what their words take on the average: two characters in
Chinese, Japanese and Korean Han, four clusters' worth of characters in Thai, Lao and Khmer.
"""

from __future__ import annotations

import re

from swipewell.text.markup import plain
from swipewell.text.properties import script

_PER_WORD = {"Hani": 2, "Hira": 2, "Kana": 2, "Bopo": 2, "Thai": 4, "Laoo": 4, "Khmr": 4}
_WORD = re.compile(r"\w[\w\u0300-\u036f'’-]*")


def word_count(text: str) -> int:
    """Return how many words a marked-up text has; signs alone are none."""
    shown = plain(text)
    if shown.isascii():
        return len(_WORD.findall(shown))
    return sum(_words_in(chunk) for chunk in shown.split())


def _words_in(chunk: str) -> int:
    """Return how many words a stretch without spaces has."""
    shares = [1 / _PER_WORD[own] for own in map(script, chunk) if own in _PER_WORD]
    spaced = any(char.isalnum() and script(char) not in _PER_WORD for char in chunk)
    return max(round(sum(shares)), bool(shares)) + spaced
