"""Libraries without what the commands never use: a start is most of what a single post takes."""

from __future__ import annotations

import os
import re
import sys
from types import ModuleType
from typing import Any


def do_without_plugins() -> None:
    """Keep pydantic from looking for plugins: even told not to, it imports as much as four slides take."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    loader = ModuleType("pydantic.plugin._loader")
    loader.__dict__["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


def import_yaml() -> None:
    """Import PyYAML; the patterns of its loaders in Python, which the one in C does without, wait.

    They are compiled when something asks for them. At once, they take as long as two slides.
    """
    compiling = re.compile
    re.compile = _Later  # type: ignore[assignment]  # for as long as the import takes
    try:
        import yaml  # noqa: F401 - what counts is that it is imported now
    finally:
        re.compile = compiling


class _Later:
    """A pattern that is compiled when it is first used."""

    def __init__(self, *pattern: Any) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> Any:
        return getattr(re.compile(*self._pattern), name)
