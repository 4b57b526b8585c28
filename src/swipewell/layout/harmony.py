"""Logical slides to slides laid out at shared sizes: one size for a style over the whole deck.

Each slide finds the first of its layout's ways to fit; a style then takes the smallest size that
any slide needed, and slides that fit at no size continue on another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from swipewell.deck import Logical
from swipewell.findings import Finding, Severity, Where
from swipewell.geometry import Rect
from swipewell.layout.kit import Kit
from swipewell.layout.place import Laid, lay_out, slots_of
from swipewell.layout.split import LATE, split_entries, split_texts
from swipewell.model.theme import Fit, Layout, Theme
from swipewell.named import NamedTuple
from swipewell.text.wordcount import word_count

MOST_PARTS = 12
"""On how many slides one text may run on before it is called too long."""

_MOST_CLOSINGS = 128
"""In how many ways closing slides are remembered."""

Sizes = Mapping[str, float]
Kits = Mapping[str, Kit]


class Settled(NamedTuple):
    """A logical slide with its layout and its final places."""

    slide: Logical
    layout: Layout
    laid: Laid


class _Solver:
    """Lays out slides of one deck, and remembers in which ways each was laid out.

    Most slides look the same when the deck has agreed on smaller type for others.
    """

    __slots__ = ("_known", "_said", "_turned", "area", "findings", "kit", "kits", "theme")

    def __init__(self, theme: Theme, kit: Kit, area: Rect, kits: Kits) -> None:
        self.theme = theme
        self.kit = kit
        self.kits = kits
        self.area = area
        self.findings: list[Finding] = []
        # each holds the slide, so that its id stays its own
        self._said: dict[int, tuple[Logical, str]] = {}
        self._turned: dict[tuple[int, str], tuple[Logical, Logical]] = {}
        self._known: dict[tuple[int, tuple[str, ...], bool], tuple[Logical, list[Laid]]] = {}

    def layout(self, slide: Logical) -> Layout:
        return self.theme.layouts[slide.kind]

    def kit_of(self, slide: Logical) -> Kit:
        """Return the kit in a slide's own language, which knows those of its single fields."""
        kit = self.kits[slide.language] if slide.language else self.kit
        if not slide.tongues:
            return kit
        setters = {slot: self.kits[tongue].typesetter for slot, tongue in slide.tongues.items()}
        return kit._replace(tongues=setters)

    def shrinks(self, fit: Fit) -> bool:
        """Say whether a way to fit makes text smaller; ornament does not count."""
        return any(not self.theme.styles[style].ornament for style in fit.sizes)

    def tried(self, slide: Logical, sizes: Sizes, steady: bool = False) -> tuple[Fit | None, Laid]:
        """Return the first way in which the slide fits at or below the sizes, and the slide so laid out.

        Where none fits: None, and the slide laid out in the last way, which then says how many entries
        any way would hold. ``steady`` leaves out the ways that make type smaller.
        """
        layout = self.layout(slide)
        laid: Laid | None = None
        held: int | None = 0
        for dividing in (False, True):  # only where nothing else helps are words divided
            seen: list[tuple[dict[str, float], tuple[str, ...]]] = []
            for fit in layout.fit:
                way = (_capped(fit.sizes, sizes), fit.flags)
                if way in seen or (steady and seen and self.shrinks(fit)):
                    continue
                seen.append(way)
                laid = self._laid(slide, *way, dividing)
                if laid.fits:
                    return fit, laid
                held = None if held is None or laid.held is None else max(held, laid.held)
            if laid is not None and not any(block.text.too_wide for block in laid.blocks):
                break
        assert laid is not None
        return None, laid._replace(held=held)

    def turned(self, slide: Logical, kind: str) -> Logical:
        """Return the slide as one of another kind, with what that kind shows."""
        known = self._turned.get((id(slide), kind))
        if known is None:
            shown = slots_of(self.theme.layouts[kind].box)
            fields = {slot: value for slot, value in slide.fields.items() if slot in shown}
            other = slide._replace(kind=kind, fields=fields, skipped=0)
            known = self._turned[id(slide), kind] = slide, other
        return known[1]

    def _laid(self, slide: Logical, sizes: Sizes, flags: tuple[str, ...], dividing: bool) -> Laid:
        """Return a slide laid out at sizes by style, as before where those that it uses are the same."""
        known = self._ways(slide, flags, dividing)
        for laid in known:
            if self._is_at(laid, sizes):
                return laid
        layout, kit = self.layout(slide), self.kit_of(slide)
        known.append(
            lay_out(
                layout,
                slide.fields,
                slide.path,
                self.area,
                kit,
                sizes,
                flags,
                dividing,
                slide.skipped,
            )
        )
        return known[-1]

    def _ways(self, slide: Logical, flags: tuple[str, ...], dividing: bool) -> list[Laid]:
        """Return how a slide was laid out so far; what closes decks is remembered beyond this one."""
        if slide.tongues or not slide.kind.startswith("disclaimer"):
            return self._known.setdefault((id(slide), flags, dividing), (slide, []))[1]
        closings = self.kit_of(slide).closings
        _, said = self._said.setdefault(id(slide), (slide, repr(slide.fields)))
        key = (slide.kind, slide.path, slide.skipped, said, self.area, flags, dividing)
        if key not in closings and len(closings) >= _MOST_CLOSINGS:
            closings.clear()
        ways: list[Laid] = closings.setdefault(key, [])
        return ways

    def _is_at(self, laid: Laid, sizes: Sizes) -> bool:
        """Say whether a slide was laid out at these sizes of the styles that it uses."""
        styles = self.theme.styles
        return all(
            sizes.get(style, styles[style].sizes[0]) == size for style, size in laid.sizes.items()
        )


def settle(
    slides: Iterable[Logical], theme: Theme, kit: Kit, area: Rect, kits: Kits | None = None
) -> tuple[tuple[Settled, ...], tuple[Finding, ...]]:
    """Return the slides laid out at sizes they share, longer ones continued, and what to say of it.

    Slides for which no way is left are laid out as well as can be, with a finding of severity error.
    ``kits`` are those for the languages that slides or single fields have of their own.
    """
    solver = _Solver(theme, kit, area, kits or {})
    queue = list(slides)
    sizes: dict[str, float] = {}
    forced: dict[str, Logical] = {}
    while True:
        done: list[Settled] = []
        agreed = dict(sizes)
        for slide in queue:
            for part in _parts(solver, slide, agreed):
                done.append(part)
                _agree(agreed, forced, part)
        if agreed == sizes or not _shrank(done, agreed):
            _name_sizes(solver, done, agreed, forced)
            _name_continued(solver, done)
            _name_divided(solver, done)
            return tuple(done), tuple(solver.findings)
        sizes = agreed
        solver.findings.clear()


def _shrank(done: list[Settled], agreed: Sizes) -> bool:
    """Say whether any slide was laid out larger than what the deck agreed on since."""
    return any(size > agreed[style] for part in done for style, size in part.laid.sizes.items())


def _agree(agreed: dict[str, float], forced: dict[str, Logical], part: Settled) -> None:
    """Take in the sizes of a part, and remember which slide made a style as small as it is."""
    for style, size in part.laid.sizes.items():
        if style not in agreed or size < agreed[style]:
            agreed[style] = size
            forced[style] = part.slide


def _capped(own: Sizes, shared: Sizes) -> dict[str, float]:
    """Return sizes by style: a slide's own, but none above what the deck shares."""
    out = dict(shared)
    for style, size in own.items():
        out[style] = min(size, shared.get(style, size))
    return out


def _parts(solver: _Solver, slide: Logical, sizes: Sizes) -> list[Settled]:
    """Return the slide, or the slides it takes, laid out."""
    layout = solver.layout(slide)
    parts: list[Settled] = []
    while True:
        fit, laid = solver.tried(slide, sizes)
        if fit is not None:
            return [*parts, Settled(slide, layout, laid)]
        halves = _halves(solver, slide, laid, sizes) if len(parts) < MOST_PARTS else None
        if halves is None:
            solver.findings.append(_no_room(slide, laid))
            return [*parts, Settled(slide, layout, laid)]
        first, rest = halves
        parts.extend(_parts(solver, first, sizes) if first.kind != slide.kind else [])
        if first.kind == slide.kind:
            steady = not layout.shrinks_on
            fit, laid = solver.tried(first, sizes, steady)
            if fit is None:
                laid = solver.tried(first, sizes)[1]
            parts.append(Settled(first, layout, laid))
        slide, layout = rest, solver.layout(rest)


def _halves(
    solver: _Solver, slide: Logical, laid: Laid, sizes: Sizes
) -> tuple[Logical, Logical] | None:
    """Return the slide's first part that fits and the rest, or None where it cannot be divided."""
    layout = solver.layout(slide)
    if layout.parts:
        first, last = layout.parts
        return solver.turned(slide, first), solver.turned(slide, last)
    if not layout.continues:
        return None
    slots = tuple(slot for slot in layout.continues.split() if slot in slide.fields)
    if not slots:
        return None
    for steady in (False,) if layout.shrinks_on else (True, False):
        found = _divided(solver, slide, slots, laid, sizes, steady)
        if found is not None:
            return found
    return None


def _divided(
    solver: _Solver,
    slide: Logical,
    slots: tuple[str, ...],
    laid: Laid,
    sizes: Sizes,
    steady: bool,
) -> tuple[Logical, Logical] | None:
    """Return the slide's first part and the rest, divided in a text or between entries."""

    def holds(part: Logical) -> bool:
        return solver.tried(part, sizes, steady)[0] is not None

    if isinstance(slide.fields[slots[0]], str):
        return split_texts(slide, slots, holds)
    longest = max(len(slide.fields[slot]) for slot in slots)
    most = min(laid.held if laid.held is not None else longest, longest - 1)
    for held in range(most, 0, -1):
        # as even as may be: five steps of which four fit go on as three and two
        count = -(-longest // -(-longest // held))
        first, rest = split_entries(slide, slots, min(count, longest - 1))
        if holds(first):
            return _evener(solver, slide, slots, len(first.fields[slots[0]]), sizes) or (
                first,
                rest,
            )
    return None


def _evener(
    solver: _Solver, slide: Logical, slots: tuple[str, ...], count: int, sizes: Sizes
) -> tuple[Logical, Logical] | None:
    """Return a slide's halves where two slides hold all its entries, but the second would have more.

    ``count`` entries would stand on the first: nine as five and four, not as three and six.
    """
    half = -(-max(len(slide.fields[slot]) for slot in slots) // 2)
    if count >= half:
        return None
    halves = split_entries(slide, slots, half)
    held = all(solver.tried(part, sizes)[0] is not None for part in halves)
    return halves if held else None


def _no_room(slide: Logical, laid: Laid) -> Finding:
    where = laid.faults[0]
    slot = where.rsplit(".", 1)[-1]
    text = slide.fields.get(slot)
    if slot == "picture":
        return Finding(
            "too-long",
            Severity.ERROR,
            f"The picture finds no room beside the texts of a {slide.kind} slide.",
            "Shorten its texts, or give the picture a slide of its own.",
            Where(field=where),
        )
    words = f" ({_counted(word_count(text), 'word')})" if isinstance(text, str) else ""
    return Finding(
        "too-long",
        Severity.ERROR,
        f"`{slot}`{words} finds no room on a {slide.kind} slide, even at its smallest size.",
        "Shorten it, or divide it over two slides.",
        Where(field=where),
    )


def _name_sizes(
    solver: _Solver, done: list[Settled], agreed: Sizes, forced: Mapping[str, Logical]
) -> None:
    """Add a finding for every style whose size one slide forced down for all."""
    shown = {style for part in done for style in part.laid.sizes}
    for style, size in sorted(agreed.items()):
        first = solver.theme.styles[style].sizes[0]
        if style not in shown or size >= first or solver.theme.styles[style].ornament:
            continue
        number, forcing = _made_of(forced[style], style, done)
        # a disclaimer has nothing that is the author's to shorten
        if not forcing.slide.kind.startswith("disclaimer"):
            solver.findings.append(_forced(number, forcing, style, size, first))


def _made_of(slide: Logical, style: str, done: list[Settled]) -> tuple[int, Settled]:
    """Return the slide, with its number, that shows a style and was made of what a logical slide is of."""
    shown = [(n, part) for n, part in enumerate(done, 1) if style in part.laid.sizes]

    def likeness(found: tuple[int, Settled]) -> tuple[bool, bool]:
        other = found[1].slide
        return (other.path, other.kind) == (slide.path, slide.kind), other.part == slide.part

    return max(shown, key=likeness)


def _name_continued(solver: _Solver, done: list[Settled]) -> None:
    """Add a finding for every slide that goes on on others: what it is over by, and at which size."""
    for number, part in enumerate(done, 1):
        slide = part.slide
        slots = (part.layout.continues or "").split()
        rest = [other.slide for other in done if _goes_on(slide, other.slide)]
        if slots and rest and slide.part == 1 and not slide.kind.startswith("disclaimer"):
            told = (*slots, *LATE)  # an example alone may be what goes on
            over = next(s for s in told if any(other.fields.get(s) for other in rest))
            solver.findings.append(_over(solver, number, part, over, rest))


def _goes_on(slide: Logical, other: Logical) -> bool:
    return other.part > 1 and (other.path, other.kind) == (slide.path, slide.kind)


def _over(solver: _Solver, number: int, part: Settled, slot: str, rest: list[Logical]) -> Finding:
    """Say that a slot of a slide goes on on so many others, and how much of it."""
    slide = part.slide
    styles = solver.theme.styles
    shown = [block for block in part.laid.blocks if not styles[block.style].ornament]
    own = [block for block in shown if slot in block.path]
    size = min(block.text.size for block in own or shown)  # another text may fill the whole slide
    kept = [other.fields[slot] for other in rest if slot in other.fields]
    if isinstance(kept[0], str):
        count, unit = sum(map(word_count, kept)), "word"
    else:
        count, unit = sum(map(len, kept)), "entry"
    last = number + len(rest)
    return Finding(
        "goes-on",
        Severity.INFO,
        f"Slide {number}: `{slot}` is {_counted(count, unit)} over at {size:g} px, "
        f"so it goes on on slide{f's {number + 1} to {last}' if len(rest) > 1 else f' {last}'}.",
        "Nothing is lost. Shorten it if one slide should hold it.",
        Where(field=f"{slide.path}.{slot}" if slide.path else slot),
        slide=number,
    )


def _counted(count: int, unit: str) -> str:
    """Return a number of things in words: '1 word', '12 words', '2 entries'."""
    many = {"entry": "entries"}.get(unit, f"{unit}s")
    return f"{count} {unit if count == 1 else many}"


def _name_divided(solver: _Solver, done: list[Settled]) -> None:
    """Add a finding for every word that had to be divided to fit its line."""
    for number, part in enumerate(done, 1):
        for block in part.laid.blocks:
            for word in dict.fromkeys(block.text.too_wide):
                solver.findings.append(
                    Finding(
                        "divided-word",
                        Severity.INFO,
                        f"“{word}” is wider than its line on slide {number} and is divided.",
                        "A shorter word would look calmer.",
                        Where(field=block.path),
                        slide=number,
                    )
                )


def _forced(number: int, part: Settled, style: str, size: float, first: float) -> Finding:
    block = next(b for b in part.laid.blocks if b.style == style)
    grave = style == "cover_title" and size < 96
    # what a room holds goes with the square of the size
    over = round(word_count(block.text.source) * (1 - (size / first) ** 2))
    much = f"about {_counted(max(over, 1), 'word')}"
    return Finding(
        "smaller-type",
        Severity.WARNING if grave else Severity.INFO,
        f"Slide {number} needs its {style.replace('_', ' ')} at {size:g} px instead of {first:g}, "
        "and the deck follows.",
        f"Shorten this text by {much} and all of them grow back.",
        Where(field=block.path),
        slide=number,
    )
