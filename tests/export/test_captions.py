"""The caption: the disclaimer's lines always, the author's words whole, and 2,200 characters."""

from __future__ import annotations

import pytest
from any_words import outlined, posts, sources, tags
from hypothesis import given

import swipewell as sw
from swipewell.export.caption import MOST_CAPTION, Caption, caption
from swipewell.export.shorten import length
from swipewell.model.post import Reference

US = sw.Brand(region="US")
HELP = (
    "This post is education, not therapy.",
    "Call 911.",
    "Call or text 988",
    "findahelpline.com",
)


def made(brand: sw.Brand = US, **fields: object) -> Caption:
    post = sw.Post.model_validate(
        {"title": "A kinder no", "slides": [{"title": "Pause"}], **fields}
    )
    return caption(post, brand, outlined(post, brand))


def codes(of: Caption) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.severity)) for finding in of.findings]


def test_ones_own_words_are_kept_whole_and_the_disclaimer_is_added() -> None:
    own = "My own *words*, #mine.\n\n  1. “One”\n  2. Two"
    found = made(caption=own)
    assert found.text.startswith(f"{own}\n\n{HELP[0]}")
    assert not found.findings


def test_ones_own_words_that_are_too_long_are_an_error_and_not_cut() -> None:
    own = "It is a long story. " * 130
    found = made(caption=own, hashtags=["Kind"])
    assert own.strip() in found.text
    assert codes(found) == [("caption-too-long", "error")]
    (finding,) = found.findings
    over = int(finding.hint.split("by ")[1].split(" ")[0].replace(",", ""))
    assert finding.where.field == "caption"
    assert codes(made(caption=own.strip()[:-over], hashtags=["Kind"])) == [
        ("caption-left-out", "warning")
    ]
    assert codes(made(caption=own.strip()[: 1 - over])) == [("caption-too-long", "error")]


def test_where_others_cut_a_caption_the_disclaimer_comes_first() -> None:
    text = made(caption="W" * 3000).text
    assert all(line in text[:MOST_CAPTION] for line in HELP)


def test_an_emoji_counts_twice() -> None:
    room = MOST_CAPTION - length(made(caption="W").text) + 1
    assert not made(caption="W" * room).findings
    assert codes(made(caption="W" * (room - 1) + "🌿")) == [("caption-too-long", "error")]


def test_what_finds_no_room_beside_ones_own_words_is_named() -> None:
    own = "W" * 1800
    book = Reference(text="A book. " * 20, url="https://a.example/" + "x" * 30)
    found = made(caption=own, hashtags=["Kind"], sources=[book, book])
    assert found.text.startswith(own)
    assert found.text.endswith("#Kind\n")
    assert "https://" not in found.text
    (finding,) = found.findings
    assert finding.message == "In the caption 2 sources find no room beside the rest."


def test_a_built_caption_gives_way_where_it_is_too_long() -> None:
    slides = [{"title": f"Number {n} of a great many things to keep in mind"} for n in range(60)]
    found = made(slides=slides, hashtags=["Kind"], subtitle="A subtitle")
    assert found.text.startswith("A kinder no\n\nA subtitle\n\n• Number 0 of")
    assert 2100 < length(found.text) <= MOST_CAPTION
    assert all(line in found.text for line in HELP)
    assert found.text.endswith("\n\n#Kind\n")
    assert not found.findings


def test_a_built_caption_has_a_point_for_every_slide() -> None:
    slides = [
        {"body": "Rest early. It is shorter."},
        {"kind": "quote", "quote": "Speak *gently*.", "by": "a note", "source": "a book"},
        {"kind": "list", "title": "Three things", "items": ["a"]},
        {"kind": "invite", "title": "Save this"},
    ]
    assert made(slides=slides).text.startswith(
        "A kinder no\n\n• Rest early.\n• “Speak gently.” — a note, a book\n• Three things\n\nThis post"
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one  \ntwo", "one\ntwo"),
        ("one\r\n\r\ntwo", "one\n\ntwo"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("one\n \n\t\n\ntwo", "one\n\ntwo"),
    ],
)
def test_line_breaks_survive(typed: str, kept: str) -> None:
    assert made(caption=typed).text.startswith(f"{kept}\n\nThis post")


def test_addresses_stay_as_they_were_typed() -> None:
    address = "https://a.example/a--b_c/*d*?q==1&e='f'"
    found = made(sources=[Reference(text="A *book*", url=address)])
    assert f"A book {address}\n" in found.text
    found = made(slides=[{"title": "Read https://a.example/a--b, slowly -- please"}])
    assert "• Read https://a.example/a--b, slowly\u00a0— please" in found.text


def test_more_countries_than_a_caption_holds_are_an_error() -> None:
    everywhere = (
        "AR AT AU BE BR CA CH CL CO CZ DE DK ES FI FR GB GR HU IE IL IN IT JP KR MX NL NO NZ"
    )
    brand = sw.Brand.model_validate(
        {"region": "US", "disclaimer": {"also_regions": everywhere.split()}}
    )
    found = made(brand)
    assert [code for code, _ in codes(found)] in ([], ["caption-too-long"])
    assert all(line in found.text[:MOST_CAPTION] for line in HELP[:3])


@given(posts, tags, sources)
def test_any_caption_keeps_the_help_and_the_limit(
    post: sw.Post, written: list[str], listed: list[Reference]
) -> None:
    post = post.model_copy(update={"hashtags": tuple(written), "sources": tuple(listed)})
    outline = outlined(post, US)
    found = caption(post, US, outline)
    fields = outline.slides[-1].fields
    for said in (fields["emergency"], fields["contacts"][0]["action"]):
        assert said in found.text[:MOST_CAPTION].replace("\u202f", "\u00a0")
    if length(found.text) > MOST_CAPTION:
        assert post.caption
        assert ("caption-too-long", "error") in codes(found)
    assert not any(line != line.rstrip() for line in found.text.split("\n"))
    assert all(finding.message and finding.hint for finding in found.findings)
