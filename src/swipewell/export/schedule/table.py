"""Entries to a scheduler's CSV files: its columns, a row an entry, no more rows than it takes.

UTF-8 without a byte order mark, which some importers take for a part of the first column's name;
lines within a cell end in a line feed, rows in carriage return and line feed (RFC 4180).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from swipewell.export.artifact import Artifact
from swipewell.export.schedule.entry import Entry, Reach
from swipewell.findings import Finding, error
from swipewell.named import NamedTuple
from swipewell.reading.names import listed

Row = Callable[[Entry, Reach], Sequence[str]]


class Scheduler(NamedTuple):
    """How a scheduler wants to be told: its columns, and a row of as many cells for an entry.

    ``most_pictures`` is 10 for all that post through Instagram's API; ``most_rows`` holds for a file.
    """

    name: str
    columns: tuple[str, ...]
    row: Row
    most_rows: int | None = None
    most_pictures: int = 10


def tables(scheduler: Scheduler, entries: Sequence[Entry], reach: Reach) -> list[Artifact]:
    """Return a scheduler's files: one, or several with numbers where it takes fewer rows at once."""
    rows = [list(scheduler.row(entry, reach)) for entry in entries]
    parts = list(_parts(rows, scheduler.most_rows))
    names = [f"{scheduler.name}.csv"]
    if len(parts) > 1:
        names = [f"{scheduler.name}-{number}.csv" for number in range(1, len(parts) + 1)]
    return [
        Artifact(name, as_csv([scheduler.columns, *part]))
        for name, part in zip(names, parts, strict=True)
    ]


def fits(entry: Entry, scheduler: Scheduler) -> bool:
    """Return whether a scheduler can post an entry: it has not too many slides."""
    return len(entry.pictures) <= scheduler.most_pictures


def left_out(entry: Entry, schedulers: Sequence[Scheduler]) -> Iterator[Finding]:
    """Yield an error where an entry has more slides than schedulers post, and what to shorten."""
    refusing = [one for one in schedulers if not fits(entry, one)]
    if not refusing:
        return
    most = min(one.most_pictures for one in refusing)
    count, names = len(entry.pictures), listed([one.name for one in refusing])
    verb, whose = ("posts", "its file") if len(refusing) == 1 else ("post", "their files")
    message = f"“{entry.title}” has {count} slides; {names} {verb} at most {most}."
    hint = f"Shorten it by {count - most}, or make two posts of it; it is not in {whose}."
    yield error("too-many-slides", message, hint, field="exports")


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows of cells as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def _parts(rows: list[list[str]], most: int | None) -> Iterator[list[list[str]]]:
    """Yield rows in parts of at most so many; one part without rows where there are none."""
    if most is None or not rows:
        yield rows
        return
    for start in range(0, len(rows), most):
        yield rows[start : start + most]
