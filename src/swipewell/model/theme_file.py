"""A theme's kinds as checked models, made from its named tuples: for schemas, and for what is not bundled.

``model/theme.py`` holds plain values, which start fast; here each of them becomes a pydantic model
with the same fields, that refuses what it does not know.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BeforeValidator, Field, create_model, model_validator

from swipewell.model import theme
from swipewell.model.base import Model, Text

_CONTENT = (
    *("text", "stack", "layers", "line", "each", "row", "grid"),
    *("picture", "rule", "space"),
)
_NEVER_EMPTY = ("sizes", "fit")


@cache
def checked_themes() -> Mapping[str, type[Model]]:
    """Return the checked models by the names of the tuples they stand for: Theme, Layout, Box ..."""
    models: dict[str, Any] = {}
    for name, kind in vars(theme).items():
        if hasattr(kind, "_fields"):
            fields: dict[str, Any] = {
                field: (_checked(wanted, field), _default(kind._field_defaults.get(field, ...)))
                for field, wanted in kind.__annotations__.items()
            }
            base = _Box if kind is theme.Box else Model
            models[name] = create_model(
                name, __base__=base, __module__=__name__, __doc__=kind.__doc__, **fields
            )
    for model in models.values():
        model.model_rebuild(force=True, _types_namespace=models)
        model.__module__ = theme.__name__  # where its fields are told of
    return models


@cache
def theme_file() -> type[Model]:
    """Return the checked model of a theme's own file: all of it may be left to the base.

    Its name is its folder's, and each layout has a file of its own.
    """
    whole = checked_themes()["Theme"]
    parts: dict[str, Any] = {
        name: (field.annotation, field if not field.is_required() else None)
        for name, field in whole.model_fields.items()
        if name not in ("name", "layouts")
    }
    parts["extends"] = (Text, Field(None, description=_EXTENDS))
    made = create_model("Theme", __base__=Model, __doc__=whole.__doc__, **parts)
    made.__module__ = theme.__name__
    return made


_EXTENDS = "The bundled theme that this one is laid over, such as `linen`; the base where absent."

_WHOLE = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None, "~": None}


def _as_yaml_has_it(value: Any) -> Any:
    """Return what a text stands for in YAML (1.2, core schema), and in a list or a table each of them.

    Files are read as texts, and most fields know what they want; an ornament's options do not.
    """
    if isinstance(value, dict):
        return {_as_yaml_has_it(name): _as_yaml_has_it(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_as_yaml_has_it(inner) for inner in value]
    if not isinstance(value, str):
        return value
    if _WHOLE.fullmatch(value):
        return int(value)
    return float(value) if _NUMBER.fullmatch(value) else _WORDS.get(value, value)


_Option = Annotated[Any, BeforeValidator(_as_yaml_has_it)]
_Finite = Annotated[float, Field(allow_inf_nan=False)]


_STRICTER: Mapping[Any, Any] = {str: Text, float: _Finite, Any: _Option}
"""What is checked in place of a plain type."""


class _Box(Model):
    """A box holds exactly one kind of content."""

    @model_validator(mode="after")
    def _one_content(self) -> "_Box":
        if sum(getattr(self, kind) is not None for kind in _CONTENT) != 1:
            raise ValueError(f"a box holds exactly one of {', '.join(_CONTENT)}")
        return self


def _default(value: Any) -> Any:
    """Return a field's default; one that holds tuples of this house's making stays out of schemas."""
    return Field(default_factory=lambda: value) if isinstance(value, tuple) and value else value


def _checked(wanted: Any, field: str) -> Any:
    """Return a field's type with every named tuple in it replaced by its model's name."""
    if hasattr(wanted, "_fields"):
        return wanted.__name__
    if wanted in _STRICTER:
        return _STRICTER[wanted]
    parts = get_args(wanted)
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        return Union[tuple(_checked(part, field) for part in parts)]  # noqa: UP007 - made of a tuple
    if origin in (tuple, Mapping):
        made = (dict if origin is Mapping else tuple)[tuple(_checked(p, field) for p in parts)]
        return Annotated[made, Field(min_length=1)] if field in _NEVER_EMPTY else made
    return wanted
