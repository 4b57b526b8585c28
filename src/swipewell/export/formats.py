"""The formats that slides are written in, and the ending of a file of each."""

from __future__ import annotations

from collections.abc import Iterable

from swipewell.findings import InputError, error

SUFFIX = {"png": "png", "jpeg": "jpg"}

FORMATS = tuple(SUFFIX)


def known_formats(names: Iterable[str]) -> tuple[str, ...]:
    """Return formats by their names, each once; InputError where one is unknown, or none named."""
    wanted = tuple(dict.fromkeys(names))
    unknown = [name for name in wanted if name not in SUFFIX]
    if unknown or not wanted:
        message = f"There is no format called “{unknown[0]}”." if unknown else "No format is named."
        raise InputError([error("unknown-format", message, f"Choose from {', '.join(FORMATS)}.")])
    return wanted
