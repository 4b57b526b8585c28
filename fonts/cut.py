"""What is done to a published font before it is bundled (used by build.py)."""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Any

from families import Redrawing
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.removeOverlaps import removeOverlaps
from fontTools.varLib.instancer import instantiateVariableFont

HINTS = ("cvt ", "fpgm", "prep", "gasp", "hdmx", "VDMX", "LTSH")
VERTICAL_TABLES = ("VORG", "vhea", "vmtx", "BASE")
VERTICAL_FEATURES = ("vert", "vrt2", "valt", "vhal", "vpal", "vkrn", "aalt")
"""Features for vertical lines; ``aalt`` would keep their glyphs, too."""

Kern = Callable[[str, str], int]


def opened(file: Path) -> Any:
    """Open a font so that saving it does not write today's date."""
    return TTFont(file, recalcTimestamp=False)


def without_svg(file: Path) -> Any:
    """A colour font without its SVG table: HarfBuzz paints COLRv1, a fifth of the size."""
    font = opened(file)
    del font["SVG "]
    return font


@dataclass(frozen=True)
class Unchanged:
    """A font to which nothing is done, because its licence keeps its name for the original."""

    file: Path

    def __getitem__(self, tag: str) -> Any:
        return opened(self.file)[tag]

    def save(self, target: Path) -> None:
        """Copy the file byte for byte."""
        copyfile(self.file, target)


def lettered(file: Path, kept: Set[int], tags: Set[str]) -> Any:
    """A cleaned font of those characters and features only, as far as it has them."""
    font = opened(file)
    wanted = set(font.getBestCmap()) & kept
    return clean(reduced(font, wanted, features(font) & tags))


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


def horizontal(
    collection: Path, needed: Set[int] | None = None, welcome: Set[int] = frozenset()
) -> Any:
    """The first font of a collection, without what vertical lines need and without hints.

    Of the characters only those needed are kept, with every form of them, and of the welcome ones
    those that it has; all, where nothing is said.
    """
    font = TTFont(collection, fontNumber=0, recalcTimestamp=False)
    tags = features(font) - set(VERTICAL_FEATURES)
    known = set(font.getBestCmap())
    wanted = known if needed is None else set(needed) | (welcome & known)
    return reduced(font, wanted, tags, VERTICAL_TABLES)


def features(font: Any) -> set[str]:
    """The tags of all features of a font."""
    return {
        record.FeatureTag
        for table in ("GSUB", "GPOS")
        for record in font[table].table.FeatureList.FeatureRecord
    }


def reduced(font: Any, characters: set[int], tags: set[str], dropped: Iterable[str] = ()) -> Any:
    """The font with these characters, and with the glyphs that these features make of them."""
    missing = characters - set(font.getBestCmap())
    if missing:
        raise ValueError(f"the font lacks {''.join(map(chr, sorted(missing)))}")
    options = Options(
        hinting=False,
        layout_features=sorted(tags),
        layout_scripts=["*"],
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        glyph_names=True,
        recalc_timestamp=False,
    )
    options.drop_tables += list(dropped)
    cutter = Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    return font


def optical(published: Path, subsets: Path, weight: int, italic: bool, how: Redrawing) -> Any:
    """The published static font, redrawn and kerned for an optical size.

    The variable font comes in subsets, none with every glyph or every kerning pair. The published
    static (a cut for small sizes: same glyph names, same kerning classes) gives the frame.
    """
    font = opened(published)
    style = "italic" if italic else "normal"
    instances = [
        instance(subsets / how.files.format(subset=subset, style=style), weight, how)
        for subset in how.subsets
    ]
    drawn = redraw(font, instances)
    rekern(font, instances)
    remark(font, instances)
    add_hyphen(font, drawn)
    measure(font)
    rename(font, how.size)
    for tag in ("STAT", "vhea", "vmtx"):
        if tag in font:
            del font[tag]
    if how.without:
        font = reduced(font, set(font.getBestCmap()), features(font) - set(how.without))
    return clean(font)


def instance(file: Path, weight: int, how: Redrawing) -> Any:
    """One static instance of one subset of the variable font."""
    location = {"opsz": how.size, "wght": weight, **dict(how.axes)}
    return instantiateVariableFont(opened(file), location, inplace=True)


def redraw(font: Any, instances: list[Any]) -> set[str]:
    """Take outlines and widths from the instances; what none of them has stays as it was.

    Returns the names of the glyphs that were drawn anew.
    """
    drawn: dict[str, Any] = {}
    for source in reversed(instances):
        drawn |= dict.fromkeys(source.getGlyphOrder(), source)
    glyphs = font["glyf"]
    known = set(font.getGlyphOrder())
    for name in known - set(drawn):
        decompose(font, name)
    for name in known & set(drawn):
        glyphs[name] = drawn[name]["glyf"][name]
        font["hmtx"][name] = drawn[name]["hmtx"][name]
    return known & set(drawn)


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
    table = font["GPOS"].table
    records = table.FeatureList.FeatureRecord
    numbers = {n for r in records if r.FeatureTag == "kern" for n in r.Feature.LookupListIndex}
    (number,) = numbers
    for subtable in table.LookupList.Lookup[number].SubTable:
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


def mark_subtables(font: Any) -> Iterator[Any]:
    """The subtables that set marks on bases."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            inner = getattr(subtable, "ExtSubTable", subtable)
            if inner.LookupType == 4:
                yield inner


def classes_of_marks(table: Any) -> dict[int, dict[str, Any]]:
    """The marks of each class with their anchors."""
    classes: dict[int, dict[str, Any]] = {}
    for name, record in zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True):
        classes.setdefault(record.Class, {})[name] = record.MarkAnchor
    return classes


def anchored(table: Any) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Each base with an anchor and the marks that go there."""
    classes = classes_of_marks(table)
    for name, record in zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True):
        for number, anchor in enumerate(record.BaseAnchor):
            if anchor is not None:
                yield name, anchor, classes.get(number, {})


def remark(font: Any, instances: list[Any]) -> None:
    """Set the marks where the instances set them; a base and mark that none of them has stay."""
    offsets: dict[tuple[str, str], tuple[int, int]] = {}
    for source in instances:
        for table in mark_subtables(source):
            for base, anchor, marks in anchored(table):
                for mark, own in marks.items():
                    offset = (
                        anchor.XCoordinate - own.XCoordinate,
                        anchor.YCoordinate - own.YCoordinate,
                    )
                    offsets.setdefault((base, mark), offset)
    for table in mark_subtables(font):
        for base, anchor, marks in anchored(table):
            for mark, own in marks.items():
                if (base, mark) in offsets:
                    dx, dy = offsets[base, mark]
                    anchor.XCoordinate = own.XCoordinate + dx
                    anchor.YCoordinate = own.YCoordinate + dy
                    break


def add_hyphen(font: Any, drawn: set[str]) -> None:
    """Draw U+2010 as the hyphen, where it is not drawn; HarfBuzz needs it for U+2011 too."""
    names = font.getBestCmap()
    if names.get(0x2010) not in drawn:
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[0x2010] = names[ord("-")]


def measure(font: Any) -> None:
    """Note the heights of the new drawings."""
    glyphs, names = font["glyf"], font.getBestCmap()
    font["OS/2"].sxHeight = glyphs[names[ord("x")]].yMax
    font["OS/2"].sCapHeight = glyphs[names[ord("H")]].yMax
    font["OS/2"].recalcAvgCharWidth(font)


def rename(font: Any, size: int) -> None:
    """Name the cut, as upstream does: Fraunces 72pt."""
    names = font["name"]
    family = (names.getDebugName(16) or names.getDebugName(1)).split()[0]
    for record in names.names:
        text = record.toUnicode()
        if record.nameID in (1, 4, 16):
            record.string = text.replace(family, f"{family} {size}pt")
        elif record.nameID in (3, 6):
            record.string = text.replace(family, f"{family}{size}pt")
    font["name"].removeUnusedNames(font)
