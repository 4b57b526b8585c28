"""A plan and a week to its folder, told post by post, and to one exit code."""

from __future__ import annotations

from pathlib import Path

from swipewell.carousel import Studio
from swipewell.cli.interrupt import heed
from swipewell.cli.light import import_yaml
from swipewell.cli.report import HumanReport, JsonReport
from swipewell.cli.terminal import harmless, put
from swipewell.cli.work import Desk, Draft, Result, Settings, attempt, is_failing, render_draft
from swipewell.reading.week import read_week
from swipewell.week.dates import Week
from swipewell.week.make import Deck, MadeWeek, Slot, make_week


def run_week(plan: str, week: Week, settings: Settings, report: HumanReport | JsonReport) -> int:
    """Make a week; return the exit code. ``settings.out`` is where all weeks are."""
    import_yaml()
    bench = _Bench(settings, report)

    def making() -> MadeWeek:
        return make_week(
            read_week(plan), week, settings.out, brand=settings.brand,
            formats=settings.formats, maker=bench.render,
        )  # fmt: skip

    made = attempt(plan, None, making)
    heed()
    if isinstance(made, Result):
        report.add(made)
        report.end(made.exit_code)
        return made.exit_code
    code = made.exit_code or (1 if is_failing(made.findings, settings.strict) else 0)
    _tell(made, plan, report)
    report.end(code)
    return code


class _Bench:
    """Renders slots as `swipewell render` renders posts: what has not changed is left as it is."""

    def __init__(self, settings: Settings, report: HumanReport | JsonReport) -> None:
        self._settings = settings
        self._report = report
        self._desk = Desk(settings)
        self._studio = Studio()

    def render(self, slot: Slot, place: Path) -> Deck:
        """Render a slot's post into its folder, tell it, and return what became of it."""
        heed()
        result = self._rendered(slot, place)
        self._report.add(result)
        folder = Path(result.out) if result.out is not None else None
        return Deck(folder, result.findings, result.exit_code)

    def _rendered(self, slot: Slot, place: Path) -> Result:
        settings = self._settings._replace(out=str(place), theme=slot.theme, today=slot.day)
        for read in self._desk.read(slot.member.path):
            if isinstance(read, Result):
                return read
            if read.slug == slot.member.slug:
                draft = Draft(read.path, read.post, read.brand, slot.folder)
                return render_draft(draft, settings, self._studio).about(draft)
        raise LookupError(f"{slot.member.key} has gone")  # it was there when its pool was read


def _tell(made: MadeWeek, plan: str, report: HumanReport | JsonReport) -> None:
    """Tell what is to be said about the week itself, and what stands in its folder."""
    if isinstance(report, JsonReport):
        report.besides["week"] = {
            "week": str(made.week),
            "plan": plan,
            "out": str(made.folder),
            "files": list(made.files),
            "posts": [
                {"series": one.series, "at": one.at.isoformat(), "folder": one.folder}
                for one in made.entries
            ],
            "findings": [finding.as_dict() for finding in made.findings],
        }
        return
    report.tell(made.findings, plan)
    if made.files:
        files = harmless(", ".join(made.files))
        put(f"week      {made.week} -> {harmless(str(made.folder))} ({files})")
