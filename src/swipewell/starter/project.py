"""First files on disk: each is made only where there is none, whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from swipewell.findings import Finding, RenderError, Severity, Where
from swipewell.named import NamedTuple
from swipewell.starter.texts import (
    SCHEMAS,
    Form,
    brand_text,
    ignore_text,
    post_text,
    week_text,
)


class Written(NamedTuple):
    """What became of a file: whether it is new, or was there and has been left as it is."""

    path: Path
    is_new: bool


def begin(
    folder: Path, answers: Mapping[str, str], first_post: str, schemas: Mapping[str, str]
) -> Iterator[Written]:
    """Make a project in a folder: brand, schemas, a first post, a plan of weeks.

    What is there already stays as it is.

    ``schemas`` are the texts of JSON Schemas by the name of what they describe. RenderError where
    something cannot be written.
    """
    yield _written(folder / "brand.yaml", brand_text(answers, f"{SCHEMAS}/brand.schema.json"))
    yield from _schemas(folder, schemas)
    text = post_text(first_post, ("tip", "list", "compare", "invite"), "yaml", _SCHEMA_ABOVE)
    yield _written(folder / "posts" / "first-post.yaml", text)
    yield _written(folder / "week.yaml", week_text(_zone(), f"{SCHEMAS}/week.schema.json"))
    ignored = folder / ".gitignore"
    before = ignored.read_text(encoding="utf-8", errors="replace") if ignored.is_file() else ""
    if (after := ignore_text(before)) is not None:
        yield _written(ignored, after, replace=bool(before))


def _zone() -> str:
    """Return the name of this machine's time zone; UTC where its clock does not tell."""
    _, found, name = os.path.realpath("/etc/localtime").partition("zoneinfo/")
    return name if found and "/" in name else "UTC"


_SCHEMA_ABOVE = f"../{SCHEMAS}/post.schema.json"


def begin_post(
    path: Path, title: str, kinds: Iterable[str], schemas: Mapping[str, str]
) -> Iterator[Written]:
    """Make a post, in YAML or by its name's ending in Markdown, and its project's schemas where none are.

    RenderError where a file of that name is there already.
    """
    if path.exists():
        hint = "Choose another title, or open the file that is there."
        raise RenderError([_cannot(path, "There is a file of that name already.", hint)])
    project, in_markdown = _project_of(path.parent), path.suffix == ".md"
    schema = os.path.relpath(project / SCHEMAS / "post.schema.json", path.parent)
    form: Form = "md" if in_markdown else "yaml"
    yield _written(path, post_text(title, tuple(kinds), form, Path(schema).as_posix()))
    if not in_markdown:
        yield from (one for one in _schemas(project, schemas) if one.is_new)


def _project_of(folder: Path) -> Path:
    """Return the folder of the nearest brand above a folder, else the folder itself."""
    from swipewell.reading import find_brand

    brand = find_brand(folder)
    return brand.parent if brand else folder


def _schemas(project: Path, schemas: Mapping[str, str]) -> Iterator[Written]:
    """Make the schemas by which editors complete posts, brands and plans."""
    for name, text in schemas.items():
        yield _written(project / SCHEMAS / f"{name}.schema.json", text)


def _written(path: Path, text: str, *, replace: bool = False) -> Written:
    """Write a file where there is none, or in place of the one there; it is never seen half-written."""
    if path.exists() and not replace:
        return Written(path, is_new=False)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}.swipewell-new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8", newline="\n")
        os.replace(beside, path)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        message = f"This file cannot be written: {problem.strerror or problem}."
        raise RenderError([_cannot(path, message, "See who may write there.")]) from None
    return Written(path, is_new=True)


def _cannot(path: Path, message: str, hint: str) -> Finding:
    return Finding("not-written", Severity.ERROR, message, hint, Where(str(path)))
