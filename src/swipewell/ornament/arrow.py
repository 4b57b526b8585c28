"""The cover's swipe cue: a short arrow drawn by hand behind the word."""

from __future__ import annotations

from swipewell.frame import Item, Shape
from swipewell.ornament.curve import ribbon, spline
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the arrow of every slide that names where it stands (``left``, ``middle`` in px)."""
    drawn: Drawn = []
    for slide in strip.slides:
        place = slide.wants("arrow")
        items: list[Item] = []
        if place:
            x, y = float(place["left"]), float(place["middle"])
            shaft = spline([(x, y + 2), (x + 28, y - 1), (x + 56, y + 2), (x + 83, y)], 9)
            head = spline([(x + 66, y - 14), (x + 75, y - 6), (x + 84, y), (x + 75, y + 7), (x + 64, y + 14)], 6)
            colour = strip.palette[options["colour"]]
            items = [
                Shape((ribbon(shaft, 4.5, vary=0.3, period=40, seed=4, taper=(8, 0)),), colour),
                Shape((ribbon(head, 4.5, vary=0.3, period=40, seed=6, taper=(8, 8)),), colour),
            ]
        drawn.append(items)
    return drawn
