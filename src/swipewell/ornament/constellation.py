"""dusk's constellation: a star at each step, and thin lines that join them and come from the slide before.

On a slide that lists things a star stands before each, and no line joins them.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from swipewell.frame import Contour, Path, Shape
from swipewell.geometry import Point
from swipewell.ornament.curve import disc
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_AIR = 22.0
"""How much of a line is free on either side of a star, in px."""

_BEFORE = (-96.0, -154.0)
"""Where the first line begins, from the first star, in px."""

_FAINT = 0.55


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the stars and lines of every slide; ``colour`` names their role."""
    colour = strip.palette[options["colour"]]
    drawn: Drawn = [[] for _ in strip.slides]
    for i, slide in enumerate(strip.slides):
        wanted = slide.wants("constellation") or {}
        if wanted.get("mode") == "path" and slide.numbered("star"):
            stars = _stars(slide, float(wanted["left"]))
            points = _way(stars, strip.y(872))
            drawn[i] += [Shape(_star(*star, 13.0), colour, kept=True) for star in stars]
            dots = (disc(*points[-1], 4.0),)
            begins = _comes_from_a_moon(strip, i)
            lines = pairwise(points if begins else points[1:])
            drawn[i] += [Shape(_line(a, b), colour, _FAINT) for a, b in lines]
            drawn[i].append(Shape(dots, colour))
            if begins:
                a, b = ((x + strip.width, y) for x, y in points[:2])
                drawn[i - 1].append(Shape(_line(a, b), colour, _FAINT))
        elif wanted.get("mode") == "each":
            x = float(wanted["at"])
            stars = [(x, float(round(line.centre[1]))) for line in slide.numbered("entry")]
            drawn[i] += [Shape(_star(*star, 15.0), colour, kept=True) for star in stars]
    return drawn


def _comes_from_a_moon(strip: Strip, i: int) -> bool:
    """Say whether a numeral's moon at the right of the slide before is there for the first line to leave.

    Else the line would come from nowhere, and look like a scratch.
    """
    before = (strip.slides[i - 1].wants("moon") or {}) if i else {}
    return before.get("mode") == "small" and float(before["x"]) > strip.width / 2


def _stars(slide: StripSlide, left: float) -> list[Point]:
    """Return where the stars of steps stand: so far left of each numeral's room, at its middle."""
    rooms = slide.numbered("star")
    return [(round(room.left - left, 1), round(room.centre[1] + 6, 1)) for room in rooms]


def _way(stars: list[Point], low: float) -> list[Point]:
    """Return the points of the lines: from a moon on the slide before, through the stars, to an end below.

    That lies at a height ``low`` at most, in px.
    """
    (x0, y0), (x1, y1) = stars[0], stars[-1]
    end = (x1 + 92, min(y1 + 108, low))
    return [(x0 - 84 + _BEFORE[0], y0 + _BEFORE[1]), *stars, end]


@lru_cache(maxsize=256)
def _line(start: Point, end: Point) -> Path:
    """Return a thin line between two points, with air at both ends; a little heavier in its middle."""
    (x0, y0), (x1, y1) = start, end
    length = math.dist(start, end) or 1.0
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    left: list[tuple[float, float, bool]] = []
    right: list[tuple[float, float, bool]] = []
    for at, half in ((_AIR, 1.0), (length / 2, 1.5), (length - _AIR, 1.0)):
        x, y = x0 + ux * at, y0 + uy * at
        left.append((x - uy * half, y + ux * half, True))
        right.append((x + uy * half, y - ux * half, True))
    return ((*left, *reversed(right)),)


@lru_cache(maxsize=256)
def _star(x: float, y: float, radius: float) -> Path:
    """Return a star of four points."""
    return (_points(x, y, radius, 0.3 * radius),)


def _points(x: float, y: float, out: float, within: float) -> Contour:
    return tuple(
        (x + r * math.sin(k * math.pi / 4), y - r * math.cos(k * math.pi / 4), True)
        for k, r in enumerate((out, within) * 4)
    )
