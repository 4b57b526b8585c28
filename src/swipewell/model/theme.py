"""A theme as data: palette recipes, styles, grounds, layouts made of boxes, and ornaments.

All lengths are px on a slide 1080 wide; colours are named by role. These are plain values, made
without being checked (``reading/theme.py``): the bundled themes are checked by tests, not at every
start, which would cost as much as typesetting a carousel.
"""

from collections.abc import Mapping
from typing import Any, Literal

from swipewell.named import NamedTuple

Px = float
Role = str


class Recipe(NamedTuple):
    """How a colour grows from the seed, in OKLCH.

    ``of`` names the colour it starts from (``seed`` where absent); ``l``, ``c`` and ``h`` set a
    value, shift it when written with a sign, as in ``"+0.17"``, or multiply it, as in ``"x2"``.
    ``h`` is left alone where the hue it starts from does not lie ``within`` an arc, in degrees. ``most_l``
    bounds the lightness, ``most_c`` the chroma, ``hues`` the hue; ``reads_on`` moves it in lightness until
    ``ratio`` is reached on every colour named there.
    """

    of: Role = "seed"
    l: str | None = None  # noqa: E741 - lightness is L in OKLCH, and a theme's author writes it so
    c: str | None = None
    h: str | None = None
    within: tuple[float, float] | None = None
    most_l: float | None = None
    most_c: float | None = None
    hues: tuple[float, float] | None = None
    reads_on: tuple[Role, ...] = ()
    ratio: float = 4.5


class Style(NamedTuple):
    """How a role of text is set. ``sizes`` run from the largest to the smallest allowed.

    ``leading`` is in px for each size, or a factor; ``tracking`` and ``outdent`` in em. ``capital``
    begins the text with a capital letter, where it is one of Swipewell's own labels.
    """

    family: Literal["heading", "body"]
    sizes: tuple[Px, ...]
    weight: int = 400
    italic: bool = False
    strong: int = 700
    leading: Mapping[int, Px] | float = 1.4
    tracking: float = 0.0
    outdent: float = 0.0
    features: Mapping[str, int] = {}
    setting: Literal["balanced", "fit"] = "fit"
    colour: Role = "ink"
    hang: bool = True
    capital: bool = False
    lower: bool = False
    """Whether the text is set in small letters, which small capitals then make even."""
    paragraph_gap: float = 0.4
    ornament: bool = False
    """Whether this is ornament (a great numeral), free of the scale and of the smallest size."""
    quoted: bool = False
    """Whether the text is set in its language's quotation marks."""
    drawn: bool = False
    """Whether it is handed to the ornaments as an outline, for one of them to draw it."""
    emphasis: Literal["heading", "body"] | None = None
    """The family in which emphasised words are set, the style's own where absent."""

    def leading_at(self, size: Px) -> Px:
        """Return the leading in px at a size, in multiples of 2 where it is a factor."""
        leading = self.leading
        if isinstance(leading, float | int):
            return round(leading * size / 2) * 2
        exact = leading.get(int(size))
        if exact is not None:
            return exact
        nearest = min(leading, key=lambda known: abs(known - size))
        return round(leading[nearest] / nearest * size / 2) * 2


class Beside(NamedTuple):
    """Lines whose top lies above ``until`` are only ``width`` wide, for something stands beside them."""

    until: Px
    width: Px


class Pick(NamedTuple):
    """Words of a text that become anchors ``name.0``, ``name.1`` … for an ornament to mark.

    ``words`` are the highlighted stretches (the text then paints no highlight of its own), words with
    ``numbers`` in them, or the one ``key``: what is highlighted or emphasised first, else the last
    word; how high its letters reach stands in the anchor ``name_ink``, how far the lines around leave
    it room in ``name_room``, and it is not set in italics. The ``stressed`` are the highlighted
    stretches, or, on a slide that has none anywhere, the word that a heading leads up to. ``letters``
    gives the ink of every letter by itself, for an edge that runs through large type.
    """

    name: str
    words: Literal["highlighted", "numbers", "key", "stressed", "letters"] = "highlighted"


class TextBox(NamedTuple):
    """A text: the slot it shows, its style, and how it is aligned; ``beside`` narrows its top lines.

    ``closes`` names the slot of a great quotation mark before it: its partner then ends the text,
    in the style ``closing`` where that is named.
    ``run_on`` sets lines that the text brings of its own (U+2028) as one paragraph. ``pick`` makes
    anchors of words.
    """

    slot: str
    style: str
    align: Literal["start", "end", "centre"] = "start"
    colour: Role | None = None
    lines: int | None = None
    beside: Beside | None = None
    closes: str | None = None
    closing: str | None = None
    run_on: bool = False
    pick: Pick | None = None


class StackBox(NamedTuple):
    """Boxes under each other; those pinned to the bottom are placed from there upwards."""

    items: tuple["Box", ...]
    gap: Px = 0


class LayersBox(NamedTuple):
    """Boxes that share one place, each where its own edges put it."""

    items: tuple["Box", ...]


class LineBox(NamedTuple):
    """Texts on one baseline, ``gap`` apart, aligned as one; with ``follow`` the others hang on the first."""

    items: tuple[TextBox, ...]
    gap: Px = 0
    align: Literal["start", "end", "centre"] = "start"
    follow: bool = False


class Room(NamedTuple):
    """Where one of several entries stands, by its left, top, right and bottom edges.

    ``flag`` is set while it is placed, so that its box may stand in another way.
    """

    left: Px
    top: Px
    right: Px
    bottom: Px
    flag: str = ""


class EachBox(NamedTuple):
    """One box for each entry of a slot: under each other, at a pitch or a gap; at most so many.

    ``pitch`` gives the distance between tops by the number of entries; where the entries are more
    than its largest key, the slide continues. ``colours`` gives, by the number of entries, the role
    in which each one's texts are set that name no colour of their own. ``places`` gives each entry a
    room of its own instead, by the number of entries. ``spread`` shares the whole room out among them:
    each has its own height and the same air, so much at least, and its layers stand centred.
    """

    slot: str
    item: "Box"
    gap: Px = 0
    pitch: Mapping[int, Px] | None = None
    places: Mapping[int, tuple[Room, ...]] | None = None
    spread: Px | None = None
    centred: bool = False
    most: int | None = None
    colours: Mapping[int, tuple[Role, ...]] | None = None


class RowBox(NamedTuple):
    """One box for each entry of a slot, side by side, ``gap`` apart, as wide as the number ``share`` says.

    ``air`` is what stays free at the end of each, without moving the next; ``pad`` at its beginning. All
    keep ``within`` two x, in px. ``drops`` are how many px lower each stands, by their number.
    """

    slot: str
    item: "Box"
    share: str | None = None
    gap: Px = 0
    air: Px = 0
    pad: Px = 0
    within: tuple[Px, Px] | None = None
    drops: Mapping[int, tuple[Px, ...]] | None = None


class Column(NamedTuple):
    """A column of a grid, by its left edge and width."""

    left: Px
    width: Px


class GridBox(NamedTuple):
    """Rows of boxes in columns; each row as high as its highest box.

    ``each`` gives, for every column, a slot whose entries fill it; ``rows`` gives the boxes.
    ``align: baseline`` puts the first lines of a row on one baseline; with ``lead`` it is the last line
    of a first cell whose text leads on into the second, with no sign at its end.
    """

    columns: tuple[Column, ...]
    gap: Px = 0
    rows: tuple[tuple["Box", ...], ...] = ()
    each: tuple[str, ...] = ()
    items: tuple["Box", ...] = ()
    align: Literal["top", "baseline", "lead"] = "top"


class PictureBox(NamedTuple):
    """A picture: the slot that holds its file, cropped to fill ``height`` px, or all the room there is.

    ``least`` is the height in px under which the slide is tried in another way; ``radius`` rounds
    the corners. ``scrim`` names the role of the veil it gets where texts stand on it; the ground's
    where absent.
    """

    slot: str
    height: Px | None = None
    least: Px = 240
    radius: Px = 0
    scrim: Role | None = None


class RuleBox(NamedTuple):
    """A line across the room, ``weight`` px thick, at the foot of ``height`` px: to write on, or between."""

    height: Px = 0
    weight: Px = 3
    colour: Role = "line"


class Box(NamedTuple):
    """One box of a layout: exactly one kind of content, and where it stands.

    ``space`` is room in px that has to be there; nothing is painted in it.

    ``left``, ``right``, ``top``, ``bottom`` are px of the slide, and ``top_from`` a line it does
    not rise above in its stack; ``gap`` replaces the stack's gap before it. ``name`` makes its
    place an anchor for ornaments, ``first_line`` and ``last_line`` those of its text, and ``every_line``
    one for each of its lines, counted on over the slide (``said.0``, ``said.1`` …); ``when`` shows it
    only if a slot is filled or a flag is set (``"!slot"``: if not; ``"a b"``: if both). ``middle``
    puts it half-way between its room's top and bottom.
    """

    text: TextBox | None = None
    stack: StackBox | None = None
    layers: LayersBox | None = None
    line: LineBox | None = None
    each: EachBox | None = None
    row: RowBox | None = None
    grid: GridBox | None = None
    picture: PictureBox | None = None
    rule: RuleBox | None = None
    space: Px | None = None

    name: str | None = None
    first_line: str | None = None
    last_line: str | None = None
    every_line: str | None = None
    when: str | None = None
    left: Px | None = None
    right: Px | None = None
    width: Px | None = None
    top: Px | None = None
    bottom: Px | None = None
    top_from: Px | None = None
    gap: Px | None = None
    pin: Literal["bottom"] | None = None
    middle: bool = False


class Fit(NamedTuple):
    """One way to make a slide fit: sizes by style, and flags that choose among boxes."""

    sizes: Mapping[str, Px] = {}
    flags: tuple[str, ...] = ()


class Layout(NamedTuple):
    """The shape of one kind of slide: its ground, its boxes, ways to fit, ornaments' parameters.

    ``fit`` is tried in order; where nothing fits, the slots named by ``continues`` (divided by a
    blank) go on on the next slide, or the slide is shown as two others, the ``parts``. A slide that
    goes on does so at full size, unless ``shrinks_on`` lets it shrink as well.
    """

    box: Box
    ground: str = "paper"
    fit: tuple[Fit, ...] = (Fit(),)
    continues: str | None = None
    parts: tuple[str, str] | None = None
    shrinks_on: bool = False
    ornaments: Mapping[str, Any] = {}


class Ornament(NamedTuple):
    """An ornament by its kind, with parameters for the whole deck."""

    kind: str
    options: Mapping[str, Any] = {}


class Theme(NamedTuple):
    """A theme, its base already merged in."""

    name: str
    voice: str
    idea: str
    seed: str
    palette: Mapping[Role, Recipe]
    grounds: Mapping[str, Mapping[Role, Role]]
    families: Mapping[Literal["heading", "body"], str]
    styles: Mapping[str, Style]
    layouts: Mapping[str, Layout]
    margin: Px = 96
    furniture: tuple["Box", ...] = ()
    ornaments: tuple[Ornament, ...] = ()
    turns: tuple[str, ...] = ()
    """Grounds that take turns from slide to slide, counted from the last; they replace the layouts' own."""
