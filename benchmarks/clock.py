"""The clock of the warm path: the one on the wall, or the processor's where it is shared."""

from __future__ import annotations

import time
from collections.abc import Callable

_now: Callable[[], float] = time.perf_counter


def ms() -> float:
    """Return the time in ms, from some point on."""
    return _now() * 1e3


def count_processor_time() -> None:
    """From now on, leave out the time in which other programs had the processor."""
    global _now
    _now = time.process_time
