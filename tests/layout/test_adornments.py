"""What styles and boxes add to a text, gaps in rows, first lines as anchors, and the brand row."""

from __future__ import annotations

import pytest
import yaml
from fake import AREA, OneEm, laid, places, theme

from swipewell.geometry import Rect
from swipewell.labels import Labels, labels_for
from swipewell.layout.kit import kit_of
from swipewell.layout.place import Laid, lay_out
from swipewell.model.theme import Recipe, Style
from swipewell.palette import grow
from swipewell.reading.theme import formed
from swipewell.text.typeset import Typesetter


def styled(box: str, fields: dict[str, str], style: str, language: str = "en") -> Laid:
    """A box laid out with the style ``own`` added to the theme's."""
    shaper = OneEm()
    shaper.language = language
    of = theme(page=f"box: {box}")
    styles = {**of.styles, "own": formed(Style, yaml.safe_load(style))}
    kit = kit_of(of._replace(styles=styles), Typesetter(shaper))
    return lay_out(of.layouts["page"], fields, "", AREA, kit, {})


def said(found: Laid) -> list[str]:
    return [block.text.text for block in found.blocks]


# --- Rows ---


def test_entries_of_a_row_stand_apart() -> None:
    box = "{row: {slot: r, gap: 40, item: {text: {slot: a, style: small}}}}"
    found = laid(box, {"r": ({"a": "ab"}, {"a": "cd"})})
    assert places(found) == {"r[0].a": (0, 0, 20, 14), "r[1].a": (220, 0, 240, 14)}


def test_shares_of_a_row_are_of_what_gaps_leave() -> None:
    box = "{row: {slot: r, gap: 40, share: n, item: {text: {slot: n, style: small}}}}"
    found = laid(box, {"r": ({"n": "1"}, {"n": "3"})})
    assert [block.left for block in found.blocks] == [0, 130]


# --- Anchors ---


def test_a_box_says_where_its_first_line_stands() -> None:
    box = "{text: {slot: a, style: small}, width: 30, top: 20, name: words, first_line: line}"
    anchors = laid(box, {"a": "abc abc"}).anchors
    assert anchors == {"words": Rect(0, 20, 30, 48), "line": Rect(0, 20, 30, 34)}


def test_first_lines_are_numbered_as_their_boxes() -> None:
    box = "{each: {slot: r, gap: 6, item: {text: {slot: a, style: small}, first_line: line}}}"
    anchors = laid(box, {"r": ({"a": "ab"}, {"a": "cd"})}).anchors
    assert anchors["line.1"] == Rect(0, 20, 20, 34)


def test_first_lines_move_with_what_is_pinned() -> None:
    box = "{stack: {items: [{pin: bottom, text: {slot: a, style: small}, first_line: line}]}}"
    assert laid(box, {"a": "abc"}).anchors["line"] == Rect(0, 286, 30, 300)


# --- Texts on one baseline ---


def test_a_line_begins_with_its_first_texts_outdent() -> None:
    box = "{line: {gap: 5, items: [{slot: a, style: own}, {slot: b, style: small}]}, left: 50}"
    found = styled(box, {"a": "ab", "b": "c"}, "{family: body, sizes: [20], outdent: .1}")
    assert [block.left for block in found.blocks] == [48, 93]


# --- What is added to a text ---


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [("en", "swipe", "Swipe"), ("tr", "iki tur", "İki tur"), ("en", "Swipe", "Swipe")],
)
def test_a_label_may_begin_with_a_capital(language: str, text: str, shown: str) -> None:
    style = "{family: body, sizes: [10], capital: true}"
    assert said(styled("{text: {slot: a, style: own}}", {"a": text}, style, language)) == [shown]


@pytest.mark.parametrize(
    ("language", "mark", "shown"), [("en", "“", "So.”"), ("de", "“", "So."), ("sv", "”", "So.”")]
)
def test_a_text_ends_with_the_partner_of_the_mark_before_it(
    language: str, mark: str, shown: str
) -> None:
    box = "{text: {slot: a, style: own, closes: mark}}"
    style = "{family: body, sizes: [10]}"
    assert said(styled(box, {"a": "So.", "mark": mark}, style, language)) == [shown]


def test_a_text_without_a_mark_before_it_is_not_closed() -> None:
    assert said(laid("{text: {slot: a, style: small, closes: mark}}", {"a": "So."})) == ["So."]


# --- How far a reader has come ---


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "**3** of 8"),
        ("fr", "**3** sur 8"),
        ("ar", "**٣** من ٨"),
        ("xx", "**3**\u200a/\u200a8"),
    ],
)
def test_progress_is_told_in_words_where_they_are_known(language: str, shown: str) -> None:
    assert labels_for(language).how_far(3, 8, language).replace("\u00a0", " ") == shown


def test_progress_stays_on_one_line() -> None:
    assert " " not in Labels(progress="{n} of {count}").how_far(3, 8, "en")


# --- Recipes ---


def test_a_recipe_may_multiply_and_bound_the_chroma() -> None:
    seeds = {"#808080": 0.02, "#b3573a": 0.2}
    for seed, most in seeds.items():
        red, green, blue = grow({"a": Recipe(l=".45", c="x6", most_c=0.1)}, seed)["a"]
        spread = (max(red, green, blue) - min(red, green, blue)) / 255
        assert spread <= most if seed == "#808080" else spread > most
