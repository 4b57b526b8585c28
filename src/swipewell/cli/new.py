"""`swipewell new`: a post to begin with."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Form(StrEnum):
    """The formats a post may be begun in."""

    YAML = "yaml"
    MD = "md"


def new(
    title: Annotated[str, typer.Argument(metavar="TITLE", show_default=False)],
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="A slide of this kind; give it again for more. Otherwise two tips, a list, an invite.",
        ),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="YAML, or Markdown.")] = Form.YAML,
    folder: Annotated[
        str, typer.Option("--in", metavar="FOLDER", help="Where the post goes.")
    ] = ".",
) -> None:
    """Begin a post: a file with a title and slides to write over. A file that is there is left alone.

    \b
    Example:
      swipewell new "When sleep won't come"
      swipewell new "One breath" --kind practice --kind invite --format md
    """
    from pathlib import Path

    from swipewell.cli.start import said, schema_texts
    from swipewell.reading.names import kinds as known
    from swipewell.reading.names import nearest
    from swipewell.reading.slug import safe
    from swipewell.starter.project import begin_post
    from swipewell.starter.texts import USUAL_KINDS

    for one in kind or ():
        if one not in known():
            near = nearest(one, list(known()))
            hint = f"Did you mean {near}?" if near else f"The kinds are {', '.join(known())}."
            raise typer.BadParameter(f"'{one}' is no kind of slide. {hint}", param_hint="'--kind'")
    if not title.strip():
        raise typer.BadParameter("a post needs a title.", param_hint="'TITLE'")
    slug = safe("-".join(title.split()).lower().replace("’", "").replace("'", ""))
    path = Path(folder) / f"{slug}.{form.value}"
    said(begin_post(path, title.strip(), kind or USUAL_KINDS, schema_texts()))
