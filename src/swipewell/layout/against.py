"""Slides that run against their deck: the English disclaimer of a Persian post, texts from left to right.

Boxes and ornaments are laid out as if from left to right and mirrored at the very end. Such a slide's
texts are not: they stand in the room that they would have in the deck's direction, all of them moved
as one, with rows and columns in the order of their own language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from swipewell.frame import Fill, GlyphRun, Item, Picture
from swipewell.geometry import SQUARE, Rect
from swipewell.layout.harmony import Settled
from swipewell.layout.place import Block
from swipewell.text.direction import is_right_to_left

Parts = tuple[Settled, ...]
Draw = Callable[[Parts], list[list[Item]]]
"""From slides to their ornaments."""

_SIDE = SQUARE.width
_LEAST = 60.0
"""How far from the slide's border texts stay in any case, in px."""


def turned(settled: Parts, language: str, draw: Draw) -> Parts:
    """Return slides, those turned whose own language runs against the deck's."""
    moved = tuple(_turned(part) if _is_against(part, language) else part for part in settled)
    if all(one is other for one, other in zip(settled, moved, strict=True)):
        return settled
    before, after = draw(settled), draw(moved)
    return tuple(
        part if part is plain else _cleared(part, plain, drawn, known)
        for part, plain, drawn, known in zip(moved, settled, after, before, strict=True)
    )


def _is_against(part: Settled, language: str) -> bool:
    own = part.slide.language
    return bool(own and part.laid.blocks) and is_right_to_left(own) != is_right_to_left(language)


def _turned(part: Settled) -> Settled:
    """Return a slide with its texts moved as one.

    Whatever is not text (anchors, plates) is reflected within their room, so that it is about the same
    texts as before once all is mirrored.
    """
    blocks = part.laid.blocks
    edges = _edges(blocks, _bands(blocks))

    def reflected(rect: Rect) -> Rect:
        return rect._replace(left=edges - rect.right, right=edges - rect.left)

    laid = part.laid._replace(
        blocks=_moved(blocks, edges),
        anchors={name: reflected(rect) for name, rect in part.laid.anchors.items()},
        plates=tuple(p._replace(rect=reflected(p.rect)) for p in part.laid.plates),
    )
    return part._replace(laid=laid)


def _moved(blocks: Sequence[Block], edges: float) -> tuple[Block, ...]:
    """Return blocks moved along, against their deck; of their measure only what ends with the room."""
    end = _SIDE - min(block.extent.left for block in blocks)
    out: list[Block] = []
    for block in blocks:
        left, measure = block.left + _SIDE - edges, block.measure
        if block.align == "start":
            measure = min(measure, max(block.text.width, end - left))
        out.append(block._replace(left=left, measure=measure, against=True))
    return tuple(out)


def _bands(blocks: Sequence[Block]) -> list[Rect]:
    """Return the rooms of blocks, those that stand side by side as one."""
    bands: list[Rect] = []
    for extent in sorted((block.extent for block in blocks), key=lambda rect: rect.top):
        beside = bands and extent.top < bands[-1].bottom - 1
        bands.append(extent.union(bands.pop()) if beside else extent)
    return bands


def _edges(blocks: Sequence[Block], bands: Sequence[Rect]) -> float:
    """Return the sum of the left and right edge of the room that some bands need.

    One further in (a card) has a room of its own, but a column beside another one shares theirs.
    """
    first = min(block.extent.left for block in blocks)
    column = min(block.left + block.measure for block in blocks)
    edges = max(b.right + (first if column <= b.left else b.left) for b in bands)
    # none of what moves along may leave the slide, such as what stands under a column further in
    return min(edges, _SIDE + min(b.left for b in bands) - _LEAST)


def _cleared(
    part: Settled, plain: Settled, drawn: Sequence[Item], known: Sequence[Item]
) -> Settled:
    """Return a turned slide whose short lines, at the deck's far side, stand clear of ornaments.

    In the way is what is over or under a text here and was not before the slide was turned. Bands
    that meet such a thing move on together, as far to the deck's side as their own width allows.
    """
    pairs = [(_bounds(a), _bounds(b)) for a, b in zip(drawn, known, strict=False)]
    texts = zip(part.laid.blocks, plain.laid.blocks, strict=True)
    hit = [
        before.extent
        for after, before in texts
        if any(a.overlaps(after.extent) and not b.overlaps(before.extent) for a, b in pairs)
    ]
    bands = [b for b in _bands(plain.laid.blocks) if any(b.overlaps(text) for text in hit)]
    if not bands:
        return part
    own = _moved(plain.laid.blocks, _edges(plain.laid.blocks, bands))
    blocks = tuple(
        there if any(band.overlaps(before.extent) for band in bands) else here
        for here, there, before in zip(part.laid.blocks, own, plain.laid.blocks, strict=True)
    )
    return part._replace(laid=part.laid._replace(blocks=blocks))


def _bounds(item: Item) -> Rect:
    """Return the rectangle around an ornament; an empty one where it is the ground."""
    match item:
        case Fill() | GlyphRun():
            return Rect(0, 0, 0, 0)
        case Picture(box=box):
            return box
    points = [point for contour in item.path for point in contour]
    xs, ys = [point[0] for point in points] or [0.0], [point[1] for point in points] or [0.0]
    return Rect(min(xs), min(ys), max(xs), max(ys))
