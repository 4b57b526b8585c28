"""All posts of a command to results, one after the other, and to one exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from swipewell.batch.rubbish import collect_from_now_on
from swipewell.carousel import Studio
from swipewell.cli.inputs import Inputs, find_posts
from swipewell.cli.interrupt import heed
from swipewell.cli.light import import_yaml
from swipewell.cli.report import Report
from swipewell.cli.work import (
    Desk,
    Draft,
    Hands,
    Result,
    Settings,
    check_draft,
    clash,
    namesakes,
    render_draft,
    unmet,
)

_GRAVEST_FIRST = (3, 2, 1)

_ONE = Hands(1)


def run_check(
    arguments: Sequence[str],
    settings: Settings,
    report: Report,
    work: Callable[[Draft, Settings, Studio], Result] = check_draft,
) -> int:
    """Check the posts that the arguments name, or do other work on them; return the exit code."""
    entries = _without_namesakes(_read(find_posts(arguments), settings))
    return _reported(_each(entries, work, settings), report)


def run_render(
    arguments: Sequence[str], settings: Settings, report: Report, hands: Hands = _ONE
) -> int:
    """Render the posts that the arguments name; return the exit code.

    Where two would be written to one folder, nothing is. More than a few posts are many hands' work.
    """
    inputs = find_posts(arguments)
    if hands.are_wanted(len(inputs.paths)):
        from swipewell.cli.many import run_many  # a single post has no use for it

        return _reported(run_many(inputs, settings, report, hands), report)
    read = _read(inputs, settings)
    entries = _without_namesakes(read, "nothing was rendered")
    if any(one is not other for one, other in zip(entries, read, strict=True)):
        entries = [entry for entry in entries if isinstance(entry, Result)]
    return _reported(_each(entries, render_draft, settings), report)


def _read(inputs: Inputs, settings: Settings) -> list[Draft | Result]:
    """Return every post that could be read, and a result for all that could not."""
    import_yaml()
    desk = Desk(settings)
    return [
        *(unmet(fault) for fault in inputs.faults),
        *(draft for path in inputs.paths for draft in desk.read(path)),
    ]


def _without_namesakes(entries: list[Draft | Result], note: str = "") -> list[Draft | Result]:
    """Return the entries with a failed result for each draft whose folder is another's as well."""
    clashes = namesakes(entry for entry in entries if isinstance(entry, Draft))
    return [
        clash(entry, clashes[entry.path, entry.slug], note)
        if isinstance(entry, Draft) and (entry.path, entry.slug) in clashes
        else entry
        for entry in entries
    ]


def _each(
    entries: Iterable[Draft | Result],
    work: Callable[[Draft, Settings, Studio], Result],
    settings: Settings,
) -> Iterator[Result]:
    """Yield a result for every entry, in order; what has failed already stays as it is."""
    studio = Studio()
    for number, entry in enumerate(entries):
        if number == 1:
            collect_from_now_on()  # what the start and the first post have made lasts
        heed()
        yield entry if isinstance(entry, Result) else work(entry, settings, studio).about(entry)
    heed()


def _reported(results: Iterable[Result], report: Report) -> int:
    """Hand every result to the report as it comes; return the exit code of them all."""
    codes = set()
    for result in results:
        codes.add(result.exit_code)
        report.add(result)
    code = next((code for code in _GRAVEST_FIRST if code in codes), 0)
    report.end(code)
    return code
