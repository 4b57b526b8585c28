"""Words to lines: filled, balanced, and with the best rag; one em for every character here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swipewell.text.fonts import FaceKey
from swipewell.text.paragraph import PHRASE, Line, Word, balanced, break_cost, greedy, total_fit
from swipewell.text.shape import Manner, Shaped

PLAIN = Manner(FaceKey("None"))


def words(text: str, *, kin: str = "", hang: float = 0.0) -> list[Word]:
    """The words of a text; a line must end after /, and those in ``kin`` belong together."""
    out = []
    for word in text.split():
        must = word.endswith("/")
        core = word.rstrip("/")
        shaped = Shaped(core, (), float(len(core)), hang if core[0] == "“" else 0.0)
        out.append(Word(shaped, 1.0, must, break_cost(core, "en"), int(core in kin.split()), PLAIN))
    return out


def read(of: list[Word], lines: list[Line]) -> list[str]:
    return [" ".join(word.shaped.text for word in of[line.start : line.end]) for line in lines]


def filled(text: str, width: float) -> list[str]:
    return read(words(text), greedy(words(text), lambda _: width))


def even(text: str, width: float, **how: str) -> list[str]:
    return read(words(text, **how), balanced(words(text, **how), width))


def fit(text: str, width: float) -> list[str]:
    return read(words(text), total_fit(words(text), lambda _: width))


# --- Filled one after the other ---


def test_greedy_fills_line_after_line() -> None:
    assert filled("aa bb cc dd ee", 8) == ["aa bb cc", "dd ee"]


def test_a_word_wider_than_its_line_stands_alone() -> None:
    assert filled("a bbbbbbbbbb c", 5) == ["a", "bbbbbbbbbb", "c"]


def test_greedy_knows_that_lines_differ() -> None:
    of = words("aa bb cc dd ee ff")
    assert read(of, greedy(of, lambda i: 5 if i == 0 else 8)) == ["aa bb", "cc dd ee", "ff"]


# --- Balanced ---


def test_balanced_lines_are_as_few_and_as_even_as_can_be() -> None:
    text = "aaa bbb ccc ddd eee"
    assert filled(text, 15) == ["aaa bbb ccc ddd", "eee"]
    assert even(text, 15) == ["aaa bbb ccc", "ddd eee"]


def test_a_compound_is_whole_where_a_line_more_keeps_it_so() -> None:
    text = "aaaa bbbb dddd- ddd, eeee ffff"  # the compound in two parts, as breaks divide it
    of = [word._replace(space=0.0) if word.shaped.text == "dddd-" else word for word in words(text)]
    assert len(greedy(of, lambda _: 15.0)) == 2
    assert read(of, balanced(of, 15.0)) == ["aaaa bbbb", "dddd- ddd,", "eeee ffff"]
    assert read(of[2:4], balanced(of[2:4], 6.0)) == ["dddd-", "ddd,"]  # no line holds it


def test_one_line_stays_one_line() -> None:
    assert even("aaa bbb", 7) == ["aaa bbb"]


@pytest.mark.parametrize("small", ["a", "I", "to", "the"])
def test_balanced_lines_do_not_end_in_a_word_that_leads_on(small: str) -> None:
    lines = even(f"xxxxxx xxxx {small} yyyyyy yyyy", 16)
    assert len(lines) == 2
    assert lines[1].startswith(small)


def test_a_phrase_that_belongs_together_is_not_parted() -> None:
    text = "aaaa bbbb cccc dddd eeee ffff"
    assert even(text, 15) == ["aaaa bbbb cccc", "dddd eeee ffff"]
    assert "cccc dddd" in " / ".join(even(text, 22, kin="cccc dddd"))


# --- Bodies ---


def test_a_title_does_not_end_in_a_word_alone_where_another_word_may_join_it() -> None:
    assert even("Ask for one thing", 12) == ["Ask for", "one thing"]
    assert even("Ask for everything", 12) == ["Ask for", "everything"]


def test_no_last_line_is_a_single_short_word() -> None:
    text = "aaaa bbbb cccc dddd eeee ffff gggg hhhh it"
    assert filled(text, 19)[-1] == "it"
    lines = fit(text, 19)
    assert len(lines) == 3
    assert " " in lines[-1]


def test_where_there_are_no_spaces_no_last_line_is_a_single_short_phrase() -> None:
    def without_spaces(text: str) -> list[Word]:
        return [
            Word(Shaped(char, (), 1.0, 0.0), 0.0, False, cost, 0, PLAIN)
            for phrase in text.split()
            for char, cost in [*((char, PHRASE) for char in phrase[:-1]), (phrase[-1], 0.1)]
        ]

    of = without_spaces("处理 紧急 情况。")
    lines = read(of, total_fit(of, lambda _: 4.0))
    assert [line.replace(" ", "") for line in lines] == ["处理紧急", "情况。"]  # not short
    of = without_spaces("无法 处理 紧急 的 情况。")
    lines = read(of, total_fit(of, lambda _: 9.0))
    assert [line.replace(" ", "") for line in lines] == ["无法处理紧急", "的情况。"]


def test_a_last_line_may_be_short_where_it_must() -> None:
    assert fit("aaaaaaaa it", 8) == ["aaaaaaaa", "it"]


@pytest.mark.parametrize("small", ["a", "I"])
def test_bodies_do_not_break_after_a_single_letter(small: str) -> None:
    text = f"xxxxxx xxxxxx {small} yyyyy yyyyyy zzzzz zzzzz"
    assert filled(text, 16) == [f"xxxxxx xxxxxx {small}", "yyyyy yyyyyy", "zzzzz zzzzz"]
    assert fit(text, 16) == ["xxxxxx xxxxxx", f"{small} yyyyy yyyyyy", "zzzzz zzzzz"]


def test_a_narrow_beginning_is_taken_into_account() -> None:
    of = words("aaa bbb ccc ddd eee fff")
    lines = total_fit(of, lambda i: 7 if i < 2 else 11, varies=True)
    assert read(of, lines) == ["aaa bbb", "ccc ddd", "eee fff"]
    wide = words("aaa bbb ccc ddd eee fff ggg")
    assert (
        read(wide, total_fit(wide, lambda i: 7 if i < 2 else 11, varies=True))[-1] == "eee fff ggg"
    )


# --- What a break costs ---

DEAR, NUMBER, SMALL, INITIAL, DASH = 0.8, 0.6, 0.25, 0.3, 0.15


@pytest.mark.parametrize(
    ("language", "word", "cost"),
    [
        ("en", "the", SMALL),
        ("en", "“The", SMALL),
        ("en", "the”", 0.0),
        ("en", "we", SMALL),
        ("en", "die", 0.0),
        ("en-GB", "and", SMALL),
        ("de", "die", SMALL),
        ("de-AT", "für", SMALL),
        ("nl", "van", SMALL),
        ("fr", "pour", SMALL),
        ("es", "con", SMALL),
        ("pl", "przez", SMALL),
        ("cs", "při", SMALL),
        ("ru", "для", SMALL),
        ("ru", "же", 0.0),
        ("uk", "від", SMALL),
        ("el", "στο", SMALL),
        ("tr", "bir", SMALL),
        ("vi", "của", SMALL),
        ("vi", "ăn", 0.0),
        ("hi", "और", SMALL),
        ("he", "של", SMALL),
        ("ar", "من", SMALL),
        ("ko", "이", SMALL),
        ("ko", "수", 0.0),
        ("zh-Hans", "好", 0.0),
        ("xx", "the", 0.0),
        ("xx", "we", 0.0),
        ("xx", "a", DEAR),
        ("en", "I", DEAR),
        ("fr", "à", DEAR),
        ("ru", "я", DEAR),
        ("en", "J.", INITIAL),
        ("en", "5", NUMBER),
        ("en", "3–5", NUMBER),
        ("en", "(10:30)", NUMBER),
        ("en", "rest", 0.0),
        ("en", "rest\u00a0—", DASH),
        ("en", "", 0.0),
    ],
)
def test_a_break_is_dear_after_a_word_that_leads_on(language: str, word: str, cost: float) -> None:
    assert break_cost(word, language) == cost


@pytest.mark.parametrize(
    ("word", "cost"),
    [
        ("w\u00a0domu", 0.0),
        ("domu\u00a0i", DEAR),
        ("5\u00a0min", 0.0),
        ("5\u00a0h", 0.0),
        ("S.\u00a05", NUMBER),
        ("Quoi\u202f?", 0.0),
        ("\u00a0", 0.0),
        ("5\u00a0", 0.0),
    ],
)
def test_of_words_held_together_the_last_one_counts(word: str, cost: float) -> None:
    assert break_cost(word, "pl") == cost


@given(text=st.text(max_size=8), language=st.sampled_from(["en", "pl", "ko", "xx"]))
def test_any_word_has_a_cost(text: str, language: str) -> None:
    assert 0.0 <= break_cost(text, language) <= 1.0


# --- Every way ---

WAYS = {
    "greedy": lambda of, width: greedy(of, lambda _: width),
    "balanced": balanced,
    "total_fit": lambda of, width: total_fit(of, lambda _: width),
    "varying": lambda of, width: total_fit(of, lambda _: width, varies=True),
}
ways = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)


@ways
def test_a_line_ends_where_it_must(way) -> None:
    of = words("aa bb/ cc dd ee/ ff")
    assert read(of, way(of, 20)) == ["aa bb", "cc dd ee", "ff"]


@ways
def test_an_opening_quote_takes_no_width(way) -> None:
    of = words("“aaaa bbbb", hang=1.0)
    (line,) = way(of, 9)
    assert line.width == 9


@ways
@given(
    texts=st.lists(st.text("ab", min_size=1, max_size=7), min_size=1, max_size=25),
    width=st.integers(4, 30),
)
def test_every_word_is_set_once_and_no_line_is_too_wide(way, texts: list[str], width: int) -> None:
    of = words(" ".join(texts))
    lines = way(of, float(width))
    assert [line.start for line in lines] == [0, *(line.end for line in lines[:-1])]
    assert lines[-1].end == len(of)
    for line in lines:
        assert line.width == sum(map(len, texts[line.start : line.end])) + line.end - line.start - 1
        assert line.width <= width or line.end - line.start == 1


@given(
    texts=st.lists(st.text("ab", min_size=1, max_size=7), min_size=1, max_size=25),
    width=st.integers(8, 30),
)
def test_balancing_takes_no_more_lines_than_filling(texts: list[str], width: int) -> None:
    of = words(" ".join(texts))
    assert len(balanced(of, float(width))) == len(greedy(of, lambda _: float(width)))
