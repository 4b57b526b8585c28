"""Colours: sRGB and OKLCH, the WCAG contrast ratio, and an ink that reads on a paper.

OKLab is Björn Ottosson's (https://bottosson.github.io/posts/oklab/); the contrast ratio is
WCAG 2.2's (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

from __future__ import annotations

import math

from swipewell.named import NamedTuple


class Colour(NamedTuple):
    """An opaque sRGB colour, 0 to 255 a channel."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """Return the colour as ``#rrggbb``."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


class Oklch(NamedTuple):
    """Lightness 0 to 1, chroma 0 to about 0.37, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def parse_hex(text: str) -> Colour:
    """Return the colour of ``#rrggbb`` or ``#rgb``; ValueError where it is neither."""
    digits = text.strip().removeprefix("#")
    if len(digits) == 3:
        digits = "".join(d * 2 for d in digits)
    if len(digits) != 6:
        raise ValueError(f"{text!r} is not a colour like #b3573a")
    value = int(digits, 16)
    return Colour(value >> 16, value >> 8 & 255, value & 255)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def to_oklch(colour: Colour) -> Oklch:
    """Return the colour in OKLCH."""
    r, g, b = (_linear(c / 255) for c in colour)
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    medium = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def _linear_rgb(lch: Oklch) -> tuple[float, float, float]:
    a = lch.chroma * math.cos(math.radians(lch.hue))
    b = lch.chroma * math.sin(math.radians(lch.hue))
    long = (lch.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lch.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lch.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _in_gamut(lch: Oklch) -> bool:
    return all(-1e-4 <= channel <= 1.0001 for channel in _linear_rgb(lch))


def from_oklch(lch: Oklch) -> Colour:
    """Return the sRGB colour; chroma is lowered, hue and lightness kept, where sRGB cannot show it."""
    lightness = min(max(lch.lightness, 0.0), 1.0)
    low, high = 0.0, max(lch.chroma, 0.0)
    if not _in_gamut(Oklch(lightness, high, lch.hue)):
        for _ in range(16):
            middle = (low + high) / 2
            if _in_gamut(Oklch(lightness, middle, lch.hue)):
                low = middle
            else:
                high = middle
        high = low
    channels = _linear_rgb(Oklch(lightness, high, lch.hue))
    red, green, blue = (round(255 * _encoded(min(max(c, 0.0), 1.0))) for c in channels)
    return Colour(red, green, blue)


def luminance(colour: Colour) -> float:
    """Return the relative luminance of WCAG, 0 to 1."""
    r, g, b = (_linear(c / 255) for c in colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def reading_on(lch: Oklch, paper: Colour, ratio: float) -> Oklch:
    """Return the colour moved away from the paper in lightness until it reaches the contrast ratio."""
    step, end = (-0.002, 0.0) if luminance(paper) > 0.18 else (0.002, 1.0)
    while lch.lightness != end and contrast(from_oklch(lch), paper) < ratio:
        lch = lch._replace(lightness=min(max(lch.lightness + step, 0.0), 1.0))
    return lch


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return the colour a share (0 to 1) of the way from one to the other, in sRGB."""
    return Colour(*(round(a + (b - a) * share) for a, b in zip(one, other, strict=True)))
