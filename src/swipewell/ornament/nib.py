"""notebook's nib: waypoints to an inked stroke, broader where the hand draws across the nib's edge.

Also what a hand makes again and again: a ring about something, a small loop, a marker's swipe.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from swipewell.frame import Contour, PathPoint
from swipewell.geometry import Point
from swipewell.ornament.curve import lengths, noise, normals, spline

WIDTH = 8.0
"""How broad the pen is, in px; the nib's edge makes it 0.72 to 1.22 times that."""

_EDGE = 0.75
_CALM = 56.0
"""Within how many px of a border the hand is steady, so that pieces meet there."""


def inked(
    waypoints: Sequence[Point],
    seed: int,
    *,
    width: float = WIDTH,
    lifted: tuple[bool, bool] = (False, False),
    side: float = 1080.0,
) -> Contour:
    """Return a stroke through waypoints as one outline, thin where the pen is put down or lifted."""
    points = spline(waypoints, 8.0)
    along = lengths(points)
    slow = noise(seed)
    left: list[PathPoint] = []
    right: list[PathPoint] = []
    for (x, y), (nx, ny), at in zip(points, normals(points), along, strict=True):
        free = max(0.0, min(1.0, x / _CALM, (side - x) / _CALM))
        held = 0.72 + 0.5 * abs(math.sin(math.atan2(-nx, ny) - _EDGE))
        half = width * held + free * (1.3 * slow(at / 180) + 0.35 * slow(100 + at / 27))
        half *= 0.5 * _pressed(at, along[-1], lifted)
        left.append((x - nx * half, y - ny * half, False))
        right.append((x + nx * half, y + ny * half, False))
    right.reverse()
    for edge in (left, right):
        edge[0], edge[-1] = (*edge[0][:2], True), (*edge[-1][:2], True)
    return (*left, *right)


def _pressed(at: float, total: float, lifted: tuple[bool, bool]) -> float:
    """Return how much of its width a stroke has, so many px along, where it is put down or lifted."""
    begin = min(1.0, 0.25 + at / 78) if lifted[0] else 1.0
    end = min(1.0, 0.18 + (total - at) / 120) if lifted[1] else 1.0
    return min(begin, end)


def ringed(
    centre: Point,
    radii: Point,
    seed: int,
    *,
    start: float = 0.62,
    turn: float = -2.24,
    count: int = 16,
    tilt: float = -0.06,
    drift: float = 0.1,
    power: float = 2.0,
) -> list[Point]:
    """Return waypoints of a ring about a centre, by hand: ``start`` and ``turn`` are in half turns.

    It runs counter-clockwise, a little wider as it goes, so that its end does not meet its beginning.
    From a ``power`` of 2 on it is the squarer, the more.
    """
    (cx, cy), (rx, ry) = centre, radii
    slack = noise(seed)
    out: list[Point] = []
    for i in range(count + 1):
        angle = math.pi * (start + turn * i / count)
        k = 1 + drift * (i / count - 0.5) + 0.02 * slack(i * 1.7)
        x, y = _squared(math.cos(angle), power) * rx * k, _squared(math.sin(angle), power) * ry * k
        out.append(
            (
                cx + x * math.cos(tilt) - y * math.sin(tilt),
                cy + x * math.sin(tilt) + y * math.cos(tilt),
            )
        )
    return out


def _squared(share: float, power: float) -> float:
    """Return a circle's sine or cosine as a ring so square has it."""
    return math.copysign(abs(share) ** (2 / power), share)


def swiped(left: float, right: float, middle: float, high: float, seed: int) -> Contour:
    """Return a felt marker's swipe from left to right about a height, uneven as by hand, its ends slanted."""
    rough = noise(seed)
    steps = max(4, min(16, round((right - left) / 30)))
    lean = rough(3.3) * high * 0.06
    top: list[PathPoint] = []
    foot: list[PathPoint] = []
    for i in range(steps + 1):
        f = i / steps
        x = left + (right - left) * f
        tilt = lean * (2 * f - 1)
        first, last = i == 0, i == steps
        top.append(
            (x + high * 0.05 * first, middle - high / 2 + rough(f * 6) * high * 0.05 + tilt, True)
        )
        foot.append(
            (
                x - high * (0.07 * last + 0.06 * first),
                middle + high / 2 + rough(50 + f * 7) * high * 0.045 + tilt,
                True,
            )
        )
    return (*top, *reversed(foot))
