"""dusk's sky: one evening from the first slide to the last, and the light that moons throw on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from swipewell.colour import Colour, mixed
from swipewell.frame import Fill, Gradient, Item, Path, Shadow
from swipewell.ornament.curve import disc
from swipewell.ornament.moon import Moon, seen
from swipewell.ornament.strip import Drawn, Options, Strip

_HOURS = (0.0, 0.16, 0.4, 0.72, 1.0)
"""When each colour of the sky has its time, from the evening's beginning to its end."""

_GLOW_HOURS = ((0.0, 1.0), (0.12, 0.733), (0.34, 0.2), (0.5, 0.0))
"""How much is left of the afterglow, by the hour."""

_LENGTHS = (4, 8, 16)
"""For how many slides an evening is made: few lengths, so that skies come again in other posts."""

_LONGEST_GLOW = 8
"""For how many slides at most the afterglow's hours are made: words must read on what is left of it."""

_REACH = 1.6
"""How far a halo is seen, by its moon's radius."""

_Stops = tuple[tuple[float, Colour], ...]


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the sky of every slide and the halos on it.

    ``sky`` names the roles of five hours, ``zenith`` that of the dark above, ``glow`` the three of the
    afterglow from where it begins down to the horizon, ``halo`` that of a moon's light.
    """
    sky, glow = (tuple(strip.palette[role] for role in options[name]) for name in ("sky", "glow"))
    zenith, halo = strip.palette[options["zenith"]], strip.palette[options["halo"]]
    count = len(strip.slides)
    length = next((n for n in _LENGTHS if count <= 1.5 * n), _LENGTHS[-1])
    drawn: Drawn = []
    for i, moons in enumerate(seen(strip, _REACH)):
        if any(_only_corner(moon, strip) for moon in moons):
            drawn.append([Fill(_corner(sky[-1], halo, strip.height))])
            continue
        items: list[Item] = [Fill(_wash(i, length, sky, zenith, glow, strip.height))]
        items += [_halo(moon, halo) for moon in moons]
        drawn.append(items)
    return drawn


def _only_corner(moon: Moon, strip: Strip) -> bool:
    """Say whether a moon leaves nothing of a slide's sky but its top right corner."""
    width, foot = float(strip.width), strip.y(905)
    corners = ((0.0, 0.0), (0.0, foot), (width, foot))
    return all(math.dist(corner, (moon.x, moon.y)) < moon.radius for corner in corners)


@lru_cache(maxsize=8)
def _corner(sky: Colour, halo: Colour, height: int) -> Gradient:
    """Return the sky in a corner that a moon leaves, brighter towards it; the rest is not seen.

    A halo as large as the slide would be as dear to paint as all else on it.
    """
    near, far = mixed(sky, halo, 0.26), mixed(sky, halo, 0.1)
    left = ((0.0, mixed(sky, halo, 0.9)), (0.15, near))
    return Gradient((0.0, 0.0), (0.0, float(height)), left, ((0.0, far), (0.15, near)))


@lru_cache(maxsize=64)
def _wash(
    number: int,
    length: int,
    sky: tuple[Colour, ...],
    zenith: Colour,
    glow: tuple[Colour, ...],
    height: int,
) -> Gradient:
    """Return the sky of a slide by its number, in an evening of so many."""
    left, right = (_fall(n, length, sky, zenith, glow) for n in (number, number + 1))
    return Gradient((0.0, 0.0), (0.0, float(height)), left, right)


def _fall(
    border: int, length: int, sky: Sequence[Colour], zenith: Colour, glow: Sequence[Colour]
) -> _Stops:
    """Return the sky's colours at a border between slides, from the zenith down."""
    plain = _at(min(border / length, 1.0), tuple(zip(_HOURS, sky, strict=True)))
    left = _left_of_glow(border / min(length, _LONGEST_GLOW))
    high, low, foot = glow
    return (
        (0.0, mixed(plain, zenith, 0.55)),
        (0.45, mixed(plain, zenith, 0.1)),
        (0.675, mixed(plain, mixed(high, low, 0.5), 0.375 * left)),
        (0.9, mixed(plain, low, 0.75 * left)),
        (1.0, mixed(plain, foot, 0.8 * left)),
    )


def _at(hour: float, stops: _Stops) -> Colour:
    """Return the colour of an hour."""
    for (a, one), (b, other) in pairwise(stops):
        if hour <= b:
            return mixed(one, other, (hour - a) / (b - a))
    return stops[-1][1]


def _left_of_glow(hour: float) -> float:
    for (a, one), (b, other) in pairwise(_GLOW_HOURS):
        if hour <= b:
            return one + (other - one) * (hour - a) / (b - a)
    return 0.0


def _halo(moon: Moon, colour: Colour) -> Shadow:
    """Return the light about a moon, the stronger the more of it is lit.

    There are few strengths, and moons of a size share a path that is moved to them: masks are kept.
    """
    strength = round(20 * 0.42 * (0.35 + 0.65 * moon.lit)) / 20
    radius = float(round(moon.radius))
    offset = moon.x - 2 * radius, moon.y - 2 * radius
    return Shadow(_about(radius), colour, offset, 0.2 * radius, strength)


@lru_cache(maxsize=32)
def _about(radius: float) -> Path:
    """Return the disc whose shadow is the halo of a moon, two radii from the corner."""
    return (disc(2 * radius, 2 * radius, 1.03 * radius),)
