"""The main shapes of poster's cut, by kind of slide: discs, strips, stairs, leaves, wedges, sheets.

Points are in the slide's px; what lies beyond its borders runs on over its neighbours.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from swipewell.frame import Contour, Path
from swipewell.geometry import Point, Rect
from swipewell.named import NamedTuple
from swipewell.ornament.across import Edge, clearest, disc_edge, line_edge
from swipewell.ornament.scissors import bezier, bounds, disc, letters, moved, sheet, sway, turned
from swipewell.ornament.strip import Options, StripSlide

_WIDE = 1080.0
_IN = 46.0
"""How far a strip or a leaf reaches over a border, in px."""

_OVER = 60.0
"""How far a disc or a wedge does."""

_DISPLAY = 82.0
"""From which leading on, in px, type is so large that a cut may run through it."""

_STEP = 24.0
"""In steps of how many px a strip is longer where words are."""

_PAD = 32.0
"""How far within its piece of the hill a phase's words begin, in px."""


class Piece(NamedTuple):
    """What is cut on one slide: what ends at its borders, and what runs on over them."""

    stays: Path = ()
    runs: Path = ()


class Spot(NamedTuple):
    """A slide and what its shape goes by: its parameters, a seed, and its height in px."""

    slide: StripSlide
    wanted: Options
    seed: int
    height: float

    @property
    def foot(self) -> float:
        """Return a height just below the slide."""
        return self.height + 10

    def y(self, drawn: float) -> float:
        """Return where a height drawn for the square stands on this slide, in px."""
        return self.slide.page.y(drawn)

    def anchor(self, name: str) -> Rect | None:
        """Return where something named stands, None where it is not shown."""
        return self.slide.anchors.get(name)


# --- Cover, figure, invitation: the disc and the question mark ---


def _cover(spot: Spot) -> Piece:
    """Return the disc that crosses two lines of the title, and the arrow beside the subtitle."""
    title, under = spot.anchor("title"), spot.anchor("under")
    arrow = (_arrow(under.top + 30, spot.seed),) if under is not None else ()
    if title is None or spot.anchor("picture") is not None:
        return Piece(arrow)
    first = spot.anchor("headline")
    leading = first.height if first is not None else title.height
    feet = _feet(title, leading)
    r = min(max(360.0, feet[0] / 2 + 30), 400.0)
    return Piece(arrow, (_disc(spot, feet, r, leading, spot.anchor("kicker")),))


def _feet(title: Rect, leading: float) -> list[float]:
    """Return at which heights a disc over a title may end, the best one first.

    That is above small type, else in a line that stands alone, or between two lines and below the second.
    """
    if leading < _DISPLAY:
        return [title.top - 14]
    alone = round(title.height / leading) == 1
    shares = (0.62, 0.54, 0.7, 0.46) if alone else (1.98, 1.94, 2.02)
    return [title.top + leading * share for share in shares]


def _disc(
    spot: Spot, feet: Sequence[float], r: float, leading: float, beside: Rect | None = None
) -> Contour:
    """Return a disc that ends at one of the heights and runs on to the right, clear of a text beside it.

    Of those about as large as ``r`` it is the one whose edge grazes the large type least.
    """
    r += 20 * sway(spot.seed, 1)[0]
    sizes = (r + step for k in range(_SIZES) for step in ((10 * k, -10 * k) if k else (0,)))
    places = ((size, foot, over) for size in sizes for foot in feet for over in _OVERS)
    rings = ((ring, ring.edge) for ring in (_ring(*place, beside) for place in places))
    letters = [box for box in spot.slide.numbered("letter") if box.top < feet[0] + 40]
    ring = clearest(rings, letters, leading) or _ring(r, feet[0], _OVER, beside)
    return disc(ring.x, ring.y, ring.r, spot.seed)


_OVERS = (_OVER, 48.0)
_SIZES = 6
"""How many times a disc is made larger and smaller, by 10 px, in search of a clear edge."""


class Ring(NamedTuple):
    """A disc's middle and radius in px."""

    x: float
    y: float
    r: float

    @property
    def edge(self) -> Edge:
        """Return its edge."""
        return disc_edge((self.x, self.y), self.r)


def _ring(r: float, foot: float, over: float, beside: Rect | None) -> Ring:
    """Return a disc that ends at a height and ``over`` px beyond the border, clear of a text beside it."""
    while beside is not None and r > 220 and _touches(_WIDE + over - r, foot - r, r, beside):
        r -= 10
    return Ring(_WIDE + over - r, foot - r, r)


def _touches(cx: float, cy: float, r: float, box: Rect) -> bool:
    """Say whether a disc comes closer than 24 px to a box."""
    dx = max(box.left - cx, 0.0, cx - box.right)
    dy = max(box.top - cy, 0.0, cy - box.bottom)
    return math.hypot(dx, dy) < r + 24


def _arrow(y: float, seed: int) -> Contour:
    """Return the arrow that points to the next slide, about a height."""
    points = [(0, -6), (92, -8), (90, -30), (136, 0), (91, 30), (92, 8), (1, 7)]
    return sheet([(848.0 + dx, y + dy) for dx, dy in points], seed + 3, 1.2)


def _figure(spot: Spot) -> Piece:
    """Return the disc that a great number stands across."""
    number, words = spot.anchor("figure"), spot.anchor("words")
    if number is None:
        return Piece()
    if number.height < _DISPLAY:
        return Piece((), (_disc(spot, [number.top - 20], 240, number.height),))
    # through the figures' middle: below it, the edge would run along the foot of an 8
    feet = [number.top + number.height * share for share in (0.5, 0.46, 0.54)]
    if words is not None:
        feet = [min(foot, words.top - 24) for foot in feet]
    return Piece((), (_disc(spot, feet, 330, number.height),))


def _question(spot: Spot) -> Piece:
    """Return a question mark cut from a ring where something is asked, else a disc."""
    title = spot.anchor("title")
    top = title.top if title is not None else spot.y(284)
    first = spot.anchor("headline")
    asked = str(spot.slide.fields.get("title", "")).rstrip("*= \u00a0\u202f")
    if asked.endswith(("?", "？", "؟", ";", "\u037e")):
        dy = min(top, spot.y(284)) - 284
        return Piece((disc(832, 834 + dy, 78, spot.seed),), moved((_hook(),), 0, dy))
    if title is None or first is None:
        return Piece((), (_disc(spot, [top - 20], 320, 0.0),))
    feet = _feet(first, first.height)
    return Piece((), (_disc(spot, feet, 320, first.height),))


def _hook() -> Contour:
    """Return a question mark without its dot, as it stands on the square, clear of words up to x 686."""
    cx, cy, big, small = 834.0, 250.0, 308.0, 112.0
    start = math.pi * 1.03
    outer = _sweep(cx, cy, big, start, 2 * math.pi + math.acos(104 / big))
    inner = _sweep(cx, cy, small, 2 * math.pi + math.pi * 0.28, start)
    left = (cx - 103, cy + 170)
    stem = [(cx + 101, 724.0), (cx - 100, 728.0), left]
    bend = bezier([left, (cx - 48, cy + 163), (cx + 20, cy + 130), inner[0]], 12)[1:-1]
    return turned(tuple((x, y, True) for x, y in (*outer, *stem, *bend, *inner)))


def _sweep(cx: float, cy: float, r: float, start: float, stop: float) -> list[Point]:
    """Return points on an arc from one angle to another, either way round, some 8 px apart."""
    count = max(8, round(abs(stop - start) * r / 8))
    angles = [start + (stop - start) * i / count for i in range(count + 1)]
    return [(cx + r * math.cos(a), cy + r * math.sin(a)) for a in angles]


# --- Tips: the numeral and the strip ---


def _tip(spot: Spot) -> Piece:
    """Return the numeral, cropped by the slide's edges, and the strip behind what is said aloud."""
    strip = _strip(spot)
    top = bounds(strip).top if strip else spot.y(712)
    return Piece(_numeral(spot, min(spot.y(690), top - 22)), strip)


def _numeral(spot: Spot, foot: float) -> Path:
    """Return the great numeral that stands on a height, its left edge where its box begins.

    A wide one is made smaller and hangs higher; one of several digits is made small enough.
    """
    outline = letters(spot.slide.drawn.get("numeral", ()))
    box = spot.anchor("wide") or spot.anchor("slim")
    if not outline or box is None:
        return ()
    own, left = bounds(outline), spot.wanted[f"{'wide' if spot.anchor('wide') else 'slim'}_left"]
    if own.width > 760:
        by = (_WIDE - left) / (0.88 * own.width)
        return moved(outline, left - own.left * by, -28 - own.top * by, by)
    by = min(1.0, (_WIDE - left) / (_SHOWN * own.width), (foot + _HIDDEN) / own.height)
    foot = min(foot, by * own.height - _HIDDEN)
    return moved(outline, left - own.left * by, foot - own.bottom * by, by)


_SHOWN = 0.72
"""How much of a numeral's width is seen at least, so that a 4 keeps its stem."""

_HIDDEN = 30.0
"""How much of its height the upper edge crops, in px: little, so that a 1 keeps its flag and is no bar."""


def _strip(spot: Spot) -> Path:
    """Return the torn strip with its small tail, from the left border to beyond what is said."""
    said = spot.anchor("said")
    if said is None:
        return ()
    s = sway(spot.seed + 5, 2)
    # in whole steps, so that words of another length seldom make another strip
    right = min(-(-(said.right + 48) // _STEP) * _STEP, _WIDE - 40)
    top, foot = said.top - 35, said.bottom + 35
    lean, tail = 5 + 2 * s[0], 172 + 40 * s[1]
    corners = [
        *((2 - _IN, top + lean), (right - 7, top - lean), (right, foot - lean + 1)),
        *((tail + 78, foot + 1), (tail + 2, foot + 45), (tail, foot + 2)),
        (2 - _IN, foot + lean),
    ]
    return (sheet(corners, spot.seed + 6, 1.5),)


# --- Steps and practice: the stair and the hill ---


def _stair(spot: Spot) -> Piece:
    """Return the stair with the numerals that grow out of its treads."""
    treads = spot.slide.numbered("tread")
    if not treads:
        return Piece()
    s = sway(spot.seed, 2 * len(treads) + 2)
    points: list[Point] = [(0.0, max(spot.y(708), treads[0].top + 80)), (0.0, treads[0].top + 2)]
    for i, (one, other) in enumerate(pairwise(treads)):
        x = other.left - 16 + 1.5 * s[2 * i]
        points += [(x, one.top - 2), (x + 1.5, other.top + 1.5 * s[2 * i + 1])]
    points += [(_WIDE, treads[-1].top - 8), (_WIDE + 70, spot.foot), (-64.0, spot.foot)]
    numbers = letters(spot.slide.drawn.get("step_number", ()))
    return Piece(numbers, (turned(tuple((x, y, True) for x, y in points)),))


def _hill(spot: Spot) -> Piece:
    """Return the hill of a breath, as full as the lungs are, with a slit between its phases."""
    counts, names = spot.slide.numbered("count"), spot.slide.numbered("phase")
    if not counts or not names:
        return Piece()
    full = min(spot.y(474), min(count.top for count in counts) - 26)
    rest = counts[-1].top - 30
    foot = min(max(name.bottom for name in names) - 8, spot.height)
    turns = [0.0, *(count.left - _PAD for count in counts[1:]), _WIDE]
    points: list[Point] = []
    for k, (left, right) in enumerate(pairwise(turns)):
        if k:
            points += [(left - 8, foot), (left + 7, foot)]
        last = k + 1 == len(counts)
        ends = (left + 6 if k else left, right if last else right - 7)
        points += _phase(spot, (k, len(counts)), ends, (full, rest))
    if len(counts) == 4:
        points += [(_WIDE + 64, spot.foot), (-84.0, spot.foot)]
    return Piece((), (turned(tuple((x, y, True) for x, y in points)),))


def _phase(
    spot: Spot, which: tuple[int, int], ends: tuple[float, float], levels: tuple[float, float]
) -> list[Point]:
    """Return the upper edge of a phase, by its index among so many, between two x, from the left.

    ``levels`` are the heights of lungs that are full, and of those that rest, in px.
    """
    (index, count), (left, right), (full, rest) = which, ends, levels
    if count == 1:
        rise = _rise(spot, right / 2, full)
        return [*rise, *((right - x, y) for x, y in reversed(rise[:-1]))]
    if index == 0:
        return _rise(spot, right, full)
    if count == 4 and index == 2:
        middle = (left + right) / 2
        return bezier([(left, full), (middle, full + 4), (middle + 10, rest - 4), (right, rest)])
    if count == 4 and index == 3:
        return [(left, rest), (right, rest + 2)]
    if index + 1 == count:
        bend = left + 0.41 * (_WIDE - left)
        low = (max(_WIDE - 80, bend + 20), spot.y(852))
        return bezier([(left, full), (bend, full + 7), low, (_WIDE + 84, spot.foot)])
    return [(left, full - 1), (right, full + 2)]


def _rise(spot: Spot, right: float, full: float) -> list[Point]:
    """Return the slope of a breath that comes in, from beyond the left border up to an x."""
    low = (-40.0, spot.y(860))
    return bezier([(-84.0, spot.foot), low, (min(right * 0.5, 150), full + 6), (right, full)])


# --- Comparison and quotation: the leaf and the wedges ---


def _leaf(spot: Spot) -> Piece:
    """Return the leaf that holds what to try, its upper edge rising to the right.

    It ends above the brand row where a handle is so long that the leaf would cut it.
    """
    label, title, handle = spot.anchor("leaf"), spot.anchor("title"), spot.anchor("handle")
    if label is None:
        return Piece()
    high = label.top - 62
    under = title.bottom + 26 if title is not None and title.right > 440 else spot.y(240)
    rise = min(64 + 6 * sway(spot.seed, 1)[0], max(high - under, 8.0))
    foot = handle.top - 22 if handle is not None and handle.right > 477 else spot.foot
    right = _WIDE + _IN
    corners = [(493.0, high), (right, high - rise), (right - 14, foot - 4), (491.0, foot)]
    return Piece((), (sheet(corners, spot.seed, 2.0),))


def _marks(spot: Spot) -> Piece:
    """Return an opening quotation mark: two wedges that hang from the upper edge."""
    said = spot.anchor("said")
    if "mark" not in spot.slide.fields or said is None:
        return Piece()
    s = sway(spot.seed, 2)
    foot, apart, lean = said.top - 51, 308 + 12 * s[0], 18 * s[1]
    tall = foot / 285
    # above the height of a square both sides lean alike, so that the wedges stay apart
    head = 314 + lean + 126 * min(tall, 1.0) + 78 * max(tall - 1, 0.0), 98 + lean + 78 * tall
    return Piece(
        tuple(
            sheet(
                [
                    *((head[1] + o, -20.0), (head[0] + o, -20.0)),
                    *((314 + o + lean, foot - 3), (98 + o + lean, foot + 3)),
                ],
                spot.seed + k,
            )
            for k, o in enumerate((0.0, apart))
        )
    )


# --- Lists, resources, myths, prompts: the sheet ---


def _sheet(spot: Spot) -> Piece:
    """Return a sheet from ``above`` px over the anchor ``from`` down to the foot, and what is cut out.

    ``snips`` cuts a notch before each entry, ``between`` a slit between those of that name.
    """
    first = spot.anchor(spot.wanted["from"])
    if first is None:
        return Piece()
    holes: list[Contour] = []
    if spot.wanted.get("snips"):
        holes += [_snip(line, spot.seed + k) for k, line in enumerate(spot.slide.numbered("stop"))]
    entries = spot.slide.numbered(spot.wanted.get("between", ""))
    for k, (one, other) in enumerate(pairwise(entries)):
        holes.append(_slit((one.bottom + other.top) / 2, spot.seed + k))
    rise = spot.wanted.get("rise", 18.0)
    return Piece(tuple(holes), (_floor(spot, first.top - spot.wanted["above"], rise),))


def _floor(spot: Spot, high: float, rise: float) -> Contour:
    """Return a sheet from a height on, its upper edge rising to the right, to the foot of the slide.

    At one of the borders, by the seed, a wedge of it runs on.
    """
    side, more = sway(spot.seed + 9, 2)
    rise *= 1 + 0.25 * more
    middle = max(spot.y(708), high + 60)
    left, right = (0.0, _OVER) if side > 0 else (-_OVER, 0.0)
    corners = [
        *((0.0, high + rise / 2), (_WIDE, high - rise / 2), (_WIDE, middle)),
        *((_WIDE + right, spot.foot), (left, spot.foot), (0.0, middle)),
    ]
    return turned(tuple((x, y, True) for x, y in corners))


def _snip(line: Rect, seed: int) -> Contour:
    """Return the notch before an entry: a small wedge level with its first line."""
    s = sway(seed, 2)
    y = (line.top + line.bottom) / 2 + 2
    corners = ((98.0, y - 19 + s[0]), (134.0, y + s[1]), (98.0, y + 19))
    return turned(tuple((px, py, True) for px, py in corners), hole=True)


def _slit(y: float, seed: int) -> Contour:
    """Return a slit from the text's edge to the right border, about a height."""
    low, high = sway(seed, 2)
    right = _WIDE + 4
    corners = (
        (96.0, y - 3 + low),
        (right, y - 4 + high),
        (right, y + 3 + high),
        (96.0, y + 3 + low),
    )
    return turned(tuple((px, py, True) for px, py in corners), hole=True)


def _ruled(spot: Spot) -> Piece:
    """Return a sheet with a slit for every line to write on."""
    rules = spot.slide.numbered("rule")
    if not rules:
        return Piece()
    slits = tuple(_slit(rule.bottom, spot.seed + k) for k, rule in enumerate(rules))
    return Piece(slits, (_floor(spot, rules[0].top - 26, 18.0),))


# --- Contents, definitions, sources, help: spine, heads and bands ---


def _spine(spot: Spot) -> Piece:
    """Return the spine that comes in from the left and carries the numbers of a table of contents."""
    entries = spot.anchor("entries")
    if entries is None:
        return Piece()
    s = sway(spot.seed, 2)
    high, foot = entries.top - 22, entries.bottom + 18
    right = 222 + 4 * s[0], 216 + 4 * s[1]
    corners = [(-_IN, high + 6), (right[0], high - 6), (right[1], foot), (-_IN, foot + 8)]
    return Piece((), (sheet(corners, spot.seed, 2.0),))


def _word(spot: Spot) -> Piece:
    """Return the sheet that hangs over a word's first half, and the strip of an example.

    A word in small type stands beside it, whole.
    """
    word, term = spot.anchor("word"), spot.anchor("term")
    if word is None or term is None:
        return Piece()
    s = sway(spot.seed, 2)
    foot = term.bottom + 20 if word.height >= _DISPLAY else term.top - 20
    wish = term.left + (0.49 + 0.06 * s[0]) * term.width
    near = (wish + step for k in range(_PLACES) for step in ((12 * k, -12 * k) if k else (0,)))
    sides = ((x, line_edge((x + 100, -10.0), (x - 40, foot - 5))) for x in near)
    right = clearest(sides, spot.slide.numbered("letter"), word.height) or wish
    corners = [(-_IN, -10.0), (right + 100, -10.0), (right - 40, foot - 5), (-_IN, foot + 5)]
    return Piece(_strip(spot), (sheet(corners, spot.seed, 2.0),))


_PLACES = 8
"""How many times the side of a word's sheet is moved either way, by 12 px, in search of a clear edge."""


def _head(spot: Spot) -> Piece:
    """Return a band along the upper edge that holds a title."""
    title = spot.anchor("title")
    return Piece() if title is None else Piece((_header(spot, title.bottom + 36),))


def _header(spot: Spot, foot: float) -> Contour:
    """Return a sheet that hangs from the upper edge down to a height, from border to border."""
    lean = 7 + 3 * sway(spot.seed, 1)[0]
    corners = [(-4, -10.0), (_WIDE + 4, -10.0), (_WIDE + 4, foot - lean), (-4, foot + lean)]
    return turned(tuple((x, y, True) for x, y in corners))


def _band(spot: Spot) -> Piece:
    """Return the band from border to border that holds whom to turn to; near the head it bleeds off."""
    held = spot.anchor("help")
    if held is None:
        return Piece()
    top, foot = held.top - 27, held.bottom + 18
    if held.top < spot.y(100):
        top = -20.0
    corners = [(-4.0, top + 4), (_WIDE + 4, top - 4), (_WIDE + 4, foot - 3), (-4.0, foot + 3)]
    return Piece((sheet(corners, spot.seed, 0.6),))


SHAPES: dict[str, Callable[[Spot], Piece]] = {
    "disc": _cover,
    "figure": _figure,
    "question": _question,
    "tip": _tip,
    "stair": _stair,
    "hill": _hill,
    "leaf": _leaf,
    "marks": _marks,
    "sheet": _sheet,
    "ruled": _ruled,
    "spine": _spine,
    "word": _word,
    "head": _head,
    "band": _band,
}
"""What is cut, by the ``shape`` that a layout names."""
