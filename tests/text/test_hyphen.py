"""Where words that are too wide may be divided."""

from __future__ import annotations

import pyphen
import pytest

from swipewell.text.hyphen import _dictionary, divisions


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


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("de", "de_DE"),
        ("de-AT", "de_AT"),
        ("de-CH-1996", "de_CH"),
        ("de-LI", "de_CH"),
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("en-AU", "en_GB"),
        ("en-CA", "en_US"),
        ("pt", "pt_BR"),
        ("pt-BR", "pt_BR"),
        ("pt-PT", "pt_PT"),
        ("pt-AO", "pt_PT"),
        ("nn", "nn_NO"),
        ("nb", "nb_NO"),
        ("no", "nb_NO"),
        ("uk", "uk_UA"),
        ("be", "be_BY"),
        ("el", "el_GR"),
        ("es-MX", "es"),
        ("fr-CA", "fr"),
        ("sr", "sr"),
        ("sr-Cyrl-RS", "sr"),
        ("sr-Latn-RS", "sr_Latn"),
        ("bs", "hr_HR"),
        ("ja", None),
        ("zh-Hant", None),
        ("ar", None),
        ("he", None),
        ("xx", None),
    ],
)
def test_a_language_finds_its_dictionary(language: str, name: str | None) -> None:
    assert _dictionary(language, frozenset(pyphen.LANGUAGES)) == name


@pytest.mark.parametrize(
    ("word", "language", "parts"),
    [
        ("самоспівчуття,", "uk", "само|спі|в|чу|ття,"),
        ("αυτοσυμπόνια", "el", "αυτο|συ|μπόνια"),
        ("autocompaixão", "pt-BR", "auto|com|pai|xão"),
        ("самосаосећање", "sr", "само|са|о|се|ћање"),
        ("samosaosećanje", "sr", "samo|sa|o|se|ća|nje"),
    ],
)
def test_words_of_other_scripts_are_divided_too(word: str, language: str, parts: str) -> None:
    assert divisions(word, language) == (parts.split("|"), "-")


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("สวัสดีครับผม", "th"),
        ("สวัสดีครับผม", "de"),
        ("안녕하세요여러분", "ko"),
        ("自分を大切にする", "ja"),
        ("بالتعاطف", "ar"),
        ("להתבונן", "he"),
    ],
)
def test_scripts_without_hyphens_get_none(word: str, language: str) -> None:
    found, hyphen = divisions(word, language)
    assert "".join(found) == word
    assert hyphen == ""


@pytest.mark.parametrize("language", ["de", "xx", "ja"])
def test_soft_hyphens_come_before_patterns(language: str) -> None:
    word = "Selbst\u00admitgefühls\u00adpause!"
    assert divisions(word, language) == (["Selbst\u00ad", "mitgefühls\u00ad", "pause!"], "-")


@pytest.mark.parametrize("word", ["Fuß\u00ad", "\u00adFuß", "\u00ad", "Fuß\u00ad!"])
def test_a_soft_hyphen_at_an_end_divides_nothing(word: str) -> None:
    found, hyphen = divisions(word, "de")
    assert "".join(found) == word
    assert hyphen == ""


def test_words_held_together_are_divided_inside_or_else_parted() -> None:
    assert divisions("Selbstmitgefühl\u00a0(2)", "de") == (
        ["Selbst", "mit", "ge", "fühl\u00a0(2)"],
        "-",
    )
    assert divisions("z.\u202fB.\u00a0du", "de") == (["z.\u202f", "B.\u00a0", "du"], "")
