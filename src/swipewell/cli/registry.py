"""Regions of the registry as lines for people, or as plain values for programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from swipewell.care.contacts import printed_address
from swipewell.care.helplines import (
    STALE_AFTER_DAYS,
    Directory,
    Helpline,
    Region,
    age_days,
    answers,
    international_directories,
    is_settled,
    is_stale,
    is_sure,
)
from swipewell.care.own import is_own

Entry = Region | Helpline | Directory


def as_text(places: Sequence[Region], today: dt.date) -> str:
    """Return regions as lines: each entry with its number, hours, languages, scope, age and source."""
    lines = [line for place in places for line in (*_region(place, today), "")]
    return "\n".join((*lines, *_worldwide(today)))


def as_object(places: Sequence[Region], today: dt.date) -> dict[str, Any]:
    """Return regions as the object that `--json` prints."""
    from swipewell.version import __version__

    return {
        "version": __version__,
        "today": today.isoformat(),
        "old_after_days": STALE_AFTER_DAYS,
        "regions": [_region_object(place, today) for place in places],
        "international": [
            _directory_object(directory, today) for directory in international_directories()
        ],
    }


def why_not(line: Helpline) -> str:
    """Return why no slide prints a line, empty where one may."""
    if not line.shown:
        return "it is not confirmed yet, or hidden"
    if line.verify:
        return f"to be settled first: {line.verify}"
    if not is_settled(line):
        return f"its confidence is {line.confidence}"
    if not (line.call or line.text):
        return "it has no number"
    return "" if answers(line) else "nobody there answers in a crisis"


def _region(place: Region, today: dt.date) -> Iterator[str]:
    """Yield the lines about a region."""
    dialled = place.emergency.primary
    yield f"{place.name} ({place.code})"
    yield (
        f"  emergency: {dialled}; {_age(place, today)}" if dialled else "  emergency: none is sure"
    )
    for line in place.lines:
        yield from _line(line, today)
    yield from _directories("find a therapist", filter(is_sure, place.directories), today)


def _line(line: Helpline, today: dt.date) -> Iterator[str]:
    """Yield the lines about a helpline."""
    yield f"  {line.id}: {line.name}{' (your own)' if is_own(line) else ''}"
    ways = _ways(line)
    hours = line.printed_hours or "hours not settled"
    spoken = ", ".join(line.languages) or "languages unknown"
    scope = ", ".join(line.scope).replace("_", " ")
    yield f"    {'; '.join((*ways, hours, spoken, scope))}"
    yield f"    {_age(line, today)}; confidence {line.confidence}"
    if reason := why_not(line):
        yield f"    never printed: {reason}"
    yield from (f"    source: {source}" for source in line.sources)


def _ways(line: Helpline) -> Iterator[str]:
    """Yield the ways to reach a line."""
    if line.call and line.call == line.text and not line.text_body:
        yield f"call or text {line.call}"
        return
    if line.call:
        yield f"call {line.call}"
    if line.text:
        yield f"text {line.text_body} to {line.text}" if line.text_body else f"text {line.text}"


def _directories(title: str, entries: Iterable[Directory], today: dt.date) -> Iterator[str]:
    """Yield the lines about directories, under a title."""
    for number, entry in enumerate(entries):
        if number == 0:
            yield f"  {title}"
        own = " (your own)" if is_own(entry) else ""
        yield f"    {printed_address(entry.url)}: {entry.name}{own}; {_age(entry, today)}"


def _worldwide(today: dt.date) -> Iterator[str]:
    """Yield the lines about the directories for readers anywhere."""
    yield "Anywhere; the first one stands on every slide"
    yield from _directories("find a helpline", international_directories(), today)


def _age(entry: Entry, today: dt.date) -> str:
    """Return when an entry was looked up: ``looked up 2026-11-23, 8 days ago``."""
    days = age_days(entry, today)
    ago = "today" if days == 0 else f"{days} days ago" if days != 1 else "1 day ago"
    if days < 0:
        ago = "a day yet to come"
    old = f", more than {STALE_AFTER_DAYS}: look it up again" if is_stale(entry, today) else ""
    return f"looked up {entry.researched_on}, {ago}{old}"


def _dated(entry: Entry, today: dt.date) -> dict[str, Any]:
    """Return what every entry tells of its age and origin."""
    return {
        "researched_on": entry.researched_on.isoformat(),
        "age_days": age_days(entry, today),
        "old": is_stale(entry, today),
        "own": is_own(entry),
    }


def _region_object(place: Region, today: dt.date) -> dict[str, Any]:
    dialled = place.emergency.primary
    return {
        "region": place.code,
        "name": place.name,
        "emergency": {"number": dialled, **_dated(place, today)} if dialled else None,
        "lines": [_line_object(line, today) for line in place.lines],
        "directories": [
            _directory_object(entry, today) for entry in place.directories if is_sure(entry)
        ],
    }


def _line_object(line: Helpline, today: dt.date) -> dict[str, Any]:
    """Return a helpline with the fields of a file of one's own, and what is known besides."""
    reason = why_not(line)
    return {
        "id": line.id,
        "name": line.name,
        "call": line.call or None,
        "text": line.text or None,
        "text_body": line.text_body or None,
        "hours": line.printed_hours or None,
        "languages": list(line.languages),
        "scope": list(line.scope),
        "url": line.url or None,
        "sources": list(line.sources),
        "confidence": line.confidence,
        "printed": not reason,
        "reason": reason or None,
        "note": line.note or None,
        **_dated(line, today),
    }


def _directory_object(entry: Directory, today: dt.date) -> dict[str, Any]:
    return {"name": entry.name, "url": entry.url, **_dated(entry, today)}
