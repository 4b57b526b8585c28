"""Models to JSON Schemas with hints: a field's docstring in the source is its description.

They are read from the source only here, because pydantic would read them with every start.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from swipewell.model.base import Model
from swipewell.model.brand import Brand
from swipewell.model.helplines import OwnHelplines
from swipewell.model.post import Post
from swipewell.model.theme_file import checked_themes, theme_file
from swipewell.model.translation import Translation
from swipewell.model.week import WeekPlan

_MODELS: dict[str, type[Model]] = {
    "post": Post,
    "translation": Translation,
    "brand": Brand,
    "week": WeekPlan,
    "theme": theme_file(),
    "layout": checked_themes()["Layout"],
    "helplines": OwnHelplines,
}


def schema_of(what: str) -> dict[str, Any]:
    """Return the JSON Schema of one of the files that people write, such as a `post` or a `brand`."""
    model = _MODELS[what]
    made = model.model_json_schema()
    classes = {one.__name__: one for one in _below(Model)}
    for name, part in made.get("$defs", {}).items():
        _describe(part, classes[name])
    _describe(made, model)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Swipewell {what}",
    }
    return head | {key: value for key, value in made.items() if key != "title"}


def _below(model: type[Model]) -> Iterator[type[Model]]:
    """Yield all classes derived from a model."""
    for one in model.__subclasses__():
        yield one
        yield from _below(one)


def _describe(part: dict[str, Any], model: type[Model]) -> None:
    """Give a schema's fields their descriptions; leave out titles and defaults that say nothing."""
    described = {k: v for one in reversed(model.__mro__) for k, v in _docstrings(one).items()}
    for variant in (part, *part.get("anyOf", ())):
        for name, field in variant.get("properties", {}).items():
            field.pop("title", None)
            if field.get("default", "") is None:
                del field["default"]
            if name in described:
                field["description"] = described[name]


def _docstrings(model: type) -> dict[str, str]:
    """Return the docstring under each field of a class, by the field's name."""
    if not issubclass(model, Model):
        return {}
    try:
        source = inspect.getsource(sys.modules[model.__module__])
    except OSError:  # an install without sources
        return {}
    body = next(
        node.body
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and node.name == model.__name__
    )
    return {
        field.target.id: " ".join(inspect.cleandoc(text.value.value).split())
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
