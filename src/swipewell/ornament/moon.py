"""dusk's moon: it fills as one reads, holds titles in its dark, parts a comparison, and bears the end.

A moon is a disc, and on it a half-circle with half an ellipse: exact, never wobbly. A layout says
what the moon does on its slide; the phase follows from how far the deck is read.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from swipewell.frame import Contour, Item, Path, Picture, Shape
from swipewell.geometry import Rect
from swipewell.named import NamedTuple
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_OVER = 66.0
"""How far a great moon may reach over a border, in px, where nothing stands against it."""

_WIDEST = 436.0
"""The largest radius of a young moon, in px."""

_CLEAR = 56.0
"""How far a moon beside words stays from them, in px."""

_BESIDE = 44.0
"""How far the moon that rises after an invitation stays from its words, in px."""

_AIR = 26.0
"""How far the words on the full moon stay from its rim, in px."""

_WITHIN = 18.0
"""How far the lines of a comparison stay within the rim of their moon, in px."""

_UNDER = 24.0
"""How far under the last line of a title a moon begins at least, in px."""

_FREE = 12.0
"""How far the light of the young moon stays from lines of words, in px."""

_LEAST = 390.0
"""The radius of the young moon to which it shrinks for them at most, in px."""

_MOST_LIT = (1.0, 0.3, 0.18)
"""The most of a small moon that is lit where a numeral of so many digits stands in its dark."""


class Moon(NamedTuple):
    """A moon by its centre and radius, in px of its slide, and the share that is lit, from the right.

    ``veil`` is how much its dark part hides of the sky, from 0 to 1; ``thin`` says that this part is
    as dark as the sky about it. ``over`` says whether the moon reaches over the slide's borders.
    """

    x: float
    y: float
    radius: float
    lit: float
    veil: float = 1.0
    thin: bool = False
    over: bool = False

    def moved(self, dx: float) -> Moon:
        """Return the moon as it stands on a slide so many px further left."""
        return self._replace(x=self.x + dx)

    @property
    def box(self) -> Rect:
        """Return the square about its disc."""
        return Rect(self.x, self.y, self.x, self.y).grown(self.radius)


def moons(strip: Strip) -> list[Moon | None]:
    """Return the moon of every slide that has one of its own; of several that share one, the first."""
    if "moons" not in strip.shared:
        strip.shared["moons"] = [_moon(strip, i) for i in range(len(strip.slides))]
    known: list[Moon | None] = strip.shared["moons"]
    return known


def seen(strip: Strip, reach: float = 1.0) -> list[list[Moon]]:
    """Return, for every slide, the moons of which something is seen, those of its neighbours first.

    ``reach`` is how far a moon is seen, by its radius.
    """
    own, width = moons(strip), float(strip.width)
    found: list[list[Moon]] = []
    for i in range(len(own)):
        others = [j for j, moon in enumerate(own) if moon is not None and moon.over and j != i]
        here = [(j, moon.moved((j - i) * width)) for j in (*others, i) if (moon := own[j])]
        found.append(
            [
                moon
                for j, moon in here
                if j == i
                or (moon.x + reach * moon.radius > 0 and moon.x - reach * moon.radius < width)
            ]
        )
    return found


def _moon(strip: Strip, i: int) -> Moon | None:
    slide = strip.slides[i]
    wanted: Mapping[str, Any] = slide.wants("moon") or {}
    read = (i + 1) / len(strip.slides)
    match wanted.get("mode"):
        case "rim" if "picture" not in slide.fields:
            return _rim(slide, strip, wanted)
        case "small":
            digits = len(slide.fields.get("number", ""))
            lit = min(read, _MOST_LIT[min(digits, 2)])
            x, r = float(wanted["x"]), float(wanted["radius"])
            return Moon(x, strip.y(float(wanted["top"])) + r, r, lit, 0.95, thin=True)
        case "half":
            return _half(strip, i)
        case "dome":
            return _dome(strip, i)
        case "window" | "rim":
            return _window(slide, wanted)
        case "full":
            return _full(strip, i)
        case "rise" if i + 1 == len(strip.slides) or not _is_full(strip.slides[i + 1]):
            return _rise(strip, i, read)
        case "low":
            return _low(strip, i, read)
        case _:
            return None


def _rim(slide: StripSlide, strip: Strip, wanted: Options) -> Moon:
    """Return the young moon in whose dark a title stands: between two heights, and not too wide.

    Its light touches no line: it is as large as it can be so, for what stands under it is longer in
    some languages than in others.
    """
    top, bottom = strip.y(float(wanted["top"])), strip.y(float(wanted["bottom"]))
    left, lit = float(wanted["left"]), float(wanted["lit"])
    most = min((bottom - top) / 2, _WIDEST)
    rows = [_inked(row) for row in slide.numbered("clear")]
    top = (top + bottom) / 2 - most
    # as it shrinks it stays at the left, or else keeps the place of its middle
    sizes = [most, *range(math.ceil(most) - 1, int(min(_LEAST, most)), -1)]
    tried = [
        Moon(x, top + r, r, lit, 0.66, thin=True) for r in sizes for x in (left + r, left + most)
    ]
    return min(tried, key=lambda moon: sum(_lights(moon, row) for row in rows))


def _inked(row: Rect) -> Rect:
    """Return about what letters take up of a line's height."""
    return row._replace(top=row.top + 0.14 * row.height, bottom=row.bottom - 0.04 * row.height)


def _lights(moon: Moon, row: Rect) -> bool:
    """Say whether the light of a young moon comes too near to a line of words."""
    widths = [
        _half_width(moon.radius + _FREE, edge - moon.y) for edge in (row.top, moon.y, row.bottom)
        if row.top <= edge <= row.bottom
    ]  # fmt: skip
    first, last = moon.x + (1 - 2 * moon.lit) * min(widths), moon.x + max(widths)
    return max(widths) > 0 and row.left < last and row.right + _FREE > first


def _half_width(radius: float, rise: float) -> float:
    """Return half the width of a disc so far from its middle, in px; nothing beyond it."""
    return math.sqrt(max(0.0, radius * radius - rise * rise))


def _half(strip: Strip, i: int) -> Moon:
    """Return the half moon of a comparison; it rises from behind the hills under the title.

    It rises higher where a line of the comparison would else cross its rim.
    """
    slide = strip.slides[i]
    title, reach = slide.anchors["title"], strip.width / 2 + _over(strip, i)
    x, top = strip.width / 2, max(strip.y(260), title.bottom + 68)
    said = (row for row in slide.numbered("clear") if row.top >= title.bottom)
    y = min((top + reach, *(_lowest(row, x, reach - _WITHIN) for row in said)))
    return Moon(x, round(max(y, title.bottom + _UNDER + reach)), reach, 0.5, over=True)


def _lowest(row: Rect, x: float, radius: float) -> float:
    """Return how low the middle of a disc may lie, in px, for it to hold the upper corners of a line."""
    wide = max(abs(row.left - x), abs(row.right - x))
    return row.top + _half_width(radius, wide)


def _dome(strip: Strip, i: int) -> Moon | None:
    """Return the bright moon that rises under the words that stand on it, where there are any."""
    said = strip.slides[i].anchors.get("dome")
    if said is None:
        return None
    top, reach = said.top - 84, strip.width / 2 + _over(strip, i)
    rise = max(strip.y(905) - top, 1.0)
    radius = max((rise * rise + reach * reach) / (2 * rise), reach)
    return Moon(strip.width / 2, top + radius, radius, 1.0, over=True)


def _over(strip: Strip, i: int) -> float:
    """Return how far a great moon may reach over its borders: not where another one is beside it.

    Others stand well above where it does so.
    """
    beside = {_mode(strip, i - 1), _mode(strip, i + 1)}
    return -4.0 if beside & {"half", "dome", "rise", "full"} else _OVER


def _mode(strip: Strip, i: int) -> str:
    """Return what the moon does on a slide; nothing where it has none or there is no such slide."""
    wanted = strip.slides[i].wants("moon") if 0 <= i < len(strip.slides) else None
    return str((wanted or {}).get("mode", ""))


def _rise(strip: Strip, i: int, read: float) -> Moon:
    """Return the moon beside an invitation: over the border, where the next slide has no moon."""
    if _mode(strip, i + 1) in {"", "low"} and i + 1 < len(strip.slides):
        radius = 212.0
        x = strip.width + _OVER - radius
        return Moon(x, strip.y(640), radius, read, 0.95, thin=True, over=True)
    return Moon(894.0, strip.y(640), 150.0, read, 0.95, thin=True)


_LOW = ((880.0, 838.0, 168.0), (900.0, 850.0, 140.0), (912.0, 862.0, 116.0), (896.0, 208.0, 128.0),
        (916.0, 190.0, 104.0), (930.0, 170.0, 92.0))  # fmt: skip
"""Where a moon may stand beside words, by its middle and radius in px: behind the hills, else high up."""


def _low(strip: Strip, i: int, read: float) -> Moon | None:
    """Return the moon of a slide of words: the first that keeps clear of them all.

    There is none where a great one beside it reaches over the border.
    """
    if _mode(strip, i - 1) in {"half", "dome", "rise"} or _mode(strip, i + 1) in {"half", "dome"}:
        return None
    said = [
        box for name, box in strip.slides[i].anchors.items() if name.startswith(("clear", "keep"))
    ]
    for x, drawn, radius in _LOW:
        y = strip.y(drawn)
        if all(_away(box, x, y) > radius + _CLEAR for box in said):
            return Moon(x, y, radius, read, 0.95, thin=True)
    return None


def _away(box: Rect, x: float, y: float) -> float:
    """Return how far a box is from a point, in px."""
    return math.hypot(max(0.0, box.left - x, x - box.right), max(0.0, box.top - y, y - box.bottom))


def _window(slide: StripSlide, wanted: Options) -> Moon | None:
    """Return the full moon in whose place a picture is seen, as large as its room.

    Above a title it reaches down to it, at the end of the line.
    """
    room, title = slide.anchors.get(str(wanted["anchor"])), slide.anchors.get("title")
    if room is None:
        return None
    if title is None:
        radius = min(room.width, room.height) / 2
        return Moon(*room.centre, radius, 1.0)
    radius = min((title.top - 28 - room.top) / 2, _WIDEST)
    return Moon(room.right - radius, room.top + radius, radius, 1.0)


def _is_full(slide: StripSlide) -> bool:
    return (slide.wants("moon") or {}).get("mode") == "full"


def _full(strip: Strip, i: int) -> Moon | None:
    """Return the full moon under the closing slides, as the first of them sees it.

    After an invitation it rises over the border; after anything else it only touches it.
    """
    if i and _is_full(strip.slides[i - 1]):
        return None
    words = Rect(156.0, strip.y(96), strip.width * (len(strip.slides) - i) - 110.0, 0.0)
    if i == 0 or (strip.slides[i - 1].wants("moon") or {}).get("mode") != "rise":
        return _about(words, 44.0, strip.y(600), 0.0)
    said = strip.slides[i - 1].numbered("clear")
    free = max((row.right for row in said), default=0.0) + _BESIDE - strip.width
    return _about(words, float(round(max(-480.0, min(free, -300.0)))), strip.y(766), 900.0)


def _about(words: Rect, left: float, y: float, least: float) -> Moon:
    """Return the moon that begins at an x, with its middle at ``y``, and holds words from the top on.

    Its radius is ``least`` px at least.
    """
    rise = y - words.top
    # a corner lies _AIR within the rim: (left + r - x)² + rise² = (r - _AIR)²
    first, last = words.left - left, words.right - left
    radius = max(
        least, *((x * x + rise * rise - _AIR**2) / (2 * (x - _AIR)) for x in (first, last))
    )
    return Moon(left + radius, y, radius, 1.0, over=True)


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the moons of every slide; ``lit``, ``dark`` and ``thin`` name the roles of their parts."""
    lit, dark, thin = (strip.palette[options[role]] for role in ("lit", "dark", "thin"))
    drawn: Drawn = []
    for slide, here, own in zip(strip.slides, seen(strip), moons(strip), strict=True):
        items: list[Item] = []
        for moon in here:
            x, y, r, share = moon[:4]
            if share < 1:
                shade = thin if moon.thin else dark
                items.append(Shape(_disc(x, y, r), shade, moon.veil, kept=True))
            items.append(Shape(_lit(x, y, r, round(share, 4)), lit, kept=True))
        picture = slide.fields.get("picture")
        if picture is not None and own is not None:
            items.append(Picture(picture, own.box, _disc(*own[:3])))
        drawn.append(items)
    return drawn


@lru_cache(maxsize=256)
def _disc(x: float, y: float, r: float) -> Path:
    return ((*_arc(x, y, r, r, -0.5 * math.pi, 1.5 * math.pi),),)


@lru_cache(maxsize=256)
def _lit(x: float, y: float, r: float, share: float) -> Path:
    """Return what is lit of a moon: a half-circle at the right, and back along the terminator."""
    return (crescent(x, y, r, share),)


def crescent(x: float, y: float, r: float, share: float) -> Contour:
    """Return the lit part of a moon's disc, from the right: a share from 0 to 1 of its width."""
    if share >= 1:
        return _arc(x, y, r, r, -0.5 * math.pi, 1.5 * math.pi)
    rim = _arc(x, y, r, r, -0.5 * math.pi, 0.5 * math.pi)
    back = _arc(x, y, r * (1 - 2 * share), r, 0.5 * math.pi, -0.5 * math.pi)
    return (*rim, *back)


def _arc(x: float, y: float, rx: float, ry: float, a0: float, a1: float) -> Contour:
    """Return an arc of an ellipse as quadratic curves, true to a tenth of a px at the largest moons."""
    count = max(4, math.ceil(abs(a1 - a0) / math.pi * (6 + ry / 60)))
    step = (a1 - a0) / count
    out = 1 / math.cos(step / 2)
    points: list[tuple[float, float, bool]] = []
    for k in range(count):
        a = a0 + k * step
        b = a + step / 2
        points.append((x + rx * math.cos(a), y + ry * math.sin(a), True))
        points.append((x + rx * out * math.cos(b), y + ry * out * math.sin(b), False))
    points.append((x + rx * math.cos(a1), y + ry * math.sin(a1), True))
    return tuple(points)
