"""Processes that hear Ctrl-C, for tests that interrupt them."""

from __future__ import annotations

import signal


def hears_interrupts() -> None:
    """Let a process hear SIGINT: what a shell runs in the background ignores it, and so do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
