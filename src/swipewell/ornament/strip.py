"""What an ornament sees: the strip of the whole deck, slide by slide, with anchors and palette."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from swipewell.frame import Item, Path
from swipewell.geometry import SQUARE, Page, Rect
from swipewell.named import NamedTuple
from swipewell.palette import Palette

Options = Mapping[str, Any]


class StripSlide(NamedTuple):
    """One slide of the strip: its kind, ground, anchors in its own px, fields and parameters.

    ``drawn`` holds the outlines of texts that ornaments draw, by style.
    """

    kind: str
    ground: str
    anchors: Mapping[str, Rect]
    fields: Mapping[str, Any]
    options: Mapping[str, Any]
    drawn: Mapping[str, Path] = {}
    page: Page = SQUARE

    def moved(self, by: float) -> StripSlide:
        """Return the slide with its anchors so many px lower."""
        if not by:
            return self
        anchors = {name: anchor.moved(0, by) for name, anchor in self.anchors.items()}
        return self._replace(anchors=anchors)

    def wants(self, ornament: str) -> Options | None:
        """Return the slide's parameters for an ornament, None where it has none there."""
        options = self.options.get(ornament)
        return None if options is None else options

    def height(self, value: float | str) -> float:
        """Return a height in px, given as drawn for the square or as the anchor whose top it is."""
        return self.anchors[value].top if isinstance(value, str) else self.page.y(float(value))

    def numbered(self, name: str) -> list[Rect]:
        """Return the anchors ``name.0``, ``name.1`` … in order."""
        found: list[Rect] = []
        while f"{name}.{len(found)}" in self.anchors:
            found.append(self.anchors[f"{name}.{len(found)}"])
        return found


class Strip(NamedTuple):
    """The whole deck side by side: slides of one size in px, the palette, and the post's seed.

    ``shared`` takes what one ornament has worked out and another follows, such as a route.
    """

    slides: Sequence[StripSlide]
    width: int
    height: int
    palette: Palette
    seed: int
    shared: dict[str, Any]
    avatar: str | None = None
    page: Page = SQUARE

    def y(self, drawn: float) -> float:
        """Return where a height drawn for the square stands on slides of this size, in px."""
        return self.page.y(drawn)


Drawn = list[list[Item]]
Draw = Callable[[Strip, Options], Drawn]
"""From the strip and the theme's parameters to items for each slide."""
