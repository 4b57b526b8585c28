"""A slide, or a single text of one, that is not in its post's language is set by its own rules."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import swipewell as sw
from swipewell.layout.compose import Deck, DeckSlide
from swipewell.meter import measured
from swipewell.reading.theme import theme_names

TODAY = dt.date(2026, 11, 23)
STUDIO = sw.Studio()
THEMES = ("linen", "tide", "plain")
HOME: dict[str, Any] = {"name": "Alma Counselling", "handle": "@alma", "region": "US"}


ARABIC, FRENCH = {"language": "ar"}, {"language": "fr"}


def deck(tag: str, theme: str = "linen", topics: tuple[str, ...] = (), **brand: Any) -> Deck:
    post = sw.Post(title="A", language=tag, topics=topics, slides=[sw.Tip(title="B")])
    made = sw.Brand.model_validate(HOME | brand)
    return sw.render(post, made, theme, today=TODAY, studio=STUDIO).deck


def closing(made: Deck) -> list[DeckSlide]:
    return [slide for slide in made.slides if slide.kind.startswith("disclaimer")]


def standing(slide: DeckSlide) -> dict[str, tuple[str, float, float]]:
    """What a slide's own texts say, line by line, and where they begin: by path."""
    furniture = ("handle", "progress", "initial")
    runs = [run for run in slide.frame.texts if run.path not in furniture]
    return {run.path: (run.text, run.pieces[0].x, run.pieces[0].y) for run in runs}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", ["id", "cs", "th", "tr"])
def test_an_english_disclaimer_is_the_same_under_every_post_from_left_to_right(
    language: str, theme: str
) -> None:
    under_another, under_english = closing(deck(language, theme)), closing(deck("en", theme))
    assert [slide.language for slide in under_another] == ["en"] * len(under_another)
    assert [standing(slide) for slide in under_another] == [
        standing(slide) for slide in under_english
    ]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", ["ur", "fa"])
def test_under_a_post_from_right_to_left_it_runs_as_in_english_and_moves_as_one(
    language: str, theme: str
) -> None:
    mirrored, plain = deck(language, theme), deck("en", theme)
    assert len(closing(mirrored)) == len(closing(plain))
    for slide, twin in zip(closing(mirrored), closing(plain), strict=True):
        here, there = standing(slide), standing(twin)
        assert {path: (text, y) for path, (text, _, y) in here.items()} == {
            path: (text, y) for path, (text, _, y) in there.items()
        }
        shifts = [here[path][1] - there[path][1] for path in here]
        assert max(shifts) - min(shifts) < 0.01, "all of it moves as one"
        for run in slide.frame.texts:
            assert run.box.left >= 60
            assert run.box.right <= 1020
    [handle] = [run for run in mirrored.slides[-1].frame.texts if run.path == "handle"]
    assert handle.pieces[0].x > 540, "what every slide shows stays on the deck's side"


def test_an_english_question_stands_before_its_answer_in_a_persian_deck() -> None:
    last = standing(closing(deck("fa", "linen"))[-1])
    assert last["emergency_ask"][1] < last["emergency"][1]
    arabic = standing(closing(deck("ar", "linen"))[-1])
    assert arabic["emergency_ask"][1] > arabic["emergency"][1]


@pytest.mark.parametrize("theme", THEMES)
def test_a_content_note_of_its_own_direction_keeps_clear_of_the_margins(theme: str) -> None:
    made = deck("ur", theme, topics=("suicide",))
    [note] = [slide for slide in made.slides if slide.kind == "content_note"]
    lefts = {path: x for path, (_, x, _) in standing(note).items()}
    assert note.language == "en"
    assert abs(lefts["title"] - lefts["leave"]) < 12, "both begin at one edge, the left one"
    assert all(run.box.right <= 1020 for run in note.frame.texts)


@pytest.mark.parametrize("theme", theme_names())
def test_nothing_that_is_painted_gets_in_the_way_of_a_turned_slide(theme: str) -> None:
    post = sw.Post(title="A", language="ur", topics=("suicide",), slides=[sw.Tip(title="B")])
    brand = sw.Brand.model_validate(HOME | {"credential": "Licensed Marriage and Family Therapist"})
    made = sw.render(post, brand, theme, today=TODAY, studio=STUDIO)
    turned = [
        slide for slide, own in zip(made.slides, made.deck.slides, strict=True) if own.language
    ]
    assert len(turned) >= 2
    for slide in turned:
        dim = [
            each for each in measured(slide.frame, slide.paint, made.theme.styles) if not each.reads
        ]
        assert dim == []


def test_lines_that_would_stand_on_an_ornament_make_way() -> None:
    """In `meadow` a seed stands beside the last lines, at the left of a mirrored deck."""
    last = closing(deck("ur", "meadow", topics=("suicide",), credential="LMFT"))[-1]
    lefts = {path: x for path, (_, x, _) in standing(last).items()}
    assert lefts["sign_off"] > lefts["emergency_ask"] + 100
    assert abs(lefts["sign_off"] - lefts["credential"]) < 12


def test_an_arabic_disclaimer_runs_from_right_to_left_in_a_deck_that_does_not() -> None:
    slides = closing(deck("id", **ARABIC))
    assert {slide.language for slide in slides} == {"ar"}
    for run in slides[0].frame.texts:
        if run.path in ("title", "what", "bond"):
            ends = {round(p.x) for p in run.pieces}
            assert max(ends) > 700, "lines begin at the right"
    last = standing(slides[-1])
    assert last["crisis_ask"][1] > last["contacts[0].action"][1]


def test_a_french_disclaimer_has_french_spaces_and_the_post_around_it_none() -> None:
    post = sw.Post(title="Apa kabar?", language="id", slides=[sw.Tip(title="Siapa?")])
    brand = sw.Brand.model_validate(HOME | FRENCH)
    made = sw.render(post, brand, today=TODAY, studio=STUDIO).deck
    cover = next(run.text for run in made.slides[0].frame.texts if run.path == "title")
    asked = standing(closing(made)[-1])["crisis_ask"][0].replace("\n", " ")
    assert cover.replace("\n", " ") == "Apa kabar?"
    assert asked.endswith("\u202f?")


def test_a_borrowed_sentence_is_set_in_the_language_it_is_from() -> None:
    made = deck("fr", region=None)
    last = closing(made)[-1]
    said = standing(last)
    assert last.language == ""
    assert said["emergency_ask"][0].replace("\n", " ") == "In danger right now?"
    assert said["crisis_ask"][0].replace("\n", " ").endswith("\u202f?")


def test_alt_texts_and_transcript_speak_each_slide_in_its_language() -> None:
    post = sw.Post(title="Apa?", language="id", slides=[sw.Tip(title="Siapa?")])
    brand = sw.Brand.model_validate(HOME | FRENCH)
    carousel = sw.render(post, brand, today=TODAY, studio=STUDIO)
    assert "Apa?" in carousel.slides[0].alt
    assert "\u202f?" in carousel.slides[-1].alt
