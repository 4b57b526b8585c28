"""linen's bullets: a small knot in the hang before every entry of a list."""

from __future__ import annotations

from swipewell.frame import Item, Shape
from swipewell.ornament.curve import blob
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return a knot before every anchor ``entry.N``, level with its first line; ``colour`` names its role."""
    colour = strip.palette[options["colour"]]
    drawn: Drawn = []
    for slide in strip.slides:
        items: list[Item] = []
        if slide.wants("knots") is not None:
            knots = tuple(
                blob(entry.left - 36, entry.top + 32, 10, 9.5, strip.seed + k, 0.08)
                for k, entry in enumerate(slide.numbered("entry"))
            )
            items = [Shape(knots, colour)] if knots else []
        drawn.append(items)
    return drawn
