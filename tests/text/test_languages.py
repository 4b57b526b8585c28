"""What languages ask for: how their tags are read, and tables that agree with each other."""

from __future__ import annotations

import pytest

from swipewell.text import languages


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("de", "de"),
        ("DE-at", "de-AT de"),
        ("zh-hant-hk", "zh-Hant-HK zh-Hant zh"),
        ("zh-TW", "zh-Hant-TW zh-Hant zh"),
        ("zh-Hans-HK", "zh-Hans-HK zh-Hans zh"),
        ("zh-CN", "zh-CN zh"),
        ("no", "nb"),
        ("iw", "he"),
        ("sr-latn-rs", "sr-Latn-RS sr-Latn sr"),
        ("es-419", "es-419 es"),
    ],
)
def test_a_tag_is_a_case_of_others(tag: str, found: str) -> None:
    assert languages.lineage(tag) == tuple(found.split())


TABLES = {name: table for name, table in vars(languages).items() if isinstance(table, dict)}


def test_every_language_has_four_marks() -> None:
    assert {len(marks) for marks in languages._BY_MARKS} == {4}
    listed = " ".join(languages._BY_MARKS.values()).split()
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("name", ["_SHORT", "_PARTICLES", "_LEADS_ON", "_LEANS_BACK", "_TITLES"])
def test_tables_are_found_under_the_tags_they_have(name: str) -> None:
    for tag in TABLES[name]:
        assert languages.lineage(tag)[0] == tag


def test_words_that_are_looked_up_in_small_letters_are_written_so() -> None:
    for name in ("_SHORT", "_PARTICLES", "_LEADS_ON", "_LEANS_BACK"):
        for tag, words in TABLES[name].items():
            assert words == words.lower(), tag


@pytest.mark.parametrize("tag", sorted({*languages._SHORT, *languages._PARTICLES}))
def test_only_one_letter_holds_fast(tag: str) -> None:
    ties = languages.ties(tag)
    assert {len(word) for word in ties.short | ties.particles} == {1}
    assert not ties.short & ties.particles


def test_no_word_both_leads_on_and_leans_back() -> None:
    for tag in languages._LEANS_BACK:
        lead_on, lean_back, _ = languages.small_words(tag)
        assert not lead_on & lean_back, tag


def test_a_language_that_is_not_known_has_no_words() -> None:
    assert languages.small_words("xx") == (frozenset(), frozenset(), False)
    assert not languages.ties("xx").short
    assert "%" in languages.ties("xx").units


def test_no_unit_is_a_word_that_may_not_end_a_line() -> None:
    for tag in languages._SHORT:
        ties = languages.ties(tag)
        assert not ties.short & ties.units, tag
