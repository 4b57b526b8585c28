"""`swipewell init`: a folder with a brand, a first post, a plan of weeks, and what an editor needs."""

from __future__ import annotations

from typing import Annotated

import typer

_QUESTIONS = {
    "name": "What is your practice called",
    "handle": "Your Instagram handle, such as @alma.counselling",
    "credential": "What you are licensed as",
    "region": "Your readers' country, such as US or GB",
    "language": "The language you post in, such as en",
}


def init(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", show_default=False)] = ".",
    name: Annotated[str | None, typer.Option("--name", help="The practice, or you.")] = None,
    handle: Annotated[
        str | None, typer.Option("--handle", help="Such as @alma.counselling.")
    ] = None,
    credential: Annotated[
        str | None, typer.Option("--credential", help="What you are licensed as.")
    ] = None,
    region: Annotated[
        str | None,
        typer.Option("--region", metavar="CODE", help="Your readers' country, such as US."),
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="TAG", help="Such as en or pt-BR.")
    ] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="NAME", help="See `swipewell themes`.")
    ] = None,
) -> None:
    """Begin a project: brand.yaml, a first post, a plan of weeks, schemas for editors, a .gitignore.

    \b
    Example:
      swipewell init my-posts --name "Alma Counselling" --region US

    On a terminal it asks for what is not given; Enter leaves a question open. Files that are there
    already are left as they are.
    """
    import sys
    from pathlib import Path

    from swipewell.cli.start import said, schema_texts, sound
    from swipewell.starter.project import begin

    given = {
        "name": name,
        "handle": handle,
        "credential": credential,
        "region": region,
        "language": language,
        "theme": theme,
    }
    asks = (
        sys.stdin is not None and sys.stdin.isatty() and not (Path(folder) / "brand.yaml").exists()
    )
    answers: dict[str, str] = {}
    for field, value in given.items():
        if value is None and asks and field in _QUESTIONS:
            value = _asked(field)
        if value:
            answers[field] = sound(field, value)
    said(begin(Path(folder), answers, "Three ways to slow down", schema_texts()))


def _asked(field: str) -> str:
    """Ask a question until its answer can be used; an empty one leaves it open."""
    from swipewell.cli.start import sound

    while True:
        answer = typer.prompt(_QUESTIONS[field], default="", show_default=False).strip()
        if not answer:
            return ""
        try:
            return sound(field, answer)
        except typer.BadParameter as wrong:
            typer.echo(f"  {wrong.message}", err=True)
