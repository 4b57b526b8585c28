"""Words of a set text to the places where they stand, for ornaments to mark or to ring.

Block('Name the ==need,==') -> [Rect from the left of 'need,' to its right, down to its baseline].
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Protocol

from swipewell.geometry import Rect
from swipewell.text.paragraph import Word
from swipewell.text.typeset import Row, SetText

_GAP = 0.4
"""Stretches closer than this, in em, are one."""

_LETTERS, _STRESSED = 4, 2
"""With fewer letters a word is a particle, and no key; and none that a heading leads up to."""

_THROUGH = 0.17
"""How far apart, in em, the ink of two lines is for a pen to pass between them."""

_BESIDE = 0.3
"""How far beyond a word its ring reaches, in em."""

_CLAUSE = ",;:.!?…،؛؟、，。；：！？—–"
"""Signs at which a clause ends."""


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


def picked(
    block: Standing, words: str, hangs: bool, leads_on: Collection[str] = frozenset()
) -> list[Rect]:
    """Return where picked words stand, one place a stretch, each as high as the type's size.

    ``hangs`` says whether opening quotation marks stand outside of where lines begin; ``leads_on`` are
    the small words of its language, which bear no stress.
    """
    if words == "letters":
        return [place for row in block.text.rows for place in _letters(block, row, hangs)]
    found: list[Rect] = []
    for row in block.text.rows:
        for a, b in _stretches(row, words):
            found.append(_place(block, row, a, b, hangs))
    if words == "key":
        return found[:1] or [_key(block, hangs)]
    if words == "stressed":
        return found or [_stressed(block, hangs, leads_on)]
    return found


def room_about(block: Standing, word: Rect, hangs: bool) -> Rect:
    """Return the room about a word: as wide as it, from the ink above it to the ink below it.

    Where no line stands above or below, it ends two em from the baseline.
    """
    size = block.text.size
    rows = block.text.rows
    at = next(k for k, row in enumerate(rows) if block.baseline(row) == word.bottom)
    reach = word.left - _BESIDE * size, word.right + _BESIDE * size
    top = _edge(block, at - 1, reach, hangs, below=True)
    foot = _edge(block, at + 1, reach, hangs, below=False)
    return Rect(
        word.left,
        word.bottom - 2 * size if top is None else top,
        word.right,
        word.bottom + 2 * size if foot is None else foot,
    )


def ink_of(block: Standing, word: Rect, hangs: bool) -> Rect:
    """Return how high and low the letters of a word reach that stands there."""
    rows = block.text.rows
    at = next(k for k, row in enumerate(rows) if block.baseline(row) == word.bottom)
    reach = word.left + 1, word.right - 1
    top = _edge(block, at, reach, hangs, below=False)
    foot = _edge(block, at, reach, hangs, below=True)
    return word._replace(
        top=word.top if top is None else top, bottom=word.bottom if foot is None else foot
    )


def _edge(
    block: Standing, at: int, reach: tuple[float, float], hangs: bool, *, below: bool
) -> float | None:
    """Return how far down (or up) the ink of a row goes between two x; None where there is none."""
    rows, size = block.text.rows, block.text.size
    if not 0 <= at < len(rows):
        return None
    foot = block.baseline(rows[at])
    found: list[float] = []
    for word, x in _begins(rows[at]):
        place = _place(block, rows[at], x, x + word.shaped.advance, hangs)
        if place.right > reach[0] and place.left < reach[1]:
            inks = [piece.ink for piece in word.shaped.pieces]
            found += [foot + (ink.bottom if below else ink.top) * size for ink in inks]
    return (max if below else min)(found, default=None)


def _place(block: Standing, row: Row, a: float, b: float, hangs: bool) -> Rect:
    """Return where a stretch of a row stands, from one em to another."""
    begin = block.row_left(row.width) - (row.hang if hangs else 0.0)
    foot, size = block.baseline(row), block.text.size
    return Rect(begin + a * size, foot - size, begin + b * size, foot)


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


def _key(block: Standing, hangs: bool) -> Rect:
    """Return where the last word of a text stands that is no mere particle, or its last line.

    A pen has to find room under it; where it finds none under any, a particle on the last line will do.
    A line without spaces, as in Japanese, is taken whole.
    """
    words = [(row, word, x) for row in block.text.rows for word, x in _begins(row)]
    keys = [found for found in words if _weight(found[1]) >= _LETTERS]
    row, word, x = (keys or words)[-1]
    if _is_spaceless(row):
        return _place(block, row, 0.0, row.width / block.text.size, hangs)
    places = [_place(block, row, x, x + word.shaped.advance, hangs) for row, word, x in keys]
    free = [place for place in places if _is_free_below(block, place, hangs)]
    row, word, x = words[-1]
    return free[-1] if free else _place(block, row, x, x + word.shaped.advance, hangs)


def _is_free_below(block: Standing, word: Rect, hangs: bool) -> bool:
    """Say whether a pen may pass under a word without touching a letter."""
    ink, room = ink_of(block, word, hangs), room_about(block, word, hangs)
    return room.bottom - ink.bottom >= _THROUGH * block.text.size


def _stressed(block: Standing, hangs: bool, leads_on: Collection[str]) -> Rect:
    """Return where the word stands that a heading leads up to.

    It is the last of its first clause, where that says something by itself, or of the whole: "Name the
    need, not the flaw" has its stress on the need, "First, the body" on the body.
    """
    rows = block.text.rows
    words = [(row, word, x) for row in rows for word, x in _begins(row)]
    row = rows[-1]
    if _is_spaceless(row):
        return _place(block, row, 0.0, row.width / block.text.size, hangs)
    said = [word.shaped.text for _, word, _ in words]
    weighty = [
        k for k, (_, word, _) in enumerate(words)
        if _weight(word) >= _STRESSED and (k == len(words) - 1 or said[k].lower() not in leads_on)
    ]  # fmt: skip
    end = next((k for k, text in enumerate(said) if text[-1] in _CLAUSE), len(said))
    first = [k for k in weighty if k <= end]
    says = len(first) > 1 and _weight(words[first[-1]][1]) >= _LETTERS
    row, word, x = words[(first if says else weighty or [-1])[-1]]
    return _place(block, row, x, x + word.shaped.advance, hangs)


def _is_spaceless(row: Row) -> bool:
    """Say whether a row is of several words, or phrases, with no space between any of them."""
    return len(row.words) > 1 and not any(word.space for word in row.words[:-1])


def _weight(word: Word) -> int:
    """Return how many letters and figures a word has."""
    return sum(map(str.isalnum, word.shaped.text))
