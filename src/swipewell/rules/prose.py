"""A post to the texts that rules read, each with its field and in whose voice it speaks.

Names of people, works and places, addresses and numbers of licences are no prose and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from swipewell.model.post import Post
from swipewell.model.slide import (
    Compare,
    Definition,
    Figure,
    Invite,
    List,
    Myth,
    Picture,
    Practice,
    Prompt,
    Quote,
    Recap,
    Resources,
    Slide,
    Steps,
    Tip,
)
from swipewell.named import NamedTuple
from swipewell.text.markup import plain

AVOID = "avoid"
"""A text that the post teaches against: the half of a comparison to leave, a myth."""
SAID = "said"
"""Words the post puts into its reader's mouth: an example, the half to try."""
OWN = "own"
"""What the post says in its own voice."""


class Prose(NamedTuple):
    """A text of a post: its field, its place (``cover``, ``slide``, ``caption``, ``tags``), whose voice it is.

    ``under`` is the heading that it stands under, which may say that it is taught against.
    """

    text: str
    field: str
    place: str = "slide"
    voice: str = OWN
    under: str = ""


def prose_of(post: Post) -> tuple[Prose, ...]:
    """Return the texts of a post in reading order."""
    return tuple(one._replace(text=plain(one.text)) for one in _all(post) if one.text)


def _all(post: Post) -> Iterator[Prose]:
    yield Prose(post.title, "title", "cover")
    yield Prose(post.subtitle or "", "subtitle", "cover", under=post.title)
    yield Prose(post.cover.kicker or "", "cover.kicker", "cover")
    for index, slide in enumerate(post.slides):
        heading = getattr(slide, "title", None) or ""
        for part in _slide(slide):
            under = heading if part.field != "title" else ""
            yield part._replace(
                field=f"slides[{index}].{part.field}",
                under="\n".join(filter(None, (part.under, under, post.title))),
            )
    yield Prose(post.caption or "", "caption", "caption")
    for index, tag in enumerate(post.hashtags):
        yield Prose(_divided(tag), f"hashtags[{index}]", "tags")


def _slide(slide: Slide) -> Iterator[Prose]:
    """Yield the texts of a slide with their fields within it."""
    match slide:
        case Tip():
            yield Prose(slide.title or "", "title")
            yield Prose(slide.body or "", "body")
            yield Prose(slide.example or "", "example", voice=SAID)
        case List():
            yield Prose(slide.title, "title")
            yield from _items("items", slide)
        case Steps():
            yield Prose(slide.title, "title")
            yield from _items("steps", slide)
        case Compare():
            yield Prose(slide.title, "title")
            yield from _halves(slide)
        case Myth():
            yield Prose(slide.myth, "myth", voice=AVOID)
            yield Prose(slide.fact, "fact")
        case Quote():
            yield Prose(slide.quote, "quote", "quote")
        case Prompt():
            yield Prose(slide.title or "", "title")
            yield Prose(slide.question or "", "question")
        case Practice():
            yield Prose(slide.title, "title")
            for n, phase in enumerate(slide.phases):
                yield Prose(phase.do, f"phases[{n}].do")
        case Definition():
            yield Prose(slide.meaning, "meaning")
            yield Prose(slide.example or "", "example", voice=SAID)
        case Figure():
            yield Prose(f"{slide.figure} {slide.meaning}", "meaning")
        case Picture():
            yield Prose(slide.caption or "", "caption")
        case Resources():
            yield Prose(slide.title, "title")
            for n, item in enumerate(slide.items):
                yield Prose(item.note or "", f"items[{n}].note")
        case Recap():
            yield Prose(slide.title, "title")
        case Invite():
            yield Prose(slide.title, "title", "invite")
            yield Prose(slide.body or "", "body", "invite")


def _items(name: str, slide: List | Steps) -> Iterator[Prose]:
    for n, item in enumerate(slide.items if isinstance(slide, List) else slide.steps):
        yield Prose(item.title, f"{name}[{n}].title")
        yield Prose(item.body or "", f"{name}[{n}].body", under=item.title)


def _halves(slide: Compare) -> Iterator[Prose]:
    for side, half, usual in (("left", slide.left, "avoid"), ("right", slide.right, "try")):
        avoids = (half.stance or usual) == "avoid"
        yield Prose(half.label or "", f"{side}.label")
        for n, text in enumerate(half.items):
            voice = AVOID if avoids else SAID
            yield Prose(text, f"{side}.items[{n}]", voice=voice, under=half.label or "")


def _divided(tag: str) -> str:
    """Return a hashtag as words: ``MondayReminder`` is ``Monday Reminder``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])|_", " ", tag)
