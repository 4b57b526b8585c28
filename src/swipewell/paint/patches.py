"""Where a path's outline runs, so that only there it is rasterised and blended.

A shape as large as a slide has an outline that touches little of it: the rest is filled or free.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from swipewell.frame import Contour, Path
from swipewell.geometry import Point

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in whole pixels."""

BAND = 24
"""How many rows are looked at together."""

_STRAYING = 24.0
_GAP = 24.0
_SPARE = 6_000
"""How many pixels more a patch may take than what it holds, for one patch is cheaper than two."""

_LOOK = 30_000

_PIECE = 8_000
"""Up to how many pixels a mask is not divided any further: that takes longer than to paste them."""

_Spans = dict[int, list[tuple[float, float]]]


def edge_spans(path: Path, band: int) -> dict[int, list[tuple[float, float]]]:
    """Return where outlines run: for each band of so many rows, spans of x that hold all edges.

    Between the spans of a band a path covers everything or nothing.
    """
    raw: _Spans = {}
    for contour in path:
        if _has_wide_curve(contour):
            for start, control, end in _arcs(contour):
                _add(raw, start, control, end, band)
        else:
            _add_outline(raw, contour, band)
    return {row: _merged(spans) for row, spans in raw.items()}


def _has_wide_curve(contour: Contour) -> bool:
    """Say whether a curve strays more than 3 px from the polygon of its points.

    A quadratic piece about a control point strays by an eighth of the second difference there, in
    which a neighbour on the curve counts twice: the piece reaches it, not half-way to it.
    """
    x0, y0, on0 = contour[-2]
    x1, y1, on1 = contour[-1]
    for x2, y2, on2 in contour:
        if not on1:
            a, b = 2 if on0 else 1, 2 if on2 else 1
            if not (
                -_STRAYING < a * (x0 - x1) + b * (x2 - x1) < _STRAYING
                and -_STRAYING < a * (y0 - y1) + b * (y2 - y1) < _STRAYING
            ):
                return True
        x0, y0, on0, x1, y1, on1 = x1, y1, on1, x2, y2, on2
    return False


def _add_outline(raw: _Spans, contour: Contour, band: int) -> None:
    """Add the spans of an outline of straight lines and narrow curves, stretch by stretch in a band."""
    x0, y0, _ = contour[-1]
    row = int(y0 // band)
    left = right = x0
    top = bottom = y0
    floor, roof = row * band, row * band + band
    for x, y, _ in contour:
        if floor <= y < roof:
            if x < left:
                left = x
            elif x > right:
                right = x
            if y < top:
                top = y
            elif y > bottom:
                bottom = y
        else:
            if -BAND < y - y0 < BAND:
                span = (left if left < x else x, right if right > x else x)
            else:
                span = (left, right)
                _add(raw, (x0, y0), (x0, y0), (x, y), band)
            _add_stretch(raw, row, span, top, bottom, band)
            row = int(y // band)
            floor, roof = row * band, row * band + band
            left, right = (x0, x) if x0 < x else (x, x0)
            top = bottom = y
        x0, y0 = x, y
    _add_stretch(raw, row, (left, right), top, bottom, band)


def _add_stretch(
    raw: _Spans, row: int, span: tuple[float, float], top: float, bottom: float, band: int
) -> None:
    """Add a span to its band, and to the next one where the outline all but touches it."""
    raw.setdefault(row, []).append(span)
    if top - row * band < 3:
        raw.setdefault(row - 1, []).append(span)
    if row * band + band - bottom < 3:
        raw.setdefault(row + 1, []).append(span)


def _arcs(contour: Contour) -> Iterator[tuple[Point, Point, Point]]:
    """Yield an outline's pieces as start, control and end; a straight one's control is its start."""
    count = len(contour)
    for i, (x, y, on) in enumerate(contour):
        ax, ay, a_on = contour[i - 1]
        bx, by, b_on = contour[(i + 1) % count]
        if not on:
            start = (ax, ay) if a_on else ((ax + x) / 2, (ay + y) / 2)
            end = (bx, by) if b_on else ((bx + x) / 2, (by + y) / 2)
            yield start, (x, y), end
        elif a_on:
            yield (ax, ay), (ax, ay), (x, y)


def _add(raw: _Spans, start: Point, control: Point, end: Point, band: int) -> None:
    """Add the spans of a curve, which stays within the triangle of its three points."""
    low = min(start[1], control[1], end[1]) - 2
    high = max(start[1], control[1], end[1]) + 2
    first, last = int(low // band), int(high // band)
    left, right = min(start[0], control[0], end[0]), max(start[0], control[0], end[0])
    if last - first <= 1 or right - left < 40:
        for row in range(first, last + 1):
            raw.setdefault(row, []).append((left, right))
        return
    for row in range(first, last + 1):
        span = _triangle_span((start, control, end), row * band - 2.0, row * band + band + 2.0)
        if span is not None:
            raw.setdefault(row, []).append(span)


def _triangle_span(
    corners: tuple[Point, Point, Point], top: float, bottom: float
) -> tuple[float, float] | None:
    """Return from where to where a triangle reaches between two heights; None where it does not."""
    xs: list[float] = []
    for (x0, y0), (x1, y1) in ((corners[i - 1], corners[i]) for i in range(3)):
        if max(y0, y1) < top or min(y0, y1) > bottom:
            continue
        if y0 == y1:
            xs += [x0, x1]
            continue
        for y in (min(max(y0, top), bottom), min(max(y1, top), bottom)):
            xs.append(x0 + (x1 - x0) * (y - y0) / (y1 - y0))
    return (min(xs), max(xs)) if xs else None


def _merged(spans: list[tuple[float, float]], gap: float = _GAP) -> list[tuple[float, float]]:
    """Return spans in order, those closer than a gap as one, each a little wider than its edges."""
    spans.sort()
    out = [spans[0]]
    for left, right in spans[1:]:
        if left - out[-1][1] < gap:
            if right > out[-1][1]:
                out[-1] = (out[-1][0], right)
        else:
            out.append((left, right))
    return [(left - 3, right + 3) for left, right in out]


def patches_along(spans: Mapping[int, list[tuple[float, float]]], window: Box) -> list[Box]:
    """Return boxes within a window that hold all spans, without overlap and with little to spare.

    Neighbouring bands with as many spans share their patches as long as that wastes little.
    """
    done: list[Box] = []
    growing: list[Box] = []
    held: list[int] = []
    for row in sorted(spans):
        new = _boxes(spans[row], row, window)
        if not new:
            continue
        own = [_area(box) for box in new]
        both = [x + y for x, y in zip(held, own, strict=False)]
        grown = _grown(growing, new, both)
        if grown is None:
            done += growing
            growing, held = new, own
        else:
            growing, held = grown, both
    return done + growing


def views(patches: list[Box]) -> list[tuple[Box, list[Box]]]:
    """Return the patches in groups, each with the box that is rasterised for all of them at once.

    A look at an outline costs as much as some thirty thousand pixels of it.
    """
    out: list[tuple[Box, list[Box]]] = []
    for patch in patches:
        if out:
            view, members = out[-1]
            both = (
                min(view[0], patch[0]),
                min(view[1], patch[1]),
                max(view[2], patch[2]),
                max(view[3], patch[3]),
            )
            if _area(both) <= _area(view) + _area(patch) + _LOOK:
                out[-1] = (both, [*members, patch])
                continue
        out.append((patch, [patch]))
    return out


def _boxes(spans: list[tuple[float, float]], row: int, window: Box) -> list[Box]:
    """Return a band's spans as boxes within the window."""
    top, bottom = max(row * BAND, window[1]), min(row * BAND + BAND, window[3])
    out: list[Box] = []
    if bottom > top:
        for a, b in spans:
            left, right = max(int(a), window[0]), min(int(b) + 1, window[2])
            if right > left:
                out.append((left, top, right, bottom))
    return out


def _grown(patches: list[Box], new: list[Box], held: list[int]) -> list[Box] | None:
    """Return the patches with the boxes of the next band taken in, or None where they do not suit.

    ``held`` is how many pixels of spans each would hold.
    """
    if len(patches) != len(new) or patches[0][3] != new[0][1]:
        return None
    out: list[Box] = []
    edge = -1
    for patch, box, pixels in zip(patches, new, held, strict=True):
        both = (min(patch[0], box[0]), patch[1], max(patch[2], box[2]), box[3])
        if both[0] < edge or _area(both) > 1.2 * pixels + _SPARE:
            return None
        edge = both[2]
        out.append(both)
    return out


def _area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def pieces(mask: Any, left: int = 0, top: int = 0) -> Iterator[tuple[Any, Box]]:
    """Yield what a mask holds, in pieces with little room around it, and where they lie.

    ``mask`` is Pillow's core image of mode L, ``left`` and ``top`` are where it lies. It is halved for
    as long as it is empty for the most part: a thin line across a wide patch fills a tenth of it.
    """
    shown = mask.getbbox()
    if not shown:
        return
    width, height = shown[2] - shown[0], shown[3] - shown[1]
    if (width, height) != mask.size:
        mask = mask.crop(shown)
    x, y = left + shown[0], top + shown[1]
    if width * height <= _PIECE or mask.histogram()[0] * 2 < width * height:
        yield mask, (x, y, x + width, y + height)
        return
    for half in _halves(width, height):
        yield from pieces(mask.crop(half), x + half[0], y + half[1])


def _halves(width: int, height: int) -> tuple[Box, Box]:
    """Return the halves of a box of that size, cut across its longer side."""
    if width > height:
        return (0, 0, width // 2, height), (width // 2, 0, width, height)
    return (0, 0, width, height // 2), (0, height // 2, width, height)
