"""Pictures as they are shown, kept from one slide and one render to the next.

To decode a photograph takes as long as painting a dozen slides, so what came out is kept, upright,
cropped and in sRGB, for as long as the file has the same time and size.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from swipewell.findings import RenderError, error
from swipewell.pictures.look import Identity, identity

if TYPE_CHECKING:
    from PIL import Image

    from swipewell.frame import Picture
    from swipewell.geometry import Point, Rect

_MOST_PIXELS = 12_000_000
"""How many pixels are kept, at 3 or 4 bytes each: a dozen pictures that fill a slide."""

_NOTHING = 1e-6
"""What of a pixel rounding may leave."""

_Key = tuple[Identity, int, int, "Point | None"]


class Pictures:
    """Pictures of files as they are shown; the oldest go where they are too many."""

    __slots__ = ("_kept", "_pixels")

    def __init__(self) -> None:
        self._kept: dict[_Key, Image.Image] = {}
        self._pixels = 0

    def shown(self, picture: Picture) -> Image.Image:
        """Return a picture as large as its box, RGB or RGBA; RenderError where it cannot be read."""
        left, top, right, bottom = whole_pixels(picture.box)
        width, height = max(right - left, 1), max(bottom - top, 1)
        key = _found(picture.file), width, height, None if picture.whole else picture.focus
        known = self._kept.get(key)
        if known is None:
            known = _made(*key)
            self._keep(key, known)
        return known

    def _keep(self, key: _Key, made: Image.Image) -> None:
        self._pixels += made.width * made.height
        while self._kept and self._pixels > _MOST_PIXELS:
            oldest = self._kept.pop(next(iter(self._kept)))
            self._pixels -= oldest.width * oldest.height
        self._kept[key] = made


def whole_pixels(box: Rect) -> tuple[int, int, int, int]:
    """Return the pixels that a box touches, by their edges."""
    left, top, right, bottom = box
    return (
        math.floor(left + _NOTHING),
        math.floor(top + _NOTHING),
        math.ceil(right - _NOTHING),
        math.ceil(bottom - _NOTHING),
    )


def _made(file: Identity, width: int, height: int, focus: Point | None) -> Image.Image:
    """Return a picture around its focus, or a logo, of which nothing may be cut off."""
    if focus is None:
        from swipewell.pictures.logo import logo_pixels

        return logo_pixels(file.path, width, height)
    from swipewell.pictures.decode import filling

    return filling(file.path, width, height, focus)


def _found(file: str) -> Identity:
    try:
        return identity(file)
    except OSError as problem:
        message = f"The picture {file} could not be read: {problem.strerror or problem}."
        hint = "It was there when it was looked for; put it back."
        raise RenderError([error("unreadable-picture", message, hint)]) from problem
