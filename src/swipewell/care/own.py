"""A brand's own helplines laid over the registry: they come first, and take the place of namesakes.

What a brand has looked up itself counts as sure; its age counts from the day that it gives.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from swipewell.care.helplines import (
    Directory,
    Emergency,
    Helpline,
    Opening,
    Region,
    load_region,
)

if TYPE_CHECKING:
    from swipewell.model.helplines import OwnHelpline, OwnHelplines, OwnRegion

Regions = tuple[Region, ...]
"""What a brand knows of some regions, each with what the registry knows of it besides."""

_OWN: Final = "own"


def own_regions(written: OwnHelplines | None) -> Regions:
    """Return the regions of a brand's file, laid over the registry's; none where there is no file."""
    if written is None:
        return ()
    return tuple(_laid_over(load_region(one.region), one) for one in written.regions)


def region_of(code: str, own: Regions = ()) -> Region | None:
    """Return a region by its code as a brand knows it, else as the registry does, else None."""
    return next((one for one in own if one.code == code.upper()), None) or load_region(code)


def is_own(entry: Region | Helpline | Directory) -> bool:
    """Return whether an entry is a brand's; a region is where its emergency number is."""
    basis = entry.emergency.basis if isinstance(entry, Region) else entry.basis
    return basis == _OWN


def _laid_over(known: Region | None, one: OwnRegion) -> Region:
    """Return a region with a brand's entries before those of the registry that they do not replace."""
    base = known or Region(one.region, one.region, date.min, _NO_NUMBER, (), ())
    lines = tuple(map(_line, one.lines))
    replaced = {line.id for line in lines}
    directories = tuple(
        Directory(each.name, each.url, "high", _OWN, each.researched_on) for each in one.directories
    )
    return base._replace(
        name=one.name or base.name,
        researched_on=one.emergency.researched_on if one.emergency else base.researched_on,
        emergency=(
            Emergency((one.emergency.number,), True, _OWN) if one.emergency else base.emergency
        ),
        lines=(*lines, *(line for line in base.lines if line.id not in replaced)),
        directories=(*directories, *base.directories),
    )


_NO_NUMBER: Final = Emergency((), False, "unstated")


def _line(line: OwnHelpline) -> Helpline:
    """Return a brand's line as an entry of the registry."""
    return Helpline(
        id=line.id,
        name=line.name,
        open=_opening(line.hours),
        scope=line.scope,
        shown=line.shown,
        confidence="high",
        basis=_OWN,
        researched_on=line.researched_on,
        sources=line.sources,
        call=line.call or "",
        text=line.text or "",
        text_body=line.text_body or "",
        url=line.url or "",
        hours=line.hours or "",
        languages=line.languages,
        note=line.note or "",
    )


def _opening(hours: str | None) -> Opening:
    """Return how a line is open by its hours as written; where there are none they are not settled."""
    if hours is None:
        return "unsettled"
    return "always" if hours == "24/7" else "restricted"
