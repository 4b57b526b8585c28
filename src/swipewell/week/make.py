"""The story of a week: ``make_week`` chooses posts, renders them, and writes what schedulers need.

``OUT/2026-W48/mon-0900-rest/`` is a post's folder as `render` writes it; beside these stand
``week.json``, ``schedule.csv``, ``week.ics``, ``sheet.png`` and a file for each export. Each post's
folder is whole or absent, and so are the week's own files, all together.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from swipewell.carousel import Studio
from swipewell.export.schedule.entry import Entry
from swipewell.findings import Finding, InputError, Severity, SwipewellError, warning, worst
from swipewell.geometry import SQUARE
from swipewell.look import read_theme
from swipewell.model.brand import Brand
from swipewell.model.week import Series, WeekPlan, clock
from swipewell.named import NamedTuple
from swipewell.pipeline import Carousel, render
from swipewell.reading import find_brand, read_brand
from swipewell.reading.files import raw_field
from swipewell.reading.theme import is_folder
from swipewell.rules.care import about_suicide, suicide_often
from swipewell.store import retire_folder, turn
from swipewell.text.languages import primary
from swipewell.week import told
from swipewell.week.choice import Choice, choose, running_dry
from swipewell.week.dates import Week, moment, week_named
from swipewell.week.folder import entry_of, save_week
from swipewell.week.history import read_past
from swipewell.week.pool import Member, Pools, read_pools

_OVERDUE = "review-overdue"
_FOLDER = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)-\d{4}-.")


class Slot(NamedTuple):
    """A place in a week with its post: when, in which theme, and the name of its folder."""

    series: Series
    member: Member
    at: dt.datetime
    theme: str | None

    @property
    def folder(self) -> str:
        """Return the name of the post's folder, such as ``mon-0900-rest``."""
        return f"{self.series.day[:3]}-{self.series.time.replace(':', '')}-{self.member.slug}"

    @property
    def day(self) -> dt.date:
        """Return the day on which it is posted, by which the age of helplines is judged."""
        return self.at.date()


class Deck(NamedTuple):
    """What became of a slot: its folder where there is one now, and what was noticed."""

    folder: Path | None
    findings: tuple[Finding, ...] = ()
    exit_code: int = 0


Maker = Callable[[Slot, Path], Deck]
"""Renders a slot's post into its folder below the week's."""


class MadeWeek(NamedTuple):
    """A week as it stands in its folder.

    ``findings`` are about the week; those about posts are with their ``decks``. ``exit_code`` is 0
    where all is well, 2 where a pool or a post in it cannot be read, 3 where writing failed, else 1.
    """

    week: Week
    folder: Path
    entries: tuple[Entry, ...]
    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    decks: tuple[Deck, ...]
    exit_code: int = 0


_GRAVEST_FIRST = (3, 2, 1, 0)


def make_week(
    plan: WeekPlan,
    week: Week | str,
    out: str | os.PathLike[str] = "weeks",
    *,
    brand: str | os.PathLike[str] | None = None,
    formats: Sequence[str] = ("jpeg",),
    size: str = SQUARE.name,
    approved_only: bool = False,
    folder: str | os.PathLike[str] | None = None,
    maker: Maker | None = None,
) -> MadeWeek:
    """Choose and render the posts of a week into ``out``, and write its files.

    ``folder`` is where the plan's pools are looked for: that of its file where it was read from one.
    Each post has the nearest brand, or that in the file ``brand``; ``formats`` and ``size`` are as for
    `render` and `save`. With ``approved_only``, what nobody has signed as it is stays out. ``maker``
    renders in place of `render`, for whoever shows how it goes. What other weeks in ``out`` hold is
    not used too early; two runs at once take turns. InputError where the plan names a theme there is
    none of, or a week cannot be read.
    """
    week = week_named(week) if isinstance(week, str) else week
    home = Path(folder) if folder is not None else _home(plan)
    looks = _looks(plan, home)
    if brand is not None:
        read_brand(brand)  # a fault of it is told once, and before anything is written
    with turn(Path(out) / str(week)):
        return _made(
            plan, week, Path(out), home, looks, brand,
            maker or _maker(brand, formats, size, approved_only=approved_only),
        )  # fmt: skip


def _made(
    plan: WeekPlan,
    week: Week,
    out: Path,
    home: Path,
    looks: Mapping[str, str | None],
    brand: str | os.PathLike[str] | None,
    make: Maker,
) -> MadeWeek:
    """Return a week, made while no other run is at it."""
    past = read_past(out, week)
    pools = read_pools(plan, home)
    chosen = choose(plan, week, pools.members, past.uses, past.own)
    dry = running_dry(plan, week, pools.members, past.uses, chosen)
    slots, times = _slots(plan, chosen, looks)
    place = out / str(week)
    decks = tuple(make(slot, place) for slot in slots)
    findings: tuple[Finding, ...] = (
        *pools.findings,
        *told.about_choices(plan, chosen, dry),
        *times,
        *(one for pair in zip(slots, decks, strict=True) for one in _about_review(*pair)),
        *_about_suicide(plan, slots),
    )
    posts = [
        (choice, entry_of(slot.at, slot.series.name, slot.member, deck.folder))
        for choice, slot, deck in zip(_with_posts(chosen), slots, decks, strict=True)
        if deck.folder is not None
    ]
    files: tuple[str, ...] = ()
    if posts:
        owner = _owner(brand, home)
        files, said = save_week(plan, week, place, posts, past.covers, owner, findings)
        findings = (*findings, *said)
    _retire(place, {slot.folder for slot in slots})
    entries = tuple(entry for _, entry in posts)
    codes = {*(deck.exit_code for deck in decks), _code(pools, findings)}
    code = next(code for code in _GRAVEST_FIRST if code in codes)
    return MadeWeek(week, place, entries, files, findings, decks, code)


def _code(pools: Pools, findings: Sequence[Finding]) -> int:
    """Return the exit code that goes with what there is to say about a week itself."""
    if worst(pools.findings) is Severity.ERROR:
        return InputError.exit_code
    return 1 if worst(findings) is Severity.ERROR else 0


def _home(plan: WeekPlan) -> Path:
    return Path(plan.source.file).parent if plan.source else Path()


def _with_posts(chosen: Sequence[Choice]) -> list[Choice]:
    return [choice for choice in chosen if choice.member is not None]


def _looks(plan: WeekPlan, home: Path) -> dict[str, str | None]:
    """Return each series' theme as it can be read from here; InputError for those there are none of."""
    looks: dict[str, str | None] = {}
    faults: list[Finding] = []
    for number, series in enumerate(plan.series):
        name = series.theme
        if name is not None and is_folder(name):
            name = str((home / name).resolve())
        looks[series.name] = name
        try:
            if name is not None:
                read_theme(name)
        except InputError as fault:
            field = f"series[{number}].theme"
            faults += [told.located(plan, told.at(one, field)) for one in fault.findings]
    if faults:
        raise InputError(faults)
    return looks


def _slots(
    plan: WeekPlan, chosen: Sequence[Choice], looks: Mapping[str, str | None]
) -> tuple[list[Slot], tuple[Finding, ...]]:
    """Return the slots of a week, and what there is to say about their times."""
    slots, findings = [], []
    zone = ZoneInfo(plan.timezone)
    for series, day, member, _ in _with_posts(chosen):
        at, about_time = moment(day, clock(series), zone)
        if about_time is not None:
            field = f"series[{plan.series.index(series)}].time"
            findings.append(told.located(plan, told.at(about_time, field)))
        if member is not None:
            slots.append(Slot(series, member, at, looks[series.name]))
    return slots, tuple(findings)


def _about_review(slot: Slot, deck: Deck) -> Iterator[Finding]:
    """Yield a warning where a post's review is due before the day on which it is posted.

    Once is enough: what was rendered may have said so.
    """
    post, due = slot.member.post, slot.member.post.review_due
    if due is None or due >= slot.day or any(one.code == _OVERDUE for one in deck.findings):
        return
    message = f"“{post.title}” is to be posted on {slot.day}, but its review is due on {due}."
    hint = "Have it read again, and move `review_due:` on."
    finding = warning(_OVERDUE, message, hint, field="review_due")
    yield post.source.locate(finding) if post.source else finding


def _about_suicide(plan: WeekPlan, slots: Sequence[Slot]) -> Iterator[Finding]:
    """Yield a warning where many posts of a week are about suicide."""
    posts = [slot.member.post for slot in slots]
    titles = [post.title for post in posts if about_suicide(post, primary(post.language or "en"))]
    often = suicide_often(titles)
    if often is not None:
        yield told.located(plan, often)


def _maker(
    brand: str | os.PathLike[str] | None, formats: Sequence[str], size: str, *, approved_only: bool
) -> Maker:
    """Return what renders a slot with `render`, keeping fonts and glyphs from one to the next."""
    studio = Studio()

    def make(slot: Slot, place: Path) -> Deck:
        try:
            file = brand if brand is not None else find_brand(Path(slot.member.path))
            own = read_brand(file) if file is not None else Brand.unknown()
            made = render(
                slot.member.post, own, slot.theme, today=slot.day, studio=studio, size=size
            )
            unsigned = _unsigned(slot, made) if approved_only else None
            if unsigned is not None:
                return Deck(None, (*made.findings, unsigned), exit_code=1)
            saved = made.save(place, formats, slug=slot.folder)
        except SwipewellError as fault:
            return Deck(None, fault.findings, fault.exit_code)
        return Deck(Path(saved), (*made.findings, *saved.findings))

    return make


def _unsigned(slot: Slot, made: Carousel) -> Finding | None:
    """Return why a carousel does not count as approved, None where it does."""
    from swipewell.approval import not_approved, sign_off  # most weeks ask for no sign-off

    return not_approved(made, sign_off(slot.member.path, slot.member.slug))


def _owner(brand: str | os.PathLike[str] | None, home: Path) -> str:
    """Return whose week it is, to tell one practice's appointments from another's; empty if unknown."""
    file = Path(brand) if brand is not None else find_brand(home)
    if file is None:
        return ""
    return raw_field(file, "handle") or raw_field(file, "name") or ""


def _retire(place: Path, wanted: set[str]) -> None:
    """Remove the folders of posts that the week no longer holds."""
    for name in sorted(os.listdir(place)) if place.is_dir() else ():
        if name not in wanted and _FOLDER.match(name) and (place / name / "post.json").is_file():
            retire_folder(place / name)
