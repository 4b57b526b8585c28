"""`swipewell render`: posts to folders of slides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from swipewell.cli import options

if TYPE_CHECKING:
    from swipewell.cli.work import Settings


def render(
    paths: options.Paths,
    out: Annotated[
        str, typer.Option("--out", "-o", metavar="FOLDER", help="Where the posts' folders go.")
    ] = "out",
    brand: options.BrandFile = None,
    theme: options.ThemeName = None,
    size: options.SizeName = options.Size.SQUARE,
    scale: Annotated[
        int,
        typer.Option("--scale", min=1, max=2, help="2 doubles every pixel, for finer screens."),
    ] = 1,
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMATS",
            help="png, jpeg, webp or pdf (a page a slide), or several with commas: png,pdf.",
        ),
    ] = "png",
    sheet: Annotated[
        bool,
        typer.Option(
            "--sheet", help="Write sheet.png, too: all slides at a glance, as on a phone."
        ),
    ] = False,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Count warnings as errors, and write no post that has either."
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Render unchanged posts, too.")] = False,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch", help="Render again whatever is saved, until Ctrl-C. Needs swipewell[watch]."
        ),
    ] = False,
    json: options.AsJson = False,
    today: options.Today = None,
) -> None:
    """Turn posts into folders of slides, with caption, alternative texts and transcript.

    \b
    Example:
      swipewell render kind-boundaries.yaml
      swipewell render posts/ -o out --format png,pdf --sheet
      swipewell render 'posts/**/*.yaml' --strict --json

    A post becomes the folder OUT/NAME, whole or not at all; one that has not changed since the
    last run is left as it is. A post with findings of severity error is written all the same,
    with exit code 1, unless its text cannot be set at all, or --strict is given.

    A post brings its translations along: post.es.yaml beside post.yaml becomes a deck of its own.
    Name a translation to have it alone.

    With --watch it goes on: posts, brand, theme, fonts and pictures are rendered again as they are
    saved. While a post has an error, its last good slides stay.

    Folders and globs pass over brand.yaml, week.yaml and hidden files. A folder stands for the
    posts right in it.
    """
    date, forms, look = options.day(today), _formats(formats), options.known_theme(theme)

    from swipewell.cli.report import HumanReport, JsonReport
    from swipewell.cli.run import run_render
    from swipewell.cli.work import Settings

    settings = Settings(brand, look, date, strict, out, forms, force, sheet, size.value, scale)
    if watch:
        _watch(paths, settings, json)
    raise typer.Exit(run_render(paths, settings, JsonReport() if json else HumanReport()))


def _watch(paths: list[str], settings: Settings, json: bool) -> NoReturn:
    """Render until Ctrl-C; wrong usage where there is nothing to watch, or no one to tell at an end."""
    if json:
        raise typer.BadParameter("There is no end at which to print.", param_hint="'--json'")
    if "-" in paths:
        raise typer.BadParameter("Standard input cannot be watched.", param_hint="'--watch'")
    from swipewell.cli.report import HumanReport
    from swipewell.cli.watch import run_watch
    from swipewell.findings import InputError

    try:
        run_watch(paths, settings, HumanReport)
    except InputError as missing:
        raise options.wrong(missing, "--watch") from None


def _formats(text: str) -> tuple[str, ...]:
    """Return the formats that `--format` names; wrong usage where one is unknown."""
    from swipewell.export.formats import known_formats
    from swipewell.findings import InputError

    names = (name.strip().lower() for name in text.split(","))
    try:
        return known_formats("jpeg" if name == "jpg" else name for name in names)
    except InputError as unknown:
        raise options.wrong(unknown, "--format") from None
