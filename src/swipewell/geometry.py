"""Sizes, rectangles and insets in slide pixels: 1080 across, y growing downwards."""

from typing import NamedTuple

Point = tuple[float, float]


class Size(NamedTuple):
    """A width and a height in px."""

    width: float
    height: float


class Page(NamedTuple):
    """A size of slides: its name, width and height in px, and what taller ones keep free.

    Themes are drawn for a square. On a taller slide what stands at the head moves down by ``head``
    px, what stands at the foot stays as far from its edge and ``foot`` px more, and what lies
    between moves apart: relaid, never stretched.
    """

    name: str
    width: int
    height: int
    head: float = 0.0
    foot: float = 0.0

    def y(self, drawn: float) -> float:
        """Return where a height drawn for the square stands, in px; the order of heights is kept."""
        more = self.height - SQUARE.height
        if not more:
            return drawn
        if drawn <= _HEAD:
            return drawn + self.head
        if drawn >= _FOOT:
            return drawn + more - self.foot
        share = (drawn - _HEAD) / (_FOOT - _HEAD)
        return drawn + self.head + share * (more - self.foot - self.head)


_HEAD, _FOOT = 200.0, 840.0
"""Above and below these lines of the square, things keep their distance from the slide's edges."""

SQUARE = Page("square", 1080, 1080)
PAGES = {
    page.name: page
    for page in (
        SQUARE,
        Page("portrait", 1080, 1350, head=36),
        Page("tall", 1080, 1440, head=56),
        # the apps lay a row of buttons over the head and the foot of a story
        Page("story", 1080, 1920, head=170, foot=240),
    )
}


class Rect(NamedTuple):
    """A rectangle by its left, top, right and bottom edges in px."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Return the width in px."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the height in px."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """Return the centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def moved(self, dx: float, dy: float) -> "Rect":
        """Return the rectangle moved by (dx, dy)."""
        return Rect(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def grown(self, by: float) -> "Rect":
        """Return the rectangle with every edge moved outwards by so many px."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def union(self, other: "Rect") -> "Rect":
        """Return the smallest rectangle that holds both."""
        return Rect(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def overlaps(self, other: "Rect") -> bool:
        """Say whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Rect", slack: float = 0.0) -> bool:
        """Say whether the other lies inside, give or take so many px."""
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


class Insets(NamedTuple):
    """Distances from four edges inwards, in px."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def within(self, rect: "Rect") -> "Rect":
        """Return what the insets leave of a rectangle."""
        return Rect(
            rect.left + self.left,
            rect.top + self.top,
            rect.right - self.right,
            rect.bottom - self.bottom,
        )
