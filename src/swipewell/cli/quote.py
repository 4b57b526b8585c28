"""A finding in human form: where, how grave, what, the line itself with a caret, and a hint.

posts/a.yaml:3:1: error unknown-field: `tilte` is not a field of a post.
   3 | tilte: A kinder no
     | ^
  hint: Did you mean `title`?
"""

from __future__ import annotations

import unicodedata

from swipewell.cli.terminal import harmless, styled
from swipewell.findings import Finding

_WIDTH = 96
"""How much of a line is shown; longer ones are cut around the caret."""


def quoted(finding: Finding, path: str, *, colour: bool) -> str:
    """Return the lines that tell a finding about a post; ``path`` is the post's own."""
    place = styled(harmless(str(finding.where) or path), "strong", colour)
    head = styled(f"{finding.severity} {finding.code}", str(finding.severity), colour)
    lines = [f"{place}: {head}: {_flat(finding.message)}"]
    if finding.quoted is not None and finding.where.line is not None:
        lines += _excerpt(finding.quoted, finding.where.line, finding.where.column, colour)
    if finding.hint:
        lines.append(f"  {styled('hint:', 'hint', colour)} {_flat(finding.hint)}")
    return "\n".join(lines)


def _flat(text: str) -> str:
    """Return a text on one line."""
    return harmless(" ".join(text.splitlines()))


def _excerpt(line: str, number: int, column: int | None, colour: bool) -> list[str]:
    """Return a source line with its number and, under it, a caret at the column."""
    shown, caret = _window(line, column or 1)
    gutter = f"{number:>5} | "
    lines = [styled(gutter, "dim", colour) + harmless(shown)]
    if column is not None:
        blank = styled(" " * (len(gutter) - 2) + "| ", "dim", colour)
        lines.append(blank + _padding(shown[:caret].ljust(caret)) + styled("^", "error", colour))
    return lines


def _window(line: str, column: int) -> tuple[str, int]:
    """Return the part of a line around a column (from 1) and the caret's place in it (from 0)."""
    line = line.rstrip()
    start = max(0, column - 1 - _WIDTH * 3 // 4) if len(line) > _WIDTH else 0
    before = "…" if start else ""
    after = "…" if len(line) > start + _WIDTH else ""
    return before + line[start : start + _WIDTH] + after, column - 1 - start + len(before)


def _padding(text: str) -> str:
    """Return blanks as wide as a text is on a terminal; tabs stay tabs."""
    return "".join("\t" if char == "\t" else " " * _width(char) for char in text)


def _width(char: str) -> int:
    """Return how many cells of a terminal a character takes."""
    if unicodedata.category(char) == "Cc":
        return len(harmless(char))
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
