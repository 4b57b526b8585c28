"""tide's progress mark: a tide gauge, one bar a slide, which rise to high water and go out again.

The heights are those of one even tide, and not those of each slide's sea, which go up and down as the kinds
of slide follow each other: a row of bars that obeys no rule reads as noise.
"""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Item, Path, Shape
from swipewell.ornament.curve import arc
from swipewell.ornament.strip import Drawn, Options, Strip

_RIGHT, _FOOT, _PITCH, _AIR = 980.0, 136.0, 24.0, 36.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the gauge on every slide: ``read`` and ``coming`` name its roles, ``now`` that of the present."""
    read, coming, now = (strip.palette[options[name]] for name in ("read", "coming", "now"))
    handle = strip.slides[0].anchors.get("handle")
    taken = handle.right if handle is not None else 0.0
    count = len(strip.slides)
    pitch = min(_PITCH, (_RIGHT - taken - _AIR) / max(count - 1, 1))
    foot = strip.y(_FOOT)
    drawn: Drawn = []
    for i in range(count):
        before, present, after = _bars(count, i, pitch, foot)
        items: list[Item] = [
            Shape(path, colour, kept=True)
            for path, colour in ((before, read), (after, coming), (present, now))
            if path
        ]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=256)
def _bars(count: int, present: int, pitch: float, foot: float) -> tuple[Path, Path, Path]:
    """Return the bars before the present slide, its own, and those after it."""
    bars = tuple(
        _bar(
            _RIGHT - (count - 1 - k) * pitch,
            min(10.0, pitch * 0.6) if k == present else min(6.0, pitch * 0.4),
            12 + 44 * tide(k, count),
            foot,
        )
        for k in range(count)
    )
    return bars[:present], bars[present : present + 1], bars[present + 1 :]


def tide(k: int, count: int) -> float:
    """Return how high an even tide stands at one of so many slides, from 0 to 1: low first and last."""
    return math.sin(math.pi * (k + 0.5) / count) ** 2


def _bar(x: float, width: float, height: float, foot: float) -> Contour:
    """Return an upright bar with round ends that stands on the gauge's foot."""
    r = width / 2
    top = [(x + px, foot - height + r + py, True) for px, py in arc(0, 0, r, -3.14159, 0)]
    low = [(x + px, foot - r + py, True) for px, py in arc(0, 0, r, 0, 3.14159)]
    return (*top, *low)
