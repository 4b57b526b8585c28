"""tide's pool: still water that the tide has left, in which help is written."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Path, Shape
from swipewell.geometry import Point
from swipewell.ornament.curve import closed, randoms
from swipewell.ornament.sea import brush, tapered
from swipewell.ornament.strip import Drawn, Options, Strip

_LEFT, _RIGHT = 38.0, 1042.0
_ROUND = 112.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the pool about every anchor ``pool``; on the last slide it runs off to the right.

    ``colour`` names the role of the water, ``foam`` that of its rim; a slide may say how far the
    water reaches ``above`` and ``below`` what is written in it, in px.
    """
    colour, foam = strip.palette[options["colour"]], strip.palette[options["foam"]]
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        place = slide.anchors.get("pool")
        if place is None:
            drawn.append([])
            continue
        room = slide.wants("pool") or {}
        top, bottom = place.top - room.get("above", 20), place.bottom + room.get("below", 14)
        open_ = i == len(strip.slides) - 1
        area, rim = _pool(round(top), round(bottom), open_, strip.seed % 8)
        drawn.append([Shape(area, colour, kept=True), Shape(rim, foam, kept=True)])
    return drawn


@lru_cache(maxsize=32)
def _pool(top: float, bottom: float, open_: bool, seed: int) -> tuple[Path, Path]:
    """Return a pool's area between two heights, and the foam on its rim."""
    end = 1120.0 if open_ else _RIGHT - _ROUND
    reach = min(_ROUND, (bottom - top) * 0.48)
    start = _LEFT + reach
    upper = _bank(start, end, top, seed * 0.9)
    lower = _bank(start, end, bottom, seed * 0.9 + 2)
    outline = [*upper, *([] if open_ else _turn(end, upper[-1][1], lower[-1][1], _RIGHT - end)),
               *reversed(lower), *reversed(_turn(start, upper[0][1], lower[0][1], -reach))]  # fmt: skip
    return (closed(outline),), (*_rim(upper, seed), *_rim(lower, seed + 5))


def _bank(start: float, end: float, y: float, phase: float) -> list[Point]:
    count = round((end - start) / 24)
    xs = [start + (end - start) * k / count for k in range(count + 1)]
    return [(x, y + 5 * math.sin(x / 170 + phase) + 2.5 * math.sin(x / 61 + 2 * phase)) for x in xs]


def _turn(x: float, top: float, bottom: float, reach: float) -> list[Point]:
    """Return how the bank turns from the upper to the lower shore, bulging by ``reach`` px."""
    middle, high = (top + bottom) / 2, (bottom - top) / 2
    turns = [math.pi * (k / 12 - 0.5) for k in range(1, 12)]
    return [(x + reach * math.cos(t) ** 0.8, middle + high * math.sin(t)) for t in turns]


def _rim(bank: list[Point], seed: int) -> list[Contour]:
    """Return foam in a few broken ribbons along a bank."""
    chance = iter(randoms(seed * 7 + 4, 40))
    strokes: list[Contour] = []
    at = 0
    while at < len(bank) - 8:
        count = min(round(8 + 9 * next(chance)), len(bank) - at)
        strokes.append(brush(bank[at : at + count], tapered(count, 2 + 1.4 * next(chance), 0.5)))
        at += count + round(1 + 4 * next(chance))
    return strokes
