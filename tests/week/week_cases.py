"""What the tests of weeks share: a plan, members of a pool, entries, and a project on disk."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import swipewell as sw
from swipewell.export.schedule.entry import Entry, Picture
from swipewell.week.pool import Member

PLAN = """\
timezone: America/Los_Angeles
rest: 90 days
series:
  - {name: Monday reminder, day: monday, time: "09:00", pool: posts/reminders}
  - {name: Thursday tips, day: thursday, time: "18:30", pool: posts/tips, pick: seeded}
media_url: https://media.example/alma
accounts: {postfast: 0b1c}
exports: [publer, social-planner, socialbee, postfast, ayrshare, inssist, generic]
"""


def project(folder: Path, reminders: int = 6, tips: int = 6, plan: str = PLAN) -> Path:
    """Write a project with so many posts in its pools; return its plan's file."""
    (folder / "brand.yaml").write_text('name: Alma\nhandle: "@alma"\nregion: US\n', "utf-8")
    for pool, count in (("reminders", reminders), ("tips", tips)):
        for number in range(1, count + 1):
            add_post(folder / "posts" / pool / f"{pool[0]}{number}.yaml")
    (folder / "week.yaml").write_text(plan, "utf-8")
    return folder / "week.yaml"


def add_post(path: Path, title: str | None = None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"title: {title or path.stem}\nslides: [{{title: Pause}}]\n", "utf-8")


def member(key: str) -> Member:
    post = sw.Post(title=f"Title of {key}", slides=[sw.Tip(title="Pause")])
    return Member(key, key, post, key)


def entry(
    caption: str = "A caption",
    at: dt.datetime | None = None,
    alts: tuple[str, ...] = ("One", "Two"),
) -> Entry:
    at = at or dt.datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("America/Los_Angeles"))
    pictures = tuple(Picture(f"{number:02}.jpg", alt) for number, alt in enumerate(alts, 1))
    return Entry(at, "Monday, reminder", "mon-0900-a, b", "A “title”", caption, pictures)
