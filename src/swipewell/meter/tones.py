"""Pictures to tones: their relative luminance on a scale where equal steps are equal contrast.

#000000 -> 0, #ffffff -> 255; two tones d apart have the contrast ratio 21 ** (d / 255).
"""

from __future__ import annotations

import math
from functools import cache

from PIL import Image, ImageMath

from swipewell.colour import Colour, luminance

HIGHEST = 21.0
"""The contrast of white on black, which spans all tones."""

_FINE = 65_535


def tones(image: Image.Image) -> Image.Image:
    """Return an RGB image as tones (mode L), each right to half a step: 0.6 % of a ratio."""
    red, green, blue = (
        band.point(share, "F") for band, share in zip(image.split(), _shares(), strict=True)
    )
    fine = ImageMath.lambda_eval(
        lambda given: given["convert"](given["red"] + given["green"] + given["blue"], "I"),
        red=red,
        green=green,
        blue=blue,
    )
    out = Image.new("L", image.size)
    # the public `point` first rounds all 65536 entries of a table again, for ten times the work's time
    out.im.paste(fine.im.point(_scale(), "L"), (0, 0, *image.size))
    return out


def tone(colour: Colour) -> int:
    """Return the tone of one colour."""
    return _level(luminance(colour))


def ratio(difference: float) -> float:
    """Return the contrast ratio of tones so far apart."""
    return float(HIGHEST ** (difference / 255))


def _level(light: float) -> int:
    return round(255 * math.log((light + 0.05) / 0.05) / math.log(HIGHEST))


@cache
def _shares() -> tuple[list[float], list[float], list[float]]:
    """Return what each level of red, green and blue adds to the luminance, of 65535 in all."""
    grey = [luminance(Colour(level, level, level)) * _FINE for level in range(256)]
    red, green, blue = ([weight * light for light in grey] for weight in (0.2126, 0.7152, 0.0722))
    return [light + 0.5 for light in red], green, blue  # the half rounds what is cut off


@cache
def _scale() -> list[int]:
    """Return the tone of every luminance, of 65535 in all."""
    return [_level(light / _FINE) for light in range(_FINE + 1)]
