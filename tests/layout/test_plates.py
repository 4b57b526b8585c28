"""What is no text on a slide: pictures, rules and room that has to be there; and texts that go on together."""

from __future__ import annotations

from typing import Any

import pytest
from fake import AREA, kit, laid, theme

from swipewell.deck import Logical
from swipewell.frame import Picture, Shape, flipped
from swipewell.geometry import Rect
from swipewell.layout.compose import _plate
from swipewell.layout.harmony import Settled, settle
from swipewell.layout.place import Plate

PICTURE = {"photo": "sea.jpg", "a": "abc"}


def test_a_picture_fills_the_room_that_is_left() -> None:
    box = """
    stack:
      items:
        - {text: {slot: a, style: large}}
        - {picture: {slot: photo, radius: 8}, gap: 6}
        - {pin: bottom, gap: 10, text: {slot: a, style: small}}
    """
    found = laid(box, PICTURE)
    assert found.fits
    # 24 px of title and a gap above; 14 px of caption and a gap below
    assert found.plates == (Plate(Rect(0, 30, 400, 276), "sea.jpg", radius=8),)


def test_a_picture_may_have_a_height_of_its_own() -> None:
    found = laid("{top: 20, picture: {slot: photo, height: 250}}", PICTURE)
    assert found.plates[0].rect == Rect(0, 20, 400, 270)


@pytest.mark.parametrize("more", ["height: 290", "least: 290"])
def test_a_picture_without_enough_room_is_a_fault(more: str) -> None:
    found = laid(f"{{top: 20, picture: {{slot: photo, {more}}}}}", PICTURE, path="slides[1]")
    assert found.faults == ("slides[1].photo",)


def test_a_picture_that_is_not_there_takes_no_room() -> None:
    box = "stack: {items: [{picture: {slot: photo, height: 250}}, {text: {slot: a, style: small}}]}"
    found = laid(box, {"a": "abc"})
    assert found.plates == ()
    assert found.blocks[0].top == 0


def test_rules_stand_at_the_foot_of_their_room_and_move_with_what_is_pinned() -> None:
    box = "stack: {items: [{pin: bottom, each: {slot: rules, item: {rule: {height: 50}}}}]}"
    found = laid(box, {"rules": ({}, {})})
    assert [plate.rect for plate in found.plates] == [
        Rect(0, 247, 400, 250),
        Rect(0, 297, 400, 300),
    ]
    assert {plate.colour for plate in found.plates} == {"line"}


@pytest.mark.parametrize("item", ["rule: {height: 120}", "space: 120"])
def test_more_rules_or_room_than_there_is_goes_on(item: str) -> None:
    found = laid(f"each: {{slot: rules, item: {{{item}}}}}", {"rules": ({}, {}, {})})
    assert found.held == 2
    assert "rules[2]" in found.faults


def test_what_is_pinned_and_higher_than_its_room_is_a_fault() -> None:
    box = "{bottom: 20, stack: {items: [{pin: bottom, text: {slot: a, style: small}}]}}"
    assert laid(box, {"a": "abc"}).fits
    assert laid(box, {"a": "abc " * 30}, path="slides[0]").faults == ("slides[0].a",)


# --- As they are painted ---

PALETTE: Any = {"line": (1, 2, 3), "accent": (4, 5, 6)}


def test_a_rule_is_painted_in_its_role() -> None:
    rule = Plate(Rect(10, 20, 110, 23), colour="line")
    shape = _plate(rule, PALETTE, {"line": "accent"})
    assert isinstance(shape, Shape)
    assert shape.paint == (4, 5, 6)
    assert sorted({(x, y) for x, y, _ in shape.path[0]}) == [
        (10, 20),
        (10, 23),
        (110, 20),
        (110, 23),
    ]


def test_a_picture_has_round_corners_and_is_mirrored_with_its_slide() -> None:
    plate = Plate(Rect(0, 0, 300, 200), "sea.jpg", radius=20)
    picture = _plate(plate, PALETTE, {})
    assert isinstance(picture, Picture)
    points = picture.path[0]
    assert len(points) == 12
    assert [point[:2] for point in points if not point[2]] == [
        (0, 0),
        (300, 0),
        (300, 200),
        (0, 200),
    ]
    assert {point[:2] for point in points if point[2]} == {
        *((0, 20), (20, 0), (280, 0), (300, 20)),
        *((300, 180), (280, 200), (20, 200), (0, 180)),
    }
    assert flipped(picture, 1080).box == Rect(780, 0, 1080, 200)  # type: ignore[union-attr]


# --- Two texts that go on ---

# ten lines of 14 px fill 140 px; 39 characters fill a line
VOICES = """
continues: said so
box:
  bottom: 140
  stack:
    items:
      - {when: said, text: {slot: said_label, style: small}}
      - {text: {slot: said, style: small}}
      - {when: so, text: {slot: so_label, style: small}}
      - {text: {slot: so, style: small}}
"""
SENTENCE = "abcdefghi abcdefghi abcdefghi abcdefgh. "


def voices(said: int, so: int) -> list[dict[str, int]]:
    """How many sentences of each text, and which labels, every slide shows."""
    fields = {
        "said_label": "A",
        "said": (SENTENCE * said).strip(),
        "so_label": "B",
        "so": (SENTENCE * so).strip(),
    }
    of = theme(voices=VOICES)
    found, _ = settle([Logical("voices", fields, "slides[0]")], of, kit(of), AREA)
    return [shown(part) for part in found]


def shown(part: Settled) -> dict[str, int]:
    fields = part.slide.fields
    return {slot: fields[slot].count(".") or 1 for slot in fields if slot != "whole_title"}


def test_two_texts_share_a_slide_where_they_fit() -> None:
    assert voices(3, 4) == [{"said_label": 1, "said": 3, "so_label": 1, "so": 4}]


def test_the_second_text_goes_on_without_the_first() -> None:
    assert voices(3, 9) == [
        {"said_label": 1, "said": 3, "so_label": 1, "so": 5},
        {"so_label": 1, "so": 4},
    ]


def test_a_first_text_that_leaves_no_room_has_the_slide_to_itself() -> None:
    assert voices(8, 2) == [{"said_label": 1, "said": 8}, {"so_label": 1, "so": 2}]


def test_the_first_text_goes_on_with_the_second_after_it() -> None:
    assert voices(12, 2) == [
        {"said_label": 1, "said": 9},
        {"said_label": 1, "said": 3, "so_label": 1, "so": 2},
    ]
