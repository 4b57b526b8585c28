"""Where lines may end in scripts without spaces, and in Korean."""

import pytest

from swipewell.text.linebreak import break_opportunities
from swipewell.text.paragraph import PHRASE
from swipewell.text.phrase import BETWEEN, opportunities


def shown(text: str, language: str, dearest: float = BETWEEN) -> str:
    """The text with a bar where a line may end at a cost."""
    ends = [one.position for one in opportunities(text, language) if (one.cost or 0.0) <= dearest]
    return "|".join(text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True))


@pytest.mark.parametrize(
    ("language", "phrases"),
    [
        ("ja", "今日は|天気です。"),
        ("ja", "休む|ことは、|大切です。"),
        ("zh-Hans", "今天|是|晴天。"),
        ("th", "วัน|นี้|อากาศ|ดี"),
        ("en", "今日は|天気です。"),
    ],
)
def test_phrases_hold_together(language: str, phrases: str) -> None:
    text = phrases.replace("|", "")
    assert shown(text, language) == phrases


def test_inside_a_phrase_a_break_is_dear_but_there() -> None:
    text = "休むことは大切です。"
    costs = {one.position: one.cost for one in opportunities(text, "ja")}
    assert {b.position for b in break_opportunities(text)} == set(costs)
    assert set(costs.values()) == {BETWEEN, PHRASE}


def test_a_break_is_best_where_a_reader_pauses() -> None:
    assert shown("休むことは、大切です。", "ja", 0.0) == "休むことは、|大切です。"


def test_korean_breaks_at_its_spaces() -> None:
    assert shown("조용한 한 시간이 필요해요.", "ko") == "조용한 |한 |시간이 |필요해요."


def test_thai_breaks_at_spaces_and_phrases_only() -> None:
    text = "ฉันต้องการเวลา ขอบคุณ SOS now"
    found = opportunities(text, "th")
    assert all(one.cost is None or one.cost < PHRASE for one in found)
    assert text.index("now") in {one.position for one in found}


@pytest.mark.parametrize("text", ["and/or a well-kept one\nnext", "«Ça va ?» – oui"])
def test_other_scripts_break_as_unicode_says(text: str) -> None:
    assert [(one.position, one.mandatory) for one in opportunities(text, "en")] == [
        (b.position, b.mandatory) for b in break_opportunities(text)
    ]
