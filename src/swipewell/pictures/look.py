"""A picture file to what its head and its frame tell, without decoding it.

photos/sea.jpg -> Looked(4032 × 3024 px, one frame, no alpha), or a Fault: cut off, too large, of a
sort that is not read. Painting then has nothing to refuse but what only decoding can tell.
"""

from __future__ import annotations

import os
import struct
import warnings
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from swipewell.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL.Image import Image

MOST_BYTES = 60_000_000
MOST_PIXELS = 80_000_000
"""What a picture may hold, decoded at four bytes a pixel; the sensors of phones stay below."""

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")

_TURNED = (5, 6, 7, 8)
"""The orientations of EXIF that lie on their side."""
_ORIENTATION = 0x112
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


class Fault(NamedTuple):
    """Why a file is no picture that can be shown, as a finding says it."""

    code: str
    message: str
    hint: str


class Looked(NamedTuple):
    """A picture's size in px once it is upright, how many frames it has, and whether it is see-through."""

    width: int
    height: int
    frames: int
    alpha: bool


class TooLargeError(OSError):
    """A picture with so many pixels that Pillow does not even open it."""


class Identity(NamedTuple):
    """A file as it is now: another time or size of the same path is another picture."""

    path: str
    changed: int
    size: int


def identity(file: str) -> Identity:
    """Return which file stands at a path just now; OSError where there is none."""
    status = os.stat(file)
    return Identity(file, status.st_mtime_ns, status.st_size)


def sort_of(head: bytes) -> str | None:
    """Return the format that a file's first 12 bytes are of, None for one that is not read."""
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    return "AVIF" if head[4:8] == b"ftyp" and head[8:12] in (b"avif", b"avis") else None


def inspected(file: Path, shown: str) -> Looked | Fault:
    """Return what a file tells of its picture, or why it cannot be shown; ``shown`` is its name in quotes."""
    size = file.stat().st_size
    if size > MOST_BYTES:
        return _too_large(f"{shown} takes {size / 1e6:.0f} MB.")
    data = file.read_bytes()
    sort = sort_of(data[:12])
    if sort is None:
        return _no_picture(data[:12], shown)
    if not _is_whole(data, sort):
        message = f"The picture {shown} is cut off: its end is missing."
        return Fault("cut-off-picture", message, "Copy it again from where it came from.")
    try:
        found = looked(identity(str(file)))
    except TooLargeError as problem:
        return _too_large(f"{shown} cannot be decoded: {problem}.")
    except UNREADABLE as problem:
        message = f"The picture {shown} cannot be decoded ({_brief(problem)})."
        return Fault("unreadable-picture", message, "Save it again as JPEG or PNG.")
    if found.width * found.height > MOST_PIXELS:
        return _too_large(f"{shown} has {found.width} × {found.height} px.")
    return found


@lru_cache(maxsize=256)
def looked(file: Identity) -> Looked:
    """Return what a file's head tells of its picture; one of ``UNREADABLE`` where it tells nothing."""
    with opened(file.path) as image:
        width, height = image.size
        if _orientation(image) in _TURNED:
            width, height = height, width
        # a second picture in a JPEG is the phone's own copy, not the next of an animation
        frames = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
        return Looked(width, height, frames, image.has_transparency_data)


@contextmanager
def opened(file: str) -> Iterator[Image]:
    """Open a picture of a format that is read, told by its bytes alone."""
    from PIL import Image

    with warnings.catch_warnings():
        # what is too large is refused by its size; an animation's rest and odd metadata are not read
        warnings.simplefilter("ignore")
        try:
            image = Image.open(file, formats=FORMATS)
        except Image.DecompressionBombError:
            raise TooLargeError("it has far too many pixels") from None
        with image:
            yield image


UNREADABLE = (
    *(OSError, ValueError, SyntaxError, EOFError, MemoryError, OverflowError, struct.error),
    *(TypeError, KeyError, IndexError, ZeroDivisionError, RuntimeError, AttributeError),
)
"""What Pillow raises for files that are broken, each format's plugin in its own way."""


def _orientation(image: Image) -> int:
    """Return the orientation that EXIF tells; a PNG without EXIF would be decoded to look for it."""
    if image.format == "PNG" and "exif" not in image.info:
        return 1
    return int(image.getexif().get(_ORIENTATION, 1))


def _too_large(what: str) -> Fault:
    hint = "Save it smaller: 2160 px across are enough for every slide."
    return Fault("picture-too-large", f"The picture {what}", hint)


def _no_picture(head: bytes, shown: str) -> Fault:
    message = f"{shown} is not a picture that can be shown."
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC:
        return Fault("not-a-picture", message, "It is HEIC, as phones save it: export it as JPEG.")
    hint = "Save it as JPEG, PNG, WebP or AVIF; its name alone does not make it one."
    return Fault("not-a-picture", message, hint)


def _brief(problem: BaseException) -> str:
    """Return what a library says of a fault, without the path and in one short line."""
    return " ".join(str(problem).split())[:80] or type(problem).__name__


# --- Whether a file ends where its format says ---


def _is_whole(data: bytes, sort: str) -> bool:
    return _ENDS[sort](data)


def _jpeg_ends(data: bytes) -> bool:
    """Say whether a JPEG's pixels come to an end; what a phone hangs on behind them does not matter.

    Segments are walked to the first scan, for an EXIF thumbnail has an end of its own.
    """
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xDA:
            return data.find(b"\xff\xd9", at) >= 0
        at += 1 if marker == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return False


def _png_ends(data: bytes) -> bool:
    at = 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == b"IEND":
            return True
        at += 12 + length
    return False


def _webp_ends(data: bytes) -> bool:
    return len(data) >= 8 + int.from_bytes(data[4:8], "little")


def _avif_ends(data: bytes) -> bool:
    at = 0
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        if length == 0:
            return True
        if length < 8:
            return False
        at += length
    return at == len(data)


_ENDS = {"JPEG": _jpeg_ends, "PNG": _png_ends, "WEBP": _webp_ends, "AVIF": _avif_ends}
