"""A theme of a person's own: a folder with ``theme.yaml`` and ``layouts/``, checked before it is used.

    my-theme/theme.yaml           {extends: linen, palette: {clay: {most_l: .5}}}
    my-theme/layouts/tip.yaml     the one layout that differs

What it leaves out it has from the bundled theme it extends, else from the base, by the same rules as
the bundled ones. All that is wrong in its files is told at once, each with its file, line and field.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError

from swipewell.findings import Finding, InputError, Severity, Source, Where
from swipewell.model.base import Model
from swipewell.model.theme import Theme
from swipewell.model.theme_file import checked_themes, theme_file
from swipewell.named import NamedTuple
from swipewell.reading.locate import located
from swipewell.reading.names import nearest, nearest_file
from swipewell.reading.page import MAX_BYTES, decoded, too_large
from swipewell.reading.theme import BASE, base_data, formed, laid_over, theme_data, theme_names
from swipewell.reading.theme_faults import layout_faults, theme_faults
from swipewell.reading.tree import Mapping as Fields
from swipewell.reading.tree import Mark, places, plain
from swipewell.reading.yaml import compose

_FILE = "theme.yaml"
_Findings: TypeAlias = tuple[Finding, ...]


class _Read(NamedTuple):
    """A file that was read: its values (None where they make no model), its places, its faults."""

    values: dict[str, Any] | None
    source: Source | None
    findings: _Findings


def read_folder(folder: Path, ornaments: Sequence[str]) -> Theme:
    """Return the theme in a folder; InputError with all that is wrong with it.

    ``ornaments`` are the kinds of ornament there are. A theme that has not changed is read once.
    """
    folder = Path(os.path.abspath(folder))
    try:
        files = tuple(sorted(_files(folder)))
        stamps = tuple((file.stat().st_mtime_ns, file.stat().st_size) for file in files)
    except OSError as fault:
        reason = fault.strerror or "its name is not one a folder can have"
        message = f"The theme's folder “{_shown(folder)}” cannot be read: {reason}."
        raise InputError([_finding("missing-theme", message, "Check who may read it.")]) from None
    if folder / _FILE not in files:
        raise InputError([_no_theme(folder)])
    return _read_all(folder, files, stamps, tuple(ornaments))


def _files(folder: Path) -> Iterable[Path]:
    """Yield the files that a theme is made of, and those in its place that are none of it."""
    if (folder / _FILE).is_file():
        yield folder / _FILE
    yield from (path for path in (folder / "layouts").glob("*") if path.suffix in (".yaml", ".yml"))


def _no_theme(folder: Path) -> Finding:
    """Return the finding about a folder that is not there, or holds no theme."""
    shown = _shown(folder)
    if folder.is_dir():
        message = f"The folder “{shown}” holds no {_FILE}."
        hint = f"`swipewell themes eject linen -o {shown}-2` writes a theme to begin from."
        return _finding("missing-theme", message, hint)
    around = folder.parent
    near = None
    if around.is_dir():
        near = nearest_file(folder.name, sorted(p.name for p in around.iterdir() if p.is_dir()))
    hint = "`swipewell themes eject linen -o my-theme` writes one to begin from."
    hint = f"Did you mean {folder.parent / near}?" if near else hint
    return _finding("missing-theme", f"There is no theme in “{shown}”.", hint)


def _finding(code: str, message: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, message, hint, Where(field="theme"))


@lru_cache(maxsize=8)  # the stamps are those of every file: one that changes is read anew
def _read_all(
    folder: Path,
    files: tuple[Path, ...],
    stamps: tuple[tuple[int, int], ...],  # noqa: ARG001 - tells one state of the files from the next
    ornaments: tuple[str, ...],
) -> Theme:
    known = base_data()["layouts"]
    theme = _read(folder / _FILE, theme_file())
    others = [file for file in files if file != folder / _FILE]
    model = checked_themes()["Layout"]
    layouts = {file.stem: _read(file, model) for file in others if _is_layout(file, known)}
    findings = [
        *theme.findings,
        *(finding for read in layouts.values() for finding in read.findings),
        *(_no_layout(file, known) for file in others if not _is_layout(file, known)),
    ]
    name = f"./{folder.resolve().name}"
    whole, more = _laid(name, theme, layouts, ornaments)
    if whole is None or findings or more:
        raise InputError(dict.fromkeys((*findings, *more)))
    return formed(Theme, whole)


def _laid(
    name: str, theme: _Read, layouts: Mapping[str, _Read], ornaments: tuple[str, ...]
) -> tuple[dict[str, Any] | None, _Findings]:
    """Return a theme's files laid over what they extend, and the names in them that stand for nothing.

    None where it cannot be told what they are laid over.
    """
    if theme.values is None:
        return None, ()
    values = dict(theme.values)
    extended = values.pop("extends", BASE)
    if extended != BASE and extended not in theme_names():
        return None, (_placed(theme, _unknown_base(extended)),)
    base = base_data() if extended == BASE else theme_data(extended)
    sound = {kind: read for kind, read in layouts.items() if read.values is not None}
    own = {**values, "layouts": {kind: read.values for kind, read in sound.items()}}
    whole = {**laid_over(base, own), "name": name}
    findings = [_placed(theme, one) for one in theme_faults(values, whole, ornaments)]
    for read in sound.values():
        findings += [_placed(read, one) for one in layout_faults(read.values or {}, whole)]
    return whole, tuple(findings)


def _is_layout(file: Path, known: Container[str]) -> bool:
    return file.stem in known and file.suffix == ".yaml"


def _unknown_base(name: str) -> Finding:
    near = nearest(name, list(theme_names()))
    hint = f"Did you mean {near}?" if near else f"The themes are {', '.join(theme_names())}."
    message = f"There is no theme called “{name[:60]}” to extend."
    return Finding("unknown-theme", Severity.ERROR, message, hint, Where(field="extends"))


def _no_layout(file: Path, known: Mapping[str, Any]) -> Finding:
    """Return the finding about a file that would lay out a kind of slide that there is not."""
    near = nearest(file.stem, list(known))
    hint = f"Did you mean {near}.yaml?" if near else f"The kinds are {', '.join(known)}."
    message = f"No kind of slide is laid out by {file.name}."
    return Finding("unknown-layout", Severity.ERROR, message, hint, Where(_shown(file)))


def _placed(read: _Read, finding: Finding) -> Finding:
    return read.source.locate(finding) if read.source else finding


def _read(file: Path, model: type[Model]) -> _Read:
    """Return what a file of a theme holds."""
    name = _shown(file)
    try:
        if file.stat().st_size > MAX_BYTES:
            return _Read(None, None, (too_large(name),))
        page, findings = decoded(file.read_bytes(), name)
        tree, noticed = compose(page, merges=True)
    except OSError as fault:
        message = f"The file cannot be read: {fault.strerror or fault}."
        where = Where(name)
        unread = Finding("file-unreadable", Severity.ERROR, message, "See who may read it.", where)
        return _Read(None, None, (unread,))
    except InputError as refused:
        return _Read(None, None, refused.findings)
    # anchors are a designer's tool; any other remark, as on `seed: #335577`, means that text was lost
    lost = (one for one in noticed if one.code != "unused-anchor")
    findings += tuple(one._replace(severity=Severity.ERROR) for one in lost)
    tree = tree or Fields({}, Mark(1, 1))
    if not isinstance(tree, Fields):
        message = "The file holds no fields."
        hint = "Compare it with the one that `swipewell themes eject` writes."
        return _Read(None, None, (*findings, page.finding("no-fields", message, hint)))
    source = Source(name, dict(places(tree)), page.lines)
    try:
        made = model.model_validate(plain(tree))
    except ValidationError as error:
        faults = _one_a_place(located(error, tree, page, model))
        return _Read(None, source, (*findings, *faults))
    return _Read(_whole(made.model_dump(exclude_unset=True)), source, findings)


def _one_a_place(findings: _Findings) -> _Findings:
    """Return findings without further ones of a place: a value may be wrong for each of two types."""
    return tuple({(one.where.line, one.where.column): one for one in reversed(findings)}.values())[
        ::-1
    ]


def _whole(value: Any) -> Any:
    """Return values with whole numbers as such, as the bundled themes have them: 44.0 as 44."""
    if isinstance(value, dict):
        return {name: _whole(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_whole(inner) for inner in value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _shown(path: Path) -> str:
    """Return a path as a person would write it from where they are."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
