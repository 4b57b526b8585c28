"""A post's folder to what an earlier run said of it, if it is still what this run would make."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from swipewell.findings import Finding, Severity, Where
from swipewell.named import NamedTuple
from swipewell.store import MANIFEST, read_manifest


class Before(NamedTuple):
    """What an earlier run wrote and found; findings have their field, but no place in the file.

    ``manifest`` is the SHA-256 of its ``post.json``.
    """

    slides: tuple[Mapping[str, str | None], ...]
    findings: tuple[Finding, ...]
    manifest: str


def current(folder: Path | str, key: str) -> Before | None:
    """Return what the folder's manifest tells, None where any file would come out different.

    Behind an address, files are looked for, but not read.
    """
    if not isinstance(folder, Path):
        from swipewell.batch.far import current_far  # most people write to their own disk

        return _before(current_far(folder, key), "")
    digest = _digest(folder / MANIFEST)  # first: what is read next can only be newer
    manifest: Any = read_manifest(folder)
    if digest is None or manifest is None or manifest.get("key") != key:
        return None
    try:
        outputs: dict[str, str] = manifest["outputs"]
        if any(_digest(folder / name) != written for name, written in outputs.items()):
            return None
    except (AttributeError, KeyError, TypeError, ValueError):  # somebody has edited the manifest
        return None
    return _before(manifest, digest)


def _before(manifest: Any, digest: str) -> Before | None:
    """Return what a manifest tells, None where there is none, or somebody has edited it."""
    if manifest is None:
        return None
    try:
        slides = tuple(
            {"file": slide["file"], "kind": slide["kind"], "alt": slide["alt"]}
            for slide in manifest["slides"]
        )
        return Before(slides, tuple(map(_finding, manifest["findings"])), digest)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _digest(path: Path) -> str | None:
    """Return the SHA-256 of a file, None where it cannot be read."""
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _finding(entry: Mapping[str, Any]) -> Finding:
    """Return a finding out of its entry in a manifest."""
    return Finding(
        entry["code"],
        Severity(entry["severity"]),
        entry["message"],
        entry["hint"],
        Where(field=entry["field"]),
        entry["slide"],
    )
