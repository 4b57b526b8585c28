"""Outline and theme to deck: slides settled at shared sizes, then frames with nothing left to decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from swipewell.deck import Logical, Outline
from swipewell.findings import Finding, error, info, warning
from swipewell.frame import (
    Contour,
    Fill,
    Frame,
    GlyphRun,
    Item,
    Path,
    Picture,
    Placed,
    Shape,
    Swap,
    flipped,
    flipped_path,
    rounded,
)
from swipewell.geometry import SQUARE, Page, Rect
from swipewell.labels import labels_for
from swipewell.layout.harmony import Settled, settle
from swipewell.layout.kit import Kit
from swipewell.layout.outline import outlined
from swipewell.layout.place import Block, Laid, Plate, lay_out, slots_of
from swipewell.model.theme import Box, LayersBox, Layout, Style, Theme
from swipewell.named import NamedTuple
from swipewell.ornament import find
from swipewell.ornament.route import seed_of
from swipewell.ornament.strip import Strip, StripSlide
from swipewell.palette import Palette
from swipewell.resources import has_cjk
from swipewell.text import markup
from swipewell.text.direction import is_right_to_left, numeral
from swipewell.text.properties import script
from swipewell.text.shape import EAST_ASIAN, Ink, Piece, Shaped
from swipewell.text.typeset import Row

MOST_SLIDES = 20
"""How many pictures Instagram takes in one post."""

_SIDE = 1080


class DeckSlide(NamedTuple):
    """A final slide: what it says by slot, where that was written, and its frame.

    ``language`` is that of its texts where it is not the deck's.
    """

    kind: str
    fields: Mapping[str, Any]
    path: str
    number: int | None
    part: int
    sizes: Mapping[str, float]
    frame: Frame
    language: str = ""


class Deck(NamedTuple):
    """The final slides of a post, cover first and disclaimer last, and what was noticed."""

    slides: tuple[DeckSlide, ...]
    language: str
    findings: tuple[Finding, ...]


def compose(
    outline: Outline,
    theme: Theme,
    kit: Kit,
    palette: Palette,
    page: Page = SQUARE,
    kits: Mapping[str, Kit] | None = None,
) -> Deck:
    """Return the deck of an outline in a theme that is laid out for slides of a size.

    ``kits`` are those for the languages that slides have of their own, `Outline.foreign`.
    """
    margin = theme.margin
    area = Rect(margin, margin, page.width - margin, page.height - margin)
    settled, findings = settle(_marked(outline), theme, kit, area, kits)
    furniture, left_out = _furniture(theme, kit, area, outline, len(settled))

    def furnished(parts: tuple[Settled, ...]) -> tuple[Settled, ...]:
        return tuple(map(_furnished, _taking_turns(parts, theme.turns), furniture))

    if outline.foreign:
        from swipewell.layout.against import turned  # few decks speak two languages

        settled = turned(
            settled,
            outline.language,
            lambda parts: _ornaments(furnished(parts), theme, palette, outline, page),
        )
    settled = furnished(settled)
    ornaments = _ornaments(settled, theme, palette, outline, page)
    signed: tuple[Finding, ...] = ()
    if outline.mark is not None:
        from swipewell.layout.mark import with_mark  # many brands have neither avatar nor logo

        settled, ornaments, signed = with_mark(
            settled,
            ornaments,
            outline,
            theme,
            palette,
            lambda moved: _ornaments(moved, theme, palette, outline, page),
        )
    mirrored = is_right_to_left(outline.language)
    slides = tuple(
        _finished(part, items, theme, palette, mirrored, page)
        for part, items in zip(settled, ornaments, strict=True)
    )
    blurred: tuple[Finding, ...] = ()
    if outline.mark is not None or any("picture" in slide.fields for slide in slides):
        from swipewell.layout.pictures import small_pictures  # brings Pillow, and few need it

        blurred = small_pictures(slides)
    said = (
        *outline.findings,
        *blurred,
        *findings,
        *left_out,
        *signed,
        *_unset(settled),
        *_unbalanced(settled),
        *_too_many(settled),
    )
    return Deck(slides, outline.language, tuple(_numbered(f, settled) for f in said))


def _marked(outline: Outline) -> list[Logical]:
    """Return the slides with their number as a slot."""
    return [
        slide
        if slide.number is None
        else slide.having(number=numeral(slide.number, outline.language))
        for slide in outline.slides
    ]


def _furniture(
    theme: Theme, kit: Kit, area: Rect, outline: Outline, count: int
) -> tuple[list[Laid], tuple[Finding, ...]]:
    """Return what each of so many slides shows at the same place, and what found no room there."""
    layout = Layout(box=Box(layers=LayersBox(items=theme.furniture)))
    fields = _row_fields(outline)
    tried = lay_out(layout, fields, "", area, kit, {})
    if not tried.fits:
        del fields["handle"]
    if "progress" not in slots_of(layout.box):
        laid = [tried if tried.fits else lay_out(layout, fields, "", area, kit, {})] * count
    else:
        labels = labels_for(outline.language)
        said = (labels.how_far(n, count, outline.language) for n in range(1, count + 1))
        laid = [lay_out(layout, {**fields, "progress": p}, "", area, kit, {}) for p in said]
    return laid, tuple(map(_left_out, tried.faults))


def _row_fields(outline: Outline) -> dict[str, str]:
    """Return what the brand row may show: the handle, and its first letter where there is no picture."""
    fields = {"handle": outline.handle} if outline.handle else {}
    letter = next((char for char in outline.handle if char.isalnum()), None)
    if letter is not None and outline.mark is None:
        fields["initial"] = letter.upper()[0]
    return fields


def _taking_turns(settled: tuple[Settled, ...], grounds: tuple[str, ...]) -> tuple[Settled, ...]:
    """Return the slides with grounds that take turns, counted from the last slide; as they are without."""
    if not grounds:
        return settled
    last = len(settled) - 1
    return tuple(
        part._replace(layout=part.layout._replace(ground=grounds[(last - i) % len(grounds)]))
        for i, part in enumerate(settled)
    )


def _furnished(part: Settled, furniture: Laid) -> Settled:
    laid = part.laid
    blocks, anchors = laid.blocks + furniture.blocks, {**laid.anchors, **furniture.anchors}
    return part._replace(laid=laid._replace(blocks=blocks, anchors=anchors))


def _left_out(path: str) -> Finding:
    """Say that something every slide shows is too long for its place, so that none does."""
    return warning(
        "too-long",
        f"The brand's {path} finds no room on one line, so slides go without it.",
        "Set a shorter `handle:` in brand.yaml; it stands for the brand's name.",
        field=path,
    )


def _ornaments(
    settled: tuple[Settled, ...], theme: Theme, palette: Palette, outline: Outline, page: Page
) -> list[list[Item]]:
    """Return the ornaments of every slide, in the theme's order."""
    slides = [
        StripSlide(
            p.slide.kind,
            p.layout.ground,
            p.laid.anchors,
            p.slide.fields,
            p.layout.ornaments,
            _drawn(p, theme, palette, is_right_to_left(outline.language)),
            page,
        )
        for p in settled
    ]
    width, height, seed = page.width, page.height, seed_of(outline.seed)
    strip = Strip(slides, width, height, palette, seed, {}, outline.mark, page)
    items: list[list[Item]] = [[] for _ in settled]
    for ornament in theme.ornaments:
        for held, drawn in zip(items, find(ornament.kind)(strip, ornament.options), strict=True):
            held.extend(drawn)
    return items


def _drawn(part: Settled, theme: Theme, palette: Palette, mirrored: bool) -> dict[str, Path]:
    """Return the outlines of what ornaments draw, by style; where a deck is mirrored, so that they are not."""
    outlines: dict[str, Path] = {}
    for block in part.laid.blocks:
        if theme.styles[block.style].drawn:
            roles = theme.grounds[part.layout.ground]
            items = _painted(block, theme, palette, roles, mirrored)
            path = outlined(item for item in items if isinstance(item, GlyphRun))
            path = flipped_path(path, _SIDE) if mirrored else path
            known = outlines.get(block.style)
            outlines[block.style] = path if known is None else (*known, *path)
    return outlines


def _finished(
    part: Settled,
    ornaments: list[Item],
    theme: Theme,
    palette: Palette,
    mirrored: bool,
    page: Page,
) -> DeckSlide:
    """Return a slide with its frame. Boxes and ornaments come laid out from left to right."""
    roles = theme.grounds[part.layout.ground]
    wordless = [*ornaments, *(_plate(plate, palette, roles) for plate in part.laid.plates)]
    if "picture" in part.slide.fields:
        from swipewell.layout.pictures import focused  # few slides show pictures
        from swipewell.layout.scrim import veiled

        wordless = focused(wordless, part.slide.fields)
        wordless = veiled(wordless, part, theme, palette)
    if mirrored:
        wordless = [flipped(item, _SIDE) for item in wordless]
    items: list[Item] = [Fill(palette[roles["ground"]]), *wordless]
    for block in part.laid.blocks:
        if not theme.styles[block.style].drawn:
            items.extend(_painted(block, theme, palette, roles, mirrored))
    items = _swaps_last(items)
    slide = part.slide
    return DeckSlide(
        slide.kind,
        slide.fields,
        slide.path,
        slide.number,
        slide.part,
        part.laid.sizes,
        Frame(page.width, page.height, tuple(items)),
        slide.language,
    )


def _swaps_last(items: list[Item]) -> list[Item]:
    """Return items so that inks change places in all that is painted, but not in pictures and emoji."""
    swaps = [item for item in items if isinstance(item, Swap)]
    if not swaps:
        return items
    inked = [item for item in items if not isinstance(item, Swap) and not _is_coloured(item)]
    return [*inked, *swaps, *filter(_is_coloured, items)]


def _is_coloured(item: Item) -> bool:
    """Say whether an item brings its own colours."""
    return isinstance(item, Picture) or (isinstance(item, GlyphRun) and bool(item.face.colour))


def _plate(plate: Plate, palette: Palette, roles: Mapping[str, str]) -> Item:
    """Return a picture or a rule as it is painted."""
    path = (rounded(plate.rect, plate.radius),)
    if plate.file is not None:
        return Picture(plate.file, plate.rect, path)
    return Shape(path, palette[roles.get(plate.colour, plate.colour)])


class _Setting:
    """A block's glyphs as they are collected, by face, with its marks and how far its ink reaches."""

    __slots__ = ("box", "mark", "marks", "mirrored", "runs")

    def __init__(self, box: list[float], mirrored: bool, mark: _Mark) -> None:
        self.box = box
        self.mark = mark
        self.mirrored = mirrored
        self.runs: dict[int, tuple[Any, list[Placed]]] = {}
        self.marks: list[Contour] = []


def _painted(
    block: Block, theme: Theme, palette: Palette, roles: Mapping[str, str], mirrored: bool
) -> list[Item]:
    """Return a block's highlights and its glyphs, one run for each face."""
    style = theme.styles[block.style]
    mirrored ^= block.against
    role = block.colour or style.colour
    colour = palette[roles.get(role, role)]
    text = block.text
    left = _SIDE - block.left - block.measure if mirrored else block.left
    box = [left, block.top, left + block.measure, block.top + text.height]
    marker = roles.get(f"highlight {role}", roles["highlight"])
    setting = _Setting(box, mirrored, _snip if marker == "swap" else _highlight)
    for row in text.rows:
        _set_row(block, row, style, setting)
    items: list[Item] = []
    if setting.marks:
        items.append(_marked_out(tuple(setting.marks), marker, palette, roles))
    extent = Rect(*setting.box)
    items.extend(
        GlyphRun(face, text.size, colour, tuple(pieces), extent, text, block.path, block.style)
        for face, pieces in setting.runs.values()
    )
    return items


def _marked_out(path: Path, marker: str, palette: Palette, roles: Mapping[str, str]) -> Item:
    """Return a highlight: in the marker's colour, or as a place where ground and ink are swapped."""
    if marker == "swap":
        return Swap(path, palette[roles["ground"]], palette[roles["ink"]])
    return Shape(path, palette[marker])


def _set_row(block: Block, row: Row, style: Style, setting: _Setting) -> None:
    """Add a row's glyphs to the runs of their faces, and its highlights to the marks."""
    size = block.text.size
    baseline = float(round(block.top + row.top + block.text.baseline))
    standing = row.standing()
    x = _row_left(block, row, style, setting.mirrored)
    if style.ornament and block.align != "start":  # numerals that begin a line keep their edge
        end = "left" if setting.mirrored else "right"
        x += _aside(standing, row.width, size, end if block.align == "end" else "centre")
    marked: list[tuple[float, float]] = []
    runs, box = setting.runs, setting.box
    for piece, at, highlighted in standing:
        left = x + at * size
        if highlighted:
            right = left + piece.advance * size
            start = marked.pop()[0] if marked and left - marked[-1][1] < 0.4 * size else left
            marked.append((start, right))
        if not piece.glyphs:
            continue
        known = runs.get(id(piece.face))
        if known is None:
            known = runs[id(piece.face)] = (piece.face, [])
        known[1].append(Placed(piece.glyphs, left, baseline))
        _reach(box, piece.ink, left, baseline, size)
    setting.marks.extend(setting.mark(a, b, baseline, size) for a, b in marked)


def _row_left(block: Block, row: Row, style: Style, mirrored: bool) -> float:
    """Return where a row's advances begin at the left, in px.

    A row that runs against the deck (an English line in an Arabic post) begins at the far edge, so
    that the side where it begins is even: of the measure for running text, of the longest row for a
    title. What hangs stands outside where the row begins.
    """
    left = block.row_left(row.width)
    if row.base != mirrored and block.align == "start":
        several = len(block.text.rows) > 1 and style.setting == "fit"
        left += (block.measure if several else block.text.width) - row.width
    if mirrored:
        left = _SIDE - left - row.width
    hangs = style.hang and block.align == "start"
    return left - row.hang if hangs == (row.base == 0) else left


def _aside(
    standing: list[tuple[Piece, float, bool]], width: float, size: float, edge: str
) -> float:
    """Return how far to move a row, in px, so that its ink is aligned where its advance would be.

    ``edge`` says where: left, right or centre.
    """
    inked = [(piece, x) for piece, x, _ in standing if piece.glyphs]
    if not inked:
        return 0.0
    left = min(x + piece.ink[0] for piece, x in inked) * size
    right = max(x + piece.ink[2] for piece, x in inked) * size
    return {"left": -left, "centre": (width - left - right) / 2, "right": width - right}[edge]


def _reach(box: list[float], ink: Ink, x: float, y: float, size: float) -> None:
    """Widen a box (left, top, right, bottom) to hold some ink."""
    left, top, right, bottom = ink
    if x + left * size < box[0]:
        box[0] = x + left * size
    if y + top * size < box[1]:
        box[1] = y + top * size
    if x + right * size > box[2]:
        box[2] = x + right * size
    if y + bottom * size > box[3]:
        box[3] = y + bottom * size


_Mark = Callable[[float, float, float, float], Contour]
"""From where a stretch of text begins and ends, its baseline and its size, in px, to what marks it."""


def _snip(left: float, right: float, baseline: float, size: float) -> Contour:
    """Return a piece of paper behind a stretch of text, cut straight and as high as its letters reach."""
    a, b = left - 0.11 * size, right + 0.11 * size
    top, foot = baseline - 0.84 * size, baseline + 0.3 * size
    lean = 0.02 * size
    return (
        (a, top + lean, True),
        (b, top - lean, True),
        (b - lean, foot - lean, True),
        (a + lean, foot, True),
    )


def _highlight(left: float, right: float, baseline: float, size: float) -> Contour:
    """Return a marker's stroke behind a stretch of text: round at its ends, and thinner as it goes."""
    a, b = left - 0.13 * size, right + 0.16 * size
    top, high, middle = baseline - 0.58 * size, 0.74 * size, (left + right) / 2
    return (
        (a, top + 0.64 * high, True),
        (a - 0.03 * size, top + 0.06 * high, False),
        (a + 0.24 * size, top + 0.03 * high, True),
        (middle, top - 0.05 * high, False),
        (b - 0.3 * size, top + 0.09 * high, True),
        (b + 0.03 * size, top + 0.11 * high, False),
        (b, top + 0.46 * high, True),
        (b - 0.02 * size, top + 0.88 * high, False),
        (b - 0.34 * size, top + 0.9 * high, True),
        (middle, top + 1.04 * high, False),
        (a + 0.2 * size, top + 0.99 * high, True),
        (a + 0.02 * size, top + 0.98 * high, False),
    )


def _unset(settled: tuple[Settled, ...]) -> list[Finding]:
    """Return findings for characters that no font has, and for scripts whose turn has not come."""
    found: dict[Finding, None] = {}
    for part in settled:
        for block in part.laid.blocks:
            for row in block.text.rows:
                for word in row.words:
                    found.update(dict.fromkeys(_word_findings(word.shaped, block.path)))
    return list(found)


def _word_findings(shaped: Shaped, path: str) -> list[Finding]:
    out: list[Finding] = []
    if shaped.unready:
        out.append(
            error(
                "script-not-ready",
                f"“{shaped.text}” is in a script that Swipewell cannot set yet ({_named(shaped.unready[0])}).",
                "Write it in another script for now; it is refused so that it is never drawn wrong.",
                field=path,
            )
        )
    for char in shaped.missing:
        hint = "Use another character."
        if script(char) in EAST_ASIAN and not has_cjk():
            hint = (
                "Install the fonts for Chinese, Japanese and Korean: pip install 'swipewell[cjk]'"
            )
        out.append(
            error(
                "missing-glyph",
                f"No font has the character “{char}” ({_named(char)}) in “{shaped.text}”.",
                hint,
                field=path,
            )
        )
    return out


def _named(char: str) -> str:
    """Return a character's name and number: 'clockwise open circle arrow, U+21BB'."""
    import unicodedata  # only needed where something is missing

    name = unicodedata.name(char, "").lower()
    return f"{name}, U+{ord(char):04X}" if name else f"U+{ord(char):04X}"


def _unbalanced(settled: tuple[Settled, ...]) -> list[Finding]:
    """Return findings for texts with a mark that has no partner; it is painted as it was typed."""
    texts = {b.path: b.text.source for part in settled for b in part.laid.blocks}
    return [
        info(
            "unbalanced-markup",
            "A `*`, `**` or `==` here has no partner, so it is painted as it stands.",
            "Close it, or write a backslash before it if it is meant as a sign.",
            field=path,
        )
        for path, text in texts.items()
        if not markup.is_balanced(text)
    ]


def _too_many(settled: tuple[Settled, ...]) -> list[Finding]:
    if len(settled) <= MOST_SLIDES:
        return []
    longest = max(settled, key=lambda p: p.slide.part)
    hint = "Leave slides out, or divide the post in two."
    if longest.slide.part > 1:
        name = longest.slide.path or longest.slide.kind
        hint = f"Shorten `{name}`, which takes {longest.slide.part} slides. {hint}"
    message = f"The post makes {len(settled)} slides; Instagram takes {MOST_SLIDES}."
    return [error("too-many-slides", message, hint, field="slides")]


def _numbered(finding: Finding, settled: tuple[Settled, ...]) -> Finding:
    """Return the finding with the number of the slide it speaks of."""
    field = finding.where.field
    if finding.slide is not None or field is None:
        return finding
    for number, part in enumerate(settled, 1):
        paths = {block.path for block in part.laid.blocks}
        if field in paths or (part.slide.path and field == part.slide.path):
            return finding._replace(slide=number)
    return finding
