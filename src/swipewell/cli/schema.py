"""`swipewell schema`: the JSON Schema by which an editor completes and checks a file."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class What(StrEnum):
    """The files that have a schema."""

    POST = "post"
    TRANSLATION = "translation"
    BRAND = "brand"
    WEEK = "week"
    THEME = "theme"
    LAYOUT = "layout"
    HELPLINES = "helplines"


def schema(
    what: Annotated[
        What,
        typer.Argument(
            metavar="post|translation|brand|week|theme|layout|helplines", show_default=False
        ),
    ],
) -> None:
    """Print the JSON Schema (draft 2020-12) of a file that people write, for their editors.

    \b
    Example:
      swipewell schema post > post.schema.json

    An editor with a YAML language server then completes a post that begins with the line
    `# yaml-language-server: $schema=post.schema.json`.
    """
    import json
    import sys

    from swipewell.cli.hints import schema_of
    from swipewell.cli.terminal import put

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    put(json.dumps(schema_of(what.value), ensure_ascii=False, indent=2))
