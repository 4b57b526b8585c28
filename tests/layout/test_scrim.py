"""Pictures on slides: on every cover, around the focus, sharp, and under text only behind a veil."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

import swipewell as sw
from swipewell.carousel import Rendered
from swipewell.frame import Frame, Picture, Shape
from swipewell.meter import contrast_findings, measured
from swipewell.model.theme import Theme
from swipewell.pipeline import compose_prepared, prepare
from swipewell.reading.theme import BASE, _raw, formed, theme_names
from swipewell.resources import resource_folder

SEA = str(Path(__file__).resolve().parents[2] / "samples" / "photos" / "calm-sea.jpg")
BASE_THEME: Theme = formed(Theme, {**_raw(resource_folder("themes") / BASE), "name": "base"})
SHORT = "Rest is not a reward"
LONG = "Five ways to set a kind boundary without losing the people you love"


def speckled(folder: Path) -> str:
    """A picture on which nothing could be read: dark and light, in all colours."""
    image, dice = Image.new("RGB", (900, 700)), random.Random(3)
    draw = ImageDraw.Draw(image)
    for _ in range(1500):
        x, y, r = dice.random() * 900, dice.random() * 700, dice.random() * 50
        draw.ellipse((x, y, x + r, y + r), fill=tuple(dice.randrange(256) for _ in range(3)))
    image.save(folder / "speckled.png")
    return str(folder / "speckled.png")


def plain_picture(folder: Path, shade: int) -> str:
    file = folder / f"grey{shade}.png"
    Image.new("RGB", (900, 700), (shade, shade, shade)).save(file)
    return str(file)


def on_base(studio: sw.Studio, title: str, picture: str) -> Rendered:
    """A post's slides in the theme that all others stand on."""
    post = sw.Post(
        title=title,
        subtitle="Small sentences that protect you *and* the relationship",
        cover=sw.Cover(kicker="Boundaries", picture=picture, alt="A sea"),
        slides=[sw.Tip(title="Pause")],
    )
    brand = sw.Brand(handle="@alma", region="US")
    wanted = prepare(post, brand, "linen", today=dt.date(2026, 11, 23))
    return compose_prepared(wanted._replace(theme=BASE_THEME), studio)


def pictures(frame: Frame) -> list[Picture]:
    return [item for item in frame.items if isinstance(item, Picture)]


def veils(frame: Frame) -> list[Shape]:
    return [item for item in frame.items if isinstance(item, Shape) and 0 < item.opacity < 1]


def cover(studio: sw.Studio, theme: str, picture: str = SEA, **more: object) -> Frame:
    own = sw.Cover.model_validate({"picture": picture, "alt": "A sea", **more})
    post = sw.Post(title=SHORT, subtitle="Three permissions", cover=own, slides=[sw.Tip(title="a")])
    return sw.render(post, sw.Brand(region="US"), theme, studio=studio).slides[0].frame


@pytest.mark.parametrize("theme", theme_names())
def test_every_themes_cover_shows_its_picture(studio: sw.Studio, theme: str) -> None:
    (shown,) = pictures(cover(studio, theme))
    assert shown.box.width * shown.box.height >= 120_000
    assert shown.box.width >= 200


def test_words_stand_under_a_picture_where_they_leave_it_room(studio: sw.Studio) -> None:
    frame = on_base(studio, SHORT, SEA).slides[0].frame
    (shown,) = pictures(frame)
    assert shown.box.height >= 220
    assert not any(run.box.overlaps(shown.box) for run in frame.texts)
    assert veils(frame) == []


@pytest.mark.parametrize("what", ["sea", "speckled", "black", "white"])
def test_words_on_a_picture_read_by_the_meter(studio: sw.Studio, what: str, tmp_path: Path) -> None:
    file = {"sea": SEA, "speckled": speckled(tmp_path)}.get(what) or plain_picture(
        tmp_path, {"black": 0, "white": 255}[what]
    )
    carousel = on_base(studio, LONG, file)
    slide = carousel.slides[0]
    (shown,) = pictures(slide.frame)
    on_it = [
        reading
        for reading in measured(slide.frame, slide.paint, BASE_THEME.styles)
        if reading.where.overlaps(shown.box)
    ]
    assert {reading.path for reading in on_it} == {"kicker", "title", "subtitle"}
    assert all(reading.reads for reading in on_it), on_it
    assert contrast_findings(carousel) == ()


def test_a_veil_is_no_denser_than_its_texts_need(studio: sw.Studio, tmp_path: Path) -> None:
    def density(file: str) -> float:
        return sum(veil.opacity for veil in veils(on_base(studio, LONG, file).slides[0].frame))

    white, sea, black = (
        density(file) for file in (plain_picture(tmp_path, 255), SEA, plain_picture(tmp_path, 0))
    )
    assert white == 0
    assert 0.05 < sea < 0.4
    assert sea < black < 0.75


@pytest.mark.parametrize("theme", ["linen", "tide", "plain"])
def test_the_focus_is_the_authors_on_covers_and_slides(studio: sw.Studio, theme: str) -> None:
    (shown,) = pictures(cover(studio, theme, focus="bottom left"))
    assert shown.focus == (0.0, 1.0)
    post = sw.Post(
        title="a",
        slides=[
            sw.Picture(picture=SEA, alt="b", focus=(0.25, 0.75)),
            sw.Picture(picture=SEA, alt="b"),
        ],
    )
    slides = sw.render(post, sw.Brand(region="US"), theme, studio=studio).slides
    found = [picture.focus for slide in slides for picture in pictures(slide.frame)]
    assert found == [(0.25, 0.75), (0.5, 0.5)]


@pytest.mark.parametrize(
    ("written", "focus"),
    [
        ("top", (0.5, 0.0)),
        ("Bottom", (0.5, 1.0)),
        ("left", (0.0, 0.5)),
        ("center right", (1.0, 0.5)),
        ("right top", (1.0, 0.0)),
        ("top-left", (0.0, 0.0)),
        ("middle", (0.5, 0.5)),
        (["0.3", "0.9"], (0.3, 0.9)),
        ([0, 1], (0.0, 1.0)),
    ],
)
def test_a_focus_is_a_word_or_two_shares(written: object, focus: tuple[float, float]) -> None:
    assert sw.Cover.model_validate({"focus": written}).focus == focus


@pytest.mark.parametrize(
    "written", ["up", "top bottom", "", "[1.2, 0]", "[0.5]", "[a, b]", "0.5", "{x: 1}", "[-1, 0]"]
)
def test_what_is_no_focus_is_told_at_its_place(written: str, tmp_path: Path) -> None:
    file = tmp_path / "post.yaml"
    text = f"title: a\ncover:\n  focus: {written or repr('')}\nslides: [{{title: c}}]\n"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(sw.InputError) as caught:
        sw.read_post(file)
    (finding,) = caught.value.findings
    assert (finding.where.field or "").startswith("cover.focus")
    assert finding.where.line == 3
    assert "top, or two shares such as [0.5, 0.3]" in finding.hint


def test_a_focus_is_not_heard(studio: sw.Studio) -> None:
    post = sw.Post(title="a", slides=[sw.Picture(picture=SEA, alt="A calm sea", focus=(0.2, 0.7))])
    slide = sw.render(post, sw.Brand(region="US"), "linen", studio=studio).slides[1]
    assert slide.alt == "A calm sea."


def test_a_picture_that_would_be_blurred_is_told_with_what_it_needs(
    studio: sw.Studio, tmp_path: Path
) -> None:
    Image.new("RGB", (200, 150)).save(tmp_path / "tiny.jpg")
    tiny = str(tmp_path / "tiny.jpg")
    post = sw.Post(
        title=SHORT,
        cover=sw.Cover(picture=tiny, alt="b"),
        slides=[sw.Picture(picture=tiny, alt="b"), sw.Picture(picture=SEA, alt="b")],
    )
    for theme in ("linen", "tide", "plain"):
        findings = sw.render(post, sw.Brand(region="US"), theme, studio=studio).findings
        found = {f.where.field: f for f in findings if f.code == "small-picture"}
        assert set(found) == {"cover.picture", "slides[0].picture"}, theme
        assert "200 × 150 px" in found["cover.picture"].message
        assert "at least" in found["cover.picture"].hint


@pytest.mark.parametrize("theme", theme_names())
def test_no_words_are_lost_on_a_covers_picture_in_any_theme(
    studio: sw.Studio, theme: str, tmp_path: Path
) -> None:
    for file in (plain_picture(tmp_path, 20), plain_picture(tmp_path, 235)):
        post = sw.Post(
            title=LONG.split(" without")[0],
            subtitle="Small sentences that protect you",
            cover=sw.Cover(kicker="Boundaries", picture=file, alt="A sea"),
            slides=[sw.Tip(title="a")],
        )
        carousel = sw.render(post, sw.Brand(region="US"), theme, studio=studio)
        slide = carousel.slides[0]
        (shown,) = pictures(slide.frame)
        for reading in measured(slide.frame, slide.paint, carousel.theme.styles):
            if reading.where.overlaps(shown.box):
                assert reading.reads, (file, reading)
