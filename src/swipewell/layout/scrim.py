"""A veil over a picture that texts stand on: as dense as they need to read on its own pixels, and no denser.

A title in ink on a photograph whose darkest part beneath it is #1d2b33 -> a veil of paper, opacity 0.46
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from swipewell.colour import Colour, contrast, luminance, mixed
from swipewell.findings import RenderError
from swipewell.frame import Item, Path, Picture, Shape
from swipewell.geometry import Point, Rect
from swipewell.layout.harmony import Settled
from swipewell.layout.place import Block
from swipewell.model.theme import Theme
from swipewell.named import NamedTuple
from swipewell.palette import Palette
from swipewell.pictures.look import Identity, identity

if TYPE_CHECKING:
    from PIL import Image

_TEXT, _LARGE = 4.9, 3.5
"""The ratios that texts get, a little above those that WCAG asks for: phones compress what they show."""
_LARGE_FROM = 69
_DENSEST = 0.96
_STEP = 0.02
_FEW = 0.002
"""How much of what lies under a text may be worse, as specks are."""
_COARSE = 2
"""A picture is judged in squares of so many px."""
_BESIDE = 4
_MOST_COLOURS = 32 * 32 * 32


class _Ink(NamedTuple):
    """A text's colour, the ratio it needs, and where it stands."""

    colour: Colour
    ratio: float
    where: Rect


def veiled(items: Iterable[Item], part: Settled, theme: Theme, palette: Palette) -> list[Item]:
    """Return items with a veil over the slide's picture where texts stand on it, whoever placed it there.

    It is in the role that the layout names, else in that of the ground.
    """
    roles = theme.grounds[part.layout.ground]
    out: list[Item] = []
    for item in items:
        out.append(item)
        if isinstance(item, Picture) and item.file == part.slide.fields["picture"]:
            seen = _bounds(item.path)
            inks = [ink for ink in _inks(part, theme, palette) if ink.where.overlaps(seen)]
            role = _role_of(item, part)
            colour = palette[roles.get(role, role)]
            dense = _density(item, colour, inks)
            if dense:
                out.append(Shape(item.path, colour, dense))
    return out


def _role_of(picture: Picture, part: Settled) -> str:
    """Return the role of a picture's veil."""
    for plate in part.laid.plates:
        if plate.scrim and (plate.file, plate.rect) == (picture.file, picture.box):
            return plate.scrim
    return "ground"


def _bounds(path: Path) -> Rect:
    """Return the box of a path's points."""
    xs, ys = ([point[axis] for contour in path for point in contour] for axis in (0, 1))
    return Rect(min(xs), min(ys), max(xs), max(ys))


def _inks(part: Settled, theme: Theme, palette: Palette) -> list[_Ink]:
    """Return a slide's texts, without what ornaments draw and what is ornament itself."""
    styles = theme.styles
    return [
        _ink(block, theme, palette, part)
        for block in part.laid.blocks
        if not styles[block.style].drawn and not styles[block.style].ornament
    ]


def _ink(block: Block, theme: Theme, palette: Palette, part: Settled) -> _Ink:
    roles = theme.grounds[part.layout.ground]
    role = block.colour or theme.styles[block.style].colour
    ratio = _LARGE if block.text.size >= _LARGE_FROM else _TEXT
    return _Ink(palette[roles.get(role, role)], ratio, block.extent)


def _density(picture: Picture, veil: Colour, inks: Iterable[_Ink]) -> float:
    """Return how opaque a veil has to be for all texts to read on it, 0 to 1."""
    dense = 0.0
    for ink in inks:
        beneath = _beneath(picture, veil, ink)
        while dense < _DENSEST and contrast(mixed(beneath, veil, dense), ink.colour) < ink.ratio:
            dense += _STEP
    return round(min(dense, _DENSEST), 2)


def _beneath(picture: Picture, veil: Colour, ink: _Ink) -> Colour:
    """Return the colour under a text that is furthest from a veil's, but for a few specks.

    Behind the veil it is what the text reads on worst.
    """
    size = round(picture.box.width), round(picture.box.height)
    try:
        image = _coarse(identity(picture.file), *size, picture.focus)
    except (OSError, RenderError):  # painting tells of it
        return ink.colour
    where = ink.where.moved(-picture.box.left, -picture.box.top).grown(_BESIDE)
    left, top = (max(int(edge / _COARSE), 0) for edge in where[:2])
    right, bottom = (int(edge / _COARSE) + 1 for edge in where[2:])
    part = image.crop((left, top, min(right, image.width), min(bottom, image.height)))
    pale = luminance(ink.colour) > luminance(veil)
    # colours are told in steps of eight, each taken for the worst in it
    near = [level | 7 if pale else level & ~7 for level in range(256)]
    found: Any = part.point(near * 3).getcolors(_MOST_COLOURS) or ()
    ranked = sorted(
        ((luminance(Colour(*c)), count, Colour(*c)) for count, c in found), reverse=pale
    )
    spare = _FEW * part.width * part.height
    for _, count, colour in ranked:
        spare -= count
        if spare < 0:
            return colour
    return ink.colour


@lru_cache(maxsize=8)
def _coarse(file: Identity, width: int, height: int, focus: Point) -> Image.Image:
    """Return a picture as it fills a box, in coarse squares, in RGB."""
    from swipewell.pictures.decode import filling

    small = filling(file.path, max(width // _COARSE, 1), max(height // _COARSE, 1), focus)
    return small.convert("RGB")
