"""SocialBee: text first, the time last, as in its help (help.socialbee.com, article 80).

Times are the workspace's, written as ISO 8601 without an offset.
"""

from __future__ import annotations

from swipewell.export.schedule.entry import Entry, Reach
from swipewell.export.schedule.table import Scheduler

_COLUMNS = ("text", "link", "imageUrls", "gifUrls", "videoUrls", "postAtSpecificTime")


def _row(entry: Entry, reach: Reach) -> list[str]:
    when = entry.local("%Y-%m-%dT%H:%M:%S")
    return [entry.caption, "", ",".join(reach.of(entry)), "", "", when]


SCHEDULER = Scheduler("socialbee", _COLUMNS, _row)
