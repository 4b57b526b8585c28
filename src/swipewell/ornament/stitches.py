"""linen's progress mark: one stitch a slide, sewn up to the present one."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Path, Shape
from swipewell.ornament.curve import randoms, rounded_bar
from swipewell.ornament.strip import Drawn, Options, Strip

_WIDEST, _AIR = 432.0, 36.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the stitches of every slide, done or to come in the ground's roles ``grounds``."""
    handle = strip.slides[0].anchors.get("handle")
    bars = _bars(len(strip.slides), handle.right if handle is not None else 0.0, strip.y(116.0))
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        done, coming = (strip.palette[role] for role in options["grounds"][slide.ground])
        drawn.append(
            [Shape(bar, done if k <= i else coming, kept=True) for k, bar in enumerate(bars)]
        )
    return drawn


@lru_cache(maxsize=32)
def _bars(count: int, taken: float, middle: float) -> tuple[Path, ...]:
    """Return the stitches of a deck of so many slides, from beyond what is taken to the right margin."""
    pitch = min(36.0, _WIDEST / count, (984 - taken - _AIR) / count)
    width = pitch * 2 / 3
    tilt = randoms(5, 2 * count)
    return tuple(
        (
            rounded_bar(
                984 - (count - i) * pitch + pitch - width,
                middle + (tilt[2 * i + 1] - 0.5) * 3,
                width,
                8,
                (tilt[2 * i] - 0.5) * 9,
            ),
        )
        for i in range(count)
    )
