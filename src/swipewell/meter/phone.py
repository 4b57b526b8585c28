"""A slide as a phone shows it after a platform saved it anew, and how its words stand out there."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence

from PIL import Image

from swipewell.frame import GlyphRun, Placed
from swipewell.geometry import Point, Rect
from swipewell.meter.ground import Box
from swipewell.meter.tones import ratio, tones
from swipewell.named import NamedTuple

WIDTH = 375
"""The width of a phone in CSS px."""

QUALITY = 70
"""About what platforms keep of a JPEG."""

_BLOCK = 16
"""How many px across and down a JPEG with colours at half the resolution treats as one."""

_AROUND = 2
"""How many of a phone's px around a word belong to its ground."""

_FREE = 4
"""Up to which cover, of 255, a pixel counts as free of ink."""

_WORD = 24.0
"""How many of a phone's px the ink of a word has to fill for its tone to mean something.

Two letters of 44 px type do. A dash or a multiplication sign fills less, and what is left of it says more
about where it falls among the pixels than about its colour.
"""


class Screen(NamedTuple):
    """The tones that a phone shows of a part of a slide, from ``left`` and ``top`` of its px on.

    ``across`` and ``down`` are how many of its px a px of the slide takes; ``size`` is all of the slide.
    """

    tones: Image.Image
    left: int
    top: int
    across: float
    down: float
    size: tuple[int, int]

    def box(self, place: Rect) -> Box:
        """Return the px of the phone that a place on the slide and its surroundings take."""
        return _shown(place, self.across, self.down, self.size)

    def seen(self, box: Box) -> Image.Image:
        """Return the tones in a box of the phone's px."""
        left, top, right, bottom = box
        return self.tones.crop(
            (left - self.left, top - self.top, right - self.left, bottom - self.top)
        )

    def reduced(self, cover: Image.Image, origin: Point, box: Box) -> Image.Image:
        """Return a cover that begins at a point of the slide, in a box of the phone's px."""
        left, top, right, bottom = box
        x, y = origin
        part = (
            left / self.across - x,
            top / self.down - y,
            right / self.across - x,
            bottom / self.down - y,
        )
        return cover.resize((right - left, bottom - top), Image.Resampling.LANCZOS, part)


def screen(slide: Image.Image, place: Rect | None = None) -> Screen:
    """Return what a phone shows of a slide that was saved as JPEG at the phone's width.

    Scaled by Lanczos; saved with colours at half the resolution (4:2:0), which is Pillow's default.
    Of a part of the slide that ``place`` lies in, nearly the same is shown as of the whole: JPEG treats
    blocks of 16 px each by itself, but colours are smoothed from one to the next.
    """
    size = WIDTH, round(slide.height * WIDTH / slide.width)
    across, down = size[0] / slide.width, size[1] / slide.height
    box = _blocks(_shown(place, across, down, size), size) if place else (0, 0, *size)
    left, top, right, bottom = box
    part = left / across, top / down, right / across, bottom / down
    small = slide.resize((right - left, bottom - top), Image.Resampling.LANCZOS, part)
    saved = io.BytesIO()
    small.save(saved, "JPEG", quality=QUALITY)
    with Image.open(saved) as read:
        return Screen(tones(read.convert("RGB")), left, top, across, down, size)


def _shown(place: Rect, across: float, down: float, size: tuple[int, int]) -> Box:
    """Return the px of a phone that a place on the slide and its surroundings take."""
    left, top = math.floor(place.left * across), math.floor(place.top * down)
    right, bottom = math.ceil(place.right * across), math.ceil(place.bottom * down)
    return (
        max(left - _AROUND, 0),
        max(top - _AROUND, 0),
        min(right + _AROUND, size[0]),
        min(bottom + _AROUND, size[1]),
    )


def _blocks(box: Box, size: tuple[int, int]) -> Box:
    """Return the whole blocks of a JPEG that a box lies in."""
    left, top = (edge // _BLOCK * _BLOCK for edge in box[:2])
    right, bottom = (
        min(-(-edge // _BLOCK) * _BLOCK, most) for edge, most in zip(box[2:], size, strict=True)
    )
    return left, top, right, bottom


class Inked(NamedTuple):
    """The covers (L) of a run, and of all runs of its text, from ``origin`` on the slide on."""

    run: Image.Image
    text: Image.Image
    origin: Point


def worst_word(shown: Screen, run: GlyphRun, ink: Rect, cover: Inked) -> float | None:
    """Return the contrast ratio of the word of a run that stands out least on a phone.

    None where no word has ink enough to tell, nor all of them together.

    A stroke thinner than a pixel blends with the ground, so no pixel has the colour of the ink. What
    is read are the stems: a word's ink is taken as the median tone of the pixels that it covers
    most, as many as half of its ink would fill. Its ground is the tone that a quarter of the pixels
    beside it, free of ink, come even closer to: compression leaves a haze about letters, and a field
    that a quarter of a word stands on counts, a line does not.
    """
    whole = shown.box(ink)
    own = shown.reduced(cover.run, cover.origin, whole)
    alone = cover.text is cover.run
    text = own if alone else shown.reduced(cover.text, cover.origin, whole)
    seen = shown.seen(whole)
    words = [_within(shown.box(_place(run, piece)), whole) for piece in run.pieces if piece.glyphs]
    telling = [word for word in words if _tells(own.crop(word))]
    if not telling and _tells(own):
        telling = [(0, 0, *seen.size)]
    found = [_apart(seen.crop(box), own.crop(box), text.crop(box)) for box in telling]
    return ratio(min(found)) if found else None


def _tells(cover: Image.Image) -> bool:
    """Say whether there is ink enough in a cover for its tone to mean something."""
    return _filled(cover.histogram()) >= _WORD


def _place(run: GlyphRun, piece: Placed) -> Rect:
    """Return where the ink of a piece stands on the slide, in px."""
    size, inks = run.size, [(x, y, run.face.ink(number)) for number, x, y in piece.glyphs]
    return Rect(
        piece.x + size * min(x + ink[0] for x, _, ink in inks),
        piece.y + size * min(y + ink[1] for _, y, ink in inks),
        piece.x + size * max(x + ink[2] for x, _, ink in inks),
        piece.y + size * max(y + ink[3] for _, y, ink in inks),
    )


def _within(box: Box, whole: Box) -> Box:
    """Return a box counted from the corner of the one that holds it."""
    x, y = whole[0], whole[1]
    return box[0] - x, box[1] - y, box[2] - x, box[3] - y


def _filled(covers: Iterable[int]) -> float:
    """Return how many pixels a cover's ink would fill, by the cover's histogram."""
    return sum(level * count for level, count in enumerate(covers)) / 255


def _apart(seen: Image.Image, own: Image.Image, text: Image.Image) -> int:
    """Return how far apart the tones of a word's ink and of its ground are."""
    covers, around = own.histogram(), text.histogram()
    stems = _most(covers, _filled(covers) / 2)
    free = max(_FREE, next(level for level, count in enumerate(around) if count))
    ink = _at_share(seen.histogram(own.point([255 * (v >= stems) for v in range(256)])), 0.5)
    beside = seen.histogram(text.point([255 * (v <= free) for v in range(256)]))
    nearer = 0.25 if ink < _at_share(beside, 0.5) else 0.75
    return abs(ink - _at_share(beside, nearer))


def _most(covers: Sequence[int], count: float) -> int:
    """Return the cover that so many pixels reach, by the cover's histogram."""
    seen = 0
    for level in range(255, 0, -1):
        seen += covers[level]
        if seen >= count:
            return level
    return 1


def _at_share(histogram: Sequence[int], share: float) -> int:
    """Return the level below which a share of the pixels lies."""
    wanted, seen = sum(histogram) * share, 0
    for level, count in enumerate(histogram):
        seen += count
        if seen > wanted:
            return level
    return 255
