"""How a command's work is shared out, and whether it is worth sharing."""

from __future__ import annotations

from typing import NamedTuple

_FEW = 8
"""So many posts are done before further processes have warmed up."""


class Hands(NamedTuple):
    """How many processes (all cores where not said), on which machines, and whether to clear up."""

    jobs: int | None = None
    on: str | None = None
    prune: bool = False

    def are_wanted(self, posts: int) -> bool:
        """Say whether so many files of posts are more than one process should do by itself."""
        return posts > _FEW or self.on is not None or self.prune
