"""Lines of straight stretches and round corners to outlines, with true arcs.

[(0, 876), (44, 876), (44, 300)], corners of radius 44, 20 px wide -> one closed contour.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from swipewell.frame import Contour, PathPoint
from swipewell.geometry import Point
from swipewell.named import NamedTuple

_EIGHTH = math.pi / 4


class Corner(NamedTuple):
    """A point at which a line turns, and the radius in px of its middle there; 0 at its ends."""

    x: float
    y: float
    radius: float = 0.0


class _Arc(NamedTuple):
    """A turn about a centre from one angle to another (radians), clockwise where ``side`` is 1."""

    x: float
    y: float
    radius: float
    start: float
    sweep: float

    @property
    def side(self) -> float:
        return math.copysign(1.0, self.sweep)


def stroked(corners: Sequence[Corner], width: float) -> Contour:
    """Return the outline of a line through corners, ``width`` px wide, cut straight at its ends.

    It runs clockwise (y downwards), as ``curve.disc`` does, so that both may overlap in one path.
    """
    pieces = _pieces(corners)
    left = _side(pieces, -width / 2)
    right = _side(pieces, width / 2)
    right.reverse()
    return (*left, *right)


def rounded(corners: Sequence[Corner]) -> Contour:
    """Return a closed area with straight edges and round corners."""
    ring = [corners[-1], *corners, corners[0]]
    points: list[PathPoint] = []
    for before, here, after in zip(ring, ring[1:], ring[2:], strict=False):
        arc = _turn(before, here, after) if here.radius else None
        points += _arc_points(arc, 0.0) if arc else [(here.x, here.y, True)]
    return tuple(points)


_Piece = tuple[Point, Point] | _Arc


def _pieces(corners: Sequence[Corner]) -> list[_Piece]:
    """Return a line's ends as straight cuts, and the turns between them, in order."""
    first, last = corners[0], corners[-1]
    pieces: list[_Piece] = [_cut(first, corners[1], first)]
    for before, here, after in zip(corners, corners[1:], corners[2:], strict=False):
        turn = _turn(before, here, after)
        if turn is not None:
            pieces.append(turn)
    pieces.append(_cut(corners[-2], last, last))
    return pieces


def _cut(before: Corner, after: Corner, at: Corner) -> tuple[Point, Point]:
    """Return an end of a line: where it lies, and the normal to the right of its direction."""
    dx, dy = after.x - before.x, after.y - before.y
    length = math.hypot(dx, dy)
    return (at.x, at.y), (-dy / length, dx / length)


def _turn(before: Corner, here: Corner, after: Corner) -> _Arc | None:
    """Return the arc that rounds a corner, None where the line goes straight on."""
    a = math.atan2(here.y - before.y, here.x - before.x)
    b = math.atan2(after.y - here.y, after.x - here.x)
    sweep = (b - a + math.pi) % (2 * math.pi) - math.pi
    if abs(sweep) < 1e-6:
        return None
    side = math.copysign(1.0, sweep)
    back = here.radius * math.tan(abs(sweep) / 2)
    x = here.x - back * math.cos(a) - side * here.radius * math.sin(a)
    y = here.y - back * math.sin(a) + side * here.radius * math.cos(a)
    return _Arc(x, y, here.radius, a - side * math.pi / 2, sweep)


def _side(pieces: Sequence[_Piece], offset: float) -> list[PathPoint]:
    """Return one side of a line, ``offset`` px to the right of its middle."""
    points: list[PathPoint] = []
    for piece in pieces:
        if isinstance(piece, _Arc):
            points += _arc_points(piece, offset)
        else:
            (x, y), (nx, ny) = piece
            points.append((x + nx * offset, y + ny * offset, True))
    return points


def _arc_points(arc: _Arc, offset: float) -> list[PathPoint]:
    """Return an arc moved to the right, as quadratic curves of an eighth of a circle at most."""
    radius = max(arc.radius - arc.side * offset, 0.0)
    count = max(1, math.ceil(abs(arc.sweep) / _EIGHTH - 1e-9))
    angles = [arc.start + arc.sweep * k / count for k in range(count + 1)]
    far = radius / math.cos(arc.sweep / count / 2)
    points = [(arc.x + radius * math.cos(angles[0]), arc.y + radius * math.sin(angles[0]), True)]
    for a, b in pairwise(angles):
        half = (a + b) / 2
        points.append((arc.x + far * math.cos(half), arc.y + far * math.sin(half), False))
        points.append((arc.x + radius * math.cos(b), arc.y + radius * math.sin(b), True))
    return points
