"""Posts rendered again whenever something that they are made of is saved, until Ctrl-C."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NoReturn

from swipewell.carousel import Studio
from swipewell.cli.inputs import find_posts
from swipewell.cli.interrupt import heed
from swipewell.cli.light import import_yaml
from swipewell.cli.report import Report
from swipewell.cli.terminal import put
from swipewell.cli.work import (
    INTERNAL,
    Desk,
    Draft,
    Result,
    Settings,
    clash,
    namesakes,
    render_draft,
    unmet,
)
from swipewell.export.kept import Kept
from swipewell.findings import Finding
from swipewell.named import NamedTuple
from swipewell.watch import (
    Stamps,
    beginning,
    changed,
    folders_of,
    has_fonts,
    needs_watchfiles,
    parts_of,
    saves,
    stamped,
)


class _Watched(NamedTuple):
    """A file of posts: what it is made of, as that was when it was read, and what became of it."""

    stamps: Stamps
    drafts: tuple[Draft, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def has_failed(self) -> bool:
        """Say whether a post failed: what would mend it may be a file nobody knows of yet."""
        return any(
            result.status == "failed" and result.exit_code != INTERNAL for result in self.results
        )


def run_watch(
    arguments: Sequence[str], settings: Settings, report: Callable[[], Report]
) -> NoReturn:
    """Render the posts that the arguments name, and again what changes; ends with an interrupt.

    Every round with something to tell has a report of its own.
    """
    needs_watchfiles()
    import_yaml()
    watch = _Watch(arguments, settings)
    watch.round(report)
    gc.freeze()  # what a start makes lasts, but from now on there may be rubbish for hours
    gc.enable()
    posts = f"{watch.count} post{'' if watch.count == 1 else 's'}"
    put(f"watching {posts}, and all that is in them; Ctrl-C ends it", err=True)
    for noticed in saves(watch.folders):
        heed()
        watch.round(report, noticed)
    raise KeyboardInterrupt


class _Watch:
    """What is known of the posts that are watched, from one round to the next."""

    def __init__(self, arguments: Sequence[str], settings: Settings) -> None:
        self._arguments = arguments
        self._settings = settings
        self._files: dict[str, _Watched] = {}
        self._faults: tuple[Result, ...] = ()
        self._studio = Studio()
        self._kept = Kept()

    @property
    def count(self) -> int:
        """Return how many files of posts there are."""
        return len(self._files)

    def folders(self) -> frozenset[str]:
        """Return the folders to watch: those of all that the posts are made of, and those named."""
        files = (file for watched in self._files.values() for file in watched.stamps)
        return folders_of((*files, *self._arguments))

    def round(self, report: Callable[[], Report], noticed: bool = True) -> None:
        """Render what has changed since the last round, and report where something came of it.

        Where something was ``noticed``, posts that failed are tried again as well.
        """
        inputs = find_posts(self._arguments)
        for path in self._files.keys() - set(inputs.paths):
            del self._files[path]
        news = [*self._new_faults(tuple(map(unmet, inputs.faults)))]
        desk = Desk(self._settings)  # a new one: the brand may be what changed
        for path in self._changed(inputs.paths, noticed):
            before = self._files.get(path)
            watched = self._files[path] = self._rendered(path, desk)
            if (
                before is None
                or watched.results != before.results
                or before.stamps != watched.stamps
            ):
                news += watched.results
        if news:
            self._tell(news, report())

    def _changed(self, paths: Iterable[str], noticed: bool) -> list[str]:
        """Return the paths that are to be read: new ones, and those made of something that changed."""
        anew = {path: self._moved(path, noticed) for path in paths}
        if has_fonts(file for files in anew.values() for file in files):
            self._studio = Studio()  # which keeps fonts open
        return [path for path, files in anew.items() if files]

    def _moved(self, path: str, noticed: bool) -> frozenset[str]:
        known = self._files.get(path)
        if known is None:
            return frozenset((path,))
        return changed(known.stamps) or frozenset((path,) if noticed and known.has_failed else ())

    def _rendered(self, path: str, desk: Desk) -> _Watched:
        """Return what became of the posts of a file; stamps are of before, so that no save is missed."""
        begun = stamped((*beginning(path, self._settings.brand), *self._stamps_of(path)))
        entries = desk.read(path)
        drafts = tuple(entry for entry in entries if isinstance(entry, Draft))
        parts = {
            file
            for draft in drafts
            for file in parts_of(path, draft.post, draft.brand, self._settings.theme)
        }
        others = (
            one for file, watched in self._files.items() if file != path for one in watched.drafts
        )
        clashes = namesakes((*others, *drafts))
        results = []
        for entry in entries:
            heed()
            results.append(self._result(entry, clashes))
        known = begun if not drafts else {file: begun[file] for file in parts & begun.keys()}
        return _Watched({**stamped(parts - known.keys()), **known}, drafts, tuple(results))

    def _stamps_of(self, path: str) -> Iterable[str]:
        known = self._files.get(path)
        return known.stamps if known else ()

    def _result(self, entry: Draft | Result, clashes: Mapping[tuple[str, str], Finding]) -> Result:
        if isinstance(entry, Result):
            return entry
        if (entry.path, entry.slug) in clashes:
            return clash(entry, clashes[entry.path, entry.slug])
        return render_draft(entry, self._settings, self._studio, self._kept).about(entry)

    def _new_faults(self, faults: tuple[Result, ...]) -> tuple[Result, ...]:
        """Return the arguments without posts, unless the last round told of the same."""
        told, self._faults = self._faults, faults
        return faults if faults != told else ()

    def _tell(self, news: Iterable[Result], report: Report) -> None:
        codes = set()
        for result in news:
            codes.add(result.exit_code)
            report.add(result)
        report.end(max(codes))
