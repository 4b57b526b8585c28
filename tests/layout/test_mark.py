"""The brand's mark in the row: an avatar in each theme's own shape, a logo whole, seen, and out of the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

import swipewell as sw
from swipewell.colour import Colour, contrast
from swipewell.frame import Frame, GlyphRun, Picture, Shape
from swipewell.reading.theme import read_theme, theme_names

NAMES = ("linen", "plain", "tide")
POST = sw.Post(title="Rest", slides=[sw.Tip(title="Pause"), sw.Tip(body="Breathe out slowly.")])
HANDLE = "@alma.counselling"
DARK, PALE, CLAY = (30, 40, 60, 255), (250, 246, 240, 255), (169, 79, 51, 255)


def saved(folder: Path, size: tuple[int, int], ink: tuple[int, ...] = DARK) -> str:
    """A mark of letters' shape, clear between them, with a clear border."""
    image = Image.new("RGBA", (size[0] + 40, size[1] + 60))
    draw = ImageDraw.Draw(image)
    for x in range(20, size[0] + 20, max(size[0] // 9, 2)):
        draw.rectangle((x, 30, x + max(size[0] // 18, 1), size[1] + 29), fill=ink)
    draw.rectangle((20, size[1] + 25, size[0] + 19, size[1] + 29), fill=ink)
    file = folder / f"logo-{size[0]}-{size[1]}-{ink[0]}.png"
    image.save(file)
    return str(file)


def face(folder: Path, side: int = 200) -> str:
    file = folder / f"face{side}.png"
    Image.new("RGB", (side, side), (200, 150, 120)).save(file)
    return str(file)


def shown(
    studio: sw.Studio, theme: str, language: str = "en", handle: str = HANDLE, **brand: str
) -> sw.Carousel:
    own = sw.Brand(handle=handle, region="US", language=language, **brand)
    return sw.render(POST, own, theme, studio=studio)


def pictures(frame: Frame) -> list[Picture]:
    return [item for item in frame.items if isinstance(item, Picture)]


def handle(frame: Frame) -> GlyphRun:
    return next(run for run in frame.texts if run.style == "handle")


def codes(carousel: sw.Carousel) -> list[str]:
    return [f.code for f in carousel.findings if "logo" in f.code or "picture" in f.code]


@pytest.mark.parametrize("theme", theme_names())
def test_every_theme_shows_an_avatar_once_a_slide_at_one_place(
    studio: sw.Studio, theme: str, tmp_path: Path
) -> None:
    carousel = shown(studio, theme, avatar=face(tmp_path))
    boxes = {picture.box for slide in carousel.slides for picture in pictures(slide.frame)}
    assert len(boxes) == 1
    assert all(len(pictures(slide.frame)) == 1 for slide in carousel.slides)
    (box,) = boxes
    assert 40 <= box.width <= 96
    assert codes(carousel) == []


@pytest.mark.parametrize("aspect", [0.5, 1, 3, 9])
@pytest.mark.parametrize("theme", theme_names())
def test_a_logo_keeps_its_shape_and_clear_of_everything(
    studio: sw.Studio, theme: str, aspect: float, tmp_path: Path
) -> None:
    file = saved(tmp_path, (round(120 * aspect), 120))
    for slide in shown(studio, theme, logo=file).slides:
        (logo,) = pictures(slide.frame)
        assert logo.whole
        assert logo.box.width / logo.box.height == pytest.approx(aspect, rel=0.06)
        assert 20 <= logo.box.height <= 72
        assert logo.box.width <= 264
        for run in slide.frame.texts:
            assert not run.box.overlaps(logo.box), (run.text, run.box, logo.box)
        assert logo.box.left >= 84
        assert handle(slide.frame).text == HANDLE


@pytest.mark.parametrize("theme", NAMES)
def test_a_longer_logo_is_lower_so_that_all_weigh_the_same(
    studio: sw.Studio, theme: str, tmp_path: Path
) -> None:
    heights = []
    for aspect in (1, 2, 4):
        file = saved(tmp_path, (200 * aspect, 200))
        (logo,) = pictures(shown(studio, theme, logo=file).slides[0].frame)
        heights.append(logo.box.height)
    assert heights == sorted(heights, reverse=True)
    assert heights[0] < 2 * heights[-1]


@pytest.mark.parametrize("theme", NAMES)
def test_beside_an_avatar_the_logo_stands_on_the_cover_and_the_last_slide(
    studio: sw.Studio, theme: str, tmp_path: Path
) -> None:
    carousel = shown(studio, theme, avatar=face(tmp_path), logo=saved(tmp_path, (400, 120)))
    whole = [[picture.whole for picture in pictures(slide.frame)] for slide in carousel.slides]
    assert whole == [[True], *([[False]] * (len(whole) - 2)), [True]]


def ground(frame: Frame, logo: Picture) -> Colour | None:
    """The plate right under a logo, None where it stands on the slide itself."""
    before = frame.items[frame.items.index(logo) - 1]
    if isinstance(before, Shape) and isinstance(before.paint, Colour) and not before.kept:
        xs = [x for contour in before.path for x, _, _ in contour]
        if min(xs) < logo.box.left < logo.box.right < max(xs) < logo.box.right + 20:
            return before.paint
    return None


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("ink", [DARK, PALE, CLAY])
def test_a_logo_is_told_from_what_it_stands_on(
    studio: sw.Studio, theme: str, ink: tuple[int, ...], tmp_path: Path
) -> None:
    carousel = shown(studio, theme, logo=saved(tmp_path, (400, 120), ink))
    assert codes(carousel) == []
    for slide in carousel.slides:
        (logo,) = pictures(slide.frame)
        image = slide.image.crop(tuple(map(round, logo.box.grown(6))))
        beside = image.crop((0, 0, image.width, 3)).getcolors(100_000) or []
        for _, paper in beside:
            assert contrast(Colour(*ink[:3]), Colour(*paper)) >= 1.9, paper  # type: ignore[misc]


def test_a_plate_is_there_only_where_it_is_needed(studio: sw.Studio, tmp_path: Path) -> None:
    def plates(theme: str, ink: tuple[int, ...]) -> list[Colour | None]:
        slides = shown(studio, theme, logo=saved(tmp_path, (400, 120), ink)).slides
        return [ground(slide.frame, pictures(slide.frame)[0]) for slide in slides]

    assert set(plates("plain", DARK)) == {None}
    assert set(plates("tide", DARK)) == {None}
    assert None not in plates("linen", CLAY)  # its cover is of that colour
    assert None not in plates("plain", PALE)


def test_a_logo_as_light_as_dark_is_told(studio: sw.Studio, tmp_path: Path) -> None:
    image = Image.new("RGBA", (400, 100))
    image.paste((246, 236, 221, 255), (0, 0, 90, 100))
    image.paste((43, 33, 28, 255), (200, 0, 290, 100))
    image.save(tmp_path / "logo.png")
    carousel = shown(studio, "linen", logo=str(tmp_path / "logo.png"))
    assert codes(carousel) == ["logo-hard-to-see"]


def test_a_logo_with_a_ground_of_its_own_needs_no_plate(studio: sw.Studio, tmp_path: Path) -> None:
    Image.new("RGB", (300, 100), (250, 250, 250)).save(tmp_path / "logo.png")
    carousel = shown(studio, "plain", logo=str(tmp_path / "logo.png"))
    (logo,) = pictures(carousel.slides[0].frame)
    assert ground(carousel.slides[0].frame, logo) is None
    assert len(logo.path[0]) > 4  # round corners


def test_a_cover_may_show_the_logos_file_as_its_picture(studio: sw.Studio, tmp_path: Path) -> None:
    Image.new("RGB", (1200, 900), (30, 90, 120)).save(tmp_path / "both.png")
    file = str(tmp_path / "both.png")
    post = sw.Post(
        title="Rest", cover=sw.Cover(picture=file, alt="A sea"), slides=[sw.Tip(title="a")]
    )
    for theme in NAMES:
        own = sw.Brand(handle=HANDLE, region="US", logo=file)
        frame = sw.render(post, own, theme, studio=studio).slides[0].frame
        small, large = sorted(pictures(frame), key=lambda picture: picture.box.width)
        assert (small.whole, large.whole) == (True, False)
        assert small.box.height <= 72


def test_what_is_too_small_is_told_with_its_field(studio: sw.Studio, tmp_path: Path) -> None:
    for brand, field in (
        ({"logo": saved(tmp_path, (60, 12))}, "logo"),
        ({"avatar": face(tmp_path, 20)}, "avatar"),
    ):
        found = [f for f in shown(studio, "tide", **brand).findings if f.code == "small-picture"]
        assert [f.where.field for f in found] == [field]


def test_a_long_handle_leaves_the_logo_less_room_but_never_none(
    studio: sw.Studio, tmp_path: Path
) -> None:
    long = "@a.handle.that.is.as.long.as.they"
    file = saved(tmp_path, (1000, 120))
    boxes = {}
    for name in (HANDLE, long):
        frame = shown(studio, "linen", handle=name, logo=file).slides[1].frame
        (logo,) = pictures(frame)
        assert not handle(frame).box.overlaps(logo.box)
        assert handle(frame).text == name
        boxes[name] = logo.box.width
    assert 40 <= boxes[long] < boxes[HANDLE]


@pytest.mark.parametrize("theme", NAMES)
def test_in_a_mirrored_deck_the_logo_begins_at_the_right_and_is_not_mirrored_itself(
    studio: sw.Studio, theme: str, tmp_path: Path
) -> None:
    file = saved(tmp_path, (400, 120))
    (here,) = pictures(shown(studio, theme, logo=file).slides[1].frame)
    slide = shown(studio, theme, language="he", logo=file).slides[1]
    (there,) = pictures(slide.frame)
    assert there.box.left == pytest.approx(1080 - here.box.right)
    assert not handle(slide.frame).box.overlaps(there.box)


def test_a_see_through_avatar_stands_on_a_ground_in_its_own_shape(
    studio: sw.Studio, tmp_path: Path
) -> None:
    image = Image.new("RGBA", (200, 200))
    ImageDraw.Draw(image).ellipse((60, 60, 140, 140), fill=DARK)
    image.save(tmp_path / "face.png")
    for theme in NAMES:
        for slide in shown(studio, theme, avatar=str(tmp_path / "face.png")).slides:
            items = slide.frame.items
            (avatar,) = pictures(slide.frame)
            under = items[items.index(avatar) - 1]
            assert isinstance(under, Shape)
            assert under.path == avatar.path


def test_a_logo_has_all_its_pixels_at_twice_the_size(studio: sw.Studio, tmp_path: Path) -> None:
    from swipewell.frame import scaled

    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">'
    bars = "".join(f'<rect x="{x}" width="1" height="10"/>' for x in range(0, 40, 2))
    (tmp_path / "logo.svg").write_text(f"{svg}{bars}</svg>", encoding="utf-8")
    slide = shown(studio, "plain", logo=str(tmp_path / "logo.svg")).slides[0]
    double = scaled(slide.frame, 2)
    (logo,) = pictures(double)
    box = logo.box
    row = round(box.centre[1])
    painted = slide.paint(double)
    levels = [painted.getpixel((x, row))[0] for x in range(round(box.left), round(box.right))]  # type: ignore[index]
    assert min(levels) < 10
    assert sum(level < 40 or level > 215 for level in levels) > 0.5 * len(levels)


def test_a_logo_that_cannot_be_drawn_is_told_of_itself(
    studio: sw.Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    (tmp_path / "logo.svg").write_text("<svg", encoding="utf-8")
    with pytest.raises(sw.RenderError) as caught:
        shown(studio, "plain", logo=str(tmp_path / "logo.svg"))
    assert caught.value.findings[0].code == "unreadable-svg"
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(sw.RenderError) as caught:
        shown(studio, "plain", logo=str(tmp_path / "logo.svg"))
    assert "swipewell[svg]" in caught.value.findings[0].hint
    gone = shown(studio, "plain", logo=str(tmp_path / "gone.svg"))
    with pytest.raises(sw.RenderError):
        _ = gone.slides[0].image


def test_without_a_mark_nothing_of_it_is_loaded() -> None:
    import subprocess
    import sys

    code = (
        "import sys, swipewell as sw\n"
        "sw.render(sw.Post(title='a', slides=[sw.Tip(title='b')])).slides[0].image\n"
        "late = ('layout.mark', 'layout.scrim', 'layout.pictures', 'own_colours', 'paint.picture',\n"
        "        'pictures', 'pictures.look', 'reading.parents')\n"
        "print([name for name in late if f'swipewell.{name}' in sys.modules], 'resvg_py' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[] False"


def test_a_theme_keeps_its_own_mark_where_there_is_no_picture(studio: sw.Studio) -> None:
    for theme in NAMES:
        carousel = shown(studio, theme)
        assert not any(pictures(slide.frame) for slide in carousel.slides)
    assert read_theme("linen").ornaments


def test_the_colour_at_a_place_is_that_of_what_covers_it() -> None:
    from swipewell.frame import Fill, Gradient, rounded
    from swipewell.geometry import Rect
    from swipewell.layout.beneath import colour_at

    white, red, blue = Colour(255, 255, 255), Colour(200, 0, 0), Colour(0, 0, 200)
    square = rounded(Rect(10, 10, 50, 50), 0)
    hole = rounded(Rect(20, 20, 30, 30), 0)[::-1]
    items = [Shape((square, hole), red)]
    assert colour_at(items, white, (15, 15)) == red
    assert colour_at(items, white, (25, 25)) == white
    assert colour_at(items, white, (55, 15)) == white
    assert colour_at([*items, Fill(blue)], white, (15, 15)) == blue
    assert colour_at([Shape((square,), red, opacity=0.5)], white, (15, 15)) == (228, 128, 128)
    fade = Gradient((0, 10), (0, 50), ((0.0, white), (0.5, red), (1.0, blue)))
    for y, colour in ((10, white), (30, red), (50, blue), (40, Colour(100, 0, 100))):
        assert colour_at([Fill(fade)], white, (15, y)) == colour
