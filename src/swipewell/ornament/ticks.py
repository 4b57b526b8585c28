"""notebook's progress mark: a tick by hand for every slide, the present one under the marker."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Contour, Path, Shape
from swipewell.ornament.curve import noise, spline
from swipewell.ornament.nib import swiped
from swipewell.ornament.strip import Drawn, Options, Strip

_RIGHT, _MIDDLE, _PITCH, _AIR = 981.0, 120.0, 22.0, 36.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the ticks of every slide: ``read``, ``to_come`` and ``now`` name their roles.

    ``to_come_on_leaf`` and ``now_on_leaf`` name those on a leaf, which a layout tells by ``leaf``.
    """
    handle = strip.slides[0].anchors.get("handle")
    taken = handle.right if handle is not None else 0.0
    count = len(strip.slides)
    pitch = min(_PITCH, (_RIGHT - taken - _AIR) / max(count - 1, 1))
    middle = strip.y(_MIDDLE)
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        leaf = slide.ground == "leaf" or slide.wants("ticks") is not None
        suffix = "_on_leaf" if leaf else ""
        roles = (options["now" + suffix], options["read"], options["to_come" + suffix])
        paths = _ticks(count, i, pitch, middle)
        shown = zip(paths, roles, strict=True)
        drawn.append([Shape(p, strip.palette[role], kept=True) for p, role in shown if p])
    return drawn


@lru_cache(maxsize=256)
def _ticks(count: int, present: int, pitch: float, middle: float) -> tuple[Path, Path, Path]:
    """Return the marker under the present tick, the ticks up to it, and those to come."""
    xs = [_RIGHT - (count - 1 - k) * pitch for k in range(count)]
    broad = min(1.0, pitch / 16)
    read = tuple(_tick(x, middle, k, 6.0 * broad) for k, x in enumerate(xs[: present + 1]))
    coming = tuple(
        _tick(x, middle, k, 4.0 * broad) for k, x in enumerate(xs[present + 1 :], present + 1)
    )
    reach = min(13.0, 0.62 * pitch)
    now = swiped(xs[present] - reach, xs[present] + reach + 1, middle, 46.0, 300 + present % 8)
    return (now,), read, coming


def _tick(x: float, middle: float, k: int, width: float) -> Contour:
    """Return a stroke by hand, broader towards its foot."""
    q = noise(60 + k % 8)
    way = spline(
        [
            (x + 2 + 2 * q(1), middle - 16 + 3 * q(2)),
            (x + 1.5 * q(3), middle),
            (x - 2 + 2 * q(4), middle + 17 + 3 * q(5)),
        ],
        9.0,
    )
    last = len(way) - 1
    halves = [width * (0.4 + 0.2 * i / last) for i in range(last + 1)]
    left = [(px - h, py, True) for (px, py), h in zip(way, halves, strict=True)]
    right = [(px + h, py, True) for (px, py), h in zip(way, halves, strict=True)]
    return (*left, *reversed(right))
