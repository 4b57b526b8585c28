"""What a slide says, in the order in which it is heard: plain texts without marks, and what each is.

Alternative text, caption and transcript are all made of it. A slot that is not known here is said
where it stands among the fields, so that a new kind of slide is heard before it is looked after.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol

from swipewell.export.punctuation import ended, in_a_row, labelled, listed
from swipewell.export.shorten import ADDRESS
from swipewell.named import NamedTuple
from swipewell.text.direction import numeral
from swipewell.text.markup import plain
from swipewell.text.typography import typographic

Role = Literal["title", "text", "list", "steps", "halves", "quote", "attribution", "picture"]

_SILENT = frozenset(
    {
        "swipe",
        "mark",
        "opening",
        "picture",
        "focus",
        "number",
        "unit",
        "brief",
        "whole_title",
        "handle",
    }
)
"""Slots that are ornament to a listener, or said together with others."""

_FIRST = ("kicker", "title")
_HEADINGS = ("title", "term")
"""Slots that say what a slide is about; the first that there is stands over it."""

_LABELS = {"aloud": "example", "crisis_ask": "contacts", "figure": "meaning"}
"""What each label introduces; ``left_label`` and ``support_ask`` say it themselves."""

_PAIRS = {"left": 1, "right": 2, "myth": 1, "fact": 2}
"""Halves of a slide; a number tells them apart where a language has no word for them."""

_LINED = frozenset({"support"})
"""Slots whose lines are told one by one."""

_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("left", "right"), "halves"),
    **dict.fromkeys(("picture_alt", "alt"), "picture"),
    "quote": "quote",
}

_STAND_IN = "\ue000"
_UNHEARD = {0xAD: None, 0x200B: None, 0x2060: None} | dict.fromkeys(
    (*range(9), *range(14, 32), 127), None
)
_LINE_ENDS = dict.fromkeys(map(ord, "\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"), "\n")


class Says(Protocol):
    """A slide before or after it is laid out."""

    @property
    def kind(self) -> str:
        """The kind of the slide."""

    @property
    def fields(self) -> Mapping[str, Any]:
        """What it says, by slot."""

    @property
    def number(self) -> int | None:
        """The number of a tip."""

    @property
    def language(self) -> str:
        """The language of its texts, empty where it is the post's."""


class Block(NamedTuple):
    """Something that a slide says: the slot it stands in, what it is, its lines, and its label.

    A label either names what follows (``Say it aloud``) or leads into it (``In danger right now?``).
    ``numbers`` are those of steps, as their readers write them. A line may hold line breaks.
    """

    slot: str
    role: Role
    lines: tuple[str, ...]
    label: str = ""
    leads: bool = False
    numbers: tuple[str, ...] = ()

    def introduced(self, text: str, language: str) -> str:
        """Return a text behind the label of the block."""
        if self.leads:
            return in_a_row((self.label, text))
        return labelled(self.label, text, language)


def spoken(slide: Says, language: str) -> tuple[Block, ...]:
    """Return what a slide says in a post of a language, block by block."""
    fields = slide.fields
    heading = next((slot for slot in _HEADINGS if slot in fields), None)
    blocks: list[Block] = []
    for slot in sorted(fields, key=lambda slot: _FIRST.index(slot) if slot in _FIRST else 2):
        if slot == heading:
            blocks.append(_heading(slide, fields[slot], language))
        elif slot not in _SILENT and _labelled_by(slot) not in fields:
            blocks.append(_block(slot, fields, language))
    if heading is None and slide.number:
        blocks.insert(0, Block("title", "title", (numeral(slide.number, language),)))
    return tuple(block for block in _attributed(blocks, language) if block.lines)


def said(text: str, language: str) -> tuple[str, ...]:
    """Return the paragraphs of a text as they are read: typographic, without marks, addresses whole."""
    lines = map(_heard, _shown(text, language).split("\n"))
    return tuple(line for line in lines if line)


def one_line(text: str, language: str) -> str:
    """Return a text as it is read, all in one line."""
    return in_a_row(part for line in said(text, language) for part in line.split("\n"))


def _heard(line: str) -> str:
    """Return a paragraph without what is neither seen nor heard, its own line breaks all alike."""
    if not line.isprintable():
        line = line.translate(_LINE_ENDS).translate(_UNHEARD)
    return line.strip(" \t\n")


def _shown(text: str, language: str) -> str:
    """Return a text as it is shown; in an address no dash, quotation mark or sign is touched."""
    addresses = re.findall(ADDRESS, text) if "://" in text or "www." in text else []
    if not addresses or _STAND_IN in text:
        return plain(typographic(text, language))
    parts = plain(typographic(re.sub(ADDRESS, _STAND_IN, text), language)).split(_STAND_IN)
    between = (*addresses, "")
    return "".join(part + address for part, address in zip(parts, between, strict=True))


def _heading(slide: Says, text: str, language: str) -> Block:
    """Return what a slide is about, behind its number in its readers' digits."""
    number = f"{numeral(slide.number, language)}. " if slide.number else ""
    return Block("title", "title", (number + one_line(text, language),))


def _labelled_by(slot: str) -> str | None:
    """Return the slot that a label introduces, None for what is no label."""
    if slot in _LABELS:
        return _LABELS[slot]
    base = slot.removesuffix("_label").removesuffix("_ask")
    return base if base != slot else None


def _block(slot: str, fields: Mapping[str, Any], language: str) -> Block:
    """Return what a slot says, with the label that some other slot holds for it."""
    value = fields[slot]
    label, leads = _label(slot, fields, language)
    if isinstance(value, str):
        return Block(slot, *_text(slot, value, language), label, leads)
    entries = value if isinstance(value, tuple | list) else ()
    numbers, lines = _entries(entries, language)
    role = "steps" if any(numbers) else _ROLES.get(slot, "list")
    return Block(slot, role, lines, label, leads, numbers if any(numbers) else ())


def _label(slot: str, fields: Mapping[str, Any], language: str) -> tuple[str, bool]:
    """Return the label of a slot, and whether it leads into what it labels."""
    name = next((name for name in fields if _labelled_by(name) == slot), None)
    if name is not None:
        return one_line(fields[name], language), name.endswith("_ask")
    return numeral(_PAIRS[slot], language) if slot in _PAIRS else "", False


def _text(slot: str, text: str, language: str) -> tuple[Role, tuple[str, ...]]:
    """Return what a text is, and its paragraphs."""
    role = _ROLES.get(slot, "text")
    lines = text.split("\u2028") if slot in _LINED else [text]
    if role == "quote":
        lines = [f'"{text.strip()}"']
    return role, tuple(part for line in lines for part in said(line, language))


def _entries(entries: Sequence[Any], language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the numbers of entries, empty where they have none, and what each entry says."""
    each = [entry if isinstance(entry, Mapping) else {"text": entry} for entry in entries]
    pairs = [(str(entry.get("number", "")), _entry(entry, language)) for entry in each]
    said = [(number, line) for number, line in pairs if line]
    return tuple(number for number, _ in said), tuple(line for _, line in said)


def _entry(entry: Mapping[str, Any], language: str) -> str:
    """Return one entry of a list, of steps, of a practice or of contacts as a line."""
    if "seconds" in entry:
        time = f"{entry['seconds']}\u00a0{entry.get('unit', '')}".rstrip()
        return labelled(one_line(entry["do"], language), time, language)
    texts = {
        slot: one_line(text, language)
        for slot, text in entry.items()
        if slot not in _SILENT and isinstance(text, str)
    }
    if "action" in texts or "emergency" in texts:
        return _contact(texts, language)
    first, *rest = texts.values() or ("",)
    line = labelled(first, rest[0], language) if rest else first
    for text in rest[1:]:
        line = in_a_row((ended(line, language), text))
    return line


def _contact(texts: Mapping[str, str], language: str) -> str:
    """Return how to reach somebody, after the country and its emergency number where it is another."""
    number = in_a_row(texts.get(slot, "") for slot in ("emergency_ask", "emergency"))
    line = labelled(texts.get("action", ""), texts.get("name", ""), language)
    if number and line:
        number = ended(number, language)
    return labelled(texts.get("region", ""), in_a_row((number, line)), language)


def _attributed(blocks: list[Block], language: str) -> list[Block]:
    """Return the blocks with an author and a source as one line behind a dash."""
    names = [block for block in blocks if block.slot in ("by", "source")]
    if not names:
        return blocks
    by = listed((in_a_row(block.lines) for block in names), language)
    rest = [block for block in blocks if block not in names]
    return [*rest, Block("by", "attribution", (f"— {by}",) if by else ())]
