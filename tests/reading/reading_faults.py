"""What the tests of reading share: a fault as a row of a table, and the findings of a text."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from swipewell.findings import Finding, InputError
from swipewell.reading import parse_post

NOWHERE = Path("no-such-folder")


class Case(NamedTuple):
    """A text, and the one finding that must be among those it makes."""

    text: str
    code: str
    line: int
    column: int
    field: str | None
    words: str
    """Parts of message and hint, divided by ` … `; each must occur."""


def faults_of(
    text: str | bytes, name: str = "post.yaml", folder: Path = NOWHERE
) -> tuple[Finding, ...]:
    """Return what is found in a post: its faults, or what was noticed though it makes one."""
    data = text.encode() if isinstance(text, str) else text
    try:
        source = parse_post(data, name, folder).source
    except InputError as refused:
        findings = refused.findings
    else:
        return source.findings if source else ()
    assert findings, "an error that says nothing"
    return findings


def told(findings: tuple[Finding, ...]) -> list[tuple[str, int | None, int | None, str | None]]:
    """Return code and place of findings."""
    return [(f.code, f.where.line, f.where.column, f.where.field) for f in findings]


def assert_found(findings: tuple[Finding, ...], case: Case, name: str = "post.yaml") -> None:
    """Assert that a case's finding is among the findings, with its place, words and quoted line."""
    assert (case.code, case.line, case.column, case.field) in told(findings)
    for finding in findings:
        if (finding.code, finding.where.line, finding.where.column) == case[1:4]:
            said = f"{finding.message} {finding.hint}"
            assert finding.where.file == name
            assert finding.quoted == case.text.splitlines()[case.line - 1]
            for part in case.words.split(" … "):
                assert part in said
            return
