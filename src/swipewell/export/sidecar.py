"""What goes beside the pictures: alternative text, caption and transcript, from what slides say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from swipewell.layout.compose import Deck, DeckSlide
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.text.markup import plain
from swipewell.text.typography import typographic

MOST_ALT = 1000
MOST_CAPTION = 2200
_SILENT = frozenset({"swipe", "mark", "picture", "number", "unit", "brief", "whole_title"})
"""Slots that are ornament to a listener."""


def alt_text(slide: DeckSlide, language: str) -> str:
    """Return what a slide says, in reading order, within 1,000 characters."""
    lines = spoken(slide, language)
    if slide.fields.get("picture_alt"):
        lines.append(plain(slide.fields["picture_alt"]))
    return _within(" ".join(_sentence(line) for line in lines), MOST_ALT)


def spoken(slide: DeckSlide, language: str) -> list[str]:
    """Return the texts of a slide as lines in reading order, without marks."""
    out: list[str] = []
    fields = dict(slide.fields)
    title = fields.pop("title", None)
    if slide.kind == "cover" and "kicker" in fields:
        out.append(fields.pop("kicker"))
    if title:
        number = f"{slide.number}. " if slide.number else ""
        out.append(f"{number}{title}")
    out.extend(_lines(fields))
    return [plain(typographic(line, language)).replace("\u2028", " ") for line in out]


def _lines(fields: Mapping[str, Any]) -> list[str]:
    """Return the remaining fields' texts: labels before what they label, halves one after the other."""
    order = _order(fields)
    out: list[str] = []
    for slot in order:
        value = fields[slot]
        if isinstance(value, str):
            out.append(value)
        else:
            out.extend(_entry(entry) for entry in value)
    return out


def _order(fields: Mapping[str, Any]) -> list[str]:
    """Return the slots in reading order; a label comes just before its own text."""
    before = {"aloud": "example", "left_label": "left", "right_label": "right"}
    before |= {"emergency_ask": "emergency", "crisis_ask": "contacts", "support_ask": "support"}
    order: list[str] = []
    for slot in fields:
        if slot in _SILENT or slot == "picture_alt" or slot in before:
            continue
        label = next((k for k, v in before.items() if v == slot and k in fields), None)
        order.extend([label, slot] if label else [slot])
    return order


def _entry(entry: Mapping[str, str]) -> str:
    """Return one entry of a list, of steps, of a practice or of contacts as a line."""
    if "seconds" in entry:
        return f"{entry['do']}: {entry['seconds']} {entry['unit']}"
    number = f"{entry['number']}. " if "number" in entry else ""
    line = ""
    for text in (v for k, v in entry.items() if k != "number"):
        line += text if not line else f" {text}" if line[-1] in ".!?…”’»" else f": {text}"
    return number + line


def _sentence(line: str) -> str:
    """Return the line ended so that a screen reader pauses."""
    return line if line[-1:] in ".!?…:;”’»“" or not line else f"{line}."


def _within(text: str, most: int) -> str:
    """Return the text within so many characters, cut at a word with an ellipsis where it must be."""
    if len(text) <= most:
        return text
    if most < 2:
        return ""
    return text[: most - 1].rsplit(" ", 1)[0] + "…"


def alt_json(deck: Deck, files: list[str]) -> bytes:
    """Return ``alt.json``: every slide's file with its alternative text."""
    table = {
        file: alt_text(slide, deck.language) for file, slide in zip(files, deck.slides, strict=True)
    }
    return (json.dumps(table, ensure_ascii=False, indent=2) + "\n").encode()


def transcript(post: Post, deck: Deck) -> bytes:
    """Return ``transcript.md``: everything the slides say, slide by slide."""
    parts = [f"# {plain(typographic(post.title, deck.language))}"]
    for number, slide in enumerate(deck.slides, 1):
        lines = "\n\n".join(spoken(slide, deck.language))
        parts.append(f"## Slide {number}\n\n{lines}")
    return ("\n\n".join(parts) + "\n").encode()


def caption(post: Post, brand: Brand, deck: Deck) -> bytes:
    """Return ``caption.txt``: the post's own caption, or one built from its slides.

    Whatever it begins with, it ends with the disclaimer's first lines, where to turn to, and the
    hashtags. Where 2,200 characters are not enough the beginning gives way, then sources, then tags.
    """
    closing = _closing(deck)
    room = MOST_CAPTION - len(closing) - len("\n")
    sources = "\n".join(_source(s.text, s.url) for s in post.sources)
    body = (post.caption or _from_slides(post, deck)).strip()
    kept: list[str] = []
    for part in (_hashtags(post, brand), sources, body):
        kept.append(_within(part, room - len("\n\n")))
        room -= len(kept[-1]) + len("\n\n") if kept[-1] else 0
    tags, sources, body = kept
    return ("\n\n".join(filter(None, (body, sources, closing, tags))) + "\n").encode()


def _source(text: str, url: str | None) -> str:
    return f"{plain(text)} {url}" if url else plain(text)


def _from_slides(post: Post, deck: Deck) -> str:
    """Return a caption from the title and the slides' own titles."""
    language = deck.language
    lines = [plain(typographic(post.title, language))]
    if post.subtitle:
        lines.append(plain(typographic(post.subtitle, language)))
    inner = [s for s in deck.slides[1:] if not s.kind.startswith("disclaimer") and s.part == 1]
    points = [
        f"• {plain(typographic(str(s.fields['title']), language))}"
        for s in inner
        if "title" in s.fields and s.kind != "invite"
    ]
    return "\n\n".join([*lines, "\n".join(points)]).strip()


def _closing(deck: Deck) -> str:
    """Return the disclaimer's words for a caption: what this is, the emergency number, the lines."""
    fields: dict[str, Any] = {}
    contacts: list[str] = []
    for slide in deck.slides:
        if slide.kind.startswith("disclaimer"):
            fields |= slide.fields
            contacts += map(_entry, slide.fields.get("contacts", ()))
    danger = " ".join(fields[k] for k in ("emergency_ask", "emergency") if k in fields)
    talk = "; ".join(contacts)
    ask = " ".join(part for part in (fields.get("crisis_ask"), talk) if part)
    where = str(fields.get("elsewhere", ""))
    return "\n".join(part for part in (str(fields["what"]), danger, ask, where) if part)


def _hashtags(post: Post, brand: Brand) -> str:
    tags = dict.fromkeys(tag.lstrip("#") for tag in (*post.hashtags, *brand.hashtags))
    return " ".join(f"#{tag}" for tag in tags if tag)
