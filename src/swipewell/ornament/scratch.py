"""clay's swipe cue: an arrow in three strokes of slip, under the word."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Item, Path, Shape
from swipewell.ornament.curve import ribbon, spline
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the arrow of every slide that gives its ``right`` end and ``middle`` in px.

    ``colour`` names its role.
    """
    drawn: Drawn = []
    for slide in strip.slides:
        place = slide.wants("scratch")
        items: list[Item] = []
        if place:
            path = _arrow(float(place["right"]), strip.y(place["middle"]))
            items = [Shape(path, strip.palette[options["colour"]], kept=True)]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=8)
def _arrow(x: float, y: float) -> Path:
    """Return the arrow's shaft and the two strokes of its head."""
    shaft = spline([(x - 108, y), (x - 64, y - 4), (x - 4, y)], 9)
    upper = spline([(x - 22, y - 20), (x - 8, y - 8), (x + 2, y + 2)], 6)
    lower = spline([(x + 2, y - 2), (x - 8, y + 9), (x - 22, y + 20)], 6)
    strokes = (shaft, upper, lower)
    return tuple(ribbon(s, 7, vary=0.12, period=40, seed=k + 4) for k, s in enumerate(strokes))
