"""The plan of a deck: what comes in which order, what is counted, and the disclaimer at the end."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

import swipewell as sw
from swipewell.deck import Logical, Outline, plan
from swipewell.model.brand import DisclaimerSettings, Licence

TODAY = dt.date(2026, 11, 23)
HALVES = {"left": sw.Half(items=["a"]), "right": sw.Half(items=["b"])}
EVERY_KIND = [
    sw.Tip(title="A tip", body="Its body.", example="An example."),
    sw.List(title="A list", items=["one", sw.Item(title="two", body="its body")]),
    sw.Steps(title="Steps", steps=["one", "two"]),
    sw.Compare(title="A comparison", **HALVES),
    sw.Quote(quote="A quote.", by="a name"),
    sw.Practice(title="A practice", phases=[sw.Phase(do="Breathe in", seconds=4)], rounds=3),
    sw.Myth(myth="A myth.", fact="A fact."),
    sw.Prompt(title="A prompt", question="A question?"),
    sw.Definition(term="a term", meaning="Its meaning."),
    sw.Figure(figure="1 in 5", meaning="of something."),
    sw.Picture(picture="sea.jpg", alt="A sea."),
    sw.Resources(title="Resources", items=["one"]),
    sw.Recap(title="A recap"),
    sw.Invite(title="An invitation"),
]


def outline(*slides: Any, brand: sw.Brand | None = None, **fields: Any) -> Outline:
    post = sw.Post(title="A title", slides=slides or [sw.Tip(title="A tip")], **fields)
    return plan(post, brand or sw.Brand(region="US"), TODAY)


def only(slide: Any, **fields: Any) -> Logical:
    """How one slide is planned."""
    return outline(slide, **fields).slides[1]


def kinds(of: Outline) -> list[str]:
    return [slide.kind for slide in of.slides]


# --- Order and numbers ---


def test_the_cover_is_first_the_slides_follow_and_the_disclaimer_is_last() -> None:
    written = [slide.kind for slide in EVERY_KIND]
    assert kinds(outline(*EVERY_KIND)) == ["cover", *written, "disclaimer"]


def test_slides_know_where_they_were_written() -> None:
    paths = [slide.path for slide in outline(*EVERY_KIND).slides]
    assert paths == ["", *(f"slides[{i}]" for i in range(len(EVERY_KIND))), ""]


def numbers(*slides: Any, **fields: Any) -> list[int | None]:
    return [slide.number for slide in outline(*slides, **fields).slides[1:-1]]


def test_tips_are_counted_and_nothing_else() -> None:
    tip = sw.Tip(title="a")
    assert numbers(tip, EVERY_KIND[1], tip, EVERY_KIND[4], tip) == [1, None, 2, None, 3]


def test_a_tip_or_a_post_may_go_without_numbers() -> None:
    tip, bare, counted = (sw.Tip(title="a", numbered=how) for how in (None, False, True))
    assert numbers(tip, bare, tip) == [1, None, 2]
    assert numbers(tip, counted, tip, numbered=False) == [None, 1, None]


# --- What slides show ---


def test_the_cover_shows_what_there_is() -> None:
    cover = outline(subtitle="A subtitle", cover=sw.Cover(kicker="A kicker")).slides[0]
    assert cover.fields == {
        "kicker": "A kicker",
        "title": "A title",
        "subtitle": "A subtitle",
        "swipe": "swipe",
    }
    assert outline(language="xx").slides[0].fields == {"title": "A title"}


def test_an_example_is_announced_in_the_posts_language() -> None:
    tip = sw.Tip(title="a", example="b")
    assert only(tip).fields["aloud"] == "Say it aloud"
    assert only(tip, language="de").fields["aloud"] == "Zum Aussprechen"
    assert "aloud" not in only(tip, language="xx").fields
    assert "aloud" not in only(sw.Tip(title="a")).fields


def test_a_short_body_becomes_a_statement() -> None:
    assert only(sw.Tip(title="a", body="b " * 13)).fields["brief"]
    assert "brief" not in only(sw.Tip(title="a", body="b " * 14)).fields
    assert "brief" not in only(sw.Tip(title="a", body="b", example="c")).fields


def test_items_are_texts_or_titles_with_bodies() -> None:
    items = only(EVERY_KIND[1]).fields["items"]
    assert items == ({"text": "one"}, {"title": "two", "body": "its body"})
    steps = only(EVERY_KIND[2]).fields["steps"]
    assert steps == ({"text": "one", "number": "1"}, {"text": "two", "number": "2"})


def test_halves_are_labelled_by_what_they_are_for() -> None:
    fields = only(EVERY_KIND[3]).fields
    assert (fields["left_label"], fields["right_label"]) == ("Instead of", "Try")
    turned = {
        "left": sw.Half(items=["a"], stance="try"),
        "right": sw.Half(items=["b"], label="Mine", stance="avoid"),
    }
    fields = only(sw.Compare(title="c", **turned)).fields
    assert (fields["left_label"], fields["right_label"]) == ("Try", "Mine")


@pytest.mark.parametrize("quote", ["“So it is.”", '"So it is."', "«So it is.»", "So it is."])
def test_the_quotation_marks_around_a_quote_become_one(quote: str) -> None:
    fields = only(sw.Quote(quote=quote)).fields
    assert (fields["quote"], fields["mark"]) == ("So it is.", "“")


@pytest.mark.parametrize("quote", ["“Yes” and “no”", "He said “yes”", "“Yes”, he said"])
def test_quotation_marks_within_a_quote_stay(quote: str) -> None:
    assert only(sw.Quote(quote=quote)).fields["quote"] == quote


@pytest.mark.parametrize(
    ("rounds", "language", "said"),
    [(1, "en", "one round"), (3, "en", "three rounds"), (14, "en", "14 rounds"), (3, "xx", "3 ×")],
)
def test_rounds_are_said_in_words(rounds: int, language: str, said: str) -> None:
    practice = sw.Practice(title="a", phases=[sw.Phase(do="b", seconds=4)], rounds=rounds)
    assert only(practice, language=language).fields["rounds"] == said


def test_the_handle_stands_for_the_brand_else_its_name() -> None:
    assert outline(brand=sw.Brand(handle="@a", name="B")).handle == "@a"
    assert outline(brand=sw.Brand(name="B")).handle == "B"
    assert outline(brand=sw.Brand()).handle == ""


def test_the_posts_language_comes_before_the_brands() -> None:
    assert outline(brand=sw.Brand(language="de"), language="fr").language == "fr"
    assert outline(brand=sw.Brand(language="de")).language == "de"


# --- The disclaimer ---

SAYS = {"title", "what", "bond", "emergency", "contacts", "support", "sign_off"}


@pytest.mark.parametrize(
    "brand",
    [
        sw.Brand(),
        sw.Brand(region="US"),
        sw.Brand(region="ZZ"),
        sw.Brand(region="DE", language="de"),
        sw.Brand(region="GB", disclaimer=DisclaimerSettings(youth=True, also_regions=["US"])),
        sw.Brand(name="A", credential="B", licence=Licence(number="C 1", jurisdiction="D")),
        sw.Brand(disclaimer=DisclaimerSettings(dm_policy="I do not read messages.")),
    ],
)
@pytest.mark.parametrize("slide", EVERY_KIND, ids=[slide.kind for slide in EVERY_KIND])
def test_no_field_takes_the_disclaimer_away(brand: sw.Brand, slide: Any) -> None:
    last = outline(slide, brand=brand, caption="none", topics=["none"]).slides[-1]
    assert last.kind == "disclaimer"
    assert set(last.fields) >= SAYS


@pytest.mark.parametrize(
    "disclaimer",
    [False, None, "", {"hidden": True}, {"text": "mine"}, {"title": ""}, {"contacts": []}],
)
def test_there_is_no_field_to_switch_it_off(disclaimer: Any) -> None:
    try:
        brand = sw.Brand.model_validate({"region": "US", "disclaimer": disclaimer})
    except ValidationError:
        return
    assert disclaimer is None  # left empty, which says nothing
    assert set(outline(brand=brand).slides[-1].fields) >= SAYS


def test_nobody_writes_a_cover_or_a_disclaimer_of_their_own() -> None:
    for kind in ("cover", "disclaimer", "disclaimer_about", "disclaimer_help"):
        with pytest.raises(ValidationError):
            sw.Post.model_validate({"title": "a", "slides": [{"kind": kind, "title": "b"}]})


def test_the_disclaimer_says_what_the_brand_adds() -> None:
    brand = sw.Brand(
        name="Alma",
        credential="LMFT",
        licence=Licence(number="LMFT 00000"),
        region="US",
        disclaimer=DisclaimerSettings(dm_policy="I read messages on Mondays.", also_regions=["GB"]),
    )
    fields = outline(brand=brand).slides[-1].fields
    assert fields["bond"].endswith("I read messages on Mondays.")
    assert fields["credential"] == "Alma, LMFT, LMFT\u00a000000"
    assert [contact.get("region") for contact in fields["contacts"]][-1] == "United Kingdom"


def test_what_there_is_to_say_of_the_disclaimer_is_told() -> None:
    codes = {finding.code for finding in outline(brand=sw.Brand()).findings}
    assert "no-region" in codes
    assert outline(brand=sw.Brand(region="US")).findings == ()
