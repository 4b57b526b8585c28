"""The disclaimer in every language for every region: composed with real fonts, none of it painted."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any

import pytest

import swipewell as sw
from swipewell.care.disclaimer import Disclaimer, compose
from swipewell.care.helplines import load_region, regions
from swipewell.care.wording import languages, wording_for
from swipewell.deck import plan
from swipewell.text.direction import is_right_to_left

TODAY = dt.date(2026, 12, 1)
NAME = {
    "name": "Alma Counselling",
    "credential": "Licensed Marriage and Family Therapist",
    "licence": {"number": "LMFT 00000", "jurisdiction": "California"},
}
POLICY = {
    "ar": "نقرأ الرسائل مرتين في الأسبوع على 02-123 4567 ولا ننصح فيها.",
    "de": "Nachrichten lese ich zweimal pro Woche, beraten kann ich darin nicht.",
    "en": "I read messages twice a week and cannot advise in them.",
    "es": "Leo los mensajes dos veces por semana y no puedo aconsejar en ellos.",
    "fr": "Je lis les messages deux fois par semaine et je ne peux pas y donner de conseils.",
    "he": "הודעות נקראות פעמיים בשבוע, ב־@alma.counselling, ואין בהן ייעוץ.",
    "hi": "मैं हफ़्ते में दो बार संदेश पढ़ती हूँ और उनमें सलाह नहीं दे सकती।",
    "it": "Leggo i messaggi due volte a settimana e lì non posso dare consigli.",
    "ja": "メッセージは週に二回読みますが、助言はできません。",
    "ko": "메시지는 일주일에 두 번 읽으며 조언은 드릴 수 없습니다.",
    "nl": "Ik lees berichten twee keer per week en kan er geen advies in geven.",
    "pl": "Wiadomości czytam dwa razy w tygodniu i nie udzielam w nich porad.",
    "pt-BR": "Leio as mensagens duas vezes por semana e não posso orientar por elas.",
    "sv": "Jag läser meddelanden två gånger i veckan och kan inte ge råd i dem.",
    "zh-Hans": "私信每周查看两次，无法在其中提供建议。",
}
each_language = pytest.mark.parametrize("language", languages())


@pytest.fixture(scope="module")
def shop() -> sw.Studio:
    return sw.Studio()


def brand(language: str, region: str | None, **more: Any) -> sw.Brand:
    said = {"dm_policy": POLICY[language], **more}
    return sw.Brand.model_validate(
        {**NAME, "language": language, "region": region, "disclaimer": said}
    )


def carousel(shop: sw.Studio, of: sw.Brand, *topics: str) -> sw.Carousel:
    post = sw.Post(title="A title", slides=[sw.Tip(title="A tip")], topics=topics)
    return sw.render(post, of, today=TODAY, studio=shop)


def closing(of: sw.Carousel) -> list[sw.Slide]:
    return [slide for slide in of.slides if slide.kind.startswith("disclaimer")]


def texts(slides: list[sw.Slide]) -> dict[str, str]:
    """Every text of some slides by its path, its parts one behind the other where it goes on."""
    shown: dict[str, str] = {}
    for slide in slides:
        for path, text in {run.path: run.text for run in slide.frame.texts}.items():
            shown[path] = f"{shown.get(path, '')}\n{text}"
    return shown


def squeezed(text: str) -> str:
    """A text without what setting it changes: white space, isolates, quotation marks, hyphens."""
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"[\s\u00ad\u2060\u2066-\u2069'‘’‚‹›\"“”„«»\-]", "", text)


def owed(language: str, region: str | None, policy: str, topics: tuple[str, ...]) -> Disclaimer:
    """What a disclaimer owes its readers, as care has it."""
    licence = NAME["licence"]
    assert isinstance(licence, dict)
    return compose(
        today=TODAY,
        language=language,
        brand_language=language,
        region=region,
        topics=topics,
        name=str(NAME["name"]),
        credential=str(NAME["credential"]),
        licence_number=licence["number"],
        jurisdiction=licence["jurisdiction"],
        dm_policy=policy,
    )[0]


def assert_whole(found: sw.Carousel, language: str, region: str | None, *topics: str) -> None:
    """Assert that a deck ends in all of the disclaimer, at sizes that can be read."""
    last = closing(found)
    assert found.slides[-len(last) :] == tuple(last)
    assert 1 <= len(last) <= 2, region
    shown = texts(last)
    everything = squeezed("".join(shown.values()))
    wording = wording_for(language).wording
    said = owed(language, region, POLICY[language], topics)
    for part in (
        *(wording.title, wording.not_therapy, wording.education_only, wording.no_relationship),
        *(wording.not_monitored, POLICY[language], said.emergency_ask, said.emergency_answer),
        *(said.crisis_ask, said.support_ask, wording.take_leave, said.credential),
        *(text for one in said.contacts for text in (one.action, one.name)),
        *(said.elsewhere, *said.support_answer),
    ):
        assert squeezed(part) in everything, (region, part)
    assert "findahelpline.com" in everything
    place = load_region(region) if region else None
    if place and place.emergency.primary:
        assert re.findall(r"\d+", shown["emergency"]) == [place.emergency.primary]
    assert_sizes(last, region)


def assert_sizes(slides: list[sw.Slide], region: str | None) -> None:
    """Assert that no text is small, and that no telephone number is broken over lines."""
    for slide in slides:
        for run in slide.frame.texts:
            crisis = re.fullmatch(r"emergency|contacts\[\d+\]\.(action|emergency)", run.path)
            fine = run.path in ("credential", "handle")
            assert run.size >= (48 if crisis else 32 if fine else 36), (region, run.path)
            for number in re.findall(r"[\d*][\d\s\-]{2,}\d", run.text):
                assert "\n" not in number, (region, run.text)


@each_language
@pytest.mark.parametrize("topics", [(), ("suicide",)], ids=["any topic", "a sensitive topic"])
def test_it_is_last_whole_and_readable_in_every_region(
    shop: sw.Studio, language: str, topics: tuple[str, ...]
) -> None:
    for region in (*regions(), None):
        found = carousel(shop, brand(language, region), *topics)
        assert_whole(found, language, region, *topics)


@each_language
def test_further_regions_take_three_slides_at_most(shop: sw.Studio, language: str) -> None:
    for region in (*regions()[::4], "HK", "PL", "US"):
        also = [code for code in ("US", "GB") if code != region]
        last = closing(carousel(shop, brand(language, region, also_regions=also), "suicide"))
        assert len(last) <= 3, region
        assert_sizes(last, region)
        named = [path for path in texts(last) if path.endswith(".region")]
        assert len(named) == len(also)


# --- Languages ---


def codes(of: sw.Carousel) -> set[str]:
    return {finding.code for finding in of.findings}


def test_wording_of_medium_confidence_is_a_warning(shop: sw.Studio) -> None:
    for language in languages():
        unread = "disclaimer-wording" in codes(carousel(shop, brand(language, "CH")))
        assert unread == (wording_for(language).wording.confidence != "high")


@pytest.mark.parametrize("language", ["uk", "cs", "pt-PT", "zh-Hant", "fa"])
def test_a_language_without_wording_ends_in_the_brands(shop: sw.Studio, language: str) -> None:
    post = sw.Post(title="A", slides=[sw.Tip(title="A")], language=language)
    found = sw.render(post, brand("de", "DE"), today=TODAY, studio=shop)
    assert texts(closing(found))["title"].strip() == "Bevor du weiterscrollst"
    assert "disclaimer-language" in codes(found)


def test_english_in_a_post_that_runs_the_other_way_keeps_its_own_direction(
    shop: sw.Studio,
) -> None:
    post = sw.Post(title="A", slides=[sw.Tip(title="A")], language="fa")
    found = sw.render(post, brand("en", "US"), today=TODAY, studio=shop)
    assert is_right_to_left(found.deck.language)
    for run in closing(found)[-1].frame.texts:
        assert all(row.base == 0 for row in run.set.rows) or not run.text.isascii()


# --- Numbers among letters that run from right to left ---


def levels(run: Any) -> list[int]:
    """The embedding levels of what is painted in a text's first row: even ones run to the right."""
    return [piece.level for piece, _, _ in run.set.rows[0].standing() if piece.glyphs]


@pytest.mark.parametrize("language", ["ar", "he"])
@pytest.mark.parametrize("number", ["0800-111 222", "*4141", "1-800-891-4416", "+972 3-123"])
def test_a_number_reads_from_left_to_right(shop: sw.Studio, language: str, number: str) -> None:
    line = {
        "id": "own",
        "name": "Alma",
        "call": number,
        "researched_on": "2026-11-30",
        "sources": ["a"],
    }
    own = brand(language, "IL").model_dump(exclude_none=True) | {
        "helplines": {"regions": [{"region": "IL", "lines": [line | {"languages": [language]}]}]}
    }
    own["disclaimer"]["wording"] = {}
    found = carousel(shop, sw.Brand.model_validate(own), "suicide")
    shown = [
        run
        for slide in closing(found)
        for run in slide.frame.texts
        if re.fullmatch(r"contacts\[\d\].action", run.path)
        and squeezed(number) in squeezed(run.text)
    ]
    assert shown
    assert all(level % 2 == 0 for run in shown for level in levels(run))


def test_the_star_of_a_number_is_dialled_and_no_markup(shop: sw.Studio) -> None:
    found = carousel(shop, brand("es", "CL"))
    assert "*4141" in texts(closing(found))["contacts[0].action"]
    assert "*4141" in found.slides[-1].alt
    assert "unbalanced-markup" not in codes(found)


def test_a_latin_name_keeps_its_face_before_a_sign_as_wide_as_high(shop: sw.Studio) -> None:
    runs = [
        run
        for slide in closing(carousel(shop, brand("zh-Hans", "SG")))
        for run in slide.frame.texts
        if run.path == "elsewhere"
    ]
    assert runs[0].text.startswith("Find A")
    assert sorted(len(run.pieces) for run in runs) == [1, 4], "the colon, and all Latin words"


# --- The content note ---


def test_a_content_note_stands_before_the_second_slide(shop: sw.Studio) -> None:
    found = carousel(shop, brand("en", "US"), "suicide")
    kinds = [slide.kind for slide in found.slides]
    assert kinds[:3] == ["cover", "content_note", "tip"]
    assert found.slides[1].alt.startswith("Content note: suicide")
    assert "988" in found.slides[1].alt
    for run in found.slides[1].frame.texts:
        contact = re.fullmatch(r"contacts\[\d+\]\.action", run.path)
        assert run.size >= (48 if contact else 32 if run.path == "handle" else 36)


@pytest.mark.parametrize("topics", [[], ["grief"], ["boundaries"], ["trauma"]])
def test_other_topics_have_none(topics: list[str]) -> None:
    post = sw.Post(title="A", slides=[sw.Tip(title="A")], topics=topics)
    outline = plan(post, brand("en", "US"), TODAY)
    assert [slide.kind for slide in outline.slides] == ["cover", "tip", "disclaimer"]


@each_language
def test_a_content_note_finds_room_in_every_language(shop: sw.Studio, language: str) -> None:
    names = {
        "suicide": "Selbsttötung",
        "self_harm": "Selbstverletzung",
        "eating_disorders": "Essstörungen",
        "abuse": "Gewalt",
    }
    own = brand(language, "PL", wording={language: {"topics": names}})
    found = carousel(shop, own, "suicide", "self-harm", "eating-disorders", "abuse")
    title = texts([found.slides[1]])["title"]
    assert all(squeezed(name) in squeezed(title) for name in names.values())
    plain = carousel(shop, brand(language, "PL"), "suicide")
    shown = texts([plain.slides[1]])
    assert squeezed(wording_for(language).wording.take_leave) in squeezed(shown["leave"])
    in_english = any("Content note" in finding.message for finding in plain.findings)
    assert in_english == (language != "en")
