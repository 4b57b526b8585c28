"""The plan of a deck: cover, slides and disclaimer as logical slides, in order; no sizes, no places.

A logical slide is its kind and its fields, texts and tuples of texts, so that a layout can name
any of them as a slot. The disclaimer is always there, and always last.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from swipewell.care import disclaimer as care
from swipewell.care.contacts import Contact, printed_address
from swipewell.care.own import own_regions
from swipewell.care.wording import Own
from swipewell.findings import Finding, error
from swipewell.labels import Labels, labels_for
from swipewell.model.brand import Brand
from swipewell.model.post import Post, Reference
from swipewell.model.slide import (
    Compare,
    Definition,
    Figure,
    Half,
    Invite,
    Item,
    List,
    Myth,
    Picture,
    Practice,
    Prompt,
    Quote,
    Recap,
    Resource,
    Resources,
    Slide,
    Steps,
    Tip,
)
from swipewell.named import NamedTuple
from swipewell.text.direction import is_right_to_left, numeral
from swipewell.text.typography import quotation_marks
from swipewell.text.wordcount import word_count

Fields = Mapping[str, Any]

_STATEMENT = 14
"""A tip's body of fewer words than this becomes a statement."""

_LONG_PART = 32
"""From how many characters on a part of an address may be divided."""

_LINE = "\u2028"
_OPENING, _CLOSING = "“„«»‚‘‹「『״”\"'", "”“»«‘’›」』״\"'"


class Logical(NamedTuple):
    """One slide before it is laid out.

    ``path`` is where a person wrote it (``slides[2]``, empty for what Swipewell adds); ``part``
    counts the slides a text runs over, from 1; ``skipped`` is how many entries earlier ones have shown.
    ``language`` is that of its texts where it is not the post's, ``tongues`` that of single slots.
    """

    kind: str
    fields: Fields
    path: str = ""
    number: int | None = None
    part: int = 1
    skipped: int = 0
    language: str = ""
    tongues: Mapping[str, str] = {}

    def having(self, **fields: Any) -> Logical:
        """Return the slide with some fields replaced."""
        return self._replace(fields={**self.fields, **fields})


class Outline(NamedTuple):
    """The logical slides of a post, cover first, disclaimer last, with what every slide shows.

    ``target`` is where it goes, such as ``instagram-api``; empty where nobody said.
    """

    slides: tuple[Logical, ...]
    language: str
    handle: str
    seed: str
    findings: tuple[Finding, ...] = ()
    avatar: str | None = None
    logo: str | None = None
    target: str = ""

    @property
    def mark(self) -> str | None:
        """Return the picture that stands for the brand: its avatar, else its logo."""
        return self.avatar or self.logo

    @property
    def foreign(self) -> frozenset[str]:
        """Return the languages of slides and slots that are not in the post's."""
        spoken = (tongue for slide in self.slides for tongue in slide.tongues.values())
        return frozenset({slide.language for slide in self.slides} | set(spoken)) - {""}


def plan(post: Post, brand: Brand, today: dt.date, *, strict: bool = False) -> Outline:
    """Return the outline of a post as a brand publishes it on a day; ``strict`` prints no old helpline."""
    language = post.language or brand.language
    labels = labels_for(language)
    said, notes = _closing(post, brand, language, today, strict)
    slides: list[Logical] = [_cover(post, labels), *_content_note(said)]
    counted = _numbers(post)
    for index, (slide, number) in enumerate(zip(post.slides, counted, strict=True)):
        fields = _fields(slide, labels, language)
        if isinstance(slide, Recap):
            fields |= _present(tips=_contents(post, counted, language))
        slides.append(Logical(slide.kind, fields, f"slides[{index}]", number))
    return Outline(
        (*slides, *_sources(post, labels), _disclaimer(said)),
        language,
        brand.handle or brand.name or "",
        post.title,
        (*notes, *_empty_recaps(post)),
        brand.avatar,
        brand.logo,
    )


def _numbers(post: Post) -> list[int | None]:
    """Return the number of every slide that counts, None for the others."""
    numbers: list[int | None] = []
    count = 0
    for slide in post.slides:
        counts = isinstance(slide, Tip) and _is_numbered(slide, post)
        count += counts
        numbers.append(count if counts else None)
    return numbers


def _is_numbered(slide: Tip, post: Post) -> bool:
    return post.numbered if slide.numbered is None else slide.numbered


def _heading(tip: Tip) -> str | None:
    """Return what a tip is called in a table of contents: its title, or a body as short as one."""
    return tip.title or (tip.body if _is_brief(tip) else None)


def _contents(post: Post, counted: list[int | None], language: str) -> tuple[dict[str, str], ...]:
    """Return the entries of a recap: what the post's tips are called, with their numbers."""
    return tuple(
        _present(number=numeral(number, language) if number else None, text=_heading(slide))
        for slide, number in zip(post.slides, counted, strict=True)
        if isinstance(slide, Tip) and _heading(slide)
    )


def _empty_recaps(post: Post) -> tuple[Finding, ...]:
    """Return findings for recaps with nothing to tell again."""
    if any(isinstance(slide, Tip) and _heading(slide) for slide in post.slides):
        return ()
    return tuple(
        error(
            "empty-recap",
            "This recap lists the titles of the post's tips, and there are none.",
            "Give the tips titles, or leave this slide out.",
            field=f"slides[{index}]",
        )
        for index, slide in enumerate(post.slides)
        if isinstance(slide, Recap)
    )


def _present(**fields: Any) -> dict[str, Any]:
    """Return the fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, "", ())}


def _cover(post: Post, labels: Labels) -> Logical:
    fields = _present(
        kicker=post.cover.kicker,
        title=post.title,
        subtitle=post.subtitle,
        swipe=labels.swipe,
        picture=post.cover.picture,
        focus=post.cover.focus,
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
        case Myth():
            return _present(
                myth_label=labels.myth, myth=slide.myth, fact_label=labels.fact, fact=slide.fact
            )
        case Quote():
            return _quotation(slide, language)
        case Prompt():
            rules: tuple[dict[str, str], ...] = ({},) * slide.lines
            return _present(title=slide.title, question=slide.question, rules=rules)
        case Practice():
            return _practice(slide, labels, language)
        case Definition():
            return _present(term=slide.term, meaning=slide.meaning, example=slide.example)
        case Figure():
            return _present(figure=slide.figure, meaning=slide.meaning, source=slide.source)
        case Picture():
            return _present(
                picture=slide.picture,
                focus=slide.focus,
                picture_alt=slide.alt,
                caption=slide.caption,
            )
        case Resources():
            return _present(title=slide.title, items=tuple(map(_resource, slide.items)))
        case Recap():
            return _present(title=slide.title)
        case Invite():
            return _present(title=slide.title, body=slide.body)


def _is_brief(tip: Tip) -> bool:
    """Say whether a tip is so short that it is set as a statement, larger, not as a small text adrift."""
    return tip.example is None and tip.body is not None and word_count(tip.body) < _STATEMENT


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
    """Return a quote's fields; quotation marks around all of it become the one great mark.

    ``opening`` is the language's own, for where a mark stands no larger than the words.
    """
    text = slide.quote.strip()
    within = text[1:-1].strip()
    if within and text[0] in _OPENING and text[-1] in _CLOSING and text[0] not in within:
        text = within
    opening = mark = quotation_marks(language)[0]
    if mark not in "“”":  # one that does not stand high would lie on the text
        mark = "”" if is_right_to_left(language) else "“"
    return _present(opening=opening, mark=mark, quote=text, by=slide.by, source=slide.source)


def _practice(slide: Practice, labels: Labels, language: str) -> dict[str, Any]:
    phases = tuple(
        {"do": p.do, "seconds": numeral(p.seconds, language), "unit": labels.second}
        for p in slide.phases
    )
    rounds = labels.rounds(slide.rounds, language) if slide.rounds else None
    return _present(title=slide.title, phases=phases, rounds=rounds)


def _resource(item: Resource) -> dict[str, str]:
    return _present(name=item.name, note=item.note, link=_address(item.link))


def _sources(post: Post, labels: Labels) -> tuple[Logical, ...]:
    """Return the slide of the works a post rests on, before the disclaimer."""
    entries = tuple(map(_source, post.sources))
    fields = _present(title=labels.sources, sources=entries)
    return (Logical("sources", fields),) if entries else ()


def _source(source: Reference) -> dict[str, str]:
    return _present(text=source.text, url=_address(source.url))


def _address(url: str | None) -> str | None:
    """Return an address as people type it, ``https://example.org/`` as ``example.org``, sign for sign.

    What would be markup stands behind a backslash; hyphens become no dashes, and end no line. A part
    too long for any line may end one before a hyphen, as the Chicago Manual of Style has it (17th ed.,
    14.18), or where there is none anywhere, without a hyphen, which would belong to the address.
    """
    if url is None:
        return None
    typed = re.sub(rf"[^\s/]{{{_LONG_PART},}}", _divided_part, printed_address(url) or url)
    typed = typed.replace("-", "-\u2060")
    return re.sub(r"[*=\\]", r"\\\g<0>", typed)


def _divided_part(part: re.Match[str]) -> str:
    """Return a part of an address with the places where a line may end."""
    divided = re.sub(r"(?<=[^-_])(?=[-_])", "\u200b", part[0])
    return re.sub(rf"[^\u200b]{{{_LONG_PART}}}(?=[^\u200b])", "\\g<0>\u200b", divided)


def _closing(
    post: Post, brand: Brand, language: str, today: dt.date, strict: bool
) -> tuple[care.Disclaimer, tuple[Finding, ...]]:
    """Return all that the closing slide says, and what the author should know about it."""
    return _said(
        today=today,
        strict=strict,
        language=language,
        brand_language=brand.language,
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
        own_wording=_own_wording(brand),
        own_regions=own_regions(brand.helplines),
    )


_said = lru_cache(maxsize=64)(care.compose)
"""The same brand says the same under every post."""


def _own_wording(brand: Brand) -> Own:
    """Return a brand's own words for the disclaimer, by language and part."""
    return tuple(
        (language, tuple(_parts(parts.model_dump(exclude_none=True))))
        for language, parts in brand.disclaimer.wording.items()
    )


def _parts(written: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield parts of a wording; what a topic is called is one of them, under the topic as posts spell it."""
    for part, text in written.items():
        if part != "topics":
            yield part, text
            continue
        for topic, name in text.items():
            yield f"topics.{topic.replace('_', '-')}", name


def _content_note(said: care.Disclaimer) -> tuple[Logical, ...]:
    """Return the slide before a post on a sensitive topic: its name, leave to go, and somebody to call."""
    if not said.content_note:
        return ()
    fields = _present(
        title=re.sub(r"(?<=:) +|(?<=：)", _LINE, said.content_note),
        leave=_lines(said.sign_off),
        crisis_ask=said.crisis_ask,
        contacts=(_contact(said.contacts[0], said.comma),),
    )
    borrowed = dict(said.borrowed)
    tongues = {"title": borrowed["content_note"]} if "content_note" in borrowed else {}
    return (Logical("content_note", fields, language=said.foreign, tongues=tongues),)


def _disclaimer(said: care.Disclaimer) -> Logical:
    """Return the last slide, in its own language."""
    fields = _disclaimer_fields(said)
    tongues = {slot: tongue for slot, tongue in said.borrowed if slot in fields}
    return Logical("disclaimer", fields, language=said.foreign, tongues=tongues)


def _disclaimer_fields(said: care.Disclaimer) -> dict[str, Any]:
    """Return the disclaimer's texts by slot; a further country is a contact under its name."""
    home = tuple(_contact(contact, said.comma) for contact in said.contacts)
    abroad = tuple(
        _present(
            region=region.name,
            emergency_ask=region.emergency_ask,
            emergency=_literal(region.emergency),
            **(_contact(region.contact, said.comma) if region.contact else {}),
        )
        for region in said.also_regions
    )
    return _present(
        title=said.title,
        what=said.about[0],
        bond=said.about[1],
        emergency_ask=said.emergency_ask,
        emergency=_literal(said.emergency_answer),
        crisis_ask=said.crisis_ask,
        contacts=home + abroad,
        elsewhere=said.elsewhere,
        support_ask=said.support_ask,
        support=_literal(_lines(said.support_answer)),
        sign_off=_lines(said.sign_off),
        credential=said.credential,
    )


def _contact(contact: Contact, comma: str) -> dict[str, str]:
    hours = "" if contact.hours == "24/7" else contact.hours
    name = comma.join(filter(None, (contact.name, hours)))
    return _present(action=_literal(contact.action), name=_literal(name))


def _literal(text: str) -> str:
    """Return a text whose signs are no markup: the star of ``*4141`` is dialled."""
    return re.sub(r"[*=\\]", r"\\\g<0>", text)


def _lines(parts: tuple[str, ...]) -> str:
    """Return parts each on its own line."""
    return _LINE.join(parts)
