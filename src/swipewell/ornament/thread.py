"""linen's thread: hand-held, printed out of register beside the ground, bent into what a slide says.

It is knotted on the cover, loops about the numbers of steps, ties off the phases of a breath,
outlines the open door, and ends in a needle at rest on the disclaimer. At a slide's borders it runs
beside the ground and as wide as everywhere, so that slides meet; what it does between depends on few
things, so it comes again on other slides, and each way is worked out once.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from swipewell.colour import Colour
from swipewell.frame import Contour, Item, Path, Shape
from swipewell.geometry import Point, Rect
from swipewell.ornament.curve import arch, beside, blob, lengths, noise, ribbon, spline
from swipewell.ornament.route import SHORE, TOP, Edge, breath_knots, edges
from swipewell.ornament.shore import land, with_thread
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_OFF = 20.0
"""How far beside the ground the thread runs, in px."""

_FLOOR = 853.0
"""The height of the cover's floor, in px."""

_OVER: tuple[Point, ...] = ((-60, 851), (-30, 846), (0, 841), (30, 836))
"""How the thread goes over the border from the cover's floor, rising a little."""

_Marks = tuple[tuple[float, ...], ...]


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the thread of every slide; ``colour`` and ``on_ground`` name its roles, ``width`` is in px."""
    route = edges(strip)
    return [_on(strip, i, route[i], options) for i in range(len(strip.slides))]


def _on(strip: Strip, i: int, edge: Edge | None, options: Options) -> list[Item]:
    slide = strip.slides[i]
    how = str((slide.wants("thread") or {}).get("mode", "beside"))
    if how == "floor":
        return _floor(strip, strip.palette[options["on_ground"]], float(options["width"]))
    if edge is None or how == "none":
        return []
    grounded = with_thread(strip, i)
    over = grounded and how in ("beside", "loops") and _from_floor(strip, i)
    path = _path(how, edge, _marks(slide, how), float(options["width"]), grounded, over)
    items: list[Item] = [Shape(path, strip.palette[options["colour"]], kept=True)]
    if how == "needle":
        needle, eye = _needle(_rest(slide))
        items += [
            Shape(needle, strip.palette[options["needle"]], kept=True),
            Shape(eye, strip.palette[options["paper"]], kept=True),
        ]
    return items


def _from_floor(strip: Strip, i: int) -> bool:
    """Say whether the thread comes from the floor of the slide before."""
    before = strip.slides[i - 1].wants("thread") if i else None
    return before is not None and before.get("mode") == "floor"


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
def _path(how: str, edge: Edge, marks: _Marks, width: float, grounded: bool, over: bool) -> Path:
    """Return the thread's outline on a slide, with the ground's and with knots where it has them.

    Where it comes ``over`` the ground from the cover's floor, it runs against the ground's outline:
    so it is left out of the ground, and printed as soon as it is beyond.
    """
    side = _wobbled(beside(edge.points, _OFF), edge.variant)
    knots: tuple[Contour, ...] = ()
    if how == "loops":
        side = _joined(_loops(marks, side, edge, over), side)
    elif over:
        down = [(54, 834), (78, 846), (96, 878)]
        side = spline([*_OVER, *down, *(p for p in side if p[1] > 915 or p[0] > 300)], 14.0)
    elif how == "door":
        side = _round_door(side, marks[0])
    elif how == "needle":
        side = _to_needle(marks[0][0], side, edge)
    elif how == "breath":
        ties = [_at(side, x) for x, _ in marks]
        knots = tuple(blob(x, y, 12, 11.5, k, 0.05) for k, (x, y) in enumerate(ties))
    taper = (0.0, 26.0) if how == "needle" else (0.0, 0.0)
    vary = 0.3 if how == "loops" else 0.45  # turns stay apart
    line = ribbon(side, width, vary=vary, seed=edge.variant + 21, taper=taper, calm=(40.0, 1040.0))
    line = line[::-1] if over else line
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


def _entering(side: list[Point]) -> list[Point]:
    """Return the line beside the edge up to where it has come over the border, for a figure to go on."""
    return [p for p in side if p[0] < 20]


def _loops(rings: _Marks, side: list[Point], edge: Edge, over: bool) -> list[Point]:
    """Return the thread that rounds every number one and a half times, from the first to the last."""
    inner, outer = (43.0, 58.0) if len(rings) <= 3 else (37.0, 50.0)
    x, y = rings[0] if rings else (212.0, 508.0)
    points: list[Point]
    if over:
        points = [*_OVER, (58, 822), (71, 790), (74, y + 190), (77, y + 62), (104, y - 24),
                  (150, y - inner - 8)]  # fmt: skip
    elif edge.enter == TOP:
        points = [
            (58, -44),
            (64, 110),
            (60, 270),
            (66, y - 150),
            (92, y - 74),
            (146, y - inner - 9),
        ]
    elif edge.enter == SHORE:
        points = [*_entering(side), (22, 977), (45, 961), (62, 913), (69, 848), (70, y + 190),
                  (75, y + 62), (104, y - 24), (150, y - inner - 8)]  # fmt: skip
    else:
        points = [*_entering(side), (38, 884), (60, 876), (70, 836), (72, y + 180), (76, y + 62),
                  (104, y - 24), (150, y - inner - 8)]  # fmt: skip
    lean = noise(edge.variant + 3)
    for k, (cx, cy) in enumerate(rings):
        points += _ring(cx, cy, inner, outer, k, lean(k * 3.1))
        if k + 1 < len(rings):
            gap = rings[k + 1][1] - cy
            points += [(cx - 30 - 4 * k, cy + gap * 0.43), (cx - 34 + 6 * k, cy + gap * 0.58)]
    cx, cy = rings[-1] if rings else (x, y)
    points += _tail(cx, cy + outer + 3)
    return spline(points, 22.0)[:-2]


def _tail(cx: float, top: float) -> list[Point]:
    """Return how the thread leaves the last number, from below its ring: a hook, or a plumb line and a bend."""
    room = 982 - top
    if room > 120:
        return [
            (cx - 20, top), (cx - 43, top + 14), (cx - 53, top + 44), (cx - 53, top + room / 2),
            (cx - 51, 882), (cx - 40, 936), (cx - 8, 968), (cx + 44, 979), (cx + 100, 983),
        ]  # fmt: skip
    high = min(62.0, room)
    return [
        (cx - 20, top), (cx - 38 - high / 6, top + high * 0.2),
        (cx - 44 - high / 6, top + high * 0.5), (cx - 34, top + high * 0.82),
        (cx, top + high * 0.97), (cx + 90, top + high + 5),
    ]  # fmt: skip


def _ring(cx: float, cy: float, inner: float, outer: float, k: int, lean: float) -> list[Point]:
    """Return one and a half turns about a number, so much wider as they go that they stay apart."""
    points: list[Point] = []
    for turn in range(0, 541, 36):
        r = inner + (outer - inner) * turn / 540 + 1.5 * math.sin(turn * 0.02 + k * 2.3)
        a = math.radians(-98 + turn + 6 * lean)
        points.append((cx + r * 1.06 * math.cos(a) + (k % 3 - 1) * -0.6, cy + r * math.sin(a)))
    return points


def _round_door(side: list[Point], door: tuple[float, ...]) -> list[Point]:
    """Return the thread beside the shore, up and over the open door, and on."""
    left, top, w, bottom = door
    x, y, foot = left - 18, top - 22, bottom - 16
    before = [p for p in side if p[0] < x - 60]
    after = [p for p in side if p[0] > x + w + 60]
    up = [before[-1], (x - 30, foot - 3), (x - 11, foot - 7), (x - 2, foot - 22), (x, foot - 50)]
    down = [(x + w, foot - 50), (x + w + 2, foot - 22), (x + w + 11, foot - 7),
            (x + w + 30, foot - 3), after[0]]  # fmt: skip
    spring = y + w / 2
    jamb = [foot - 50 + (spring - foot + 50) * k / 12 for k in range(1, 12)]
    over = [*((x, h) for h in jamb), *arch(x, y, w, foot)[1:-1], *((x + w, h) for h in jamb[::-1])]
    return before[:-1] + spline(up, 20.0) + over + spline(down, 20.0)[:-1] + after


def _to_needle(y: float, side: list[Point], edge: Edge) -> list[Point]:
    """Return the thread that comes to rest above the closing words."""
    start: list[Point]
    if edge.enter == TOP:
        start = [(58, -44), (64, 160), (60, 420), (66, y - 190), (92, y - 60), (150, y - 6)]
    elif edge.enter == SHORE:
        soft = ((20, 0.0), (59, 0.156), (98, 0.5), (137, 0.844), (176, 1.0))
        start = [*_entering(side), *((x, 978 + (y - 978) * share) for x, share in soft)]
    else:
        start = [*_entering(side), (44, 884), (86, 890), (136, y + 14), (190, y + 2)]
    return spline([*start, (330, y), (560, y + 4), (760, y - 1), (880, y)], 40.0)


@lru_cache(maxsize=8)
def _needle(y: float) -> tuple[Path, Path]:
    """Return the needle at the thread's end, and its threaded eye."""
    x = 880.0
    shank = spline([(x - 2, y), (x + 40, y - 6), (x + 104, y - 20)], 8)
    eye = [(x + 5, y - 0.7), (x + 13, y - 1.8), (x + 21, y - 2.9)]
    return (ribbon(shank, 9.5, taper=(6, 78)),), (ribbon(eye, 3.2),)


def _floor(strip: Strip, colour: Colour, width: float) -> list[Item]:
    """Return the cover's thread: a knot at the left, and a floor that runs to the right edge."""
    line, knot = _floor_paths(width, strip.seed % 8)
    return [Shape(line, colour, kept=True), Shape(knot, colour, kept=True)]


@lru_cache(maxsize=16)
def _floor_paths(width: float, variant: int) -> tuple[Path, Path]:
    bend = noise(variant + 13)
    xs = (150.0, 300.0, 470.0, 640.0, 820.0, 940.0)
    points = [(x, _FLOOR + 5 * bend(k * 1.3) * (k > 0)) for k, x in enumerate(xs[:3])]
    points += [
        (x, _FLOOR + 2 + 2 * bend(k * 1.3)) for k, x in enumerate(xs[3:], 3)
    ]  # the door's foot
    points += [(x + 1080, y) for x, y in _OVER]
    line = ribbon(
        spline(points), width, vary=0.45, seed=variant + 3, taper=(30, 0), calm=(0.0, 1040.0)
    )
    return (line,), (blob(150, _FLOOR, 12, 11, variant, 0.05),)


def _at(points: list[Point], x: float) -> Point:
    """Return the point of a line at an x, beyond the left margin."""
    for (x0, y0), (x1, y1) in pairwise(p for p in points if p[0] > 90):
        if x0 <= x < x1:
            return x, y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return points[-1]
