"""Where words that are too wide may be divided."""

from __future__ import annotations

import pytest

from swipewell.text.hyphen import divisions


@pytest.mark.parametrize(
    ("word", "language", "parts"),
    [
        ("Selbstmitgefühl", "de", ["Selbst", "mit", "ge", "fühl"]),
        ("incomprehensibility", "en", ["incom", "pre", "hen", "si", "bil", "ity"]),
        ("Selbstmitgefühl,", "de-AT", ["Selbst", "mit", "ge", "fühl,"]),
    ],
)
def test_words_are_divided_as_their_language_does(
    word: str, language: str, parts: list[str]
) -> None:
    found, hyphen = divisions(word, language)
    assert "".join(found) == word
    assert hyphen == "-"
    assert {len(part) >= 2 for part in found} == {True}
    assert found[0] == parts[0]


@pytest.mark.parametrize(
    ("word", "language"),
    [("0800-1234-5678", "en"), ("woord", "xx"), ("👩‍👩‍👧🇩🇪", "en"), ("abc", "en")],
)
def test_other_words_are_divided_between_what_readers_take_for_characters(
    word: str, language: str
) -> None:
    found, hyphen = divisions(word, language)
    assert "".join(found) == word
    assert hyphen == ""
    assert "👩‍👩‍👧" in found or "👩" not in word


def test_three_letters_stay_together_at_either_end() -> None:
    found, _ = divisions("Aberglaube", "de")
    assert len(found[0]) >= 3
    assert len(found[-1]) >= 3
