"""A finished carousel as a value, and the studio that keeps what is worth keeping between two."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from swipewell.deck import Outline
from swipewell.findings import Finding, InputError, error
from swipewell.frame import Frame
from swipewell.geometry import SQUARE, Page
from swipewell.layout.compose import Deck
from swipewell.layout.kit import Kit, kit_of
from swipewell.model.brand import Brand, BrandFonts, Colours
from swipewell.model.post import Post
from swipewell.model.theme import Theme
from swipewell.named import NamedTuple
from swipewell.palette import Palette, grow
from swipewell.text.fonts import FontBook
from swipewell.text.shape import Shaper
from swipewell.text.typeset import Typesetter

if TYPE_CHECKING:
    from PIL import Image

    from swipewell.own_colours import Grown
    from swipewell.paint.painter import Painter


_MOST_KITS = 64
"""How many pairs of a theme and a language are kept; each keeps up to 20,000 shaped words."""

_MOST_PALETTES = 256


class Studio:
    """What is worth keeping from one post to the next: open fonts, shaped words, glyph masks.

    All of it is bounded. Threads may share a studio, and then take turns; a studio for each thread
    is faster.
    """

    __slots__ = (
        "_dressed",
        "_kits",
        "_own_colours",
        "_painter",
        "_palettes",
        "_relaid",
        "book",
        "turn",
    )

    def __init__(self, book: FontBook | None = None) -> None:
        self.book = book or FontBook.bundled()
        self.turn = threading.RLock()
        self._kits: dict[tuple[str, ...], tuple[Theme, Kit]] = {}
        self._palettes: dict[tuple[str, str], tuple[object, Palette]] = {}
        self._own_colours: dict[tuple[str, Colours], tuple[object, Grown]] = {}
        self._painter: Painter | None = None
        self._dressed: dict[tuple[str, ...], tuple[Theme, Theme]] = {}
        self._relaid: dict[tuple[str, str], tuple[Theme, Theme]] = {}

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

    def relaid(self, theme: Theme, page: Page) -> Theme:
        """Return a theme laid out for slides of a size."""
        if page == SQUARE:
            return theme
        key = (theme.name, page.name)
        known = self._relaid.get(key)
        if known is None or known[0] is not theme:
            if len(self._relaid) >= _MOST_KITS:
                self._relaid.clear()
            from swipewell.layout.relay import relaid  # most slides are square

            known = self._relaid[key] = (theme, relaid(theme, page))
        return known[1]

    def colours(self, theme: Theme, colours: Colours) -> tuple[Palette, tuple[Finding, ...]]:
        """Return a theme's palette in a brand's colours, and what there is to say of them."""
        if not colours.model_fields_set - {"seed"}:
            return self.palette(theme, colours.seed or theme.seed), ()
        from swipewell.own_colours import grown_for  # most brands have a seed and no more

        key = (theme.name, colours)
        known = self._own_colours.get(key)
        if known is None or known[0] is not theme.palette:
            if len(self._own_colours) >= _MOST_PALETTES:
                self._own_colours.clear()
            known = self._own_colours[key] = (theme.palette, grown_for(theme, colours))
        return known[1]

    def palette(self, theme: Theme, seed: str) -> Palette:
        """Return a theme's palette grown from a seed ``#rrggbb``."""
        key = (theme.name, seed)
        known = self._palettes.get(key)
        if known is None or known[0] is not theme.palette:
            if len(self._palettes) >= _MOST_PALETTES:
                self._palettes.clear()
            known = self._palettes[key] = (theme.palette, grow(theme.palette, seed))
        return known[1]

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
        """Return the slide's picture, 1080 px wide at scale 1, in RGB."""
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
    page: Page = SQUARE
    scale: int = 1


class Rendered(NamedTuple):
    """A post set as slides, and what was noticed on the way."""

    post: Post
    brand: Brand
    theme: Theme
    outline: Outline
    deck: Deck
    slides: tuple[Slide, ...]
    findings: tuple[Finding, ...]
    page: Page = SQUARE
    scale: int = 1
