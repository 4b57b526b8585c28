"""A week on one sheet: its covers as they will stand in the profile's grid, and when each is posted.

The newest stands first, as Instagram has it; after the week's own come the covers of earlier weeks.
"""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from swipewell.colour import Colour
from swipewell.export.schedule.entry import Entry
from swipewell.export.sheet import (
    BLANK,
    GRID,
    GROUND,
    INK,
    MUTED,
    manners,
    runs_of,
    scaled_to,
    tile_of,
    verbatim,
)
from swipewell.frame import Fill, Frame, Item
from swipewell.geometry import Rect
from swipewell.paint.painter import Painter
from swipewell.text.fonts import FontBook
from swipewell.text.shape import Shaper
from swipewell.text.typeset import Typesetter

_COLUMNS, _LEAST_ROWS = 3, 2
_TILE, _TILE_GAP = 270, 6
_MARGIN, _GUTTER = 84, 72
_COVER, _LIST = 150, 880
_BETWEEN = 28
_WIDTH = _COLUMNS * _TILE + (_COLUMNS - 1) * _TILE_GAP + _GUTTER + _LIST


def week_sheet(
    name: str,
    about: str,
    entries: Sequence[Entry],
    covers: Sequence[Image.Image],
    earlier: Sequence[Image.Image],
) -> Image.Image:
    """Return the sheet of a week: its name, what it is, its posts and their covers in order.

    ``earlier`` are the covers of posts before it, the newest last.
    """
    return _Sheet().painted(name, about, entries, covers, earlier)


class _Sheet:
    """The sheet as it gathers: texts, then pictures over them."""

    def __init__(self) -> None:
        self._setter = Typesetter(Shaper(FontBook.bundled(), "en"))
        self._items: list[Item] = []
        self._cells: list[tuple[Image.Image, int, int]] = []

    def painted(
        self,
        name: str,
        about: str,
        entries: Sequence[Entry],
        covers: Sequence[Image.Image],
        earlier: Sequence[Image.Image],
    ) -> Image.Image:
        """Return the sheet's picture."""
        y = self._text(name, 0, _MARGIN, _WIDTH, 72, family="Fraunces")
        y = self._text(about, 0, y + 8, _WIDTH, 32, MUTED) + 64
        shown = [*reversed(covers), *reversed(earlier)]
        bottom = max(self._grid(shown, y), self._list(entries, covers, y))
        frame = Frame(_WIDTH + 2 * _MARGIN, bottom + _MARGIN, (Fill(GROUND), *self._items))
        image = Painter().paint(frame)
        for cell, x, top in self._cells:
            image.paste(cell, (x + _MARGIN, top))
        return image

    def _grid(self, covers: Sequence[Image.Image], y: int) -> int:
        """Place covers as the profile crops them, blanks behind them; return where they end."""
        high = round(_TILE / GRID)
        rows = max(_LEAST_ROWS, -(-len(covers) // _COLUMNS))
        blank = Image.new("RGB", (_TILE, high), BLANK)
        for number in range(rows * _COLUMNS):
            row, column = divmod(number, _COLUMNS)
            tile = _cropped(covers[number], high) if number < len(covers) else blank
            at = column * (_TILE + _TILE_GAP), y + row * (high + _TILE_GAP)
            self._cells.append((tile, *at))
        return y + rows * (high + _TILE_GAP) - _TILE_GAP

    def _list(self, entries: Sequence[Entry], covers: Sequence[Image.Image], y: int) -> int:
        """Tell each post with its cover, in the order of the week; return where they end."""
        left = _WIDTH - _LIST
        words = left + _COVER + _BETWEEN
        for entry, cover in zip(entries, covers, strict=True):
            small = scaled_to(cover, _COVER)
            self._cells.append((small, left, y))
            when = f"**{entry.local('%a %d %b, %H:%M')}** · {verbatim(entry.series)}"
            end = self._text(when, words, y - 4, _LIST - _COVER - _BETWEEN, 30)
            end = self._text(verbatim(entry.title), words, end + 6, _LIST - _COVER - _BETWEEN, 36)
            slides = f"{len(entry.pictures)} slides"
            end = self._text(slides, words, end + 6, _LIST - _COVER - _BETWEEN, 26, MUTED)
            y = max(y + small.height, end) + _BETWEEN
        return y - _BETWEEN

    def _text(
        self,
        text: str,
        x: int,
        y: int,
        measure: int,
        size: int,
        colour: Colour = INK,
        *,
        family: str = "Source Sans 3",
    ) -> int:
        """Set a text with its upper edge at a height; return where it ends."""
        words = self._setter.set(
            text,
            manners(family, 400),
            size=size,
            leading=round(1.2 * size),
            measure=measure,
            setting="balanced",
        )
        left = float(_MARGIN + x)
        room = Rect(left, y, left + measure, y + words.height)
        self._items += runs_of(words, room, colour, mirrored=False)
        return y + round(words.height)


def _cropped(cover: Image.Image, height: int) -> Image.Image:
    """Return what the profile's grid shows of a cover."""
    box = tile_of(*cover.size)
    return cover.resize((_TILE, height), Image.Resampling.LANCZOS, box=box, reducing_gap=3)
