"""linen's ground: one clay land through the whole deck, a shore here, a fold or a breath there."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Contour, Item, Shape
from swipewell.geometry import Point
from swipewell.ornament.curve import closed
from swipewell.ornament.route import TOP, Edge, edges
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the ground of every slide that it does not fill altogether; ``colour`` names its role.

    Where nothing lies between the ground and the thread beside it, and they share their colour, it
    is left to the thread to print both in one pass: see `land`.
    """
    colour = strip.palette[options["colour"]]
    drawn: Drawn = []
    for i, edge in enumerate(edges(strip)):
        alone = edge is not None and not with_thread(strip, i)
        items: list[Item] = [Shape(_alone(edge), colour, kept=True)] if alone and edge else []
        drawn.append(items)
    return drawn


def with_thread(strip: Strip, i: int) -> bool:
    """Say whether ground and thread of a slide are printed in one pass."""
    slide = strip.slides[i]
    return slide.wants("thread") is not None and slide.wants("door") is None


@lru_cache(maxsize=64)
def _alone(edge: Edge) -> tuple[Contour, ...]:
    return (land(edge),)


def land(edge: Edge) -> Contour:
    """Return the area below and right of the edge, to a little beyond the slide's borders."""
    high, low, wide = edge.top - 60, edge.bottom + 60, 1140.0
    first, last = edge.points[0], edge.points[-1]
    corners: list[Point] = [(wide, high), (wide, low)] if edge.leave == TOP else [(last[0], low)]
    corners.append((-60.0, low))
    corners.append((-60.0, high) if edge.enter == TOP else (first[0], low))
    return closed(edge.points, corners)
