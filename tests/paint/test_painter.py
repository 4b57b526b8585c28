"""Items to pixels, exactly, on tiny canvases; and shapes in patches, which equal shapes in one piece."""

from __future__ import annotations

import math
from pathlib import Path as File

import pytest
import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from swipewell.colour import Colour
from swipewell.findings import RenderError
from swipewell.frame import Contour, Fill, Frame, Gradient, Item, Path, Picture, Shadow, Shape
from swipewell.geometry import Rect
from swipewell.ornament.curve import arc, blob, closed, disc, noise, ribbon, rounded_bar, spline
from swipewell.paint.glyphs import premultiplied
from swipewell.paint.painter import Painter
from swipewell.paint.raster import drawn, outline_font

BLACK, WHITE, RED = Colour(0, 0, 0), Colour(255, 255, 255), Colour(255, 0, 0)


def painted(
    *items: Item, size: tuple[int, int] = (4, 4), painter: Painter | None = None
) -> Image.Image:
    """Items on white."""
    frame = Frame(*size, (Fill(WHITE), *items))
    return (painter or Painter()).paint(frame)


def greys(image: Image.Image) -> list[list[int]]:
    """A grey picture's rows of levels."""
    red, green, blue = image.split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()
    return [list(red.crop((0, y, red.width, y + 1)).tobytes()) for y in range(red.height)]


def box(left: float, top: float, right: float, bottom: float) -> Path:
    return (((left, top, True), (right, top, True), (right, bottom, True), (left, bottom, True)),)


def largest_difference(one: Image.Image, other: Image.Image) -> int:
    return max(high for _, high in ImageChops.difference(one, other).getextrema())


# --- Fill ---


def test_a_fill_covers_everything() -> None:
    image = Painter().paint(Frame(3, 2, (Fill(Colour(1, 2, 3)),)))
    assert image.mode == "RGB"
    assert image.size == (3, 2)
    assert image.tobytes() == bytes([1, 2, 3] * 6)


def test_items_are_painted_first_to_last() -> None:
    assert painted(Shape(box(0, 0, 4, 4), RED), Fill(BLACK)).getpixel((1, 1)) == BLACK


def test_an_earlier_picture_is_painted_over() -> None:
    painter, frame = Painter(), Frame(4, 4, (Fill(WHITE), Shape(box(1, 1, 3, 3), BLACK)))
    canvas = Image.new("RGB", (4, 4), RED)
    assert painter.paint(frame, canvas) is canvas
    assert canvas.tobytes() == painter.paint(frame).tobytes()
    assert painter.paint(frame, Image.new("RGB", (9, 9))).size == (4, 4)


# --- Shape ---


def test_a_box_on_whole_pixels_is_exact() -> None:
    assert greys(painted(Shape(box(1, 1, 3, 4), BLACK))) == [
        [255, 255, 255, 255],
        [255, 0, 0, 255],
        [255, 0, 0, 255],
        [255, 0, 0, 255],
    ]


def test_a_pixel_covered_by_half_is_blended_by_half() -> None:
    rows = greys(painted(Shape(box(0.5, 0, 2, 1), BLACK), Shape(box(0, 2.5, 4, 3), BLACK)))
    assert rows[0] == [pytest.approx(127.5, abs=1), 0, 255, 255]
    assert rows[2] == [pytest.approx(127.5, abs=1)] * 4
    assert rows[1] == rows[3] == [255] * 4


def test_a_quarter_of_a_pixel_is_blended_by_a_quarter() -> None:
    assert greys(painted(Shape(box(0.5, 0.5, 1, 1), BLACK)))[0][0] == pytest.approx(191, abs=1)


def test_a_path_is_painted_in_its_colour_whichever_way_it_turns() -> None:
    there = box(1, 1, 3, 3)
    back = (tuple(reversed(there[0])),)
    colour = Colour(12, 34, 56)
    image = painted(Shape(there, colour))
    assert image.getpixel((2, 2)) == colour
    assert painted(Shape(back, colour)).tobytes() == image.tobytes()


def test_an_inner_contour_that_turns_back_is_a_hole() -> None:
    outer, inner = box(0, 0, 4, 4)[0], box(1, 1, 3, 3)[0]
    assert greys(painted(Shape((outer, tuple(reversed(inner))), BLACK))) == [
        [0, 0, 0, 0],
        [0, 255, 255, 0],
        [0, 255, 255, 0],
        [0, 0, 0, 0],
    ]


def test_opacity_lets_through_what_lies_below() -> None:
    rows = greys(painted(Shape(box(0, 0, 2, 4), BLACK, opacity=0.25)))
    assert rows == [[pytest.approx(191, abs=1)] * 2 + [255, 255]] * 4


def test_a_shape_can_be_filled_with_a_gradient_of_the_slide() -> None:
    gradient = Gradient((0, 0), (0, 8), ((0.0, BLACK), (1.0, WHITE)))
    size = (8, 8)
    whole = Painter().paint(Frame(*size, (Fill(gradient),)))
    part = painted(Shape(box(2, 2, 5, 6), gradient), size=size)
    assert part.crop((2, 2, 5, 6)).tobytes() == whole.crop((2, 2, 5, 6)).tobytes()
    assert part.getpixel((1, 3)) == part.getpixel((5, 3)) == WHITE


@pytest.mark.parametrize(
    "path",
    [box(-5, -5, 2, 2), box(2, 2, 9, 9), box(-9, 1, 9, 3), box(-100, -100, 100, 100)],
    ids=["over the left top", "over the right bottom", "across", "all around"],
)
def test_what_reaches_over_the_border_is_cut_there(path: Path) -> None:
    left, top, _ = path[0][0]
    right, bottom, _ = path[0][2]
    inside = [[left <= x < right and top <= y < bottom for x in range(4)] for y in range(4)]
    expected = [[0 if there else 255 for there in row] for row in inside]
    assert greys(painted(Shape(path, BLACK))) == expected


@pytest.mark.parametrize("by", [(-9, 0), (9, 0), (0, -9), (0, 9)])
def test_what_lies_outside_is_not_seen(by: tuple[float, float]) -> None:
    dx, dy = by
    path = box(dx, dy, dx + 4, dy + 4)
    shadow = Shadow(path, BLACK, (0, 0), 1, 1.0)
    for item in (Shape(path, BLACK), Shape(path, BLACK, kept=True), shadow):
        assert greys(painted(item)) == [[255] * 4] * 4


# --- Gradients ---


@pytest.mark.parametrize("end", [(0, 64), (64, 0), (64, 64)], ids=["down", "across", "aslant"])
def test_a_gradient_is_dithered_within_a_level(end: tuple[float, float]) -> None:
    one, other = Colour(240, 230, 220), Colour(236, 220, 200)
    gradient = Gradient((0, 0), end, ((0.0, one), (1.0, other)))
    image = Painter().paint(Frame(64, 64, (Fill(gradient),)))
    assert image.tobytes() == Painter().paint(Frame(64, 64, (Fill(gradient),))).tobytes()
    length = end[0] ** 2 + end[1] ** 2
    for y in range(64):
        for x in range(64):
            share = min(((x + 0.5) * end[0] + (y + 0.5) * end[1]) / length, 1.0)
            exact = [a + (b - a) * share for a, b in zip(one, other, strict=True)]
            assert image.getpixel((x, y)) == pytest.approx(exact, abs=1)
    assert len(image.crop((0, 20, 64, 24)).getcolors()) > 1  # no bands


def test_a_gradient_holds_its_ends_and_its_middle() -> None:
    stops = ((0.0, BLACK), (0.5, RED), (1.0, WHITE))
    image = Painter().paint(Frame(8, 64, (Fill(Gradient((0, 16), (0, 48), stops)),)))
    assert image.getpixel((0, 0)) == image.getpixel((7, 15)) == BLACK
    assert image.getpixel((0, 63)) == image.getpixel((7, 48)) == WHITE
    assert image.getpixel((4, 32)) == pytest.approx((255, 8, 8), abs=9)


# --- Shadow ---


def test_a_shadow_is_soft_and_stays_near() -> None:
    size = (120, 120)
    image = painted(Shadow(box(50, 50, 70, 70), BLACK, (0, 10), 4, 0.5), size=size)
    difference = ImageChops.difference(image, Image.new("RGB", size, WHITE))
    left, top, right, bottom = difference.getbbox()
    assert left >= 50 - 13
    assert right <= 70 + 14
    assert top >= 60 - 13
    assert bottom <= 80 + 14
    middle = image.getpixel((60, 70))[0]
    assert 127 <= middle < 200
    assert middle < image.getpixel((60, 80))[0] < 255


def test_a_shadow_is_as_even_as_its_path() -> None:
    image = painted(Shadow(box(48, 48, 72, 72), BLACK, (0, 0), 4, 1.0), size=(120, 120))
    turned = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    assert largest_difference(image, turned) <= 24  # it lies on a grid of four pixels


# --- Picture ---


def near(colour: Colour) -> object:
    """A colour as scaling a picture leaves it."""
    return pytest.approx(colour, abs=3)


@pytest.fixture
def photo(tmp_path: File) -> str:
    """A picture whose left half is red and whose right half is black."""
    image = Image.new("RGB", (40, 20), RED)
    image.paste(BLACK, (20, 0, 40, 20))
    image.save(tmp_path / "photo.png")
    return str(tmp_path / "photo.png")


def test_a_picture_fills_its_box_and_shows_within_its_path(photo: str) -> None:
    image = painted(Picture(photo, Rect(2, 2, 10, 6), box(3, 3, 9, 5)), size=(12, 8))
    assert image.getpixel((3, 3)) == near(RED)
    assert image.getpixel((4, 4)) == near(RED)
    assert image.getpixel((7, 3)) == near(BLACK)
    assert image.getpixel((8, 4)) == near(BLACK)
    for outside in ((2, 3), (9, 3), (5, 2), (5, 5)):
        assert image.getpixel(outside) == WHITE


def test_a_picture_reaches_to_the_last_pixel_that_its_box_touches(tmp_path: File) -> None:
    Image.new("RGB", (60, 60), WHITE).save(tmp_path / "white.png")
    place = Rect(2.4, 2.6, 9.6, 9.4)
    outline = box(2.4, 2.6, 9.6, 9.4)
    image = painted(Picture(str(tmp_path / "white.png"), place, outline), size=(12, 12))
    assert image.getcolors() == [(144, WHITE)]  # on white no edge of another colour is seen


def test_a_picture_is_cropped_about_its_middle(photo: str) -> None:
    image = painted(Picture(photo, Rect(0, 0, 8, 8), box(0, 0, 8, 8)), size=(8, 8))
    assert image.getpixel((1, 4)) == near(RED)
    assert image.getpixel((6, 4)) == near(BLACK)


def test_a_picture_is_turned_upright(tmp_path: File) -> None:
    image = Image.new("RGB", (20, 20), RED)
    image.paste(BLACK, (0, 10, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 3  # held upside down
    image.save(tmp_path / "turned.png", exif=exif)
    shown = painted(
        Picture(str(tmp_path / "turned.png"), Rect(0, 0, 8, 8), box(0, 0, 8, 8)), size=(8, 8)
    )
    assert shown.getpixel((4, 1)) == near(BLACK)
    assert shown.getpixel((4, 6)) == near(RED)


def test_a_picture_is_decoded_once_and_again_when_its_file_has_changed(
    photo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from swipewell.pictures import decode

    made: list[tuple[int, int]] = []
    filling = decode.filling

    def counted(file: str, width: int, height: int, focus: tuple[float, float]) -> Image.Image:
        made.append((width, height))
        return filling(file, width, height, focus)

    monkeypatch.setattr(decode, "filling", counted)
    painter = Painter()
    shown = Picture(photo, Rect(0, 0, 8, 8), box(0, 0, 8, 8))
    frame = Frame(8, 8, (shown,))
    first = painter.paint(frame).tobytes()
    assert painter.paint(frame).tobytes() == first
    assert made == [(8, 8)]
    painter.paint(Frame(16, 8, (shown._replace(box=Rect(0, 0, 16, 8), path=box(0, 0, 16, 8)),)))
    painter.paint(Frame(8, 8, (shown._replace(focus=(0.0, 0.5)),)))
    assert made == [(8, 8), (16, 8), (8, 8)]
    Image.new("RGB", (50, 20), BLACK).save(photo)
    assert painter.paint(frame).getpixel((1, 4)) == near(BLACK)


def test_pictures_that_are_kept_are_bounded(
    tmp_path: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    from swipewell.paint import picture

    monkeypatch.setattr(picture, "_MOST_PIXELS", 250)
    kept = picture.Pictures()
    for n in range(6):
        Image.new("RGB", (20, 20), (n, n, n)).save(tmp_path / f"{n}.png")
        kept.shown(Picture(str(tmp_path / f"{n}.png"), Rect(0, 0, 10, 10), box(0, 0, 10, 10)))
        assert kept._pixels == sum(i.width * i.height for i in kept._kept.values()) <= 250
    assert [key[0].path[-5] for key in kept._kept] == ["4", "5"]


def test_what_is_see_through_in_a_picture_shows_what_is_under_it(tmp_path: File) -> None:
    image = Image.new("RGBA", (40, 40), (*RED, 255))
    image.paste((0, 0, 0, 0), (20, 0, 40, 40))
    image.save(tmp_path / "half.png")
    shown = painted(
        Picture(str(tmp_path / "half.png"), Rect(0, 0, 40, 40), box(0, 0, 40, 40)), size=(40, 40)
    )
    assert shown.getpixel((10, 20)) == near(RED)
    assert shown.getpixel((30, 20)) == WHITE


def test_a_picture_that_is_none_is_told(tmp_path: File) -> None:
    (tmp_path / "none.png").write_bytes(b"not a picture")
    with pytest.raises(RenderError):
        painted(Picture(str(tmp_path / "none.png"), Rect(0, 0, 4, 4), box(0, 0, 4, 4)))


# --- Patches: a shape along its outline, piece by piece, equals the shape in one piece ---

WIDE, HIGH = 420, 380
GROUND, INK = Colour(246, 236, 221), Colour(169, 79, 51)

_place = st.floats(-150, 550, allow_nan=False, width=32)
_point = st.tuples(_place, _place)
_seed = st.integers(0, 10_000)


def _turned_back(contour: Contour) -> Contour:
    return tuple(reversed(contour))


blobs = st.builds(
    blob, _place, _place, st.floats(2, 220), st.floats(2, 220), _seed, st.floats(0, 0.4)
)
discs = st.builds(disc, _place, _place, st.floats(1, 260))
bars = st.builds(
    rounded_bar, _place, _place, st.floats(10, 500), st.floats(2, 60), st.floats(-90, 90)
)
ribbons = st.builds(
    lambda points, width, vary, seed, step: ribbon(
        spline(points, step), width, vary=vary, seed=seed, taper=(8, 30)
    ),
    st.lists(_point, min_size=2, max_size=6, unique=True),
    st.floats(1, 40),
    st.floats(0, 0.6),
    _seed,
    st.sampled_from([6.0, 14.0, 30.0]),
)
polygons = st.lists(_point, min_size=3, max_size=9).map(
    lambda ps: tuple((x, y, True) for x, y in ps)
)
curves = st.lists(st.tuples(_place, _place, st.booleans()), min_size=3, max_size=9).map(tuple)
rings = st.builds(
    lambda x, y, r, share: (disc(x, y, r), _turned_back(disc(x, y, r * share))),
    _place,
    _place,
    st.floats(4, 260),
    st.floats(0.1, 0.98),
)


def _land(level: float, seed: int, rise: float, step: float) -> Contour:
    """Ground below a wavy edge, far beyond the borders, as ornaments draw it."""
    wave = noise(seed)
    edge = spline([(x, level + rise * wave(x / 90)) for x in range(-90, 511, 60)], step)
    return closed(edge, [(480, HIGH + 60.0), (-60, HIGH + 60.0)])


lands = st.builds(
    _land, st.floats(-40, 420), _seed, st.floats(0, 120), st.sampled_from([10.0, 20.0, 30.0])
)
arcs = st.builds(
    lambda x, y, r, a, b: (*((px, py, True) for px, py in arc(x, y, r, a, b)), (x, y, True)),
    _place,
    _place,
    st.floats(5, 300),
    st.floats(0, math.tau),
    st.floats(0, math.tau),
)
paths = st.one_of(
    *[one.map(lambda contour: (contour,)) for one in (blobs, discs, bars, ribbons, lands, arcs)],
    polygons.map(lambda contour: (contour,)),
    curves.map(lambda contour: (contour,)),
    rings,
    st.tuples(lands, ribbons),
    st.lists(st.one_of(blobs, discs, bars), min_size=2, max_size=5).map(tuple),
)


def in_one_piece(path: Path) -> Image.Image:
    """The path's ink pasted as one stamp of the whole canvas."""
    mask = drawn(outline_font(path), 0, 0, WIDE, HIGH, hb.RasterDraw())
    image = Image.new("RGB", (WIDE, HIGH), GROUND)
    stamp = premultiplied(mask.im, INK)
    image.im.paste(stamp, (0, 0, WIDE, HIGH), stamp)
    return image


PAINTER = Painter()


@settings(max_examples=5 * settings().max_examples)
@given(paths)
def test_a_shape_in_patches_equals_the_shape_in_one_piece(path: Path) -> None:
    frame = Frame(WIDE, HIGH, (Fill(GROUND), Shape(path, INK)))
    found, expected = PAINTER.paint(frame), in_one_piece(path)
    where = ImageChops.difference(found, expected).getbbox()
    assert where is None, (where, largest_difference(found, expected))


@given(paths)
def test_a_shape_that_is_kept_equals_one_that_is_not(path: Path) -> None:
    plain = PAINTER.paint(Frame(WIDE, HIGH, (Fill(GROUND), Shape(path, INK))))
    painter, frame = Painter(), Frame(WIDE, HIGH, (Fill(GROUND), Shape(path, INK, kept=True)))
    first, again = painter.paint(frame), painter.paint(frame)
    assert first.tobytes() == again.tobytes()
    assert largest_difference(first, plain) <= 1


def test_a_shape_in_two_colours_is_kept_in_both() -> None:
    path, painter = box(1, 1, 3, 3), Painter()
    for colour in (BLACK, RED, BLACK):
        image = painted(Shape(path, colour, kept=True), painter=painter)
        assert image.getpixel((2, 2)) == colour
