"""meadow's blooms: rings of straps with toothed ends, lemon outside and gold within."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Copy, Item, Path, PathPoint, Picture, Symbol
from swipewell.geometry import Point, Rect
from swipewell.named import NamedTuple
from swipewell.ornament.curve import disc, randoms, ribbon, spline
from swipewell.ornament.growth import HEART, Bloom, reaching
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
_SMALL, _LEFT_OUT = 80.0, (1, 4, 6)
"""Below which radius a bloom does without some of its rings, which nobody would see."""

_LONGEST = 1.08
"""How far beyond its ring a strap may reach, as a share of the ring's radius."""

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
                items += _painted(part, round(part.x) + dx, strip, options)
        drawn.append(items)
    return drawn


def _painted(bloom: Bloom, x: int, strip: Strip, options: Options) -> list[Item]:
    """Return a bloom about an x, ring by ring; around a picture, where it holds one."""
    y, radius = round(bloom.y), bloom.radius
    layers = (*_rings(radius, bloom.variant), _heart(radius, bloom.variant))
    roles = (*options["rings"], options["heart"])
    items: list[Item] = [
        Copy(symbol, x, y).shape(strip.palette[role])
        for layer, own in list(zip(layers, roles, strict=True))[: 3 if bloom.picture else None]
        if x - layer.reach < strip.width and x + layer.reach > 0
        for symbol, role in zip(layer.symbols, own, strict=True)
        if symbol.path
    ]
    if bloom.picture is not None:
        r = HEART * radius
        box = Rect(x - r, y - r, x + r, y + r)
        if box.right <= strip.width:
            items.append(Picture(bloom.picture, box, (disc(x, y, r),)))
    return items


class _Layer(NamedTuple):
    """What lies at one height of a bloom: a symbol for each tone, and how far they reach in px."""

    symbols: tuple[Symbol, ...]
    reach: float


@lru_cache(maxsize=128)
def _rings(radius: float, variant: int) -> tuple[_Layer, ...]:
    """Return a bloom's straps about the origin: for each ring most, the darker and the lighter."""
    out: list[_Layer] = []
    for k, ring in enumerate(_RINGS):
        tones: tuple[list[Contour], ...] = ([], [], [])
        if k == len(_RINGS) - 1:
            tones[0].append(disc(0, 0, 0.16 * radius))
        small = radius < _SMALL and k in _LEFT_OUT
        for strap in [] if small else _straps(k, radius, variant):
            tones[strap.tone].append(_outline(strap, ring.inner * radius, radius))
        symbols = tuple(Symbol(tuple(tone)) for tone in tones)
        out.append(_Layer(symbols, _LONGEST * ring.outer * radius))
    return tuple(out)


class _Strap(NamedTuple):
    """A strap by its angle, how far it reaches and half its width in px, its bend and its tone."""

    angle: float
    reach: float
    half: float
    bend: float
    tone: int


def _straps(k: int, radius: float, variant: int) -> list[_Strap]:
    """Return the straps of a ring; small blooms have fewer and wider ones."""
    crowd = min(1.0, 0.5 + 0.5 * radius / _LARGE)
    count = max(12, round(_RINGS[k].straps * crowd))
    chance = iter(randoms(variant * 31 + k, 5 * count))
    return [
        _Strap(
            (i + 0.6 * next(chance) - 0.3) / count * 2 * math.pi + k * 0.31,
            radius * _RINGS[k].outer * (0.9 + 0.15 * next(chance)),
            radius / crowd * (0.0225 + 0.009 * next(chance)),
            0.18 * next(chance) - 0.09,
            (0, 0, 1, 2)[int(3.999 * next(chance))],
        )
        for i in range(count)
    ]


def _along(strap: _Strap, radius: float, r: float, aside: float) -> Point:
    """Return the point of a strap at a distance from the middle, and aside of its own."""
    cos, sin = math.cos(strap.angle), math.sin(strap.angle)
    off = aside + strap.bend * r * r / radius
    return cos * r - sin * off, (sin * r + cos * off) * _FLAT


def _outline(strap: _Strap, inner: float, radius: float) -> Contour:
    """Return one strap: slightly bent, widest near its end, which has three teeth."""
    outer, w = strap.reach, strap.half

    def at(r: float, aside: float, on: bool = True) -> PathPoint:
        return (*_along(strap, radius, r, aside), on)

    middle = (inner + outer) / 2
    return (
        at(inner, -0.5 * w), at(middle, -1.05 * w, False), at(outer * 0.985, -0.95 * w),
        at(outer * 1.012, -0.5 * w), at(outer * 0.985, -0.18 * w), at(outer * 1.02, 0.12 * w),
        at(outer * 0.985, 0.45 * w), at(outer, 0.9 * w), at(middle, 1.05 * w, False),
        at(inner, 0.5 * w),
    )  # fmt: skip


@lru_cache(maxsize=128)
def _heart(radius: float, variant: int) -> _Layer:
    """Return what lies over all straps: the veins, and the two tones of curls in the middle."""
    symbols = (_veins(radius, variant), *_curls(radius, variant))
    return _Layer(tuple(map(Symbol, symbols)), radius)


def _veins(radius: float, variant: int) -> Path:
    """Return fine lines along every third strap, where no other ring lies over it."""
    lines: list[Contour] = []
    if radius < _SMALL:
        return ()
    half = max(0.45, radius * 0.002)
    for k, upper in enumerate(_RINGS[1:7]):
        for strap in _straps(k, radius, variant)[k % 3 :: 3]:
            low, high = radius * upper.outer * 0.97, strap.reach * 0.92
            if high > low + 4:
                ends = ((low, -half), (high, -0.3 * half), (high, 0.3 * half), (low, half))
                lines.append(tuple((*_along(strap, radius, r, a), True) for r, a in ends))
    return tuple(lines)


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
