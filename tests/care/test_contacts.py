"""How lines and addresses read on a slide."""

from __future__ import annotations

from datetime import date

import pytest

from swipewell.care.contacts import (
    contacts_for,
    printed_address,
    printed_number,
    therapist_directory,
)
from swipewell.care.helplines import Directory, Emergency, Helpline, Region, load_region
from swipewell.care.wording import wording_for

DAY = date(2026, 11, 23)
PHRASES = wording_for("en")[0].phrases
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


def actions(*lines: Helpline, every: bool = False, most: int = 2) -> list[str]:
    return [contact.action for contact in contacts_for(lines, PHRASES, every=every, most=most)]


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


def test_groups_of_digits_stay_together() -> None:
    assert printed_number("0800 111 0 111") == "0800\u00a0111\u00a00\u00a0111"
    assert printed_number("0120-279-338") == "0120-279-338"


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
