"""Gradients without bands: computed finely, dithered by an ordered pattern (Bayer, 1973)."""

from __future__ import annotations

import itertools

from PIL import Image

from swipewell.colour import Colour
from swipewell.frame import Gradient


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


_TILE = 8
_LEVELS = [[(v + 0.5) / 64 for v in row] for row in _bayer(3)]


def gradient_image(gradient: Gradient, width: int, height: int) -> Image.Image:
    """Return an RGB image of the gradient in the slide's px.

    A vertical gradient is computed on a strip one tile wide and repeated; any other pixel by pixel.
    """
    vertical = gradient.start[0] == gradient.end[0]
    across = _TILE if vertical else width
    (x0, y0), (x1, y1) = gradient.start, gradient.end
    dx, dy = x1 - x0, y1 - y0
    length = dx * dx + dy * dy or 1.0
    data = bytearray()
    for y in range(height):
        row = _LEVELS[y % _TILE]
        base = ((y + 0.5 - y0) * dy - x0 * dx) / length
        for x in range(across):
            at = base + (x + 0.5) * dx / length
            threshold = row[x % _TILE]
            data.extend(int(c + threshold) for c in _colour_at(gradient.stops, at))
    strip = Image.frombytes("RGB", (across, height), bytes(data))
    return _repeated(strip, width) if vertical else strip


def _colour_at(stops: tuple[tuple[float, Colour], ...], at: float) -> tuple[float, float, float]:
    """Return the colour between the stops at a position, unrounded."""
    if at <= stops[0][0]:
        return stops[0][1]
    for (a, one), (b, other) in itertools.pairwise(stops):
        if at <= b:
            share = (at - a) / (b - a)
            r, g, blue = (p + (q - p) * share for p, q in zip(one, other, strict=True))
            return r, g, blue
    return stops[-1][1]


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
