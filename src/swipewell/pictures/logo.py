"""A logo's file to what it shows, without the clear border around it: its shape, its colours, its pixels."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from swipewell.colour import Colour
from swipewell.findings import RenderError, error
from swipewell.named import NamedTuple
from swipewell.pictures.look import UNREADABLE, Identity

if TYPE_CHECKING:
    from PIL import Image

_SEEN = 24
"""Below this level of 255, what is left of a colour is the border of a drawing, or nothing."""
_WORKING = 640
_COLOURS = 48


class Logo(NamedTuple):
    """What a logo's file shows: width over height of what can be seen, how high it is, and its colours.

    ``height`` is in px of a bitmap, None of a drawing, which has as many as are wanted. ``colours``
    are those painted, each with its share of what can be seen. ``solid`` says that it fills its
    box to the corners, and so brings a ground of its own.
    """

    aspect: float
    height: int | None
    colours: tuple[tuple[Colour, float], ...]
    solid: bool


def is_drawing(file: str) -> bool:
    """Say whether a logo is drawn as SVG."""
    return file.lower().endswith(".svg")


@lru_cache(maxsize=64)
def logo(file: Identity) -> Logo:
    """Return what a logo shows; RenderError where it cannot be read or nothing can be seen."""
    seen = _trimmed(_whole(file.path, _WORKING), file.path)
    pixels = None if is_drawing(file.path) else seen.height
    return Logo(seen.width / seen.height, pixels, _colours(seen), _is_solid(seen))


def logo_pixels(file: str, width: int, height: int) -> Image.Image:
    """Return a logo (RGBA) as large as a box of its shape, its clear border cut off."""
    from PIL import Image

    # the border is not known before it is drawn: once small, to see it, then as large as needed
    small = _whole(file, _WORKING)
    seen = _trimmed(small, file)
    if not is_drawing(file):
        return seen.resize((width, height), Image.Resampling.LANCZOS)
    side = round(_WORKING * max(width / seen.width, height / seen.height))
    large = _trimmed(_whole(file, max(side, 16)), file)
    return large.resize((width, height), Image.Resampling.LANCZOS)


def _whole(file: str, side: int) -> Image.Image:
    """Return a logo in RGBA: a drawing with its longer side so many px, a bitmap as it is."""
    from swipewell.pictures.decode import entire

    if not is_drawing(file):
        return entire(file)
    from swipewell.pictures.svg import drawn

    try:
        return drawn(file, side)
    except ImportError:
        message = f"To draw the logo {file}, Swipewell needs its extra for SVG."
        hint = "Install it: pip install 'swipewell[svg]', or save the logo as PNG."
        raise RenderError([error("no-svg", message, hint, field="logo")]) from None
    except UNREADABLE as problem:
        message = f"The logo {file} could not be drawn: {problem}."
        raise RenderError([error("unreadable-svg", message, field="logo")]) from None


def _trimmed(image: Image.Image, file: str) -> Image.Image:
    """Return what can be seen of an image."""
    box = image.getchannel("A").point([0] * _SEEN + [255] * (256 - _SEEN)).getbbox()
    if box is None:
        message = f"There is nothing to be seen in the logo {file}."
        raise RenderError([error("empty-logo", message, "Choose another file.", field="logo")])
    return image.crop(box)


def _is_solid(image: Image.Image) -> bool:
    """Say whether nearly all of an image is opaque, as of an app's icon or a JPEG."""
    alpha = image.getchannel("A").histogram()
    return sum(alpha[250:]) >= 0.97 * image.width * image.height


def _colours(image: Image.Image) -> tuple[tuple[Colour, float], ...]:
    """Return the colours of what can be seen, each with its share, the most frequent first."""
    small = image.copy()
    small.thumbnail((96, 96))
    counts: dict[tuple[int, int, int], float] = {}
    found: Any = small.getcolors(small.width * small.height) or ()
    for count, (red, green, blue, alpha) in found:
        if alpha > 128:  # the colour of an edge is the ground's as well
            key = red // 16, green // 16, blue // 16
            counts[key] = counts.get(key, 0.0) + count
    whole = sum(counts.values()) or 1.0
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:_COLOURS]
    return tuple(
        (Colour(red * 17, green * 17, blue * 17), count / whole)
        for (red, green, blue), count in ranked
    )
