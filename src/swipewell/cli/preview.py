"""`swipewell preview`: posts on a local page, as they stand on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from swipewell.cli import options

if TYPE_CHECKING:
    from swipewell.findings import SwipewellError
    from swipewell.preview.bench import Bench


def preview(
    paths: options.Paths,
    brand: options.BrandFile = None,
    theme: options.ThemeName = None,
    size: options.SizeName = options.Size.SQUARE,
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            metavar="N",
            min=1,
            max=65535,
            help="The port to listen on. Otherwise 7420, or any free one where that is taken.",
        ),
    ] = None,
    browse: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    export: Annotated[
        str | None,
        typer.Option(
            "--export",
            metavar="FILE.html",
            help="Write the page as one file to send to a colleague, and serve nothing.",
        ),
    ] = None,
    today: options.Today = None,
) -> None:
    """Show posts on a local page: swipe as on a phone, see the profile's grid, try themes and sizes.

    \b
    Example:
      swipewell preview kind-boundaries.yaml --open
      swipewell preview posts/
      swipewell preview kind-boundaries.yaml --export kind-boundaries.html

    What is saved is on the page at once (with `pip install 'swipewell[watch]'`; without it, load the
    page anew). An error stands above the last good slides until it is mended. Beside each slide
    stands what is to be said of it, with caption and alternative text to copy.

    The page is for this machine only, and asks nothing of any other. Ctrl-C ends it.
    """
    date, look = options.day(today), options.known_theme(theme)
    if "-" in paths:
        raise typer.BadParameter("Standard input cannot be shown again.", param_hint="'PATH'")
    if export is not None and (port is not None or browse):
        raise typer.BadParameter("Nothing is served with it.", param_hint="'--export'")

    from swipewell.cli.inputs import find_posts
    from swipewell.cli.light import import_yaml
    from swipewell.findings import SwipewellError
    from swipewell.preview.bench import Asked, Bench

    import_yaml()
    asked = Asked(brand, date, look, size.value)
    bench = Bench(lambda: find_posts(paths), asked, named=paths)
    try:
        if export is not None:
            _export(bench, export)
        _serve(bench, port, browse)
    except SwipewellError as fault:
        _say(fault)
        raise typer.Exit(fault.exit_code) from None


def _export(bench: Bench, name: str) -> NoReturn:
    """Write the page as one file, and leave; SwipewellError where a post cannot be shown."""
    from pathlib import Path

    from swipewell.cli.terminal import harmless, put
    from swipewell.preview.one_file import export

    written = export(bench, Path(name))
    put(
        f"wrote {harmless(name)} ({written.posts} {_plural('post', written.posts)}, {written.size})"
    )
    raise typer.Exit(0)


def _plural(what: str, count: int) -> str:
    return what if count == 1 else f"{what}s"


def _serve(bench: Bench, port: int | None, browse: bool) -> NoReturn:
    """Serve the page until Ctrl-C."""
    import gc
    import threading
    from importlib.util import find_spec

    from swipewell.cli.interrupt import heed
    from swipewell.cli.terminal import put
    from swipewell.preview.server import Served

    live = find_spec("watchfiles") is not None
    gc.freeze()  # what a start makes lasts, but from now on there may be rubbish for hours
    gc.enable()
    with Served(bench, port, live=live) as served:
        put(f"{served.url}  (Ctrl-C ends it)")
        if not live:
            hint = "pip install 'swipewell[watch]'"
            put(f"Load the page anew after a save, or have it done for you: {hint}", err=True)
        if browse:
            import webbrowser

            webbrowser.open(served.url)
        if live:
            served.follow()
        while True:  # a wait without an end would not hear Ctrl-C on Windows
            threading.Event().wait(1)
            heed()


def _say(fault: SwipewellError) -> None:
    """Tell what is in the way."""
    import sys

    from swipewell.cli.quote import quoted
    from swipewell.cli.terminal import has_colour, put

    for finding in fault.findings:
        put(quoted(finding, "swipewell preview", colour=has_colour(sys.stderr)), err=True)
