"""Boxes half-way between the top and bottom of their room; without fonts."""

from __future__ import annotations

import pytest
from fake import laid, places


@pytest.mark.parametrize(("bottom", "top"), [(114, 50), (54, 20), (14, 0)])
def test_a_text_stands_in_the_middle_of_its_room(bottom: int, top: int) -> None:
    found = laid(
        f"{{middle: true, top: 0, bottom: {bottom}, text: {{slot: a, style: small}}}}", {"a": "abc"}
    )
    (where,) = places(found).values()
    assert where[1] == top


def test_anchors_within_move_as_well() -> None:
    found = laid(
        "{middle: true, top: 0, bottom: 114, stack: {items: [{name: word, text: {slot: a, style: small}}]}}",
        {"a": "abc"},
    )
    assert found.anchors["word"].top == places(found)["a"][1] == 50


def test_what_is_higher_than_its_room_is_a_fault() -> None:
    assert not laid(
        "{middle: true, top: 0, bottom: 9, text: {slot: a, style: small}}", {"a": "abc"}
    ).fits
