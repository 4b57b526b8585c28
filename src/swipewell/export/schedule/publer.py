"""Publer: twelve columns, of which none may be missing; alternative texts divided by two bars.

Columns and dates as in Publer's template and its help (publer.com/help, “How to use a CSV file”);
times are the workspace's.
"""

from __future__ import annotations

from swipewell.export.schedule.entry import Entry, Reach
from swipewell.export.schedule.table import Scheduler

_COLUMNS = (
    "Date - Intl. format or prompt",
    "Text",
    "Link(s) - Separated by comma for FB carousels",
    "Media URL(s) - Separated by comma",
    "Title - For the video, pin, PDF ..",
    "Label(s) - Separated by comma",
    "Alt text(s) - Separated by ||",
    "Comment(s) - Separated by ||",
    "Pin board, FB album, or Google category",
    "Post subtype - I.e. story, reel, PDF ..",
    "CTA - For Facebook links or Google",
    "Reminder - For stories, reels, shorts, and TikToks",
)


def _row(entry: Entry, reach: Reach) -> list[str]:
    alts = " || ".join(" ".join(one.alt.replace("||", "|").split()) for one in entry.pictures)
    label = entry.series.replace(",", "")
    head = [entry.local("%Y/%m/%d %H:%M"), entry.caption, "", ",".join(reach.of(entry)), ""]
    return [*head, label, alts, "", "", "", "", ""]


SCHEDULER = Scheduler("publer", _COLUMNS, _row)
