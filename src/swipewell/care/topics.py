"""Sensitive topics, and how well a helpline's scope fits them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Final

TOPIC_SCOPES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "suicide": frozenset({"suicide", "crisis"}),
        "self-harm": frozenset({"self_harm", "suicide", "crisis"}),
        "eating-disorders": frozenset({"eating_disorders"}),
        "abuse": frozenset({"abuse"}),
        "trauma": frozenset({"trauma", "crisis", "mental_health"}),
        "substance-use": frozenset({"substance_use"}),
        "grief": frozenset({"grief"}),
    }
)
"""The sensitive topics, each with the scopes of lines made for it.

Some scopes have no line in the registry yet; a line for everybody then serves.
"""

_NOTED: Final = ("suicide", "self-harm", "eating-disorders", "abuse")
"""The topics that a content note stands before. Samaritans ask for one where suicide is spoken of
(https://samaritans.org/ireland/about-samaritans/research-policy/internet-suicide/how-talk-about-suicide-safely-online),
#chatsafe for all that may distress (https://www.orygen.org.au/chatsafe)."""

_FOR_EVERYBODY = frozenset({"general", "crisis", "mental_health"})


class Fit(IntEnum):
    """How well a line suits a topic; the smaller the better."""

    MADE_FOR_IT = 0
    FOR_EVERYBODY = 1
    FOR_SOMETHING_ELSE = 2


def is_sensitive(topics: Iterable[str]) -> bool:
    """Return whether any of a post's topics is a sensitive one."""
    return any(_plain(topic) in TOPIC_SCOPES for topic in topics)


def sensitive(topics: Iterable[str]) -> frozenset[str]:
    """Return the sensitive ones of a post's topics, spelled as here."""
    return frozenset(map(_plain, topics)) & TOPIC_SCOPES.keys()


def noted(topics: Iterable[str]) -> tuple[str, ...]:
    """Return those of a post's topics that a content note is for, spelled as here, each once."""
    named = set(map(_plain, topics))
    return tuple(topic for topic in _NOTED if topic in named)


def fit(scope: Iterable[str], topics: Iterable[str]) -> Fit:
    """Return how well a line's scope suits the sensitive ones among the topics: its best fit.

    Without a sensitive topic all lines suit equally well.
    """
    scopes = frozenset(scope)
    wanted = (TOPIC_SCOPES[name] for name in map(_plain, topics) if name in TOPIC_SCOPES)
    return min((_fit_one(scopes, made_for) for made_for in wanted), default=Fit.FOR_EVERYBODY)


def _fit_one(scopes: frozenset[str], made_for: frozenset[str]) -> Fit:
    """Return how well the scopes of a line suit one topic."""
    if scopes & made_for:
        return Fit.MADE_FOR_IT
    return Fit.FOR_EVERYBODY if scopes & _FOR_EVERYBODY else Fit.FOR_SOMETHING_ELSE


def _plain(topic: str) -> str:
    """Return a topic as the table spells it: ``Self harm`` is ``self-harm``."""
    return "-".join(topic.lower().replace("_", " ").replace("-", " ").split())
