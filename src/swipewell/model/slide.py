"""The kinds of slide a person writes, one class each; ``kind`` tells them apart, a tip where absent."""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, get_args

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator

from swipewell.model.base import Model, Text
from swipewell.model.focus import Focus
from swipewell.model.later import Later

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class Entry(Model):
    """A group of fields that may also be written as a text alone, which is then its first field."""

    _first: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {cls._first: value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        """Return the schema of a text or of the fields, for editors."""
        fields = handler.resolve_ref_schema(handler(core_schema))
        description = fields.pop("description")
        return {
            "description": description,
            "anyOf": [{"type": "string", "minLength": 1}, fields],
        }


class Item(Entry):
    """One line of a list or of steps: a text, or a title with a body under it."""

    _first = "title"

    title: Text
    body: Text | None = None


class Allow(Model):
    """A rule that is set aside on purpose: its code, and why."""

    code: Text
    """The rule's code, as `swipewell check` prints it."""
    because: str = ""
    """Why it is fine here; without a reason, nothing is set aside."""


class _Slide(Model):
    numbered: bool | None = None
    """Whether a tip counts; the post's `numbered` where absent."""
    allow: tuple[Allow, ...] = ()
    """Rules that are set aside on this slide, each with its reason."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        """Return the schema with `kind` required in all but a tip, so that one kind alone fits."""
        fields = handler.resolve_ref_schema(handler(core_schema))
        if cls.model_fields["kind"].default != "tip":
            fields["required"] = ["kind", *fields.get("required", ())]
        return fields


class Tip(_Slide):
    """One idea: a title, a body, and perhaps an example to say aloud."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["title"]}, {"required": ["body"]}]}
    )

    kind: Literal["tip"] = "tip"
    title: Text | None = None
    """The tip itself, in a few words."""
    body: Text | None = None
    """Why it helps, or how it is done; a blank line divides paragraphs."""
    example: Text | None = None
    """A sentence to say aloud."""

    @model_validator(mode="after")
    def _says_something(self) -> "Tip":
        if self.title is None and self.body is None:
            raise ValueError("a tip needs a title or a body: add a line `title: …` or `body: …`")
        return self


class List(_Slide):
    """A handful of things that belong together, in no order."""

    kind: Literal["list"] = "list"
    title: Text
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=60)]


class Steps(_Slide):
    """What to do first, then, and last."""

    kind: Literal["steps"] = "steps"
    title: Text
    steps: Annotated[tuple[Item, ...], Field(min_length=1, max_length=60)]


class Half(Model):
    """One side of a comparison; the left avoids and the right tries unless `stance` says otherwise."""

    label: Text | None = None
    """What stands over this half, such as `Instead of`."""
    items: Annotated[tuple[Text, ...], Field(min_length=1, max_length=30)]
    """One line each."""
    stance: Literal["avoid", "try"] | None = None
    """Whether this half is to be left or to be tried."""


class Compare(_Slide):
    """Two ways beside each other: what wears thin, and what to try."""

    kind: Literal["compare"] = "compare"
    title: Text
    left: Half
    right: Half


class Quote(_Slide):
    """A sentence worth a slide of its own."""

    kind: Literal["quote"] = "quote"
    quote: Text
    """The sentence; its quotation marks come by themselves."""
    by: Text | None = None
    """Who said it."""
    source: Text | None = None
    """Where it is from."""


class Phase(Model):
    """One part of a practice and how long it takes, in seconds."""

    do: Text
    """What to do, such as `Breathe in`."""
    seconds: Annotated[int, Field(ge=1, le=60)]


class Practice(_Slide):
    """A breath or another small exercise, in phases that are counted."""

    kind: Literal["practice"] = "practice"
    title: Text
    phases: Annotated[tuple[Phase, ...], Field(min_length=1, max_length=4)]
    rounds: Annotated[int, Field(ge=1, le=20)] | None = None
    """How often to go through the phases."""


class Myth(_Slide):
    """What is often said, and what is so: two voices on one slide."""

    kind: Literal["myth"] = "myth"
    myth: Text
    """What is often said, such as `Saying no is selfish.`"""
    fact: Text
    """What is so instead."""


class Prompt(_Slide):
    """A page of a journal: a question, and ruled lines to write on."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["title"]}, {"required": ["question"]}]}
    )

    kind: Literal["prompt"] = "prompt"
    title: Text | None = None
    """What the page is about."""
    question: Text | None = None
    """What to think and write about."""
    lines: Annotated[int, Field(ge=1, le=6)] = 4
    """How many ruled lines there are."""

    @model_validator(mode="after")
    def _asks_something(self) -> "Prompt":
        if self.title is None and self.question is None:
            raise ValueError("a prompt needs a question or a title: add a line `question: …`")
        return self


class Definition(_Slide):
    """A word and what it means, as a dictionary has it."""

    kind: Literal["definition"] = "definition"
    term: Text
    """The word."""
    meaning: Text
    """What it means, in plain words."""
    example: Text | None = None
    """A sentence in which the word is at home."""


class Figure(_Slide):
    """A number that matters, and what it counts."""

    kind: Literal["figure"] = "figure"
    figure: Text
    """The number as it is to be read, such as `1 in 5` or `60 %`."""
    meaning: Text
    """What it counts."""
    source: Text | None = None
    """Where it is from."""


class Picture(_Slide):
    """A picture with a caption under it."""

    kind: Literal["picture"] = "picture"
    picture: Text
    """The picture's file, relative to this one."""
    focus: Focus | None = None
    """What stays in view when it is cropped: `top`, `left` …, or shares such as `[0.5, 0.3]`."""
    alt: Text
    """What the picture shows, for who cannot see it."""
    caption: Text | None = None
    """A sentence or two under the picture."""


class Resource(Entry):
    """Somewhere to go on: a name, perhaps a note and an address; a text alone is the name."""

    _first = "name"

    name: Text
    """What it is called."""
    note: Text | None = None
    """What it is, or whom it helps."""
    link: Text | None = None
    """Where it is found; `https://` is not painted."""


class Resources(_Slide):
    """Places, books and people that help further, as a card to keep."""

    kind: Literal["resources"] = "resources"
    title: Text
    items: Annotated[tuple[Resource, ...], Field(min_length=1, max_length=60)]


class Recap(_Slide):
    """A table of contents: the titles of the post's tips, by themselves."""

    kind: Literal["recap"] = "recap"
    title: Text


class Invite(_Slide):
    """The last word before the disclaimer: save, share, or think about a question."""

    kind: Literal["invite"] = "invite"
    title: Text
    body: Text | None = None


def _kind_of(value: Any) -> str:
    """Return the kind written in a raw mapping or held by a slide; a tip where none is."""
    kind = value.get("kind", "tip") if isinstance(value, dict) else getattr(value, "kind", "tip")
    return kind if isinstance(kind, str) else "tip"


_Kind = (
    Tip
    | List
    | Steps
    | Compare
    | Myth
    | Quote
    | Prompt
    | Practice
    | Definition
    | Figure
    | Picture
    | Resources
    | Recap
    | Invite
)
_CLASSES: dict[str, type[Model]] = {
    one.model_fields["kind"].default: one for one in get_args(_Kind)
}


def _any_kind() -> Any:
    """Return the type of a slide of any kind, which names the kind in what it says of faults."""
    kinds = (Annotated[one, Tag(kind)] for kind, one in _CLASSES.items())
    return Annotated[reduce(or_, kinds), Discriminator(_kind_of)]


Slide = Annotated[_Kind, Later(_any_kind, lambda value: _CLASSES.get(_kind_of(value)))]

KINDS: tuple[str, ...] = tuple(_CLASSES)
"""The kinds a person may write; cover, sources and disclaimer come by themselves."""
