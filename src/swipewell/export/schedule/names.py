"""The schedulers that a plan may name under ``exports``, by their names."""

from __future__ import annotations

from swipewell.export.schedule import (
    ayrshare,
    inssist,
    postfast,
    publer,
    social_planner,
    socialbee,
)
from swipewell.export.schedule.table import Scheduler

SCHEDULERS: dict[str, Scheduler] = {
    one.SCHEDULER.name: one.SCHEDULER
    for one in (publer, social_planner, socialbee, postfast, ayrshare, inssist)
}
