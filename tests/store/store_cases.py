"""What the tests of the store share: two versions of a post, and ways to look at a folder."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Mapping
from pathlib import Path

from swipewell.export.artifact import Artifact

Snapshot = dict[str, str]


def artifacts(files: Mapping[str, bytes]) -> list[Artifact]:
    """Return the files as artifacts, with the manifest that names them."""
    made = [Artifact(name, data) for name, data in files.items()]
    outputs = {artifact.name: artifact.sha256 for artifact in made}
    return [*made, Artifact("post.json", json.dumps({"outputs": outputs}).encode())]


def version(seed: int, slides: int, size: int = 1000) -> list[Artifact]:
    """Return one version of a post: slides of random bytes, a caption, a PDF of its own name."""
    chance = random.Random(seed)
    files = {f"{number:02}.png": chance.randbytes(size) for number in range(1, slides + 1)}
    return artifacts({**files, "caption.txt": b"%d" % seed, f"only-{seed}.pdf": b"%PDF"})


def snapshot(folder: Path) -> Snapshot:
    """Return the hash of every file under a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def expected(made: list[Artifact], **foreign: bytes) -> Snapshot:
    """Return the snapshot of a folder of these artifacts and a person's files (``a__b`` is a/b)."""
    files = {artifact.name: artifact.sha256 for artifact in made}
    for name, data in foreign.items():
        files[name.replace("__", "/")] = hashlib.sha256(data).hexdigest()
    return files


def beside(folder: Path) -> list[str]:
    """Return the names in the parent that are not the folder: litter, where all went well."""
    return sorted(path.name for path in folder.parent.iterdir() if path.name != folder.name)
