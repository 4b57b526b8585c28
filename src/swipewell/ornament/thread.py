"""linen's thread: hand-held, printed out of register beside the ground, bent into what a slide says.

It is knotted on the cover, loops about the numbers of steps, ties off the phases of a breath,
outlines the open door, and ends in a needle at rest on the disclaimer.
"""

from __future__ import annotations

import math

from swipewell.colour import Colour
from swipewell.frame import Item, Shape
from swipewell.geometry import Point, Rect
from swipewell.ornament.curve import arch, beside, blob, noise, ribbon, spline, wobbled
from swipewell.ornament.route import Edge, breath_knots, edges
from swipewell.ornament.shore import land, with_thread
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_OFF = 20.0
"""How far beside the ground the thread runs, in px."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the thread of every slide; ``colour`` and ``on_ground`` name its roles, ``width`` is in px."""
    route = edges(strip)
    return [_on(strip, i, route, options) for i in range(len(strip.slides))]


def _on(strip: Strip, i: int, route: list[Edge | None], options: Options) -> list[Item]:
    slide = strip.slides[i]
    colour = strip.palette[options["colour"]]
    how = (slide.wants("thread") or {}).get("mode", "beside")
    edge = route[i]
    if how == "floor":
        return _floor(slide, strip, strip.palette[options["on_ground"]])
    if edge is None or how == "none":
        return []
    points = _path(strip, i, how, edge, route)
    outline = ribbon(
        points, float(options["width"]), vary=0.45, seed=strip.seed + 21, start=i * 1300.0,
        taper=(0.0, 0.0),
    )  # fmt: skip
    ground = land(strip, i) if with_thread(strip, i) else None
    items: list[Item] = [Shape((outline,) if ground is None else (ground, outline), colour)]
    if how == "breath":
        knots = tuple(
            blob(x, y, 12, 11.5, strip.seed + k, 0.05)
            for k, (x, y) in enumerate(_ties(slide, points))
        )
        items.append(Shape(knots, colour))
    if how == "needle":
        items += _needle(points[-1], strip, options)
    return items


def _path(strip: Strip, i: int, how: str, edge: Edge, route: list[Edge | None]) -> list[Point]:
    """Return the thread's middle line on a slide, a little beyond both borders where it runs on."""
    side = wobbled(beside(edge.points, _OFF), strip.seed + 8, 4.0)
    own = side
    slide = strip.slides[i]
    if how == "loops":
        figure = _loops(slide, edge, strip.seed)
        own = _joined(figure, side, figure[-1][0] + 150)
    elif how == "door":
        own = _round_door(side, slide)
    elif how == "needle":
        return _to_needle(slide, edge)
    lead = _lead_in(strip, i + 1, route)
    if lead is None:
        return own
    return _handed_over(own, lead, strip.width, 990.0 if how == "door" else strip.width - 190.0)


def _lead_in(strip: Strip, i: int, route: list[Edge | None]) -> list[Point] | None:
    """Return how the thread enters slide i where it does not do so beside the edge."""
    if i >= len(strip.slides) or route[i] is None:
        return None
    edge, how = route[i], (strip.slides[i].wants("thread") or {}).get("mode", "beside")
    if edge is None or edge.from_top:
        return None
    if how == "loops":
        return _entering(_loops(strip.slides[i], edge, strip.seed))
    return _entering(_to_needle(strip.slides[i], edge)) if how == "needle" else None


def _entering(points: list[Point]) -> list[Point]:
    """Return the beginning of a path, as far as a neighbour can see it, in fewer points."""
    first = next((k for k, (x, _) in enumerate(points) if x > 110), len(points))
    return points[:first]


def _handed_over(own: list[Point], lead: list[Point], width: float, until: float) -> list[Point]:
    """Return the thread on a slide, from ``until`` on leading into the next one's own path."""
    last = max(k for k, (x, _) in enumerate(own) if x < until)
    ahead = [(x + width, y) for x, y in lead if x > -130]
    return own[:last] + spline([own[last], *ahead], 36.0)


def _joined(figure: list[Point], side: list[Point], after: float) -> list[Point]:
    """Return a figure that flows into the line beside the edge, which it has reached by ``after``."""
    rest = [p for p in side if p[0] > after]
    waypoints = [*rest[:-1:2], rest[-1]]
    return figure + spline([figure[-1], *waypoints], 40.0)[1:]


def _loops(slide: StripSlide, edge: Edge, seed: int) -> list[Point]:
    """Return the thread that rounds every number one and a half times, from the first to the last."""
    rings = slide.numbered("ring")
    radius = 47.0 if len(rings) <= 3 else 43.0
    first = rings[0].centre if rings else (212.0, 508.0)
    points: list[Point]
    if edge.from_top:
        points = [(58, -44), (64, 110), (60, 270), (70, first[1] - 110), (104, first[1] - 44)]
    else:
        x, y = 0.0, first[1]
        points = [(-120, 982), (x + 10, 962), (x + 58, 900), (x + 66, y + 232), (x + 74, y + 62),
                  (x + 104, y - 24)]  # fmt: skip
    lean = noise(seed + 3)
    for k, ring in enumerate(rings):
        points += _ring(ring, radius, k, lean(k * 3.1))
        if k + 1 < len(rings):
            (cx, cy), (_, next_y) = ring.centre, rings[k + 1].centre
            gap = next_y - cy
            points += [(cx - 30 - 4 * k, cy + gap * 0.43), (cx - 34 + 6 * k, cy + gap * 0.58)]
    cx, cy = rings[-1].centre if rings else first
    low = min(cy + radius * 1.4 + 44, 972.0)
    points += [
        (cx - 45, cy + radius * 1.4),
        (cx - 40, low - 14),
        (cx - 4, low + 2),
        (cx + 90, low + 12),
    ]
    return spline(points, 32.0)[:-2]


def _ring(ring: Rect, radius: float, k: int, lean: float) -> list[Point]:
    """Return one and a half turns about a number, wider as they go."""
    cx, cy = ring.centre
    points: list[Point] = []
    for turn in range(0, 541, 36):
        share = turn / 540
        r = 1.02 * radius + 8 * share * radius / 47 + 2 * math.sin(turn * 0.02 + k * 2.3)
        a = math.radians(-98 + turn + 6 * lean)
        points.append((cx + r * 1.06 * math.cos(a) + (k % 3 - 1) * -0.6, cy + r * math.sin(a)))
    return points


def _round_door(side: list[Point], slide: StripSlide) -> list[Point]:
    """Return the thread beside the shore, up and over the open door, and on."""
    door = slide.wants("door") or {}
    x, y, w = float(door["left"]) - 18, float(door["top"]) - 22, float(door["width"])
    foot = float(door["foot"]) - 16
    before = [p for p in side if p[0] < x - 60]
    after = [p for p in side if p[0] > x + w + 80]
    left = [
        (x - 22, foot - 3),
        (x - 5, foot + 3),
        (x, foot - 8),
        (x, foot - 90),
        (x, (foot + y) / 2),
    ]
    right = [(x + w, (foot + y) / 2), (x + w, foot - 90), (x + w, foot - 8), (x + w + 4, foot + 4),
             (x + w + 24, foot - 1)]  # fmt: skip
    over = arch(x, y, w, foot)[1:-1:3]
    path = [before[-1], *left, *over, *right, *after[:1]]
    return before[:-1] + spline(path, 20.0)[:-1] + after


def _to_needle(slide: StripSlide, edge: Edge) -> list[Point]:
    """Return the thread that comes to rest above the closing words."""
    rest = slide.anchors.get("rest")
    y = rest.top if rest is not None else 857.0
    start: list[Point] = (
        [(58, -44), (64, 160), (60, 420), (66, y - 190), (92, y - 60), (150, y - 6)]
        if edge.from_top
        else [(-24, y + 115), (56, y + 73), (130, y + 13)]
    )
    return spline([*start, (330, y), (560, y + 4), (760, y - 1), (880, y)], 40.0)


def _needle(at: Point, strip: Strip, options: Options) -> list[Item]:
    """Return the needle at the thread's end, its eye threaded."""
    x, y = at
    shank = spline([(x - 2, y), (x + 40, y - 6), (x + 104, y - 20)], 8)
    body = ribbon(shank, 9.5, taper=(6, 78))
    eye = ribbon([(x + 5, y - 0.7), (x + 13, y - 1.8), (x + 21, y - 2.9)], 3.2)
    return [
        Shape((body,), strip.palette[options["needle"]]),
        Shape((eye,), strip.palette[options["paper"]]),
    ]


def _floor(slide: StripSlide, strip: Strip, colour: Colour) -> list[Item]:
    """Return the cover's thread: a knot at the left, and a floor that runs to the right edge."""
    y = slide.anchors["floor"].top if "floor" in slide.anchors else 853.0
    bend = noise(strip.seed + 13)
    xs = (150, 300, 470, 640, 820, 960, 1010, 1092)
    line = spline(
        [(x, y + 5 * bend(k * 1.3) * (0 < k < 6) - 15 * (k == 7)) for k, x in enumerate(xs)]
    )
    return [
        Shape((ribbon(line, 5.0, vary=0.45, seed=strip.seed + 3, taper=(30, 0)),), colour),
        Shape((blob(150, y, 12, 11, strip.seed, 0.05),), colour),
    ]


def _ties(slide: StripSlide, points: list[Point]) -> list[Point]:
    """Return where the thread passes the beginnings and ends of the phases."""
    near = [p for p in points if p[0] > 100]
    return [_nearest(near, x) for x, _ in breath_knots(slide)]


def _nearest(points: list[Point], x: float) -> Point:
    """Return the point nearest to an x."""
    return min(points, key=lambda point: abs(point[0] - x))
