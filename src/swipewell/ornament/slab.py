"""clay's grounds: slabs as large as the slide, whose soft edges show on the slides beside them.

Neighbours on the same ground share one slab and its light. A slab may bear the brand's print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby

from swipewell.frame import Item, Path, PathPoint, Shape
from swipewell.geometry import Rect
from swipewell.named import NamedTuple
from swipewell.ornament.clay import light, shadow, tone
from swipewell.ornament.curve import noise
from swipewell.ornament.strip import Drawn, Options, Strip
from swipewell.ornament.whorl import Whorl, hand_of, pressed

_OUT, _STEP = 60, 40
_COVERS = 3.0
"""How far a slab's edge stands out over its border at least, so that its own slide is covered whole, in px."""

_FAR = 300.0
"""How far a slab reaches beyond the slides around it, so that no edge is seen, in px."""


class Bulge(NamedTuple):
    """A slab's upright edge: how far it stands out over its border in px, how round and how uneven it is.

    ``height`` is the slides' height; ``way`` is 1 where it stands out to the right, else -1.
    """

    over: float
    round: float
    uneven: float
    height: float
    seed: int
    way: int

    def at(self, y: float) -> float:
        """Return how far right of its border the edge stands at a height, in px."""
        share = (y - self.height / 2) / (0.555 * self.height)
        wave: float = noise(self.seed)(y / 250)
        out = self.over - self.round * min(abs(share), 1.1) ** 3 + self.way * self.uneven * wave
        return self.way * max(out, min(_COVERS, self.over))


class Edge(NamedTuple):
    """A slab's edge on a slide: the bulge, and its border's x there; what the slab holds lies ``beyond``."""

    bulge: Bulge
    x: float

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies on the slab."""
        return (x - self.x - self.bulge.at(y)) * self.bulge.way < 0


class Run(NamedTuple):
    """Neighbouring slides on one ground: the first one, and the one after the last."""

    ground: str
    first: int
    end: int


def runs(strip: Strip) -> list[Run]:
    """Return the grounds of a deck from left to right."""
    found: list[Run] = []
    at = 0
    for ground, slides in groupby(strip.slides, key=lambda slide: slide.ground):
        count = len(list(slides))
        found.append(Run(ground, at, at + count))
        at += count
    return found


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the slabs: ``grounds`` gives for each ground its ``tone`` and its edge.

    That is how far it stands ``over`` the border and is ``round`` at its ends, both in px. A slide's layout
    may give a ``print``: its middle, radius, ridge distance and turn; ``ridges`` names its role,
    ``veil`` its opacity. A layout whose own pieces lie near its left border says with ``room`` how far,
    in px, a slab before it may stand out over that.
    """
    drawn: Drawn = [[] for _ in strip.slides]
    for run in runs(strip):
        wanted = options["grounds"].get(run.ground)
        if wanted is not None:
            for i, items in _slab(strip, run, wanted):
                drawn[i].extend(items)
    return drawn


def _slab(
    strip: Strip, run: Run, wanted: Mapping[str, float | str]
) -> Iterator[tuple[int, list[Item]]]:
    """Yield the slab of a run with the number of the slide on which it is seen."""
    left = _bulge(strip, wanted, run.first - 1, -1) if run.first else None
    right = _bulge(strip, wanted, run.end, 1) if run.end < len(strip.slides) else None
    width, tones = strip.width, tone(strip.palette, str(wanted["tone"]))
    whole = Rect(-_OUT, -_OUT, (run.end - run.first) * width + _OUT, strip.height + _OUT)
    strength = float(wanted.get("shadow", 0.26))
    for i in range(max(run.first - 1, 0), min(run.end + 1, len(strip.slides))):
        start = float((run.first - i) * width)
        end = float((run.end - i) * width)
        path = _area(
            Edge(left, start) if left is not None and start > -100 else None,
            Edge(right, end) if right is not None and end < width + 100 else None,
            float(width),
            float(strip.height),
        )
        items: list[Item] = []
        for bulge, x in ((left, start), (right, end)):
            if bulge is not None and bulge.over > 0 and 0 <= x <= width:
                rim = _rim(Edge(bulge, x), float(strip.height))
                items.append(shadow(strip.palette, rim, strength, small=False))
        items.append(Shape(path, light(whole.moved(start, 0), tones), kept=True))
        items += _print(strip, run, i, right, wanted)
        yield i, items


def _bulge(strip: Strip, wanted: Mapping[str, float | str], beside: int, way: int) -> Bulge:
    """Return the edge that shows on the slide ``beside``: flatter where that one lacks room for it."""
    over, rounded = float(wanted["over"]), float(wanted["round"])
    uneven = float(wanted.get("uneven", 12.0))
    wants = strip.slides[beside].wants("slab") or {}
    flat = min(1.0, float(wants.get("room", over)) / over) if way > 0 else 1.0
    return Bulge(over * flat, rounded * flat, uneven * flat, float(strip.height), 8, way)


@lru_cache(maxsize=64)
def _area(left: Edge | None, right: Edge | None, width: float, height: float) -> Path:
    """Return what is seen of a slab on a slide, between the edges it has there."""
    down = _side(right, width + _OUT, height)
    up = _side(left, -float(_OUT), height)
    return ((*down, *reversed(up)),)


@lru_cache(maxsize=64)
def _rim(edge: Edge, height: float) -> Path:
    """Return the strip of a slab beside its edge, which casts its shadow."""
    inner = edge.x - edge.bulge.way * 96.0
    side = _side(edge, 0.0, height)
    return ((*side, (inner, height + _OUT, True), (inner, -float(_OUT), True)),)


def _side(edge: Edge | None, x: float, height: float) -> list[PathPoint]:
    """Return an upright side from top to bottom: an edge, or straight at an x."""
    if edge is None:
        return [(x, -float(_OUT), True), (x, height + _OUT, True)]
    ys = [-_OUT + _STEP * k for k in range(round((height + 2 * _OUT) / _STEP) + 1)]
    points = [(edge.x + edge.bulge.at(y), float(y), False) for y in ys]
    points[0] = (*points[0][:2], True)
    points[-1] = (*points[-1][:2], True)
    return points


def _print(
    strip: Strip, run: Run, i: int, right: Bulge | None, wanted: Mapping[str, float | str]
) -> list[Item]:
    """Return the print of a run's last slide as it is seen on a slide."""
    last = strip.slides[run.end - 1]
    place = (last.wants("slab") or {}).get("print")
    if place is None or i < run.end - 1:
        return []
    x, y, radius, gap, turn = place
    dx = float((run.end - 1 - i) * strip.width)
    whorl = Whorl(x + dx, strip.y(y), radius, gap, turn)
    border = float((run.end - i) * strip.width)
    within = None if right is None or i < run.end else Edge(right, border)
    path = pressed(whorl, hand_of(strip), within)
    if i == run.end:
        path = _seen(path)
    if not path:
        return []
    colour = strip.palette[str(wanted["ridges"])]
    return [Shape(path, colour, float(wanted.get("veil", 0.6)), kept=True)]


@lru_cache(maxsize=16)
def _seen(path: Path) -> Path:
    """Return the strokes that reach onto the slide from its left."""
    return tuple(stroke for stroke in path if max(x for x, _, _ in stroke) > -2)
