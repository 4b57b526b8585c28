"""One fault of one field: pydantic's name for it, where it is, and what stands there."""

from __future__ import annotations

from collections import abc
from typing import Any

from pydantic import BaseModel

from swipewell.named import NamedTuple
from swipewell.reading.names import MAY_BE_TEXT, fields_of, nearest
from swipewell.reading.tree import Mapping, Node, Path, Scalar, Sequence


class Words(NamedTuple):
    """What a finding says."""

    code: str
    message: str
    hint: str


class Fault(NamedTuple):
    """An error of a model, beside what the file holds in its place.

    `error` is pydantic's name for it. `owner` is the model of the last field in the path, `inside`
    what models its value may be, `around` the value that holds it. `in_block` tells that `around`
    is written without brackets, `in_brackets` that the value itself is written with them.
    """

    error: str
    path: Path
    owner: type[BaseModel]
    inside: tuple[type[BaseModel], ...]
    node: Node | None
    around: Node
    context: abc.Mapping[str, Any]
    in_block: bool
    in_brackets: bool

    @property
    def name(self) -> str:
        """Return the last field's name in the path, empty where there is none."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def label(self) -> str:
        """Return the name with which a sentence about the value begins."""
        if not self.path:
            return "The file"
        last = self.path[-1]
        if isinstance(last, str):
            return f"`{short(last)}`"
        return f"Slide {last + 1}" if self.is_slide else f"Entry {last + 1} of `{self.name}`"

    @property
    def is_slide(self) -> bool:
        """Whether the fault is one of a whole slide."""
        return len(self.path) == 2 and self.path[0] == "slides"

    @property
    def text(self) -> str:
        """Return the text that stands there, shortened, empty where it is none."""
        return short(self.node.value or "") if isinstance(self.node, Scalar) else ""

    @property
    def found(self) -> str:
        """Return what stands there, in a word or two."""
        if isinstance(self.node, Sequence):
            return "a list"
        if isinstance(self.node, Mapping):
            return "a group of fields"
        return f"“{self.text}”" if self.text else "nothing"

    @property
    def is_text_with_colon(self) -> bool:
        """Whether an entry was meant as a text and its colon made a field of it: `- Ask: what?`."""
        alone = isinstance(self.around, Mapping) and len(self.around.entries) == 1
        may_be_text = self.owner.__name__ in MAY_BE_TEXT and self.in_block
        return alone and may_be_text and nearest(self.name, fields_of(self.owner)) is None


def short(text: str) -> str:
    """Return a text in one line, short enough to be repeated in a message."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"


def capital(text: str) -> str:
    """Return a text that begins like a sentence."""
    return text[:1].upper() + text[1:]


def text_with_colon(node: Node) -> Words:
    """Return the words for a text whose colon has made a field of it."""
    name, rest = "…", None
    if isinstance(node, Mapping):
        for written, entry in node.entries.items():
            name, rest = short(written), entry.value
    shown = f"{name}: {short(rest.value or '')}" if isinstance(rest, Scalar) else f"{name}:"
    message = f"The text has a colon in it, so YAML sees a field named “{name}”."
    return Words("needs-quotes", message, f'Put the whole text in quotes: "{shown.strip()}"')
