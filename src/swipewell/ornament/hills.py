"""dusk's hills: three ridges at the foot of every slide, the nearest so dark that words stand on it.

At a slide's borders a ridge has one of two heights, and is level there; between them the post's seed
chooses among a few courses. So every way through a slide is drawn once, and neighbours meet.
"""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Item, Path, Shape
from swipewell.geometry import Point
from swipewell.named import NamedTuple
from swipewell.ornament.curve import randoms
from swipewell.ornament.strip import Drawn, Options, Strip

_COURSES = 4
_STEP = 18


class _Ridge(NamedTuple):
    """A ridge: its middle height and amplitude in px, and how many waves it has over a slide.

    ``high`` and ``low`` are its two heights at a border, by its amplitude; upwards is less.
    """

    base: float
    amplitude: float
    long: int
    short: int
    high: float
    low: float


_RIDGES = (
    _Ridge(902, 26, 3, 7, -0.6, 0.1),
    _Ridge(921, 18, 3, 8, -0.3, 0.5),
    _Ridge(944, 12, 4, 9, -0.5, 0.4),
)


class Ridge(NamedTuple):
    """One ridge on one slide: which it is, its ends, its course, and how much lower the page puts it."""

    number: int
    left: float
    right: float
    course: int
    lower: float = 0.0

    def at(self, x: float) -> float:
        """Return its height at an x of the slide, in px."""
        form = _RIDGES[self.number]
        long = _wave(self, x / 1080 * form.long, form.long, 1)
        short = _wave(self, x / 1080 * form.short, form.short, 2)
        return form.base + self.lower + form.amplitude * (0.7 * long + 0.3 * short)


def _wave(ridge: Ridge, at: float, count: int, salt: int) -> float:
    """Return smooth noise that begins and ends at the ridge's own ends, level there."""
    knots = _knots(ridge.number, ridge.course, count, salt)
    i = min(int(at), count - 1)
    f = at - i
    a = ridge.left if i == 0 else knots[i]
    b = ridge.right if i == count - 1 else knots[i + 1]
    return a + (b - a) * f * f * (3 - 2 * f)


@lru_cache(maxsize=64)
def _knots(number: int, course: int, count: int, salt: int) -> tuple[float, ...]:
    chance = randoms(1 + number * 101 + course * 13 + salt * 7, count + 1)
    return tuple(2 * value - 1 for value in chance)


def ridges(strip: Strip) -> list[tuple[Ridge, ...]]:
    """Return the three ridges of every slide, the farthest first."""
    lower, count = strip.y(944) - 944, len(strip.slides)
    ends = [randoms(strip.seed + 17 * n, count + 1) for n in range(len(_RIDGES))]
    heights = [
        [form.high if chance > 0.5 else form.low for chance in row]
        for form, row in zip(_RIDGES, ends, strict=True)
    ]
    return [
        tuple(
            Ridge(n, row[i], row[i + 1], (strip.seed + 3 * i + n) % _COURSES, lower)
            for n, row in enumerate(heights)
        )
        for i in range(count)
    ]


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the hills of every slide; ``colours`` names their roles, the farthest first."""
    colours = [strip.palette[role] for role in options["colours"]]
    drawn: Drawn = []
    for slide in ridges(strip):
        items: list[Item] = [
            Shape(_land(ridge, strip.width, strip.height), colour, kept=True)
            for ridge, colour in zip(slide, colours, strict=True)
        ]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=512)
def _land(ridge: Ridge, width: int, height: int) -> Path:
    """Return the land under a ridge, down to the slide's foot."""
    curve: list[Point] = [(float(x), ridge.at(x)) for x in range(0, width + 1, _STEP)]
    inner = tuple((x, y, False) for x, y in curve[1:-1])
    (x0, y0), (x1, y1) = curve[0], curve[-1]
    corners = ((x1 + 4, y1), (x1 + 4, height + 4.0), (-4.0, height + 4.0), (x0 - 4, y0))
    ends = ((x0, y0, True), *inner, (x1, y1, True))
    return ((*ends, *((x, y, True) for x, y in corners)),)
