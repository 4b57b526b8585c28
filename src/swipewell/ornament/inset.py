"""clay's inset: the shadow of a picture that lies on the clay like a glazed tile, and the clay around it."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Path
from swipewell.geometry import Rect
from swipewell.ornament.clay import VARIANTS, Lump, formed, lump_path
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return a clay slab behind the anchor ``inset`` of every slide that asks for one, a little larger.

    ``tone`` names its tone.
    """
    drawn: Drawn = []
    for slide in strip.slides:
        picture = slide.anchors.get("inset")
        if slide.wants("inset") is None or picture is None:
            drawn.append([])
            continue
        drawn.append(formed(strip.palette, _slab(picture, strip.seed % VARIANTS), options["tone"]))
    return drawn


@lru_cache(maxsize=32)
def _slab(picture: Rect, variant: int) -> Path:
    x, y = picture.centre
    wide, high = picture.width / 2 + 34, picture.height / 2 + 32
    return lump_path(Lump(x, y, wide, high, 70 + variant, power=9.0, waver=0.006))
