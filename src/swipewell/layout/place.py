"""A slide's boxes to placed texts: room goes down, heights come up.

Box(text title) in [156 212 746 984] -> Block('Name the need, not the flaw' in two rows at 156, 212).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from swipewell.geometry import SQUARE, Rect
from swipewell.layout.kit import Kit
from swipewell.layout.pick import highlighted, ink_of, picked, room_about, unmarked
from swipewell.model.theme import (
    Box,
    EachBox,
    GridBox,
    Layout,
    LineBox,
    Pick,
    PictureBox,
    Room,
    RowBox,
    RuleBox,
    StackBox,
    Style,
    TextBox,
)
from swipewell.named import NamedTuple
from swipewell.text.languages import primary, small_words
from swipewell.text.leading import least_leading
from swipewell.text.typeset import Row, SetText
from swipewell.text.typography import closed, quotation_marks

_SLACK = 0.5
_LOW_LOOKING = 0.055
"""How much lower than its box a line of letters looks centred, by its size."""
_AIR = 20.0
"""How much stays free between entries at a pitch, at least, in px."""


class Block(NamedTuple):
    """A set text with its place: ``left`` and ``top`` of its measure in px, and how it aligns in it.

    ``against`` tells that its slide runs the other way than its deck does.
    """

    text: SetText
    style: str
    path: str
    left: float
    top: float
    measure: float
    align: str
    colour: str | None
    against: bool = False

    @property
    def extent(self) -> Rect:
        """Return the line boxes' rectangle, without what hangs, in the deck's direction."""
        left = self.row_left(self.text.width)
        if self.against:
            left = SQUARE.width - left - self.text.width
        return Rect(left, self.top, left + self.text.width, self.top + self.text.height)

    def baseline(self, row: Row) -> float:
        """Return the y of a row's baseline."""
        return float(round(self.top + row.top + self.text.baseline))

    def row_left(self, width: float) -> float:
        """Return the left edge of a row so wide."""
        if self.align == "end":
            return self.left + self.measure - width
        if self.align == "centre":
            return self.left + (self.measure - width) / 2
        return self.left


class Plate(NamedTuple):
    """What is no text, with its place: a picture's file, or else a rule in a colour by role.

    ``scrim`` is the role of a veil over a picture that texts stand on.
    """

    rect: Rect
    file: str | None = None
    colour: str = ""
    radius: float = 0.0
    scrim: str | None = None


class Laid(NamedTuple):
    """A slide laid out: its blocks and plates, its anchors, and whether everything found room.

    ``held`` says how many entries of the slot that may continue found room; ``faults`` names the
    paths of texts that did not.
    """

    blocks: tuple[Block, ...]
    anchors: Mapping[str, Rect]
    held: int | None
    faults: tuple[str, ...]
    sizes: Mapping[str, float]
    plates: tuple[Plate, ...] = ()

    @property
    def fits(self) -> bool:
        """Say whether everything found room."""
        return not self.faults


def lay_out(
    layout: Layout,
    fields: Mapping[str, Any],
    path: str,
    area: Rect,
    kit: Kit,
    sizes: Mapping[str, float],
    flags: tuple[str, ...] = (),
    dividing: bool = False,
    skipped: int = 0,
) -> Laid:
    """Return a slide's fields placed by a layout within an area, at sizes by style.

    A word wider than its line is a fault, unless ``dividing`` allows it to be divided. ``skipped`` is how
    many entries earlier slides have shown, for the paths of those here.
    """
    placer = _Placer(kit, sizes, frozenset(flags), dividing, skipped)
    placer.place(layout.box, area, fields, path)
    held = placer.held if placer.held is None else max(placer.held, 0)
    return Laid(
        tuple(placer.blocks),
        placer.anchors,
        held,
        tuple(placer.faults),
        placer.used,
        tuple(placer.plates),
    )


class _Count(NamedTuple):
    """How much has been placed so far."""

    blocks: int
    plates: int


class _Placer:
    """Collects blocks and plates while it walks the boxes of one slide."""

    __slots__ = (
        "_colour",
        "_suffix",
        "anchors",
        "blocks",
        "dividing",
        "faults",
        "flags",
        "held",
        "kit",
        "plates",
        "sizes",
        "skipped",
        "used",
    )

    def __init__(
        self,
        kit: Kit,
        sizes: Mapping[str, float],
        flags: frozenset[str],
        dividing: bool,
        skipped: int,
    ) -> None:
        self.kit = kit
        self.sizes = sizes
        self.flags = flags
        self.dividing = dividing
        self.skipped = skipped
        self.blocks: list[Block] = []
        self.plates: list[Plate] = []
        self.anchors: dict[str, Rect] = {}
        self.faults: list[str] = []
        self.used: dict[str, float] = {}
        self.held: int | None = None
        self._suffix = ""
        self._colour: str | None = None

    def place(self, box: Box, area: Rect, fields: Mapping[str, Any], path: str) -> float:
        """Place a box in an area and return the y of its bottom; an absent box takes no room."""
        room = _room(box, area)
        before = self._count()
        known = set(self.anchors) if box.middle else None
        bottom = self._content(box, room, fields, path)
        if box.middle and bottom < room.bottom:
            self._shift(before, (room.bottom - bottom) / 2, known)
            bottom = (room.bottom + bottom) / 2
        if box.bottom is not None and box.top is None and box.stack is None:
            self._shift(before, box.bottom - bottom)
            bottom = box.bottom
        if box.name is not None:
            self._anchor(box.name, before, Rect(room.left, room.top, room.right, bottom))
        if box.first_line is not None:
            self._anchor_line(box.first_line, before)
        if box.last_line is not None:
            self._anchor_last(box.last_line, before)
        if box.text is not None and box.text.pick is not None:
            self._pick(box.text.pick, before, fields)
        if box.every_line is not None:
            self._anchor_rows(box.every_line, before)
        return bottom

    def shown(self, box: Box, fields: Mapping[str, Any]) -> bool:
        """Say whether a box's condition holds, and its slot has something to show."""
        if box.when is not None:
            for name, wanted in _terms(box.when):
                if (name in fields or name in self.flags) is not wanted:
                    return False
        content = box.text or box.each or box.row or box.picture
        return content is None or content.slot in fields

    def _content(self, box: Box, room: Rect, fields: Mapping[str, Any], path: str) -> float:
        if box.text is not None:
            return self._text(box.text, room, fields, path)
        if box.stack is not None:
            return self._stack(box.stack, room, fields, path)
        if box.layers is not None:
            return max(
                (
                    self.place(b, room, fields, path)
                    for b in box.layers.items
                    if self.shown(b, fields)
                ),
                default=room.top,
            )
        if box.line is not None:
            return self._line(box.line, room, fields, path)
        if box.each is not None:
            return self._each(box.each, room, fields, path)
        if box.row is not None:
            return self._row(box.row, room, fields, path)
        if box.grid is not None:
            return self._grid(box.grid, room, fields, path)
        if box.picture is not None:
            return self._picture(box.picture, room, fields, path)
        if box.rule is not None:
            return self._rule(box.rule, room, path)
        return self._space(box.space or 0, room, path)

    def _space(self, height: float, room: Rect, path: str) -> float:
        if height and room.top + height > room.bottom + _SLACK:
            self.faults.append(path)
        return room.top + height

    def _picture(self, box: PictureBox, room: Rect, fields: Mapping[str, Any], path: str) -> float:
        bottom = room.bottom if box.height is None else room.top + box.height
        if bottom > room.bottom + _SLACK or bottom - room.top < box.least:
            self.faults.append(_joined(path, box.slot))
        rect = room._replace(bottom=max(bottom, room.top + 1))
        self.plates.append(Plate(rect, fields[box.slot], radius=box.radius, scrim=box.scrim))
        return bottom

    def _rule(self, box: RuleBox, room: Rect, path: str) -> float:
        bottom = room.top + max(box.height, box.weight)
        if bottom > room.bottom + _SLACK:
            self.faults.append(path)
        rect = room._replace(top=bottom - box.weight, bottom=bottom)
        self.plates.append(Plate(rect, colour=box.colour))
        return bottom

    def _text(self, box: TextBox, room: Rect, fields: Mapping[str, Any], path: str) -> float:
        block = self._block(box, room, fields, path)
        self.blocks.append(block)
        self.blocks.extend(self._closing_mark(box, block, fields))
        bottom = block.top + block.text.height
        if (
            bottom > room.bottom + _SLACK
            or (box.lines is not None and len(block.text.rows) > box.lines)
            or (block.text.too_wide and not self.dividing)
        ):
            self.faults.append(block.path)
        return bottom

    def _block(self, box: TextBox, room: Rect, fields: Mapping[str, Any], path: str) -> Block:
        style = self.kit.styles[box.style]
        size = self.sizes.get(box.style, style.sizes[0])
        self.used[box.style] = size
        beside = box.beside
        measure: Any = room.width
        where = _joined(path, box.slot)
        setter = self.kit.setter(where)
        written = self._written(box, style, fields, setter.shaper.language)
        leading = style.leading_at(size) if box.lines == 1 else _leading(style, size, written)
        if beside is not None and room.top < beside.until:
            narrow, until, wide = beside.width, beside.until - room.top, room.width
            measure = lambda y: narrow if y < until else wide  # noqa: E731 - closes over the room
            if until > 40 * leading:
                measure = narrow
        text = setter.set(
            written,
            self.kit.manners[box.style],
            size=size,
            leading=leading,
            measure=measure,
            setting=style.setting,
            paragraph_gap=round(style.paragraph_gap * size),
        )
        left = room.left - style.outdent * size
        colour = box.colour or self._colour
        return Block(text, box.style, where, left, room.top, room.width, box.align, colour)

    def _written(self, box: TextBox, style: Style, fields: Mapping[str, Any], language: str) -> str:
        """Return the text of a box's slot, with what its style and its box add to it."""
        written: str = fields[box.slot]
        if box.pick is not None and box.pick.words == "key":
            written = highlighted(written)
        if style.capital:
            written = _capitalised(written, language)
        if style.lower:
            written = _lowered(written, language)
        if box.run_on:
            written = written.replace("\u2028", " ")
        if style.quoted:
            marks = quotation_marks(language)
            written = marks[0] + "".join(closed(written, marks[1], language))
        said, sign = closed(written, _closing_sign(box, fields, language), language)
        return said + sign if box.closing is None else said

    def _closing_mark(self, box: TextBox, block: Block, fields: Mapping[str, Any]) -> list[Block]:
        """Return the mark that ends a text as a block of its own style, at the end of the last line."""
        setter = self.kit.setter(block.path)
        language = setter.shaper.language
        sign = _closing_sign(box, fields, language)
        if box.closing is None or not sign:
            return []
        _, sign = closed(fields[box.slot], sign, language)
        style, row = self.kit.styles[box.closing], block.text.rows[-1]
        size = self.used[box.closing] = self.sizes.get(box.closing, style.sizes[0])
        text = setter.set(
            sign,
            self.kit.manners[box.closing],
            size=size,
            leading=block.text.leading,
            measure=4 * size,
            setting=style.setting,
            paragraph_gap=0,
        )
        left, top = block.row_left(row.width) + row.width, block.top + row.top
        return [Block(text, box.closing, block.path, left, top, text.width, "start", None)]

    def _stack(self, box: StackBox, room: Rect, fields: Mapping[str, Any], path: str) -> float:
        floor = room.bottom
        shown = [item for item in box.items if self.shown(item, fields)]
        for item in reversed([item for item in shown if item.pin == "bottom"]):
            before, named = self._count(), set(self.anchors)
            free = room._replace(bottom=room.top + 4000)
            height = self.place(item, free, fields, path) - room.top
            self._shift(before, floor - height - room.top, named)
            if floor - height < room.top - _SLACK:
                own = self.blocks[before.blocks :]
                self.faults.append(own[0].path if own else path)
            floor -= height + (box.gap if item.gap is None else item.gap)
        y, first = room.top, True
        for item in shown:
            if item.pin == "bottom":
                continue
            if not first:
                y += box.gap if item.gap is None else item.gap
            y = self.place(item, Rect(room.left, y, room.right, floor), fields, path)
            first = False
        pinned = any(item.pin == "bottom" for item in shown)
        return room.bottom if pinned else y

    def _line(self, box: LineBox, room: Rect, fields: Mapping[str, Any], path: str) -> float:
        """Place texts on one baseline; the highest line box sets the room they take."""
        blocks = [self._block(t, room, fields, path) for t in box.items if t.slot in fields]
        if not blocks:
            return room.top
        width = sum(b.text.width for b in blocks) + box.gap * (len(blocks) - 1)
        share = {"start": 0.0, "centre": 0.5, "end": 1.0}[box.align]
        aligned = blocks[0].text.width if box.follow else width
        x = room.left + (room.width - aligned) * share
        x = max(room.left, min(x, room.right - width))  # all of them stay in the room
        if box.align == "start":
            x += blocks[0].left - room.left  # the first one's outdent
        baseline = max(b.text.baseline for b in blocks)
        for block in blocks:
            top = room.top + baseline - block.text.baseline
            measure = block.text.width
            self.blocks.append(block._replace(left=x, top=top, measure=measure, align=box.align))
            x += block.text.width + box.gap
        if width > room.width + _SLACK or any(len(b.text.rows) > 1 for b in blocks):
            self.faults.append(blocks[0].path)
        bottom = max(b.top + b.text.height for b in self.blocks[-len(blocks) :])
        if bottom > room.bottom + _SLACK:
            self.faults.append(blocks[0].path)
        return bottom

    def _each(self, box: EachBox, room: Rect, fields: Mapping[str, Any], path: str) -> float:
        entries = fields[box.slot]
        if box.places is not None:
            return self._each_placed(box, box.places, entries, _joined(path, box.slot))
        if box.spread is not None:
            return self._each_spread(box, box.spread, entries, room, _joined(path, box.slot))
        pitch = _pitch(box, len(entries))
        most = box.most or (max(box.pitch) if box.pitch else len(entries))
        faults = len(self.faults)
        y = bottom = room.top
        held: int | None = None
        outer = self._suffix
        for i, entry in enumerate(entries):
            top = room.top + pitch * i if pitch else (y + box.gap if i else y)
            limit = min(room.bottom, top + pitch) if pitch else room.bottom
            where = f"{_joined(path, box.slot)}[{i + self.skipped}]"
            self._suffix = f".{i}"
            self._colour = _entry_colour(box, len(entries), i)
            if box.centred:
                y = self._centred(box.item, room._replace(top=top), pitch, entry, where)
            else:
                y = self.place(box.item, Rect(room.left, top, room.right, limit), entry, where)
            self._suffix, self._colour = outer, None
            if held is None and (i >= most or len(self.faults) > faults):
                held = i
            bottom = max(bottom, y)
        if held is not None:
            self._hold(max(held, _wider(box, len(entries))), _joined(path, box.slot))
        return bottom

    def _each_placed(
        self,
        box: EachBox,
        places: Mapping[int, tuple[Room, ...]],
        entries: Sequence[Mapping[str, Any]],
        path: str,
    ) -> float:
        """Place every entry in the room it has among so many, the last rooms' among more than there are."""
        rooms = places[min(len(entries), max(places))]
        bottom, flags, outer = 0.0, self.flags, self._suffix
        for i, (entry, room) in enumerate(zip(entries, rooms, strict=False)):
            self._suffix, self._colour = f".{i}", _entry_colour(box, len(entries), i)
            self.flags = flags | {room.flag}
            area = Rect(room.left, room.top, room.right, room.bottom)
            bottom = max(bottom, self.place(box.item, area, entry, f"{path}[{i + self.skipped}]"))
        self._suffix, self._colour, self.flags = outer, None, flags
        if len(entries) > len(rooms):
            self._hold(len(rooms), path)
        return bottom

    def _each_spread(
        self,
        box: EachBox,
        least: float,
        entries: Sequence[Mapping[str, Any]],
        room: Rect,
        path: str,
    ) -> float:
        """Place entries of any height in a whole room, with the same air about each, ``least`` px or more."""
        placed: list[tuple[_Count, set[str], float]] = []
        for i, entry in enumerate(entries):
            before, named = self._count(), set(self.anchors)
            self._suffix, self._colour = f".{i}", _entry_colour(box, len(entries), i)
            high = self._abreast(box.item, room, entry, f"{path}[{i + self.skipped}]")
            placed.append((before, named, high))
        self._suffix, self._colour = "", None
        heights = [high for *_, high in placed]
        air = max(least, float(int((room.height - sum(heights)) / len(heights))))
        fit = sum(
            sum(heights[: n + 1]) + (n + 1) * least <= room.height for n in range(len(heights))
        )
        if min(fit, box.most or fit) < len(entries):
            self._hold(min(fit, box.most or fit), path)
        for (before, named, _), above in zip(placed, [-air / 2, *heights], strict=False):
            self._shift(before, above + air, named)
        if box.item.name is not None:
            for name in (f"{box.item.name}.{i}" for i in range(len(entries))):
                own = self.anchors[name]
                self.anchors[name] = own._replace(
                    top=own.top - air / 2, bottom=own.bottom + air / 2
                )
        return room.bottom

    def _abreast(self, box: Box, room: Rect, fields: Mapping[str, Any], path: str) -> float:
        """Place a box's layers so that they look centred beside each other, and return their height."""
        placed: list[tuple[_Count, set[str], float, float]] = []
        for layer in box.layers.items if box.layers else (box,):
            if self.shown(layer, fields):
                before, named = self._count(), set(self.anchors)
                high = self.place(layer, room, fields, path) - room.top
                sizes = [block.text.size for block in self.blocks[before.blocks :]][:1]
                placed.append((before, named, high, sum(sizes) * _LOW_LOOKING))
        highest = max((high for _, _, high, _ in placed), default=0.0)
        moved = 0.0
        for before, named, high, low in placed:
            lower = float(round((highest - high) / 2 - low))
            self._shift(before, lower - moved, named)
            moved = lower
        if box.name is not None:
            self.anchors[box.name + self._suffix] = room._replace(bottom=room.top + highest)
        return highest

    def _centred(
        self, box: Box, room: Rect, pitch: float, fields: Mapping[str, Any], path: str
    ) -> float:
        """Place a box's layers so that the middle of each one's first line lies at the room's top.

        Text must leave some air to the next entry, ``pitch`` px further down, and end in the room.
        """
        bottom = room.top
        for layer in box.layers.items if box.layers else (box,):
            if not self.shown(layer, fields):
                continue
            before, named = self._count(), set(self.anchors)
            lowest = self.place(layer, room._replace(bottom=room.bottom + 200), fields, path)
            first = self.blocks[before.blocks : before.blocks + 1]
            half = _optical_middle(first[0].text) if first else 0.0
            self._shift(before, -half, named)
            bottom = max(bottom, lowest - half)
            if lowest - room.top > pitch - _AIR:
                self.faults.append(path)
        if bottom > room.bottom:
            self.faults.append(path)
        return bottom

    def _hold(self, count: int, path: str) -> None:
        self.held = count if self.held is None else min(self.held, count)
        self.faults.append(path)

    def _row(self, box: RowBox, room: Rect, fields: Mapping[str, Any], path: str) -> float:
        entries = fields[box.slot]
        weights = [float(e[box.share]) if box.share else 1.0 for e in entries]
        unit = (room.width - box.gap * (len(entries) - 1)) / sum(weights)
        x, bottom, outer = room.left, room.top, self._suffix
        for i, (entry, weight) in enumerate(zip(entries, weights, strict=True)):
            self._suffix = f".{i}"
            last = i == len(entries) - 1
            cell = room._replace(left=x, right=x + weight * unit - (0 if last else box.air))
            cell = _cell(box, cell, len(entries), i)
            bottom = max(
                bottom, self.place(box.item, cell, entry, f"{_joined(path, box.slot)}[{i}]")
            )
            x += weight * unit + box.gap
        self._suffix = outer
        return bottom

    def _grid(self, box: GridBox, room: Rect, fields: Mapping[str, Any], path: str) -> float:
        y = bottom = room.top
        faults = len(self.faults)
        held: int | None = None
        outer = self._suffix  # a grid within an entry leaves its anchors that entry's
        for i, row in enumerate(_grid_rows(box, fields)):
            y = bottom + box.gap if bottom > room.top else bottom
            self._suffix = f".{i}" if box.each else outer
            begins: list[int] = []
            for column, (cell, entry, slot) in zip(box.columns, row, strict=False):
                if cell is None or not self.shown(cell, entry):
                    continue
                begins.append(len(self.blocks))
                area = Rect(column.left, y, column.left + column.width, room.bottom)
                where = f"{_joined(path, slot)}[{i + self.skipped}]" if slot else path
                bottom = max(bottom, self.place(cell, area, entry, where))
            if box.align != "top":
                bottom = max(bottom, self._level(begins, leads=box.align == "lead"))
            if held is None and len(self.faults) > faults:
                held = i
        self._suffix = outer
        if held is not None and box.each:
            self._hold(held, _joined(path, box.each[0]))
        return bottom

    def _level(self, begins: list[int], *, leads: bool) -> float:
        """Put the first lines of cells on one baseline, the lowest; return the y of the lowest bottom.

        ``begins`` are where each cell's blocks begin; the last cell's are the last. ``leads`` says
        that a first cell whose text leads on is put there by its last line.
        """
        ends = [*begins[1:], len(self.blocks)]
        cells = [self.blocks[a:b] for a, b in zip(begins, ends, strict=False) if b > a]
        if not cells:
            return 0.0
        baselines = [cell[0].top + cell[0].text.baseline for cell in cells]
        if leads and _leads_on(cells[0][0]):
            baselines[0] += cells[0][0].text.rows[-1].top
        lowest = max(baselines)
        leveled = [
            block._replace(top=block.top + lowest - at)
            for cell, at in zip(cells, baselines, strict=True)
            for block in cell
        ]
        self.blocks[begins[0] :] = leveled
        return max(block.top + block.text.height for block in leveled)

    def _count(self) -> _Count:
        return _Count(len(self.blocks), len(self.plates))

    def _shift(self, since: _Count, dy: float, known: set[str] | None = None) -> None:
        """Move what was placed since so many there were, and the anchors that are not known yet."""
        if dy:
            first, plate = since
            self.blocks[first:] = [b._replace(top=b.top + dy) for b in self.blocks[first:]]
            moved = [p._replace(rect=p.rect.moved(0, dy)) for p in self.plates[plate:]]
            self.plates[plate:] = moved
            if known is not None:
                for name in self.anchors.keys() - known:
                    self.anchors[name] = self.anchors[name].moved(0, dy)

    def _anchor(self, name: str, since: _Count, room: Rect) -> None:
        """Record where a named box stands: around its texts, or its room where it has none."""
        place = None
        for block in self.blocks[since.blocks :]:
            place = block.extent if place is None else place.union(block.extent)
        self.anchors[name + self._suffix] = place or room

    def _anchor_last(self, name: str, since: _Count) -> None:
        """Record where the last line of a box's texts stands, as wide as it is, where it has any."""
        for block in self.blocks[since.blocks :][-1:]:
            row = block.text.rows[-1]
            left, foot = block.row_left(row.width), block.extent.bottom
            line = Rect(left, block.top + row.top, left + row.width, foot)
            self.anchors[name + self._suffix] = line

    def _anchor_rows(self, name: str, since: _Count) -> None:
        """Record where each line of a box's texts stands, counted on from those of that name there are."""
        count = sum(anchor.rpartition(".")[0] == name for anchor in self.anchors)
        for block in self.blocks[since.blocks :]:
            for row in block.text.rows:
                left, top = block.row_left(row.width), block.top + row.top
                line = Rect(left, top, left + row.width, top + block.text.leading)
                self.anchors[f"{name}.{count}"] = line
                count += 1

    def _pick(self, pick: Pick, since: _Count, fields: Mapping[str, Any]) -> None:
        """Record where picked words of a box's text stand, and leave their highlights to ornaments."""
        count = sum(anchor.rpartition(".")[0] == pick.name for anchor in self.anchors)
        words = pick.words
        if words == "stressed" and any(
            "==" in said for said in fields.values() if isinstance(said, str)
        ):
            words = "highlighted"  # one stroke of the marker a slide
        for k, block in enumerate(self.blocks[since.blocks :], since.blocks):
            hangs = self.kit.styles[block.style].hang and block.align == "start"
            leads_on, _, _ = small_words(self.kit.setter(block.path).shaper.language)
            for place in picked(block, words, hangs, leads_on):
                self.anchors[f"{pick.name}.{count}"] = place
                count += 1
                if words == "key":
                    self.anchors[f"{pick.name}_ink"] = ink_of(block, place, hangs)
                    self.anchors[f"{pick.name}_room"] = room_about(block, place, hangs)
            if words not in ("numbers", "letters"):
                self.blocks[k] = block._replace(text=unmarked(block.text))

    def _anchor_line(self, name: str, since: _Count) -> None:
        """Record where the first line of a box's texts stands, where it has any."""
        for block in self.blocks[since.blocks : since.blocks + 1]:
            extent = block.extent
            line = extent._replace(bottom=extent.top + block.text.leading)
            self.anchors[name + self._suffix] = line


def _closing_sign(box: TextBox, fields: Mapping[str, Any], language: str) -> str:
    """Return the partner of the great quotation mark before a text, where its language has one."""
    if box.closes is None:
        return ""
    marks = quotation_marks(language)
    return marks[1] if fields.get(box.closes) == marks[0] else ""


@lru_cache(maxsize=1024)
def _terms(when: str) -> tuple[tuple[str, bool], ...]:
    """Return the slots and flags that a condition names, and whether each is to be there."""
    return tuple((term.removeprefix("!"), not term.startswith("!")) for term in when.split())


def _capitalised(text: str, language: str) -> str:
    """Return a text that begins with a capital letter."""
    dotted = text[:1] == "i" and primary(language) in ("tr", "az")
    return ("İ" if dotted else text[:1].upper()) + text[1:]


def _lowered(text: str, language: str) -> str:
    """Return a text in small letters."""
    if primary(language) in ("tr", "az"):
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()


def _leading(style: Style, size: float, text: str) -> float:
    """Return the leading in px: the style's, or more where the text's script needs it."""
    leading = style.leading_at(size)
    if style.ornament:
        return leading
    return max(leading, 2 * math.ceil(least_leading(text, style.setting == "fit") * size / 2))


def _room(box: Box, area: Rect) -> Rect:
    """Return the room of a box in an area: its own edges, else the area's."""
    left = area.left if box.left is None else box.left
    right = area.right if box.right is None else box.right
    if box.width is not None:
        if box.right is not None and box.left is None:
            left = right - box.width
        else:
            right = min(left + box.width, right) if box.left is None else left + box.width
    top = area.top if box.top is None else box.top
    if box.top_from is not None:
        top = max(top, box.top_from)
    bottom = area.bottom if box.bottom is None else box.bottom
    return Rect(left, top, right, bottom)


def _leads_on(block: Block) -> bool:
    """Say whether a text goes on in what stands beside it: no sign ends it."""
    return block.text.text[-1:].isalnum()


def _cell(box: RowBox, cell: Rect, count: int, index: int) -> Rect:
    """Return the room of one entry of a row of so many, with what its box keeps free about it."""
    drops = (box.drops or {}).get(count, ())
    low, high = box.within or (-math.inf, math.inf)
    return Rect(
        max(cell.left + box.pad, low),
        cell.top + (drops[index] if index < len(drops) else 0),
        min(cell.right, high),
        cell.bottom,
    )


def slots_of(box: Box) -> frozenset[str]:
    """Return the slots that a box and those within it may show."""
    contents = (box.text, box.each, box.row, box.picture)
    slots = {content.slot for content in contents if content is not None}
    if box.line is not None:
        slots.update(text.slot for text in box.line.items)
    inner: list[Box] = []
    for held in (box.stack, box.layers):
        inner.extend(held.items if held is not None else ())
    if box.grid is not None:
        slots.update(box.grid.each)
        inner.extend(cell for row in box.grid.rows for cell in row)
    return frozenset(slots).union(*map(slots_of, inner))


def _joined(path: str, slot: str) -> str:
    """Return the path of a slot's field: ``slides[2].title``."""
    return f"{path}.{slot}" if path else slot


def _optical_middle(text: SetText) -> float:
    """Return how far below its top a text's first line looks centred: a little above the line's middle."""
    return text.leading / 2 + _LOW_LOOKING * text.size


def _pitch(box: EachBox, count: int) -> float:
    """Return the distance between tops for so many entries, 0 where heights decide."""
    if not box.pitch:
        return 0.0
    fitting = [n for n in sorted(box.pitch) if n >= count]
    return box.pitch[fitting[0] if fitting else max(box.pitch)]


def _entry_colour(box: EachBox, count: int, index: int) -> str | None:
    """Return the role in which an entry of so many is set, None where that is left to its texts."""
    roles = (box.colours or {}).get(count, ())
    return roles[index] if index < len(roles) else None


def _wider(box: EachBox, count: int) -> int:
    """Return how many of so many entries would stand further apart by themselves, 0 where none would."""
    pitch = _pitch(box, count)
    return max(
        (n for n, wider in (box.pitch or {}).items() if n < count and wider > pitch), default=0
    )


def _grid_rows(
    box: GridBox, fields: Mapping[str, Any]
) -> list[list[tuple[Box | None, Mapping[str, Any], str]]]:
    """Return a grid's cells row by row: each cell's box, the fields it shows, and its slot."""
    if not box.each:
        return [[(cell, fields, "") for cell in row] for row in box.rows]
    columns = [fields.get(slot, ()) for slot in box.each]
    rows: list[list[tuple[Box | None, Mapping[str, Any], str]]] = []
    for i in range(max(map(len, columns))):
        rows.append(
            [
                (item, entries[i], slot) if i < len(entries) else (None, {}, slot)
                for item, entries, slot in zip(box.items, columns, box.each, strict=True)
            ]
        )
    return rows
