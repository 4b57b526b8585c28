"""The contact sheet: every slide once among the others and once on a phone, and the grid's tile."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

import swipewell as sw
from swipewell.export.package import package
from swipewell.export.sheet import GRID, PHONE, printed, tile_of, verbatim
from swipewell.text.markup import plain

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TODAY = dt.date(2026, 11, 23)
MARGIN = 84
FIVE_AND_GRID = 5 * PHONE + 96 + PHONE


@pytest.fixture(scope="module")
def made(studio: sw.Studio, alma: sw.Brand) -> sw.Carousel:
    post = sw.read_post(SAMPLES / "kind-boundaries.yaml")
    return sw.render(post, alma, "linen", today=TODAY, studio=studio)


@pytest.fixture(scope="module")
def sheet(made: sw.Carousel) -> Image.Image:
    return made.sheet()


def places(sheet: Image.Image, small: Image.Image) -> list[tuple[int, int]]:
    """Where a picture stands on a sheet, pixel for pixel, found by its most colourful row."""
    needle, found = small.tobytes(), []
    rows = [small.crop((0, y, small.width, y + 1)) for y in range(small.height)]
    number = max(range(small.height), key=lambda y: len(rows[y].getcolors(1 << 16)))
    row, data, width = rows[number].tobytes(), sheet.tobytes(), 3 * sheet.width
    at = data.find(row)
    while at >= 0:
        x, y = at % width // 3, at // width - number
        if sheet.crop((x, y, x + small.width, y + small.height)).tobytes() == needle:
            found.append((x, y))
        at = data.find(row, at + 3)
    return found


def test_every_slide_stands_on_it_twice_in_order(made: sw.Carousel, sheet: Image.Image) -> None:
    assert sheet.mode == "RGB"
    assert sheet.width == FIVE_AND_GRID + 2 * MARGIN
    prints = [printed(slide.image, len(made.slides)) for slide in made.slides]
    among = [places(sheet, one.among)[0] for one in prints]
    phone = [places(sheet, one.phone)[0] for one in prints]
    assert sorted(among, key=lambda at: (at[1], at[0])) == among
    assert sorted(phone, key=lambda at: (at[1], at[0])) == phone
    assert min(y for _, y in phone) > max(y for _, y in among) + prints[0].among.height
    assert prints[0].phone.width == PHONE


def test_on_a_phone_slides_meet(made: sw.Carousel, sheet: Image.Image) -> None:
    prints = [printed(slide.image, len(made.slides)) for slide in made.slides[:2]]
    first, second = (places(sheet, one.phone)[0] for one in prints)
    assert second == (first[0] + PHONE, first[1])


def test_a_deck_from_right_to_left_begins_at_the_right(studio: sw.Studio) -> None:
    post = sw.read_post(SAMPLES / "languages" / "he.yaml")
    made = sw.render(post, sw.Brand(region="IL"), "linen", today=TODAY, studio=studio)
    prints = [printed(slide.image, len(made.slides)) for slide in made.slides[:2]]
    sheet = made.sheet()
    first, second = (places(sheet, one.phone)[0] for one in prints)
    assert second == (first[0] - PHONE, first[1])
    assert first[0] + PHONE == MARGIN + FIVE_AND_GRID


def test_taller_slides_have_taller_places(studio: sw.Studio, alma: sw.Brand) -> None:
    post = sw.Post(title="A kinder no", slides=[sw.Tip(title="Pause")])
    made = sw.render(post, alma, "plain", today=TODAY, studio=studio, size="portrait")
    one = printed(made.slides[0].image, 3)
    assert one.phone.height * 4 == pytest.approx(one.phone.width * 5, abs=4)
    assert places(made.sheet(), one.phone)


def test_it_is_written_named_and_the_same_every_time(made: sw.Carousel, sheet: Image.Image) -> None:
    files = {one.name: one.data for one in package(made, sheet=True)}
    assert "sheet.png" in json.loads(files["post.json"])["outputs"]
    written = Image.open(io.BytesIO(files["sheet.png"]))
    assert written.tobytes() == sheet.tobytes()
    bare = {one.name: one.data for one in package(made)}
    assert "sheet.png" not in bare
    keys = {json.loads(one["post.json"])["key"] for one in (files, bare)}
    assert len(keys) == 2, "a post that has no sheet yet is not unchanged"


def test_the_grid_shows_the_middle_of_a_cover() -> None:
    assert tile_of(1080, 1080) == (135, 0, 945, 1080)  # the middle 810
    left, top, right, bottom = tile_of(1080, 1350)
    assert (right - left, top, bottom) == (1012, 0, 1350)
    assert tile_of(1080, 1440) == (0, 0, 1080, 1440)
    assert tile_of(1080, 1920) == (0, 240, 1080, 1680)


@given(st.integers(100, 4000), st.integers(100, 4000))
def test_a_tile_is_the_largest_of_its_shape(width: int, height: int) -> None:
    left, top, right, bottom = tile_of(width, height)
    assert (right - left) / (bottom - top) == pytest.approx(GRID, abs=0.02)
    assert (left, right) == (0, width) or (top, bottom) == (0, height)
    assert abs(left + right - width) <= 1
    assert abs(top + bottom - height) <= 1


@given(st.text(st.sampled_from("a*=\\ -"), max_size=12))
def test_a_name_is_shown_as_it_is_written(name: str) -> None:
    assert plain(verbatim(f"x{name}x")) == " ".join(f"x{name}x".split())


def test_a_print_is_its_slide_in_small(made: sw.Carousel) -> None:
    image = made.slides[0].image
    small = printed(image, 8).phone
    again = small.resize(image.size, Image.Resampling.BICUBIC)
    assert max(ImageStat.Stat(ImageChops.difference(image, again)).mean) < 3
