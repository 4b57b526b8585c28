"""Pools and what was posted before to the posts of a week: the same whenever it is asked.

A post returns only when it has rested, and what later weeks already hold counts as well. A week
that was made keeps its posts as long as they may stay, so that asking again changes nothing that
somebody has scheduled by then.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence

from swipewell.model.week import DAYS, Series, WeekPlan
from swipewell.named import NamedTuple
from swipewell.week.dates import Week
from swipewell.week.pool import Member

_AHEAD = 4
"""Weeks for which a pool should last."""


class Use(NamedTuple):
    """A post that a week holds: on which day, for which series, and how it is known."""

    day: dt.date
    series: str
    key: str
    slug: str
    title: str

    def is_of(self, member: Member) -> bool:
        """Return whether it was this post; one that was moved is known by slug and title."""
        return self.key == member.key or (self.slug, self.title) == (member.slug, member.title)


class Choice(NamedTuple):
    """A series' place in a week, and the post for it.

    Where no post may stand there, ``returns`` is the day from which one may; None where there is none.
    """

    series: Series
    day: dt.date
    member: Member | None
    returns: dt.date | None = None

    def as_use(self) -> Use | None:
        """Return the choice as what later weeks have to know of it."""
        member = self.member
        if member is None:
            return None
        return Use(self.day, self.series.name, member.key, member.slug, member.title)


def choose(
    plan: WeekPlan,
    week: Week,
    pools: Mapping[str, Sequence[Member]],
    uses: Iterable[Use],
    before: Mapping[str, Use] | None = None,
) -> tuple[Choice, ...]:
    """Return a week's posts, in the order in which they are posted.

    ``uses`` are those of all other weeks, ``before`` what this week held by the names of its series.
    """
    known = list(uses)
    kept: dict[str, Choice] = {}
    places = [_Place.of(series, plan, week) for series in plan.in_order()]
    for place in places:
        held = (before or {}).get(place.series.name)
        if held is not None and (member := _kept(place, pools, known, held)) is not None:
            kept[place.series.name] = Choice(place.series, place.day, member)
            known.append(held._replace(day=place.day))
    chosen = []
    for place in places:
        choice = kept.get(place.series.name)
        if choice is None:
            choice = Choice(place.series, place.day, *_chosen(place, pools, known))
            known.extend(use for use in (choice.as_use(),) if use)
        chosen.append(choice)
    return tuple(chosen)


class _Place(NamedTuple):
    """Where a series stands in a week, and for how many days its posts have to have rested."""

    series: Series
    week: Week
    day: dt.date
    rest: int

    @classmethod
    def of(cls, series: Series, plan: WeekPlan, week: Week) -> _Place:
        """Return the place of a plan's series in a week."""
        rest = plan.rest if series.rest is None else series.rest
        return cls(series, week, week.day(DAYS.index(series.day)), rest)

    def takes(self, days: Iterable[dt.date]) -> bool:
        """Return whether a post of these days may stand here: far enough from them, once a week at most."""
        monday, sunday = self.week.day(0), self.week.day(6)
        return all(
            abs((self.day - other).days) >= self.rest and not monday <= other <= sunday
            for other in days
        )


_Pools = Mapping[str, Sequence[Member]]


def _kept(place: _Place, pools: _Pools, uses: Sequence[Use], held: Use) -> Member | None:
    """Return the post that a week held, if it may stay.

    Later weeks do not count: they were chosen when it was there.
    """
    sunday = place.week.day(6)
    for member in pools.get(place.series.name, ()):
        if held.is_of(member):
            days = (use.day for use in uses if use.is_of(member) and use.day <= sunday)
            return member if place.takes(days) else None
    return None


def _chosen(
    place: _Place, pools: _Pools, uses: Sequence[Use]
) -> tuple[Member | None, dt.date | None]:
    """Return the post for a place and None, or None and the day from which one may stand there."""
    series, pool = place.series, pools.get(place.series.name, ())
    own = {member.key: [use.day for use in uses if use.is_of(member)] for member in pool}
    rested = [member for member in pool if place.takes(own[member.key])]
    if not rested:
        ends = [max(days) + dt.timedelta(days=max(place.rest, 1)) for days in own.values()]
        return None, min(ends, default=None)
    if series.pick == "seeded":
        return min(rested, key=lambda one: _lot(place.week, series, one)), None
    return min(rested, key=lambda one: _last(own[one.key], place.day)), None


def _last(days: Iterable[dt.date], day: dt.date) -> dt.date:
    """Return when a post stood there last before a day; long ago where it never did."""
    return max((other for other in days if other < day), default=dt.date.min)


def _lot(week: Week, series: Series, member: Member) -> str:
    """Return a post's lot in a week: one that nobody draws, and that changes with no other post."""
    return hashlib.sha256(f"{week}\n{series.name}\n{member.key}".encode()).hexdigest()


def running_dry(
    plan: WeekPlan,
    week: Week,
    pools: Mapping[str, Sequence[Member]],
    uses: Iterable[Use],
    chosen: Iterable[Choice],
) -> dict[str, Week]:
    """Return the series that will find no post within the next four weeks, and the week of each."""
    made = list(uses)
    known = [*made, *(use for choice in chosen if (use := choice.as_use()))]
    dry: dict[str, Week] = {}
    for number in range(1, _AHEAD + 1):
        coming = week.later(number)
        held = {use.series for use in made if coming.day(0) <= use.day <= coming.day(6)}
        for choice in choose(plan, coming, pools, known):
            use = choice.as_use()
            if choice.series.name in held:
                continue
            if use is None:
                dry.setdefault(choice.series.name, coming)
            else:
                known.append(use)
    return dry
