"""notebook's pen: one stroke of ink, put down on the cover and lifted after the disclaimer.

On every slide it does the job of that slide (``ways.py``); where it leaves one it comes into the next.
It also writes what a person adds beside the print: where to swipe, the numbers to choose from, and
the tally of a practice's rounds.
"""

from __future__ import annotations

import math
import pathlib
from functools import lru_cache

from swipewell import labels
from swipewell.frame import Item, Path, Shape
from swipewell.geometry import Point, Rect
from swipewell.ornament.curve import noise, spline
from swipewell.ornament.nib import inked
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide
from swipewell.ornament.torn import leaves as leaves_of
from swipewell.ornament.ways import CHOICE, Crossing, Hand, choices, way
from swipewell.resources import bundled_yaml

_VARIANTS = 12
_MOST_CHOICES = 9


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the pen's stroke on every slide, and what it writes; ``colour`` names its role."""
    colour = strip.palette[options["colour"]]
    numbers = _numbers(strip)
    came = Crossing(strip.y(560))
    last = len(strip.slides) - 1
    modes = [*(str((slide.wants("pen") or {}).get("mode", "below")) for slide in strip.slides), ""]
    torn = [any(leaf.right is not None for leaf in found) for found in leaves_of(strip)]
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        seed = (strip.seed + 7 * i) % _VARIANTS
        hand = Hand(came, seed, len(numbers), modes[i + 1], torn[i])
        points, leaves = way(slide, modes[i], hand)
        path = _stroke(tuple(points), came if i else None, leaves if i < last else None, seed)
        items: list[Item] = [Shape(path, colour, kept=True)]
        items += [
            Shape(p, colour, kept=True)
            for p in _written(slide, strip, numbers, leaves, points)
            if p
        ]
        drawn.append(items)
        came = leaves
    return drawn


@lru_cache(maxsize=256)
def _stroke(
    points: tuple[Point, ...], came: Crossing | None, leaves: Crossing | None, seed: int
) -> Path:
    """Return the stroke through a slide; it begins and ends at its borders, or where the pen is put down."""
    before = came.points(0.0) if came is not None else []
    after = leaves.points(1080.0) if leaves is not None else []
    return (inked([*before, *points, *after], seed, lifted=(came is None, leaves is None)),)


def _written(
    slide: StripSlide, strip: Strip, numbers: list[Path], leaves: Crossing, points: list[Point]
) -> list[Path]:
    """Return what is written by hand on a slide, clear of the pen's way through it."""
    if slide.drawn.get("cue"):
        return [_cue(slide, leaves.y, spline([*points, *leaves.points(1080.0)], 16.0))]
    mode = (slide.wants("pen") or {}).get("mode")
    if mode == "choose" and len(numbers) > 1:
        return [_row(tuple(numbers), strip.y(CHOICE))]
    if mode == "breath" and "rounds" in slide.anchors:
        place = slide.anchors["rounds"]
        return [_tally(_count(slide.fields["rounds"]), round(place.top), strip.seed % _VARIANTS)]
    return []


def _bounds(path: Path) -> Rect:
    """Return the smallest rectangle that holds every point of a path."""
    xs = [x for contour in path for x, _, _ in contour]
    ys = [y for contour in path for _, y, _ in contour]
    return Rect(min(xs), min(ys), max(xs), max(ys))


# --- Where to swipe ---


def _cue(slide: StripSlide, leaves: float, stroke: list[Point]) -> Path:
    """Return the word that rides under the pen where it leaves the cover, or where there is room for it."""
    outline = slide.drawn["cue"]
    box = _bounds(outline)
    half = box.width / 2
    taken = [*slide.numbered("title")]
    taken += [slide.anchors[name] for name in ("subtitle", "kicker") if name in slide.anchors]
    word = slide.anchors["word.0"]  # and its ring
    taken.append(Rect(word.left, word.top, word.right + 0.8 * word.height, word.bottom))
    taken.append(Rect(960, slide.page.y(970), 1080, slide.page.y(1080)))  # the tape
    x, foot = 984 - half, slide.page.y(1018)
    for y in (leaves + 150, leaves + 120, leaves + 196, leaves + 250, leaves - 110, leaves - 180):
        place = Rect(x - half - 28, y - 48, x + half + 28, y + 48)
        if not any(t.overlaps(place) for t in taken) and not _crosses(stroke, place):
            return _tilted(outline, round(x, 1), round(y, 1), -6)
    return _tilted(outline, round(x - 56, 1), round(foot, 1), -6)


def _crosses(stroke: list[Point], place: Rect) -> bool:
    """Say whether a stroke goes through a place."""
    return any(place.left < x < place.right and place.top < y < place.bottom for x, y in stroke)


@lru_cache(maxsize=32)
def _tilted(path: Path, x: float, y: float, angle: int) -> Path:
    """Return a shape turned by so many degrees, its middle moved to a point."""
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    ax, ay = _bounds(path).centre

    def turned(px: float, py: float) -> Point:
        dx, dy = px - ax, py - ay
        return x + dx * c - dy * s, y + dx * s + dy * c

    return tuple(tuple((*turned(px, py), on) for px, py, on in contour) for contour in path)


# --- Numbers to choose from ---


def _numbers(strip: Strip) -> list[Path]:
    """Return the outlines of the tips' numbers as written by hand; none where they are too many for a row."""
    written = [slide for slide in strip.slides if slide.drawn.get("choice")]
    found = [*{slide.fields["number"]: slide.drawn["choice"] for slide in written}.values()]
    return found if len(found) <= _MOST_CHOICES else []


@lru_cache(maxsize=16)
def _row(numbers: tuple[Path, ...], middle: float) -> Path:
    """Return the numbers in a row, each a little turned."""
    places = choices(len(numbers), middle)
    scale = min(1.0, (places[1][0] - places[0][0]) / 130)
    slack = noise(5)
    contours: Path = ()
    for k, (number, (x, y)) in enumerate(zip(numbers, places, strict=True)):
        turned = _tilted(number, x, y, round(5 * slack(3.1 * k)))
        contours += tuple(
            tuple((x + (px - x) * scale, y + (py - y) * scale, on) for px, py, on in contour)
            for contour in turned
        )
    return contours


# --- Rounds ---


@lru_cache(maxsize=256)
def _count(words: str) -> int:
    """Return how many rounds a slide's words for them mean, 0 where that is not known."""
    languages = bundled_yaml(pathlib.Path(labels.__file__).with_suffix(".yaml"))
    for language in ("", *languages):
        known = labels.labels_for(language)
        for count in range(1, 11):
            if known.rounds(count, language) == words:
                return count
    return 0


@lru_cache(maxsize=32)
def _tally(count: int, foot: float, seed: int) -> Path:
    """Return so many tally strokes above a height, the fifth across the four before it; at most ten."""
    if not 1 <= count <= 10:
        return ()
    slack = noise(seed)
    fives, rest = divmod(count, 5)
    wide = fives * 190 + rest * 42 + (10 if rest and fives else 0)
    left = 984.0 - wide
    strokes: Path = ()
    for k in range(count):
        five, n = divmod(k, 5)
        x = left + 22 + five * 200 + n * 42
        if n < 4:
            points = [
                (x + 6, foot - 111 + 5 * slack(k)), (x + 3 + 4 * slack(k + 9), foot - 65),
                (x - 1, foot - 11 + 6 * slack(k + 4)),
            ]  # fmt: skip
            strokes += (inked(points, 30 + k, width=9.0, lifted=(True, False)),)
        else:
            x -= 4 * 42
            points = [(x - 24, foot - 31), (x + 66, foot - 65), (x + 166, foot - 103)]
            strokes += (inked(points, 44, width=9.0, lifted=(True, True)),)
    return strokes
