"""Images to PNG, JPEG and WebP bytes: sRGB profile embedded, no time stamps, equal pixels to equal bytes.

The PNG writer is our own, because it is many times faster than a general one on flat design: every
row keeps filter 0 (PNG 1.2, 6.2), so that Pillow writes the scanlines with their filter bytes in one
pass, and ISA-L deflates them at level 1.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from functools import cache
from itertools import chain

from PIL import Image
from PIL import _imaging as core

JPEG_QUALITY = 92
_WEBP_EFFORT = 20  # of 100; at 50 flat slides are a fifth smaller, and all take twice as long
_WEBP_QUALITY = 95
_WEBP_DENSE = 0.4  # bytes a pixel; design takes 0.03 to 0.35 without loss, a photograph over 1
_ROWS = 32
_HEAD = 16  # bytes: enough for ISA-L's careful routine to hash the first of them


def encoded(image: Image.Image, form: str) -> bytes:
    """Return an RGB image as ``png``, ``jpeg`` or ``webp``."""
    match form:
        case "png":
            return png(image)
        case "jpeg":
            return jpeg(image)
        case "webp":
            return webp(image)
    raise ValueError(f"a picture has no format {form!r}")


def png(image: Image.Image) -> bytes:
    """Return an RGB image as a PNG."""
    width, height = image.size
    data = deflated(image)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _profile_chunk(),
            _chunk(b"IDAT", data),
            _chunk(b"IEND", b""),
        )
    )


def deflated(image: Image.Image) -> bytes:
    """Return an RGB image's scanlines as a zlib stream (RFC 1950), the same bytes wherever memory lies.

    The head goes in by itself, closed by a sync flush. ISA-L's fast routine for level 1 (2.31,
    `igzip_icf_body_h1_gr_bt.asm`), when it has no history yet, hashes a register that holds the
    stream's address instead of the third byte: one entry of its table then depends on where memory
    lies, and about one slide in a thousand with it. The routine for short pieces hashes the bytes;
    after it, there is a history. The price is about 20 bytes a slide.
    """
    from isal import isal_zlib  # only who writes PNG needs it

    stream = isal_zlib.compressobj(1)
    rows = _scanlines(image)
    first = next(rows)
    out = [stream.compress(first[:_HEAD]), stream.flush(isal_zlib.Z_SYNC_FLUSH)]
    out += map(stream.compress, chain((first[_HEAD:],), rows))
    return b"".join((*out, stream.flush()))


def _scanlines(image: Image.Image) -> Iterator[memoryview]:
    """Yield an RGB image's scanlines (PNG 1.2, 6.2), each after its filter byte 0, some rows at a time.

    Pillow pads each row to the stride with a zero: the filter byte of the row that follows. A few rows
    stay in the processor's cache until they are deflated, and nobody has to find memory for all.
    """
    stride = 3 * image.width + 1
    encoder = core.raw_encoder("RGB", "RGB", stride, 1)
    encoder.setimage(image.im, (0, 0, *image.size))
    held = b"\0"
    while True:
        _, status, rows = encoder.encode(_ROWS * stride)
        if status < 0:
            raise RuntimeError(f"Pillow could not hand out a slide's pixels ({status})")
        if status:  # no row follows the last
            yield memoryview(held + rows)[:-1]
            return
        yield memoryview(held + rows if held else rows)
        held = b""


def jpeg(image: Image.Image) -> bytes:
    """Return an RGB image as a JPEG of quality 92 with full colour resolution (4:4:4)."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0, icc_profile=srgb_profile())
    return out.getvalue()


def webp(image: Image.Image) -> bytes:
    """Return an RGB image as a WebP: without loss, or of quality 95 where that is far smaller.

    On flat design WebP without loss is about as small as with it, and keeps the colour at the edges of
    letters, which WebP otherwise halves (4:2:0). A photograph without loss would be ten times as large.
    """
    data = _webp(image, lossless=True, quality=_WEBP_EFFORT, method=1)
    if len(data) <= _WEBP_DENSE * image.width * image.height:
        return data
    return _webp(image, quality=_WEBP_QUALITY, method=4)


def _webp(image: Image.Image, **options: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", icc_profile=srgb_profile(), **options)
    return out.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(data, zlib.crc32(kind))
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


@cache
def _profile_chunk() -> bytes:
    return _chunk(b"iCCP", b"sRGB\0\0" + zlib.compress(srgb_profile(), 9))


@cache
def srgb_profile() -> bytes:
    """Return a small sRGB profile (ICC.1:2001-04, version 2), the same bytes every time.

    Primaries are sRGB's adapted to D50 by Bradford (IEC 61966-2-1); the tone curve is sampled.
    """
    curve = b"curv\0\0\0\0" + struct.pack(">I", 256) + _tone_samples(256)
    tags = {
        b"desc": _description("sRGB"),
        b"cprt": b"text\0\0\0\0CC0\0",
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.43607, 0.22249, 0.01392),
        b"gXYZ": _xyz(0.38515, 0.71687, 0.09708),
        b"bXYZ": _xyz(0.14307, 0.06061, 0.71410),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body, placed = b"", b"", {}
    offset = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        if data not in placed:
            placed[data] = offset + len(body)
            body += data + bytes(-len(data) % 4)
        table += name + struct.pack(">II", placed[data], len(data))
    size = offset + len(body)
    return _profile_header(size) + struct.pack(">I", len(tags)) + table + body


def _profile_header(size: int) -> bytes:
    """Return the 128 bytes of a version 2 display profile; the date is that of the standard."""
    head = struct.pack(">I4sI4s4s4s6H4s", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ",
                       2001, 4, 1, 0, 0, 0, b"acsp")  # fmt: skip
    illuminant = struct.pack(">3i", 63190, 65536, 54061)
    return head + bytes(28) + illuminant + bytes(128 - len(head) - 28 - 12)


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in values))


def _description(text: str) -> bytes:
    data = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(data)) + data + bytes(4 + 4 + 2 + 1 + 67)


def _tone_samples(count: int) -> bytes:
    """Return the sRGB transfer curve from encoded to linear light, in 16 bits."""
    values = []
    for i in range(count):
        v = i / (count - 1)
        linear = v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
        values.append(round(linear * 65535))
    return struct.pack(f">{count}H", *values)
