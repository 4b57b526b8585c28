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

_RAISED = 4.0
"""How far the ring's middle lies above that of the room of its numbers, in px."""

_WIDTH, _THIN, _GAP = 34.0, 0.18, 0.1
"""An arc's width in px, the share that is left of it at its thin end, and what is free between two."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the ring of every slide that breathes: ``colour`` names its role.

    It is as wide as the anchor ``ring``, and stands about the anchors ``phase.0``, ``phase.1`` …
    """
    colour = strip.palette[options["colour"]]
    drawn: Drawn = []
    for slide in strip.slides:
        rows, room = slide.numbered("phase"), slide.anchors.get("ring")
        items: list[Item] = []
        if rows and room is not None and slide.wants("ring") is not None:
            seconds = tuple(float(phase["seconds"]) for phase in slide.fields["phases"])
            middle = (rows[0].top + rows[-1].bottom) / 2 - _RAISED
            items = [
                Shape(_ring(room.centre[0], middle, room.width / 2, seconds), colour, kept=True)
            ]
        drawn.append(items)
    return drawn


_Profile = Callable[[float], float]


def _between(begin: float, end: float) -> _Profile:
    """Return how wide an arc is that passes from one width to another along its length."""
    return lambda t: begin + (end - begin) * t


def _both(t: float) -> float:
    return 1 - (1 - _THIN) * abs(2 * t - 1)


_SWELLING, _EVEN, _THINNING = _between(_THIN, 1), _between(1, 1), _between(1, _THIN)
_PROFILES: dict[int, tuple[_Profile, ...]] = {
    1: (_both,),
    2: (_SWELLING, _THINNING),
    3: (_SWELLING, _EVEN, _THINNING),
    4: (_SWELLING, _EVEN, _THINNING, _between(_THIN, _THIN)),
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
