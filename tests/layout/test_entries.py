"""Entries with rooms of their own, an anchor for every line, and small letters; without fonts."""

from __future__ import annotations

import pytest
from fake import laid, places, theme

from swipewell.geometry import PAGES
from swipewell.layout.place import _lowered
from swipewell.layout.relay import relaid
from swipewell.model.theme import Box, EachBox, Room, TextBox

ROOMS = (
    "{each: {slot: e, item: {layers: {items: [{when: '!low', text: {slot: a, style: small}}, "
    "{when: low, text: {slot: a, style: large}}]}}, places: {"
    "1: [{left: 5, top: 7, right: 100, bottom: 90}], "
    "2: [{left: 0, top: 10, right: 100, bottom: 50}, "
    "{left: 200, top: 60, right: 300, bottom: 90, flag: low}]}}}"
)


def entries(count: int) -> dict[str, list[dict[str, str]]]:
    return {"e": [{"a": "abc"} for _ in range(count)]}


def test_entries_stand_in_rooms_of_their_own_by_their_number() -> None:
    assert places(laid(ROOMS, entries(1))) == {"e[0].a": (5, 7, 35, 21)}
    found = laid(ROOMS, entries(2))
    assert found.fits
    assert places(found) == {"e[0].a": (0, 10, 30, 24), "e[1].a": (200, 60, 260, 84)}
    assert [block.style for block in found.blocks] == ["small", "large"]


def test_more_entries_than_rooms_do_not_fit() -> None:
    found = laid(ROOMS, entries(3))
    assert not found.fits
    assert found.held == 2


def test_rooms_move_on_a_taller_slide() -> None:
    each = EachBox("e", Box(text=TextBox("a", "small")), places={1: (Room(0, 300, 100, 400),)})
    drawn, story = theme()._replace(furniture=(Box(each=each),)), PAGES["story"]
    moved = relaid(drawn, story).furniture[0].each
    assert moved is not None
    assert moved.places == {1: (Room(0, story.y(300), 100, story.y(400)),)}


def test_every_line_has_an_anchor_counted_on_over_the_slide() -> None:
    box = (
        "{stack: {items: [{text: {slot: a, style: small}, width: 70, every_line: said}, "
        "{text: {slot: b, style: small}, every_line: said}]}}"
    )
    found = laid(box, {"a": "abc abc abc", "b": "ab"})
    assert {name: tuple(rect) for name, rect in found.anchors.items()} == {
        "said.0": (0, 0, 70, 14),
        "said.1": (0, 14, 30, 28),
        "said.2": (0, 28, 20, 42),
    }


@pytest.mark.parametrize(
    ("text", "language", "small"),
    [("Say It", "en", "say it"), ("İyi Işık", "tr", "iyi ışık"), ("Übung", "de-AT", "übung")],
)
def test_small_letters_are_those_of_the_language(text: str, language: str, small: str) -> None:
    assert _lowered(text, language) == small
