"""meadow's seeds: on the clock of a breath, adrift, or landed."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Item, Path, Shape
from swipewell.geometry import Point
from swipewell.ornament.curve import disc, randoms
from swipewell.ornament.growth import Core, Seed, bezier, reaching
from swipewell.ornament.sea import brush
from swipewell.ornament.strip import Drawn, Options, Strip

_SPREAD = 1.18
"""Half the angle, in radians, over which a seed's hairs stand."""

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
        for part, dx in reaching(strip, i, (Seed, Core)):
            if isinstance(part, Seed):
                items.append(Shape(_seed(part._replace(x=part.x + dx)), colour, kept=True))
            elif isinstance(part, Core):
                plate, dots = _core(part.x + dx, part.y, part.radius)
                if part.bare:
                    rays = _rays(part.x + dx, part.y, part.radius, part.bare)
                    items.append(Shape(rays, colour, _FAINT, kept=True))
                items += [Shape(plate, core, kept=True), Shape(dots, pits, kept=True)]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=512)
def _seed(seed: Seed) -> Path:
    """Return a seed whose beak begins at a place and points along its angle."""
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


@lru_cache(maxsize=32)
def _rays(x: float, y: float, radius: float, angles: tuple[float, ...]) -> Path:
    """Return what shows where seeds sat on a clock: a thin ray each, with a knob at its end."""
    contours: list[Contour] = []
    for angle in angles:
        cos, sin = math.cos(angle), math.sin(angle)
        ray = [(x + r * radius * cos, y + r * radius * sin) for r in (1.2, 1.8, 2.4, 3.0)]
        contours += [brush(ray, [1.6, 1.5, 1.4, 1.3]), disc(*ray[-1], 5.0)]
    return tuple(map(clockwise, contours))


@lru_cache(maxsize=32)
def _core(x: float, y: float, radius: float) -> tuple[Path, Path]:
    """Return the middle of a clock, and pits in a spiral, where seeds sat."""
    pits = []
    for i in range(26):
        a, r = i * 2.4, math.sqrt(i / 26) * radius * 0.84
        pits.append(disc(x + math.cos(a) * r, y + math.sin(a) * r, radius * 0.08))
    return (disc(x, y, radius),), tuple(pits)
