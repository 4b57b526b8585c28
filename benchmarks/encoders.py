"""Encoding alone: the fastest ways at hand from a painted slide to PNG or JPEG bytes."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from importlib.util import find_spec

from PIL import Image

from benchmarks import clock
from swipewell.export import image as own

Encoder = Callable[[Image.Image], bytes]


def encoders(form: str) -> Mapping[str, Encoder]:
    """Return the encoders of a form by name: Swipewell's own, and those of packages installed."""
    if form == "jpeg":
        found: dict[str, Encoder] = {"swipewell": own.jpeg}
        if find_spec("simplejpeg") and find_spec("numpy"):
            found["simplejpeg"] = _simple_jpeg()
        return found
    found = {"swipewell": own.png, "pillow, level 1": _pillow_png}
    if find_spec("numpy"):
        found["up + isal 1"] = _up_and_isal()
    return found


def alone(image: Image.Image, choice: Mapping[str, Encoder], repeats: int = 3) -> dict[str, float]:
    """Return each encoder's ms for an image, the least of some repeats taken in turns."""
    best = dict.fromkeys(choice, float("inf"))
    for _ in range(repeats):
        for name, encode in choice.items():
            start = clock.ms()
            encode(image)
            best[name] = min(best[name], clock.ms() - start)
    return best


def _pillow_png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _simple_jpeg() -> Encoder:
    import numpy as np
    import simplejpeg

    def encode(image: Image.Image) -> bytes:
        pixels = np.asarray(image)
        return bytes(simplejpeg.encode_jpeg(pixels, own.JPEG_QUALITY, colorsubsampling="444"))

    return encode


def _up_and_isal() -> Encoder:
    """Return an encoder with filter 2 on every row, made by numpy in memory that it keeps."""
    import numpy as np
    from isal import isal_zlib

    kept: dict[tuple[int, int], np.ndarray] = {}

    def encode(image: Image.Image) -> bytes:
        width, height = image.size
        pixels = np.asarray(image).reshape(height, 3 * width)
        rows = kept.setdefault((width, height), np.empty((height, 3 * width + 1), np.uint8))
        rows[:, 0] = 2
        rows[0, 1:] = pixels[0]
        np.subtract(pixels[1:], pixels[:-1], out=rows[1:, 1:])
        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        parts = ((b"IHDR", header), (b"IDAT", isal_zlib.compress(rows, 1)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)

    return encode


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(data, zlib.crc32(kind))
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
