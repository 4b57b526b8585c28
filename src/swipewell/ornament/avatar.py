"""The brand's mark in the brand row: its picture in a disc, else the theme's own small door."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Item, Path, Picture, Shape
from swipewell.geometry import Rect
from swipewell.ornament.curve import arch, disc, ribbon, spline
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the mark of every slide: a disc of radius ``radius`` about ``centre``, in the ground's roles."""
    (cx, cy), r = options["centre"], float(options["radius"])
    cy = strip.y(cy)
    circle, mark = _mark(cx, cy, r)
    drawn: Drawn = []
    for slide in strip.slides:
        plate, figure = (strip.palette[role] for role in options["grounds"][slide.ground])
        items: list[Item]
        if strip.avatar is not None:
            items = [Picture(strip.avatar, Rect(cx - r, cy - r, cx + r, cy + r), circle)]
        else:
            items = [Shape(circle, plate, kept=True), Shape(mark, figure, kept=True)]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=8)
def _mark(cx: float, cy: float, r: float) -> tuple[Path, Path]:
    """Return the disc and the small door on it."""
    door = spline(arch(cx - 10, cy - 14, 20, cy + 14), 6)
    return (disc(cx, cy, r),), (ribbon(door, 3.0, vary=0.2, seed=2),)
