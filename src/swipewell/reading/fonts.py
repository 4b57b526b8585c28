"""The fonts a brand names: a bundled family by its name, or a file inside the project.

    fonts: {heading: Fraunces, body: fonts/Brand-Regular.otf}

A family's name is put as the catalogue has it; a file's becomes the absolute path.
"""

from __future__ import annotations

from pathlib import Path as File

from swipewell.findings import Finding
from swipewell.reading.names import nearest
from swipewell.reading.page import Page
from swipewell.reading.pictures import is_inside, nearby
from swipewell.reading.tree import Node, Path, Scalar, at, with_text, written
from swipewell.resources import bundled_families

FONTS: tuple[Path, ...] = (("fonts", "heading"), ("fonts", "body"))
"""Where a brand names fonts."""

_SUFFIXES = (".ttf", ".otf", ".ttc")
_HEADS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
_MOST_BYTES = 40_000_000


def with_fonts(tree: Node, page: Page, folder: File) -> tuple[Node, tuple[Finding, ...]]:
    """Return a brand's tree with its fonts found, and findings for those that are not there."""
    findings: list[Finding] = []
    for path in FONTS:
        node = at(tree, path)
        if not isinstance(node, Scalar) or not (node.value or "").strip():
            continue
        found = _found((node.value or "").strip(), folder)
        if isinstance(found, str):
            tree = with_text(tree, path, found)
        else:
            findings.append(page.finding(*found, mark=node.mark, field=written(path)))
    return tree, tuple(findings)


def _found(name: str, folder: File) -> str | tuple[str, str, str]:
    """Return a family's name or a file's path, or code, message and hint where there is neither."""
    if not name.lower().endswith(_SUFFIXES) and "/" not in name:
        return _family(name)
    try:
        return _file(name, folder)
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL, no permission
        message = f"The font “{name[:60]}” cannot be opened."
        return "missing-font", message, "Check that it is there and can be read."


def _family(name: str) -> str | tuple[str, str, str]:
    families = bundled_families()
    same = next((known for known in families if known.casefold() == name.casefold()), None)
    if same is not None:
        return same
    near = nearest(name, list(families))
    hint = f"Did you mean {near}? " if near else ""
    message = f"There is no font family “{name[:60]}” among those that travel with Swipewell."
    more = "`swipewell fonts` lists them; a font of your own is named by its file: fonts/Name.otf."
    return "unknown-font", message, hint + more


def _file(name: str, folder: File) -> str | tuple[str, str, str]:
    """Return a font file's absolute path, or why it is none; its links are followed first of all."""
    shown = f"“{name[:60]}”"
    if "://" in name or name.startswith("//"):
        hint = "Save the font beside this file and write its name."
        return "font-address", f"{shown} is an address; fonts are not fetched from there.", hint
    font = (folder / name).resolve()
    if not is_inside(font, folder):
        hint = "Copy it beside this file, or into a folder under `brand.yaml`."
        return "font-outside", f"The font {shown} lies outside the project.", hint
    if not font.exists():
        return "missing-font", f"There is no font {shown}.", nearby(font.parent, name)
    if not _is_font(font):
        hint = "Save it as TrueType or OpenType (.ttf, .otf); web fonts (.woff2) are not read."
        return "not-a-font", f"{shown} is not a font that can be set.", hint
    return str(font)


def _is_font(file: File) -> bool:
    """Return whether the first bytes are those of a TrueType or OpenType font of a sane size."""
    if not file.is_file() or file.stat().st_size > _MOST_BYTES:
        return False
    with file.open("rb") as stream:
        return stream.read(4) in _HEADS
