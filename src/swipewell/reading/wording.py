"""A fault of a field to a code and plain words: what is wrong, and what to do about it.

One small function for each sort of fault; `worded` chooses. Nothing of pydantic's own messages is
repeated: they speak to programmers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from swipewell.reading.fault import Fault, Words, capital, short, text_with_colon
from swipewell.reading.mend import quoted
from swipewell.reading.names import MAY_BE_TEXT, fields_of, listed, nearest, noun
from swipewell.reading.tree import Mapping, Scalar, Sequence
from swipewell.reading.unknown import unknown_field, unknown_kind

_REGION = (
    "is not a region code",
    "Write two capital letters such as US: the country's ISO 3166 code.",
)
_LANGUAGE = ("is not a language code", "Write it like en, es or pt-BR.")
_NUMBER = (
    "is not a telephone number",
    "Write it as it is dialled inside the country, such as 116 123 or 0800-111-222.",
)
_PATTERNS = {
    "call": _NUMBER,
    "text": _NUMBER,
    "number": _NUMBER,
    "id": ("is not an entry's name", "Write small letters, digits and hyphens, such as us-988."),
    "region": _REGION,
    "also_regions": _REGION,
    "language": _LANGUAGE,
    "slug": ("cannot be a file's name", 'Leave out / \\ : * ? " < > | and a dot at its beginning.'),
}
_SEE_SCHEMA = "`swipewell schema` tells what may stand here."


def worded(fault: Fault) -> Words:
    """Return code, message and hint for a fault."""
    return _WORDS.get(fault.error, _other)(fault)


def _empty(fault: Fault) -> Words:
    """A text without a letter, or nothing where something is due."""
    field = fault.owner.model_fields.get(fault.name)
    is_required = field is not None and field.is_required() and fault.path[-1] == fault.name
    hint = "Write its text." if is_required else "Write its text, or remove it."
    if fault.is_slide:
        hint = "Give it a title, or remove its dash."
    return Words("empty-text", f"{fault.label} is empty.", hint)


def _missing(fault: Fault) -> Words:
    """A field that cannot be left out; one that is written and left empty counts as missing too."""
    if isinstance(fault.node, Scalar):
        return _too_few(fault) if _is_list(fault.owner, fault.name) else _empty(fault)
    message = f"{capital(noun(fault.owner))} needs `{fault.name}`."
    hint = f"Add a line `{fault.name}: …`."
    if fault.path == ("slides",):
        hint = "Add a line `slides:` and under it at least `- title: …`."
    elif _is_list(fault.owner, fault.name):
        hint = f"Add a line `{fault.name}:` and under it at least one entry, starting with `- `."
    return Words("missing-field", message, hint)


def _is_list(model: type[BaseModel], name: str) -> bool:
    field = model.model_fields.get(name)
    return field is not None and get_origin(field.annotation) in (tuple, list)


def _wrong(fault: Fault, expected: str, hint: str) -> Words:
    """A value of another sort than the field takes."""
    if isinstance(fault.node, Scalar) and fault.node.value is None:
        return _empty(fault)
    return Words("wrong-type", f"{fault.label}: expected {expected}, found {fault.found}.", hint)


def _no_text(fault: Fault) -> Words:
    """A list or a group of fields where a text is due."""
    node = fault.node
    if isinstance(node, Mapping) and len(node.entries) == 1 and not fault.in_brackets:
        return text_with_colon(node)
    hint = "Write one text here."
    if fault.in_brackets:
        hint = "If the brackets belong to the text, put the whole text in quotes."
    return _wrong(fault, "a text", hint)


def _no_list(fault: Fault) -> Words:
    """A text or a group of fields where a list is due."""
    hint = "Write each entry on a line of its own, starting with `- `."
    if isinstance(fault.node, Mapping) and any(name[:1] == "-" for name in fault.node.entries):
        hint = "A space is missing after the dashes of its entries."
    elif fault.text and not fault.inside:
        hint = f"Write it as a list: `{fault.name}: [{_entries(fault.text)}]`."
    return _wrong(fault, "a list", hint)


def _entries(text: str) -> str:
    """Return a text that was meant as several entries, divided by commas, hashtags in quotes."""
    parts = re.split(r"[\s,]+" if text.startswith("#") else r",\s*", text)
    return ", ".join(f'"{part}"' if part.startswith("#") else part for part in parts if part)


def _no_fields(fault: Fault) -> Words:
    """A text or a list where a group of fields is due."""
    text = fault.text or "…"
    if len(fault.inside) == 1 and fault.inside[0].__name__ in MAY_BE_TEXT:
        return _no_text(fault)
    if re.match(r"[a-z_]+:\S", text):
        hint = f"A space is missing after the colon: {text.replace(':', ': ', 1)}"
    elif fault.is_slide:
        hint = f"Write `- title: {text}`."
    else:
        hint = _fields_hint(fault, text)
    return _wrong(fault, "fields (`name: value`)", hint)


def _fields_hint(fault: Fault, text: str) -> str:
    """Return how the fields of a group are written, the text in the one it most likely is."""
    if not fault.inside:
        return "Write fields, one on each line: `name: value`."
    model = fault.inside[0]
    fields = sorted(fields_of(model), key=lambda name: not model.model_fields[name].is_required())
    text = quoted(text) if set(",:#[]{}") & set(text) else text
    shown = f"{fields[0]}: [{text}]" if _is_list(model, fields[0]) else f"{fields[0]}: {text}"
    others = f" It also has {listed(fields[1:])}." if fields[1:] else ""
    if isinstance(fault.path[-1], str):
        return f"Write `{fault.name}: {{{shown}}}`.{others}"
    return f"Write `- {shown}`.{others}"


def _no_number(fault: Fault) -> Words:
    """Something other than digits where a whole number is due."""
    return _wrong(fault, "a whole number", "Write digits only, such as 4.")


def _no_decimal(fault: Fault) -> Words:
    """Something other than a number where one with a fraction may stand."""
    return _wrong(fault, "a number", "Write a number such as 4 or 1.5.")


def _no_choice(fault: Fault) -> Words:
    """Something other than yes or no."""
    return _wrong(fault, "true or false", "Write true or false.")


def _out_of_range(fault: Fault) -> Words:
    """A number that is too small or too large."""
    is_small = "greater" in fault.error
    message = f"{fault.label} is {fault.text}, which is too {'small' if is_small else 'large'}."
    limits = _limits(fault)
    if len(limits) == 2:
        hint = f"Write a number from {limits['ge']} to {limits['le']}."
    else:
        limit = next(iter(fault.context.values()), "")
        hint = f"Write a number of at {'least' if is_small else 'most'} {limit}."
    return Words("bad-value", message, hint)


def _limits(fault: Fault) -> dict[str, int]:
    """Return the smallest (`ge`) and the largest (`le`) number that a field's type lets in."""
    field = fault.owner.model_fields.get(fault.name)
    parts: list[Any] = [field, field.annotation] if field else []
    found: dict[str, int] = {}
    while parts:
        part = parts.pop()
        found |= {
            key: limit for key in ("ge", "le") if (limit := getattr(part, key, None)) is not None
        }
        parts += [*get_args(part), *getattr(part, "metadata", ())]
    return found


def _pattern(fault: Fault) -> Words:
    """A text that is not written the way its field wants it; a name where any language may stand."""
    if not isinstance(fault.node, Scalar):
        message = f"“{short(fault.name)}” {_LANGUAGE[0]}."
        return Words("bad-value", message, _LANGUAGE[1])
    other = ("is not written as this field wants it", _SEE_SCHEMA)
    reason, hint = _PATTERNS.get(fault.name, other)
    likely = {_REGION: fault.text.upper(), _LANGUAGE: fault.text.replace("_", "-")}.get(
        (reason, hint)
    )
    if likely and likely != fault.text and len(likely) < 6:
        hint = f"Did you mean {likely}? {hint}"
    return Words("bad-value", f"{fault.label}: “{fault.text}” {reason}.", hint)


def _word(fault: Fault) -> Words:
    """A word other than the few that a field takes."""
    if fault.name == "kind":
        return unknown_kind(fault)
    words = re.findall(r"'([^']*)'", str(fault.context.get("expected", "")))
    near = nearest(fault.text, words)
    hint = f"Did you mean {near}? " if near else ""
    hint += f"Write {listed(words, 'or')}."
    return Words("bad-value", f"{fault.label} cannot be {fault.found}.", hint)


def _date(fault: Fault) -> Words:
    """A day that no calendar has."""
    message = f"{fault.label}: there is no date “{fault.text}”."
    return Words("bad-value", message, "Write year, month and day, such as 2027-05-01.")


def _rule(fault: Fault) -> Words:
    """A rule that a model tells in its own words, the hint behind a colon.

    A rule about a whole group of fields always tells what it lacks.
    """
    what, _, advice = str(fault.context.get("error", "")).partition(": ")
    hint = f"{capital(advice)}." if advice else ""
    if fault.owner.__name__ == "Colours":
        message = f"{fault.label}: “{fault.text}” is not a colour."
        return Words("bad-value", message, 'Write it like "#b3573a", in quotes.')
    if isinstance(fault.node, Mapping):
        return Words("missing-field", f"{capital(what)}.", hint or "Write it here.")
    return Words("bad-value", f"{fault.label}: {what}.", hint or _SEE_SCHEMA)


def _too_few(fault: Fault) -> Words:
    """A list without the entries it needs."""
    what = "a post needs at least one slide" if fault.path == ("slides",) else "it needs an entry"
    message = f"{fault.label} is empty: {what}."
    return Words("too-few", message, "Write at least one under it, starting with `- `.")


def _too_many(fault: Fault) -> Words:
    """A list with more entries than anything could show."""
    held = len(fault.node.items) if isinstance(fault.node, Sequence) else "too many"
    most = fault.context.get("max_length")
    parts = "posts" if fault.path == ("slides",) else "slides"
    message = f"{fault.label} has {held} entries; at most {most} are possible."
    return Words("too-many", message, f"Divide them among several {parts}.")


def _too_long(fault: Fault) -> Words:
    """A text that is longer than its field can be."""
    message = f"{fault.label} is longer than {fault.context.get('max_length')} characters."
    return Words("bad-value", message, "Shorten it.")


def _other(fault: Fault) -> Words:
    """Whatever no other function knows."""
    if fault.error.startswith("date"):
        return _date(fault)
    return Words("bad-value", f"{fault.label} cannot be {fault.found}.", _SEE_SCHEMA)


_WORDS: dict[str, Callable[[Fault], Words]] = {
    "missing": _missing,
    "extra_forbidden": unknown_field,
    "union_tag_invalid": unknown_kind,
    "union_tag_not_found": unknown_kind,
    "literal_error": _word,
    "string_type": _no_text,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "tuple_type": _no_list,
    "list_type": _no_list,
    "model_type": _no_fields,
    "model_attributes_type": _no_fields,
    "int_type": _no_number,
    "int_parsing": _no_number,
    "int_parsing_size": _no_number,
    "int_from_float": _no_number,
    "float_type": _no_decimal,
    "float_parsing": _no_decimal,
    "finite_number": _no_decimal,
    "bool_type": _no_choice,
    "bool_parsing": _no_choice,
    "greater_than_equal": _out_of_range,
    "greater_than": _out_of_range,
    "less_than_equal": _out_of_range,
    "less_than": _out_of_range,
    "too_short": _too_few,
    "too_long": _too_many,
    "value_error": _rule,
}
