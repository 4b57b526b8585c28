"""dusk's progress mark: a row of small moons, one a slide, each as full as the deck is read there.

Where there are more than find room, only the present one is shown. On a slide that lists what was
said, moons of the same kind stand before its entries.
"""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Item, Path, Shape
from swipewell.ornament.curve import disc
from swipewell.ornament.moon import crescent
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_LAST, _MIDDLE, _RADIUS = 972.0, 984.0, 12.0
_PITCHES = (36.0, 33.0, 30.0)
_MOST, _AIR = 12, 48.0
_BULLET = 17.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the moons; ``now``, ``past``, ``coming``, ``dark`` and ``lit`` name their roles."""
    now, past, coming, dark, lit = (
        strip.palette[options[name]] for name in ("now", "past", "coming", "dark", "lit")
    )
    count, y = len(strip.slides), strip.y(_MIDDLE)
    pitch = _pitch(strip)
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        items: list[Item] = []
        for k in range(count) if pitch else (i,):
            x = _LAST - (count - 1 - k) * pitch if pitch else _LAST
            items.append(Shape(_disc(x, y, _RADIUS), dark, kept=True))
            colour = now if k == i else past if k < i else coming
            items.append(Shape(_phase(x, y, _RADIUS, k + 1, count), colour, kept=True))
        for x, middle, n, most in _bullets(slide):
            items.append(Shape(_disc(x, middle, _BULLET), dark, kept=True))
            items.append(Shape(_phase(x, middle, _BULLET, n, most), lit, kept=True))
        drawn.append(items)
    return drawn


def _pitch(strip: Strip) -> float:
    """Return how far apart the moons stand, in px; 0 where only one finds room beside the handle."""
    count = len(strip.slides)
    handle = strip.slides[0].anchors.get("handle")
    taken = handle.right if handle is not None else 0.0
    for pitch in _PITCHES:
        if count <= _MOST and _LAST - (count - 1) * pitch - _RADIUS > taken + _AIR:
            return pitch
    return 0.0


def _bullets(slide: StripSlide) -> list[tuple[float, float, int, int]]:
    """Return where bullets stand, which phase each has, and out of how many."""
    wanted = slide.wants("phases")
    lines = slide.numbered("entry") if wanted else []
    x = float(wanted["at"]) if wanted else 0.0
    return [(x, float(round(a.centre[1])), n, len(lines)) for n, a in enumerate(lines, 1)]


@lru_cache(maxsize=256)
def _disc(x: float, y: float, radius: float) -> Path:
    return (disc(x, y, radius),)


@lru_cache(maxsize=1024)
def _phase(x: float, y: float, radius: float, n: int, count: int) -> Path:
    return (crescent(x, y, radius, n / count),)
