"""Typed characters to typographic ones. In the tables, ~ stands for U+00A0 and _ for U+202F."""

from __future__ import annotations

import pytest

from swipewell.text.typography import quotation_marks, typographic


def shown(text: str, language: str) -> str:
    return typographic(text, language).replace("\u00a0", "~").replace("\u202f", "_")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“Yes,” ‘no’"),
        ("en-GB", "“Yes,” ‘no’"),
        ("de", "„Yes,“ ‚no‘"),
        ("de-AT", "„Yes,“ ‚no‘"),
        ("es", "«Yes,» “no”"),
        ("it", "«Yes,» “no”"),
        ("pl", "„Yes,” «no»"),
        ("sv", "”Yes,” ’no’"),
        ("da", "”Yes,“ ’no‘"),
        ("pt-BR", "“Yes,” ‘no’"),
        ("pt-PT", "«Yes,» “no”"),
        ("fr", "«_Yes,_» ‹no›"),
        ("xx", "“Yes,” ‘no’"),
    ],
)
def test_straight_quotes_become_those_of_the_language(language: str, expected: str) -> None:
    assert shown("\"Yes,\" 'no'", language) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("don't", "don’t"),
        ("the boys' room", "the boys’ room"),
        ("the '90s", "the ’90s"),
        ("'tis rock 'n' roll", "’tis rock ’n’ roll"),
        ("'Not tonight,' she said", "‘Not tonight,’ she said"),
        ("6'2\" tall", "6’2” tall"),
    ],
)
def test_apostrophes_are_told_from_inner_quotes(typed: str, expected: str) -> None:
    assert shown(typed, "en") == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("He said \"she said 'no' to me\"", "He said “she said ‘no’ to me”"),
        ("\"'Inner' first,\" he said", "“‘Inner’ first,” he said"),
        ('("in brackets")', "(“in brackets”)"),
        ('*"both"* and =="more"==', "*“both”* and ==“more”=="),
        ('a -- "b"', "a~— “b”"),
        ("“Already” ‘curly’ don’t", "“Already” ‘curly’ don’t"),
    ],
)
def test_quotes_look_through_what_stands_around_them(typed: str, expected: str) -> None:
    assert shown(typed, "en") == expected


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "wait -- now", "wait~— now"),
        ("en", "wait—now -- so", "wait—now~— so"),
        ("de", "warte -- jetzt", "warte~– jetzt"),
        ("en-GB", "wait -- now", "wait~– now"),
        ("en", "wait--now", "wait—now"),
        ("en", "1990--1995", "1990–1995"),
        ("en", "well-being - yes", "well-being - yes"),
        ("en", "he said...", "he said…"),
    ],
)
def test_dashes_and_dots(language: str, typed: str, expected: str) -> None:
    assert shown(typed, language) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Oui ? Non!", "Oui_? Non_!"),
        ("Quoi?! Si; mais", "Quoi_?! Si_; mais"),
        ("Vrai : midi", "Vrai~: midi"),
        ("Vrai: midi", "Vrai~: midi"),
        ("à 10:30", "à 10:30"),
        ("«Oui» et « non »", "«_Oui_» et «_non_»"),
        ("«Bien sûr!»", "«_Bien sûr_!_»"),
        ("https://a.example/x?y", "https://a.example/x?y"),
    ],
)
def test_french_sets_spaces_before_high_marks(typed: str, expected: str) -> None:
    assert shown(typed, "fr") == expected
    assert shown(typed, "fr-CA") == expected


def test_other_languages_set_no_spaces_before_marks() -> None:
    assert shown("Oui? Non! Vrai: a; b", "en") == "Oui? Non! Vrai: a; b"


@pytest.mark.parametrize("unit", ["%", "km", "kg", "min", "h", "°C"])
def test_a_number_keeps_its_unit(unit: str) -> None:
    assert shown(f"5 {unit}", "en") == f"5~{unit}"


def test_a_number_before_a_word_is_no_measure() -> None:
    assert shown("5 hours and 3 minutes", "en") == "5 hours and 3 minutes"


def test_an_unknown_region_has_its_languages_marks() -> None:
    assert quotation_marks("de-LI") == quotation_marks("de")
