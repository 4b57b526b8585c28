"""clay's quotation mark: two pebbles with a tail, hung over what is quoted."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Path
from swipewell.ornament.clay import formed
from swipewell.ornament.curve import closed, spline
from swipewell.ornament.strip import Drawn, Options, Strip

_EDGE = (
    (-62, 6), (-44, -50), (4, -104), (34, -112), (20, -74),
    (26, -52), (66, -26), (66, 30), (20, 62), (-38, 52),
)  # fmt: skip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the mark of every slide that asks for it: ``scale`` of its size, ``y`` its middle's height.

    ``tone`` names that of both pebbles.
    """
    drawn: Drawn = []
    for slide in strip.slides:
        wanted = slide.wants("comma")
        if wanted is None:
            drawn.append([])
            continue
        scale, y = float(wanted.get("scale", 1.0)), strip.y(wanted["y"])
        first, second = _pair(scale, round(y))
        drawn.append(
            formed(strip.palette, first, options["tone"], small=True)
            + formed(strip.palette, second, options["tone"], small=True)
        )
    return drawn


@lru_cache(maxsize=32)
def _pair(scale: float, y: float) -> tuple[Path, Path]:
    """Return both commas from the margin on; the second is a little smaller, as made by hand."""
    first = _comma(97 + 67 * scale, y, 1.08 * scale)
    return first, _comma(97 + 229 * scale, y - 6 * scale, 1.02 * scale)


def _comma(x: float, y: float, scale: float) -> Path:
    around = [(x + u * scale, y + v * scale) for u, v in _EDGE]
    # begun and ended beyond the seam, so that the curve closes without a corner
    turns = spline([around[-2], around[-1], *around, around[0], around[1]], 10)
    first, last = _nearest(turns, around[0]), _nearest(turns, around[0], late=True)
    return (closed(turns[first:last]),)


def _nearest(
    points: list[tuple[float, float]], wanted: tuple[float, float], *, late: bool = False
) -> int:
    """Return where a point stands among others: the first time, or the last."""
    found = [k for k, (x, y) in enumerate(points) if abs(x - wanted[0]) + abs(y - wanted[1]) < 0.01]
    return found[-1 if late else 0]
