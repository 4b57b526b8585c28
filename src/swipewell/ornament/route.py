"""The edge of linen's ground through the whole strip: shore, door's side, fold and breath.

Each kind of slide says how the edge passes through it; a full slide has none, and beside it the
edge rises over the top within its neighbour, never at the border.
"""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import NamedTuple

from swipewell.geometry import Point
from swipewell.ornament.curve import noise, spline
from swipewell.ornament.strip import Strip, StripSlide

FULL = "full"
_FROM_TOP = [
    (34, -40), (46, 120), (40, 300), (54, 520), (50, 720), (64, 880), (128, 972), (300, 1000),
]  # fmt: skip
_TO_TOP = [
    (790, 1004), (954, 974), (1014, 884), (1030, 720), (1026, 520), (1040, 300), (1034, 120), (1046, -40),
]  # fmt: skip
_SHORE = 998.0


class Edge(NamedTuple):
    """The edge within one slide and a little beyond, in the slide's px, left to right.

    ``from_top`` and ``to_top`` say whether it comes from, or leaves over, the upper border.
    """

    points: list[Point]
    from_top: bool
    to_top: bool


def edges(strip: Strip) -> list[Edge | None]:
    """Return the edge of every slide; None where the ground fills the slide or is not there."""
    if "edges" not in strip.shared:
        strip.shared["edges"] = _edges(strip)
    known: list[Edge | None] = strip.shared["edges"]
    return known


def _edges(strip: Strip) -> list[Edge | None]:
    out: list[Edge | None] = [None] * len(strip.slides)
    run: list[int] = []
    for i, slide in enumerate((*strip.slides, None)):
        if slide is not None and _mode(slide) != FULL:
            run.append(i)
            continue
        if run:
            _draw_run(strip, run, out)
        run = []
    return out


def _mode(slide: StripSlide) -> str:
    options = slide.wants("shore") or {}
    return str(options.get("mode", FULL))


def _draw_run(strip: Strip, run: list[int], out: list[Edge | None]) -> None:
    """Fill in the edges of neighbouring slides that are not full, as one curve."""
    for part in _unbroken(strip, run):
        control: list[Point] = []
        for i in part:
            control.extend(_own(strip, part, i))
        curve = spline(control, 34.0)
        for i in part:
            out[i] = _cut(strip, part, i, curve)


def _unbroken(strip: Strip, run: list[int]) -> list[list[int]]:
    """Return the run cut after every fold, whose right half is full to the border."""
    parts: list[list[int]] = [[]]
    for i in run:
        parts[-1].append(i)
        if _mode(strip.slides[i]) == "fold":
            parts.append([])
    return [part for part in parts if part]


def _own(strip: Strip, part: list[int], i: int) -> list[Point]:
    """Return the points through which the edge passes on slide i, in px of the strip."""
    slide = strip.slides[i]
    from_top = i == part[0]
    to_top = i == part[-1] and i + 1 < len(strip.slides)
    mode = _mode(slide)
    if mode == "fold":
        points = _fold(from_top)
    elif mode == "breath":
        points = _breath(slide, from_top, to_top)
    elif mode == "last":
        points = _last(from_top)
    else:
        points = _shore(from_top, to_top, 958.0 if mode == "stand" else _SHORE)
    x0 = i * strip.width
    nudge = noise(strip.seed + 5)
    if mode in ("breath", "stand"):  # a breath is drawn by its seconds, a threshold by its door
        return [(x0 + x, y) for x, y in points]
    return [
        (
            x0 + x + 8 * nudge(k * 1.7 + i * 31),
            y + (10 if y > 940 else 6) * nudge(k * 2.3 + i * 17 + 50),
        )
        for k, (x, y) in enumerate(points)
    ]


def _shore(from_top: bool, to_top: bool, level: float) -> list[Point]:
    """Return a quiet shore; ``level`` is its height in px, higher where something stands on it."""
    rise = level - _SHORE
    left: list[Point] = (
        [(x, y + rise * (y > 950)) for x, y in _FROM_TOP]
        if from_top
        else [(110, level - 2), (300, level + 6)]
    )
    right: list[Point] = (
        [(x, y + rise * (y > 950)) for x, y in _TO_TOP]
        if to_top
        else [(720, level + 4), (970, level)]
    )
    return [*left, (520.0, level + 10), *right]


def _fold(from_top: bool) -> list[Point]:
    left: list[Point] = [*_FROM_TOP[:-1], (250, 1006)] if from_top else [(100, 1006)]
    return [
        *left, (380, 1020), (490, 1010), (538, 960), (546, 800), (548, 620), (572, 520), (660, 456),
        (800, 432), (930, 404), (1010, 310), (1044, 160), (1056, -40),
    ]  # fmt: skip


def _breath(slide: StripSlide, from_top: bool, to_top: bool) -> list[Point]:
    """Return the edge as a breath: in rises, a hold is level, out falls, as wide as their seconds."""
    points: list[Point] = (
        [(30, -40), (38, 140), (44, 360), (52, 560), (70, 710), (112, 800)]
        if from_top
        else [(6, 992), (66, 950), (116, 886), (152, 832)]
    )
    points += breath_line(slide)[0 if from_top else 1 :]
    if to_top:
        return [
            *points,
            (1012, 760),
            (1030, 600),
            (1026, 420),
            (1038, 240),
            (1034, 100),
            (1046, -40),
        ]
    return [*points, (1060, 880)]


LOW, REST, HIGH = 812.0, 736.0, 540.0
"""Where a breath begins and ends, rests, and is held, in px."""


_Ease = tuple[tuple[float, float], ...]
_RISING: _Ease = ((0.30, 0.22), (0.70, 0.80), (1.0, 1.0))
_FALLING: _Ease = ((0.35, 0.22), (0.7, 0.72), (1.0, 1.0))
_LEVEL: _Ease = ((0.5, 0.0), (1.0, 0.0))
"""How a phase passes from its beginning to its end: shares of its width and of its height."""


def breath_knots(slide: StripSlide) -> list[Point]:
    """Return where the phases of a practice begin and end, on the breath's line."""
    seconds = [float(phase["seconds"]) for phase in slide.fields["phases"]]
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


def breath_line(slide: StripSlide) -> list[Point]:
    """Return the points of a breath from knot to knot, slopes eased at both ends."""
    knots = breath_knots(slide)
    if len(knots) == 2:
        (x0, _), (x1, _) = knots
        return [
            (x0, LOW),
            ((x0 + x1) / 2 - 60, HIGH + 30),
            ((x0 + x1) / 2 + 60, HIGH + 30),
            (x1, LOW),
        ]
    points: list[Point] = [(knots[0][0] + 14, LOW)]
    for (x0, y0), (x1, y1) in itertools.pairwise(knots):
        w, h = x1 - x0, y1 - y0
        eased = _RISING if h < 0 else _FALLING if h > 0 else _LEVEL
        points += [(x0 + w * a, y0 + h * b) for a, b in eased]
    return points


def _last(from_top: bool) -> list[Point]:
    """Return the edge on the last slide: one low corner of the ground, and no more."""
    if from_top:
        return [*_FROM_TOP[:5], (62, 900), (78, 1000), (98, 1110)]
    return [(-10, 988), (60, 1040), (96, 1110)]


def _cut(strip: Strip, part: list[int], i: int, curve: list[Point]) -> Edge:
    """Return the piece of a curve that a slide shows, in the slide's px."""
    x0 = i * strip.width
    low, high = x0 - 90, x0 + strip.width + 90
    inside = [k for k, (x, _) in enumerate(curve) if low <= x <= high]
    points = [(x - x0, y) for x, y in curve[max(inside[0] - 1, 0) : inside[-1] + 2]]
    to_top = i == part[-1] and i + 1 < len(strip.slides)
    return Edge(points, i == part[0], to_top)


@lru_cache(maxsize=8)
def seed_of(text: str) -> int:
    """Return the seed of a post from its title, the same on every machine."""
    import zlib

    return zlib.crc32(text.encode()) & 0xFFFF
