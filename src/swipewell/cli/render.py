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
        str,
        typer.Option(
            "--out",
            "-o",
            metavar="FOLDER",
            help="Where the posts' folders go; an address such as s3://bucket/out, too.",
        ),
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
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            help="Render with so many processes. Otherwise with all cores, if the posts are many.",
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="ADDRESS",
            help="Render on a scheduler's machines: dask://HOST:PORT. Needs swipewell[dask].",
        ),
    ] = None,
    prune: Annotated[
        bool,
        typer.Option(
            "--prune",
            help="Remove the folders of posts that are gone: what Swipewell wrote, and no more.",
        ),
    ] = False,
    target: options.Target = None,
    require_sources: options.RequireSources = False,
    approved_only: Annotated[
        bool,
        typer.Option(
            "--approved-only", help="Write only what `swipewell approve` has signed as it is."
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

    Posts in their thousands are shared out among processes. With --prune, what is named is all
    there is: name folders or globs, for whatever else stands in OUT is taken to be gone.

    PATH and OUT may be addresses of any file system that fsspec knows, such as s3://bucket/posts
    (with swipewell[s3]). There, post.json is written last: a folder without one is not whole.
    """
    date, forms, look = options.day(today), formats_named(formats), options.known_theme(theme)
    from swipewell.cli.report import HumanReport, JsonReport
    from swipewell.cli.run import run_render
    from swipewell.cli.work import Hands, Settings

    settings = Settings(brand, look, date, strict, out, forms, force, sheet, size.value, scale)
    settings = settings._replace(
        target=options.known_target(target),
        require_sources=require_sources,
        approved_only=approved_only,
    )
    if watch:
        others = {"--jobs": jobs, "--on": on, "--prune": prune}
        _watch(paths, settings, json, [name for name, given in others.items() if given])
    if prune:
        _require_folders(paths)
    report = JsonReport() if json else HumanReport()
    hands = Hands(jobs, on, prune)
    if on is None and not any("://" in text for text in (*paths, out)):
        raise typer.Exit(run_render(paths, settings, report, hands))
    from swipewell.cli.far import run_far  # most people have it all on their own disk

    raise typer.Exit(run_far(paths, settings, report, hands, run_render))


def _require_folders(paths: list[str]) -> None:
    """Wrong usage where `--prune` would remove all posts but a few that were named one by one."""
    import os

    for path in paths:
        if path == "-" or os.path.isfile(path):
            message = f"{path} is one post, and all others would be taken to be gone: name folders or globs."
            raise typer.BadParameter(message, param_hint="'--prune'")


def _watch(paths: list[str], settings: Settings, json: bool, others: list[str]) -> NoReturn:
    """Render until Ctrl-C; wrong usage where there is nothing to watch, or no one to tell at an end."""
    if others:
        raise typer.BadParameter("It does not go with --watch.", param_hint=f"'{others[0]}'")
    if any("://" in text for text in (*paths, settings.out)):
        message = "Only what lies on this machine is watched."
        raise typer.BadParameter(message, param_hint="'--watch'")
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


def formats_named(text: str) -> tuple[str, ...]:
    """Return the formats that `--format` names; wrong usage where one is unknown."""
    from swipewell.export.formats import known_formats
    from swipewell.findings import InputError

    names = (name.strip().lower() for name in text.split(","))
    try:
        return known_formats("jpeg" if name == "jpg" else name for name in names)
    except InputError as unknown:
        raise options.wrong(unknown, "--format") from None
