"""Texts that ornaments draw, emphasis in another family, quotation marks, and colours by entry."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import swipewell as sw
from swipewell.colour import Colour
from swipewell.frame import GlyphRun, Placed
from swipewell.geometry import Rect
from swipewell.layout.kit import kit_of
from swipewell.layout.outline import outlined
from swipewell.layout.place import lay_out
from swipewell.model.theme import Layout
from swipewell.paint.raster import path_bounds
from swipewell.reading.theme import formed, read_theme
from swipewell.text.fonts import FaceKey, FontBook
from swipewell.text.shape import Shaper
from swipewell.text.typeset import Typesetter

BOOK = FontBook.bundled()
AREA = Rect(96, 96, 984, 984)


def laid(box: dict[str, Any], language: str = "en", **fields: Any) -> Any:
    theme = read_theme("tide")
    kit = kit_of(theme, Typesetter(Shaper(BOOK, language)))
    return lay_out(formed(Layout, {"box": box}), fields, "", AREA, kit, {})


def set_text() -> Any:
    """Any set text: an outline does not look at it."""
    return laid({"text": {"slot": "body", "style": "body"}}, body="8").blocks[0].text


@pytest.mark.parametrize("family", ["Literata", "Noto Sans CJK Core"], ids=["quadratic", "cubic"])
def test_an_outline_is_where_the_glyphs_are(family: str) -> None:
    face = BOOK.face(FaceKey(family, 400))
    number = face.font.get_nominal_glyph(ord("8"))
    placed = (Placed([(number, 0.5, 0.0)], 100.0, 400.0),)
    run = GlyphRun(face, 300.0, Colour(0, 0, 0), placed, AREA, set_text(), "", "numeral")
    bounds = path_bounds(outlined([run]))
    ink = Rect(*(edge * 300 for edge in face.ink(number))).moved(250, 400)
    for found, wanted in zip(bounds, ink, strict=True):
        assert found == pytest.approx(wanted, abs=6)  # control points reach beyond the curve
    assert outlined([run]) is outlined([run])


def test_what_ornaments_draw_is_not_set_as_text() -> None:
    post = sw.Post(title="T", slides=[sw.Tip(title="A tip")])
    found = sw.render(post, sw.Brand(region="US"), "tide", today=dt.date(2026, 11, 23))
    assert not any(run.style == "numeral" for run in found.slides[1].frame.texts)
    assert "1" in found.slides[1].alt


def test_emphasis_may_turn_to_another_family() -> None:
    text = (
        laid({"text": {"slot": "body", "style": "body"}}, body="You *and* **they** agree")
        .blocks[0]
        .text
    )
    keys = [piece.face.key for row in text.rows for piece, _, _ in row.standing()]
    assert ("Literata", True) in {(key.family, key.italic) for key in keys}
    assert ("Source Sans 3", 600) in {(key.family, key.weight) for key in keys}


@pytest.mark.parametrize(("language", "shown"), [("en", "“Softly.”"), ("de", "„Softly.“")])
def test_a_quote_is_set_in_its_languages_marks(language: str, shown: str) -> None:
    box = {"text": {"slot": "quote", "style": "quote"}}
    assert laid(box, language, quote="Softly.").blocks[0].text.text == shown


def test_lines_may_run_on() -> None:
    box = {"text": {"slot": "sign_off", "style": "sign_off", "run_on": True}}
    assert len(laid(box, sign_off="One.\u2028Two.").blocks[0].text.rows) == 1


def test_entries_may_take_colours_by_their_number() -> None:
    each = {
        "slot": "steps",
        "item": {"text": {"slot": "text", "style": "step"}},
        "colours": {2: ["ink", "foam"]},
    }
    two = laid({"each": each}, steps=({"text": "a"}, {"text": "b"}))
    assert [block.colour for block in two.blocks] == ["ink", "foam"]
    three = laid({"each": each}, steps=({"text": "a"},) * 3)
    assert [block.colour for block in three.blocks] == [None] * 3


def test_a_box_says_where_its_last_line_stands() -> None:
    box = {"last_line": "end", "width": 400, "text": {"slot": "body", "style": "body"}}
    found = laid(box, body="A need can be met; a flaw can only be defended. So be it.")
    (block,) = found.blocks
    end = found.anchors["end"]
    assert len(block.text.rows) > 2
    assert end.bottom == block.extent.bottom
    assert end.width == pytest.approx(block.text.rows[-1].width)


def test_a_cell_may_leave_air_without_moving_the_next() -> None:
    item = {"name": "cell", "text": {"slot": "do", "style": "phase", "align": "end"}}
    row = {"slot": "phases", "share": "seconds", "item": item, "air": 20}
    phases = ({"do": "in", "seconds": "4"}, {"do": "out", "seconds": "4"})
    first, second = laid({"row": row}, phases=phases).blocks
    assert first.left + first.measure == second.left - 20
    assert second.left + second.measure == AREA.right
