"""A carousel on one sheet: the whole deck, the swipe at the width of a phone, the tile in the profile.

It is made to be looked at before a post goes out. Slides stand on a quiet grey, so that no paper looks
warmer or colder than it is; a phone's strip has no gaps, for there what runs on across the swipe must
meet; and the cover is shown as the profile's grid crops it, with what it cuts off beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PIL import Image

from swipewell.carousel import Rendered
from swipewell.colour import Colour
from swipewell.frame import Fill, Frame, GlyphRun, Item, Placed
from swipewell.geometry import Rect
from swipewell.named import NamedTuple
from swipewell.paint.painter import Painter
from swipewell.text.direction import is_right_to_left
from swipewell.text.fonts import FaceKey, FontBook
from swipewell.text.shape import Manner, Shaper
from swipewell.text.typeset import Manners, SetText, Typesetter

PHONE = 375
"""How wide a slide is on a phone, in points, each of which is a px here."""

GRID = 3 / 4
"""A tile of the profile's grid: its width to its height."""

_REDUCING = 1.4
"""What is to be so many times smaller is halved first: as sharp to the eye, in half the time."""

_COLUMNS = (4, 5)
_GAP = 24
_BETWEEN = 96
_MARGIN = 84
_WIDTH = 5 * PHONE + _BETWEEN + PHONE
_TILE, _TILE_GAP = 123, 3

GROUND = Colour(232, 230, 226)
BLANK = Colour(219, 216, 211)
INK = Colour(44, 42, 40)
MUTED = Colour(104, 100, 95)


class Print(NamedTuple):
    """A slide's picture as it stands on the sheet: among the others, and on a phone."""

    width: int
    height: int
    among: Image.Image
    phone: Image.Image


class _Cell(NamedTuple):
    """A picture and the place of its upper left corner on the sheet."""

    image: Image.Image
    x: int
    y: int


def printed(image: Image.Image, count: int) -> Print:
    """Return the prints of one of so many slides; the image itself may be painted over then."""
    among = (_WIDTH - (_columns(count) - 1) * _GAP) // _columns(count)
    return Print(*image.size, scaled_to(image, among), scaled_to(image, PHONE))


def sheet_of(carousel: Rendered, prints: Sequence[Print]) -> Image.Image:
    """Return the sheet of a carousel from the prints of its slides, cover first."""
    return _Sheet(carousel, prints).painted()


def tile_of(width: int, height: int) -> tuple[int, int, int, int]:
    """Return what the profile's grid shows of a cover: left, top, right and bottom in px."""
    wide, high = min(width, height * GRID), min(height, width / GRID)
    left, top = (width - wide) / 2, (height - high) / 2
    return round(left), round(top), round(left + wide), round(top + high)


def _columns(count: int) -> int:
    """Return how many slides stand side by side, so that rows are filled evenly."""
    few, most = _COLUMNS
    rows = -(-count // most)
    return max(few, -(-count // rows))


def scaled_to(image: Image.Image, width: int) -> Image.Image:
    """Return a picture at a width in px, its shape kept."""
    height = round(image.height * width / image.width)
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=_REDUCING)


class _Sheet:
    """The sheet as it gathers from its head to its foot: texts and shapes, then pictures over them."""

    def __init__(self, carousel: Rendered, prints: Sequence[Print]) -> None:
        self._carousel = carousel
        self._prints = prints
        self._book = FontBook.bundled()
        self._setter = Typesetter(Shaper(self._book, carousel.deck.language))
        self._mirrored = is_right_to_left(carousel.deck.language)
        self._items: list[Item] = []
        self._cells: list[_Cell] = []

    def painted(self) -> Image.Image:
        """Return the sheet's picture."""
        y = self._head(_MARGIN)
        y = self._deck(y + 72)
        y = max(self._strip(y + _BETWEEN), self._grid(y + _BETWEEN))
        frame = Frame(_WIDTH + 2 * _MARGIN, y + _MARGIN, (Fill(GROUND), *self._items))
        image = Painter().paint(frame)
        for cell in self._cells:
            image.paste(cell.image, (cell.x, cell.y))
        return image

    def _head(self, y: int) -> int:
        """Set the title, and what the deck is; return where it ends."""
        carousel, first = self._carousel, self._prints[0]
        family = carousel.theme.families["heading"]
        family = family if family in self._book.families else "Fraunces"
        y = self._text(carousel.post.title, y, size=72, family=family, weight=400)
        size = f"{len(self._prints)} slides · {first.width} × {first.height}"
        about = f"{verbatim(carousel.theme.name)} · {size}"
        if carousel.brand.name:
            about = f"{verbatim(carousel.brand.name)} · {about}"
        return self._text(about, y + 12, size=32, colour=MUTED)

    def _deck(self, y: int) -> int:
        """Place all slides in rows, each with its number and kind; return where they end."""
        columns = _columns(len(self._prints))
        wide, high = self._prints[0].among.size
        for number, (one, slide) in enumerate(
            zip(self._prints, self._carousel.slides, strict=True)
        ):
            row, column = divmod(number, columns)
            x, top = column * (wide + _GAP), y + row * (high + 72)
            self._place(one.among, x, top)
            kind = slide.kind.replace("_", " ")
            label = f"**{number + 1}** {kind}"
            self._text(label, top + high + 10, x=x, measure=wide, size=26, colour=MUTED)
        return y + -(-len(self._prints) // columns) * (high + 72) - 20

    def _strip(self, y: int) -> int:
        """Place the slides edge to edge at the width of a phone; return where they end."""
        y = self._text("**As they are swiped**, at the width of a phone", y, size=32) + 20
        high = self._prints[0].phone.height
        for number, one in enumerate(self._prints):
            row, column = divmod(number, 5)
            self._place(one.phone, column * PHONE, y + row * (high + _GAP))
        return y + -(-len(self._prints) // 5) * (high + _GAP) - _GAP

    def _grid(self, y: int) -> int:
        """Show the cover as the profile's grid crops it, and what is cut off; return where it ends."""
        x = 5 * PHONE + _BETWEEN
        y = self._text("**In the grid**", y, x=x, measure=PHONE, size=32) + 20
        cover = self._prints[0]
        box = tile_of(*cover.phone.size)
        high = round(_TILE / GRID)
        tile = cover.phone.resize((_TILE, high), Image.Resampling.LANCZOS, box=box)
        blank = Image.new("RGB", tile.size, BLANK)
        for number in range(6):
            row, column = divmod(number, 3)
            at = x + column * (_TILE + _TILE_GAP), y + row * (high + _TILE_GAP)
            self._place(tile if number == 0 else blank, *at)
        y += 2 * high + _TILE_GAP + _GAP
        self._place(_veiled(cover.phone, box), x, y)
        return y + cover.phone.height

    def _place(self, image: Image.Image, x: int, y: int) -> None:
        place = self._moved(x, y, *image.size)
        self._cells.append(_Cell(image, round(place.left), round(place.top)))

    def _moved(self, x: float, y: float, width: float, height: float) -> Rect:
        """Return a place on the sheet from one within its margins; a deck from right to left is mirrored."""
        left = _MARGIN + (_WIDTH - x - width if self._mirrored else x)
        return Rect(left, y, left + width, y + height)

    def _text(
        self,
        text: str,
        y: int,
        *,
        x: float = 0,
        measure: float = _WIDTH,
        size: float,
        colour: Colour = INK,
        family: str = "Source Sans 3",
        weight: int = 400,
    ) -> int:
        """Set a text with its upper edge at a height; return where it ends."""
        faces = manners(family, weight)
        leading = round(1.2 * size)
        words = self._setter.set(
            text, faces, size=size, leading=leading, measure=measure, setting="balanced"
        )
        self._items += runs_of(
            words, self._moved(x, y, measure, words.height), colour, self._mirrored
        )
        return y + round(words.height)


def verbatim(text: str) -> str:
    """Return a text with a backslash before each sign that would be markup."""
    return re.sub(r"[\\*=]", r"\\\g<0>", text)


def manners(family: str, weight: int) -> Manners:
    """Return how texts on a sheet are set: in one family, marked words in bold."""
    plain, strong = (Manner(FaceKey(family, one)) for one in (weight, 700))
    return Manners(plain, plain, strong, strong)


def runs_of(words: SetText, room: Rect, colour: Colour, mirrored: bool) -> Iterator[GlyphRun]:
    """Yield the glyphs of a set text in its room, a run for each face."""
    runs: dict[int, tuple[object, list[Placed]]] = {}
    for row in words.rows:
        left = room.right - row.width if mirrored else room.left
        y = float(round(room.top + row.top + words.baseline))
        for piece, at, _ in row.standing():
            if piece.glyphs:
                known = runs.setdefault(id(piece.face), (piece.face, []))
                known[1].append(Placed(piece.glyphs, left + at * words.size, y))
    for face, pieces in runs.values():
        yield GlyphRun(face, words.size, colour, tuple(pieces), room, words, "", "")


def _veiled(image: Image.Image, shown: tuple[int, int, int, int]) -> Image.Image:
    """Return a picture with all but a part of it under a veil of the sheet's own grey, and apart."""
    veil = Image.new("RGB", image.size, GROUND)
    veiled = Image.blend(image, veil, 0.72)
    left, top, right, bottom = shown
    apart = (left - _TILE_GAP, top - _TILE_GAP, right + _TILE_GAP, bottom + _TILE_GAP)
    veiled.paste(GROUND, apart)
    veiled.paste(image.crop(shown), shown[:2])
    return veiled
