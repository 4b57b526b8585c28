"""The cover's swipe cue: a short arrow drawn by hand behind the word."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Item, Path, Shape
from swipewell.ornament.curve import ribbon, spline
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the arrow of every slide that names where it stands (``left``, ``middle`` in px)."""
    drawn: Drawn = []
    for slide in strip.slides:
        place = slide.wants("arrow")
        items: list[Item] = []
        if place:
            shaft, head = _strokes(float(place["left"]), strip.y(float(place["middle"])))
            colour = strip.palette[options["colour"]]
            items = [Shape(shaft, colour, kept=True), Shape(head, colour, kept=True)]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=8)
def _strokes(x: float, y: float) -> tuple[Path, Path]:
    """Return the arrow's shaft and head."""
    shaft = spline([(x, y + 2), (x + 28, y - 1), (x + 56, y + 2), (x + 83, y)], 9)
    point = [(x + 66, y - 14), (x + 75, y - 6), (x + 84, y), (x + 75, y + 7), (x + 64, y + 14)]
    return (
        (ribbon(shaft, 4.5, vary=0.3, period=40, seed=4, taper=(8, 0)),),
        (ribbon(spline(point, 6), 4.5, vary=0.3, period=40, seed=6, taper=(8, 8)),),
    )
