"""Slides to a PDF, a page a slide: for LinkedIn, for print, and for who likes to send one file.

A page is its picture, tagged as a figure with its alternative text, and over it, not painted, the
slide's lines (``pdf_text``), so that words can be searched and copied. PDF 1.7 (ISO 32000-1); the same
slides make the same bytes, for nothing in it tells a time, and its identifier is a digest of the rest.

The few kinds of object it takes are written here: well-kept libraries for PDF write no tags, are under
the LGPL, or bring a whole engine, while the pixels are deflated already as PNG wants them.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Sequence

from PIL import Image

from swipewell.export.image import deflated, jpeg, srgb_profile
from swipewell.export.pdf_text import BLANK, Lettering, Line, lettering
from swipewell.named import NamedTuple
from swipewell.text.direction import is_right_to_left
from swipewell.version import __version__

PAGE_WIDTH = 540.0
"""A page's width in points (190 mm), whatever the slides' in px: it fits A4 and Letter."""

_DENSE = 0.6
"""Bytes a pixel above which deflated pixels are a photograph's, and JPEG is far smaller."""


class Leaf(NamedTuple):
    """A page to be: its picture, encoded, with its size in px, what it says, and its lines."""

    pixels: bytes
    filters: str
    width: int
    height: int
    alt: str
    lines: tuple[Line, ...]


class About(NamedTuple):
    """What a PDF says of itself."""

    title: str
    author: str | None
    language: str


def leaf(image: Image.Image, alt: str, lines: Iterable[Line]) -> Leaf:
    """Return the page of an RGB image: its pixels without loss, those of a photograph as JPEG."""
    width, height = image.size
    pixels = deflated(image)
    filters = (
        "/Filter /FlateDecode /DecodeParms "
        f"<< /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns {width} >>"
    )
    if len(pixels) > _DENSE * width * height:
        pixels, filters = jpeg(image), "/Filter /DCTDecode"
    return Leaf(pixels, filters, width, height, alt, tuple(lines))


def pdf(leaves: Sequence[Leaf], about: About) -> bytes:
    """Return the PDF of pages."""
    objects = _Objects()
    catalog, pages, root, tags = (objects.reserved() for _ in range(4))
    colours = objects.stream("/N 3 /Filter /FlateDecode", zlib.compress(srgb_profile(), 9))
    letters = lettering(line.text for one in leaves for line in one.lines)
    fonts = _fonts(objects, letters)
    kids, figures = [], []
    for number, one in enumerate(leaves):
        page, figure = objects.reserved(), objects.reserved()
        high = PAGE_WIDTH * one.height / one.width
        objects[page] = _page(objects, one, letters, f"/Parent {pages} 0 R /MediaBox "
            f"[0 0 {PAGE_WIDTH:g} {high:g}]", f"/ICCBased {colours} 0 R", fonts, number)  # fmt: skip
        objects[figure] = (
            f"<< /Type /StructElem /S /Figure /P {root} 0 R /Pg {page} 0 R /K 0 /Alt {_text(one.alt)} "
            f"/A << /O /Layout /Placement /Block /BBox [0 0 {PAGE_WIDTH:g} {high:g}] >> >>"
        )
        kids.append(page)
        figures.append(figure)
    objects[pages] = f"<< /Type /Pages /Count {len(kids)} /Kids [{_references(kids)}] >>"
    objects[root] = (
        f"<< /Type /StructElem /S /Document /P {tags} 0 R /K [{_references(figures)}] >>"
    )
    objects[tags] = (
        f"<< /Type /StructTreeRoot /K {root} 0 R /ParentTreeNextKey {len(figures)} /ParentTree "
        f"<< /Nums [{' '.join(f'{n} [{figure} 0 R]' for n, figure in enumerate(figures))}] >> >>"
    )
    objects[catalog] = _catalog(about, pages, tags)
    return objects.file(catalog, objects.add(_info(about)))


def _catalog(about: About, pages: int, tags: int) -> str:
    """Return the catalogue: language, title in the window, tags, and the way the pages are turned."""
    turned = " /Direction /R2L" if is_right_to_left(about.language) else ""
    return (
        f"<< /Type /Catalog /Pages {pages} 0 R /Lang {_text(about.language)} "
        f"/MarkInfo << /Marked true >> /StructTreeRoot {tags} 0 R /PageLayout /SinglePage "
        f"/ViewerPreferences << /DisplayDocTitle true{turned} >> >>"
    )


def _info(about: About) -> str:
    author = f" /Author {_text(about.author)}" if about.author else ""
    return (
        f"<< /Title {_text(about.title)}{author} /Producer {_text(f'Swipewell {__version__}')} >>"
    )


def _page(
    objects: _Objects,
    one: Leaf,
    letters: Lettering,
    place: str,
    colours: str,
    fonts: str,
    number: int,
) -> str:
    """Return a page's object; its picture and its content are added to the objects."""
    picture = objects.stream(
        f"/Type /XObject /Subtype /Image /Width {one.width} /Height {one.height} "
        f"/ColorSpace [{colours}] /BitsPerComponent 8 {one.filters}",
        one.pixels,
    )
    high = PAGE_WIDTH * one.height / one.width
    scale = PAGE_WIDTH / one.width
    painted = f"q {PAGE_WIDTH:g} 0 0 {high:g} 0 0 cm /Slide Do Q"
    said = "\n".join(letters.shown(line, scale, high) for line in one.lines)
    content = f"/Figure << /MCID 0 >> BDC\n{painted}\nBT 3 Tr\n{said}\nET\nEMC\n"
    body = objects.stream("/Filter /FlateDecode", zlib.compress(content.encode("ascii"), 9))
    return (
        f"<< /Type /Page {place} /Tabs /S /StructParents {number} /Contents {body} 0 R "
        f"/Resources << /XObject << /Slide {picture} 0 R >> /Font << {fonts} >> >> >>"
    )


def _fonts(objects: _Objects, letters: Lettering) -> str:
    """Return the fonts of the lines by name, as a page's resources list them."""
    if not letters.fonts:
        return ""
    blank = objects.stream("", BLANK)
    listed = []
    for name, font in letters.fonts.items():
        meanings = objects.stream("/Filter /FlateDecode", zlib.compress(font.meanings(), 9))
        listed.append(f"/{name} {objects.add(font.written(blank, meanings))} 0 R")
    return " ".join(listed)


def _text(text: str) -> str:
    """Return a text as a string in UTF-16, spelt in hexadecimal."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _references(numbers: Iterable[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


class _Objects:
    """The numbered objects of a file as they gather."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def reserved(self) -> int:
        """Return the number of an object that is still to be written."""
        self._bodies.append(b"")
        return len(self._bodies)

    def add(self, body: str) -> int:
        """Add an object and return its number."""
        number = self.reserved()
        self[number] = body
        return number

    def stream(self, entries: str, data: bytes) -> int:
        """Add a stream with the entries of its dictionary, and return its number."""
        number = self.reserved()
        head = f"<< {entries} /Length {len(data)} >>\nstream\n".encode("ascii")
        self._bodies[number - 1] = head + data + b"\nendstream"
        return number

    def __setitem__(self, number: int, body: str) -> None:
        self._bodies[number - 1] = body.encode("ascii")

    def file(self, catalog: int, info: int) -> bytes:
        """Return the whole file: the objects, and where each of them begins."""
        parts, begins = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"], []
        at = len(parts[0])
        for number, body in enumerate(self._bodies, 1):
            begins.append(at)
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
            at += len(parts[-1])
        identifier = hashlib.sha256(b"".join(parts)).hexdigest()[:32].upper()
        table = "".join(f"{begin:010} 00000 n \n" for begin in begins)
        parts.append(
            f"xref\n0 {len(begins) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(begins) + 1} /Root {catalog} 0 R /Info {info} 0 R "
            f"/ID [<{identifier}> <{identifier}>] >>\nstartxref\n{at}\n%%EOF\n".encode("ascii")
        )
        return b"".join(parts)
