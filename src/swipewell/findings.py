"""What Swipewell has to say to a person: findings as data, and the errors that carry an exit code.

A finding travels beside a result and is never printed from inside the library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from swipewell.named import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs: an error stops a post, a warning does under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Where(NamedTuple):
    """A place in what a person wrote: lines and columns from 1, a field like ``slides[2].title``."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        parts = [self.file or "", str(self.line or ""), str(self.column or "")]
        return ":".join(part for part in parts if part)


class Finding(NamedTuple):
    """One thing to say: a stable code, how grave it is, what is wrong, what to do and where.

    ``slide`` is the number of the finished slide (from 1), ``quoted`` the source line itself.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    where: Where = Where()
    slide: int | None = None
    quoted: str | None = None

    def as_dict(self) -> dict[str, object]:
        """Return the finding in the shape that ``--json`` and ``post.json`` promise."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "hint": self.hint,
            "file": self.where.file,
            "line": self.where.line,
            "column": self.where.column,
            "field": self.where.field,
            "slide": self.slide,
        }


def error(code: str, message: str, hint: str = "", *, field: str | None = None) -> Finding:
    """Return a finding of severity error about a field."""
    return Finding(code, Severity.ERROR, message, hint, Where(field=field))


def warning(code: str, message: str, hint: str = "", *, field: str | None = None) -> Finding:
    """Return a finding of severity warning about a field."""
    return Finding(code, Severity.WARNING, message, hint, Where(field=field))


def info(code: str, message: str, hint: str = "", *, field: str | None = None) -> Finding:
    """Return a finding of severity info about a field."""
    return Finding(code, Severity.INFO, message, hint, Where(field=field))


class Source(NamedTuple):
    """Where a value was read from: its file's name, lines, and the place (line, column) of each field.

    ``findings`` are what reading noticed although the file makes a post. ``behind`` is the file that
    holds what this one leaves to it: of a translation, the post.
    """

    file: str
    places: Mapping[str, tuple[int, int]] = {}
    lines: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    behind: Source | None = None

    def locate(self, finding: Finding) -> Finding:
        """Return the finding with file, line, column and quoted line filled in from its field."""
        field = finding.where.field
        if finding.where.file is not None or field is None:
            return finding
        source = self._holding(field)
        line, column = source._place(field)
        quoted = source.lines[line - 1] if line and line <= len(source.lines) else None
        where = Where(source.file, line, column, field)
        return finding._replace(where=where, quoted=finding.quoted or quoted)

    def _holding(self, path: str) -> Source:
        """Return the one of the files that holds a field, or most of the way to it."""
        while path and path not in self.places and self.behind is not None:
            if path in self.behind.places:
                return self.behind
            path = _around(path)
        return self

    def _place(self, path: str) -> tuple[int | None, int | None]:
        """Return the place of a field, or of the nearest field around it that was written."""
        while path:
            if path in self.places:
                return self.places[path]
            path = _around(path)
        return self.places.get("", (None, None))


def _around(path: str) -> str:
    """Return the path of what holds a field: ``slides[2]`` of ``slides[2].title``; empty for the file."""
    cut = max(path.rfind("."), path.rfind("["))
    return path[:cut] if cut > 0 else ""


class SwipewellError(Exception):
    """An error for people: findings to show and the exit code that goes with them."""

    exit_code = 3

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(f.message for f in self.findings))


class InputError(SwipewellError):
    """Input that does not make a post, a brand or a theme, or a command used wrongly."""

    exit_code = 2


class RenderError(SwipewellError):
    """A render or a write that failed."""

    exit_code = 3


def worst(findings: Iterable[Finding]) -> Severity | None:
    """Return the gravest severity among the findings, None where there are none."""
    order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    present = {finding.severity for finding in findings}
    return next((severity for severity in order if severity in present), None)
