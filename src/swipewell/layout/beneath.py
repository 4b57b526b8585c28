"""What colour a place on a slide has, told from its items without painting them: the uppermost that covers it.

(120, 120) on linen's cover -> clay, though the slide's own ground is paper.
"""

from collections.abc import Iterable, Sequence

from swipewell.colour import Colour, mixed
from swipewell.frame import Contour, Fill, Gradient, Item, Paint, Shape
from swipewell.geometry import Point


def colour_at(items: Iterable[Item], ground: Colour, at: Point) -> Colour:
    """Return the colour at a point under some items that are painted on a ground, in px of the slide.

    Outlines are taken for polygons of all their points, so that close to an edge it may be the
    colour beyond; pictures and shadows do not count.
    """
    colour = ground
    for item in items:
        if isinstance(item, Fill):
            colour = _paint_at(item.paint, at)
        elif isinstance(item, Shape) and _covers(item.path, at):
            colour = mixed(colour, _paint_at(item.paint, at), item.opacity)
    return colour


def _covers(path: Sequence[Contour], at: Point) -> bool:
    """Say whether a path winds about a point, as glyphs are filled: by the non-zero rule."""
    return sum(_windings(contour, at) for contour in path) != 0


def _windings(contour: Contour, at: Point) -> int:
    """Return how often a contour goes about a point, backwards counted as less."""
    x, y = at
    count = 0
    ax, ay, _ = contour[-1]
    for bx, by, _ in contour:
        if (ay <= y) != (by <= y) and (x < ax + (y - ay) / (by - ay) * (bx - ax)):
            count += 1 if by > ay else -1
        ax, ay = bx, by
    return count


def _paint_at(paint: Paint, at: Point) -> Colour:
    if not isinstance(paint, Gradient):
        return paint
    (x0, y0), (x1, y1) = paint.start, paint.end
    along = (x1 - x0) ** 2 + (y1 - y0) ** 2
    share = ((at[0] - x0) * (x1 - x0) + (at[1] - y0) * (y1 - y0)) / along if along else 0.0
    before, colour = paint.stops[0]
    for stop, later in paint.stops:
        if stop >= share:
            span = stop - before
            return mixed(colour, later, (share - before) / span) if span > 0 else later
        before, colour = stop, later
    return colour
