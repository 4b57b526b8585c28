"""Artifacts to files: a post's folder is replaced as one, whole new or whole old, never a mix.

Before: ``OUT/<slug>/`` as the last run left it, with whatever a person has put among our files.
After: ``OUT/<slug>/`` with the artifacts, and still with everything that is not Swipewell's.

**The way of a save.** The new folder is made whole in a hidden neighbour,
``OUT/.<slug>.<token>.swipewell-new``: artifacts are written and flushed, a person's files are
linked in (copied where the file system has no hard links). Then it changes places with the old
folder: on Linux and macOS in one step where the file system can, so that the place is never
empty. Elsewhere it takes two renames, the old folder waiting as ``….swipewell-old`` in between.
At the end the old folder is removed.

**What is Swipewell's.** ``post.json`` and the files it names under ``outputs``; nothing else. In a
folder without a sound manifest every file is a person's. A person's file whose name the new post
needs is kept beside it as ``name.kept.ext`` with a warning, unless it holds the very same bytes.

**After a kill, a full disk, Ctrl-C.** Every save mends before it starts and after it ends, failed
or not, by the same function: a folder missing from its place is put back from its
``….swipewell-old``, then hidden neighbours of this slug are removed. `mend_folder` does the same
for a folder that is not saved this time, because its post has not changed.

**Two runs at once.** They take turns. The turn is the operating system's lock on the hidden file
``OUT/.<slug>.swipewell-lock``, not the file's existence: the lock goes with its process, so a
killed run blocks nobody. Without turns a run could not tell a dead run's neighbour from a living
one's. Where a file system has no locks, runs do not wait; one at a time is then up to the user.

**Links.** A symlinked folder stays a link; what it points at is replaced.
"""

from __future__ import annotations

import errno
import filecmp
import hashlib
import itertools
import json
import os
import random
import re
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from swipewell.export.artifact import Artifact
from swipewell.findings import Finding, RenderError, Severity, Where
from swipewell.named import NamedTuple

MANIFEST = "post.json"

_NEW = "swipewell-new"
_OLD = "swipewell-old"
_TOKEN = 24
_HEX = frozenset("0123456789abcdef")
_LOCK = "swipewell-lock"
_PATIENCE = 120.0  # seconds to wait for another run; a save takes a fraction of one
_UNFIT = frozenset("/\\:\0")  # what would make a file name a path, a drive or a stream

_T = TypeVar("_T")


# --- What others call ---------------------------------------------------------------------------


def save_folder(
    folder: Path,
    artifacts: Sequence[Artifact],
    *,
    durable: bool = True,
    manifest: str = MANIFEST,
) -> tuple[Finding, ...]:
    """Replace a post's folder by the artifacts, whole or not at all; return what there is to say.

    One artifact is the manifest, and its ``outputs`` name all others: by it the next save knows
    them. A week's folder is saved in the same way, its posts' folders being carried over.

    ``durable`` flushes to the disk, so that the promise holds for a power cut, too.
    Raises `RenderError` (``write-failed``) with the old folder in place, `ValueError` for artifacts
    that break the rules above.
    """
    _require_sound(artifacts, manifest)
    with _in_plain_words(folder):
        place = _Place.of(folder)
        place.path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(place.lock):
            place.mend()
            try:
                kept = _replace(place, artifacts, manifest, durable=durable)
            finally:
                left = place.mend()
    return kept + left


def new_folder(folder: Path, files: Mapping[str, bytes], *, durable: bool = True) -> None:
    """Write a folder that is not there yet, whole or not at all; names may lie in folders within it.

    RenderError where something is there already, which stays as it is, or where writing fails.
    """
    with _in_plain_words(folder):
        if os.path.lexists(folder):
            raise FileExistsError(errno.EEXIST, "something is there already", str(folder))
        folder.parent.mkdir(parents=True, exist_ok=True)
        new = folder.with_name(f".{folder.name}.{secrets.token_hex(12)}.{_NEW}")
        try:
            for name, data in files.items():
                (new / name).parent.mkdir(parents=True, exist_ok=True)
                _write(new / name, data, durable=durable)
            os.rename(new, folder)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        _flush_folder(folder.parent, durable=durable)


def write_file(file: Path, data: bytes, *, durable: bool = True) -> None:
    """Write a file of its own, whole or not at all, in place of what was there; RenderError otherwise."""
    new = file.with_name(f".{file.name}.{secrets.token_hex(12)}.{_NEW}")
    with _in_plain_words(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(new, data, durable=durable)
            _insist(lambda: os.replace(new, file))
        except BaseException:
            with suppress(OSError):
                os.unlink(new)
            raise
        _flush_folder(file.parent, durable=durable)


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Let one run at a time work on a folder of folders, such as a week's, while the block runs.

    What goes wrong with files in the block is told about the folder, as a `RenderError`.
    """
    with _in_plain_words(folder):
        place = _Place.of(folder)
        place.path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(place.path.with_name(f".{place.path.name}.turn.{_LOCK}")):
            yield


def retire_folder(folder: Path) -> None:
    """Remove a post's folder that is no longer wanted; what is not Swipewell's stays where it is.

    The manifest goes last, so that a folder whose removal was cut short is still known as ours.
    """
    with _in_plain_words(folder):
        place = _Place.of(folder)
        with _locked(place.lock):
            place.mend()
            ours = sorted(_own_names(place.path, MANIFEST), key=lambda name: name == MANIFEST)
            for name in ours:
                if _UNFIT.isdisjoint(name):  # somebody may have edited the manifest
                    (place.path / name).unlink(missing_ok=True)
            with suppress(OSError):  # a person's files are still in it
                place.path.rmdir()


def mend_folder(folder: Path) -> tuple[Finding, ...]:
    """Undo what a killed run left of a folder and beside it; return what could not be removed.

    Costs one listing of the parent where there is nothing to mend. Raises `RenderError`.
    """
    with _in_plain_words(folder):
        place = _Place.of(folder)
        if not place.has_traces():
            return ()
        with _locked(place.lock):
            return place.mend()


def stems_under_way(parent: Path) -> frozenset[str]:
    """Return the stems of folders here that a run is at work on, or was killed at: one listing."""
    shape = re.compile(rf"\.(.+?)(?:\.[0-9a-f]{{24}}\.(?:{_NEW}|{_OLD})|\.{_LOCK})")
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(parent) as entries:
        found = (shape.fullmatch(entry.name) for entry in entries if entry.name.startswith("."))
        return frozenset(match[1] for match in found if match)
    return frozenset()


def stem_of(folder: Path) -> str:
    """Return what the hidden neighbours of a folder are called by: its name, or a short form of it."""
    return _Place(folder).stem


def read_manifest(folder: Path, name: str = MANIFEST) -> dict[str, object] | None:
    """Return the manifest of a folder, None where there is none that parses to an object."""
    try:
        return _as_object((folder / name).read_bytes())
    except OSError:
        return None


# --- The place and its hidden neighbours --------------------------------------------------------


class _Place(NamedTuple):
    """Where a post's folder stands, and the names beside it that are ours."""

    path: Path

    @classmethod
    def of(cls, folder: Path) -> _Place:
        """Return the place of a folder, links followed: only beside their target can we rename."""
        return cls(Path(os.path.realpath(folder)))

    @property
    def lock(self) -> Path:
        """Return the file whose lock is the turn to write this folder."""
        return self.path.with_name(f".{self.stem}.{_LOCK}")

    def fresh(self, suffix: str) -> Path:
        """Return an unused hidden name; later ones sort after earlier ones."""
        token = f"{time.time_ns():016x}{secrets.token_hex(4)}"
        return self.path.with_name(f".{self.stem}.{token}.{suffix}")

    def neighbours(self) -> list[Path]:
        """Return the hidden folders of this slug with our suffixes, the oldest first."""
        names: list[str] = []
        with suppress(FileNotFoundError):
            names = os.listdir(
                self.path.parent
            )  # there may be thousands, nearly all of no interest
        ours = (name for name in names if name[0] == "." and self._is_ours(name))
        found = sorted(self.path.with_name(name) for name in ours)
        return [path for path in found if path.is_dir() and not path.is_symlink()]

    def _is_ours(self, name: str) -> bool:
        # The token has a fixed length and no dot, so slug `a` never matches the ones of `a.b`.
        stem, token, suffix = ["", "", *name[1:].rsplit(".", 2)][-3:]
        is_token = len(token) == _TOKEN and set(token) <= _HEX
        return stem == self.stem and is_token and suffix in (_NEW, _OLD)

    def has_traces(self) -> bool:
        """Return whether a run is at work here or was killed here."""
        return os.path.lexists(self.lock) or bool(self.neighbours())

    def mend(self) -> tuple[Finding, ...]:
        """Put a missing folder back and remove its hidden neighbours; return what stayed.

        To be called with the lock held. Does nothing where there is nothing to do.
        """
        neighbours = self.neighbours()
        retired = [path for path in neighbours if path.name.endswith(_OLD)]
        if retired and not os.path.lexists(self.path):
            _insist(lambda: os.rename(retired[-1], self.path))
            neighbours.remove(retired[-1])
        if os.path.lexists(self.path) and not self.path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "there is a file of this name", str(self.path))
        return tuple(_left_over(path) for path in neighbours if not _removed(path))

    @property
    def stem(self) -> str:
        """Return the slug, or a short form of one so long that no hidden name could hold it."""
        name = os.fsencode(self.path.name)
        if len(name) <= 200:
            return self.path.name
        return f"{self.path.name[:40]}-{hashlib.sha256(name).hexdigest()[:16]}"


def _removed(folder: Path) -> bool:
    """Remove a hidden folder of ours, write-protected ones too; return whether it is gone."""
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        _unprotect(folder)
        shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


def _unprotect(folder: Path) -> None:
    """Lift the write protection that keeps a folder from being removed."""
    for inner, _, names in os.walk(folder):
        with suppress(OSError):
            os.chmod(inner, 0o700)
        # Only on Windows does a file's own protection count, and there none of these is shared
        # with a carried file (see `_linked`).
        for name in names if os.name == "nt" else ():
            with suppress(OSError):
                os.chmod(os.path.join(inner, name), 0o600)


# --- The new folder -----------------------------------------------------------------------------


def _replace(
    place: _Place, artifacts: Sequence[Artifact], manifest: str, *, durable: bool
) -> tuple[Finding, ...]:
    """Make the new folder and put it in its place; return what there is to say about it."""
    new = place.fresh(_NEW)
    new.mkdir()
    for artifact in artifacts:
        _write(new / artifact.name, artifact.data, durable=durable)
    # Carrying over comes last: what a person saves meanwhile should still be seen.
    kept = _carry(place.path, new, manifest, durable=durable) if place.path.exists() else ()
    _flush_folder(new, durable=durable)
    _put(new, place)
    return kept + _confirm(place.path, durable=durable)


def _put(new: Path, place: _Place) -> None:
    """Put the new folder where the old one is; the old one is then one of the neighbours."""
    if not place.path.exists():
        _insist(lambda: os.rename(new, place.path))
    elif not _exchanged(new, place.path):
        old = place.fresh(_OLD)
        _insist(lambda: os.rename(place.path, old))
        _insist(lambda: os.rename(new, place.path))


def _confirm(folder: Path, *, durable: bool) -> tuple[Finding, ...]:
    """Flush the exchange itself; return a warning where the disk refuses.

    That is no error: the new folder is whole and in its place, and nothing is taken back.
    """
    try:
        _flush_folder(folder.parent, durable=durable)
    except OSError as problem:
        return (_unsure(folder, problem),)
    return ()


def _exchanged(first: Path, second: Path) -> bool:
    """Let two folders change places in one step; return False where this cannot be done."""
    one, other = os.fsencode(first), os.fsencode(second)
    try:
        import ctypes  # costs some milliseconds, and a first save does without

        if sys.platform == "linux":
            here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
            return bool(ctypes.CDLL(None).renameat2(here, one, here, other, exchange) == 0)
        if sys.platform == "darwin":
            swap = 2  # RENAME_SWAP
            return bool(ctypes.CDLL(None).renamex_np(one, other, swap) == 0)
    except (ImportError, AttributeError, OSError):  # no ctypes, no C library, not this call
        return False
    return False


def _write(path: Path, data: bytes, *, durable: bool) -> None:
    """Write a new file and flush it. One flush a file: many at the end are no faster."""
    with _naming(path), open(path, "xb") as file:
        file.write(data)
        if durable:
            file.flush()
            _flush(file.fileno())


def _flush_folder(folder: Path, *, durable: bool) -> None:
    """Flush the names in a folder to the disk. Windows needs and has no way to."""
    if not durable or os.name == "nt":
        return
    with _naming(folder):
        handle = os.open(folder, os.O_RDONLY)
        try:
            _flush(handle)
        finally:
            os.close(handle)


def _flush(handle: int) -> None:
    """Flush an open file; a file system that knows no flushing is as good as its word gets."""
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


# --- What a person has put there ----------------------------------------------------------------


def _carry(old: Path, new: Path, manifest: str, *, durable: bool) -> tuple[Finding, ...]:
    """Bring all that is not ours from the old folder into the new; return findings on new names."""
    ours, findings = _own_names(old, manifest), []
    for source in sorted(old.iterdir()):
        if source.name in ours and (source.is_symlink() or not source.is_dir()):
            continue
        if _same_file(source, new / source.name):
            continue
        target = new / _free_name(source.name, old, new)
        _bring(source, target, durable=durable)
        if target.name != source.name:
            findings.append(_kept_aside(old, source.name, target.name))
    shutil.copymode(old, new)
    return tuple(findings)


def _own_names(folder: Path, manifest: str) -> frozenset[str]:
    """Return the names of the files in a folder that are Swipewell's, by its manifest."""
    path = folder / manifest
    # One that is there but cannot be read is an error: without it, ours look like a person's.
    names = _output_names(path.read_bytes()) if path.is_file() else None
    return frozenset() if names is None else names | {manifest}


def _output_names(data: bytes) -> frozenset[str] | None:
    """Return the names under ``outputs`` in the bytes of a manifest, None where it is unsound."""
    outputs = (_as_object(data) or {}).get("outputs")
    return frozenset(outputs) if isinstance(outputs, dict) else None


def _same_file(one: Path, other: Path) -> bool:
    """Return whether both are plain files with the same bytes."""
    if one.is_symlink() or not (one.is_file() and other.is_file()):
        return False
    return filecmp.cmp(one, other, shallow=False)


def _free_name(name: str, *folders: Path) -> str:
    """Return the name if the last folder has no such file, else ``name.kept.ext`` new to all.

    The file system is asked, not a set of names: it may ignore case.
    """
    if not os.path.lexists(folders[-1] / name):
        return name
    stem, suffix = os.path.splitext(name)
    endings = itertools.chain([".kept"], (f".kept-{number}" for number in itertools.count(2)))
    names = (f"{stem}{ending}{suffix}" for ending in endings)
    return next(
        free for free in names if not any(os.path.lexists(folder / free) for folder in folders)
    )


def _bring(source: Path, target: Path, *, durable: bool) -> None:
    """Make the target the same link, folder or file as the source, which stays as it is."""
    if source.is_symlink():
        target.symlink_to(os.readlink(source), target_is_directory=source.is_dir())
    elif source.is_dir():
        _bring_folder(source, target, durable=durable)
    elif not _linked(source, target):
        _copy(source, target, durable=durable)


def _bring_folder(source: Path, target: Path, *, durable: bool) -> None:
    """Make the target a folder of links to the same files."""
    target.mkdir()
    for inner in source.iterdir():
        _bring(inner, target / inner.name, durable=durable)
    _flush_folder(target, durable=durable)
    shutil.copystat(source, target)


def _linked(source: Path, target: Path) -> bool:
    """Hard-link a file; return False where that cannot be."""
    if os.name == "nt" and not os.access(source, os.W_OK):
        # Windows removes no protected file, and lifting the protection would lift it for both.
        return False
    try:
        os.link(source, target)
    except OSError:
        return False
    return True


def _copy(source: Path, target: Path, *, durable: bool) -> None:
    """Copy a file with its times and mode, and flush it."""
    with _naming(source), open(source, "rb") as before, open(target, "xb") as after:
        shutil.copyfileobj(before, after, 1 << 20)
        if durable:
            after.flush()
            _flush(after.fileno())
    shutil.copystat(source, target)


# --- Taking turns -------------------------------------------------------------------------------


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock on a file while the block runs; the file is gone afterwards."""
    handle = _acquired(path)
    try:
        yield
    finally:
        _release(handle, path)


def _acquired(path: Path) -> int:
    """Return a handle that holds the lock on the file of this name, waiting for a turn."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        handle = _insist(lambda: os.open(path, os.O_RDWR | os.O_CREAT, 0o666))
        if _holds(handle, path):
            return handle
        os.close(handle)
        if time.monotonic() > deadline:
            raise OSError(errno.EBUSY, "another run of Swipewell is still writing it", str(path))
        time.sleep(random.uniform(0.002, 0.02))  # uneven, lest two runs wait in step


if sys.platform == "win32":
    import msvcrt

    def _holds(handle: int, path: Path) -> bool:  # noqa: ARG001 - an open file keeps its name
        """Return whether the handle now holds the lock."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(handle: int, path: Path) -> None:
        """Drop the lock and remove its file, which fails, rightly, while another has it open."""
        os.close(handle)
        with suppress(OSError):
            os.unlink(path)

else:
    import fcntl

    def _holds(handle: int, path: Path) -> bool:
        """Return whether the handle now holds the lock and the file still has its name.

        A run that ends removes the file: who waited for that one holds a lock nobody else sees.
        """
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        except OSError:  # a file system without locks
            return True
        try:
            return os.path.samestat(os.fstat(handle), os.stat(path))
        except FileNotFoundError:
            return False

    def _release(handle: int, path: Path) -> None:
        """Remove the lock's file while it is locked and surely our own, then close it."""
        with suppress(OSError):
            os.unlink(path)
        os.close(handle)


def _insist(action: Callable[[], _T]) -> _T:
    """Return what the action returns; on Windows a refusal is taken only after a second.

    There, virus scanners and indexers hold freshly written files open for a moment.
    """
    for _ in range(20 if os.name == "nt" else 0):
        with suppress(PermissionError):
            return action()
        time.sleep(0.05)
    return action()


# --- Rules for artifacts ------------------------------------------------------------------------


def _require_sound(artifacts: Sequence[Artifact], manifest: str) -> None:
    """Raise `ValueError` for names that are no plain file names, doubles, or an unfit manifest."""
    names = [artifact.name for artifact in artifacts]
    for name in names:
        if name in ("", ".", "..") or not _UNFIT.isdisjoint(name):
            raise ValueError(f"{name!r} is not a plain file name")
    if len({name.casefold() for name in names}) < len(names):
        raise ValueError("two artifacts have one name (some file systems ignore case)")
    unnamed = set(names) - _manifest_names(artifacts, manifest) - {manifest}
    if unnamed:
        raise ValueError(f"{manifest} does not name under outputs: {', '.join(sorted(unnamed))}")


def _manifest_names(artifacts: Sequence[Artifact], manifest: str) -> frozenset[str]:
    """Return the names under ``outputs`` of the manifest among the artifacts."""
    data = next((artifact.data for artifact in artifacts if artifact.name == manifest), b"")
    names = _output_names(data)
    if names is None:
        raise ValueError(f"the folder needs a {manifest} with its outputs")
    return names


def _as_object(data: bytes) -> dict[str, object] | None:
    """Return the JSON object in the bytes, None where they hold no such thing."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


# --- In plain words -----------------------------------------------------------------------------


@contextmanager
def _in_plain_words(folder: Path) -> Iterator[None]:
    """Turn an error of the system into a `RenderError` about the folder."""
    try:
        yield
    except OSError as problem:
        raise RenderError([_write_failed(folder, problem)]) from problem


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Give an error of the system the path it is about, where the system does not."""
    try:
        yield
    except OSError as problem:
        problem.filename = problem.filename or str(path)
        raise


def _write_failed(folder: Path, problem: OSError) -> Finding:
    """Return the finding for a write that failed: which path, what the system said, what to do."""
    path = _as_known(folder, problem.filename)
    message = f"{path} could not be written: {_said(problem)}."
    hint = f"{_advice(problem)} What was there before is untouched."
    return Finding("write-failed", Severity.ERROR, message, hint, Where(file=str(path)))


def _as_known(folder: Path, path: str | bytes | None) -> Path:
    """Return a path as people know it: one in a hidden neighbour is one in the folder.

    Both lie equally deep. What lies less deep, like a parent that cannot be made, stays as it is.
    """
    if not isinstance(path, str | bytes):
        return folder
    parts, depth = Path(os.fsdecode(path)).parts, len(_Place.of(folder).path.parts)
    return Path(*parts) if len(parts) < depth else folder.joinpath(*parts[depth:])


def _said(problem: OSError) -> str:
    """Return what the system said, without a full stop."""
    return (problem.strerror or str(problem) or type(problem).__name__).rstrip(".")


def _advice(problem: OSError) -> str:
    """Return what a person can do about an error of the system."""
    match problem.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "Free some space on the disk, then run again."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return (
                "See that you may write there and that no program has its files open, "
                "or choose another folder with -o."
            )
        case errno.ENOTDIR | errno.EEXIST:
            return "Move that file away, or choose another folder with -o."
        case errno.EBUSY:
            return "Wait until nothing else uses the folder, then run again."
        case _:
            return "Run again, or choose another folder with -o."


def _unsure(folder: Path, problem: OSError) -> Finding:
    """Return the warning that the disk did not confirm a folder that is in its place."""
    message = f"{folder} is written, but the disk did not confirm it: {_said(problem)}."
    hint = "Check the disk, then run again with --force."
    return Finding("write-unsure", Severity.WARNING, message, hint, Where(file=str(folder)))


def _kept_aside(folder: Path, name: str, kept: str) -> Finding:
    """Return the warning that a person's file had to give way to one of ours."""
    message = f"{name} is not Swipewell's, but the post has a file of that name."
    hint = f"Yours is now {kept}, unchanged."
    return Finding(
        "file-kept-aside", Severity.WARNING, message, hint, Where(file=str(folder / kept))
    )


def _left_over(path: Path) -> Finding:
    """Return the note that a hidden folder could not be removed."""
    message = f"The hidden folder {path} could not be removed."
    hint = "Close programs that have its files open. The next run tries again."
    return Finding("folder-left-over", Severity.INFO, message, hint, Where(file=str(path)))
