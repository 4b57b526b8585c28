"""Ctrl-C: never lost, and put off while a folder is being exchanged, until all is tidied up.

Python raises `KeyboardInterrupt` wherever it happens to be. Within a finaliser that goes nowhere,
and a library may turn it into an error of its own; so it is noted too, and asked for between posts.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from types import FrameType
from typing import TypeVar

_Item = TypeVar("_Item")


class _Noted:
    """How often Ctrl-C was pressed, and whether the first is to wait."""

    came = 0
    waits = False


def watch() -> None:
    """From now on, note interrupts; where they are ignored or somebody else's, leave it at that."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _note)
        sys.unraisablehook = _unraisable


def _note(number: int, frame: FrameType | None) -> None:
    _Noted.came += 1
    if not _Noted.waits or _Noted.came > 1:
        signal.default_int_handler(number, frame)


def _unraisable(lost: sys.UnraisableHookArgs) -> None:
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)


def ignore() -> None:
    """From now on, let interrupts do nothing: all is done, and Python is about to leave."""
    if signal.getsignal(signal.SIGINT) is _note:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def heed() -> None:
    """Raise `KeyboardInterrupt` if there was an interrupt, whatever became of it."""
    if _Noted.came:
        raise KeyboardInterrupt


@contextmanager
def put_off() -> Iterator[None]:
    """Let an interrupt take effect only after the block, the outermost; a second one does so at once."""
    within, _Noted.waits = _Noted.waits, True
    try:
        yield
    finally:
        _Noted.waits = within
        if not within:
            heed()


def put_off_between(items: Iterator[_Item]) -> Iterator[_Item]:
    """Yield items; an interrupt takes effect before or after one is fetched, not while it is.

    Raised within a lock's own code it would leave the lock taken for good, and who waits for
    workers takes locks all the time.
    """
    while True:
        with put_off():
            found = [*islice(items, 1)]
        if not found:
            return
        yield found[0]
