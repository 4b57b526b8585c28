"""tide's glitter: a column of strokes that a sun, or a numeral, casts on the water before it."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Item, Path, Shape
from swipewell.ornament.curve import randoms
from swipewell.ornament.sea import brush, numeral_of, tapered, waters
from swipewell.ornament.strip import Drawn, Options, Strip
from swipewell.ornament.sun import suns

_PITCH, _EDGE = 13.0, 1066.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the glitter of every slide; ``colours`` names the roles near and far from the light."""
    near, far = (strip.palette[role] for role in options["colours"])
    drawn: Drawn = []
    for slide, water, sun in zip(strip.slides, waters(strip), suns(strip), strict=True):
        items: list[Item] = []
        seed = water.variant
        if sun is not None and sun.over | (sun.reach > 600):
            first, rest = _column(sun.x - 14, 0.72 * sun.radius, sun.y - 72, 8, seed)
            items += [Shape(first, near, 0.95, kept=True), Shape(rest, far, 0.78, kept=True)]
        numeral = numeral_of(slide, water)
        if numeral:
            xs = [x for contour in numeral for x, _, _ in contour]
            top = max(y for contour in numeral for _, y, _ in contour)
            middle, half = (min(xs) + max(xs)) / 2 + 4, (max(xs) - min(xs)) / 2
            first, rest = _column(middle, min(118.0, 0.62 * half + 20), top + 30, 4, seed + 9)
            items += [Shape(first, near, 0.95, kept=True), Shape(rest, far, 0.74, kept=True)]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=64)
def _column(cx: float, wide: float, top: float, count: int, seed: int) -> tuple[Path, Path]:
    """Return the strokes nearest to the light, and the others, ever narrower downwards."""
    chance = iter(randoms(seed * 3 + 41, 4 * count))
    strokes: list[Contour] = []
    for k in range(count):
        t = k / (count - 1)
        half = (
            wide * (1 - 0.62 * t) * (0.55 + 0.45 * next(chance)) * (0.55 if k % 3 == 1 else 1) + 14
        )
        x = cx + (next(chance) - 0.5) * 0.32 * wide
        y = top + k * _PITCH + t * t * 18
        if x + half > _EDGE:  # it ends on its slide
            x -= (x + half - _EDGE) / 2
            half = _EDGE - x
        points = [
            (x - half + 2 * half * j / 14, y + 2.2 * math.sin(j * 0.8 + k)) for j in range(15)
        ]
        strokes.append(brush(points, tapered(15, 2.6 + 2 * next(chance))))
    near = 1 + count // 8
    return tuple(strokes[:near]), tuple(strokes[near:])
