"""A text to so many characters: cut at a sentence or a word, and never within what belongs together."""

from __future__ import annotations

import pytest
import regex
from any_words import long_texts
from hypothesis import given
from hypothesis import strategies as st

from swipewell.export.shorten import ELLIPSIS, first_sentence, length, within

THAI = "การพักผ่อนไม่ใช่รางวัลแต่เป็นสิ่งที่ร่างกายต้องการทุกวัน"


@pytest.mark.parametrize(
    ("text", "units"), [("", 0), ("abc", 3), ("é", 1), ("e\u0301", 2), ("😀", 2), ("👩‍👧", 5)]
)
def test_a_character_counts_as_many_times_as_the_strictest_counts_it(text: str, units: int) -> None:
    assert length(text) == units == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Go slowly.", 10, "Go slowly."),
        ("Go slowly. Come back often.", 20, "Go slowly. Come…"),
        ("One thing today. Two tomorrow.", 21, "One thing today. …"),
        ("Say “I can stay.” Then do so, please.", 22, "Say “I can stay.” …"),
        ("A long way, and on", 14, "A long way…"),
        ("Steps to take: 1. Look up. 2. Look down", 31, "Steps to take: 1. Look up. …"),
        ("Call 116\u00a0123 now", 12, "Call…"),
        ("a" * 30, 10, "a" * 8 + "…"),
        ("word", 2, "…"),
        ("word", 1, "…"),
        ("word", 0, ""),
        ("一二三四五六七八。九十一二三四", 12, "一二三四五六七八。 …"),
    ],
)
def test_it_is_cut_after_a_sentence_else_after_a_word(text: str, most: int, kept: str) -> None:
    assert within(text, most, "en") == kept


def test_without_spaces_it_is_cut_between_phrases() -> None:
    cut = within(THAI, 40, "th")
    assert cut.removesuffix(ELLIPSIS) in ("การพักผ่อนไม่ใช่รางวัลแต่เป็นสิ่งที่", "การพักผ่อนไม่ใช่รางวัลแต่เป็นสิ่ง")
    assert within("今日は休むことにします", 8, "ja").removesuffix(ELLIPSIS) == "今日は"


def test_an_address_is_left_out_and_not_cut() -> None:
    address = "https://a.example/a-long-address/that-nobody-types?page=1"
    assert within(f"Look here: {address} and there", 40, "en") == "Look here…"
    assert within(f"見て（{address}）ください。", 30, "ja") == "見て（…"
    assert within(address * 3, 30, "en") == ELLIPSIS


def test_emoji_and_marks_stay_whole() -> None:
    assert within("👩‍👩‍👧" * 5, 20, "en") == "👩‍👩‍👧👩‍👩‍👧…"
    assert within("e\u0301" * 10, 10, "en") == "e\u0301" * 4 + "…"


def test_a_first_sentence_is_not_a_number() -> None:
    assert first_sentence("1. Look up. 2. Look down.") == "1. Look up."
    assert first_sentence("No end") == "No end"


@given(long_texts, st.integers(2, 1500))
def test_any_text_fits_and_ends_at_a_boundary(text: str, most: int) -> None:
    cut = within(text, most, "en")
    assert length(cut) <= most
    if cut == text:
        return
    assert cut.endswith(ELLIPSIS)
    kept = cut.removesuffix(ELLIPSIS).rstrip()
    assert text.startswith(kept)
    ends = {0, *(cluster.end() for cluster in regex.finditer(r"\X", text))}
    assert len(kept) in ends or text[len(kept)] in " \n"


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=40, max_size=200))
def test_where_there_are_words_none_is_cut(words: list[str]) -> None:
    text = " ".join(words)
    kept = within(text, 60, "en").removesuffix(ELLIPSIS).rstrip()
    assert kept.split() == words[: len(kept.split())]
    assert len(kept) > 45
