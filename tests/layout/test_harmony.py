"""Slides to sizes that a whole deck shares, and to the slides that long ones go on, without fonts."""

from __future__ import annotations

from typing import Any

import pytest
from fake import AREA, kit, theme

from swipewell.deck import Logical
from swipewell.findings import Finding, Severity
from swipewell.layout.harmony import Settled, settle
from swipewell.layout.split import sentences

# 40 characters of 10 px fill a line of 400 px, 50 of 8 px; ten lines of 14 px fill 140 px.
TIP = """
fit: [{}, {sizes: {small: 8}}]
continues: body
box:
  stack:
    items:
      - {text: {slot: title, style: large, lines: 1}}
      - {text: {slot: body, style: small}}
      - {text: {slot: example, style: small}}
  bottom: 164
"""
SENTENCE = "abcdefghi abcdefghi abcdefghi abcdefgh. "  # a line of 39 characters
LIST = """
fit: [{}, {sizes: {small: 8}}]
continues: items
box: {bottom: 56, each: {slot: items, item: {text: {slot: text, style: small}}}}
"""
COMPARE = """
continues: left right
box:
  bottom: 28
  grid:
    columns: [{left: 0, width: 200}, {left: 200, width: 200}]
    each: [left, right]
    items: [{text: {slot: text, style: small}}, {text: {slot: text, style: small}}]
"""
FOLDED = """
parts: [about, help]
box:
  bottom: 28
  stack:
    items: [{text: {slot: what, style: small}}, {text: {slot: whom, style: small}}]
"""
ABOUT = "{continues: what, box: {bottom: 28, stack: {items: [{text: {slot: what, style: small}}]}}}"
HELP = "{box: {bottom: 28, stack: {items: [{text: {slot: whom, style: small}}]}}}"


def settled(*slides: Logical, **layouts: str) -> tuple[tuple[Settled, ...], tuple[Finding, ...]]:
    of = theme(**layouts)
    return settle(slides, of, kit(of), AREA)


def tip(body: str, index: int = 0, **fields: Any) -> Logical:
    return Logical("tip", {"title": "abc", "body": body, **fields}, f"slides[{index}]", index + 1)


def entries(*texts: str) -> tuple[dict[str, str], ...]:
    return tuple({"text": text} for text in texts)


def said(found: list[Settled] | tuple[Settled, ...], slot: str) -> list[str]:
    return [str(part.slide.fields.get(slot, "")).strip() for part in found]


# --- Sizes ---


def test_slides_with_room_are_set_at_the_first_sizes() -> None:
    found, findings = settled(tip("abc"), tip("abc", 1), tip=TIP)
    assert [part.laid.sizes for part in found] == [{"large": 20, "small": 10}] * 2
    assert findings == ()


def test_one_long_text_makes_its_style_smaller_on_every_slide() -> None:
    long = SENTENCE * 10 + "abc."  # eleven lines at 10 px, nine at 8 px
    found, _ = settled(tip("abc"), tip(long, 1), tip("abc", 2), tip=TIP)
    assert [part.laid.sizes["small"] for part in found] == [8, 8, 8]
    assert [part.laid.sizes["large"] for part in found] == [20, 20, 20]


def test_a_finding_names_the_slide_that_makes_a_style_smaller() -> None:
    long = SENTENCE * 10 + "abc."
    _, (finding,) = settled(tip("abc"), tip(long, 1), tip=TIP)
    assert (finding.code, finding.severity) == ("smaller-type", Severity.INFO)
    assert (finding.slide, finding.where.field) == (2, "slides[1].body")
    assert "its small at 8 px instead of 10" in finding.message


def test_kinds_share_the_sizes_of_the_styles_they_share() -> None:
    wide = "{fit: [{}, {sizes: {large: 15}}], box: {text: {slot: title, style: large, lines: 1}}}"
    found, _ = settled(tip("abc"), Logical("wide", {"title": "a" * 26}), tip=TIP, wide=wide)
    assert [part.laid.sizes for part in found] == [{"large": 15, "small": 10}, {"large": 15}]


# --- Going on ---


def test_a_body_goes_on_after_a_sentence() -> None:
    found, _ = settled(tip(SENTENCE * 15), tip=TIP)
    assert [part.slide.part for part in found] == [1, 2]
    assert all(text.endswith(".") for text in said(found, "body"))
    assert " ".join(said(found, "body")) == (SENTENCE * 15).strip()


def test_a_slide_that_goes_on_keeps_its_number_and_says_so_in_its_title() -> None:
    found, _ = settled(tip(SENTENCE * 15), tip=TIP)
    assert said(found, "title") == ["abc", "abc\u00a0(2)"]
    assert [(part.slide.path, part.slide.number) for part in found] == [("slides[0]", 1)] * 2


def test_a_slide_that_goes_on_does_so_at_full_size() -> None:
    found, findings = settled(tip(SENTENCE * 15), tip=TIP)
    assert {part.laid.sizes["small"] for part in found} == {10}
    (finding,) = findings
    assert finding.code == "goes-on"
    assert "`body` is 20 words over at 10 px, so it goes on on slide 2" in finding.message


def test_a_slide_may_shrink_and_go_on_where_its_layout_says_so() -> None:
    found, _ = settled(tip(SENTENCE * 15), tip=TIP + "shrinks_on: true")
    assert {part.laid.sizes["small"] for part in found} == {8}


def test_what_belongs_at_the_end_comes_last() -> None:
    found, _ = settled(tip(SENTENCE * 15, example="the end"), tip=TIP)
    assert said(found, "example") == ["", "the end"]
    assert said(found, "body")[1]


def test_a_sentence_longer_than_a_slide_goes_on_after_a_word() -> None:
    endless = "abcdefghi " * 60
    found, _ = settled(tip(endless), tip=TIP)
    assert len(found) == 2
    assert " ".join(said(found, "body")) == endless.strip()


def test_what_is_emphasised_across_the_cut_stays_so_on_both_slides() -> None:
    found, _ = settled(tip("*" + "abcdefghi " * 60 + "abc*"), tip=TIP)
    bodies = said(found, "body")
    assert len(bodies) > 1
    assert all(body.startswith("*") and body.endswith("*") for body in bodies)


def test_entries_go_on_whole_and_evenly() -> None:
    texts = [f"item {n}" for n in range(1, 6)]
    found, _ = settled(Logical("list", {"items": entries(*texts)}, "slides[0]"), list=LIST)
    shown = [[entry["text"] for entry in part.slide.fields["items"]] for part in found]
    assert shown == [texts[:3], texts[3:]]
    assert [block.path for block in found[1].laid.blocks] == [
        "slides[0].items[3].text",
        "slides[0].items[4].text",
    ]


def test_two_slides_that_hold_all_entries_share_them_evenly() -> None:
    # a long one takes two lines at 10 px and one at 8 px; a slide has room for four, or for five
    long, short = "abcdefghi " * 4 + "abcde", "abc"
    texts = [long, long, long, short, short, short, short]
    found, _ = settled(Logical("list", {"items": entries(*texts)}, "slides[0]"), list=LIST)
    assert [len(part.slide.fields["items"]) for part in found] == [4, 3]


def test_pairs_go_on_together() -> None:
    left, right = entries("a", "b", "c"), entries("A", "B", "C")
    slide = Logical("compare", {"left": left, "right": right}, "slides[0]")
    found, _ = settled(slide, compare=COMPARE)
    assert [part.slide.fields["left"] for part in found] == [left[:2], left[2:]]
    assert [part.slide.fields["right"] for part in found] == [right[:2], right[2:]]


def test_a_slide_can_become_two_of_other_kinds_each_with_what_it_shows() -> None:
    fields = {"what": "abc " * 15, "whom": "abc " * 15}
    layouts = {"folded": FOLDED, "about": ABOUT, "help": HELP}
    found, findings = settled(Logical("folded", fields), **layouts)
    assert [part.slide.kind for part in found] == ["about", "help"]
    assert [set(part.slide.fields) for part in found] == [{"what"}, {"whom"}]
    assert findings == ()
    (whole,), _ = settled(Logical("folded", {"what": "abc", "whom": "abc"}), **layouts)
    assert whole.slide.kind == "folded"


def test_the_first_of_two_parts_may_go_on_too() -> None:
    fields = {"what": "abc " * 30, "whom": "abc"}
    found, _ = settled(Logical("folded", fields), folded=FOLDED, about=ABOUT, help=HELP)
    assert [part.slide.kind for part in found] == ["about", "about", "help"]


# --- What finds no room ---


def test_what_cannot_go_on_is_called_too_long() -> None:
    _, findings = settled(tip("abc", title="abc abc " * 9), tip=TIP)
    (finding,) = (finding for finding in findings if finding.code == "too-long")
    assert finding.severity is Severity.ERROR
    assert finding.where.field == "slides[0].title"
    assert "title" in finding.message
    assert "18 words" in finding.message


def test_an_entry_larger_than_a_slide_is_called_too_long() -> None:
    slide = Logical("list", {"items": entries("a", "abcdefghi " * 60)}, "slides[0]")
    _, findings = settled(slide, list=LIST)
    assert "too-long" in {finding.code for finding in findings}
    assert "slides[0].items[1].text" in {finding.where.field for finding in findings}


def test_a_text_does_not_go_on_for_ever() -> None:
    found, findings = settled(tip(SENTENCE * 400), tip=TIP)
    assert len(found) <= 13
    assert "too-long" in {finding.code for finding in findings}


@pytest.mark.parametrize(
    ("letters", "codes"), [(40, []), (50, ["smaller-type"]), (60, ["divided-word"])]
)
def test_a_wide_word_is_divided_only_where_no_size_helps(letters: int, codes: list[str]) -> None:
    found, findings = settled(tip("b" * letters), tip=TIP)
    assert [finding.code for finding in findings] == codes
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two!  Three", ["One. ", "Two!  ", "Three"]),
        ("休む。「はい。」次へ！終わり", ["休む。", "「はい。」", "次へ！", "終わり"]),
        ("بدأ. هل انتهى؟ نعم", ["بدأ. ", "هل انتهى؟ ", "نعم"]),
        ("शुरू। अंत", ["शुरू। ", "अंत"]),
    ],
)
def test_a_text_is_cut_after_its_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_text_without_spaces_goes_on_between_its_sentences() -> None:
    sentence = "休むことは大切です。"
    found, _ = settled(tip(sentence * 90), tip=TIP)
    assert len(found) > 1
    assert all(text.endswith("。") for text in said(found, "body"))
    assert "".join(said(found, "body")) == sentence * 90


def test_a_text_without_spaces_or_sentences_goes_on_where_a_line_may_end() -> None:
    found, _ = settled(tip("休むことは大切です" * 90), tip=TIP)
    assert len(found) > 1
    assert "".join(said(found, "body")) == "休むことは大切です" * 90
