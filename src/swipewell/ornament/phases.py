"""dusk's progress mark: a row of small moons, one a slide, each as full as the deck is read there.

Where there are more than find room, only the present one is shown, and larger. On a slide that lists what was
said, moons of the same kind stand before its entries.
"""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Item, Path, Shape
from swipewell.ornament.curve import disc
from swipewell.ornament.moon import crescent
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_RIGHT, _MIDDLE, _RADIUS, _ALONE = 984.0, 984.0, 12.0, 24.0
_PITCHES = (36.0, 33.0, 30.0)
_MOST, _AIR = 12, 48.0
_BULLET = 17.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the moons; ``now``, ``past``, ``coming``, ``dark`` and ``lit`` name their roles."""
    now, past, coming, dark, lit = (
        strip.palette[options[name]] for name in ("now", "past", "coming", "dark", "lit")
    )
    count, y, pitch = len(strip.slides), strip.y(_MIDDLE), _pitch(strip)
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        discs, moons = _row(y, count, pitch, i)
        items: list[Item] = [Shape(discs, dark if pitch else coming, kept=True)]
        for moon, colour in zip(moons, (past, now, coming), strict=True):
            items += [Shape(moon, colour, kept=True)] if moon else []
        for x, middle, n, most in _bullets(slide):
            items.append(Shape(_disc(x, middle), dark, kept=True))
            items.append(Shape(_phase(x, middle, n, most), lit, kept=True))
        drawn.append(items)
    return drawn


@lru_cache(maxsize=256)
def _row(y: float, count: int, pitch: float, present: int) -> tuple[Path, tuple[Path, Path, Path]]:
    """Return the discs of a row, and what is lit of those before the present one, of it, and after it."""
    shown = range(count) if pitch else range(present, present + 1)
    radius = _RADIUS if pitch else _ALONE
    at = {k: _RIGHT - radius - (count - 1 - k) * pitch for k in shown}
    lit = {k: crescent(x, y, radius, (k + 1) / count) for k, x in at.items()}
    before = tuple(path for k, path in lit.items() if k < present)
    after = tuple(path for k, path in lit.items() if k > present)
    discs = tuple(disc(x, y, radius) for x in at.values())
    return discs, (before, (lit[present],), after)


def row_left(strip: Strip) -> float:
    """Return the x of the left edge of the row of moons, in px."""
    pitch = _pitch(strip)
    return _RIGHT - 2 * (_RADIUS if pitch else _ALONE) - (len(strip.slides) - 1) * pitch


def _pitch(strip: Strip) -> float:
    """Return how far apart the moons stand, in px; 0 where only one finds room beside the handle."""
    count = len(strip.slides)
    handle = strip.slides[0].anchors.get("handle")
    taken = handle.right if handle is not None else 0.0
    for pitch in _PITCHES:
        if count <= _MOST and _RIGHT - 2 * _RADIUS - (count - 1) * pitch > taken + _AIR:
            return pitch
    return 0.0


def _bullets(slide: StripSlide) -> list[tuple[float, float, int, int]]:
    """Return where bullets stand, which phase each has, and out of how many."""
    wanted = slide.wants("phases")
    lines = slide.numbered("entry") if wanted else []
    x = float(wanted["at"]) if wanted else 0.0
    return [(x, float(round(a.centre[1])), n, len(lines)) for n, a in enumerate(lines, 1)]


@lru_cache(maxsize=64)
def _disc(x: float, y: float) -> Path:
    return (disc(x, y, _BULLET),)


@lru_cache(maxsize=256)
def _phase(x: float, y: float, n: int, count: int) -> Path:
    return (crescent(x, y, _BULLET, n / count),)
