"""What the disclaimer has to tell the author: a function a finding."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from swipewell.care.helplines import STALE_AFTER_DAYS, Directory, Helpline, Region, is_stale
from swipewell.care.own import is_own
from swipewell.care.wording import Wording
from swipewell.findings import Finding, info, warning

Printed = Region | Helpline | Directory
"""An entry of the registry that a slide prints; a region stands for its emergency number."""

_ISO_HINT = "Use an ISO 3166 code, such as US or GB; `swipewell helplines` lists the known ones."


def language_not_met(asked: str, got: str, lacking: tuple[str, ...]) -> Finding:
    """Say that the disclaimer is in another language than the post; ``lacking``: own parts to add."""
    hint = "Say the essentials in your caption too, in the language of your readers; or write them"
    if lacking:
        hint = f"Your own wording still lacks {', '.join(lacking)}: write them"
    return warning(
        "disclaimer-language",
        f"The disclaimer is in {_called(got)}: there is no wording in {asked!r} to be printed.",
        f"{hint} in brand.yaml, under `disclaimer: {{wording: {{{asked}: …}}}}`.",
        field="language",
    )


def words_missing(language: str, borrowed: tuple[tuple[str, str], ...]) -> Finding:
    """Say which sentences of a slide are in another language, for its own does not have them."""
    said = "; ".join(f"“{text}” in {_called(source)}" for text, source in borrowed)
    return warning(
        "disclaimer-language",
        f"Some words are not known in {language!r} yet, so a slide says: {said}.",
        f"Write them in brand.yaml, under `disclaimer: {{wording: {{{language}: …}}}}`. "
        "`region:` and `directory:` make sentences about unknown numbers needless.",
        field="language",
    )


def _called(language: str) -> str:
    return "English" if language == "en" else repr(language)


def wording_unread(wording: Wording) -> Finding:
    """Say that nobody who knows the language well has read its wording yet."""
    return warning(
        "disclaimer-wording",
        f"The disclaimer's wording in {wording.language!r} is of {wording.confidence} confidence.",
        "Let a clinician who speaks the language natively read the last slide before you post it.",
        field="language",
    )


def own_wording(wording: Wording) -> Finding:
    """Say which parts of the wording are the brand's own, for nobody here has read them."""
    return info(
        "disclaimer-own-wording",
        f"In {wording.language!r} these parts are your own words: {', '.join(wording.own)}.",
        "See that each still says what it is there for; `swipewell schema brand` tells what that is.",
        field="disclaimer.wording",
    )


def policy_language(language: str, brand_language: str) -> Finding:
    """Say that the message policy is in the brand's language, under a post that is not."""
    return warning(
        "disclaimer-policy",
        f"The message policy is in {brand_language!r}, all else on the slide in {language!r}.",
        f"Write it as `dm_policy` under `disclaimer: {{wording: {{{language}: …}}}}` as well.",
        field="disclaimer.dm_policy",
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


def dated_ahead(entries: Iterable[Printed], today: date) -> tuple[Finding, ...]:
    """Say which of a brand's own entries were looked up on a day that has not come yet."""
    return tuple(
        warning(
            "helpline-date",
            f"{_title(entry)} was looked up on {entry.researched_on}, which is yet to come.",
            "Write the day on which somebody looked it up as its `researched_on`.",
            field="helplines",
        )
        for entry in dict.fromkeys(entries)
        if is_own(entry) and entry.researched_on > today
    )


def stale(
    entries: Iterable[Printed], passed_over: Iterable[Printed], today: date, *, strict: bool
) -> tuple[Finding, ...]:
    """Say which entries are too old, all of them in one finding.

    What is printed all the same is a warning. Under ``strict`` no helpline is: the international
    directory stands where they would, and it is told for the record only.
    """
    old = [entry for entry in dict.fromkeys(entries) if is_stale(entry, today)]
    left_out = list(dict.fromkeys(passed_over))
    if not old and not left_out:
        return ()
    message = f"Looked up more than {STALE_AFTER_DAYS} days ago: {_listed([*left_out, *old])}."
    hint = (
        "Update Swipewell, or look at the providers' own sites before you post and keep what you "
        "find in a file of your own: `helplines:` in brand.yaml."
    )
    if not strict:
        return (warning("helpline-age", message, hint),)
    if left_out:
        message += f" Not printed, because of --strict: {', '.join(map(_title, left_out))}."
    return (info("helpline-age", message, hint),)


def _listed(entries: list[Printed]) -> str:
    return ", ".join(f"{_title(entry)} ({entry.researched_on})" for entry in entries)


def _title(entry: Printed) -> str:
    """Return the name of an entry in a message."""
    return f"emergency number of {entry.name}" if isinstance(entry, Region) else entry.name
