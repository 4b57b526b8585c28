"""Soft shadows and glows: blurred small, and kept without what nobody sees of them.

A great glow lies beyond the slide for the most part, and the rest of it mostly beneath what casts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from PIL import Image

from swipewell.frame import Path, Shadow
from swipewell.paint.glyphs import premultiplied
from swipewell.paint.kept import Kept, bytes_of
from swipewell.paint.patches import Box, pieces
from swipewell.paint.raster import drawn, levels, outline_font, path_bounds

_STRIP = 96
"""How many rows of a shadow that nothing hides are one piece: its round corners are left out."""

_Piece = tuple[Any, Box]
"""Pillow's core image of a mask (mode L), and its box on the slide."""


class Shadows:
    """Paints shadows with a thread's rasteriser, and keeps their masks in its store."""

    def __init__(self, drawer: Any, kept: Kept) -> None:
        self._drawer = drawer
        self._kept = kept

    def seen_box(self, shadow: Shadow, size: tuple[int, int]) -> Box | None:
        """Return the whole pixels of a slide that a shadow may darken; None where it darkens none."""
        _, _, width, height = _room_of(shadow)
        left, top = _corner(shadow)
        box = max(left, 0), max(top, 0), min(left + width, size[0]), min(top + height, size[1])
        return box if box[2] > box[0] and box[3] > box[1] else None

    def paint(
        self,
        image: Image.Image,
        shadow: Shadow,
        box: Box,
        hidden: tuple[Box, ...],
        lid: Path | None,
    ) -> None:
        """Paint a shadow in its box of a slide, without the boxes that something later hides.

        ``lid`` is the outline of what hides them, by which they are known again.
        """
        key = (shadow, box, lid)
        known = self._kept.get(key)
        if known is None:
            known = list(self._cut(shadow, box, hidden))
            self._kept.put(key, known, bytes_of(mask for mask, _ in known))
        for mask, place in known:
            stamp = premultiplied(mask, shadow.colour)
            image.im.paste(stamp, place, stamp)

    def _cut(self, shadow: Shadow, box: Box, hidden: tuple[Box, ...]) -> Iterator[_Piece]:
        """Yield what is seen of a shadow, in pieces without the empty room around them."""
        mask = self._blurred(shadow, box)
        x, y = box[0], box[1]
        for left, top, right, bottom in _beside(box, hidden):
            yield from pieces(mask.im.crop((left - x, top - y, right - x, bottom - y)), left, top)

    def _blurred(self, shadow: Shadow, box: Box) -> Image.Image:
        """Return the mask of a shadow in a box of the slide, blurred at a fraction of its size."""
        from PIL import ImageFilter  # few slides cast shadows

        left, top, width, height = _room_of(shadow)
        size = _fraction(shadow.blur)
        font = outline_font(shadow.path)
        small = (left // size, top // size, width // size, height // size)
        mask = drawn(font, *small, self._drawer, 1 / size)
        soft = mask.filter(ImageFilter.GaussianBlur(shadow.blur / size))
        soft = soft.point(levels(shadow.opacity))
        x, y = _corner(shadow)
        part = (box[0] - x) / size, (box[1] - y) / size, (box[2] - x) / size, (box[3] - y) / size
        across, down = box[2] - box[0], box[3] - box[1]
        return soft.resize((across, down), Image.Resampling.BILINEAR, part)


def _corner(shadow: Shadow) -> tuple[int, int]:
    """Return the left and top of a shadow's mask where it falls."""
    left, top, _, _ = _room_of(shadow)
    return left + round(shadow.offset[0]), top + round(shadow.offset[1])


def _fraction(blur: float) -> int:
    """Return at which fraction of its size a shadow is blurred: no finer than the eye could tell."""
    return next((size for size in (16, 8) if blur >= 5 * size), 4)


def _room_of(shadow: Shadow) -> Box:
    """Return the left and top of a shadow's mask before it is moved, its width and its height in px."""
    size = _fraction(shadow.blur)
    bounds = path_bounds(shadow.path).grown(3 * shadow.blur)
    left, top = (int(edge // size) * size for edge in bounds[:2])
    width, height = (
        int(-(-(edge + 1) // size)) * size for edge in (bounds[2] - left, bounds[3] - top)
    )
    return left, top, width, height


def _beside(box: Box, hidden: Iterable[Box]) -> Iterator[Box]:
    """Yield boxes that together are a box without the hidden ones, none of which lie on one another."""
    left, top, right, bottom = box
    inside = [
        (max(one[0], left), max(one[1], top), min(one[2], right), min(one[3], bottom))
        for one in hidden
    ]
    inside = [one for one in inside if one[2] > one[0] and one[3] > one[1]]
    edges = {top, bottom, *range(top, bottom, _STRIP)}
    edges |= {edge for one in inside for edge in (one[1], one[3])}
    rows = sorted(edges)
    for upper, lower in pairwise(rows):
        x = left
        for start, _, end, _ in sorted(
            one for one in inside if one[1] <= upper and one[3] >= lower
        ):
            if start > x:
                yield x, upper, start, lower
            x = max(x, end)
        if x < right:
            yield x, upper, right, lower
