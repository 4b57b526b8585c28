"""dusk's house: on most slides one stands small on the near hill, and somebody is awake in it."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Contour, Item, Path, Shape
from swipewell.ornament.curve import disc
from swipewell.ornament.hills import ridges
from swipewell.ornament.strip import Drawn, Options, Strip

_PLACES = (470, 500, 530, 560, 590, 620, 640, 655)
"""Where on a slide it may stand: the x of its middle, in px."""

_SHOWN = (True, False, True, False, True, False, True, True)
"""On which of eight slides it stands."""

_RINGS = 16
_GLOW = 56.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the houses; ``wall`` and ``window`` name their roles, and the window's is its glow's."""
    wall, window = strip.palette[options["wall"]], strip.palette[options["window"]]
    handle = strip.slides[0].anchors.get("handle")
    least = 0.0 if handle is None else handle.right + 60
    drawn: Drawn = []
    for i, slide in enumerate(ridges(strip)):
        x = float(_PLACES[(strip.seed // 8 + 5 * i) % len(_PLACES)])
        items: list[Item] = []
        if _SHOWN[i % 8] and x > least:
            y = float(round(slide[-1].at(x) + 4))
            items = [Shape(ring, window, 0.026, kept=True) for ring in _glow(x, y)]
            body, pane = _house(x, y)
            items += [Shape(body, wall, kept=True), Shape(pane, window, kept=True)]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=256)
def _glow(x: float, y: float) -> tuple[Path, ...]:
    """Return discs that lie upon each other as lamplight does, the widest first."""
    radii = (_GLOW * (1 - k / _RINGS) for k in range(_RINGS))
    return tuple((disc(x, y - 10, radius),) for radius in radii)


@lru_cache(maxsize=256)
def _house(x: float, y: float) -> tuple[Path, Path]:
    """Return the house's outline and its window."""
    walls = ((-24, 14), (-24, -22), (0, -42), (24, -22), (24, 14))
    pane = ((-6, -4), (-6, -18), (6, -18), (6, -4))
    return (_polygon(x, y, walls),), (_polygon(x, y, pane),)


def _polygon(x: float, y: float, corners: tuple[tuple[int, int], ...]) -> Contour:
    return tuple((x + dx, y + dy, True) for dx, dy in corners)
