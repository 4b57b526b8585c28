"""`swipewell check`: what is to be said about posts, with nothing written."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from swipewell.cli import options


class Form(StrEnum):
    """How findings are printed."""

    HUMAN = "human"
    JSON = "json"
    GITHUB = "github"


def check(
    paths: options.Paths,
    brand: options.BrandFile = None,
    theme: options.ThemeName = None,
    size: options.SizeName = options.Size.SQUARE,
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")] = False,
    json: options.AsJson = False,
    form: Annotated[
        Form,
        typer.Option("--format", help="For people, for programs, or as GitHub's annotations."),
    ] = Form.HUMAN,
    today: options.Today = None,
) -> None:
    """Say what is to be said about posts: what reading and setting them finds. Writes nothing.

    \b
    Example:
      swipewell check posts/
      swipewell check kind-boundaries.yaml --strict
      swipewell check 'posts/*.yaml' --format github

    Findings for people go to standard error, one line a post to standard output.
    """
    date, look = options.day(today), options.known_theme(theme)

    from swipewell.cli.report import GithubReport, HumanReport, JsonReport, Report
    from swipewell.cli.run import run_check
    from swipewell.cli.work import Settings

    settings = Settings(brand, look, date, strict, size=size.value)
    report: Report
    match Form.JSON if json else form:
        case Form.HUMAN:
            report = HumanReport()
        case Form.JSON:
            report = JsonReport()
        case Form.GITHUB:
            report = GithubReport()
    raise typer.Exit(run_check(paths, settings, report))
