"""meadow's swipe cue: a long arrow drawn by hand behind its word."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Item, Path, Shape
from swipewell.ornament.curve import ribbon, spline
from swipewell.ornament.strip import Drawn, Options, Strip

_GAP, _LENGTH = 18.0, 160.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return an arrow behind the anchor ``cue`` of every slide that has one, in the role ``colour``."""
    drawn: Drawn = []
    for slide in strip.slides:
        word = slide.anchors.get("cue")
        items: list[Item] = []
        if word is not None:
            arrow = _arrow(round(word.right + _GAP), round(word.centre[1] + 4))
            items.append(Shape(arrow, strip.palette[options["colour"]], kept=True))
        drawn.append(items)
    return drawn


@lru_cache(maxsize=32)
def _arrow(x: float, y: float) -> Path:
    """Return the arrow's shaft and the two strokes of its head."""
    end = x + _LENGTH
    shaft = [(x, y + 4), (x + 50, y), (x + 104, y + 4), (end, y - 4)]
    upper = [(end - 24, y - 20), (end - 11, y - 13), (end, y - 4)]
    lower = [(end, y - 4), (end - 6, y + 7), (end - 15, y + 16)]
    return (
        ribbon(spline(shaft, 9), 4.6, vary=0.25, period=50, seed=4, taper=(22, 0)),
        ribbon(spline(upper, 6), 4.2, taper=(8, 0)),
        ribbon(spline(lower, 6), 4.2, taper=(0, 8)),
    )
