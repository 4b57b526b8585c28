"""clay's slips: thin cream pieces on which something is said, written or kept.

The one of a tip has a tail that ends at the brand's mark: the therapist says it.
"""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Path
from swipewell.geometry import Rect
from swipewell.ornament.clay import VARIANTS, Lump, formed, outline
from swipewell.ornament.curve import closed, spline
from swipewell.ornament.strip import Drawn, Options, Strip

_TAIL = ((190, -66), (226, -22), (178, 23), (124, 40), (142, -2), (128, -56))
"""The tail of a slip, clockwise as its edge: x on the slide, y from the slip's foot, in px."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return a slip about the anchor ``said`` of every slide that asks for one.

    ``tone`` names its tone. A layout's ``slip`` may have a ``tail``; ``left`` and ``right`` say how far it
    reaches beyond what is written; ``above`` and ``below`` likewise. It ends at the x ``least`` or beyond.
    """
    drawn: Drawn = []
    for slide in strip.slides:
        wanted, said = slide.wants("slip"), slide.anchors.get("said")
        if wanted is None or said is None:
            drawn.append([])
            continue
        room = _room(said, wanted)
        path = _slip(room, strip.seed % VARIANTS, bool(wanted.get("tail")), wanted.get("power"))
        drawn.append(formed(strip.palette, path, options["tone"], strength=0.2))
    return drawn


def _room(said: Rect, wanted: Options) -> Rect:
    """Return the slip's rectangle about what is written, in steps of 12 px, so that it comes again."""
    # a tail wants its place, and a card is no label
    least = wanted.get("least", 306.0 if wanted.get("tail") else 0.0)
    right = 12 * math.ceil((said.right + wanted.get("right", 118)) / 12)
    return Rect(
        said.left - wanted.get("left", 54),
        round(said.top - wanted.get("above", 50)),
        max(least, min(right, 1056.0)),
        round(said.bottom + wanted.get("below", 58)),
    )


@lru_cache(maxsize=64)
def _slip(room: Rect, seed: int, tail: bool, power: float | None) -> Path:
    """Return a slip's edge that holds a rectangle's middle, with its tail."""
    x, y = room.centre
    power = power or (3.3 if room.height < 220 else 4.4 if room.height < 420 else 7.0)
    lump = Lump(x, y, room.width / 2, room.height / 2, 30 + seed, power=power, waver=0.01)
    if not tail:
        return (outline(lump),)
    points = [(float(x), room.bottom + y) for x, y in _TAIL]
    bent = spline([*points, points[0]], 12)
    return (outline(lump), closed(bent))
