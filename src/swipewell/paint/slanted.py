"""Slanted gradients: gentle ones in tiles, steep ones pixel by pixel.

A tile is what the ordered pattern repeats: eight pixels square. A gradient as large as a slide changes by
far less than a level within one, so it is dithered but once along its line, and laid out from there.
"""

from __future__ import annotations

import math
from array import array
from functools import lru_cache
from itertools import pairwise
from typing import Any

from PIL import Image

from swipewell.colour import Colour
from swipewell.frame import Gradient
from swipewell.named import NamedTuple
from swipewell.paint.gradient import TILE, colour_at, dithered, pattern, sheet
from swipewell.paint.patches import Box

_Stops = tuple[tuple[float, Colour], ...]

_MOST_TILES, _LOT = 2048, 64
"""How many tiles a line may take before it is laid out pixel by pixel, and in lots of how many."""


def gradient_window(gradient: Gradient, box: Box) -> Image.Image:
    """Return the gradient as it is seen in a box of the slide, an RGB image of the box's size."""
    ribbon = _ribbon(gradient, box)
    if ribbon is None:
        return _finely(gradient, box)
    out = Image.new("RGB", (box[2] - box[0], box[3] - box[1]))
    _unroll(ribbon, out.im, box, box[:2])
    return out


def lay(canvas: Any, gradient: Gradient, box: Box) -> None:
    """Paint a box of a gradient onto a slide, a core image of mode RGB."""
    ribbon = _ribbon(gradient, box)
    if ribbon is None:
        canvas.paste(_finely(gradient, box).im, box)
    else:
        _unroll(ribbon, canvas, box, (0, 0))


@lru_cache(maxsize=256)
def is_gentle(gradient: Gradient) -> bool:
    """Say whether a gradient changes by no more than a level within a tile."""
    across, down, _ = _steps(gradient, 0, 0)
    return _steepest(gradient.stops) * (abs(across) + abs(down)) * TILE <= _FINE


class _Ribbon(NamedTuple):
    """A gradient in tiles, numbered from ``first`` on: what lies a tile further right comes next.

    A slide's row of tiles therefore is a piece of it, whose number grows by ``down`` from row to row;
    ``origin`` is the number of the slide's first tile. ``seen`` is the picture, a tile high.
    """

    origin: float
    down: float
    first: int
    seen: Image.Image


def _ribbon(gradient: Gradient, box: Box) -> _Ribbon | None:
    """Return the tiles for a box; None where one would hold more than a level, or too many are needed."""
    across, down, start = _steps(gradient, 0, 0)
    if not across or not is_gentle(gradient):
        return None
    # a tile is numbered by its middle
    origin = (start + (across + down) * TILE / 2) / (across * TILE)
    rows = box[1] // TILE, (box[3] - 1) // TILE
    numbers = [_number(origin, down / across, row) for row in rows]
    # in lots of tiles, so that boxes beside each other share them
    first = (min(numbers) + box[0] // TILE) // _LOT * _LOT
    count = -(-(max(numbers) + (box[2] - 1) // TILE + 1 - first) // _LOT) * _LOT
    if count > _MOST_TILES:
        return None
    return _Ribbon(
        origin, down / across, first, _strip(gradient.stops, across * TILE, first, count)
    )


def _number(origin: float, down: float, row: int) -> int:
    """Return the number of the first tile of a row."""
    return math.floor(origin + row * down + 0.5)


def _unroll(ribbon: _Ribbon, canvas: Any, box: Box, corner: tuple[int, int]) -> None:
    """Paint a gradient in a box of the slide onto a canvas whose corner lies there.

    Each row of tiles is a piece of its ribbon.
    """
    left, top, right, bottom = box
    x, y = corner
    seen = ribbon.seen.im
    for row in range(top // TILE, (bottom - 1) // TILE + 1):
        begin = left + (_number(ribbon.origin, ribbon.down, row) - ribbon.first) * TILE
        upper, lower = max(row * TILE, top), min(row * TILE + TILE, bottom)
        piece = (begin, upper - row * TILE, begin + right - left, lower - row * TILE)
        canvas.paste(seen.crop(piece), (left - x, upper - y, right - x, lower - y))


@lru_cache(maxsize=64)
def _strip(stops: _Stops, step: float, first: int, count: int) -> Image.Image:
    """Return so many tiles of a line, side by side, each so many fine steps further than the last."""
    ends = first * step, (first + count) * step
    low = (math.floor(min(ends) - abs(step)) - 2) // _ROUND * _ROUND
    length = -(-(math.ceil(max(ends) + abs(step)) + 2 - low) // _ROUND) * _ROUND
    # from the middle of one tile to the middle of the next
    place = (step, 0.0, (first - 0.5) * step - low, 0.0, 0.0, 0.5)
    shades = sheet(count * TILE, TILE)
    bands: list[Image.Image] = []
    for ramp in _ramps(stops, low, length):
        tiles = ramp.transform((count, 1), Image.Transform.AFFINE, place, Image.Resampling.NEAREST)
        laid = tiles.resize((count * TILE, TILE), Image.Resampling.NEAREST)
        bands.append(dithered(laid, shades))
    return Image.merge("RGB", bands)


def _steepest(stops: _Stops) -> float:
    """Return how many levels a gradient changes at most, were it as steep along its whole line."""
    return max(
        abs(q - p) / (b - a)
        for (a, one), (b, other) in pairwise(stops)
        if b > a
        for p, q in zip(one, other, strict=True)
    )


def _finely(gradient: Gradient, box: Box) -> Image.Image:
    """Return a gradient in a box of the slide, pixel by pixel.

    Its colours are worked out once along its line, in floating point; Pillow's affine transform
    lays them out, and the ordered pattern is added before they are cut to whole levels.
    """
    left, top, right, bottom = box
    size = (right - left, bottom - top)
    across, down, first = _steps(gradient, left, top)
    ends = [first + x * across + y * down for x in (0, size[0]) for y in (0, size[1])]
    low = (int(min(ends)) - 2) // _ROUND * _ROUND
    count = -(-(int(max(ends)) + 2 - low) // _ROUND) * _ROUND
    shades = pattern(left % TILE, top % TILE, size)
    bands: list[Image.Image] = []
    for ramp in _ramps(gradient.stops, low, count):
        place = (across, down, first - low, 0.0, 0.0, 0.5)
        laid = ramp.transform(size, Image.Transform.AFFINE, place, Image.Resampling.NEAREST)
        bands.append(dithered(laid, shades))
    return Image.merge("RGB", bands)


_FINE, _ROUND = 1024, 256
"""In how many steps a gradient's line is worked out from its start to its end, and in lots of how many."""


@lru_cache(maxsize=64)
def _ramps(stops: _Stops, low: int, count: int) -> tuple[Image.Image, ...]:
    """Return the levels of red, green and blue at so many steps of a line, each one row of them."""
    colours = [colour_at(stops, (low + k + 0.5) / _FINE) for k in range(count)]
    return tuple(
        Image.frombytes("F", (count, 1), array("f", levels).tobytes())
        for levels in zip(*colours, strict=True)
    )


def _steps(gradient: Gradient, left: int, top: int) -> tuple[float, float, float]:
    """Return how many steps a gradient moves on with a px across and down, and where a corner stands."""
    (x0, y0), (x1, y1) = gradient.start, gradient.end
    dx, dy = x1 - x0, y1 - y0
    unit = _FINE / (dx * dx + dy * dy or 1.0)
    return dx * unit, dy * unit, ((left - x0) * dx + (top - y0) * dy) * unit
