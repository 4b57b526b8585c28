"""Words for names that are not known: of a field, and of a kind of slide.

Somebody who writes `items:` in a tip did not misspell anything, so where a name is at home
elsewhere that is said; only then the nearest name is offered.
"""

from __future__ import annotations

import re

from pydantic import BaseModel

from swipewell.model.post import Post
from swipewell.reading.fault import Fault, Words, capital, short, text_with_colon
from swipewell.reading.names import (
    fields_of,
    fields_within,
    is_translated,
    kind_of,
    kinds,
    kinds_with,
    listed,
    models_at,
    nearest,
    noun,
)
from swipewell.reading.tree import Scalar


def unknown_field(fault: Fault) -> Words:
    """Return the words for a field that is misspelt, misplaced, or of a later version."""
    name, owner = short(fault.name), noun(fault.owner)
    if fault.is_text_with_colon:
        return text_with_colon(fault.around)
    message = f"{capital(owner)} has no field `{name}`."
    return Words("unknown-field", message, _elsewhere(fault) or _meant(fault))


def _elsewhere(fault: Fault) -> str:
    """Return the hint for a field that is at home in another place, empty where it is in none."""
    name, homes = short(fault.name), kinds_with(fault.name)
    if is_translated(fault.owner):
        return _of_the_post(fault)
    is_slide = kind_of(fault.owner) is not None
    if is_slide and homes:
        own = f"{noun(fault.owner)} has {_shown(fault.owner)}"
        homes_named = listed([f"`kind: {kind}`" for kind in homes], "or")
        return f"`{name}` belongs to a slide with {homes_named}; {own}."
    if is_slide and fault.name in Post.model_fields:
        return f"`{name}` belongs to the post: begin its line in the column of `slides:`."
    if fault.owner is Post and homes:
        return f"`{name}` belongs to a slide: write it under `slides:`, indented."
    return ""


def _of_the_post(fault: Fault) -> str:
    """Return the hint for a field that a translation leaves to its post, or has elsewhere."""
    name, slides = short(fault.name), models_at(fault.owner, "slides")
    if any(name in slide.model_fields for slide in slides):
        return f"`{name}` belongs to a slide: write it under `slides:`, indented."
    if fault.name not in fields_within(Post):
        return ""
    return (
        f"A translation holds texts only, and `{name}` comes from its post: delete this line. "
        "If this is a post of its own, rename it: no language right before the name's ending."
    )


def _meant(fault: Fault) -> str:
    """Return the hint for a name that was misspelt."""
    name = short(fault.name)
    if fault.name[:1].isspace():
        return "Its line is indented with special spaces: delete them and type plain ones."
    if name.startswith("-"):
        return f"A space is missing after the dash: `- {name[1:]}: …`."
    if near := nearest(name, fields_of(fault.owner)):
        return f"Did you mean `{near}`?"
    hint = f"{capital(noun(fault.owner))} has {_shown(fault.owner)}."
    if re.fullmatch(r"[a-z_]+", name):
        return hint
    return f"{hint} If the colon belongs to a text, put the whole text in quotes."


def _shown(model: type[BaseModel]) -> str:
    """Return the fields worth naming in a hint."""
    return listed([name for name in fields_of(model) if name not in ("kind", "numbered", "allow")])


def unknown_kind(fault: Fault) -> Words:
    """Return the words for a kind of slide that does not exist."""
    known = list(kinds())
    hint = f"The kinds are {listed(known)}."
    if not isinstance(fault.node, Scalar):
        return Words("unknown-kind", f"`kind` should be one word, not {fault.found}.", hint)
    word = (fault.node.value or "").strip()
    near = nearest(word, known)
    if near:
        hint = f"Did you mean `{near}`? {hint}"
    return Words("unknown-kind", f"There is no kind of slide called “{short(word)}”.", hint)
