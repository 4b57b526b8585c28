"""What grows where in meadow: the parts of one dandelion's life over the whole deck, as plain values.

A layout says how its slide grows (``growth: {mode: tip}``); the anchors it names, and how far the
deck has come, decide the rest. ``leaf``, ``bloom``, ``bud`` and ``seeds`` draw what is planned here,
on every slide a part reaches, in the colours of that slide's ground.

What is drawn once is set again, on other slides and in other decks: plants stand at whole px, and
what depends on words grows in steps, so that few shapes are new.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from swipewell.geometry import Point, Rect
from swipewell.named import NamedTuple
from swipewell.ornament.strip import Strip, StripSlide

_PERIOD = 4320.0
"""After how many px the ground's course comes again: every fourth slide."""

_WAVES = ((2, 9.0), (4, 5.0), (11, 2.0))
GROUND = 1034.0
"""How far down the ground lies on the square, in the mean, in px."""

BLOOM_ABOVE = 58
"""How far above what halves say the middle of the bloom between them is, in px."""

_TALLER = 12
"""In which steps a plant grows with its room, in px."""


class Leaf(NamedTuple):
    """A leaf along a curve of control points; ``tone`` is 0 for full colour, 1 for pale."""

    points: tuple[Point, ...]
    width: float
    lobes: int
    tone: int
    variant: int


class Stem(NamedTuple):
    """A stem along a curve of control points, so many px to a side at its foot and top."""

    points: tuple[Point, ...]
    foot: float
    top: float
    tone: int = 0


class Bud(NamedTuple):
    """A bud by the place where its stem ends; ``open`` runs from 0 to 0.6."""

    x: float
    y: float
    scale: float
    open: float
    variant: int


class Bloom(NamedTuple):
    """A bloom about a place, around a picture where it holds one."""

    x: float
    y: float
    radius: float
    variant: int
    picture: str | None = None


class Seed(NamedTuple):
    """A seed whose beak begins at a place and points along an angle (radians).

    ``spread`` narrows the fan of its hairs; without ``fruit`` it still sits on its clock.
    """

    x: float
    y: float
    angle: float
    length: float
    hairs: int
    variant: int
    fruit: bool = True
    spread: float = 1.0


class Globe(NamedTuple):
    """The seeds of a small clock that is still whole, by its middle."""

    x: float
    y: float
    radius: float
    variant: int


class Core(NamedTuple):
    """The middle of a clock, and the angles (radians) at which seeds have left it bare."""

    x: float
    y: float
    radius: float
    bare: tuple[float, ...] = ()


Part = Leaf | Stem | Bud | Bloom | Seed | Globe | Core


def reaching(strip: Strip, index: int, kinds: tuple[type, ...]) -> Iterator[tuple[Part, int]]:
    """Yield the parts of some kinds that reach a slide, and how far each is to be moved for it, in px."""
    if "reaching" not in strip.shared:
        strip.shared["reaching"] = _spread(strip, planned(strip))
    spread: list[list[tuple[Part, int]]] = strip.shared["reaching"]
    return ((part, dx) for part, dx in spread[index] if isinstance(part, kinds))


def _spread(strip: Strip, parts: list[list[Part]]) -> list[list[tuple[Part, int]]]:
    """Return for each slide what reaches it, from the slide before, of its own and from the one after."""
    spread: list[list[tuple[Part, int]]] = [[] for _ in parts]
    for after in (1, 0, -1):
        for there, grown in enumerate(parts):
            if 0 <= there + after < len(parts):
                dx = -after * strip.width
                for part in grown:
                    left, right = _across(part)
                    if left + dx < strip.width and right + dx > 0:
                        spread[there + after].append((part, dx))
    return spread


def planned(strip: Strip) -> list[list[Part]]:
    """Return what grows on each slide, in its own px; worked out once for a strip."""
    if "growth" not in strip.shared:
        strip.shared["growth"] = [_grown(strip, i) for i in range(len(strip.slides))]
    found: list[list[Part]] = strip.shared["growth"]
    return found


def bezier(points: Sequence[Point], count: int) -> list[Point]:
    """Return so many steps along a Bézier curve of three or four control points."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points if len(points) == 4 else _cubic(*points)
    out: list[Point] = []
    for k in range(count + 1):
        t = k / count
        u = 1 - t
        a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        out.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
    return out


def _cubic(a: Point, b: Point, c: Point) -> tuple[Point, Point, Point, Point]:
    """Return the four control points of the curve that three control."""
    return (
        a,
        ((a[0] + 2 * b[0]) / 3, (a[1] + 2 * b[1]) / 3),
        ((c[0] + 2 * b[0]) / 3, (c[1] + 2 * b[1]) / 3),
        c,
    )


def rooted(points: Sequence[Point]) -> tuple[int, int, tuple[Point, ...]]:
    """Return where a curve begins, in whole px, and its control points from there, in steps of 4 px.

    So curves that hardly differ are one, and are drawn once.
    """
    x, y = points[0]
    return round(x), round(y), tuple((stepped(a - x, 4), stepped(b - y, 4)) for a, b in points)


def stepped(value: float, step: int) -> int:
    """Return a value to the nearest of steps from nought."""
    return round(value / step) * step


def above(root: int, y: float) -> int:
    """Return a height that is whole steps of growth above a root, as near to y as may be, in px."""
    return root - stepped(root - y, _TALLER)


def course(strip: Strip) -> int:
    """Return which of the ground's courses a strip has; few, so that they are drawn once."""
    return strip.seed % 4


def level(strip: Strip, index: int, x: float) -> float:
    """Return the height of the ground's line on a slide, in px."""
    return strip.y(GROUND) + rise(course(strip), index * strip.width + x)


def rise(phase: int, x: float) -> float:
    """Return how far below its mean the ground lies at an x of the strip, in px, on one of its courses."""
    turn = x / _PERIOD * 2 * math.pi
    return sum(high * math.sin(n * turn + phase * (1.3 + 0.7 * n)) for n, high in _WAVES)


def divider(phase: int, y: float) -> float:
    """Return the x of the line between two halves at a height, in px, for one of the ground's courses."""
    lean = phase * 0.8
    return 536 + 12 * math.sin(y / 190 + lean) - 7 * math.sin(y / 77 + 2 * lean)


def _across(part: Part) -> tuple[float, float]:
    """Return from where to where a part reaches across, in px, at most."""
    if isinstance(part, Leaf | Stem):
        xs = [x for x, _ in part.points]
        wide = part.width if isinstance(part, Leaf) else part.foot
        return min(xs) - wide, max(xs) + wide
    reach = {Bud: 130.0, Seed: 1.1, Bloom: 1.1, Globe: 1.1, Core: 1.0}[type(part)]
    size = part.scale if isinstance(part, Bud) else (
        part.length if isinstance(part, Seed) else part.radius
    )  # fmt: skip
    return part.x - reach * size, part.x + reach * size


class _Place(NamedTuple):
    """A slide on its strip, with chances of its own."""

    strip: Strip
    number: int
    slide: StripSlide
    options: Any

    def ground(self, x: float) -> int:
        return round(level(self.strip, self.number, x))

    def y(self, drawn: float) -> float:
        return self.strip.y(drawn)

    @property
    def variant(self) -> int:
        """Return which of a few drawings is taken here; few, so that they are drawn once."""
        return (self.strip.seed // 4 + self.number) % 4

    @property
    def age(self) -> float:
        """Return how far the deck has come, from 0 on its cover to 1 at its end."""
        return self.number / max(1, len(self.strip.slides) - 1)


def _mode(slide: StripSlide) -> str:
    return str((slide.wants("growth") or {}).get("mode", ""))


def _grown(strip: Strip, index: int) -> list[Part]:
    slide = strip.slides[index]
    grow = _MODES.get(_mode(slide))
    return grow(_Place(strip, index, slide, slide.wants("growth"))) if grow else []


# --- The cover, and what grows beside words ---

_BLOOM = (886.0, 884.0)
_SIZES, _LEAST = (322.0, 306.0, 244.0), 210.0
"""How large the cover's bloom may be: few sizes, for each is much to keep."""

_CLEAR = 36.0
HEART = 0.66
"""How large a picture in the middle of a bloom is, as a share of its radius."""


def _cover(place: _Place) -> list[Part]:
    """A bloom as large as the words leave it, that hangs over the border, and a leaf under it."""
    x, y, radius = _bloom_room(place)
    foot = place.ground(x - 200) + 26
    leaf = Leaf(
        ((x - 26, foot), (x - 146, foot + 50), (x - 286, foot + 26), (x - 416, foot - 60)),
        40, 5, 0, 1,
    )  # fmt: skip
    picture = place.slide.fields.get("picture")
    return [leaf, Bloom(x, y, radius, 1, picture)]  # so large, it comes in one drawing only


def _bloom_room(place: _Place) -> tuple[float, float, float]:
    """Return the middle of the bloom and its radius: the largest that keeps clear of words.

    Into a slide that keeps its left for a numeral it reaches far, into others only to their margin.
    """
    after = place.strip.slides[place.number + 1 : place.number + 2]
    over = 132.0 if after and _mode(after[0]) == "tip" else 58.0
    inner = HEART if place.slide.fields.get("picture") else 0.0  # a picture stays on its slide
    best = (place.strip.width + over - _LEAST, place.y(1000), _LEAST)
    most = 0.0
    for y in (884, 908, 940, 980, 1020):  # few places and sizes, so that they come again
        high = place.y(y)
        for radius in _SIZES:
            x = min(_BLOOM[0], place.strip.width + over - radius)
            x = min(x, place.strip.width - 12 - inner * radius) if inner else x
            shown = radius - 0.6 * (y - _BLOOM[1])  # what hangs lower shows less
            clear = all(_away(box, x, high) >= radius + _CLEAR for box in _words(place))
            if clear and shown > most:
                best, most = (x, high, radius), shown
    return best


def _words(place: _Place) -> list[Rect]:
    """Return the boxes of a cover's lines, by their letters."""
    lines = [*place.slide.numbered("title_line"), *place.slide.numbered("sub_line")]
    cue = place.slide.anchors.get("cue")
    if cue is not None:
        lines.append(cue._replace(right=cue.right + 190))
    return [box._replace(bottom=box.bottom - 0.16 * box.height) for box in lines]


def _away(box: Rect, x: float, y: float) -> float:
    """Return how far a box is from a point, in px."""
    return math.hypot(max(0.0, box.left - x, x - box.right), max(0.0, box.top - y, y - box.bottom))


def _tip(place: _Place) -> list[Part]:
    """A leaf that bears the numeral, and one that lies on the ground; their root is over the border."""
    x, top = _bearing(place)
    root = place.ground(0) + 4
    deep = top + _TALLER * math.ceil((root - 4 - top) / _TALLER)  # never above the ground
    bow = (0, 34, -20, 18)[place.variant]
    way = (
        (-180.0, deep),
        (x - 88 + bow, deep - 20),
        (x - 26 - 0.4 * bow, top + 0.42 * (deep - top)),
        (x, top),
    )
    parts: list[Part] = [Leaf(way, 46, 6 + place.variant % 3, 0, place.variant)]
    if not place.options.get("bare"):
        low = root - 84 - 10 * (place.variant % 3)
        end = 400 + 40 * (place.variant % 3)
        lying = ((-200.0, root + 6), (0.0, root + 40), (0.46 * end, low + 46), (end + 0.0, low + 4))
        parts.insert(0, Leaf(lying, 44, 7, 1, place.variant + 1))
    return [*parts, *_companion(place)]


def _bearing(place: _Place) -> Point:
    """Return where the tip of the leaf under a numeral is: at its foot, or where one would be."""
    outline = numeral(place.slide)
    if outline is None:
        return 186.0, place.y(412)
    top = min(y for contour in outline for _, y, _ in contour)
    foot = max(y for contour in outline for _, y, _ in contour)
    standing = [[x for x, y, _ in contour if y > foot - 12] for contour in outline]
    low = max((xs for xs in standing if xs), key=max)  # of two digits, the second
    return (min(low) + max(low)) / 2 + 0.03 * (foot - top), foot - 0.06 * (foot - top)


def numeral(slide: StripSlide) -> Any:
    """Return the outline of the numeral that a slide hands over, its left edge at the margin; or None."""
    path = slide.drawn.get("numeral")
    if not path:
        return None
    dx = 98 - min(x for contour in path for x, _, _ in contour)
    return tuple(tuple((x + dx, y, on) for x, y, on in contour) for contour in path)


# --- What stands at the right of a slide ---

_CROWN = 884.0


def _calm(place: _Place) -> list[Part]:
    """Leaves from a crown at the right, and a flower of the deck's age where words leave room."""
    x, root = _CROWN + 12 * (place.variant % 3), place.ground(_CROWN) + 8
    parts: list[Part] = []
    if not place.options.get("low"):
        parts.append(Leaf(
            ((x - 12, root), (x - 120, root - 22), (x - 220, root - 30), (x - 350, root - 54)),
            34, 6, 0, place.variant,
        ))  # fmt: skip
    after = place.strip.slides[place.number + 1 : place.number + 2]
    if not after or _mode(after[0]) != "tip":
        parts.insert(0, Leaf(
            ((x, root), (x + 80, root - 22), (x + 180, root - 42), (x + 306, root - 30)),
            32, 6, 1, place.variant + 2,
        ))  # fmt: skip
    return [*parts, *_bullets(place), *_companion(place)]


def _bullets(place: _Place) -> list[Part]:
    """A seed before the first line of every entry, blown a little to the right."""
    name = place.options.get("bullets")
    seeds: list[Part] = []
    for k, line in enumerate(place.slide.numbered(name) if name else []):
        foot = (line.left - 64, line.centre[1] + 21)
        seeds.append(Seed(*foot, -0.62 - 0.1 * (k % 2), 54.0, 9, k % 3))
    return seeds


def _companion(place: _Place) -> list[Part]:
    """A small flower at the right, as old as the deck is there, where words leave it room."""
    x = 946.0 - 14 * (place.variant % 3)
    said = place.slide.anchors.get("said")
    foot = place.ground(x)
    above = said.bottom if said is not None and said.right > x - 96 else place.y(420)
    room = foot - above - 26
    if room < 150 or place.options.get("alone"):
        return []
    high = min(room, 330 + 24 * (place.variant % 3), 0.62 * room + 96)
    return _flower(place, x, foot, high // _TALLER * _TALLER)


def _flower(place: _Place, x: float, foot: float, high: float) -> list[Part]:
    """A flower so high in all, from its foot on the ground."""
    root = (_CROWN + 12 * (place.variant % 3), foot + 6)
    age = place.age
    size = min(58.0, 0.24 * high // 4 * 4)
    if age < 0.42:
        y = foot - high + size
        return [_stalk(root, (x, y)), Bloom(x, y, size, place.variant % 2)]
    if age < 0.7:
        scale = min(11, high // 19) / 25
        y = foot - high + 190 * scale
        return [_stalk(root, (x, y)), Bud(x, y, scale, 0.3 if age < 0.56 else 0.0, place.variant)]
    size = stepped(size * 1.3, 4)
    y = foot - high + size
    return [_stalk(root, (x, y), 1), Globe(x, y, size, place.variant), Core(x, y, 0.16 * size)]


def _stalk(root: Point, top: Point, tone: int = 0) -> Stem:
    """Return a stem from a root to where a flower sits, leaning as the wind has left it."""
    high = root[1] - top[1]
    return Stem(
        (root, (root[0] - 10, root[1] - 0.3 * high), (top[0] + 18, top[1] + 0.35 * high), top), 5.5, 3.6, tone
    )  # fmt: skip


# --- Steps: one plant opens ---

_HEADS = ((946.0, 482.0), (884.0, 704.0), (876.0, 886.0))
"""Where the heads of a plant are, from bud to bloom: 20 px clear of steps at the least."""


def _steps(place: _Place) -> list[Part]:
    """One plant opens from bud to bloom, as many stages as there are steps, three at most."""
    count = len(place.slide.numbered("line"))
    root = place.ground(880) + 8
    leaves: list[Part] = [
        Leaf(((880, root), (960, root - 22), (1060, root - 42), (1190, root - 30)), 34, 6, 1, place.variant),
        Leaf(((870, root), (780, root - 20), (700, root - 28), (570, root - 56)), 36, 6, 0, place.variant + 1),
    ]  # fmt: skip
    if place.options.get("slim") or "slim" in place.slide.anchors:
        top = above(root, place.y(482))
        stem = Stem(
            ((900, root), (930, root - 140), (1000, top + 220), (950, top + 8)), 6.5, 4.5, 1
        )
        return [stem, leaves[0], Bud(950, top, 0.42, 0.3, place.variant)]
    parts: list[Part] = []
    heads = [(x, above(root, place.y(y))) for x, y in _HEADS][3 - min(max(count, 1), 3) :]
    for k, (x, y) in enumerate(heads):
        parts += _stage(place, x, y, root, k + 3 - len(heads))
    return [*parts, *leaves] if place.strip.slides[place.number + 1 : place.number + 2] else parts


def _stage(place: _Place, x: float, y: float, root: float, stage: int) -> list[Part]:
    """One of three flowers of a plant: a bud, half open, in bloom."""
    if stage == 2:
        bow = ((882.0, root - 4), (876.0, root - 44), (868.0, root - 84), (x, y + 20))
        return [Stem(bow, 8, 6), Bloom(x, y, 102, place.variant % 2)]
    lean = (900.0, 930.0, 996.0) if stage == 0 else (886.0, 866.0, 906.0)
    high = root - y
    stem = Stem(
        ((lean[0], root - 4), (lean[1], root - 0.25 * high), (lean[2], y + 0.4 * high), (x, y + 8)),
        6.8, 4.6, 1 - stage,
    )  # fmt: skip
    return [stem, Bud(x, y, 0.5 + 0.08 * stage, 0.55 * stage, place.variant)]


# --- Night ---


def _quote(place: _Place) -> list[Part]:
    """A great bud that closes for the night, on a stem bowed like an S."""
    by = 0.8 if "small" in place.slide.anchors else 1.0
    root = place.ground(650) + 10
    x, y = 868.0 + 40 * (1 - by), above(root, place.y(462))
    stem = Stem(((650, root), (700, root - 0.38 * (root - y)), (x + 62, y + 0.52 * (root - y)), (x + 4, y + 8)),
                9 * by, 6.5 * by)  # fmt: skip
    return [
        stem,
        Leaf(((650, root), (760, root - 48), (930, root - 76), (1190, root - 44)), 38, 7, 0, place.variant),
        Leaf(((640, root), (540, root - 36), (480, root - 36), (400, root - 30)), 22, 5, 0, place.variant + 1),
        Bud(x, y, by, 0.18, place.variant),
    ]  # fmt: skip


_FREE = (
    (706, 672, -0.32, 150), (802, 536, -0.55, 142), (906, 644, -0.24, 140), (972, 424, -0.5, 132),
    (836, 318, -0.55, 120), (1004, 552, -0.28, 122), (1012, 256, -0.5, 100), (1022, 706, -0.2, 96),
)  # fmt: skip
"""Where seeds drift that have let go: x, y, angle and length, the nearest first."""

_MOST_SEEDS = 22
_BEGIN, _WHOLE = math.radians(128), 2 * math.pi


def _practice(place: _Place) -> list[Part]:
    """One seed a second about a clock: they grow as breath comes in, stay, and let go."""
    x, y = 556.0, place.y(720)
    root = place.ground(576) + 4
    stem = Stem(((x + 20, root), (x - 36, root - 96), (x + 30, y + 114), (x, y)), 8, 5.5)
    seconds = [
        float(phase["length"] if "length" in phase else phase["seconds"])
        for phase in _phases(place)
    ]
    seeds, bare = _breath(place, x, y, seconds)
    return [stem, *seeds, Core(x, y, 25, bare)]


def _phases(place: _Place) -> Sequence[Any]:
    found: Sequence[Any] = place.slide.fields["phases"]
    return found


def _breath(
    place: _Place, x: float, y: float, seconds: list[float]
) -> tuple[list[Part], tuple[float, ...]]:
    """The seeds of each phase, in their order around the clock, and the angles where none is left."""
    each = max(1.0, sum(seconds) / _MOST_SEEDS)
    counts = [max(1, round(s / each)) for s in seconds]
    kinds = {1: "i", 2: "io", 3: "iho", 4: "ihor"}[len(counts)]
    step = min(_WHOLE / max(sum(counts), 9), math.radians(27))
    parts: list[Part] = []
    held = sum(count for kind, count in zip(kinds, counts, strict=True) if kind in "ih")
    free = range(held, math.ceil(_WHOLE / step - 0.5))
    bare = tuple(round(_BEGIN + k * step, 3) for k in free)
    at = 0
    for kind, count in zip(kinds, counts, strict=True):
        for k in range(count):
            angle = math.radians(stepped(math.degrees(_BEGIN + (at + k) * step), 2))
            if kind in "ih":
                share = 1.0 if kind == "h" else k / max(count - 1, 1)
                length = 212.0 if kind == "h" else float(stepped(96 + 104 * share, 4))
                foot = (x + math.cos(angle) * 20, y + math.sin(angle) * 20)
                hairs = 13 if kind == "h" else 9 + round(4 * share)
                spread = min(1.0, round(0.34 + 1.3 * step, 1))
                parts.append(Seed(*foot, angle, length, hairs, k % 3, fruit=False, spread=spread))
        if kind == "o":
            parts += _adrift(place, count)
        at += count
    return parts, bare


def _adrift(place: _Place, count: int) -> list[Part]:
    """So many seeds on the wind, as far as there are places for them clear of words."""
    said = [
        box for name, box in place.slide.anchors.items() if name.startswith(("phase.", "title"))
    ]
    found: list[Part] = []
    for x, y, angle, length in _FREE:
        seed = Seed(x, place.y(y), angle, length, 12, len(found) % 3)
        if len(found) < count and not any(box.grown(10).overlaps(_box(seed)) for box in said):
            found.append(seed)
    return found


def _box(seed: Seed) -> Rect:
    """Return the box that a seed takes, with its fruit and its hairs."""
    cos, sin = math.cos(seed.angle), math.sin(seed.angle)
    long, wide = seed.length * 1.03, seed.length * 0.36
    ends = [(-0.18 * seed.length, 8), (-0.18 * seed.length, -8), (long, 0),
            (0.72 * long, wide), (0.72 * long, -wide)]  # fmt: skip
    xs = [seed.x + cos * u - sin * v for u, v in ends]
    ys = [seed.y + sin * u + cos * v for u, v in ends]
    return Rect(min(xs), min(ys), max(xs), max(ys))


# --- Adrift, and landed ---

_SMALL = ((770, 330, -0.45, 112), (560, 690, -0.7, 84), (850, 250, -0.4, 88), (600, 600, -0.6, 76),
          (480, 640, -0.5, 70), (900, 420, -0.45, 96))  # fmt: skip


def _invite(place: _Place) -> list[Part]:
    """A great seed on the wind, and small ones where words leave them room."""
    boxes = [
        box for name in ("title", "body") if (box := place.slide.anchors.get(name)) is not None
    ]
    parts: list[Part] = [great] if (great := _great(place, boxes)) is not None else []
    for x, y, angle, length in _SMALL:
        seed = Seed(x, place.y(y), angle, length, 11, len(parts) % 3)
        taken = [*boxes, *(_box(part) for part in parts if isinstance(part, Seed))]
        if len(parts) < 3 and not any(box.grown(24).overlaps(_box(seed)) for box in taken):
            parts.append(seed)
    return parts


def _great(place: _Place, boxes: list[Rect]) -> Seed | None:
    """The great seed, as large as there is room at the right of a slide."""
    foot = place.y(868)
    for length in range(372, 150, -20):
        for y in (846, 880, 910):
            x = 1000 - 0.764 * length
            seed = Seed(x, place.y(y), -0.98, float(length), 27 if length > 260 else 19, 0)
            if not any(box.grown(16).overlaps(_box(seed)) for box in boxes) and seed.y < foot + 60:
                return seed
    return None


def _landed(place: _Place) -> list[Part]:
    """One seed that has found its ground."""
    x = 884.0
    return [Seed(x, place.ground(x) - 26, -1.4, 168.0, 15, 0)]


def _page(place: _Place) -> list[Part]:
    """A small seed that has landed under the lines of a page to write on."""
    x = 780.0
    return [*_calm(place), Seed(x, place.ground(x) - 14, -1.36, 84.0, 13, 1)]


def _figure(place: _Place) -> list[Part]:
    """A leaf that lies under a number as wide as it is, and bears it."""
    box = place.slide.anchors["figure"]
    outline = place.slide.drawn.get("figure")
    foot = max(y for c in outline for _, y, _ in c) if outline else box.bottom
    right = max(x for c in outline for x, _, _ in c) if outline else box.right
    wide = min(max(stepped(right + 24, 24), 420.0), 1010.0)
    leaf = Leaf(((30, foot + 88), (0.3 * wide, foot + 74), (0.7 * wide, foot + 42), (wide, foot + 56)),
                34, 8, 0, place.variant)  # fmt: skip
    return [leaf, *_calm(place)]


def _divided(place: _Place) -> list[Part]:
    """The bloom on top of the stem between two halves."""
    top = place.slide.anchors["halves"].top - BLOOM_ABOVE
    return [Bloom(divider(course(place.strip), top), top, 58, place.variant % 2)]


def _edge(place: _Place) -> list[Part]:
    """A flower that grows through the edge between what is said and what is so."""
    halves = place.slide.anchors.get("halves")
    if halves is None:
        return []  # a myth that goes on: no edge, no flower
    x = 918.0
    root = (x - 20, place.ground(x) + 6)
    top = above(root[1], halves.top - 52)
    return [
        Stem((root, (x - 30, top + 260), (x + 40, top + 160), (x, top - 50)), 6.5, 4.5),
        Bloom(x, top - 56, 58, place.variant % 2),
    ]


_MODES: dict[str, Callable[[_Place], list[Part]]] = {
    "cover": _cover,
    "tip": _tip,
    "calm": _calm,
    "steps": _steps,
    "quote": _quote,
    "practice": _practice,
    "invite": _invite,
    "landed": _landed,
    "page": _page,
    "figure": _figure,
    "halves": _divided,
    "edge": _edge,
}
