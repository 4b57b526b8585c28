"""clay's wire: one lump divided by it. What wears thin lies above, what to try below."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Item, Path, Shape
from swipewell.geometry import Point
from swipewell.named import NamedTuple
from swipewell.ornament.clay import VARIANTS, Lump, formed, outline
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide
from swipewell.ornament.whorl import Whorl, hand_of, pressed

_MIDDLE, _WIDE = 512.0, 476.0
_LEAN, _SWAY = -0.06, 16.0


class Half(NamedTuple):
    """A half of a lump: the lump, the height of the cut at its middle, and how the half was moved.

    ``below`` says which half it is; it is turned by ``turn`` (radians) about the cut's middle.
    """

    lump: Lump
    cut: float
    below: bool
    turn: float
    dx: float
    dy: float

    def at(self, x: float) -> float:
        """Return the height of the cut at an x, before the halves were moved apart."""
        return self.cut + (x - _MIDDLE) * _LEAN + _SWAY * math.sin(x / 240)

    def moved(self, x: float, y: float) -> Point:
        """Return where a point of the whole lump lies now."""
        c, s = math.cos(self.turn), math.sin(self.turn)
        x, y = x - _MIDDLE, y - self.cut
        return _MIDDLE + x * c - y * s + self.dx, self.cut + x * s + y * c + self.dy

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies in the half where it is now."""
        c, s = math.cos(self.turn), math.sin(self.turn)
        x, y = x - self.dx - _MIDDLE, y - self.dy - self.cut
        x, y = _MIDDLE + x * c + y * s, self.cut + y * c - x * s
        return (y > self.at(x)) == self.below and self.lump.holds(x, y)


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the halves about the anchors ``upper`` and ``lower`` of every slide that has them.

    ``above`` and ``below`` name their tones. A layout's ``wire`` may say how far the lump is moved to the
    right ``by``, in px, and how much ``wider`` it is at its left.
    """
    return [
        _halves(strip, slide, options) if slide.wants("wire") is not None else []
        for slide in strip.slides
    ]


def _halves(strip: Strip, slide: StripSlide, options: Options) -> list[Item]:
    upper, lower = slide.anchors.get("upper"), slide.anchors.get("lower")
    if upper is None and lower is None:
        return []
    wanted = slide.wants("wire") or {}
    by, wider = float(wanted.get("by", 0)), float(wanted.get("wider", 0))
    top = upper.top - 32 if upper is not None else lower.top - 90 if lower is not None else 0.0
    bottom = lower.bottom + 42 if lower is not None else upper.bottom + 100 if upper else 0.0
    middle = bottom
    if upper is not None and lower is not None:
        middle = (upper.bottom + lower.top) / 2 - 6
    elif lower is not None:
        middle = top + 40
    else:
        middle = bottom - 40
    lump = Lump(
        _MIDDLE + by - wider / 2,
        (round(top) + round(bottom)) / 2,
        _WIDE + wider / 2,
        (round(bottom) - round(top)) / 2,
        60 + strip.seed % VARIANTS,
        # corners so small that a mark hung beside the last line lies within, and as small on taller slides
        power=max(7.6, (bottom - top) / 90),
        waver=0.008,
    )
    cut = 4.0 * round(middle / 4)
    items: list[Item] = []
    if upper is not None:
        above = Half(lump, cut, False, -0.01, -4.0, -14.0)
        items += formed(strip.palette, _area(above), options["above"], strength=0.16)
    if lower is not None:
        below = Half(lump, cut, True, 0.004, 6.0, 16.0)
        items += formed(strip.palette, _area(below), options["below"])
        radius = min(260.0, max(160.0, 1.1 * (bottom - cut)))
        whorl = Whorl(880 + by, round(bottom) - 112, radius, 21, 0.5)
        ridges = pressed(whorl, hand_of(strip), below)
        shade = strip.palette[f"{options['below']}_shade"]
        items.append(Shape(ridges, shade, 0.6, kept=True))
    return items


@lru_cache(maxsize=64)
def _area(half: Half) -> Path:
    """Return a half's outline: soft where the hand formed it, sharp where the wire went through."""
    edge = outline(half.lump)
    kept = [
        (x, y) for x, y, _ in edge if (y - half.at(x) > 2) == half.below and abs(y - half.at(x)) > 2
    ]
    kept.sort()
    left, right = kept[0][0], kept[-1][0]
    count = 40
    wire = [right + (left - right) * k / count for k in range(count + 1)]
    points = [(*half.moved(x, y), False) for x, y in kept]
    points += [(*half.moved(x, half.at(x)), k in (0, count)) for k, x in enumerate(wire)]
    return (tuple(points),)
