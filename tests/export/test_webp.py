"""Slides as WebP: the very pixels where that is small, and close to them for photographs."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image, ImageChops, ImageStat

import swipewell as sw
from swipewell.export.image import encoded, srgb_profile, webp


def flat() -> Image.Image:
    image = Image.new("RGB", (540, 540), (246, 236, 221))
    image.paste((169, 79, 51), (0, 350, 540, 540))
    return image


def photograph() -> Image.Image:
    """Soft light with the grain of a sensor, as flat design never has it."""
    light = Image.merge("RGB", [Image.linear_gradient("L")] * 3).resize((540, 540))
    grain = Image.frombytes("L", (540, 540), random.Random(5).randbytes(540 * 540))
    return Image.blend(light, Image.merge("RGB", [grain] * 3), 0.12)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    assert image.format == "WEBP"
    assert image.info["icc_profile"] == srgb_profile()
    return image.convert("RGB")


def apart(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, in levels."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


def test_flat_design_keeps_every_pixel_and_is_smaller_than_png() -> None:
    data = webp(flat())
    assert opened(data).tobytes() == flat().tobytes()
    assert len(data) < len(encoded(flat(), "png"))


def test_a_slide_keeps_every_pixel(studio: sw.Studio, alma: sw.Brand) -> None:
    post = sw.Post(title="A kinder no", slides=[sw.Tip(title="Pause first", body="Wait. " * 9)])
    image = sw.render(post, alma, "linen", studio=studio).slides[1].image
    assert opened(webp(image)).tobytes() == image.tobytes()
    assert len(webp(image)) < 100_000


def test_a_photograph_loses_what_nobody_sees() -> None:
    data = webp(photograph())
    assert 0 < apart(opened(data), photograph()) < 4
    assert len(data) < len(encoded(photograph(), "png")) / 2


def test_equal_pixels_make_equal_bytes() -> None:
    assert webp(photograph()) == webp(photograph())


def test_a_picture_in_no_known_format_is_refused() -> None:
    with pytest.raises(ValueError, match="no format 'gif'"):
        encoded(flat(), "gif")
