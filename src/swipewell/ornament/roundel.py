"""The brand's mark in the brand row: its picture in a disc, else a plain disc for its first letter."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Item, Path, Picture, Shape
from swipewell.geometry import Rect
from swipewell.ornament.curve import disc
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the mark of every slide: a disc of radius ``radius`` about ``centre``, in the ground's role.

    Without a picture it stands behind the anchor ``initial``, and is left out where there is none.
    """
    (x, y), r = options["centre"], float(options["radius"])
    y = strip.y(y)
    circle = _disc(x, y, r)
    drawn: Drawn = []
    for slide in strip.slides:
        items: list[Item] = []
        if strip.avatar is not None:
            items = [Picture(strip.avatar, Rect(x - r, y - r, x + r, y + r), circle)]
        elif "initial" in slide.anchors:
            items = [Shape(circle, strip.palette[options["grounds"][slide.ground]], kept=True)]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=8)
def _disc(x: float, y: float, r: float) -> Path:
    return (disc(x, y, r),)
