"""The brands that a brand extends: looked for, read, and laid under it; what they lock stays theirs.

    agency/brand.yaml   name, disclaimer …, locked: [disclaimer]
    alma/brand.yaml     extends: ../agency/brand.yaml, handle …

Alma's brand is the agency's with Alma's own fields laid over it, group by group. Every file's paths
are relative to itself. A chain may go on; it ends after eight, and never comes back to where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path as File
from typing import Any

from pydantic import BaseModel

from swipewell.findings import Finding, InputError, Source, error
from swipewell.model.brand import Brand
from swipewell.reading.names import listed, nearest
from swipewell.reading.pictures import nearby

MOST_PARENTS = 8

Read = Callable[[str], Brand]
"""From a file's name to the brand that it makes by itself; InputError where it makes none."""

_OF_THE_FILE = frozenset({"extends", "locked"})
"""What a brand says of its file, not of itself."""


def extended(brand: Brand, name: str, read: Read) -> Brand:
    """Return a brand laid over those it extends; InputError for a chain that breaks, or a locked field.

    ``name`` is the brand's own file, ``read`` gives a brand as its file alone has it.
    """
    chain = [(name, brand)]
    seen = [File(name).resolve()]
    while chain[-1][1].extends is not None:
        here, child = chain[-1]
        parent = _parent(child, File(here), seen)
        seen.append(parent.resolve())
        chain.append((str(parent), read(str(parent))))
    faults = [fault for _, one in chain for fault in _unknown_locks(one)]
    if faults:
        raise InputError(faults)
    whole = chain.pop()[1]
    while chain:
        whole = _laid_over(whole, chain.pop()[1])
    return whole


def parents_of(brand: File) -> Iterator[File]:
    """Yield the files of the brands that a brand's file extends, the nearest first.

    Nothing else of them is read, and a chain that breaks just ends: to tell of it is reading's part.
    """
    from swipewell.reading.files import raw_field

    seen = [brand.resolve()]
    while len(seen) <= MOST_PARENTS:
        written = raw_field(brand, "extends")
        if not written:
            return
        brand = brand.parent / written
        if brand.resolve() in seen or not brand.is_file():
            return
        seen.append(brand.resolve())
        yield brand


def _parent(child: Brand, here: File, seen: list[File]) -> File:
    """Return the file of the brand that one extends; InputError where it cannot be."""
    written = child.extends or ""
    parent = here.parent / written
    shown = f"“{written[:60]}”"
    try:
        there, known = parent.is_file(), parent.resolve() in seen
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL, a name too long
        there, known = False, False
    if "://" in written:
        hint = "Save the brand in a folder beside yours, and write its path."
        fault = ("extends-address", f"{shown} is an address; brands are not fetched.", hint)
    elif known:
        names = listed([f"{file.parent.name}/{file.name}" for file in seen])
        hint = "Remove one `extends:`: a chain of brands has to end."
        fault = ("extends-loop", f"{shown} comes back to a brand of its own chain ({names}).", hint)
    elif not there:
        hint = nearby(parent.parent, written)
        fault = ("missing-brand", f"There is no brand {shown} to extend.", hint)
    elif len(seen) > MOST_PARENTS:
        message = f"This brand extends more than {MOST_PARENTS} others, one upon the other."
        fault = ("extends-depth", message, "Extend the one that says most.")
    else:
        return parent
    raise InputError([_placed(child, error(*fault, field="extends"))])


def _laid_over(parent: Brand, child: Brand) -> Brand:
    """Return a parent with a child's own fields laid over it; InputError where one is locked."""
    faults = tuple(_unlocked(parent, child))
    if faults:
        raise InputError(faults)
    whole: Brand = _merged(parent, child, without=_OF_THE_FILE)
    locks = dict.fromkeys((*parent.locked, *child.locked))
    whole = whole.model_copy(update={"locked": tuple(locks)})
    sources = [one.source for one in (child, parent) if one.source is not None]
    return whole.with_source(_behind(sources)) if sources else whole


def _behind(sources: list[Source]) -> Source:
    """Return a child's source with its parent's behind it, and what was noticed in both."""
    own = sources[0]
    if len(sources) == 1:
        return own
    findings = (*own.findings, *sources[1].findings)
    return own._replace(behind=sources[1], findings=findings)


def _merged(parent: Any, child: Any, without: frozenset[str] = frozenset()) -> Any:
    """Return a model with the fields that were written for another laid over it, group by group."""
    laid: dict[str, Any] = {}
    for name in child.model_fields_set - without:
        under, over = getattr(parent, name), getattr(child, name)
        is_group = isinstance(over, BaseModel) and isinstance(under, BaseModel)
        laid[name] = _merged(under, over) if is_group else over
    return parent.model_copy(update=laid)


def _unlocked(parent: Brand, child: Brand) -> Iterator[Finding]:
    """Yield a finding for every field that a child changes although its parent has locked it."""
    whole = _merged(parent, child, without=_OF_THE_FILE)
    for name in parent.locked:
        if _held(whole, name) != _held(parent, name):
            holder = f" in {parent.source.file}" if parent.source else ""
            message = f"`{name}` is locked{holder}, the brand that this one extends."
            hint = "Remove it here, or ask those who keep that brand to change it."
            yield _placed(child, error("locked-field", message, hint, field=name))


def _unknown_locks(parent: Brand) -> Iterator[Finding]:
    """Yield a finding for every name under `locked` that is no field."""
    for index, name in enumerate(parent.locked):
        if _held(parent, name) is not Ellipsis:
            continue
        near = nearest(name, sorted(set(Brand.model_fields) - _OF_THE_FILE))
        hint = f"Did you mean {near}?" if near else "Name a field, such as disclaimer."
        message = f"There is no field “{name[:40]}” to lock."
        yield _placed(parent, error("unknown-lock", message, hint, field=f"locked[{index}]"))


def _held(brand: Brand, name: str) -> Any:
    """Return what a brand holds in a field such as `disclaimer.dm_policy`, Ellipsis where there is none."""
    value: Any = brand
    for part in name.split("."):
        if part in _OF_THE_FILE or part not in getattr(type(value), "model_fields", ()):
            return Ellipsis
        value = getattr(value, part)
    return value


def _placed(brand: Brand, finding: Finding) -> Finding:
    return brand.source.locate(finding) if brand.source else finding
