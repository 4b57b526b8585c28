"""Clay in a hand: lumps, their light and their shadows, for the ornaments of the theme ``clay``.

Lump(952, 160, 172, 196) -> an outline, a gradient from top left, a soft shadow where it lies.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Protocol

from swipewell.colour import Colour
from swipewell.frame import Contour, Gradient, Item, Path, Shadow, Shape
from swipewell.geometry import Rect
from swipewell.named import NamedTuple
from swipewell.ornament.curve import randoms
from swipewell.palette import Palette

VARIANTS = 4
"""Among how many forms of a piece the seed chooses, so that each is worked out once."""

_POINTS = 88
_ANGULAR = 5.0
"""From which exponent on a lump has long sides that are all but straight."""


class Holds(Protocol):
    """Something with an inside: a print is pressed only where it holds a point."""

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point, in px, lies inside."""
        ...


class Lump(NamedTuple):
    """A superellipse as a hand leaves it: its middle, half its width and height in px.

    ``power`` is its exponent, ``waver`` by which share of its radius two slow waves move its edge,
    ``turn`` by which angle (radians) it is turned.
    """

    x: float
    y: float
    wide: float
    high: float
    seed: int = 0
    power: float = 2.5
    waver: float = 0.035
    turn: float = 0.0

    def moved(self, dx: float) -> Lump:
        """Return the same lump further right by so many px."""
        return self._replace(x=self.x + dx)

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point, in px, lies inside."""
        c, s = math.cos(self.turn), math.sin(self.turn)
        u = ((x - self.x) * c + (y - self.y) * s) / self.wide
        v = ((y - self.y) * c - (x - self.x) * s) / self.high
        across, down = abs(u) ** self.power, abs(v) ** self.power
        angle = math.atan2(
            math.copysign(math.sqrt(down), v),
            math.copysign(math.sqrt(across), u),
        )
        return bool((across + down) ** (1 / self.power) < _wave(self.seed, self.waver, angle))


@lru_cache(maxsize=512)
def _phases(seed: int) -> tuple[float, float, float]:
    one, two, three = (3 * (2 * value - 1) for value in randoms(seed * 7 + 3, 3))
    return one, two, three


def _wave(seed: int, waver: float, angle: float) -> float:
    """Return how far an edge stands out at an angle, about 1."""
    a, b, c = _phases(seed)
    swing = 0.7 * math.sin(2 * angle + a) + 0.6 * math.sin(3 * angle + b)
    return 1 + waver * (swing + 0.3 * math.sin(5 * angle + c))


@lru_cache(maxsize=512)
def outline(lump: Lump) -> Contour:
    """Return a lump's edge."""
    c, s = math.cos(lump.turn), math.sin(lump.turn)
    share = 2 / lump.power
    points: list[tuple[float, float, bool]] = []
    # points are close together where the edge bends most; on the long sides of an angular lump they
    # would be so far apart that little steps are seen there
    even = 1.0 if lump.power >= _ANGULAR else 0.0
    for k in range(_POINTS):
        angle = 2 * math.pi * k / _POINTS
        angle -= even * math.sin(4 * angle) / 4
        u, v = math.cos(angle), math.sin(angle)
        out = 1.001 * _wave(lump.seed, lump.waver, angle)
        x = math.copysign(abs(u) ** share, u) * lump.wide * out
        y = math.copysign(abs(v) ** share, v) * lump.high * out
        points.append((lump.x + x * c - y * s, lump.y + x * s + y * c, False))
    return tuple(points)


@lru_cache(maxsize=512)
def lump_path(lump: Lump) -> Path:
    """Return a lump's edge as a path."""
    return (outline(lump),)


class Tone(NamedTuple):
    """The three colours of a piece: where light falls on it, itself, and in its own shade."""

    lit: Colour
    own: Colour
    shade: Colour


def tone(palette: Palette, name: str) -> Tone:
    """Return the colours of a tone by its role."""
    return Tone(palette[f"{name}_lit"], palette[name], palette[f"{name}_shade"])


@lru_cache(maxsize=512)
def light(room: Rect, tone: Tone) -> Gradient:
    """Return light from the top left over a room: lit, then the clay's own colour, then its shade.

    Its lines slant as the room's diagonal does, a little more upright.
    """
    across = 0.6 / (1.36 * room.width)
    down = 1 / (1.36 * room.height)
    both = across * across + down * down
    x, y = room.left + 0.1 * room.width, room.top
    stops = ((0.0, tone.lit), (0.55, tone.own), (1.0, tone.shade))
    return Gradient((x, y), (x + across / both, y + down / both), stops)


@lru_cache(maxsize=512)
def bounds(path: Path) -> Rect:
    """Return the smallest rectangle that holds every point of a path."""
    xs = [x for contour in path for x, _, _ in contour]
    ys = [y for contour in path for _, y, _ in contour]
    return Rect(min(xs), min(ys), max(xs), max(ys))


def shadow(palette: Palette, path: Path, strength: float, small: bool) -> Shadow:
    """Return the contact shadow of a piece: a large one's falls further and softer."""
    offset, blur = ((3.0, 9.0), 9.0) if small else ((6.0, 22.0), 22.0)
    return Shadow(path, palette["shadow"], offset, blur, strength)


def formed(
    palette: Palette, path: Path, name: str, *, strength: float = 0.26, small: bool = False
) -> list[Item]:
    """Return a piece of clay in a tone by its role: its shadow and its body."""
    body = Shape(path, light(bounds(path), tone(palette, name)), kept=True)
    return [shadow(palette, path, strength, small), body]
