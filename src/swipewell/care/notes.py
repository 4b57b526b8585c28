"""What the disclaimer has to tell the author: a function a finding."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from swipewell.care.helplines import STALE_AFTER_DAYS, Directory, Helpline, Region, is_stale
from swipewell.care.wording import Wording
from swipewell.findings import Finding, warning

Printed = Region | Helpline | Directory
"""An entry of the registry that a slide prints; a region stands for its emergency number."""

_ISO_HINT = "Use an ISO 3166 code, such as US or GB; `swipewell helplines` lists the known ones."


def language_not_met(asked: str) -> Finding:
    """Say that the disclaimer is in English, not in the language of the post."""
    return warning(
        "disclaimer-language",
        f"The disclaimer is in English: its wording for {asked!r} is not ready to be printed.",
        "Say the essentials in your caption too, in the language of your readers.",
        field="language",
    )


def wording_unread(wording: Wording) -> Finding:
    """Say that nobody who knows the language well has read its wording yet."""
    return warning(
        "disclaimer-wording",
        f"The disclaimer's wording in {wording.language!r} is of {wording.confidence} confidence.",
        "Let a clinician who speaks the language natively read the last slide before you post it.",
        field="language",
    )


def no_region() -> Finding:
    """Say that no emergency number and no helpline can be printed without a region."""
    return warning(
        "no-region",
        "No region is set: the disclaimer prints no emergency number and no helpline of a country.",
        "Set `region:` in brand.yaml to the country of your readers, such as `region: US`.",
        field="region",
    )


def unknown_region(code: str, field: str) -> Finding:
    """Say that the registry does not know a region."""
    return warning(
        "unknown-region",
        f"There are no helplines for the region {code!r}: no number of it is printed, "
        "only the international directory.",
        _ISO_HINT,
        field=field,
    )


def unconfirmed_region(region: Region, *, helpline: bool, field: str) -> tuple[Finding, ...]:
    """Say what of a known region is not sure enough to be printed; ``helpline``: whether one is."""
    confirmed = {"emergency number": bool(region.emergency.primary), "helpline": helpline}
    missing = " and no ".join(what for what, known in confirmed.items() if not known)
    if not missing:
        return ()
    message = f"{region.name}: no {missing} is confirmed yet, so none is printed."
    hint = "Readers are sent to the international directory; the caption can name local help."
    return (warning("unconfirmed-region", message, hint, field=field),)


def stale(entries: Iterable[Printed], today: date) -> tuple[Finding, ...]:
    """Say which of the printed entries are too old, all of them in one finding."""
    old = [entry for entry in dict.fromkeys(entries) if is_stale(entry, today)]
    if not old:
        return ()
    listed = ", ".join(f"{_title(entry)} ({entry.researched_on})" for entry in old)
    message = f"Looked up more than {STALE_AFTER_DAYS} days ago: {listed}."
    hint = "Update Swipewell, or look at the providers' own sites before you post."
    return (warning("helpline-age", message, hint),)


def _title(entry: Printed) -> str:
    """Return the name of an entry in a message."""
    return f"emergency number of {entry.name}" if isinstance(entry, Region) else entry.name
