"""tide's sea: four layers of water through the whole deck, whose level is the layout.

Each kind of slide names a mode and what has to lie under water; from these come the knots of four
level lines, joined over the borders by monotone cubic curves, so that the sea never jumps. Waves
repeat every four slides, in a few arrangements from which the post's seed chooses: so water between
the same neighbours comes again, and is worked out once.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from swipewell.frame import Contour, Gradient, Item, Paint, Path, Shape, lowered
from swipewell.geometry import SQUARE, Page, Point, Rect
from swipewell.named import NamedTuple
from swipewell.ornament.curve import closed, normals, randoms
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

VARIANTS = 4
"""Among how many arrangements of waves and foam the seed chooses."""

LAYERS = 4
"""How many layers the water has, the deep last."""

_SIDE, _STEP, _OUT = 1080, 10, 30
_PERIOD = 4 * _SIDE
_CALM = (-86.0, -50.0, -26.0, 0.0)
"""How far above the waterline the layers of calm water begin, in px."""

Fours = tuple[float, float, float, float]

_WHOLE = 8.0
"""In steps of how many px water stands, so that what it does is mostly known."""


class Course(NamedTuple):
    """How the sea passes through a slide: its mode, the waterline of the deep, and what it goes by.

    Heights are as in the square. ``marks`` are the tops of strata in px, or the seconds of a breath;
    ``bears`` says whether a numeral stands at the right, ``pooled`` whether a pool lies over the water.
    """

    mode: str
    water: float
    marks: tuple[float, ...] = ()
    bears: bool = False
    pooled: bool = False


class Water(NamedTuple):
    """The sea on one slide: how it passes here and beside, where in its period, and its arrangement."""

    before: Course
    here: Course
    after: Course
    place: int
    variant: int
    page: Page = SQUARE

    @property
    def level(self) -> float:
        """Return the waterline of the deep on the slide."""
        return self.page.y(self.here.water)


class Line(NamedTuple):
    """The surface of a layer on a slide: its height every 10 px from 30 px left of the slide on."""

    heights: tuple[float, ...]

    def at(self, x: float) -> float:
        """Return the height at an x of the slide, or a little beyond."""
        where = (min(max(x, -_OUT), _SIDE + _OUT - 0.01) + _OUT) / _STEP
        k = int(where)
        a, b = self.heights[k], self.heights[k + 1]
        return a + (b - a) * (where - k)

    @property
    def points(self) -> list[Point]:
        """Return the line as points."""
        return [(k * _STEP - _OUT, y) for k, y in enumerate(self.heights)]


# --- How the sea passes through the deck ---


def waters(strip: Strip) -> list[Water]:
    """Return the sea of every slide."""
    if "waters" not in strip.shared:
        courses = [_course(slide) for slide in strip.slides]
        ebb = courses[-1]._replace(mode="ebb") if courses[-1].mode == "low" else courses[-1]
        around = [courses[0], *courses, ebb]
        strip.shared["waters"] = [
            Water(before, here, after, i % 4, strip.seed % VARIANTS, strip.page)
            for i, (before, here, after) in enumerate(
                zip(around[:-2], courses, around[2:], strict=True)
            )
        ]
    known: list[Water] = strip.shared["waters"]
    return known


def _course(slide: StripSlide) -> Course:
    """Return how the sea passes through a slide; what is named ``deep`` lies under water."""
    options = slide.wants("sea") or {}
    mode, level = str(options.get("mode", "calm")), float(options.get("level", 960))
    deep = slide.anchors.get("deep")
    if deep is not None:
        level = min(level, slide.page.drawn(deep.top - float(options.get("over", 18))))
    marks: tuple[float, ...] = ()
    if mode == "strata":
        marks = tuple(round(slide.page.drawn(band.top)) for band in slide.numbered("band"))
    elif mode == "breath":
        marks = tuple(float(phase["seconds"]) for phase in slide.fields["phases"])
    bears, pooled = bool(slide.drawn.get("numeral")), mode == "calm" and "pool" in slide.anchors
    return Course(mode, level // _WHOLE * _WHOLE, marks, bears, pooled)


_Knots = tuple[list[Point], list[Point], list[Point], list[Point]]


def _knots(course: Course) -> _Knots:
    """Return the points that the four level lines of a slide go through, x as a share of it."""
    w = course.water
    match course.mode:
        case "strata":
            return _strata(course.marks)
        case "chop":
            return _level(w, (-114, -70, -34, 2), (-112, -68, -32, 0), (-114, -66, -34, -6))
        case "swell":
            return _SWELL
        case "breath":
            return _breath(course.marks)
        case "shore":
            return _moved(_SHORE, w - 868)
        case "low":
            return _LOW
        case "ebb":
            return _level(1090, *[(-70.0, -50.0, -30.0, 0.0)] * 3)
        case _:
            return _level(w, _CALM, (-92, -56, -31, -6), (-90, -52, -26, 0))


def _level(w: float, first: Fours, middle: Fours, last: Fours) -> _Knots:
    """Return knots of level water: how far its layers lie above a waterline near both borders and between."""
    lines = [
        [(0.1, w + a), (0.5, w + b), (0.84, w + c)]
        for a, b, c in zip(first, middle, last, strict=True)
    ]
    return lines[0], lines[1], lines[2], lines[3]


def _moved(knots: _Knots, dy: float) -> _Knots:
    lines = [[(x, y + dy) for x, y in line] for line in knots]
    return lines[0], lines[1], lines[2], lines[3]


def _strata(tops: tuple[float, ...]) -> _Knots:
    """Return knots of water in which each step lies in a layer of its own, at least the last one deep."""
    one, two, three, deep = _begins(tops)
    return (
        [(0.05, one + 26), (0.2, one + 6), (0.5, one), (0.74, one + 10), (0.9, one + 54)],
        [(0.06, two + 22), (0.5, two), (0.9, two + 6)],
        [(0.07, three + 16), (0.5, three), (0.9, three - 8)],
        [(0.1, deep - 6), (0.5, deep), (0.86, deep - 14)],
    )


def _begins(tops: tuple[float, ...]) -> Fours:
    """Return where the four layers begin for so many steps; of one or two, not the first lies deep."""
    match tops:
        case ():
            return (600.0, 640.0, 680.0, 1024.0)
        case (one,):
            return (one, one + 20, one + 40, 1024.0)
        case (one, two):
            return (one, two - 24, two, 1024.0)
        case (one, two, three):
            return (one, two, three, 1024.0)
        case _:
            return (tops[0], tops[1], tops[2], tops[3])


_SWELL: _Knots = (
    [(0.03, 318), (0.25, 214), (0.5, 186), (0.68, 191), (0.84, 268)],
    [(0.036, 352), (0.25, 254), (0.5, 212), (0.68, 216), (0.82, 330), (0.95, 560)],
    [(0.041, 384), (0.22, 296), (0.48, 238), (0.66, 238), (0.78, 350), (0.91, 640)],
    [(0.045, 416), (0.2, 336), (0.45, 272), (0.62, 262), (0.735, 350), (0.85, 610), (0.95, 712)],
)
_SHORE: _Knots = (
    [(0.04, 684), (0.2, 690), (0.6, 699), (0.87, 712)],
    [(0.04, 742), (0.2, 750), (0.6, 764), (0.86, 806)],
    [(0.04, 788), (0.2, 806), (0.6, 822), (0.85, 876)],
    [(0.04, 800), (0.4, 858), (0.73, 868), (0.9, 944)],
)
_LOW: _Knots = (
    [(0.0, 990), (0.3, 1024), (0.98, 1020)],
    [(0.0, 1016), (0.3, 1042), (0.98, 1040)],
    [(0.0, 1040), (0.3, 1060), (0.98, 1060)],
    [(0.0, 1064), (0.3, 1090), (0.98, 1090)],
)


# --- The breath ---

LUNG = (96.0, 824.0)
"""Where a breath begins, and how wide it is drawn, in px."""

_LOW_WATER, _HIGH_WATER, _LAG = 756.0, 474.0, 58.0


def breath_levels(count: int) -> tuple[float, ...]:
    """Return how full the lungs are at the end of each of so many phases, from 0 to 1."""
    return {1: (0.0,), 2: (1.0, 0.0), 3: (1.0, 1.0, 0.0), 4: (1.0, 1.0, 0.0, 0.0)}[min(count, 4)]


def breath_at(seconds: tuple[float, ...], at: float) -> float:
    """Return how full the lungs are after so many seconds: eased in, held as a low dome, eased out."""
    if len(seconds) == 1:
        seconds = (seconds[0] / 2, seconds[0] / 2)
    start = level = 0.0
    for length, end in zip(seconds, breath_levels(len(seconds)), strict=False):
        t = (at - start) / length
        if t <= 1:
            t = max(t, 0.0)
            if end == level:
                return level + (0.075 * math.sin(math.pi * t) if level else 0.0)
            return level + (end - level) * (1 - math.cos(math.pi * t)) / 2
        start, level = start + length, end
    return level


def _breath(seconds: tuple[float, ...]) -> _Knots:
    """Return knots of a surface that is one breath; the layer behind it comes a little later."""
    total = sum(seconds)
    steps = 56
    left, wide = LUNG
    drop = _HIGH_WATER - _LOW_WATER

    def line(low: float, lag: float) -> list[Point]:
        return [
            (
                (left + lag + wide * k / steps) / _SIDE,
                low + drop * breath_at(seconds, total * k / steps),
            )
            for k in range(steps + 1)
        ]

    behind = line(764, _LAG)
    return (
        [(0.05, 540), (0.3, 642), (0.7, 642), (0.94, 668)],
        [(0.05, 640), (0.2, 716), (0.6, 722), (0.96, 736)],
        [p for p in behind if p[0] < 0.945],
        [*line(_LOW_WATER, 0.0), (0.95, _LOW_WATER)],  # out-breathed, it lies still for a moment
    )


# --- Lines ---

_HEIGHTS: dict[str, Fours] = {
    "calm": (12, 11, 9, 5),
    "dawn": (12, 11, 9, 5),
    "strata": (11, 10, 8, 5),
    "chop": (20, 12, 9, 5),
    "swell": (11, 9, 8, 5),
    "breath": (10, 8, 0, 0),
    "shore": (9, 9, 8, 5),
    "low": (5, 5, 4, 3),
    "ebb": (5, 5, 4, 3),
}
"""How high the waves of each layer are, by mode, in px."""

_TURNS = ((14, 24, 9), (11, 19, 7), (8, 14, 5), (7, 12, 4))
"""How many waves of three lengths each layer has in a period; whole numbers, so that it closes."""


@lru_cache(maxsize=128)
def lines(water: Water) -> tuple[Line, ...]:
    """Return the surfaces of the four layers on a slide."""
    return tuple(Line(_heights(water, layer)) for layer in range(LAYERS))


def _heights(water: Water, layer: int) -> tuple[float, ...]:
    base = _joined(_leaning(water, layer))
    swing = _swing([_HEIGHTS[c.mode][layer] for c in (water.before, water.here, water.after)])
    wave = _wave(water.variant, layer)
    start = water.place * _SIDE
    chops = [
        (c, x0)
        for c, x0 in ((water.before, -_SIDE), (water.here, 0), (water.after, _SIDE))
        if c.mode == "chop" and layer < 2
    ]
    out: list[float] = []
    for x in range(-_OUT, _SIDE + _OUT + 1, _STEP):
        y = water.page.y(base(x)) + swing(x) * wave(start + x)
        for _, x0 in chops:
            y += _chop(x - x0 - 24 * layer) * (1.0, 0.4)[layer]
        out.append(round(y, 2))
    return tuple(out)


_LEAN = 0.15
"""By which share of the way to its neighbour's level water already rises or falls near a border."""

_AT_LEFT, _AT_RIGHT = (-18.0, 10.0), (-40.0, 18.0)
"""How far up and down it does so at most, in px: at the left, where words begin, it stays truer."""


_BORNE, _AFTER_SUN = 0.965, 0.93
"""Up to which share of a slide water lies level that bears something, or from which a sun comes up."""


def _leaning(water: Water, layer: int) -> list[list[Point]]:
    """Return a layer's knots on a slide and beside it, those next to a border moved towards those beyond it.

    Level water begins to fall only close to the border, so that what stands in it keeps its ground.
    """
    courses = (water.before, water.here, water.after)
    before, here, after = (_knots(course)[layer] for course in courses)

    def last(knots: list[Point], beyond: Point, course: Course) -> Point:
        x, y = knots[-1]
        falls = course.mode in ("calm", "dawn", "chop") and beyond[1] > y + 60
        bounds = _AT_LEFT if course.mode == "strata" else _AT_RIGHT  # words run far to the right
        if (course.bears or course.pooled) and beyond[1] < y:
            return _BORNE, y
        if course.mode == "dawn" and beyond[1] < y:
            x = _AFTER_SUN
        return (0.9 if falls else x), y + _leant(beyond[1] - y, bounds)

    def first(knots: list[Point], beyond: Point, course: Course) -> Point:
        x, y = knots[0]
        if course.pooled and beyond[1] < y:
            return 1 - _BORNE, y
        return x, y + _leant(beyond[1] - y, _AT_LEFT)

    return [
        [*before[:-1], last(before, here[0], water.before)],
        [first(here, before[-1], water.here), *here[1:-1], last(here, after[0], water.here)],
        [first(after, here[-1], water.after), *after[1:]],
    ]


def _leant(rise: float, bounds: tuple[float, float]) -> float:
    return max(bounds[0], min(bounds[1], _LEAN * rise))


def _joined(parts: list[list[Point]]) -> Callable[[float], float]:
    """Return the monotone cubic curve through the knots of a slide and its neighbours.

    After Fritsch and Butland, 'A method for constructing local monotone piecewise cubic
    interpolants', SIAM J. Sci. Stat. Comput. 5 (1984). Three knots beyond a border decide all
    that happens at it, so both slides see the same.
    """
    points = [((x + k - 1) * _SIDE, y) for k, part in enumerate(parts) for x, y in part]
    points.sort()
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    slopes = [(ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i]) for i in range(len(xs) - 1)]
    tangents = [0.0, *(_harmonic(a, b) for a, b in pairwise(slopes)), 0.0]

    def at(x: float) -> float:
        i = min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
        h = xs[i + 1] - xs[i]
        t = min(max((x - xs[i]) / h, 0.0), 1.0)
        u, v = t * t, t * t * t
        return (
            (2 * v - 3 * u + 1) * ys[i]
            + (v - 2 * u + t) * h * tangents[i]
            + (3 * u - 2 * v) * ys[i + 1]
            + (v - u) * h * tangents[i + 1]
        )

    return at


def _harmonic(a: float, b: float) -> float:
    return 0.0 if a * b <= 0 else 2 * a * b / (a + b)


def _swing(heights: list[float]) -> Callable[[float], float]:
    """Return the height of waves along a slide: its own between 0.15 and 0.85, at a border the mean."""
    before, here, after = heights

    def at(x: float) -> float:
        t = x / _SIDE
        if t < 0.15:
            edge, share = (before + here) / 2, (t + 0.15) / 0.3
            return before + (here - before) * min(max(share, 0.0), 1.0) if edge else 0.0
        if t > 0.85:
            return here + (after - here) * min((t - 0.85) / 0.3, 1.0)
        return here

    return at


@lru_cache(maxsize=32)
def _wave(variant: int, layer: int) -> Callable[[float], float]:
    """Return a wave of height 1 over a period: rounded, with sharper turns, uneven like water."""
    a, b, c = (n * 2 * math.pi / _PERIOD for n in _TURNS[layer])
    p, q, r = (v * 2 * math.pi for v in randoms(variant * 7 + layer * 31 + 5, 3))

    def at(x: float) -> float:
        slow = math.sin(c * x + r)
        turn = math.sin((a * x + p) / 2 + 0.35 * slow)
        return 0.72 * (1 - 2 * math.pow(abs(turn), 0.72)) + 0.28 * math.sin(b * x + q)

    return at


def _chop(x: float) -> float:
    """Return restless water, which is still at both borders of its slide."""
    t = (x / _SIDE - 0.1) / 0.72
    if t <= 0 or t >= 1:
        return 0.0
    high = 1 - 2 * math.pow(abs(math.sin(x / 31 + 0.7 * math.sin(x / 83))), 0.7)
    return math.sin(math.pi * t) * (20 * high + 6 * math.sin(x / 17))


# --- What is painted ---


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the water of every slide, and what stands in it.

    ``layers`` names the roles of the upper three, ``deep`` those of the lowest at its top and foot,
    ``foam`` that of foam; ``numeral`` names those of a drawn numeral, top to foot, and ``figure``
    that of a drawn figure, which stand in the first layer.
    """
    colours: list[Paint] = [strip.palette[role] for role in options["layers"]]
    top, foot = (strip.palette[role] for role in options["deep"])
    deep = Gradient((0.0, strip.y(300.0)), (0.0, float(strip.height)), ((0.0, top), (1.0, foot)))
    foam, ink = strip.palette[options["foam"]], strip.palette[options["figure"]]
    drawn: Drawn = []
    for slide, water in zip(strip.slides, waters(strip), strict=True):
        items: list[Item] = []
        for layer, paint in enumerate([*colours, deep]):
            if layer == 1:  # before the first layer, and whole
                items += _numeral(slide, water, strip, options["numeral"])
                if slide.drawn.get("figure"):
                    items.append(Shape(_standing(slide.drawn["figure"], water), ink, kept=True))
            items.append(Shape(_body(water, layer), paint, kept=True))
            items += [
                Shape(path, foam, opacity, kept=True)
                for path, opacity in (
                    (_foam(water, layer), _FOAM[layer]),
                    *_inner(slide, water, layer),
                )
                if path
            ]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=512)
def _body(water: Water, layer: int) -> Path:
    """Return a layer's area, down to beyond the slide's foot."""
    points = lines(water)[layer].points
    foot = water.page.height + 20.0
    return (closed(points, [(points[-1][0], foot), (points[0][0], foot)]),)


def _numeral(slide: StripSlide, water: Water, strip: Strip, roles: Sequence[str]) -> list[Item]:
    """Return a numeral that stands in the shallows; where the sea stands higher, it stands a little higher."""
    outline = numeral_of(slide, water)
    if not outline:
        return []
    top, middle, foot = (strip.palette[role] for role in roles)
    foot_y = max(y for contour in outline for _, y, _ in contour)
    fade = Gradient((0.0, foot_y - 520.0), (0.0, foot_y), ((0, top), (0.62, middle), (1, foot)))
    return [Shape(outline, fade, kept=True)]


_SHALLOW = 4.0
"""How far above the second layer's highest wave a shape stands in the first, in px."""


_UNDER_TITLE, _BESIDE_TITLE = 30.0, 24.0
"""How far under a title's lines a numeral begins, in px, or how far beside them."""


def numeral_of(slide: StripSlide, water: Water) -> Path:
    """Return the outline of a slide's numeral, so moved that it stands in the shallows; empty without one.

    Where the sea stands much higher, it stands deeper in it; where it would still come too near to the
    title, it is smaller.
    """
    outline = slide.drawn.get("numeral")
    if not outline:
        return ()
    moved = lowered(outline, max(-70.0, _sinking(outline, water)))
    left = min(x for contour in moved for x, _, _ in contour) - _BESIDE_TITLE
    over = [row.bottom for row in slide.numbered("title") if row.right > left]
    return _under(moved, float(round(max(over) + _UNDER_TITLE))) if over else moved


@lru_cache(maxsize=64)
def _under(path: Path, top: float) -> Path:
    """Return a shape that begins under a height, on the same foot and about the same middle."""
    xs, ys = ([point[k] for contour in path for point in contour] for k in (0, 1))
    high, foot, middle = min(ys), max(ys), (min(xs) + max(xs)) / 2
    share = (foot - top) / (foot - high)
    if share >= 1:
        return path
    return tuple(
        tuple(
            (middle + (x - middle) * share, foot + (y - foot) * share, on) for x, y, on in contour
        )
        for contour in path
    )


@lru_cache(maxsize=64)
def _sinking(path: Path, water: Water) -> float:
    """Return how far down a shape moves for its foot to stand in the first layer, whole before the second.

    No wave crosses it: what is cut off under water reads as torn.
    """
    xs = [x for contour in path for x, _, _ in contour]
    left, right = min(xs), max(xs)
    foot = max(y for contour in path for _, y, _ in contour)
    line = lines(water)[1]
    highest = min(line.at(left + (right - left) * k / 24) for k in range(25))
    return float(round(highest - _SHALLOW - foot))


@lru_cache(maxsize=64)
def _standing(path: Path, water: Water) -> Path:
    """Return a figure so lowered that it stands in the shallows."""
    return lowered(path, _sinking(path, water))


# --- Foam ---

_FOAM = (1.0, 0.75, 0.5, 0.42)


def brush(points: Sequence[Point], halves: Sequence[float]) -> Contour:
    """Return a brushed stroke along points, as wide to either side as it says for each, in px."""
    left: list[tuple[float, float, bool]] = []
    right: list[tuple[float, float, bool]] = []
    for (x, y), (nx, ny), half in zip(points, normals(points), halves, strict=True):
        left.append((x - nx * half, y - ny * half, False))
        right.append((x + nx * half, y + ny * half, False))
    right.reverse()
    return (*left, *right)


def tapered(count: int, half: float, power: float = 0.6) -> list[float]:
    """Return the half widths of a stroke of so many points that thins out at both ends."""
    last = count - 1
    return [half * math.sin(math.pi * min(max(k / last, 0.0), 1.0)) ** power for k in range(count)]


@lru_cache(maxsize=32)
def _crests(variant: int, layer: int) -> tuple[tuple[float, float, float], ...]:
    """Return where foam lies over a whole period: start and length in px, and half its width."""
    chance = iter(randoms(variant * 11 + layer * 17 + 3, 200))
    found: list[tuple[float, float, float]] = []
    x = next(chance) * 80
    while x < _PERIOD - 120:
        length = (140 + 380 * next(chance)) * (1.0 if layer == 0 else 0.8)
        length = min(length, _PERIOD - x)
        found.append((x, length, 2.2 + 2.4 * next(chance)))
        x += length + (30 + 230 * next(chance)) * (layer + 1) * 0.6
    return tuple(found)


@lru_cache(maxsize=512)
def _foam(water: Water, layer: int) -> Path:
    """Return the broken ribbons of foam that ride on a layer."""
    line = lines(water)[layer]
    strokes: list[Contour] = []
    for begin, length, half in _crests(water.variant, layer):
        start = (begin - water.place * _SIDE + _OUT + 600) % _PERIOD - _OUT - 600
        count = max(10, round(length / 18))
        halves = tapered(count + 1, half, 0.5)
        ks = [k for k in range(count + 1) if -_OUT < start + length * k / count < _SIDE + _OUT]
        if len(ks) > 2 and start + length > 0 and start < _SIDE:
            points = [(x, line.at(x) + 1) for x in (start + length * k / count for k in ks)]
            strokes.append(brush(points, [halves[k] for k in ks]))
    return tuple(strokes)


def _inner(slide: StripSlide, water: Water, layer: int) -> list[tuple[Path, float]]:
    """Return what moves within a layer: ripples near its surface, or strands along a swell's back."""
    mode = water.here.mode
    if layer == 2 and mode in ("calm", "dawn", "chop", "shore"):
        return [(_ripples(water, 660 if slide.drawn else 960), 0.34)]
    if layer == 3 and mode in ("swell", "breath"):
        said = slide.anchors.get("said") if mode == "swell" else None
        keep = _whole(said._replace(top=said.top + 14).grown(10)) if said else None
        return [(_strands(water, 0, keep), 0.25), (_strands(water, 1, keep), 0.15)]
    return []


def _whole(box: Rect) -> Rect:
    """Return a box grown to whole steps: words of another length seldom change what keeps out of it."""
    step = 3 * _WHOLE
    left, top = (edge // step * step for edge in box[:2])
    right, bottom = (-(-edge // step) * step for edge in box[2:])
    return Rect(left, top, right, bottom)


@lru_cache(maxsize=256)
def _ripples(water: Water, reach: int) -> Path:
    """Return short ribbons a little below the surfaces of the upper layers, so far to the right at most."""
    chance = iter(randoms(water.variant * 23 + water.place * 5, 80))
    strokes: list[Contour] = []
    for k in range(11):
        line = lines(water)[(0, 1, 0, 1, 2)[k % 5]]
        length = 46 + 150 * next(chance)
        x0 = 60 + (reach - length) * next(chance)
        off, half, turn = 14 + 18 * next(chance), 1.2 + 1.4 * next(chance), 6 * next(chance)
        xs = [x0 + length * j / 11 for j in range(12)]
        points = [(x, line.at(x) + off + 2 * math.sin(j * 0.64 + turn)) for j, x in enumerate(xs)]
        strokes.append(brush(points, tapered(12, half, 0.7)))
    return tuple(strokes)


@lru_cache(maxsize=256)
def _strands(water: Water, group: int, keep: Rect | None) -> Path:
    """Return a few of the strands that follow the back of a swell and keep out of a box."""
    line = lines(water)[3]
    wide = water.here.mode == "swell"
    chance = iter(randoms(water.variant * 29 + group * 3 + 1, 20))
    strokes: list[Contour] = []
    for k in range(4 if wide else 2):
        row = group * (4 if wide else 2) + k
        span = (40 + 420 * next(chance), 760 + 230 * next(chance)) if wide else (
            110 + 200 * next(chance), 640 + 300 * next(chance))  # fmt: skip
        off = 24 + row * (15 + 3 * next(chance)) if wide else 24 + row * 20
        half = 1.4 + 1.4 * next(chance)
        xs = [span[0] + (span[1] - span[0]) * j / 50 for j in range(51)]
        points = [(x, line.at(x) + off * (1 + 0.005 * j)) for j, x in enumerate(xs)]
        clear = _clear_of(points, keep)
        if len(clear) > 18:
            strokes.append(brush(clear, tapered(len(clear), half, 0.8)))
    return tuple(strokes)


def _clear_of(points: list[Point], keep: Rect | None) -> list[Point]:
    """Return the stretch of a line about its highest point that stays out of a box."""
    if keep is None:
        return points
    free = [not (keep.left < x < keep.right and keep.top < y < keep.bottom) for x, y in points]
    first = last = min(range(len(points)), key=lambda k: points[k][1])
    if not free[first]:
        return []
    while first > 0 and free[first - 1]:
        first -= 1
    while last < len(points) - 1 and free[last + 1]:
        last += 1
    return points[first : last + 1]
