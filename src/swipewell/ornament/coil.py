"""clay's coil: one breath as a ring of rolled clay, its arcs as long as the seconds.

It swells as breath comes in, stays full while it is held, and thins as it goes out.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import accumulate

from swipewell.frame import Item, Path, PathPoint
from swipewell.ornament.clay import formed
from swipewell.ornament.strip import Drawn, Options, Strip

_THIN, _FULL = 24.0, 88.0
_GAP = 26.0
"""How far apart coils end and begin, in px along the ring."""

Swell = tuple[float, float]
_SWELLS: dict[int, tuple[Swell, ...]] = {
    1: ((_THIN, _FULL),),
    2: ((_THIN, _FULL), (_FULL, _THIN)),
    3: ((_THIN, _FULL), (_FULL, _FULL), (_FULL, _THIN)),
    4: ((_THIN, _FULL), (_FULL, _FULL), (_FULL, _THIN), (_THIN, _THIN)),
}
"""How wide each of so many phases begins and ends, in px."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the coil about the anchor ``ring`` of every slide, its phases' seconds clockwise from noon.

    ``tones`` gives the phases' tones by their number.
    """
    drawn: Drawn = []
    for slide in strip.slides:
        ring = slide.anchors.get("ring")
        if slide.wants("coil") is None or ring is None:
            drawn.append([])
            continue
        seconds = tuple(_number(phase["seconds"]) for phase in slide.fields["phases"])
        x, y = ring.centre
        coils = _coils(round(x), round(y), ring.width / 2, seconds)
        items: list[Item] = []
        for path, name in zip(coils, options["tones"][len(seconds)], strict=True):
            items += formed(strip.palette, path, name, small=True, strength=0.25)
        drawn.append(items)
    return drawn


def _number(text: str) -> float:
    """Return seconds as a number, in whatever digits they are written."""
    return float(text)


@lru_cache(maxsize=64)
def _coils(x: float, y: float, radius: float, seconds: tuple[float, ...]) -> tuple[Path, ...]:
    """Return a coil for every phase; ``radius`` is that of the outer edge where it is full."""
    middle = radius - _FULL / 2
    scale = min(1.0, radius / 314)
    total = sum(seconds)
    turns = [2 * math.pi * at / total for at in accumulate(seconds, initial=0.0)]
    gap = _GAP * scale / middle / 2
    swells = _SWELLS[len(seconds)]
    return tuple(
        (_coil((x, y), middle, (start + gap, end - gap), (a * scale, b * scale)),)
        for start, end, (a, b) in zip(turns, turns[1:], swells, strict=False)
    )


def _coil(
    centre: tuple[float, float], radius: float, turn: tuple[float, float], swell: Swell
) -> tuple[PathPoint, ...]:
    """Return one coil between two angles (radians from noon), with round ends."""
    start, end = turn
    length = (end - start) * radius
    count = max(24, round(length / 9))
    outer: list[PathPoint] = []
    inner: list[PathPoint] = []
    for k in range(count + 1):
        # finer towards the ends, which are round
        share = (1 - math.cos(math.pi * k / count)) / 2
        along = share * length
        wide = swell[0] + (swell[1] - swell[0]) * share
        tip, rest = (swell[0], along) if share < 0.5 else (swell[1], length - along)
        half = wide / 2
        if rest < tip / 2:
            half *= math.sqrt(max(0.0, 1 - (1 - rest / (tip / 2)) ** 2))
        angle = start + share * (end - start) - math.pi / 2
        c, s = math.cos(angle), math.sin(angle)
        outer.append((centre[0] + c * (radius + half), centre[1] + s * (radius + half), False))
        inner.append((centre[0] + c * (radius - half), centre[1] + s * (radius - half), False))
    return (*outer, *reversed(inner))
