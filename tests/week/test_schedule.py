"""Every scheduler's file, read by another's reader: the same captions, moments and pictures."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from week_cases import entry

from swipewell.export.schedule.calendar import folded, week_ics
from swipewell.export.schedule.entry import Entry, Reach
from swipewell.export.schedule.generic import bundle, schedule_csv
from swipewell.export.schedule.names import SCHEDULERS
from swipewell.export.schedule.table import fits, left_out, tables
from swipewell.model.week import WITHOUT_ADDRESS, Export

REACH = Reach("https://media.example/alma/2026-W48", "0b1c")
TEXTS = st.text(
    st.one_of(
        st.sampled_from("\n,;\"'|=+@\\🌿é\u2028 "), st.characters(exclude_categories=("Cs", "Cc"))
    ),
    min_size=1,
    max_size=80,
)
ENTRIES = st.builds(
    entry,
    TEXTS,
    st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2100, 1, 1)).map(
        lambda at: at.replace(second=0, microsecond=0, tzinfo=ZoneInfo("America/Los_Angeles"))
    ),
    st.lists(TEXTS, min_size=1, max_size=10).map(tuple),
)

_Told = tuple[str, str, list[str]]
"""When, the caption, and the addresses of the pictures."""
READ: dict[str, Callable[[list[str]], _Told]] = {
    "publer": lambda row: (row[0], row[1], row[3].split(",")),
    "social-planner": lambda row: (row[0], row[1], row[3].split(", ")),
    "socialbee": lambda row: (row[5], row[0], row[2].split(",")),
    "postfast": lambda row: (row[0], row[2], row[3].split(",")),
    "ayrshare": lambda row: (row[3], row[0], row[2].split(",")),
    "inssist": lambda row: (row[0], row[1], [cell for cell in row[2:] if cell]),
}
FORMS = {
    "publer": "%Y/%m/%d %H:%M",
    "social-planner": "%Y-%m-%d %H:%M:%S",
    "socialbee": "%Y-%m-%dT%H:%M:%S",
    "postfast": "%Y-%m-%dT%H:%M:%SZ",
    "ayrshare": "%Y-%m-%dT%H:%M:%SZ",
    "inssist": "%d/%m/%Y %H:%M",
}
IN_UTC = ("postfast", "ayrshare")


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def test_every_export_of_a_plan_has_its_writer() -> None:
    assert {*SCHEDULERS, *WITHOUT_ADDRESS} == set(Export.__args__)  # type: ignore[attr-defined]
    assert set(READ) == set(SCHEDULERS)


@pytest.mark.parametrize("name", SCHEDULERS)
@settings(max_examples=40, deadline=None)
@given(st.lists(ENTRIES, min_size=1, max_size=3))
@example([entry('Commas, "quotes",\n\nline breaks 🌿\n=1+1')])
def test_what_a_scheduler_reads_is_what_was_planned(name: str, entries: list[Entry]) -> None:
    (file,) = tables(SCHEDULERS[name], entries, REACH)
    head, *told = rows(file.data)
    assert file.name == f"{name}.csv"
    assert head == list(SCHEDULERS[name].columns)
    assert {len(row) for row in told} == {len(head)}
    for row, planned in zip(told, entries, strict=True):
        when, caption, addresses = READ[name](row)
        moment = dt.datetime.strptime(when, FORMS[name])
        assert caption == planned.caption
        assert moment == (planned.utc if name in IN_UTC else planned.at).replace(tzinfo=None)
        assert [unquote(urlsplit(one).path) for one in addresses] == [
            f"/alma/2026-W48/{planned.folder}/{picture.file}" for picture in planned.pictures
        ]


@given(st.lists(TEXTS, min_size=1, max_size=10).map(tuple))
def test_publer_gets_a_text_for_each_picture(alts: tuple[str, ...]) -> None:
    (file,) = tables(SCHEDULERS["publer"], [entry(alts=alts)], REACH)
    told = rows(file.data)[1][6].split(" || ")
    assert len(told) == len(alts) or any(not alt.strip(" |\n\u2028") for alt in alts)
    assert "".join("".join(told).split()) == "".join(
        "".join(alt.replace("||", "|").split()) for alt in alts
    )


def test_postfast_is_told_the_account_and_what_to_make() -> None:
    (file,) = tables(SCHEDULERS["postfast"], [entry()], REACH)
    assert rows(file.data)[1][1] == "0b1c"
    assert rows(file.data)[1][5] == "POST"


@pytest.mark.parametrize(("name", "most"), [("social-planner", 90), ("postfast", 200)])
@pytest.mark.parametrize("beyond", [-1, 0, 1])
def test_more_rows_than_a_scheduler_takes_are_divided(name: str, most: int, beyond: int) -> None:
    entries = [entry(str(number)) for number in range(most + beyond)]
    files = tables(SCHEDULERS[name], entries, REACH)
    parts = [rows(file.data) for file in files]
    names = [f"{name}.csv"] if beyond < 1 else [f"{name}-1.csv", f"{name}-2.csv"]
    assert [file.name for file in files] == names
    assert all(len(part) <= most + 1 for part in parts)
    assert [READ[name](row)[1] for part in parts for row in part[1:]] == [
        one.caption for one in entries
    ]


def test_a_post_with_too_many_slides_is_told_and_not_cut() -> None:
    long = entry(alts=("a",) * 12)
    schedulers = [SCHEDULERS["publer"], SCHEDULERS["inssist"]]
    assert [fits(entry(alts=("a",) * count), schedulers[0]) for count in (10, 11)] == [True, False]
    (finding,) = left_out(long, schedulers)
    assert "12 slides; publer and inssist post at most 10" in finding.message
    assert "Shorten it by 2" in finding.hint
    assert not list(left_out(entry(), schedulers))


@settings(max_examples=40, deadline=None)
@given(st.lists(ENTRIES, max_size=3))
def test_the_calendar_is_read_by_another_reader(entries: list[Entry]) -> None:
    entries = [one._replace(series=f"Series {number}") for number, one in enumerate(entries)]
    data = week_ics(entries, dt.date(2026, 11, 23), "@alma").data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    told = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert [one.decoded("dtstart") for one in told] == [one.utc for one in entries]
    assert [str(one["summary"]) for one in told] == [f"Post: {one.title}" for one in entries]
    assert len({str(one["uid"]) for one in told}) == len(entries)
    for one, planned in zip(told, entries, strict=True):
        lines = "\n".join(f"{planned.folder}\n\n{planned.caption}".splitlines())
        assert str(one["description"]) == lines
        assert one.decoded("dtstamp") == dt.datetime(2026, 11, 23, tzinfo=dt.UTC)


def test_an_appointment_keeps_its_uid_whatever_is_posted_and_when() -> None:
    def uid(one: Entry, owner: str = "@alma") -> str:
        calendar = icalendar.Calendar.from_ical(week_ics([one], dt.date(2026, 11, 23), owner).data)
        return str(calendar.walk("VEVENT")[0]["uid"])

    moved = entry("Another", dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC))
    assert uid(entry()) == uid(moved)
    assert uid(entry()) != uid(entry(), "@other")
    assert uid(entry()) != uid(entry()._replace(series="Tips"))


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_a_folded_line_unfolds_to_itself(line: str) -> None:
    data = folded(line)
    assert all(len(one) <= 75 and one.decode() is not None for one in data.split(b"\r\n"))
    assert data.replace(b"\r\n ", b"").decode() == f"{line}\r\n"


def test_the_schedule_tells_all_and_the_zip_brings_all() -> None:
    one = entry('A, "b"\n\nc')
    schedule = schedule_csv([one], "America/Los_Angeles")
    told = dict(zip(*rows(schedule.data), strict=True))
    assert (told["date"], told["time"], told["utc"]) == (
        "2026-11-23",
        "09:00",
        "2026-11-23T17:00:00Z",
    )
    assert told["caption"] == one.caption
    assert told["pictures"].split("\n") == ["mon-0900-a, b/01.jpg", "mon-0900-a, b/02.jpg"]
    pictures = {f"mon-0900-a, b/0{number}.jpg": bytes([number]) for number in (1, 2)}
    made = bundle([one], schedule, pictures)
    assert made == bundle([one], schedule, pictures)
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == {
        "schedule.csv": schedule.data,
        "mon-0900-a, b/caption.txt": f"{one.caption}\n".encode(),
        "mon-0900-a, b/alt.txt": b"01.jpg\nOne\n\n02.jpg\nTwo\n",
        **pictures,
    }
