"""The thumbprint: parallel ridges about a middle, with breaks, pressed into a piece of clay.

Whorl(800, 640, radius 620, gap 34) and a hand -> ridges as one path, cut where the clay ends. The
hand is the brand's, so its print is the same on every piece of every post.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from swipewell.frame import Contour, Path
from swipewell.geometry import Point
from swipewell.named import NamedTuple
from swipewell.ornament.clay import Holds
from swipewell.ornament.curve import noise, normals, randoms
from swipewell.ornament.strip import Strip


class Whorl(NamedTuple):
    """A print: its middle, its radius and the distance of its ridges in px, and how it is turned."""

    x: float
    y: float
    radius: float
    gap: float
    turn: float = 0.0

    def moved(self, dx: float) -> Whorl:
        """Return the same print further right by so many px."""
        return self._replace(x=self.x + dx)


def hand_of(strip: Strip) -> int:
    """Return the seed of the brand's print: how long its handle is as written tells one from another."""
    handle = strip.slides[0].anchors.get("handle")
    return 17 if handle is None else int(handle.width * 16)


@lru_cache(maxsize=128)
def pressed(whorl: Whorl, hand: int, within: Holds | None = None) -> Path:
    """Return a print's ridges as far as the clay holds them, all of them where it has no end."""
    strokes: list[Contour] = []
    for stretch in _ridges(whorl, hand):
        strokes.extend(_closed(stretch) if within is None else _cut(stretch, within))
    return tuple(strokes)


class _Rib(NamedTuple):
    """A place on a ridge: its middle and both its sides."""

    middle: Point
    left: Point
    right: Point


def _ridges(whorl: Whorl, hand: int) -> Iterator[list[_Rib]]:
    """Yield the stretches of all ridges, from the innermost on."""
    for k in range(int(whorl.radius / whorl.gap)):
        for start, end in _stretches(whorl, hand, k):
            yield _stretch(whorl, hand, k, start, end)


def _stretches(whorl: Whorl, hand: int, k: int) -> list[tuple[float, float]]:
    """Return from which to which angle a ridge runs between its breaks."""
    radius = (k + 0.55) * whorl.gap
    chance = iter(randoms(hand * 31 + 7, 8 * k + 8)[8 * k :])
    count = 1 if k < 2 else 1 + int(next(chance) * 2.999)
    longest = min(1.6, 90 / radius * (whorl.radius / 300) + 0.35)
    breaks = sorted(
        (next(chance) * 2 * math.pi, (0.05 + next(chance) * 0.1) * longest) for _ in range(count)
    )
    out: list[tuple[float, float]] = []
    for b, (at, half) in enumerate(breaks):
        last = b + 1 == count
        following, before = breaks[0] if last else breaks[b + 1]
        end = following + (2 * math.pi if last else 0) - (half if last else before)
        if end - at - half > 0.12:
            out.append((at + half, end))
    return out


def _stretch(whorl: Whorl, hand: int, k: int, start: float, end: float) -> list[_Rib]:
    """Return the ribs of one stretch: even in the middle, thin at its ends."""
    radius = (k + 0.55) * whorl.gap
    length = (end - start) * radius
    count = max(20, round(length / max(5.0, whorl.gap * 0.5)))
    points = [_place(whorl, hand, k, start + (end - start) * i / count) for i in range(count + 1)]
    sway = noise(hand + 5)
    taper = whorl.gap * 1.1
    ribs: list[_Rib] = []
    for i, ((x, y), (nx, ny)) in enumerate(zip(points, normals(points), strict=True)):
        at = length * i / count
        end_on = max(0.0, min(at, length - at)) / taper
        thin = 1.0 if end_on >= 1 else 0.16 + 0.84 * math.sqrt(end_on * (2 - end_on))
        half = whorl.gap * 0.23 * (0.78 + 0.22 * sway(at / (whorl.gap * 3.4) + k * 9)) * thin
        ribs.append(_Rib((x, y), (x - nx * half, y - ny * half), (x + nx * half, y + ny * half)))
    return ribs


def _place(whorl: Whorl, hand: int, k: int, angle: float) -> Point:
    """Return a point of a ridge: a narrow circle, warped alike for all, that opens downwards."""
    sway = noise(hand)
    radius = (k + 0.55) * whorl.gap
    share = radius / whorl.radius
    warp = 1 + share * (
        0.07 * math.sin(2 * angle + 0.6 + 2.2 * share)
        + 0.05 * math.sin(3 * angle - 3 * share + 3 * sway(7.4))
    )
    lift = max(0.0, math.sin(angle)) * 0.16 * share
    x = math.cos(angle) * radius * 0.74 * warp * (1 + lift / 2)
    y = math.sin(angle) * radius * warp * (1 + lift) - whorl.radius * 0.04 * share
    around = 2.2 * math.cos(angle - 0.7)
    by = whorl.gap * min(0.3, 0.1 + 0.05 * k)
    x += sway(20 + around + k * 0.11) * by
    y += sway(60 + around + k * 0.11) * by
    c, s = math.cos(whorl.turn), math.sin(whorl.turn)
    return whorl.x + x * c - y * s, whorl.y + x * s + y * c


def _cut(ribs: Sequence[_Rib], within: Holds) -> Iterator[Contour]:
    """Yield what clay holds of a stretch, as outlines."""
    run: list[_Rib] = []
    before: _Rib | None = None
    for rib in ribs:
        kept = _narrowed(rib, within)
        if kept is not None:
            if not run and before is not None:
                run += _border(before, rib, within)
            run.append(kept)
        elif run:
            assert before is not None
            run += reversed(_border(rib, before, within))
            yield from _closed(run)
            run = []
        before = rib
    yield from _closed(run)


def _narrowed(rib: _Rib, within: Holds) -> _Rib | None:
    """Return a rib as far as clay holds it, None where it holds nothing."""
    left, right = within.holds(*rib.left), within.holds(*rib.right)
    if left and right:
        return rib
    if left:
        return rib._replace(right=_edge(rib.left, rib.right, within))
    if right:
        return rib._replace(left=_edge(rib.right, rib.left, within))
    return None


def _border(outside: _Rib, inside: _Rib, within: Holds) -> list[_Rib]:
    """Return up to three ribs between one outside and one inside, the outermost first."""
    out: list[_Rib] = []
    for share in (0.25, 0.5, 0.75):
        between = _Rib(*(_mixed(a, b, share) for a, b in zip(outside, inside, strict=True)))
        kept = _narrowed(between, within)
        if kept is not None:
            out.append(kept)
    return out


def _mixed(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _edge(inside: Point, outside: Point, within: Holds) -> Point:
    """Return where clay ends between a point inside and one outside."""
    low, high = 0.0, 1.0
    for _ in range(6):
        middle = (low + high) / 2
        if within.holds(*_mixed(inside, outside, middle)):
            low = middle
        else:
            high = middle
    return _mixed(inside, outside, low)


def _closed(ribs: Sequence[_Rib]) -> Iterator[Contour]:
    """Yield the outline about some ribs, where there are enough."""
    if len(ribs) < 4:
        return
    left = [(*rib.left, False) for rib in ribs]
    right = [(*rib.right, False) for rib in reversed(ribs)]
    for side in (left, right):
        side[0] = (*side[0][:2], True)
        side[-1] = (*side[-1][:2], True)
    yield (*left, *right)
