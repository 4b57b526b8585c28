"""tide's progress mark: a tide gauge, one bar a slide, as high as the water stands there."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Contour, Item, Path, Shape
from swipewell.ornament.curve import arc
from swipewell.ornament.sea import tide_of, waters
from swipewell.ornament.strip import Drawn, Options, Strip

_RIGHT, _FOOT, _PITCH, _AIR = 980.0, 136.0, 24.0, 36.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the gauge on every slide: ``read`` and ``coming`` name its roles, ``now`` that of the present."""
    read, coming, now = (strip.palette[options[name]] for name in ("read", "coming", "now"))
    handle = strip.slides[0].anchors.get("handle")
    taken = handle.right if handle is not None else 0.0
    count = len(strip.slides)
    pitch = min(_PITCH, (_RIGHT - taken - _AIR) / max(count - 1, 1))
    tides = tuple(round(tide_of(water.here), 3) for water in waters(strip))
    foot = strip.y(_FOOT)
    drawn: Drawn = []
    for i in range(count):
        before, present, after = _bars(tides, i, pitch, foot)
        items: list[Item] = [
            Shape(path, colour, kept=True)
            for path, colour in ((before, read), (after, coming), (present, now))
            if path
        ]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=256)
def _bars(
    tides: tuple[float, ...], present: int, pitch: float, foot: float
) -> tuple[Path, Path, Path]:
    """Return the bars before the present slide, its own, and those after it."""
    count = len(tides)
    bars = tuple(
        _bar(
            _RIGHT - (count - 1 - k) * pitch,
            min(10.0, pitch * 0.6) if k == present else min(6.0, pitch * 0.4),
            12 + 44 * tide,
            foot,
        )
        for k, tide in enumerate(tides)
    )
    return bars[:present], bars[present : present + 1], bars[present + 1 :]


def _bar(x: float, width: float, height: float, foot: float) -> Contour:
    """Return an upright bar with round ends that stands on the gauge's foot."""
    r = width / 2
    top = [(x + px, foot - height + r + py, True) for px, py in arc(0, 0, r, -3.14159, 0)]
    low = [(x + px, foot - r + py, True) for px, py in arc(0, 0, r, 0, 3.14159)]
    return (*top, *low)
