"""dusk's house: on most slides one stands small on the near hill, and somebody is awake in it."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Contour, Item, Path, Shadow, Shape
from swipewell.ornament.curve import disc
from swipewell.ornament.hills import ridges
from swipewell.ornament.moon import Moon, seen
from swipewell.ornament.phases import row_left
from swipewell.ornament.strip import Drawn, Options, Strip

_PLACES = (426, 462, 486, 510, 532, 560, 604, 640)
"""Where on a slide it may stand: the x of its middle, in px."""

_SHOWN = (True, False, True, False, True, False, True, True)
"""On which of eight slides it stands."""

_GLOW, _BLUR, _BRIGHT = 26.0, 15.0, 0.42
"""The radius of the lamplight about a house, how soft it is, in px, and how strong."""


_CLEAR, _LOW = 84.0, 140.0
"""How far it stands from where a moon's edge meets the land, or from a moon whose foot is so low over it."""

_HOME = 100.0
"""Where the lamplight is drawn before it is moved, in px."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the houses; ``wall`` and ``window`` name their roles, and the window's is its glow's."""
    wall, window = strip.palette[options["wall"]], strip.palette[options["window"]]
    places = _places(strip)
    drawn: Drawn = []
    for i, (slide, moons) in enumerate(zip(ridges(strip), seen(strip), strict=True)):
        items: list[Item] = []
        free = [x for x in places if stands_free(x, slide[-1].at(x), moons)]
        if free and _SHOWN[i % 8]:
            x = free[(strip.seed // 8 + 3 * i) % len(free)]
            y = float(round(slide[-1].at(x) + 4))
            items = [Shadow(_light(), window, (x - _HOME, y - 10 - _HOME), _BLUR, _BRIGHT)]
            body, pane = _house(x, y)
            items += [Shape(body, wall, kept=True), Shape(pane, window, kept=True)]
        drawn.append(items)
    return drawn


def _places(strip: Strip) -> list[float]:
    """Return where houses may stand: between the handle and the row of moons."""
    handle = strip.slides[0].anchors.get("handle")
    first = 0.0 if handle is None else handle.right + 60
    return [float(x) for x in _PLACES if first < x < row_left(strip) - 40]


def stands_free(x: float, y: float, moons: list[Moon]) -> bool:
    """Say whether a house at a point of the land has no edge of a moon on its roof."""
    return all(abs(x - edge) >= _CLEAR for moon in moons for edge in _edges(moon, y))


def _edges(moon: Moon, y: float) -> list[float]:
    """Return where the edges of a moon come down to a height of the land, in px of its slide.

    Of one that floats low over it, that is its foot.
    """
    down = y - moon.y
    if down >= moon.radius:
        return [moon.x] if down - moon.radius < _LOW else []
    half = math.sqrt(moon.radius**2 - down**2)
    inner = [moon.x + (1 - 2 * moon.lit) * half] if moon.lit < 1 else []
    return [moon.x - half, *inner, moon.x + half]


@lru_cache(maxsize=1)
def _light() -> Path:
    """Return the disc whose shadow, moved to a house, is the lamplight about it: the same for all."""
    return (disc(_HOME, _HOME, _GLOW),)


@lru_cache(maxsize=256)
def _house(x: float, y: float) -> tuple[Path, Path]:
    """Return the house's outline and its window."""
    walls = ((-24, 14), (-24, -22), (0, -42), (24, -22), (24, 14))
    pane = ((-6, -4), (-6, -18), (6, -18), (6, -4))
    return (_polygon(x, y, walls),), (_polygon(x, y, pane),)


def _polygon(x: float, y: float, corners: tuple[tuple[int, int], ...]) -> Contour:
    return tuple((x + dx, y + dy, True) for dx, dy in corners)
