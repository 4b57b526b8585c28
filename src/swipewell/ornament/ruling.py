"""notebook's rules: a page is ruled only where something is written, and words stand on the rules."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from swipewell.frame import Contour, Path, Shape
from swipewell.geometry import Rect
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_WEIGHT, _DROP = 2.0, 12.0
"""How thick a rule is, and how far below the baseline it lies, in px."""

_PITCH = 72.0
"""How far apart the rules of an empty page lie, in px."""

_RUN_OUT = 36.0
"""Over how many px a rule runs out, to nothing at the border."""

PRINT, HAND = 0.79, 0.83
"""Where in a line's height its baseline lies, in print and by hand."""

_LESS = 0.2
"""How much less than a pitch, as a share of it, a gap may be to have a rule of its own."""

_FAR = 216.0
"""Rules between lines further apart than this would rule nothing."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the rules of every slide that wants them, from edge to edge; ``colour`` names their role.

    They lie under the lines ``ruled`` (printed) and ``noted`` (by hand) and between them, and go on
    ``to`` a height; with ``only``, at the feet of the anchors of that name; with ``even``, ``from`` one
    height to another.
    """
    colour = strip.palette[options["colour"]]
    found = [_heights(slide) if slide.wants("ruling") is not None else () for slide in strip.slides]
    drawn: Drawn = []
    for before, here, after in zip([(), *found], found, [*found[1:], ()], strict=False):
        bars = tuple((y, y not in before, y not in after) for y in here)
        path = _rules(bars, float(strip.width))
        drawn.append([Shape(path, colour, kept=True)] if path else [])
    return drawn


def _heights(slide: StripSlide) -> tuple[float, ...]:
    """Return the heights of a slide's rules."""
    wanted = slide.wants("ruling") or {}
    if "only" in wanted:
        return tuple(round(rule.bottom) for rule in slide.numbered(wanted["only"]))
    written = [*_feet(slide.numbered("ruled"), PRINT), *_feet(slide.numbered("noted"), HAND)]
    if not written:
        return _even(slide, wanted) if wanted.get("even") else ()
    # columns share their lines, give or take the rounding
    ordered: list[tuple[float, float]] = []
    for line in sorted(written):
        if not ordered or line[0] - ordered[-1][0] > 12:
            ordered.append(line)
    first, pitch = ordered[0]
    heights = [first - pitch]
    for (above, _), (below, _) in pairwise(ordered):
        count = round((below - above) / pitch - _LESS) if below - above <= _FAR else 1
        heights += [above + (below - above) * k / max(count, 1) for k in range(max(count, 1))]
    heights.append(ordered[-1][0])
    until = slide.height(wanted["to"]) if "to" in wanted else 0.0
    while heights[-1] + pitch <= until + 6:
        heights.append(heights[-1] + pitch)
    return tuple(map(round, heights))


def _even(slide: StripSlide, wanted: Options) -> tuple[float, ...]:
    """Return rules on which nothing is written, at the page's own pitch between two heights."""
    top, foot = slide.height(wanted["from"]), slide.height(wanted["to"])
    count = max(1, round((foot - top) / _PITCH))
    return tuple(round(top + (foot - top) * k / count) for k in range(count + 1))


def _feet(lines: list[Rect], share: float) -> list[tuple[float, float]]:
    """Return the heights of the rules under lines, each with the line's height."""
    return [(line.top + share * line.height + _DROP, line.height) for line in lines]


@lru_cache(maxsize=256)
def _rules(bars: tuple[tuple[float, bool, bool], ...], width: float) -> Path:
    """Return rules at heights, each with whether it ends at the left and at the right border."""
    return tuple(_bar(y, width, *ends) for y, *ends in bars)


def _bar(y: float, width: float, begins: bool, ends: bool) -> Contour:
    """Return a rule; where it does not go on on the next page it runs out, so that slides meet."""
    foot, middle = y + _WEIGHT, y + _WEIGHT / 2
    left = [(0.0, middle), (_RUN_OUT, foot)] if begins else [(0.0, y), (0.0, foot)]
    right = [(width - _RUN_OUT, foot), (width, middle)] if ends else [(width, foot), (width, y)]
    top = [*([(width - _RUN_OUT, y)] if ends else []), *([(_RUN_OUT, y)] if begins else [])]
    return tuple((px, py, True) for px, py in (*left, *right, *top))
