"""A phase of a practice written as one text, as Markdown and tables have it: `Breathe in, 4 s`."""

from __future__ import annotations

import re

from swipewell.reading.tree import Entry, Mapping, Mark, Node, Scalar

_PHASE = re.compile(r"(.+?)\s*[,:–—-]?\s+(\d+)\s*(?:s|sec|secs|second|seconds)?\.?")


def phase(text: str, mark: Mark, *, plain: bool) -> Node:
    """Return what to do and for how many seconds; what to do alone where no number ends the text.

    ``plain`` tells that no quotes stood around it.
    """
    found = _PHASE.fullmatch(text)
    values = {"do": found[1], "seconds": found[2]} if found else {"do": text}
    entries = {name: Entry(mark, Scalar(held, plain, mark)) for name, held in values.items()}
    return Mapping(entries, mark)
