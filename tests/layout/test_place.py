"""Boxes to places, without fonts: what stands where, what finds no room, and how many are held."""

from __future__ import annotations

import pytest
from fake import laid, places

from swipewell.geometry import Rect
from swipewell.model.theme_file import checked_themes

# --- A text in its room ---


def test_a_text_stands_at_the_top_left_of_its_room() -> None:
    found = laid("{text: {slot: a, style: small}}", {"a": "abc"})
    assert places(found) == {"a": (0, 0, 30, 14)}
    assert found.fits


@pytest.mark.parametrize(
    ("edges", "left", "top"),
    [
        ("left: 50, top: 20", 50, 20),
        ("right: 390, width: 100", 290, 0),
        ("bottom: 300", 0, 286),
        ("top_from: 40", 0, 40),
    ],
)
def test_edges_place_a_box(edges: str, left: float, top: float) -> None:
    found = laid(f"{{text: {{slot: a, style: small}}, {edges}}}", {"a": "abc"})
    assert places(found) == {"a": (left, top, left + 30, top + 14)}


@pytest.mark.parametrize(("align", "left"), [("start", 100), ("centre", 185), ("end", 270)])
def test_a_text_is_aligned_in_its_width(align: str, left: float) -> None:
    box = f"{{text: {{slot: a, style: small, align: {align}}}, left: 100, width: 200}}"
    assert places(laid(box, {"a": "abc"})) == {"a": (left, 0, left + 30, 14)}


def test_a_text_breaks_at_the_width_of_its_box() -> None:
    found = laid("{text: {slot: a, style: small}, width: 70}", {"a": "abc abc abc"})
    assert [block.text.text for block in found.blocks] == ["abc abc\nabc"]
    assert places(found) == {"a": (0, 0, 70, 28)}


def test_the_first_lines_are_narrow_beside_something() -> None:
    box = "{text: {slot: a, style: small, beside: {until: 28, width: 70}}, width: 150}"
    (block,) = laid(box, {"a": "aaa bbb ccc ddd eee fff ggg"}).blocks
    assert block.text.text == "aaa bbb\nccc ddd\neee fff ggg"


def test_beside_what_ends_above_a_text_has_all_its_width() -> None:
    box = "{text: {slot: a, style: small, beside: {until: 28, width: 70}}, width: 150, top: 30}"
    (block,) = laid(box, {"a": "aaa bbb ccc"}).blocks
    assert block.text.text == "aaa bbb ccc"


def test_a_style_is_set_at_the_size_asked_for_else_at_its_first() -> None:
    found = laid("{text: {slot: a, style: small}}", {"a": "abc"}, sizes={"small": 8})
    assert places(found) == {"a": (0, 0, 24, 12)}
    assert found.sizes == {"small": 8}
    assert laid("{text: {slot: a, style: small}}", {"a": "abc"}).sizes == {"small": 10}


# --- Stacks ---


def test_a_stack_puts_boxes_under_each_other() -> None:
    found = laid(
        """
        stack:
          gap: 6
          items:
            - {text: {slot: a, style: large}}
            - {text: {slot: b, style: small}}
            - {text: {slot: c, style: small}, gap: 1}
        """,
        {"a": "ab", "b": "abc", "c": "a"},
    )
    assert places(found) == {"a": (0, 0, 40, 24), "b": (0, 30, 30, 44), "c": (0, 45, 10, 59)}


def test_a_stack_has_no_gap_above_its_first_box() -> None:
    found = laid("stack: {gap: 6, items: [{text: {slot: a, style: small}, gap: 50}]}", {"a": "abc"})
    assert places(found) == {"a": (0, 0, 30, 14)}


def test_an_absent_box_leaves_no_gap() -> None:
    box = """
    stack:
      gap: 6
      items:
        - {text: {slot: a, style: small}}
        - {text: {slot: b, style: small}}
    """
    assert places(laid(box, {"b": "abc"})) == {"b": (0, 0, 30, 14)}


@pytest.mark.parametrize(("title", "top"), [("ab", 100), ("abcdefghij " * 5, 126)])
def test_top_from_is_a_line_that_a_box_does_not_rise_above(title: str, top: float) -> None:
    box = """
    stack:
      gap: 6
      items:
        - {text: {slot: a, style: large}}
        - {text: {slot: b, style: small}, top_from: 100}
    """
    assert laid(box, {"a": title, "b": "b"}).blocks[1].top == top


def test_space_takes_room() -> None:
    box = "stack: {items: [{space: 33}, {text: {slot: a, style: small}}]}"
    assert places(laid(box, {"a": "a"})) == {"a": (0, 33, 10, 47)}


def test_what_is_pinned_stands_on_the_floor_and_the_rest_ends_above_it() -> None:
    box = """
    stack:
      gap: 10
      items:
        - {text: {slot: a, style: small}, width: 20}
        - {pin: bottom, text: {slot: b, style: large}}
        - {pin: bottom, gap: 4, text: {slot: c, style: small}}
    """
    found = laid(box, {"a": "a", "b": "b", "c": "c"})
    assert places(found) == {"c": (0, 286, 10, 300), "b": (0, 258, 20, 282), "a": (0, 0, 10, 14)}
    full = laid(box, {"a": "ab " * 17, "b": "b", "c": "c"})
    assert places(full)["a"][3] == 17 * 14
    assert full.fits
    assert laid(box, {"a": "ab " * 18, "b": "b", "c": "c"}).faults == ("a",)


def test_anchors_move_with_what_is_pinned() -> None:
    box = "stack: {items: [{pin: bottom, name: foot, text: {slot: a, style: small}}]}"
    assert laid(box, {"a": "abc"}).anchors == {"foot": Rect(0, 286, 30, 300)}


# --- Layers and lines ---


def test_layers_share_one_room() -> None:
    box = """
    layers:
      items:
        - {text: {slot: a, style: small}, left: 10, top: 20}
        - {text: {slot: b, style: small}}
    """
    assert places(laid(box, {"a": "a", "b": "b"})) == {"a": (10, 20, 20, 34), "b": (0, 0, 10, 14)}


@pytest.mark.parametrize(("align", "left"), [("start", 0), ("centre", 160), ("end", 320)])
def test_a_line_puts_texts_on_one_baseline(align: str, left: float) -> None:
    box = f"""
    line:
      gap: 10
      align: {align}
      items: [{{slot: a, style: large}}, {{slot: b, style: small}}]
    """
    found = laid(box, {"a": "ab", "b": "abc"})
    assert places(found) == {
        "a": (left, 0, left + 40, 24),
        "b": (left + 50, 8, left + 80, 22),
    }
    assert {block.top + block.text.baseline for block in found.blocks} == {18}


def test_a_line_shows_the_texts_there_are() -> None:
    box = "line: {gap: 10, items: [{slot: a, style: large}, {slot: b, style: small}]}"
    assert places(laid(box, {"b": "abc"})) == {"b": (0, 0, 30, 14)}
    assert laid(box, {}).blocks == ()


def test_a_line_wider_than_its_room_is_a_fault() -> None:
    box = "{line: {items: [{slot: a, style: small}, {slot: b, style: small}]}, width: 99}"
    assert laid(box, {"a": "abcde", "b": "abcd"}).fits
    assert laid(box, {"a": "abcde", "b": "abcde"}).faults == ("a",)


# --- Entries ---

ENTRIES = [{"text": "a"}, {"text": "ab"}, {"text": "abc"}]


def test_each_puts_entries_under_each_other_at_a_gap() -> None:
    box = "each: {slot: items, gap: 6, item: {text: {slot: text, style: small}}}"
    found = laid(box, {"items": ENTRIES}, path="slides[2]")
    assert places(found) == {
        "slides[2].items[0].text": (0, 0, 10, 14),
        "slides[2].items[1].text": (0, 20, 20, 34),
        "slides[2].items[2].text": (0, 40, 30, 54),
    }


@pytest.mark.parametrize(("count", "pitch"), [(1, 70), (2, 70), (3, 40)])
def test_each_puts_entries_at_a_pitch_by_their_number(count: int, pitch: float) -> None:
    box = "each: {slot: items, pitch: {2: 70, 3: 40}, item: {text: {slot: text, style: small}}}"
    found = laid(box, {"items": ENTRIES[:count]})
    assert [block.top for block in found.blocks] == [pitch * i for i in range(count)]
    assert found.fits


def test_centred_entries_have_the_middle_of_their_first_line_at_the_pitch() -> None:
    box = """
    top: 100
    each:
      slot: items
      centred: true
      pitch: {3: 60}
      item:
        layers:
          items:
            - {text: {slot: number, style: large}, width: 40, name: ring}
            - {text: {slot: text, style: small}, left: 50, width: 100}
    """
    entries = [{"number": "1", "text": "abc"}, {"number": "2", "text": "abcdefgh abcdefgh"}]
    found = laid(box, {"items": entries})
    # a line looks centred 0.055 em below its middle: 12 + 1.1 px of the large, 7 + 0.55 of the small
    tops = {block.path: block.top for block in found.blocks}
    assert tops == pytest.approx(
        {
            "items[0].number": 86.9,
            "items[0].text": 92.45,
            "items[1].number": 146.9,
            "items[1].text": 152.45,
        }
    )
    assert found.anchors["ring.1"] == Rect(0, pytest.approx(146.9), 20, pytest.approx(170.9))
    assert found.fits


def test_centred_entries_leave_some_air_to_the_next() -> None:
    box = """
    width: 100
    each: {slot: items, centred: true, pitch: {3: 60}, item: {text: {slot: text, style: small}}}
    """
    short, tall = {"text": "abcdefgh " * 2}, {"text": "abcdefgh " * 3}
    assert laid(box, {"items": [short, short]}).fits
    assert not laid(box, {"items": [short, tall]}).fits


def test_spread_entries_share_a_room_and_look_centred_in_their_parts() -> None:
    box = """
    top: 100
    bottom: 300
    each:
      slot: items
      spread: 20
      item:
        name: band
        layers:
          items:
            - {text: {slot: number, style: large}, width: 40}
            - {text: {slot: text, style: small}, left: 50, width: 100}
    """
    entries = [{"number": "1", "text": "abc"}, {"number": "2", "text": "abcdefgh " * 3}]
    found = laid(box, {"items": entries})
    assert found.fits
    first, second = found.anchors["band.0"], found.anchors["band.1"]
    assert (first.top, second.bottom) == pytest.approx((100, 300), abs=1)
    assert first.bottom == second.top
    heights = [max(b.text.height for b in found.blocks[k : k + 2]) for k in (0, 2)]
    assert first.height - second.height == heights[0] - heights[1]
    for block, band in zip(found.blocks, [first, first, second, second], strict=True):
        middle = block.top + block.text.height / 2 + 0.055 * block.text.size
        assert middle == pytest.approx((band.top + band.bottom) / 2, abs=1)


def test_of_spread_entries_as_many_are_held_as_leave_their_air() -> None:
    box = "{bottom: 100, each: {slot: items, spread: 20, item: {text: {slot: text, style: small}}}}"
    one, four = ({"items": [{"text": "abc"}] * count} for count in (1, 4))
    assert laid(box, one).fits
    assert laid(box, four).held == 2
    assert laid(box.replace("spread", "most: 1, spread"), four).held == 1


def test_held_says_how_many_entries_found_room() -> None:
    box = "{top: 250, each: {slot: items, gap: 6, item: {text: {slot: text, style: small}}}}"
    found = laid(box, {"items": ENTRIES})
    assert found.held == 2
    assert found.faults == ("items[2].text", "items")
    assert laid(box, {"items": ENTRIES[:2]}).held is None


def test_more_entries_than_the_pitches_tell_of_are_held_back() -> None:
    box = "each: {slot: items, pitch: {2: 70}, item: {text: {slot: text, style: small}}}"
    assert laid(box, {"items": ENTRIES}).held == 2
    most = "each: {slot: items, most: 1, item: {text: {slot: text, style: small}}}"
    assert laid(most, {"items": ENTRIES}).held == 1


def test_fewer_entries_may_find_room_at_a_wider_pitch() -> None:
    box = "each: {slot: items, pitch: {1: 90, 3: 20}, item: {text: {slot: text, style: large}}}"
    assert laid(box, {"items": ENTRIES}).held == 1
    assert laid(box, {"items": ENTRIES[:1]}).fits


def test_entries_shown_on_earlier_slides_count_in_the_paths() -> None:
    box = "each: {slot: items, item: {text: {slot: text, style: small}}}"
    found = laid(box, {"items": ENTRIES[:2]}, skipped=4)
    assert list(places(found)) == ["items[4].text", "items[5].text"]


def test_entries_name_their_anchors_by_number() -> None:
    box = "each: {slot: items, item: {text: {slot: text, style: small}, name: entry}}"
    assert laid(box, {"items": ENTRIES[:2]}).anchors == {
        "entry.0": Rect(0, 0, 10, 14),
        "entry.1": Rect(0, 14, 20, 28),
    }


def test_a_row_divides_its_width_by_a_share() -> None:
    phases = [{"do": "a", "s": "4"}, {"do": "b", "s": "4"}, {"do": "c", "s": "8"}]
    item = "{text: {slot: do, style: small, align: centre}}"
    found = laid(f"row: {{slot: phases, share: s, item: {item}}}", {"phases": phases})
    assert [block.extent.centre[0] for block in found.blocks] == [50, 150, 300]
    even = laid(f"row: {{slot: phases, item: {item}}}", {"phases": phases})
    assert [block.extent.centre[0] for block in even.blocks] == pytest.approx(
        [200 / 3, 200, 1000 / 3]
    )


def test_a_row_is_as_high_as_its_highest_entry() -> None:
    box = """
    stack:
      items:
        - row: {slot: items, item: {text: {slot: text, style: small}}}
        - {text: {slot: a, style: small}}
    """
    found = laid(box, {"items": [{"text": "a"}, {"text": "abcdefghijklmnop " * 2}], "a": "a"})
    assert places(found)["a"] == (0, 28, 10, 42)


# --- Grids ---

COLUMNS = "columns: [{left: 0, width: 100}, {left: 150, width: 100}]"


def test_a_grid_puts_rows_under_the_highest_cell_above() -> None:
    box = f"""
    grid:
      gap: 6
      {COLUMNS}
      rows:
        - [{{text: {{slot: a, style: small}}}}, {{text: {{slot: b, style: large}}}}]
        - [{{text: {{slot: c, style: small}}}}, {{text: {{slot: d, style: small}}}}]
    """
    found = laid(box, {"a": "a", "b": "abc", "c": "c", "d": "d"})
    assert places(found) == {
        "a": (0, 0, 10, 14),
        "b": (150, 0, 210, 24),
        "c": (0, 30, 10, 44),
        "d": (150, 30, 160, 44),
    }


def test_a_grid_can_put_first_lines_on_one_baseline() -> None:
    row = "[{text: {slot: a, style: small}}, {text: {slot: b, style: large}}]"
    found = laid(f"grid: {{align: baseline, {COLUMNS}, rows: [{row}]}}", {"a": "a", "b": "b"})
    assert places(found) == {"a": (0, 8, 10, 22), "b": (150, 0, 170, 24)}


@pytest.mark.parametrize(
    "inner", ["grid: {COLUMNS, rows: [[TEXT]]}", "each: {slot: b, item: TEXT}"]
)
def test_what_an_entry_holds_leaves_its_anchor_that_entrys(inner: str) -> None:
    """A grid, or entries, within an entry do not take its number from the anchor around them."""
    text = "{text: {slot: text, style: small}}"
    inner = inner.replace("COLUMNS", COLUMNS).replace("TEXT", text)
    entries = [{"text": "a", "b": [{"text": "a"}]}, {"text": "b", "b": [{"text": "b"}]}]
    found = laid(f"each: {{slot: a, item: {{name: entry, {inner}}}}}", {"a": entries})
    assert {"entry.0", "entry.1"} <= set(found.anchors)


def test_a_grid_pairs_the_entries_of_two_slots() -> None:
    box = f"""
    grid:
      gap: 6
      {COLUMNS}
      each: [left, right]
      items: [{{text: {{slot: text, style: small}}}}, {{text: {{slot: text, style: small}}}}]
    """
    two = [{"text": "abcdefgh abcdefgh"}, {"text": "b"}]
    found = laid(box, {"left": two, "right": ENTRIES}, path="slides[0]")
    assert places(found) == {
        "slides[0].left[0].text": (0, 0, 80, 28),
        "slides[0].right[0].text": (150, 0, 160, 14),
        "slides[0].left[1].text": (0, 34, 10, 48),
        "slides[0].right[1].text": (150, 34, 170, 48),
        "slides[0].right[2].text": (150, 54, 180, 68),
    }


def test_a_grid_says_how_many_pairs_found_room() -> None:
    box = f"""
    top: 250
    grid:
      gap: 6
      {COLUMNS}
      each: [left, right]
      items: [{{text: {{slot: text, style: small}}}}, {{text: {{slot: text, style: small}}}}]
    """
    found = laid(box, {"left": ENTRIES[:1], "right": ENTRIES})
    assert found.held == 2
    assert found.faults == ("right[2].text", "left")


# --- What is shown ---


@pytest.mark.parametrize(
    ("when", "flags", "shown"),
    [
        ("a", (), True),
        ("b", (), False),
        ("!b", (), True),
        ("!a", (), False),
        ("close", ("close",), True),
        ("close", (), False),
        ("a close", ("close",), True),
        ("a !close", ("close",), False),
    ],
)
def test_a_box_is_shown_when_slots_are_filled_and_flags_are_set(
    when: str, flags: tuple[str, ...], shown: bool
) -> None:
    box = f"layers: {{items: [{{when: '{when}', text: {{slot: a, style: small}}}}]}}"
    assert bool(laid(box, {"a": "abc"}, flags=flags).blocks) == shown


def test_a_box_holds_exactly_one_thing() -> None:
    with pytest.raises(ValueError, match="exactly one"):
        checked_themes()["Box"].model_validate(
            {"space": 4, "text": {"slot": "a", "style": "small"}}
        )
    with pytest.raises(ValueError, match="exactly one"):
        checked_themes()["Box"].model_validate({})


# --- What finds no room ---


@pytest.mark.parametrize(
    ("box", "text"),
    [
        ("{text: {slot: a, style: small}, top: 287}", "abc"),
        ("{text: {slot: a, style: small, lines: 1}, width: 50}", "abc abc"),
        ("{text: {slot: a, style: small}, width: 50}", "abcdef"),
    ],
    ids=["below the floor", "too many lines", "a word wider than its line"],
)
def test_a_text_without_room_is_a_fault(box: str, text: str) -> None:
    assert laid(box, {"a": text}, path="slides[1]").faults == ("slides[1].a",)


def test_a_wide_word_is_no_fault_where_words_may_be_divided() -> None:
    box = "{text: {slot: a, style: small}, width: 50}"
    found = laid(box, {"a": "abcdefgh"}, dividing=True)
    assert found.fits
    assert found.blocks[0].text.too_wide == ("abcdefgh",)
    assert all(row.width <= 50 for row in found.blocks[0].text.rows)
