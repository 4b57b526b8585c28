"""Reads the YAML that travels inside this room: ``data/<folder>/<name>.yaml`` to plain values."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from swipewell.resources import bundled_yaml

_DATA = Path(__file__).resolve().parent / "data"


def names(folder: str) -> tuple[str, ...]:
    """Return the names of the files in a folder of data, without their ending, sorted."""
    return tuple(sorted(path.stem for path in (_DATA / folder).glob("*.yaml")))


def read(folder: str, name: str) -> dict[str, Any]:
    """Return what one file holds, lists as tuples, days as dates. The name must be one `names` gives."""
    content: dict[str, Any] = _frozen(bundled_yaml(_DATA / folder / f"{name}.yaml"))
    return content


def _frozen(value: Any) -> Any:
    """Return the value with every list in it turned into a tuple, and every day into a date."""
    if isinstance(value, dict):
        return {
            key: date.fromisoformat(inner) if key == "researched_on" else _frozen(inner)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return tuple(_frozen(inner) for inner in value)
    return value
