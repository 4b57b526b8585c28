"""clay's bowl: it holds the last word, and on its rim lie pebbles to choose from, the smallest first."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Item, Path, Shape
from swipewell.geometry import Point
from swipewell.named import NamedTuple
from swipewell.ornament.clay import VARIANTS, Lump, formed, lump_path
from swipewell.ornament.curve import closed, spline
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide
from swipewell.ornament.whorl import Whorl, hand_of, pressed

_LEFT, _RIGHT, _MIDDLE, _WIDE, _DEEP = -26.0, 1020.0, 496.0, 540.0, 540.0
_MOST = 6
_OFFERS = frozenset({"tip", "steps", "compare", "quote", "practice", "myth"})
"""Kinds of slide that give something to take up, where a post is not a list of tips."""

_SMALLEST, _LARGEST = (40.0, 32.0), (112.0, 92.0)
_FROM, _TO, _AIR = 96.0, 936.0, 22.0


class Bowl(NamedTuple):
    """A bowl by the height of its rim and of the slide, in px, moved right by ``dx``.

    Its foot stays where it is, under the slide: a higher rim makes a deeper bowl.
    """

    rim: float
    height: float
    dx: float = 0.0

    @property
    def foot(self) -> float:
        """Return the height from which on its sides draw together."""
        return self.height - 380

    def edge(self, x: float) -> float:
        """Return the height of its rim at an x."""
        return self.rim + 8 * math.sin((x - self.dx) / 190)

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies in it."""
        share = (x - self.dx - _MIDDLE) / _WIDE
        corner = _RIGHT - 4 + 16 * min(1.0, max(0.0, y - self.rim) / (self.foot - self.rim + 143))
        if y < self.edge(x) or x - self.dx > corner or abs(share) >= 1:
            return False
        depth: float = math.sqrt(1 - share * share) ** 0.62
        return y < self.foot + _DEEP * depth


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the bowl of every slide that asks for it, about the anchor ``held``; it shows on the slide before.

    ``level`` is its rim where nothing moves it, ``over`` how far it lies above what it holds, in px;
    ``tones`` are those of the pebbles, from the smallest on.
    """
    drawn: Drawn = [[] for _ in strip.slides]
    for i, slide in enumerate(strip.slides):
        wanted = slide.wants("bowl")
        if wanted is None:
            continue
        bowl = Bowl(_rim(strip, slide, wanted), float(strip.height))
        drawn[i] += _bowl(strip, bowl)
        if wanted.get("pebbles", True):
            drawn[i] += _pebbles(strip, slide, bowl, options["tones"])
        if i:
            drawn[i - 1] += _bowl(strip, bowl._replace(dx=float(strip.width)))
    return drawn


def _rim(strip: Strip, slide: StripSlide, wanted: Options) -> float:
    held = slide.anchors.get("held")
    level = strip.y(wanted.get("level", 686))
    if held is None:
        return level
    return float(4 * round(min(level, held.top - wanted.get("over", 64)) / 4))


def _bowl(strip: Strip, bowl: Bowl) -> list[Item]:
    items = formed(strip.palette, _outline(bowl), "clay", strength=0.2)
    whorl = Whorl(850 + bowl.dx, strip.y(930), 330, 24, 0.4)
    ridges = pressed(whorl, hand_of(strip), bowl)
    if bowl.dx or not ridges:
        return items
    return [*items, Shape(ridges, strip.palette["clay_shade"], 0.6, kept=True)]


@lru_cache(maxsize=32)
def _outline(bowl: Bowl) -> Path:
    """Return the bowl's edge: from the right of its rim under the slide to the left, and back along the rim."""
    round_: list[Point] = []
    for k in range(3, 78):
        t = math.pi * k / 80
        x = _MIDDLE + math.cos(t) * _WIDE
        y = bowl.foot + math.sin(t) ** 0.62 * _DEEP
        round_.append((x + bowl.dx, y))
    count = round((_RIGHT - _LEFT) / 40)
    xs = [_LEFT + (_RIGHT - _LEFT) * k / count + bowl.dx for k in range(count + 1)]
    rim = [(x, bowl.edge(x)) for x in xs]
    around = [*round_, *rim]
    return (closed(spline([*around, around[0]], 20)[:-1]),)


def _pebbles(strip: Strip, slide: StripSlide, bowl: Bowl, tones: list[str]) -> list[Item]:
    """Return the pebbles on the rim, so large as the words above them leave room."""
    count = _offered(strip)
    title = slide.anchors.get("title")
    free = bowl.rim - (title.bottom if title is not None else 0.0) - 12
    scale = 0.05 * math.floor(20 * max(0.5, min(1.0, free / (2 * _LARGEST[1]))))
    items: list[Item] = []
    for k, lump in enumerate(_row(bowl, count, scale, strip.seed % VARIANTS)):
        items += formed(
            strip.palette, lump_path(lump), _tone(k, count, tones), small=True, strength=0.3
        )
    return items


def _tone(k: int, count: int, tones: list[str]) -> str:
    """Return the tone of a pebble by its place in the row: the first tone is the smallest one's alone."""
    return tones[math.ceil(k * (len(tones) - 1) / max(count - 1, 1))]


def _offered(strip: Strip) -> int:
    """Return how many pebbles there are to choose from: one a tip, or one a slide where tips are no list.

    They are few enough to be told apart, and at least one.
    """
    tips = sum(slide.kind == "tip" for slide in strip.slides)
    if tips < 2:
        tips = sum(slide.kind in _OFFERS for slide in strip.slides)
    return max(1, min(tips, _MOST))


@lru_cache(maxsize=64)
def _row(bowl: Bowl, count: int, scale: float, variant: int) -> tuple[Lump, ...]:
    """Return so many pebbles in a row on the rim, from the smallest to the largest."""
    between = max(count - 1, 1)
    sizes = [_size(k / between) for k in range(count)]
    room = _TO - _FROM - _AIR * (count - 1)
    factor = min(scale, room / sum(2 * wide for wide, _ in sizes))
    air = (_TO - _FROM - factor * sum(2 * wide for wide, _ in sizes)) / between
    x = _FROM
    row: list[Lump] = []
    for k, (wide, high) in enumerate(sizes):
        wide, high = wide * factor, high * factor
        y = bowl.edge(x + wide) - high + 7
        row.append(Lump(x + wide, y, wide, high, 80 + k + variant, turn=0.06 if k % 2 else -0.05))
        x += 2 * wide + min(air, 2.2 * _AIR)
    return tuple(row)


def _size(share: float) -> tuple[float, float]:
    """Return half the width and height of a pebble, from the smallest (0) to the largest (1)."""
    wide = _SMALLEST[0] + (_LARGEST[0] - _SMALLEST[0]) * share
    return wide, _SMALLEST[1] + (_LARGEST[1] - _SMALLEST[1]) * share
