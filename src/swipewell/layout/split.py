"""A slide that is too long to a first part that fits, and the rest: at entries, sentences, words."""

from __future__ import annotations

import re
from collections.abc import Callable

from swipewell.deck import Logical
from swipewell.text.markup import divided, paragraphs

_SENTENCE = r"(?<=[.!?…])[”’»\"')\]*=]*\s+|\n[ \t]*\n\s*"
_LATE = ("example", "aloud", "by", "source", "elsewhere", "support_ask", "support")
"""Slots that belong at the end of what a slide says, so on its last part."""

_EARLY = ("emergency_ask", "emergency")
"""Slots that are said once, on the first part."""

Holds = Callable[[Logical], bool]
"""Whether a slide fits."""


def sentences(text: str) -> list[str]:
    """Return the text cut after its sentences, white space kept with the sentence before it."""
    cuts = [match.end() for match in re.finditer(_SENTENCE, text)]
    starts = [0, *cuts]
    ends = [*cuts, len(text)]
    return [text[a:b] for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]


def split_entries(slide: Logical, slots: tuple[str, ...], count: int) -> tuple[Logical, Logical]:
    """Return the slide with the first entries of the slots, and the slide with the rest."""
    first = slide.having(**{slot: slide.fields[slot][:count] for slot in slots})
    rest = slide.having(**{slot: slide.fields[slot][count:] for slot in slots})
    following = _continued(_without(rest, *_EARLY))
    return _without(first, *_LATE), following._replace(skipped=slide.skipped + count)


def split_text(slide: Logical, slot: str, holds: Holds) -> tuple[Logical, Logical] | None:
    """Return the slide with as many sentences of a text as fit, and the rest; else with as many words.

    What belongs at the end (an example, a name) moves to the rest. None where not even one word fits.
    """
    text = slide.fields[slot]
    opening = _without(slide, *_LATE)
    for pieces in (sentences(text), re.findall(r"\S+\s*", text)):
        # what comes last keeps a sentence for company, unless there is but one
        alone = len(pieces) == 1 and any(name in slide.fields for name in _LATE)
        most = 1 if alone else len(pieces) - 1
        ways = [opening.having(**{slot: _cut(pieces, n)[0]}) for n in range(most + 1)]
        count = _most_that(ways, holds)
        if count:
            left = _cut(pieces, count)[1]
            rest = slide.having(**{slot: left}) if left else _without(slide, slot)
            return ways[count], _continued(rest)
    return None


def _cut(pieces: list[str], count: int) -> tuple[str, str]:
    """Return so many pieces as one text, and the others; what is emphasised across the cut stays so."""
    start, left = divided("".join(pieces), len("".join(pieces[:count])))
    return start.strip(), left.strip()


def _most_that(ways: list[Logical], holds: Holds) -> int:
    """Return the last of several ever longer slides that holds, by its index; 0 where none does."""
    low, high = 0, len(ways) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if holds(ways[middle]):
            low = middle
        else:
            high = middle - 1
    return low


def _without(slide: Logical, *slots: str) -> Logical:
    fields = {name: value for name, value in slide.fields.items() if name not in slots}
    return slide._replace(fields=fields)


def _continued(slide: Logical) -> Logical:
    """Return the slide as the next part of the same thought: its title says so, its steps go on counting."""
    part = slide.part + 1
    fields = dict(slide.fields)
    if "title" in fields:
        whole = fields.setdefault("whole_title", fields["title"])
        fields["title"] = f"{whole}\u00a0({part})"
    fields.pop("brief", None)
    return Logical(slide.kind, fields, slide.path, slide.number, part)


def word_count(text: str) -> int:
    """Return how many words a text has."""
    return sum(len(part.split()) for part in paragraphs(text))
