"""`swipewell helplines`: what the registry knows of a region, where it was looked up, and how old it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from swipewell.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from swipewell.care.helplines import Region
    from swipewell.care.own import Regions

Brand = Annotated[
    str | None,
    typer.Option(
        "--brand",
        metavar="FILE",
        help="The brand whose own helplines come first. Otherwise the nearest brand.yaml in this "
        "folder or above it.",
    ),
]


def helplines(
    region: Annotated[
        str | None,
        typer.Option("--region", metavar="XX", help="One region by its ISO 3166 code, such as US."),
    ] = None,
    brand: Brand = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    today: options.Today = None,
) -> None:
    """List the helplines of all regions, or of one: numbers, hours, languages, source and age.

    \b
    Example:
      swipewell helplines
      swipewell helplines --region US
      swipewell helplines --region GB --json

    What is not sure is listed with the reason why no slide prints it. A file of your own, named by
    `helplines:` in brand.yaml, adds entries or takes the place of those with the same id; see
    `swipewell schema helplines`.
    """
    import datetime as dt

    from swipewell.cli.registry import as_object, as_text
    from swipewell.cli.terminal import harmless, put

    date = options.day(today) or dt.date.today()
    places = tuple(_places(region, _own(brand)))
    if not json:
        put(harmless(as_text(places, date)))
        return
    import sys
    from json import dumps

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    put(dumps(as_object(places, date), ensure_ascii=False, indent=2))


def _own(path: str | None) -> Regions:
    """Return what a brand knows of regions; exit code 2 where its file makes no brand."""
    import sys
    from pathlib import Path

    from swipewell.care.own import own_regions
    from swipewell.cli.quote import quoted
    from swipewell.cli.terminal import has_colour, put
    from swipewell.findings import InputError
    from swipewell.reading import find_brand, read_brand

    found = path or find_brand(Path.cwd())
    if found is None:
        return ()
    try:
        return own_regions(read_brand(found).helplines)
    except InputError as fault:
        for finding in fault.findings:
            put(quoted(finding, str(found), colour=has_colour(sys.stderr)), err=True)
        raise typer.Exit(fault.exit_code) from None


def _places(code: str | None, own: Regions) -> Iterator[Region]:
    """Yield the region asked for, or all of them by code; wrong usage where there is none."""
    from swipewell.care.helplines import regions
    from swipewell.care.own import region_of

    codes = sorted({*regions(), *(place.code for place in own)})
    for one in codes if code is None else [code.strip()]:
        place = region_of(one, own)
        if place is None:
            raise typer.BadParameter(_unknown(one, codes), param_hint="'--region'")
        yield place


_MEANT = {"UK": "GB", "EN": "GB", "EL": "GR", "USA": "US"}
"""Codes that people write for a country, and its code in ISO 3166."""


def _unknown(code: str, codes: list[str]) -> str:
    """Return what to say about a region that is not known."""
    meant = f"Did you mean {_MEANT[code.upper()]}? " if code.upper() in _MEANT else ""
    return f"there is no region '{code}'. {meant}There are {', '.join(codes)}."
