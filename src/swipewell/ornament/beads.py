"""clay's progress mark: a small pebble for every slide, and a full one for the present."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Item, Path, Shape
from swipewell.ornament.clay import VARIANTS, Lump, outline
from swipewell.ornament.strip import Drawn, Options, Strip

_LAST, _PITCH, _AIR, _HEIGHT = 974.0, 34.0, 44.0, 960.0
_READ, _COMING = 0.62, 0.28
_CLEAR = 9.0
"""How far the present pebble's middle form keeps clear of its neighbours', in px."""


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the pebbles of every slide.

    ``grounds`` names for each ground the roles of the present one and of the others; it may add the
    opacities of those that were read and of those to come.
    """
    handle = strip.slides[0].anchors.get("handle")
    taken = handle.right if handle is not None else 152.0
    count = len(strip.slides)
    pitch = min(_PITCH, (_LAST - taken - _AIR) / max(count - 1, 1))
    drawn: Drawn = []
    for i, slide in enumerate(strip.slides):
        present_role, role, *veils = options["grounds"][slide.ground]
        now, other = strip.palette[present_role], strip.palette[role]
        read, coming = veils or (_READ, _COMING)
        before, present, after = _row(
            count, i, round(pitch, 2), strip.y(_HEIGHT), strip.seed % VARIANTS
        )
        items: list[Item] = []
        if before:
            items.append(Shape(before, other, read, kept=True))
        if after:
            items.append(Shape(after, other, coming, kept=True))
        drawn.append([*items, Shape(present, now, kept=True)])
    return drawn


@lru_cache(maxsize=256)
def _row(count: int, present: int, pitch: float, y: float, variant: int) -> tuple[Path, Path, Path]:
    """Return the pebbles read, the present one, and those to come."""
    size = min(1.0, pitch / _PITCH)
    full = min(1.0, (pitch - 8 * size - _CLEAR) / 15)
    lumps: list[Path] = []
    for k in range(count):
        # the present one stands upright, so that it keeps as clear of its neighbours on every slide
        wide, high, turn = (15 * full, 18 * full, 0.1) if k == present else (8 * size, 7 * size, k)
        x = _LAST - (count - 1 - k) * pitch
        seed = 200 + (k + variant) % 9
        lumps.append((outline(Lump(x, y, wide, high, seed, waver=0.06, turn=float(turn))),))
    read = tuple(lump[0] for lump in lumps[:present])
    return read, lumps[present], tuple(lump[0] for lump in lumps[present + 1 :])
