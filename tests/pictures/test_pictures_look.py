"""Picture files looked at before they are taken: what can be shown, and what is told of the rest."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from swipewell.pictures import look
from swipewell.pictures.look import Fault, Looked, inspected

SIZE = (60, 40)
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}


def saved(form: str, mode: str = "RGB", size: tuple[int, int] = SIZE, **more: object) -> bytes:
    """The bytes of a picture that is not of one colour."""
    image = Image.linear_gradient("L").resize(size).convert(mode)
    into = io.BytesIO()
    image.save(into, form, **more)
    return into.getvalue()


def told(data: bytes, folder: Path, name: str = "a.jpg") -> Looked | Fault:
    file = folder / name
    file.write_bytes(data)
    return inspected(file, f"“{name}”")


def fault(data: bytes, folder: Path) -> Fault:
    found = told(data, folder)
    assert isinstance(found, Fault)
    assert found.hint.endswith(".")
    return found


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_known_by_its_bytes_whatever_its_name(form: str, tmp_path: Path) -> None:
    assert told(saved(form), tmp_path, "a.txt") == Looked(*SIZE, 1, alpha=False)


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF"])
def test_what_is_see_through_is_told(form: str, tmp_path: Path) -> None:
    into = io.BytesIO()
    Image.new("RGBA", SIZE, (90, 20, 200, 128)).save(into, form)
    assert told(into.getvalue(), tmp_path) == Looked(*SIZE, 1, alpha=True)


@pytest.mark.parametrize("form", FORMATS)
def test_a_picture_that_is_cut_off_is_no_picture(form: str, tmp_path: Path) -> None:
    whole = saved(form, size=(300, 300))
    for share in (0.98, 0.5):
        assert fault(whole[: int(len(whole) * share)], tmp_path).code == "cut-off-picture"


def test_a_thumbnails_end_is_not_the_pictures_and_what_hangs_behind_does_not_matter(
    tmp_path: Path,
) -> None:
    small, large = saved("JPEG", size=(16, 16)), saved("JPEG", size=(300, 300))
    segment = b"\xff\xe1" + (len(small) + 2).to_bytes(2, "big") + small
    whole = large[:2] + segment + large[2:]
    assert whole.count(b"\xff\xd9") == 2
    assert fault(whole[:-400], tmp_path).code == "cut-off-picture"
    assert isinstance(told(whole + b"\0\0\0\x18ftypmp42" + bytes(400), tmp_path), Looked)


def test_a_picture_held_upright_is_as_wide_as_it_is_shown(tmp_path: Path) -> None:
    for orientation, size in ((1, SIZE), (3, SIZE), (6, SIZE[::-1]), (8, SIZE[::-1])):
        exif = Image.Exif()
        exif[0x0112] = orientation
        for form in FORMATS:
            found = told(saved(form, exif=exif), tmp_path, f"{form}{orientation}")
            assert found[:2] == size, (form, orientation)


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF"])
def test_an_animations_pictures_are_counted(form: str, tmp_path: Path) -> None:
    first, *rest = (Image.new("RGB", SIZE, (shade, 0, 0)) for shade in (10, 120, 240))
    into = io.BytesIO()
    first.save(into, form, save_all=True, append_images=rest, duration=100)
    found = told(into.getvalue(), tmp_path)
    assert isinstance(found, Looked)
    assert found.frames == 3


def test_a_phones_second_picture_is_no_animation(tmp_path: Path) -> None:
    first, second = Image.new("RGB", SIZE), Image.new("RGB", SIZE)
    into = io.BytesIO()
    first.save(into, "MPO", save_all=True, append_images=[second])
    assert told(into.getvalue(), tmp_path) == Looked(*SIZE, 1, alpha=False)


def bomb(side: int) -> bytes:
    """A small PNG that unfolds to so many px each way."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("side", [9_000, 12_000, 60_000])
def test_a_picture_of_too_many_pixels_is_refused_unopened(side: int, tmp_path: Path) -> None:
    assert fault(bomb(side), tmp_path).code == "picture-too-large"


def test_a_file_of_too_many_bytes_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look, "MOST_BYTES", 100)
    assert fault(saved("JPEG"), tmp_path).code == "picture-too-large"


def test_what_is_no_picture_is_told_and_phones_pictures_have_a_hint_of_their_own(
    tmp_path: Path,
) -> None:
    assert "HEIC" in fault(b"\0\0\0\x18ftypheic" + bytes(40), tmp_path).hint
    gif = io.BytesIO()
    Image.new("P", SIZE).save(gif, "GIF")
    for data in (b"", b"hello", gif.getvalue()):
        assert fault(data, tmp_path).code == "not-a-picture"


def test_bytes_that_only_begin_like_a_picture_are_told(tmp_path: Path) -> None:
    broken = {
        b"\xff\xd8\xff\xda\0\2\xff\xd9": "unreadable-picture",
        b"RIFF\4\0\0\0WEBP": "unreadable-picture",
        b"\x89PNG\r\n\x1a\n" + bytes(4) + b"IEND" + bytes(4): "unreadable-picture",
        b"\0\0\0\x10ftypavif" + bytes(4): "unreadable-picture",
    }
    for data, code in broken.items():
        assert fault(data, tmp_path).code == code, data


def test_a_file_that_has_changed_is_another_picture(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(saved("PNG"))
    before = look.looked(look.identity(str(file)))
    file.write_bytes(saved("PNG", size=(80, 20)))
    assert before[:2] == SIZE
    assert look.looked(look.identity(str(file)))[:2] == (80, 20)
