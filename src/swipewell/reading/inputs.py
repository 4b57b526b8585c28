"""What a person names, on the command line or in a plan, to the posts meant: files, folders, globs, `-`."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence

from swipewell.findings import Finding, Severity, Where
from swipewell.named import NamedTuple
from swipewell.reading.formats import DATA, POSTS
from swipewell.reading.siblings import (
    Beside,
    is_translation,
    originals,
    translations_in,
    translations_of,
)

_COMPANIONS = ("brand", "week")
_WRITTEN_BY_US = ("post.json", "alt.json", "transcript.md", "schedule.csv")


class Inputs(NamedTuple):
    """The paths of posts, each once, and a finding for every argument that leads to none."""

    paths: tuple[str, ...]
    faults: tuple[Finding, ...] = ()


def find_posts(arguments: Sequence[str]) -> Inputs:
    """Return the posts that arguments name, in their order, those of a folder or glob sorted.

    The translations that lie beside a post come right after it.
    """
    found: dict[str, str] = {}
    faults: list[Finding] = []
    aside = _passed_over(arguments)
    beside: dict[str, Beside] = {}
    for argument in dict.fromkeys(arguments):
        if argument in aside:
            continue
        try:
            paths = _behind(argument)
        except OSError as problem:
            faults.append(_unreadable(argument, problem))
            continue
        if not paths:
            faults.append(_nothing(argument))
        for path in _with_translations(paths, beside):
            found.setdefault(path if path == "-" else os.path.realpath(path), path)
    if not found and not faults:
        faults = [_companion(argument) for argument in aside]
    return Inputs(tuple(found.values()), tuple(faults))


def _behind(argument: str) -> list[str]:
    """Return the files that an argument stands for; a file that is not there stands for itself."""
    if os.path.isdir(argument):
        names = (os.path.join(argument, name) for name in os.listdir(argument))
        return _posts(name.removeprefix(f".{os.sep}") for name in names)
    if argument != "-" and glob.has_magic(argument) and not os.path.lexists(argument):
        return _posts(glob.iglob(argument, recursive=True))
    return [argument]


def _with_translations(paths: Iterable[str], beside: dict[str, Beside]) -> Iterator[str]:
    """Yield paths, each before its translations; ``beside`` keeps what folders hold of them."""
    for path in paths:
        yield path
        folder = os.path.dirname(path)
        if folder not in beside:
            beside[folder] = translations_in(folder)
        yield from translations_of(path, beside[folder])


def _posts(paths: Iterable[str]) -> list[str]:
    """Return the paths that look like posts, sorted."""
    return sorted(path for path in paths if _is_post(path) and os.path.isfile(path))


def _is_post(path: str) -> bool:
    name = os.path.basename(path)
    return (
        name.lower().endswith(POSTS)
        and not name.startswith(".")
        and name not in _WRITTEN_BY_US
        and not _is_companion(path)
        and not is_translation(path)
        and (not name.lower().endswith(".md") or _has_front_matter(path))
    )


def _has_front_matter(path: str) -> bool:
    """Say whether a Markdown file begins as a post does, and not as a README."""
    try:
        with open(path, "rb") as stream:
            return stream.read(8).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    except OSError:
        return True  # reading it tells why


def _is_companion(path: str) -> bool:
    """Return whether a file is a brand or a week, by its name."""
    stem, suffix = os.path.splitext(os.path.basename(path))
    return stem in _COMPANIONS and suffix.lower() in DATA


def _passed_over(arguments: Sequence[str]) -> list[str]:
    """Return the arguments that only a shell's glob has brought along.

    For a program, `posts/*.yaml` looks as if every file had been named by hand: a brand is never a
    post, and a translation goes with its post where that is named as well.
    """
    named = set(arguments)
    return [
        argument
        for argument in dict.fromkeys(arguments)
        if _is_companion(argument)
        or (is_translation(argument) and not named.isdisjoint(originals(argument)))
    ]


def _nothing(argument: str) -> Finding:
    """Return the finding about a folder or glob without posts."""
    what = "This folder holds" if os.path.isdir(argument) else "This pattern finds"
    hint = (
        f"Posts end in {', '.join(POSTS)}; brand.yaml, week.yaml, hidden files and "
        "folders within are passed over; translations such as post.es.yaml come with their posts."
    )
    return Finding("no-posts", Severity.ERROR, f"{what} no posts.", hint, Where(argument))


def _unreadable(argument: str, problem: OSError) -> Finding:
    """Return the finding about a folder that cannot be listed."""
    message = f"This folder cannot be read: {problem.strerror or problem}."
    hint = "See who may read it."
    return Finding("folder-unreadable", Severity.ERROR, message, hint, Where(argument))


def _companion(argument: str) -> Finding:
    """Return the finding about a brand or a week where a post was to be named."""
    what = os.path.splitext(os.path.basename(argument))[0]
    message = f"By its name, this file is a {what}, not a post."
    hint = "Name the post: its brand is found by itself, or given with --brand."
    return Finding("not-a-post", Severity.ERROR, message, hint, Where(argument))
