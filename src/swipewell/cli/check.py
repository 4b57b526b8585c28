"""`swipewell check`: what is to be said about posts, with nothing written."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from swipewell.cli import options


class Form(str, Enum):  # noqa: UP042 - Typer shows the value of a StrEnum's member no differently
    """How findings are printed."""

    HUMAN = "human"
    JSON = "json"
    GITHUB = "github"


def check(
    paths: options.Paths,
    brand: options.BrandFile = None,
    theme: options.ThemeName = None,
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
    from swipewell.cli.report import GithubReport, HumanReport, JsonReport
    from swipewell.cli.run import run_check
    from swipewell.cli.work import Settings

    settings = Settings(
        brand=brand, theme=options.known_theme(theme), today=options.day(today), strict=strict
    )
    reports = {Form.HUMAN: HumanReport, Form.JSON: JsonReport, Form.GITHUB: GithubReport}
    report = reports[Form.JSON if json else form]()
    raise typer.Exit(run_check(paths, settings, report))
