"""tide's sun: it rises on the cover, rolls up a breath, and goes down over low water."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from swipewell.colour import Colour
from swipewell.frame import Gradient, Item, Path, Shape
from swipewell.geometry import Rect
from swipewell.named import NamedTuple
from swipewell.ornament.sea import Water, waters
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_LARGEST, _LEAST, _CLEAR = 286.0, 110.0, 28.0
"""The largest and the smallest radius of the cover's sun, and how far it stays under a line, in px."""

_CROSSES = 190.0
"""From which radius on it crosses the border, in px: of a smaller one, a sliver would be left there."""


class Sun(NamedTuple):
    """A sun by its centre and radius, in px of its slide.

    ``reach`` is how far it warms the sky, ``over`` whether it crosses the slide's right border.
    """

    x: float
    y: float
    radius: float
    reach: float
    over: bool = False


def suns(strip: Strip) -> list[Sun | None]:
    """Return the sun of every slide that has one."""
    if "suns" not in strip.shared:
        strip.shared["suns"] = [_sun(strip, i) for i in range(len(strip.slides))]
    known: list[Sun | None] = strip.shared["suns"]
    return known


def _sun(strip: Strip, i: int) -> Sun | None:
    slide, water = strip.slides[i], waters(strip)[i]
    match (slide.wants("sun") or {}).get("mode"):
        case "rise":
            return _rising(strip, i, water)
        case "low":
            return Sun(898.0, strip.y(1016.0), 62.0, 560.0)
        case _:
            return None


def _rising(strip: Strip, i: int, water: Water) -> Sun:
    """Return the cover's sun: half sunk, over the border, and so large as the words leave it room."""
    level, anchors = water.level, strip.slides[i].anchors
    following = strip.slides[i + 1] if i + 1 < len(strip.slides) else None
    after = strip.y(water.after.water)
    if following is not None and not _has_own(following) and after < level - 60:  # before a swell
        return Sun(780.0, level, min(_room_under(anchors, 780.0, level), 244.0), 860.0)
    if following is None or _has_own(following) or after > level + 90:
        radius = _room_under(anchors, 800.0, level)
        return Sun(800.0, level, min(radius, 210.0), 860.0)
    radius = _room_under(anchors, 950.0, level)
    said = following.anchors.get("said")
    if said is not None and said.bottom > level - radius + 100:
        radius = min(radius, 222.0)  # on the next slide it ends before the words begin
    if radius < _CROSSES:
        return Sun(800.0, level, min(_room_under(anchors, 800.0, level), 210.0), 860.0)
    return Sun(950.0, level, radius, 860.0, over=True)


def _room_under(anchors: Mapping[str, Rect], x: float, y: float) -> float:
    """Return the largest radius with which a sun about a point keeps clear of the title's lines."""
    title, end = anchors.get("title"), anchors.get("title_end")
    if title is None or end is None:
        return _LARGEST
    above = title._replace(bottom=end.top)
    free = min(_distance(box, x, y) for box in (above, end)) - _CLEAR
    return float(round(max(_LEAST, min(_LARGEST, free))))


def _distance(box: Rect, x: float, y: float) -> float:
    """Return how far a point below a line box is from it, in px."""
    return math.hypot(max(0.0, x - box.right, box.left - x), max(0.0, y - box.bottom))


def _has_own(slide: StripSlide) -> bool:
    """Say whether a slide has a sun of its own: low, or on its water."""
    return slide.wants("sun") is not None or slide.wants("breath") is not None


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the suns; ``colours`` names the roles at top and foot."""
    top, foot = (strip.palette[role] for role in options["colours"])
    found = suns(strip)
    drawn: Drawn = []
    for i, own in enumerate(found):
        items: list[Item] = [] if own is None else [_disc(own, 0.0, top, foot)]
        before = found[i - 1] if i else None
        if before is not None and before.over:
            items.append(_disc(before, -float(strip.width), top, foot))
        drawn.append(items)
    return drawn


def _disc(sun: Sun, dx: float, top: Colour, foot: Colour) -> Item:
    high = (0.0, sun.y - sun.radius)
    fade = Gradient(high, (0.0, sun.y + sun.radius), ((0.0, top), (1.0, foot)))
    return Shape(_outline(sun.x + dx, sun.y, sun.radius), fade, kept=True)


@lru_cache(maxsize=64)
def _outline(x: float, y: float, radius: float) -> Path:
    """Return a disc as cut by hand: two low harmonics, under a hundredth of its radius."""
    points: list[tuple[float, float, bool]] = []
    for k in range(72):
        a = k * math.pi / 36
        r = radius * (1.001 + 0.008 * math.sin(3 * a + 0.7) + 0.005 * math.sin(5 * a + 2))
        points.append((x + r * math.cos(a), y + r * math.sin(a), False))
    return (tuple(points),)
