"""How notebook's pen passes through a slide: waypoints from one border to the other, in the slide's px.

Each way begins where the pen came over the left border, does the job of its slide by the anchors that
the layout named, and ends with the place where it leaves. Heights that are not an anchor's are drawn
for the square.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from itertools import pairwise

from swipewell.geometry import Point, Rect
from swipewell.named import NamedTuple
from swipewell.ornament.curve import noise
from swipewell.ornament.nib import ringed
from swipewell.ornament.strip import StripSlide

_MARGIN = 38.0
"""Where the pen climbs or falls in the left margin, in px: clear of quotation marks that hang."""

_STRAIGHT = 40.0
"""How far up or down the pen goes straight to its work where words stand beside its way, in px."""


class Crossing(NamedTuple):
    """Where the pen goes over a border, and how steeply: px down for each px to the right."""

    y: float
    slope: float = 0.0

    def points(self, x: float) -> list[Point]:
        """Return the waypoints about a border at an x: straight, so that both slides see one line."""
        along = math.hypot(1, self.slope)
        steps = (-24.0, -12.0, 0.0, 12.0, 24.0)
        return [(x + d / along, self.y + d * self.slope / along) for d in steps]


class Hand(NamedTuple):
    """What a way goes by besides its slide: where the pen came in, and what the seed chooses.

    ``choices`` is how many numbers there are to choose from, ``then`` what the pen does on the next slide;
    ``torn`` says whether a leaf's torn edge lies in the left margin.
    """

    came: Crossing
    seed: int
    choices: int = 0
    then: str = ""
    torn: bool = False


Way = tuple[list[Point], Crossing]
"""Waypoints between the borders, and where the pen leaves."""


def way(slide: StripSlide, mode: str, hand: Hand) -> Way:
    """Return the pen's way through a slide."""
    return _WAYS[mode](slide, hand)


def _into(hand: Hand, x: float, y: float, gentle: float = 150.0) -> list[Point]:
    """Return how the pen comes from the border to its work at (x, y): straight, or up or down the margin.

    It goes straight where that is less than so many px up or down. A tear in the margin is crossed aslant.
    """
    came = hand.came
    drop = y - came.y
    if abs(drop) < gentle:
        return [(0.55 * x, came.y + 0.62 * drop)] if x > 90 else []
    sign = math.copysign(1.0, drop)
    if came.slope * sign > 1:  # it is on its way already
        return [(26, came.y + 0.62 * drop), (48, came.y + 0.88 * drop), (78, came.y + 0.985 * drop)]
    turn = min(84.0, 0.36 * abs(drop))
    reach = max(x, 96.0) - 56
    if abs(drop) < 120:  # no room for two bends
        return [
            (_MARGIN - 4, y - 0.62 * drop),
            (_MARGIN + 14, y - 0.2 * drop),
            (84, y - 0.05 * drop),
        ]
    lean = 16.0 if hand.torn else 0.0
    if hand.torn and abs(drop) < 300:  # marks that hang are near: on the leaf as long as that goes
        return [
            (29, came.y + sign * 0.3 * turn), (31, came.y + sign * turn), (37, y - sign * turn),
            (56, y - sign * 0.4 * turn), (56 + 0.45 * reach, y - sign * 0.07 * turn),
        ]  # fmt: skip
    return [
        (_MARGIN - 6 - 0.4 * lean, came.y + sign * 0.3 * turn),
        (_MARGIN + 4 - lean, came.y + sign * turn),
        (_MARGIN + 6 + 0.6 * lean, y - sign * turn),
        (56 + 0.12 * reach + 0.4 * lean, y - sign * 0.4 * turn),
        (56 + 0.45 * reach, y - sign * 0.09 * turn),
    ]


def _feet(slide: StripSlide, *names: str) -> float:
    """Return the lowest bottom of some lines, 0 where there are none."""
    return max((line.bottom for name in names for line in slide.numbered(name)), default=0.0)


def _baseline(line: Rect) -> float:
    """Return the baseline of a line of a title."""
    return line.top + 0.88 * line.height


def _under_title(slide: StripSlide) -> float:
    """Return the height at which the pen passes below a title."""
    lines = slide.numbered("title")
    if not lines:
        return slide.page.y(424)
    return max(lines[0].top + 232, _baseline(lines[-1]) + 52)


def _looped(x: float, y: float, size: float = 1.0) -> list[Point]:
    """Return a small loop on a line, counter-clockwise, about 60 px wide."""
    shape = ((-48, 2), (0, -16), (-26, -38), (-56, -10), (-14, 12))
    return [(x + dx * size, y + dy * size) for dx, dy in shape]


# --- The cover: a word is ringed, and the pen loops where the title leaves room ---


_AIR, _TOUCH = 14.0, 8.0
"""How far the middle of the pen keeps from letters, and how near it may come where lines are close, in px."""

_BETWEEN = 36.0
"""How much lies between the letters of two lines, in px, where the pen may pass."""


class _Made(NamedTuple):
    """What the pen has done about a word: its way so far, and how far right and down that reaches.

    ``rings`` says that it leaves from a ring's right-hand end.
    """

    points: list[Point]
    end: float
    foot: float
    rings: bool = False


def _circle(slide: StripSlide, hand: Hand) -> Way:
    """The pen rings a word, or underlines it where letters about it are in the way of a ring."""
    word = slide.anchors["word.0"]
    rows = slide.numbered("title")
    line = next((row for row in rows if row.top < word.bottom <= row.bottom), word)
    made = _ringed(slide, hand) if _has_room(slide, line) else _twice_under(slide, line)
    free = _widest(rows, word.bottom - 0.27 * word.height, slide)
    if free is None:
        return _straight_on(made, word)
    x, y = free
    points = made.points
    if made.rings:  # it keeps clear of the ring
        x = max(x, made.end + 46)
        if x > 932:
            return _straight_on(made, word)
        points = [*points, (made.end - 6, word.bottom + 0.12 * word.height)]
    near = min(1.0, (1056 - x) / 250)
    begin = min(y + 120, made.foot - 8)
    if x - 49 > made.end + 70 and not made.rings:
        points = [*points, (made.end, 0.6 * made.foot + 0.4 * begin)]
    shape = ((-49, begin - y), (37, 30), (27, -48), (-37, -36), (-33, 60))
    points = [*points, *((x + dx, y + dy) for dx, dy in shape)]
    points += [(x + 61 * near, y + 132), (x + 171 * near, y + 122)]
    return points, Crossing(y + 62, -0.5)


def _has_room(slide: StripSlide, line: Rect) -> bool:
    """Say whether a ring about a word touches no letter: it has a line to itself, and room above and below."""
    word, ink, room = (slide.anchors[name] for name in ("word.0", "word_ink", "word_room"))
    if line.left < word.left - 12 or line.right > word.right + 12:
        return False
    return min(ink.top - room.top, room.bottom - ink.bottom) >= _BETWEEN


def _ringed(slide: StripSlide, hand: Hand) -> _Made:
    """Return a ring about a word, with room for its corners."""
    word = slide.anchors["word.0"]
    wide = 0.55 * word.height
    left, right = max(word.left - wide, 56.0), min(word.right + wide, 1020.0)
    top, foot = _between_lines(slide, word)
    cx, cy = (left + right) / 2, (top + foot) / 2
    rx, ry = (right - left) / 2, (foot - top) / 2
    ring = ringed(
        (cx, cy), (rx, ry), hand.seed, turn=-2.26, count=28, tilt=-4 / rx, drift=0.08, power=4.0
    )
    points = [(cx - 0.72 * rx, cy + 0.8 * ry), *ring, (cx + 0.84 * rx, cy + 1.02 * ry)]
    return _Made(points, right + 30, foot, rings=True)


def _twice_under(slide: StripSlide, line: Rect) -> _Made:
    """Return a line under a word, there from its end and back, that goes on under the rest of its line."""
    word, ink, room = (slide.anchors[name] for name in ("word.0", "word_ink", "word_room"))
    y = min(ink.bottom + _AIR, (ink.bottom + room.bottom) / 2 - 6)
    left, right, middle = word.left, word.right, word.centre[0]
    points = [
        (right - 8, y), (middle, y - 2), (left + 34, y + 1), (left - 4, y + 7), (left + 34, y + 14),
        (middle, y + 13), (right, y + 12),
    ]  # fmt: skip
    if line.right > right + 12:
        points.append((line.right, y + 12))
    return _Made(points, max(right, line.right) + 30, y + 14)


def _between_lines(slide: StripSlide, word: Rect) -> tuple[float, float]:
    """Return the top and the foot of a ring about a word: as wide as the lines above and below leave it."""
    ink, room = slide.anchors["word_ink"], slide.anchors["word_room"]
    top = word.bottom - 0.97 * word.height
    foot = max(word.bottom + 0.43 * word.height, ink.bottom + 0.26 * word.height)
    top = min(max(top, room.top + _AIR), max(ink.top - _TOUCH, (room.top + ink.top) / 2))
    foot = max(
        min(foot, room.bottom - _AIR), min(ink.bottom + _TOUCH, (room.bottom + ink.bottom) / 2)
    )
    return top, foot


def _straight_on(made: _Made, word: Rect) -> Way:
    """Return the pen that goes on from a word without a loop, for the title leaves it no room."""
    y = max(word.bottom + 0.12 * word.height, made.foot - 0.3 * word.height)
    points = made.points
    if made.end < 990:
        points = [*points, ((made.end + 1080) / 2, y + 8)]
    return points, Crossing(y - 12, -0.3)


def _widest(rows: list[Rect], cy: float, slide: StripSlide) -> Point | None:
    """Return the middle of a loop where a title leaves most room, near a word; None for nowhere."""
    best: tuple[float, float] | None = None
    for lift in (172, 120, 60, 0, -60, -120):
        y = cy - lift
        if not slide.page.y(320) <= y <= slide.page.y(720):
            continue
        reach = max((r.right for r in rows if r.top < y + 120 and r.bottom > y - 84), default=0.0)
        if best is None or reach < best[0] - 90:
            best = (reach, y)
    if best is None or best[0] > 868:
        return None
    return max(best[0] + 64, 796.0), best[1]


# --- Tips, words, figures: under a title, and round what counts ---


def _ring(slide: StripSlide, hand: Hand) -> Way:
    """The pen underlines the title and rings the numeral."""
    y = _under_title(slide)
    numeral = slide.anchors.get("ring")
    deep = y >= slide.page.y(430)
    dip = max(-12.0, min(22.0 if deep else 50.0, 0.35 * (hand.came.y - y)))
    points = [*_into(hand, 160, y + dip, 60.0 if deep else 150.0)]
    points += [(160, y + dip), (330, y + 0.3 * dip), (560, y)]
    if numeral is None:
        return [*points, (740, y + 4), (930, y - 2)], Crossing(y - 6, -0.05)
    cx, cy = numeral.centre[0], numeral.centre[1] + 21
    low = cy + 120
    points += (
        [(700, y + 3), (790, low + 2)] if y < low + 24 else [(690, y - 2), (790, (y + low) / 2)]
    )
    ring = ringed((cx, cy), (108, 108), hand.seed, turn=-2.2, tilt=-0.1)
    return [*points, *ring, (cx + 104, cy + 109)], Crossing(cy + 116, 0.1)


def _underline(slide: StripSlide, hand: Hand) -> Way:
    """The pen underlines a word, there and back and there."""
    word = slide.anchors["word"]
    y, right = word.bottom + 36, min(max(word.right + 16, 420.0), 960.0)
    back = 0.5 * right
    return [
        *_into(hand, 112, y), (112, y), (back, y - 4), (right - 40, y - 2),
        (right, y + 10), (right - 44, y + 22), (back, y + 24), (150, y + 29), (118, y + 40), (156, y + 52),
        (back + 40, y + 54), (900, y + 52),
    ], Crossing(y + 50)  # fmt: skip


def _figure(slide: StripSlide, hand: Hand) -> Way:
    """The pen rings a number."""
    number = slide.anchors.get("ring")
    if number is None:
        return _underline(slide, hand)
    size = number.height / 1.08
    (cx, cy) = number.centre[0], number.centre[1] + 0.08 * size
    rx, ry = min(number.width / 2 + 0.1 * size + 70, cx - 48), 0.5 * size + 32
    start = (cx - 0.6 * rx, cy + 0.94 * ry)
    ring = ringed(
        (cx, cy), (rx, ry), hand.seed, turn=-2.26, count=24, tilt=-5 / rx, drift=0.08, power=2.6
    )
    out = cy + 0.96 * ry
    points = [*_into(hand, max(start[0], 70), start[1]), *ring]
    if cx + rx < 840:
        points += [((cx + rx + 960) / 2, out - 12)]
    return points, Crossing(out - 36, -0.12)


# --- Steps and lists: to and fro, or down the margin ---


def _to_and_fro(slide: StripSlide, hand: Hand) -> Way:
    """The pen goes to and fro between the steps; where they are even in number, it begins above the first."""
    rows = slide.numbered("step")
    if not rows:
        return _below(slide, hand)
    passes = [above.bottom + 0.48 * (below.top - above.bottom) for above, below in pairwise(rows)]
    passes.append(rows[-1].bottom + 33)  # a number by hand reaches below its line
    if len(rows) % 2 == 0:
        title = slide.numbered("title")
        free = rows[0].top - title[-1].bottom if title else 120.0
        passes.insert(0, rows[0].top - min(44.0, 0.45 * free))
    slack = noise(hand.seed)
    points = [*_into(hand, 150, passes[0]), (150, passes[0] + 1)]
    for k, (y, below) in enumerate(pairwise(passes)):
        points += [
            (x, y + 4 * slack(k * 3 + x / 300)) for x in ((400, 740) if k % 2 == 0 else (700, 400))
        ]
        points += _right_turn(y, below) if k % 2 == 0 else _left_turn(y, below)
    y = passes[-1]
    return [*points, (420, y + 4 * slack(40)), (760, y - 6)], Crossing(y, 0.0)


def _right_turn(above: float, below: float) -> list[Point]:
    h = below - above
    return [
        (880, above), (944, above + 0.15 * h), (968, above + 0.5 * h), (940, below - 0.16 * h),
        (876, below - 0.01 * h),
    ]  # fmt: skip


def _left_turn(above: float, below: float) -> list[Point]:
    h = below - above
    return [(180, above + 1), (72, above + 0.25 * h), (72, above + 0.73 * h), (180, below)]


def _loops(slide: StripSlide, hand: Hand) -> Way:
    """The pen comes down beside a list, and makes a loop at every entry."""
    entries = slide.numbered("entry")
    if not entries:
        return _under(slide, hand)
    x, r = 128.0, 19.0
    heights = [entry.top + 0.6 * entry.height for entry in entries]
    top = heights[0] - 44
    if hand.came.y < top - 20:
        points = [(56, hand.came.y + 12), (x - 26, (hand.came.y + top) / 2), (x - 10, top)]
    else:
        points = [*_into(hand, 84, top - 30), (88, top - 32), (x - 12, top - 4)]
    slack = noise(hand.seed)
    for k, y in enumerate(heights):
        turn = ringed(
            (x, y),
            (r, r),
            hand.seed + k,
            start=-0.5,
            turn=-2.5,
            count=11,
            tilt=0.2 * slack(k),
            drift=0.16,
        )
        points += turn
        if k + 1 < len(heights) and heights[k + 1] - y > 64:
            points.append((x - 6 + 3 * slack(k + 9), (y + heights[k + 1]) / 2 + 4))
    y = _feet(slide, "ruled") + 24
    last = heights[-1]
    if y - last > 90:
        points.append((x - 16, (last + y) / 2))
    points += [(x - 2, y - 14), (x + 54, y), (420, y + 2), (760, y - 6)]
    return points, Crossing(y)


def _under(slide: StripSlide, hand: Hand) -> Way:
    """The pen passes below a title."""
    y = _under_title(slide)
    points = [*_into(hand, 160, y), (160, y + 12), (420, y), (700, y + 5)]
    return [*points, *_looped(930, y), (1000, y + 6)], Crossing(y + 2)


def _below(slide: StripSlide, hand: Hand) -> Way:
    """The pen passes below all that is said, or between a photograph and its caption."""
    photo, said = slide.anchors.get("photo"), slide.anchors.get("said")
    low = slide.page.y(962)
    if photo is not None and said is not None:
        y = said.top - 36 if "caption" in slide.fields else said.top + 4
    else:
        y = max(low, said.bottom + 24) if said is not None else low
    beside = said is not None and said.top - 20 < hand.came.y < said.bottom + 20
    points = [*_into(hand, 160, y, _STRAIGHT if beside else 150.0)]
    points += [(160, y + 2), (420, y + 6), (690, y - 3)]
    return [*points, (900, y - 2)], Crossing(y - 8, -0.06)


# --- Halves ---


def _cross(slide: StripSlide, hand: Hand) -> Way:
    """The pen crosses the tear, and makes a loop on it."""
    x = float((slide.wants("pen") or {})["at"])
    y = max(slide.page.y(974), _feet(slide, "ruled", "free") + 22)
    shape = ((-10, -24), (30, -68), (0, -90), (-30, -54), (20, 2), (180, 22), (380, 16))
    points = [*_into(hand, 200, y), (200, y), (x - 120, y)]
    return [*points, *((x + dx, y + dy) for dx, dy in shape)], Crossing(y - 14, -0.16)


def _divide(slide: StripSlide, hand: Hand) -> Way:
    """The pen is the line between two things."""
    y = slide.anchors["divide"].centre[1]
    points = [*_into(hand, 110, y), (110, y), (300, y - 4), (560, y + 4), (780, y - 4)]
    return [*points, *_looped(948, y), (1010, y + 6)], Crossing(y + 2)


def _last(slide: StripSlide, hand: Hand) -> Way:
    """The pen is the line above the help, makes one small loop, and is lifted."""
    y = slide.anchors["divide"].centre[1]
    points = [*_into(hand, 84, y + 2), (104, y), (300, y - 3), (560, y + 4), (800, y - 4)]
    above = slide.numbered("bond")
    if above and above[-1].right > 850:  # no room for a loop
        return [*points, (900, y), (984, y - 3)], Crossing(y)
    return [*points, *_looped(956, y), (990, y + 3)], Crossing(y)


# --- Voices, breath, writing ---


def _dash(slide: StripSlide, hand: Hand) -> Way:
    """The pen is the dash before a name, and underlines it."""
    by = slide.anchors.get("by")
    said = slide.numbered("said")
    if by is None:
        y = max(slide.page.y(900), said[-1].bottom + 30) if said else slide.page.y(900)
        points = [*_into(hand, 130, y), (130, y), (380, y - 6), (620, y + 4)]
        return [*points, *_looped(860, y), (950, y - 6)], Crossing(y - 40, -0.3)
    y, low = by.top + 43, by.bottom + 22
    right = max(by.right + 30, 420.0)
    points = [
        *_into(hand, 128, y + 1), (128, y), (170, y - 5), (220, y),
        (262, low - 14), (330, low), (min(right, 940), low - 2),
    ]  # fmt: skip
    lowest = max((line.bottom for line in said), default=0.0)
    rise = 140.0 if right < 800 and lowest < low - 150 else 36.0
    if right < 860:
        points.append(((right + 1080) / 2, low - 0.42 * rise))
    return points, Crossing(low - rise, -rise / 300)


def breath_levels(count: int) -> tuple[float, ...]:
    """Return how full the lungs are at the end of each of so many phases, from 0 to 1."""
    return {1: (0.0,), 2: (1.0, 0.0), 3: (1.0, 1.0, 0.0)}.get(count, (1.0, 1.0, 0.0, 0.0))


def _breath(slide: StripSlide, hand: Hand) -> Way:
    """The pen is the breath: up, held, and down, as wide as the seconds."""
    low, high = slide.page.y(770), slide.page.y(500)
    begins = [place.left for place in slide.numbered("phase")]
    xs = [*begins, 984.0]
    levels = [0.0, *breath_levels(len(begins))]
    if len(begins) == 1:
        xs, levels = [xs[0], (xs[0] + xs[1]) / 2, xs[1]], [0.0, 1.0, 0.0]
    near = abs(hand.came.y - low) < 150
    points = [(xs[0] - 40, low + 4)] if near else _into(hand, xs[0] + 14, low - 6)
    points += [(xs[0], low - 2)] if near else []
    for (a, b), (one, other) in zip(pairwise(xs), pairwise(levels), strict=False):
        w, h = b - a, (high - low) * (other - one)
        y = low + (high - low) * one
        if h:
            points += [(a + 0.275 * w, y + 0.2 * h), (a + 0.725 * w, y + 0.79 * h), (b, y + h)]
        else:
            sway = -4 if one else 6
            points += [(a + 0.33 * w, y + sway), (a + 0.67 * w, y + sway), (b, y + 0.5 * sway)]
    points[-1] = (min(points[-1][0], 980.0), points[-1][1])
    return [*points, (1030, low + 4)], Crossing(low + 6, 0.04)


def _write(slide: StripSlide, hand: Hand) -> Way:
    """The pen has begun to write on the first rule."""
    rules = slide.numbered("rule")
    if not rules:
        return _below(slide, hand)
    y = rules[0].bottom - 7
    points = [*_into(hand, 112, y), (116, y - 2)]
    slack = noise(hand.seed)
    x, heights = 128.0, (30, 52, 28, 34, 54, 30, 26)
    for k, high in enumerate(heights):
        tall = high + 4 * slack(k)
        shape = ((24, 0.46), (27, 1.0), (10, 0.86), (12, 0.2), (24, 0.0))
        points += [(x + dx, y - share * tall) for dx, share in shape]
        x += 40.0
    return [*points, (x + 60, y + 1), (x + 240, y - 3), (900, y + 1)], Crossing(y)


def _frame(slide: StripSlide, hand: Hand) -> Way:
    """The pen frames a card in one stroke, and underlines it on its way."""
    card = slide.anchors["card"]
    left, right = card.left - 42, max(card.right + 42, 984.0) if card.right > 860 else 984.0
    right = min(right, 996.0)
    top, foot = card.top - 36, card.bottom + 36
    r = 46.0
    return [
        *_into(hand, left + 60, foot), (left + 70, foot + 2), ((left + right) / 2, foot + 3),
        (right - r, foot - 2), (right - 9, foot - 12), (right, foot - r), (right + 3, (top + foot) / 2),
        (right - 1, top + r), (right - 10, top + 12), (right - r, top + 1), ((left + right) / 2, top - 3),
        (left + r, top + 2), (left + 9, top + 12), (left, top + r), (left - 3, (top + foot) / 2),
        (left + 1, foot - r), (left + 12, foot - 4), (left + r, foot + 13), ((left + right) / 2, foot + 19),
        (930, foot + 14),
    ], Crossing(foot + 10)  # fmt: skip


# --- Choosing ---


def choices(count: int, y: float) -> list[Point]:
    """Return where the numbers to choose from stand, for so many."""
    pitch = min(195.0, 780 / max(count - 1, 1))
    return [(150 + k * pitch, y) for k in range(count)]


CHOICE = 884.0
"""The height of the middle of the numbers to choose from, in px for the square."""


def _choose(slide: StripSlide, hand: Hand) -> Way:
    """The pen circles one of the tips' numbers."""
    if hand.choices < 2:
        return _sweep(slide, hand)
    middle = slide.page.y(CHOICE)
    places = choices(hand.choices, middle)
    pitch = places[1][0] - places[0][0]
    r = min(82.0, 0.52 * pitch)
    chosen = hand.seed % hand.choices
    cx, cy = places[chosen]
    low = middle + r + 14
    points: list[Point] = []
    if chosen:
        points += [*_into(hand, 120, low), (120, low)]
        points += [(x, low + 4) for x, _ in places[1:chosen]]
        ring = ringed((cx, cy), (r, 0.97 * r), hand.seed, start=0.62, turn=-2.2)
    else:
        points += [(40, hand.came.y + 0.2 * (cy - hand.came.y)), (58, 0.5 * (hand.came.y + cy))]
        ring = ringed((cx, cy), (r, 0.97 * r), hand.seed, start=0.8, turn=-2.34, drift=0.12)
    points += ring
    points += [(x, low + 4) for x, _ in places[chosen + 1 : -1]]
    if chosen < hand.choices - 1:
        points.append((940, low - 2))
    if hand.then not in _HIGH:
        return points, Crossing(low - 12, -0.08)
    return [*points, (1028, middle + 8)], Crossing(middle - 130, -1.9)


def _sweep(slide: StripSlide, hand: Hand) -> Way:
    """The pen runs below an invitation, and loops."""
    y = max(slide.page.y(880), _feet(slide, "ruled", "title") + 60)
    points = [*_into(hand, 130, y), (130, y), (360, y + 8), (560, y - 2)]
    return [*points, *_looped(800, y, 1.5), (930, y + 4)], Crossing(y - 8, -0.1)


_HIGH = frozenset({"last", "ring", "divide", "figure"})
"""What the pen does in the upper half of a slide."""

_WAYS: Mapping[str, Callable[[StripSlide, Hand], Way]] = {
    "circle": _circle,
    "ring": _ring,
    "way": _to_and_fro,
    "loops": _loops,
    "cross": _cross,
    "dash": _dash,
    "breath": _breath,
    "choose": _choose,
    "divide": _divide,
    "last": _last,
    "below": _below,
    "underline": _underline,
    "figure": _figure,
    "write": _write,
    "frame": _frame,
}
"""What the pen can do, by the name a layout gives it."""
