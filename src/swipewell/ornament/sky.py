"""tide's sky: pale above, paler at its foot, and warm about a low sun."""

from __future__ import annotations

from functools import lru_cache

from swipewell.colour import Colour
from swipewell.frame import Fill, Gradient, Item, Path, Shadow
from swipewell.ornament.curve import disc
from swipewell.ornament.strip import Drawn, Options, Strip
from swipewell.ornament.sun import Sun, suns

_GLOW, _BLUR = 0.6, 0.25
"""A glow's radius and blur, by how far it reaches."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the sky of every slide; ``top`` and ``foot`` name its roles, ``glow`` that about a sun."""
    fill = Fill(_fall(strip.palette[options["top"]], strip.palette[options["foot"]], strip.height))
    glow = strip.palette[options["glow"]]
    found = suns(strip)
    drawn: Drawn = []
    for i in range(len(strip.slides)):
        near = [(s, dx) for j, dx in ((i, 0), (i - 1, -strip.width), (i + 1, strip.width))
                if 0 <= j < len(found) and (s := found[j]) is not None
                and -s.reach < s.x + dx < strip.width + s.reach]  # fmt: skip
        items: list[Item] = [fill]
        items += [
            Shadow(_about(sun, dx), glow, (0.0, 0.0), sun.reach * _BLUR, 0.96) for sun, dx in near
        ]
        drawn.append(items)
    return drawn


@lru_cache(maxsize=16)
def _fall(top: Colour, foot: Colour, height: int) -> Gradient:
    return Gradient((0.0, 0.0), (0.0, float(height)), ((0.0, top), (1.0, foot)))


@lru_cache(maxsize=32)
def _about(sun: Sun, dx: float) -> Path:
    """Return the disc whose shadow is the glow about a sun."""
    return (disc(sun.x + dx, sun.y - 40, sun.reach * _GLOW),)
