"""Hashtags: capitals for each word, what Instagram allows, each once, and no more than it takes."""

from __future__ import annotations

import unicodedata

import pytest
from any_words import tags
from hypothesis import given

import swipewell as sw
from swipewell.export.hashtags import MOST_HASHTAGS, hashtag, hashtags

SLIDES = [sw.Tip(title="Pause")]


def chosen(
    *written: str, brand: tuple[str, ...] = (), body: str = "", language: str = "en"
) -> list[str]:
    post = sw.Post(title="T", slides=SLIDES, hashtags=written)
    return list(hashtags(post, sw.Brand(hashtags=brand), language, body).tags)


def codes(*written: str, brand: tuple[str, ...] = (), body: str = "") -> list[tuple[str, str]]:
    post = sw.Post(title="T", slides=SLIDES, hashtags=written)
    said = hashtags(post, sw.Brand(hashtags=brand), "en", body).findings
    return [(finding.code, str(finding.severity)) for finding in said]


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("self care for PTSD", "#SelfCareForPTSD"),
        ("#self-care", "#SelfCare"),
        ("SelfRespect", "#SelfRespect"),
        ("boundaries", "#boundaries"),
        ("slow_down", "#slow_down"),
        ("my SelfCare day", "#MySelfCareDay"),
        ("don't panic", "#DontPanic"),
        ("don’t panic", "#DontPanic"),
        ("rest & digest", "#RestDigest"),
        ("SELF CARE", "#SELF_CARE"),
        ("day 7", "#Day7"),
        ("7 days", "#7Days"),
        ("5 4 3 2 1", "#5_4_3_2_1"),
        ("ärger über", "#ÄrgerÜber"),
        ("straße ßa", "#StraßeSsa"),
        ("cafe\u0301 time", "#CaféTime"),
        ("calm 🌿 now", "#CalmNow"),
        ("1️⃣ step", "#1Step"),
        ("＃kind", "#kind"),
        ("!!! 🌿", ""),
        ("#", ""),
        ("_", ""),
    ],
)
def test_a_tag_in_camel_case(written: str, tag: str) -> None:
    assert hashtag(written, "en") == tag


@pytest.mark.parametrize(
    ("written", "language", "tag"),
    [
        ("وعي نفسي", "ar", "#وعي_نفسي"),
        ("وعي_نفسي", "ar", "#وعي_نفسي"),
        ("سلامت\u200cروان", "fa", "#سلامت_روان"),
        ("נפש בריאה", "he", "#נפש_בריאה"),
        ("मानसिक स्वास्थ्य", "hi", "#मानसिक_स्वास्थ्य"),
        ("ශ්\u200dරී ලංකා", "si", "#ශ්\u200dරී_ලංකා"),
        ("สุขภาพจิต", "th", "#สุขภาพจิต"),
        ("마음 챙김", "ko", "#마음_챙김"),
        ("心の健康", "ja", "#心の健康"),
        ("თავის მოვლა", "ka", "#თავის_მოვლა"),
        ("iyi uykular iç", "tr", "#İyiUykularİç"),
        ("психічне здоров’я", "uk", "#ПсихічнеЗдоровя"),
        ("δύσκολη νύχτα", "el", "#ΔύσκοληΝύχτα"),
    ],
)
def test_a_tag_in_any_script_keeps_its_words_apart(written: str, language: str, tag: str) -> None:
    assert hashtag(written, language) == tag


def test_each_tag_comes_once_the_posts_before_the_brands() -> None:
    assert chosen("#Kind", "words", "kind", brand=("WORDS", "#Care")) == [
        "#Kind",
        "#words",
        "#Care",
    ]
    assert chosen("caf\u00e9", "cafe\u0301") == ["#café"]


def test_tags_in_one_text_are_several() -> None:
    assert chosen("#Kind #Words") == ["#Kind", "#Words"]


def test_what_the_caption_holds_already_counts_and_does_not_come_again() -> None:
    body = "So #kind, and #मानसिक. See https://a.example/#part, A&#1."
    assert chosen("Kind", "मानसिक", "a1", "b1", "c1", "d1", body=body) == ["#a1", "#b1", "#c1"]
    assert codes(*"abcd", body=body) == [("too-many-hashtags", "warning")]


def test_those_over_the_limit_are_named() -> None:
    post = sw.Post(title="T", slides=SLIDES, hashtags=[f"t{n}" for n in range(5)])
    made = hashtags(post, sw.Brand(hashtags=["Own", "Two words"]), "en", "")
    assert made.tags == ("#t0", "#t1", "#t2", "#t3", "#t4")
    (finding,) = made.findings
    assert "here are 7: #Own and #TwoWords are left out." in finding.message
    assert finding.where.field == "hashtags"
    assert codes(*(f"t{n}" for n in range(30))) == [("too-many-hashtags", "warning")]
    assert codes(*(f"t{n}" for n in range(31))) == [("too-many-hashtags", "error")]


def test_what_cannot_be_in_a_tag_is_said() -> None:
    assert codes("fine", "two words", "it's", "a-b", "rest & digest") == []
    assert codes("!!!") == [("hashtag-empty", "warning")]
    assert codes("50% off") == [("hashtag-signs", "info")]
    assert codes(brand=("🌿",)) == [("hashtag-empty", "warning")]


@given(tags, tags)
def test_any_tags_are_some_that_instagram_takes(written: list[str], brand: list[str]) -> None:
    post = sw.Post(title="T", slides=SLIDES).model_copy(update={"hashtags": tuple(written)})
    made = hashtags(post, sw.Brand().model_copy(update={"hashtags": tuple(brand)}), "en", "")
    assert len(made.tags) <= MOST_HASHTAGS
    assert len({tag.casefold() for tag in made.tags}) == len(made.tags)
    for tag in made.tags:
        assert tag[0] == "#"
        assert len(tag) > 1
        for char in tag[1:]:
            kind = unicodedata.category(char)
            assert kind[0] == "L" or kind in ("Nd", "Mn", "Mc") or char in "_\u200c\u200d", (
                tag,
                char,
            )


@given(tags)
def test_a_tag_made_into_a_tag_stays_as_it_is(written: list[str]) -> None:
    for text in written:
        once = hashtag(text, "en")
        assert hashtag(once, "en") == once
