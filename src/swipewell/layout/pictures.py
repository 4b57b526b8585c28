"""Pictures as slides show them: around what has to stay in view, and not larger than they are sharp."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from swipewell.findings import Finding, warning
from swipewell.frame import Frame, Item, Picture
from swipewell.named import NamedTuple
from swipewell.pictures.look import UNREADABLE, identity, looked

_BLURRED_FROM = 1.25
"""How much a picture may be enlarged before it is seen."""


class Shows(Protocol):
    """A finished slide."""

    @property
    def fields(self) -> Mapping[str, Any]:
        """What it says, by slot."""

    @property
    def path(self) -> str:
        """Where it was written; empty for what comes by itself."""

    @property
    def frame(self) -> Frame:
        """Its frame."""


class _Shown(NamedTuple):
    """A picture and the field that names it."""

    item: Picture
    field: str


def focused(items: Iterable[Item], fields: Mapping[str, Any]) -> list[Item]:
    """Return items with a slide's own picture shown around the focus that was written with it."""
    file, focus = fields["picture"], fields.get("focus", (0.5, 0.5))
    return [
        item._replace(focus=focus) if isinstance(item, Picture) and item.file == file else item
        for item in items
    ]


def small_pictures(slides: Iterable[Shows]) -> tuple[Finding, ...]:
    """Return a finding for every picture that has too few pixels for the room it fills."""
    largest: dict[tuple[str, str], Picture] = {}
    for shown in _shown(slides):
        key = (shown.item.file, shown.field)
        known = largest.get(key)
        if known is None or shown.item.box.width > known.box.width:
            largest[key] = shown.item
    found = (_too_small(item, field) for (_, field), item in largest.items())
    return tuple(finding for finding in found if finding)


def _shown(slides: Iterable[Shows]) -> Iterator[_Shown]:
    """Yield the pictures of slides; those that may not be cropped are logos, and judged elsewhere."""
    for slide in slides:
        own = slide.fields.get("picture")
        for item in slide.frame.items:
            if isinstance(item, Picture) and not item.whole:
                field = f"{slide.path or 'cover'}.picture" if item.file == own else "avatar"
                yield _Shown(item, field)


def _too_small(item: Picture, field: str) -> Finding | None:
    """Return a finding for a picture that is enlarged so much that it is blurred."""
    try:
        width, height, *_ = looked(identity(item.file))
    except UNREADABLE:  # painting tells of it
        return None
    enlarged = max(item.box.width / width, item.box.height / height)
    if enlarged <= _BLURRED_FROM:
        return None
    wide, high = round(item.box.width), round(item.box.height)
    return warning(
        "small-picture",
        f"The picture has {width} × {height} px and fills {wide} × {high} px, so it is blurred.",
        f"Use one of at least {wide} × {high} px; twice that is best.",
        field=field,
    )
