"""Properties of characters, spot by spot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swipewell.text.properties import (
    east_asian,
    east_asian_wide,
    general_category,
    graphemes,
    is_emoji_presentation,
    is_extended_pictographic,
    line_break,
    script,
)


@pytest.mark.parametrize(
    ("ch", "expected"),
    [
        ("a", "AL"),
        (" ", "SP"),
        ("\u00a0", "GL"),
        ("7", "NU"),
        ("%", "PO"),
        ("(", "OP"),
        ("’", "QU"),
        ("-", "HY"),
        ("\u2010", "HH"),
        ("—", "B2"),
        ("\u0301", "CM"),
        ("\u200d", "ZWJ"),
        ("日", "ID"),
        ("👩", "EB"),
        ("🏽", "EM"),
        ("🇩", "RI"),
        ("\u1b18", "AK"),
        ("\U0001f02c", "ID"),  # unassigned, but kept for a pictograph
    ],
)
def test_line_break(ch: str, expected: str) -> None:
    assert line_break(ch) == expected


@pytest.mark.parametrize(
    ("ch", "expected"),
    [
        ("§", "AL"),  # AI
        ("\ud800", "AL"),  # SG, a lone surrogate
        ("\u0378", "AL"),  # XX, unassigned
        ("ぁ", "NS"),  # CJ
        ("ก", "AL"),  # SA, a letter
        ("\u0e31", "CM"),  # SA, a mark
    ],
)
def test_line_break_is_resolved(ch: str, expected: str) -> None:
    assert line_break(ch) == expected


@given(st.characters())
def test_line_break_leaves_nothing_unresolved(ch: str) -> None:
    assert line_break(ch) not in {"AI", "SG", "XX", "CJ", "SA"}


@pytest.mark.parametrize(
    ("ch", "expected"),
    [
        ("a", "Latn"),
        ("ж", "Cyrl"),
        ("ω", "Grek"),
        ("م", "Arab"),
        ("ש", "Hebr"),
        ("ก", "Thai"),
        ("क", "Deva"),
        ("日", "Hani"),
        ("ア", "Kana"),
        ("한", "Hang"),
        ("ᚠ", "Runr"),
        (".", "Zyyy"),
        ("😀", "Zyyy"),
        ("\u0301", "Zinh"),
        ("\u200d", "Zinh"),
        ("\ue000", "Zzzz"),
    ],
)
def test_script(ch: str, expected: str) -> None:
    assert script(ch) == expected


@pytest.mark.parametrize(
    ("ch", "expected"),
    [("“", "Pi"), ("”", "Pf"), ('"', "Po"), ("a", "Ll"), ("\u0301", "Mn"), ("\u0378", "Cn")],
)
def test_general_category(ch: str, expected: str) -> None:
    assert general_category(ch) == expected


@pytest.mark.parametrize(
    ("ch", "wide", "counted_as_east_asian"),
    [
        ("日", True, True),
        ("Ａ", True, True),
        ("😀", True, True),
        ("ｱ", False, True),
        ("a", False, False),
        ("“", False, False),
    ],
)
def test_east_asian(ch: str, wide: bool, counted_as_east_asian: bool) -> None:
    assert east_asian_wide(ch) is wide
    assert east_asian(ch) is counted_as_east_asian


@pytest.mark.parametrize(
    ("ch", "presentation", "pictographic"),
    [
        ("😀", True, True),
        ("❤", False, True),
        ("©", False, True),
        ("🇩", True, False),
        ("🏽", True, False),
        ("1", False, False),
        ("a", False, False),
    ],
)
def test_emoji(ch: str, presentation: bool, pictographic: bool) -> None:
    assert is_emoji_presentation(ch) is presentation
    assert is_extended_pictographic(ch) is pictographic


@pytest.mark.parametrize(
    "clusters",
    [
        [],
        ["a", "b", " ", "c"],
        ["e\u0301", "x"],
        ["👩‍👩‍👧", "👍🏽", "❤️", "1️⃣"],
        ["🇩🇪", "🇫🇷", "🇮"],
        ["क्षि", "\r\n", "\n"],
        ["\u1112\u1161\u11ab", "글"],
    ],
)
def test_graphemes(clusters: list[str]) -> None:
    assert graphemes("".join(clusters)) == clusters


@given(st.text())
def test_graphemes_lose_nothing(text: str) -> None:
    assert "".join(graphemes(text)) == text


def test_everyday_characters_are_as_unicode_says() -> None:
    import regex

    from swipewell.text import everyday

    resolved = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"}
    for name, table in (
        ("Line_Break", everyday.LINE_BREAK),
        ("Script", everyday.SCRIPT),
        ("General_Category", everyday.GENERAL_CATEGORY),
    ):
        for ch, value in everyday.expanded(table).items():
            values = {value} | {
                k for k, v in resolved.items() if v == value and name == "Line_Break"
            }
            assert any(regex.match(rf"\p{{{name}={v}}}", ch) for v in values), (name, ch, value)
    for ch in everyday.expanded(everyday.LINE_BREAK):
        assert not regex.match(r"\p{Emoji_Presentation}|\p{Cn}", ch)
        wide = "|".join(rf"\p{{East_Asian_Width={w}}}" for w in "FWH")
        assert not regex.match(wide, ch)
