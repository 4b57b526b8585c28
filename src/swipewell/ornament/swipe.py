"""notebook's marker: one swipe behind words that are to be kept, and behind the numbers of help."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Contour, Path, Shape
from swipewell.ornament.nib import swiped
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return a swipe behind every anchor ``mark.N``: ``colour`` names its role, ``on_leaf`` that on a leaf."""
    drawn: Drawn = []
    for slide in strip.slides:
        role = options["on_leaf"] if slide.ground == "leaf" else options["colour"]
        path = tuple(
            _swipe(round(word.left, 1), round(word.right, 1), word.bottom, word.height, k)
            for k, word in enumerate(slide.numbered("mark"))
        )
        drawn.append([Shape(_kept(path), strip.palette[role], kept=True)] if path else [])
    return drawn


@lru_cache(maxsize=256)
def _swipe(left: float, right: float, baseline: float, size: float, k: int) -> Contour:
    high = 0.52 * size
    return swiped(left - 0.12 * size, right + 0.13 * size, baseline - 0.2 * size, high, 20 + 13 * k)


@lru_cache(maxsize=256)
def _kept(path: Path) -> Path:
    """Return the same path as before for the same swipes."""
    return path
