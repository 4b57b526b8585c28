"""tide's stones: five at the water's edge, of which one is still warm; and small ones before entries."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Gradient, Item, Path, Shape
from swipewell.ornament.curve import randoms
from swipewell.ornament.sea import Line, Water, lines, waters
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_STONES = ((150, 66, 40), (352, 80, 50), (544, 52, 33), (712, 70, 44), (872, 56, 36))
"""The stones at the edge: the middle of each, and half its width and height, in px."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the stones of every slide.

    ``colours`` names the roles of cool ones, ``warm`` those of the warm one, top and foot.
    """
    drawn: Drawn = []
    for slide, water in zip(strip.slides, waters(strip), strict=True):
        wanted = slide.wants("stones")
        mode = wanted.get("mode", "edge") if wanted is not None else None
        items: list[Item] = []
        if mode == "edge":
            items = _edge(strip, water, options)
        elif mode == "entries":
            items = _entries(slide, strip, options)
        drawn.append(items)
    return drawn


def _edge(strip: Strip, water: Water, options: Options) -> list[Item]:
    """Return five stones, half sunk in the first layer of the water."""
    cool = [strip.palette[role] for role in options["colours"]]
    top, foot = (strip.palette[role] for role in options["warm"])
    warm = (1, 3, 0, 2)[water.variant]
    items: list[Item] = []
    for k, (path, y, b) in enumerate(at_the_edge(water)):
        fade = Gradient((0.0, y - b), (0.0, y + b), ((0.0, top), (1.0, foot)))
        items.append(
            Shape(path, fade if k == warm else cool[(k + water.variant) % len(cool)], kept=True)
        )
    return items


@lru_cache(maxsize=64)
def at_the_edge(water: Water) -> tuple[tuple[Path, float, float], ...]:
    """Return the outlines of the stones at the edge, and the middle and half the height of each, in px."""
    line = lines(water)[0]
    chance = iter(randoms(water.variant * 5 + 2, 3 * len(_STONES)))
    found: list[tuple[Path, float, float]] = []
    for x, a, b in _STONES:
        middle = x + 24 * (next(chance) - 0.5)
        wide, high = a * (0.92 + 0.16 * next(chance)), b * (0.92 + 0.16 * next(chance))
        y = _rest(line, middle, wide) - high * 0.42
        found.append(((pebble(middle, y, wide, high, x + water.variant),), y, high))
    return tuple(found)


def _rest(line: Line, middle: float, wide: float) -> float:
    """Return the height at which a stone lies: where the ground under it is lowest, so that it is borne."""
    return max(line.at(middle + wide * k / 4) for k in range(-4, 5))


@lru_cache(maxsize=128)
def pebble(x: float, y: float, wide: float, high: float, seed: int) -> Contour:
    """Return a stone about a middle: flat below, rounder above, and a little fuller at one side.

    Its long axis is level, so that it lies and does not tip.
    """
    lean = 0.14 * (2 * randoms(seed, 1)[0] - 1)
    points: list[tuple[float, float, bool]] = []
    for k in range(32):
        t = k * math.pi / 16
        c, s = math.cos(t), math.sin(t)
        # a corner rounder than an ellipse's below, and its highest point a little beside the middle
        px = math.copysign(abs(c) ** 0.92, c) + lean * max(0.0, -s) ** 2
        py = math.copysign(abs(s) ** 0.92, s) * (0.8 if s > 0 else 1.0)
        points.append((x + wide * px, y + high * py, False))
    return tuple(points)


def _entries(slide: StripSlide, strip: Strip, options: Options) -> list[Item]:
    """Return a small stone before every entry of a list, level with its first line."""
    cool = [strip.palette[role] for role in options["small"]]
    return [
        Shape(
            (pebble(entry.left - 38, entry.top + 31, 13, 9.5, strip.seed % 64 + k),),
            cool[k % len(cool)],
        )
        for k, entry in enumerate(slide.numbered("entry"))
    ]
