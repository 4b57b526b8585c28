"""What `init` and `new` share: answers looked at, schemas as texts, and what was written told."""

from __future__ import annotations

import json
from collections.abc import Iterable

import typer

from swipewell.cli.hints import schema_of
from swipewell.cli.terminal import put
from swipewell.findings import InputError, SwipewellError
from swipewell.starter.project import Written


def schema_texts() -> dict[str, str]:
    """Return the JSON Schemas of posts, brands and plans as they are written."""
    return {
        name: json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n"
        for name in ("post", "brand", "week")
    }


def sound(field: str, answer: str) -> str:
    """Return an answer as a brand takes it; wrong usage, with what to write, where it does not."""
    from pydantic import ValidationError

    from swipewell.model.brand import Brand

    answer = answer.strip()
    if field == "region":
        answer = answer.upper()
    if field == "handle" and not answer.startswith("@"):
        answer = f"@{answer}"
    if field == "theme":
        _known_theme(answer)
    try:
        Brand.model_validate({field: answer})
    except ValidationError:
        told = {
            "region": f"'{answer}' is not a country's code: write two letters, such as US or GB.",
            "language": f"'{answer}' is not a language tag: write one such as en or pt-BR.",
        }
        message = told.get(field, f"'{answer}' cannot be the {field}.")
        raise typer.BadParameter(message, param_hint=f"'--{field}'") from None
    return answer


def _known_theme(name: str) -> None:
    from swipewell.cli.options import known_theme

    known_theme(name)


def said(written: Iterable[Written]) -> None:
    """Tell what became of each file; leave with the exit code where one could not be written."""
    try:
        for one in written:
            put(f"{'written' if one.is_new else 'left as it is':<14} {one.path}")
    except (SwipewellError, InputError) as fault:
        for finding in fault.findings:
            put(f"{finding.where.file}: {finding.message}\n  hint: {finding.hint}", err=True)
        raise typer.Exit(fault.exit_code) from None
