"""linen's progress mark: one stitch a slide, sewn up to the present one."""

from __future__ import annotations

from swipewell.frame import Item, Shape
from swipewell.ornament.curve import randoms, rounded_bar
from swipewell.ornament.strip import Drawn, Options, Strip

_MOST_AT_PITCH = 12


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the stitches of every slide, as two shapes: done and to come, in the ground's roles."""
    count = len(strip.slides)
    pitch = 36.0 if count <= _MOST_AT_PITCH else 432.0 / count
    width = pitch * 2 / 3
    tilt = randoms(5, 2 * count)
    bars = [
        rounded_bar(
            984 - (count - i) * pitch + pitch - width,
            116 + (tilt[2 * i + 1] - 0.5) * 3,
            width,
            8,
            (tilt[2 * i] - 0.5) * 9,
        )
        for i in range(count)
    ]
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        done, coming = options["grounds"][slide.ground]
        items: list[Item] = [Shape(tuple(bars[: i + 1]), strip.palette[done])]
        if i + 1 < count:
            items.append(Shape(tuple(bars[i + 1 :]), strip.palette[coming]))
        drawn.append(items)
    return drawn
