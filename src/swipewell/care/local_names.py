"""What countries and weekdays are called in a language, out of ``data/names.yaml`` (from the CLDR)."""

from collections.abc import Sequence
from typing import Any

from swipewell.care.helplines import Region, load_region
from swipewell.care.package_data import read


def region_name(region: Region, language: str) -> str:
    """Return a region's name in a language, in English where that is not known.

    A name that a brand gave it stays as it is.
    """
    known = load_region(region.code)
    if known is None or known.name != region.name:
        return region.name
    names: dict[str, str] = _of(language).get("regions", {})
    return names.get(region.code, region.name)


def days_of(language: str) -> Sequence[str]:
    """Return the weekdays of a language, shortened, from Monday; those of English where unknown."""
    days: Sequence[str] = _of(language).get(
        "days", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    )
    return days


def _of(language: str) -> dict[str, Any]:
    found: dict[str, Any] = read("", "names").get(language, {})
    return found
