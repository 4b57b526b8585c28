"""A brand's own words for the disclaimer and the content note, part by part, in one language.

A part left out keeps Swipewell's wording. A part that is written must say something, and hold the
fill-ins without which it says nothing: an emergency sentence without its number helps nobody.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, model_validator

from swipewell.model.base import Model, Text

_FILL_IN = re.compile(r"\{(\w*)\}")


def _says_something(text: str) -> str:
    """Return the text; ValueError where it holds no letter that a reader could see."""
    if not any(character.isalpha() for character in _FILL_IN.sub("", text)):
        raise ValueError("holds no words: write its text, or remove it")
    return text


class _Fills:
    """A check of a part's fill-ins: all that it needs are there, and none that nothing fills."""

    __slots__ = ("known", "needed")

    def __init__(self, needed: str = "", known: str = "") -> None:
        self.needed = tuple(needed.split())
        self.known = (*self.needed, *known.split())

    def __call__(self, text: str) -> str:
        """Return the text; ValueError, with what to write instead, where a fill-in is wrong."""
        for name in _FILL_IN.findall(text):
            if name not in self.known:
                raise ValueError(f"holds {{{name}}}, which nothing fills: {self._hint()}")
        if set("{}") & set(_FILL_IN.sub("", text)):
            raise ValueError("has a brace without its partner: remove it")
        for name in self.needed:
            if f"{{{name}}}" not in text:
                raise ValueError(f"lacks {{{name}}}: write it where that is to stand")
        return text

    def _hint(self) -> str:
        listed = ", ".join(f"{{{name}}}" for name in self.known)
        return f"write {listed}" if listed else "this part takes no braces"


_Part = Annotated[Text, AfterValidator(_says_something), AfterValidator(_Fills())]
_WithNumber = Annotated[Text, AfterValidator(_Fills("number"))]


class OwnTopics(Model):
    """What sensitive topics are called in a content note."""

    suicide: _Part | None = None
    """In English, suicide."""
    self_harm: _Part | None = None
    """In English, self-harm."""
    eating_disorders: _Part | None = None
    """In English, eating disorders."""
    abuse: _Part | None = None
    """In English, abuse."""

    @model_validator(mode="before")
    @classmethod
    def _left_empty_is_absent(cls, value: object) -> object:
        """Refuse names left empty, and take `self-harm`, as posts write it, for `self_harm`."""
        if not isinstance(value, dict):
            return value
        return {
            str(name).replace("-", "_"): "" if held is None else held
            for name, held in value.items()
        }


class OwnWording(Model):
    """Your own words for the disclaimer in one language; what is left out keeps Swipewell's."""

    title: _Part | None = None
    """The heading: short and warm."""
    not_therapy: _Part | None = None
    """That the post is education, and neither therapy nor a replacement for it."""
    education_only: _Part | None = None
    """That it is general information, which cannot know the reader's story."""
    no_relationship: _Part | None = None
    """That following, liking or messaging starts no therapeutic relationship."""
    not_monitored: _Part | None = None
    """That messages and comments are not watched for emergencies."""
    dm_policy: _Part | None = None
    """Your message policy in this language, for posts that are not in the brand's own."""
    emergency: (
        Annotated[Text, AfterValidator(_says_something), AfterValidator(_Fills("emergency"))] | None
    ) = None
    """What to do in danger, with `{emergency}` for the number: `In danger right now? Call {emergency}.`"""
    emergency_unknown: _Part | None = None
    """What to do in danger where no number is known: `Call your local emergency number.`"""
    crisis: _Part | None = None
    """What leads to the helplines: `Need to talk to someone?`"""
    call: _WithNumber | None = None
    """How a line is called: `Call {number}`"""
    text: _WithNumber | None = None
    """How a line is texted: `Text {number}`"""
    call_or_text: _WithNumber | None = None
    """How a line is called or texted: `Call or text {number}`"""
    text_body: Annotated[Text, AfterValidator(_Fills("number body"))] | None = None
    """How a line is texted a word: `Text {body} to {number}`"""
    elsewhere: Annotated[Text, AfterValidator(_Fills("url", "line_name"))] | None = None
    """Where readers in other countries find help: `Elsewhere: {url}`"""
    find_therapist: _Part | None = None
    """What leads to the directory of therapists: `Looking for your own support?`"""
    find_therapist_unknown: _Part | None = None
    """How to find a therapist where no directory is known."""
    take_leave: _Part | None = None
    """To take what helps and leave the rest."""
    licence: (
        Annotated[Text, AfterValidator(_Fills("name credential", "number jurisdiction"))] | None
    ) = None
    """How name and licence are told: `{name}, {credential}. Licensed in {jurisdiction}.`"""
    content_note: Annotated[Text, AfterValidator(_Fills("topic"))] | None = None
    """What stands before a post on a sensitive topic: `Content note: {topic}`"""
    topics: OwnTopics | None = None
    """What the sensitive topics are called in this language."""

    @model_validator(mode="before")
    @classmethod
    def _left_empty_is_absent(cls, value: object) -> object:
        """Refuse parts that are written and left empty: the base model would pass over them."""
        if not isinstance(value, dict):
            return value
        known = cls.model_fields
        return {
            name: "" if held is None and name in known and name != "topics" else held
            for name, held in value.items()
        }
