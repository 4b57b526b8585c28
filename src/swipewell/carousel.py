"""A finished carousel as a value, and the studio that keeps what is worth keeping between two."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from swipewell.deck import Outline
from swipewell.findings import Finding
from swipewell.frame import Frame
from swipewell.layout.compose import Deck
from swipewell.layout.kit import Kit, kit_of
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.model.theme import Theme
from swipewell.palette import Palette, grow
from swipewell.text.fonts import FontBook
from swipewell.text.shape import Shaper
from swipewell.text.typeset import Typesetter

if TYPE_CHECKING:
    from PIL import Image

    from swipewell.paint.painter import Painter


class Studio:
    """What is worth keeping from one post to the next: open fonts, shaped words, glyph masks.

    One studio serves one thread; two threads with two studios never meet.
    """

    __slots__ = ("_kits", "_painter", "_palettes", "book")

    def __init__(self, book: FontBook | None = None) -> None:
        self.book = book or FontBook.bundled()
        self._kits: dict[tuple[str, str], tuple[Theme, Kit]] = {}
        self._palettes: dict[tuple[str, str], Palette] = {}
        self._painter: Painter | None = None

    def kit(self, theme: Theme, language: str) -> Kit:
        """Return a theme's kit for a language."""
        known = self._kits.get((theme.name, language))
        if known is None or known[0] is not theme:
            setter = Typesetter(Shaper(self.book, language))
            known = self._kits[theme.name, language] = (theme, kit_of(theme, setter))
        return known[1]

    def palette(self, theme: Theme, seed: str) -> Palette:
        """Return a theme's palette grown from a seed ``#rrggbb``."""
        key = (theme.name, seed)
        if key not in self._palettes:
            self._palettes[key] = grow(theme.palette, seed)
        return self._palettes[key]

    def paint(self, frame: Frame, canvas: Image.Image | None = None) -> Image.Image:
        """Return the frame's picture, painted over an earlier one that is no longer wanted."""
        if self._painter is None:
            from swipewell.paint.painter import Painter  # checks never paint

            self._painter = Painter()
        return self._painter.paint(frame, canvas)


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
