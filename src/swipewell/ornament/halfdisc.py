"""The brand's mark in the brand row: its picture in a disc, else a disc of which half is the other ink."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Item, Path, Picture, Shape
from swipewell.geometry import Rect
from swipewell.ornament.curve import disc
from swipewell.ornament.scissors import turned
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the mark of every slide: of radius ``radius`` about ``centre``, in the ground's role."""
    (x, drawn_y), r = options["centre"], float(options["radius"])
    y = strip.y(drawn_y)
    whole, half = _marks(x, y, r)
    drawn: Drawn = []
    for slide in strip.slides:
        item: Item
        if strip.avatar is not None:
            item = Picture(strip.avatar, Rect(x - r, y - r, x + r, y + r), whole)
        else:
            item = Shape(half, strip.palette[options["grounds"][slide.ground]], kept=True)
        drawn.append([item])
    return drawn


@lru_cache(maxsize=8)
def _marks(x: float, y: float, r: float) -> tuple[Path, Path]:
    """Return a disc, and a disc out of which half of a smaller one is cut."""
    whole = disc(x, y, r)
    angles = [math.pi * (k / 24 - 0.5) for k in range(25)]
    side = [(x + 0.625 * r * math.cos(a), y + 0.625 * r * math.sin(a), True) for a in angles]
    hole = turned(tuple(side), hole=True)
    return (whole,), (turned(whole), hole)
