"""linen measured: what an eye would notice where lines meet and letters align."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb
from PIL import Image

import swipewell as sw
from frames import ink
from swipewell.frame import GlyphRun, Shape
from swipewell.ornament.figures import _up_to
from swipewell.ornament.route import SHORE, TOP, Edge
from swipewell.paint.raster import drawn, outline_font

TODAY = dt.date(2026, 11, 23)
RIGHT = 984


@pytest.fixture(scope="module")
def shop() -> sw.Studio:
    return sw.Studio()


def deck(shop: sw.Studio, *slides: Any) -> sw.Carousel:
    post = sw.Post(title="A title", slides=slides)
    brand = sw.Brand(region="US", handle="@alma", credential="Counsellor", name="Alma")
    return sw.render(post, brand, today=TODAY, studio=shop)


# --- The thread over the borders ---


def tip() -> sw.Tip:
    return sw.Tip(title="A tip")


def steps(count: int) -> sw.Steps:
    return sw.Steps(title="S", steps=[f"Do {n}" for n in range(count)])


def breath(*seconds: float) -> sw.Practice:
    return sw.Practice(title="P", phases=[sw.Phase(do="Do", seconds=s) for s in seconds])


def invite() -> sw.Invite:
    return sw.Invite(title="T", body="B")


def prompt(lines: int) -> sw.Prompt:
    return sw.Prompt(title="P", lines=lines)


def word() -> sw.Definition:
    return sw.Definition(term="word", meaning="A meaning.")


def card() -> sw.Resources:
    return sw.Resources(title="R", items=["a", "b", "c"])


def picture(caption: str | None = None) -> sw.Picture:
    sea = Path(__file__).resolve().parent.parent / "samples" / "photos" / "calm-sea.jpg"
    return sw.Picture(picture=str(sea), alt="A sea", caption=caption)


def myth() -> sw.Myth:
    return sw.Myth(myth="A myth.", fact="A fact.")


def compare() -> sw.Compare:
    return sw.Compare(
        title="T", left=sw.Half(label="a", items=["a"]), right=sw.Half(label="b", items=["b"])
    )


def thread(image: Image.Image, x: int) -> float:
    """The height of the middle of the thread in a column: the first thin dark stretch above the ground."""
    column = image.convert("RGB").getchannel("B").crop((x, 600, x + 1, 1080)).tobytes()
    weights = [max(0.0, (200 - blue) / 149) for blue in column]
    start = next(y for y, weight in enumerate(weights) if weight > 0.1)
    end = next(y for y in range(start, len(weights)) if weights[y] <= 0)
    total = sum(weights[start:end])
    return 600 + sum(y * weights[y] for y in range(start, end)) / total


@pytest.mark.parametrize(
    "slides",
    [
        [tip(), steps(3), invite(), tip(), breath(4, 4, 6), tip(), breath(4, 6), invite()],
        [tip(), invite(), steps(4), tip(), invite(), invite(), breath(4, 4, 6), steps(2)],
        [tip(), breath(4, 4, 4, 4), breath(4, 7, 8), compare()],
        [tip(), breath(6)],
        [tip(), steps(3)],
        [tip(), prompt(4), word(), prompt(3), card(), sw.Recap(title="R"), prompt(1), picture()],
        [tip(), breath(4, 6), word(), breath(4, 6), card(), breath(4, 6), prompt(2), picture()],
        [tip(), myth(), tip(), picture("A caption."), prompt(5), myth()],
        [tip(), breath(4, 6), myth(), word(), breath(4, 6), picture("A caption."), card()],
    ],
    ids=[
        *("all kinds", "doors", "breaths", "a breath last", "steps last"),
        *("figures of thread", "after a breath", "risen ground", "risen ground after a breath"),
    ],
)
def test_the_thread_runs_over_a_border_in_one_direction(shop: sw.Studio, slides: list[Any]) -> None:
    for before, after in pairwise(deck(shop, *slides).slides[1:]):
        captioned = before.kind == "picture" and "caption" in before.frame.dump()
        if before.kind in ("compare", "myth") or captioned:  # the thread leaves over the top
            continue
        there, here = before.image, after.image
        leaving = (thread(there, 1079) - thread(there, 1067)) / 12
        coming = (thread(here, 12) - thread(here, 0)) / 12
        assert leaving == pytest.approx(coming, abs=0.12), (before.kind, after.kind)
        # one column further, it has gone on by one column's rise
        step = thread(here, 0) - thread(there, 1079)
        assert step == pytest.approx((leaving + coming) / 2, abs=0.8), (before.kind, after.kind)


@pytest.mark.parametrize(
    "slide",
    [
        *(tip(), steps(3), compare(), prompt(4), word(), card(), myth()),
        sw.Figure(figure="1 in 5", meaning="of us."),
    ],
    ids=lambda slide: slide.kind,
)
def test_the_covers_thread_goes_on_over_the_ground(shop: sw.Studio, slide: Any) -> None:
    """What is light on the cover's last column is light at the same height on the next slide."""
    cover, following = deck(shop, slide).slides[:2]
    columns = [cover.image.crop((1079, 700, 1080, 960)), following.image.crop((0, 700, 1, 960))]
    lit = [
        [y for y, blue in enumerate(column.convert("RGB").getchannel("B").tobytes()) if blue > 140]
        for column in columns
    ]
    assert len(lit[0]) in range(4, 8)
    assert [y for y in lit[0][1:-1] if y not in lit[1]] == []
    assert len(lit[1]) <= len(lit[0]) + 1


# --- Letters ---


def near(run: GlyphRun, shape: Shape, px: float) -> bool:
    """Whether a shape comes nearer to a text's ink than so many px."""
    box = ink([run]).grown(px)
    window = [int(edge) for edge in (box.left, box.top, box.width + 1, box.height + 1)]
    return drawn(outline_font(shape.path), *window, hb.RasterDraw()).getbbox() is not None


@pytest.mark.parametrize("term", ["co-regulation", "gypsum", "Trauer", "(un)happy"])
@pytest.mark.parametrize("before", [None, tip(), breath(4, 4, 6), sw.Quote(quote="A quote.")])
def test_the_thread_keeps_clear_of_a_word_and_what_is_said_with_it(
    shop: sw.Studio, before: Any, term: str
) -> None:
    said = sw.Definition(
        term=term, meaning="“One calm body” helping another. " * 3, example="“Could you stay?”"
    )
    found = deck(shop, *([before] if before else []), said)
    (slide,) = (slide for slide in found.slides if slide.kind == "definition")
    shape = next(item for item in slide.frame.items if isinstance(item, Shape))
    for run in slide.frame.texts:
        if run.style in ("term", "meaning", "example"):
            assert not near(run, shape, 18), (run.style, run.text)


def letters(run: GlyphRun) -> list[GlyphRun]:
    """Return a text's first letters one by one: those that stand nearest to the ground at the left."""
    first = run.pieces[0]
    return [run._replace(pieces=(first._replace(glyphs=(one,)),)) for one in first.glyphs[:3]]


@pytest.mark.parametrize("before", [None, sw.Quote(quote="A quote.")])
@pytest.mark.parametrize(
    ("said", "px"),
    [("“I’d love to talk after dinner.”", 28), ("«Me encantaría».", 16), ("„Ich bin krank.“", 14)],
)
def test_the_thread_keeps_clear_of_what_is_said_in_its_bend(
    shop: sw.Studio, said: str, px: float, before: Any
) -> None:
    saying = sw.Tip(title="A tip", body="It lands. " * 6, example=said)
    found = deck(shop, *([before] if before else []), saying)
    (slide,) = (slide for slide in found.slides if slide.kind == "tip")
    shape = next(item for item in slide.frame.items if isinstance(item, Shape))
    run = next(run for run in slide.frame.texts if run.style == "example")
    assert not any(near(letter, shape, px) for letter in letters(run))


@pytest.mark.parametrize(
    "title",
    ["Cinco maneras de poner un límite con cariño", "Soli in mezzo agli altri", "Coming back"],
)
def test_a_covers_title_keeps_clear_of_the_light(shop: sw.Studio, title: str) -> None:
    brand = sw.Brand(region="US", handle="@alma")
    post = sw.Post(title=title, slides=[tip()])
    cover = sw.render(post, brand, today=TODAY, studio=shop).slides[0]
    _, light = (item for item in cover.frame.items[1:3] if isinstance(item, Shape))
    for run in cover.frame.texts:
        if run.style == "cover_title":
            assert not near(run, light, 22)


@pytest.mark.parametrize("word", ["nnnnnniii", "nnnnii", "nnniiii", "goodness"])
def test_an_invitation_keeps_clear_of_the_thread_about_the_door(shop: sw.Studio, word: str) -> None:
    slide = deck(shop, tip(), sw.Invite(title="T", body=f"{word} " * 16)).slides[2]
    # the light in the door, what falls before it, and the thread
    around = [item for item in slide.frame.items if isinstance(item, Shape)][1:4]
    for run in slide.frame.texts:
        if run.style in ("title", "body"):
            assert not any(near(run, shape, 26) for shape in around), run.text


@pytest.mark.parametrize("height", [416, 436, 456, 482, 508])
@pytest.mark.parametrize("enter", [TOP, SHORE])
def test_the_thread_comes_to_the_first_number_without_a_kink(enter: str, height: float) -> None:
    side = [(x, 978.0) for x in range(-120, 1200, 20)]
    edge = Edge(tuple(side), enter, SHORE, 0)
    way = [y for _, y in _up_to(height, 43.0, side, edge, False) if y != 978.0]
    steps = [abs(b - a) for a, b in pairwise(way)]
    assert min(steps) >= 8
    assert len({b > a for a, b in pairwise(way)}) == 1


@pytest.mark.parametrize("count", [1, 3, 7])
def test_a_numerals_ink_ends_at_the_margin(shop: sw.Studio, count: int) -> None:
    found = deck(shop, *[tip()] * count)
    for slide in found.slides[1 : count + 1]:
        numeral = ink(run for run in slide.frame.texts if run.style == "numeral")
        assert numeral.right == pytest.approx(RIGHT, abs=0.5)


@pytest.mark.parametrize("seconds", [[4, 6], [4, 4, 6], [4, 7, 8], [4, 4, 4, 4]])
def test_seconds_stand_centred_over_what_is_done(shop: sw.Studio, seconds: list[float]) -> None:
    texts = deck(shop, breath(*seconds)).slides[1].frame.texts
    numerals = [ink([run]) for run in texts if run.style == "seconds"]
    labels = [ink([run]) for run in texts if run.style == "phase"]
    assert len(numerals) == len(seconds)
    for numeral, label in zip(numerals, labels, strict=True):
        assert sum(numeral[::2]) / 2 == pytest.approx(sum(label[::2]) / 2, abs=2.5)


def test_questions_and_answers_share_a_baseline_and_a_column(shop: sw.Studio) -> None:
    texts = deck(shop, tip()).slides[-1].frame.texts
    first = {run.path: run.pieces[0] for run in reversed(texts)}
    for question, answer in (
        ("emergency_ask", "emergency"),
        ("crisis_ask", "contacts[0].action"),
        ("support_ask", "support"),
    ):
        assert first[question].y == first[answer].y
    lefts = {first[path].x for path in ("emergency", "contacts[0].action", "support")}
    assert max(lefts) - min(lefts) <= 3


@pytest.mark.parametrize(
    "credential", ["Counsellor", "Licensed Marriage and Family Therapist, LMFT"]
)
def test_leave_is_taken_on_the_credentials_line(shop: sw.Studio, credential: str) -> None:
    brand = sw.Brand(region="US", name="Alma Counselling", credential=credential)
    post = sw.Post(title="A title", slides=[tip()])
    texts = sw.render(post, brand, today=TODAY, studio=shop).slides[-1].frame.texts
    leave, who = (
        next(run for run in texts if run.path == path) for path in ("sign_off", "credential")
    )
    assert leave.pieces[0].y == who.pieces[0].y
    assert who.box.bottom <= 1004


def test_answers_on_the_last_slide_stand_apart() -> None:
    """Without a region the emergency's answer is long; the next one is not to read as its last line."""
    post = sw.Post(title="A title", slides=[tip()])
    for brand in (sw.Brand(), sw.Brand(region="US")):
        texts = sw.render(post, brand, today=TODAY).slides[-1].frame.texts
        boxes = {run.path: run.box for run in texts}
        action = boxes["contacts[0].action"]
        assert action.top - boxes["emergency"].bottom >= 10
