"""The plan of a deck: cover, slides and disclaimer as logical slides, in order; no sizes, no places.

A logical slide is its kind and its fields, texts and tuples of texts, so that a layout can name
any of them as a slot. The disclaimer is always there, and always last.
"""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from swipewell.care import disclaimer as care
from swipewell.care.contacts import Contact
from swipewell.findings import Finding
from swipewell.labels import Labels, labels_for
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.model.slide import (
    Compare,
    Half,
    Invite,
    Item,
    List,
    Practice,
    Quote,
    Slide,
    Steps,
    Tip,
)
from swipewell.text.direction import is_right_to_left, numeral
from swipewell.text.typography import quotation_marks

Fields = Mapping[str, Any]

_STATEMENT = 14
"""A tip's body of fewer words than this becomes a statement."""

_OPENING, _CLOSING = "“„«»‚‘\"'”", "”“»«‘’\"'"


class Logical(NamedTuple):
    """One slide before it is laid out.

    ``path`` is where a person wrote it (``slides[2]``, empty for what Swipewell adds); ``part``
    counts the slides a text runs over, from 1; ``skipped`` is how many entries earlier ones have shown.
    """

    kind: str
    fields: Fields
    path: str = ""
    number: int | None = None
    part: int = 1
    skipped: int = 0

    def having(self, **fields: Any) -> "Logical":
        """Return the slide with some fields replaced."""
        return self._replace(fields={**self.fields, **fields})


class Outline(NamedTuple):
    """The logical slides of a post, cover first, disclaimer last, with what every slide shows."""

    slides: tuple[Logical, ...]
    language: str
    handle: str
    seed: str
    findings: tuple[Finding, ...] = ()
    avatar: str | None = None


def plan(post: Post, brand: Brand, today: dt.date) -> "Outline":
    """Return the outline of a post as a brand publishes it on a day."""
    language = post.language or brand.language
    labels = labels_for(language)
    slides: list[Logical] = [_cover(post, labels)]
    number = 0
    for index, slide in enumerate(post.slides):
        counts = isinstance(slide, Tip) and _is_numbered(slide, post)
        number += counts
        path = f"slides[{index}]"
        slides.append(
            Logical(slide.kind, _fields(slide, labels, language), path, number if counts else None)
        )
    closing, notes = _disclaimer(post, brand, language, today)
    return Outline(
        (*slides, closing),
        language,
        brand.handle or brand.name or "",
        post.title,
        notes,
        brand.avatar,
    )


def _is_numbered(slide: Tip, post: Post) -> bool:
    return post.numbered if slide.numbered is None else slide.numbered


def _present(**fields: Any) -> dict[str, Any]:
    """Return the fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, "", ())}


def _cover(post: Post, labels: Labels) -> "Logical":
    fields = _present(
        kicker=post.cover.kicker,
        title=post.title,
        subtitle=post.subtitle,
        swipe=labels.swipe,
        picture=post.cover.picture,
        picture_alt=post.cover.alt,
    )
    return Logical("cover", fields)


def _fields(slide: Slide, labels: Labels, language: str) -> dict[str, Any]:
    """Return what a slide shows, by slot."""
    match slide:
        case Tip():
            aloud = labels.aloud if slide.example else None
            brief = "yes" if _is_brief(slide) else None
            return _present(
                title=slide.title,
                body=slide.body,
                example=slide.example,
                aloud=aloud,
                brief=brief,
            )
        case List():
            return _present(title=slide.title, items=_items(slide.items))
        case Steps():
            return _present(title=slide.title, steps=_numbered_items(slide.steps, language))
        case Compare():
            return _comparison(slide, labels)
        case Quote():
            return _quotation(slide, language)
        case Practice():
            return _practice(slide, labels, language)
        case Invite():
            return _present(title=slide.title, body=slide.body)


def _is_brief(tip: Tip) -> bool:
    """Say whether a tip is so short that it is set as a statement, larger, not as a small text adrift."""
    return tip.example is None and tip.body is not None and len(tip.body.split()) < _STATEMENT


def _items(items: tuple[Item, ...]) -> tuple[dict[str, str], ...]:
    return tuple(
        _present(text=None if item.body else item.title, title=item.title if item.body else None)
        | _present(body=item.body)
        for item in items
    )


def _numbered_items(items: tuple[Item, ...], language: str) -> tuple[dict[str, str], ...]:
    return tuple(item | {"number": numeral(n, language)} for n, item in enumerate(_items(items), 1))


def _comparison(slide: Compare, labels: Labels) -> dict[str, Any]:
    left, right = slide.left.stance or "avoid", slide.right.stance or "try"
    return _present(
        title=slide.title,
        left_label=slide.left.label or labels.stance(left),
        right_label=slide.right.label or labels.stance(right),
        left=_half(slide.left),
        right=_half(slide.right),
    )


def _half(half: Half) -> tuple[dict[str, str], ...]:
    return tuple({"text": text} for text in half.items)


def _quotation(slide: Quote, language: str) -> dict[str, Any]:
    """Return a quote's fields; quotation marks around all of it become the one great mark."""
    text = slide.quote.strip()
    within = text[1:-1].strip()
    if within and text[0] in _OPENING and text[-1] in _CLOSING and text[0] not in within:
        text = within
    mark = quotation_marks(language)[0]
    if mark in "„«»":  # one that does not stand high would lie on the text
        mark = "”" if is_right_to_left(language) else "“"
    return _present(mark=mark, quote=text, by=slide.by, source=slide.source)


def _practice(slide: Practice, labels: Labels, language: str) -> dict[str, Any]:
    phases = tuple(
        {"do": p.do, "seconds": numeral(p.seconds, language), "unit": labels.second}
        for p in slide.phases
    )
    rounds = labels.rounds(slide.rounds, language) if slide.rounds else None
    return _present(title=slide.title, phases=phases, rounds=rounds)


def _disclaimer(
    post: Post, brand: Brand, language: str, today: dt.date
) -> tuple[Logical, tuple[Finding, ...]]:
    """Return the closing slide, and what the author should know about it."""
    said, findings = _said(
        today=today,
        language=language,
        region=brand.region,
        topics=post.topics,
        youth=brand.disclaimer.youth,
        name=brand.name,
        credential=brand.credential,
        licence_number=(brand.licence.number or "").replace(" ", "\u00a0") or None,
        jurisdiction=brand.licence.jurisdiction,
        dm_policy=brand.disclaimer.dm_policy,
        also_regions=brand.disclaimer.also_regions,
        directory_name=brand.directory.name if brand.directory else None,
        directory_url=brand.directory.url if brand.directory else None,
    )
    return Logical("disclaimer", _disclaimer_fields(said)), findings


_said = lru_cache(maxsize=64)(care.compose)
"""The same brand says the same under every post."""


def _disclaimer_fields(said: care.Disclaimer) -> dict[str, Any]:
    """Return the disclaimer's texts by slot; a further country is a contact under its name."""
    home = tuple(_contact(contact) for contact in said.contacts)
    abroad = tuple(
        _present(
            region=region.name,
            emergency=region.emergency,
            **(_contact(region.contact) if region.contact else {}),
        )
        for region in said.also_regions
    )
    return _present(
        title=said.title,
        what=said.about[0],
        bond=said.about[1],
        emergency_ask=said.emergency_ask,
        emergency=said.emergency_answer,
        crisis_ask=said.crisis_ask,
        contacts=home + abroad,
        elsewhere=said.elsewhere,
        support_ask=said.support_ask,
        support=_lines(said.support_answer),
        sign_off=_lines(said.sign_off),
        credential=said.credential,
    )


def _contact(contact: Contact) -> dict[str, str]:
    hours = "" if contact.hours in ("", "24/7") else f", {contact.hours}"
    return {"action": contact.action, "name": f"{contact.name}{hours}"}


def _lines(parts: tuple[str, ...]) -> str:
    """Return parts each on its own line."""
    return "\u2028".join(parts)
