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
    SARIF = "sarif"


def check(
    paths: options.Paths,
    brand: options.BrandFile = None,
    theme: options.ThemeName = None,
    size: options.SizeName = options.Size.SQUARE,
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")] = False,
    json: options.AsJson = False,
    form: Annotated[
        Form,
        typer.Option(
            "--format", help="For people, for programs, as GitHub's annotations, or as SARIF 2.1.0."
        ),
    ] = Form.HUMAN,
    target: options.Target = None,
    require_sources: options.RequireSources = False,
    pixels: Annotated[
        bool,
        typer.Option("--pixels", help="Paint every slide, too, and measure how texts stand out."),
    ] = False,
    today: options.Today = None,
) -> None:
    """Say what is to be said about posts: what reading them, every rule, and setting them finds.

    \b
    Example:
      swipewell check posts/
      swipewell check kind-boundaries.yaml --strict
      swipewell check 'posts/*.yaml' --format github
      swipewell check posts/ --for instagram-api --require-sources --pixels

    Writes nothing. Findings for people go to standard error, one line a post to standard output.
    `swipewell explain CODE` tells why there is a rule. What is meant as it stands is set aside in
    the post, with a reason: allow: [{code: CODE, because: REASON}].
    """
    date, look = options.day(today), options.known_theme(theme)

    from swipewell.cli.report import GithubReport, HumanReport, JsonReport, Report
    from swipewell.cli.run import run_check
    from swipewell.cli.work import Settings

    settings = Settings(
        brand,
        look,
        date,
        strict,
        formats=(),
        size=size.value,
        target=options.known_target(target),
        require_sources=require_sources,
        pixels=pixels,
    )
    report: Report
    match Form.JSON if json else form:
        case Form.HUMAN:
            report = HumanReport()
        case Form.JSON:
            report = JsonReport()
        case Form.GITHUB:
            report = GithubReport()
        case Form.SARIF:
            from swipewell.cli.sarif import SarifReport

            report = SarifReport()
    raise typer.Exit(run_check(paths, settings, report))
