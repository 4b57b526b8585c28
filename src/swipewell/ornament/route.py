"""The edge of linen's ground through the whole strip: shore, door's threshold, fold and breath.

Each kind of slide says how the edge passes through it; a full slide has none, and beside it the
edge rises over the top within its neighbour, never at the border. At a border the edge has one of
two courses, the same on both sides, so that slides meet whatever they hold; between them the post's
seed chooses among a few arrangements. So an edge comes again on other slides, and is worked out once.
"""

from __future__ import annotations

import math
import zlib
from functools import lru_cache
from itertools import pairwise

from swipewell.geometry import SQUARE, Page, Point
from swipewell.named import NamedTuple
from swipewell.ornament.curve import noise, spline
from swipewell.ornament.strip import Strip, StripSlide

FULL = "full"
FOLD, RISE = "fold", "rise"
"""The ground's ways to stand up on a slide: beside a half, and under what the anchor ``ground`` bears."""

TOP, SHORE, SLOPE = "top", "shore", "slope"
"""How an edge enters or leaves a slide: over the upper border, level, or falling after a breath."""

VARIANTS = 5
"""Among how many arrangements the seed chooses on every slide."""

_LEVEL = 998.0
_HARDLY = 930.0
"""Ground that rises no higher than this is a threshold at its usual height."""

_FROM_TOP: tuple[Point, ...] = (
    (34, -60), (34, -40), (46, 120), (40, 300), (54, 520), (50, 720), (61, 884), (118, 970),
)  # fmt: skip
_TO_TOP: tuple[Point, ...] = (
    (954, 974), (1014, 884), (1030, 720), (1026, 520), (1040, 300), (1034, 120), (1046, -40), (1046, -60),
)  # fmt: skip
_BREATH_FROM_TOP: tuple[Point, ...] = (
    (28, -60), (30, -40), (38, 140), (44, 360), (52, 560), (60, 690),
)  # fmt: skip
_BREATH_TO_TOP: tuple[Point, ...] = (
    (1038, 520),
    (1044, 300),
    (1040, 120),
    (1048, -40),
    (1048, -60),
)
_FOLD_TO_TOP: tuple[Point, ...] = ((1010, 310), (1044, 160), (1056, -40), (1056, -60))
_AT_SHORE: tuple[Point, ...] = ((-120, _LEVEL), (0, _LEVEL), (120, _LEVEL))
_AT_SLOPE: tuple[Point, ...] = ((-120, 790), (-60, 838), (0, 884), (60, 923), (120, 950))
_OFF_STAND: tuple[Point, ...] = (
    (968, 963), (992, 970), (1016, 984), (1040, 995), (1062, 998), (1080, _LEVEL), (1200, _LEVEL),
)  # fmt: skip


class Edge(NamedTuple):
    """The edge within one slide and a little beyond, in the slide's px, left to right.

    ``enter`` and ``leave`` say how it comes and goes; ``variant`` is its arrangement; ``top`` and
    ``bottom`` are the slide's borders.
    """

    points: tuple[Point, ...]
    enter: str
    leave: str
    variant: int
    top: float = 0.0
    bottom: float = 1080.0

    def moved(self, dy: float) -> Edge:
        """Return the edge and its slide so many px lower."""
        points = tuple((x, y + dy) for x, y in self.points)
        return self._replace(points=points, top=self.top + dy, bottom=self.bottom + dy)


def edges(strip: Strip) -> list[Edge | None]:
    """Return the edge of every slide; None where the ground fills the slide."""
    if "edges" not in strip.shared:
        strip.shared["edges"] = [_of(strip, i) for i in range(len(strip.slides))]
    known: list[Edge | None] = strip.shared["edges"]
    return known


def _of(strip: Strip, i: int) -> Edge | None:
    mode = _mode(strip, i)
    if mode == FULL:
        return None
    before = _leaving(strip, i - 1)
    after = TOP if mode in (FOLD, RISE) or _mode(strip, i + 1) == FULL else _leaving(strip, i)
    variant = ((strip.seed + 1) * (2 * i + 7) >> 3) % VARIANTS
    seconds = _seconds(strip.slides[i]) if mode == "breath" else ()
    level = _risen(strip.slides[i]) if mode == RISE else _LEVEL
    return _on_page(_edge(mode, before, after, variant, seconds, level), strip.page)


@lru_cache(maxsize=256)
def _on_page(edge: Edge, page: Page) -> Edge:
    """Return an edge drawn for the square on a slide of another size."""
    if page == SQUARE:
        return edge
    points = tuple((x, page.y(y)) for x, y in edge.points)
    return edge._replace(points=points, bottom=float(page.height))


def _mode(strip: Strip, i: int) -> str:
    """Return how the edge passes through a slide; beyond the last one it runs on."""
    if i >= len(strip.slides):
        return "shore"
    slide = strip.slides[i]
    mode = str((slide.wants("shore") or {}).get("mode", FULL))
    return "stand" if mode == RISE and _risen(slide) > _HARDLY else mode


def _risen(slide: StripSlide) -> float:
    """Return how high the ground rises on a slide, as drawn for the square: to its anchor ``ground``."""
    return round(slide.page.drawn(slide.anchors["ground"].top))


def _leaving(strip: Strip, i: int) -> str:
    """Return how the edge leaves a slide towards one that is not full."""
    mode = _mode(strip, i)
    if mode in (FULL, FOLD, RISE):
        return TOP
    return SLOPE if mode == "breath" else SHORE


def _seconds(slide: StripSlide) -> tuple[float, ...]:
    return tuple(float(phase["seconds"]) for phase in slide.fields["phases"])


@lru_cache(maxsize=256)  # pure, and the same on many slides
def _edge(
    mode: str, enter: str, leave: str, variant: int, seconds: tuple[float, ...], level: float
) -> Edge:
    """Return the edge of one way through a slide."""
    if mode == RISE:
        return Edge(tuple(spline(_rise(enter, level, variant), 16.0)), enter, leave, variant)
    if mode == "breath":
        return Edge(tuple(spline(_breath(enter, leave, seconds), 24.0)), enter, leave, variant)
    if mode == "last":
        return Edge(tuple(spline(_last(enter), 34.0)), enter, leave, variant)
    if mode == FOLD:
        inner, leave = _fold(enter), TOP
    elif mode == "stand":
        inner = [(190.0, 963.0), (360.0, 966.0), (620.0, 962.0), (900.0, 961.0)]
    else:
        inner = _jittered([(300.0, 1003.0), (520.0, 1008.0), (780.0, 1003.0)], variant)
    if enter == SLOPE:
        inner = [(x, y) for x, y in inner if x > 240]
    points = [*_entry(enter), *inner, *_exit(mode, leave)]
    return Edge(tuple(spline(points, 34.0)), enter, leave, variant)


def _entry(enter: str) -> tuple[Point, ...]:
    """Return how the edge comes into a slide."""
    return {TOP: _FROM_TOP, SHORE: _AT_SHORE, SLOPE: _AT_SLOPE}[enter]


def _exit(mode: str, leave: str) -> tuple[Point, ...]:
    """Return how the edge goes out of a slide; from a threshold only beyond the door's far side."""
    if leave == TOP:
        return _FOLD_TO_TOP if mode == FOLD else _TO_TOP
    if mode == "stand" and leave == SHORE:
        return _OFF_STAND
    return _beyond(_AT_SHORE if leave == SHORE else _AT_SLOPE)


def _beyond(border: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the course at a border as the slide to its left sees it."""
    return tuple((x + 1080, y) for x, y in border)


def _jittered(points: list[Point], variant: int, much: float = 1.0) -> list[Point]:
    """Return the points moved a little, each arrangement in its own way."""
    nudge = noise(variant * 13 + 5)
    return [
        (x + 24 * nudge(k * 1.7), y + 11 * much * nudge(k * 2.3 + 50))
        for k, (x, y) in enumerate(points)
    ]


def _fold(enter: str) -> list[Point]:
    start: list[Point] = [(250, 1004)] if enter == TOP else [(230, 1006)]
    # it leaves over the top by its own way
    return [
        *start, (380, 1020), (490, 1010), (538, 960), (546, 800), (548, 620), (572, 520), (660, 456),
        (800, 432), (930, 404),
    ]  # fmt: skip


def _rise(enter: str, level: float, variant: int) -> list[Point]:
    """Return the edge of ground that rises to a level and goes on up over the top at the right."""
    points: list[Point]
    if enter == TOP:
        side = (44.0, level - min(110.0, level / 2))
        points = [(32, -60), (32, -40), (36, side[1] / 2), side, *_quarter(side, (168, level))]
    else:
        points = _climb(enter, level)
    points += _jittered([(320, level - 7), (520, level - 6), (740, level - 8)], variant, 0.4)
    bend = min(126.0, level / 2)
    corner = [(936 + 88 * a, level - 4 - bend * b) for a, b in _QUARTER]
    over = [(1036, (level - bend) / 2)] if level > 400 else []
    return [*points, *corner, *over, (1048, -40), (1048, -60)]


def _climb(enter: str, level: float) -> list[Point]:
    """Return the edge from the left border up the side of ground that rises to a level."""
    if enter == SLOPE:
        start, foot = [*_AT_SLOPE[:3], (28.0, 897.0)], (42.0, 893.0)
    else:
        start, foot = [*_AT_SHORE[:2]], (16.0, _LEVEL)
    high = foot[1] - level
    if enter == SLOPE and high < 80:  # it dips, and rises a little
        dip = (58.0, 902.0)
        return [*_AT_SLOPE[:3], (22, 898), (46, 903), *_eased(dip, (230.0, level), 0.0, 0.0)]
    if high < 300:
        steep = foot[0] + 152 - 0.13 * high  # so that text on the ground keeps clear of its side
        return [*start, *_eased(foot, (steep, level - 4), 0.0, 0.0)]
    x, bend, wide = 66.0, 110.0, 102.0
    round_up = [(foot[0] + (x - foot[0]) * a, foot[1] - bend * b) for a, b in _QUARTER[1:]]
    round_off = [(x + wide * b, level + bend * (1 - a)) for a, b in _QUARTER]
    return [*start, foot, *round_up, *round_off]


_QUARTER = tuple((math.sin(k * math.pi / 10), 1 - math.cos(k * math.pi / 10)) for k in range(6))
"""Along a quarter of a circle from its bottom to its right: how far to the right, and how far up."""


LOW, REST, HIGH = 812.0, 736.0, 540.0
"""Where a breath begins and ends, rests, and is held, in px."""


def breath_knots(slide: StripSlide) -> list[Point]:
    """Return where the phases of a practice begin and end, on the breath's line."""
    return [(x, slide.page.y(y)) for x, y in _knots(_seconds(slide))]


def _knots(seconds: tuple[float, ...]) -> list[Point]:
    unit = (984 - 156) / sum(seconds)
    x, knots = 156.0, [(156.0, LOW)]
    for s, y in zip(seconds, breath_levels(len(seconds)), strict=True):
        x += s * unit
        knots.append((x, y))
    return knots


def breath_levels(count: int) -> list[float]:
    """Return the height at the end of each phase: in, hold, out, rest."""
    return {
        1: [LOW],
        2: [HIGH, LOW],
        3: [HIGH, HIGH, LOW],
        4: [HIGH, HIGH, REST, REST],
    }[count]


def _breath(enter: str, leave: str, seconds: tuple[float, ...]) -> list[Point]:
    """Return the edge as a breath: in rises, a hold is level, out falls, as wide as their seconds.

    From over the top it comes down into a bowl, at whose bottom the breath begins; from a border it
    climbs, and the breath goes on climbing.
    """
    knots = _knots(seconds)
    if len(knots) == 2:
        knots.insert(1, (570.0, HIGH + 30))
    (x, y), climb = knots[0], 0.0
    if enter == TOP:
        points = [*_BREATH_FROM_TOP, *_quarter(_BREATH_FROM_TOP[-1], (x, y))]
    else:
        climb = -1.4 if enter == SHORE else -1.2
        foot = (12.0, _LEVEL)
        points = [*_AT_SHORE[:2], foot, *_eased(foot, (x, y), 0.0, climb)]
        if enter == SLOPE:
            points = [*_AT_SLOPE[:3], (30, 904), (58, 911), (88, 897), (122, 856), (x, y)]
    end, fall = knots[-1], 0.0
    if leave == SLOPE:
        end, fall = _beyond(_AT_SLOPE)[0], 0.8
        if knots[-1][1] == REST:  # it stays level above its number
            end = _beyond(_AT_SLOPE)[1]
            knots.insert(-1, (max(920.0, knots[-2][0] + 10), REST))
    for a, b in pairwise([*knots[:-1], end]):
        points += _eased(a, b, climb if a == knots[0] else 0.0, fall if b == end else 0.0)
    if leave == SLOPE:
        return [*points, *(p for p in _beyond(_AT_SLOPE) if p[0] > end[0])]
    side = _BREATH_TO_TOP[0][0], end[1] - 66
    return [*points, *reversed(_quarter(side, end)[:-1]), side, *_BREATH_TO_TOP]


def _eased(a: Point, b: Point, rise: float, fall: float) -> list[Point]:
    """Return points after ``a`` up to ``b`` of a soft slope, at whose ends the slopes are as given."""
    w, h = b[0] - a[0], b[1] - a[1]
    out: list[Point] = []
    for k in range(1, 9):
        t = k / 8
        u, v = t * t, t * t * t
        # between Hermite's cubic and quintic: their ends are too tight and too flat
        eased = (3 * u - 2 * v + v * (6 * u - 15 * t + 10)) / 2
        led = rise * (v - 2 * u + t) + fall * (v - u)
        out.append((a[0] + w * t, a[1] + h * eased + w * led))
    return out


def _quarter(side: Point, bottom: Point) -> list[Point]:
    """Return points after ``side`` to ``bottom`` of the quarter of an ellipse, upright there, level here."""
    w, h = bottom[0] - side[0], bottom[1] - side[1]
    return [
        (bottom[0] - w * c, side[1] + h * s) for c, s in ((0.866, 0.5), (0.5, 0.866), (0.0, 1.0))
    ]


def _last(enter: str) -> list[Point]:
    """Return the edge on the last slide: one low corner of the ground, and no more."""
    if enter == TOP:
        return [*_FROM_TOP[:6], (62, 900), (78, 1000), (98, 1110)]
    if enter == SLOPE:
        return [*_AT_SLOPE[:3], (46, 924), (82, 990), (102, 1110)]
    return [*_AT_SHORE[:2], (22, 999), (56, 1016), (84, 1056), (98, 1112)]


@lru_cache(maxsize=8)
def seed_of(text: str) -> int:
    """Return the seed of a post from its title, the same on every machine."""
    return zlib.crc32(text.encode()) & 0xFFFF
