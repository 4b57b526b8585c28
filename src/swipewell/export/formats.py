"""The formats that slides are written in, and the names under which each slide is found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from swipewell.findings import InputError, error

SUFFIX = {"png": "png", "jpeg": "jpg", "webp": "webp", "pdf": "pdf"}
"""The ending of a file of each format; a PDF holds all slides, of the others each one."""

FORMATS = tuple(SUFFIX)
PAGED = "pdf"


def known_formats(names: Iterable[str]) -> tuple[str, ...]:
    """Return formats by their names, each once; InputError where one is unknown, or none named."""
    wanted = tuple(dict.fromkeys(names))
    unknown = [name for name in wanted if name not in SUFFIX]
    if unknown or not wanted:
        message = f"There is no format called “{unknown[0]}”." if unknown else "No format is named."
        hint = f"Choose from {', '.join(FORMATS)}, or several with commas."
        raise InputError([error("unknown-format", message, hint)])
    return wanted


def slide_files(count: int, formats: Sequence[str], slug: str) -> list[str]:
    """Return where each of so many slides is found: in files of the first format for pictures.

    Where there is none, on a page of the PDF, as in ``post.pdf#page=3``.
    """
    suffix = next((SUFFIX[form] for form in formats if form != PAGED), None)
    if suffix is None:
        return [f"{slug}.{SUFFIX[PAGED]}#page={number}" for number in range(1, count + 1)]
    return [f"{number:02}.{suffix}" for number in range(1, count + 1)]
