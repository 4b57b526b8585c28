from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swipewell.findings import InputError
from swipewell.week.dates import Week, moment, week_named, week_of

DAYS = st.dates(dt.date(1970, 1, 5), dt.date(2200, 1, 1))
ZONES = st.sampled_from(
    ["UTC", "America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu"]
)


@given(DAYS, st.integers(-60, 60))
def test_weeks_follow_each_other_without_a_gap(day: dt.date, count: int) -> None:
    week = week_of(day)
    assert week.day(0) <= day <= week.day(6)
    assert week.later(count).day(0) - week.day(0) == dt.timedelta(weeks=count)
    assert week_named(str(week)) == week
    assert (week < week.later(1)) is True


@pytest.mark.parametrize("name", ["2026-W48", "2026w48", " 2026-W48 "])
def test_a_week_is_known_by_its_name(name: str) -> None:
    assert week_named(name) == Week(2026, 48)


@pytest.mark.parametrize(
    ("name", "said"),
    [("2026-W54", "Its last one is 2026-W53."), ("2025-W53", "2025-W52"), ("2026-W00", "2026-W53"),
     ("next", "such as 2026-W48"), ("2026-48", "such as"), ("", "such as")],
)  # fmt: skip
def test_a_week_that_no_calendar_has_is_refused(name: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        week_named(name)
    assert said in caught.value.findings[0].hint


@given(DAYS, st.times().map(lambda time: time.replace(second=0, microsecond=0)), ZONES)
def test_a_moment_is_the_time_on_its_clock_or_is_told(
    day: dt.date, time: dt.time, zone: str
) -> None:
    at, said = moment(day, time, ZoneInfo(zone))
    assert at.astimezone(dt.UTC).astimezone(ZoneInfo(zone)) == at
    if said is None or said.code == "time-twice":
        assert (at.date(), at.time()) == (day, time)
    else:
        assert said.code == "time-skipped"
        assert at.replace(tzinfo=None) > dt.datetime.combine(day, time)


@pytest.mark.parametrize(
    ("day", "time", "zone", "code", "utc"),
    [
        ("2027-03-14", "02:30", "America/Los_Angeles", "time-skipped", "2027-03-14T10:30"),
        ("2026-11-01", "01:30", "America/Los_Angeles", "time-twice", "2026-11-01T08:30"),
        ("2027-03-28", "02:30", "Europe/Berlin", "time-skipped", "2027-03-28T01:30"),
        ("2027-10-31", "02:30", "Europe/Berlin", "time-twice", "2027-10-31T00:30"),
        ("2026-11-23", "09:00", "America/Los_Angeles", None, "2026-11-23T17:00"),
        ("2026-07-20", "09:00", "America/Los_Angeles", None, "2026-07-20T16:00"),
    ],
)
def test_clock_changes_are_told(day: str, time: str, zone: str, code: str | None, utc: str) -> None:
    at, said = moment(dt.date.fromisoformat(day), dt.time.fromisoformat(time), ZoneInfo(zone))
    assert (said.code if said else None) == code
    assert at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M") == utc
