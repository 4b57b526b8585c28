"""A finished carousel as a value, and the studio that keeps what is worth keeping between two."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from swipewell.deck import Outline
from swipewell.findings import Finding, InputError, error
from swipewell.frame import Frame
from swipewell.layout.compose import Deck
from swipewell.layout.kit import Kit, kit_of
from swipewell.model.brand import Brand, BrandFonts
from swipewell.model.post import Post
from swipewell.model.theme import Theme
from swipewell.palette import Palette, grow
from swipewell.text.fonts import FontBook
from swipewell.text.shape import Shaper
from swipewell.text.typeset import Typesetter

if TYPE_CHECKING:
    from PIL import Image

    from swipewell.paint.painter import Painter


_MOST_KITS = 64
"""How many pairs of a theme and a language are kept; each keeps up to 20,000 shaped words."""

_MOST_PALETTES = 256


class Studio:
    """What is worth keeping from one post to the next: open fonts, shaped words, glyph masks.

    All of it is bounded. Threads may share a studio, and then take turns; a studio for each thread
    is faster.
    """

    __slots__ = ("_dressed", "_kits", "_painter", "_palettes", "book", "turn")

    def __init__(self, book: FontBook | None = None) -> None:
        self.book = book or FontBook.bundled()
        self.turn = threading.RLock()
        self._kits: dict[tuple[str, ...], tuple[Theme, Kit]] = {}
        self._palettes: dict[tuple[str, str], Palette] = {}
        self._painter: Painter | None = None
        self._dressed: dict[tuple[str, ...], tuple[Theme, Theme]] = {}

    def kit(self, theme: Theme, language: str) -> Kit:
        """Return a theme's kit for a language."""
        key = (theme.name, *sorted(theme.families.values()), language)
        known = self._kits.get(key)
        if known is None or known[0] is not theme:
            if len(self._kits) >= _MOST_KITS:
                self._kits.clear()
            setter = Typesetter(Shaper(self.book, language))
            known = self._kits[key] = (theme, kit_of(theme, setter))
        return known[1]

    def dressed(self, theme: Theme, fonts: BrandFonts) -> Theme:
        """Return a theme in a brand's own fonts; InputError where one is none."""
        if fonts.heading is None and fonts.body is None:
            return theme
        key = (theme.name, fonts.heading or "", fonts.body or "")
        known = self._dressed.get(key)
        if known is None or known[0] is not theme:
            families = dict(theme.families)
            if fonts.heading:
                families["heading"] = _family(self.book, "heading", fonts.heading)
            if fonts.body:
                families["body"] = _family(self.book, "body", fonts.body)
            if len(self._dressed) >= _MOST_KITS:
                self._dressed.clear()
            dressed = theme._replace(families=families)
            known = self._dressed[key] = (theme, dressed)
        return known[1]

    def palette(self, theme: Theme, seed: str) -> Palette:
        """Return a theme's palette grown from a seed ``#rrggbb``."""
        key = (theme.name, seed)
        if key not in self._palettes:
            if len(self._palettes) >= _MOST_PALETTES:
                self._palettes.clear()
            self._palettes[key] = grow(theme.palette, seed)
        return self._palettes[key]

    def paint(self, frame: Frame, canvas: Image.Image | None = None) -> Image.Image:
        """Return the frame's picture, painted over an earlier one that is no longer wanted."""
        with self.turn:
            if self._painter is None:
                from swipewell.paint.painter import Painter  # checks never paint

                self._painter = Painter()
            return self._painter.paint(frame, canvas)


def _family(book: FontBook, name: str, font: str) -> str:
    """Return the family by which a brand's font is known to the book."""
    try:
        return font if font in book.families else book.own_file(font)
    except (OSError, ValueError, RuntimeError) as fault:
        message = f"The font “{Path(font).name[:60]}” cannot be set ({fault})."
        hint = "Name a family that `swipewell fonts` lists, or a .ttf or .otf file."
        raise InputError([error("unknown-font", message, hint, field=f"fonts.{name}")]) from None


class Slide(NamedTuple):
    """A finished slide: its kind, its alternative text, and its picture, painted when asked for."""

    kind: str
    alt: str
    frame: Frame
    paint: Callable[..., Image.Image]

    @property
    def image(self) -> Image.Image:
        """Return the slide's picture, 1080 px square, in RGB."""
        return self.painted()

    def painted(self, canvas: Image.Image | None = None) -> Image.Image:
        """Return the slide's picture, painted over an earlier picture that is no longer wanted."""
        return self.paint(self.frame, canvas)


class Prepared(NamedTuple):
    """All that decides how a post comes out: its text, for a brand, in a theme, on a day."""

    post: Post
    brand: Brand
    theme: Theme
    outline: Outline


class Rendered(NamedTuple):
    """A post set as slides, and what was noticed on the way."""

    post: Post
    brand: Brand
    theme: Theme
    outline: Outline
    deck: Deck
    slides: tuple[Slide, ...]
    findings: tuple[Finding, ...]
