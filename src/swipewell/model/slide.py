"""The kinds of slide a person writes, one class each; ``kind`` tells them apart, a tip where absent."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator

from swipewell.model.base import Model, Text

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class Item(Model):
    """One line of a list or of steps: a text, or a title with a body under it."""

    title: Text
    body: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {"title": value} if isinstance(value, str) else value

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


class _Slide(Model):
    numbered: bool | None = None
    """Whether a tip counts; the post's `numbered` where absent."""

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


class Invite(_Slide):
    """The last word before the disclaimer: save, share, or think about a question."""

    kind: Literal["invite"] = "invite"
    title: Text
    body: Text | None = None


def _kind_of(value: Any) -> str:
    """Return the kind written in a raw mapping or held by a slide; a tip where none is."""
    kind = value.get("kind", "tip") if isinstance(value, dict) else getattr(value, "kind", "tip")
    return kind if isinstance(kind, str) else "tip"


Slide = Annotated[
    Annotated[Tip, Tag("tip")]
    | Annotated[List, Tag("list")]
    | Annotated[Steps, Tag("steps")]
    | Annotated[Compare, Tag("compare")]
    | Annotated[Quote, Tag("quote")]
    | Annotated[Practice, Tag("practice")]
    | Annotated[Invite, Tag("invite")],
    Discriminator(_kind_of),
]

KINDS: tuple[str, ...] = ("tip", "list", "steps", "compare", "quote", "practice", "invite")
"""The kinds a person may write; the cover and the disclaimer come by themselves."""
