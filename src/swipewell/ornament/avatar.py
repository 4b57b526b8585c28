"""The brand's mark in the brand row: its picture in a disc, else the theme's own small door."""

from __future__ import annotations

from swipewell.frame import Item, Picture, Shape
from swipewell.geometry import Rect
from swipewell.ornament.curve import arch, disc, ribbon, spline
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the mark of every slide: a disc of radius ``radius`` about ``centre``, in the ground's roles."""
    (cx, cy), r = options["centre"], float(options["radius"])
    door = spline(arch(cx - 10, cy - 14, 20, cy + 14), 6)
    mark = ribbon(door, 3.0, vary=0.2, seed=2)
    circle = disc(cx, cy, r)
    drawn: Drawn = []
    for slide in strip.slides:
        plate, figure = (strip.palette[role] for role in options["grounds"][slide.ground])
        items: list[Item]
        if strip.avatar is not None:
            items = [Picture(strip.avatar, Rect(cx - r, cy - r, cx + r, cy + r), (circle,))]
        else:
            items = [Shape((circle,), plate), Shape((mark,), figure)]
        drawn.append(items)
    return drawn
