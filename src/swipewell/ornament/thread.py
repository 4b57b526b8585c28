"""linen's thread: hand-held, printed out of register beside the ground, bent into what a slide says.

It is knotted on the cover, loops about the numbers of steps, ties off the phases of a breath, rules a
page, underlines a word, strings up resources, measures a figure, outlines the open door, and ends in
a needle at rest on the disclaimer. At a slide's borders it runs
beside the ground and as wide as everywhere, so that slides meet; what it does between depends on few
things, so it comes again on other slides, and each way is worked out once.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from swipewell.colour import Colour
from swipewell.frame import Contour, Item, Path, Shape, lowered
from swipewell.geometry import Point, Rect
from swipewell.ornament.curve import arch, beside, blob, lengths, noise, ribbon, spline
from swipewell.ornament.door import doorway
from swipewell.ornament.figures import (
    OVER,
    entering,
    joined,
    lines,
    loops,
    measured,
    off_the_floor,
    string,
    tied,
    underline,
)
from swipewell.ornament.route import SHORE, TOP, Edge, breath_knots, edges
from swipewell.ornament.shore import land, with_thread
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_OFF = 20.0
"""How far beside the ground the thread runs, in px."""

_FLOOR = 853.0
"""The height of the cover's floor, in px."""

_UNDER = 34.0
"""How far below a word's line the thread underlines it, in px: clear of descenders."""

_STRING = 116.0
"""Where the string of resources hangs, in px."""

_Marks = tuple[tuple[float, ...], ...]

_GROUNDED = ("beside", "loops", "lines", "underline", "string")
"""What the thread is bent into where it may come off the cover's floor."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the thread of every slide; ``colour`` and ``on_ground`` name its roles, ``width`` is in px."""
    route = edges(strip)
    return [_on(strip, i, route[i], options) for i in range(len(strip.slides))]


def _on(strip: Strip, i: int, edge: Edge | None, options: Options) -> list[Item]:
    slide = strip.slides[i]
    how = str((slide.wants("thread") or {}).get("mode", "beside"))
    if how == "lines" and not slide.numbered("rule"):
        how = "beside"  # a question that goes on
    on_ground, width = strip.palette[options["on_ground"]], float(options["width"])
    low = strip.page.low
    if how == "floor":
        return _floor(strip, on_ground, width)
    if how == "measure":
        room, over = slide.anchors["measure"].moved(0, -low), _from_floor(strip, i)
        path = _measure(room, width, strip.seed % 8, over)
        return [Shape(lowered(path, low), on_ground, kept=True)]
    if edge is None or how == "none":
        return []
    grounded = with_thread(strip, i)
    over = grounded and how in _GROUNDED and _from_floor(strip, i)
    # figures are measured from the foot: so they are worked out as in the square, and moved down
    marks = _raised(_marks(slide, how), how, low)
    path = _path(how, edge.moved(-low) if low else edge, marks, width, grounded, over)
    items: list[Item] = [Shape(lowered(path, low), strip.palette[options["colour"]], kept=True)]
    if how == "needle":
        needle, eye = _needle(_rest(slide))
        items += [
            Shape(needle, strip.palette[options["needle"]], kept=True),
            Shape(eye, strip.palette[options["paper"]], kept=True),
        ]
    return items


def _raised(marks: _Marks, how: str, by: float) -> _Marks:
    """Return the marks so many px higher."""
    if not by or not marks:
        return marks
    if how == "loops":
        radii, *centres = marks
        return (radii, *((x, y - by) for x, y in centres))
    if how == "door":
        ((x, y, w, foot, around),) = marks
        return ((x, y - by, w, foot - by, around),)
    return tuple((*rest, y - by) for *rest, y in marks)


def _from_floor(strip: Strip, i: int) -> bool:
    """Say whether the thread comes from the floor of the slide before."""
    before = strip.slides[i - 1].wants("thread") if i else None
    return before is not None and before.get("mode") == "floor"


def _marks(slide: StripSlide, how: str) -> _Marks:
    """Return what the thread goes by on a slide, in px: see the figure."""
    if how == "loops":
        radii = tuple(map(float, (slide.wants("thread") or {}).get("radii", ())))
        return (radii, *(ring.centre for ring in slide.numbered("ring")))
    if how == "breath":
        return tuple(breath_knots(slide))
    if how == "lines":
        return tuple((rule.left, rule.right, rule.bottom) for rule in slide.numbered("rule"))
    if how == "underline":
        word = slide.anchors["word"]
        return ((word.left, word.right, word.bottom + _UNDER),)
    if how == "string":
        entries = slide.numbered("entry")
        return ((entries[0].top,), *((entry.top + 31,) for entry in entries))
    if how == "door":
        around = float((slide.wants("thread") or {}).get("around", 0))
        return ((*doorway(slide), around),)
    return ((_rest(slide),),) if how == "needle" else ()


def _rest(slide: StripSlide) -> float:
    rest: Rect | None = slide.anchors.get("rest")
    return rest.top if rest is not None else slide.page.y(857.0)


@lru_cache(maxsize=256)  # pure, and the same on many slides
def _path(how: str, edge: Edge, marks: _Marks, width: float, grounded: bool, over: bool) -> Path:
    """Return the thread's outline on a slide, with the ground's and with knots where it has them.

    Where it comes ``over`` the ground from the cover's floor, it runs against the ground's outline:
    so it is left out of the ground, and printed as soon as it is beyond.
    """
    side = _wobbled(beside(edge.points, _OFF), edge.variant)
    knots: tuple[Contour, ...] = ()
    if how == "loops":
        rings = marks[1:]
        usual = (43.0, 58.0) if len(rings) <= 3 else (37.0, 50.0)
        inner, outer = marks[0] or usual
        side = joined(loops(rings, side, edge, over, (inner, outer)), side)
    elif how == "lines":
        side = lines(marks, side, edge, over)
    elif how == "underline":
        side = underline(marks[0], side, edge, over)
    elif how == "string":
        knots = tuple(blob(_STRING, y, 11, 10.5, k, 0.06) for k, (y,) in enumerate(marks[1:]))
        if edge.enter == TOP and not over:
            side = string(marks[1:], marks[0][0], _STRING, side, edge)
        else:
            strand = tied(marks[1:], _STRING, side, edge)
            side = off_the_floor(side) if over else side
            knots += (ribbon(strand, width, vary=0.45, seed=edge.variant + 9, taper=(0.0, 40.0)),)
    elif over:
        side = off_the_floor(side)
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
    printed = tuple(part[::-1] if over else part for part in (line, *knots))
    return (land(edge), *printed) if grounded else printed


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


def _round_door(side: list[Point], door: tuple[float, ...]) -> list[Point]:
    """Return the thread beside the shore, up and over the open door, and on.

    It is printed out of register with the door, or so many px ``around`` what is seen through it.
    """
    left, top, w, bottom, around = door
    x, y, foot = left - (around or 18), top - (around or 22), bottom - 16
    w += 2 * around
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
        top = edge.top
        start = [
            (58, top - 44),
            (64, top + 160),
            (60, top + 420),
            (66, y - 190),
            (92, y - 60),
            (150, y - 6),
        ]
    elif edge.enter == SHORE:
        soft = ((20, 0.0), (59, 0.156), (98, 0.5), (137, 0.844), (176, 1.0))
        start = [*entering(side), *((x, 978 + (y - 978) * share) for x, share in soft)]
    else:
        start = [*entering(side), (44, 884), (86, 890), (136, y + 14), (190, y + 2)]
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
    low = strip.page.low
    return [
        Shape(lowered(line, low), colour, kept=True),
        Shape(lowered(knot, low), colour, kept=True),
    ]


@lru_cache(maxsize=16)
def _floor_paths(width: float, variant: int) -> tuple[Path, Path]:
    bend = noise(variant + 13)
    xs = (150.0, 300.0, 470.0, 640.0, 820.0, 940.0)
    points = [(x, _FLOOR + 5 * bend(k * 1.3) * (k > 0)) for k, x in enumerate(xs[:3])]
    points += [
        (x, _FLOOR + 2 + 2 * bend(k * 1.3)) for k, x in enumerate(xs[3:], 3)
    ]  # the door's foot
    points += [(x + 1080, y) for x, y in OVER]
    line = ribbon(
        spline(points), width, vary=0.45, seed=variant + 3, taper=(30, 0), calm=(0.0, 1040.0)
    )
    return (line,), (blob(150, _FLOOR, 12, 11, variant, 0.05),)


@lru_cache(maxsize=32)
def _measure(room: Rect, width: float, variant: int, over: bool) -> Path:
    """Return a length of thread at the top of a room, with a knot at both ends of its column."""
    left, right, y = room.left + 12, room.right - 12, room.top
    points = measured(left, right, y, variant, over)
    line = ribbon(points, width, vary=0.45, seed=variant + 3, calm=(40.0, 1200.0))
    return (line, blob(left, y, 12, 11, variant, 0.05), blob(right, y, 12, 11, variant + 1, 0.05))


def _at(points: list[Point], x: float) -> Point:
    """Return the point of a line at an x, beyond the left margin."""
    for (x0, y0), (x1, y1) in pairwise(p for p in points if p[0] > 90):
        if x0 <= x < x1:
            return x, y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return points[-1]
