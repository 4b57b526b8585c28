"""All posts of a command to results, one after the other, and to one exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from swipewell.cli.inputs import find_posts
from swipewell.cli.report import Report
from swipewell.cli.work import (
    Desk,
    Draft,
    Result,
    Settings,
    check_draft,
    namesakes,
    render_draft,
)
from swipewell.findings import Finding, InputError
from swipewell.pipeline import Studio

_GRAVEST_FIRST = (3, 2, 1)


def run_check(arguments: Sequence[str], settings: Settings, report: Report) -> int:
    """Check the posts that the arguments name; return the exit code."""
    entries = _read(arguments, settings)
    clashes = namesakes(entry for entry in entries if isinstance(entry, Draft))
    return _reported(_each(entries, clashes, check_draft, settings), report)


def run_render(arguments: Sequence[str], settings: Settings, report: Report) -> int:
    """Render the posts that the arguments name; return the exit code.

    Where two would be written to one folder, nothing is.
    """
    entries = _read(arguments, settings)
    clashes = namesakes(entry for entry in entries if isinstance(entry, Draft))
    if clashes:
        entries = [
            entry for entry in entries if isinstance(entry, Result) or entry.path in clashes
        ]
    return _reported(_each(entries, clashes, render_draft, settings), report)


def _read(arguments: Sequence[str], settings: Settings) -> list[Draft | Result]:
    """Return every post that could be read, and a result for all that could not."""
    inputs = find_posts(arguments)
    desk = Desk(settings)
    return [
        *(_unmet(fault) for fault in inputs.faults),
        *(desk.read(path) for path in inputs.paths),
    ]


def _unmet(fault: Finding) -> Result:
    """Return the result for an argument behind which there is no post."""
    path = fault.where.file or ""
    return Result(path, "failed", findings=(fault,), exit_code=InputError.exit_code)


def _each(
    entries: Iterable[Draft | Result],
    clashes: dict[str, Finding],
    work: Callable[[Draft, Settings, Studio], Result],
    settings: Settings,
) -> Iterator[Result]:
    """Yield a result for every entry, in order; what has failed already stays as it is."""
    studio = Studio()
    for entry in entries:
        if isinstance(entry, Result):
            yield entry
        elif entry.path in clashes:
            findings = (clashes[entry.path],)
            code = InputError.exit_code
            yield Result(entry.path, "failed", entry.slug, findings=findings, exit_code=code)
        else:
            yield work(entry, settings, studio)


def _reported(results: Iterable[Result], report: Report) -> int:
    """Hand every result to the report as it comes; return the exit code of them all."""
    codes = set()
    for result in results:
        codes.add(result.exit_code)
        report.add(result)
    code = next((code for code in _GRAVEST_FIRST if code in codes), 0)
    report.end(code)
    return code
