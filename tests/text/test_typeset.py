"""Texts in a style to set rows: what stands on which line, how wide, what hangs and what is marked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from swipewell.text.fonts import FaceKey, FontBook
from swipewell.text.shape import Manner, Metrics, Shaped, Shaper
from swipewell.text.typeset import Manners, SetText, Typesetter

REGULAR = Manner(FaceKey("None"))
MANNERS = Manners(
    REGULAR,
    Manner(FaceKey("None", italic=True)),
    Manner(FaceKey("None", 700)),
    Manner(FaceKey("None", 700, italic=True)),
)


class OneEm:
    """Shapes every character as one em, bold ones as two."""

    language = "en"

    def word(self, text: str, manner: Manner) -> Shaped:
        width = 2.0 if manner.face.weight > 400 else 1.0
        return Shaped(text, (), width * len(text), 1.0 if text[:1] == "“" else 0.0)

    def space(self, manner: Manner) -> float:  # noqa: ARG002 - all manners are alike
        return 1.0

    def metrics(self, manner: Manner) -> Metrics:  # noqa: ARG002
        return Metrics(ascent=0.8, descent=0.2, cap_height=0.7)


def a_text(text: str, measure: float | Callable[[float], float] = 400.0, **how: object) -> SetText:
    """A text at 10 px in lines of 14."""
    setter = Typesetter(OneEm())
    return setter.set(text, MANNERS, size=10, leading=14, measure=measure, **how)  # type: ignore[arg-type]


def test_rows_stand_a_leading_apart() -> None:
    text = a_text("aaa bbb ccc", 75)
    assert text.text == "aaa bbb\nccc"
    assert [(row.top, row.width) for row in text.rows] == [(0, 70), (14, 30)]
    assert (text.width, text.height, text.baseline) == (70, 28, 10)


def test_paragraphs_stand_a_gap_apart() -> None:
    text = a_text("aaa\n\nbbb\nccc", paragraph_gap=5)
    assert text.text == "aaa\nbbb ccc"
    assert [row.top for row in text.rows] == [0, 19]
    assert text.height == 33


def test_a_line_ends_at_a_line_separator() -> None:
    assert a_text("one two\u2028three").text == "one two\nthree"


def test_texts_are_made_typographic_before_they_are_set() -> None:
    assert a_text('"Don\'t" -- 5 km...').text == "“Don’t”\u00a0— 5\u00a0km…"


def test_no_line_breaks_at_a_no_break_space() -> None:
    assert a_text("aa 5 km", 45).text == "aa\n5\u00a0km"


def test_long_words_break_where_they_may() -> None:
    assert a_text("either/or well-being", 75).text == "either/\nor\nwell-\nbeing"


def test_marks_change_the_manner_within_a_word_and_take_no_room() -> None:
    text = a_text("un**marked** *so*")
    assert text.text == "unmarked so"
    assert text.width == (2 + 12 + 1 + 2) * 10
    word, so = text.rows[0].words
    assert word.shaped.advance == 14
    assert so.manner == MANNERS.emphasis


def test_a_highlight_tells_from_where_to_where() -> None:
    text = a_text("a ==bb cc== x==y==")
    marks = [word.mark for row in text.rows for word in row.words]
    assert marks == [None, (0, 2), (0, 2), (1, 2)]


def test_emphasised_words_are_kin_and_others_are_not() -> None:
    text = a_text("a *b c* d *e*")
    first, *rest = [word.kin for row in text.rows for word in row.words]
    assert first == 0
    assert rest[0] == rest[1] != 0
    assert rest[2] == 0
    assert rest[3] not in (0, rest[0])


def test_an_opening_quote_hangs_outside_its_row() -> None:
    text = a_text("“aaa bbb")
    assert (text.rows[0].hang, text.rows[0].width) == (10, 70)


def test_the_measure_may_change_on_the_way_down() -> None:
    text = a_text("aaa bbb ccc ddd eee", lambda y: 75 if y < 14 else 115)
    assert text.text == "aaa bbb\nccc ddd eee"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("incomprehensible", "incom-\nprehen-\nsible"),
        ("0800-1234-5678", "0800-123\n4-5678"),
        ("aa bbbbbbbbbb cc", "aa\nbbbbbbbb\nbb cc"),
    ],
)
def test_a_word_wider_than_its_line_is_divided_and_told(text: str, rows: str) -> None:
    found = a_text(text, 80)
    assert found.text == rows
    assert found.too_wide == (max(text.split(), key=len),)
    assert all(row.width <= 80 for row in found.rows)


def test_a_text_is_set_once_for_the_same_question() -> None:
    setter = Typesetter(OneEm())
    how = {"size": 10, "leading": 14, "measure": 80}
    assert setter.set("a b", MANNERS, **how) is setter.set("a b", MANNERS, **how)  # type: ignore[arg-type]
    assert setter.set("a b", MANNERS, **how) is not setter.set("a b", MANNERS, **how | {"size": 8})  # type: ignore[arg-type]


def test_real_fonts_scale_with_the_size() -> None:
    setter = Typesetter(Shaper(FontBook.bundled(), "en"))
    manners = Manners(*[Manner(FaceKey("Fraunces"))] * 4)
    small, large = (
        setter.set("kind boundaries", manners, size=size, leading=size, measure=9999)
        for size in (40.0, 80.0)
    )
    assert large.width == pytest.approx(2 * small.width)
    assert large.baseline == pytest.approx(2 * small.baseline)
