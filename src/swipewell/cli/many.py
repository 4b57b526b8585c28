"""Many posts at once: known ones told, others read and rendered by a crew, in the order of inputs.

Posts are read by the crew as well, and travel on as bytes: which folder each will have is known
before any is written, and ten thousand posts weigh no more here than their files do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from swipewell.batch.crew import Crew, Solo, cores
from swipewell.batch.far import is_address, prune_far
from swipewell.batch.flow import in_order
from swipewell.batch.index import Entry, Index, digest_of
from swipewell.batch.prune import prune
from swipewell.cli.inputs import Inputs
from swipewell.cli.interrupt import heed, put_off_between
from swipewell.cli.light import import_yaml
from swipewell.cli.progress import on_screen, on_terminal
from swipewell.cli.report import HumanReport, Report, cleared
from swipewell.cli.sealed import Sealed, lost, read, rendered, unread
from swipewell.cli.terminal import put
from swipewell.cli.work import (
    Hands,
    Result,
    Settings,
    clash,
    namesakes,
    unmet,
)
from swipewell.findings import Finding, Severity, SwipewellError, Where
from swipewell.store import MANIFEST, read_manifest, stem_of, stems_under_way

_EACH = 4
"""A process more is worth its start for so many posts."""

_OF_WRITING = frozenset({"file-kept-aside", "write-unsure", "folder-left-over"})
"""What is said once, when it happens."""


class Workers(Protocol):
    """Whoever does the work: a crew of processes here, or machines elsewhere."""

    def read(
        self, settings: Settings, paths: Sequence[str]
    ) -> Iterator[tuple[int, list[Result | Sealed]]]:
        """Yield the position of every file, and its posts or what is wrong with it, as they finish."""

    def render(self, settings: Settings, posts: Sequence[Sealed]) -> Iterator[tuple[int, Result]]:
        """Yield the position of every post, and what became of it, as they finish."""


class _Here:
    """Workers of this machine."""

    def __init__(self, crew: Crew | Solo) -> None:
        self._crew = crew

    def __enter__(self) -> Workers:
        self._crew.__enter__()
        return self

    def __exit__(self, *met: object) -> None:
        self._crew.__exit__(*met)

    def read(
        self, settings: Settings, paths: Sequence[str]
    ) -> Iterator[tuple[int, list[Result | Sealed]]]:
        """Yield the position of every file, and its posts or what is wrong with it."""
        return put_off_between(self._crew.results(partial(read, settings), paths, unread))

    def render(self, settings: Settings, posts: Sequence[Sealed]) -> Iterator[tuple[int, Result]]:
        """Yield the position of every post, and what became of it."""
        return put_off_between(self._crew.results(partial(rendered, settings), posts, lost))


def run_many(inputs: Inputs, settings: Settings, report: Report, hands: Hands) -> Iterator[Result]:
    """Yield a result for every post of the inputs, and for every fault; the report hears of the rest."""
    faults = tuple(map(unmet, inputs.faults))
    import_yaml()
    # A run has one day, be it over midnight: what it knows of posts is known as of that day.
    settings = settings._replace(today=settings.today or dt.date.today())
    with workers_of(hands, len(inputs.paths)) as workers:
        many = Many(inputs.paths, settings, workers)
        many.settle()
        if isinstance(report, HumanReport):
            report.brief = on_screen()
        results = chain(faults, many.results())
        failed = False
        for result in on_terminal(results, len(faults) + many.count):
            failed = failed or result.exit_code > 1
            yield result
    if hands.prune:
        yield from _cleared(settings.out, None if failed else many.slugs, report)


def _cleared(out: str, slugs: frozenset[str] | None, report: Report) -> Iterator[Result]:
    """Remove the folders of posts that are gone, and yield a result where one could not be.

    Where posts could not be read, nobody knows their slugs, and every folder is left alone.
    """
    if slugs is None:
        put("nothing was removed, because not all posts could be rendered", err=True)
        cleared(report, ())
        return
    try:
        if is_address(out):
            cleared(report, prune_far(out, slugs))
        else:
            cleared(report, prune(out, slugs))
    except SwipewellError as fault:
        yield Result(out, "failed", findings=fault.findings, exit_code=fault.exit_code)


def workers_of(hands: Hands, posts: int) -> AbstractContextManager[Workers]:
    """Return who does the work on so many posts: as many as asked for, else all cores that are worth it."""
    if hands.on is not None:
        from swipewell.cli.cluster import Cluster  # an extra: most people have one machine

        return Cluster(hands.on)
    jobs = hands.jobs or max(1, min(cores(), posts // _EACH))
    return _Here(Solo() if jobs == 1 else Crew(jobs))


class Many:
    """A run over many files of posts."""

    def __init__(self, paths: Sequence[str], settings: Settings, workers: Workers) -> None:
        self._paths = paths
        self._settings = settings
        self._workers = workers
        self._index = Index.read(settings.out, [settings._replace(force=False)])
        self._known: dict[str, tuple[Result, ...]] = {}
        self._inputs: dict[str, tuple[str, ...]] = {}
        self._count: dict[str, int] = {}
        self._fresh: dict[str, list[Result]] = {}
        self._entries: list[Result | Sealed] = []

    @property
    def count(self) -> int:
        """Return how many posts there are."""
        return len(self._entries)

    @property
    def slugs(self) -> frozenset[str]:
        """Return the names of all posts' folders."""
        return frozenset(entry.slug for entry in self._entries if entry.slug is not None)

    def settle(self) -> None:
        """Find out which posts there are: what is known is taken from the index, the rest is read.

        Where two would be written to one folder, only what says so is left, and other faults.
        """
        self._known = {} if self._settings.force else dict(self._told())
        read = self._read([path for path in self._paths if path not in self._known])
        again = self._doubles(read)  # known ones among them, to be told of with their places
        read |= self._read([path for path in self._known if path in again])
        for path in again & self._known.keys():
            del self._known[path]
        self._entries = [
            entry for path in self._paths for entry in self._known.get(path) or read[path]
        ]
        self._without_clashes()

    def _without_clashes(self) -> None:
        drafts = [entry for entry in self._entries if isinstance(entry, Sealed)]
        doubles = _repeated(entry.slug for entry in drafts)
        clashing = [entry.draft for entry in drafts if entry.slug.casefold() in doubles]
        if not clashing:
            return
        found = namesakes(clashing)
        results = {
            (one.path, one.slug): clash(one, found[one.path, one.slug], "nothing was rendered")
            for one in clashing
        }
        self._known = {}
        self._entries = [
            entry if isinstance(entry, Result) else results[entry.path, entry.slug]
            for entry in self._entries
            if (isinstance(entry, Result) and entry.status == "failed")
            or (entry.path, entry.slug) in results
        ]

    def results(self) -> Iterator[Result]:
        """Yield a result for every post, in order; at the end, keep what the next run should know."""
        posts = [entry for entry in self._entries if isinstance(entry, Sealed)]
        done = in_order(self._workers.render(self._settings, posts))
        for entry in self._entries:
            if isinstance(entry, Result):
                yield entry
            else:
                result = next(done)
                self._fresh.setdefault(entry.path, []).append(result)
                yield result
            heed()
        others = self._index.others(self._paths)  # of another run into the same folder
        self._index.write(self._sound(), (*self._known, *others))

    def _told(self) -> Iterator[tuple[str, tuple[Result, ...]]]:
        """Yield the paths whose posts are known to be unchanged, with what was said of them."""
        if self._settings.approved_only:  # what was signed is not in the index
            return
        under_way = stems_under_way(Path(self._settings.out))
        for path in self._paths:
            told = self._index.told(path) if path != "-" else None
            if told:
                results = tuple(map(_result, told))
                if not any(_disturbed(result, under_way) for result in results):
                    yield path, results

    def _read(self, paths: Sequence[str]) -> dict[str, list[Result | Sealed]]:
        """Return the posts of some files, and results for what could not be read."""
        own = [path for path in paths if path == "-"]  # standard input is this process's alone
        others = [path for path in paths if path != "-"]
        lists = in_order(self._workers.read(self._settings, others))
        here = (read(self._settings, path) for path in own)
        both = chain(zip(own, here, strict=True), zip(others, lists, strict=True))
        found: dict[str, list[Result | Sealed]] = dict(both)
        for path, entries in found.items():
            self._count[path] = len(entries)
            sealed = (entry for entry in entries if isinstance(entry, Sealed))
            self._inputs[path] = tuple({file: None for entry in sealed for file in entry.inputs})
        return found

    def _doubles(self, read: Mapping[str, Iterable[Result | Sealed]]) -> frozenset[str]:
        """Return the known paths that have a slug in common with another post."""
        slugs = [
            (entry.slug.casefold(), path)
            for path, entries in (*self._known.items(), *read.items())
            for entry in entries
            if entry.slug is not None
        ]
        twice = _repeated(slug for slug, _ in slugs)
        return frozenset(path for slug, path in slugs if slug in twice)

    def _sound(self) -> Iterator[Entry]:
        """Yield what the next run should know: the files all of whose posts are there as they should be."""
        for path, results in self._fresh.items():
            outputs = {result.out: _written(result) for result in results if result.out}
            written = {out: files for out, files in outputs.items() if files}
            if len(written) == len(results) == self._count[path] and path != "-":
                told = [_as_data(result) for result in results]
                yield Entry(path, self._index.brand(path), self._inputs[path], written, told)


def _repeated(slugs: Iterable[str]) -> frozenset[str]:
    """Return the slugs, without capitals, that come more than once."""
    seen: set[str] = set()
    twice: set[str] = set()
    for slug in map(str.casefold, slugs):
        (twice if slug in seen else seen).add(slug)
    return frozenset(twice)


def _disturbed(result: Result, under_way: frozenset[str]) -> bool:
    """Say whether another run is at work on a post's folder, or was killed at it."""
    folder = Path(result.out or "")
    return stem_of(folder) in under_way or folder.is_symlink()


def _written(result: Result) -> Mapping[str, str] | None:
    """Return the files of a post's folder with their SHA-256, None where they are not this run's."""
    if result.status == "failed" or any(f.code in _OF_WRITING for f in result.findings):
        return None
    folder = Path(result.out or "")
    manifest: Any = read_manifest(folder) or {}
    digest = digest_of(folder / MANIFEST)
    if digest is None or digest != result.manifest:
        return None
    return {**manifest["outputs"], MANIFEST: digest}


def _as_data(result: Result) -> dict[str, Any]:
    """Return a result as plain data."""
    findings = [[*finding[:4], list(finding.where), *finding[5:]] for finding in result.findings]
    return {**result._asdict(), "findings": findings}


def _result(data: Mapping[str, Any]) -> Result:
    """Return a result out of plain data; what was rendered then is unchanged now."""
    findings = tuple(
        Finding(code, Severity(severity), message, hint, Where(*where), slide, quoted)
        for code, severity, message, hint, where, slide, quoted in data["findings"]
    )
    whole = {**data, "findings": findings, "slides": tuple(data["slides"]), "status": "unchanged"}
    return Result(**whole)
