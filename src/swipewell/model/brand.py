"""A brand: who speaks, where they may practise, and how their slides look."""

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
    """The colour that all others grow from, such as `"#b3573a"`."""


class DirectoryLink(Model):
    """Where the brand would send someone who looks for a therapist of their own."""

    name: Text
    url: Text


class DisclaimerSettings(Model):
    """What a brand adds to the disclaimer; nothing here takes anything away from it."""

    dm_policy: Text | None = None
    """When messages are read, and what they cannot be for."""
    also_regions: tuple[RegionCode, ...] = ()
    """Further countries whose help is printed, such as `[GB]`."""
    youth: bool = False
    """Whether followers are mostly young people: youth lines come first."""


class Brand(Model):
    """One practice, as its `brand.yaml` tells it."""

    name: Text | None = None
    """The name of the practice, or of the person."""
    handle: Text | None = None
    """The account, such as `"@alma.counselling"`, in quotes because of the `@`."""
    credential: Text | None = None
    """What the person is licensed as."""
    licence: Licence = Licence()
    """The licence, for the disclaimer."""
    region: RegionCode | None = None
    """The country of the readers, such as `US`: it decides the emergency number and helplines."""
    language: Language = "en"
    """A language tag such as `en` or `pt-BR`."""
    theme: Text = "linen"
    """The look of posts that name none themselves."""
    avatar: Text | None = None
    """A picture's file, relative to this one, shown in a small disc."""
    colours: Colours = Colours()
    """The brand's own colours."""
    hashtags: tuple[Text, ...] = ()
    """For every caption, after the post's own."""
    directory: DirectoryLink | None = None
    """Where to find a therapist, beside the region's own directory."""
    disclaimer: DisclaimerSettings = DisclaimerSettings()
    """What the disclaimer says besides."""

    _source: Source | None = PrivateAttr(default=None)

    @property
    def source(self) -> Source | None:
        """Return where the brand was read from; None where it was made in code."""
        return self._source

    def with_source(self, source: Source) -> "Brand":
        """Return the same brand that knows where it was read from."""
        copy = self.model_copy()
        copy._source = source
        return copy
