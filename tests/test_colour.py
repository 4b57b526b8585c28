"""Colours: there and back, contrast, and inks that read on a paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swipewell.colour import (
    Colour,
    Oklch,
    contrast,
    from_oklch,
    luminance,
    mixed,
    parse_hex,
    reading_on,
    to_oklch,
)

BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)
colours = st.builds(Colour, *[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#b3573a", (179, 87, 58)),
        ("B3573A", (179, 87, 58)),
        ("#fa0", (255, 170, 0)),
        (" #000 ", BLACK),
    ],
)
def test_hex_is_read(text: str, colour: tuple[int, int, int]) -> None:
    assert parse_hex(text) == colour


@pytest.mark.parametrize("text", ["", "#", "#12", "#12345", "#1234567", "red", "#ggg"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"colour|invalid literal"):
        parse_hex(text)


@given(colours)
def test_hex_is_written_as_it_is_read(colour: Colour) -> None:
    assert parse_hex(colour.hex) == colour


@pytest.mark.parametrize(
    ("text", "lightness", "chroma", "hue"),
    [
        ("#ffffff", 1.0, 0.0, None),
        ("#000000", 0.0, 0.0, None),
        ("#ff0000", 0.628, 0.258, 29.2),
        ("#00ff00", 0.866, 0.295, 142.5),
        ("#0000ff", 0.452, 0.313, 264.1),
    ],
)
def test_oklch_is_the_published_one(
    text: str, lightness: float, chroma: float, hue: float | None
) -> None:
    lch = to_oklch(parse_hex(text))
    assert lch.lightness == pytest.approx(lightness, abs=0.001)
    assert lch.chroma == pytest.approx(chroma, abs=0.001)
    assert hue is None or lch.hue == pytest.approx(hue, abs=0.1)


@given(colours)
def test_oklch_and_back_is_the_same_colour(colour: Colour) -> None:
    back = from_oklch(to_oklch(colour))
    assert max(abs(a - b) for a, b in zip(back, colour, strict=True)) <= 1


@given(st.floats(0.1, 1), st.floats(0, 0.5), st.floats(0, 360))
def test_what_srgb_cannot_show_keeps_lightness_and_hue(
    lightness: float, chroma: float, hue: float
) -> None:
    shown = to_oklch(from_oklch(Oklch(lightness, chroma, hue)))
    assert shown.lightness == pytest.approx(lightness, abs=0.02)
    assert shown.chroma <= chroma + 0.02
    if min(shown.chroma, chroma) > 0.05:
        assert abs((shown.hue - hue + 180) % 360 - 180) < 6


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(BLACK, WHITE) == contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == 1
    assert contrast(parse_hex("#767676"), WHITE) == pytest.approx(4.54, abs=0.01)
    assert luminance(parse_hex("#808080")) == pytest.approx(0.2159, abs=0.0001)


@given(colours, colours, st.sampled_from([3.0, 4.5, 4.6, 7.0]))
def test_an_ink_is_moved_until_it_reads(ink: Colour, paper: Colour, ratio: float) -> None:
    moved = reading_on(to_oklch(ink), paper, ratio)
    end = BLACK if luminance(paper) > 0.18 else WHITE
    assert contrast(from_oklch(moved), paper) >= min(ratio, contrast(end, paper)) - 0.01


def test_an_ink_that_reads_is_left_alone() -> None:
    ink = to_oklch(parse_hex("#2b211c"))
    assert reading_on(ink, parse_hex("#f6ecdd"), 4.5) == ink


def test_mixing() -> None:
    assert mixed(BLACK, WHITE, 0) == BLACK
    assert mixed(BLACK, WHITE, 1) == WHITE
    assert mixed(BLACK, Colour(100, 50, 10), 0.5) == Colour(50, 25, 5)
