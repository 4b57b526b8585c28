"""Runs of glyphs to pixels: where their ink falls, in which colour, and the same every time."""

from __future__ import annotations

import datetime as dt

import pytest
from PIL import Image, ImageChops

import swipewell as sw
from swipewell.colour import Colour
from swipewell.frame import Fill, Frame, GlyphRun, Placed
from swipewell.geometry import Rect
from swipewell.paint.painter import Painter
from swipewell.text.fonts import FaceKey, FontBook
from swipewell.text.shape import Manner, Shaper
from swipewell.text.typeset import Manners, Typesetter

WHITE, INK = Colour(255, 255, 255), Colour(43, 33, 28)
SHAPER = Shaper(FontBook.bundled(), "en")
SETTER = Typesetter(SHAPER)


def run(
    text: str, x: float, y: float, size: float = 64, family: str = "Fraunces", colour: Colour = INK
) -> GlyphRun:
    """One word with its origin on the slide; its box is where its ink should fall."""
    manner = Manner(FaceKey(family))
    (piece,) = SHAPER.word(text, manner).pieces
    left, top, right, bottom = (edge * size for edge in piece.ink)
    where = Rect(x + left, y + top, x + right, y + bottom)
    held = SETTER.set(text, Manners(*[manner] * 4), size=size, leading=size, measure=9999)
    return GlyphRun(
        piece.face, size, colour, (Placed(piece.glyphs, x, y),), where, held, "text", "body"
    )


def alone(*runs: GlyphRun, painter: Painter | None = None) -> Image.Image:
    return (painter or Painter()).paint(Frame(640, 200, (Fill(WHITE), *runs)))


def ink_of(image: Image.Image) -> Rect:
    edges = ImageChops.difference(image, Image.new("RGB", image.size, WHITE)).getbbox()
    assert edges is not None
    return Rect(*edges)


@pytest.mark.parametrize("family", ["Fraunces", "Alegreya Sans", "Noto Sans"])
@pytest.mark.parametrize("text", ["boundary", "Ågj", "“Q,", "(f)", "Ǻj", "1988", "W"])
@pytest.mark.parametrize("size", [32.0, 64.0, 112.0])
def test_ink_fills_its_box_and_stays_in_it(text: str, family: str, size: float) -> None:
    for x in (20.0, 20.3, 20.6):
        word = run(text, x, 120, size, family)
        ink = ink_of(alone(word))
        assert word.box.grown(1.5).holds(ink), (word.box, ink)
        assert ink.grown(1.5).holds(word.box), (word.box, ink)


def test_glyphs_are_painted_in_their_colour() -> None:
    image = alone(run("W", 20, 150, 160, colour=Colour(10, 200, 30)))
    assert Colour(10, 200, 30) in {
        colour for _, colour in image.getcolors(image.width * image.height)
    }


def test_a_run_moved_by_a_whole_pixel_is_the_same_picture_moved() -> None:
    here, there = alone(run("kind", 20, 120)), alone(run("kind", 27, 131))
    assert here.crop((0, 0, 600, 180)).tobytes() == there.crop((7, 11, 607, 191)).tobytes()


def test_a_run_moved_by_less_moves_its_ink() -> None:
    images = [alone(run("l", 20 + half / 2, 120)).tobytes() for half in range(4)]
    assert len(set(images)) == 4


def test_the_same_run_is_the_same_picture_whatever_was_painted_before() -> None:
    painter = Painter()
    first = alone(run("kind", 20, 120), painter=painter).tobytes()
    for size in (31.0, 32.0, 33.0):
        alone(run("other words", 20, 120, size), painter=painter)
    assert alone(run("kind", 20, 120), painter=painter).tobytes() == first
    assert alone(run("kind", 20, 120)).tobytes() == first


@pytest.mark.parametrize("emoji", ["🌿", "😀", "👩‍👩‍👧", "🇩🇪", "❤️"])
def test_emoji_bring_their_own_colours(emoji: str) -> None:
    image = alone(run(emoji, 20, 120, 80))
    assert len({colour for _, colour in image.getcolors(image.width * image.height)}) > 20
    ink = ink_of(image)
    assert Rect(18, 120 - 80, 20 + 110, 120 + 24).holds(ink), ink
    assert ink.width > 40


@pytest.mark.parametrize(
    "title", ["ÅgjQ yppig", "“Quoted” (f) fj", "Ǻ ẤỂ ÝĹ", "— ½ … 👩‍👩‍👧 🌿", "ſtraße ﬁ"]
)
def test_every_run_of_a_slide_keeps_to_its_box(
    title: str, studio: sw.Studio, today: dt.date
) -> None:
    slides = [sw.Tip(title=title, body=title * 3), sw.Quote(quote=title), sw.Invite(title=title)]
    post = sw.Post(title=title, subtitle=title, slides=slides)
    painter = Painter()
    for slide in sw.render(post, sw.Brand(region="US"), today=today, studio=studio).slides:
        for text in slide.frame.texts:
            image = painter.paint(Frame(1080, 1080, (Fill(WHITE), text._replace(colour=INK))))
            room = text.box.grown(1.5)
            assert room.holds(ink_of(image)), (slide.kind, text.path, text.box, ink_of(image))
