"""Which lines are chosen for a post, in which order, and how old entries are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from swipewell.care.helplines import (
    STALE_AFTER_DAYS,
    Emergency,
    Helpline,
    Region,
    age_days,
    choose,
    is_stale,
    load_region,
    regions,
)
from swipewell.care.topics import TOPIC_SCOPES, Fit, fit, is_sensitive

DAY = date(2026, 11, 23)
LINE = Helpline(
    id="line",
    name="A line",
    open="always",
    scope=("general",),
    shown=True,
    confidence="high",
    basis="gov",
    researched_on=DAY,
    sources=("https://example.org",),
    call="123",
    languages=("en",),
)


def place(*lines: Helpline) -> Region:
    return Region("XX", "Nowhere", DAY, Emergency(("112",), True, "unstated"), lines, ())


def ids(lines: tuple[Helpline, ...]) -> list[str]:
    return [line.id for line in lines]


def chosen(code: str, *topics: str, language: str = "en", youth: bool = False) -> list[str]:
    region = load_region(code)
    assert region is not None
    return ids(choose(region, language=language, topics=topics, youth=youth))


def test_the_registry_s_own_order_decides_between_equals() -> None:
    assert chosen("US") == ["us-988", "us-ctl"]
    assert chosen("GB") == ["gb-samaritans", "gb-shout"]


def test_a_line_made_for_the_topic_comes_first() -> None:
    alcohol = LINE._replace(id="alcohol", scope=("substance_use",))
    suicide = LINE._replace(id="suicide", scope=("suicide",))
    lines = place(suicide, LINE, alcohol)
    assert ids(choose(lines, language="en", topics=["Substance use"], most=3)) == [
        "alcohol",
        "line",
        "suicide",
    ]


def test_a_line_for_something_else_comes_after_one_for_everybody() -> None:
    assert chosen("KR", "grief", language="ko") == ["kr-1577", "kr-109"]
    assert chosen("KR", "suicide", language="ko") == ["kr-109", "kr-1577"]


def test_then_the_language_of_the_post_decides() -> None:
    assert chosen("BE", language="fr-BE")[0] == "be-cps"
    assert chosen("BE", language="nl")[0] == "be-1813"
    assert chosen("NO", language="nb")[0] == "no-116123"
    assert chosen("HK", language="zh-Hans")[0] == "hk-18111"


def test_then_being_open_round_the_clock_decides() -> None:
    night = LINE._replace(id="night", open="restricted", hours="daily 18:00-23:00")
    unknown = LINE._replace(id="unknown", open="unsettled", hours="check")
    assert ids(choose(place(night, unknown, LINE), language="en")) == ["line", "night"]


def test_a_line_that_can_be_talked_to_is_always_among_them() -> None:
    assert chosen("JP", "suicide") == ["jp-yorisoi", "jp-tell"]
    region = load_region("JP")
    assert region is not None
    assert ids(choose(region, language="en", topics=["suicide"], most=1)) == ["jp-tell"]


def test_youth_lines_come_first_when_asked_for_and_never_otherwise() -> None:
    assert chosen("AT", language="de", youth=True) == ["at-147", "at-142"]
    for code in regions():
        region = load_region(code)
        assert region is not None
        for topics in ((), *((topic,) for topic in TOPIC_SCOPES)):
            lines = choose(region, language="en", topics=topics, most=99)
            assert not [line.id for line in lines if line.for_youth_only]


@pytest.mark.parametrize(
    "changes",
    [
        {"shown": False},
        {"confidence": "low"},
        {"verify": "Which number is right?"},
        {"scope": ("information",)},
        {"scope": ("information", "find_help")},
        {"scope": ("directory",)},
        {"call": ""},
    ],
)
def test_what_is_unsure_or_answers_no_crisis_is_never_chosen(changes: dict[str, str]) -> None:
    line = LINE._replace(**changes)  # type: ignore[arg-type]  # one wrong field at a time
    assert choose(place(line), language="en") == ()


def test_none_can_be_asked_for() -> None:
    assert choose(place(LINE), language="en", most=0) == ()


def test_regions_are_found_in_either_case_and_nothing_else_is_read() -> None:
    assert load_region("us") is load_region("us")
    assert load_region("us") == load_region("US")
    for code in ("ZZ", "", "../wording/en", "international", "UK"):
        assert load_region(code) is None


def test_entries_age_from_the_day_of_research() -> None:
    assert age_days(LINE, DAY + timedelta(days=12)) == 12
    assert not is_stale(LINE, DAY + timedelta(days=STALE_AFTER_DAYS))
    assert is_stale(LINE, DAY + timedelta(days=STALE_AFTER_DAYS + 1))


def test_values_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        LINE.call = "911"  # type: ignore[misc]  # that is the point
    assert hash(LINE) == hash(LINE._replace())


def test_topics_are_known_however_they_are_written() -> None:
    assert is_sensitive(["boundaries", "Self harm"])
    assert is_sensitive(["EATING_DISORDERS"])
    assert not is_sensitive(["boundaries"])
    assert fit(["suicide"], ["boundaries"]) == Fit.FOR_EVERYBODY
    assert fit(["suicide"], ["suicide", "grief"]) == Fit.MADE_FOR_IT
