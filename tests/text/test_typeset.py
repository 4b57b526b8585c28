"""Texts in a style to set rows: what stands on which line, how wide, what hangs and what is marked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from swipewell.text.fonts import FaceKey, FontBook
from swipewell.text.shape import ALONE, Context, Manner, Metrics, Shaped, Shaper
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

    def word(self, text: str, manner: Manner, context: Context = ALONE) -> Shaped:  # noqa: ARG002
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


# --- From right to left ---


def standing(text: str, language: str, measure: float = 2000.0) -> list[list[tuple[str, int]]]:
    """The texts and levels of the rows' pieces, from left to right."""
    shaper = Shaper(FontBook.bundled(), language)
    manner = Manner(FaceKey("Alegreya Sans"))
    texts: dict[int, str] = {}

    class Noting:
        """Notes which text each piece shows."""

        def __init__(self) -> None:
            self.language = language

        def word(self, text: str, manner: Manner, context: Context = ALONE) -> Shaped:
            shaped = shaper.word(text, manner, context)
            (piece,) = shaped.pieces
            texts[id(piece)] = text
            return shaped

        def space(self, manner: Manner) -> float:
            return shaper.space(manner)

        def metrics(self, manner: Manner) -> Metrics:
            return shaper.metrics(manner)

    setter = Typesetter(Noting())
    manners = Manners(manner, manner, manner, manner)
    found = setter.set(text, manners, size=40, leading=56, measure=measure)
    rows = [row.standing() for row in found.rows]
    for row in rows:
        for (before, x, _), (_, after, _) in pairwise(row):
            assert after >= x + before.advance - 1e-6  # nothing overlaps
    return [[(texts[id(piece)], piece.level) for piece, _, _ in row] for row in rows]


def test_words_of_a_right_to_left_text_stand_from_the_right() -> None:
    assert standing("אני צריך רגע", "he") == [[("רגע", 1), ("צריך", 1), ("אני", 1)]]


def test_a_name_in_latin_letters_keeps_its_order_within() -> None:
    (row,) = standing("שיחה ב Zoom Pro היום", "he")
    assert [text for text, _ in row] == ["היום", "Zoom", "Pro", "ב", "שיחה"]


def test_a_text_that_begins_with_a_latin_name_still_runs_from_the_right() -> None:
    (row,) = standing("CBT עוזר", "he")
    assert [text for text, _ in row] == ["עוזר", "CBT"]


def test_latin_text_in_a_right_to_left_post_runs_from_the_left() -> None:
    (row,) = standing("Take what helps", "ar")
    assert [text for text, _ in row] == ["Take", "what", "helps"]


def test_a_quote_in_arabic_within_an_english_post_runs_from_the_right() -> None:
    (row,) = standing("الصبر مفتاح", "en")
    assert [text for text, _ in row] == ["مفتاح", "الصبر"]


def test_each_line_is_ordered_for_itself() -> None:
    rows = standing("אני צריך רגע אחד לבד", "he", 200)
    assert len(rows) > 1
    assert [text for row in rows for text, _ in reversed(row)] == [
        "אני",
        "צריך",
        "רגע",
        "אחד",
        "לבד",
    ]


def test_a_highlight_is_found_where_its_words_stand() -> None:
    shaper = Shaper(FontBook.bundled(), "he")
    manner = Manner(FaceKey("Alegreya Sans"))
    setter = Typesetter(shaper)
    text = setter.set(
        "אני ==צריך רגע== אחד",
        Manners(manner, manner, manner, manner),
        size=40,
        leading=56,
        measure=900,
    )
    assert [marked for _, _, marked in text.rows[0].standing()] == [False, True, True, False]


def test_a_word_wider_than_its_line_is_cut_in_the_order_of_reading() -> None:
    rows = standing("ואהבתםאתרעיכםכמוכםואהבתםאתרעיכםכמוכם", "he", 200)
    assert len(rows) > 1
    assert (
        "".join(text for row in rows for text, _ in row) == "ואהבתםאתרעיכםכמוכםואהבתםאתרעיכםכמוכם"
    )


@pytest.mark.parametrize(
    ("language", "text", "lines"),
    [
        ("cs", "po hádce vrátí se domů oba", "po hádce vrátí se\ndomů oba"),
        ("fa", "فرش ابریشمی را از گره", "فرش ابریشمی را\nاز گره"),
    ],
)
def test_no_line_of_a_title_begins_with_a_word_that_leans_back(
    language: str, text: str, lines: str
) -> None:
    shaper = OneEm()
    shaper.language = language
    measure = 10.0 * max(map(len, lines.split("\n")))
    setter = Typesetter(shaper)
    set_text = setter.set(text, MANNERS, size=10, leading=14, measure=measure, setting="balanced")
    assert set_text.text == lines


def test_a_title_keeps_a_compound_whole_where_a_line_more_does() -> None:
    text = "early signs of burn-out, and whose work"
    setter = Typesetter(OneEm())
    found = setter.set(text, MANNERS, size=10, leading=14, measure=200, setting="balanced").text
    assert found == "early signs\nof burn-out,\nand whose work"
