"""A plan's file to a `WeekPlan`, which knows where each of its fields stands."""

from __future__ import annotations

import os

from swipewell.model.week import WeekPlan
from swipewell.reading.files import read_as


def read_week(path: str | os.PathLike[str]) -> WeekPlan:
    """Return the plan in a `week.yaml`, or in JSON; InputError with all its faults at once."""
    plan, source = read_as(WeekPlan, os.fspath(path))
    return plan.with_source(source)
