"""The arguments and options that several commands take, each described once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from swipewell.findings import InputError

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        show_default=False,
        help="Posts: files, folders, globs in quotes, or - for standard input.",
    ),
]
BrandFile = Annotated[
    str | None,
    typer.Option(
        "--brand",
        metavar="FILE",
        help="The brand file. Otherwise the nearest brand.yaml in the post's folder or above it.",
    ),
]
ThemeName = Annotated[
    str | None,
    typer.Option("--theme", metavar="NAME", help="A theme, instead of the post's or the brand's."),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON object with all that was done and found.")
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="YYYY-MM-DD",
        help="The day by which the age of helplines is judged. Otherwise the system's date.",
    ),
]


def day(text: str | None) -> dt.date | None:
    """Return the day that `--today` names, None where it is not given; wrong usage otherwise."""
    if text is None:
        return None
    try:
        if len(text) == 10 and text[4] == text[7] == "-":  # fromisoformat takes other forms, too
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise typer.BadParameter(f"'{text}' is not a day like 2026-03-31.", param_hint="'--today'")


def known_theme(name: str | None) -> str | None:
    """Return the name that `--theme` gives; wrong usage where there is no such theme."""
    if name is None:
        return None
    from swipewell.findings import InputError
    from swipewell.reading.theme import read_theme

    try:
        read_theme(name)
    except InputError as unknown:
        raise wrong(unknown, "--theme") from None
    return name


def wrong(fault: InputError, parameter: str) -> typer.BadParameter:
    """Return what was wrong with a parameter as wrong usage, which Typer tells with the usage."""
    said = " ".join(f"{finding.message} {finding.hint}" for finding in fault.findings)
    return typer.BadParameter(said, param_hint=f"'{parameter}'")
