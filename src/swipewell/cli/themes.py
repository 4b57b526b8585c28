"""`swipewell themes`: which looks there are, and what one of them is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from swipewell.cli import options

if TYPE_CHECKING:
    from swipewell.model.theme import Theme

themes = typer.Typer(rich_markup_mode=None)


@themes.callback(invoke_without_command=True)
def overview(context: typer.Context) -> None:
    """List the themes: name, voice and idea.

    \b
    Example:
      swipewell themes
      swipewell themes show linen
    """
    if context.invoked_subcommand is not None:
        return
    from swipewell.cli.terminal import put
    from swipewell.reading.theme import read_theme, theme_names

    for name in theme_names():
        theme = read_theme(name)
        put(f"{theme.name}: {theme.voice}\n  {theme.idea}")


@themes.command("show")
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A theme's name, such as linen.")],
) -> None:
    """Show a theme: its palette, its families, and the kinds of slide it lays out.

    \b
    Example:
      swipewell themes show linen
    """
    from swipewell.cli.terminal import put
    from swipewell.findings import InputError
    from swipewell.reading.theme import read_theme

    try:
        theme = read_theme(name)
    except InputError as unknown:
        raise options.wrong(unknown, "NAME") from None
    put("\n".join([f"{theme.name}: {theme.voice}", f"  {theme.idea}", "", *_parts(theme)]))


def _parts(theme: Theme) -> list[str]:
    """Return the lines about what a theme is made of."""
    kinds = [kind for kind in theme.layouts if not kind.startswith("disclaimer_")]
    return [
        f"palette, grown from {theme.seed}:",
        *_swatches(theme),
        "families:",
        *(f"  {role:<10} {family}" for role, family in theme.families.items()),
        "kinds of slide:",
        f"  {', '.join(kinds)}",
    ]


def _swatches(theme: Theme) -> list[str]:
    """Return a line for each colour of a theme's own palette, with a swatch on a terminal."""
    import sys

    from swipewell.cli.terminal import has_colour
    from swipewell.palette import grow

    lines = []
    for role, colour in grow(theme.palette, theme.seed).items():
        red, green, blue = colour
        swatch = f"  \x1b[48;2;{red};{green};{blue}m    \x1b[0m" if has_colour(sys.stdout) else ""
        lines.append(f"  {role:<10} {colour.hex}{swatch}")
    return lines
