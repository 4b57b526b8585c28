"""Posts behind addresses: brought here for a while, and told of as they were named."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from swipewell.batch.far import Far, fetched, is_address
from swipewell.cli.report import Report, cleared
from swipewell.cli.work import Hands, Result, Settings
from swipewell.findings import SwipewellError

T = TypeVar("T")


class _Retelling:
    """A report in which folders of this machine have the addresses that they stand for."""

    def __init__(self, report: Report, places: Mapping[str, str]) -> None:
        self._report = report
        self._places = places

    def add(self, result: Result) -> None:
        """Pass a result on."""
        self._report.add(retold(result, self._places))

    def cleared(self, folders: Sequence[str]) -> None:
        """Pass the folders on."""
        cleared(self._report, folders)

    def end(self, code: int) -> None:
        """Pass the end on."""
        self._report.end(code)


@contextmanager
def brought(arguments: Sequence[str], report: Report) -> Iterator[tuple[Sequence[str], Report]]:
    """Give arguments and a report in which what lies behind addresses is here for a while.

    InputError where a library is missing, RenderError where an address cannot be read.
    """
    if not any(map(is_address, arguments)):
        yield arguments, report
        return
    with (
        tempfile.TemporaryDirectory(prefix="swipewell-") as folder,
        fetched(arguments, Path(folder)) as (paths, places),
    ):
        yield paths, _Retelling(report, places)


def run_far(
    arguments: Sequence[str],
    settings: Settings,
    report: Report,
    hands: Hands,
    run: Callable[[Sequence[str], Settings, Report, Hands], int],
) -> int:
    """Run with what lies behind addresses, or on other machines; return the exit code.

    Where one cannot be reached at all, that is the one result of the run.
    """
    try:
        if is_address(settings.out):
            Far.at(settings.out)
        with brought(arguments, report) as (paths, retelling):
            return run(paths, settings, retelling, hands)
    except SwipewellError as fault:
        place = fault.findings[0].where.file or hands.on or settings.out
        failed = Result(place, "failed", findings=fault.findings, exit_code=fault.exit_code)
        report.add(failed)
        report.end(fault.exit_code)
        return fault.exit_code


def retold(value: T, places: Mapping[str, str]) -> T:
    """Return a named tuple with the folders in its texts told by what they stand for."""
    told: Any = value
    if isinstance(value, str):
        for here, there in places.items():
            told = told.replace(here, there)
    elif isinstance(value, tuple):
        inner = (retold(one, places) for one in value)
        told = value._make(inner) if hasattr(value, "_make") else tuple(inner)
    return told  # type: ignore[no-any-return]  # of the type it was
