"""The arguments and options that several commands take, each described once."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from swipewell.findings import InputError
    from swipewell.model.theme import Theme

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
    typer.Option(
        "--theme",
        metavar="NAME",
        help="A theme, or the folder of your own, instead of the post's or the brand's.",
    ),
]


class Size(StrEnum):
    """The sizes of slides."""

    SQUARE = "square"
    PORTRAIT = "portrait"
    TALL = "tall"
    STORY = "story"


SizeName = Annotated[
    Size,
    typer.Option(
        "--size", help="1080 x 1080, 1350, 1440 or 1920 pixels: laid out anew, never stretched."
    ),
]
Target = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar="TARGET",
        help="Hold posts to what a platform takes: instagram, instagram-api, linkedin or threads.",
    ),
]
RequireSources = Annotated[
    bool, typer.Option("--require-sources", help="Count a post without `sources:` as an error.")
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON object with all that was done and found.")
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="YYYY-MM-DD",
        help="The day by which the age of helplines and reviews is judged. Otherwise the system's.",
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


def known_target(name: str | None) -> str:
    """Return the target that `--for` names, empty where it is not given; wrong usage for another."""
    if name is None:
        return ""
    from swipewell.findings import InputError
    from swipewell.rules.platform import known_target as known

    try:
        known(name)
    except InputError as fault:
        raise wrong(fault, "--for") from None
    return name


def known_theme(name: str | None) -> str | None:
    """Return the name that `--theme` gives; wrong usage where there is no such theme."""
    if name is not None:
        theme_named(name, "--theme")
    return name


def theme_named(name: str, parameter: str) -> Theme:
    """Return the theme of a name or folder; wrong usage, or exit code 2 with all faults of its files."""
    from swipewell.findings import InputError
    from swipewell.look import read_theme

    try:
        return read_theme(name)
    except InputError as fault:
        if not any(finding.where.file for finding in fault.findings):
            raise wrong(fault, parameter) from None
        import sys

        from swipewell.cli.quote import quoted
        from swipewell.cli.terminal import has_colour, put

        for finding in fault.findings:
            put(quoted(finding, name, colour=has_colour(sys.stderr)), err=True)
        raise typer.Exit(fault.exit_code) from None


def wrong(fault: InputError, parameter: str) -> typer.BadParameter:
    """Return what was wrong with a parameter as wrong usage, which Typer tells with the usage."""
    said = " ".join(f"{finding.message} {finding.hint}" for finding in fault.findings)
    return typer.BadParameter(said, param_hint=f"'{parameter}'")
