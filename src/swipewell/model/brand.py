"""A brand: who speaks, where they may practise, and how their slides look."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, PrivateAttr

from swipewell.findings import Source
from swipewell.model.base import Model, Text
from swipewell.model.post import Language

RegionCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""An ISO 3166 country code, such as ``US`` or ``GB``."""


def _is_colour(text: str) -> str:
    if not re.fullmatch(r"\s*#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\s*", text):
        raise ValueError("not a colour like #b3573a")
    return text


class Licence(Model):
    """The number of a licence and where it is valid."""

    number: Text | None = None
    jurisdiction: Text | None = None


class Colours(Model):
    """The seed from which a theme grows its palette, as ``#rrggbb``."""

    seed: Annotated[str, AfterValidator(_is_colour)] | None = None


class DirectoryLink(Model):
    """Where the brand would send someone who looks for a therapist of their own."""

    name: Text
    url: Text


class DisclaimerSettings(Model):
    """What a brand adds to the disclaimer; nothing here takes anything away from it."""

    dm_policy: Text | None = None
    also_regions: tuple[RegionCode, ...] = ()
    youth: bool = False
    """Whether followers are mostly young people: youth lines come first."""


class Brand(Model):
    """One practice, as its `brand.yaml` tells it."""

    name: Text | None = None
    handle: Text | None = None
    credential: Text | None = None
    licence: Licence = Licence()
    region: RegionCode | None = None
    language: Language = "en"
    theme: Text = "linen"
    avatar: Text | None = None
    colours: Colours = Colours()
    hashtags: tuple[Text, ...] = ()
    directory: DirectoryLink | None = None
    disclaimer: DisclaimerSettings = DisclaimerSettings()

    _source: Source | None = PrivateAttr(default=None)

    @property
    def source(self) -> Source | None:
        """Return where the brand was read from; None where it was made in code."""
        return self._source

    def with_source(self, source: Source) -> Brand:
        """Return the same brand that knows where it was read from."""
        copy = self.model_copy()
        copy._source = source
        return copy
