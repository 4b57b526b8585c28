"""meadow's numerals: drawn as large as a leaf can bear."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Copy, Item, Path, Symbol
from swipewell.ornament.growth import numeral
from swipewell.ornament.strip import Drawn, Options, Strip

_FINE = 16
"""Into how many parts a px of an outline is divided: as finely as it is painted."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the numeral or figure of every slide that hands one over, in the roles of its ground."""
    drawn: Drawn = []
    for slide in strip.slides:
        items: list[Item] = []
        colour = strip.palette[options["grounds"][slide.ground]]
        for path in (numeral(slide), slide.drawn.get("figure")):
            if path:
                items.append(_copy(path).shape(colour))
        drawn.append(items)
    return drawn


def _copy(path: Path) -> Copy:
    """Return an outline as the copy of a symbol that begins at whole px, for digits come again."""
    x = round(min(x for contour in path for x, _, _ in contour))
    y = round(min(y for contour in path for _, y, _ in contour))
    return Copy(_symbol(tuple(
        tuple((round((a - x) * _FINE), round((b - y) * _FINE), on) for a, b, on in contour)
        for contour in path
    )), x, y)  # fmt: skip


@lru_cache(maxsize=64)
def _symbol(outline: tuple[tuple[tuple[int, int, bool], ...], ...]) -> Symbol:
    """Return the symbol of an outline given in parts of a px."""
    return Symbol(tuple(
        tuple((x / _FINE, y / _FINE, on) for x, y, on in contour) for contour in outline
    ))  # fmt: skip
