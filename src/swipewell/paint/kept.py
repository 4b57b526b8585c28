"""What a painter keeps from one slide to the next, up to so many bytes in all."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

_PAGE = 4096


class Kept:
    """Values by key; what was not asked for longest is given up when all take too much."""

    __slots__ = ("_most", "_values", "held")

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: dict[Hashable, tuple[Any, int]] = {}
        self.held = 0

    def get(self, key: Hashable) -> Any:
        """Return the value kept by a key, None where there is none."""
        known = self._values.pop(key, None)
        if known is None:
            return None
        self._values[key] = known
        return known[0]

    def put(self, key: Hashable, value: Any, size: int) -> None:
        """Keep a value of so many bytes by a key that is not known."""
        self._values[key] = (value, size)
        self.held += size
        while self.held > self._most and len(self._values) > 1:
            _, freed = self._values.pop(next(iter(self._values)))
            self.held -= freed


def bytes_of(images: Iterable[Any]) -> int:
    """Return how many bytes core images take: whole pages each, as Pillow asks for them."""
    return sum(
        -(-image.size[0] * image.size[1] * (1 if image.mode == "L" else 4) // _PAGE) * _PAGE
        for image in images
    )
