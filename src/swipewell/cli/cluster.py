"""Posts to other machines and back, over a scheduler of Dask's: ``--on dask://HOST:PORT``.

What travels there is a post with the pictures, fonts and theme that it names, so the workers need no
disk in common with this machine, only Swipewell. What travels back are the files of its folder, which
are written here; where ``--out`` is an address, the worker writes them there itself. A post whose
worker is lost is given to another by the scheduler.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from swipewell.batch.far import is_address
from swipewell.batch.flow import finished
from swipewell.batch.parcel import Parcel
from swipewell.carousel import Studio
from swipewell.cli.far import retold
from swipewell.cli.sealed import Sealed, bench, lost, read
from swipewell.cli.work import Draft, Result, Settings, attempt, render_draft, settled_draft
from swipewell.export.artifact import Artifact
from swipewell.export.manifest import engines
from swipewell.findings import Finding, InputError, Severity, Source, Where, error
from swipewell.named import NamedTuple
from swipewell.reading.theme import is_folder
from swipewell.store import save_folder
from swipewell.version import __version__
from swipewell.watch import beginning, parts_of

_SCHEME = "dask://"
_PATIENCE = 10  # seconds to wait for the scheduler


class Away(NamedTuple):
    """What comes back of a post: what became of it, and the files of its folder."""

    result: Result
    files: tuple[Artifact, ...] = ()


class Cluster:
    """The workers of a scheduler; to be used in a ``with``."""

    def __init__(self, address: str) -> None:
        self._client = _connected(address)

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def read(
        self, settings: Settings, paths: Sequence[str]
    ) -> Iterator[tuple[int, list[Result | Sealed]]]:
        """Yield the position of every file, and its posts: they are read here, where they are."""
        for position, path in enumerate(paths):
            yield position, read(settings, path)

    def render(self, settings: Settings, posts: Sequence[Sealed]) -> Iterator[tuple[int, Result]]:
        """Yield the position of every post, and what became of it; only what is to be made travels."""
        studio = Studio()
        wanted: list[int] = []
        for position, post in enumerate(posts):
            settled = settled_draft(post.draft, settings, studio)
            if settled is None:
                wanted.append(position)
            else:
                yield position, settled
        parcels = (_parcel(posts[position], settings) for position in wanted)
        work = partial(_rendered_there, _versions())
        # Workers may still be coming, so there is work for some more than are there now.
        ahead = max(8, 4 * sum(self._client.nthreads().values()))
        with self._client.get_executor(pure=False) as executor:
            for number, future in finished(executor, work, parcels, ahead):
                post = posts[wanted[number]]
                try:
                    away = future.result()
                except Exception:  # the scheduler gave it up: worker after worker died of it
                    away = Away(lost(post))
                yield wanted[number], _landed(away, post, settings)


def _connected(address: str) -> Any:
    """Return a client of the scheduler; InputError where there is none, or the extra is missing."""
    if not address.startswith(_SCHEME):
        message = f"“{address}” is no address of a scheduler."
        raise InputError([error("unknown-cluster", message, "Write dask://HOST:PORT.")])
    if find_spec("distributed") is None:
        message = "To render on other machines, Swipewell needs the library distributed."
        raise InputError([error("missing-extra", message, "pip install 'swipewell[dask]'")])
    import logging

    import distributed  # heavy, and an extra

    client: Any = distributed.Client
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # we tell what becomes of posts
    try:
        return client(f"tcp://{address.removeprefix(_SCHEME)}", timeout=_PATIENCE)
    except (OSError, ValueError) as fault:
        message = f"There is no scheduler of Dask's at {address}: {fault}"
        hint = "See that it runs (`dask scheduler`) and can be reached from here."
        raise InputError([error("unknown-cluster", message, hint)]) from None


def _parcel(post: Sealed, settings: Settings) -> Parcel:
    """Return a post as it travels: with all that it names, without what it was read from.

    Sign-offs were looked at here.
    """
    draft = post.draft
    theme = settings.theme or draft.post.theme or draft.brand.theme
    read_from = {*beginning(draft.path), *_files(draft.post.source), *_files(draft.brand.source)}
    named = parts_of(draft.path, draft.post, draft.brand, settings.theme) - read_from
    folders = [theme] if theme and is_folder(theme) else []
    away = settings._replace(approved_only=False)
    return Parcel.of((draft, away), sorted({*named, *folders}))


def _files(source: Source | None) -> Iterator[str]:
    while source is not None:
        yield source.file
        source = source.behind


def _rendered_there(versions: Mapping[str, str], parcel: Parcel) -> Away:
    """Return what became of a post, on the machine that it came to."""
    with tempfile.TemporaryDirectory(prefix="swipewell-") as folder:
        things, made = os.path.join(folder, "in"), os.path.join(folder, "out")
        draft, settings = parcel.opened(things)
        if versions != _versions():
            return Away(_differs(draft, versions))
        is_far = is_address(settings.out)
        there = settings if is_far else settings._replace(out=made, force=True)
        result = render_draft(draft, there, bench(settings).studio).about(draft)
        told = retold(result, {things: "", made: settings.out})
        return Away(told, () if is_far or not result.out else _read(Path(result.out)))


def _read(folder: Path) -> tuple[Artifact, ...]:
    return tuple(Artifact(file.name, file.read_bytes()) for file in sorted(folder.iterdir()))


def _landed(away: Away, post: Sealed, settings: Settings) -> Result:
    """Return what became of a post, once its folder is written here."""
    if not away.files:
        return away.result

    def landing() -> Result:
        folder = Path(settings.out) / post.slug
        said = save_folder(folder, away.files)
        findings = (*away.result.findings, *said)
        return away.result._replace(out=str(folder), findings=findings)

    return attempt(post.path, post.slug, landing)


def _versions() -> dict[str, str]:
    """Return the versions that decide how slides come out."""
    return {"swipewell": __version__, **engines({"text": "…"})}


def _differs(draft: Draft, versions: Mapping[str, str]) -> Result:
    """Return the result of a post on a machine where it could come out differently."""
    own = _versions()
    others = ", ".join(f"{name} {own[name]}" for name in own if own[name] != versions.get(name))
    message = f"A worker has {others}: its slides could differ from those made here."
    hint = "Install the same versions on all machines."
    finding = Finding("other-versions", Severity.ERROR, message, hint, Where(draft.path))
    result = Result(draft.path, "failed", draft.slug, findings=(finding,), exit_code=3)
    return result.about(draft)
