"""meadow's fields: two lie side by side behind a comparison, a stem between them; or one under the other."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Item, Path, Shape
from swipewell.geometry import Point
from swipewell.ornament.growth import course, divider, stepped
from swipewell.ornament.strip import Drawn, Options, Strip

_ABOVE = 76.0
"""How far above what is said in it a field begins, in px."""

_HIGHER = 8
"""In which steps a field reaches up, in px."""

_WIDE = 1092.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the fields of every slide that has them, from ``anchor: halves`` down, in the roles ``colours``.

    ``mode: halves`` lays two beside each other, ``mode: floor`` one under all.
    """
    drawn: Drawn = []
    for slide in strip.slides:
        wanted = slide.wants("fields")
        place = slide.anchors.get("halves")
        if wanted is None or place is None:
            drawn.append([])
            continue
        first, second = (strip.palette[role] for role in options["colours"])
        top = stepped(place.top - float(wanted.get("above", _ABOVE)), _HIGHER)
        if wanted["mode"] == "floor":
            drawn.append([Shape(_floor(top, strip.height, course(strip)), second, kept=True)])
            continue
        left, right = _halves(top, strip.height, course(strip))
        items: list[Item] = [Shape(left, first, kept=True), Shape(right, second, kept=True)]
        drawn.append(items)
    return drawn


def _cut(top: float, x: float, phase: int) -> float:
    """Return the height at which a hand has cut a field's upper edge."""
    return top + 7 * math.sin(x / 150 + phase) + 4 * math.sin(x / 57 + 1 + phase)


@lru_cache(maxsize=32)
def _floor(top: float, height: int, phase: int) -> Path:
    """Return one field over the whole width, to the foot of the slide."""
    edge = [(float(x), _cut(top, x, phase), True) for x in range(-12, 1104, 12)]
    return ((*edge, (_WIDE, height + 12.0, True), (-12.0, height + 12.0, True)),)


@lru_cache(maxsize=32)
def _halves(top: float, height: int, phase: int) -> tuple[Path, Path]:
    """Return the fields to the left and to the right of the divider."""
    seam = [(divider(phase, y), float(y)) for y in range(round(top) - 4, height + 24, 10)]
    left = [(float(x), _cut(top, x, phase)) for x in range(-12, round(seam[0][0]), 12)]
    right = [(float(x), _cut(top, x, phase) - 6) for x in range(1092, round(seam[0][0]) + 2, -12)]
    foot = seam[-1][1]
    return (
        (_area([*left, *seam, (-12.0, foot)]),),
        (_area([*right, *seam, (_WIDE, foot)]),),
    )


def _area(points: list[Point]) -> Contour:
    return tuple((x, y, True) for x, y in points)
