"""A frame to an image: an exhaustive match over the few kinds of item.

A painter holds what repeats (glyph masks, solid colours, blurred shadows) in bounded caches, and
HarfBuzz's rasterisers, which have state: one painter a thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

import uharfbuzz as hb
from PIL import Image, ImageFilter

from swipewell.colour import Colour
from swipewell.frame import Fill, Frame, GlyphRun, Gradient, Item, Paint, Path, Picture, Shadow, Shape
from swipewell.paint.glyphs import Glyphs
from swipewell.paint.gradient import gradient_image
from swipewell.paint.picture import fitted
from swipewell.paint.raster import drawn, edge_spans, outline_font, path_bounds, rasterised

_BAND = 36
_CHUNK = 5
_APART = 120
_MOST_KEPT = 32

_Box = tuple[int, int, int, int]
_Patch = tuple[int, int, int, Any]
"""A piece of a mask: its left, right and top on the slide, and Pillow's core image."""
_Part = tuple[Any, Any, _Box]
"""Pillow's core images of a source and its mask, or None and None for a plain fill; and the box."""


class Painter:
    """Paints frames; the same frame gives the same pixels."""

    def __init__(self) -> None:
        self._drawer = hb.RasterDraw()
        self._glyphs = Glyphs()
        self._solids: dict[Colour, Image.Image] = {}
        self._gradients: dict[tuple[Gradient, int, int], Image.Image] = {}
        self._stamps: dict[tuple[int, Colour], tuple[Path, list[_Part]]] = {}
        self._shadows: dict[tuple[Path, float, float], tuple[Image.Image, int, int]] = {}

    def paint(self, frame: Frame, canvas: Image.Image | None = None) -> Image.Image:
        """Return the frame as an RGB image of its size.

        A canvas of that size from an earlier frame is painted over, which spares new memory.
        """
        size = (frame.width, frame.height)
        image = canvas if canvas is not None and canvas.size == size else Image.new("RGB", size)
        for item in frame.items:
            self._item(image, item)
        return image

    def _item(self, image: Image.Image, item: Item) -> None:
        match item:
            case Fill(paint=paint):
                self._fill(image, paint)
            case Shape():
                if item.kept and isinstance(item.paint, Colour):
                    self._stamp(image, item.path, item.paint)
                else:
                    self._shape(image, item)
            case Shadow():
                self._shadow(image, item)
            case Picture():
                self._picture(image, item)
            case GlyphRun():
                self._glyphs.paint(image, item)
            case _:
                assert_never(item)

    def _fill(self, image: Image.Image, paint: Paint) -> None:
        if isinstance(paint, Gradient):
            image.paste(self._gradient(paint, image.width, image.height), (0, 0))
        else:
            image.im.paste(paint, (0, 0, image.width, image.height))

    def _gradient(self, paint: Gradient, width: int, height: int) -> Image.Image:
        key = (paint, width, height)
        if key not in self._gradients:
            if len(self._gradients) >= _MOST_KEPT:
                self._gradients.clear()
            self._gradients[key] = gradient_image(paint, width, height)
        return self._gradients[key]

    def _solid(self, colour: Colour, width: int, height: int) -> Image.Image:
        """Return an image at least so large in one colour; pasting from one is fastest."""
        known = self._solids.get(colour)
        if known is None or known.width < width or known.height < height:
            if len(self._solids) >= _MOST_KEPT:
                self._solids.clear()
            size = (max(width, known.width if known else 0), max(height, known.height if known else 0))
            known = self._solids[colour] = Image.new("RGB", size, colour)
        return known

    def _shape(self, image: Image.Image, shape: Shape) -> None:
        window = _window(shape.path, image)
        if window is None:
            return
        if isinstance(shape.paint, Gradient) or shape.opacity < 1:
            left, top, right, bottom = window
            mask = rasterised(shape.path, left, top, right - left, bottom - top, self._drawer)
            source = self._paint_source(shape.paint, image)
            if shape.opacity < 1:
                mask = mask.point([round(v * shape.opacity) for v in range(256)])
            image.paste(source.crop(window), (left, top), mask)
        else:
            _paste_all(image, shape.paint, self._parts(shape.path, shape.paint, window))

    def _paint_source(self, paint: Paint, image: Image.Image) -> Image.Image:
        if isinstance(paint, Gradient):
            return self._gradient(paint, image.width, image.height)
        return self._solid(paint, image.width, image.height)

    def _stamp(self, image: Image.Image, path: Path, colour: Colour) -> None:
        """Paste a path that comes again: its parts are kept, ready to be pasted."""
        key = (id(path), colour)
        known = self._stamps.get(key)
        if known is None:
            window = _window(path, image)
            parts = list(self._parts(path, colour, window)) if window else []
            if len(self._stamps) >= 16 * _MOST_KEPT:
                self._stamps.clear()
            known = self._stamps[key] = (path, parts)  # holds the path, so that its id stays its own
        _paste_all(image, colour, known[1])

    def _parts(self, path: Path, colour: Colour, window: _Box) -> Iterator[_Part]:
        """Yield what to paste where: a source and its mask along the outline, no mask where all is filled.

        Only the strips along the outline are rasterised and blended; most of a large shape is not.
        """
        ink = self._solid(colour, window[2], _BAND * _CHUNK).im
        spans = edge_spans(path, _BAND)
        glyph = outline_font(path)
        column: Image.Image | None = None
        for rows in _chunks(window[1], window[3]):
            seen = {row: _seen(spans.get(row, ()), window) for row in rows}
            patches = self._patches(glyph, rows, seen.values(), window)
            for row in rows:
                if seen[row]:
                    yield from _row_parts(seen[row], row, window, patches, ink)
                    continue
                column = column or self._column(glyph, window)
                y0, y1 = max(row * _BAND, window[1]), min(row * _BAND + _BAND, window[3])
                if column.getpixel((0, (y0 + y1) // 2 - window[1])):
                    yield None, None, (window[0], y0, window[2], y1)

    def _patches(
        self, glyph: Any, rows: range, seen: Iterable[list[tuple[int, int]]], window: _Box
    ) -> list[_Patch]:
        """Return the coverage about the outline in some bands: a patch for edges that lie together."""
        top = max(rows[0] * _BAND, window[1])
        bottom = min(rows[-1] * _BAND + _BAND, window[3])
        return [
            (left, right, top, drawn(glyph, left, top, right - left, bottom - top, self._drawer).im)
            for left, right in _together(seen)
        ]

    def _column(self, glyph: Any, window: _Box) -> Image.Image:
        """Return the coverage of one column in the middle of a window, for bands without an edge."""
        x, top = (window[0] + window[2]) // 2, window[1]
        return drawn(glyph, x, top, 1, window[3] - top + _BAND, self._drawer)

    def _shadow(self, image: Image.Image, shadow: Shadow) -> None:
        key = (shadow.path, shadow.blur, shadow.opacity)
        if key not in self._shadows:
            if len(self._shadows) >= _MOST_KEPT:
                self._shadows.clear()
            self._shadows[key] = self._blurred(shadow)
        mask, left, top = self._shadows[key]
        place = (left + round(shadow.offset[0]), top + round(shadow.offset[1]))
        image.paste(self._solid(shadow.colour, *mask.size).crop((0, 0, *mask.size)), place, mask)

    def _blurred(self, shadow: Shadow) -> tuple[Image.Image, int, int]:
        """Return a shadow's mask with its place, blurred at a quarter of its size."""
        bounds = path_bounds(shadow.path).grown(3 * shadow.blur)
        left, top = int(bounds.left), int(bounds.top)
        width = -(-int(bounds.width + 1) // 4) * 4
        height = -(-int(bounds.height + 1) // 4) * 4
        mask = rasterised(shadow.path, left, top, width, height, self._drawer)
        soft = mask.reduce(4).filter(ImageFilter.GaussianBlur(shadow.blur / 4))
        levels = [round(v * shadow.opacity) for v in range(256)]
        return soft.resize(mask.size, Image.Resampling.BICUBIC).point(levels), left, top

    def _picture(self, image: Image.Image, picture: Picture) -> None:
        window = _window(picture.path, image)
        if window is None:
            return
        left, top, right, bottom = window
        mask = rasterised(picture.path, left, top, right - left, bottom - top, self._drawer)
        box = picture.box
        shown = fitted(picture.file, round(box.width), round(box.height))
        x, y = round(box.left), round(box.top)
        image.paste(shown.crop((left - x, top - y, right - x, bottom - y)), (left, top), mask)


def _paste_all(image: Image.Image, colour: Colour, parts: Iterable[_Part]) -> None:
    canvas = image.im
    for source, mask, box in parts:
        if mask is None:
            canvas.paste(colour, box)
        else:
            canvas.paste(source, box, mask)


def _chunks(top: int, bottom: int) -> Iterator[range]:
    """Yield the bands between two heights, some at a time."""
    first, last = top // _BAND, (bottom - 1) // _BAND
    for row in range(first, last + 1, _CHUNK):
        yield range(row, min(row + _CHUNK, last + 1))


def _seen(spans: Iterable[tuple[float, float]], window: _Box) -> list[tuple[int, int]]:
    """Return the spans in whole pixels, as far as they lie in a window."""
    left, _, right, _ = window
    out: list[tuple[int, int]] = []
    for a, b in spans:
        start, end = max(int(a), left), min(int(b) + 1, right)
        if end > start:
            out.append((start, end))
    return out


def _together(seen: Iterable[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Return the spans of several bands as few ranges that lie well apart."""
    out: list[tuple[int, int]] = []
    for left, right in sorted(span for spans in seen for span in spans):
        if out and left - out[-1][1] < _APART:
            out[-1] = (out[-1][0], max(out[-1][1], right))
        else:
            out.append((left, right))
    return out


def _row_parts(
    seen: list[tuple[int, int]], row: int, window: _Box, patches: list[_Patch], ink: Any
) -> Iterator[_Part]:
    """Yield a band's parts from left to right.

    The outermost column of a span is clear of the outline, so it tells what lies beyond it.
    """
    top, bottom = max(row * _BAND, window[1]), min(row * _BAND + _BAND, window[3])
    x = window[0]
    filled = False
    for start, end in seen:
        x0, _, y0, mask = next(patch for patch in patches if patch[1] >= end)
        middle = (top + bottom) // 2 - y0
        if start > x and mask.getpixel((start - x0, middle)):
            yield None, None, (x, top, start, bottom)
        part = mask.crop((start - x0, top - y0, end - x0, bottom - y0))
        yield ink.crop((0, 0, end - start, bottom - top)), part, (start, top, end, bottom)
        filled = bool(mask.getpixel((end - x0 - 1, middle)))
        x = end
    if filled and x < window[2]:
        yield None, None, (x, top, window[2], bottom)


def _window(path: Path, image: Image.Image) -> _Box | None:
    """Return the whole pixels of the image that a path may touch; None where it touches none."""
    bounds = path_bounds(path)
    left, top = max(0, int(bounds.left)), max(0, int(bounds.top))
    right = min(image.width, int(bounds.right) + 1)
    bottom = min(image.height, int(bounds.bottom) + 1)
    return (left, top, right, bottom) if right > left and bottom > top else None


