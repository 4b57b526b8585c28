"""The package data itself: nothing without a source, nothing unsure among what can be shown."""

from __future__ import annotations

import re
from datetime import date
from string import Formatter
from typing import Any, get_args

import pytest

from swipewell.care.helplines import (
    Confidence,
    Helpline,
    Opening,
    Region,
    choose,
    international,
    is_sure,
    load_region,
    regions,
)
from swipewell.care.package_data import names, read
from swipewell.care.wording import REQUIRED, fill_ins, languages, wording_for

SIX = ("US", "CA", "GB", "IE", "AU", "NZ")
BASES = {"gov", "provider", "press", "dataset", "GK"}
NUMBER = re.compile(r"\*?\d[\d -]*\d")
FIELDS = {
    "title": set(),
    "not_therapy": set(),
    "education_only": set(),
    "no_relationship": set(),
    "not_monitored": set(),
    "emergency": {"emergency"},
    "crisis": {"line_name", "contact"},
    "find_therapist": {"directory"},
    "take_leave": set(),
    "complexity": set(),
    "licence": {"name", "credential", "jurisdiction"},
    "confidentiality": set(),
    "content_note": {"topic"},
}


def region(code: str) -> Region:
    found = load_region(code)
    assert found is not None
    return found


def all_lines() -> list[Helpline]:
    return [line for code in regions() for line in region(code).lines]


@pytest.mark.parametrize("line", all_lines(), ids=lambda line: line.id)
def test_every_line_keeps_source_date_and_confidence(line: Helpline) -> None:
    assert line.sources
    assert all(source.strip() for source in line.sources)
    assert type(line.researched_on) is date
    assert line.confidence in get_args(Confidence)
    assert line.basis in BASES
    assert line.open in get_args(Opening)
    assert line.scope


@pytest.mark.parametrize("line", all_lines(), ids=lambda line: line.id)
def test_numbers_are_texts_that_can_be_dialled(line: Helpline) -> None:
    for number in filter(None, (line.call, line.text)):
        assert isinstance(number, str)
        assert NUMBER.fullmatch(number), number
    assert line.text or not line.text_body


@pytest.mark.parametrize("line", all_lines(), ids=lambda line: line.id)
def test_only_settled_hours_are_printed(line: Helpline) -> None:
    printed = line.printed_hours
    assert (printed == "24/7") == (line.open == "always")
    if line.open == "unsettled":
        assert printed == ""
    if line.open == "restricted":
        assert re.fullmatch(r"(daily|Mon-Sat) \d\d:\d\d-\d\d:\d\d", printed)


def test_lines_held_back_are_these_and_all_others_are_sure() -> None:
    held_back = "au-13yarn ca-khp ch-147 cn-12356 cz-116123 gr-1018 il-sahar is-1717 it-samaritans"
    more = "ke-befrienders ke-redcross lu-454545 my-heal ng-mani ng-surpin nl-luisterlijn tw-1925"
    assert {line.id for line in all_lines() if not line.shown} == {
        *held_back.split(),
        *more.split(),
    }
    assert all(is_sure(line) for line in all_lines() if line.shown)


def test_lines_with_something_to_verify_are_these() -> None:
    assert {line.id for line in all_lines() if line.verify} == {
        "ar-cas",
        "be-chs",
        "fi-mieli-en",
        "gb-nhs111",
        "ph-ncmh",
    }


def test_ids_are_unique() -> None:
    ids = [line.id for line in all_lines()]
    assert len(ids) == len(set(ids)) == 80


def test_there_are_all_the_regions_that_were_researched() -> None:
    codes = "AR AT AU BE BR CA CH CL CN CZ DE DK ES FI FR GB GR HK IE IL IN IS IT JP KE KR LU MX MY"
    more = "NG NL NO NZ PH PL PT SE SG TW US ZA"
    assert regions() == (*codes.split(), *more.split())
    assert all(region(code).code == code for code in regions())


@pytest.mark.parametrize("code", regions())
def test_every_region_has_a_name_a_date_and_emergency_numbers(code: str) -> None:
    place = region(code)
    assert place.name
    assert type(place.researched_on) is date
    assert place.emergency.numbers
    assert all(re.fullmatch(r"\d{2,5}", number) for number in place.emergency.numbers)
    assert place.emergency.basis in ("unstated", "eu-112")
    for directory in place.directories:
        assert directory.basis in BASES
        assert directory.confidence in get_args(Confidence)
        assert type(directory.researched_on) is date


def test_no_emergency_number_of_a_region_that_nobody_checked_is_shown() -> None:
    hidden = {code for code in regions() if not region(code).emergency.primary}
    assert hidden == {"CN", "IS", "MY", "TW"}


@pytest.mark.parametrize("code", SIX)
def test_the_six_have_emergency_number_crisis_line_and_directory(code: str) -> None:
    place = region(code)
    assert place.emergency.primary
    assert choose(place, language="en")
    assert any(is_sure(directory) for directory in place.directories)


def test_the_international_directory_is_sourced() -> None:
    directory = international()
    assert (directory.name, directory.url) == ("Find A Helpline", "https://findahelpline.com")
    assert directory.sources
    assert directory.confidence == "high"


def test_reserved_numbers_are_never_shown_from_the_international_file() -> None:
    numbers = read("helplines", "international")["numbers"]
    assert [(entry["id"], entry["shown"]) for entry in numbers] == [
        ("eu-112", False),
        ("eu-116123", False),
    ]


def placeholders(text: str | dict[str, str]) -> set[str]:
    parts = text.values() if isinstance(text, dict) else (text,)
    return {name for part in parts for _, name, _, _ in Formatter().parse(part) if name}


@pytest.mark.parametrize("language", names("wording"))
def test_every_language_says_everything(language: str) -> None:
    content: dict[str, Any] = read("wording", language)
    assert content["language"] == language
    assert content["confidence"] in get_args(Confidence)
    assert content["dir"] == ("rtl" if language in ("ar", "he") else "ltr")
    assert type(content["researched_on"]) is date
    assert list(content["text"]) == list(FIELDS)
    for key, expected in FIELDS.items():
        assert placeholders(content["text"][key]) - {"number"} == expected, key


def test_there_are_all_the_languages_that_were_drafted() -> None:
    languages = "ar de en es fr he hi it ja ko nl pl pt-BR sv zh-Hans"
    assert names("wording") == tuple(languages.split())


PHRASES = {
    "call": {"number"},
    "text": {"number"},
    "call_or_text": {"number"},
    "text_body": {"body", "number"},
    "elsewhere": {"url"},
    "emergency_unknown": set(),
    "find_therapist_unknown": set(),
}


def test_english_has_every_phrase() -> None:
    phrases = wording_for("en").wording.phrases
    assert {name: fill_ins(getattr(phrases, name)) for name in phrases._fields} == PHRASES


@pytest.mark.parametrize("language", languages())
def test_every_language_has_all_parts_that_a_disclaimer_needs(language: str) -> None:
    wording, met, lacking = wording_for(language)
    assert met
    assert lacking == ()
    for part in REQUIRED:
        text = getattr(wording, part)
        assert text if isinstance(text, str) else text.ask + text.answer
    assert "{emergency}" in wording.emergency.answer
    assert "{topic}" in wording.content_note
    assert fill_ins(wording.phrases.elsewhere) <= {"line_name", "url"}
    assert "{url}" in wording.phrases.elsewhere


def test_phrases_that_are_there_fill_what_they_should() -> None:
    for language in languages():
        for name, text in read("wording", language).get("phrases", {}).items():
            assert fill_ins(text) == PHRASES[name], (language, name)


def test_every_region_is_named_in_every_language() -> None:
    named = read("", "names")
    assert set(named) == set(languages()) - {"en"}
    for language, content in named.items():
        assert sorted(content["regions"]) == list(regions()), language
        assert len(content["days"]) == 7
