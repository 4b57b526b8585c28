"""A brand's own helplines: regions whose entries extend Swipewell's registry, or stand in for its own.

Numbers are as dialled inside the country. Every entry says where it was looked up and on which day,
for its age counts from there.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from swipewell.model.base import Day, Model, Text
from swipewell.model.brand import RegionCode
from swipewell.model.post import Language

Number = Annotated[str, Field(pattern=r"^[*+#]?\(?[0-9][0-9 ()./\-]*[0-9#]$", max_length=24)]
"""A telephone number as it is dialled, such as ``116 123``, ``0800-111-222`` or ``*4141``."""

EntryId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


def _underscored(value: object) -> object:
    return value.strip().replace("-", "_") if isinstance(value, str) else value


def _once(names: Iterable[str]) -> None:
    """Raise ValueError where a name comes twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"{name} comes twice: keep one of the two")
        seen.add(name)


Sources = Annotated[tuple[Text, ...], Field(min_length=1)]
Scope = Annotated[
    Literal[
        "general",
        "crisis",
        "suicide",
        "self_harm",
        "mental_health",
        "urgent_mental_health",
        "eating_disorders",
        "abuse",
        "trauma",
        "substance_use",
        "grief",
        "youth",
        "first_nations",
        "information",
        "find_help",
        "directory",
    ],
    BeforeValidator(_underscored),
]


class OwnHelpline(Model):
    """One line that people can turn to; with the `id` of a line in the registry it takes its place."""

    id: EntryId
    """A name for the entry, such as `us-988`; `swipewell helplines` shows those of the registry."""
    name: Text
    """What the line is called."""
    call: Number | None = None
    """The number to call, as dialled inside the country."""
    text: Number | None = None
    """The number to text."""
    text_body: Text | None = None
    """The word to text, such as `HOME`."""
    hours: Text | None = None
    """`24/7` if that is certain, other hours as they are to be printed; none where they are not settled."""
    languages: tuple[Language, ...] = ()
    """The languages that are spoken, such as `[en, es]`."""
    scope: tuple[Scope, ...] = ("general",)
    """What the line is for; lines fit for a post's topic come first."""
    url: Text | None = None
    """The provider's own site."""
    researched_on: Day
    """The day on which somebody looked the entry up."""
    sources: Sources
    """Where it was looked up, best on the provider's own site."""
    shown: bool = True
    """Whether it may be printed; `false` hides a line of the registry."""
    note: Text | None = None
    """Anything else worth keeping."""

    @model_validator(mode="after")
    def _can_be_reached(self) -> "OwnHelpline":
        if self.shown and not self.call and not self.text:
            raise ValueError("a helpline needs `call` or `text`: write its number")
        if self.text_body and not self.text:
            raise ValueError("a word to text needs `text`: write the number that it goes to")
        return self


class OwnEmergency(Model):
    """A region's emergency number."""

    number: Number
    """The one number to print, such as `112`."""
    researched_on: Day
    """The day on which somebody looked it up."""
    sources: Sources
    """Where it was looked up."""


class OwnDirectory(Model):
    """A place that helps people find a therapist."""

    name: Text
    """What it is called."""
    url: Text
    """Its address, short enough to be typed."""
    researched_on: Day
    """The day on which somebody looked it up."""


def _ids_once(lines: tuple[OwnHelpline, ...]) -> tuple[OwnHelpline, ...]:
    _once(line.id for line in lines)
    return lines


class OwnRegion(Model):
    """What a brand knows of one country, before what the registry knows of it."""

    region: RegionCode
    """The country's ISO 3166 code, such as `US`."""
    name: Text | None = None
    """The country's name, where the registry does not have it."""
    emergency: OwnEmergency | None = None
    """The emergency number, in place of the registry's."""
    lines: Annotated[tuple[OwnHelpline, ...], AfterValidator(_ids_once)] = ()
    """Helplines, the preferred one first."""
    directories: tuple[OwnDirectory, ...] = ()
    """Where to find a therapist, the preferred place first."""


def _regions_once(regions: tuple[OwnRegion, ...]) -> tuple[OwnRegion, ...]:
    _once(one.region for one in regions)
    return regions


class OwnHelplines(Model):
    """A file of helplines: what a brand has looked up itself."""

    regions: Annotated[tuple[OwnRegion, ...], Field(min_length=1), AfterValidator(_regions_once)]
    """The countries, one entry each."""
