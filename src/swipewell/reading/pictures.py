"""The pictures a file names: each is looked for, and its text becomes the absolute path.

A picture lies inside the project, so that a post never shows what its author did not put there:
no addresses, no way out by `..` or by a symbolic link, and the first bytes must be a picture's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path as File

from swipewell.findings import Finding
from swipewell.reading.names import nearest_file
from swipewell.reading.page import Page
from swipewell.reading.tree import Node, Path, Scalar, Sequence, at, with_text, written

EACH = "*"
"""Stands in a path for every entry of a list."""

FIELDS: dict[str, tuple[Path, ...]] = {
    "Post": (("cover", "picture"), ("slides", EACH, "picture")),
    "Brand": (("avatar",),),
}
"""Where each model names pictures."""

_MOST_SIBLINGS = 2_000


def find_brand(start: File) -> File | None:
    """Return the nearest `brand.yaml` in a folder (or a file's folder) or above it, else None."""
    folder = File(os.path.abspath(start))
    above = (folder, *folder.parents) if os.path.isdir(folder) else folder.parents
    return next(
        (place / "brand.yaml" for place in above if os.path.isfile(place / "brand.yaml")), None
    )


def project_of(folder: File) -> File:
    """Return the folder that nothing named in a folder's files may lie outside of.

    It is that of the nearest `brand.yaml`, else the folder itself.
    """
    brand = find_brand(folder)
    return brand.parent if brand else folder


def with_pictures(
    tree: Node, fields: tuple[Path, ...], page: Page, folder: File
) -> tuple[Node, tuple[Finding, ...]]:
    """Return the tree with absolute paths for its pictures, and findings for those not there."""
    findings = []
    for path in (each for field in fields for each in _spelled_out(tree, field)):
        node = at(tree, path)
        if not isinstance(node, Scalar) or not (node.value or "").strip():
            continue
        found = _found((node.value or "").strip(), folder)
        if isinstance(found, File):
            tree = with_text(tree, path, str(found))
        else:
            findings.append(page.finding(*found, mark=node.mark, field=written(path)))
    return tree, tuple(findings)


def _spelled_out(tree: Node, field: Path) -> Iterator[Path]:
    """Yield the paths that a path with `EACH` in it stands for."""
    if EACH not in field:
        yield field
        return
    before, after = field[: field.index(EACH)], field[field.index(EACH) + 1 :]
    entries = at(tree, before)
    if isinstance(entries, Sequence):
        for number in range(len(entries.items)):
            yield (*before, number, *after)


def _found(name: str, folder: File) -> File | tuple[str, str, str]:
    """Return a picture's absolute path, or code, message and hint where there is none."""
    if "://" in name or name.startswith(("//", "data:")):
        message = (
            f"“{name[:60]}” is an address on the network; pictures are not fetched from there."
        )
        return "picture-address", message, "Save the picture beside this file and write its name."
    try:
        return _inside(name, folder)
    except (
        OSError,
        RuntimeError,
        ValueError,
    ):  # a loop of links, a NUL, a name too long, no permission
        message = f"The picture “{name[:60]}” cannot be opened."
        return "missing-picture", message, "Check that it is there and can be read."


def _inside(name: str, folder: File) -> File | tuple[str, str, str]:
    """Return a picture's absolute path, or why it is none; its links are followed first of all."""
    project = project_of(folder).resolve()
    picture, shown = (folder / name).resolve(), f"“{name[:60]}”"
    if not picture.is_relative_to(project):
        hint = "Copy it beside this file, or into a folder under `brand.yaml`."
        return "picture-outside", f"The picture {shown} lies outside the project.", hint
    if not picture.exists():
        hint = _suggestion(name, folder, project)
        return "missing-picture", f"There is no picture {shown}.", hint
    if not picture.is_file() or not _is_picture(picture):
        hint = "Save it as JPEG, PNG or WebP; its name alone does not make it one."
        return "not-a-picture", f"{shown} is not a picture that can be shown.", hint
    return picture


def _is_picture(file: File) -> bool:
    """Return whether the first bytes are those of a JPEG, a PNG or a WebP."""
    with file.open("rb") as stream:
        head = stream.read(12)
    is_webp = head[:4] == b"RIFF" and head[8:] == b"WEBP"
    return is_webp or head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"))


def _suggestion(name: str, folder: File, project: File) -> str:
    """Return the hint for a picture that is not there: the nearest name in its folder."""
    if "\\" in name and (folder / name.replace("\\", "/")).is_file():
        return f"Write the path with /: {name.replace(chr(92), '/')}"
    place = (folder / name).resolve().parent
    if not place.is_dir() or not place.is_relative_to(project):
        return f"There is no folder “{File(name).parent}” beside this file."
    return nearby(place, name)


def nearby(place: File, name: str) -> str:
    """Return the hint for a file that is not in a folder: the name there that is nearest."""
    there = islice(place.iterdir(), _MOST_SIBLINGS) if place.is_dir() else ()
    near = nearest_file(File(name).name, sorted(entry.name for entry in there))
    if near:
        return f"Did you mean {(File(name).parent / near).as_posix()}?"
    return "Paths are relative to the folder of this file."
