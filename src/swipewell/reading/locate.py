"""A model's errors to findings: each at its line and column, in words for the person who wrote it.

Pydantic tells where by a path that has the kind of a slide between its number and its field, and
tells too much: a list whose entries are all faulty counts as empty, a misspelt field as missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from swipewell.findings import Finding
from swipewell.reading.fault import Fault
from swipewell.reading.names import fields_of, kind_of, models_at, models_in, nearest
from swipewell.reading.page import Page
from swipewell.reading.tree import Entry, Mapping, Mark, Node, Path, Sequence, at, child, written
from swipewell.reading.wording import worded

_MOST_FAULTS = 200
_ABOUT_FIELDS = ("missing", "extra_forbidden")
_ABOUT_KINDS = ("union_tag_invalid", "union_tag_not_found")


def located(
    error: ValidationError, tree: Node, page: Page, model: type[BaseModel]
) -> tuple[Finding, ...]:
    """Return the findings for a model's errors about a tree, at most 200 of them."""
    raw = error.errors(include_url=False, include_input=False)[:_MOST_FAULTS]
    faults = [_fault(dict(one), tree, page, model) for one in raw]
    return tuple(_finding(fault, tree, page) for fault in _said_once(faults))


def _fault(raw: dict[str, Any], tree: Node, page: Page, model: type[BaseModel]) -> Fault:
    """Return one of pydantic's errors with all that its words need."""
    kind = raw["type"]
    path, owner, inside = _walked(raw["loc"], model)
    if kind in _ABOUT_KINDS:
        path = (*path, "kind")
    path = path if kind in _ABOUT_FIELDS else _as_far_as_written(tree, path)
    around = at(tree, path[:-1]) if path else tree
    return Fault(
        error=kind,
        path=path,
        owner=owner,
        inside=inside,
        node=at(tree, path),
        around=around or tree,
        context=raw.get("ctx", {}),
        in_block=_sign(page, around or tree) not in ("{", "["),
        in_brackets=_sign(page, at(tree, path)) in ("{", "["),
    )


def _walked(
    loc: tuple[str | int, ...], model: type[BaseModel]
) -> tuple[Path, type[BaseModel], tuple[type[BaseModel], ...]]:
    """Return the way an error points, told by the models.

    The path without the kinds that pydantic puts in, the model of its last field, and what models
    its value may be.
    """
    path: Path = ()
    owner, inside = model, models_in(model)
    for part in loc:
        if isinstance(part, int):
            path = (*path, part)
        elif len(inside) > 1:
            inside = tuple(one for one in inside if kind_of(one) == part)
        else:
            owner = inside[0] if inside else owner
            path, inside = (*path, part), models_at(owner, part)
    return path, owner, inside


def _as_far_as_written(tree: Node, path: Path) -> Path:
    """Return the part of a path that the file has: an entry's text stands for its title."""
    node: Node | None = tree
    for length, part in enumerate(path):
        node = child(node, part)
        if node is None:
            return path[: length + (part == "kind")]
    return path


def _sign(page: Page, node: Node | None) -> str:
    """Return the character with which a value begins in the file."""
    if node is None or node.mark.line > len(page.lines):
        return ""
    return page.lines[node.mark.line - 1][node.mark.column - 1 : node.mark.column]


def _said_once(faults: list[Fault]) -> Iterator[Fault]:
    """Leave out what only follows from another fault."""
    slips = {
        (fault.path[:-1], _meant(fault)) for fault in faults if fault.error == "extra_forbidden"
    }
    for fault in faults:
        around = fault.path[:-1]
        if fault.error == "missing" and ((around, fault.name) in slips or (around, None) in slips):
            continue
        if fault.error == "too_short" and isinstance(fault.node, Sequence) and fault.node.items:
            continue
        yield fault


def _meant(fault: Fault) -> str | None:
    """Return the field that an unknown one was meant to be; None where a text was meant."""
    if fault.is_text_with_colon:
        return None
    return nearest(fault.name, fields_of(fault.owner)) or ""


def _finding(fault: Fault, tree: Node, page: Page) -> Finding:
    code, message, hint = worded(fault)
    return page.finding(
        code, message, hint, mark=_mark(fault, tree), field=written(fault.path) or None
    )


def _mark(fault: Fault, tree: Node) -> Mark:
    """Return the place: an unknown field's name, the group around a missing one, the value."""
    if fault.error == "extra_forbidden" and (entry := _entry(fault)):
        return entry.key
    if fault.node is not None:
        return fault.node.mark
    return (fault.around or tree).mark


def _entry(fault: Fault) -> Entry | None:
    return fault.around.entries.get(fault.name) if isinstance(fault.around, Mapping) else None
