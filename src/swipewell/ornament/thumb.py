"""clay's mark of a brand: a pebble with four ridges of its print, or its picture pressed into one."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Item, Path, Picture, Shape
from swipewell.ornament.clay import Lump, bounds, lump_path
from swipewell.ornament.curve import randoms, ribbon
from swipewell.ornament.strip import Drawn, Options, Strip
from swipewell.ornament.whorl import hand_of


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the mark of every slide: ``grounds`` names for each ground the roles of pebble and ridges."""
    path, ridges = _mark(strip.y(960.0), hand_of(strip))
    drawn: Drawn = []
    for slide in strip.slides:
        pebble, print_ = (strip.palette[role] for role in options["grounds"][slide.ground])
        items: list[Item] = []
        if strip.avatar is not None:
            items = [Picture(strip.avatar, bounds(path), path)]
        else:
            items = [Shape(path, pebble, kept=True), Shape(ridges, print_, kept=True)]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=16)
def _mark(y: float, hand: int) -> tuple[Path, Path]:
    """Return the pebble and the ridges on it."""
    begin, step = randoms(hand, 2)
    start, turn = -0.8 + 0.6 * begin, 0.7 + 0.4 * step
    strokes = []
    for k in range(4):
        points = []
        for i in range(29):
            t = start + k * turn + 5.4 * i / 28
            across, down = math.cos(t) * (4 + k * 6) * 0.78, math.sin(t) * (4 + k * 6)
            points.append((124 + across + math.sin(t) * 1.5, y + down * 0.98))
        strokes.append(ribbon(points, 2.6, taper=(3, 3)))
    return lump_path(Lump(124, y, 28, 26, 17, waver=0.03, power=2.9)), tuple(strokes)
