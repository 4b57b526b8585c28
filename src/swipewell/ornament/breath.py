"""tide's breath: a bead of foam on the water for every second, and the sun that rolls up the in-breath."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import accumulate

from swipewell.frame import Contour, Gradient, Item, Path, Shape
from swipewell.ornament.curve import disc
from swipewell.ornament.sea import LUNG, Line, Water, brush, lines, waters
from swipewell.ornament.strip import Drawn, Options, Strip

_MOST_BEADS = 24
_SUN = 48.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return what rides on a breath; ``foam`` and ``sun``, top and foot, name its roles."""
    foam = strip.palette[options["foam"]]
    top, foot = (strip.palette[role] for role in options["sun"])
    drawn: Drawn = []
    for slide, water in zip(strip.slides, waters(strip), strict=True):
        items: list[Item] = []
        if slide.wants("breath") is not None:
            said = slide.anchors.get("seconds.0")
            feet = said.top + 8 if said is not None else strip.y(812.0)
            if plumb := _plumb(water, feet):
                items.append(Shape(plumb, foam, 0.5, kept=True))
            items.append(Shape(_beads(water), foam, kept=True))
            ball, high = _ball(water)
            fade = Gradient((0.0, high), (0.0, high + 2 * _SUN), ((0.0, top), (1.0, foot)))
            items.append(Shape(ball, fade, kept=True))
        drawn.append(items)
    return drawn


def _turns(water: Water) -> list[float]:
    """Return where phases begin and the last one ends, as x in px."""
    seconds = water.here.marks
    left, wide = LUNG
    return [left + wide * s / sum(seconds) for s in accumulate(seconds, initial=0.0)]


@lru_cache(maxsize=64)
def _beads(water: Water) -> Path:
    """Return a bead for every second, large where a phase begins or ends."""
    line, turns = lines(water)[3], _turns(water)
    total = sum(water.here.marks)
    left, wide = LUNG
    big: list[Contour] = [disc(x, line.at(x), 11.0) for x in turns]
    count = int(total) if total <= _MOST_BEADS else 0
    small = [left + wide * s / total for s in range(count + 1)]
    return tuple(
        big + [disc(x, line.at(x), 6.0) for x in small if min(abs(x - t) for t in turns) > 8]
    )


@lru_cache(maxsize=64)
def _plumb(water: Water, feet: float) -> Path:
    """Return the lines from the surface down to the numbers of the phases within the breath."""
    line = lines(water)[3]
    strokes: list[Contour] = []
    for x in _turns(water)[1:-1]:
        top = line.at(x) + 26
        if feet - top < 30:
            continue
        points = [(x + 1.2 * math.sin(k * 0.9), top + (feet - top) * k / 12) for k in range(13)]
        strokes.append(brush(points, [1.6 - 0.9 * k / 12 for k in range(13)]))
    return tuple(strokes)


@lru_cache(maxsize=64)
def _ball(water: Water) -> tuple[Path, float]:
    """Return the sun that rests on the slope half-way through the first phase, and its top in px."""
    line, turns = lines(water)[3], _turns(water)
    x = (turns[0] + turns[1]) / 2 if len(turns) > 2 else turns[0] + (turns[1] - turns[0]) / 4
    dx, dy = _uphill(line, x)
    cx, cy = x + dy * (_SUN + 14), line.at(x) - dx * (_SUN + 14)
    return (disc(cx, cy, _SUN),), cy - _SUN


def _uphill(line: Line, x: float) -> tuple[float, float]:
    """Return the direction of a surface at an x, as a unit vector to the right."""
    dx, dy = 24.0, line.at(x + 12) - line.at(x - 12)
    length = math.hypot(dx, dy)
    return dx / length, dy / length
