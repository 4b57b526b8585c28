"""What there is to say about a week's choices, each at its place in the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from swipewell.findings import Finding, error, warning
from swipewell.model.week import WeekPlan
from swipewell.week.choice import Choice
from swipewell.week.dates import Week


def located(plan: WeekPlan, finding: Finding) -> Finding:
    """Return a finding with its place in the plan's file."""
    return plan.source.locate(finding) if plan.source else finding


def at(finding: Finding, field: str) -> Finding:
    """Return a finding that is about a field, where it has no place of its own."""
    if finding.where.file is not None:
        return finding
    return finding._replace(where=finding.where._replace(field=field))


def about_choices(
    plan: WeekPlan, chosen: Iterable[Choice], dry: Mapping[str, Week]
) -> Iterator[Finding]:
    """Yield an error for each series without a post, and a warning for each that will have none."""
    chosen = list(chosen)
    numbers = {series.name: number for number, series in enumerate(plan.series)}
    for choice in chosen:
        name = choice.series.name
        field = f"series[{numbers[name]}].pool"
        if choice.member is None:
            yield located(plan, _none_left(choice, field))
        elif name in dry:
            yield located(plan, _runs_dry(name, dry[name], field))


def _none_left(choice: Choice, field: str) -> Finding:
    """Return the error about a series that has no post for its day."""
    name, day = choice.series.name, choice.day
    if choice.returns is None:
        message = f"“{name}” has no post for {day}: its pool holds none."
        return error("pool-empty", message, "Put a post there, or name another pool.", field=field)
    message = f"“{name}” has no post for {day}: all of its pool were posted too near to it."
    hint = f"Add a post, or shorten `rest`; the first may return on {choice.returns}."
    return error("pool-dry", message, hint, field=field)


def _runs_dry(name: str, week: Week, field: str) -> Finding:
    message = f"“{name}” will have no post left in {week}."
    return warning("pool-runs-dry", message, "Add posts to its pool before then.", field=field)
