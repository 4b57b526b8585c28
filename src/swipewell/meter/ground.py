"""What stands under a run of text: the worst contrast of its ink with the ground around it.

A run half on paper (5.9:1) and half on clay (1.3:1) -> 1.3.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PIL import Image, ImageChops

from swipewell.colour import Colour, contrast, luminance
from swipewell.meter.tones import HIGHEST, tone, tones
from swipewell.named import NamedTuple

BESIDE = 3
"""How many px around the ink belong to what it is read against."""

LINE = 12
"""From how many px of width on something is a field that hides letters, not a line behind them."""

REACH = BESIDE + LINE - 1
"""How many px around the ink a view shows."""

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in whole px."""

_SHARE = 1 / 100
_LETTER = 1 / 8
"""What a third of a letter and its surroundings cover, in squares of its size."""


class View(NamedTuple):
    """A part of a slide: the ink of a run of text, and ``REACH`` px around it.

    ``painted`` is the slide, ``bare`` the slide without that text, both RGB; ``cover`` (L) says how
    much of each pixel the run covers. ``within`` is the box of the view that lies on the slide; beyond
    it, ``painted`` and ``bare`` are of the colour of the ink. ``over`` says that something was painted
    after the run that may hide some of it.
    """

    painted: Image.Image
    bare: Image.Image
    cover: Image.Image
    within: Box
    over: bool


def worst_contrast(view: View, ink: Colour, size: float, sure: float = math.inf) -> float:
    """Return the contrast ratio that a run of a size in px reaches on all but a bit of its ground.

    The ground is every pixel under the ink or within 3 px of it. Two things keep the edge of an
    ornament from deciding. What is thinner than 12 px, 4 px on a phone, is taken away first: letters
    are told from a thread behind them, while a field hides them. And a bit of the ground may be as
    it likes, for a corner that a stroke just meets hides nothing: 1 % of the run's, but no more than
    about a third of a letter's (an eighth of ``size`` squared). That second bound is why one word
    on clay counts among fifty on paper, where 1 % would be three letters.

    Where something painted later hides the run, what is left of its ink there is read instead.
    Of a ground of which no pixel is below ``sure`` it is not looked for which is the worst: then the
    ratio is one that all keep.
    """
    on_ground = _on_ground(view, ink, size, sure)
    return min(on_ground, _where_hidden(view, ink, size)) if view.over else on_ground


def _on_ground(view: View, ink: Colour, size: float, sure: float) -> float:
    """Return the worst contrast of a colour with what is under and beside a run."""
    bare = view.bare
    if bare.getcolors(1):  # one colour, as nearly everywhere
        return contrast(ink, _at(bare, (0, 0)))
    if (kept := _kept_by_all(bare, ink)) >= sure:
        return kept
    own = tone(ink)
    apart = tones(bare).point([abs(level - own) for level in range(256)])
    fields = _lowest(_highest(apart, LINE), LINE)
    level = _level_past(fields.histogram(_near(view)), size)
    return contrast(ink, _at(bare, _first(apart, level)))


def _kept_by_all(ground: Image.Image, ink: Colour) -> float:
    """Return a ratio that every pixel of a ground keeps: that of a colour darker or lighter than all."""
    lowest, highest = zip(*ground.getextrema(), strict=True)
    own, dark, light = luminance(ink), Colour(*lowest), Colour(*highest)
    if own <= luminance(dark):
        return contrast(ink, dark)
    return contrast(ink, light) if own >= luminance(light) else 1.0


def _where_hidden(view: View, ink: Colour, size: float) -> float:
    """Return the worst contrast with its ground of what is left of the ink where it is painted over."""
    full = view.cover.point(_FULL)
    inked = Image.new("RGB", full.size, ink)
    plain = inked.copy()
    inked.paste(view.painted, mask=full)
    if inked.getcolors(1):  # nowhere, as a rule
        return HIGHEST
    red, green, blue = ImageChops.difference(inked, plain).split()
    hidden = ImageChops.lighter(ImageChops.lighter(red, green), blue).point(_ANY)
    apart = ImageChops.difference(tones(inked), tones(view.bare))
    levels = apart.histogram(hidden)
    levels[255] += full.histogram()[255] - hidden.histogram()[255]  # what is seen as it should be
    level = _level_past(levels, size)
    if level == 255:
        return HIGHEST
    place = _first(apart, level)
    return contrast(_at(inked, place), _at(view.bare, place))


def _near(view: View) -> Image.Image:
    """Return a mask of the ink and what is beside it on the slide, without the rim that only lines need."""
    rim, whole = LINE - 1, view.cover
    inner = (rim, rim, whole.width - rim, whole.height - rim)
    near = _highest(whole.crop(grown(inner, BESIDE)).point(_ANY), 2 * BESIDE + 1)
    seen = Image.new("L", whole.size)
    seen.paste(255, view.within)
    return ImageChops.darker(near, seen.crop(inner))


def _level_past(histogram: list[int], size: float) -> int:
    """Return the lowest level left when the bit that may be as it likes is taken away."""
    spare = min(sum(histogram) * _SHARE, size * size * _LETTER)
    seen = 0
    for level, count in enumerate(histogram):
        seen += count
        if seen > spare:
            return level
    return 255  # a run so thin that no pixel is covered in full


def grown(box: Box, by: int) -> Box:
    """Return a box with every edge moved outwards by so many px."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _first(image: Image.Image, level: int) -> tuple[int, int]:
    """Return where the first pixel of a level stands; its exact colours give the exact ratio."""
    y, x = divmod(image.tobytes().index(level), image.width)
    return x, y


def _at(image: Image.Image, place: tuple[int, int]) -> Colour:
    red, green, blue = image.getpixel(place)  # type: ignore[misc]  # an RGB image has three
    return Colour(red, green, blue)


_FULL = [0] * 255 + [255]
_ANY = [0] + [255] * 255

_Either = Callable[[Image.Image, Image.Image], Image.Image]


def _highest(image: Image.Image, side: int) -> Image.Image:
    """Return the highest level in every square of so many px: ``side`` - 1 px less each way."""
    return _over_squares(image, side, ImageChops.lighter)


def _lowest(image: Image.Image, side: int) -> Image.Image:
    """Return the lowest level in every square of so many px: ``side`` - 1 px less each way."""
    return _over_squares(image, side, ImageChops.darker)


def _over_squares(image: Image.Image, side: int, either: _Either) -> Image.Image:
    """Return the choice among the pixels of every square, by doubling: across first, then down."""
    for across, down in ((1, 0), (0, 1)):
        reached = 1
        while reached < side:
            step = min(reached, side - reached)
            width, height = image.width - step * across, image.height - step * down
            moved = (step * across, step * down, step * across + width, step * down + height)
            image = either(image.crop((0, 0, width, height)), image.crop(moved))
            reached += step
    return image
