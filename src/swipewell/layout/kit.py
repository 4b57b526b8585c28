"""A theme's styles to the manners of text that a typesetter takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from swipewell.model.theme import Style, Theme
from swipewell.named import NamedTuple
from swipewell.text.fonts import FaceKey
from swipewell.text.shape import Manner
from swipewell.text.typeset import Manners, Typesetter


class Kit(NamedTuple):
    """What placing needs besides boxes: styles with their manners, and a typesetter.

    ``tongues`` are typesetters for the fields whose texts are in another language than the rest.
    ``closings`` is where placing remembers what ends one deck after the other in the same words.
    """

    styles: Mapping[str, Style]
    manners: Mapping[str, Manners]
    typesetter: Typesetter
    closings: dict[Any, list[Any]]
    tongues: Mapping[str, Typesetter] = {}

    def setter(self, path: str) -> Typesetter:
        """Return what sets the text of a field."""
        return self.tongues.get(path, self.typesetter)


def kit_of(theme: Theme, typesetter: Typesetter) -> Kit:
    """Return the kit of a theme."""
    return Kit(theme.styles, _MannersOf(theme), typesetter, {})


class _MannersOf(dict[str, Manners]):
    """Manners by style, made when a style is first used: a deck uses a third of them."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def __missing__(self, name: str) -> Manners:
        made = self[name] = _manners(self._theme.styles[name], self._theme)
        return made


def _manners(style: Style, theme: Theme) -> Manners:
    """Return how a style sets plain, emphasised and strong text; in an italic style, emphasis is upright."""
    family = theme.families[style.family]
    features = tuple(sorted(style.features.items()))

    leaning = theme.families[style.emphasis or style.family]

    def manner(weight: int, italic: bool) -> Manner:
        face = FaceKey(family if italic == style.italic else leaning, weight, italic)
        return Manner(face, style.tracking, features, italic != style.italic)

    return Manners(
        manner(style.weight, style.italic),
        manner(style.weight, not style.italic),
        manner(style.strong, style.italic),
        manner(style.strong, not style.italic),
    )
