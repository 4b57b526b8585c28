"""Entries to ``week.ics``: an appointment a post (RFC 5545), the same whenever it is written.

Times are in UTC, which every calendar shows in its owner's zone and which needs no description of
one. There is no clock in it: the stamp is the week's Monday.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence

from swipewell.export.artifact import Artifact
from swipewell.export.schedule.entry import Entry
from swipewell.version import __version__

_MINUTES = 15
_MOST_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def week_ics(entries: Sequence[Entry], monday: dt.date, owner: str) -> Artifact:
    """Return the calendar of a week.

    ``owner`` tells one practice's appointments from another's in one calendar: an appointment keeps
    its UID as long as owner, week and series have their names, whatever is posted and when.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Swipewell//Swipewell {__version__}//EN"]
    lines.append("CALSCALE:GREGORIAN")
    for entry in entries:
        lines += _event(entry, monday, owner)
    lines.append("END:VCALENDAR")
    return Artifact("week.ics", b"".join(folded(line) for line in lines))


def _event(entry: Entry, monday: dt.date, owner: str) -> Iterator[str]:
    identity = "\n".join((owner, monday.isoformat(), entry.series))
    about = f"{entry.folder}\n\n{entry.caption}"
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(identity.encode()).hexdigest()[:32]}@swipewell"
    yield f"DTSTAMP:{monday:%Y%m%d}T000000Z"
    yield f"DTSTART:{entry.utc:%Y%m%dT%H%M%SZ}"
    yield f"DURATION:PT{_MINUTES}M"
    yield f"SUMMARY:{escaped(f'Post: {entry.title}')}"
    yield f"DESCRIPTION:{escaped(about)}"
    yield f"CATEGORIES:{escaped(entry.series)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """Return a text as a calendar's value: no control characters, line breaks spelt out."""
    lines = "\n".join(text.splitlines())
    return "".join(c for c in lines if c in "\n\t" or c >= " ").translate(_ESCAPES)


def folded(line: str) -> bytes:
    """Return a line with its end, broken after at most 75 octets and never within a character."""
    out, room = [b""], _MOST_OCTETS
    for character in line:
        data = character.encode()
        if len(out[-1]) + len(data) > room:
            out.append(b"")
            room = _MOST_OCTETS - 1  # the blank that begins the line counts
        out[-1] += data
    return b"\r\n ".join(out) + b"\r\n"
