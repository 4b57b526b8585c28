"""A slide's lines as a PDF's text that is not painted: for searching and copying, over the picture.

Each line stands where it is painted, as wide as it is painted, in a font without any ink: all its
glyphs are blank and half an em wide, and a table says which character each of them means. Lines with
words from right to left are left out, for no two readers put such text in the same order; the
figure's alternative text has their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from swipewell.frame import Frame, GlyphRun
from swipewell.geometry import Rect
from swipewell.named import NamedTuple
from swipewell.text.typeset import Row

BLANK = b"500 0 0 -250 500 750 d1"
"""The one glyph, in thousandths of an em: its advance, and the box that a reader marks as found."""

_MOST = 255
"""How many characters one of these fonts means; a code is a byte, and 0 stays free."""


class Line(NamedTuple):
    """A line of text: where its baseline begins, its width and its size, in px of the picture."""

    text: str
    x: float
    y: float
    width: float
    size: float


class BlankFont(NamedTuple):
    """A font of blank glyphs for some characters, by code from 1."""

    characters: str

    def written(self, blank: int, meanings: int) -> str:
        """Return the font's object; its glyph and its table are objects of these numbers."""
        count = len(self.characters)
        return (
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 -250 500 750] /FontMatrix [.001 0 0 .001 0 0] "
            f"/CharProcs << /b {blank} 0 R >> /Encoding << /Type /Encoding /Differences "
            f"[1{' /b' * count}] >> /FirstChar 1 /LastChar {count} /Widths [{'500 ' * count}] "
            f"/Resources << >> /ToUnicode {meanings} 0 R >>"
        )

    def meanings(self) -> bytes:
        """Return the table from codes to characters."""
        rows = [
            f"<{code:02X}> <{char.encode('utf-16-be').hex().upper()}>"
            for code, char in enumerate(self.characters, 1)
        ]
        parts = [rows[i : i + 100] for i in range(0, len(rows), 100)]  # more a part is not allowed
        listed = "\n".join(
            f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts
        )
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n"
            "/CMapName /Meanings def\n1 begincodespacerange\n<01> <FF>\nendcodespacerange\n"
            f"{listed}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode("ascii")


class Lettering(NamedTuple):
    """The fonts by name, and for every character its font and its code."""

    fonts: Mapping[str, BlankFont]
    codes: Mapping[str, tuple[str, int]]

    def shown(self, line: Line, scale: float, high: float) -> str:
        """Return what shows a line on a page so high (points), ``scale`` points to a px."""
        size = line.size * scale
        stretched = 100 * line.width / (0.5 * line.size * len(line.text))
        at = f"1 0 0 1 {line.x * scale:.2f} {high - line.y * scale:.2f} Tm"
        parts = (f"/{font} {size:.2f} Tf <{codes}> Tj" for font, codes in self._parts(line.text))
        return f"{stretched:.2f} Tz {at} {' '.join(parts)}"

    def _parts(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the stretches of a text that are in one font, with their codes in hexadecimal."""
        font, codes = "", ""
        for char in text:
            own, code = self.codes[char]
            if codes and own != font:
                yield font, codes
                codes = ""
            font, codes = own, f"{codes}{code:02X}"
        yield font, codes


def lettering(texts: Iterable[str]) -> Lettering:
    """Return fonts for all characters of some texts."""
    characters = "".join(sorted(set("".join(texts))))
    parts = [characters[i : i + _MOST] for i in range(0, len(characters), _MOST)]
    fonts = {f"F{number}": BlankFont(part) for number, part in enumerate(parts)}
    codes = {
        char: (name, code)
        for name, font in fonts.items()
        for code, char in enumerate(font.characters, 1)
    }
    return Lettering(fonts, codes)


def lines_of(frame: Frame, width: int) -> tuple[Line, ...]:
    """Return the lines of a frame whose picture is so many px wide, from its head to its foot."""
    scale = width / frame.width
    blocks: dict[tuple[int, Rect], list[GlyphRun]] = {}
    for run in frame.texts:  # a text that stands twice on a slide is set once
        blocks.setdefault((id(run.set), run.box), []).append(run)
    read = sorted(blocks.values(), key=lambda runs: (runs[0].box.top, runs[0].box.left))
    return tuple(line for runs in read for line in _lines(runs, scale))


def _lines(runs: list[GlyphRun], scale: float) -> Iterator[Line]:
    """Yield the lines of one text, which its runs paint."""
    begins: dict[float, float] = {}
    for piece in (piece for run in runs for piece in run.pieces):
        begins[piece.y] = min(piece.x, begins.get(piece.y, piece.x))
    words = runs[0].set
    rows = [row for row in words.rows if _has_glyphs(row)]
    for row, y in zip(rows, sorted(begins), strict=True):
        text = words.text.split("\n")[words.rows.index(row)].strip()
        if text and row.width > 0 and not _has_leftward(row):
            grown = scale * runs[0].size / words.size  # a frame may have been scaled since
            x, width = begins[y] * scale, (row.width + row.hang) * grown
            yield Line(text, x, y * scale, width, words.size * grown)


def _has_glyphs(row: Row) -> bool:
    return any(piece.glyphs for word in row.words for piece in word.shaped.pieces)


def _has_leftward(row: Row) -> bool:
    """Say whether any part of a row is written from right to left."""
    pieces = (piece for word in row.words for piece in word.shaped.pieces)
    return bool(row.base) or any(piece.level % 2 for piece in pieces)
