"""notebook's tape: a strip of it over the border holds a leaf to the page after it, another a photograph."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.colour import Colour
from swipewell.frame import Contour, Item, Path, Picture, Shadow, Shape
from swipewell.geometry import Rect
from swipewell.ornament.curve import noise
from swipewell.ornament.strip import Drawn, Options, Strip
from swipewell.ornament.torn import leaves

_FOOT, _GAP = 1004.0, 560.0
"""Where tape lies over a border: at the foot, or in the gap beside a breath; in px for the square."""

_MOUNT = 14.0
"""How broad the margin of a photograph's print is, in px."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the tape of every slide: ``colour`` names its role, ``edge`` that of its long sides.

    Where a slide wants a ``print``, its picture lies there from the anchor ``photo`` down to so many px
    above ``said``, held by tape at its head.
    """
    colour, edge = strip.palette[options["colour"]], strip.palette[options["edge"]]
    drawn: Drawn = [[] for _ in strip.slides]
    found = leaves(strip)
    for i, slide in enumerate(strip.slides):
        wanted = slide.wants("tape") or {}
        if "print" in wanted and "picture" in slide.fields:
            anchor = slide.anchors["photo"]
            anchor = anchor._replace(bottom=slide.anchors["said"].top - float(wanted["print"]))
            drawn[i] += _print(slide.fields["picture"], anchor, colour, strip.palette["shade"])
            drawn[i] += _taped(anchor.centre[0], anchor.top, 200.0, 64.0, -3, colour, edge)
        ends = i > 0 and any(leaf.left is None and leaf.right is not None for leaf in found[i])
        if ends:
            breath = slide.kind == "practice"
            place = (22.0, strip.y(_GAP), 250.0, 74.0, -7) if breath else (
                -14.0, strip.height - 1080 + _FOOT, 190.0, 68.0, -5)  # fmt: skip
            drawn[i] += _taped(*place, colour, edge)
            drawn[i - 1] += _taped(strip.width + place[0], *place[1:], colour, edge)
    return drawn


def _print(file: str, place: Rect, margin: Colour, shade: Colour) -> list[Item]:
    """Return a photograph as a print with a margin, lying on the page."""
    mount = (_rect(place),)
    inner = place.grown(-_MOUNT)
    return [
        Shadow(mount, shade, (0.0, 6.0), 10.0, 0.28),
        Shape(mount, margin),
        Picture(file, inner, (_rect(inner),)),
    ]


def _rect(place: Rect) -> Contour:
    left, top, right, bottom = place
    return ((left, top, True), (right, top, True), (right, bottom, True), (left, bottom, True))


def _taped(
    x: float, y: float, width: float, height: float, angle: int, colour: Colour, edge: Colour
) -> list[Item]:
    """Return a strip of tape about a point, turned by so many degrees."""
    strip, sides = _tape(round(x, 1), round(y, 1), width, height, angle)
    return [Shape(strip, colour, 0.72, kept=True), Shape(sides, edge, 0.27, kept=True)]


@lru_cache(maxsize=64)
def _tape(x: float, y: float, width: float, height: float, angle: int) -> tuple[Path, Path]:
    """Return tape with pinked ends, and the shaded lines along its sides."""
    rough = noise(round(width))
    count = round(height / 6)
    half, low = width / 2, height / 2
    ends = [(5.0 * (k % 2) + 2 * rough(k), -low + height * k / count) for k in range(count + 1)]
    outline = [*((-half + dx, dy) for dx, dy in ends), *((half - dx, dy) for dx, dy in ends[::-1])]
    lines = [
        [(8 - half, dy - 1), (half - 8, dy - 1), (half - 8, dy + 1), (8 - half, dy + 1)]
        for dy in (2 - low, low - 2)
    ]
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))

    def turned(points: list[tuple[float, float]]) -> Contour:
        return tuple((x + px * c - py * s, y + px * s + py * c, True) for px, py in points)

    return (turned(outline),), tuple(turned(line) for line in lines)
