"""Every theme with every kind of slide, at every size, with texts of every length and direction."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, pairwise, product

import pytest
from PIL import Image, ImageChops

import swipewell as sw
from frames import ink
from lengths import DIRECTIONS, LENGTHS, every_kind
from swipewell.findings import Severity
from swipewell.frame import GlyphRun
from swipewell.geometry import PAGES, Rect
from swipewell.meter import contrast_findings
from swipewell.reading.theme import theme_names

TODAY = dt.date(2026, 11, 23)
BRAND = sw.Brand(region="US", handle="@alma.counselling", name="Alma", credential="Counsellor")
STUDIO = sw.Studio()

STORY_CLEAR = (230, 1660)
"""Between these lines of a story the apps lay nothing over it, in px."""

TURNING = ("meadow", "plain", "poster")
"""Themes of which some slides stand on another ground, so that borders do not meet there."""

SHOWN = ("cover", "content_note", "tip", "list", "steps", "compare", "myth", "quote", "prompt",
         "practice", "definition", "figure", "picture", "resources", "recap", "invite")  # fmt: skip


def texts(slide: sw.Slide, deck: sw.Carousel) -> dict[str, list[GlyphRun]]:
    """A slide's texts, ornament left out: the runs of each by its path."""
    found: dict[str, list[GlyphRun]] = {}
    for run in slide.frame.texts:
        if not deck.theme.styles[run.style].ornament:
            found.setdefault(run.path, []).append(run)
    return found


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("size", PAGES)
@pytest.mark.parametrize("theme", theme_names())
def test_texts_stand_apart_and_within_the_margins(
    theme: str, size: str, length: str, direction: str
) -> None:
    post = every_kind(length, direction)
    deck = sw.render(post, BRAND, theme, today=TODAY, studio=STUDIO, size=size)
    page = PAGES[size]
    top, bottom = STORY_CLEAR if size == "story" else (60, page.height - 60)
    room = Rect(48, top, page.width - 48, bottom)
    assert {f.code for f in deck.findings if f.severity is Severity.ERROR} <= {"too-many-slides"}
    assert {slide.kind for slide in deck.slides} >= set(SHOWN)
    assert deck.slides[-1].kind.startswith("disclaimer")
    for number, slide in enumerate(deck.slides, 1):
        assert (slide.frame.width, slide.frame.height) == (page.width, page.height)
        where = {path: ink(runs) for path, runs in texts(slide, deck).items()}
        for path, box in where.items():
            assert room.holds(box), (number, slide.kind, path, box)
        for (one, a), (other, b) in combinations(where.items(), 2):
            assert not a.overlaps(b), (number, slide.kind, one, a, other, b)


def border(slide: sw.Slide, at_end: bool) -> Image.Image:
    """The column of pixels at a slide's border towards the next one, or the one before."""
    x = slide.image.width - 1 if at_end else 0
    return slide.image.crop((x, 0, x + 1, slide.image.height))


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize(("theme", "size"), [*product(theme_names(), PAGES)])
def test_slides_meet_to_the_pixel(theme: str, size: str, direction: str) -> None:
    post = every_kind("typical", direction)
    deck = sw.render(post, BRAND, theme, today=TODAY, studio=STUDIO, size=size)
    for before, after in pairwise(deck.slides):
        if theme in TURNING and before.frame.items[0] != after.frame.items[0]:
            continue
        right, left = border(before, direction == "ltr"), border(after, direction == "rtl")
        apart = ImageChops.difference(right, left).convert("L").histogram()
        # where a slope is steep, a column further everything has moved by a few px
        assert sum(apart[24:]) <= 24, (before.kind, after.kind)


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("size", PAGES)
@pytest.mark.parametrize("theme", theme_names())
def test_all_of_it_can_be_read(theme: str, size: str, length: str, direction: str) -> None:
    post = every_kind(length, direction)
    deck = sw.render(post, BRAND, theme, today=TODAY, studio=STUDIO, size=size)
    assert contrast_findings(deck) == ()


@pytest.mark.parametrize(("theme", "size"), [*product(theme_names(), PAGES)])
def test_twice_the_pixels_show_the_same_slide(theme: str, size: str) -> None:
    post = every_kind("typical", "ltr")
    one, two = (
        sw.render(post, BRAND, theme, today=TODAY, studio=STUDIO, size=size, scale=scale)
        for scale in (1, 2)
    )
    for a, b in zip(one.slides, two.slides, strict=True):
        assert (b.frame.width, b.frame.height) == (2 * a.frame.width, 2 * a.frame.height)
        assert len(a.frame.items) == len(b.frame.items)
        for run, large in zip(a.frame.texts, b.frame.texts, strict=True):
            assert (large.size, large.box) == (2 * run.size, run.box.scaled(2))
            assert [p.x for p in large.pieces] == [2 * p.x for p in run.pieces]
