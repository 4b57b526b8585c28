"""A theme drawn for the square, laid out anew for a taller slide.

    relaid(theme, PAGES["story"])     a box with `top: 184, bottom: 984` -> `top: 354, bottom: 1584`

Only places move, by ``Page.y``; sizes, gaps and widths stay, so nothing is stretched. Boxes that
fill the room between two places grow with it.
"""

from collections.abc import Mapping
from typing import Any

from swipewell.geometry import SQUARE, Page
from swipewell.model.theme import Theme

_PLACES = frozenset({"top", "bottom", "top_from", "until"})
"""The fields of boxes that hold a height on the slide."""


def relaid(theme: Theme, page: Page) -> Theme:
    """Return a theme with its layouts and its furniture for slides of a size."""
    if page == SQUARE:
        return theme
    return theme._replace(
        layouts={
            kind: layout._replace(box=_moved(layout.box, page))
            for kind, layout in theme.layouts.items()
        },
        furniture=_moved(theme.furniture, page),
    )


def _moved(value: Any, page: Page) -> Any:
    """Return a box, or anything within one, with its places moved."""
    if hasattr(value, "_fields"):
        return type(value)(
            *(
                page.y(held) if name in _PLACES and held is not None else _moved(held, page)
                for name, held in zip(value._fields, value, strict=True)
            )
        )
    if isinstance(value, tuple):
        return tuple(_moved(part, page) for part in value)
    if isinstance(value, Mapping):
        return {name: _moved(held, page) for name, held in value.items()}
    return value
