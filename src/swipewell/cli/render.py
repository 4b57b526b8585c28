"""`swipewell render`: posts to folders of slides."""

from __future__ import annotations

from typing import Annotated

import typer

from swipewell.cli import options


def render(
    paths: options.Paths,
    out: Annotated[
        str, typer.Option("--out", "-o", metavar="FOLDER", help="Where the posts' folders go.")
    ] = "out",
    brand: options.BrandFile = None,
    theme: options.ThemeName = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORMATS", help="png, jpeg, or both with a comma: png,jpeg."
        ),
    ] = "png",
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Count warnings as errors, and write no post that has either."
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Render unchanged posts, too.")] = False,
    json: options.AsJson = False,
    today: options.Today = None,
) -> None:
    """Turn posts into folders of slides, with caption, alternative texts and transcript.

    \b
    Example:
      swipewell render kind-boundaries.yaml
      swipewell render posts/ -o out --format png,jpeg
      swipewell render 'posts/**/*.yaml' --strict --json

    A post becomes the folder OUT/NAME, whole or not at all; one that has not changed since the
    last run is left as it is. A post with findings of severity error is written all the same,
    with exit code 1, unless its text cannot be set at all, or --strict is given.

    Folders and globs pass over brand.yaml, week.yaml, translations such as post.es.yaml and
    hidden files. A folder stands for the posts right in it.
    """
    date, forms, look = options.day(today), _formats(formats), options.known_theme(theme)

    from swipewell.cli.report import HumanReport, JsonReport
    from swipewell.cli.run import run_render
    from swipewell.cli.work import Settings

    settings = Settings(brand, look, date, strict, out, forms, force)
    raise typer.Exit(run_render(paths, settings, JsonReport() if json else HumanReport()))


def _formats(text: str) -> tuple[str, ...]:
    """Return the formats that `--format` names; wrong usage where one is unknown."""
    from swipewell.export.formats import known_formats
    from swipewell.findings import InputError

    names = (name.strip().lower() for name in text.split(","))
    try:
        return known_formats("jpeg" if name == "jpg" else name for name in names)
    except InputError as unknown:
        raise options.wrong(unknown, "--format") from None
