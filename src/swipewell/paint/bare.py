"""Where a frame's ground is bare, so that what is done to every pixel there is done to one colour.

Frame(Fill, text in [96 90 640 340], Swap) -> the ground's colour, and the box of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from swipewell.colour import Colour
from swipewell.frame import Fill, Frame, GlyphRun, Shape, Swap
from swipewell.named import NamedTuple
from swipewell.paint.patches import Box
from swipewell.paint.raster import path_bounds


class Ground(NamedTuple):
    """A flat ground and the boxes, in whole px, outside of which nothing is painted on it."""

    colour: Colour
    taken: tuple[Box, ...]

    def parts(self, box: Box) -> Iterator[tuple[bool, Box]]:
        """Yield the parts of a box, from left to right, each with whether the ground is bare there."""
        left, top, right, bottom = box
        beside = [
            b for b in self.taken if b[1] < bottom and b[3] > top and b[0] < right and b[2] > left
        ]
        if not beside:
            yield True, box
            return
        first = max(left, min(b[0] for b in beside))
        last = min(right, max(b[2] for b in beside))
        if first > left:
            yield True, (left, top, first, bottom)
        yield False, (first, top, last, bottom)
        if last < right:
            yield True, (last, top, right, bottom)


_EVERYTHING: tuple[Box, ...] = ((-(1 << 20), -(1 << 20), 1 << 20, 1 << 20),)
UNKNOWN = Ground(Colour(0, 0, 0), _EVERYTHING)
"""A ground of which nothing is known to be bare."""


def covered(ground: Ground) -> Ground:
    """Return a ground on which anything may be painted by now."""
    return ground._replace(taken=_EVERYTHING)


def ground_of(frame: Frame) -> Ground | None:
    """Return the ground of a frame as it is before its first swap; None where that is not flat."""
    first, *others = frame.items
    if not isinstance(first, Fill) or not isinstance(first.paint, Colour):
        return None
    under = list(takewhile(lambda item: not isinstance(item, Swap), others))
    known = [item for item in under if isinstance(item, GlyphRun | Shape)]
    return Ground(first.paint, tuple(_boxes(known))) if len(known) == len(under) else None


def _boxes(items: Iterable[GlyphRun | Shape]) -> Iterator[Box]:
    """Yield the whole px that items may touch."""
    for item in items:
        box = item.box if isinstance(item, GlyphRun) else path_bounds(item.path)
        yield int(box.left) - 2, int(box.top) - 2, int(box.right) + 3, int(box.bottom) + 3
