"""The brand's mark as a plain disc: its picture, or a ground for its first letter."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Item, Path, Picture, Shape
from swipewell.geometry import Rect
from swipewell.ornament.curve import disc
from swipewell.ornament.sea import brush, tapered
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the disc of every slide: ``centre`` and ``radius`` in px, ``colour`` names its role.

    Where there is no letter to stand on it, it bears a wave in the role ``mark``.
    """
    (cx, cy), r = options["centre"], float(options["radius"])
    cy = strip.y(cy)
    circle, wave = _disc(cx, cy, r)
    items: list[Item]
    if strip.avatar is not None:
        items = [Picture(strip.avatar, Rect(cx - r, cy - r, cx + r, cy + r), circle)]
    else:
        items = [Shape(circle, strip.palette[options["colour"]], kept=True)]
        if "initial" not in strip.slides[0].anchors:
            items.append(Shape(wave, strip.palette[options["mark"]], kept=True))
    return [list(items) for _ in strip.slides]


@lru_cache(maxsize=8)
def _disc(cx: float, cy: float, r: float) -> tuple[Path, Path]:
    """Return the disc, and a wave across it."""
    points = [
        (cx + r * (k / 12 - 1) * 0.62, cy + (4, 0, -4, 0)[k % 24 // 3 % 4] * r / 28)
        for k in range(25)
    ]
    return (disc(cx, cy, r),), (brush(points, tapered(25, r / 10)),)
