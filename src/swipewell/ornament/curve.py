"""Curves for ornaments: smooth noise, splines, hand-held ribbons, arches and blobs.

Curves come as lists of points some 14 px apart and become closed contours whose points control
quadratic curves, so that few points give smooth edges.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from functools import lru_cache

from swipewell.frame import Contour
from swipewell.geometry import Point

Noise = Callable[[float], float]
_TABLE = 256


@lru_cache(maxsize=256)
def noise(seed: int) -> Noise:
    """Return smooth noise from -1 to 1 over a line, the same for the same seed everywhere."""
    values = tuple(2 * v - 1 for v in randoms(seed, _TABLE))

    def at(x: float) -> float:
        i = math.floor(x)
        f = x - i
        a, b = values[i % _TABLE], values[(i + 1) % _TABLE]
        return a + (b - a) * f * f * (3 - 2 * f)

    return at


def randoms(seed: int, count: int) -> list[float]:
    """Return so many numbers from 0 to 1, by a 64-bit linear congruential generator (Knuth's MMIX)."""
    state = (seed * 2862933555777941757 + 3037000493) & 0xFFFFFFFFFFFFFFFF
    out: list[float] = []
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        out.append((state >> 33) / 0x7FFFFFFF)
    return out


def spline(points: Sequence[Point], step: float = 14.0) -> list[Point]:
    """Return a centripetal Catmull-Rom curve through the points, sampled about every ``step`` px.

    After Barry and Goldman, 'A recursive evaluation algorithm for a class of Catmull-Rom splines',
    SIGGRAPH 1988, with knots by the square root of the chords.
    """
    out: list[Point] = []
    last = len(points) - 1
    for i in range(last):
        p1, p2 = points[i], points[i + 1]
        p0 = points[i - 1] if i else _mirrored(p2, p1)
        p3 = points[i + 2] if i + 2 <= last else _mirrored(p1, p2)
        out.extend(_segment(p0, p1, p2, p3, step))
    out.append(points[last])
    return out


def _mirrored(far: Point, near: Point) -> Point:
    return 2 * near[0] - far[0], 2 * near[1] - far[1]


def _segment(p0: Point, p1: Point, p2: Point, p3: Point, step: float) -> list[Point]:
    """Return the samples from p1 up to, not including, p2, by the equal cubic in Hermite form."""
    d0 = math.sqrt(math.dist(p0, p1)) or 1e-3
    chord = math.dist(p1, p2)
    d1 = math.sqrt(chord) or 1e-3
    d2 = math.sqrt(math.dist(p2, p3)) or 1e-3
    m1 = _tangent(p0, p1, p2, d0, d1)
    m2 = _tangent(p1, p2, p3, d1, d2)
    (x1, y1), (x2, y2) = p1, p2
    ax, ay = m1[0] * d1, m1[1] * d1
    bx, by = m2[0] * d1, m2[1] * d1
    count = max(1, round(chord / step / _ease(m1, m2)))
    out: list[Point] = []
    for k in range(count):
        t = k / count
        u = t * t
        v = u * t
        h1, h2 = v - 2 * u + t, v - u
        w = 3 * u - 2 * v
        out.append((x1 + (x2 - x1) * w + ax * h1 + bx * h2, y1 + (y2 - y1) * w + ay * h1 + by * h2))
    return out


def _ease(m1: Point, m2: Point) -> float:
    """Return how much wider apart samples may lie where a segment hardly bends: 1 to 2 times."""
    both = math.hypot(*m1) * math.hypot(*m2)
    return 2.0 if both and (m1[0] * m2[0] + m1[1] * m2[1]) > 0.97 * both else 1.0


def _tangent(a: Point, b: Point, c: Point, before: float, after: float) -> Point:
    """Return the derivative at b of the non-uniform Catmull-Rom spline through a, b and c."""
    both = before + after
    return (
        (b[0] - a[0]) / before - (c[0] - a[0]) / both + (c[0] - b[0]) / after,
        (b[1] - a[1]) / before - (c[1] - a[1]) / both + (c[1] - b[1]) / after,
    )


def normals(points: Sequence[Point]) -> list[Point]:
    """Return the unit normal at every point, to the right of the direction of travel (y downwards)."""
    out: list[Point] = []
    last = len(points) - 1
    for i in range(last + 1):
        ax, ay = points[i - 1] if i else points[0]
        bx, by = points[i + 1] if i < last else points[last]
        dx, dy = bx - ax, by - ay
        length = math.hypot(dx, dy) or 1.0
        out.append((-dy / length, dx / length))
    return out


def lengths(points: Sequence[Point]) -> list[float]:
    """Return the length of the curve up to every point, in px."""
    out, total = [0.0], 0.0
    for a, b in itertools.pairwise(points):
        total += math.hypot(b[0] - a[0], b[1] - a[1])
        out.append(total)
    return out


def beside(points: Sequence[Point], distance: float) -> list[Point]:
    """Return the curve moved sideways, to the left of the direction of travel."""
    return [
        (x - nx * distance, y - ny * distance)
        for (x, y), (nx, ny) in zip(points, normals(points), strict=True)
    ]


def wobbled(points: Sequence[Point], seed: int, by: float, period: float = 210.0) -> list[Point]:
    """Return the curve with every point moved by slow noise of so many px, as by a resting hand."""
    n = noise(seed)
    along = lengths(points)
    return [
        (x + by * n(at / period), y + by * n(at / period + 97.3))
        for (x, y), at in zip(points, along, strict=True)
    ]


def ribbon(
    points: Sequence[Point],
    width: float,
    *,
    vary: float = 0.0,
    period: float = 140.0,
    seed: int = 0,
    taper: tuple[float, float] = (0.0, 0.0),
    calm: tuple[float, float] | None = None,
) -> Contour:
    """Return a hand-held line as one outline: ``width`` px, more or less by ``vary`` of it.

    ``taper`` are the px over which it thins out at its ends; left and right of ``calm`` (two x, in
    px) it is even, so that pieces meet there.
    """
    n = noise(seed)
    along = lengths(points)
    total = along[-1]
    left: list[tuple[float, float, bool]] = []
    right: list[tuple[float, float, bool]] = []
    for (x, y), (nx, ny), at in zip(points, normals(points), along, strict=True):
        half = width / 2 * (1 + vary * n(at / period) * _calmed(x, calm))
        if taper[0] and at < taper[0]:
            half *= 0.12 + 0.88 * math.sqrt(at / taper[0])
        if taper[1] and total - at < taper[1]:
            half *= 0.08 + 0.92 * math.sqrt((total - at) / taper[1])
        left.append((x - nx * half, y - ny * half, False))
        right.append((x + nx * half, y + ny * half, False))
    right.reverse()
    for side in (left, right):
        side[0] = (*side[0][:2], True)
        side[-1] = (*side[-1][:2], True)
    return (*left, *right)


def _calmed(x: float, calm: tuple[float, float] | None) -> float:
    """Return 1 between the two x, fading to 0 within 100 px beyond which all is even."""
    if calm is None:
        return 1.0
    return max(0.0, min(1.0, (x - calm[0]) / 100, (calm[1] - x) / 100))


def closed(curve: Sequence[Point], corners: Sequence[Point] = ()) -> Contour:
    """Return the area between a curve and straight corners that lead back to its start."""
    if not corners:
        return tuple((x, y, False) for x, y in curve)
    first, last = curve[0], curve[-1]
    middle = tuple((x, y, False) for x, y in curve[1:-1])
    return ((*first, True), *middle, (*last, True), *((x, y, True) for x, y in corners))


def arc(
    cx: float, cy: float, r: float, a0: float, a1: float, ry: float | None = None
) -> list[Point]:
    """Return points on a circle or ellipse from angle a0 to a1 (radians), about 14 px apart."""
    height = r if ry is None else ry
    count = max(6, round(abs(a1 - a0) * max(r, height) / 14))
    return [
        (
            cx + r * math.cos(a0 + (a1 - a0) * i / count),
            cy + height * math.sin(a0 + (a1 - a0) * i / count),
        )
        for i in range(count + 1)
    ]


def disc(cx: float, cy: float, r: float) -> Contour:
    """Return a circle of eight quadratic arcs, true to 0.1% of its radius."""
    k = 1 / math.cos(math.pi / 8)
    out: list[tuple[float, float, bool]] = []
    for i in range(8):
        a, b = i * math.pi / 4, (i + 0.5) * math.pi / 4
        out.append((cx + r * math.cos(a), cy + r * math.sin(a), True))
        out.append((cx + r * k * math.cos(b), cy + r * k * math.sin(b), False))
    return tuple(out)


def blob(cx: float, cy: float, rx: float, ry: float, seed: int, vary: float = 0.06) -> Contour:
    """Return a disc as a hand would knot or dab it."""
    wobble = randoms(seed, 9)
    points = []
    for i, r in enumerate(wobble):
        a = i / 9 * 2 * math.pi
        k = 1.1 * (1 + (r * 2 - 1) * vary)
        points.append((cx + math.cos(a) * rx * k, cy + math.sin(a) * ry * k, False))
    return tuple(points)


def rounded_bar(x: float, y: float, width: float, height: float, angle: float) -> Contour:
    """Return a bar with round ends, turned by ``angle`` degrees about its middle."""
    r = height / 2
    left = [(x + r + px, y + r + py) for px, py in arc(0, 0, r, math.pi / 2, 3 * math.pi / 2)]
    right = [(x + width - r + px, y + r + py) for px, py in arc(0, 0, r, -math.pi / 2, math.pi / 2)]
    cx, cy, t = x + width / 2, y + r, math.radians(angle)
    c, s = math.cos(t), math.sin(t)
    return tuple(
        (cx + (px - cx) * c - (py - cy) * s, cy + (px - cx) * s + (py - cy) * c, True)
        for px, py in (*left, *right)
    )


def arch(x: float, y: float, width: float, foot: float) -> list[Point]:
    """Return a doorway's outline from its left foot over a half-circle to its right foot."""
    r = width / 2
    over = arc(x + r, y + r, r, math.pi, 2 * math.pi)
    return [(x, foot), *over, (x + width, foot)]
