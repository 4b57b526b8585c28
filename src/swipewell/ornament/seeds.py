"""meadow's seeds: on the clock of a breath, adrift, or landed."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Copy, Item, Path, Symbol
from swipewell.geometry import Point
from swipewell.ornament.curve import disc, randoms
from swipewell.ornament.growth import Core, Globe, Seed, bezier, reaching
from swipewell.ornament.sea import brush
from swipewell.ornament.strip import Drawn, Options, Strip

_SPREAD = 1.18
"""Half the angle, in radians, over which a seed's hairs stand."""

_AROUND = 13
"""How many seeds a small clock has that is whole."""

_FAINT = 0.55


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the seeds of every slide, each one in the role that ``grounds`` gives for its ground.

    ``core`` names the roles of the middle of a clock, and of its pits.
    """
    core, pits = (strip.palette[role] for role in options["core"])
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        colour = strip.palette[options["grounds"][slide.ground]["seed"]]
        items: list[Item] = []
        for part, dx in reaching(strip, i, (Seed, Globe, Core)):
            if isinstance(part, Seed):
                seed = _seed(part._replace(x=0, y=0))
                items.append(_at(seed, part, dx).shape(colour))
            elif isinstance(part, Globe):
                items.append(_at(_globe(part.radius, part.variant), part, dx).shape(colour))
            elif isinstance(part, Core):
                if part.bare:
                    rays = _rays(part.radius, part.bare)
                    items.append(_at(rays, part, dx).shape(colour, _FAINT))
                plate, dots = _core(part.radius)
                items += [_at(plate, part, dx).shape(core), _at(dots, part, dx).shape(pits)]
        drawn.append(items)
    return drawn


def _at(symbol: Symbol, part: Seed | Globe | Core, dx: int) -> Copy:
    """Return a symbol where a part is on a slide, at whole px."""
    return Copy(symbol, round(part.x) + dx, round(part.y))


@lru_cache(maxsize=1024)
def _seed(seed: Seed) -> Symbol:
    """Return a seed whose beak begins at the origin."""
    return Symbol(_contours(seed))


@lru_cache(maxsize=128)
def _globe(radius: float, variant: int) -> Symbol:
    """Return the seeds of a whole clock about the origin: each a little further than the last."""
    turns = (2 * math.pi * (k + 0.2) / _AROUND for k in range(_AROUND))
    seeds = (Seed(0, 0, turn, radius, 7, variant, fruit=False, spread=0.62) for turn in turns)
    return Symbol(tuple(contour for seed in seeds for contour in _contours(seed)))


def _contours(seed: Seed) -> Path:
    """Return the outlines of a seed whose beak begins at its place and points along its angle."""
    cos, sin = math.cos(seed.angle), math.sin(seed.angle)

    def at(u: float, v: float) -> Point:
        return seed.x + cos * u - sin * v, seed.y + sin * u + cos * v

    k = seed.length / 150
    reach = seed.length * 0.62
    beak = bezier((at(0, 0), at(seed.length * 0.3, 4 * k), at(reach, 0)), 10)
    contours: list[Contour] = [brush(beak, [1.5 * k + 0.6] * 11)]
    if seed.fruit:
        contours.append(_fruit([at(seed.length * (0.05 - 0.23 * j / 10), 0) for j in range(11)], k))
    chance = iter(randoms(seed.variant * 3 + seed.hairs, seed.hairs * 2))
    for i in range(seed.hairs):
        share = i / (seed.hairs - 1) * 2 - 1 if seed.hairs > 1 else 0.0
        turn = share * _SPREAD * seed.spread + 0.09 * (next(chance) - 0.5)
        hair = seed.length * 0.4 * (1 - 0.12 * share * share) * (0.92 + 0.14 * next(chance))
        bent = at(reach + math.cos(turn * 0.55) * hair * 0.5, math.sin(turn * 0.55) * hair * 0.5)
        end = at(reach + math.cos(turn) * hair, math.sin(turn) * hair)
        line = bezier((at(reach, 0), bent, end), 5)
        thick = min(1.9, 1.25 * k)
        contours.append(brush(line, [thick * (1 - 0.1 * j) + 0.55 for j in range(6)]))
        contours.append(disc(*end, min(2.9, 1.6 * k + 0.7)))
    return tuple(map(clockwise, contours))


def _fruit(spine: list[Point], k: float) -> Contour:
    """Return the fruit below a seed's beak, blunt where it once was held."""
    halves = [6.2 * k * math.sin(math.pi * (0.06 + 0.86 * j / 10) ** 0.9) + 0.5 for j in range(11)]
    return brush(spine, halves)


def clockwise(contour: Contour) -> Contour:
    """Return a contour in the direction of a disc, so that several may overlap in one path."""
    area = sum(
        ax * by - bx * ay
        for (ax, ay, _), (bx, by, _) in zip(contour, (*contour[1:], contour[0]), strict=True)
    )
    return contour if area > 0 else tuple(reversed(contour))


@lru_cache(maxsize=64)
def _rays(radius: float, angles: tuple[float, ...]) -> Symbol:
    """Return what shows where seeds sat on a clock: a thin ray each, with a knob at its end."""
    contours: list[Contour] = []
    for angle in angles:
        cos, sin = math.cos(angle), math.sin(angle)
        ray = [(r * radius * cos, r * radius * sin) for r in (1.2, 1.8, 2.4, 3.0)]
        contours += [brush(ray, [1.6, 1.5, 1.4, 1.3]), disc(*ray[-1], 5.0)]
    return Symbol(tuple(map(clockwise, contours)))


@lru_cache(maxsize=64)
def _core(radius: float) -> tuple[Symbol, Symbol]:
    """Return the middle of a clock about the origin, and pits in a spiral, where seeds sat."""
    pits = []
    for i in range(26):
        a, r = i * 2.4, math.sqrt(i / 26) * radius * 0.84
        pits.append(disc(math.cos(a) * r, math.sin(a) * r, radius * 0.08))
    return Symbol((disc(0, 0, radius),)), Symbol(tuple(pits))
