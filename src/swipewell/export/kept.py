"""The pictures of decks as they were encoded last, for whoever makes the same decks again and again.

A slide whose frame is as it was, and whose picture files are, has the same bytes: it is neither
painted nor encoded again.
"""

from __future__ import annotations

from swipewell.frame import Frame, Picture
from swipewell.named import NamedTuple
from swipewell.pictures.look import Identity, identity

_MOST_SLIDES = 400
"""How many slides are kept, at some 100 kB each."""


class Drawn(NamedTuple):
    """All that decides a slide's pixels: its frame, and its picture files as they are now."""

    frame: Frame
    files: tuple[Identity | None, ...]

    @classmethod
    def of(cls, frame: Frame) -> Drawn:
        """Return what decides the pixels of a frame just now."""
        files = (item.file for item in frame.items if isinstance(item, Picture))
        return cls(frame, tuple(map(_identity, files)))


def _identity(file: str) -> Identity | None:
    try:
        return identity(file)
    except OSError:
        return None


class Kept:
    """What is known of slides' pictures, by the deck's name and the slide's number."""

    __slots__ = ("_slides",)

    def __init__(self) -> None:
        self._slides: dict[tuple[str, int], tuple[Drawn, dict[str, bytes]]] = {}

    def pictures(self, deck: str, number: int, frame: Frame) -> dict[str, bytes]:
        """Return a slide's pictures by format, empty where it has changed; what is added is kept."""
        drawn = Drawn.of(frame)
        known = self._slides.pop((deck, number), None)
        if known is None or known[0] != drawn:
            known = drawn, {}
        self._slides[deck, number] = known
        while len(self._slides) > _MOST_SLIDES:
            del self._slides[next(iter(self._slides))]
        return known[1]
