"""notebook's yellow leaf: it lies under some slides, torn off just beyond the border or through the middle.

A torn edge comes in a few arrangements, from which the post's seed chooses, so that it is worked out
and printed once.
"""

from __future__ import annotations

from functools import lru_cache

from swipewell.colour import Colour
from swipewell.frame import Contour, Gradient, Item, Path, Shadow, Shape
from swipewell.geometry import Point
from swipewell.named import NamedTuple
from swipewell.ornament.curve import noise, randoms
from swipewell.ornament.strip import Drawn, Options, Strip

_VARIANTS = 4
_OUT = 20.0
_BEYOND = 45.0
"""How far a leaf that fills its slide reaches over the border, in px."""

_LIP, _BAND = 9.0, 44.0


class Leaf(NamedTuple):
    """A leaf on a slide: where it is torn off at the left and at the right; None where it goes on."""

    left: float | None
    right: float | None


def leaves(strip: Strip) -> list[list[Leaf]]:
    """Return the leaves that are seen on every slide, left to right."""
    return [_on(strip, i) for i in range(len(strip.slides))]


def _begins(strip: Strip, i: int) -> float | None:
    """Return from where on a slide lies on a leaf that goes on at its right: 0 for all of it; None for none."""
    if not 0 <= i < len(strip.slides):
        return None
    wanted = strip.slides[i].wants("torn")
    return None if wanted is None else float(wanted.get("at", 0))


def _on(strip: Strip, i: int) -> list[Leaf]:
    before, here, after = (_begins(strip, k) for k in (i - 1, i, i + 1))
    if here == 0:
        return [Leaf(None, None)]
    found = [Leaf(None, _BEYOND)] if before is not None else []
    if here is not None:
        return [*found, Leaf(here, None)]
    return [*found, Leaf(strip.width - _BEYOND, None)] if after == 0 else found


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the leaves of every slide: ``fill`` names the roles at their head and foot, and further ones.

    ``lip`` is the role of the white edge that tearing leaves, ``shade`` that of the leaf's shadow.
    """
    top, foot = (strip.palette[role] for role in options["fill"])
    lip, shade = strip.palette[options["lip"]], strip.palette[options["shade"]]
    height = float(strip.height)
    fill = Gradient((0.0, 0.0), (0.0, height), ((0.0, top), (1.0, foot)))
    drawn: Drawn = []
    for i, found in enumerate(leaves(strip)):
        items: list[Item] = []
        for leaf in found:
            variant = (strip.seed * 5 + i * 3) % _VARIANTS
            items += _torn(leaf, height, variant, lip, shade)
            items.append(Shape(_body(leaf, height, variant), fill, kept=True))
        drawn.append(items)
    return drawn


def _torn(leaf: Leaf, height: float, variant: int, lip: Colour, shade: Colour) -> list[Item]:
    """Return what is seen beside a leaf's torn edge: its shadow, and its lip."""
    for x, way in ((leaf.left, -1.0), (leaf.right, 1.0)):
        if x is not None:
            band, edge = _edge(x, way, height, variant)
            return [Shadow(band, shade, (0.0, 5.0), 9.0, 0.26), Shape(edge, lip, kept=True)]
    return []


@lru_cache(maxsize=64)
def _line(x: float, height: float, variant: int) -> tuple[Point, ...]:
    """Return a torn line about an x, from over the slide to below it."""
    rough = noise(variant + 3)
    count = round((height + 2 * _OUT) / 6)
    jitter = randoms(variant + 11, count + 1)
    ys = [6.0 * k - _OUT for k in range(count + 1)]
    return tuple(
        (
            x + 14 * rough(y / 130) + 4.9 * rough(200 + y / 34) + 3.2 * rough(300 + y / 9) + 2.4 * j - 1.2,
            y,
        )
        for y, j in zip(ys, jitter, strict=True)
    )  # fmt: skip


@lru_cache(maxsize=64)
def _edge(x: float, way: float, height: float, variant: int) -> tuple[Path, Path]:
    """Return a band along a torn edge that casts the shadow, and the lip outside of it."""
    line = _line(x, height, variant)
    ragged = noise(variant + 20)
    lip = [(px + way * _LIP * (1 + 0.6 * ragged(y / 28)), y) for px, y in line]
    band = [(px - way * _BAND, y) for px, y in line]
    return (_between(line, band),), (_between(line, lip),)


@lru_cache(maxsize=64)
def _body(leaf: Leaf, height: float, variant: int) -> Path:
    """Return a leaf's area on a slide."""
    ends: tuple[Point, ...] = ((0.0, -_OUT), (0.0, height + _OUT))
    left = tuple((-_OUT, y) for _, y in ends)
    right = tuple((1080 + _OUT, y) for _, y in ends)
    if leaf.left is not None:
        left = _line(leaf.left, height, variant)
    if leaf.right is not None:
        right = _line(leaf.right, height, variant)
    return (_between(left, right),)


def _between(one: tuple[Point, ...], other: list[Point] | tuple[Point, ...]) -> Contour:
    """Return the area between two lines from top to bottom."""
    return (*((x, y, True) for x, y in one), *((x, y, True) for x, y in reversed(other)))
