"""A frame to an image: an exhaustive match over the few kinds of item.

A painter holds what repeats (glyph masks, solid colours, blurred shadows) in bounded caches, and
HarfBuzz's rasterisers, which have state: one painter a thread.
"""

from __future__ import annotations

from typing import assert_never

import uharfbuzz as hb
from PIL import Image, ImageFilter

from swipewell.colour import Colour
from swipewell.frame import Fill, Frame, GlyphRun, Gradient, Item, Paint, Path, Picture, Shadow, Shape
from swipewell.paint.glyphs import Glyphs
from swipewell.paint.gradient import gradient_image
from swipewell.paint.picture import fitted
from swipewell.paint.raster import edge_spans, path_bounds, rasterised

_BAND = 32
_MOST_KEPT = 32


class Painter:
    """Paints frames; the same frame gives the same pixels."""

    def __init__(self) -> None:
        self._drawer = hb.RasterDraw()
        self._glyphs = Glyphs()
        self._solids: dict[Colour, Image.Image] = {}
        self._gradients: dict[tuple[Gradient, int, int], Image.Image] = {}
        self._shadows: dict[tuple[Path, float, float], tuple[Image.Image, int, int]] = {}

    def paint(self, frame: Frame) -> Image.Image:
        """Return the frame as an RGB image of its size."""
        image = Image.new("RGB", (frame.width, frame.height))
        for item in frame.items:
            image = self._item(image, item)
        return image

    def _item(self, image: Image.Image, item: Item) -> Image.Image:
        match item:
            case Fill(paint=paint):
                return self._ground(paint, image.width, image.height)
            case Shape():
                self._shape(image, item)
            case Shadow():
                self._shadow(image, item)
            case Picture():
                self._picture(image, item)
            case GlyphRun():
                self._glyphs.paint(image, item)
            case _:
                assert_never(item)
        return image

    def _ground(self, paint: Paint, width: int, height: int) -> Image.Image:
        if isinstance(paint, Gradient):
            return self._gradient(paint, width, height).copy()
        return Image.new("RGB", (width, height), paint)

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
        left, top, right, bottom = window
        mask = rasterised(shape.path, left, top, right - left, bottom - top, self._drawer)
        if isinstance(shape.paint, Gradient) or shape.opacity < 1:
            source = self._paint_source(shape.paint, image)
            if shape.opacity < 1:
                mask = mask.point([round(v * shape.opacity) for v in range(256)])
            image.paste(source.crop(window), (left, top), mask)
        else:
            self._flat(image, shape.path, shape.paint, mask, window)

    def _paint_source(self, paint: Paint, image: Image.Image) -> Image.Image:
        if isinstance(paint, Gradient):
            return self._gradient(paint, image.width, image.height)
        return self._solid(paint, image.width, image.height)

    def _flat(
        self,
        image: Image.Image,
        path: Path,
        colour: Colour,
        mask: Image.Image,
        window: tuple[int, int, int, int],
    ) -> None:
        """Paste a colour through a mask: blended along the outline, filled between, nothing outside."""
        left, top, right, bottom = window
        canvas, ink, coverage = image.im, self._solid(colour, 1080, _BAND).im, mask.im
        spans = edge_spans(path, _BAND)
        for row in range(top // _BAND, (bottom - 1) // _BAND + 1):
            y0, y1 = max(row * _BAND, top), min(row * _BAND + _BAND, bottom)
            x = left
            for a, b in [*spans.get(row, ()), (float(right), float(right))]:
                start, end = min(max(int(a), x), right), min(max(int(b) + 1, x), right)
                if start > x and coverage.getpixel(((x + start) // 2 - left, (y0 + y1) // 2 - top)):
                    canvas.paste(colour, (x, y0, start, y1))
                if end > start:
                    box = (start - left, y0 - top, end - left, y1 - top)
                    solid = ink.crop((0, 0, end - start, y1 - y0))
                    canvas.paste(solid, (start, y0, end, y1), coverage.crop(box))
                x = max(x, end)

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


def _window(path: Path, image: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the whole pixels of the image that a path may touch; None where it touches none."""
    bounds = path_bounds(path)
    left, top = max(0, int(bounds.left)), max(0, int(bounds.top))
    right = min(image.width, int(bounds.right) + 1)
    bottom = min(image.height, int(bounds.bottom) + 1)
    return (left, top, right, bottom) if right > left and bottom > top else None


