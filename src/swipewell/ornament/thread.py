"""linen's thread: hand-held, printed out of register beside the ground, bent into what a slide says.

It is knotted on the cover, loops about the numbers of steps, ties off the phases of a breath,
outlines the open door, and ends in a needle at rest on the disclaimer. At a slide's borders it runs
beside the ground and as wide as everywhere, so that slides meet; what it does between depends on few
things, so it comes again on other slides, and each way is worked out once.
"""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.colour import Colour
from swipewell.frame import Contour, Item, Path, Shape
from swipewell.geometry import Point, Rect
from swipewell.ornament.curve import arch, beside, blob, lengths, noise, ribbon, spline
from swipewell.ornament.route import SHORE, TOP, Edge, breath_knots, edges
from swipewell.ornament.shore import land, with_thread
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_OFF = 20.0
"""How far beside the ground the thread runs, in px."""

_Marks = tuple[tuple[float, ...], ...]


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the thread of every slide; ``colour`` and ``on_ground`` name its roles, ``width`` is in px."""
    route = edges(strip)
    return [_on(strip, i, route[i], options) for i in range(len(strip.slides))]


def _on(strip: Strip, i: int, edge: Edge | None, options: Options) -> list[Item]:
    slide = strip.slides[i]
    how = str((slide.wants("thread") or {}).get("mode", "beside"))
    if how == "floor":
        return _floor(slide, strip, strip.palette[options["on_ground"]])
    if edge is None or how == "none":
        return []
    path = _path(how, edge, _marks(slide, how), float(options["width"]), with_thread(strip, i))
    items: list[Item] = [Shape(path, strip.palette[options["colour"]], kept=True)]
    if how == "needle":
        needle, eye = _needle(_rest(slide))
        items += [
            Shape(needle, strip.palette[options["needle"]], kept=True),
            Shape(eye, strip.palette[options["paper"]], kept=True),
        ]
    return items


def _marks(slide: StripSlide, how: str) -> _Marks:
    """Return what the thread goes by on a slide: numbers, knots, a door, or where it rests."""
    if how == "loops":
        return tuple(ring.centre for ring in slide.numbered("ring"))
    if how == "breath":
        return tuple(breath_knots(slide))
    if how == "door":
        door = slide.wants("door") or {}
        return (tuple(float(door[k]) for k in ("left", "top", "width", "foot")),)
    return ((_rest(slide),),) if how == "needle" else ()


def _rest(slide: StripSlide) -> float:
    rest: Rect | None = slide.anchors.get("rest")
    return rest.top if rest is not None else 857.0


@lru_cache(maxsize=256)  # pure, and the same on many slides
def _path(how: str, edge: Edge, marks: _Marks, width: float, grounded: bool) -> Path:
    """Return the thread's outline on a slide, with the ground's and with knots where it has them."""
    side = _wobbled(beside(edge.points, _OFF), edge.variant)
    knots: tuple[Contour, ...] = ()
    if how == "loops":
        side = _joined(_loops(marks, edge), side)
    elif how == "door":
        side = _round_door(side, marks[0])
    elif how == "needle":
        side = _to_needle(marks[0][0], edge)
    elif how == "breath":
        ties = [_nearest(side, x) for x, _ in marks]
        knots = tuple(blob(x, y, 12, 11.5, k, 0.05) for k, (x, y) in enumerate(ties))
    taper = (0.0, 26.0) if how == "needle" else (0.0, 0.0)
    line = ribbon(side, width, vary=0.45, seed=edge.variant + 21, taper=taper, calm=(40.0, 1040.0))
    return ((land(edge), line) if grounded else (line,)) + knots


def _wobbled(points: list[Point], seed: int) -> list[Point]:
    """Return the line moved by slow noise of 4 px, as by a resting hand; at the borders it is still."""
    n = noise(seed + 8)
    out: list[Point] = []
    for (x, y), at in zip(points, lengths(points), strict=True):
        calm = 4.0 * min(1.0, max(0.0, (x - 20) / 120), max(0.0, (1060 - x) / 120))
        if y < 700:  # far from a border's height, the thread is free
            calm = 4.0
        out.append((x + calm * n(at / 210), y + calm * n(at / 210 + 97.3)))
    return out


def _joined(figure: list[Point], side: list[Point]) -> list[Point]:
    """Return a figure that flows into the line beside the edge."""
    rest = [p for p in side if p[0] > figure[-1][0] + 150]
    waypoints = [*rest[:-4:2], *rest[-4:]]
    return figure + spline([figure[-1], *waypoints], 40.0)[1:]


def _loops(rings: _Marks, edge: Edge) -> list[Point]:
    """Return the thread that rounds every number one and a half times, from the first to the last."""
    radius = 47.0 if len(rings) <= 3 else 43.0
    x, y = rings[0] if rings else (212.0, 508.0)
    points: list[Point]
    if edge.enter == TOP:
        points = [(58, -44), (64, 110), (60, 270), (70, y - 110), (104, y - 44)]
    elif edge.enter == SHORE:
        points = [
            (-120, 978),
            (0, 978),
            (34, 958),
            (58, 900),
            (66, y + 232),
            (74, y + 62),
            (104, y - 24),
        ]
    else:
        points = [
            (-132, 774),
            (-72, 822),
            (-12, 868),
            (30, 862),
            (58, 800),
            (70, y + 100),
            (104, y - 24),
        ]
    lean = noise(edge.variant + 3)
    for k, (cx, cy) in enumerate(rings):
        points += _ring(cx, cy, radius, k, lean(k * 3.1))
        if k + 1 < len(rings):
            gap = rings[k + 1][1] - cy
            points += [(cx - 30 - 4 * k, cy + gap * 0.43), (cx - 34 + 6 * k, cy + gap * 0.58)]
    cx, cy = rings[-1] if rings else (x, y)
    low = min(cy + radius * 1.4 + 44, 972.0)
    points += [
        (cx - 45, cy + radius * 1.4),
        (cx - 40, low - 14),
        (cx - 4, low + 2),
        (cx + 90, low + 12),
    ]
    return spline(points, 32.0)[:-2]


def _ring(cx: float, cy: float, radius: float, k: int, lean: float) -> list[Point]:
    """Return one and a half turns about a number, wider as they go."""
    points: list[Point] = []
    for turn in range(0, 541, 36):
        share = turn / 540
        r = 1.02 * radius + 8 * share * radius / 47 + 2 * math.sin(turn * 0.02 + k * 2.3)
        a = math.radians(-98 + turn + 6 * lean)
        points.append((cx + r * 1.06 * math.cos(a) + (k % 3 - 1) * -0.6, cy + r * math.sin(a)))
    return points


def _round_door(side: list[Point], door: tuple[float, ...]) -> list[Point]:
    """Return the thread beside the shore, up and over the open door, and on."""
    left, top, w, bottom = door
    x, y, foot = left - 18, top - 22, bottom - 16
    before = [p for p in side if p[0] < x - 60]
    after = [p for p in side if p[0] > x + w + 80]
    up = [(x - 22, foot - 3), (x - 5, foot + 3), (x, foot - 8), (x, foot - 90), (x, (foot + y) / 2)]
    down = [(x + w, (foot + y) / 2), (x + w, foot - 90), (x + w, foot - 8), (x + w + 4, foot + 4),
            (x + w + 24, foot - 1)]  # fmt: skip
    over = arch(x, y, w, foot)[1:-1:3]
    return before[:-1] + spline([before[-1], *up, *over, *down, *after[:1]], 20.0)[:-1] + after


def _to_needle(y: float, edge: Edge) -> list[Point]:
    """Return the thread that comes to rest above the closing words."""
    start: list[Point]
    if edge.enter == TOP:
        start = [(58, -44), (64, 160), (60, 420), (66, y - 190), (92, y - 60), (150, y - 6)]
    elif edge.enter == SHORE:
        start = [(-120, 978), (0, 978), (58, y + 84), (132, y + 14)]
    else:
        start = [(-132, 774), (-72, 822), (-12, 868), (60, 892), (140, y + 8)]
    return spline([*start, (330, y), (560, y + 4), (760, y - 1), (880, y)], 40.0)


@lru_cache(maxsize=8)
def _needle(y: float) -> tuple[Path, Path]:
    """Return the needle at the thread's end, and its threaded eye."""
    x = 880.0
    shank = spline([(x - 2, y), (x + 40, y - 6), (x + 104, y - 20)], 8)
    eye = [(x + 5, y - 0.7), (x + 13, y - 1.8), (x + 21, y - 2.9)]
    return (ribbon(shank, 9.5, taper=(6, 78)),), (ribbon(eye, 3.2),)


def _floor(slide: StripSlide, strip: Strip, colour: Colour) -> list[Item]:
    """Return the cover's thread: a knot at the left, and a floor that runs to the right edge."""
    y = slide.anchors["floor"].top if "floor" in slide.anchors else 853.0
    line, knot = _floor_paths(y, strip.seed % 8)
    return [Shape(line, colour, kept=True), Shape(knot, colour, kept=True)]


@lru_cache(maxsize=16)
def _floor_paths(y: float, variant: int) -> tuple[Path, Path]:
    bend = noise(variant + 13)
    xs = (150, 300, 470, 640, 820, 960, 1010, 1092)
    points = [(x, y + 5 * bend(k * 1.3) * (0 < k < 6) - 15 * (k == 7)) for k, x in enumerate(xs)]
    line = ribbon(spline(points), 5.0, vary=0.45, seed=variant + 3, taper=(30, 0))
    return (line,), (blob(150, y, 12, 11, variant, 0.05),)


def _nearest(points: list[Point], x: float) -> Point:
    """Return the point nearest to an x, beyond the left margin."""
    return min((p for p in points if p[0] > 100), key=lambda point: abs(point[0] - x))
