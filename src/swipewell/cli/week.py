"""`swipewell week`: the posts of a week chosen, rendered, and listed for schedulers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from swipewell.cli import options

if TYPE_CHECKING:
    import datetime as dt

    from swipewell.week.dates import Week


def week(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="WEEK",
            show_default=False,
            help="Such as 2026-W48. Otherwise the week after the day of --today.",
        ),
    ] = None,
    plan: Annotated[
        str, typer.Option("--plan", metavar="FILE", help="The plan of your weeks.")
    ] = "week.yaml",
    out: Annotated[
        str,
        typer.Option(
            "--out",
            "-o",
            metavar="FOLDER",
            help="Where the weeks' folders go, and earlier ones are.",
        ),
    ] = "weeks",
    brand: options.BrandFile = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMATS",
            help="jpeg, png or webp, or several with commas, and pdf besides. Instagram's API takes JPEG.",
        ),
    ] = "jpeg",
    size: options.SizeName = options.Size.SQUARE,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Count warnings as errors, and write no post that has either."
        ),
    ] = False,
    approved_only: Annotated[
        bool,
        typer.Option(
            "--approved-only", help="Write only what `swipewell approve` has signed as it is."
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Render unchanged posts, too.")] = False,
    json: options.AsJson = False,
    today: Annotated[
        str | None,
        typer.Option(
            "--today",
            metavar="YYYY-MM-DD",
            help="The day after whose week comes the one that is meant. Otherwise the system's date.",
        ),
    ] = None,
) -> None:
    """Choose a week's posts out of the pools of a plan, render them, and list them for schedulers.

    \b
    Example:
      swipewell week
      swipewell week 2026-W48 --plan week.yaml -o weeks

    A post becomes the folder OUT/2026-W48/mon-0900-NAME. Beside these stand schedule.csv, week.ics
    for your calendar, sheet.png (the week in your profile's grid), a file for each scheduler that
    the plan names, and week.json, by which later weeks know what was used.

    No post returns before it has rested. Asked again, a week keeps its posts; delete its folder to
    choose anew. The age of helplines is judged by the day on which a post goes out.
    """
    date, forms = options.day(today), _formats(formats)
    wanted = _week(name, date)

    from swipewell.cli.report import HumanReport, JsonReport
    from swipewell.cli.weekly import run_week
    from swipewell.cli.work import Settings

    settings = Settings(
        brand,
        strict=strict,
        out=out,
        formats=forms,
        force=force,
        size=size.value,
        approved_only=approved_only,
    )
    raise typer.Exit(run_week(plan, wanted, settings, JsonReport() if json else HumanReport()))


def _week(name: str | None, today: dt.date | None) -> Week:
    """Return the week of a name, else the one after a day's; wrong usage where there is none."""
    import datetime as dt

    from swipewell.findings import InputError
    from swipewell.week.dates import week_named, week_of

    if name is None:
        return week_of(today or dt.date.today()).later(1)
    try:
        return week_named(name)
    except InputError as unknown:
        raise options.wrong(unknown, "WEEK") from None


def _formats(text: str) -> tuple[str, ...]:
    """Return the formats that `--format` names; wrong usage where one is unknown, or none has pictures."""
    from swipewell.cli.render import formats_named
    from swipewell.export.formats import PAGED

    named = formats_named(text)
    if named == (PAGED,):
        raise typer.BadParameter(
            "Schedulers take pictures: name jpeg too.", param_hint="'--format'"
        )
    return named
