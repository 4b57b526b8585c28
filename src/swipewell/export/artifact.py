"""A file to be written: its name and its bytes."""

from __future__ import annotations

import hashlib

from swipewell.named import NamedTuple


class Artifact(NamedTuple):
    """One file of a post's folder; the name is a plain file name without folders."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()
