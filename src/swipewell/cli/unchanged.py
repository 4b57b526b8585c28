"""A post's folder to what an earlier run said of it, if it is still what this run would make."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from swipewell.findings import Finding, Severity, Where
from swipewell.store import read_manifest


class Before(NamedTuple):
    """What an earlier run wrote and found; findings have their field, but no place in the file."""

    slides: tuple[Mapping[str, str | None], ...]
    findings: tuple[Finding, ...]


def current(folder: Path, key: str) -> Before | None:
    """Return what the folder's manifest tells, None where any file would come out different."""
    manifest: Any = read_manifest(folder)
    if manifest is None or manifest.get("key") != key:
        return None
    try:
        outputs: dict[str, str] = manifest["outputs"]
        if not all(_is_as_written(folder / name, digest) for name, digest in outputs.items()):
            return None
        slides = tuple(
            {"file": slide["file"], "kind": slide["kind"], "alt": slide["alt"]}
            for slide in manifest["slides"]
        )
        return Before(slides, tuple(map(_finding, manifest["findings"])))
    except (AttributeError, KeyError, TypeError, ValueError):  # somebody has edited the manifest
        return None


def _is_as_written(path: Path, digest: str) -> bool:
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == digest
    except OSError:
        return False


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
