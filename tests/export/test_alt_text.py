"""Alternative texts: what each kind of slide says and shows, in its language, within 1,000 characters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from any_words import outlined, planned, posts
from hypothesis import given

import swipewell as sw
from swipewell.export.alt import MOST_ALT, alt_findings, alt_text
from swipewell.export.picture_words import picture_word_findings, without_picture_words
from swipewell.export.shorten import length
from swipewell.text.markup import plain

LANGUAGES = sorted(Path(__file__).resolve().parents[2].glob("samples/languages/*.yaml"))


_LATIN = r"[a-zß-ɏ]+"


def heard(*slides: object, language: str = "en", **fields: object) -> list[str]:
    """The alternative texts of a post's slides, no-break spaces as plain ones."""
    outline = planned(*slides, language=language, **fields)
    return [re.sub("[\u00a0\u202f]", " ", alt_text(s, language)) for s in outline.slides]


def seen(text: str) -> str:
    """A text without the marks that set apart what runs the other way, its spaces plain."""
    return re.sub("[\u00a0\u202f]", " ", re.sub("[\u2066-\u2069]", "", plain(text)))


COMPARE = sw.Compare(
    title="T", left=sw.Half(items=["a", "“b.”"]), right=sw.Half(items=["c"], label="Or")
)
STEPS = sw.Steps(title="S", steps=["One.", sw.Item(title="Two", body="its body")])
PRACTICE = sw.Practice(title="B", phases=[sw.Phase(do="In", seconds=4)], rounds=2)
QUOTE = sw.Quote(quote="Speak *gently*", by="A. Rivera", source="Notes")


@pytest.mark.parametrize(
    ("slide", "language", "alt"),
    [
        (COMPARE, "en", "T. Instead of: a. “b.” Or: c."),
        (COMPARE, "pl", "T. Zamiast: a. “b.” Or: c."),
        (COMPARE, "fr", "T. Au lieu de : a. “b.” Or : c."),
        (COMPARE, "xx", "T. 1: a. “b.” Or: c."),
        (STEPS, "en", "S. 1. One. 2. Two: its body."),
        (STEPS, "fa", "S. ۱. One. ۲. Two: its body."),
        (PRACTICE, "en", "B. In: 4 s. two rounds."),
        (PRACTICE, "xx", "B. In: 4 s. 2 ×."),
        (QUOTE, "en", "“Speak gently” — A. Rivera, Notes."),
        (QUOTE, "de", "„Speak gently“ — A. Rivera, Notes."),
        (
            sw.Tip(title="Rest early 🌿", example="Not now?"),
            "en",
            "1. Rest early 🌿. Say it aloud: Not now?",
        ),
        (sw.Tip(body="Rest\n\nearly", numbered=False), "en", "Rest. early."),
        (sw.Tip(body="Rest"), "en", "1. Rest."),
        (sw.Tip(title="休む", body="今日は休む。明日も"), "ja", "1. 休む。今日は休む。明日も。"),
        (sw.Tip(title="आराम"), "hi", "1. आराम।"),
        (sw.List(title="休む", items=["朝、", "夜"]), "ja", "休む。朝、夜。"),
        (sw.List(title="A *list*", items=["==a==", "b!"]), "en", "A list. a. b!"),
    ],
)
def test_each_kind_is_told_as_it_is_read(slide: object, language: str, alt: str) -> None:
    assert heard(slide, language=language)[1] == alt


@pytest.mark.parametrize(
    ("slide", "alt"),
    [
        ({"kind": "myth", "myth": "It is selfish.", "fact": "It is honest"},
         "Myth: It is selfish. Fact: It is honest."),
        ({"kind": "prompt", "title": "Tonight", "question": "What was kind?", "lines": 3},
         "Tonight. What was kind?"),
        ({"kind": "definition", "term": "Limit", "meaning": "Where I end", "example": "Not now."},
         "Limit. Where I end. Not now."),
        ({"kind": "figure", "figure": "1 in 5", "meaning": "adults a year", "source": "A *book*"},
         "1 in 5: adults a year. — A book."),
        ({"kind": "picture", "picture": "a.png", "alt": "Photo of a calm sea", "caption": "Rest"},
         "A calm sea. Rest."),
        ({"kind": "resources", "title": "Further", "items": [
            {"name": "A *book*", "note": "for nights", "link": "https://a.example/x--y_z"}, "A place"]},
         "Further. A book: for nights. a.example/x--y_z. A place."),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else "",
)  # fmt: skip
def test_other_kinds_are_told_in_the_order_of_reading(slide: dict[str, object], alt: str) -> None:
    assert heard(slide)[1] == alt


def test_a_recap_counts_as_the_tips_do() -> None:
    tips = [{"title": "One"}, {"title": "Apart", "numbered": False}, {"title": "Two"}]
    assert heard(*tips, {"kind": "recap", "title": "Again"})[4] == "Again. 1. One. Apart. 2. Two."


def test_sources_and_a_content_note_are_told() -> None:
    sources = [{"text": "Author, 2020. *Title*", "url": "https://a.example/"}]
    told = heard(topics=["suicide"], sources=sources)
    assert told[1].startswith("Content note: suicide. Take what helps. Leave the rest.")
    assert "988" in told[1]
    assert told[-2] == "Sources. Author, 2020. Title: a.example."


def test_the_cover_says_its_words_and_what_its_picture_shows() -> None:
    cover = sw.Cover(kicker="Rest", picture="sea.jpg", alt="A calm sea")
    assert heard(cover=cover, subtitle="Three *small* things")[0] == (
        "Rest. A kinder no. Three small things. A calm sea."
    )


@pytest.mark.parametrize(
    ("language", "written", "left"),
    [
        ("en", "A picture of a calm sea", "A calm sea"),
        ("en", "photo of hands", "hands"),
        ("en", "A calm sea", "A calm sea"),
        ("en", "Image of ", "Image of "),
        ("fr", "Photo d’une mer calme", "Une mer calme"),
        ("es", "Imagen de un mar", "Un mar"),
        ("nl", "Foto van de zee", "De zee"),
        ("sv", "Bild på ett hav", "Ett hav"),
        ("ja", "静かな海の写真", "静かな海"),
        ("zh-Hans", "平静的海的照片", "平静的海"),
        ("ko", "잔잔한 바다 사진", "잔잔한 바다"),
        ("ar", "صورة بحر هادئ", "بحر هادئ"),
        ("he", "תמונה של ים", "ים"),
        ("vi", "Hình ảnh biển", "Biển"),
        ("pl", "Image of morze", "Morze"),
        ("pl", "Zdjęcie spokojnego morza", "Zdjęcie spokojnego morza"),
    ],
)
def test_nobody_hears_twice_that_it_is_a_picture(language: str, written: str, left: str) -> None:
    assert without_picture_words(written, language) == left


def test_an_author_is_told_to_leave_picture_of_away() -> None:
    for language, alt in (
        ("en", "Image of a sea"),
        ("pl", "Zdjęcie morza"),
        ("de", "Foto von mir"),
    ):
        (finding,) = picture_word_findings(alt, language, "cover.alt")
        assert (finding.code, finding.severity) == ("alt-says-picture", sw.Severity.INFO)
    assert picture_word_findings("A calm sea", "en", "cover.alt") == ()
    assert picture_word_findings(None, "en", "cover.alt") == ()


def test_a_long_quote_keeps_its_author() -> None:
    alt = heard(sw.Quote(quote="So it goes, and on. " * 100, by="A. Rivera"))[1]
    assert length(alt) <= MOST_ALT
    assert alt.endswith("and on. … — A. Rivera.")


def test_a_long_disclaimer_begins_with_the_help() -> None:
    brand = sw.Brand.model_validate({"region": "US", "disclaimer": {"dm_policy": "I read. " * 200}})
    last = planned(brand=brand).slides[-1]
    alt = alt_text(last, "en")
    assert length(alt) <= MOST_ALT
    assert alt.startswith(
        "In danger right now? Call 911. Need to talk to someone? Call or text 988"
    )
    assert "education, not therapy" in alt
    (finding,) = alt_findings([last], [alt], "en")
    assert (finding.code, finding.slide) == ("alt-cut", 1)


def test_a_disclaimer_that_fits_is_read_whole_and_in_order() -> None:
    alt = heard(brand=sw.Brand(region="US", name="Alma"))[-1]
    assert alt.startswith("Before you go. This post is education, not therapy.")
    assert alt.endswith("Take what helps. Leave the rest. Alma.")


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_a_slide_says_nothing_in_another_language(path: Path) -> None:
    """All words in Latin letters are the author's, or the language's own labels."""
    written = re.sub(r"[*=]+", "", path.read_text("utf-8"))
    labels = Path(sw.__file__).with_name("labels.yaml").read_text("utf-8")
    known = set(re.findall(_LATIN, f"{written} {labels} s".lower()))
    english = {"instead", "aloud", "try", "rounds", "round", "slide", "seconds", "picture", "by"}
    post = sw.read_post(path)
    outline = outlined(post, sw.Brand(region="US"))
    for slide in outline.slides[:-1]:
        alt = alt_text(slide, outline.language).lower()
        words = set(re.findall(_LATIN, alt))
        assert words <= known, words - known
        assert not words & english


@given(posts)
def test_any_alternative_text_fits_and_carries_no_marks(post: sw.Post) -> None:
    outline = outlined(post, sw.Brand(region="US"))
    for slide in outline.slides:
        alt = alt_text(slide, outline.language)
        assert 0 < length(alt) <= MOST_ALT
        assert "\n" not in alt
        if slide.kind == "disclaimer":
            for contact in slide.fields["contacts"]:
                assert seen(contact["action"]) in seen(alt)
            assert seen(slide.fields["emergency"]) in seen(alt)
