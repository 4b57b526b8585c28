"""All posts of a command to results, one after the other, and to one exit code."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence

from swipewell.carousel import Studio
from swipewell.cli.inputs import find_posts
from swipewell.cli.interrupt import heed
from swipewell.cli.light import import_yaml
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

_GRAVEST_FIRST = (3, 2, 1)

_COLLECT_AFTER = 50_000
"""How many objects more than before are worth a look; Python's own 700 would cost a tenth of a post."""


def run_check(arguments: Sequence[str], settings: Settings, report: Report) -> int:
    """Check the posts that the arguments name; return the exit code."""
    entries = _without_namesakes(_read(arguments, settings))
    return _reported(_each(entries, check_draft, settings), report)


def run_render(arguments: Sequence[str], settings: Settings, report: Report) -> int:
    """Render the posts that the arguments name; return the exit code.

    Where two would be written to one folder, nothing is.
    """
    read = _read(arguments, settings)
    entries = _without_namesakes(read, "nothing was rendered")
    if any(one is not other for one, other in zip(entries, read, strict=True)):
        entries = [entry for entry in entries if isinstance(entry, Result)]
    return _reported(_each(entries, render_draft, settings), report)


def _read(arguments: Sequence[str], settings: Settings) -> list[Draft | Result]:
    """Return every post that could be read, and a result for all that could not."""
    import_yaml()
    inputs = find_posts(arguments)
    desk = Desk(settings)
    return [
        *(unmet(fault) for fault in inputs.faults),
        *(draft for path in inputs.paths for draft in desk.read(path)),
    ]


def unmet(fault: Finding) -> Result:
    """Return the result for an argument behind which there is no post."""
    path = fault.where.file or ""
    return Result(path, "failed", findings=(fault,), exit_code=InputError.exit_code)


def _without_namesakes(entries: list[Draft | Result], note: str = "") -> list[Draft | Result]:
    """Return the entries with a failed result for each draft whose folder is another's as well."""
    clashes = namesakes(entry for entry in entries if isinstance(entry, Draft))
    return [
        clash(entry, clashes[entry.path, entry.slug], note)
        if isinstance(entry, Draft) and (entry.path, entry.slug) in clashes
        else entry
        for entry in entries
    ]


def clash(draft: Draft, finding: Finding, note: str = "") -> Result:
    """Return the result of a draft whose folder is another's as well."""
    code = InputError.exit_code
    failed = Result(
        draft.path, "failed", draft.slug, findings=(finding,), exit_code=code, note=note
    )
    return failed.about(draft)


def _each(
    entries: Iterable[Draft | Result],
    work: Callable[[Draft, Settings, Studio], Result],
    settings: Settings,
) -> Iterator[Result]:
    """Yield a result for every entry, in order; what has failed already stays as it is."""
    studio = Studio()
    for number, entry in enumerate(entries):
        if number == 1:
            _collect_from_now_on()
        heed()
        yield entry if isinstance(entry, Result) else work(entry, settings, studio).about(entry)
    heed()


def _collect_from_now_on() -> None:
    """Look for rubbish from now on, but not among what the start and the first post have made."""
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)
    gc.enable()


def _reported(results: Iterable[Result], report: Report) -> int:
    """Hand every result to the report as it comes; return the exit code of them all."""
    codes = set()
    for result in results:
        codes.add(result.exit_code)
        report.add(result)
    code = next((code for code in _GRAVEST_FIRST if code in codes), 0)
    report.end(code)
    return code
