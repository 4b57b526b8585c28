"""Paths to anti-aliased masks, by HarfBuzz's exact-coverage rasteriser.

A path becomes the only glyph of a font in memory (OpenType 'glyf', quadratic outlines), because the
rasteriser draws glyphs. Coordinates are kept to 1/16 px, so a path may reach 2047 px either way.
"""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import Any

import uharfbuzz as hb
from PIL import Image

from swipewell.frame import Contour, Path
from swipewell.geometry import Rect

_UNITS = 16
_REACH = 32_000

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


def rasterised(path: Path, left: int, top: int, width: int, height: int, drawer: Any) -> Image.Image:
    """Return the coverage (mode L) of a path in a window of the slide; ``drawer`` is a RasterDraw."""
    font = hb.Font(hb.Face(hb.Blob(_font(_glyph(path)))))
    drawer.extents = hb.RasterExtents(left, top, width, height)
    scale = 1 / _UNITS
    drawer.transform = (scale, 0, 0, scale, 0, 0)
    drawer.draw_glyph(font, 0)
    image = drawer.render()
    # The rasteriser's y grows upwards and its rows run from the bottom: drawn with our y, they
    # come out in our order.
    return Image.frombuffer("L", (width, height), image.buffer, "raw", "L", image.extents.stride, 1)


def _units(value: float) -> int:
    return max(-_REACH, min(_REACH, round(value * _UNITS)))


def _deltas(values: list[int]) -> bytes:
    """Return differences of neighbours as 16-bit numbers, the first from 0."""
    steps = [b - a for a, b in pairwise([0, *values])]
    return struct.pack(f">{len(steps)}h", *steps)


def _glyph(path: Path) -> bytes:
    """Return a 'glyf' entry: contours' ends, a flag a point, and coordinates as differences."""
    points = [point for contour in path for point in contour]
    xs = [_units(x) for x, _, _ in points]
    ys = [_units(y) for _, y, _ in points]
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


def edge_spans(contours: tuple[Contour, ...], band: int) -> dict[int, list[tuple[float, float]]]:
    """Return where outlines run: for each band of so many rows, spans of x that hold all edges.

    Between the spans of a band a path covers everything or nothing.
    """
    raw: dict[int, list[tuple[float, float]]] = {}
    for contour in contours:
        x0, y0, _ = contour[-1]
        for x1, y1, _ in contour:
            _add_segment(raw, x0, y0, x1, y1, band)
            x0, y0 = x1, y1
    return {row: _merged(spans) for row, spans in raw.items()}


def _add_segment(
    raw: dict[int, list[tuple[float, float]]],
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    band: int,
) -> None:
    low, high = (y0, y1) if y0 < y1 else (y1, y0)
    first, last = int((low - 2) // band), int((high + 2) // band)
    if last - first <= 1 or abs(x1 - x0) < 40:
        span = (x0, x1) if x0 < x1 else (x1, x0)
        for row in range(first, last + 1):
            raw.setdefault(row, []).append(span)
        return
    slope = (x1 - x0) / (y1 - y0)
    for row in range(first, last + 1):
        a = x0 + (max(row * band - 2, low) - y0) * slope
        b = x0 + (min(row * band + band + 2, high) - y0) * slope
        raw.setdefault(row, []).append((a, b) if a < b else (b, a))


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
    return [(left - 2, right + 2) for left, right in out]
