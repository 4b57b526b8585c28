"""A frame to an image: an exhaustive match over the few kinds of item.

A painter holds what repeats (glyph masks, solid colours, blurred shadows) in bounded caches, and
HarfBuzz's rasterisers, which have state: one painter a thread.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, assert_never

import uharfbuzz as hb
from PIL import Image
from PIL import _imaging as core

from swipewell.colour import Colour
from swipewell.frame import (
    Fill,
    Frame,
    GlyphRun,
    Gradient,
    Item,
    Paint,
    Path,
    Picture,
    Shadow,
    Shape,
    Swap,
)
from swipewell.paint.glyphs import Glyphs, premultiplied, premultiplied_image
from swipewell.paint.kept import Kept, bytes_of
from swipewell.paint.patches import BAND, Box, edge_spans, patches_along, pieces, views
from swipewell.paint.raster import drawn, levels, outline_font, path_bounds

if TYPE_CHECKING:
    from swipewell.paint.bare import Ground
    from swipewell.paint.gradient import Gradients
    from swipewell.paint.picture import Pictures
    from swipewell.paint.shadow import Shadows

_MOST_KEPT = 32
_MOST_HELD = 96_000_000
"""How many bytes of shapes, shadows and gradients are kept."""

_LARGE = 4_000
"""From how many pixels on a mask is kept, at a byte each, rather than its ink through it, at four."""

_GREAT = 150_000
"""From how many pixels of a shadow on it is worth while to look for what hides it."""

_POINT = 136
"""How many bytes a point of a path takes in CPython: a tuple, two numbers, and its place."""

_AT_A_GLANCE = 60_000
"""Up to how many pixels of a shape are rasterised in one look: finding its edges would take longer."""

_Part = tuple[Any, Box]
"""Pillow's core image of a mask (mode L), of ink through one (RGBa) or of all colours (RGB), None for
a plain fill; and the box."""


class Painter:
    """Paints frames; the same frame gives the same pixels."""

    def __init__(self) -> None:
        self._drawer = hb.RasterDraw()
        self._glyphs = Glyphs()
        self._solids: dict[Colour, Image.Image] = {}
        self._kept = Kept(_MOST_HELD)
        self._seen: Gradients | None = None
        self._pictures: Pictures | None = None
        self._shadows: Shadows | None = None

    def paint(self, frame: Frame, canvas: Image.Image | None = None) -> Image.Image:
        """Return the frame as an RGB image of its size.

        A canvas of that size from an earlier frame is painted over, which spares new memory.
        """
        size = (frame.width, frame.height)
        image = canvas if canvas is not None and canvas.size == size else Image.new("RGB", size)
        ground: Ground | None = None
        items = frame.items[_last_fill(frame) :]
        for n, item in enumerate(items):
            if isinstance(item, Swap):
                from swipewell.paint.bare import covered, ground_of  # one theme swaps inks

                ground = ground_of(frame) if ground is None else covered(ground)
                self._swap(image, item, ground)
            elif isinstance(item, Shadow):
                self._shadow(image, item, islice(items, n + 1, None))
            else:
                self._item(image, item)
        return image

    def _item(self, image: Image.Image, item: Item) -> None:
        match item:
            case Fill(paint=paint):
                self._fill(image, paint)
            case Shape():
                if item.kept:
                    self._stamp(image, item)
                else:
                    self._shape(image, item)
            case Shadow():
                self._shadow(image, item, ())
            case Picture():
                self._picture(image, item)
            case Swap():
                self._swap(image, item, None)
            case GlyphRun():
                self._glyphs.paint(image, item)
            case _:
                assert_never(item)

    def _fill(self, image: Image.Image, paint: Paint) -> None:
        if isinstance(paint, Gradient):
            size = (0, 0, image.width, image.height)
            image.im.paste(self._gradients().whole(paint, image.width, image.height), size)
        else:
            image.im.paste(paint, (0, 0, image.width, image.height))

    def _gradients(self) -> Gradients:
        if self._seen is None:
            from swipewell.paint.gradient import Gradients  # flat themes have none

            self._seen = Gradients(self._kept)
        return self._seen

    def _solid(self, colour: Colour, width: int, height: int) -> Image.Image:
        """Return an image at least so large in one colour; pasting from one is fastest."""
        known = self._solids.get(colour)
        if known is None or known.width < width or known.height < height:
            if len(self._solids) >= _MOST_KEPT:
                self._solids.clear()
            size = (
                max(width, known.width if known else 0),
                max(height, known.height if known else 0),
            )
            known = self._solids[colour] = Image.new("RGB", size, colour)
        return known

    def _shape(self, image: Image.Image, shape: Shape) -> None:
        window = _window(shape.path, image)
        if window is not None:
            self._paste(image, shape.paint, self._cut(image, shape, shape.path, window))

    def _stamp(self, image: Image.Image, shape: Shape) -> None:
        """Paint a shape that comes again."""
        parts = self._stamped(image, shape)
        self._paste(image, shape.paint, _moved(parts, *shape.copy[1:]) if shape.copy else parts)

    def _stamped(self, image: Image.Image, shape: Shape) -> list[_Part]:
        """Return the parts of a shape that comes again, which are kept; a symbol's about its origin."""
        path = shape.copy.symbol.path if shape.copy else shape.path
        key = (id(path), shape.paint, shape.opacity)
        known = self._kept.get(key)
        if known is None:
            window = _extent(path) if shape.copy else _window(path, image)
            # holds the path, so that its id stays its own
            known = (path, self._cut(image, shape, path, window) if window else [])
            stamps = [stamp for stamp, _ in known[1] if stamp is not None]
            self._kept.put(key, known, bytes_of(stamps) + _POINT * sum(map(len, path)))
        parts: list[_Part] = known[1]
        return parts

    def _paste(self, image: Image.Image, paint: Paint, parts: Iterable[_Part]) -> None:
        """Paste the parts that a shape in this paint was cut into."""
        if not isinstance(paint, Gradient):
            _paste_all(image, paint, parts)
        elif _is_steep(paint):
            _paste_seen(image, parts)
        else:
            _paste_through(image, paint, parts, self._gradients())

    def _cut(self, image: Image.Image, shape: Shape, path: Path, window: Box) -> list[_Part]:
        """Return the parts of a path in a shape's paint, ready to be pasted again and again."""
        steep = _steep(shape.paint, window)
        parts: list[_Part] = []
        found: Iterable[_Part] = self._parts(path, window)
        if shape.kept:
            found = (piece for part in found for piece in _divided(part))
        for mask, box in found:
            if shape.opacity < 1:
                size = (box[2] - box[0], box[3] - box[1])
                mask = (mask or core.fill("L", size, 255)).point(levels(shape.opacity), "L")
            if steep is not None:
                own = steep.crop(_from_corner(box, window))
                mask = own if mask is None else premultiplied_image(mask, own)
            elif mask and not _is_large(mask):
                mask = self._inked(image, mask, shape.paint, box)
            parts.append((mask, box))
        return _joined(parts)

    def _inked(self, image: Image.Image, mask: Any, paint: Paint, box: Box) -> Any:
        """Return a paint through a mask that lies in a box of the slide."""
        if isinstance(paint, Gradient):
            seen = self._gradients().part(paint, box, image.width, image.height)
            return premultiplied_image(mask, seen)
        return premultiplied(mask, paint)

    def _parts(self, path: Path, window: Box) -> Iterator[_Part]:
        """Yield what to paste where: a mask along the outline, none where all is filled.

        Only patches along the outline are rasterised and blended; most of a large shape is not.
        """
        glyph = outline_font(path)
        x, y, right, bottom = window
        if (right - x) * (bottom - y) <= _AT_A_GLANCE:
            yield drawn(glyph, x, y, right - x, bottom - y, self._drawer).im, window
            return
        spans = edge_spans(path, BAND)
        patches: list[tuple[Box, Any]] = []
        for view, boxes in views(patches_along(spans, window)):
            x, y, right, bottom = view
            seen = drawn(glyph, x, y, right - x, bottom - y, self._drawer).im
            for box in boxes:
                mask = seen.crop((box[0] - x, box[1] - y, box[2] - x, box[3] - y))
                patches.append((box, mask))
                yield mask, box
        column: Image.Image | None = None
        for top in range(window[1] // BAND * BAND, window[3], BAND):
            row = (window[0], max(top, window[1]), window[2], min(top + BAND, window[3]))
            beside = [patch for patch in patches if patch[0][1] < row[3] and patch[0][3] > row[1]]
            if beside:
                yield from _filled_between(beside, row)
                continue
            column = column or self._column(glyph, window)
            if column.getpixel((0, (row[1] + row[3]) // 2 - window[1])):
                yield None, row

    def _swap(self, image: Image.Image, swap: Swap, ground: Ground | None) -> None:
        """Let two inks change places within a path; what blends them blends as much the other way.

        Where ``ground`` is bare, its other ink is painted, which is less work.
        """
        window = _window(swap.path, image)
        if window is None:
            return
        from swipewell.paint.bare import UNKNOWN

        canvas, shift = image.im, _shift(swap.one, swap.other)
        known = ground if ground and ground.colour in (swap.one, swap.other) else UNKNOWN
        plain = swap.other if known.colour == swap.one else swap.one
        for mask, whole in self._swapped(swap.path, window):
            for bare, box in known.parts(whole):
                if bare and mask is None:
                    canvas.paste(plain, box)
                    continue
                own = mask and (mask if box == whole else mask.crop(_from_corner(box, whole)))
                if bare:
                    stamp = premultiplied(own, plain)
                    canvas.paste(stamp, box, stamp)
                    continue
                width, height = box[2] - box[0], box[3] - box[1]
                ink = self._solid(shift, width, height).im.crop((0, 0, width, height))
                ink = canvas.crop(box).chop_invert().chop_add_modulo(ink)
                if own is None:
                    canvas.paste(ink, box)
                else:
                    canvas.paste(ink, box, own)

    def _column(self, glyph: Any, window: Box) -> Image.Image:
        """Return the coverage of one column in the middle of a window, for bands without an edge."""
        x, top = (window[0] + window[2]) // 2, window[1]
        return drawn(glyph, x, top, 1, window[3] - top + BAND, self._drawer)

    def _swapped(self, path: Path, window: Box) -> list[_Part]:
        """Return the parts of a path as masks; those of a large one, which may come again, are kept."""
        if _area(window) <= _AT_A_GLANCE:
            return list(self._parts(path, window))
        key = (path, window)
        known: list[_Part] | None = self._kept.get(key)
        if known is None:
            parts = (piece for part in self._parts(path, window) for piece in _divided(part))
            known = _joined(list(parts))
            masks = [mask for mask, _ in known if mask is not None]
            self._kept.put(key, known, bytes_of(masks) + _POINT * sum(map(len, path)))
        return known

    def _shadow(self, image: Image.Image, shadow: Shadow, later: Iterable[Item]) -> None:
        """Paint a shadow; ``later`` are the items after it, which may hide most of a great one."""
        if self._shadows is None:
            from swipewell.paint.shadow import Shadows  # few slides cast shadows

            self._shadows = Shadows(self._drawer, self._kept)
        box = self._shadows.seen_box(shadow, image.size)
        if box is not None:
            lid = _lid(box, later)
            hidden = tuple(_filled(self._stamped(image, lid))) if lid else ()
            self._shadows.paint(image, shadow, box, hidden, lid and lid.path)

    def _picture(self, image: Image.Image, picture: Picture) -> None:
        window = _window(picture.path, image)
        if window is None:
            return
        from swipewell.paint.picture import whole_pixels  # few slides show pictures

        shown = self._shown(picture)
        x, y, _, _ = whole_pixels(picture.box)
        for mask, box in self._parts(picture.path, window):
            part = shown.crop((box[0] - x, box[1] - y, box[2] - x, box[3] - y))
            if part.mode == "RGBA":
                alpha = part.getchannel("A").im
                mask = alpha if mask is None else alpha.chop_multiply(mask)
                part = part.convert("RGB")
            if mask is None:
                image.im.paste(part.im, box)
            else:
                image.im.paste(part.im, box, mask)

    def _shown(self, picture: Picture) -> Image.Image:
        """Return a picture as large as its box."""
        if self._pictures is None:
            from swipewell.paint.picture import Pictures  # few slides show pictures

            self._pictures = Pictures()
        return self._pictures.shown(picture)


def _from_corner(box: Box, whole: Box) -> Box:
    """Return a box counted from the corner of the one that holds it."""
    x, y = whole[0], whole[1]
    return box[0] - x, box[1] - y, box[2] - x, box[3] - y


def _last_fill(frame: Frame) -> int:
    """Return the number of the item that fills the slide last: nothing before it is seen."""
    fills = (n for n, item in enumerate(frame.items) if isinstance(item, Fill))
    return max(fills, default=0)


def _lid(box: Box, later: Iterable[Item]) -> Shape | None:
    """Return a shape that hides a good part of a large box and is painted later, None without one."""
    if _area(box) < _GREAT:
        return None
    for item in later:
        if isinstance(item, Shape) and item.kept and item.opacity == 1 and not item.copy:
            bounds = path_bounds(item.path)
            both = (*map(max, box[:2], bounds[:2]), *map(min, box[2:], bounds[2:]))
            if both[2] > both[0] and both[3] > both[1] and _area(both) * 4 > _area(box):
                return item
    return None


def _area(box: tuple[float, ...]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _filled(parts: Iterable[_Part]) -> Iterator[Box]:
    """Yield the boxes that a shape's parts cover wholly."""
    return (box for part, box in parts if part is None or part.mode == "RGB")


def _divided(part: _Part) -> Iterator[_Part]:
    """Yield a part as pieces without the empty room between them; what is filled has no mask."""
    mask, box = part
    if mask is None:
        yield part
        return
    for piece, place in pieces(mask, *box[:2]):
        yield None if piece.getextrema() == (255, 255) else piece, place


def _joined(parts: list[_Part]) -> list[_Part]:
    """Return parts with filled boxes that stand on one another as one: fewer are painted faster."""
    out: list[_Part] = []
    for part, box in parts:
        if part is None and out and out[-1][0] is None:
            left, top, right, bottom = out[-1][1]
            if (left, bottom, right) == box[:3]:
                out[-1] = (None, (left, top, right, box[3]))
                continue
        out.append((part, box))
    return out


def _is_steep(paint: Paint) -> bool:
    """Say whether a paint is a slanted gradient that has to be worked out pixel by pixel."""
    if not isinstance(paint, Gradient) or not paint.slanted:
        return False
    from swipewell.paint.slanted import is_gentle  # flat themes have none

    return not is_gentle(paint)


def _steep(paint: Paint, window: Box) -> Any:
    """Return a steep gradient as it is seen in a window, a core image; None for any other paint."""
    if not isinstance(paint, Gradient) or not _is_steep(paint):
        return None
    from swipewell.paint.slanted import gradient_window

    return gradient_window(paint, window).im


def _is_large(mask: Any) -> bool:
    width, height = mask.size
    return bool(width * height >= _LARGE)


def _shift(one: Colour, other: Colour) -> Colour:
    """Return what is added to an inverted pixel, modulo 256, so that two inks change places.

    Every pixel v between them becomes one + other - v, which is 255 - v and this.
    """
    red, green, blue = ((a + b - 255) % 256 for a, b in zip(one, other, strict=True))
    return Colour(red, green, blue)


def _paste_all(image: Image.Image, colour: Colour, parts: Iterable[_Part]) -> None:
    """Paste stamps, a colour through masks, and fill what has neither."""
    canvas = image.im
    for part, box in parts:
        if part is None:
            canvas.paste(colour, box)
            continue
        stamp = premultiplied(part, colour) if part.mode == "L" else part
        canvas.paste(stamp, box, stamp)


def _paste_seen(image: Image.Image, parts: Iterable[_Part]) -> None:
    """Paste stamps that hold all their colours: those of mode RGB have no edge."""
    canvas = image.im
    for stamp, box in parts:
        if stamp.mode == "RGB":
            canvas.paste(stamp, box)
        else:
            canvas.paste(stamp, box, stamp)


def _paste_through(
    image: Image.Image, paint: Gradient, parts: Iterable[_Part], gradients: Gradients
) -> None:
    """Paste a gradient of the slide, through masks where there are any."""
    canvas = image.im
    for part, box in parts:
        if part is not None and part.mode != "L":
            canvas.paste(part, box, part)
            continue
        if part is None:
            gradients.lay(canvas, paint, box, image.width, image.height)
        else:
            # a picture used but once is pasted through its mask faster than it is made a stamp
            canvas.paste(gradients.part(paint, box, image.width, image.height), box, part)


def _filled_between(patches: list[tuple[Box, Any]], row: Box) -> Iterator[_Part]:
    """Yield the stretches of a row between patches that the shape fills.

    The outermost column of a patch is clear of the outline, so it tells what lies beyond it.
    """
    x, top, end, bottom = row
    middle = (top + bottom) // 2
    filled = False
    for (left, y, right, _), mask in sorted(patches, key=lambda patch: patch[0]):
        if left > x and mask.getpixel((0, middle - y)):
            yield None, (x, top, left, bottom)
        filled = bool(mask.getpixel((right - left - 1, middle - y)))
        x = right
    if filled and x < end:
        yield None, (x, top, end, bottom)


def _moved(parts: Iterable[_Part], x: int, y: int) -> Iterator[_Part]:
    """Yield parts so many px further to the right and down."""
    for part, (left, top, right, bottom) in parts:
        yield part, (left + x, top + y, right + x, bottom + y)


def _extent(path: Path) -> Box:
    """Return the whole pixels that a path may touch, wherever they lie."""
    left, top, right, bottom = path_bounds(path)
    return math.floor(left), math.floor(top), math.floor(right) + 1, math.floor(bottom) + 1


def _window(path: Path, image: Image.Image) -> Box | None:
    """Return the whole pixels of the image that a path may touch; None where it touches none."""
    bounds = path_bounds(path)
    left, top = max(0, int(bounds.left)), max(0, int(bounds.top))
    right = min(image.width, int(bounds.right) + 1)
    bottom = min(image.height, int(bounds.bottom) + 1)
    return (left, top, right, bottom) if right > left and bottom > top else None
