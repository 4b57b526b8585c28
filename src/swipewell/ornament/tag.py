"""clay's tags: a printed lump that bears one word or one number in cream."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Item, Shape
from swipewell.geometry import Rect
from swipewell.ornament.clay import VARIANTS, Lump, formed, lump_path
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide
from swipewell.ornament.whorl import Whorl, hand_of, pressed


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the lump under the anchor ``word`` or ``figure`` of every slide that asks for one.

    The word's comes in over the top edge; the number's lies whole. ``tone`` names its tone.
    """
    drawn: Drawn = []
    for slide in strip.slides:
        drawn.append(_tag(strip, slide, options["tone"]) if slide.wants("tag") is not None else [])
    return drawn


def _tag(strip: Strip, slide: StripSlide, name: str) -> list[Item]:
    word, figure = slide.anchors.get("word"), slide.anchors.get("figure")
    if word is not None:
        lump, whorl = _hung(word, strip.seed % VARIANTS)
    elif figure is not None:
        lump, whorl = _lying(figure, strip.seed % VARIANTS)
    else:
        return []
    ridges = pressed(whorl, hand_of(strip), lump)
    return [
        *formed(strip.palette, lump_path(lump), name),
        Shape(ridges, strip.palette[f"{name}_shade"], 0.62, kept=True),
    ]


@lru_cache(maxsize=64)
def _hung(word: Rect, variant: int) -> tuple[Lump, Whorl]:
    """Return a lump that hangs from the top edge down to under a word, in steps of 12 px, and its print."""
    left, top = 48.0, -70.0
    right = min(1040.0, 12.0 * round((word.right + 88) / 12))
    bottom = 12.0 * round((word.bottom + 54) / 12)
    x, y = (left + right) / 2, (top + bottom) / 2
    lump = Lump(x, y, (right - left) / 2, (bottom - top) / 2, 40 + variant, power=4.2, waver=0.012)
    return lump, Whorl(right - 130, bottom - 150, 260, 21, 0.5)


@lru_cache(maxsize=64)
def _lying(figure: Rect, variant: int) -> tuple[Lump, Whorl]:
    """Return a lump about a number, and its print."""
    x, y = 540.0, float(round(figure.centre[1]))
    wide = min(480.0, max(330.0, 12.0 * round((figure.width / 2 + 110) / 12)))
    lump = Lump(x, y, wide, 252, 45 + variant, power=2.9, waver=0.022, turn=0.03)
    return lump, Whorl(x + wide * 0.5, y + 20, 330, 24, -0.3)
