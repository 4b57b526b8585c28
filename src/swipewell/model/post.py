"""A post: its cover's words, its slides, and what goes beside the pictures."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, PrivateAttr, field_validator, model_validator

from swipewell.findings import Source
from swipewell.model.base import Model, Slug, Text
from swipewell.model.slide import Slide

Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag, such as ``en``, ``pt-BR`` or ``zh-Hans``."""


class Cover(Model):
    """What the cover holds beside the post's title and subtitle."""

    kicker: Text | None = None
    picture: Text | None = None
    alt: Text | None = None

    @model_validator(mode="after")
    def _picture_is_described(self) -> Cover:
        if self.picture is not None and self.alt is None:
            raise ValueError("a picture needs `alt`: say in a few words what it shows")
        return self


class Reference(Model):
    """A work the post rests on."""

    text: Text
    url: Text | None = None


class Post(Model):
    """One carousel as a person writes it."""

    title: Text
    subtitle: Text | None = None
    cover: Cover = Cover()
    language: Language | None = None
    topics: tuple[Text, ...] = ()
    theme: Text | None = None
    hashtags: tuple[Text, ...] = ()
    caption: Text | None = None
    sources: tuple[Reference, ...] = ()
    slug: Slug | None = None
    numbered: bool = True
    slides: Annotated[tuple[Slide, ...], Field(min_length=1, max_length=60)]

    _source: Source | None = PrivateAttr(default=None)

    @field_validator("hashtags")
    @classmethod
    def _without_hash(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(tag.lstrip("#") for tag in value)

    @property
    def source(self) -> Source | None:
        """Return where the post was read from; None where it was made in code."""
        return self._source

    def with_source(self, source: Source) -> Post:
        """Return the same post that knows where it was read from."""
        copy = self.model_copy()
        copy._source = source
        return copy
