"""The pictures a file names: each is looked for, and its text becomes the absolute path.

A picture lies inside the project, so that a post never shows what its author did not put there:
no addresses, no way out by `..` or by a symbolic link. It is looked at before it is taken: what is
cut off, too large or of another sort is told here, at its line, and not when it is painted.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path as File

from swipewell.findings import Finding, Severity
from swipewell.reading.names import nearest_file
from swipewell.reading.page import Page
from swipewell.reading.tree import Node, Path, Scalar, Sequence, at, with_text, written

EACH = "*"
"""Stands in a path for every entry of a list."""

FIELDS: dict[str, tuple[Path, ...]] = {
    "Post": (("cover", "picture"), ("slides", EACH, "picture")),
    "Brand": (("avatar",), ("logo",)),
}
"""Where each model names pictures."""

_MOST_SIBLINGS = 2_000

_Words = tuple[str, str, str]
"""A finding's code, message and hint."""


def find_brand(start: File) -> File | None:
    """Return the nearest `brand.yaml` in a folder (or a file's folder) or above it, else None."""
    folder = File(os.path.abspath(start))
    above = (folder, *folder.parents) if os.path.isdir(folder) else folder.parents
    return next(
        (place / "brand.yaml" for place in above if os.path.isfile(place / "brand.yaml")), None
    )


def project_of(folder: File) -> File:
    """Return the folder that a project begins at: that of the nearest `brand.yaml`, else the folder itself."""
    brand = find_brand(folder)
    return brand.parent if brand else folder


def is_inside(file: File, folder: File) -> bool:
    """Say whether a file, its links followed, lies inside the project of a folder's files.

    To a project belong the folders of the brands that its own brand extends as well.
    """
    brand = find_brand(folder)
    if file.is_relative_to((brand.parent if brand else folder).resolve()):
        return True
    if brand is None:
        return False
    from swipewell.reading.parents import parents_of  # reads the brand once more

    return any(file.is_relative_to(parent.parent.resolve()) for parent in parents_of(brand))


def with_pictures(
    tree: Node, fields: tuple[Path, ...], page: Page, folder: File
) -> tuple[Node, tuple[Finding, ...]]:
    """Return the tree with absolute paths for its pictures, and findings for those not there."""
    findings = []
    for path in (each for field in fields for each in _spelled_out(tree, field)):
        node = at(tree, path)
        if not isinstance(node, Scalar) or not (node.value or "").strip():
            continue
        found, amiss = _found((node.value or "").strip(), folder, drawing=path == ("logo",))
        if amiss:
            severity = Severity.WARNING if found else Severity.ERROR
            field = written(path)
            findings.append(page.finding(*amiss, mark=node.mark, field=field, severity=severity))
        if found:
            tree = with_text(tree, path, str(found))
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


def _found(name: str, folder: File, *, drawing: bool) -> tuple[File | None, _Words | None]:
    """Return a picture's absolute path, None where there is none, and what there is to say of it."""
    if "://" in name or name.startswith(("//", "data:")):
        message = (
            f"“{name[:60]}” is an address on the network; pictures are not fetched from there."
        )
        hint = "Save the picture beside this file and write its name."
        return None, ("picture-address", message, hint)
    try:
        return _inside(name, folder, drawing=drawing)
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL, a name too long
        message = f"The picture “{name[:60]}” cannot be opened."
        return None, ("missing-picture", message, "Check that it is there and can be read.")


def _inside(name: str, folder: File, *, drawing: bool) -> tuple[File | None, _Words | None]:
    """Return a picture's absolute path, or why it is none; its links are followed first of all."""
    picture, shown = (folder / name).resolve(), f"“{name[:60]}”"
    if not is_inside(picture, folder):
        hint = "Copy it beside this file, or into a folder under `brand.yaml`."
        message = f"The picture {shown} lies outside the project."
        return None, ("picture-outside", message, hint)
    if not picture.exists():
        hint = _suggestion(name, folder, project_of(folder).resolve())
        return None, ("missing-picture", f"There is no picture {shown}.", hint)
    if not picture.is_file():
        message = f"{shown} is not a picture that can be shown."
        return None, ("not-a-picture", message, "Name a file, such as photos/sea.jpg.")
    return _looked_at(picture, shown, drawing=drawing)


def _looked_at(picture: File, shown: str, *, drawing: bool) -> tuple[File | None, _Words | None]:
    """Return a picture that can be shown, and what to know of it; None and why where it cannot."""
    if picture.suffix.lower() == ".svg":
        fault = _drawing_fault(picture, shown, drawing=drawing)
        return (None, fault) if fault else (picture, None)
    from swipewell.pictures.look import (
        Looked,
        inspected,
    )  # brings Pillow, which most checks do without

    found = inspected(picture, shown)
    if not isinstance(found, Looked):
        return None, found
    if found.frames < 2:
        return picture, None
    message = f"{shown} moves ({found.frames} pictures); a slide shows the first."
    return picture, ("animated-picture", message, "Save the one you mean as JPEG or PNG.")


def _drawing_fault(picture: File, shown: str, *, drawing: bool) -> _Words | None:
    if not drawing:
        message = f"{shown} is a drawing (SVG), which only a logo may be."
        return ("not-a-picture", message, "Save it as PNG, in 2160 px or more.")
    from swipewell.pictures.svg import svg_fault  # few brands have a logo

    return svg_fault(picture, shown)


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
