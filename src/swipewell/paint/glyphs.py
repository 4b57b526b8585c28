"""Runs of glyphs to pixels: masks by HarfBuzz, kept by face, glyph, size and phase.

A glyph stands at half a pixel across and a whole pixel down, so few masks serve all text; at the sizes
of a slide nobody sees the quarter of a pixel that it may be off.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import uharfbuzz as hb
from PIL import Image
from PIL import _imaging as core

from swipewell.colour import Colour
from swipewell.frame import GlyphRun
from swipewell.text.fonts import Face

_PHASES = 2
_SMALL = 900
"""Under how many pixels a mask is made a picture faster in three calls than by a table."""

_MOST_PIXELS = 6_000_000
"""How many pixels of stamps are kept, at 5 bytes each: some five thousand glyphs of a body's size."""

Stamp = tuple[Any, int, int, int, int]
"""Pillow's core image of a premultiplied glyph, its size, and the offset from the origin."""


_NOTHING: Stamp = (Image.new("RGBa", (0, 0)).im, 0, 0, 0, 0)


class Glyphs:
    """Paints glyph runs; holds HarfBuzz's rasterisers, so one for each thread."""

    def __init__(self) -> None:
        self._drawer = hb.RasterDraw()
        self._painter = hb.RasterPaint()
        self._stamps: dict[tuple[int, float, Colour], dict[int, Stamp]] = {}
        self._faces: dict[int, Face] = {}
        self._pixels = 0

    def paint(self, image: Image.Image, run: GlyphRun) -> None:
        """Paint a run onto an RGB image."""
        face, size, colour = run.face, run.size, run.colour
        canvas, stamps = image.im, self._stamps
        name = id(face)
        self._faces[name] = face  # keeps the face, so that its id stays its own
        kept = stamps.setdefault((name, size, colour), {})
        paste, step = canvas.paste, size * _PHASES
        for glyphs, x, y in run.pieces:
            origin, base = x * _PHASES + 0.5, int(y + 0.5)
            for number, gx, gy in glyphs:
                at = int(origin + gx * step)
                phase = at & 1
                stamp = kept.get(number << 1 | phase)
                if stamp is None:
                    stamp = self._made(face, number, size, phase, colour)
                    kept[number << 1 | phase] = stamp
                source, width, height, dx, dy = stamp
                left = (at >> 1) + dx
                top = base + dy if not gy else int(y + gy * size + 0.5) + dy
                paste(source, (left, top, left + width, top + height), source)

    def _made(self, face: Face, number: int, size: float, phase: int, colour: Colour) -> Stamp:
        """Return a new stamp; when all together take too much, those of older texts are dropped."""
        stamp = (
            self._colour_stamp(face, number, size)
            if face.colour
            else self._stamp(face, number, size, phase / _PHASES, colour)
        )
        self._pixels += stamp[1] * stamp[2]
        if self._pixels > _MOST_PIXELS:
            self._pixels = 0
            self._stamps.clear()
        return stamp

    def _stamp(self, face: Face, number: int, size: float, shift: float, colour: Colour) -> Stamp:
        left, top, right, bottom = face.ink(number)
        if right <= left:
            return _NOTHING
        x0, y0 = math.floor(left * size + shift), math.floor(top * size)
        width = math.ceil(right * size + shift) + 1 - x0
        height = math.ceil(bottom * size) + 1 - y0
        scale = size / face.upem
        self._drawer.extents = hb.RasterExtents(x0, -y0 - height, width, height)
        self._drawer.transform = (scale, 0, 0, scale, shift, 0)
        self._drawer.draw_glyph(face.font, number)
        raster = self._drawer.render()
        # what `Image.frombuffer` does, without the objects around it: a text has hundreds of glyphs
        mask = core.map_buffer(
            raster.buffer, (width, height), "raw", 0, ("L", raster.extents.stride, -1)
        )
        shown = mask.getbbox()
        if shown is None:
            return _NOTHING
        mask = mask.crop(shown)  # every pixel is pasted as often as the glyph
        width, height = mask.size
        return premultiplied(mask, colour), width, height, x0 + shown[0], y0 + shown[1]

    def _colour_stamp(self, face: Face, number: int, size: float) -> Stamp:
        """Return a glyph that brings its own colours, such as an emoji (COLR), at a whole pixel."""
        scale = size / face.upem
        width = height = math.ceil(size * 1.5)
        below = math.ceil(size * 0.4)
        self._painter.clear()
        self._painter.extents = hb.RasterExtents(0, -below, width, height)
        self._painter.transform = (scale, 0, 0, scale, 0, 0)
        self._painter.paint_glyph(face.font, number)
        raster = self._painter.render()
        extents = raster.extents
        picture = Image.frombuffer(
            "RGBa",
            (extents.width, extents.height),
            raster.buffer,
            "raw",
            "BGRa",
            extents.stride,
            -1,
        )
        box = picture.getbbox()
        if box is None:
            return _NOTHING
        picture = picture.crop(box)
        dy = -(extents.height + extents.y_origin) + box[1]
        return picture.im, picture.width, picture.height, box[0], dy


def premultiplied_image(mask: Any, seen: Any) -> Any:
    """Return a picture of mode RGB through a mask of its size, both core images, as mode RGBa."""
    return mask.point(_SAME, "RGBa").chop_multiply(seen.convert("RGBA"))


def premultiplied(mask: Any, colour: Colour) -> Any:
    """Return a colour through a mask, both Pillow's core images, the result of mode RGBa.

    Pasting it with itself as mask costs a quarter of pasting a colour through a mask, so that it
    pays for itself even if it is used but once.
    """
    if mask.size[0] * mask.size[1] >= _SMALL:
        return mask.point(_shares(colour), "RGBa")
    image = core.fill("RGBA", mask.size, (*colour, 0))
    image.putband(mask, 3)
    return image.convert("RGBa")


_LEVELS = range(256)
_SAME = [*_LEVELS] * 4
"""For each level of a mask the four bands of white through it, band by band."""


@lru_cache(maxsize=256)
def _shares(colour: Colour) -> list[int]:
    """Return a colour through every level of a mask, band by band, rounded as Pillow rounds it."""
    products = (level * v + 128 for level in colour for v in _LEVELS)
    return [*(((p >> 8) + p) >> 8 for p in products), *_LEVELS]
