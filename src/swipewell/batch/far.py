"""Folders behind an address that fsspec knows, such as ``s3://bucket/out``: whole or absent there, too.

An object store exchanges no folders. So ``post.json`` tells: while files are written it says
``"unfinished": true`` and names the old files and the new ones; it is written anew, last of all, when
every other file is there. Who reads a folder only if its ``post.json`` has a ``key`` never meets a
mix, and a run after a killed one knows what to write and what to remove.

There are no locks behind an address: one run at a time is up to the user.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from swipewell.export.artifact import Artifact
from swipewell.findings import Finding, InputError, RenderError, Severity, Where
from swipewell.named import NamedTuple
from swipewell.store import MANIFEST

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.ASCII)  # a drive such as C: has one letter
_EXTRAS = {"s3": "swipewell[s3]", "s3a": "swipewell[s3]"}


def is_address(text: str) -> bool:
    """Say whether a text is an address rather than a path."""
    return _ADDRESS.match(text) is not None


class Far(NamedTuple):
    """A folder, or a file, behind an address: the file system, and the path that it knows it by."""

    system: Any
    path: str
    address: str

    @classmethod
    def at(cls, address: str) -> Far:
        """Return what is behind an address; InputError that names the extra where a library is missing."""
        try:
            from fsspec.core import url_to_fs  # an extra: most people write to their own disk

            system, path = url_to_fs(address)
        except (ImportError, ValueError) as fault:
            raise InputError([_unreachable(address, fault)]) from None
        return cls(system, path.rstrip("/"), address.rstrip("/"))

    def __truediv__(self, name: str) -> Far:
        return Far(self.system, posixpath.join(self.path, name), posixpath.join(self.address, name))

    def manifest(self) -> Mapping[str, Any]:
        """Return what the folder's ``post.json`` says, nothing where there is none."""
        try:
            found = json.loads(self.system.cat_file(posixpath.join(self.path, MANIFEST)))
        except (FileNotFoundError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def names(self) -> frozenset[str]:
        """Return the names of the files in the folder."""
        self.system.invalidate_cache()
        try:
            found = self.system.ls(self.path, detail=False)
        except FileNotFoundError:
            return frozenset()
        return frozenset(posixpath.basename(name.rstrip("/")) for name in found)


def save_far(address: str, artifacts: Sequence[Artifact]) -> tuple[Finding, ...]:
    """Write a post's folder behind an address, ``post.json`` last; RenderError where that fails."""
    folder = Far.at(address)
    with _in_plain_words(address):
        *files, manifest = sorted(artifacts, key=lambda artifact: artifact.name == MANIFEST)
        old = _outputs(folder.manifest())
        new = [file.name for file in files]
        between = {"unfinished": True, "outputs": dict.fromkeys([*old, *new], "")}
        _write(folder, {MANIFEST: json.dumps(between).encode()})
        _write(folder, {file.name: file.data for file in files})
        _remove(folder, set(old) - set(new))
        _write(folder, {MANIFEST: manifest.data})
    return ()


def current_far(address: str, key: str) -> Mapping[str, Any] | None:
    """Return the manifest of a folder behind an address that was made of the input with this key.

    None where it was made of another, or where a file is missing. What the files hold is not read.
    """
    folder = Far.at(address)
    with _in_plain_words(address):
        manifest = folder.manifest()
        if manifest.get("key") != key or not folder.names().issuperset(_outputs(manifest)):
            return None
        return manifest


def prune_far(address: str, slugs: Collection[str]) -> list[str]:
    """Remove the folders below an address whose posts are not among the slugs; return which those were.

    Of each, the files that its ``post.json`` names, and that itself, last.
    """
    out, removed = Far.at(address), []
    with _in_plain_words(address):
        for name in sorted(out.names() - frozenset(slugs)):
            folder = out / name
            manifest = folder.manifest()
            if "key" in manifest or manifest.get("unfinished") is True:
                _remove(folder, _outputs(manifest))
                _remove(folder, [MANIFEST])
                removed.append(folder.address)
    return removed


@contextmanager
def fetched(arguments: Sequence[str], into: Path) -> Iterator[tuple[list[str], dict[str, str]]]:
    """Give the arguments with the projects behind addresses brought into a folder here.

    Beside them, the folders here, each with the address it stands for. A project is the folder of
    the nearest ``brand.yaml`` above what was named, else that folder itself; decks are left there.
    """
    places: dict[str, str] = {}
    yield [_brought(one, into, places) if is_address(one) else one for one in arguments], places


def _brought(argument: str, into: Path, places: dict[str, str]) -> str:
    """Bring what an argument stands for, with its project; return its path here."""
    import glob

    named = Far.at(argument)
    with _in_plain_words(argument, "read"):
        folder = named.path
        if not glob.has_magic(folder) and not named.system.exists(folder):
            raise InputError([_missing(argument)])
        while glob.has_magic(folder) or not named.system.isdir(folder):
            folder = posixpath.dirname(folder)
            if not folder.strip("/"):
                raise FileNotFoundError("there is nothing of this name")
        project = _project(named.system, folder)
        address = argument[: argument.rindex(named.path)] + project
        known = next((here for here, far in places.items() if far == address), None)
        here = Path(known or into / f"{len(places)}")
        if known is None:
            places[str(here)] = address
            _bring(named.system, project, here)
    return str(here / named.path[len(project) :].lstrip("/"))


def _project(system: Any, folder: str) -> str:
    """Return the nearest folder with a ``brand.yaml``, else the folder itself."""
    above = folder
    while above.strip("/"):
        if system.exists(f"{above}/brand.yaml"):
            return above
        above = posixpath.dirname(above)
    return folder


def _bring(system: Any, project: str, here: Path) -> None:
    """Bring a project's files, but no decks: they are what comes out of it."""
    found = system.find(project)
    decks = {posixpath.dirname(name) for name in found if posixpath.basename(name) == MANIFEST}
    wanted = [name for name in found if posixpath.dirname(name) not in decks]
    local = [str(here / name[len(project) :].lstrip("/")) for name in wanted]
    for path in local:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    if wanted:
        system.get(wanted, local)


def _outputs(manifest: Mapping[str, Any]) -> list[str]:
    """Return the names of the files that a manifest says are ours: plain ones, as we write them."""
    outputs = manifest.get("outputs")
    names = outputs if isinstance(outputs, dict) else {}
    return [name for name in names if posixpath.basename(name) == name and name not in ("", "..")]


def _write(folder: Far, files: Mapping[str, bytes]) -> None:
    folder.system.makedirs(folder.path, exist_ok=True)
    folder.system.pipe({posixpath.join(folder.path, name): data for name, data in files.items()})


def _remove(folder: Far, names: Collection[str]) -> None:
    there = folder.names()
    paths = [posixpath.join(folder.path, name) for name in sorted(names) if name in there]
    if paths:
        folder.system.rm(paths)
    folder.system.invalidate_cache()


@contextmanager
def _in_plain_words(address: str, done: str = "written") -> Iterator[None]:
    """Turn whatever a library for a store raises into a `RenderError` about the address."""
    try:
        yield
    except (InputError, RenderError):
        raise
    except Exception as fault:  # each store has errors of its own
        what = (getattr(fault, "strerror", None) or str(fault) or type(fault).__name__).rstrip(".")
        message = f"{address} could not be {done}: {what}."
        hint = "See that the address is right, that it can be reached from here, and that you may."
        finding = Finding(f"far-not-{done}", Severity.ERROR, message, hint, Where(address))
        raise RenderError([finding]) from fault


def _missing(address: str) -> Finding:
    hint = "Look for a slip in the name; a pattern such as s3://bucket/posts/*.yaml works, too."
    return Finding("no-posts", Severity.ERROR, "There is nothing there.", hint, Where(address))


def _unreachable(address: str, fault: Exception) -> Finding:
    scheme = address.partition("://")[0]
    extra = _EXTRAS.get(scheme, "fsspec" if "fsspec" in str(fault) else "")
    message = f"Nothing here knows how to reach {address}: {fault}."
    hint = f"pip install '{extra}'" if extra else "Install what is missing, or choose a folder."
    return Finding("missing-extra", Severity.ERROR, message, hint, Where(address))
