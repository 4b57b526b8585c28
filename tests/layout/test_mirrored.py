"""A right-to-left post is mirrored as a whole: what stood at the left stands at the right."""

from __future__ import annotations

import datetime as dt

import pytest

import swipewell as sw
from swipewell.colour import Colour
from swipewell.export.transcript import transcript
from swipewell.frame import Fill, GlyphRun, Gradient, Picture, Shadow, Shape, flipped
from swipewell.geometry import Rect

TODAY = dt.date(2026, 11, 23)
BRAND = sw.Brand(region="US", name="Alma", handle="@alma")

# The same slides twice: letters in one, and in the other Hebrew ones that are as many.
SLIDES = [
    {"kind": "tip", "title": "אבג דהו", "body": "אבג דהו זחט יכל מנס עפצ " * 3, "numbered": True},
    {"kind": "list", "title": "אבג", "items": ["אבג דהו", "זחט יכל", "מנס עפצ"]},
    {"kind": "steps", "title": "אבג", "steps": ["אבג דהו", "זחט יכל", "מנס עפצ"]},
    {"kind": "compare", "title": "אבג", "left": {"items": ["אבג"]}, "right": {"items": ["דהו"]}},
    {"kind": "quote", "quote": "אבג דהו זחט יכל מנס עפצ"},
    {"kind": "practice", "title": "אבג", "phases": [{"do": "אב", "seconds": 4}] * 3, "rounds": 2},
    {"kind": "invite", "title": "אבג דהו", "body": "זחט יכל"},
]


def deck(language: str) -> sw.Carousel:
    post = sw.Post.model_validate(
        {"title": "אבג דהו", "subtitle": "זחט יכל", "language": language, "slides": SLIDES}
    )
    return sw.render(post, BRAND, today=TODAY)


@pytest.fixture(scope="module")
def pairs() -> list[tuple[sw.Slide, sw.Slide]]:
    """The slides of one post in Hebrew, and as they would stand in an English post."""
    return list(zip(deck("he").slides, deck("en").slides, strict=True))


def of_style(slide: sw.Slide, style: str) -> list[GlyphRun]:
    return [run for run in slide.frame.texts if run.style == style]


def test_ornament_is_the_mirror_image(pairs: list[tuple[sw.Slide, sw.Slide]]) -> None:
    for turned, plain in pairs:
        shapes = [item for item in turned.frame.items if isinstance(item, Shape)]
        others = [item for item in plain.frame.items if isinstance(item, Shape)]
        assert shapes
        assert [flipped(item, 1080) for item in others] == shapes


@pytest.mark.parametrize(
    ("slide", "style"), [(1, "title"), (1, "body"), (2, "item"), (3, "step"), (7, "title")]
)
def test_text_is_flush_right(
    pairs: list[tuple[sw.Slide, sw.Slide]], slide: int, style: str
) -> None:
    turned, plain = (of_style(of, style) for of in pairs[slide])
    assert turned
    for here, there in zip(turned, plain, strict=True):
        assert here.size == there.size
        assert here.text == there.text
        assert here.box.right == pytest.approx(1080 - there.box.left, abs=3)


def test_numerals_stand_on_the_other_side(pairs: list[tuple[sw.Slide, sw.Slide]]) -> None:
    (here,), (there,) = (of_style(of, "numeral") for of in pairs[1])
    assert there.box.left > 540 > here.box.right


def test_the_first_half_of_a_comparison_stands_at_the_right(
    pairs: list[tuple[sw.Slide, sw.Slide]],
) -> None:
    boxes = [run.box.left for run in of_style(pairs[4][0], "half")]
    assert boxes[0] > boxes[-1]


def test_the_brand_row_and_the_progress_change_places(
    pairs: list[tuple[sw.Slide, sw.Slide]],
) -> None:
    for turned, plain in pairs[1:-1]:
        (here,), (there,) = (of_style(of, "handle") for of in (turned, plain))
        assert there.pieces[0].x < 540 < here.pieces[0].x
        assert here.text == "@alma"


def test_numbers_are_in_the_readers_own_digits() -> None:
    post = sw.Post.model_validate(
        {
            "title": "خطوات",
            "language": "fa",
            "slides": [{"kind": "steps", "title": "گام", "steps": ["یک", "دو"]}],
        }
    )
    slides = sw.render(post, BRAND, today=TODAY).slides
    assert [run.text for run in of_style(slides[1], "step_number")] == ["۱", "۲"]


def test_the_transcript_keeps_the_order_of_reading() -> None:
    found = deck("he")
    told = transcript(found.post, found.deck).decode()
    assert told.index("אבג דהו") < told.index("זחט יכל")


def test_flipping_twice_gives_the_same_again() -> None:
    path = (((0.0, 1.0, True), (4.0, 1.0, False), (4.0, 8.0, True)),)
    ink, sand = Colour(1, 2, 3), Colour(9, 9, 9)
    items = [
        Fill(ink),
        Shape(path, Gradient((0.0, 0.0), (10.0, 5.0), ((0.0, ink), (1.0, sand)))),
        Shadow(path, ink, (3.0, 4.0), 8.0, 0.5),
        Picture("a.png", Rect(1, 2, 5, 6), path),
    ]
    for item in items:
        assert flipped(flipped(item, 100), 100) == item
    assert flipped(items[3], 100).box == Rect(95, 2, 99, 6)
