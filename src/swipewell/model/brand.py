"""A brand: who speaks, where they may practise, and how their slides look."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import AfterValidator, Field, PrivateAttr

from swipewell.findings import Source
from swipewell.model.base import Model, Text
from swipewell.model.later import Later
from swipewell.model.post import Language

if TYPE_CHECKING:
    from swipewell.model.closing import OwnWording
    from swipewell.model.helplines import OwnHelplines

    _OwnWords: TypeAlias = Mapping[Language, OwnWording]
    _OwnLines: TypeAlias = OwnHelplines | None
else:
    _OwnWords = _OwnLines = Any

RegionCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""An ISO 3166 country code, such as ``US`` or ``GB``."""


def _own_words() -> Any:
    from swipewell.model.closing import OwnWording

    return Mapping[Language, OwnWording]


def _own_lines() -> Any:
    from swipewell.model.helplines import OwnHelplines

    return OwnHelplines | None


def _is_colour(text: str) -> str:
    if not re.fullmatch(r"\s*#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\s*", text):
        raise ValueError("not a colour like #b3573a")
    return text


def _or_a_file(schema: dict[str, Any]) -> None:
    """Let an editor expect a file's name, which reading replaces by what the file holds."""
    schema["anyOf"].insert(0, {"type": "string", "minLength": 1})


class Licence(Model):
    """The number of a licence and where it is valid."""

    number: Text | None = None
    jurisdiction: Text | None = None


_Colour = Annotated[str, AfterValidator(_is_colour)]


class Colours(Model):
    """The seed from which a theme grows its palette, as ``#rrggbb``, and colours of the brand's own.

    A colour is moved, with a finding, only where something would not read in it or on it.
    """

    seed: _Colour | None = None
    """The colour that all others grow from, such as `"#b3573a"`; the accent where absent."""
    paper: _Colour | None = None
    """What most slides stand on."""
    ink: _Colour | None = None
    """What most texts are set in."""
    muted: _Colour | None = None
    """What labels and small print are set in."""
    accent: _Colour | None = None
    """What leads the eye: numerals, marks, the theme's own ground."""
    line: _Colour | None = None
    """Rules and quiet marks."""
    tint: _Colour | None = None
    """Highlights behind words."""


class BrandFonts(Model):
    """A brand's own type: for each a bundled family, or a font file (`.ttf`, `.otf`) beside the brand."""

    heading: Text | None = None
    """For titles and what is said aloud, such as `Fraunces` or `fonts/Brand-Medium.otf`."""
    body: Text | None = None
    """For all that is read at length."""


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
    wording: Annotated[_OwnWords, Later(_own_words)] = {}
    """Your own words by language, such as `{en: {title: One more thing}}`; each part stands for ours."""

    def __hash__(self) -> int:
        words = tuple(sorted(self.wording.items(), key=lambda entry: entry[0]))
        return hash((self.dm_policy, self.also_regions, self.youth, words))


class Brand(Model):
    """One practice, as its `brand.yaml` tells it."""

    name: Text | None = None
    """The name of the practice, or of the person."""
    handle: Text | None = None
    """The account, such as `"@alma.counselling"`, in quotes because of the `@`."""
    credential: Text | None = None
    """What the person is licensed as."""
    licence: Licence = Licence.model_construct()
    """The licence, for the disclaimer."""
    region: RegionCode | None = None
    """The country of the readers, such as `US`: it decides the emergency number and helplines."""
    language: Language = "en"
    """A language tag such as `en` or `pt-BR`."""
    theme: Text = "linen"
    """The look of posts that name none themselves: a theme, or a folder of your own, `./my-theme`."""
    avatar: Text | None = None
    """A picture's file, relative to this one, shown in a small disc."""
    logo: Text | None = None
    """The logo's file (SVG or PNG): it stands in the avatar's place, or on cover and last slide beside one."""
    colours: Colours = Colours.model_construct()
    """The brand's own colours."""
    hashtags: tuple[Text, ...] = ()
    """For every caption, after the post's own."""
    directory: DirectoryLink | None = None
    """Where to find a therapist, beside the region's own directory."""
    fonts: BrandFonts = BrandFonts.model_construct()
    """Fonts in place of the theme's own."""
    helplines: Annotated[_OwnLines, Later(_own_lines), Field(json_schema_extra=_or_a_file)] = None
    """A file of your own helplines, relative to this one, such as `helplines.yaml`."""
    disclaimer: DisclaimerSettings = DisclaimerSettings.model_construct()
    """What the disclaimer says besides."""
    extends: Text | None = None
    """A brand's file, relative to this one, whose fields hold where this one says nothing."""
    locked: tuple[Text, ...] = ()
    """Fields that brands which extend this one may not change, such as `[disclaimer, credential]`."""

    _source: Source | None = PrivateAttr(default=None)

    @property
    def source(self) -> Source | None:
        """Return where the brand was read from; None where it was made in code."""
        return self._source

    @classmethod
    def unknown(cls) -> "Brand":
        """Return a brand of which nothing is known; unchecked, for checks take a while to make ready."""
        return cls.model_construct()

    def with_source(self, source: Source) -> "Brand":
        """Return the same brand that knows where it was read from."""
        copy = self.model_copy()
        copy._source = source
        return copy
