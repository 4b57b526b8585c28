"""linen's ground: one clay land through the whole deck, a shore here, a fold or a breath there."""

from __future__ import annotations

from swipewell.frame import Item, Shape
from swipewell.geometry import Point
from swipewell.ornament.curve import closed
from swipewell.ornament.route import Edge, edges
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the ground of every slide that it does not fill altogether; ``colour`` names its role."""
    colour = strip.palette[options["colour"]]
    return [_land(edge, strip, colour) for edge in edges(strip)]


def _land(edge: Edge | None, strip: Strip, colour: object) -> list[Item]:
    if edge is None:
        return []
    low, wide = strip.height + 60.0, strip.width + 60.0
    corners: list[Point] = []
    last = edge.points[-1]
    if edge.to_top:
        corners += [(wide, -60.0), (wide, low)]
    else:
        corners.append((last[0], low))
    corners.append((-60.0, low))
    if edge.from_top:
        corners.append((-60.0, -60.0))
    else:
        corners.append((edge.points[0][0], low))
    return [Shape((closed(edge.points, corners),), colour)]  # type: ignore[arg-type]
