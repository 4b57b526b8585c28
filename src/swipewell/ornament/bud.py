"""meadow's buds: bracts around a tuft of straps, closed, half open, or closing for the night."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Contour, Copy, Item, PathPoint, Symbol
from swipewell.ornament.curve import randoms
from swipewell.ornament.growth import Bud, reaching
from swipewell.ornament.strip import Drawn, Options, Strip


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the buds of every slide; ``tuft`` names the roles of three tones of straps.

    ``grounds`` gives by ground the roles of the bracts (two in turn) and of those that curl away.
    """
    tuft = options["tuft"]
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        bracts = options["grounds"][slide.ground]["bud"]
        items: list[Item] = []
        for part, dx in reaching(strip, i, (Bud,)):
            if isinstance(part, Bud):
                x, y = round(part.x) + dx, round(part.y)
                symbols = _bud(part.scale, part.open, part.variant)
                for symbol, role in zip(symbols, (*tuft, *bracts), strict=True):
                    if symbol.path:
                        items.append(Copy(symbol, x, y).shape(strip.palette[role]))
        drawn.append(items)
    return drawn


class _Pen:
    """Draws about the origin, a little askew as things grow."""

    def __init__(self, scale: float) -> None:
        self.scale = scale

    def at(self, u: float, v: float, on: bool = True) -> PathPoint:
        return self.scale * (u - 0.12 * v), self.scale * (v + 0.08 * u), on


@lru_cache(maxsize=128)
def _bud(scale: float, open_: float, variant: int) -> tuple[Symbol, ...]:
    """Return a bud that stands on the origin: three tones of straps, two of bracts, the curled ones."""
    pen = _Pen(scale)
    chance = iter(randoms(variant * 5 + 2, 40))
    straps: tuple[list[Contour], ...] = ([], [], [])
    for i in range(15 if open_ > 0 else 0):
        straps[i % 3].append(_strap(pen, i - 7, open_, next(chance)))
    bracts: tuple[list[Contour], ...] = ([], [])
    for i in sorted(range(-4, 5), key=lambda k: k % 2):
        bracts[i % 2].append(_bract(pen, i, open_, next(chance)))
    curled = tuple(_curled(pen, i, next(chance)) for i in range(-3, 4))
    return tuple(Symbol(tuple(part)) for part in (*straps, *bracts, curled))


def _strap(pen: _Pen, i: int, open_: float, chance: float) -> Contour:
    """Return one of the straps that show above the bracts."""
    x = i * 6.4 * (1 + 1.5 * open_) * 1.25
    high = 190 + 28 * chance + 60 * open_ - abs(i) * (4 + 7 * open_)
    u = i * 3.2
    return (
        pen.at(u, -60), pen.at(x - 8, -high), pen.at(x - 3.2, -high - 9), pen.at(x, -high),
        pen.at(x + 4, -high - 8), pen.at(x + 8, -high), pen.at(u + 11, -60),
    )  # fmt: skip


def _bract(pen: _Pen, i: int, open_: float, chance: float) -> Contour:
    """Return one of the bracts that hold the bud, from its foot to its point."""
    u, spread = i * 15.0, 1 + 0.35 * open_
    w = 0.62 if i % 2 else 1.0  # the ones in front leave the others seen
    high = 142 + 22 * chance - abs(i) * 4
    return (
        pen.at(u * 0.62 - 15 * w, 6),
        pen.at(u * 1.15 - 20 * w, -30, False),
        pen.at(u * 1.2 * spread - 19 * w, -80, False),
        pen.at(u * 1.04 * spread - 14 * w, -118, False),
        pen.at(u * 0.86 * spread, -high),
        pen.at(u * 1.04 * spread + 14 * w, -118, False),
        pen.at(u * 1.2 * spread + 19 * w, -80, False),
        pen.at(u * 1.15 + 20 * w, -30, False),
        pen.at(u * 0.62 + 15 * w, 6),
    )


def _curled(pen: _Pen, i: int, chance: float) -> Contour:
    """Return one of the outer bracts, which curl down and away."""
    u, low = i * 17.0, 34 + 24 * chance
    return (
        pen.at(u * 0.6 - 9, -2), pen.at(u * 1.45 - 6, 10, False), pen.at(u * 1.9, low),
        pen.at(u * 1.3 + 12, 14, False), pen.at(u * 0.6 + 10, -4),
    )  # fmt: skip
