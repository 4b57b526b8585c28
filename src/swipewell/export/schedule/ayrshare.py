"""Ayrshare: four columns, times in UTC, as in its documentation of `/post/bulk`."""

from __future__ import annotations

from swipewell.export.schedule.entry import Entry, Reach
from swipewell.export.schedule.table import Scheduler


def _row(entry: Entry, reach: Reach) -> list[str]:
    return [entry.caption, "instagram", ",".join(reach.of(entry)), entry.iso_utc()]


SCHEDULER = Scheduler("ayrshare", ("post", "platforms", "mediaUrls", "scheduleDate"), _row)
