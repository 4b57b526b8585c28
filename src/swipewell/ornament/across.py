"""How an edge runs across large type: it goes clearly through letters, or keeps clear of them.

An edge that grazes a letter's side, or slips through between two words, looks like a fault in the letter.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from swipewell.geometry import Point, Rect

Edge = Callable[[Rect], tuple[float, float]]
"""How far a rectangle's nearest and farthest point lie beyond an edge, in px; within, they are negative."""

_AIR = 4.0
"""How far a letter that is not cut keeps clear of an edge, in px."""

_DEEP = 0.13
"""How far at least a cut letter lies at either side of an edge, as a share of its line's leading."""

_BETWEEN = 2.0
"""What an edge costs that passes between two letters, where a letter's graze costs 1 at most."""

_LOW = 0.25
"""What is less high, as a share of the leading, is a hyphen or a dot, and cut it is no more than crumbs."""

_FAIR = 0.2
"""At which cost an edge is good enough."""

_SPACE, _BARE = 0.09, 0.3
"""From which share of the leading on a gap is a space, and which share of a letter beside it counts as bare."""

Shape = TypeVar("Shape")


def disc_edge(centre: Point, r: float) -> Edge:
    """Return the edge of a disc."""

    def edge(box: Rect) -> tuple[float, float]:
        x, y = centre
        left, top, right, bottom = box.left - x, box.top - y, box.right - x, box.bottom - y
        near = math.hypot(max(left, 0.0, -right), max(top, 0.0, -bottom))
        far = math.hypot(max(-left, right), max(-top, bottom))
        return near - r, far - r

    return edge


def line_edge(one: Point, other: Point) -> Edge:
    """Return a straight edge through two points, the upper one first; what lies right of it is beyond."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    long = math.hypot(dx, dy)

    def edge(box: Rect) -> tuple[float, float]:
        corners = [(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        beyond = [((x - one[0]) * dy - (y - one[1]) * dx) / long for x, y in corners]
        return min(beyond), max(beyond)

    return edge


def clearest(
    shapes: Iterable[tuple[Shape, Edge]], letters: Sequence[Rect], leading: float
) -> Shape | None:
    """Return the first of the shapes whose edge grazes least of a text; None where there is none.

    ``letters`` are where its letters stand, in the order of its lines, which are ``leading`` px apart.
    """
    lines = _lines(letters, leading)
    best, least = None, math.inf
    for shape, edge in shapes:
        cost = _grazed(edge, lines, leading, least)
        if cost < least:
            best, least = shape, cost
        if least <= _FAIR:
            break
    return best


def _lines(letters: Sequence[Rect], leading: float) -> list[list[Rect]]:
    """Return the letters of a text by lines, those beside a space less wide there.

    Much of an r or an f is bare at that side, and an edge there seems to run through the space.
    """
    lines: list[list[Rect]] = []
    for letter in letters:
        if not lines or _begins_line(lines[-1][-1], letter, leading):
            lines.append([])
        lines[-1].append(letter)
    return [_trimmed(sorted(line), leading) for line in lines]


def _begins_line(before: Rect, letter: Rect, leading: float) -> bool:
    """Say whether a letter stands at the beginning of a line; a mark over or under one does not."""
    back, down = before.left - letter.left, letter.centre[1] - before.centre[1]
    return back > 0.5 * leading or (back >= -1 and down > 0.5 * leading)


def _trimmed(line: list[Rect], leading: float) -> list[Rect]:
    """Return the letters of a line from left to right without what borders on spaces inside it."""
    lefts, rights = [letter.left for letter in line], [letter.right for letter in line]
    for k, (one, other) in enumerate(pairwise(line)):
        if other.left - one.right > _SPACE * leading:
            rights[k] -= _BARE * one.width
            lefts[k + 1] += _BARE * other.width
    return [
        letter._replace(left=left, right=right)
        for letter, left, right in zip(line, lefts, rights, strict=True)
    ]


def _grazed(edge: Edge, lines: list[list[Rect]], leading: float, enough: float) -> float:
    """Return how much of a text an edge grazes: 0 where it cuts clearly or keeps clear of all letters.

    It stops counting at ``enough``.
    """
    cost, deep = 0.0, _DEEP * leading
    for line in lines:
        before = 0
        for letter in line:
            near, far = edge(letter)
            side = 1 if near >= _AIR else -1 if far <= -_AIR else 0
            if not side:
                low = letter.height < _LOW * leading
                cost += 1.0 if low else _graze(near, far, *_middle(edge, letter), deep)
            elif before * side < 0:
                cost += _BETWEEN
            before = side
        if cost >= enough:
            break
    return cost


def _middle(edge: Edge, letter: Rect) -> tuple[float, float]:
    """Return the same as the edge for the lines through a letter's middle: its corners are seldom inked."""
    x, y = letter.centre
    across = edge(letter._replace(top=y, bottom=y))
    down = edge(letter._replace(left=x, right=x))
    return min(across[0], down[0]), max(across[1], down[1])


def _graze(near: float, far: float, inner: float, outer: float, deep: float) -> float:
    """Return how much an edge grazes a letter, from 0 to 1.

    ``near`` and ``far`` are where its nearest and farthest points lie, ``inner`` and ``outer`` those of
    the lines through its middle.
    """
    shallow = max(deep + inner, deep - outer, 0.0)
    return min(_AIR - near, _AIR + far, shallow, deep) / deep
