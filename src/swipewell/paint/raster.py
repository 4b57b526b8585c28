"""Paths to anti-aliased masks, by HarfBuzz's exact-coverage rasteriser.

A path becomes the only glyph of a font in memory (OpenType 'glyf', quadratic outlines), because the
rasteriser draws glyphs. Coordinates are kept to 1/16 px, so a path may reach 2047 px either way.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import uharfbuzz as hb
from PIL import Image

from swipewell.frame import Contour, Path
from swipewell.geometry import Point, Rect

_UNITS = 16
_REACH = 32_000
_DENSE = 36.0

_Spans = dict[int, list[tuple[float, float]]]

_HEAD = struct.pack(
    ">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 8, 2, 1, 0
)
_MAXP = struct.pack(">IH", 0x10000, 1) + bytes(26)
_HHEA = struct.pack(">I", 0x10000) + bytes(30) + struct.pack(">H", 1)


def path_bounds(path: Path) -> Rect:
    """Return the smallest rectangle that holds every point of a path."""
    xs = [x for contour in path for x, _, _ in contour]
    ys = [y for contour in path for _, y, _ in contour]
    return Rect(min(xs), min(ys), max(xs), max(ys))


def outline_font(path: Path) -> Any:
    """Return a HarfBuzz font whose glyph 0 is the path."""
    return hb.Font(hb.Face(hb.Blob(_font(_glyph(path)))))


def drawn(font: Any, left: int, top: int, width: int, height: int, drawer: Any) -> Image.Image:
    """Return the coverage (mode L) of an outline font in a window of the slide.

    ``drawer`` is a RasterDraw.
    """
    drawer.extents = hb.RasterExtents(left, top, width, height)
    scale = 1 / _UNITS
    drawer.transform = (scale, 0, 0, scale, 0, 0)
    drawer.draw_glyph(font, 0)
    image = drawer.render()
    # The rasteriser's y grows upwards and its rows run from the bottom: drawn with our y, they
    # come out in our order.
    return Image.frombuffer("L", (width, height), image.buffer, "raw", "L", image.extents.stride, 1)


def rasterised(path: Path, left: int, top: int, width: int, height: int, drawer: Any) -> Image.Image:
    """Return the coverage (mode L) of a path in a window of the slide."""
    return drawn(outline_font(path), left, top, width, height, drawer)


def _units(values: list[float]) -> list[int]:
    """Return coordinates in the font's units, those out of its reach at its border."""
    units = [round(value * _UNITS) for value in values]
    if min(units) < -_REACH or max(units) > _REACH:
        return [max(-_REACH, min(_REACH, value)) for value in units]
    return units


def _deltas(values: list[int]) -> bytes:
    """Return differences of neighbours as 16-bit numbers, the first from 0."""
    steps = [b - a for a, b in pairwise([0, *values])]
    return struct.pack(f">{len(steps)}h", *steps)


def _glyph(path: Path) -> bytes:
    """Return a 'glyf' entry: contours' ends, a flag a point, and coordinates as differences."""
    points = [point for contour in path for point in contour]
    xs = _units([x for x, _, _ in points])
    ys = _units([y for _, y, _ in points])
    flags = bytes([on for _, _, on in points])
    box = struct.pack(">hhhhh", len(path), min(xs), min(ys), max(xs), max(ys))
    return box + _ends(path) + b"\0\0" + flags + _deltas(xs) + _deltas(ys)


def _ends(path: Path) -> bytes:
    ends: list[int] = []
    last = -1
    for contour in path:
        last += len(contour)
        ends.append(last)
    return struct.pack(f">{len(ends)}H", *ends)


def _font(glyph: bytes) -> bytes:
    """Return the bytes of a font whose glyph 0 is the one given."""
    padded = glyph + bytes(-len(glyph) % 4)
    tables = {
        b"glyf": padded,
        b"head": _HEAD,
        b"hhea": _HHEA,
        b"hmtx": struct.pack(">H", 0) + glyph[2:4],
        b"loca": struct.pack(">II", 0, len(padded)),
        b"maxp": _MAXP,
    }
    offset = 12 + 16 * len(tables)
    directory = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 32)
    body = b""
    for tag, data in tables.items():
        directory += tag + struct.pack(">III", 0, offset + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    return directory + body


def edge_spans(path: Path, band: int) -> dict[int, list[tuple[float, float]]]:
    """Return where outlines run: for each band of so many rows, spans of x that hold all edges.

    Between the spans of a band a path covers everything or nothing.
    """
    raw: _Spans = {}
    for contour in path:
        if _is_dense(contour):
            _add_dense(raw, contour, band)
        else:
            for start, control, end in _arcs(contour):
                _add(raw, start, control, end, band)
    return {row: _merged(spans) for row, spans in raw.items()}


def _is_dense(contour: Contour) -> bool:
    """Say whether neighbouring points are so close that a curve stays within 3 px of their polygon."""
    x0, y0, _ = contour[-1]
    for x, y, _ in contour:
        if abs(x - x0) > _DENSE or abs(y - y0) > _DENSE:
            return False
        x0, y0 = x, y
    return True


def _add_dense(raw: _Spans, contour: Contour, band: int) -> None:
    """Add the spans of an outline whose points lie close together, stretch by stretch within a band."""
    x, y, _ = contour[-1]
    row = int(y // band)
    left = right = x
    top = bottom = y
    for x, y, _ in contour:
        if row * band <= y < row * band + band:
            if x < left:
                left = x
            elif x > right:
                right = x
            if y < top:
                top = y
            elif y > bottom:
                bottom = y
            continue
        crossed = (min(left, x), max(right, x))
        _add_stretch(raw, row, crossed, top, bottom, band)
        last = right if abs(right - x) < abs(left - x) else left
        row = int(y // band)
        left, right = (last, x) if last < x else (x, last)
        top = bottom = y
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


def _merged(spans: list[tuple[float, float]], gap: float = 24.0) -> list[tuple[float, float]]:
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
