"""`swipewell themes`: which looks there are, what one of them is made of, and its files to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from swipewell.cli import options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from swipewell.model.theme import Theme
    from swipewell.palette import Palette

themes = typer.Typer(rich_markup_mode=None)

_READ = ("ink", "muted", "accent")
"""The roles in which texts are set."""

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@themes.callback(invoke_without_command=True)
def overview(context: typer.Context, json: Json = False) -> None:
    """List the themes: name, voice and idea.

    \b
    Example:
      swipewell themes
      swipewell themes show linen
      swipewell themes eject linen -o my-theme
    """
    if context.invoked_subcommand is not None:
        return
    from swipewell.cli.terminal import put
    from swipewell.reading.theme import read_theme, theme_names

    listed = [read_theme(name) for name in theme_names()]
    if json:
        _put_json({"themes": [{k: getattr(one, k) for k in _TOLD} for one in listed]})
        return
    for theme in listed:
        put(f"{theme.name}: {theme.voice}\n  {theme.idea}")


_TOLD = ("name", "voice", "idea", "seed")


@themes.command("show")
def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A theme's name, such as linen, or the folder of one's own."
        ),
    ],
    seed: Annotated[
        str | None,
        typer.Option(
            "--seed",
            metavar="COLOUR",
            help="The colour the palette grows from, such as '#335577'. Otherwise the theme's.",
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Show a theme: its palette and how well texts read in it, its families, its kinds of slide.

    \b
    Example:
      swipewell themes show linen
      swipewell themes show linen --seed '#335577'
      swipewell themes show ./my-theme --json

    A contrast is WCAG's: text needs 4.5, large text (69 px, or 54 px in bold) 3.
    """
    from swipewell.cli.terminal import harmless, put

    theme = options.theme_named(name, "NAME")
    palette = _grown(theme, seed)
    if json:
        _put_json(_as_object(theme, palette, seed or theme.seed))
        return
    head = [f"{theme.name}: {theme.voice}", f"  {theme.idea}", ""]
    put(harmless("\n".join(head)))
    put("\n".join(_parts(theme, palette, seed or theme.seed)))


@themes.command("eject")
def eject(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A theme's name, such as linen.")],
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FOLDER",
            help="The new folder; otherwise one by the theme's name, here. "
            "Nothing is ever overwritten.",
        ),
    ] = None,
) -> None:
    """Write a theme's files into a folder of your own, to be changed.

    \b
    Example:
      swipewell themes eject linen -o my-theme
      swipewell render post.yaml --theme ./my-theme

    A brand or a post names it by its folder: `theme: ./my-theme`. A smaller theme of your own needs
    one file only: theme.yaml with `extends: linen` and what differs. An editor checks the files by
    `swipewell schema theme` and `swipewell schema layout`.
    """
    import sys
    from pathlib import Path

    from swipewell.cli.quote import quoted
    from swipewell.cli.terminal import has_colour, put
    from swipewell.findings import InputError, RenderError
    from swipewell.reading.theme import theme_files
    from swipewell.store import new_folder

    try:
        files = theme_files(name)
    except InputError as unknown:
        raise options.wrong(unknown, "NAME") from None
    folder = Path(out or name)
    try:
        new_folder(folder, files)
    except RenderError as fault:
        for finding in fault.findings:
            put(quoted(finding, str(folder), colour=has_colour(sys.stderr)), err=True)
        raise typer.Exit(fault.exit_code) from None
    put(f"wrote {folder} ({len(files)} files)")
    shown = folder.as_posix()
    named = shown if folder.is_absolute() or shown.startswith(".") else f"./{shown}"
    put(f"Render with --theme {named}, or write `theme: {named}` in a brand or a post.", err=True)


def _grown(theme: Theme, seed: str | None) -> Palette:
    """Return a theme's palette; wrong usage where the seed is no colour."""
    from swipewell.palette import grow

    try:
        return grow(theme.palette, seed or theme.seed)
    except ValueError:
        message = f"'{seed}' is not a colour like '#b3573a'."
        raise typer.BadParameter(message, param_hint="'--seed'") from None


def _as_object(theme: Theme, palette: Palette, seed: str) -> dict[str, Any]:
    """Return a theme as `--json` tells it."""
    return {
        **{key: getattr(theme, key) for key in _TOLD},
        "seed": seed,
        "families": dict(theme.families),
        "kinds": _kinds(theme),
        "palette": {role: colour.hex for role, colour in palette.items()},
        "contrast": {
            ground: {role: round(ratio, 2) for role, ratio in read.items()}
            for ground, read in _contrasts(theme, palette).items()
        },
    }


def _put_json(content: Mapping[str, Any]) -> None:
    import sys
    from json import dumps

    from swipewell.cli.terminal import put

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    put(dumps(content, ensure_ascii=False, indent=2))


def _parts(theme: Theme, palette: Palette, seed: str) -> list[str]:
    """Return the lines about what a theme is made of."""
    return [
        f"palette, grown from {seed}:",
        *_swatches(palette),
        "contrast of texts on each ground:",
        *(_read_on(ground, read) for ground, read in _contrasts(theme, palette).items()),
        "families:",
        *(f"  {role:<10} {family}" for role, family in theme.families.items()),
        "kinds of slide:",
        f"  {', '.join(_kinds(theme))}",
    ]


def _kinds(theme: Theme) -> list[str]:
    return [kind for kind in theme.layouts if not kind.startswith("disclaimer_")]


def _swatches(palette: Palette) -> list[str]:
    """Return a line for each colour of a palette, with a swatch on a terminal."""
    import sys

    from swipewell.cli.terminal import has_colour

    lines = []
    for role, colour in palette.items():
        red, green, blue = colour
        swatch = f"  \x1b[48;2;{red};{green};{blue}m    \x1b[0m" if has_colour(sys.stdout) else ""
        lines.append(f"  {role:<10} {colour.hex}{swatch}")
    return lines


def _contrasts(theme: Theme, palette: Palette) -> dict[str, dict[str, float]]:
    """Return, for each ground, how the roles of texts read on it, 1 to 21; roles it lacks are left out."""
    from swipewell.colour import contrast

    out: dict[str, dict[str, float]] = {}
    for ground, roles in theme.grounds.items():
        paper = palette[roles["ground"]]
        inks = {role: roles.get(role, role) for role in _READ}
        out[ground] = {
            role: contrast(palette[ink], paper) for role, ink in inks.items() if ink in palette
        }
    return out


def _read_on(ground: str, read: Mapping[str, float]) -> str:
    figures = "  ".join(f"{role} {ratio:.1f}" for role, ratio in read.items())
    return f"  {ground:<10} {figures}"
