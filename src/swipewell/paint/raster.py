"""Paths to anti-aliased masks, by HarfBuzz's exact-coverage rasteriser.

A path becomes the only glyph of a font in memory (OpenType 'glyf', quadratic outlines), because the
rasteriser draws glyphs. Coordinates are kept to 1/16 px where a path reaches no further than 2000 px
either way, else as finely as its reach allows.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from operator import sub
from typing import Any

import uharfbuzz as hb
from PIL import Image

from swipewell.frame import Path
from swipewell.geometry import Rect

_UNITS = 16
_COARSEST = 4
_REACH = 32_000
_UPEM = 1000

_HEAD = struct.pack(
    ">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 8, 2, 1, 0
)
_MAXP = struct.pack(">IH", 0x10000, 1) + bytes(26)
_HHEA = struct.pack(">I", 0x10000) + bytes(30) + struct.pack(">H", 1)


def path_bounds(path: Path) -> Rect:
    """Return the smallest rectangle that holds every point of a path."""
    xs, ys, _ = zip(*chain.from_iterable(path), strict=True)
    return Rect(min(xs), min(ys), max(xs), max(ys))


def outline_font(path: Path) -> Any:
    """Return a HarfBuzz font whose glyph 0 is the path."""
    xs, ys, on = zip(*chain.from_iterable(path), strict=True)
    units = _units_of(max(max(xs), max(ys), -min(xs), -min(ys)))
    glyph = _glyph(path, _units(xs, units), _units(ys, units), bytes(on))
    font = hb.Font(hb.Face(hb.Blob(_font(glyph))))
    if units != _UNITS:
        font.scale = (_UPEM * _UNITS // units,) * 2
    return font


def _units_of(furthest: float) -> int:
    """Return into how many units a px is divided, so that a coordinate so far away is in reach."""
    units = _UNITS
    while furthest * units > _REACH and units > _COARSEST:
        units //= 2
    return units


def drawn(
    font: Any, left: int, top: int, width: int, height: int, drawer: Any, size: float = 1
) -> Image.Image:
    """Return the coverage (mode L) of an outline font in a window of the slide.

    ``drawer`` is a RasterDraw. The window is in px of a slide that is ``size`` times as large.
    """
    drawer.extents = hb.RasterExtents(left, top, width, height)
    scale = size / _UNITS
    drawer.transform = (scale, 0, 0, scale, 0, 0)
    drawer.draw_glyph(font, 0)
    image = drawer.render()
    # The rasteriser's y grows upwards and its rows run from the bottom: drawn with our y, they
    # come out in our order.
    return Image.frombuffer("L", (width, height), image.buffer, "raw", "L", image.extents.stride, 1)


def _units(values: Sequence[float], to_a_px: int) -> list[int]:
    """Return coordinates in the font's units, those out of its reach at its border."""
    units = [round(value * to_a_px) for value in values]
    if min(units) < -_REACH or max(units) > _REACH:
        return [max(-_REACH, min(_REACH, value)) for value in units]
    return units


def _deltas(values: list[int]) -> bytes:
    """Return differences of neighbours as 16-bit numbers, the first from 0."""
    return struct.pack(f">{len(values)}h", *map(sub, values, [0, *values]))


def _glyph(path: Path, xs: list[int], ys: list[int], flags: bytes) -> bytes:
    """Return a 'glyf' entry: contours' ends, a flag a point, and coordinates as differences."""
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


@lru_cache(maxsize=64)
def levels(opacity: float) -> list[int]:
    """Return what becomes of each level of a mask."""
    return [round(v * opacity) for v in range(256)]
