"""Ornaments: one file each, from parameters, a seed and anchors to paths on the strip of the deck.

``find('thread')`` gives the function of ``thread.py``; a new ornament is a new file here.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from swipewell.ornament.strip import Draw

_TOOLS = frozenset(
    {
        "__init__",
        "clay",
        "curve",
        "cutouts",
        "growth",
        "nib",
        "strip",
        "route",
        "scissors",
        "stroke",
        "ways",
        "whorl",
    }
)


@cache  # the package's files never change while it runs
def names() -> tuple[str, ...]:
    """Return the names of all ornaments, sorted."""
    return tuple(sorted(p.stem for p in Path(__file__).parent.glob("*.py") if p.stem not in _TOOLS))


def find(kind: str) -> Draw:
    """Return the ornament's function; LookupError naming those there are where there is none."""
    if kind not in names():
        raise LookupError(f"there is no ornament '{kind}'; there are {', '.join(names())}")
    draw: Draw = import_module(f"swipewell.ornament.{kind}").draw
    return draw
