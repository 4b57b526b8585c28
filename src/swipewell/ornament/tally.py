"""poster's progress mark: a tally, one stroke a slide; those to come are dots, the present one a block."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Contour, Path, Shape
from swipewell.ornament.strip import Drawn, Options, Strip

_STROKE, _PRESENT, _DOT, _AIR = 6.0, 24.0, 12.0, 12.0
_WIDEST, _CLEAR = 270.0, 28.0
"""How wide a tally is at most, and how far it keeps from the handle, in px."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the tally on every slide: it ends at ``right``, between ``top`` and ``foot``, in px."""
    right, top = float(options["right"]), strip.y(options["top"])
    foot = top + options["foot"] - options["top"]
    count = len(strip.slides)
    handle = strip.slides[0].anchors.get("handle")
    room = min(_WIDEST, right - _CLEAR - handle.right) if handle is not None else _WIDEST
    return [
        [
            Shape(
                _tally((count, i), room, right, (top, foot)),
                strip.palette[options["grounds"][slide.ground]],
                kept=True,
            )
        ]
        for i, slide in enumerate(strip.slides)
    ]


@lru_cache(maxsize=64)
def _tally(which: tuple[int, int], room: float, right: float, edges: tuple[float, float]) -> Path:
    """Return the strokes of so many slides, of which one is present, closer where they are many."""
    (count, present), (top, foot) = which, edges
    most = (room - _PRESENT) / max(count - 1, 1)
    share = min(1.0, most / (_STROKE + _AIR))
    stroke, air = _STROKE * share, _AIR * share
    middle = (top + foot) / 2
    bars: list[Contour] = []
    x = right
    for i in reversed(range(count)):
        width = _PRESENT if i == present else stroke
        half = _DOT / 2 if i > present else (foot - top) / 2
        bars.append(_bar(x - width, middle - half, x, middle + half))
        x -= width + air
    return tuple(bars)


def _bar(left: float, top: float, right: float, foot: float) -> Contour:
    return ((left, top, True), (right, top, True), (right, foot, True), (left, foot, True))
