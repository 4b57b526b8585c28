"""Which language a disclaimer is in, and whose words it says."""

from __future__ import annotations

import pytest

from swipewell.care.wording import (
    REQUIRED,
    Asked,
    clauses,
    filled,
    joined,
    languages,
    wording_for,
)


@pytest.mark.parametrize("language", ["en", "en-GB", "EN", "en_US", "en-Latn-IE"])
def test_english_of_every_country_is_met(language: str) -> None:
    wording, met, _ = wording_for(language)
    assert met
    assert wording.language == "en"


@pytest.mark.parametrize("language", languages())
def test_every_language_with_wording_is_met(language: str) -> None:
    wording, met, _ = wording_for(language.lower())
    assert met
    assert wording.language == language


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("de-AT", "de"),
        ("es-MX", "es"),
        ("ar-EG", "ar"),
        ("iw", "he"),
        ("pt", "pt-BR"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh_Hans_SG", "zh-Hans"),
        ("cmn", "zh-Hans"),
    ],
)
def test_a_case_of_a_language_is_met_by_it(tag: str, language: str) -> None:
    wording, met, _ = wording_for(tag)
    assert met
    assert wording.language == language


@pytest.mark.parametrize(
    "language", ["pt-PT", "zh-Hant", "zh-TW", "zh-HK", "hi-Latn", "uk", "eng", "tlh", ""]
)
def test_a_language_without_wording_gets_the_brands_and_else_english(language: str) -> None:
    assert wording_for(language)[0].language == "en"
    wording, met, lacking = wording_for(language, brand_language="de-AT")
    assert not met
    assert wording.language == "de"
    assert lacking == ()
    assert wording_for(language, brand_language="tlh")[0].language == "en"


def test_questions_and_answers_are_apart() -> None:
    wording = wording_for("en").wording
    assert wording.emergency == Asked(ask="In danger right now?", answer="Call {emergency}.")
    assert (wording.direction, wording.script, wording.confidence) == ("ltr", "Latn", "high")


@pytest.mark.parametrize(
    ("language", "ask", "answer"),
    [
        ("de", "Bei akuter Gefahr:", "{emergency}."),
        ("es", "Si hay peligro inmediato, llama al", "{emergency}."),
        ("hi", "तुरंत ख़तरा हो तो", "{emergency} पर कॉल करें।"),
        ("ja", "命の危険があるときは", "{emergency} へ。"),
        ("ar", "عند وجود خطر مباشر:", "{emergency}"),
    ],
)
def test_one_sentence_is_divided_before_its_number(language: str, ask: str, answer: str) -> None:
    assert wording_for(language).wording.emergency == Asked(answer, ask=ask, leads=True)


def test_medium_wording_is_unread_and_high_wording_is_not() -> None:
    unread = {language for language in languages() if wording_for(language).wording.is_unread}
    assert unread == set(languages()) - {"de", "en", "es", "fr", "pt-BR"}


# --- A brand's own words ---


def test_a_brands_parts_stand_for_ours_and_the_others_stay() -> None:
    own = (("de", (("title", "Noch etwas"), ("emergency", "In Gefahr? Ruf {emergency} an."))),)
    wording, met, _ = wording_for("de-CH", own=own)
    assert met
    assert wording.title == "Noch etwas"
    assert wording.emergency == Asked("Ruf {emergency} an.", ask="In Gefahr?")
    assert wording.not_therapy == wording_for("de").wording.not_therapy
    assert wording.own == ("title", "emergency")
    assert wording_for("fr", own=own).wording.own == ()


def test_the_nearest_tag_decides() -> None:
    own = (("de", (("title", "A"), ("take_leave", "B"))), ("de_AT", (("title", "C"),)))
    wording = wording_for("de-AT", own=own).wording
    assert (wording.title, wording.take_leave) == ("C", "B")


def test_a_language_that_is_all_a_brands_own_is_met() -> None:
    parts = tuple((part, f"{part} text") for part in REQUIRED if part != "emergency")
    own = (("uk", (*parts, ("emergency", "{emergency}!"))),)
    wording, met, _ = wording_for("uk", own=own)
    assert met
    assert (wording.language, wording.direction, wording.is_unread) == ("uk", "ltr", False)
    assert wording.crisis == Asked("", ask="crisis text")
    assert wording_for("fa", own=(("fa", own[0][1]),)).wording.direction == "rtl"


def test_a_language_that_is_partly_a_brands_own_tells_what_it_lacks() -> None:
    wording, met, lacking = wording_for("uk", own=(("uk", (("title", "a"),)),))
    assert not met
    assert wording.language == "en"
    assert lacking == tuple(part for part in REQUIRED if part != "title")


def test_medium_wording_is_read_once_all_of_it_is_a_brands_own() -> None:
    some = tuple((part, "{emergency} b") for part in REQUIRED[:-1])
    assert wording_for("it", own=(("it", some),)).wording.is_unread
    every = (*some, (REQUIRED[-1], "b"))
    assert not wording_for("it", own=(("it", every),)).wording.is_unread


# --- Texts ---


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (("One.", "Two."), "One. Two."),
        (("One.", "", "Two."), "One. Two."),
        (("一。", "二。"), "一。二。"),
        (("一。", "DMで二。"), "一。DMで二。"),
        (("一。", "I answer."), "一。 I answer."),
        (("마지막.", "둘."), "마지막. 둘."),
    ],
)
def test_sentences_are_joined_as_their_script_has_it(texts: tuple[str, ...], whole: str) -> None:
    assert joined(*texts) == whole


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Take what helps. Leave the rest.", ("Take what helps.", "Leave the rest.")),
        ("有用的带走，其余的放下。", ("有用的带走，", "其余的放下。")),
        ("一，二，三。", ("一，二，三。",)),
        ("一。二。", ("一。", "二。")),
        ("जो काम आए, रख लें; बाकी छोड़ दें।", ("जो काम आए, रख लें;", "बाकी छोड़ दें।")),
    ],
)
def test_a_text_is_cut_where_readers_pause(text: str, parts: tuple[str, ...]) -> None:
    assert clauses(text) == parts


def test_only_known_fill_ins_are_filled() -> None:
    assert filled("{a} {b} {", a="{b}") == "{b} {b} {"
