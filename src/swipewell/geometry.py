"""Sizes, rectangles and insets in slide pixels: 1080 across, y growing downwards."""

from __future__ import annotations

from collections.abc import Sequence

from swipewell.named import NamedTuple

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
        return drawn if self.height == SQUARE.height else _between(drawn, _KNEES, self._knees)

    def drawn(self, y: float) -> float:
        """Return the height in the square of what stands at y: the inverse of ``y``."""
        return y if self.height == SQUARE.height else _between(y, self._knees, _KNEES)

    @property
    def low(self) -> float:
        """Return by how many px the foot of the square's layout has moved down."""
        return self.height - SQUARE.height - self.foot

    @property
    def _knees(self) -> tuple[float, ...]:
        _, border, head, foot, sill, _ = _KNEES
        low = self.low
        return 0.0, border + self.head, head + self.head, foot + low, sill + low, float(self.height)


_KNEES = (0.0, 64.0, 200.0, 840.0, 1016.0, 1080.0)
"""Heights of the square between which a taller slide is laid out alike.

Borders stay borders; from 64 to 200 px everything keeps its distance from the head, from 840 to
1016 px from the foot; in between it moves apart.
"""


def _between(value: float, here: Sequence[float], there: Sequence[float]) -> float:
    """Return what a value becomes where its neighbours among some heights become others."""
    if value <= here[0]:
        return value - here[0] + there[0]
    for a, b, c, d in zip(here, here[1:], there, there[1:], strict=False):
        if value <= b:
            return c + (value - a) * (d - c) / (b - a)
    return value - here[-1] + there[-1]


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

    def moved(self, dx: float, dy: float) -> Rect:
        """Return the rectangle moved by (dx, dy)."""
        return Rect(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def scaled(self, by: float) -> Rect:
        """Return the rectangle with every edge so many times as far from the slide's corner."""
        return Rect(self.left * by, self.top * by, self.right * by, self.bottom * by)

    def grown(self, by: float) -> Rect:
        """Return the rectangle with every edge moved outwards by so many px."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def union(self, other: Rect) -> Rect:
        """Return the smallest rectangle that holds both."""
        return Rect(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def overlaps(self, other: Rect) -> bool:
        """Say whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Rect, slack: float = 0.0) -> bool:
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

    def within(self, rect: Rect) -> Rect:
        """Return what the insets leave of a rectangle."""
        return Rect(
            rect.left + self.left,
            rect.top + self.top,
            rect.right - self.right,
            rect.bottom - self.bottom,
        )
