"""The pictures of the page: a key for each state of a slide, and its bytes, made when asked for.

A slide that comes out as it did before keeps its key, so that the page knows what to exchange.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Hashable, Sequence
from typing import TypeVar

from swipewell.carousel import Slide
from swipewell.export.kept import Drawn
from swipewell.named import NamedTuple

_K = TypeVar("_K")
_V = TypeVar("_V")

_MOST_SLIDES = 700
"""How many slides can be asked for: a post of twenty, in eight themes and four sizes."""

_MOST_PICTURES = 200
"""How many encoded pictures are kept, at some 100 kB each."""


class _Leaf(NamedTuple):
    key: str
    drawn: Drawn
    slide: Slide


class Album:
    """Slides by their keys; any thread may ask."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._prefix = secrets.token_hex(4)  # another run's pictures may be in the browser still
        self._count = 0
        self._last: dict[tuple[Hashable, int], _Leaf] = {}
        self._leaves: dict[str, _Leaf] = {}
        self._pictures: dict[str, bytes] = {}

    def keys(self, owner: Hashable, slides: Sequence[Slide]) -> tuple[str, ...]:
        """Return the keys of a deck's slides; ``owner`` tells the deck from others."""
        with self._turn:
            return tuple(self._key((owner, number), slide) for number, slide in enumerate(slides))

    def _key(self, place: tuple[Hashable, int], slide: Slide) -> str:
        drawn = Drawn.of(slide.frame)
        known = self._last.pop(place, None)
        if known is None or known.drawn != drawn or known.key not in self._leaves:
            self._count += 1
            known = _Leaf(f"{self._prefix}-{self._count}", drawn, slide)
            self._leaves[known.key] = known
        self._last[place] = known
        _shortened(self._last, _MOST_SLIDES)
        _shortened(self._leaves, _MOST_SLIDES)
        return known.key

    def slide(self, key: str) -> Slide:
        """Return the slide by a key; KeyError where there is none."""
        with self._turn:
            return self._leaves[key].slide

    def picture(self, key: str) -> bytes | None:
        """Return a slide as PNG, None where there is none by that key."""
        with self._turn:
            known = self._pictures.get(key)
            leaf = self._leaves.get(key)
        if known is not None or leaf is None:
            return known
        from swipewell.export.image import png

        made = png(leaf.slide.image)
        with self._turn:
            self._pictures[key] = made
            _shortened(self._pictures, _MOST_PICTURES)
        return made


def _shortened(table: dict[_K, _V], most: int) -> None:
    """Let the oldest entries go where there are too many."""
    while len(table) > most:
        del table[next(iter(table))]
