"""linen measured: what an eye would notice where lines meet and letters align."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import swipewell as sw
from frames import ink

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
