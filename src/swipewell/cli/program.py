"""`swipewell` itself: what it is, and its version."""

from __future__ import annotations

from typing import Annotated

import typer


def _show_version(asked: bool) -> None:
    if asked:
        from swipewell.version import __version__

        typer.echo(f"swipewell {__version__}")
        raise typer.Exit


def program(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Turn tips into Instagram carousels that always end in a kind, correct disclaimer.

    \b
    Example:
      swipewell render kind-boundaries.yaml
      swipewell check posts/

    Exit codes: 0 fine; 1 findings of severity error, or of warning too with --strict;
    2 wrong usage or unreadable input; 3 a render or write failed; 130 interrupted.
    Of several, the first in the order 3, 2, 1.
    """
