"""Gradients without bands: computed finely, dithered by an ordered pattern (Bayer, 1973)."""

from __future__ import annotations

import itertools
from array import array
from bisect import bisect_right
from functools import lru_cache
from typing import Any

from PIL import Image, ImageChops

from swipewell.colour import Colour
from swipewell.frame import Gradient
from swipewell.paint.kept import Kept, bytes_of
from swipewell.paint.patches import Box


def _bayer(order: int) -> list[list[int]]:
    """Return the Bayer matrix of 2**order rows, values from 0 to 4**order - 1."""
    matrix = [[0]]
    for _ in range(order):
        n = len(matrix)
        matrix = [
            [4 * matrix[y % n][x % n] + [[0, 2], [3, 1]][y // n][x // n] for x in range(2 * n)]
            for y in range(2 * n)
        ]
    return matrix


TILE = 8
_LEVELS = [[(v + 0.5) / 64 for v in row] for row in _bayer(3)]


class Gradients:
    """Gradients as they are seen on slides; those that filled a slide are kept."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def whole(self, gradient: Gradient, width: int, height: int) -> Any:
        """Return Pillow's core image of a gradient over a slide."""
        key = (gradient, width, height)
        known = self._kept.get(key)
        if known is None:
            known = gradient_image(gradient, width, height).im
            self._kept.put(key, known, bytes_of([known]))
        return known

    def part(self, gradient: Gradient, box: Box, width: int, height: int) -> Any:
        """Return a box of a gradient on a slide so large, as a core image."""
        if gradient.slanted:
            from swipewell.paint.slanted import gradient_window  # most gradients stand upright

            return gradient_window(gradient, box).im
        if gradient.beyond:
            return self.whole(gradient, width, height).crop(box)
        wide = box[2] - box[0]
        return _repeated(_tile(gradient, box, height), wide).im

    def lay(self, canvas: Any, gradient: Gradient, box: Box, width: int, height: int) -> None:
        """Paint a box of a gradient onto a slide so large, a core image."""
        if gradient.slanted:
            from swipewell.paint import slanted  # most gradients stand upright

            slanted.lay(canvas, gradient, box)
            return
        left, top, right, bottom = box
        if gradient.beyond:
            canvas.paste(self.whole(gradient, width, height).crop(box), box)
            return
        tile = _tile(gradient, box, height).im
        done = min(TILE, right - left)
        canvas.paste(tile.crop((0, 0, done, bottom - top)), (left, top, left + done, bottom))
        while left + done < right:  # what is there is laid beside itself
            more = min(done, right - left - done)
            seen = canvas.crop((left, top, left + more, bottom))
            canvas.paste(seen, (left + done, top, left + done + more, bottom))
            done += more


def gradient_image(gradient: Gradient, width: int, height: int) -> Image.Image:
    """Return an RGB image of the gradient in the slide's px.

    A vertical gradient is computed on a strip one tile wide and repeated; any other as
    ``slanted.py`` lays it out.
    """
    if gradient.slanted:
        from swipewell.paint.slanted import gradient_window  # most gradients stand upright

        return gradient_window(gradient, (0, 0, width, height))
    if gradient.beyond:
        return _passing(gradient, width, height)
    return _repeated(_strip(gradient, height), width)


def _tile(gradient: Gradient, box: Box, height: int) -> Image.Image:
    """Return the first columns of a box of a vertical gradient, one tile wide."""
    left, top, _, bottom = box
    before = left % TILE
    rows = _strip(gradient, height).crop((0, top, TILE, bottom))
    return ImageChops.offset(rows, -before, 0) if before else rows


@lru_cache(maxsize=256)
def _strip(gradient: Gradient, height: int) -> Image.Image:
    """Return a vertical gradient, one tile wide."""
    shades = pattern(0, 0, (TILE, height))
    bands: list[Image.Image] = []
    for levels in _levels_at(gradient.stops, _places(gradient, height)):
        column = Image.frombytes("F", (1, height), levels.tobytes())
        bands.append(dithered(column.resize((TILE, height), Image.Resampling.NEAREST), shades))
    return Image.merge("RGB", bands)


def _places(gradient: Gradient, height: int) -> list[float]:
    """Return where on a vertical gradient's line the middles of rows stand, from 0 at its start to 1."""
    (_, y0), (_, y1) = gradient.start, gradient.end
    return [(y + 0.5 - y0) / (y1 - y0 or 1.0) for y in range(height)]


def _passing(gradient: Gradient, width: int, height: int) -> Image.Image:
    """Return a vertical gradient whose colours pass into others towards the right.

    Two columns of colours in floating point are drawn out to a column a tile, each is laid as wide as
    its tile, and the ordered pattern is added before they are cut to whole levels.
    """
    places = _places(gradient, height)
    one, other = (_levels_at(stops, places) for stops in (gradient.stops, gradient.beyond))
    tiles = -(-width // TILE)
    # from the middle of the one column to the middle of the other
    across = (0.5, 0.0, 0.5 + tiles * TILE / width, float(height))
    shades = pattern(0, 0, (width, height))
    bands: list[Image.Image] = []
    for band in range(3):
        levels = array("f", bytes(8 * height))
        levels[::2], levels[1::2] = one[band], other[band]
        ends = Image.frombytes("F", (2, height), levels.tobytes())
        laid = ends.resize((tiles, height), Image.Resampling.BILINEAR, box=across)
        laid = laid.resize((tiles * TILE, height), Image.Resampling.NEAREST)
        if laid.width > width:
            laid = laid.crop((0, 0, width, height))
        bands.append(dithered(laid, shades))
    return Image.merge("RGB", bands)


def dithered(laid: Image.Image, shades: Image.Image) -> Image.Image:
    """Return a band of levels in floating point, cut to whole ones after the ordered pattern is added."""
    from PIL import ImageMath  # flat themes and vertical gradients need none

    band: Image.Image = ImageMath.lambda_eval(
        lambda args: args["convert"](args["laid"] + args["shades"], "L"),
        laid=laid,
        shades=shades,
    )
    return band


def pattern(x: int, y: int, size: tuple[int, int]) -> Image.Image:
    """Return the ordered pattern in floating point, from an offset within its tile on."""
    width, height = (-(-side // 512) * 512 for side in (size[0] + x, size[1] + y))
    return sheet(width, height).crop((x, y, x + size[0], y + size[1]))


@lru_cache(maxsize=4)
def sheet(width: int, height: int) -> Image.Image:
    """Return the ordered pattern over a whole number of tiles."""
    levels = array("f", [level for row in _LEVELS for level in row])
    out = Image.new("F", (width, height))
    out.paste(Image.frombytes("F", (TILE, TILE), levels.tobytes()), (0, 0))
    for wide, high in ((1, 0), (0, 1)):
        done = TILE
        while done < (width if wide else height):
            box = (0, 0, done, TILE) if wide else (0, 0, width, done)
            out.paste(out.crop(box), (done * wide, done * high))
            done *= 2
    return out


def colour_at(stops: tuple[tuple[float, Colour], ...], at: float) -> tuple[float, float, float]:
    """Return the colour between the stops at a position, unrounded."""
    if at <= stops[0][0]:
        return stops[0][1]
    for (a, one), (b, other) in itertools.pairwise(stops):
        if at <= b:
            share = (at - a) / (b - a)
            r, g, blue = (p + (q - p) * share for p, q in zip(one, other, strict=True))
            return r, g, blue
    return stops[-1][1]


def _levels_at(
    stops: tuple[tuple[float, Colour], ...], places: list[float]
) -> tuple[array[float], array[float], array[float]]:
    """Return the unrounded levels of red, green and blue at places in order, either way."""
    if places[0] > places[-1]:
        red, green, blue = _levels_at(stops, places[::-1])
        return red[::-1], green[::-1], blue[::-1]
    bands = (array("f"), array("f"), array("f"))
    done = 0
    for (a, one), (b, other) in itertools.pairwise(stops):
        end = bisect_right(places, b, done)
        shares = [max(0.0, (at - a) / (b - a)) for at in places[done:end]]
        for band, p, q in zip(bands, one, other, strict=True):
            band.extend([p + (q - p) * share for share in shares])
        done = end
    for band, last in zip(bands, stops[-1][1], strict=True):
        band.extend([last] * (len(places) - done))
    return bands


def _repeated(strip: Image.Image, width: int) -> Image.Image:
    """Return the strip beside itself until it is so wide."""
    out = Image.new("RGB", (width, strip.height))
    out.paste(strip, (0, 0))
    done = strip.width
    while done < width:
        more = min(done, width - done)
        out.paste(out.crop((0, 0, more, strip.height)), (done, 0))
        done += more
    return out
