"""A theme's recipes and a seed to a palette of colours by role.

seed #b3573a, {clay: {most_l: .54, reads_on: [paper], ratio: 4.6}} -> clay #a94f33
"""

from __future__ import annotations

from collections.abc import Mapping

from swipewell.colour import (
    Colour,
    Oklch,
    contrast,
    from_oklch,
    parse_hex,
    reading_on,
    to_oklch,
)
from swipewell.model.theme import Recipe

Palette = Mapping[str, Colour]


def grow(
    recipes: Mapping[str, Recipe], seed: str, fixed: Mapping[str, Colour] | None = None
) -> Palette:
    """Return the colour of every role, grown in the recipes' order from the seed ``#rrggbb``.

    ``fixed`` are colours that stand as they are; others grow from them as from any. A recipe for the
    ``seed`` moves that itself, before all else.
    """
    fixed = fixed or {}
    grown: dict[str, Oklch] = {"seed": to_oklch(parse_hex(seed))}
    first = sorted(recipes.items(), key=lambda item: item[0] != "seed")
    for role, recipe in first:
        grown[role] = to_oklch(fixed[role]) if role in fixed else _cook(recipe, grown)
    return {role: fixed.get(role) or from_oklch(lch) for role, lch in grown.items()}


def _cook(recipe: Recipe, grown: Mapping[str, Oklch]) -> Oklch:
    start = grown[recipe.of]
    lightness = _moved(start.lightness, recipe.l)
    if recipe.most_l is not None:
        lightness = min(lightness, recipe.most_l)
    hue = start.hue
    if recipe.within is None or _on_arc(hue, *recipe.within):
        hue = _moved(hue, recipe.h) % 360
    if recipe.hues is not None:
        hue = _nearest_hue(hue, *recipe.hues)
    chroma = max(_moved(start.chroma, recipe.c), 0.0)
    if recipe.most_c is not None:
        chroma = min(chroma, recipe.most_c)
    lch = Oklch(lightness, chroma, hue)
    for role in recipe.reads_on:
        paper = from_oklch(grown[role])
        if contrast(from_oklch(lch), paper) < recipe.ratio:
            lch = reading_on(lch, paper, recipe.ratio)
    return lch


def _moved(value: float, change: str | None) -> float:
    """Return the value set to a number, moved by a signed one, or multiplied by one after an ``x``."""
    if change is None:
        return value
    if change[0] == "x":
        return value * float(change[1:])
    return value + float(change) if change[0] in "+-" else float(change)


def _on_arc(hue: float, low: float, high: float) -> bool:
    """Say whether a hue lies on the arc from low to high, in degrees."""
    return (hue - low) % 360 <= (high - low) % 360


def _nearest_hue(hue: float, low: float, high: float) -> float:
    """Return the hue, or the nearer end of the arc from low to high (degrees) where it lies outside."""
    if _on_arc(hue, low, high):
        return hue
    to_low, to_high = (low - hue) % 360, (hue - high) % 360
    return low if to_low <= to_high else high
