"""Where the runs of a slide stand, and the parts of the slide that each of them is judged by.

GlyphRun -> how much of each pixel it covers, and the box of its ink in whole px.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import dropwhile, islice
from typing import Protocol

from PIL import Image, ImageChops

from swipewell.colour import Colour
from swipewell.frame import Frame, GlyphRun, Swap
from swipewell.meter.ground import REACH, Box, View, grown
from swipewell.meter.phone import Inked
from swipewell.named import NamedTuple


class Paint(Protocol):
    """What paints a frame as an RGB image of its size: the ``paint`` of a painter, a studio or a slide."""

    def __call__(self, frame: Frame, canvas: Image.Image | None = None, /) -> Image.Image:
        """Return the frame's picture, painted over an earlier one of its size if there is one."""


_CLEAR = "RGBa"
"""The mode of a canvas that keeps how much of it is covered: paint in it is premultiplied."""

_TOUCHED = [0] + [255] * 255


class Stand(NamedTuple):
    """A run of text, how much of each pixel of ``room`` it covers (L), and the box of its ink.

    ``beneath`` says that something other than text is painted after it.
    """

    run: GlyphRun
    cover: Image.Image
    room: Box
    ink: Box
    beneath: bool

    def covers(self, box: Box) -> Image.Image:
        """Return the cover in a box of the slide."""
        return self.cover.crop(_moved(box, -self.room[0], -self.room[1]))


class Plates(NamedTuple):
    """A slide as it is painted, the same without its text, and where its runs stand."""

    painted: Image.Image
    bare: Image.Image
    stands: tuple[Stand, ...]

    def view(self, stand: Stand) -> View:
        """Return what the ground of a run is judged by.

        Another text that comes close belongs to its ground; other faces of the same text do not.
        """
        box, ink = grown(stand.ink, REACH), stand.run.colour
        within = _within(box, self.painted.size)
        painted, bare = (_part(image, box, within, ink) for image in (self.painted, self.bare))
        cover = stand.covers(box)
        later = islice(dropwhile(lambda other: other is not stand, self.stands), 1, None)
        over = stand.beneath or any(_overlap(other.ink, stand.ink) for other in later)
        for other in self.stands:
            if other.run.path != stand.run.path and _overlap(other.ink, box):
                seen = ImageChops.subtract(_touched(other.covers(box)), _touched(cover))
                bare.paste(painted, mask=seen)
        return View(painted, bare, cover, _moved(within, -box[0], -box[1]), over)

    def inked(self, stand: Stand) -> Inked:
        """Return the cover of a run and that of its whole text."""
        text = stand.cover
        for other in self.stands:
            if other is not stand and other.run.path == stand.run.path:
                text = ImageChops.lighter(text, other.covers(stand.room))
        return Inked(stand.cover, text, stand.room[:2])


class Canvases:
    """What slides of a size are painted on, one after the other: to find memory for each takes longer."""

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)
        self.painted = Image.new("RGB", self.size)
        self.bare = Image.new("RGB", self.size)
        self.clear = Image.new(_CLEAR, self.size)


def plates(frame: Frame, paint: Paint, canvases: Canvases) -> Plates:
    """Return a frame painted with and without its text, and where the runs of one colour stand.

    Where two inks change places, words stand out as much as before: they are read unswapped. What is
    returned stands on the canvases, and is gone when they are used for another slide.
    """
    items = tuple(item for item in frame.items if not isinstance(item, Swap))
    is_text = [isinstance(item, GlyphRun) for item in items]
    first = is_text.index(True) if any(is_text) else len(items)
    ground, rest = frame._replace(items=items[:first]), frame._replace(items=items[first:])
    bare = tuple(item for item in rest.items if not isinstance(item, GlyphRun))
    painted = paint(ground, canvases.painted)  # what lies under all text is painted once
    canvases.bare.paste(painted)
    plain = paint(frame._replace(items=bare), canvases.bare)
    stands = tuple(_stands(frame._replace(items=items), paint, canvases.clear))
    return Plates(paint(rest, painted), plain, stands)


def _stands(frame: Frame, paint: Paint, canvas: Image.Image) -> Iterable[Stand]:
    """Yield where runs stand that have ink of one colour, found by painting each on a clear canvas."""
    last = max(
        (n for n, item in enumerate(frame.items) if not isinstance(item, GlyphRun)), default=0
    )
    for n, run in enumerate(frame.items):
        if not isinstance(run, GlyphRun) or run.face.colour:
            continue
        box = run.box.grown(REACH)
        room = (
            math.floor(box.left),
            math.floor(box.top),
            math.ceil(box.right),
            math.ceil(box.bottom),
        )
        cover = _cover(run, room, canvas, paint)
        ink = cover.getbbox()
        if ink is not None:
            yield Stand(run, cover, room, _moved(ink, *room[:2]), n < last)


def _cover(run: GlyphRun, room: Box, canvas: Image.Image, paint: Paint) -> Image.Image:
    """Return how much of each pixel of a room a run covers, found on a clear canvas.

    It is painted where it stands, not moved to a corner: left of 0 an origin is rounded the other way.
    """
    width, height = max(room[2], canvas.width), max(room[3], canvas.height)
    if (width, height) != canvas.size:
        canvas = Image.new(_CLEAR, (width, height))
    paint(Frame(width, height, (run,)), canvas)
    cover = canvas.crop(room).getchannel(3)
    canvas.paste((0, 0, 0, 0), _within(room, canvas.size))
    return cover


def _within(box: Box, size: tuple[int, int]) -> Box:
    """Return the part of a box that lies on a slide of a size."""
    return max(box[0], 0), max(box[1], 0), min(box[2], size[0]), min(box[3], size[1])


def _part(image: Image.Image, box: Box, within: Box, beyond: Colour) -> Image.Image:
    """Return a box of an image; what does not lie within it is in a colour of its own."""
    part = Image.new("RGB", (box[2] - box[0], box[3] - box[1]), beyond)
    part.paste(image.crop(within), (within[0] - box[0], within[1] - box[1]))
    return part


def _touched(cover: Image.Image) -> Image.Image:
    return cover.point(_TOUCHED)


def _moved(box: Box, right: int, down: int) -> Box:
    return box[0] + right, box[1] + down, box[2] + right, box[3] + down


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
