"""Which files are translations of which, told by their names alone.

original_of("posts/rest.es.yaml")   ->  "posts/rest.yaml", where that is a file
translations_of("posts/rest.yaml")  ->  ["posts/rest.es.yaml", "posts/rest.pt-BR.json"]
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from swipewell.reading.formats import DATA, MARKDOWN

_TRANSLATED = (*DATA, *MARKDOWN)

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def is_translation(path: str) -> bool:
    """Return whether a file is named like a translation, as is ``post.es.yaml``.

    A tag of three letters may be a word (``tips.new.yaml``), so there the post must lie beside it.
    """
    tag = tag_of(path)
    return tag is not None and (len(tag.split("-")[0]) == len("es") or bool(originals(path)))


def tag_of(path: str) -> str | None:
    """Return the language tag in a file's name, spelt as usual: ``pt-BR`` of ``post.pt-br.yaml``."""
    stem, suffix = os.path.splitext(os.path.basename(path))
    base, tag = os.path.splitext(stem)
    if not base or suffix.lower() not in _TRANSLATED or not _TAG.fullmatch(tag.removeprefix(".")):
        return None
    return spelt(tag[1:])


def spelt(tag: str) -> str:
    """Return a language tag in the capitals that BCP 47 recommends: ``zh-hant-tw`` as ``zh-Hant-TW``."""
    first, *rest = tag.split("-")
    return "-".join((first.lower(), *map(_subtag, rest)))


def _subtag(part: str) -> str:
    """Return a region in capitals, a script with one, anything else without."""
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


def originals(path: str) -> list[str]:
    """Return the posts of which a file may be the translation."""
    base = os.path.splitext(os.path.splitext(path)[0])[0]
    return [base + suffix for suffix in _TRANSLATED if os.path.isfile(base + suffix)]


def original_of(path: str) -> str | None:
    """Return the post that a file translates, None where it is a post of its own.

    Of several posts of one name it is the one in the same format.
    """
    if not is_translation(path):
        return None
    found = originals(path)
    suffix = os.path.splitext(path)[1]
    return next((one for one in found if one.endswith(suffix)), found[0] if found else None)


Beside: TypeAlias = Mapping[str, Sequence[str]]
"""The names of a folder's translations by what their posts' names begin with: ``rest`` of ``rest.yaml``."""


def translations_in(folder: str) -> Beside:
    """Return what is named like a translation in a folder; nothing where it cannot be read."""
    try:
        names = os.listdir(folder or os.curdir)
    except OSError:
        return {}
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        if tag_of(name) is not None:
            found.setdefault(os.path.splitext(os.path.splitext(name)[0])[0], []).append(name)
    return found


def translations_of(path: str, beside: Beside | None = None) -> list[str]:
    """Return the translations that lie beside a post, sorted; none of what is a translation itself.

    ``beside`` is what its folder holds, for who asks about many posts of one.
    """
    folder, name = os.path.split(path)
    stem, suffix = os.path.splitext(name)
    if suffix.lower() not in _TRANSLATED or is_translation(path):
        return []
    there = translations_in(folder) if beside is None else beside
    files = (os.path.join(folder, one) for one in there.get(stem, ()))
    return [file for file in files if os.path.isfile(file)]
