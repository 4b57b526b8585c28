"""A theme's folder to its model: ``theme.yaml`` and ``layouts/``, laid over those of ``base``.

What a theme leaves out it has from the base: styles and palette role by role, layouts kind by kind.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, ForwardRef, TypeVar, get_args, get_origin

from swipewell.findings import InputError, error
from swipewell.model.theme import Box, Theme
from swipewell.resources import bundled_yaml, resource_folder
from swipewell.version import __version__

BASE = "base"
_OWN = "one of your own is named by its folder, such as ./my-theme."

_Made = TypeVar("_Made")
_Maker = Callable[[Any], Any]


def theme_names() -> tuple[str, ...]:
    """Return the names of the bundled themes, sorted."""
    folders = (f for f in resource_folder("themes").iterdir() if (f / "theme.yaml").is_file())
    return tuple(sorted(f.name for f in folders if f.name != BASE))


def theme_files(name: str) -> dict[str, bytes]:
    """Return a bundled theme's files by name, for a folder of a person's own; InputError as above.

    They are as they are bundled, with a remark on top; kinds it has from the base have their layouts.
    """
    base, own = resource_folder("themes") / BASE, theme_folder(name)
    files = {f"layouts/{file.name}": file for file in sorted((base / "layouts").glob("*.yaml"))}
    for file in sorted(own.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            files[file.relative_to(own).as_posix()] = file
    held = {name: file.read_bytes() for name, file in files.items()}
    remark = (
        f"# From Swipewell's theme {name}, version {__version__}, to be changed as you like. What this\n"
        "# folder leaves out comes from what all themes share: delete what you do not change, or keep it.\n\n"
    )
    return {**held, "theme.yaml": remark.encode() + held["theme.yaml"]}


def is_folder(name: str) -> bool:
    """Say whether a theme is named by its folder, as `./my-theme` is; a bundled one is by a word."""
    return "/" in name or "\\" in name or name.startswith(".")


@cache  # bundled themes never change while the package runs
def read_theme(name: str) -> Theme:
    """Return a bundled theme; InputError with a did-you-mean where there is none by that name."""
    return formed(Theme, theme_data(name))


def theme_data(name: str) -> dict[str, Any]:
    """Return a bundled theme as plain data, laid over the base; InputError as above."""
    own = _raw(theme_folder(name))
    base = _raw(resource_folder("themes") / BASE, without=own["layouts"])
    return {**laid_over(base, own), "name": name}


def base_data() -> dict[str, Any]:
    """Return what every theme has where it says nothing of its own, as plain data."""
    return _raw(resource_folder("themes") / BASE)


def theme_folder(name: str) -> Path:
    """Return a bundled theme's folder; InputError as above."""
    names = theme_names()
    if name not in names:
        raise InputError([_unknown(name, names)])
    return resource_folder("themes") / name


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
        return lambda data: _Later(data, inner)
    return inner if NoneType in get_args(wanted) else None


class _Later(Mapping[str, Any]):
    """Values by name, each made of plain data when it is first asked for: a deck needs half of a theme."""

    __slots__ = ("_data", "_made", "_make")

    def __init__(self, data: Mapping[str, Any], make: _Maker) -> None:
        self._data = data
        self._make = make
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._make(self._data[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __repr__(self) -> str:
        """Return what all of it is made of, which tells two apart as well and is there already."""
        return repr(self._data)

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self),)


def _unknown(name: str, names: tuple[str, ...]) -> Any:
    import difflib  # only needed where something is wrong

    close = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean `{close[0]}`?" if close else f"The themes are {', '.join(names)}; {_OWN}"
    return error("unknown-theme", f"There is no theme called “{name}”.", hint, field="theme")


def _raw(folder: Path, without: Container[str] = ()) -> dict[str, Any]:
    """Return a theme's folder as plain data, its layouts by kind, ``without`` some that are not needed."""
    data = bundled_yaml(folder / "theme.yaml")
    files = (path for path in sorted((folder / "layouts").glob("*.yaml")))
    layouts = {path.stem: bundled_yaml(path) for path in files if path.stem not in without}
    return {**data, "layouts": layouts}


def laid_over(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return the base with a theme's own laid over it; tables of names merge, anything else replaces."""
    out = dict(base)
    for key, value in own.items():
        table = key in {"palette", "grounds", "families", "styles", "layouts"}
        out[key] = {**out.get(key, {}), **value} if table else value
    return out
