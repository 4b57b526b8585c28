"""linen's doors: ajar on the cover, nearly shut on the quote, open and lit at the end.

Doors are rational: straight jambs and a half-circle. Only their light bows.
"""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.colour import Colour
from swipewell.frame import Item, Path, Picture, Shape
from swipewell.geometry import Point, Rect
from swipewell.ornament.curve import closed
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the door of every slide that has one.

    A slide's parameters are ``left``, ``top``, ``width``, ``foot`` in px (``foot`` also as an anchor's
    name), ``open`` (the share that is open, from 0 to 1) and ``spill`` (whether light falls on the
    ground before it). Where a slide has an anchor ``doorway``, the door stands open all the way.
    """
    return [_on(slide, strip, options) for slide in strip.slides]


def doorway(slide: StripSlide) -> tuple[float, float, float, float]:
    """Return the left, top, width and foot of a slide's door."""
    door = slide.wants("door") or {}
    x, w = float(door["left"]), float(door["width"])
    return x, slide.height(door["top"]), w, slide.height(door["foot"])


def _on(slide: StripSlide, strip: Strip, options: Options) -> list[Item]:
    door = slide.wants("door")
    if not door:
        return []
    x, y, w, foot = doorway(slide)
    share = 1.0 if "doorway" in slide.anchors else float(door["open"])
    lamp = strip.palette[options["lamp"]]
    leaf = _arch(x, y, w, foot)
    if share >= 1:
        items: list[Item] = [_light(slide, leaf, Rect(x, y, x + w, foot), lamp)]
    else:
        items = [Shape(leaf, strip.palette[options["leaf"]], kept=True)]
        items.append(_light(slide, _ajar(x, y, w, foot, share), Rect(x, y, x + w, foot), lamp))
    if door.get("spill"):
        items.append(
            Shape(_spill(x, w, foot, strip.height), strip.palette[options["spill"]], kept=True)
        )
    return items


def _light(slide: StripSlide, outline: Path, box: Rect, lamp: Colour) -> Item:
    """Return what is seen through the door: a picture where the slide brings one, else lamplight."""
    picture = slide.fields.get("picture")
    if picture is not None:
        return Picture(picture, box, outline)
    return Shape(outline, lamp, kept=True)


@lru_cache(maxsize=16)
def _arch(x: float, y: float, w: float, foot: float) -> Path:
    """Return the doorway: four quadratic arcs over two jambs."""
    r = w / 2
    top: list[tuple[float, float, bool]] = []
    k = 1 / math.cos(math.pi / 8)
    for i in range(4):
        a = math.pi + i * math.pi / 4
        b = a + math.pi / 8
        top.append((x + r + r * math.cos(a), y + r + r * math.sin(a), True))
        top.append((x + r + r * k * math.cos(b), y + r + r * k * math.sin(b), False))
    return (((x, foot, True), *top, (x + w, y + r, True), (x + w, foot, True)),)


@lru_cache(maxsize=16)
def _ajar(x: float, y: float, w: float, foot: float, share: float) -> Path:
    """Return the light that the leaf leaves free: the right of the arch, and the leaf's bowed edge."""
    cut = x + w - w * share
    bow, lean = (3.0, 0.012) if share >= 0.1 else (1.0, 0.004)
    r = w / 2
    cos = (cut - x - r) / r
    start = 2 * math.pi - math.acos(max(-1.0, min(1.0, cos)))
    steps = max(3, round((2 * math.pi - start) * r / 14))
    over: list[Point] = [
        (x + r + r * math.cos(a), y + r + r * math.sin(a))
        for a in (start + (2 * math.pi - start) * i / steps for i in range(steps + 1))
    ]
    top = over[0][1]
    edge: list[Point] = []
    level = foot
    while level > top + 20:
        edge.append((cut + (level - y) * lean + bow * math.sin(level / 90), level))
        level -= 20
    return (closed(over, [(x + w, foot), *edge]),)


@lru_cache(maxsize=16)
def _spill(x: float, w: float, foot: float, bottom: float) -> Path:
    """Return the light on the ground before an open door, to the slide's lower edge."""
    return (
        (
            (x, foot - 2, True),
            (x + w, foot - 2, True),
            (x + w + 70, bottom + 30.0, True),
            (x - 190, bottom + 30.0, True),
        ),
    )
