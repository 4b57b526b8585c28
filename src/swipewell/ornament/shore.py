"""linen's ground: one clay land through the whole deck, a shore here, a fold or a breath there."""

from __future__ import annotations

from swipewell.frame import Contour, Item, Shape
from swipewell.geometry import Point
from swipewell.ornament.curve import closed
from swipewell.ornament.route import Edge, edges
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the ground of every slide that it does not fill altogether; ``colour`` names its role.

    Where nothing lies between the ground and the thread beside it, and they share their colour, it
    is left to the thread to print both in one pass: see `land`.
    """
    colour = strip.palette[options["colour"]]
    drawn: Drawn = []
    for i in range(len(strip.slides)):
        outline = None if with_thread(strip, i) else land(strip, i)
        items: list[Item] = [] if outline is None else [Shape((outline,), colour)]
        drawn.append(items)
    return drawn


def with_thread(strip: Strip, i: int) -> bool:
    """Say whether ground and thread of a slide are printed in one pass."""
    slide = strip.slides[i]
    return slide.wants("thread") is not None and slide.wants("door") is None


def land(strip: Strip, i: int) -> Contour | None:
    """Return the outline of a slide's ground; None where it has none, or is nothing else."""
    edge = edges(strip)[i]
    return None if edge is None else _outline(edge, strip)


def _outline(edge: Edge, strip: Strip) -> Contour:
    """Return the area below and right of the edge, to a little beyond the slide's borders."""
    low, wide = strip.height + 60.0, strip.width + 60.0
    first, last = edge.points[0], edge.points[-1]
    corners: list[Point] = [(wide, -60.0), (wide, low)] if edge.to_top else [(last[0], low)]
    corners.append((-60.0, low))
    corners.append((-60.0, -60.0) if edge.from_top else (first[0], low))
    return closed(edge.points, corners)
