"""The pools that a plan names to the posts in them, each read once.

A post is known by its file's path relative to the plan's folder, with ``#slug`` behind it where a
table holds several.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from swipewell.findings import Finding, InputError, Severity, Where, error
from swipewell.model.post import Post
from swipewell.model.week import Series, WeekPlan
from swipewell.named import NamedTuple
from swipewell.reading import read_posts, slug_of
from swipewell.reading.formats import TABLES
from swipewell.reading.inputs import find_posts
from swipewell.reading.siblings import original_of


class Member(NamedTuple):
    """A post that may be chosen: how it is known, where it is, what it holds, its own name."""

    key: str
    path: str
    post: Post
    slug: str

    @property
    def title(self) -> str:
        """Return the post's title as it was written."""
        return self.post.title


class Pools(NamedTuple):
    """The posts of each series, by its name, and what is wrong with files that hold none."""

    members: Mapping[str, tuple[Member, ...]]
    findings: tuple[Finding, ...] = ()


def read_pools(plan: WeekPlan, folder: Path) -> Pools:
    """Return the posts that a plan's series choose from; ``folder`` is that of the plan's file."""
    shelf = _Shelf(folder)
    members = {
        series.name: tuple(shelf.members(series, f"series[{number}].pool"))
        for number, series in enumerate(plan.series)
    }
    located = (plan.source.locate(one) if plan.source else one for one in shelf.findings)
    return Pools(members, tuple(dict.fromkeys(located)))


class _Shelf:
    """Files that were read, for pools that share them, and the findings that gather on the way."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, tuple[Member, ...]] = {}
        self.findings: list[Finding] = []

    def members(self, series: Series, field: str) -> list[Member]:
        """Return a pool's posts, each once, in the order of the plan and of files' names."""
        found: dict[str, Member] = {}
        for path in self._paths(series.pool, field):
            for member in self._in_file(path):
                found.setdefault(member.key, member)
        return list(found.values())

    def _paths(self, pool: Sequence[str], field: str) -> list[str]:
        """Return the files that a pool's names stand for; a finding for each that has none.

        Translations come along with their posts, and are posted where they are named themselves.
        """
        here = self._folder == Path()
        inputs = find_posts([name if here else os.path.join(self._folder, name) for name in pool])
        for fault in inputs.faults:
            name = os.path.relpath(fault.where.file or "", self._folder)
            message = f"The pool “{_posix(name)}”: {fault.message[:1].lower()}{fault.message[1:]}"
            self.findings.append(error(fault.code, message, fault.hint, field=field))
        named = set(inputs.paths)
        own = [path for path in inputs.paths if original_of(path) not in named]
        return [path for path in own if self._exists(path, field)]

    def _exists(self, path: str, field: str) -> bool:
        if os.path.lexists(path):
            return True
        message = f"There is no “{_posix(os.path.relpath(path, self._folder))}”."
        hint = "A pool names a folder, a file or a glob, relative to the plan's file."
        self.findings.append(error("no-posts", message, hint, field=field))
        return False

    def _in_file(self, path: str) -> tuple[Member, ...]:
        """Return the posts in a file; none, with findings, where it makes none."""
        if path not in self._read:
            self._read[path] = ()
            try:
                self._read[path] = tuple(self._member(path, post) for post in read_posts(path))
            except InputError as fault:
                self.findings += [_placed(finding, path) for finding in fault.findings]
        return self._read[path]

    def _member(self, path: str, post: Post) -> Member:
        slug = slug_of(path, post)
        key = _posix(os.path.relpath(path, self._folder))
        if path.lower().endswith(TABLES):
            key += f"#{slug}"
        return Member(key, path, post, slug)


def _placed(finding: Finding, path: str) -> Finding:
    """Return a finding that says at least which file it is about."""
    if finding.where.file is not None:
        return finding
    return finding._replace(where=Where(path), severity=Severity.ERROR)


def _posix(path: str) -> str:
    return path.replace(os.sep, "/")
