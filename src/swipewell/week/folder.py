"""A week's posts in their folders to the files beside them: lists, exports, calendar, sheet.

All of it is made of what stands in the posts' folders, whether it was rendered now or earlier.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from swipewell.export.artifact import Artifact
from swipewell.export.schedule.calendar import week_ics
from swipewell.export.schedule.entry import Entry, Picture, Reach
from swipewell.export.schedule.generic import bundle, schedule_csv
from swipewell.export.schedule.names import SCHEDULERS
from swipewell.export.schedule.table import fits, left_out, tables
from swipewell.findings import Finding
from swipewell.model.week import WeekPlan
from swipewell.named import NamedTuple
from swipewell.store import read_manifest, save_folder
from swipewell.text.markup import plain
from swipewell.week.choice import Choice
from swipewell.week.dates import Week
from swipewell.week.history import MANIFEST, week_json
from swipewell.week.pool import Member
from swipewell.week.told import located

if TYPE_CHECKING:
    from PIL import Image

_TILES = 9
"""How much of the profile's grid is shown."""


class _Exported(NamedTuple):
    artifacts: list[Artifact]
    findings: list[Finding]


def entry_of(at: dt.datetime, series: str, member: Member, folder: Path) -> Entry:
    """Return what is to be told of a post, as its folder has it."""
    manifest: Any = read_manifest(folder) or {}
    pictures = tuple(Picture(one["file"], one["alt"]) for one in manifest.get("slides", ()))
    caption = (folder / "caption.txt").read_text(encoding="utf-8").rstrip("\n")
    return Entry(at, series, folder.name, plain(member.title), caption, pictures)


def save_week(
    plan: WeekPlan,
    week: Week,
    place: Path,
    posts: Sequence[tuple[Choice, Entry]],
    covers: Sequence[Path],
    owner: str,
    findings: Sequence[Finding],
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Write a week's own files into its folder, all or none; return their names and what was noticed.

    ``covers`` are the pictures that stand before the week's in the profile.
    """
    entries = [entry for _, entry in posts]
    schedule = schedule_csv(entries, plan.timezone)
    exported = _exports(plan, week, place, entries, schedule)
    artifacts = [
        schedule,
        week_ics(entries, week.day(0), owner),
        *exported.artifacts,
        _sheet(plan, week, place, entries, covers),
    ]
    uses = [(use, entry) for choice, entry in posts if (use := choice.as_use())]
    listed = week_json(week, plan.timezone, uses, artifacts, [*findings, *exported.findings])
    artifacts.append(listed)
    said = save_folder(place, artifacts, manifest=MANIFEST)
    names = tuple(artifact.name for artifact in artifacts)
    return names, (*exported.findings, *said)


def _exports(
    plan: WeekPlan, week: Week, place: Path, entries: Sequence[Entry], schedule: Artifact
) -> _Exported:
    """Return the files of all exports that a plan names, and what does not fit into one."""
    exported = _Exported([], [])
    base = f"{plan.media_url}/{week}"
    for name in plan.exports:
        if name == "generic":
            pictures = {
                f"{entry.folder}/{one.file}": (place / entry.folder / one.file).read_bytes()
                for entry in entries
                for one in entry.pictures
            }
            exported.artifacts.append(bundle(entries, schedule, pictures))
            continue
        account = getattr(plan.accounts, name, None) or ""
        scheduler = SCHEDULERS[name]
        taken = [entry for entry in entries if fits(entry, scheduler)]
        exported.artifacts.extend(tables(scheduler, taken, Reach(base, account)))
    named = [SCHEDULERS[name] for name in plan.exports if name in SCHEDULERS]
    for entry in entries:
        exported.findings.extend(located(plan, one) for one in left_out(entry, named))
    return exported


def _sheet(
    plan: WeekPlan, week: Week, place: Path, entries: Sequence[Entry], covers: Sequence[Path]
) -> Artifact:
    """Return the week as it will stand in the profile's grid, with the weeks before it."""
    from swipewell.export.image import encoded
    from swipewell.export.week_sheet import week_sheet

    own = [_opened(place / entry.folder / entry.pictures[0].file) for entry in entries]
    room = max(0, _TILES - len(own))
    earlier = [_opened(path) for path in covers if path.is_file()][-room:] if room else []
    about = f"{week.day(0)} to {week.day(6)} · {plan.timezone}"
    image = week_sheet(str(week), about, entries, own, earlier)
    return Artifact("sheet.png", encoded(image, "png"))


def _opened(path: Path) -> Image.Image:
    """Return a picture's pixels; it is closed again, so that its folder can be exchanged."""
    from PIL import Image

    with Image.open(io.BytesIO(path.read_bytes())) as image:
        return image.convert("RGB")
