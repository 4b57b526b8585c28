"""What a pair of scissors cuts: sheets with straight edges, discs and rings, each a little off.

All pieces run the same way round, so that those that overlap are one; a hole runs the other way.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from swipewell.frame import Contour, Path, PathPoint
from swipewell.geometry import Point, Rect
from swipewell.ornament.curve import randoms

Sway = Sequence[float]
"""Numbers from -1 to 1, the same for the same seed."""


def sway(seed: int, count: int) -> Sway:
    """Return so many numbers from -1 to 1."""
    return [2 * value - 1 for value in randoms(seed, count)]


def sheet(corners: Sequence[Point], seed: int, off: float = 2.5) -> Contour:
    """Return a piece with straight edges, every corner off by up to so many px."""
    stray = sway(seed, 2 * len(corners))
    points = [
        (x + off * stray[2 * i], y + off * stray[2 * i + 1], True)
        for i, (x, y) in enumerate(corners)
    ]
    return turned(tuple(points))


def disc(cx: float, cy: float, r: float, seed: int) -> Contour:
    """Return a disc cut by hand: its radius sways by about one part in a hundred."""
    phases = [math.pi * s for s in sway(seed, 3)]
    count = max(64, round(r / 3))  # straight snips, at most a fifth of a px off the curve
    points = []
    for i in range(count):
        a = 2 * math.pi * i / count
        k = 1 + sum(
            share * math.sin(turns * a + phase)
            for share, turns, phase in zip((0.006, 0.004, 0.003), (2, 3, 5), phases, strict=True)
        )
        points.append((cx + r * k * math.cos(a), cy + r * k * math.sin(a), True))
    return turned(tuple(points))


def turned(contour: Contour, hole: bool = False) -> Contour:
    """Return an outline that runs clockwise as it is seen, a hole's the other way."""
    fine = _divided(contour)
    return fine[::-1] if (_area(contour) < 0) != hole else fine


_STEP = 16.0
_SHALLOW = 1 / 40
"""Edges that fall less than this for each px across are divided, each ``_STEP`` px."""


def _divided(contour: Contour) -> Contour:
    """Return an outline with points along its long edges that are all but level.

    HarfBuzz's rasteriser is up to half a pixel off along such an edge (measured at 8 px in 1080) and
    shows as many little steps; a dividing point every 16 px keeps it within a thirtieth.
    """
    out: list[PathPoint] = []
    before = contour[-1]
    for point in contour:
        (x0, y0, on0), (x1, y1, on1) = before, point
        across = abs(x1 - x0)
        if on0 and on1 and across > _STEP and 0 < abs(y1 - y0) < across * _SHALLOW:
            count = math.ceil(across / _STEP)
            shares = [k / count for k in range(1, count)]
            out += [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, True) for t in shares]
        out.append(point)
        before = point
    return tuple(out)


def letters(path: Path) -> Path:
    """Return the outlines of letters so that they run as pieces do; their counters stay holes."""
    if sum(map(_area, path)) >= 0:
        return path
    return tuple(contour[::-1] for contour in path)


def moved(path: Path, dx: float, dy: float = 0.0, by: float = 1.0) -> Path:
    """Return a path made larger about the slide's corner by a factor, and then moved, in px."""
    return tuple(tuple((x * by + dx, y * by + dy, on) for x, y, on in c) for c in path)


def within(path: Path, left: float, right: float) -> Path:
    """Return what lies between two upright lines of pieces with straight edges."""
    pieces = (_beyond(_beyond(contour, left, 1), right, -1) for contour in path)
    return tuple(piece for piece in pieces if piece)


def _beyond(contour: Contour, x: float, way: int) -> Contour:
    """Return the part of a piece to the right of an upright line, or with ``way`` -1 to the left.

    Sutherland and Hodgman, 'Reentrant polygon clipping', 1974, for one line.
    """
    if not contour:
        return ()
    out: list[PathPoint] = []
    before = contour[-1]
    for point in contour:
        inside = way * (point[0] - x) >= 0
        if inside != (way * (before[0] - x) >= 0):
            share = (x - before[0]) / (point[0] - before[0])
            out.append((x, before[1] + (point[1] - before[1]) * share, True))
        if inside:
            out.append(point)
        before = point
    return tuple(out)


def bounds(path: Path) -> Rect:
    """Return the rectangle that holds a path's points."""
    xs = [x for contour in path for x, _, _ in contour]
    ys = [y for contour in path for _, y, _ in contour]
    return Rect(min(xs), min(ys), max(xs), max(ys))


def crossing(path: Path, x: float) -> tuple[float, float] | None:
    """Return from where to where pieces lie across an upright line at x, in px; None where none does."""
    heights: list[float] = []
    for contour in path:
        before = contour[-1]
        for point in contour:
            if (before[0] < x) != (point[0] < x):
                share = (x - before[0]) / (point[0] - before[0])
                heights.append(before[1] + (point[1] - before[1]) * share)
            before = point
    return (min(heights), max(heights)) if heights else None


def _area(contour: Contour) -> float:
    """Return twice the area within an outline, negative where it runs anticlockwise as it is seen."""
    x0, y0, _ = contour[-1]
    total = 0.0
    for x, y, _ in contour:
        total += x0 * y - x * y0
        x0, y0 = x, y
    return total


def bezier(corners: Sequence[Point], count: int = 40) -> list[Point]:
    """Return points on a cubic curve by its ends and its two controls."""
    out: list[Point] = []
    for i in range(count + 1):
        t = i / count
        shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x = sum(share * x for share, (x, _) in zip(shares, corners, strict=True))
        y = sum(share * y for share, (_, y) in zip(shares, corners, strict=True))
        out.append((x, y))
    return out
