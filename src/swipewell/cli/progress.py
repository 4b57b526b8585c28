"""How far a long run is, on a terminal: posts, slides a second, time left."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from swipewell.cli.work import Result

_EVERY = 0.1  # seconds between two drawings
_WIDTH = 24  # of the bar, in characters


def on_screen() -> bool:
    """Say whether progress and results are seen on one screen, so that a line a post is too much."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr))


def on_terminal(results: Iterable[Result], total: int) -> Iterator[Result]:
    """Yield results, and draw in between how far they are, where standard error is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from results
        return
    bar = Bar(total, sys.stderr)
    try:
        bar.draw()
        for result in results:
            bar.step(result)
            yield result
            bar.draw()
    finally:
        bar.erase()


class Bar:
    """The line that is drawn again and again; it is gone whenever something else is written."""

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total = total
        self._stream: TextIO | None = stream
        self._posts = 0
        self._worked = 0  # on posts that were rendered now
        self._slides = 0
        self._begun = self._since = time.monotonic()
        self._drawn = 0.0
        self._shown = False

    def step(self, result: Result) -> None:
        """Count a result, and make room for what is written about it."""
        self._posts += 1
        if result.status == "rendered":
            self._worked += 1
            self._slides += len(result.slides)
        elif not self._worked:
            self._since = time.monotonic()  # known ones take no time: they say nothing of the rest
        self.erase()

    def draw(self) -> None:
        """Draw the line, unless that was just done or all is over."""
        now = time.monotonic()
        if self._posts < self._total and now - self._drawn >= _EVERY:
            self._drawn = now
            width = shutil.get_terminal_size().columns - 1
            self._put(f"\r\x1b[K{self.line(now)[:width]}")
            self._shown = True

    def erase(self) -> None:
        """Take the line away."""
        if self._shown:
            self._put("\r\x1b[K")
            self._shown = False
            self._drawn = 0.0

    def line(self, now: float) -> str:
        """Return the line as it is at a time in seconds."""
        filled = _WIDTH * self._posts // max(self._total, 1)
        parts = [f"{'━' * filled}{'╌' * (_WIDTH - filled)} {self._posts} of {self._total} posts"]
        taken = now - self._since
        if self._worked and taken > 1:
            parts.append(f"{self._slides / taken:.0f} slides a second")
            parts.append(f"{_clock((self._total - self._posts) * taken / self._worked)} left")
        return ", ".join(parts)

    def _put(self, text: str) -> None:
        try:
            if self._stream is not None:
                self._stream.write(text)
                self._stream.flush()
        except OSError:  # the terminal was closed
            self._stream = None


def _clock(seconds: float) -> str:
    """Return a time as people read it: 0:07, 12:30, 1:02:00."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
