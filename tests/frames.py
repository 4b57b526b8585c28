"""What tests measure in frames."""

from __future__ import annotations

from collections.abc import Iterable

from swipewell.frame import GlyphRun
from swipewell.geometry import Rect


def ink(runs: Iterable[GlyphRun]) -> Rect:
    """Where the glyphs of runs stand, by their faces' own bounds."""
    edges = [
        Rect(*(edge * run.size for edge in Rect(*run.face.ink(number)).moved(gx, gy))).moved(x, y)
        for run in runs
        for glyphs, x, y in run.pieces
        for number, gx, gy in glyphs
    ]
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))
