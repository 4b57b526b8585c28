"""What is done to a published font before it is bundled (used by build.py)."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.removeOverlaps import removeOverlaps
from fontTools.varLib.instancer import instantiateVariableFont

SUBSETS = ("latin", "latin-ext", "vietnamese")
HINTS = ("cvt ", "fpgm", "prep", "gasp", "hdmx", "VDMX", "LTSH")
Kern = Callable[[str, str], int]


def opened(file: Path) -> Any:
    """Open a font so that saving it does not write today's date."""
    return TTFont(file, recalcTimestamp=False)


def without_svg(file: Path) -> Any:
    """A colour font without its SVG table: HarfBuzz paints COLRv1, a fifth of the size."""
    font = opened(file)
    del font["SVG "]
    return font


def cleaned(file: Path) -> Any:
    """A font whose contours do not overlap, without hints."""
    return clean(opened(file))


def clean(font: Any) -> Any:
    """Merge overlapping contours, which the rasteriser would darken at edges; remove hints."""
    removeOverlaps(font, removeHinting=True, ignoreErrors=True)
    for tag in HINTS:
        if tag in font:
            del font[tag]
    return font


def optical(published: Path, subsets: Path, weight: int, italic: bool, size: int) -> Any:
    """The published static font, redrawn and kerned for an optical size.

    The variable font comes in three subsets, none with every glyph or every kerning pair. The
    published static (its 14 pt cut: same glyph names, same kerning classes) gives the frame.
    """
    font = opened(published)
    style = "italic" if italic else "normal"
    instances = [
        instance(subsets / f"fraunces-{subset}-full-{style}.woff2", weight, size)
        for subset in SUBSETS
    ]
    redraw(font, instances)
    rekern(font, instances)
    add_hyphen(font)
    measure(font)
    rename(font, size)
    if "STAT" in font:
        del font["STAT"]
    return clean(font)


def instance(file: Path, weight: int, size: int) -> Any:
    """One static instance of one subset of the variable font."""
    location = {"opsz": size, "wght": weight, "SOFT": 0, "WONK": 0}
    return instantiateVariableFont(opened(file), location, inplace=True)


def redraw(font: Any, instances: list[Any]) -> None:
    """Take outlines and widths from the instances; what none of them has stays as it was."""
    drawn: dict[str, Any] = {}
    for source in reversed(instances):
        drawn |= dict.fromkeys(source.getGlyphOrder(), source)
    glyphs = font["glyf"]
    for name in font.getGlyphOrder():
        if name not in drawn:
            decompose(font, name)
    for name, source in drawn.items():
        glyphs[name] = source["glyf"][name]
        font["hmtx"][name] = source["hmtx"][name]


def decompose(font: Any, name: str) -> None:
    """Make a glyph independent of the glyphs that it is composed of."""
    if font["glyf"][name].isComposite():
        glyph_set = font.getGlyphSet()
        record = DecomposingRecordingPen(glyph_set)
        glyph_set[name].draw(record)
        pen = TTGlyphPen(None)
        record.replay(pen)
        font["glyf"][name] = pen.glyph()


def pair_subtables(font: Any) -> Iterator[Any]:
    """The subtables of the font's one kerning lookup, in order."""
    (lookup,) = font["GPOS"].table.LookupList.Lookup
    for subtable in lookup.SubTable:
        yield getattr(subtable, "ExtSubTable", subtable)


def advance(value: Any) -> int:
    """A value record's change of advance."""
    return getattr(value, "XAdvance", 0) or 0


def kerning(font: Any) -> Kern:
    """The font's kerning between two glyphs, as a shaper would find it."""
    tables = []
    for table in pair_subtables(font):
        covered = frozenset(table.Coverage.glyphs)
        if table.Format == 1:
            pairs = dict(explicit_pairs(table))
            tables.append((covered, explicit_kern(pairs)))
        else:
            tables.append((covered, class_kern(table)))

    def kern(left: str, right: str) -> int:
        for covered, lookup in tables:
            if left in covered and (value := lookup(left, right)) is not None:
                return value
        return 0

    return kern


def explicit_pairs(table: Any) -> Iterator[tuple[tuple[str, str], Any]]:
    """Each pair of a format 1 subtable with its record."""
    for left, pair_set in zip(table.Coverage.glyphs, table.PairSet, strict=True):
        for record in pair_set.PairValueRecord:
            yield (left, record.SecondGlyph), record


def explicit_kern(pairs: dict[tuple[str, str], Any]) -> Callable[[str, str], int | None]:
    """Look a pair up; None passes it on to the next subtable."""

    def lookup(left: str, right: str) -> int | None:
        record = pairs.get((left, right))
        return None if record is None else advance(record.Value1)

    return lookup


def class_kern(table: Any) -> Callable[[str, str], int | None]:
    """Look a pair up by its classes; class 0 is whatever has no other."""
    first, second = table.ClassDef1.classDefs, table.ClassDef2.classDefs

    def lookup(left: str, right: str) -> int | None:
        row = table.Class1Record[first.get(left, 0)]
        return advance(row.Class2Record[second.get(right, 0)].Value1)

    return lookup


def rekern(font: Any, instances: list[Any]) -> None:
    """Put the instances' values into the font's kerning, pair by pair and class by class."""
    known = [(spoken_for(source), kerning(source)) for source in instances]
    explicit: set[tuple[str, str]] = set()
    for table in pair_subtables(font):
        if table.Format == 1:
            for pair, record in explicit_pairs(table):
                explicit.add(pair)
                values = set(seen([pair], known))
                if values:
                    record.Value1.XAdvance = values.pop()
        else:
            rekern_classes(table, known, explicit)


def spoken_for(source: Any) -> frozenset[str]:
    """The glyphs whose kerning a subset has: the Latin one of all, the others of mapped ones."""
    mapped = source.getBestCmap()
    return frozenset(source.getGlyphOrder() if ord("B") in mapped else mapped.values())


def rekern_classes(
    table: Any, known: list[tuple[frozenset[str], Kern]], explicit: set[tuple[str, str]]
) -> None:
    """Give each pair of classes the value of its members; a pair that nobody knows stays."""
    lefts = members(table.ClassDef1.classDefs, table.Class1Count, table.Coverage.glyphs)
    rights = members(table.ClassDef2.classDefs, table.Class2Count, [])
    for row, left in zip(table.Class1Record, lefts, strict=True):
        for record, right in zip(row.Class2Record, rights, strict=True):
            pairs = [(a, b) for a in left for b in right if (a, b) not in explicit]
            values = set(seen(pairs, known))
            if len(values) > 1:
                raise ValueError(f"classes of {left[0]} and {right[0]} disagree: {values}")
            if values and record.Value1 is not None:
                record.Value1.XAdvance = values.pop()


def members(classes: dict[str, int], count: int, covered: list[str]) -> list[list[str]]:
    """The glyphs of each class; class 0 holds the covered glyphs that have no other."""
    groups: list[list[str]] = [[] for _ in range(count)]
    for name in {*classes, *covered}:
        groups[classes.get(name, 0)].append(name)
    return [sorted(group) for group in groups]


def seen(pairs: list[tuple[str, str]], known: list[tuple[frozenset[str], Kern]]) -> Iterator[int]:
    """The values of those pairs whose glyphs are both in one instance."""
    for glyphs, kern in known:
        for left, right in pairs:
            if left in glyphs and right in glyphs:
                yield kern(left, right)


def add_hyphen(font: Any) -> None:
    """Draw U+2010 as the hyphen; the italics lack it, and HarfBuzz needs it for U+2011 too."""
    hyphen = font.getBestCmap()[ord("-")]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.setdefault(0x2010, hyphen)


def measure(font: Any) -> None:
    """Note the heights of the new drawings."""
    glyphs, names = font["glyf"], font.getBestCmap()
    font["OS/2"].sxHeight = glyphs[names[ord("x")]].yMax
    font["OS/2"].sCapHeight = glyphs[names[ord("H")]].yMax
    font["OS/2"].recalcAvgCharWidth(font)


def rename(font: Any, size: int) -> None:
    """Name the cut, as upstream does: Fraunces 72pt."""
    for record in font["name"].names:
        text = record.toUnicode()
        if record.nameID in (1, 4, 16):
            record.string = text.replace("Fraunces", f"Fraunces {size}pt")
        elif record.nameID in (3, 6):
            record.string = text.replace("Fraunces", f"Fraunces{size}pt")
    font["name"].removeUnusedNames(font)
