"""meadow's leaves: a midrib, and lobes on either side that point back to the root, no two sides alike."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

from swipewell.frame import Contour, Copy, Item, PathPoint, Symbol
from swipewell.geometry import Point
from swipewell.ornament.curve import randoms
from swipewell.ornament.growth import Leaf, Stem, bezier, reaching, rooted
from swipewell.ornament.sea import brush
from swipewell.ornament.strip import Drawn, Options, Strip

_STEPS = 120
_FIRST = 0.17
"""At which share of a leaf's length its rib begins to show."""

_TIP = 0.8
"""From which share of its length on a leaf is one point without lobes."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the stems and leaves of every slide, in the tones of its ground (``grounds``)."""
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        tones = options["grounds"][slide.ground]
        items: list[Item] = []
        for part, dx in reaching(strip, i, (Stem, Leaf)):
            if isinstance(part, Stem):
                x, y, points = rooted(part.points)
                colour = strip.palette[tones["stem"][part.tone]]
                items.append(Copy(_stem(points, part.foot, part.top), x + dx, y).shape(colour))
            elif isinstance(part, Leaf):
                x, y, points = rooted(part.points)
                blade, rib = _leaf(points, part.width, part.lobes, part.variant)
                fill, line = (strip.palette[role] for role in tones["leaf"][part.tone])
                items += [Copy(blade, x + dx, y).shape(fill), Copy(rib, x + dx, y).shape(line)]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=512)
def _stem(points: tuple[Point, ...], foot: float, top: float) -> Symbol:
    """Return a stem, so many px to either side of its middle at its foot and at its top."""
    curve = bezier(points, 30)
    halves = [foot + (top - foot) * k / 30 + 0.6 * math.sin(k * 0.7) for k in range(31)]
    return Symbol((_blunt(brush(curve, halves)),))


def _blunt(contour: Contour) -> Contour:
    """Return an outline with corners where it begins and ends."""
    middle = len(contour) // 2
    ends = {0, middle - 1, middle, len(contour) - 1}
    return tuple((x, y, k in ends) for k, (x, y, _) in enumerate(contour))


@lru_cache(maxsize=512)
def _leaf(
    points: tuple[Point, ...], width: float, lobes: int, variant: int
) -> tuple[Symbol, Symbol]:
    """Return a leaf's blade and its rib about its root; ``width`` is how far its lobes reach, in px."""
    rib = _Rib(bezier(points, _STEPS))
    chance = iter(randoms(variant * 13 + lobes, 4 * lobes + 8))
    there = _side(rib, width, lobes, 1, chance)
    back = _side(rib, width, lobes, -1, chance)
    outline = [(*rib.at(0.0, 0.0), True), *there, *reversed(back[:-1])]
    slim = min(1.0, width / 44)
    line = rib.points[round(_FIRST * _STEPS) : round(0.93 * _STEPS) : 4]  # never beyond the blade
    last = len(line) - 1
    halves = [2.6 * slim * min(1 - k / last, (k + 1) / 4) + 0.7 for k in range(last + 1)]
    return Symbol((tuple(outline),)), Symbol((brush(line, halves),))


class _Rib:
    """A midrib: points along it, and places beside it."""

    def __init__(self, points: list[Point]) -> None:
        self.points = points

    def at(self, share: float, aside: float) -> Point:
        """Return the point at a share of the length, so many px to the right of the direction of growth."""
        last = len(self.points) - 1
        k = round(max(0.0, min(1.0, share)) * last)
        (ax, ay), (bx, by) = self.points[max(k - 1, 0)], self.points[min(k + 1, last)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        x, y = self.points[k]
        return x - (by - ay) / length * aside, y + (bx - ax) / length * aside


def _side(
    rib: _Rib, width: float, lobes: int, side: int, chance: Iterator[float]
) -> list[PathPoint]:
    """Return one side of a leaf from its root to its tip, by quadratic curves."""
    first = 0.12 + 0.03 * next(chance)
    step = (_TIP - first) / lobes
    points = [_on(rib, 0.0, side * width * 0.05), _on(rib, first - 0.02, side * width * 0.07)]
    for k in range(lobes):
        root = first + k * step
        reach = _reach(width, root + step * 0.4) * (0.76 + 0.32 * next(chance))
        tip = rib.at(root - step * (0.18 + 0.18 * next(chance)), side * reach)
        points += [
            _off(rib, root + step * 0.16, side * reach * 0.34),
            (*tip, True),
            _off(rib, root + step * 0.46, side * reach * 0.86),
            _on(rib, root + step * 0.92, side * width * (0.13 + 0.14 * root)),
        ]
    end = _reach(width, 0.84) * 0.92
    points += [
        _off(rib, 0.82, side * end * 0.3),
        _on(rib, 0.775, side * end),
        _off(rib, 0.9, side * end * 0.86),
        _on(rib, 1.0, 0.0),
    ]
    return points


def _reach(width: float, share: float) -> float:
    """Return how far lobes reach to a side at a share of a leaf's length, in px."""
    narrowing = 1 - 0.25 * (share - _TIP) / (1 - _TIP) if share > _TIP else 1.0
    return width * (0.25 + 0.95 * math.pow(share, 0.8)) * narrowing


def _on(rib: _Rib, share: float, aside: float) -> PathPoint:
    return (*rib.at(share, aside), True)


def _off(rib: _Rib, share: float, aside: float) -> PathPoint:
    return (*rib.at(share, aside), False)
