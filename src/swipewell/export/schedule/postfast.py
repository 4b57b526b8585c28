"""PostFast: times in UTC, the account by its UUID, at most two hundred rows a file.

Columns as in its help (help.postfa.st, “CSV format reference for bulk import”).
"""

from __future__ import annotations

from swipewell.export.schedule.entry import Entry, Reach
from swipewell.export.schedule.table import Scheduler

_COLUMNS = (
    "scheduled_at",
    "account_id",
    "content",
    "media_urls",
    "first_comment",
    "ig_publish_type",
)


def _row(entry: Entry, reach: Reach) -> list[str]:
    addresses = ",".join(reach.of(entry))
    return [entry.iso_utc(), reach.account, entry.caption, addresses, "", "POST"]


SCHEDULER = Scheduler("postfast", _COLUMNS, _row, most_rows=200)
