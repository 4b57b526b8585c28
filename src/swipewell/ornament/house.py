"""dusk's house: on most slides one stands small on the near hill, and somebody is awake in it."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Contour, Item, Path, Shadow, Shape
from swipewell.ornament.curve import disc
from swipewell.ornament.hills import ridges
from swipewell.ornament.phases import row_left
from swipewell.ornament.strip import Drawn, Options, Strip

_PLACES = (462, 486, 510, 532, 560, 604, 640)
"""Where on a slide it may stand: the x of its middle, in px."""

_SHOWN = (True, False, True, False, True, False, True, True)
"""On which of eight slides it stands."""

_GLOW, _BLUR, _BRIGHT = 26.0, 15.0, 0.42
"""The radius of the lamplight about a house, how soft it is, in px, and how strong."""


_HOME = 100.0
"""Where the lamplight is drawn before it is moved, in px."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the houses; ``wall`` and ``window`` name their roles, and the window's is its glow's."""
    wall, window = strip.palette[options["wall"]], strip.palette[options["window"]]
    places = _places(strip)
    drawn: Drawn = []
    for i, slide in enumerate(ridges(strip)):
        items: list[Item] = []
        if places and _SHOWN[i % 8]:
            x = places[(strip.seed // 8 + 3 * i) % len(places)]
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
