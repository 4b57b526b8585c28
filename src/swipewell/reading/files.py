"""Files to models: a post or a brand, or all the faults of the file at once.

The way of every file: bytes, page, tree, pictures looked for, model validated. Each step adds to
the findings; the last one raises them where any is an error, or hands them on with the model.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError

from swipewell.findings import Finding, InputError, Severity, Source, Where, worst
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.reading.fonts import with_fonts
from swipewell.reading.formats import MARKDOWN, POSTS
from swipewell.reading.helplines import own_helplines
from swipewell.reading.names import nearest_file, noun
from swipewell.reading.page import MAX_BYTES, Page, decoded, too_large
from swipewell.reading.pictures import FIELDS, with_pictures
from swipewell.reading.theme import is_folder
from swipewell.reading.tree import Mapping, Mark, Node, Scalar, Sequence, at, places, plain

if TYPE_CHECKING:
    from swipewell.model.helplines import OwnHelplines

_M = TypeVar("_M", bound=BaseModel)

_MOST_FINDINGS = 200
_LOOKS_LIKE_JSON = re.compile(r'\s*[\[{]\s*["\]}]')
_Findings: TypeAlias = tuple[Finding, ...]


def read_post(path: str | os.PathLike[str]) -> Post:
    """Return the post in a YAML or JSON file, `-` for standard input.

    InputError with all its faults where it makes none.
    """
    name = os.fspath(path)
    return parse_post(_bytes_of(name), name, _folder_of(name))


def parse_post(data: bytes, name: str, folder: Path) -> Post:
    """Return the post in a file's bytes.

    `name` tells the format and stands in findings; pictures are looked for in `folder`.
    """
    post, source = _parsed(Post, data, name, folder)
    return post.with_source(source)


def read_table(path: str | os.PathLike[str]) -> tuple[Post, ...]:
    """Return the posts in a CSV or TSV file, each with a slug; InputError with all faults of the file."""
    name = os.fspath(path)
    return parse_table(_bytes_of(name), name, _folder_of(name))


def parse_table(data: bytes, name: str, folder: Path) -> tuple[Post, ...]:
    """Return the posts in a table's bytes; see ``parse_post`` for the arguments."""
    from swipewell.reading.slug import safe
    from swipewell.reading.table import posts_in

    page, findings = decoded(data, name)
    posts: list[Post] = []
    for row in posts_in(page):
        made, faults = _validated(Post, row.tree, page, folder)
        findings += faults
        if made is not None:
            slug = made.slug or safe(row.name or "-".join(made.title.split()))
            source = Source(page.name, dict(places(row.tree)), page.lines, faults)
            posts.append(made.model_copy(update={"slug": slug}).with_source(source))
    if worst(findings) is Severity.ERROR:
        raise InputError(_in_order(findings))
    return tuple(posts)


def read_brand(path: str | os.PathLike[str]) -> Brand:
    """Return the brand in a YAML or JSON file, laid over those it extends; InputError with all faults."""
    name = os.fspath(path)
    brand = _brand_alone(name)
    if brand.extends is None and not brand.locked:
        return brand
    from swipewell.reading.parents import extended  # few brands have a parent

    return extended(brand, name, _brand_alone)


def _brand_alone(name: str) -> Brand:
    """Return the brand as its own file has it, whatever it extends."""
    brand, source = _parsed(Brand, _bytes_of(name), name, _folder_of(name))
    return brand.with_source(source)


def raw_field(path: Path, field: str) -> str | None:
    """Return the text of one field of a file; None where it has none, or makes no tree."""
    try:
        page, _ = decoded(_bytes_of(str(path)), str(path))
        tree, _ = _composed(page, ())
    except InputError:
        return None
    node = (
        tree.entries[field].value if isinstance(tree, Mapping) and field in tree.entries else None
    )
    return (node.value or "").strip() or None if isinstance(node, Scalar) else None


def read_as(model: type[_M], name: str) -> tuple[_M, Source]:
    """Return a file as a model, and where each of its fields stands; InputError with all its faults."""
    return _parsed(model, _bytes_of(name), name, _folder_of(name))


def _read_helplines(name: str) -> tuple[OwnHelplines, _Findings]:
    """Return the helplines in a file and what was noticed; InputError with all its faults."""
    from swipewell.model.helplines import OwnHelplines  # most brands have none of their own

    made, source = _parsed(OwnHelplines, _bytes_of(name), name, _folder_of(name))
    return made, source.findings


def _parsed(model: type[_M], data: bytes, name: str, folder: Path) -> tuple[_M, Source]:
    """Return the model in a file's bytes and where each of its fields stands."""
    page, findings = decoded(data, name)
    tree, noticed = _composed(page, findings)
    findings += noticed
    if isinstance(tree, Scalar) and tree.value is None:
        tree = None
    if tree is None and not any(field.is_required() for field in model.model_fields.values()):
        findings += (_nothing(page, model, Severity.WARNING),)
        tree = Mapping({}, Mark(1, 1))
    if not isinstance(tree, Mapping):
        raise InputError(_in_order((*findings, _no_fields(page, tree, model))))
    made, faults = _validated(model, tree, page, folder)
    findings = _in_order((*findings, *_not_told_yet(faults, findings)))
    if made is None or worst(findings) is Severity.ERROR:
        raise InputError(findings)
    return made, Source(page.name, dict(places(tree)), page.lines, findings)


def _composed(page: Page, findings: _Findings) -> tuple[Node | None, _Findings]:
    """Return the page's tree, and what was noticed on the way.

    InputError with these and all earlier findings where no tree can be made.
    """
    if page.name.lower().endswith(".json") or _is_json_from_input(page):
        from swipewell.reading.json import compose
    elif page.name.lower().endswith(MARKDOWN):
        from swipewell.reading.markdown import compose
    else:
        from swipewell.reading.yaml import compose  # brings PyYAML with it
    try:
        return compose(page)
    except InputError as refused:
        raise InputError(_in_order((*findings, *refused.findings))) from None


def _is_json_from_input(page: Page) -> bool:
    return page.name == "-" and _LOOKS_LIKE_JSON.match(page.text) is not None


def _validated(
    model: type[_M], tree: Mapping, page: Page, folder: Path
) -> tuple[_M | None, _Findings]:
    """Return the model of a tree, None where there is none, and the faults of its fields."""
    with_paths, findings = with_pictures(tree, FIELDS.get(model.__name__, ()), page, folder)
    look = at(with_paths, ("theme",)) if model in (Post, Brand) else None
    if isinstance(look, Scalar) and is_folder(look.value or ""):
        from swipewell.reading.named_theme import with_theme  # few have a theme of their own

        with_paths, amiss = with_theme(with_paths, page, folder)
        findings += amiss
    if model is Brand:
        with_paths, amiss = with_fonts(with_paths, page, folder)
        findings += amiss
    values = plain(with_paths)
    if model is Brand and isinstance(values, dict):
        helplines, noticed = own_helplines(tree, page, folder, _read_helplines)
        findings += noticed
        if helplines or noticed:
            values["helplines"] = helplines
    try:
        return model.model_validate(values), findings
    except ValidationError as error:
        from swipewell.reading.locate import located  # only where there is something to explain

        return None, (*findings, *located(error, tree, page, model))


def _not_told_yet(faults: _Findings, earlier: _Findings) -> _Findings:
    """Return the faults without those that a slip of syntax in the same field explains."""
    told = {(one.where.line, one.where.field) for one in earlier}
    return tuple(
        one
        for one in faults
        if one.code != "wrong-type" or (one.where.line, one.where.field) not in told
    )


def _in_order(findings: _Findings) -> _Findings:
    """Return findings in the order of the file; of more than anybody would read, errors first."""
    told = sorted(findings, key=lambda one: one.severity is not Severity.ERROR)[:_MOST_FINDINGS]
    return tuple(sorted(told, key=lambda one: (one.where.line or 0, one.where.column or 0)))


def _no_fields(page: Page, tree: Node | None, model: type[BaseModel]) -> Finding:
    """Return the finding about a file without fields: nothing at all, a list, or a bare text."""
    if tree is None:
        return _nothing(page, model, Severity.ERROR)
    found = "a list" if isinstance(tree, Sequence) else "a text"
    message = f"The file holds {found}, not the fields of {noun(model)}."
    hint = f"Write fields, one on each line, such as {_first_fields(model)}."
    if model is Post and isinstance(tree, Sequence):
        hint = "Write `title: …` on the first line, `slides:` on the second, the list under it."
    return page.finding("no-fields", message, hint, mark=tree.mark)


def _nothing(page: Page, model: type[BaseModel], severity: Severity) -> Finding:
    """Return the finding about an empty file, or one with comments only."""
    has_comments = any(line.lstrip().startswith("#") for line in page.lines)
    message = "The file holds only comments." if has_comments else "The file is empty."
    hint = f"Write at least {_first_fields(model)}."
    return page.finding("empty-file", message, hint, mark=Mark(1, 1), severity=severity)


def _first_fields(model: type[BaseModel]) -> str:
    title = "`title:` and `slides:`"
    first = {"Post": title, "Translation": title, "OwnHelplines": "`regions:`"}
    first["WeekPlan"] = "`timezone:` and `series:`"
    return first.get(model.__name__, "`name:` and `region:`")


def _folder_of(name: str) -> Path:
    return Path(name).parent if name != "-" else Path()


def _bytes_of(name: str) -> bytes:
    """Return what a file holds, or InputError with the one reason why not; too much is not read."""
    if name == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    if not name.lower().endswith(POSTS) and not os.path.isdir(name):
        raise InputError([_unknown_format(name)])
    try:
        if os.path.getsize(name) > MAX_BYTES and os.path.isfile(name):
            raise InputError([too_large(name)])
        with open(name, "rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        raise InputError([_unread(name, fault)]) from None


def _unknown_format(name: str) -> Finding:
    """Return the finding about a file of a sort that is not read, told by its name's ending."""
    suffix = os.path.splitext(name)[1]
    ending = (
        f"Files that end in {suffix} are not read"
        if suffix
        else "A file without an ending is not read"
    )
    hint = "Posts are read from .yaml, .yml, .json, .md, .csv and .tsv files, and from standard input as -."
    return Finding(
        "unknown-format", Severity.ERROR, f"{ending} by this version.", hint, Where(name)
    )


def _unread(name: str, fault: Exception) -> Finding:
    """Return the finding about a file that could not be opened or read."""
    if isinstance(fault, IsADirectoryError) or os.path.isdir(name):
        code, message, hint = "is-a-folder", "This is a folder, not a file.", "Name a file in it."
    elif isinstance(fault, FileNotFoundError):
        code, message, hint = "file-not-found", "There is no such file.", _similar(name)
    else:
        reason = getattr(fault, "strerror", None) or "its name is not one a file can have"
        code, message, hint = (
            "file-unreadable",
            f"The file cannot be read: {reason}.",
            "Check who may read it.",
        )
    return Finding(code, Severity.ERROR, message, hint, Where(name))


def _similar(name: str) -> str:
    """Return the hint for a file that is not there: the nearest name in its folder."""
    folder, wanted = os.path.split(name)
    try:
        there = sorted(os.listdir(folder or "."))[:2_000]
    except OSError:
        return f"There is no folder “{folder}” either."
    near = nearest_file(wanted, [one for one in there if one.lower().endswith(POSTS)])
    return (
        f"Did you mean {os.path.join(folder, near)}?" if near else "Check how its name is spelled."
    )
