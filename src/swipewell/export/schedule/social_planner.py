"""Social Planner (HighLevel): six columns, at most ten pictures an entry and ninety rows a file.

Columns as in its basic template; times are the sub-account's.
"""

from __future__ import annotations

from swipewell.export.schedule.entry import Entry, Reach
from swipewell.export.schedule.table import Scheduler

_COLUMNS = (
    "postAtSpecificTime (YYYY-MM-DD HH:mm:ss)",
    "content",
    "link (OGmetaUrl)",
    "imageUrls",
    "gifUrl",
    "videoUrls",
)


def _row(entry: Entry, reach: Reach) -> list[str]:
    when = entry.local("%Y-%m-%d %H:%M:%S")
    return [when, entry.caption, "", ", ".join(reach.of(entry)), "", ""]


SCHEDULER = Scheduler("social-planner", _COLUMNS, _row, most_rows=90)
