"""linen's progress mark: one stitch a slide, sewn up to the present one."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Path, Shape
from swipewell.ornament.curve import randoms, rounded_bar
from swipewell.ornament.strip import Drawn, Options, Strip

_MOST_AT_PITCH = 12


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the stitches of every slide, done or to come in the ground's roles ``grounds``."""
    bars = _bars(len(strip.slides))
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        done, coming = (strip.palette[role] for role in options["grounds"][slide.ground])
        drawn.append(
            [Shape(bar, done if k <= i else coming, kept=True) for k, bar in enumerate(bars)]
        )
    return drawn


@lru_cache(maxsize=32)
def _bars(count: int) -> tuple[Path, ...]:
    """Return the stitches of a deck of so many slides; they end at the right margin."""
    pitch = 36.0 if count <= _MOST_AT_PITCH else 432.0 / count
    width = pitch * 2 / 3
    tilt = randoms(5, 2 * count)
    return tuple(
        (
            rounded_bar(
                984 - (count - i) * pitch + pitch - width,
                116 + (tilt[2 * i + 1] - 0.5) * 3,
                width,
                8,
                (tilt[2 * i] - 0.5) * 9,
            ),
        )
        for i in range(count)
    )
