"""The folders of weeks to what they hold: each week's ``week.json``, read again and written anew."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from swipewell.export.artifact import Artifact
from swipewell.export.schedule.entry import Entry
from swipewell.findings import Finding, InputError, Severity, Where
from swipewell.named import NamedTuple
from swipewell.store import mend_folder, read_manifest
from swipewell.version import __version__
from swipewell.week.choice import Use
from swipewell.week.dates import Week, week_named

MANIFEST = "week.json"


class Past(NamedTuple):
    """What all weeks but one hold, the newest last, and what that one held, by series."""

    uses: tuple[Use, ...]
    own: Mapping[str, Use]
    covers: tuple[Path, ...] = ()
    """The first picture of each post of earlier weeks, in the order in which they were posted."""


def read_past(out: Path, week: Week) -> Past:
    """Return what the weeks' folders below ``out`` say was used.

    InputError where one cannot be read: without it, a post might return too early.
    """
    uses: list[Use] = []
    covers: list[Path] = []
    own: dict[str, Use] = {}
    for other, folder in _folders(out):
        for use, cover in _uses(folder):
            if other == week:
                own[use.series] = use
                continue
            uses.append(use)
            if other < week:
                covers.append(folder / cover)
    return Past(tuple(uses), own, tuple(covers))


def _folders(out: Path) -> list[tuple[Week, Path]]:
    """Return the folders of weeks, the earliest first; what a killed run left of them is mended."""
    for name in sorted(os.listdir(out)) if out.is_dir() else ():
        if name.startswith(".") and ".swipewell-" in name:
            mend_folder(out / name[1:].partition(".")[0])
    found = []
    for name in sorted(os.listdir(out)) if out.is_dir() else ():
        try:
            found.append((week_named(name), out / name))
        except InputError:  # somebody else's folder
            continue
    return sorted(one for one in found if one[1].is_dir() and str(one[0]) == one[1].name)


def _uses(folder: Path) -> list[tuple[Use, str]]:
    """Return the posts of a week's folder, each with the path of its first picture in it."""
    if not (folder / MANIFEST).exists():
        return []  # nothing was ever finished here
    try:
        held: Any = read_manifest(folder, MANIFEST)
        return [(_use(post), f"{post['folder']}/{post['pictures'][0]}") for post in held["posts"]]
    except (AttributeError, LookupError, TypeError, ValueError):
        raise InputError([_unsound(folder)]) from None


def _use(post: Mapping[str, Any]) -> Use:
    day = dt.datetime.fromisoformat(post["at"]).date()
    texts = (post["series"], post["post"], post["slug"], post["title"])
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("a post's names are texts")
    return Use(day, *texts)


def _unsound(folder: Path) -> Finding:
    message = "This week's list of posts cannot be read, so nobody knows what was used."
    hint = (
        "Put it back from a copy; or delete the week's folder, and its posts count as never used."
    )
    file = str(folder / MANIFEST)
    return Finding("unsound-week", Severity.ERROR, message, hint, Where(file))


def week_json(
    week: Week,
    timezone: str,
    posts: Sequence[tuple[Use, Entry]],
    artifacts: Iterable[Artifact],
    findings: Iterable[Finding],
) -> Artifact:
    """Return the list of what a week holds, by which later weeks know it."""
    content = {
        "version": __version__,
        "week": str(week),
        "timezone": timezone,
        "posts": [_post(use, entry) for use, entry in posts],
        "findings": [_unplaced(finding) for finding in findings],
        "outputs": {artifact.name: artifact.sha256 for artifact in artifacts},
    }
    return Artifact(MANIFEST, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())


def _post(use: Use, entry: Entry) -> dict[str, Any]:
    return {
        "series": use.series,
        "at": entry.at.isoformat(),
        "utc": entry.iso_utc(),
        "folder": entry.folder,
        "post": use.key,
        "slug": use.slug,
        "title": use.title,
        "pictures": [picture.file for picture in entry.pictures],
    }


def _unplaced(finding: Finding) -> dict[str, object]:
    """Return a finding with its file's bare name: no path of a machine is in what travels."""
    file = finding.where.file
    return finding.as_dict() | {"file": os.path.basename(file) if file else None}
