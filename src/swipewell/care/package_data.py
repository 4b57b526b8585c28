"""Reads the YAML that travels inside this room: ``data/<folder>/<name>.yaml`` to plain values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_DATA = Path(__file__).resolve().parent / "data"
# libyaml reads a region in a fifth of the time, and not every platform has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def names(folder: str) -> tuple[str, ...]:
    """Return the names of the files in a folder of data, without their ending, sorted."""
    return tuple(sorted(path.stem for path in (_DATA / folder).glob("*.yaml")))


def read(folder: str, name: str) -> dict[str, Any]:
    """Return what one file holds, its lists as tuples. The name must be one that `names` gives."""
    text = (_DATA / folder / f"{name}.yaml").read_text(encoding="utf-8")
    content: dict[str, Any] = _frozen(yaml.load(text, Loader=_LOADER))  # a safe loader, see above
    return content


def _frozen(value: Any) -> Any:
    """Return the value with every list in it turned into a tuple."""
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(_frozen(inner) for inner in value)
    return value
