"""A week's name to its days, and a day and a time of day in a zone to a moment.

2026-W48  ->  Monday, 23 November 2026; 09:00 in America/Los_Angeles  ->  17:00 UTC
"""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from swipewell.findings import Finding, InputError, error, warning
from swipewell.named import NamedTuple

_NAME = re.compile(r"([1-9]\d{3})-?W(\d{1,2})", re.IGNORECASE)


class Week(NamedTuple):
    """A week of the calendar of ISO 8601: Monday to Sunday, week 1 has the year's first Thursday."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year:04}-W{self.number:02}"

    def day(self, index: int) -> dt.date:
        """Return a day of the week, Monday being 0."""
        return dt.date.fromisocalendar(self.year, self.number, index + 1)

    def later(self, weeks: int) -> Week:
        """Return the week so many weeks later."""
        return week_of(self.day(0) + dt.timedelta(weeks=weeks))


def week_of(day: dt.date) -> Week:
    """Return the week that a day lies in."""
    year, number, _ = day.isocalendar()
    return Week(year, number)


def week_named(name: str) -> Week:
    """Return the week of a name such as ``2026-W48``; InputError where no calendar has it."""
    found = _NAME.fullmatch(name.strip())
    if found is None:
        raise _no_week(f"“{name[:40]}” is not a week.", "Write year and week, such as 2026-W48.")
    year, number = int(found[1]), int(found[2])
    last = dt.date(year, 12, 28).isocalendar().week
    if not 1 <= number <= last:
        raise _no_week(f"{year} has no week {number}.", f"Its last one is {year}-W{last}.")
    return Week(year, number)


def _no_week(message: str, hint: str) -> InputError:
    return InputError([error("unknown-week", message, hint)])


def moment(day: dt.date, time: dt.time, zone: ZoneInfo) -> tuple[dt.datetime, Finding | None]:
    """Return the moment at which it is that time there, and a warning where a clock change is in the way.

    A time that is skipped comes as much later as clocks go forward; of one that comes twice it is
    the first.
    """
    local = dt.datetime.combine(day, time, tzinfo=zone)
    real = local.astimezone(dt.UTC).astimezone(zone)
    shown, place = f"{time:%H:%M} on {day.isoformat()}", zone.key
    if real.replace(tzinfo=None) != local.replace(tzinfo=None):
        message = f"There is no {shown} in {place}: clocks go forward there."
        hint = f"It is posted at {real:%H:%M}; choose another time if that will not do."
        return real, warning("time-skipped", message, hint)
    if local.replace(fold=1).utcoffset() != local.utcoffset():
        message = f"{shown} comes twice in {place}: clocks go back there."
        hint = "It is posted the first time; choose another time if that will not do."
        return local, warning("time-twice", message, hint)
    return local, None
