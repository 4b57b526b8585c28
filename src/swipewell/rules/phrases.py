"""A language's lists of phrases, ready to be looked for: frames, topics, what a post asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from swipewell.resources import bundled_yaml, made_once
from swipewell.rules.pattern import Lists, Pattern, compiled, compiled_lists
from swipewell.rules.rule import DATA, languages

_CODE = tuple(Path(__file__).with_name(f"{name}.py") for name in ("pattern", "words"))


@lru_cache(maxsize=8)
def lists_of(language: str) -> Lists:
    """Return the lists of words that patterns name in capitals."""
    return compiled_lists(bundled_yaml(DATA / language / "lists.yaml"))


@lru_cache(maxsize=32)
def patterns_of(language: str, name: str) -> Mapping[str, tuple[Pattern, ...]]:
    """Return the phrases of one file by what they stand for; of a group in a group, ``abuse plain``."""
    if language not in languages():
        return {}
    file = DATA / language / f"{name}.yaml"
    sources = (file, DATA / language / "lists.yaml", *_CODE)
    held = made_once(file.with_suffix(""), sources, lambda: _made(bundled_yaml(file), language))
    return {key: tuple(Pattern(*plain) for plain in plains) for key, plains in held.items()}


def _made(held: Mapping[str, Any], language: str) -> dict[str, tuple[tuple[Any, ...], ...]]:
    """Return phrases compiled, as plain values."""
    lists = lists_of(language)
    flat: dict[str, Sequence[str]] = {}
    for key, value in held.items():
        inner = value.items() if isinstance(value, dict) else (("", value),)
        flat.update({f"{key} {kind}".strip(): texts for kind, texts in inner})
    return {
        key: tuple(tuple(compiled(text, lists)) for text in texts) for key, texts in flat.items()
    }
