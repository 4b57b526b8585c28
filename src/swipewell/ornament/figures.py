"""What linen's thread is bent into on its way through a slide: points only, in the slide's px.

They are drawn for the square; on a taller slide, whose foot lies lower, everything is measured from
its foot, and ``edge.top`` is above 0. Each figure comes in over the left border beside the ground, from
over the top, or off the cover's floor, and goes on beside the ground to the right.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from swipewell.geometry import Point
from swipewell.ornament.curve import noise, spline
from swipewell.ornament.route import SHORE, TOP, Edge

OVER: tuple[Point, ...] = ((-60, 851), (-30, 846), (0, 841), (30, 836))
"""How the thread goes over the border from the cover's floor, rising a little."""

Marks = Sequence[tuple[float, ...]]
"""What a figure goes by: numbers' centres, lines' ends, knots."""

_FLAT = math.pi / 2

_MARGIN = {False: 60.0, True: 72.0}
"""Where the thread climbs the left margin, in px: off the cover's floor, there is ground beside it."""


def off_the_floor(side: list[Point]) -> list[Point]:
    """Return the thread that goes from the cover's floor beside the edge, down to a shore or up to a rise."""
    high = side_height(side, 320.0)
    if high > 915:
        down = [(50, 836), (68, 849), (82, 882)]
        return spline([*OVER, *down, *(p for p in side if p[1] > 915 or p[0] > 300)], 14.0)
    up = [
        (62, 822), (86, 786), (93, (high + 800) / 2), (94, high + 74), (101, high + 34), (116, high + 12),
    ]  # fmt: skip
    return spline([*OVER, *up, (152, high + 1), *(p for p in side if p[0] > 270)], 14.0)


def joined(figure: list[Point], side: list[Point]) -> list[Point]:
    """Return a figure that flows into the line beside the edge."""
    rest = [p for p in side if p[0] > figure[-1][0] + 150]
    waypoints = [*rest[:-4:2], *rest[-4:]]
    return figure + spline([figure[-1], *waypoints], 40.0)[1:]


def entering(side: list[Point]) -> list[Point]:
    """Return the line beside the edge up to where it has come over the border, for a figure to go on."""
    return [p for p in side if p[0] < 20]


# --- Steps and a table of contents: a ring about each number ---


def loops(
    rings: Marks, side: list[Point], edge: Edge, over: bool, radii: tuple[float, float]
) -> list[Point]:
    """Return the thread that rounds every number one and a half times, from the first to the last."""
    inner, outer = radii
    x, y = rings[0] if rings else (212.0, 508.0)
    points = _up_to(y, inner, side, edge, over)
    lean = noise(edge.variant + 3)
    for k, (cx, cy) in enumerate(rings):
        points += _ring(cx, cy, inner, outer, k, lean(k * 3.1))
        if k + 1 < len(rings):
            gap, way = rings[k + 1][1] - cy, k % 4
            points += [(cx - 30 - 4 * way, cy + gap * 0.43), (cx - 34 + 6 * way, cy + gap * 0.58)]
    cx, cy = rings[-1] if rings else (x, y)
    points += _tail(cx, cy + outer + 3)
    return spline(points, 22.0)[:-2]


def _up_to(y: float, inner: float, side: list[Point], edge: Edge, over: bool) -> list[Point]:
    """Return how the thread comes to the first number."""
    if edge.enter == TOP and not over:
        return [
            (58, edge.top - 44),
            (64, edge.top + 110),
            (60, min(edge.top + 270, y - 238)),
            (66, y - 150),
            (92, y - 74),
            (146, y - inner - 9),
        ]
    start = entering(side)
    if over:
        points = [*OVER, (58, 822), (71, 790), (74, y + 190), (77, y + 62)]
    elif edge.enter == SHORE:
        points = [*start, (22, 977), (45, 961), (62, 913), (69, 848), (70, y + 190), (75, y + 62)]
    else:
        points = [*start, (38, 884), (60, 876), (70, 836), (72, y + 180), (76, y + 62)]
    return [*points, (104, y - 24), (150, y - inner - 8)]


def _tail(cx: float, top: float) -> list[Point]:
    """Return how the thread leaves the last number, from below its ring: a hook, or a plumb line and a bend."""
    room = 982 - top
    if room > 230:
        return [
            (cx - 20, top), (cx - 43, top + 14), (cx - 53, top + 44), (cx - 53, top + room / 2),
            (cx - 51, 882), (cx - 40, 936), (cx - 8, 968), (cx + 44, 979), (cx + 100, 983),
        ]  # fmt: skip
    if room > 90:
        shares = ((-20, 0.0), (-41, 0.1), (-51, 0.3), (-52, 0.5), (-43, 0.7), (-14, 0.9))
        bent = [(cx + x, top + room * share) for x, share in shares]
        return [*bent, (cx + 42, 980), (cx + 100, 983)]
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


# --- A page to write on, a word underlined, a string of resources ---


def lines(rules: Marks, side: list[Point], edge: Edge, over: bool) -> list[Point]:
    """Return the thread as ruled lines: it runs to and fro, from the first line to the last.

    A mark is a line's left and right end, and its height.
    """
    left, right, y = rules[0]
    points = _level_at(y, side, edge, over)
    for k, (_, _, y) in enumerate(rules):
        last = k + 1 == len(rules)
        below = rules[k + 1][2] if not last else _shore_below(side, left)
        rightwards = k % 2 == 0
        points += _across(left, right, y, rightwards, edge.variant + k)
        if not rightwards:
            points += _turn(left, y, below, -1)
        elif not last:
            points += _turn(right, y, below, 1)
    if len(rules) % 2:
        return spline([*points, *_off(right, y, side, edge)], 14.0)
    rest = [p for p in side if p[0] > left + 190]
    return spline([*points, *rest[:-4:2], *rest[-4:]], 14.0)


def _across(left: float, right: float, y: float, rightwards: bool, seed: int) -> list[Point]:
    """Return one line, drawn by hand, without its ends."""
    sway = noise(seed + 31)
    xs = [left + (right - left) * share for share in (0.12, 0.3, 0.5, 0.7, 0.88)]
    points = [(x, y + 2.5 * sway(k * 1.9)) for k, x in enumerate(xs)]
    return points if rightwards else points[::-1]


def _turn(x: float, y: float, below: float, way: int) -> list[Point]:
    """Return half a circle from one line's end at x to the next line; ``way`` is 1 at the right."""
    r = (below - y) / 2
    angles = (0.0, 0.45, 0.9, _FLAT, math.pi - 0.9, math.pi - 0.45, math.pi)
    return [(x - way * r + way * r * math.sin(a), y + r - r * math.cos(a)) for a in angles]


def _off(right: float, y: float, side: list[Point], edge: Edge) -> list[Point]:
    """Return how the thread goes from a line's right end to the border, or over the top."""
    if edge.leave == TOP:
        rise = [p for p in side if p[0] > 940 and p[1] < y - 190]
        up = [(right + 14, y - 22), (right + 34, y - 74), (right + 40, y - 130)]
        return [(right - 36, y), *up, *rise]
    rest = [p for p in side if p[0] > 1090]
    fall = [(right - 76, y), (right - 14, y + 14), (right + 36, y + 60), (1034, 973), (1060, 978)]
    return [*fall, *rest]


def underline(word: tuple[float, ...], side: list[Point], edge: Edge, over: bool) -> list[Point]:
    """Return the thread that underlines a word there and back; the mark is its left, right and height."""
    left, right, y = word
    points = [*_level_at(y, side, edge, over), *_across(left, right - 24, y, True, edge.variant)]
    points += [(right - 8, y - 1), (right + 8, y + 5), (right + 4, y + 16), (right - 16, y + 19)]
    x, back = _MARGIN[over] + 28, y + 20
    points += [(left + (right - left) / 2, back - 2), (left + 24, back + 1)]
    points += [(x + 44, back + 2), (x + 14, back + 18), (x + 2, back + 60)]
    return spline([*points, *_hanging(x, back + 60, side)], 20.0)


def string(knots: Marks, top: float, x: float, side: list[Point], edge: Edge) -> list[Point]:
    """Return the thread that comes over the top and hangs down at x as a string for knots, from a height."""
    points = [
        (58, edge.top - 44),
        (62, edge.top + 90),
        (60, top - 150),
        (72, top - 76),
        (x - 8, top),
        (x, top + 70),
    ]
    points += _strung(knots, x, points[-1][1] + 20, edge)
    return spline([*points, *_hanging(x, points[-1][1], side)], 22.0)


def tied(knots: Marks, x: float, side: list[Point], edge: Edge) -> list[Point]:
    """Return a string that hangs down at x from its first knot, and is laid to the line beside the edge."""
    points = _strung(knots, x, edge.top, edge)
    end = [p for p in _hanging(x, points[-1][1], side) if p[0] < x + 230]
    return spline([*points, *end], 22.0)


def _strung(knots: Marks, x: float, below: float, edge: Edge) -> list[Point]:
    """Return where a string at x passes the knots that lie below a height."""
    sway = noise(edge.variant + 5)
    return [(x + 2.5 * sway(k * 1.7), y) for k, (y,) in enumerate(knots) if y > below]


def measured(left: float, right: float, y: float, variant: int, over: bool) -> list[Point]:
    """Return a length of thread across a full slide; it may come off the cover's floor."""
    bend = noise(variant + 13)
    xs = [left + (right - left) * k / 6 for k in range(7)]
    points = [(x, y + 4 * bend(k * 1.3) * (0 < k < 6)) for k, x in enumerate(xs)]
    return spline([*_level_at(y, [], None, True)[:-1], *points] if over else points)


def _level_at(y: float, side: list[Point], edge: Edge | None, over: bool) -> list[Point]:
    """Return how the thread comes to a height in the margin, on its way to the right."""
    if edge is not None and edge.enter == TOP and not over:
        return [
            (58, edge.top - 44),
            (62, edge.top * 0.65 + y * 0.35),
            (59, y - 170),
            (66, y - 64),
            (92, y - 16),
            (134, y),
        ]
    start, low = _coming(side, edge, over)
    if y < low:
        x = _MARGIN[over]
        turn = [(x + 12, y + 26), (x + 40, y + 5), (x + 84, y)]
        return [*_rising(x, y + 66, side, edge, over), *turn]
    x, high = start[-1]  # hardly a climb
    soft = ((0.25, 0.156), (0.5, 0.5), (0.75, 0.844), (1.0, 1.0))
    return [*start, *((x + (170 - x) * t, high + (y - high) * rise) for t, rise in soft)]


def _coming(side: list[Point], edge: Edge | None, over: bool) -> tuple[list[Point], float]:
    """Return how the thread comes over the left border, and under which height it can only slope up."""
    if over or edge is None:
        return [*OVER], 710.0
    start = entering(side)
    if edge.enter == SHORE:
        return [*start, (30, start[-1][1])], 790.0
    return [*start, (35, 883), (50, 886)], 750.0


def _rising(x: float, top: float, side: list[Point], edge: Edge | None, over: bool) -> list[Point]:
    """Return how the thread comes over the left border and up the margin at x, to a height."""
    if over or edge is None:
        points: list[Point] = [*OVER, (x - 5, 816), (x - 1, 786)]
    elif edge.enter == SHORE:
        points = [*entering(side), (23, 977.4), (x - 16, 965), (x - 4, 922), (x - 1, 866)]
    else:
        points = [*entering(side), (35, 882), (x - 9, 875), (x - 1, 836)]
    foot = points[-1][1]
    return points + [(x, foot + (top - foot) * share) for share in (0.35, 0.7, 1.0)]


def _hanging(x: float, y: float, side: list[Point]) -> list[Point]:
    """Return the thread that hangs down at x from a height, and bends into the line beside the edge."""
    low = side_height(side, x + 42)
    plumb = [(x, y + (low - 130 - y) * share) for share in (0.3, 0.65, 1.0) if y < low - 170]
    bend = [(x + 4, low - 80), (x + 17, low - 40), (x + 42, low - 9)]
    rest = [p for p in side if p[0] > x + 96]
    return [*plumb, *bend, *rest[:-4:2], *rest[-4:]]


def _shore_below(side: list[Point], left: float) -> float:
    """Return how far down there is room for a turn above the line beside the edge."""
    return min(side_height(side, left + reach) for reach in (10, 40, 80))


def side_height(side: list[Point], x: float) -> float:
    """Return the height of the line beside the edge at an x."""
    return min(side, key=lambda p: abs(p[0] - x))[1]
