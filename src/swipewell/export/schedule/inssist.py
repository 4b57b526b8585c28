"""Inssist: a column for each picture, days before months, as in its sample file.

Its makers have not said that captions keep their line breaks: have a look before you schedule.
"""

from __future__ import annotations

from swipewell.export.schedule.entry import Entry, Reach
from swipewell.export.schedule.table import Scheduler

_PICTURES = 10


def _row(entry: Entry, reach: Reach) -> list[str]:
    addresses = reach.of(entry)
    blanks = [""] * (_PICTURES - len(addresses))
    return [entry.local("%d/%m/%Y %H:%M"), entry.caption, *addresses, *blanks]


SCHEDULER = Scheduler("inssist", ("Date", "Caption", *["Image"] * _PICTURES), _row)
