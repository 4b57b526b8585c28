"""Words of a set text to the places where they stand, for ornaments to mark or to ring.

Block('Name the ==need,==') -> [Rect from the left of 'need,' to its right, down to its baseline].
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from swipewell.geometry import Rect
from swipewell.text.paragraph import Word
from swipewell.text.typeset import Row, SetText

_GAP = 0.4
"""Stretches closer than this, in em, are one."""


_LETTERS = 4
"""With fewer letters a word is a particle, and no key."""


class Standing(Protocol):
    """A set text with its place."""

    @property
    def text(self) -> SetText:
        """Return the text."""

    def row_left(self, width: float) -> float:
        """Return the left edge of a row so wide."""

    def baseline(self, row: Row) -> float:
        """Return the y of a row's baseline."""


def highlighted(text: str) -> str:
    """Return a text whose emphasis is written as highlights."""
    return re.sub(r"(?<![*\\])\*(?=[^\s*])([^*]*)(?<=\S)\*(?!\*)", r"==\1==", text)


def unmarked(text: SetText) -> SetText:
    """Return a set text that paints no highlights of its own."""
    if all(word.mark is None for row in text.rows for word in row.words):
        return text
    rows = (
        row._replace(words=tuple(word._replace(mark=None) for word in row.words))
        for row in text.rows
    )
    return text._replace(rows=tuple(rows))


def picked(block: Standing, words: str, hangs: bool) -> list[Rect]:
    """Return where picked words stand, one place a stretch, each as high as the type's size.

    ``hangs`` says whether opening quotation marks stand outside of where lines begin.
    """
    if words == "letters":
        return [place for row in block.text.rows for place in _letters(block, row, hangs)]
    found: list[Rect] = []
    for row in block.text.rows:
        begin = block.row_left(row.width) - (row.hang if hangs else 0.0)
        foot, size = block.baseline(row), block.text.size
        for a, b in _stretches(row, words):
            found.append(Rect(begin + a * size, foot - size, begin + b * size, foot))
    if words != "key":
        return found
    return found[:1] or [_last_word(block, hangs)]


def _letters(block: Standing, row: Row, hangs: bool) -> list[Rect]:
    """Return where the ink of a row's letters lies, each by itself, from left to right.

    A row from right to left is mirrored, as whatever is laid out for a deck that runs that way.
    """
    begin = block.row_left(row.width) - (row.hang if hangs and not row.base else 0.0)
    foot, size = block.baseline(row), block.text.size
    found: list[Rect] = []
    for piece, at, _ in row.standing():
        for glyph, dx, dy in piece.glyphs:
            left, top, right, bottom = piece.face.ink(glyph)
            if right > left:
                x, y = begin + (at + dx) * size, foot + dy * size
                found.append(
                    Rect(x + left * size, y + top * size, x + right * size, y + bottom * size)
                )
    return [_mirrored(ink, 2 * begin + row.width) for ink in found[::-1]] if row.base else found


def _mirrored(rect: Rect, ends: float) -> Rect:
    """Return a rectangle as a mirror half-way between two x shows it; ``ends`` is their sum."""
    return rect._replace(left=ends - rect.right, right=ends - rect.left)


def _stretches(row: Row, words: str) -> list[tuple[float, float]]:
    """Return from where to where picked stretches of a row run, in em from where it begins."""
    out: list[tuple[float, float]] = []
    for word, x in _begins(row):
        for a, b in _parts(word, words):
            if out and x + a - out[-1][1] < _GAP:
                out[-1] = (out[-1][0], x + b)
            else:
                out.append((x + a, x + b))
    return out


def _begins(row: Row) -> Iterator[tuple[Word, float]]:
    """Yield the words of a row in the order of reading, each with where it begins, in em."""
    x = 0.0
    for word in row.words:
        yield word, x
        x += word.shaped.advance + word.space


def _parts(word: Word, words: str) -> list[tuple[float, float]]:
    """Return the part of a word that is picked, in em; none where it is not."""
    if words == "numbers":
        counts = any(char.isdigit() for char in word.shaped.text)
        return [(0.0, word.shaped.advance)] if counts else []
    return [word.mark] if word.mark is not None else []


def _last_word(block: Standing, hangs: bool) -> Rect:
    """Return where the last word of a text stands that is no mere particle, or its last line.

    A line without spaces, as in Japanese, is taken whole.
    """
    rows = block.text.rows
    words = [(row, word, x) for row in rows for word, x in _begins(row)]
    row, word, x = next((w for w in reversed(words) if _weight(w[1]) >= _LETTERS), words[-1])
    begin = block.row_left(row.width) - (row.hang if hangs else 0.0)
    foot, size = block.baseline(row), block.text.size
    if len(row.words) > 1 and not any(other.space for other in row.words[:-1]):
        return Rect(begin, foot - size, begin + row.width, foot)
    return Rect(begin + x * size, foot - size, begin + (x + word.shaped.advance) * size, foot)


def _weight(word: Word) -> int:
    """Return how many letters and figures a word has."""
    return sum(map(str.isalnum, word.shaped.text))
