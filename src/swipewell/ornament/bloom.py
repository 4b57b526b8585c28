"""meadow's blooms: rings of straps with toothed ends, lemon outside and gold within."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from swipewell.frame import Contour, Item, Path, Picture, Shape
from swipewell.geometry import Point, Rect
from swipewell.ornament.curve import disc, randoms, ribbon, spline
from swipewell.ornament.growth import Bloom, reaching
from swipewell.ornament.strip import Drawn, Options, Strip


class _Ring(NamedTuple):
    """Straps from one radius to another, as shares of the bloom's, and how many in a large bloom."""

    outer: float
    inner: float
    straps: int


_RINGS = (
    _Ring(1.0, 0.62, 74),
    _Ring(0.94, 0.56, 72),
    _Ring(0.85, 0.46, 66),
    _Ring(0.73, 0.38, 58),
    _Ring(0.61, 0.28, 48),
    _Ring(0.49, 0.2, 40),
    _Ring(0.37, 0.12, 32),
    _Ring(0.26, 0.04, 26),
)
_LARGE = 240.0
_FLAT = 0.95
"""How much lower than wide a bloom is, seen a little from above."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the blooms of every slide.

    ``rings`` names for each ring, from the outermost, three roles: most straps', the darker ones',
    the lighter ones'. ``heart`` names those of the veins, and of the curls in the middle.
    """
    drawn: Drawn = []
    for i in range(len(strip.slides)):
        items: list[Item] = []
        for part, dx in reaching(strip, i, (Bloom,)):
            if isinstance(part, Bloom):
                items += _painted(part, part.x + dx, strip, options)
        drawn.append(items)
    return drawn


def _painted(bloom: Bloom, x: float, strip: Strip, options: Options) -> list[Item]:
    """Return a bloom about an x, ring by ring; around a picture, where it holds one."""
    rings = _rings(bloom.radius, bloom.variant)
    items: list[Item] = []
    shown = 3 if bloom.picture else len(rings)
    for ring, roles in list(zip(rings, options["rings"], strict=True))[:shown]:
        for path, role in zip(ring, roles, strict=True):
            if path:
                items.append(Shape(_placed(path, x, bloom.y), strip.palette[role], kept=True))
    if bloom.picture is not None:
        r = 0.66 * bloom.radius
        box = Rect(x - r, bloom.y - r, x + r, bloom.y + r)
        return [*items, Picture(bloom.picture, box, (disc(x, bloom.y, r),))]
    marks = (_veins(bloom.radius, bloom.variant), *_curls(bloom.radius, bloom.variant))
    for path, role in zip(marks, options["heart"], strict=True):
        items.append(Shape(_placed(path, x, bloom.y), strip.palette[role], kept=True))
    return items


@lru_cache(maxsize=1024)
def _placed(path: Path, x: float, y: float) -> Path:
    """Return a path moved from the origin to a place."""
    return tuple(tuple((a + x, b + y, on) for a, b, on in contour) for contour in path)


@lru_cache(maxsize=16)
def _rings(radius: float, variant: int) -> tuple[tuple[Path, Path, Path], ...]:
    """Return a bloom's straps about the origin: for each ring most, the darker and the lighter."""
    crowd = min(1.0, 0.5 + 0.5 * radius / _LARGE)
    out: list[tuple[Path, Path, Path]] = []
    for k, ring in enumerate(_RINGS):
        count = max(12, round(ring.straps * crowd))
        chance = iter(randoms(variant * 31 + k, 5 * count))
        tones: tuple[list[Contour], ...] = ([], [], [])
        if k == len(_RINGS) - 1:
            tones[0].append(disc(0, 0, 0.16 * radius))
        for i in range(count):
            angle = (i + 0.6 * next(chance) - 0.3) / count * 2 * math.pi + k * 0.31
            tone = (0, 0, 1, 2)[int(3.999 * next(chance))]
            tones[tone].append(_strap(ring, radius, angle, 1 / crowd, chance))
        out.append((tuple(tones[0]), tuple(tones[1]), tuple(tones[2])))
    return tuple(out)


def _strap(
    ring: _Ring, radius: float, angle: float, wide: float, chance: Iterator[float]
) -> Contour:
    """Return one strap: slightly bent, widest near its end, which has three teeth."""
    outer = radius * ring.outer * (0.9 + 0.15 * next(chance))
    inner = radius * ring.inner
    w = radius * wide * (0.0225 + 0.009 * next(chance))
    bend = 0.18 * next(chance) - 0.09
    cos, sin = math.cos(angle), math.sin(angle)

    def at(r: float, aside: float, on: bool = True) -> tuple[float, float, bool]:
        off = aside + bend * r * r / radius
        return cos * r - sin * off, (sin * r + cos * off) * _FLAT, on

    middle = (inner + outer) / 2
    return (
        at(inner, -0.5 * w), at(middle, -1.05 * w, False), at(outer * 0.985, -0.95 * w),
        at(outer * 1.012, -0.5 * w), at(outer * 0.985, -0.18 * w), at(outer * 1.02, 0.12 * w),
        at(outer * 0.985, 0.45 * w), at(outer, 0.9 * w), at(middle, 1.05 * w, False),
        at(inner, 0.5 * w),
    )  # fmt: skip


@lru_cache(maxsize=16)
def _veins(radius: float, variant: int) -> Path:
    """Return fine lines along some straps, where no other ring lies over them."""
    chance = iter(randoms(variant * 11 + 3, 400))
    lines: list[Contour] = []
    for ring, upper in zip(_RINGS[:6], _RINGS[1:7], strict=True):
        for _ in range(round(ring.straps * 0.3)):
            angle = 2 * math.pi * next(chance)
            cos, sin = math.cos(angle), math.sin(angle)
            low, high = radius * upper.outer * 0.97, radius * ring.outer * (0.86 + 0.08 * next(chance))
            half = max(0.5, radius * 0.0022)
            ends = ((low, -half), (high, -0.3 * half), (high, 0.3 * half), (low, half))
            lines.append(
                tuple((cos * r - sin * a, (sin * r + cos * a) * _FLAT, True) for r, a in ends)
            )
    return tuple(lines)


@lru_cache(maxsize=16)
def _curls(radius: float, variant: int) -> tuple[Path, Path]:
    """Return the curls in the middle of a bloom: most, and the lighter ones."""
    chance = iter(randoms(variant * 7 + 5, 60))
    tones: tuple[list[Contour], list[Contour]] = ([], [])
    for i in range(18):
        a, r = 2 * math.pi * next(chance), 0.17 * radius * math.sqrt(next(chance))
        reach = radius * (0.07 + 0.06 * next(chance))
        way: list[Point] = [
            (math.cos(a) * r * 0.4, math.sin(a) * r * 0.4),
            (math.cos(a) * (r * 0.6 + reach * 0.3), math.sin(a) * (r * 0.6 + reach * 0.3)),
            (math.cos(a + 0.5) * (r + reach * 0.4), math.sin(a + 0.5) * (r + reach * 0.4)),
        ]
        line = ribbon(spline(way, 6), max(1.6, radius * 0.014), taper=(3, 0))
        tones[i % 3 == 0].append(line)
    return tuple(tones[0]), tuple(tones[1])
