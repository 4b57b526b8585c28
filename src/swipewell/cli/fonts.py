"""`swipewell fonts`: the families that travel with Swipewell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from swipewell.text.fonts import Family


def fonts() -> None:
    """List the bundled fonts: family, weights, role, licence and version.

    \b
    Example:
      swipewell fonts

    No font of the system is ever used, so a post looks the same on every machine.
    """
    from swipewell.cli.terminal import put
    from swipewell.text.fonts import FontBook

    rows = [("family", "weights", "role", "licence", "version")]
    rows += [_row(family) for family in FontBook.bundled().families.values()]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        put("  ".join(cells).rstrip())


def _row(family: Family) -> tuple[str, str, str, str, str]:
    """Return a family's cells; an ``i`` after a weight says that it has an italic, too."""
    italics = {face.weight for face in family.faces if face.italic}
    weights = sorted({face.weight for face in family.faces})
    listed = " ".join(f"{weight}{'i' if weight in italics else ''}" for weight in weights)
    return (family.name, listed, family.role, family.licence, family.version)
