"""meadow's ground: one stroke from the first slide to the last, and grass that leans with one wind."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Copy, Item, Path, Shape, Symbol
from swipewell.geometry import Point
from swipewell.ornament.curve import randoms
from swipewell.ornament.growth import GROUND, bezier, course, level, rise, stepped
from swipewell.ornament.sea import brush
from swipewell.ornament.strip import Drawn, Options, Strip

_STEP = 20
_ACROSS = 72
"""How wide a tuft is at its foot, in px."""

_RUN = 20
"""Over how many px the ground's fall is told in whole px: so a tuft's ends miss it by one at most."""

_TUFTS = 4
"""How many tufts of a height differ."""

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
            ground, fall = round(level(strip, i, x)), _fall(strip, i, x)
            tuft = _tuft(stepped(high, 10), (strip.seed + i + k) % _TUFTS, fall)
            items.append(Copy(tuft, round(x), ground).shape(tone))
        drawn.append(items)
    return drawn


def _fall(strip: Strip, index: int, x: float) -> int:
    """Return by how many px the ground falls to the right over ``_RUN`` px about a place."""
    apart = level(strip, index, x + _ACROSS / 2) - level(strip, index, x - _ACROSS / 2)
    return round(apart / _ACROSS * _RUN)


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
def _tuft(high: int, variant: int, slope: int) -> Symbol:
    """Return some blades about the origin, as high as it says or less, all leaning to the right.

    They stand on ground that falls to the right by so many px over ``_RUN`` px.
    """
    chance = iter(randoms(variant * 17 + high, 40))
    count = 3 + int(3.99 * next(chance))
    blades: list[Contour] = []
    for k in range(count):
        at = (k + 0.8 * next(chance)) / count * _ACROSS - _ACROSS / 2
        tall = high * (0.4 + 0.85 * next(chance))
        lean = tall * (0.05 + 0.5 * next(chance))
        foot = slope * at / _RUN + 3
        way = ((at, foot), (at + 0.2 * lean, foot - 0.6 * tall), (at + lean, foot - tall))
        blades.append(brush(bezier(way, 8), [2.9 * (1 - j / 8) ** 0.8 + 0.5 for j in range(9)]))
    return Symbol(tuple(blades))
