"""A brand's own colours to a palette: each is painted as it is, unless something would not read.

{accent: '#f5c242'} in linen -> clay '#8c6900', and a finding that says from what to what
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from swipewell.colour import Colour, Oklch, contrast, from_oklch, luminance, parse_hex, to_oklch
from swipewell.findings import Finding, info
from swipewell.model.brand import Colours
from swipewell.model.theme import Theme
from swipewell.named import NamedTuple
from swipewell.palette import Palette, grow

ROLES = ("paper", "ink", "muted", "accent", "line", "tint")
"""What a brand may name colours for; a theme may call them otherwise, by its ground."""

_TEXT = 4.5
_TRIES = 7


class Grown(NamedTuple):
    """A palette in a brand's colours, and findings for those that had to be moved or have no place."""

    palette: Palette
    findings: tuple[Finding, ...]


class _Pair(NamedTuple):
    """Two roles that have to stand out from each other by a ratio."""

    text: str
    ground: str
    ratio: float


def seed_of(theme: Theme, colours: Colours) -> str:
    """Return the colour that a brand's palette grows from: its seed, else its accent, else the theme's."""
    return colours.seed or colours.accent or theme.seed


def grown_for(theme: Theme, colours: Colours) -> Grown:
    """Return a theme's palette with a brand's own colours in it, those as near as reads."""
    seed = seed_of(theme, colours)
    palette = grow(theme.palette, seed)
    pairs = _pairs(theme, palette)
    fixed: dict[str, Colour] = {}
    findings: list[Finding] = []
    for name in ROLES:
        written = getattr(colours, name)
        if written is None:
            continue
        roles = roles_of(theme, name)
        if not roles:
            if name != "accent" or colours.seed is not None:  # else all grows from it
                findings.append(_without_place(theme, name))
            continue
        wanted = parse_hex(written)
        painted = _nearest(theme, seed, roles, wanted, fixed, pairs, palette[roles[-1]])
        fixed |= dict.fromkeys(roles, painted)
        if painted != wanted:
            findings.append(_moved(theme, name, wanted, painted))
    return Grown(grow(theme.palette, seed, fixed), tuple(findings))


def roles_of(theme: Theme, name: str) -> tuple[str, ...]:
    """Return what a theme calls a brand's colour; nothing where it paints another one in its place."""
    ground = theme.grounds.get("paper") or next(iter(theme.grounds.values()))
    own = ground.get("ground" if name == "paper" else name)
    if own is None and name == "tint":
        own = ground.get("highlight")
    if own is None or own == name or own not in theme.palette:
        return (name,)
    return () if own in ROLES else (name, own)


def _nearest(
    theme: Theme,
    seed: str,
    roles: tuple[str, ...],
    wanted: Colour,
    fixed: Mapping[str, Colour],
    pairs: tuple[_Pair, ...],
    own: Colour,
) -> Colour:
    """Return the colour nearest to the one wanted with which all pairs still read.

    It keeps hue and chroma and moves in lightness towards the theme's own colour, which reads; paper
    and ink move all the way, and do not change places: a theme is drawn for the light or for the dark.
    """

    def reads(colour: Colour) -> bool:
        palette = grow(theme.palette, seed, {**fixed, **dict.fromkeys(roles, colour)})
        return all(contrast(palette[p.text], palette[p.ground]) >= p.ratio for p in pairs)

    is_ground = not {"paper", "ink"}.isdisjoint(roles)
    if reads(wanted) and not (is_ground and _is_dark(wanted) != _is_dark(own)):
        return wanted
    start, end = to_oklch(wanted), to_oklch(own).lightness
    if not reads(_at(start, end)):
        return own
    if is_ground:  # half-way, a paper is a grey that nobody chose, and an ink is faint
        return _at(start, end)
    near, far = start.lightness, end
    for _ in range(_TRIES):
        middle = (near + far) / 2
        near, far = (near, middle) if reads(_at(start, middle)) else (middle, far)
    return _at(start, far)


def _is_dark(colour: Colour) -> bool:
    return luminance(colour) < 0.18


def _at(colour: Oklch, lightness: float) -> Colour:
    return from_oklch(colour._replace(lightness=lightness))


def _pairs(theme: Theme, palette: Palette) -> tuple[_Pair, ...]:
    """Return what has to read in a theme; no pair has to read better than it does without a brand."""
    found: dict[tuple[str, str], float] = {}
    for text, ground, ratio in (*_by_recipes(theme), *_by_grounds(theme)):
        if text in palette and ground in palette and text != ground:
            least = min(ratio, contrast(palette[text], palette[ground]))
            known = found.get((text, ground), 0.0)
            found[text, ground] = max(known, least - 0.01)  # colours are rounded to 255 steps
    return tuple(_Pair(*roles, ratio) for roles, ratio in found.items() if ratio >= 2)


def _by_recipes(theme: Theme) -> Iterator[_Pair]:
    for role, recipe in theme.palette.items():
        for ground in recipe.reads_on:
            yield _Pair(role, ground, recipe.ratio)


def _by_grounds(theme: Theme) -> Iterator[_Pair]:
    """Yield what is painted on each ground, and on the highlights there."""
    texts = {style.colour for style in theme.styles.values() if not style.ornament}
    for roles in theme.grounds.values():
        for text in sorted(texts | {"ink", "muted", "accent"}):
            yield _Pair(roles.get(text, text), roles["ground"], _TEXT)
        for marked, marker in roles.items():
            if marked.startswith("highlight"):
                text = marked.removeprefix("highlight").strip() or "ink"
                yield _Pair(roles.get(text, text), marker, _TEXT)


def _moved(theme: Theme, name: str, wanted: Colour, painted: Colour) -> Finding:
    return info(
        "colour-moved",
        f"`{name}` {wanted.hex} is painted as {painted.hex} in the theme {theme.name}: "
        "with the other something would be hard to read.",
        f"Write {painted.hex} to have it so, or see how it comes out in another theme.",
        field=f"colours.{name}",
    )


def _without_place(theme: Theme, name: str) -> Finding:
    return info(
        "colour-unused",
        f"The theme {theme.name} has no `{name}` of its own, so the brand's is not painted.",
        "It shows in other themes.",
        field=f"colours.{name}",
    )
