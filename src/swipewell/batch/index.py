"""What earlier runs know of posts, so that the unchanged ones are told without being read.

    Index.read(out, asked).told("posts/rest.yaml", brand)  ->  what the last run said, or None

An entry holds the stamps of all files that a post was made of and of all that it became: size, time
of content, time of change, number in the file system. Where every one is as it was, so are the
bytes, because an entry is only made of files

- whose contents were digested in that run, what was written after it was written, and
- that had, when that was over, been left alone for longer than any file system's clock ticks.

So an edit after the digest leaves another stamp, be it within the same second, of the same size,
or with its time set back: the time of change cannot be set. What has no sound entry is read.

The index is a help and no more: it lies in the user's cache, and a run without it reads everything.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from swipewell.findings import RenderError
from swipewell.named import NamedTuple
from swipewell.reading import find_brand
from swipewell.resources import resource_folder
from swipewell.store import write_file
from swipewell.version import __version__

Told = list[dict[str, Any]]
"""What a run said of the posts of a file, as plain data."""

_SETTLED = 2_500_000_000
"""In ns: FAT's clock ticks every two seconds, others' far more often."""

_MOST_FILES = 24
"""How many indices are kept, of as many output folders and ways to render."""


class Entry(NamedTuple):
    """A file of posts: its brand, what it is made of, the folders it became, and what was said.

    ``outputs`` names, for each folder, the files in it with their SHA-256.
    """

    path: str
    brand: str | None
    inputs: tuple[str, ...]
    outputs: Mapping[str, Mapping[str, str]]
    told: Told


class Index:
    """What is known of one output folder, rendered in one way."""

    def __init__(self, file: Path, lines: Mapping[str, str]) -> None:
        self._file = file
        self._lines = lines
        self._looks = Looks()
        self._begun = time.time_ns()

    @classmethod
    def read(cls, out: str, asked: Iterable[object]) -> Index:
        """Return the index for an output folder and all that was ``asked`` for; empty where there is none.

        It also depends on the folder that paths are relative to, and on this installation.
        """
        about = [os.path.realpath(out), os.getcwd(), *map(repr, asked)]
        name = hashlib.sha256("\n".join(about).encode(errors="surrogateescape")).hexdigest()[:32]
        file = cache_folder() / f"{name}.index"
        lines: dict[str, str] = {}
        with contextlib.suppress(OSError, ValueError), open(file, encoding="utf-8") as stream:
            if stream.readline().strip() == installation():
                lines = dict(_parts(line) for line in stream)
        return cls(file, lines)

    def told(self, path: str) -> Told | None:
        """Return what was said of a file's posts, None where anything may have changed."""
        line = self._lines.get(path)
        if line is None:
            return None
        with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
            known = json.loads(line)
            files = (*known["inputs"], *_files(known["outputs"]))
            if known["brand"] == self._looks.brand(path) and known["stamp"] == self._seal(files):
                told: Told = known["told"]
                return told
        return None

    def others(self, paths: Iterable[str]) -> list[str]:
        """Return the paths that are known besides those given, and are still there."""
        return [path for path in self._lines.keys() - set(paths) if os.path.exists(path)]

    def brand(self, path: str) -> str | None:
        """Return the brand file that is nearest to a post."""
        return self._looks.brand(path)

    def write(self, entries: Iterable[Entry], still: Iterable[str]) -> None:
        """Keep the entries that are sound, and those of paths that ``still`` hold from the last time.

        What cannot be written is read again next time.
        """
        looks = Looks()
        lines = {path: self._lines[path] for path in sorted(still)}
        for entry in entries:
            seal = self._sound(entry, looks)
            if seal:
                lines[entry.path] = _line(entry, seal)
        if lines == self._lines:
            return
        listed = (f"{json.dumps(path)}\t{line}\n" for path, line in lines.items())
        with contextlib.suppress(OSError, RenderError):
            data = "".join((f"{installation()}\n", *listed)).encode()
            write_file(self._file, data, durable=False)
            _tidy(self._file.parent)

    def _seal(self, files: Iterable[str]) -> str | None:
        return _seal((file, self._looks.stamp(file)) for file in files)

    def _sound(self, entry: Entry, looks: Looks) -> str | None:
        """Return the seal of an entry's files, None where an edit of one could go unnoticed."""
        made = list(_files(entry.outputs))
        before = [(file, looks.stamp(file)) for file in (*entry.inputs, *made)]
        ages = (self._begun, time.time_ns())
        if not all(_is_settled(stamp, ages[file in made]) for file, stamp in before):
            return None
        for folder, files in entry.outputs.items():
            if any(digest_of(os.path.join(folder, name)) != sha for name, sha in files.items()):
                return None
        return _seal(before)


class Looks:
    """Looks at files, each once: a brand and its pictures belong to many posts."""

    def __init__(self) -> None:
        self._stamps: dict[str, tuple[int, ...] | None] = {}
        self._brands: dict[str, str | None] = {}

    def stamp(self, file: str) -> tuple[int, ...] | None:
        """Return a file's stamp, None where there is no such file."""
        if file not in self._stamps:
            self._stamps[file] = _stamp(file)
        return self._stamps[file]

    def brand(self, path: str) -> str | None:
        """Return the brand file that is nearest to a post."""
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self._brands:
            nearest = find_brand(Path(folder))
            self._brands[folder] = str(nearest) if nearest else None
        return self._brands[folder]


def cache_folder() -> Path:
    """Return where this user's programs keep what they could find out again."""
    home = Path(os.path.expanduser("~"))
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = home / ".cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or base) / "swipewell"


def installation() -> str:
    """Return the SHA-256 of what Swipewell itself brings to every post: version, engines, own files."""
    from swipewell.export.manifest import engines
    from swipewell.text.fonts import fonts_key

    parts = [__version__, sys.version, *map(str, engines({"text": "…"}).items()), *fonts_key()]
    for folder in (Path(__file__).parent.parent, resource_folder("themes")):
        parts += sorted(_contents(str(folder)))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _contents(folder: str) -> Iterator[str]:
    """Yield a line about each file that belongs to the installation; an edited checkout is another."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _contents(entry.path)
            else:
                status = entry.stat()
                yield f"{entry.path} {status.st_mtime_ns} {status.st_size}"


def _parts(line: str) -> tuple[str, str]:
    """Return the path and the rest of a line of an index."""
    path, _, rest = line.rstrip("\n").partition("\t")
    return json.loads(path), rest


def _line(entry: Entry, seal: str) -> str:
    outputs = {folder: sorted(names) for folder, names in entry.outputs.items()}
    kept = {"brand": entry.brand, "inputs": entry.inputs, "outputs": outputs}
    return json.dumps({**kept, "stamp": seal, "told": entry.told})


def _files(outputs: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield the paths of the files in some folders."""
    for folder, names in outputs.items():
        yield from (os.path.join(folder, name) for name in sorted(names))


def _stamp(file: str) -> tuple[int, ...] | None:
    try:
        found = os.stat(file)
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _is_settled(stamp: tuple[int, ...] | None, before: int) -> bool:
    """Say whether a file had been left alone for a while at a time in ns."""
    return stamp is not None and max(stamp[1], stamp[2]) < before - _SETTLED


def _seal(stamps: Iterable[tuple[str, Sequence[int] | None]]) -> str | None:
    """Return the SHA-256 of files with their stamps, None where one is not there."""
    listed = [(file, *stamp) if stamp else None for file, stamp in stamps]
    return None if None in listed else hashlib.sha256(repr(listed).encode()).hexdigest()


def digest_of(file: str | Path) -> str | None:
    """Return the SHA-256 of a file, None where it cannot be read."""
    try:
        with open(file, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _tidy(folder: Path) -> None:
    """Remove the indices that were written longest ago, and what a killed run left of one."""
    found = sorted(folder.glob("*.index"), key=lambda file: file.stat().st_mtime_ns)
    left = [one for one in folder.iterdir() if one.suffix != ".index" and _is_old(one)]
    for file in (*found[:-_MOST_FILES], *left):
        file.unlink(missing_ok=True)


def _is_old(file: Path) -> bool:
    return file.stat().st_mtime < time.time() - 86_400  # a day
