"""`swipewell doctor`: versions, fonts, extras, and the project found from here."""

from __future__ import annotations

import typer

_EXTRAS = {
    "cjk": ("swipewell_cjk", "all of Chinese, Japanese and Korean"),
    "svg": ("resvg_py", "logos in SVG"),
    "watch": ("watchfiles", "render --watch, and the preview's reloading"),
}
_ENGINES = ("pillow", "uharfbuzz", "isal", "pydantic", "typer", "pyyaml", "regex")


def doctor() -> None:
    """Say which versions, fonts and extras are installed, and which project is found from here.

    \b
    Example:
      swipewell doctor

    The exit code is 1 where something is missing without which slides cannot be rendered.
    """
    import platform
    import sys

    from swipewell.cli.terminal import put
    from swipewell.version import __version__

    put(f"swipewell {__version__}")
    put(f"python    {platform.python_version()} on {platform.system()} ({sys.executable})")
    missing = [*_engines(), *_fonts()]
    _extras()
    _project()
    for what in missing:
        put(f"missing: {what}", err=True)
    raise typer.Exit(1 if missing else 0)


def _engines() -> list[str]:
    """Tell the versions of what Swipewell is built on; return what is missing."""
    from importlib.metadata import PackageNotFoundError, version

    from swipewell.cli.terminal import put

    missing: list[str] = []
    for name in _ENGINES:
        try:
            put(f"{name:<9} {version(name)}")
        except PackageNotFoundError:
            missing.append(f"the package {name}. Install Swipewell again.")
    return missing


def _fonts() -> list[str]:
    """Tell how many fonts and themes are at hand; return what is missing."""
    from swipewell.cli.terminal import put
    from swipewell.reading.theme import theme_names
    from swipewell.resources import bundled_families
    from swipewell.text.fonts import FontBook

    try:
        families, themes = bundled_families(), theme_names()
        FontBook.bundled()
    except (OSError, ValueError) as fault:
        return [f"fonts or themes: {fault}"]
    put(f"fonts     {len(families)} families")
    put(f"themes    {', '.join(themes)}")
    return []


def _extras() -> None:
    """Tell which extras are installed, and how to have the others."""
    from importlib.util import find_spec

    from swipewell.cli.terminal import put

    for extra, (module, what) in _EXTRAS.items():
        there = find_spec(module) is not None
        how = "installed" if there else f"not installed: pip install 'swipewell[{extra}]'"
        put(f"{extra:<9} {what}: {how}")


def _project() -> None:
    """Tell which brand posts in this folder would find."""
    from pathlib import Path

    from swipewell.cli.terminal import put
    from swipewell.reading import find_brand

    brand = find_brand(Path.cwd())
    put(f"brand     {brand if brand else 'none found from here: `swipewell init` makes one'}")
