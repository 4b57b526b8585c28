"""Posts as they lie on the bench: read when their files change, set in any theme and size.

What can no longer be read or set keeps its last good slides, and says what is wrong.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from swipewell.carousel import Studio
from swipewell.findings import Finding, SwipewellError
from swipewell.named import NamedTuple
from swipewell.pipeline import Carousel, compose_prepared, prepare
from swipewell.preview.album import Album
from swipewell.preview.drafts import Draft, Read, broken, read
from swipewell.watch import (
    Stamps,
    beginning,
    changed,
    folders_of,
    has_fonts,
    parts_of,
    stamped,
)

_MOST_DECKS = 64
"""How many decks are kept as they were set: of a post, in a theme, in a size."""

Found: TypeAlias = tuple[Sequence[str], Sequence[Finding]]
"""The paths of posts, and findings for what was named and leads to none."""


class Asked(NamedTuple):
    """What holds for all posts of a page: a brand's file, the day, and what is shown at first."""

    brand: str | None = None
    today: dt.date | None = None
    theme: str | None = None
    size: str = "square"


class Choice(NamedTuple):
    """A theme, None for each post's own, and a size of slides."""

    theme: str | None
    size: str


class Entry(NamedTuple):
    """A post on the bench: as it could be read last, and why its file cannot be read now."""

    key: str
    path: str
    draft: Draft | None
    faults: tuple[Finding, ...] = ()


class Set(NamedTuple):
    """A post as it was set last, the keys of its pictures, and why it cannot be set now."""

    carousel: Carousel | None
    pictures: tuple[str, ...] = ()
    faults: tuple[Finding, ...] = ()


class _File(NamedTuple):
    """A file of posts: what it is made of, as that was when it was read."""

    stamps: Stamps
    entries: tuple[Entry, ...]
    is_sound: bool


class Bench:
    """Posts, and all that was made of them. Threads take turns."""

    def __init__(
        self,
        posts: Iterable[str] | Callable[[], Found],
        asked: Asked | None = None,
        *,
        named: Iterable[str] = (),
    ) -> None:
        """Take the posts in files, or what finds them; ``named`` are folders in which more may turn up."""
        self.asked = asked or Asked()
        self.version = 0
        self.album = Album()
        self.studio = Studio()
        self.faults: tuple[Finding, ...] = ()
        self._find = posts if callable(posts) else _always(tuple(posts))
        self._named = tuple(named)
        self._files: dict[str, _File] = {}
        self._sets: dict[tuple[str, Choice], tuple[Entry, Set]] = {}
        self._news = threading.Condition(threading.RLock())
        self.look()

    # --- Files ---

    def look(self, noticed: bool = True) -> bool:
        """Read what has changed since the last look; say whether anything has.

        Where something was ``noticed``, files that could not be read are tried again as well.
        """
        with self._news:
            paths, faults = self._find()
            gone = self._files.keys() - set(paths)
            for path in gone:
                del self._files[path]
            stale = [path for path in paths if self._is_stale(path, noticed)]
            before = [self._files.get(path) for path in stale]
            for path in stale:
                self._files[path] = self._read(path)
            now = [self._files[path] for path in stale]
            if not gone and before == now and tuple(faults) == self.faults:
                return False
            self._files = {path: self._files[path] for path in paths}
            self.faults = tuple(faults)
            self.version += 1
            self._news.notify_all()
            return True

    def _is_stale(self, path: str, noticed: bool) -> bool:
        known = self._files.get(path)
        if known is None:
            return True
        moved = changed(known.stamps)
        if has_fonts(moved):
            self.studio = Studio()  # which keeps fonts open
        return bool(moved) or (noticed and not known.is_sound)

    def _read(self, path: str) -> _File:
        """Return a file as it is now; stamps are of before, so that no save is missed."""
        known = self._files.get(path)
        begun = stamped((*beginning(path, self.asked.brand), *(known.stamps if known else ())))
        found = read(path, self.asked.brand)
        parts = {
            file
            for draft in found.drafts
            for file in parts_of(path, draft.post, draft.brand, self.asked.theme)
        }
        keep = parts if found.drafts else begun.keys()
        stamps = {file: begun[file] for file in keep & begun.keys()}
        entries = _entries(path, found, known.entries if known else ())
        return _File({**stamped(parts - stamps.keys()), **stamps}, entries, not found.faults)

    def folders(self) -> frozenset[str]:
        """Return the folders in which saves are to be noticed."""
        with self._news:
            files = (file for known in self._files.values() for file in known.stamps)
            return folders_of((*files, *self._files, *self._named))

    def newer_than(self, version: int, patience: float, is_over: Callable[[], bool]) -> int:
        """Return the version of what there is, as soon as it is newer or so many seconds have passed.

        Once it ``is_over``, nobody waits: `wake` has them look.
        """
        with self._news:
            self._news.wait_for(lambda: self.version > version or is_over(), patience)
            return self.version

    def wake(self) -> None:
        """Have all who wait for news look whether it is over."""
        with self._news:
            self._news.notify_all()

    # --- Posts ---

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the posts, in order."""
        with self._news:
            return tuple(entry for file in self._files.values() for entry in file.entries)

    def entry(self, key: str | None) -> Entry | None:
        """Return the post by a key, else the first one; None where there are none."""
        entries = self.entries
        return next((one for one in entries if one.key == key), entries[0] if entries else None)

    def set(self, entry: Entry, choice: Choice) -> Set:
        """Return a post set in a theme and a size, or as it was set last, with what is in the way."""
        with self._news:
            place = entry.key, choice
            known = self._sets.pop(place, None)
            if known is None or known[0] is not entry:
                known = entry, self._set(entry, choice, known[1] if known else Set(None))
            self._sets[place] = known
            while len(self._sets) > _MOST_DECKS:
                del self._sets[next(iter(self._sets))]
            return known[1]

    def _set(self, entry: Entry, choice: Choice, last: Set) -> Set:
        draft = entry.draft
        if draft is None:
            return last._replace(faults=entry.faults)
        try:
            wanted = prepare(
                draft.post,
                draft.brand,
                choice.theme,
                today=self.asked.today,
                size=choice.size,
            )
            carousel = compose_prepared(wanted, self.studio)
        except SwipewellError as refused:
            return last._replace(faults=(*entry.faults, *refused.findings))
        except Exception as fault:  # whatever it is, the page stays, and says so
            return last._replace(faults=(*entry.faults, broken(entry.path, fault)))
        keys = self.album.keys((entry.key, choice), carousel.slides)
        return Set(carousel, keys, entry.faults)


def _entries(path: str, found: Read, last: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the posts of a file; where it cannot be read, those that were in it last."""
    if len(found.drafts) == 1:  # one that is mended keeps the key it had
        return (Entry(path, path, found.drafts[0]),)
    if found.drafts:
        return tuple(Entry(f"{path}#{draft.slug}", path, draft) for draft in found.drafts)
    if last:
        return tuple(entry._replace(faults=found.faults) for entry in last)
    return (Entry(path, path, None, found.faults),)


def _always(paths: tuple[str, ...]) -> Callable[[], Found]:
    return lambda: (paths, ())
