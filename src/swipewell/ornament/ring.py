"""dusk's breath: a ring about its numbers, an arc for each phase, as long as its seconds.

The first breath in swells, what is held is even, and the breath out grows thin.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, pairwise

from swipewell.frame import Contour, Item, Path, Shape
from swipewell.ornament.strip import Drawn, Options, Strip

_WIDTH, _THIN, _GAP = 34.0, 0.18, 0.1
"""An arc's width in px, the share that is left of it at its thin end, and what is free between two."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the ring of every slide that breathes: ``colour`` names its role."""
    colour = strip.palette[options["colour"]]
    drawn: Drawn = []
    for slide in strip.slides:
        wanted = slide.wants("ring")
        items: list[Item] = []
        if wanted:
            seconds = tuple(float(phase["seconds"]) for phase in slide.fields["phases"])
            x, y, r = float(wanted["x"]), slide.height(wanted["y"]), float(wanted["radius"])
            items = [Shape(_ring(x, y, r, seconds), colour, kept=True)]
        drawn.append(items)
    return drawn


_Profile = Callable[[float], float]


def _swelling(t: float) -> float:
    return _THIN + (1 - _THIN) * t


def _thinning(t: float) -> float:
    return 1 - (1 - _THIN) * t


def _even(t: float) -> float:
    return 1.0


def _thin(t: float) -> float:
    return _THIN


def _both(t: float) -> float:
    return _swelling(2 * t) if t < 0.5 else _thinning(2 * t - 1)


_PROFILES: dict[int, tuple[_Profile, ...]] = {
    1: (_both,),
    2: (_swelling, _thinning),
    3: (_swelling, _even, _thinning),
    4: (_swelling, _even, _thinning, _thin),
}
"""How wide the arcs of so many phases are along their lengths."""


@lru_cache(maxsize=64)
def _ring(x: float, y: float, r: float, seconds: tuple[float, ...]) -> Path:
    """Return the arcs about a centre, from the top on."""
    total = sum(seconds)
    turns = [2 * math.pi * s / total - math.pi / 2 for s in accumulate(seconds, initial=0.0)]
    profiles = _PROFILES[len(seconds)]
    return tuple(
        _arc(x, y, r, a + _GAP / 2, b - _GAP / 2, profile)
        for (a, b), profile in zip(pairwise(turns), profiles, strict=True)
    )


def _arc(x: float, y: float, r: float, a0: float, a1: float, profile: _Profile) -> Contour:
    """Return an arc from one angle to another, as wide as its profile says."""
    count = max(8, round((a1 - a0) * r / 16))
    outer: list[tuple[float, float, bool]] = []
    inner: list[tuple[float, float, bool]] = []
    for k in range(count + 1):
        a, half = a0 + (a1 - a0) * k / count, _WIDTH / 2 * profile(k / count)
        on = k in (0, count)
        outer.append((x + (r + half) * math.cos(a), y + (r + half) * math.sin(a), on))
        inner.append((x + (r - half) * math.cos(a), y + (r - half) * math.sin(a), on))
    return (*outer, *reversed(inner))
