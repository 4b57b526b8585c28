"""The disclaimer word by word: exact for seven places, whole whatever a brand leaves out."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swipewell.care.contacts import Contact
from swipewell.care.disclaimer import AlsoRegion, Disclaimer, compose
from swipewell.care.helplines import STALE_AFTER_DAYS, regions
from swipewell.care.topics import TOPIC_SCOPES
from swipewell.care.wording import languages, wording_for

DAY = date(2026, 11, 23)
NB = "\u00a0"

UNITED_STATES = Disclaimer(
    language="en",
    direction="ltr",
    title="Before you go",
    about=(
        "**This post is education, not therapy.** "
        "It is general information. It cannot know your story.",
        "Following, liking or messaging does not make us therapist and client. "
        "I cannot answer emergencies in DMs or comments.",
    ),
    emergency_ask="In danger right now?",
    emergency_answer="Call 911.",
    crisis_ask="Need to talk to someone?",
    contacts=(Contact("Call or text 988", "988 Suicide & Crisis Lifeline", "24/7", "us-988"),),
    elsewhere="Elsewhere: findahelpline.com",
    also_regions=(),
    support_ask="Looking for your own support?",
    support_answer=("findtreatment.gov",),
    sign_off=("Take what helps.", "Leave the rest."),
    credential=("Alma Counselling, Licensed Marriage and Family Therapist, LMFT 00000, California"),
)
ELSEWHERE = {
    "US": UNITED_STATES,
    "CA": UNITED_STATES._replace(
        contacts=(Contact("Call or text 988", "9-8-8: Suicide Crisis Helpline", "24/7", "ca-988"),),
        support_answer=("211.ca",),
    ),
    "GB": UNITED_STATES._replace(
        emergency_answer="Call 999.",
        contacts=(
            Contact(f"Call 116{NB}123", "Samaritans", "24/7", "gb-samaritans"),
            Contact("Text SHOUT to 85258", "Shout", "24/7", "gb-shout"),
        ),
        support_answer=("bacp.co.uk/search/Therapists",),
    ),
    "IE": UNITED_STATES._replace(
        emergency_answer="Call 112.",
        contacts=(
            Contact(f"Call 116{NB}123", "Samaritans Ireland", "24/7", "ie-samaritans"),
            Contact("Text HELLO to 50808", "Text About It (50808)", "24/7", "ie-50808"),
        ),
        support_answer=("iacp.ie",),
    ),
    "AU": UNITED_STATES._replace(
        emergency_answer="Call 000.",
        contacts=(
            Contact(f"Call 13{NB}11{NB}14", "Lifeline", "24/7", "au-lifeline"),
            Contact(f"Text 0477{NB}13{NB}11{NB}14", "Lifeline", "24/7", "au-lifeline"),
        ),
        support_answer=("psychology.org.au/find-a-psychologist",),
    ),
    "NZ": UNITED_STATES._replace(
        emergency_answer="Call 111.",
        contacts=(Contact("Call or text 1737", "Need to talk? 1737", "24/7", "nz-1737"),),
        support_answer=("psychology.org.nz",),
    ),
    None: UNITED_STATES._replace(
        emergency_answer="Call your local emergency number.",
        contacts=(Contact("findahelpline.com", "Find A Helpline", "", "intl-findahelpline"),),
        elsewhere="",
        support_answer=("Your doctor or local health service can point you to a therapist.",),
    ),
}


def alma(region: str | None, **more: object) -> tuple[Disclaimer, list[str]]:
    disclaimer, findings = compose(
        **{"today": DAY, **more},  # type: ignore[arg-type]  # plain values, checked by the function
        region=region,
        name="Alma Counselling",
        credential="Licensed Marriage and Family Therapist",
        licence_number="LMFT 00000",
        jurisdiction="California",
    )
    return disclaimer, [finding.code for finding in findings]


@pytest.mark.parametrize("code", ["US", "CA", "GB", "IE", "AU", "NZ"])
def test_the_disclaimer_of_a_region_word_by_word(code: str) -> None:
    disclaimer, codes = alma(code)
    assert disclaimer == ELSEWHERE[code]
    assert codes == []


def test_without_a_region_no_number_is_made_up() -> None:
    disclaimer, codes = alma(None)
    assert disclaimer == ELSEWHERE[None]
    assert codes == ["no-region"]


@pytest.mark.parametrize("code", ["ZZ", "UK", "../../etc"])
def test_an_unknown_region_falls_back_to_the_international_directory(code: str) -> None:
    disclaimer, codes = alma(code)
    assert disclaimer == ELSEWHERE[None]
    assert codes == ["unknown-region"]


def test_a_region_without_a_sure_line_says_so() -> None:
    disclaimer, findings = compose(today=DAY, region="KE")
    assert disclaimer.emergency_answer == "Call 999."
    assert [contact.action for contact in disclaimer.contacts] == ["findahelpline.com"]
    assert [finding.code for finding in findings] == ["unconfirmed-region"]
    assert findings[0].message == "Kenya: no helpline is confirmed yet, so none is printed."


def test_a_region_that_nobody_checked_prints_nothing_of_its_own() -> None:
    disclaimer, findings = compose(today=DAY, region="TW")
    assert disclaimer.emergency_answer == "Call your local emergency number."
    assert "no emergency number and no helpline is confirmed" in findings[0].message


@pytest.mark.parametrize(
    ("region", "actions"),
    [
        ("US", ["Call or text 988", "Text HOME to 741741"]),
        ("GB", [f"Call 116{NB}123", "Text SHOUT to 85258"]),
        ("NZ", ["Call or text 1737", f"Call 0508{NB}828{NB}865"]),
    ],
)
def test_a_sensitive_post_prints_two_contacts(region: str, actions: list[str]) -> None:
    disclaimer, _ = alma(region, topics=["suicide"])
    assert [contact.action for contact in disclaimer.contacts] == actions


def test_restricted_hours_are_printed_and_unsettled_ones_are_not() -> None:
    swiss, _ = compose(today=DAY, region="CH")
    assert [contact.hours for contact in swiss.contacts] == ["daily 18:00–\u206023:00", "24/7"]
    israel, _ = compose(today=DAY, region="IL")
    assert [contact.hours for contact in israel.contacts] == [""]


def test_one_contact_is_printed_however_few_are_asked_for() -> None:
    assert len(alma("GB", most=0)[0].contacts) == 1


def test_further_regions_bring_their_number_and_one_line() -> None:
    disclaimer, codes = alma("US", also_regions=["GB", "US", "gb", "NZ"])
    assert disclaimer.also_regions == (
        AlsoRegion(
            "GB",
            "United Kingdom",
            "Call 999.",
            Contact(f"Call 116{NB}123", "Samaritans", "24/7", "gb-samaritans"),
        ),
        AlsoRegion(
            "NZ",
            "Aotearoa New Zealand",
            "Call 111.",
            Contact("Call or text 1737", "Need to talk? 1737", "24/7", "nz-1737"),
        ),
    )
    assert codes == []


def test_further_regions_without_anything_sure_are_left_out_and_told() -> None:
    disclaimer, findings = compose(today=DAY, region="US", also_regions=["KE", "TW", "ZZ"])
    assert disclaimer.also_regions == (AlsoRegion("KE", "Kenya", "Call 999.", None),)
    assert [(finding.code, finding.where.field) for finding in findings] == [
        ("unconfirmed-region", "disclaimer.also_regions[0]"),
        ("unconfirmed-region", "disclaimer.also_regions[1]"),
        ("unknown-region", "disclaimer.also_regions[2]"),
    ]


def test_the_brand_s_message_policy_and_directory_are_added() -> None:
    disclaimer, _ = alma(
        "US",
        dm_policy="I read messages twice a week\nand cannot advise in them.",
        directory_name="Alma Counselling",
        directory_url="https://www.alma.example/",
    )
    assert disclaimer.about[1].endswith(
        "in DMs or comments. I read messages twice a week and cannot advise in them."
    )
    assert disclaimer.support_answer == ("findtreatment.gov", "alma.example")


def test_a_directory_is_printed_once_and_by_its_name_where_it_has_no_address() -> None:
    assert alma("US", directory_url="www.findtreatment.gov")[0].support_answer == (
        "findtreatment.gov",
    )
    assert alma(None, directory_name="The town's clinic")[0].support_answer == (
        "The town's clinic",
    )


def test_braces_in_a_brand_s_words_stay_what_they_are() -> None:
    disclaimer, _ = compose(today=DAY, name="{name}", dm_policy="{number} & {0}")
    assert disclaimer.credential == "{name}"
    assert disclaimer.about[1].endswith(" {number} & {0}")


def test_a_post_in_another_language_gets_english_and_a_warning() -> None:
    disclaimer, codes = alma("US", language="uk")
    assert disclaimer == UNITED_STATES._replace(foreign="en")
    assert codes == ["disclaimer-language"]


def test_lines_are_chosen_for_the_post_s_own_language() -> None:
    disclaimer, _ = compose(today=DAY, region="BE", language="fr")
    assert [contact.id for contact in disclaimer.contacts] == ["be-cps"]


def test_old_entries_are_told_in_one_warning() -> None:
    last_good_day = DAY + timedelta(days=STALE_AFTER_DAYS)
    assert alma("US", also_regions=["GB"], today=last_good_day)[1] == []
    _, findings = compose(today=last_good_day + timedelta(days=1), region="US", also_regions=["GB"])
    assert [(finding.code, finding.severity) for finding in findings] == [
        ("helpline-age", "warning")
    ]
    assert findings[0].message == (
        "Looked up more than 180 days ago: emergency number of United States (2026-11-23), "
        "988 Suicide & Crisis Lifeline (2026-11-23), Find A Helpline (2026-11-23), "
        "emergency number of United Kingdom (2026-11-23), Samaritans (2026-11-23), "
        "FindTreatment.gov (SAMHSA) (2026-11-23)."
    )


def test_wording_that_is_not_sure_is_told() -> None:
    _, (finding,) = compose(today=DAY, region="IT", language="it")
    assert (finding.code, finding.severity) == ("disclaimer-wording", "warning")
    assert finding.message == "The disclaimer's wording in 'it' is of medium confidence."


WORDS = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=30)
MAYBE = st.none() | st.just("") | WORDS
PLACES = st.none() | st.sampled_from((*regions(), "ZZ"))


@given(
    region=PLACES,
    also_regions=st.lists(st.sampled_from((*regions(), "ZZ")), max_size=4),
    language=st.sampled_from((*languages(), "en-GB", "uk", "pt-PT", "fa")),
    topics=st.lists(st.sampled_from((*TOPIC_SCOPES, "boundaries")), max_size=3),
    youth=st.booleans(),
    most=st.integers(0, 3),
    parts=st.tuples(MAYBE, MAYBE, MAYBE, MAYBE),
    dm_policy=MAYBE,
    directory_name=MAYBE,
    directory_url=MAYBE,
    today=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
)
def test_every_part_is_there_whatever_the_brand_leaves_out(
    region: str | None,
    also_regions: list[str],
    language: str,
    topics: list[str],
    youth: bool,
    most: int,
    parts: tuple[str | None, str | None, str | None, str | None],
    dm_policy: str | None,
    directory_name: str | None,
    directory_url: str | None,
    today: date,
) -> None:
    disclaimer, findings = compose(
        today=today,
        language=language,
        region=region,
        topics=topics,
        youth=youth,
        most=most,
        name=parts[0],
        credential=parts[1],
        licence_number=parts[2],
        jurisdiction=parts[3],
        dm_policy=dm_policy,
        also_regions=also_regions,
        directory_name=directory_name,
        directory_url=directory_url,
    )
    wording = wording_for(language).wording
    assert (disclaimer.language, disclaimer.direction) == (wording.language, wording.direction)
    assert disclaimer.title == wording.title
    assert wording.not_therapy in disclaimer.about[0]
    assert wording.education_only in disclaimer.about[0]
    assert wording.no_relationship in disclaimer.about[1]
    assert wording.not_monitored in disclaimer.about[1]
    assert bare(dm_policy or "") in bare(disclaimer.about[1])
    assert disclaimer.crisis_ask == wording.crisis.ask
    assert bare("".join(disclaimer.sign_off)) == bare(wording.take_leave)
    assert disclaimer.emergency_answer
    assert 1 <= len(disclaimer.contacts) <= max(most, 1)
    directory = [contact.action for contact in disclaimer.contacts] + [disclaimer.elsewhere]
    assert sum("findahelpline.com" in text for text in directory) == 1
    assert all(disclaimer.support_answer)
    assert disclaimer.support_answer
    for part in filter(None, parts):
        assert bare(part) in bare(disclaimer.credential)
    assert all(also.emergency or also.contact for also in disclaimer.also_regions)
    assert all(finding.message and finding.hint for finding in findings)
    codes = {finding.code for finding in findings}
    if not any(character.isdigit() for character in disclaimer.emergency_answer):
        assert codes & {"no-region", "unknown-region", "unconfirmed-region"}
    assert bool(disclaimer.content_note) == bool(
        {"suicide", "self-harm", "abuse", "eating-disorders"} & set(topics)
    )


def bare(text: str) -> str:
    """A text without what sets parts of it apart: isolates, and spaces of any kind."""
    return re.sub(r"[\s\u2066-\u2069]", "", text)
