"""meadow's marker: a butter stroke behind every line that is to be said, or dialled."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Copy, Item, Symbol
from swipewell.ornament.sea import brush
from swipewell.ornament.strip import Drawn, Options, Strip

_BEFORE, _AFTER = 15.0, 16.0
_MOST = 60.0
_LIFT = 0.03
"""How far above its line's middle a stroke lies, as a share of the line's height: as high as letters look."""

_WIDER = 12
"""In which steps strokes grow with their lines, in px."""

_HANDS = 2
"""How many strokes of a size differ."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return a stroke behind every anchor ``marked.0``, ``marked.1`` …, in the role ``colour``.

    A slide may say with ``marker: {before: 30}`` how far it begins before its line, in px: further
    where a quotation mark hangs there; and with ``lift`` how far above the line's middle it lies, as a
    share of its height: higher where capitals and figures stand alone.
    """
    colour = strip.palette[options["colour"]]
    drawn: Drawn = []
    for slide in strip.slides:
        wanted = slide.wants("marker") or {}
        before, lift = float(wanted.get("before", _BEFORE)), float(wanted.get("lift", _LIFT))
        items: list[Item] = []
        for k, line in enumerate(slide.numbered("marked")):
            high = min(line.height - 6, max(_MOST, 0.78 * line.height))
            middle = line.centre[1] - lift * line.height
            wide = line.width + before + _AFTER
            stroke = _stroke(round(wide / _WIDER) * _WIDER, round(high), (strip.seed + k) % _HANDS)
            centre = line.left - before + wide / 2
            items.append(Copy(stroke, round(centre), round(middle)).shape(colour))
        drawn.append(items)
    return drawn


@lru_cache(maxsize=256)
def _stroke(wide: int, high: int, variant: int) -> Symbol:
    """Return one stroke of a broad pen about the origin, blunt where it is set down and lifted."""
    count = max(6, round(wide / 14))
    points, halves = [], []
    for k in range(count + 1):
        wave = 1.6 * math.sin(0.45 * k + variant) + 0.7 * math.sin(1.3 * k + 2 * variant)
        points.append((wide * (k / count - 0.5), wave - 0.08 * (k - count / 2)))
        end = 0.74 if k in (0, count) else 1.0
        halves.append(high / 2 * end + 0.8 * math.sin(0.6 * k + variant))
    return Symbol((tuple((x, y, True) for x, y, _ in brush(points, halves)),))
