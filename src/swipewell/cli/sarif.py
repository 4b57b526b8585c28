"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines they are about.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from swipewell.cli.terminal import put
from swipewell.findings import Finding, Severity

if TYPE_CHECKING:
    from swipewell.cli.work import Result

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class SarifReport:
    """One SARIF log on standard output, with the rules that its results refer to."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Finding], None] = {}

    def add(self, result: Result) -> None:
        """Keep the findings of a post; those of a brand come again with each of its posts."""
        for finding in result.findings:
            self._found[(finding.where.file or result.path, finding)] = None

    def cleared(self, folders: Sequence[str]) -> None:
        """Say nothing of folders: the log is of findings."""

    def end(self, code: int) -> None:
        """Print the log, in UTF-8 whatever the terminal speaks."""
        import json

        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8")
        put(json.dumps(_log(list(self._found), code), ensure_ascii=False, indent=2))


def _log(found: list[tuple[str, Finding]], code: int) -> dict[str, Any]:
    from swipewell.version import __version__

    codes = list(dict.fromkeys(finding.code for _, finding in found))
    driver = {"name": "swipewell", "version": __version__, "rules": [_rule(one) for one in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": code < 2, "exitCode": code}],
        "results": [_result(path, finding, codes.index(finding.code)) for path, finding in found],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    """Return a rule's entry; one that is no rule, but a fault of reading or setting, has its code alone."""
    from swipewell.rules.rule import rule_called

    rule = rule_called(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title}: {rule.why}"},
        "help": {"text": rule.instead},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"category": rule.family},
    }


def _result(path: str, finding: Finding, index: int) -> dict[str, Any]:
    text = f"{finding.message} {finding.hint}".strip()
    region = {"startLine": finding.where.line, "startColumn": finding.where.column}
    place: dict[str, Any] = {"artifactLocation": {"uri": _address(path)}}
    if finding.where.line:
        place["region"] = {name: value for name, value in region.items() if value}
    fix = _fix(path, finding)
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
        **({"fixes": [fix]} if fix else {}),
    }


def _fix(path: str, finding: Finding) -> dict[str, Any] | None:
    """Return what may be exchanged in the file, None where no words are safe, or it is unclear which are meant.

    A text that goes on over several lines is left alone: its words may be divided there.
    """
    from swipewell.rules.wording import replacement

    line, column, quoted = finding.where.line, finding.where.column, finding.quoted
    change = replacement(finding) if line and column and quoted else None
    if change is None or quoted is None or column is None:
        return None
    old, new = change
    if quoted.count(old, column - 1) != 1:
        return None
    start = quoted.index(old, column - 1) + 1
    region = {
        "startLine": line,
        "startColumn": start,
        "endLine": line,
        "endColumn": start + len(old),
    }
    exchange = {"deletedRegion": region, "insertedContent": {"text": new}}
    artifact = {"artifactLocation": {"uri": _address(path)}, "replacements": [exchange]}
    return {
        "description": {"text": f"Write “{new}” instead of “{old}”."},
        "artifactChanges": [artifact],
    }


def _address(path: str) -> str:
    """Return a path as a URI: relative ones stay relative to where the command was given."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
