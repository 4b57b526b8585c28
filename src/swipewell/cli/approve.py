"""`swipewell approve`: a clinician's sign-off, bound to what readers will see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from swipewell.cli import options

if TYPE_CHECKING:
    from swipewell.carousel import Studio
    from swipewell.cli.work import Draft, Result, Settings


def approve(
    paths: options.Paths,
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Who has read the post, with credential.")
    ],
    brand: options.BrandFile = None,
    theme: options.ThemeName = None,
    size: options.SizeName = options.Size.SQUARE,
    scale: Annotated[
        int, typer.Option("--scale", min=1, max=2, help="The scale it will be rendered at.")
    ] = 1,
    json: options.AsJson = False,
    today: options.Today = None,
) -> None:
    """Sign posts as they come out: writes POST.approved beside each, bound to pixels, texts, caption.

    \b
    Example:
      swipewell approve rest.yaml --by "A. Rivera, LMFT"
      swipewell render rest.yaml --approved-only

    Any change to what readers see or hear voids the sign-off; so does another theme or size. A post
    with findings of severity error is not signed: mend it, or set the rule aside with a reason.
    """
    from functools import partial

    from swipewell.cli.report import HumanReport, JsonReport
    from swipewell.cli.run import run_check
    from swipewell.cli.work import Settings

    if not by.strip():
        raise typer.BadParameter("somebody has to sign: give a name.", param_hint="'--by'")
    date, look = options.day(today), options.known_theme(theme)
    settings = Settings(brand, look, date, formats=(), size=size.value, scale=scale)
    report = JsonReport() if json else HumanReport()
    work = partial(_signed, by=by.strip())
    raise typer.Exit(run_check(paths, settings, report, work))


def _signed(draft: Draft, settings: Settings, studio: Studio, *, by: str) -> Result:
    """Return the result of a post that is signed, or of one that is not to be."""
    from swipewell.approval import approve as sign
    from swipewell.approval import sign_off
    from swipewell.cli.work import Result, attempt, is_failing, prepared
    from swipewell.pipeline import compose_prepared

    def signing() -> Result:
        carousel = compose_prepared(prepared(draft, settings), studio)
        found = carousel.findings
        if is_failing(found, strict=False):
            note = "not approved, because of its errors"
            return Result(draft.path, "failed", draft.slug, findings=found, exit_code=1, note=note)
        file = sign(carousel, sign_off(draft.path, draft.slug), by, settings.today)
        return Result(draft.path, "approved", draft.slug, str(file), findings=found)

    return attempt(draft.path, draft.slug, signing)
