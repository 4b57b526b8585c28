"""Writes docs/reference.md: every field of every file, and every command, as the code has them.

python docs/build_reference.py
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer

from swipewell.cli import app
from swipewell.cli.hints import schema_of

PAGE = Path(__file__).with_name("reference.md")

_FILES = {
    "post": "A post",
    "brand": "A brand",
    "week": "A plan of weeks",
    "translation": "A translation",
    "helplines": "Helplines of one's own",
}


def page() -> str:
    """Return the page."""
    parts = [
        "# Reference",
        "",
        "Made from the code by `python docs/build_reference.py`; a test fails where it is out of date.",
        "What is said about files, texts and slides stands in [findings.md](findings.md), rules in",
        "[rules.md](rules.md).",
    ]
    for what, title in _FILES.items():
        parts += ["", f"## {title}", *_file(schema_of(what))]
    parts += ["", "## Commands", *_commands()]
    return "\n".join(parts) + "\n"


def _file(schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield the tables of a file's fields, and of the groups of fields within it."""
    if schema.get("description"):
        yield f"\n{_one_line(schema['description'])}"
    yield from _fields(schema)
    for name, part in sorted(schema.get("$defs", {}).items()):
        shape = next((one for one in part.get("anyOf", ()) if "properties" in one), part)
        if "properties" in shape:
            yield f"\n### {_title(name, shape)}"
            if part.get("description"):
                yield f"\n{_one_line(part['description'])}"
            yield from _fields(shape)


def _title(name: str, shape: Mapping[str, Any]) -> str:
    kind = shape["properties"].get("kind", {}).get("const")
    return f"`kind: {kind}`" if kind else name


def _fields(shape: Mapping[str, Any]) -> Iterator[str]:
    required = set(shape.get("required", ()))
    yield "\n| field | takes | |\n| --- | --- | --- |"
    for name, field in shape.get("properties", {}).items():
        if name != "kind":
            must = " (required)" if name in required else ""
            yield f"| `{name}` | {_takes(field)}{must} | {_one_line(field.get('description', ''))} |"


def _takes(field: Mapping[str, Any]) -> str:
    """Return what a field takes, in words."""
    if "anyOf" in field or "oneOf" in field:
        kinds = [_takes(one) for one in field.get("anyOf", field.get("oneOf", ()))]
        return " or ".join(dict.fromkeys(kind for kind in kinds if kind != "nothing"))
    if "$ref" in field:
        return field["$ref"].rpartition("/")[2]
    if "enum" in field:
        return ", ".join(f"`{one}`" for one in field["enum"])
    if "const" in field:
        return f"`{field['const']}`"
    if field.get("type") == "array":
        return f"a list of {_takes(field.get('items', {}))}"
    names = {
        "string": "text",
        "integer": "a number",
        "number": "a number",
        "boolean": "`true` or `false`",
    }
    return names.get(field.get("type", ""), "nothing" if field.get("type") == "null" else "fields")


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _commands() -> Iterator[str]:
    """Yield every command with its help and its options."""
    group = typer.main.get_command(app())
    for name, command in sorted(group.commands.items()):  # type: ignore[attr-defined]
        for full, each in _with_inner(name, command):
            yield f"\n### `swipewell {full}`\n"
            yield _one_line((each.help or "").partition("\b")[0].strip())
            options = [one for one in each.params if getattr(one, "help", None)]
            if options:
                yield "\n| option | |\n| --- | --- |"
            for option in options:
                names = ", ".join(f"`{opt}`" for opt in (*option.opts, *option.secondary_opts))
                yield f"| {names} | {_one_line(option.help)} |"


def _with_inner(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield name, command
    for inner, each in sorted(getattr(command, "commands", {}).items()):
        yield f"{name} {inner}", each


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
