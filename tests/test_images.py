"""What slides look like: thumbnails of 270 px beside references, within what rounding may change.

After a change that is meant, `pytest --update-golden` rewrites the references; look at them. Where
slides differ, `tests/report/index.html` shows each beside its reference and the difference.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image, ImageChops, ImageStat

import swipewell as sw

TESTS = Path(__file__).resolve().parent
SAMPLES = TESTS.parent / "samples"
GOLDEN = TESTS / "golden"
REPORT = TESTS / "report"
SIDE = 270
FAR, MOST_FAR, MOST_MEAN = 16, 0.001, 0.3
"""A level that is seen, the share of pixels that may differ by more, and the mean that may."""

SHOWN = {
    "cover-short": ("grounding", "brand", 1),
    "cover-long": ("kind-boundaries", "brand", 1),
    "tip-numbered": ("kind-boundaries", "brand", 2),
    "tip-plain": ("grounding", "brand", 2),
    "tip-example": ("grounding", "brand", 4),
    "list": ("sleep", "brand", 5),
    "steps": ("kind-boundaries", "brand", 3),
    "steps-with-bodies": ("grounding", "brand", 3),
    "steps-four": ("self-compassion", "brand", 4),
    "compare": ("kind-boundaries", "brand", 4),
    "quote": ("kind-boundaries", "brand", 5),
    "practice-three": ("kind-boundaries", "brand", 6),
    "practice-two": ("grounding", "brand", 7),
    "invite": ("kind-boundaries", "brand", 7),
    "disclaimer-last": ("kind-boundaries", "brand", -1),
    "disclaimer-before": ("kind-boundaries", "brand", -2),
    "seed-green": ("sleep", "brands/harbour", 1),
    "seed-violet": ("self-compassion", "brands/slow-ferry", 2),
    "myth": ("every-kind", "brand", 2),
    "figure": ("every-kind", "brand", 3),
    "definition": ("every-kind", "brand", 4),
    "picture": ("every-kind", "brand", 9),
    "prompt": ("every-kind", "brand", 13),
    "resources": ("every-kind", "brand", 14),
    "recap": ("every-kind", "brand", 15),
    "sources": ("every-kind", "brand", 17),
    "long-goes-on": ("../tests/golden/long", "brand", 3),
}
"""What is shown: a post, a brand, and the number of a slide; from the end where it is negative."""


class Difference(NamedTuple):
    name: str
    far: float
    mean: float


@cache
def deck(post: str, brand: str, today: dt.date) -> sw.Carousel:
    written = sw.read_post(SAMPLES / f"{post}.yaml")
    return sw.render(written, sw.read_brand(SAMPLES / f"{brand}.yaml"), today=today)


@pytest.fixture(scope="module")
def differences() -> Iterator[list[Difference]]:
    """Collects what differs; at the end writes one page about it."""
    found: list[Difference] = []
    yield found
    if found:
        (REPORT / "index.html").write_text(page(found), encoding="utf-8")


@pytest.mark.parametrize("name", SHOWN)
def test_a_slide_looks_as_before(
    name: str, today: dt.date, updating: bool, differences: list[Difference]
) -> None:
    post, brand, number = SHOWN[name]
    slides = deck(post, brand, today).slides
    image = slides[number - 1 if number > 0 else number].image.reduce(1080 // SIDE)
    reference = GOLDEN / "images" / f"{name}.png"
    if updating:
        image.save(reference, optimize=True)
    before = Image.open(reference).convert("RGB")
    far, mean = compared(image, before)
    if far > MOST_FAR or mean > MOST_MEAN:
        REPORT.mkdir(exist_ok=True)
        before.save(REPORT / f"{name}-before.png")
        image.save(REPORT / f"{name}-now.png")
        shown = ImageChops.difference(image, before).point(
            [min(255, 4 * v) for v in range(256)] * 3
        )
        shown.save(REPORT / f"{name}-difference.png")
        differences.append(Difference(name, far, mean))
        pytest.fail(f"{far:.2%} of the pixels differ, by {mean:.2f} on average", pytrace=False)


def compared(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """The share of pixels that differ so that it is seen, and the mean difference in levels."""
    difference = ImageChops.difference(one, other)
    bands = difference.split()
    largest = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    far = sum(largest.histogram()[FAR + 1 :]) / (one.width * one.height)
    return far, sum(ImageStat.Stat(difference).mean) / 3


def page(found: list[Difference]) -> str:
    rows = "".join(
        f"<h2>{one.name}: {one.far:.2%} of the pixels, {one.mean:.2f} on average</h2><p>"
        + "".join(f'<img src="{one.name}-{what}.png">' for what in ("before", "now", "difference"))
        for one in found
    )
    return f"<!doctype html><meta charset='utf-8'><title>Slides that differ</title>{rows}"


# --- The measure itself ---


def test_the_same_picture_does_not_differ() -> None:
    picture = Image.new("RGB", (SIDE, SIDE), (246, 236, 221))
    assert compared(picture, picture) == (0, 0)


@pytest.mark.parametrize(
    ("side", "level", "differs"), [(8, 17, False), (9, 17, True), (60, 16, True)]
)
def test_a_picture_differs_by_a_few_far_pixels_or_by_many_near_ones(
    side: int, level: int, differs: bool
) -> None:
    before = Image.new("RGB", (SIDE, SIDE), (100, 100, 100))
    now = before.copy()
    now.paste((100 + level,) * 3, (0, 0, side, side))
    far, mean = compared(now, before)
    assert (far > MOST_FAR or mean > MOST_MEAN) == differs


def test_every_reference_is_looked_at() -> None:
    assert {path.stem for path in (GOLDEN / "images").glob("*.png")} == set(SHOWN)
