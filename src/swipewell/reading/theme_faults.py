"""Names in a theme's own files that stand for nothing: colours, styles, grounds, fonts, ornaments.

Each function takes plain values that have the right shape, and yields findings by field; what a theme
has from the bundled one below it is sound already, and is only looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from swipewell.findings import Finding, error
from swipewell.reading.names import listed, nearest
from swipewell.resources import bundled_families

_CHANGE = re.compile(r"[-+x]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)")
_SEED = re.compile(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_SWAP = "swap"
"""A highlight may let ground and ink change places, rather than have a colour."""

_NEEDED_ROLES = ("ground", "highlight")


def theme_faults(
    own: Mapping[str, Any], whole: Mapping[str, Any], ornaments: Sequence[str]
) -> Iterator[Finding]:
    """Yield what is wrong in the values of ``theme.yaml``; ``whole`` is all of the theme."""
    if "seed" in own and not _SEED.fullmatch(own["seed"].strip()):
        message = f"`seed`: “{own['seed']}” is not a colour."
        yield error("bad-value", message, 'Write it like "#b3573a", in quotes.', field="seed")
    yield from _palette_faults(own.get("palette", {}), list(whole["palette"]))
    for ground, roles in own.get("grounds", {}).items():
        yield from _ground_faults(ground, roles, whole["palette"])
    families = list(bundled_families())
    for role, family in own.get("families", {}).items():
        if family not in families:
            yield _unknown("font family", family, families, f"families.{role}", "unknown-font")
    colours = _roles(whole)
    for name, style in own.get("styles", {}).items():
        if "colour" in style and style["colour"] not in colours:
            yield _unknown("colour", style["colour"], colours, f"styles.{name}.colour")
        if min(style["sizes"]) <= 0:
            message = "A size is a number of px above 0."
            yield error(
                "bad-value", message, "Write sizes such as [84, 72].", field=f"styles.{name}.sizes"
            )
    for number, ornament in enumerate(own.get("ornaments", ())):
        if ornament["kind"] not in ornaments:
            yield _unknown("ornament", ornament["kind"], ornaments, f"ornaments[{number}].kind")
    for number, ground in enumerate(own.get("turns", ())):
        if ground not in whole["grounds"]:
            yield _unknown("ground", ground, list(whole["grounds"]), f"turns[{number}]")
    for number, box in enumerate(own.get("furniture", ())):
        yield from _box_faults(box, f"furniture[{number}]", whole)


def layout_faults(layout: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what is wrong in the values of a layout's file."""
    grounds, styles = list(whole["grounds"]), whole["styles"]
    if layout.get("ground", grounds[0]) not in grounds:
        yield _unknown("ground", layout["ground"], grounds, "ground")
    for number, fit in enumerate(layout.get("fit", ())):
        for style, size in fit.get("sizes", {}).items():
            field = f"fit[{number}].sizes.{style}"
            if style not in styles:
                yield _unknown("style", style, list(styles), field)
            elif size not in styles[style]["sizes"]:
                sizes = listed([f"{one:g}" for one in styles[style]["sizes"]], "or")
                message = f"The style `{style}` has no size {size:g}."
                yield error(
                    "bad-value", message, f"Write {sizes}, or add it to the style.", field=field
                )
    yield from _box_faults(layout["box"], "box", whole)


def _palette_faults(own: Mapping[str, Any], order: Sequence[str]) -> Iterator[Finding]:
    """Yield what is wrong in recipes; a colour grows from those before it, those of the base first."""
    for role, recipe in own.items():
        before = ["seed", *order[: order.index(role)]]
        field = f"palette.{role}"
        if "of" in recipe and recipe["of"] not in before:
            yield _unknown("colour", recipe["of"], before, f"{field}.of", before=role)
        for number, paper in enumerate(recipe.get("reads_on", ())):
            if paper not in before[1:]:
                place = f"{field}.reads_on[{number}]"
                yield _unknown("colour", paper, before[1:], place, before=role)
        for name in ("l", "c", "h"):
            if name in recipe and not _CHANGE.fullmatch(recipe[name]):
                message = f"`{name}`: “{recipe[name]}” is no number."
                hint = 'Write a value as ".54", a shift as "+.05" or "-.05", a factor as "x1.2".'
                yield error("bad-value", message, hint, field=f"{field}.{name}")


def _ground_faults(
    name: str, roles: Mapping[str, str], palette: Mapping[str, Any]
) -> Iterator[Finding]:
    for role in _NEEDED_ROLES:
        if role not in roles:
            message, hint = (
                f"The ground `{name}` names no `{role}`.",
                f"Add `{role}:` and a colour.",
            )
            yield error("missing-field", message, hint, field=f"grounds.{name}")
    for role, colour in roles.items():
        if colour not in palette and not (colour == _SWAP and role.startswith("highlight")):
            yield _unknown("colour", colour, list(palette), f"grounds.{name}.{role}")


def _box_faults(box: Mapping[str, Any], field: str, whole: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what is wrong in a box and in those within it."""
    for name, value in box.items():
        place = f"{field}.{name}"
        if name == "colours":
            yield from _colours_faults(value, place, whole)
        elif isinstance(value, Mapping):
            yield from _box_faults(value, place, whole)
        elif isinstance(value, list | tuple):
            yield from _list_faults(value, place, whole)
        elif name == "style" and value not in whole["styles"]:
            yield _unknown("style", value, list(whole["styles"]), place)
        elif name == "colour" and value not in (colours := _roles(whole)):
            yield _unknown("colour", value, colours, place)


def _colours_faults(
    value: Mapping[int, Sequence[str]], field: str, whole: Mapping[str, Any]
) -> Iterator[Finding]:
    """Yield what is wrong in the colours that entries take by their number."""
    roles = _roles(whole)
    for count, colours in value.items():
        for number, colour in enumerate(colours):
            if colour not in roles:
                yield _unknown("colour", colour, roles, f"{field}.{count}[{number}]")


def _list_faults(values: Sequence[Any], field: str, whole: Mapping[str, Any]) -> Iterator[Finding]:
    for number, value in enumerate(values):
        place = f"{field}[{number}]"
        if isinstance(value, Mapping):
            yield from _box_faults(value, place, whole)
        elif isinstance(value, list | tuple):
            yield from _list_faults(value, place, whole)


def _roles(whole: Mapping[str, Any]) -> list[str]:
    """Return all names by which a text may name its colour."""
    grounds = (role for roles in whole["grounds"].values() for role in roles)
    return list(dict.fromkeys((*whole["palette"], *grounds)))


def _unknown(
    what: str, name: str, known: Sequence[str], field: str, code: str = "", *, before: str = ""
) -> Finding:
    """Return the finding about a name that stands for nothing."""
    near = nearest(name, list(known))
    among = f" before `{before}`" if before else ""
    hint = f"Did you mean {near}?" if near else f"There are {listed(list(known))}."
    message = f"There is no {what} “{name[:60]}”{among}."
    return error(code or f"unknown-{what.split()[-1]}", message, hint, field=field)
