"""A theme by its name, by its folder, or as it is: what may be named wherever a theme is named."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from swipewell.findings import InputError, SwipewellError, error
from swipewell.model.theme import Theme
from swipewell.reading import theme as bundled

OWN = "./"
"""With this begins the name of a theme that does not travel with Swipewell."""


def read_theme(named: str | os.PathLike[str]) -> Theme:
    """Return a bundled theme by its name, or the one in a folder, such as ``./my-theme``.

    InputError where there is none, or with all that is wrong in its files.
    """
    name = os.fspath(named)
    if isinstance(named, str) and not bundled.is_folder(name):
        return bundled.read_theme(name)
    from swipewell.ornament import names  # most posts are in a bundled theme
    from swipewell.reading.own_theme import read_folder

    return read_folder(Path(name), names())


@contextlib.contextmanager
def laid_to(theme: Theme) -> Iterator[None]:
    """Lay what goes wrong while a deck is composed to a theme of a person's own, as an InputError.

    Its files are checked, but what its ornaments make of their options shows only when they draw.
    """
    try:
        yield
    except SwipewellError:
        raise
    except Exception as fault:
        if not theme.name.startswith(OWN):
            raise
        message = (
            f"The theme “{theme.name}” cannot draw this post: {type(fault).__name__}: {fault}."
        )
        hint = (
            "Compare the options of its ornaments, and the names of its boxes, with those of the "
            "theme it was made from."
        )
        raise InputError([error("theme-fails", message, hint, field="theme")]) from fault
