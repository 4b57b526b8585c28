"""Lines to a terminal or a pipe: closed pipes are met in silence, no text steers a terminal."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TextIO

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "strong": "1",
    "dim": "2",
    "hint": "36",
}
_CONTROLS = {
    code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (9, 10)
}


def put(text: str, *, err: bool = False) -> None:
    """Write a line to standard output, or to standard error."""
    stream = sys.stderr if err else sys.stdout
    if stream is None:  # the process was started with it closed
        return
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except OSError as problem:
        if problem.errno not in (errno.EPIPE, errno.EINVAL):  # Windows says EINVAL
            raise
        hush(stream)


def hush(stream: TextIO | None) -> None:
    """Let what is still to be written to a stream go nowhere, so that work goes on without it."""
    with contextlib.suppress(OSError, AttributeError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[union-attr]  # suppressed with the rest
        os.close(nowhere)


def has_colour(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal on which colours are wanted; see no-color.org."""
    environ = os.environ
    if environ.get("NO_COLOR") or environ.get("TERM") == "dumb":
        return False
    # An old Windows console would print the codes themselves.
    able = os.name != "nt" or "WT_SESSION" in environ or "TERM" in environ
    return able and stream is not None and stream.isatty()


def styled(text: str, style: str, colour: bool) -> str:
    """Return a text in a style, as it is where there are no colours."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if colour and text else text


def harmless(text: str) -> str:
    """Return a text with its control characters spelt out, so that it cannot steer a terminal."""
    return text.translate(_CONTROLS)
