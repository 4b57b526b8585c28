"""The brand's mark as it stands in the row: a picture in the theme's own shape, or a logo, whole and seen.

Themes draw one thing, a picture in their disc, ring or roundel. Where a brand has a logo, that disc
only tells where the mark stands and how large it is: the logo takes its place in its own shape, as
heavy to the eye, and what follows in the row makes room. With an avatar beside it, the logo stands
on the cover and on the last slide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from swipewell.colour import Colour, contrast
from swipewell.deck import Outline
from swipewell.findings import Finding, RenderError, warning
from swipewell.frame import Item, Picture, Shape, rounded
from swipewell.geometry import Rect
from swipewell.layout.beneath import colour_at
from swipewell.layout.harmony import Settled
from swipewell.model.theme import Theme
from swipewell.named import NamedTuple
from swipewell.palette import Palette
from swipewell.pictures.logo import Logo, logo
from swipewell.pictures.look import identity

_Items = list[list[Item]]
_Row = tuple[tuple[Settled, ...], _Items, tuple[Finding, ...]]

_SEEN_FROM = 2.0
"""The contrast from which a colour of a logo is told from its ground."""
_SEEN_SHARE = 0.9
"""How much of a logo has to be seen."""

_WIDEST = 264.0
_TALLER = 1.1
"""How much taller than the disc a square logo is; a longer one is lower, so that all weigh the same."""
_PAD = 9.0
_TALLEST = 1.2
_LOWEST = 20.0
_AIR = 20.0
"""How far the handle stands from a logo, at least."""


class _Sign(NamedTuple):
    """A logo in the row: what it shows, how large, and the role of a plate under it where it needs one."""

    file: str
    shape: Logo
    width: float
    height: float
    plate: str | None

    @property
    def pad(self) -> float:
        """Return how far its plate reaches beyond it, in px."""
        return _PAD if self.plate else 0.0


def with_mark(
    settled: tuple[Settled, ...],
    items: _Items,
    outline: Outline,
    theme: Theme,
    palette: Palette,
    draw: Callable[[tuple[Settled, ...]], _Items],
) -> _Row:
    """Return the slides with room for the brand's mark, their ornaments with it, and what to say of it.

    ``items`` are the ornaments as the theme draws them, ``draw`` draws them anew for slides that
    have changed. RenderError for a logo that cannot be drawn.
    """
    disc = _disc(items, outline.mark)
    if disc is None or outline.mark is None:
        return settled, items, ()
    if outline.logo is None:
        return settled, _on_ground(items, outline.mark, palette), ()
    try:
        shape = logo(identity(outline.logo))
    except OSError:  # it is gone, and painting tells of it
        return settled, items, ()
    where = _shown_on(settled, outline)
    grounds = _grounds(settled, items, outline.mark, disc, theme, palette)
    seen_on = {ground for held, here in zip(grounds, where, strict=True) if here for ground in held}
    sign, said = _sign(outline.logo, shape, disc, settled, sorted(seen_on), palette)
    settled = tuple(
        _making_room(part, disc, sign) if here else part
        for part, here in zip(settled, where, strict=True)
    )
    drawn = draw(settled)
    signed = [
        _signed(held, outline.mark, disc, sign, palette) if here else held
        for held, here in zip(drawn, where, strict=True)
    ]
    if outline.avatar is not None:
        signed = _on_ground(signed, outline.avatar, palette)
    return settled, signed, said


def _shown_on(settled: Sequence[Settled], outline: Outline) -> list[bool]:
    """Say for each slide whether the logo stands on it: on all, or on the first and last beside an avatar."""
    last = len(settled) - 1
    return [outline.avatar is None or i in (0, last) for i in range(len(settled))]


def _grounds(
    settled: Sequence[Settled], items: _Items, file: str, disc: Rect, theme: Theme, palette: Palette
) -> list[set[Colour]]:
    """Return the colours that each slide has where a logo may stand."""
    y = disc.centre[1]
    places = [(disc.left + share * _WIDEST, y) for share in (0.02, 0.25, 0.5, 0.75)]
    found = []
    for part, held in zip(settled, items, strict=True):
        own = palette[theme.grounds[part.layout.ground]["ground"]]
        marks = [
            i for i, item in enumerate(held) if isinstance(item, Picture) and item.file == file
        ]
        under = held[: marks[0]] if marks else held
        found.append({colour_at(under, own, place) for place in places})
    return found


def _disc(items: _Items, file: str | None) -> Rect | None:
    """Return where a theme shows the brand's picture: the smallest, for a cover may show the same file."""
    shown = (item for held in items for item in held if isinstance(item, Picture))
    return min((item.box for item in shown if item.file == file), key=_area, default=None)


def _area(box: Rect) -> float:
    return box.width * box.height


def _sign(
    file: str,
    shape: Logo,
    disc: Rect,
    settled: Sequence[Settled],
    grounds: Sequence[Colour],
    palette: Palette,
) -> tuple[_Sign, tuple[Finding, ...]]:
    """Return how a logo stands in the row, and a finding where it is small there or hard to see."""
    plate = _plate(shape, grounds, palette)
    pad = _PAD if plate else 0.0
    high = (disc.height - pad / 2) * min(_TALLER / shape.aspect**0.25, _TALLEST)
    width = min(high * shape.aspect, _WIDEST, _free(disc, settled) - 2 * pad)
    sign = _Sign(file, shape, round(width), max(round(width / shape.aspect), 1), plate)
    return sign, (*_hidden(shape, palette, plate), *_small(sign))


def _free(disc: Rect, settled: Sequence[Settled]) -> float:
    """Return how far a logo may reach from the disc's left edge, so that the handle keeps its room."""
    widest = _WIDEST + disc.width
    for part in settled:
        for block in part.laid.blocks:
            if block.path == "handle":
                if (
                    block.left < disc.right
                ):  # it stands elsewhere, and the disc's room is all there is
                    return disc.width
                gap = max(block.left - disc.right, _AIR)
                widest = min(
                    widest, block.left + block.measure - block.text.width - gap - disc.left
                )
    return max(widest, disc.width)


def _plate(shape: Logo, grounds: Iterable[Colour], palette: Palette) -> str | None:
    """Return the role of what a logo has to stand on to be seen; None where it needs nothing."""
    if shape.solid or all(_seen(shape, ground) >= _SEEN_SHARE for ground in grounds):
        return None
    return max(("paper", "ink"), key=lambda role: _seen(shape, palette[role]))


def _seen(shape: Logo, ground: Colour) -> float:
    """Return how much of a logo is told from a ground, 0 to 1."""
    return sum(share for colour, share in shape.colours if contrast(colour, ground) >= _SEEN_FROM)


def _hidden(shape: Logo, palette: Palette, plate: str | None) -> tuple[Finding, ...]:
    if plate is None or _seen(shape, palette[plate]) >= _SEEN_SHARE:
        return ()
    message = "Part of the logo is as light or dark as what it stands on, and cannot be seen there."
    hint = "Save it in one colour, or with a ground of its own."
    return (warning("logo-hard-to-see", message, hint, field="logo"),)


def _small(sign: _Sign) -> tuple[Finding, ...]:
    """Return a finding for a logo that is hardly seen, or has too few pixels."""
    if sign.height < _LOWEST:
        message = f"The logo is {sign.height:g} px high beside the handle: hardly to be seen."
        hint = "Use a shape that is less wide, or set a shorter `handle:`."
        return (warning("small-logo", message, hint, field="logo"),)
    if sign.shape.height is not None and sign.shape.height < sign.height:
        px, shown = sign.shape.height, sign.height
        message = f"The logo has {px} px in height and is shown {shown:g} px high: it is blurred."
        hint = f"Save it at least {2 * sign.height:g} px high, or as SVG."
        return (warning("small-picture", message, hint, field="logo"),)
    return ()


def _making_room(part: Settled, disc: Rect, sign: _Sign) -> Settled:
    """Return a slide whose handle stands as far behind the logo as it stood behind the disc."""
    by = sign.width + 2 * sign.pad - disc.width + _more_air(part, disc)
    blocks = tuple(
        block._replace(left=block.left + by, measure=block.measure - by)
        if block.path == "handle" and block.left >= disc.right
        else block
        for block in part.laid.blocks
    )
    if blocks == part.laid.blocks:
        return part
    anchors: Mapping[str, Rect] = {
        name: rect.moved(by, 0) if name == "handle" else rect
        for name, rect in part.laid.anchors.items()
    }
    return part._replace(laid=part.laid._replace(blocks=blocks, anchors=anchors))


def _more_air(part: Settled, disc: Rect) -> float:
    """Return how much further a handle stands from a logo, whose letters it must not run into."""
    lefts = [block.left for block in part.laid.blocks if block.path == "handle"]
    return max(0.0, _AIR - (min(lefts) - disc.right)) if lefts else 0.0


def _signed(
    items: Sequence[Item], mark: str, disc: Rect, sign: _Sign, palette: Palette
) -> list[Item]:
    """Return a slide's ornaments with the logo in place of the theme's disc."""
    left, top = disc.left + sign.pad, round(disc.centre[1] - sign.height / 2)
    if sign.width + 2 * sign.pad < disc.width:  # a tall one stands in the disc's middle
        left += (disc.width - 2 * sign.pad - sign.width) / 2
    box = Rect(round(left), top, round(left) + sign.width, top + sign.height)
    drawn: list[Item] = []
    if sign.plate:
        drawn.append(Shape((rounded(box.grown(_PAD), _PAD),), palette[sign.plate]))
    path = (rounded(box, 8.0 if sign.shape.solid else 0.0),)
    drawn.append(Picture(sign.file, box, path, whole=True))
    out: list[Item] = []
    for item in items:
        is_mark = isinstance(item, Picture) and (item.file, item.box) == (mark, disc)
        out.extend(drawn if is_mark else (item,))
    return out


def _on_ground(items: _Items, file: str, palette: Palette) -> _Items:
    """Return ornaments with a ground under an avatar that is see-through, in its own shape."""
    try:
        shape = logo(identity(file)) if _is_clear(file) else None
    except (OSError, RenderError):  # painting tells of it
        return items
    if shape is None:
        return items
    role = max(("paper", "ink"), key=lambda role: _seen(shape, palette[role]))
    return [
        [
            part
            for item in held
            for part in (
                (Shape(item.path, palette[role]), item)
                if isinstance(item, Picture) and item.file == file and not item.whole
                else (item,)
            )
        ]
        for held in items
    ]


def _is_clear(file: str) -> bool:
    from swipewell.pictures.look import looked

    return looked(identity(file)).alpha
