"""A translation: the texts of a post in another language, slide by slide, and nothing else.

Every field may be missing here. What is due is told by the post that it translates, in
`reading.translation`.
"""

from typing import Annotated

from pydantic import Field, field_validator

from swipewell.model.base import Model, Text
from swipewell.model.post import Language
from swipewell.model.slide import Entry


class TranslatedCover(Model):
    """What the cover holds beside the title and the subtitle."""

    kicker: Text | None = None
    """A word or two above the title."""
    alt: Text | None = None
    """What the picture shows, for who cannot see it."""


class TranslatedReference(Entry):
    """A work that the post rests on; left out altogether, the post's own stay."""

    _first = "text"

    text: Text
    """Author, year and title, as the work is known in this language."""
    url: Text | None = None
    """Where it can be read in this language; the post's where absent."""


class TranslatedEntry(Entry):
    """One entry of a list, of steps, of resources or of a practice: a text, or its fields."""

    _first = "title"

    title: Text | None = None
    """What a line of a list or of steps says."""
    body: Text | None = None
    """What stands under it."""
    name: Text | None = None
    """What a resource is called."""
    note: Text | None = None
    """What it is, or whom it helps."""
    link: Text | None = None
    """Where it is found in this language; the post's where absent."""
    do: Text | None = None
    """What to do in a phase of a practice."""


class TranslatedHalf(Model):
    """One side of a comparison."""

    label: Text | None = None
    """What stands over this half."""
    items: tuple[Text, ...] = ()
    """One line each, as many as in the post."""


class TranslatedSlide(Model):
    """The texts of one slide, in the place that it has in the post."""

    kind: Text | None = None
    """The slide's kind, if you like to see it here; it must be the post's."""
    title: Text | None = None
    """What stands over it."""
    body: Text | None = None
    """What stands under its title."""
    example: Text | None = None
    """A sentence to say aloud, or one in which a word is at home."""
    items: tuple[TranslatedEntry, ...] = ()
    """As many entries as in the post."""
    steps: tuple[TranslatedEntry, ...] = ()
    """As many steps as in the post."""
    left: TranslatedHalf = TranslatedHalf()
    """The left half of a comparison."""
    right: TranslatedHalf = TranslatedHalf()
    """The right half of a comparison."""
    myth: Text | None = None
    """What is often said."""
    fact: Text | None = None
    """What is so instead."""
    quote: Text | None = None
    """The sentence; its quotation marks come by themselves."""
    by: Text | None = None
    """Who said it, where the name is spelt otherwise; the post's where absent."""
    source: Text | None = None
    """Where it is from; the post's where absent."""
    question: Text | None = None
    """What to think and write about."""
    phases: tuple[TranslatedEntry, ...] = ()
    """What to do in each phase; the post counts the seconds."""
    term: Text | None = None
    """The word."""
    meaning: Text | None = None
    """What a word means, or what a number counts."""
    figure: Text | None = None
    """The number as it is read in this language."""
    alt: Text | None = None
    """What the picture shows, for who cannot see it."""
    caption: Text | None = None
    """A sentence or two under the picture."""


class Translation(Model):
    """The texts of a post in another language; all else is the post's own."""

    language: Language | None = None
    """The language, if you like to see it here; the file's name says it: `post.es.yaml`."""
    title: Text | None = None
    """What the cover says."""
    subtitle: Text | None = None
    """A line under the title."""
    cover: TranslatedCover = TranslatedCover()
    """What else the cover says."""
    hashtags: tuple[Text, ...] = ()
    """For the caption, with or without `#`; as many as you like."""
    caption: Text | None = None
    """The text beside the pictures; built from the slides where absent."""
    sources: tuple[TranslatedReference, ...] = ()
    """The works the post rests on; the post's own where absent."""
    slides: Annotated[tuple[TranslatedSlide, ...], Field(max_length=60)] = ()
    """The texts of every slide, in the post's order."""

    @field_validator("hashtags")
    @classmethod
    def _without_hash(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(tag.lstrip("#") for tag in value)
