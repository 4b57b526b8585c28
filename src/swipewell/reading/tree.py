"""What a file holds, before any model: texts, lists and fields, each with its line and column.

Every format is read into this tree; validation sees its plain values, findings its places.
"""

from __future__ import annotations

from collections import abc
from collections.abc import Iterator
from typing import TypeAlias

from swipewell.named import NamedTuple

MAX_DEPTH = 64
"""How deep values may lie inside one another; a post needs six levels."""

MAX_NODES = 20_000
"""How many values a file may hold, counted after every alias has been followed."""

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: names of fields and, from 0, numbers of entries."""


class Mark(NamedTuple):
    """A place in a file; both count from 1."""

    line: int
    column: int


class Scalar(NamedTuple):
    """A text as written; None where nothing is. `plain` tells that no quotes stood around it."""

    value: str | None
    plain: bool
    mark: Mark


class Sequence(NamedTuple):
    """A list of values."""

    items: tuple[Node, ...]
    mark: Mark


class Entry(NamedTuple):
    """The value of one field, and the place of the field's name."""

    key: Mark
    value: Node


class Mapping(NamedTuple):
    """Fields by name, in the order of the file."""

    entries: abc.Mapping[str, Entry]
    mark: Mark


Node: TypeAlias = Scalar | Sequence | Mapping


def child(node: Node | None, part: str | int) -> Node | None:
    """Return the value one step down, None where there is no such step."""
    if isinstance(node, Mapping) and isinstance(part, str):
        entry = node.entries.get(part)
        return entry.value if entry else None
    if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
        return node.items[part]
    return None


def at(node: Node | None, path: Path) -> Node | None:
    """Return the value at the end of a path, None where the path leads nowhere."""
    for part in path:
        node = child(node, part)
    return node


def plain(node: Node) -> object:
    """Return the values alone: None, str, list and dict, ready for a model."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(entry.value) for name, entry in node.entries.items()}


def with_text(node: Node, path: Path, text: str) -> Node:
    """Return the tree with one text exchanged; the path leads through fields and entries to a text."""
    if path and isinstance(node, Sequence) and isinstance(path[0], int):
        number = path[0]
        item = with_text(node.items[number], path[1:], text)
        return node._replace(items=(*node.items[:number], item, *node.items[number + 1 :]))
    if not path or not isinstance(node, Mapping):
        return node._replace(value=text) if isinstance(node, Scalar) else node
    name = str(path[0])
    entry = node.entries[name]
    changed = entry._replace(value=with_text(entry.value, path[1:], text))
    return node._replace(entries={**node.entries, name: changed})


def written(path: Path) -> str:
    """Return a path the way people read it: ``slides[2].title``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def places(node: Node, path: str = "") -> Iterator[tuple[str, Mark]]:
    """Yield the path and the place of every value, the whole file's first, as the empty path."""
    yield path, node.mark
    if isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from places(item, f"{path}[{number}]")
    elif isinstance(node, Mapping):
        for name, entry in node.entries.items():
            yield from places(entry.value, f"{path}.{name}" if path else name)
