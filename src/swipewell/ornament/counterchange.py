"""poster's one cut: a region on the strip of the whole deck, within which two inks change places.

Each slide has one main shape by its kind (``cutouts.py``). Grounds take turns from slide to slide, so
what runs on over a border is figure here and ground there; where shapes of two neighbours would meet
on a border, each ends there.
"""

from __future__ import annotations

from itertools import pairwise

from swipewell.frame import Contour, Path, Swap
from swipewell.ornament.cutouts import SHAPES, Piece, Spot
from swipewell.ornament.scissors import crossing, moved, within
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_WIDE = 1080.0

_APART = 8.0
"""How far from each other two shapes cross a border, at least, in px."""

_VARIANTS = 4
"""Among how many ways to cut a shape the seed chooses, so that each is worked out once."""

_BEYOND = 48.0
"""How far beyond a slide what runs on is kept, in px."""

_LEAST = 8.0
"""What reaches less far over a border, in px, is not shown there."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the cut of every slide; ``inks`` names the two colours that change places in it."""
    one, other = (strip.palette[role] for role in options["inks"])
    return [[Swap(path, one, other)] if path else [] for path in cuts(strip)]


def cuts(strip: Strip) -> list[Path]:
    """Return what is cut on every slide, with what runs on from its neighbours."""
    pieces = [_piece(strip, i) for i in range(len(strip.slides))]
    whole = [[*piece.stays, *_near(piece.runs)] for piece in pieces]
    for i, (left, right) in enumerate(pairwise(strip.slides)):
        if _alone(left) or _alone(right):
            continue
        there, here = pieces[i].runs, pieces[i + 1].runs
        if not _meet(crossing(there, _WIDE + 2), _at(pieces[i + 1], 1.0)):
            whole[i + 1] += _seen(moved(there, -_WIDE))
        if not _meet(crossing(here, -2.0), _at(pieces[i], _WIDE - 1)):
            whole[i] += _seen(moved(here, _WIDE))
    return [tuple(path) for path in whole]


def _seen(path: Path) -> Path:
    """Return what is seen of a neighbour's pieces; what hardly reaches over the border is left out."""
    return tuple(piece for piece in _near(path) if _reach(piece) > _LEAST)


def _near(path: Path) -> Path:
    """Return what of pieces lies on the slide, and a little beyond it."""
    return within(path, -_BEYOND, _WIDE + _BEYOND)


def _reach(piece: Contour) -> float:
    """Return how far a piece reaches onto the slide from the border it comes over, in px."""
    xs = [x for x, _, _ in piece]
    return min(max(xs), _WIDE - min(xs))


def _piece(strip: Strip, index: int) -> Piece:
    """Return the shape of a slide."""
    slide = strip.slides[index]
    wanted = slide.wants("counterchange") or {}
    make = SHAPES.get(wanted.get("shape", "none"))
    spot = Spot(slide, wanted, (strip.seed + index) % _VARIANTS * 31 + 1, float(strip.height))
    return make(spot) if make else Piece()


def _alone(slide: StripSlide) -> bool:
    """Say whether nothing runs on over a slide's borders."""
    return bool((slide.wants("counterchange") or {}).get("alone"))


def _at(piece: Piece, x: float) -> tuple[float, float] | None:
    """Return where a slide's own shape lies at an x."""
    return crossing((*piece.stays, *piece.runs), x)


def _meet(one: tuple[float, float] | None, other: tuple[float, float] | None) -> bool:
    """Say whether shapes come close to each other on a border."""
    if one is None or other is None:
        return False
    return one[0] - _APART < other[1] and other[0] - _APART < one[1]
