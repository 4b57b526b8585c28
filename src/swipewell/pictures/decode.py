"""A picture file to the pixels shown: turned upright, cropped, in sRGB, and nothing else of the file.

EXIF (with places and times), XMP and profiles end here: what comes out are pixels alone.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from swipewell.findings import RenderError, error
from swipewell.pictures.look import MOST_PIXELS, UNREADABLE, TooLargeError, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from swipewell.geometry import Point

_ON_THEIR_SIDE = 2
_DEEP = ("I;16", "I;16L", "I;16B", "I;16N", "I")
_AS_IS = ("L", "RGB", "RGBA", "CMYK")


def filling(file: str, width: int, height: int, focus: Point) -> Image.Image:
    """Return a picture (RGB, or RGBA where it is see-through) that fills a box of so many px.

    What does not fit is cut off, so that the focus (shares of width and height) comes as near to
    the box's middle as the picture's edges allow. RenderError where it cannot be decoded.
    """
    with _told(file), opened(file) as image:
        _bounded(image)
        longer = _ON_THEIR_SIDE * max(width, height)
        image.draft(None, (longer, longer))
        profile = image.info.get("icc_profile")
        upright = _plain(ImageOps.exif_transpose(image))
        part = crop(upright.size, width, height, focus)
        fitting = upright.resize((width, height), Image.Resampling.LANCZOS, part)
        return _pixels_alone(_in_srgb(fitting, profile))


def entire(file: str) -> Image.Image:
    """Return all of a picture in RGBA and as many px as it has; RenderError where it cannot be decoded."""
    with _told(file), opened(file) as image:
        _bounded(image)
        profile = image.info.get("icc_profile")
        upright = _plain(ImageOps.exif_transpose(image))
        return _pixels_alone(_in_srgb(upright, profile).convert("RGBA"))


def _bounded(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise TooLargeError("it has too many pixels")


@contextmanager
def _told(file: str) -> Iterator[None]:
    """Tell of a file that cannot be decoded as a RenderError."""
    try:
        yield
    except UNREADABLE as problem:
        large = isinstance(problem, TooLargeError)
        code = "picture-too-large" if large else "unreadable-picture"
        hint = "Save it smaller." if large else "Save it again as JPEG or PNG."
        message = f"The picture {file} could not be read: {problem}."
        raise RenderError([error(code, message, hint)]) from problem


def crop(
    size: tuple[int, int], width: float, height: float, focus: Point
) -> tuple[float, float, float, float]:
    """Return the part of a picture of a size, in its px, that is shown in a box of another shape."""
    scale = min(size[0] / width, size[1] / height)
    # rounding must not lead beyond an edge, by however little
    shown = min(width * scale, size[0]), min(height * scale, size[1])
    left, top = (
        max(min(point * whole - part / 2, whole - part), 0.0)
        for point, whole, part in zip(focus, size, shown, strict=True)
    )
    return left, top, min(left + shown[0], size[0]), min(top + shown[1], size[1])


def _plain(image: Image.Image) -> Image.Image:
    """Return an image of eight bits a channel, without palette: L, RGB, RGBA or CMYK."""
    if image.mode in _DEEP:  # `convert` would clip what is brighter than a 256th of white
        image = image.point(lambda level: level / 256).convert("L")
    if image.mode != "CMYK" and image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in _AS_IS else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the image with its colours as sRGB has them, by the profile that came with it."""
    converted = _by_profile(image, profile) if profile else None
    if converted is not None:
        return converted
    return image if image.mode in ("RGB", "RGBA") else image.convert("RGB")


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    """Return the image converted by a profile; None for sRGB itself, or a profile that does not fit."""
    from PIL import ImageCms  # most pictures come in sRGB, and say nothing

    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = image.convert("RGB") if alpha else image
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "srgb" in (own.profile.profile_description or "").lower():
            return None
        target = ImageCms.createProfile("sRGB")
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
        made = ImageCms.profileToProfile(
            colours, own, target, renderingIntent=intent, outputMode="RGB", flags=flags
        )
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return None
    if made is not None and alpha:
        made.putalpha(alpha)
    return made


def _pixels_alone(image: Image.Image) -> Image.Image:
    """Return the image without what Pillow carries along: EXIF, XMP, profile, comments."""
    image.info.clear()
    return image
