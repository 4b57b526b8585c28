"""The caption: the author's own or one built from the slides, and the disclaimer's lines always.

Instagram takes 2,200 characters (Meta's reference of ``ig-user/media``, as of 2026-09-11; how
they are counted: `shorten.length`). What the author wrote is never cut: where it finds no room
beside the disclaimer's lines, that is an error. What Swipewell adds gives way in this order: the
slides' titles, sources, hashtags. The disclaimer's lines never do.

Line breaks have no white space before them and no more than one empty line between them: Instagram
documents nothing about them, and what people report it drops is those. Invisible signs that hold
a line open are read aloud by some screen readers, so there are none here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from swipewell.deck import Logical, Outline
from swipewell.export.hashtags import hashtags
from swipewell.export.punctuation import in_a_row, labelled
from swipewell.export.shorten import first_sentence, length, within
from swipewell.export.spoken import Block, one_line, spoken
from swipewell.findings import Finding, error, warning
from swipewell.model.brand import Brand
from swipewell.model.post import Post, Reference
from swipewell.named import NamedTuple
from swipewell.reading.names import listed

MOST_CAPTION = 2200

_APART = "\n\n"
_TITLE_TAKES = 300
"""Characters of a title that a built caption keeps before all but the disclaimer's lines."""

_POINT_NEEDS = 40
"""Characters that are worth beginning a point for."""

_CLOSING = ("what", "emergency", "contacts", "elsewhere")
"""What of the disclaimer is in every caption, in order."""

_UNLISTED = frozenset({"cover", "invite", "recap", "sources", "content_note"})
"""Kinds of slide whose titles are no points of their own."""


class Caption(NamedTuple):
    """A caption as it is written out, and what there is to say about it."""

    text: str
    findings: tuple[Finding, ...]


def caption(post: Post, brand: Brand, outline: Outline) -> Caption:
    """Return a post's caption, which always holds the disclaimer's lines and whom to turn to."""
    language = outline.language
    closing = _closing(outline)
    own = _kept(post.caption or "")
    points = [] if own else _points(outline)
    title = within(one_line(post.title, language), _TITLE_TAKES, language)
    chosen = hashtags(post, brand, language, own or "\n".join((title, *points)))
    sources = [_source(source, language) for source in post.sources]
    needed = length(_APART.join((own or title, closing))) + len("\n")
    if needed > MOST_CAPTION:
        everything = (closing, own or title, "\n".join(sources), " ".join(chosen.tags))
        return Caption(_joined(everything), (*chosen.findings, _too_long(needed, post)))
    room = _Room(MOST_CAPTION - needed)
    tags = room.taken(chosen.tags, " ")
    shown = room.taken(sources, "\n")
    body = own or _built(post, title, points, room, language)
    text = _joined((body, "\n".join(shown), closing, " ".join(tags)))
    left_out = _left_out(chosen.tags[len(tags) :], len(sources) - len(shown))
    return Caption(text, (*chosen.findings, *left_out))


class _Room:
    """How many characters a caption still has, as its parts take theirs."""

    __slots__ = ("left",)

    def __init__(self, left: int) -> None:
        self.left = left

    def taken(self, parts: Sequence[str], divider: str) -> list[str]:
        """Return as many whole parts as there is room for, with dividers between them."""
        held: list[str] = []
        before = len(_APART)
        for part in parts:
            if before + length(part) > self.left:
                break
            self.left -= before + length(part)
            held.append(part)
            before = len(divider)
        return held


def _joined(parts: Iterable[str]) -> str:
    return _APART.join(filter(None, parts)) + "\n"


def _kept(text: str) -> str:
    """Return the author's caption with line breaks that survive: no white space before them."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", _APART, lines).strip()


def _source(source: Reference, language: str) -> str:
    """Return a source in one line, its address as it was typed."""
    return f"{one_line(source.text, language)} {source.url or ''}".strip()


# --- Built from the slides ---


def _built(post: Post, title: str, points: Sequence[str], room: _Room, language: str) -> str:
    """Return title, subtitle and points, as far as there is room for them."""
    subtitle = one_line(post.subtitle or "", language)
    under = room.taken([subtitle] if subtitle else [], "")
    held = room.taken(points, "\n")
    if len(held) < len(points):
        room.left -= len(_APART if not held else "\n")
        if room.left >= _POINT_NEEDS:
            held.append(within(points[len(held)], room.left, language))
    return _joined((title, *under, "\n".join(held))).strip()


def _points(outline: Outline) -> list[str]:
    """Return what each of the author's slides is about, in a line of its own."""
    slides = [slide for slide in outline.slides if slide.kind not in _UNLISTED]
    inner = [slide for slide in slides if not slide.kind.startswith("disclaimer")]
    points = (_point(slide, outline.language) for slide in inner)
    return [f"• {point}" for point in points if point]


def _point(slide: Logical, language: str) -> str:
    """Return what a slide is about: its title, else what it says in the first place.

    Of a myth it is the fact, which should be the one that is remembered.
    """
    if "title" in slide.fields:
        return one_line(slide.fields["title"], language)
    blocks = [block for block in spoken(slide, language) if block.role != "picture"]
    by_slot = {block.slot: block for block in blocks}
    if "quote" in by_slot:
        return in_a_row(map(_line, blocks))
    if "fact" in by_slot:
        return first_sentence(_line(by_slot["fact"]))
    if "meaning" in by_slot:
        meaning = by_slot["meaning"]
        told = meaning.introduced(first_sentence(_line(meaning)), language)
        return labelled(_line(by_slot["title"]), told, language) if "title" in by_slot else told
    texts = [block for block in blocks if block.role != "title"]
    return first_sentence(_line(texts[0])) if texts else ""


def _line(block: Block) -> str:
    """Return the lines of a block as one."""
    return in_a_row(line.replace("\n", " ") for line in block.lines)


# --- The disclaimer's lines ---


def _closing(outline: Outline) -> str:
    """Return the disclaimer's lines: what a post is, the emergency number, whom to turn to."""
    said: dict[str, str] = {}
    for slide in outline.slides:
        if slide.kind.startswith("disclaimer"):
            language = slide.language or outline.language
            for block in spoken(slide, language):
                divider = "; " if block.role == "list" else " "
                lines = divider.join(line.replace("\n", " ") for line in block.lines)
                said[block.slot] = block.introduced(lines, language)
    return "\n".join(said[slot] for slot in _CLOSING if slot in said)


# --- What there is to say ---


def _too_long(needed: int, post: Post) -> Finding:
    """Say that the author's words and the disclaimer's lines find no room together."""
    over = needed - MOST_CAPTION
    field = "caption" if post.caption else "disclaimer.also_regions"
    hint = (
        f"Shorten `caption:` by {over:,} characters. Until then the disclaimer's lines come first, "
        "so that they stay wherever the rest is cut."
        if post.caption
        else "Name fewer countries in `also_regions:`."
    )
    return error(
        "caption-too-long",
        f"The caption is {needed:,} characters long with the disclaimer's lines; "
        f"Instagram takes {MOST_CAPTION:,}.",
        hint,
        field=field,
    )


def _left_out(tags: Sequence[str], sources: int) -> tuple[Finding, ...]:
    """Return a finding that names what found no room in the caption."""
    names = list(tags)
    if sources:
        names.append("a source" if sources == 1 else f"{sources} sources")
    if not names:
        return ()
    verb = "finds" if len(names) == 1 and sources < 2 else "find"
    return (
        warning(
            "caption-left-out",
            f"In the caption {listed(names)} {verb} no room beside the rest.",
            "Shorten `caption:`, or name fewer hashtags and sources.",
            field="hashtags" if tags else "sources",
        ),
    )
