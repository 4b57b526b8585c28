"""The file of helplines that a brand names: looked for inside the project, and read with the brand.

What is wrong in it is told with the brand's own faults, each with its own file, line and column.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as File
from typing import TYPE_CHECKING, TypeAlias

from swipewell.findings import Finding, InputError
from swipewell.reading.page import Page
from swipewell.reading.pictures import is_inside, nearby
from swipewell.reading.tree import Node, Scalar, child

if TYPE_CHECKING:
    from swipewell.model.helplines import OwnHelplines

_Findings: TypeAlias = tuple[Finding, ...]

Read: TypeAlias = "Callable[[str], tuple[OwnHelplines, _Findings]]"
"""From a file's name to what it holds and what was noticed; InputError where it makes no helplines."""

_FIELD = "helplines"


def own_helplines(
    tree: Node, page: Page, folder: File, read: Read
) -> tuple[OwnHelplines | None, _Findings]:
    """Return the helplines in the file that a brand's tree names, and what there is to say of it.

    None where the brand names no file, or one that makes no helplines; then a finding says why.
    """
    node = child(tree, _FIELD)
    if not isinstance(node, Scalar) or not (node.value or "").strip():
        return None, ()
    name = (node.value or "").strip()
    fault = _fault(name, folder)
    if fault:
        return None, (page.finding(*fault, mark=node.mark, field=_FIELD),)
    try:
        return read(str(folder / name))
    except InputError as refused:
        return None, refused.findings


def _fault(name: str, folder: File) -> tuple[str, str, str] | None:
    """Return code, message and hint about a file that may not be read, None where it may."""
    shown = f"“{name[:60]}”"
    if "://" in name or name.startswith("//"):
        message = f"{shown} is an address on the network; helplines are not fetched from there."
        return "helplines-address", message, "Save the file beside this one and write its name."
    try:
        file = (folder / name).resolve()
        inside, there = is_inside(file, folder), file.is_file()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL, a name too long
        message = f"The file {shown} cannot be opened."
        return "helplines-unreadable", message, "Check that it is there and can be read."
    if not inside:
        message = f"The file {shown} lies outside the project."
        hint = "Copy it beside this file, or into a folder under `brand.yaml`."
        return "helplines-outside", message, hint
    if not there:
        return "missing-helplines", f"There is no file {shown}.", nearby(file.parent, name)
    return None
