"""Set text to one path, for ornaments that draw it themselves.

GlyphRun('1' in Literata 600 at 680 px) -> the outline of the numeral, in px of its slide.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Any

import uharfbuzz as hb

from swipewell.frame import GlyphRun, Path, PathPoint
from swipewell.geometry import Point

_CUTS = 4
"""Into how many quadratic curves a cubic one is cut."""


def outlined(runs: Iterable[GlyphRun]) -> Path:
    """Return the outlines of runs of glyphs; the same object for the same glyphs at the same place."""
    standing = tuple(
        (run.face, number, run.size, piece.x + gx * run.size, piece.y + gy * run.size)
        for run in runs
        for piece in run.pieces
        for number, gx, gy in piece.glyphs
    )
    return _placed(standing)


@lru_cache(maxsize=64)
def _placed(standing: tuple[tuple[Any, int, float, float, float], ...]) -> Path:
    return tuple(
        tuple((x + px * size, y + py * size, on) for px, py, on in contour)
        for face, number, size, x, y in standing
        for contour in _glyph(face, number)
    )


@lru_cache(maxsize=64)
def _glyph(face: Any, number: int) -> Path:
    """Return a glyph's contours in em from its origin, y downwards."""
    pen = _Pen()
    face.font.draw_glyph(number, _functions(), pen)
    scale = 1 / face.upem
    return tuple(
        tuple((x * scale, -y * scale, on) for x, y, on in contour)
        for contour in pen.contours
        if len(contour) > 2
    )


class _Pen:
    """Collects contours as HarfBuzz draws them."""

    __slots__ = ("contours",)

    def __init__(self) -> None:
        self.contours: list[list[PathPoint]] = []


@lru_cache(maxsize=1)
def _functions() -> Any:
    """Return what HarfBuzz calls for every part of an outline."""
    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, pen: pen.contours.append([(x, y, True)]))
    functions.set_line_to_func(lambda x, y, pen: pen.contours[-1].append((x, y, True)))
    functions.set_quadratic_to_func(
        lambda cx, cy, x, y, pen: pen.contours[-1].extend([(cx, cy, False), (x, y, True)])
    )
    functions.set_cubic_to_func(_cubic)
    return functions


def _cubic(ax: float, ay: float, bx: float, by: float, x: float, y: float, pen: _Pen) -> None:
    """Add a cubic curve as quadratic ones that keep its tangents."""
    contour = pen.contours[-1]
    corners: tuple[Point, ...] = (contour[-1][:2], (ax, ay), (bx, by), (x, y))
    for k in range(_CUTS):
        p, q, r, s = _part(corners, k / _CUTS, (k + 1) / _CUTS)
        cx, cy = (3 * (q[0] + r[0]) - p[0] - s[0]) / 4, (3 * (q[1] + r[1]) - p[1] - s[1]) / 4
        contour += [(cx, cy, False), (*s, True)]


def _part(corners: tuple[Point, ...], start: float, end: float) -> tuple[Point, ...]:
    """Return the corners of a cubic curve's part, by blossoming."""
    return tuple(
        _blossom(corners, *times)
        for times in ((start,) * 3, (start, start, end), (start, end, end), (end,) * 3)
    )


def _blossom(corners: tuple[Point, ...], *times: float) -> Point:
    points = list(corners)
    for t in times:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(points)]
    return points[0]
