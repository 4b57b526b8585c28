"""plain's handrail: one unbroken line from the cover to the crisis lines, at work on every slide.

It enters and leaves every slide at one height, so that any kind may follow any other. Between the
borders it makes a speech bubble, joins steps, swells into a doorway, carries a breath, holds a
bookmark, rules lines to write on, and at last climbs to a dot: from there on, all is help. Nothing
about it is random: the post's seed has no say in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

from swipewell.frame import Contour, Path, Shape, lowered
from swipewell.geometry import Rect
from swipewell.ornament.curve import disc
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide
from swipewell.ornament.stroke import Corner, rounded, stroked

_WIDTH = 20.0
_HALF = _WIDTH / 2
_HEIGHT = 876.0
"""Where the rail crosses every border: the y of its middle, in px."""

_MARGIN = 44.0
"""Where it climbs in a margin: the x of its middle there, and the radius of its bends, in px."""

_IN, _OUT = Corner(-20, _HEIGHT), Corner(1100, _HEIGHT)
_TOP_OF_DOT = 486.0
_MOST_PITCH, _LEAST_PITCH = 86.0, 40.0
"""How far apart beads stand at most and at least, in px."""

_BEAD, _APART = 31.0, 10.0
"""The radius of the largest bead, and how far such beads stay apart, in px."""

_Layers = tuple[Path, ...]
"""Paths to paint one upon the other: in the rail's colour, and what is cut out of it in the ground's."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the rail of every slide, in the roles of the rail and the ground that ``grounds`` names.

    A slide's ``mode`` says what the rail does there; ``keep`` are patterns of words for which an
    invitation is given a bookmark.
    """
    keep = "|".join(options["keep"])
    last, low = len(strip.slides) - 1, strip.page.low
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        colours = [strip.palette[role] for role in options["grounds"][slide.ground]]
        # on a taller slide all is measured from its foot, as if that were the square's
        raised = slide.moved(-low)
        layers = [lowered(p, low) for p in (_last(raised) if i == last else _layers(raised, keep))]
        drawn.append([Shape(p, c, kept=True) for p, c in zip(layers, colours, strict=False)])
    return drawn


def _layers(slide: StripSlide, keep: str) -> _Layers:
    """Return the paths of a slide, by what the rail does there."""
    wanted: Mapping[str, Any] = slide.wants("rail") or {}
    anchors = slide.anchors
    match wanted.get("mode"):
        case "start":
            return _start(wanted["left"])
        case "bubble" if "said" in anchors:
            said = anchors["said"]
            # in whole steps, so that words of another length seldom make another bubble
            end = -(-(said.right - _STEP / 2) // _STEP) * _STEP
            return _bubble(round(said.top), round(said.bottom), end)
        case "path":
            return _path(*_stops(slide), float(wanted["at"]), float(wanted["radius"]))
        case "door" if "door" in anchors:
            return _door(anchors["door"].top)
        case "beads":
            return _beads(_breath(slide))
        case "ruled":
            return _ruled(_rules(slide.numbered("rule")))
        case "invite":
            return _invited(slide, keep)
        case _:
            return _straight()


_STEP = 24.0
"""In steps of how many px a bubble is wider where words are."""


@lru_cache(maxsize=1)
def _straight() -> _Layers:
    return ((stroked([_IN, _OUT], _WIDTH),),)


@lru_cache(maxsize=4)
def _start(left: float) -> _Layers:
    """Return the rail that begins with a round end at the text's axis."""
    x = left + _HALF
    return ((stroked([Corner(x, _HEIGHT), _OUT], _WIDTH), disc(x, _HEIGHT, _HALF)),)


@lru_cache(maxsize=64)
def _bubble(top: float, bottom: float, end: float) -> _Layers:
    """Return the rail as a speech bubble about a text that ends at an x, coming back down as its tail."""
    left, right, high, low = 106.0, min(max(end + 60, 540.0), 974.0), top - 38, bottom + 40
    lean = (201.5 - 281) / (876 - 784)
    foot = 281 + lean * (_HEIGHT - low)
    corners = [
        _IN,
        Corner(left, _HEIGHT, 48),
        Corner(left, high, 54),
        Corner(right, high, 54),
        Corner(right, low, min(54.0, (low - high) / 2)),
        Corner(281, low, 44),
        Corner(foot, _HEIGHT, 12),
        _OUT,
    ]
    return ((stroked(corners, _WIDTH),),)


def _stops(slide: StripSlide) -> tuple[tuple[float, ...], float]:
    """Return the heights at which a path stops, and how far they are apart at least, in px."""
    lines = slide.numbered("stop")
    heights = tuple(round(line.centre[1], 2) for line in lines)
    return heights, min((b - a for a, b in pairwise(heights)), default=200.0)


@lru_cache(maxsize=64)
def _path(stops: tuple[float, ...], apart: float, at: float, radius: float) -> _Layers:
    """Return the rail that climbs in the margin, turns, and comes down through its stops at an x."""
    if not stops:
        return _straight()
    curl = (at - _MARGIN) / 2
    size = min(radius, 0.4 * apart)
    top = stops[0] - max(radius, size) - curl + 1
    corners = [
        _IN,
        Corner(_MARGIN, _HEIGHT, _MARGIN),
        Corner(_MARGIN, top, curl),
        Corner(at, top, curl),
        Corner(at, _HEIGHT, 48),
        _OUT,
    ]
    return ((stroked(corners, _WIDTH), *(disc(at, y, size) for y in stops)),)


@lru_cache(maxsize=64)
def _door(top: float) -> _Layers:
    """Return the rail swollen into a doorway that holds a text, from 24 px above it."""
    high, sill, foot = top - 24, _HEIGHT - _HALF, _HEIGHT + _HALF
    corners = [
        Corner(_IN.x, sill),
        Corner(36, sill, 36),
        Corner(36, high, 54),
        Corner(1044, high, 54),
        Corner(1044, sill, 36),
        Corner(_OUT.x, sill),
        Corner(_OUT.x, foot),
        Corner(_IN.x, foot),
    ]
    return ((rounded(corners),),)


def _raised(height: float) -> Contour:
    """Return the rail that climbs in one margin, runs at a height, and comes down in the other."""
    bend = min(_MARGIN, (_HEIGHT - height) / 2)
    corners = [
        _IN,
        Corner(_MARGIN, _HEIGHT, bend),
        Corner(_MARGIN, height, bend),
        Corner(1080 - _MARGIN, height, bend),
        Corner(1080 - _MARGIN, _HEIGHT, bend),
        _OUT,
    ]
    return stroked(corners, _WIDTH)


def _breath(slide: StripSlide) -> tuple[tuple[float, int], ...]:
    """Return the phases of a breath: the x at which each begins, and its seconds."""
    places = slide.numbered("phase")
    counts = [int(phase["seconds"]) for phase in slide.fields["phases"]]
    return tuple((place.left, count) for place, count in zip(places, counts, strict=True))


@lru_cache(maxsize=64)
def _beads(phases: tuple[tuple[float, int], ...]) -> _Layers:
    """Return the raised rail with a bead for every second: growing, held as rings, shrinking."""
    height = 748.0
    worth, pitch = _counted(phases)
    small = min(1.0, (pitch - _APART) / (2 * _BEAD))
    beads: list[Contour] = []
    holes: list[Contour] = []
    for k, (left, seconds) in enumerate(phases):
        count = -(-seconds // worth)
        held = _is_held(k, len(phases))
        for i in range(count):
            x = left + min(28.0, pitch / 2) + i * pitch
            share = i / max(1, count - 1)
            size = _BEAD if held else 16 + (_BEAD - 16) * (1 - share if k else share)
            beads.append(disc(x, height, max(size * small, _HALF + 4)))
            if held:
                holes.append(disc(x, height, max(16 * small, 7.0)))
    return ((_raised(height), *beads), tuple(holes)) if holes else ((_raised(height), *beads),)


def _is_held(phase: int, phases: int) -> bool:
    """Say whether a breath is held in a phase: between in and out, and before the next one in."""
    return phase in (1, 3) and phases > 2


def _counted(phases: tuple[tuple[float, int], ...]) -> tuple[int, float]:
    """Return how many seconds a bead counts, and how far beads stand apart, in px."""
    ends = [left - 24 for left, _ in phases[1:]] + [984.0]
    rooms = [(end - left, count) for (left, count), end in zip(phases, ends, strict=True)]
    for worth in (1, 2, 5, 10, 20, 60):
        pitch = min(room / -(-count // worth) for room, count in rooms)
        if pitch >= _LEAST_PITCH:
            break
    return worth, min(pitch, _MOST_PITCH)


def _invited(slide: StripSlide, keep: str) -> _Layers:
    """Return a bookmark on the rail where a reader is asked to keep something, else lines to write on."""
    said = " ".join(str(slide.fields.get(slot, "")) for slot in ("title", "body"))
    title, words = slide.anchors["title"], slide.anchors.get("words")
    if re.search(keep, said, re.IGNORECASE):
        top = max(540.0, title.bottom + 48)
        return _bookmark(top) if top <= 640 else _straight()
    foot = title.bottom if words is None else words.bottom
    return _ruled((684.0, 780.0, _HEIGHT)) if foot <= 616 else _straight()


@lru_cache(maxsize=8)
def _bookmark(top: float) -> _Layers:
    """Return the rail swollen into a bookmark, from a height; its notch is open below."""
    left, right = 768.0, 984.0
    sill, foot = _HEIGHT - _HALF, _HEIGHT + _HALF
    corners = [
        Corner(_IN.x, sill),
        Corner(left, sill),
        Corner(left, top, 32),
        Corner(right, top, 32),
        Corner(right, sill),
        Corner(_OUT.x, sill),
        Corner(_OUT.x, foot),
        Corner(right, foot),
        Corner((left + right) / 2, foot - 104),
        Corner(left, foot),
        Corner(_IN.x, foot),
    ]
    return ((rounded(corners),),)


def _rules(rules: list[Rect]) -> tuple[float, ...]:
    """Return the heights of ruled lines, the rail's own the last: an odd number, so that it goes on."""
    feet = tuple(rule.bottom for rule in rules)
    return feet if len(feet) % 2 else (*(rule.top for rule in rules), _HEIGHT)


@lru_cache(maxsize=32)
def _ruled(heights: tuple[float, ...]) -> _Layers:
    """Return the rail that runs to and fro as lines to write on, down from the topmost."""
    if len(heights) < 3:
        return _straight()
    near, far = 96 + _HALF, 984 - _HALF
    bend = min(_MARGIN, (heights[1] - heights[0]) / 2)
    corners = [_IN, Corner(_MARGIN, _HEIGHT, _MARGIN), Corner(_MARGIN, heights[0], _MARGIN)]
    for k, (above, below) in enumerate(pairwise(heights)):
        x = near if k % 2 else far
        corners += [Corner(x, above, bend), Corner(x, below, bend)]
    return ((stroked([*corners, _OUT], _WIDTH),),)


def _last(slide: StripSlide) -> _Layers:
    """Return the rail's end: it climbs to a dot, level with the first line of help."""
    lines = [slide.anchors[name] for name in ("danger", "help") if name in slide.anchors]
    return _stop(round(lines[0].centre[1], 2) if lines else _TOP_OF_DOT)


@lru_cache(maxsize=32)
def _stop(height: float) -> _Layers:
    corners = [_IN, Corner(_MARGIN, _HEIGHT, _MARGIN), Corner(_MARGIN, height)]
    return ((stroked(corners, _WIDTH), disc(_MARGIN, height, 24)),)
