"""Picture files to the pixels shown: turned upright, cropped about the middle, metadata left behind."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageOps

from swipewell.findings import RenderError, error

_MOST_PIXELS = 80_000_000


@lru_cache(maxsize=16)
def fitted(file: str, width: int, height: int) -> Image.Image:
    """Return the picture filling a box of so many px; RenderError where it cannot be read."""
    try:
        with Image.open(file) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise RenderError(
                    [error("picture-too-large", f"{file} has too many pixels.", "Save it smaller.")]
                )
            opened.draft("RGB", (width * 2, height * 2))
            upright = ImageOps.exif_transpose(opened)
            return ImageOps.fit(upright.convert("RGB"), (width, height), Image.Resampling.LANCZOS)
    except OSError as problem:
        message = f"The picture {file} could not be read: {problem}."
        raise RenderError(
            [error("unreadable-picture", message, "Save it again as JPEG or PNG.")]
        ) from problem
