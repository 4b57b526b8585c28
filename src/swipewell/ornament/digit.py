"""meadow's numerals: drawn as large as a leaf can bear."""

from __future__ import annotations

from swipewell.frame import Item, Shape
from swipewell.ornament.growth import numeral
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the numeral or figure of every slide that hands one over, in the roles of its ground."""
    drawn: Drawn = []
    for slide in strip.slides:
        items: list[Item] = []
        colour = strip.palette[options["grounds"][slide.ground]]
        for path in (numeral(slide), slide.drawn.get("figure")):
            if path:
                items.append(Shape(path, colour))
        drawn.append(items)
    return drawn
