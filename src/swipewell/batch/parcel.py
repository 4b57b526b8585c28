"""A post on its way to another machine: itself, and the pictures, fonts and themes that it names.

packed(model, files)  ->  Parcel  ->  opened(folder)  ->  the model, naming files in that folder
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from swipewell.named import NamedTuple


class Parcel(NamedTuple):
    """A value with models in it, pickled, and the files that it names, by their paths as written."""

    value: bytes
    files: Mapping[str, bytes]
    folders: tuple[str, ...] = ()

    @classmethod
    def of(cls, value: object, files: Iterable[str]) -> Parcel:
        """Return a parcel of a value and those of the files that there are; folders hold some of them."""
        there = {file: Path(file).read_bytes() for file in files if os.path.isfile(file)}
        folders = tuple(file for file in files if os.path.isdir(file))
        return cls(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), there, folders)

    def opened(self, folder: str) -> Any:
        """Write the files below a folder; return the value, with their new paths in place of the old."""
        table: dict[str, str] = {}
        for file, data in self.files.items():
            place = Path(_below(folder, file))
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            table[file] = str(place)
        table |= {inner: _below(folder, inner) for inner in self.folders}
        return moved(pickle.loads(self.value), table)


def moved(value: Any, table: Mapping[str, str]) -> Any:
    """Return a value with every path in the table changed, in models and tuples too."""
    if isinstance(value, str):
        return table.get(value, value)
    if isinstance(value, BaseModel):
        old = {name: getattr(value, name) for name in type(value).model_fields}
        new = {name: moved(one, table) for name, one in old.items()}
        changed = {name: one for name, one in new.items() if one is not old[name]}
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, tuple):
        inner = [moved(one, table) for one in value]
        if all(one is other for one, other in zip(inner, value, strict=True)):
            return value
        return type(value)(*inner) if hasattr(value, "_make") else tuple(inner)
    return value


def _below(folder: str, path: str) -> str:
    """Return where a path has its place below a folder, each its own."""
    whole = os.path.splitdrive(os.path.abspath(path))[1]
    return os.path.join(folder, whole.lstrip("/\\"))
