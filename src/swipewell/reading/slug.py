"""A post's name among files: from its own file's name, safe for every file system.

Letters of all scripts stay, and capitals stay capitals; two slugs that differ in nothing else are
one on many disks, so whoever compares slugs should compare them casefolded.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata

from swipewell.model.post import Post

_MOST_BYTES = 180
"""File systems end at 255; a suffix, or a temporary name around it, must still fit."""

_FORBIDDEN = re.compile(r'[-<>:"/\\|?*]*[<>:"/\\|?*][-<>:"/\\|?*]*')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", re.IGNORECASE
)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
"""Invisible, but part of how Persian and many Indian scripts are spelt."""


def slug_of(path: str | os.PathLike[str], post: Post) -> str:
    """Return the name of a post's folder: its slug, else its file's name, else (`-`) its title."""
    if post.slug is not None:
        return safe(post.slug)
    name = os.path.splitext(os.path.basename(os.fspath(path)))[0]
    return safe("-".join(post.title.split()) if name in ("", "-") else name)


def safe(name: str) -> str:
    """Return a name that every file system takes; ``post`` where nothing of it is left."""
    name = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", name))
    name = "".join(_kept(character) for character in name)
    name = _cut(name.strip(" .-") or "post")
    return f"_{name}" if _RESERVED.match(name) else name


def _kept(character: str) -> str:
    """Return a character as it may stand in a name: itself, a space for any space, or nothing."""
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    return "" if category in _INVISIBLE and character not in _JOINERS else character


def _cut(name: str) -> str:
    """Return a name short enough, told apart by its digest from others with the same beginning."""
    data = name.encode()
    if len(data) <= _MOST_BYTES:
        return name
    digest = hashlib.sha256(data).hexdigest()[:8]
    return data[: _MOST_BYTES - 9].decode(errors="ignore").rstrip(" .-") + "-" + digest
