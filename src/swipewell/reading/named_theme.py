"""The theme of a person's own that a post or a brand names: ``theme: ./my-theme``.

Its folder is looked for inside the project, and its text becomes the absolute path. What the folder
holds is read where the theme is used (``own_theme``).
"""

from __future__ import annotations

from pathlib import Path as File

from swipewell.findings import Finding
from swipewell.reading.page import Page
from swipewell.reading.pictures import is_inside, nearby
from swipewell.reading.tree import Node, Scalar, at, with_text

_FIELD = ("theme",)


def with_theme(tree: Node, page: Page, folder: File) -> tuple[Node, tuple[Finding, ...]]:
    """Return a tree with the absolute path of the theme it names, or a finding that says why not."""
    node = at(tree, _FIELD)
    if not isinstance(node, Scalar):
        return tree, ()
    name = (node.value or "").strip()
    try:
        place = (folder / name).resolve()
        fault = _fault(name, place, folder)
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL, a name too long
        message = f"The theme “{name[:60]}” cannot be opened."
        fault = "missing-theme", message, "Check that it is there and can be read."
    if fault is None:
        return with_text(tree, _FIELD, str(place)), ()
    return tree, (page.finding(*fault, mark=node.mark, field="theme"),)


def _fault(name: str, place: File, folder: File) -> tuple[str, str, str] | None:
    """Return code, message and hint about a folder that is no theme of this project, None for one."""
    shown = f"“{name[:60]}”"
    if "://" in name or name.startswith("//"):
        message = f"{shown} is an address; themes are not fetched from there."
        return (
            "theme-address",
            message,
            "Save the theme's folder beside this file and write its name.",
        )
    if "\\" in name:
        message = f"The theme {shown} is written with a backslash."
        return "missing-theme", message, f"Write the path with /: {name.replace(chr(92), '/')}"
    files = (place, place / "theme.yaml", place / "layouts", *place.glob("layouts/*"))
    if not all(is_inside(file.resolve(), folder) for file in files):
        hint = "Copy it beside this file, or into a folder under `brand.yaml`."
        return "theme-outside", f"The theme {shown} lies outside the project.", hint
    if not place.exists():
        hint = nearby(place.parent, name)
        if name.startswith("./"):
            hint = hint.replace("Did you mean ", "Did you mean ./")
        return "missing-theme", f"There is no folder {shown}.", hint
    if not (place / "theme.yaml").is_file():
        hint = "Name the folder that holds it, such as one that `swipewell themes eject` wrote."
        return "missing-theme", f"The folder {shown} holds no theme.yaml.", hint
    return None
