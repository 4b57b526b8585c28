"""meadow's progress mark: a clock with a seed for every slide, of which one more has flown on each.

A long deck's clock has no more seeds than can be told apart, and each stands for some slides.
"""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Item, Path, Shape
from swipewell.geometry import Point
from swipewell.ornament.curve import disc
from swipewell.ornament.sea import brush
from swipewell.ornament.strip import Drawn, Options, Strip

_MOST = 12


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the clock of every slide about ``centre``; by ground, ``grounds`` gives its roles.

    The first role is the clock's, the second that of the present slide's seed.
    """
    x, y = float(options["centre"][0]), strip.y(float(options["centre"][1]))
    count = min(len(strip.slides), _MOST)
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        colour, now = (strip.palette[role] for role in options["grounds"][slide.ground])
        clock, seed = _clock(x, y, count, i * count // len(strip.slides))
        items: list[Item] = [Shape(clock, colour, kept=True), Shape(seed, now, kept=True)]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=256)
def _clock(x: float, y: float, count: int, now: int) -> tuple[Path, Path]:
    """Return the clock of a deck on its slide ``now``, and the seed of that slide."""
    step = 2 * math.pi / max(count, 6)
    small = min(4.6, 0.3 * 31 * step)
    many = count > 11
    parts: list[Contour] = [disc(x, y, 7)]
    for k in range(count):
        cos, sin = math.cos(k * step - math.pi / 2), math.sin(k * step - math.pi / 2)
        if k < now:
            parts.append(disc(x + 14.5 * cos, y + 14.5 * sin, 1.2 if many else 1.8))
            continue
        spoke: list[Point] = [
            (x + r * cos, y + r * sin)
            for r in ((15.0, 20.0, 26.0, 31.0) if many else (6.0, 15.0, 24.0, 31.0))
        ]
        parts.append(_straight(brush(spoke, [1.2 if many else 1.7] * 4)))
        if k > now:
            parts.append(disc(x + 31 * cos, y + 31 * sin, small))
    cos, sin = math.cos(now * step - math.pi / 2), math.sin(now * step - math.pi / 2)
    present = disc(x + 31 * cos, y + 31 * sin, max(small + 2.6, min(8.5, 0.62 * 31 * step)))
    return tuple(parts), (present,)


def _straight(contour: Contour) -> Contour:
    return tuple((px, py, True) for px, py, _ in contour)
