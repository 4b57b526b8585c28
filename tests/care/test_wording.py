"""Which language a disclaimer is in."""

from __future__ import annotations

import pytest

from swipewell.care.wording import Asked, wording_for


@pytest.mark.parametrize("language", ["en", "en-GB", "EN", "en_US", "en-Latn-IE"])
def test_english_of_every_country_is_met(language: str) -> None:
    wording, met = wording_for(language)
    assert met
    assert wording.language == "en"


@pytest.mark.parametrize("language", ["fr", "pt-BR", "zh-Hans", "eng", "tlh", ""])
def test_a_language_that_may_not_be_printed_yet_is_given_english(language: str) -> None:
    wording, met = wording_for(language)
    assert not met
    assert wording.language == "en"


def test_questions_and_answers_are_apart() -> None:
    wording, _ = wording_for("en")
    assert wording.emergency == Asked(ask="In danger right now?", answer="Call {emergency}.")
    assert (wording.direction, wording.script, wording.confidence) == ("ltr", "Latn", "high")
