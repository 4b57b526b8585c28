"""Picture files to pixels: upright, cropped about the focus, in sRGB, and without the file's secrets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageCms

from swipewell.findings import RenderError
from swipewell.pictures.decode import crop, entire, filling

MIDDLE = (0.5, 0.5)
RED, BLUE = (200, 40, 30), (20, 60, 190)


def halves(mode: str = "RGB", size: tuple[int, int] = (80, 40)) -> Image.Image:
    """A picture red on its left and blue on its right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image.convert(mode)


def near(colour: object, by: int = 6) -> object:
    return pytest.approx(colour, abs=by)


def shown(file: Path, focus: tuple[float, float] = MIDDLE) -> Image.Image:
    return filling(str(file), 20, 20, focus)


@pytest.mark.parametrize(
    ("focus", "part"),
    [
        (MIDDLE, (20, 0, 60, 40)),
        ((0.0, 0.5), (0, 0, 40, 40)),
        ((1.0, 0.1), (40, 0, 80, 40)),
        ((0.3, 0.9), (4, 0, 44, 40)),
        ((0.25, 0.5), (0, 0, 40, 40)),
    ],
)
def test_the_focus_comes_as_near_to_the_middle_as_the_edges_allow(
    focus: tuple[float, float], part: tuple[float, ...]
) -> None:
    assert crop((80, 40), 20, 20, focus) == pytest.approx(part)


def test_the_crop_has_the_shape_of_the_box() -> None:
    for size, box in (((300, 500), (888, 400)), ((4000, 3000), (48, 48)), ((10, 10), (1080, 1))):
        left, top, right, bottom = crop(size, *box, (0.9, 0.2))
        assert 0 <= left < right <= size[0] + 1e-6
        assert 0 <= top < bottom <= size[1] + 1e-6
        assert (right - left) / (bottom - top) == pytest.approx(box[0] / box[1])


def test_rounding_never_leads_beyond_an_edge() -> None:
    """Pillow refuses a box that begins a millionth of a pixel outside."""
    for width in range(1, 1100, 7):
        for size in ((4032, 3024), (2016, 1512), (1200, 900), (999, 667)):
            for focus in (MIDDLE, (0.0, 0.0), (1.0, 1.0)):
                left, top, right, bottom = crop(size, width, width * 9 / 7, focus)
                assert 0 <= left < right <= size[0]
                assert 0 <= top < bottom <= size[1]


def test_a_picture_is_shown_around_its_focus(tmp_path: Path) -> None:
    halves().save(tmp_path / "a.png")
    left, right = shown(tmp_path / "a.png", (0, 0.5)), shown(tmp_path / "a.png", (1, 0.5))
    for x in (2, 17):
        assert left.getpixel((x, 10)) == near(RED)
        assert right.getpixel((x, 10)) == near(BLUE)


def test_the_focus_is_one_of_the_picture_held_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # its left edge is shown on top
    halves(size=(400, 200)).save(tmp_path / "a.jpg", quality=95, exif=exif)
    top = shown(tmp_path / "a.jpg", (0.5, 0.0))
    bottom = shown(tmp_path / "a.jpg", (0.5, 1.0))
    assert top.getpixel((10, 10)) == near(RED)
    assert bottom.getpixel((10, 10)) == near(BLUE)


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "CMYK", "LA", "PA", "RGBA"])
def test_every_mode_is_shown_in_its_colours(mode: str, tmp_path: Path) -> None:
    name = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    if mode == "I;16":
        image = Image.new("I;16", (40, 40), 51_400)  # 200 of 255
    else:
        image = Image.new("RGB", (40, 40), (200, 200, 200)).convert(
            {"PA": "P"}.get(mode, mode), dither=Image.Dither.NONE
        )
    image.save(name)
    found = shown(name)
    expected = (255, 255, 255) if mode == "1" else (200, 200, 200)
    assert found.mode == ("RGBA" if mode in ("LA", "RGBA") else "RGB")
    assert found.convert("RGB").getpixel((10, 10)) == near(expected)


def test_a_palettes_clear_colour_is_see_through(tmp_path: Path) -> None:
    image = Image.new("P", (40, 40), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.paste(1, (20, 0, 40, 40))
    image.save(tmp_path / "a.png", transparency=0)
    found = shown(tmp_path / "a.png")
    assert found.getpixel((2, 10))[3] == 0  # type: ignore[index]
    assert found.getpixel((18, 10)) == near((0, 0, 255, 255))


def wide_gamut() -> bytes:
    """A profile whose green and red are the other way round, so that nobody can miss it."""
    return PROFILE.tobytes()


def swapped_profile() -> ImageCms.ImageCmsProfile:
    """sRGB with red and green exchanged: the tags of their columns change places."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(data[128:132], "big")
    tags = {bytes(data[132 + 12 * i : 136 + 12 * i]): 132 + 12 * i for i in range(count)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    at = data.find("sRGB".encode("utf-16-be"))
    data[at : at + 8] = "Swap".encode("utf-16-be")
    import io

    return ImageCms.ImageCmsProfile(io.BytesIO(bytes(data)))


PROFILE = swapped_profile()


@pytest.mark.parametrize("form", ["jpg", "png", "webp", "avif"])
def test_colours_of_another_space_become_those_of_srgb(form: str, tmp_path: Path) -> None:
    plain = Image.new("RGB", (40, 40), (30, 180, 60))
    plain.save(tmp_path / f"a.{form}", icc_profile=wide_gamut(), quality=95)
    found = shown(tmp_path / f"a.{form}")
    assert found.getpixel((10, 10)) == near((180, 30, 60))


def test_what_is_see_through_stays_so_in_another_space(tmp_path: Path) -> None:
    Image.new("RGBA", (40, 40), (30, 180, 60, 90)).save(
        tmp_path / "a.png", icc_profile=wide_gamut()
    )
    assert shown(tmp_path / "a.png").getpixel((10, 10)) == near((180, 30, 60, 90))


@pytest.mark.parametrize("profile", [b"rubbish", wide_gamut()[:200]])
def test_a_profile_that_says_nothing_changes_nothing(profile: bytes, tmp_path: Path) -> None:
    Image.new("RGB", (40, 40), RED).save(tmp_path / "a.png", icc_profile=profile)
    assert shown(tmp_path / "a.png").getpixel((10, 10)) == near(RED)


def test_a_profile_for_other_channels_is_passed_over(tmp_path: Path) -> None:
    Image.new("L", (40, 40), 90).save(tmp_path / "a.png", icc_profile=wide_gamut())
    assert shown(tmp_path / "a.png").getpixel((10, 10)) == near((90, 90, 90))


def test_nothing_of_the_file_is_carried_along_but_pixels(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "A phone"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    halves().save(tmp_path / "a.jpg", exif=exif, comment=b"secret", icc_profile=wide_gamut())
    with Image.open(tmp_path / "a.jpg") as before:
        assert {"exif", "comment", "icc_profile"} <= before.info.keys()
    for image in (shown(tmp_path / "a.jpg"), entire(str(tmp_path / "a.jpg"))):
        assert image.info == {}
        assert not image.getexif()


def test_what_only_decoding_can_tell_is_a_render_error(tmp_path: Path) -> None:
    halves(size=(400, 400)).save(tmp_path / "a.png")
    data = bytearray((tmp_path / "a.png").read_bytes())
    at = data.find(b"IDAT")
    data[at + 8 : at + 40] = bytes(32)
    (tmp_path / "a.png").write_bytes(data)
    for read in (lambda file: shown(Path(file)), entire):
        with pytest.raises(RenderError) as caught:
            read(str(tmp_path / "a.png"))
        assert [finding.code for finding in caught.value.findings] == ["unreadable-picture"]
