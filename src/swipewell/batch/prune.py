"""Folders of posts that are gone, removed: only what Swipewell wrote, as it wrote it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from swipewell.batch.index import digest_of
from swipewell.store import MANIFEST, read_manifest, retire_folder


def prune(out: str, slugs: Collection[str]) -> list[str]:
    """Remove the folders below ``out`` whose posts are not among the slugs; return which those were.

    A folder is Swipewell's by its ``post.json``. One in which a file of ours is no longer as it was
    written stays whole; a person's own files stay in theirs, which then holds nothing else.
    RenderError where a folder cannot be removed.
    """
    known = {slug.casefold() for slug in slugs}
    removed = []
    for folder in _folders(out):
        if folder.name.casefold() not in known and _is_as_written(folder):
            retire_folder(folder)
            removed.append(str(folder))
    return removed


def _folders(out: str) -> Iterator[Path]:
    """Yield the folders with a manifest, sorted; links and hidden ones are left alone."""
    try:
        names = sorted(os.listdir(out))
    except OSError:
        return
    for name in names:
        folder = Path(out) / name
        if not name.startswith(".") and not folder.is_symlink() and (folder / MANIFEST).is_file():
            yield folder


def _is_as_written(folder: Path) -> bool:
    """Say whether a folder's manifest is one of ours, and every file that it names as it says."""
    manifest: Any = read_manifest(folder) or {}
    outputs = manifest.get("outputs")
    if not isinstance(outputs, dict) or "key" not in manifest:
        return False
    return all(
        os.path.basename(name) == name and digest_of(folder / name) == digest
        for name, digest in outputs.items()
    )
