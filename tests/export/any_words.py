"""Posts of any words at all, planned and not laid out: what is said must hold before anything fits."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

import swipewell as sw
import writing
from swipewell.deck import Outline, plan
from swipewell.frame import Frame
from swipewell.layout.compose import Deck, DeckSlide
from swipewell.model.post import Cover, Reference

TODAY = dt.date(2026, 11, 23)

SAMPLES = (
    *(
        "👩‍👩‍👧",
        "🇩🇪🌿",
        "e\u0301\u0323",
        "किताब",
        "وعي",
        "نفسي",
        "שלום",
        "休むこと",
        "พักผ่อน",
        "마음",
    ),
    *("*open", "==", "\\", "_a_", "1.", "- ", "# ", "https://a.example/x--y_z?q=1", "“", '"', "'"),
)

words = st.one_of(
    st.text(min_size=1, max_size=12),
    st.sampled_from(SAMPLES),
    st.sampled_from([*writing.SHORT, *writing.WORDS, *writing.MARKED]),
    st.builds(lambda text, times: text * times, st.sampled_from(SAMPLES), st.integers(1, 60)),
).filter(lambda text: bool(text.strip()))

long_texts = st.one_of(
    st.lists(words, min_size=1, max_size=40).map(" ".join),
    st.builds(
        lambda text: (text * 10_000)[:10_000] if len(text) < 9 else text * (10_000 // len(text)),
        words,
    ),
).filter(lambda text: bool(text.strip()))

_hand = writing.Hand(words, 1)
_languages = (
    "en",
    "de",
    "fr",
    "pl",
    "tr",
    "ar",
    "he",
    "fa",
    "ja",
    "zh-Hans",
    "th",
    "hi",
    "ko",
    "xx",
)


def _varied(post: sw.Post, language: str | None, alt: str, caption: str | None) -> sw.Post:
    """The post in any language, with a picture on its cover."""
    cover = Cover(kicker=post.cover.kicker, picture="a.png", alt=alt)
    return post.model_copy(update={"language": language, "cover": cover, "caption": caption})


posts = st.builds(
    _varied,
    _hand.posts(_hand.slides(), 3),
    st.sampled_from(_languages),
    long_texts.map(str.strip).filter(bool),
    st.one_of(st.none(), long_texts.map(str.strip).filter(bool)),
)
tags = st.lists(words, max_size=40)
sources = st.lists(
    st.builds(Reference, text=words, url=st.sampled_from([None, "https://a.example/x_y"])),
    max_size=9,
)


def outlined(post: sw.Post, brand: sw.Brand) -> Outline:
    return plan(post, brand, TODAY)


def unset(outline: Outline) -> Deck:
    """The deck of an outline whose slides have all the room they want."""
    frame = Frame(1080, 1080, ())
    slides = [DeckSlide(s.kind, s.fields, s.path, s.number, 1, {}, frame) for s in outline.slides]
    return Deck(tuple(slides), outline.language, ())


def planned(*slides: Any, brand: sw.Brand | None = None, **fields: Any) -> Outline:
    post = sw.Post(
        **{"title": "A kinder no", "slides": slides or [sw.Tip(title="Pause")], **fields}
    )
    return outlined(post, brand or sw.Brand(region="US"))
