"""A post: its cover's words, its slides, and what goes beside the pictures."""

from typing import Annotated

from pydantic import ConfigDict, Field, PrivateAttr, field_validator, model_validator

from swipewell.findings import Source
from swipewell.model.base import Day, Model, Slug, Text
from swipewell.model.focus import Focus
from swipewell.model.slide import Allow, Slide

Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag, such as ``en``, ``pt-BR`` or ``zh-Hans``."""


class Cover(Model):
    """What the cover holds beside the post's title and subtitle."""

    model_config = ConfigDict(json_schema_extra={"dependentRequired": {"picture": ["alt"]}})

    kicker: Text | None = None
    """A word or two above the title, such as the topic."""
    picture: Text | None = None
    """A picture's file, relative to this one."""
    focus: Focus | None = None
    """What stays in view when it is cropped: `top`, `left` …, or shares such as `[0.5, 0.3]`."""
    alt: Text | None = None
    """What the picture shows, for who cannot see it."""

    @model_validator(mode="after")
    def _picture_is_described(self) -> "Cover":
        if self.picture is not None and self.alt is None:
            raise ValueError("a picture needs `alt`: say in a few words what it shows")
        return self


class Reference(Model):
    """A work the post rests on."""

    text: Text
    """Author, year and title."""
    url: Text | None = None
    """Where it can be read."""


class Post(Model):
    """One carousel as a person writes it."""

    title: Text
    """What the cover says, in a few words."""
    subtitle: Text | None = None
    """A line under the title."""
    cover: Cover = Cover.model_construct()
    """What else the cover shows."""
    language: Language | None = None
    """A language tag such as `en` or `pt-BR`; the brand's where absent."""
    topics: tuple[Text, ...] = ()
    """What the post is about; sensitive topics bring help lines and notes with them."""
    theme: Text | None = None
    """The look of the slides, such as `linen`, or a folder of your own, `./my-theme`; else the brand's."""
    hashtags: tuple[Text, ...] = ()
    """For the caption, with or without `#`."""
    caption: Text | None = None
    """The text beside the pictures; built from the slides where absent."""
    sources: tuple[Reference, ...] = ()
    """The works the post rests on."""
    slug: Slug | None = None
    """The name of the post's folder; the file's name where absent."""
    numbered: bool = True
    """Whether tips are counted."""
    reviewed_by: Text | None = None
    """Who has read it, with their credential; kept in `post.json`."""
    review_due: Day | None = None
    """The day from which it should be read again, such as `2027-05-01`."""
    allow: tuple[Allow, ...] = ()
    """Rules that are set aside in this post, each with its reason."""
    slides: Annotated[tuple[Slide, ...], Field(min_length=1, max_length=60)]
    """The slides between cover and disclaimer, which both come by themselves."""

    _source: Source | None = PrivateAttr(default=None)

    @field_validator("hashtags")
    @classmethod
    def _without_hash(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(tag.lstrip("#") for tag in value)

    @property
    def source(self) -> Source | None:
        """Return where the post was read from; None where it was made in code."""
        return self._source

    @property
    def translation_of(self) -> str | None:
        """Return the file of the post that this one has the texts of in another language."""
        behind = self._source.behind if self._source else None
        return behind.file if behind else None

    def with_source(self, source: Source) -> "Post":
        """Return the same post that knows where it was read from."""
        copy = self.model_copy()
        copy._source = source
        return copy
