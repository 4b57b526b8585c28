"""A theme's folder to its model: ``theme.yaml`` and ``layouts/``, laid over those of ``base``.

What a theme leaves out it has from the base: styles and palette role by role, layouts kind by kind.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from pathlib import Path
from typing import Any

from swipewell.findings import InputError, error
from swipewell.model.theme import Theme
from swipewell.resources import resource_folder

BASE = "base"


def theme_names() -> tuple[str, ...]:
    """Return the names of the bundled themes, sorted."""
    folders = (f for f in resource_folder("themes").iterdir() if (f / "theme.yaml").is_file())
    return tuple(sorted(f.name for f in folders if f.name != BASE))


@cache  # bundled themes never change while the package runs
def read_theme(name: str) -> Theme:
    """Return a bundled theme; InputError with a did-you-mean where there is none by that name."""
    names = theme_names()
    if name not in names:
        raise InputError([_unknown(name, names)])
    root = resource_folder("themes")
    own = _raw(root / name)
    merged = _merged(_raw(root / BASE, without=own["layouts"]), own)
    return Theme.model_validate({**merged, "name": name})


def _unknown(name: str, names: tuple[str, ...]) -> Any:
    import difflib  # only needed where something is wrong

    close = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean `{close[0]}`?" if close else f"The themes are {', '.join(names)}."
    return error("unknown-theme", f"There is no theme called “{name}”.", hint, field="theme")


def _raw(folder: Path, without: Container[str] = ()) -> dict[str, Any]:
    """Return a theme's folder as plain data, its layouts by kind, ``without`` some that are not needed."""
    data = _load(folder / "theme.yaml")
    files = (path for path in sorted((folder / "layouts").glob("*.yaml")))
    layouts = {path.stem: _load(path) for path in files if path.stem not in without}
    return {**data, "layouts": layouts}


def _load(path: Path) -> dict[str, Any]:
    import yaml  # heavy, and only needed once a theme

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_bytes(), Loader=loader) or {}


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return the base with a theme's own laid over it; tables of names merge, anything else replaces."""
    out = dict(base)
    for key, value in own.items():
        table = key in {"palette", "grounds", "families", "styles", "layouts"}
        out[key] = {**out.get(key, {}), **value} if table else value
    return out
