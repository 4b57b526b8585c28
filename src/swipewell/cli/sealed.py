"""Drafts on their way between processes, and what is done to them there: read, sealed, rendered."""

from __future__ import annotations

import pickle
import threading

from swipewell.carousel import Studio
from swipewell.cli.work import INTERNAL, Desk, Draft, Result, Settings, render_draft
from swipewell.findings import Finding, Severity, Where
from swipewell.named import NamedTuple
from swipewell.watch import parts_of


class Sealed(NamedTuple):
    """A draft on its way between processes: where it comes from, its slug, and itself as bytes."""

    path: str
    slug: str
    inputs: tuple[str, ...]
    data: bytes

    @classmethod
    def of(cls, draft: Draft, settings: Settings) -> Sealed:
        """Return a draft sealed, with the files that it is made of."""
        parts = parts_of(draft.path, draft.post, draft.brand, settings.theme)
        data = pickle.dumps(draft, pickle.HIGHEST_PROTOCOL)
        return cls(draft.path, draft.slug, tuple(sorted(parts)), data)

    @property
    def draft(self) -> Draft:
        """Return the draft itself."""
        draft: Draft = pickle.loads(self.data)
        return draft


class _Bench(threading.local):
    """What a worker keeps from one post to the next, each thread for itself."""

    settings: Settings | None = None
    desk: Desk
    studio: Studio

    def ready(self, settings: Settings) -> _Bench:
        """Return the bench, cleared where the settings are others."""
        if self.settings != settings:
            self.settings, self.desk, self.studio = settings, Desk(settings), Studio()
        return self


_bench = _Bench()


def bench(settings: Settings) -> _Bench:
    """Return what this thread keeps from one post to the next, for posts with these settings."""
    return _bench.ready(settings)


def read(settings: Settings, path: str) -> list[Result | Sealed]:
    """Return the posts of a file, sealed, or the result that says why there are none."""
    entries = bench(settings).desk.read(path)
    return [Sealed.of(entry, settings) if isinstance(entry, Draft) else entry for entry in entries]


def rendered(settings: Settings, sealed: Sealed) -> Result:
    """Return what became of a sealed draft."""
    draft = sealed.draft
    return render_draft(draft, settings, bench(settings).studio).about(draft)


def lost(sealed: Sealed) -> Result:
    """Return the result of a sealed draft whose worker was lost."""
    return _died(sealed.path, sealed.slug)


def unread(path: str) -> list[Result | Sealed]:
    """Return the result of a file whose reader was lost."""
    return [_died(path, None)]


def _died(path: str, slug: str | None) -> Result:
    """Return the result of a post whose process died, twice."""
    message = "The process that worked on this post was ended from outside, twice."
    hint = "Often the memory was full: see that a picture in it is not far too large, or use fewer with -j."
    finding = Finding("worker-died", Severity.ERROR, message, hint, Where(path))
    return Result(path, "failed", slug, findings=(finding,), exit_code=INTERNAL)
