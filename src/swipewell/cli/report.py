"""Results in the form asked for: lines for people, one JSON object, or GitHub's annotations."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from swipewell.cli.terminal import harmless, has_colour, put, styled
from swipewell.findings import Finding, Severity

if TYPE_CHECKING:
    from swipewell.cli.work import Result


class Report(Protocol):
    """Takes the results of a run as they come, and the exit code at its end."""

    def add(self, result: Result) -> None:
        """Take the next result."""

    def end(self, code: int) -> None:
        """Finish the report."""


@runtime_checkable
class Clearing(Protocol):
    """A report that tells which folders were removed, too."""

    def cleared(self, folders: Sequence[str]) -> None:
        """Take the folders that were removed because their posts are gone."""


def cleared(report: Report, folders: Sequence[str]) -> None:
    """Let a report know which folders were removed, if that is of interest to it."""
    if isinstance(report, Clearing):
        report.cleared(folders)


class HumanReport:
    """Findings to standard error, each once a run; a line a post to standard output.

    Where it is ``brief``, only posts that failed have their line.
    """

    def __init__(self) -> None:
        self.brief = False
        self._colour = has_colour(sys.stderr)
        self._statuses: Counter[str] = Counter()
        self._told: dict[Finding, None] = {}

    def add(self, result: Result) -> None:
        """Tell what is new in a result: a brand's findings come again with each of its posts."""
        self.tell(result.findings, result.path)
        self._statuses[result.status] += 1
        if not self.brief or result.status == "failed":
            put(_line(result, has_colour(sys.stdout)))

    def tell(self, findings: Iterable[Finding], path: str) -> None:
        """Tell what is new among findings; ``path`` is what those without a file are about."""
        for finding in findings:
            if finding not in self._told:
                from swipewell.cli.quote import quoted  # many posts give nothing to say

                self._told[finding] = None
                put(quoted(finding, path, colour=self._colour), err=True)

    def cleared(self, folders: Sequence[str]) -> None:
        """Tell of each folder that was removed."""
        for folder in folders:
            put(f"removed   {harmless(folder)} (its post is gone)")

    def end(self, code: int) -> None:
        """Sum up, where there is more than one post or something was found."""
        posts = self._statuses.total()
        if posts == 1 and not self._told:
            return
        done = ", ".join(f"{count} {status}" for status, count in self._statuses.items())
        found = ", ".join(_counted(count, what) for what, count in _weighed(self._told) if count)
        whole = f"{_counted(posts, 'post')}: {done}" + (f"; {found}" if found else "")
        put(styled(whole, "dim" if code == 0 else "strong", self._colour), err=True)


def _line(result: Result, colour: bool) -> str:
    """Return the line of a post: what became of it, its path, where it is now."""
    style = "error" if result.status == "failed" else "strong"
    parts = [styled(f"{result.status:<9}", style, colour), harmless(result.path)]
    if result.out is not None:
        parts.append(f"-> {harmless(result.out)}")
    note = result.note or (_counted(len(result.slides), "slide") if result.slides else "")
    return " ".join([*parts, f"({note})"] if note else parts)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _weighed(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    """Return how many findings there are of each severity, the gravest first."""
    count = Counter(finding.severity for finding in findings)
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    return [(name, count[severity]) for severity, name in names.items()]


class JsonReport:
    """One JSON object on standard output, and nothing else."""

    def __init__(self) -> None:
        self._results: list[Result] = []
        self._cleared: Sequence[str] | None = None
        self.besides: dict[str, Any] = {}
        """What a command has to tell besides its posts."""

    def add(self, result: Result) -> None:
        """Keep a result for the end."""
        self._results.append(result)

    def cleared(self, folders: Sequence[str]) -> None:
        """Keep the folders for the end."""
        self._cleared = folders

    def end(self, code: int) -> None:
        """Print the object, in UTF-8 whatever the terminal speaks."""
        import json

        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8")
        told = _object(self._results, code) | self.besides
        if self._cleared is not None:
            told["summary"]["removed"] = list(self._cleared)
        put(json.dumps(told, ensure_ascii=False, indent=2))


def _object(results: Sequence[Result], code: int) -> dict[str, Any]:
    """Return the object that `--json` promises."""
    from swipewell.version import __version__

    statuses = Counter(result.status for result in results)
    found = Counter(finding.severity for result in results for finding in result.findings)
    return {
        "version": __version__,
        "posts": [_post(result) for result in results],
        "summary": {
            "posts": len(results),
            **{name: statuses[name] for name in ("rendered", "unchanged", "checked", "failed")},
            "findings": {str(severity): found[severity] for severity in Severity},
            "exit_code": code,
        },
    }


def _post(result: Result) -> dict[str, Any]:
    return {
        "path": result.path,
        "slug": result.slug,
        "language": result.language,
        "translation_of": result.translation_of,
        "status": result.status,
        "out": result.out,
        "slides": list(result.slides),
        "findings": [finding.as_dict() for finding in result.findings],
    }


class GithubReport:
    """A workflow command of GitHub's for each finding, on standard output."""

    _LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

    def add(self, result: Result) -> None:
        """Print the annotations of a post."""
        for finding in result.findings:
            where = finding.where
            place = {"file": where.file or result.path, "line": where.line, "col": where.column}
            listed = ",".join(f"{k}={_property(v)}" for k, v in place.items() if v is not None)
            text = f"{finding.message} {finding.hint}".strip() + f" ({finding.code})"
            put(f"::{self._LEVELS[finding.severity]} {listed}::{_data(text)}")

    def end(self, code: int) -> None:
        """Say no more."""


def _data(text: str) -> str:
    """Return a text as GitHub's workflow commands take it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str | int) -> str:
    """Return a property's value as GitHub's workflow commands take it."""
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")
