"""A bench to what the page is told: plain values, in the shape that `page.js` knows.

{"version": 3, "posts": […], "themes": […], "sizes": […], "shown": {"slides": […], "caption": …}}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from swipewell.export.caption import MOST_CAPTION, caption
from swipewell.export.shorten import length
from swipewell.findings import Finding
from swipewell.geometry import PAGES
from swipewell.layout.compose import DeckSlide
from swipewell.pipeline import Carousel
from swipewell.preview.bench import Bench, Choice, Entry, Set
from swipewell.reading.theme import is_folder, theme_names
from swipewell.text.direction import is_right_to_left
from swipewell.text.markup import plain

Told: TypeAlias = dict[str, Any]
PictureAt: TypeAlias = Callable[[str], str]
"""From a picture's key to the address at which the page finds it."""

_SWATCH = ("paper", "ink", "accent")
_ON_THE_COVER = ("title", "subtitle", "cover")
_IN_THE_CAPTION = ("caption", "hashtags")


def state(bench: Bench, key: str | None, choice: Choice, picture_at: PictureAt) -> Told:
    """Return all that the page shows: a post by its key, else the first one, and what else there is."""
    version = bench.version  # before all else: what changes meanwhile is news
    entry = bench.entry(key)
    return {
        "version": version,
        "posts": [listed(one) for one in bench.entries],
        "faults": [finding(one) for one in bench.faults],
        "themes": _themes(bench, entry),
        "sizes": [
            {"name": page.name, "width": page.width, "height": page.height}
            for page in PAGES.values()
        ],
        "shown": shown(bench, entry, choice, picture_at) if entry else None,
    }


def listed(entry: Entry) -> Told:
    """Return a post as the list of posts names it."""
    draft = entry.draft
    return {
        "key": entry.key,
        "file": Path(entry.path).name,
        "title": plain(draft.post.title) if draft else Path(entry.path).name,
        "language": draft.language if draft else "",
        "broken": bool(entry.faults),
    }


def grid(bench: Bench, choice: Choice, picture_at: PictureAt) -> list[Told]:
    """Return the covers of all posts, as the profile shows them side by side."""
    return [
        {
            **listed(entry),
            "src": picture_at(made.pictures[0]) if made.pictures else None,
            "alt": made.carousel.slides[0].alt if made.carousel else "",
        }
        for entry in bench.entries
        for made in (bench.set(entry, choice),)
    ]


def shown(bench: Bench, entry: Entry, choice: Choice, picture_at: PictureAt) -> Told:
    """Return a post in a theme and a size, with what there is to say of each slide."""
    made = bench.set(entry, choice)
    page = PAGES[choice.size]
    told = {
        **listed(entry),
        "path": entry.path,
        "theme": choice.theme,
        "own_theme": entry.draft.theme if entry.draft else None,
        "size": {"name": page.name, "width": page.width, "height": page.height},
        "errors": [finding(one) for one in made.faults],
        "brand": _brand(entry),
    }
    if made.carousel is None:
        return {**told, "dir": "ltr", "slides": [], "caption": None, "findings": []}
    return {**told, **_deck(made, made.carousel, picture_at)}


def _deck(made: Set, carousel: Carousel, picture_at: PictureAt) -> Told:
    """Return slides, caption and findings of a post that was set."""
    beside = _by_slide(carousel.findings, carousel.deck.slides)
    text = caption(carousel.post, carousel.brand, carousel.outline).text
    language = carousel.deck.language
    slides = [
        {
            "src": picture_at(picture),
            "kind": slide.kind.split("_")[0] if "disclaimer" in slide.kind else _words(slide.kind),
            "alt": slide.alt,
            "language": placed.language or language,
            "findings": [finding(one) for one in beside.get(number, ())],
        }
        for number, (picture, slide, placed) in enumerate(
            zip(made.pictures, carousel.slides, carousel.deck.slides, strict=True)
        )
    ]
    return {
        "dir": "rtl" if is_right_to_left(language) else "ltr",
        "slides": slides,
        "caption": {"text": text.rstrip(), "length": length(text.rstrip()), "most": MOST_CAPTION},
        "findings": [finding(one) for one in beside.get(None, ())],
    }


def _words(kind: str) -> str:
    return kind.replace("_", " ")


def _by_slide(
    findings: Iterable[Finding], slides: Sequence[DeckSlide]
) -> dict[int | None, list[Finding]]:
    """Return findings by the slide they speak of, from 0; under None those about all of the post."""
    beside: dict[int | None, list[Finding]] = {}
    for one in dict.fromkeys(findings):
        beside.setdefault(_slide_of(one, slides), []).append(one)
    return beside


def _slide_of(one: Finding, slides: Sequence[DeckSlide]) -> int | None:
    """Return which slide a finding speaks of, by its number or else by its field."""
    if one.slide is not None and 0 < one.slide <= len(slides):
        return one.slide - 1
    field = one.where.field or ""
    if field.split(".")[0] in _ON_THE_COVER:
        return 0
    head = field.split("]")[0] + "]" if field.startswith("slides[") else None
    return next((at for at, slide in enumerate(slides) if slide.path == head), None)


def finding(one: Finding) -> Told:
    """Return a finding as the page tells it: in the shape of `--json`, and the line it is about."""
    where = one.where
    about_caption = (where.field or "").split("[")[0] in _IN_THE_CAPTION
    return {**one.as_dict(), "place": str(where), "quoted": one.quoted, "caption": about_caption}


def _brand(entry: Entry) -> Told:
    """Return who speaks, as the head of a post on a phone names them."""
    brand = entry.draft.brand if entry.draft else None
    handle = (brand.handle or "").removeprefix("@") if brand else ""
    name = (brand.name or "") if brand else ""
    return {
        "name": name,
        "handle": handle or name or "your account",
        "initial": (name or handle or "·")[0].upper(),
        "avatar": bool(brand and brand.avatar),
    }


def _themes(bench: Bench, entry: Entry | None) -> list[Told]:
    """Return the themes to try, each with three of its colours; a theme of the post's own comes first."""
    from swipewell.findings import SwipewellError
    from swipewell.look import read_theme

    draft = entry.draft if entry else None
    named = [bench.asked.theme, draft.theme if draft else None]
    own = dict.fromkeys(name for name in named if name and is_folder(name))
    out: list[Told] = []
    for name in (*own, *theme_names()):
        try:
            theme = read_theme(name)
            colours, _ = (
                bench.studio.colours(theme, draft.brand.colours)
                if draft
                else (bench.studio.palette(theme, theme.seed), ())
            )
        except SwipewellError:  # the post's own findings tell of it
            continue
        swatch = [colours[role].hex for role in _SWATCH if role in colours]
        out.append(
            {"name": name, "title": _short(theme.name), "voice": theme.voice, "swatch": swatch}
        )
    return out


def _short(name: str) -> str:
    return name.removeprefix("./")


def known_choice(bench: Bench, asked: Mapping[str, str]) -> Choice:
    """Return the choice that an address makes; what is not known gives way to what is asked for all."""
    theme, size = asked.get("theme"), asked.get("size")
    own = {entry.draft.theme for entry in bench.entries if entry.draft}
    known = {*theme_names(), *own, bench.asked.theme}
    return Choice(
        theme if theme in known else bench.asked.theme,
        size if size in PAGES else bench.asked.size,
    )
