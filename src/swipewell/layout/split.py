"""A slide that is too long to a first part that fits, and the rest: at entries, sentences, words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from swipewell.deck import Logical
from swipewell.text.linebreak import break_opportunities
from swipewell.text.markup import divided

_SENTENCE = (
    r"(?<=[.!?…؟۔।])[”’»«\"')\]*=]*\s+"  # ends of sentences before a space
    r"|(?<=[。！？])[”’」』）*=]*(?![”’」』）*=])\s*"  # and in scripts without spaces
    r"|\n[ \t]*\n\s*"
)
LATE = ("example", "aloud", "by", "source", "rules", "elsewhere", "support_ask", "support")
"""Slots that belong at the end of what a slide says, so on its last part."""

_EARLY = ("emergency_ask", "emergency")
"""Slots that are said once, on the first part."""

_HEADS = ("title", "term")
"""Slots that stand over every part, and say which part it is."""

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
    return _without(first, *LATE), following._replace(skipped=slide.skipped + count)


def split_texts(
    slide: Logical, slots: tuple[str, ...], holds: Holds
) -> tuple[Logical, Logical] | None:
    """Return the slide with as much of its texts, in their order, as fits, and the rest.

    The cut is made as late as may be, within a text or between two; what was said whole is not said
    again. None where nothing fits at all.
    """
    for index in reversed(range(len(slots))):
        done, slot, later = slots[:index], slots[index], slots[index + 1 :]
        trial = _without(slide, *_with_labels(later))
        opening = _without(trial, *LATE)
        if later and holds(opening):
            return opening, _continued(_without(slide, *_with_labels((*done, slot))))
        found = split_text(trial, slot, holds)
        if found is not None:
            kept = {name: slide.fields.get(name) for name in _with_labels(later)}
            coming = {name: value for name, value in kept.items() if value is not None}
            return found[0], _without(found[1], *_with_labels(done)).having(**coming)
    return None


def _with_labels(slots: tuple[str, ...]) -> tuple[str, ...]:
    """Return slots and those of the labels that stand over them."""
    return (*slots, *(f"{slot}_label" for slot in slots))


def split_text(slide: Logical, slot: str, holds: Holds) -> tuple[Logical, Logical] | None:
    """Return the slide with as many sentences of a text as fit, and the rest.

    Where not even one fits: as many words, or, in scripts without spaces, as much as lines may hold.
    What belongs at the end (an example, a name) moves to the rest. None where nothing fits at all.
    """
    text = slide.fields[slot]
    opening = _without(slide, *LATE)
    for cut in (sentences, _words, _shortest):
        pieces = cut(text)
        # what comes last keeps a sentence for company, unless there is but one
        alone = len(pieces) == 1 and any(name in slide.fields for name in LATE)
        most = 1 if alone else len(pieces) - 1
        ways = [opening.having(**{slot: _cut(pieces, n)[0]}) for n in range(most + 1)]
        count = _most_that(ways, holds)
        if count:
            left = _cut(pieces, count)[1]
            rest = slide.having(**{slot: left}) if left else _without(slide, slot)
            return ways[count], _continued(rest)
    return None


def _words(text: str) -> list[str]:
    return re.findall(r"\S+\s*", text)


def _shortest(text: str) -> list[str]:
    """Return the text cut wherever a line may end (UAX #14)."""
    places = [0, *(found.position for found in break_opportunities(text)), len(text)]
    return [text[a:b] for a, b in itertools.pairwise(places)]


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
    for head in _HEADS:
        if head in fields:
            whole = fields.setdefault("whole_title", fields[head])
            fields[head] = f"{whole}\u00a0({part})"
    fields.pop("brief", None)
    return slide._replace(fields=fields, part=part, skipped=0)
