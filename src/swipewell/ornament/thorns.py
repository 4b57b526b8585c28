"""meadow's divider: a stem with thorns to the left, and leaves to the right."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Path, Shape
from swipewell.geometry import Point, Rect
from swipewell.ornament.curve import randoms
from swipewell.ornament.growth import BLOOM_ABOVE, above, bezier, course, divider, level
from swipewell.ornament.sea import brush
from swipewell.ornament.seeds import clockwise
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_LONGEST = 110.0
_APART = 102.0
_THORN, _BLADE = 38.0, 0.74 * _LONGEST
"""How far the longest thorn reaches to the left, and the longest leaf to the right, in px."""

_SHARES = (1.0, 0.8, 0.62, 0.46)
"""How long thorns and leaves may be: few shares, so that they are drawn once."""

_CLEAR, _HUNG = 26.0, 22.0
"""How far they keep from words, and how far a mark of quotation hangs out before these, in px."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the stem of every slide that asks for it, from the ground to above the anchor ``halves``.

    ``stem``, ``leaves`` (two in turn) and ``ribs`` name roles.
    """
    stem, *leaves = (strip.palette[role] for role in (options["stem"], *options["leaves"]))
    ribs = [strip.palette[role] for role in options["ribs"]]
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        place = slide.anchors.get("halves")
        if slide.wants("thorns") is None or place is None:
            drawn.append([])
            continue
        foot = round(level(strip, i, 540)) + 4
        top = above(foot, place.top - BLOOM_ABOVE)
        phase = course(strip)
        paths = (
            _stem(top, foot, phase, _share(_left_free(slide, phase), _THORN)),
            *_leaves(top, foot, phase, _share(_right_free(slide, phase), _BLADE)),
        )
        colours = (stem, leaves[0], ribs[0], leaves[1], ribs[1])
        drawn.append([
            Shape(path, colour, kept=True)
            for path, colour in zip(paths, colours, strict=True)
            if path
        ])  # fmt: skip
    return drawn


def _left_free(slide: StripSlide, phase: int) -> float:
    """Return how far the words to the left stay from the stem's middle, in px; far where there are none."""
    return min(
        (_least(line, phase) - line.right for line in slide.numbered("avoid")), default=1080.0
    )


def _right_free(slide: StripSlide, phase: int) -> float:
    """Return how far the words to the right stay from the stem's middle, in px; far where there are none."""
    return min(
        (line.left - _HUNG - _most(line, phase) for line in slide.numbered("dare")), default=1080.0
    )


def _least(line: Rect, phase: int) -> float:
    """Return the x nearest to the left of the stem's middle beside a line, in px."""
    return min(
        divider(phase, line.top), divider(phase, line.centre[1]), divider(phase, line.bottom)
    )


def _most(line: Rect, phase: int) -> float:
    """Return the x nearest to the right of the stem's middle beside a line, in px."""
    return max(
        divider(phase, line.top), divider(phase, line.centre[1]), divider(phase, line.bottom)
    )


def _share(free: float, longest: float) -> float:
    """Return how long, as a share, what reaches so many px at most may be in what is free."""
    fitting = (share for share in _SHARES if share * longest + _CLEAR <= free)
    return next(fitting, _SHARES[-1])


@lru_cache(maxsize=64)
def _stem(top: float, foot: float, phase: int, share: float) -> Path:
    """Return the stem, and its thorns, which have a share of their length."""
    points: list[Point] = [
        (divider(phase, y), float(y)) for y in range(round(foot), round(top), -10)
    ]
    last = len(points) - 1
    shapes = [clockwise(brush(points, [8.5 - 4.5 * k / last for k in range(last + 1)]))]
    chance = iter(randoms(phase * 3 + 8, 120))
    y = foot - 50.0
    while y > top + 66:
        shapes.append(_thorn(y, share * (22 + 16 * next(chance)), 6 + 8 * next(chance), phase))
        y -= 25 + 16 * next(chance)
    return tuple(shapes)


def _thorn(y: float, long: float, low: float, phase: int) -> Contour:
    """Return a thorn to the left that bends down."""
    x = divider(phase, y)
    return clockwise((
        (x + 1, y - 9, True), (x - long * 0.45, y - 7, False), (x - long, y + low, True),
        (x - long * 0.5, y + 2, False), (x + 1, y + 9, True),
    ))  # fmt: skip


@lru_cache(maxsize=64)
def _leaves(top: float, foot: float, phase: int, share: float) -> tuple[Path, Path, Path, Path]:
    """Return leaves to the right, smaller the higher they grow.

    They are two in turn from the lowest up: the blades of the first, its ribs, and those of the other.
    """
    count = max(2, round((foot - top - 130) / _APART))
    out: list[tuple[Contour, Contour]] = []
    for k in range(count):
        y = foot - 62 - k * _APART
        long = share * (_LONGEST - (_LONGEST - 62) * k / max(count - 1, 1))
        out.append(_leaf(divider(phase, y), y, long))
    blades, ribs = zip(*out, strict=True)
    return blades[::2], ribs[::2], blades[1::2], ribs[1::2]


def _leaf(x: float, y: float, long: float) -> tuple[Contour, Contour]:
    way = ((x, y), (x + 0.16 * long, y - 0.62 * long), (x + 0.62 * long, y - 0.5 * long),
           (x + 0.74 * long, y - 0.98 * long))  # fmt: skip
    line = bezier(way, 24)
    halves = [long * 0.19 * math.sin(math.pi * (k / 24) ** 0.82) ** 0.85 + 0.4 if 0 < k < 24 else 0.4
              for k in range(25)]  # fmt: skip
    rib = line[2:20]
    return brush(line, halves), brush(rib, [1.5 * (1 - k / 18) + 0.4 for k in range(18)])
