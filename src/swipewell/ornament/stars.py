"""dusk's stars: more of them as the night deepens, none near words, and none before a moon.

A post's seed chooses for each slide among a few fields of stars; what stands on the slide decides
which of them are seen.
"""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Item, Path, Shape
from swipewell.geometry import Rect
from swipewell.named import NamedTuple
from swipewell.ornament.curve import disc, randoms
from swipewell.ornament.moon import Moon, seen
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_FIELDS, _TRIES = 8, 68
_CLEAR = {"clear": 62.0, "keep": 40.0, "ring": 40.0, "star": 110.0}
"""How far stars stay from words, a ring or a constellation, by the anchors' names, in px."""


class Star(NamedTuple):
    """A star: its place on a slide in px, its radius, how bright it is, and when it comes out.

    ``hour`` runs from 0 to 1; one that is ``warm`` has the colour of lamps.
    """

    x: float
    y: float
    radius: float
    bright: float
    hour: float
    warm: bool


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the stars of every slide; ``colour`` names their role, ``warm`` that of one in thirty."""
    roles = strip.palette[options["colour"]], strip.palette[options["warm"]]
    drawn: Drawn = []
    floor, count = strip.y(820), len(strip.slides)
    for i, (slide, moons) in enumerate(zip(strip.slides, seen(strip), strict=True)):
        seed = (strip.seed * 7 + i * 5) % _FIELDS
        free = _kept_free(slide)
        items: list[Item] = []
        for index, star in enumerate(_field(seed, floor)):
            deep = 0.35 + 0.65 * (i + star.x / strip.width) / count
            if star.hour < deep and not _hidden(star, free, moons):
                colour = roles[star.warm]
                items.append(Shape(_dot(seed, index, floor), colour, star.bright, kept=True))
        drawn.append(items)
    return drawn


def _kept_free(slide: StripSlide) -> list[Rect]:
    """Return what stars keep out of: about every line of words, and what else layouts name."""
    named = ((name.partition(".")[0], rect) for name, rect in slide.anchors.items())
    return [rect.grown(_CLEAR[name]) for name, rect in named if name in _CLEAR]


def _hidden(star: Star, kept_free: list[Rect], moons: list[Moon]) -> bool:
    """Say whether a star stands near words, or before a moon's disc."""
    x, y = star.x, star.y
    if any(rect.left < x < rect.right and rect.top < y < rect.bottom for rect in kept_free):
        return True
    return any(math.hypot(x - moon.x, y - moon.y) < moon.radius + 12 for moon in moons)


@lru_cache(maxsize=_FIELDS * 4)
def _field(seed: int, floor: float) -> tuple[Star, ...]:
    """Return the stars that a slide may show, down to a height in px, the first to come out anywhere."""
    chance = iter(randoms(seed * 31 + 27, 6 * _TRIES))
    return tuple(
        Star(
            12 + 1056 * next(chance),
            18 + (floor - 18) * next(chance),
            _size(next(chance)),
            (0.4, 0.55, 0.7, 0.85)[int(3.99 * next(chance))],
            next(chance),
            next(chance) > 0.965,
        )
        for _ in range(_TRIES)
    )


def _size(chance: float) -> float:
    """Return a star's radius in px: a few are large."""
    return 3.6 if chance > 0.94 else 2.3 if chance > 0.7 else 1.5


@lru_cache(maxsize=4096)
def _dot(seed: int, index: int, floor: float) -> Path:
    star = _field(seed, floor)[index]
    return (disc(star.x, star.y, star.radius),)
