"""linen with real fonts: what has gone wrong on real slides, or easily might."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

import swipewell as sw
from frames import ink
from swipewell.care.helplines import regions
from swipewell.findings import Severity
from swipewell.frame import Shape
from swipewell.geometry import Rect
from swipewell.paint.raster import path_bounds

TODAY = dt.date(2026, 11, 23)
US = sw.Brand(region="US")


@pytest.fixture(scope="module")
def shop() -> sw.Studio:
    return sw.Studio()


def deck(shop: sw.Studio, *slides: Any, brand: sw.Brand = US, **fields: Any) -> sw.Carousel:
    post = sw.Post(title="A title", slides=slides or [sw.Tip(title="A tip")], **fields)
    return sw.render(post, brand, today=TODAY, studio=shop)


def kinds(of: sw.Carousel) -> list[str]:
    return [slide.kind for slide in of.slides]


def sizes(of: sw.Carousel, style: str) -> set[float]:
    return {run.size for slide in of.slides for run in slide.frame.texts if run.style == style}


# --- Tips ---


def test_a_deck_can_count_to_eighteen(shop: sw.Studio) -> None:
    tips = [sw.Tip(title="Name the need, not the flaw", body="It lands. " * 12)] * 18
    found = deck(shop, *tips)
    shown = [run for slide in found.slides for run in slide.frame.texts if run.style == "numeral"]
    assert [run.text for run in shown] == [str(n) for n in range(1, 19)]
    assert len({run.size for run in shown}) == 1
    for slide in found.slides[1:-1]:
        numeral = ink(run for run in slide.frame.texts if run.style == "numeral")
        title = ink(run for run in slide.frame.texts if run.style == "title")
        assert not numeral.overlaps(title)


def test_a_short_tip_is_a_statement_on_one_slide(shop: sw.Studio) -> None:
    body = (
        "Difficult evenings often become easier after somebody listens without offering solutions."
    )
    found = deck(shop, sw.Tip(title="Let them listen first", body=body))
    assert kinds(found) == ["cover", "tip", "disclaimer"]
    assert sizes(found, "statement") <= {72, 64, 56}


# --- Steps ---


def test_a_step_may_say_more_than_a_line(shop: sw.Studio) -> None:
    body = "Put one hand on your belly, and wait until it moves by itself, in and out, a few times."
    found = deck(shop, sw.Steps(title="S", steps=[sw.Item(title="Breathe", body=body)] * 3))
    counts = [len(slide.fields["steps"]) for slide in found.deck.slides if slide.kind == "steps"]
    assert sum(counts) == 3


@pytest.mark.parametrize("count", range(1, 10))
def test_steps_go_on_counting(shop: sw.Studio, count: int) -> None:
    found = deck(shop, sw.Steps(title="S", steps=[f"Do {n}" for n in range(count)]))
    numbers = [r.text for s in found.slides for r in s.frame.texts if r.style == "step_number"]
    assert numbers == [str(n) for n in range(1, count + 1)]


def test_no_step_is_left_for_a_slide_of_its_own(shop: sw.Studio) -> None:
    steps = [
        sw.Item(title="Choose one thing", body="Hours, calls, a rota. One."),
        sw.Item(title="Bring two facts", body="Dates and numbers are calmer than adjectives."),
        sw.Item(title="Ask for one change", body="With a day on which you look at it again."),
    ]
    found = deck(shop, sw.Steps(title="One talk, prepared", steps=steps))
    assert kinds(found).count("steps") == 1
    long = sw.Item(
        title="Breathe", body="Put one hand on your belly, and wait until it moves. " * 2
    )
    mixed = ["Pause before you answer.", long, "Put both feet on the floor.", "Say it.", "Then go."]
    found = deck(shop, sw.Steps(title="Steps that go on", steps=mixed))
    counts = [len(slide.fields["steps"]) for slide in found.deck.slides if slide.kind == "steps"]
    assert min(counts) > 1


# --- Quotes ---


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "sv", "pl", "da", "nl"])
def test_the_great_quotation_mark_stands_above_the_quote(shop: sw.Studio, language: str) -> None:
    found = deck(shop, sw.Quote(quote="Äh, ja. So ist es. " * 3), language=language)
    runs = found.slides[1].frame.texts
    mark = ink(run for run in runs if run.style == "quote_mark")
    quote = ink(run for run in runs if run.style == "quote")
    assert mark.bottom < quote.top


# --- The brand row ---


def stitches(slide: sw.Slide) -> list[Rect]:
    """The progress mark's stitches: the small shapes level with the brand row."""
    shapes = (path_bounds(item.path) for item in slide.frame.items if isinstance(item, Shape))
    return [
        shape for shape in shapes if shape.top > 105 and shape.bottom < 135 and shape.left > 200
    ]


@pytest.mark.parametrize("tips", [1, 8, 12, 18])
@pytest.mark.parametrize("handle", ["@a", "@alma.counselling", "@a_handle_of_thirty_characters_"])
def test_the_progress_mark_keeps_clear_of_the_handle(
    shop: sw.Studio, handle: str, tips: int
) -> None:
    found = deck(shop, *[sw.Tip(title="A tip")] * tips, brand=sw.Brand(handle=handle, region="US"))
    for slide in (found.slides[0], found.slides[-1]):
        marks = stitches(slide)
        assert len(marks) == len(found.slides)
        name = ink(run for run in slide.frame.texts if run.path == "handle")
        assert min(mark.left for mark in marks) > name.right + 12
        assert max(mark.right for mark in marks) <= 986


def test_a_name_too_long_for_the_brand_row_is_left_out_and_told(shop: sw.Studio) -> None:
    name = "Centre for Compassionate Psychotherapy and Counselling"
    found = deck(shop, brand=sw.Brand(name=name, region="US"))
    assert not any(run.path == "handle" for slide in found.slides for run in slide.frame.texts)
    (told,) = (finding for finding in found.findings if finding.where.field == "handle")
    assert told.severity is Severity.WARNING
    assert name in found.slides[-1].alt


# --- Comparisons and practices ---


def test_labels_of_a_comparison_may_be_a_few_words(shop: sw.Studio) -> None:
    halves = {
        "left": sw.Half(label="What wears thin", items=["a"]),
        "right": sw.Half(label="What could help instead", items=["b"]),
    }
    found = deck(shop, sw.Compare(title="T", **halves))
    assert kinds(found) == ["cover", "compare", "disclaimer"]


@pytest.mark.parametrize("seconds", [[4], [4, 6], [4, 4, 6], [4, 7, 8], [4, 4, 4, 4]])
def test_a_breath_is_drawn_for_the_usual_counts(shop: sw.Studio, seconds: list[int]) -> None:
    names = ["Breathe in", "Hold", "Breathe out", "Rest"]
    phases = [sw.Phase(do=do, seconds=s) for do, s in zip(names, seconds, strict=False)]
    found = deck(shop, sw.Practice(title="One breath before yes", phases=phases, rounds=5))
    places = [r.box for r in found.slides[1].frame.texts if r.path.endswith(".do")]
    assert len(places) == len(seconds)
    assert sizes(found, "phase") <= {44, 40, 36}


# --- The disclaimer, for every region there is ---

everywhere = pytest.mark.parametrize("region", regions())


@everywhere
@pytest.mark.parametrize("topics", [[], ["suicide"]], ids=["any topic", "a sensitive topic"])
@pytest.mark.parametrize(
    "also", [[], ["US"], ["GB", "AU", "NZ"]], ids=["", "one more", "three more"]
)
def test_the_disclaimer_finds_room_in_every_region(
    shop: sw.Studio, region: str, topics: list[str], also: list[str]
) -> None:
    brand = sw.Brand.model_validate(
        {
            "name": "Alma Counselling",
            "credential": "Licensed Marriage and Family Therapist",
            "licence": {"number": "LMFT 00000", "jurisdiction": "California"},
            "region": region,
            "disclaimer": {
                "also_regions": also,
                "dm_policy": "I read messages twice a week and cannot advise in them.",
            },
        }
    )
    found = deck(shop, brand=brand, topics=topics)
    last = [slide for slide in found.slides if slide.kind.startswith("disclaimer")]
    assert len(last) <= 2 + bool(also)
    named = {r.text for s in last for r in s.frame.texts if r.path.endswith(".region")}
    assert len(named) == len(set(also) - {region})
    for slide in last:
        for run in slide.frame.texts:
            if re.fullmatch(r"emergency|contacts\[\d+\]\.(action|emergency)", run.path):
                assert run.size >= 48
