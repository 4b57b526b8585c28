"""Alternative texts: what each slide says and shows, for who hears it, and ``alt.json``.

Within 1,000 characters an image, which is what Instagram takes (``alt_text`` in Meta's reference
of ``ig-user/media``, as of 2026-09-11). The full text of every slide is in the transcript.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from swipewell.export.picture_words import without_picture_words
from swipewell.export.punctuation import ended, in_a_row
from swipewell.export.shorten import ELLIPSIS, length, within
from swipewell.export.spoken import Block, Says, spoken
from swipewell.findings import Finding, info

MOST_ALT = 1000

_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
"""Marks that set apart what runs the other way (UAX #9): seen by their effect, and never heard."""

_HELP_FIRST = ("emergency", "contacts", "elsewhere", "what")
"""What of a disclaimer is heard first where not all of it can be."""


def alt_text(slide: Says, language: str) -> str:
    """Return what a slide says and shows, in reading order, within 1,000 characters.

    Where that is too little room, a quote keeps its author, and the disclaimer begins with whom
    to turn to; the rest is cut after a sentence or a word. ``language`` is the post's.
    """
    language = slide.language or language
    whole = _whole(slide, language)
    if length(whole) <= MOST_ALT:
        return whole or ELLIPSIS
    blocks = spoken(slide, language)
    if slide.kind.startswith("disclaimer"):
        return within(_read(_help_first(blocks), language), MOST_ALT, language)
    names = [block for block in blocks if block.role == "attribution"]
    name = within(_read(names, language), MOST_ALT // 4, language)
    others = _read((block for block in blocks if block not in names), language)
    return in_a_row((within(others, MOST_ALT - length(name) - 1, language), name))


def alt_findings(slides: Sequence[Says], alts: Sequence[str], language: str) -> tuple[Finding, ...]:
    """Return findings for the slides whose alternative text is not all that they say."""
    shortened = (
        number
        for number, (slide, alt) in enumerate(zip(slides, alts, strict=True), 1)
        if ELLIPSIS in alt and length(_whole(slide, slide.language or language)) > MOST_ALT
    )
    return tuple(_cut(number)._replace(slide=number) for number in shortened)


def alt_json(alts: Sequence[str], files: Sequence[str]) -> bytes:
    """Return ``alt.json``: every slide's file with its alternative text."""
    table = dict(zip(files, alts, strict=True))
    return (json.dumps(table, ensure_ascii=False, indent=2) + "\n").encode()


def _cut(number: int) -> Finding:
    return info(
        "alt-cut",
        f"Slide {number} says more than an alternative text holds ({MOST_ALT:,} characters), so its "
        "end is only in the transcript.",
        "Shorten the slide, or the `alt:` of its picture.",
    )


def _whole(slide: Says, language: str) -> str:
    return _read(spoken(slide, language), language)


def _help_first(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a disclaimer, whom to turn to before all else."""
    first = {slot: rank for rank, slot in enumerate(_HELP_FIRST)}
    return sorted(blocks, key=lambda block: first.get(block.slot, len(first)))


def _read(blocks: Iterable[Block], language: str) -> str:
    """Return blocks as sentences one after the other."""
    return in_a_row(_heard(block, language) for block in blocks)


def _heard(block: Block, language: str) -> str:
    """Return a block as sentences: a label before what it labels, steps behind their numbers."""
    lines = [in_a_row(line.translate(_ISOLATES).split("\n")) for line in block.lines]
    if block.numbers:
        numbers = (f"{number}. " if number else "" for number in block.numbers)
        lines = [number + line for number, line in zip(numbers, lines, strict=True)]
    if block.role == "picture":
        lines = [without_picture_words(line, language) for line in lines]
    block = block._replace(label=block.label.translate(_ISOLATES))
    return block.introduced(in_a_row(ended(line, language) for line in lines), language)
