"""meadow's ground: one stroke from the first slide to the last, and grass that leans with one wind."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Item, Path, Shape
from swipewell.geometry import Point
from swipewell.ornament.curve import randoms
from swipewell.ornament.growth import GROUND, bezier, course, rise
from swipewell.ornament.sea import brush
from swipewell.ornament.strip import Drawn, Options, Strip

_STEP = 20
_WIDE = 1080
_TURNS = 4
"""After how many slides the ground comes again."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the ground of every slide and its tufts, in the roles that ``grounds`` gives for its ground.

    A slide may say with ``turf: {tufts: [[300, 70], …]}`` where tufts stand, and how high, in px.
    """
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        tones = options["grounds"][slide.ground]
        stroke, blades = (strip.palette[role] for role in (tones["line"], tones["grass"][0]))
        faint = strip.palette[tones["grass"][1]]
        items: list[Item] = [Shape(_ground(*_key(strip, i)), stroke, kept=True)]
        wanted = (slide.wants("turf") or {}).get("tufts", options["tufts"])
        for k, (x, high) in enumerate(wanted):
            tone = faint if (i + k + strip.seed) % 3 == 0 else blades
            tuft = _tuft(*_key(strip, i), k, float(x), float(high), (strip.seed + i + k) % 5)
            items.append(Shape(tuft, tone, kept=True))
        drawn.append(items)
    return drawn


_Key = tuple[int, int, float]


def _key(strip: Strip, index: int) -> _Key:
    """Return what a slide's ground depends on: its turn, its course, and where the line lies."""
    return index % _TURNS, course(strip), strip.y(GROUND)


def _line(key: _Key, x: float) -> float:
    turn, phase, base = key
    return base + rise(phase, turn * _WIDE + x)


@lru_cache(maxsize=64)
def _ground(turn: int, phase: int, base: float) -> Path:
    """Return the stroke over one slide, a little further than its borders."""
    points: list[Point] = []
    halves: list[float] = []
    for x in range(-2 * _STEP, _WIDE + 3 * _STEP, _STEP):
        along = (turn * _WIDE + x) / (_TURNS * _WIDE) * 2 * math.pi
        points.append((float(x), _line((turn, phase, base), x)))
        halves.append(2.4 + 1.1 * math.sin(15 * along + phase) + 0.6 * math.sin(6 * along))
    return (brush(points, halves),)


@lru_cache(maxsize=512)
def _tuft(
    turn: int, phase: int, base: float, index: int, x: float, high: float, variant: int
) -> Path:
    """Return some blades about an x, as high as it says or less, all leaning to the right."""
    chance = iter(randoms(variant * 17 + index * 5 + turn, 40))
    count = 3 + int(3.99 * next(chance))
    blades: list[Contour] = []
    for k in range(count):
        at = x + (k + 0.8 * next(chance)) / count * 72 - 36
        tall = high * (0.4 + 0.85 * next(chance))
        lean = tall * (0.05 + 0.5 * next(chance))
        foot = _line((turn, phase, base), at) + 3
        way = ((at, foot), (at + 0.2 * lean, foot - 0.6 * tall), (at + lean, foot - tall))
        blades.append(brush(bezier(way, 8), [2.9 * (1 - j / 8) ** 0.8 + 0.5 for j in range(9)]))
    return tuple(blades)
