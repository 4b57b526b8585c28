"""Shapes that come again, in gradients and veils, and what begins many frames alike."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageStat

from swipewell.colour import Colour
from swipewell.frame import Fill, Frame, Gradient, Item, Path, Shadow, Shape
from swipewell.ornament.curve import disc
from swipewell.paint.glyphs import premultiplied
from swipewell.paint.gradient import colour_at, gradient_image
from swipewell.paint.painter import Painter
from swipewell.paint.patches import Box
from swipewell.paint.slanted import gradient_window

TEAL, SAND, FOAM = Colour(35, 116, 128), Colour(249, 197, 149), Colour(238, 248, 243)
FALL = Gradient((0, 20), (0, 180), ((0, TEAL), (1, SAND)))
SLANT = Gradient((20, 20), (90, 180), ((0, TEAL), (0.4, SAND), (1, SAND)))
GENTLE = Gradient((-60, 900), (1400, -300), ((0.1, TEAL), (0.4, Colour(70, 140, 150)), (1, TEAL)))


def painted(*items: Item, painter: Painter | None = None) -> Image.Image:
    return (painter or Painter()).paint(Frame(200, 200, (Fill(FOAM), *items)))


def apart(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of a channel."""
    return max(high for _, high in ImageChops.difference(one, other).getextrema())


def round_about(radius: float) -> Path:
    return (disc(100, 100, radius),)


@pytest.mark.parametrize("paint", [TEAL, FALL, SLANT], ids=["colour", "gradient", "slant"])
@pytest.mark.parametrize("opacity", [1.0, 0.42])
@pytest.mark.parametrize("radius", [12, 90])
def test_a_kept_shape_looks_as_one_that_is_not(
    paint: Colour | Gradient, opacity: float, radius: float
) -> None:
    path = round_about(radius)
    once = painted(Shape(path, paint, opacity))
    assert apart(painted(Shape(path, paint, opacity, kept=True)), once) <= 1
    assert apart(once, painted()) > 20


def test_a_kept_shape_is_painted_the_same_every_time() -> None:
    painter = Painter()
    shape = Shape(round_about(80), FALL, 0.6, kept=True)
    assert painted(shape, painter=painter) == painted(shape, painter=painter)


def test_one_path_may_come_in_several_paints() -> None:
    painter, path = Painter(), round_about(80)
    shapes = [
        Shape(path, TEAL, kept=True),
        Shape(path, SAND, kept=True),
        Shape(path, FALL, kept=True),
    ]
    seen = [painted(shape, painter=painter).getpixel((100, 60)) for shape in shapes]
    assert len(set(seen)) == 3


@pytest.mark.parametrize("level", [0, 1, 97, 128, 254, 255])
def test_large_masks_are_multiplied_as_small_ones_are(level: int) -> None:
    colour = Colour(level, 255 - level, 77)
    mask = Image.frombytes("L", (256, 40), bytes(range(256)) * 40)
    small = premultiplied(mask.im.crop((0, 0, 256, 4)), colour)
    large = premultiplied(mask.im, colour).crop((0, 0, 256, 4))
    for band in range(4):
        assert bytes(small.getband(band)) == bytes(large.getband(band))


def test_a_beginning_seen_before_is_kept_and_stays_the_same() -> None:
    painter = Painter()
    sky = Fill(FALL)
    glow = Shadow(round_about(30), SAND, (0.0, 0.0), 12.0, 0.9)
    plain, lit = (sky,), (sky, glow)
    first = [painted(*items, painter=painter) for items in (plain, lit)]
    for _ in range(3):  # in turn, as slides of a deck come
        for items, before in zip((plain, lit), first, strict=True):
            assert painted(*items, painter=painter) == before


def test_a_kept_beginning_is_for_canvases_of_its_size() -> None:
    painter = Painter()
    for side in (40, 40, 60, 60, 40):
        image = painter.paint(Frame(side, side, (Fill(FALL),)))
        assert image.size == (side, side)
        assert image == Painter().paint(Frame(side, side, (Fill(FALL),)))


def test_a_shadow_larger_than_the_slide_is_painted_where_it_lies() -> None:
    wide = painted(Shadow(((*disc(100, 100, 240),),), TEAL, (0.0, 0.0), 60.0, 1.0))
    assert apart(wide.crop((90, 90, 110, 110)), Image.new("RGB", (20, 20), TEAL)) <= 3
    beyond = painted(Shadow((disc(900, 900, 20),), TEAL, (0.0, 0.0), 8.0, 1.0))
    assert beyond == painted()


@pytest.mark.parametrize("slant", [SLANT, GENTLE])
@pytest.mark.parametrize("box", [(0, 0, 64, 64), (3, 5, 40, 31), (37, 22, 61, 64)])
def test_a_window_shows_what_the_whole_gradient_shows_there(slant: Gradient, box: Box) -> None:
    whole = gradient_image(slant, 64, 64)
    assert gradient_window(slant, box) == whole.crop(box)


@pytest.mark.parametrize("way", [1, -1])
def test_a_gentle_gradient_in_tiles_is_nowhere_a_level_off(way: int) -> None:
    box = (3, -20, 1080, 700)
    start, end = GENTLE.start[::way], GENTLE.end[::way]
    gentle = GENTLE._replace(start=start, end=end)
    seen = gradient_window(gentle, box)
    assert seen.size == (1077, 720)
    for x in range(5, 1070, 97):
        for y in range(3, 700, 89):
            # a dithered tile's mean is what it stands for
            tile = seen.crop((x, y, x + 8, y + 8))
            mean = ImageStat.Stat(tile).mean
            wanted = _colour(gentle, x + 4 + box[0], y + 4 + box[1])
            assert all(abs(a - b) < 1 for a, b in zip(mean, wanted, strict=True)), (x, y)


def test_a_gentle_gradient_runs_on_over_a_border_as_on_one_slide() -> None:
    here = gradient_window(GENTLE, (0, 0, 2160, 400))
    (x0, y0), (x1, y1) = GENTLE.start, GENTLE.end
    beside = GENTLE._replace(start=(x0 - 1080, y0), end=(x1 - 1080, y1))
    assert gradient_window(beside, (0, 0, 1080, 400)) == here.crop((1080, 0, 2160, 400))


def _colour(gradient: Gradient, x: float, y: float) -> tuple[float, float, float]:
    """What a gradient is at a point, before it is cut to levels."""
    (x0, y0), (x1, y1) = gradient.start, gradient.end
    dx, dy = x1 - x0, y1 - y0
    return colour_at(gradient.stops, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy))
