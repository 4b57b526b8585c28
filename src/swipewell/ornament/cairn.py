"""clay's cairn: a flattened pebble for every step, the widest last, each resting on the next."""

from __future__ import annotations

from swipewell.frame import Item, Shape
from swipewell.ornament.clay import VARIANTS, Lump, formed, lump_path
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide
from swipewell.ornament.whorl import Whorl, hand_of, pressed

_LEAST, _MOST, _LONE = 134.0, 226.0, 200.0
_TURNS = (0.05, -0.03, 0.02)
_SIDEWAYS = (-10.0, 20.0, 0.0)


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the cairn of every slide with anchors ``stone``, from the lowest pebble up.

    ``tones`` gives by the number of pebbles their tones from the top; ``middle`` the x of the lowest.
    """
    drawn: Drawn = []
    for slide in strip.slides:
        drawn.append(_cairn(strip, slide, options) if slide.wants("cairn") is not None else [])
    return drawn


def _cairn(strip: Strip, slide: StripSlide, options: Options) -> list[Item]:
    rooms = slide.numbered("stone")
    tones = options["tones"][len(rooms)]
    items: list[Item] = []
    for k in reversed(range(len(rooms))):
        lump = _stone(rooms[k].top, rooms[k].bottom, k, len(rooms), strip.seed % VARIANTS)
        items += formed(strip.palette, lump_path(lump), tones[k], small=True, strength=0.35)
        if k == options["printed"][len(rooms)]:
            whorl = Whorl(lump.x + 0.48 * lump.wide, lump.y + 10, 1.18 * lump.high, 13, 1.2)
            ridges = pressed(whorl, hand_of(strip), lump)
            items.append(Shape(ridges, strip.palette[f"{tones[k]}_shade"], 0.7, kept=True))
    return items


def _stone(top: float, bottom: float, k: int, count: int, variant: int) -> Lump:
    """Return the pebble of a step between two heights, wider the lower it lies."""
    share = k / (count - 1) if count > 1 else 0.0
    least = _LEAST if count > 2 else 180.0
    wide = least + (_MOST - least) * share**0.85 if count > 1 else _LONE
    from_foot = count - 1 - k
    return Lump(
        262 + _SIDEWAYS[from_foot % 3] * (1 if count > 1 else 0),
        (top + bottom) / 2,
        wide,
        (bottom - top) / 2,
        53 - from_foot + variant * 5,
        power=2.6,
        waver=0.022,
        turn=_TURNS[from_foot % 3] * (0.6 if wide > 180 else 1.0),
    )
