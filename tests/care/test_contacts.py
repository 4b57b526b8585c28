"""How lines and addresses read on a slide."""

from __future__ import annotations

from datetime import date

import pytest

from swipewell.care.contacts import (
    Contact,
    contacts_for,
    hours_in,
    printed_address,
    therapist_directory,
    worldwide_contact,
)
from swipewell.care.helplines import Directory, Emergency, Helpline, Region, load_region
from swipewell.care.wording import Wording, wording_for

DAY = date(2026, 11, 23)
EN, DE, AR = (wording_for(language).wording for language in ("en", "de", "ar"))
CALL = Helpline(
    id="call",
    name="A line",
    open="always",
    scope=("general",),
    shown=True,
    confidence="high",
    basis="gov",
    researched_on=DAY,
    sources=("https://example.org",),
    call="116 123",
)
TEXT = CALL._replace(id="text", call="", text="85258", text_body="SHOUT")


def actions(
    *lines: Helpline, every: bool = False, most: int = 2, wording: Wording = EN
) -> list[str]:
    return [contact.action for contact in contacts_for(lines, wording, every=every, most=most)]


def test_one_number_for_both_is_said_once() -> None:
    assert actions(CALL._replace(call="988", text="988")) == ["Call or text 988"]


def test_two_numbers_make_two_contacts() -> None:
    assert actions(CALL._replace(text="0477 13 11 14")) == [
        "Call 116\u00a0123",
        "Text 0477\u00a013\u00a011\u00a014",
    ]


def test_the_word_to_text_is_said() -> None:
    assert actions(TEXT) == ["Text SHOUT to 85258"]


def test_a_second_contact_is_printed_for_another_way() -> None:
    assert actions(CALL, CALL._replace(id="b", call="143")) == ["Call 116\u00a0123"]
    assert actions(CALL, CALL._replace(id="b", call="143"), TEXT) == [
        "Call 116\u00a0123",
        "Text SHOUT to 85258",
    ]


def test_a_second_contact_is_printed_where_the_first_is_closed_at_night() -> None:
    evening = CALL._replace(id="evening", call="143", open="restricted", hours="daily 18:00-23:00")
    assert actions(evening, CALL) == ["Call 143", "Call 116\u00a0123"]


def test_a_second_contact_is_printed_where_every_one_counts() -> None:
    lines = (CALL, CALL._replace(id="b", call="143"))
    assert actions(*lines, every=True) == ["Call 116\u00a0123", "Call 143"]
    assert actions(*lines, every=True, most=1) == ["Call 116\u00a0123"]


def test_no_lines_make_no_contacts() -> None:
    assert actions() == []


def test_a_language_without_words_for_it_prints_the_bare_number_and_no_text_line() -> None:
    assert actions(CALL._replace(call="988", text="988"), wording=DE) == ["988"]
    assert actions(CALL._replace(text="0477 13 11 14"), wording=DE) == ["116\u00a0123"]
    assert actions(TEXT, wording=DE) == []


def test_a_number_among_letters_that_run_the_other_way_is_set_apart() -> None:
    assert actions(CALL._replace(call="*4141"), wording=AR) == ["\u2066*4141\u2069"]
    contact = contacts_for([CALL], AR, every=False, most=1)[0]
    assert contact.name == "\u2068A line\u2069"
    assert worldwide_contact(AR).action == "\u2066findahelpline.com\u2069"


def test_a_name_that_is_the_number_is_not_printed_twice() -> None:
    contact = contacts_for([CALL._replace(name="116 123")], DE, every=False, most=1)[0]
    assert contact == Contact("116\u00a0123", "", "24/7", "call")


@pytest.mark.parametrize(
    ("language", "hours", "printed"),
    [
        ("en", "daily 18:00-23:00", "daily 18:00–\u206023:00"),
        ("de", "daily 18:00-23:00", "18:00–\u206023:00"),
        ("en", "Mon-Sat 10:00-20:00", "Mon–\u2060Sat 10:00–\u206020:00"),
        ("de", "Mon-Sat 10:00-20:00", "Mo.–\u2060Sa. 10:00–\u206020:00"),
        ("ar", "daily 18:00-23:00", "\u206618:00–\u206023:00\u2069"),
        ("de", "werktags 9-17 Uhr", "werktags 9-17 Uhr"),
    ],
)
def test_hours_are_printed_as_a_language_writes_them(
    language: str, hours: str, printed: str
) -> None:
    line = CALL._replace(open="restricted", hours=hours)
    assert hours_in(line, wording_for(language).wording) == printed


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_round_the_clock_is_the_same_everywhere(language: str) -> None:
    assert hours_in(CALL, wording_for(language).wording) == "24/7"


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_hours_that_are_not_settled_are_not_printed(language: str) -> None:
    line = CALL._replace(open="unsettled", hours="24/7")
    assert hours_in(line, wording_for(language).wording) == ""


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("https://findtreatment.gov", "findtreatment.gov"),
        ("https://www.iacp.ie/", "iacp.ie"),
        ("HTTP://WWW.Alma.example/find/", "Alma.example/find"),
        ("alma.example", "alma.example"),
        ("https://www2.hse.ie/mental-health/", "www2.hse.ie/mental-health"),
        (" https:// ", ""),
    ],
)
def test_addresses_read_as_people_type_them(url: str, printed: str) -> None:
    assert printed_address(url) == printed


def directory(url: str, confidence: str = "high") -> Directory:
    return Directory(url, url, confidence, "GK", DAY)  # type: ignore[arg-type]  # a literal


def preferred(*directories: Directory) -> str | None:
    emergency = Emergency(("112",), True, "unstated")
    found = therapist_directory(Region("XX", "Nowhere", DAY, emergency, (), directories))
    return found.url if found else None


def test_the_first_directory_with_a_short_address_is_printed() -> None:
    long = "https://example.org/" + "a" * 60
    longer = "https://example.org/" + "a" * 70
    assert preferred(directory(long), directory("b.example")) == "b.example"
    assert preferred(directory(longer), directory(long)) == long
    assert preferred(directory("a.example", "low"), directory("b.example")) == "b.example"
    assert preferred(directory("a.example", "low")) is None


def test_the_united_kingdom_s_directory_is_short() -> None:
    region = load_region("GB")
    assert region is not None
    found = therapist_directory(region)
    assert found is not None
    assert printed_address(found.url) == "bacp.co.uk/search/Therapists"
