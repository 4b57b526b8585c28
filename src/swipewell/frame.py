"""A finished slide before paint: placed items in painting order, with no decisions left.

Coordinates are slide px, y downwards. Paths are closed contours of (x, y, on) points: where ``on``
is false the point controls a quadratic curve, and between two such points an on-curve point lies
half-way, as in TrueType.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from swipewell.colour import Colour
from swipewell.geometry import Point, Rect
from swipewell.named import NamedTuple
from swipewell.text.typeset import SetText

PathPoint = tuple[float, float, bool]
Contour = tuple[PathPoint, ...]
Path = tuple[Contour, ...]


class Gradient(NamedTuple):
    """Colours along a straight line; positions run from 0 at ``start`` to 1 at ``end``.

    Where a vertical gradient has colours ``beyond``, its own are those at the slide's left edge, and
    they pass into these towards the right one.
    """

    start: Point
    end: Point
    stops: tuple[tuple[float, Colour], ...]
    beyond: tuple[tuple[float, Colour], ...] = ()

    @property
    def slanted(self) -> bool:
        """Say whether it is not vertical, so that its picture is dear and made for windows only."""
        return self.start[0] != self.end[0]


Paint = Colour | Gradient


class Fill(NamedTuple):
    """The whole slide in one paint."""

    paint: Paint


class Symbol:
    """A path about the origin that is drawn once and set at many places, whole px apart.

    Two are the same only if they are one object, so that what is kept of one is found quickly.
    """

    __slots__ = ("_mirrored", "_placed", "_scaled", "path")

    def __init__(self, path: Path) -> None:
        self.path = path
        self._placed: dict[tuple[int, int], Path] = {}
        self._mirrored: Symbol | None = None
        self._scaled: dict[int, Symbol] = {}

    def at(self, x: int, y: int) -> Path:
        """Return the path with its origin at a place."""
        if (x, y) not in self._placed:
            if len(self._placed) >= _MOST_PLACES:
                self._placed.clear()
            moved = (tuple((a + x, b + y, on) for a, b, on in contour) for contour in self.path)
            self._placed[x, y] = tuple(moved)
        return self._placed[x, y]

    @property
    def mirrored(self) -> Symbol:
        """Return what a mirror through its origin shows."""
        if self._mirrored is None:
            self._mirrored = Symbol(flipped_path(self.path, 0))
        return self._mirrored

    def scaled(self, by: int) -> Symbol:
        """Return the same so many times as large."""
        if by not in self._scaled:
            self._scaled[by] = Symbol(_scaled_path(self.path, by))
        return self._scaled[by]


_MOST_PLACES = 8


class Copy(NamedTuple):
    """A symbol and where its origin is set, in whole px."""

    symbol: Symbol
    x: int
    y: int

    def shape(self, colour: Colour, opacity: float = 1.0) -> Shape:
        """Return it in a colour."""
        return Shape(self.symbol.at(self.x, self.y), colour, opacity, kept=True, copy=self)


class Shape(NamedTuple):
    """A filled path; ``opacity`` runs from 0 to 1.

    ``kept`` says that the very same path comes again on other slides, so that its mask is worth
    keeping. One in a single colour may be the ``copy`` of a symbol, which comes again elsewhere, too.
    """

    path: Path
    paint: Paint
    opacity: float = 1.0
    kept: bool = False
    copy: Copy | None = None


class Shadow(NamedTuple):
    """A path's soft shadow, moved by ``offset`` and blurred by a Gaussian of ``blur`` px."""

    path: Path
    colour: Colour
    offset: Point
    blur: float
    opacity: float


class Placed(NamedTuple):
    """Glyphs as they were shaped, (number, x, y) in em from an origin, and that origin on the slide."""

    glyphs: Sequence[tuple[int, float, float]]
    x: float
    y: float


class GlyphRun(NamedTuple):
    """Glyphs of one face, size in px and colour that belong to one text.

    ``face`` is an open face of the font book; ``box`` is the room of the whole text, in which all
    its ink lies; ``path`` is the field it shows.
    """

    face: Any
    size: float
    colour: Colour
    pieces: tuple[Placed, ...]
    box: Rect
    set: SetText
    path: str
    style: str

    @property
    def text(self) -> str:
        """Return the lines as a reader sees them."""
        return self.set.text


class Picture(NamedTuple):
    """A picture file shown within a path, cropped to fill the box.

    ``focus`` is what stays in view, in shares of the picture's width and height. ``whole`` says
    that nothing of it may be cut off, as of a logo, whose shape the box then has.
    """

    file: str
    box: Rect
    path: Path
    focus: Point = (0.5, 0.5)
    whole: bool = False


class Swap(NamedTuple):
    """A path within which two inks change places: what was in one is in the other.

    It comes after what it swaps. Nothing but these two may lie under it.
    """

    path: Path
    one: Colour
    other: Colour


Item = Fill | Shape | Shadow | GlyphRun | Picture | Swap


def flipped(item: Item, width: float) -> Item:
    """Return an item that holds no text as a mirror at the middle of a slide so wide shows it.

    A picture keeps what it shows; only its place and its window are mirrored.
    """
    match item:
        case Fill(paint=paint):
            return Fill(_flipped_paint(paint, width))
        case Shape(copy=Copy(symbol=symbol, x=x, y=y), paint=Colour() as colour, opacity=opacity):
            return Copy(symbol.mirrored, round(width) - x, y).shape(colour, opacity)
        case Shape(path=path, paint=paint):
            return item._replace(path=flipped_path(path, width), paint=_flipped_paint(paint, width))
        case Swap(path=path):
            return item._replace(path=flipped_path(path, width))
        case Shadow(path=path, offset=(dx, dy)):
            return item._replace(path=flipped_path(path, width), offset=(-dx, dy))
        case Picture(box=box, path=path):
            return item._replace(
                box=Rect(width - box.right, box.top, width - box.left, box.bottom),
                path=flipped_path(path, width),
            )
        case GlyphRun():
            raise TypeError("text is not mirrored: it is set where it belongs")


@lru_cache(maxsize=256)  # paths that come again must stay the same objects, by which masks are kept
def flipped_path(path: Path, width: float) -> Path:
    """Return a path as a mirror at the middle of a slide so wide shows it."""
    return tuple(tuple((width - x, y, on) for x, y, on in contour) for contour in path)


@lru_cache(maxsize=256)  # as for flipped paths
def lowered(path: Path, by: float) -> Path:
    """Return a path so many px lower; the very same where that is none."""
    if not by:
        return path
    return tuple(tuple((x, y + by, on) for x, y, on in contour) for contour in path)


def _flipped_paint(paint: Paint, width: float) -> Paint:
    if not isinstance(paint, Gradient):
        return paint
    (x0, y0), (x1, y1) = paint.start, paint.end
    turned = paint._replace(start=(width - x0, y0), end=(width - x1, y1))
    if paint.beyond:
        turned = turned._replace(stops=paint.beyond, beyond=paint.stops)
    return turned


def _scaled(item: Item, by: int) -> Item:
    """Return an item so many times as large."""
    match item:
        case Fill(paint=paint):
            return Fill(_scaled_paint(paint, by))
        case Shape(copy=Copy(symbol=symbol, x=x, y=y), paint=Colour() as colour, opacity=opacity):
            return Copy(symbol.scaled(by), x * by, y * by).shape(colour, opacity)
        case Shape(path=path, paint=paint):
            return item._replace(path=_scaled_path(path, by), paint=_scaled_paint(paint, by))
        case Swap(path=path):
            return item._replace(path=_scaled_path(path, by))
        case Shadow(path=path, offset=(dx, dy), blur=blur):
            path = _scaled_path(path, by)
            return item._replace(path=path, offset=(dx * by, dy * by), blur=blur * by)
        case Picture(box=box, path=path):
            return item._replace(box=box.scaled(by), path=_scaled_path(path, by))
        case GlyphRun(size=size, pieces=pieces, box=box):
            placed = tuple(Placed(glyphs, x * by, y * by) for glyphs, x, y in pieces)
            return item._replace(size=size * by, pieces=placed, box=box.scaled(by))


@lru_cache(maxsize=256)  # as for flipped paths
def _scaled_path(path: Path, by: int) -> Path:
    return tuple(tuple((x * by, y * by, on) for x, y, on in contour) for contour in path)


def _scaled_paint(paint: Paint, by: int) -> Paint:
    if not isinstance(paint, Gradient):
        return paint
    (x0, y0), (x1, y1) = paint.start, paint.end
    return paint._replace(start=(x0 * by, y0 * by), end=(x1 * by, y1 * by))


def rounded(rect: Rect, radius: float) -> Contour:
    """Return a rectangle's outline with round corners, each a quadratic curve."""
    left, top, right, bottom = rect
    r = min(radius, (right - left) / 2, (bottom - top) / 2)
    corners = ((left, top, 0, 1), (right, top, -1, 0), (right, bottom, 0, -1), (left, bottom, 1, 0))
    points: list[tuple[float, float, bool]] = []
    for x, y, dx, dy in corners:
        if r <= 0:
            points.append((x, y, True))
            continue
        ends = (x + r * dx, y + r * dy, True), (x + r * dy, y - r * dx, True)
        points += [ends[0], (x, y, False), ends[1]]
    return tuple(points)


class Frame(NamedTuple):
    """One slide: its size in px and its items, first to last as they are painted."""

    width: int
    height: int
    items: tuple[Item, ...]

    @property
    def texts(self) -> tuple[GlyphRun, ...]:
        """Return the runs of text."""
        return tuple(item for item in self.items if isinstance(item, GlyphRun))

    def dump(self) -> str:
        """Return the frame as text, for layout goldens: one line an item, coordinates rounded."""
        return "\n".join(_line(item) for item in self.items) + "\n"


def scaled(frame: Frame, by: int) -> Frame:
    """Return a frame with everything so many times as large: the same slide for finer screens."""
    if by == 1:
        return frame
    items = tuple(_scaled(item, by) for item in frame.items)
    return Frame(frame.width * by, frame.height * by, items)


def _line(item: Item) -> str:
    match item:
        case Fill(paint=paint):
            return f"fill {_paint(paint)}"
        case Shape(path=path, paint=paint, opacity=opacity):
            return f"shape {_paint(paint)} {opacity:g} {_extent(path)}"
        case Swap(path=path, one=one, other=other):
            return f"swap {one.hex} {other.hex} {_extent(path)}"
        case Shadow(path=path, colour=colour, blur=blur):
            return f"shadow {colour.hex} {blur:g} {_extent(path)}"
        case Picture(box=box, focus=focus, whole=whole):
            about = f" about {focus[0]:g} {focus[1]:g}" if focus != (0.5, 0.5) else ""
            return f"picture{' whole' if whole else ''} {_rect(box)}{about}"
        case GlyphRun():
            first = item.pieces[0]
            face = item.face.key
            slant = "i" if face.italic else ""
            return (
                f"text {item.style} {face.family} {face.weight}{slant} {item.size:g} "
                f"{item.colour.hex} at {first.x:.1f} {first.y:.1f} in {_rect(item.box)} {item.text!r}"
            )


def _paint(paint: Paint) -> str:
    if isinstance(paint, Gradient):
        sides = (paint.stops, paint.beyond) if paint.beyond else (paint.stops,)
        return "gradient " + " to ".join(
            " ".join(f"{at:g}:{colour.hex}" for at, colour in stops) for stops in sides
        )
    return paint.hex


def _rect(box: Rect) -> str:
    return f"[{box.left:.0f} {box.top:.0f} {box.right:.0f} {box.bottom:.0f}]"


def _extent(path: Path) -> str:
    xs = [x for contour in path for x, _, _ in contour]
    ys = [y for contour in path for _, y, _ in contour]
    points = sum(map(len, path))
    return f"{points} points " + _rect(Rect(min(xs), min(ys), max(xs), max(ys)))
