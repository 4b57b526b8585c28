"""A theme's folder to its model: ``theme.yaml`` and ``layouts/``, laid over those of ``base``.

What a theme leaves out it has from the base: styles and palette role by role, layouts kind by kind.
"""

from collections.abc import Callable, Container, Mapping
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, ForwardRef, TypeVar, get_args, get_origin

from swipewell.findings import InputError, error
from swipewell.model.theme import Box, Theme
from swipewell.resources import bundled_yaml, resource_folder

BASE = "base"

_Made = TypeVar("_Made")
_Maker = Callable[[Any], Any]


def theme_names() -> tuple[str, ...]:
    """Return the names of the bundled themes, sorted."""
    folders = (f for f in resource_folder("themes").iterdir() if (f / "theme.yaml").is_file())
    return tuple(sorted(f.name for f in folders if f.name != BASE))


@cache  # bundled themes never change while the package runs
def read_theme(name: str) -> Theme:
    """Return a bundled theme; InputError with a did-you-mean where there is none by that name."""
    return formed(Theme, theme_data(name))


def theme_data(name: str) -> dict[str, Any]:
    """Return a bundled theme as plain data, laid over the base; InputError as above."""
    names = theme_names()
    if name not in names:
        raise InputError([_unknown(name, names)])
    root = resource_folder("themes")
    own = _raw(root / name)
    return {**_merged(_raw(root / BASE, without=own["layouts"]), own), "name": name}


def formed(kind: Callable[..., _Made], data: Mapping[str, Any]) -> _Made:
    """Return a named tuple of a theme's kinds from plain data, which must be sound: nothing is checked."""
    makers = _makers(kind)
    return kind(
        **{
            name: value if (make := makers[name]) is None else make(value)
            for name, value in data.items()
        }
    )


@cache
def _makers(kind: Any) -> dict[str, _Maker | None]:
    """Return what makes each field of a named tuple from plain data; None where that serves as it is."""
    return {name: _maker(wanted) for name, wanted in kind.__annotations__.items()}


def _maker(wanted: Any) -> _Maker | None:
    """Return what makes a value of a type, as it is annotated, from plain data."""
    if wanted in ("Box", ForwardRef("Box")):
        return lambda data: formed(Box, data)
    if hasattr(wanted, "_fields"):
        return lambda data: formed(wanted, data)
    parts = [part for part in get_args(wanted) if part not in (NoneType, ...)]
    inner = _maker(parts[-1]) if parts else None
    origin = get_origin(wanted)
    if origin is tuple:
        return (lambda data: tuple(map(inner, data))) if inner else tuple
    if origin is Mapping and inner:
        return lambda data: {name: inner(value) for name, value in data.items()}
    return inner if NoneType in get_args(wanted) else None


def _unknown(name: str, names: tuple[str, ...]) -> Any:
    import difflib  # only needed where something is wrong

    close = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean `{close[0]}`?" if close else f"The themes are {', '.join(names)}."
    return error("unknown-theme", f"There is no theme called “{name}”.", hint, field="theme")


def _raw(folder: Path, without: Container[str] = ()) -> dict[str, Any]:
    """Return a theme's folder as plain data, its layouts by kind, ``without`` some that are not needed."""
    data = bundled_yaml(folder / "theme.yaml")
    files = (path for path in sorted((folder / "layouts").glob("*.yaml")))
    layouts = {path.stem: bundled_yaml(path) for path in files if path.stem not in without}
    return {**data, "layouts": layouts}


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return the base with a theme's own laid over it; tables of names merge, anything else replaces."""
    out = dict(base)
    for key, value in own.items():
        table = key in {"palette", "grounds", "families", "styles", "layouts"}
        out[key] = {**out.get(key, {}), **value} if table else value
    return out
