"""Processes that work for a command: they leave with it, and one that dies takes nothing with it.

Crew(4).results(work, items)  ->  (position, result), as they finish
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import TypeVar

from swipewell.batch.flow import finished
from swipewell.batch.rubbish import collect_from_now_on

T = TypeVar("T")
R = TypeVar("R")

_MOST = 61
"""Windows waits for no more processes at once."""


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Solo:
    """This process alone."""

    def __enter__(self) -> Solo:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind: there was nobody else."""

    def results(
        self,
        work: Callable[[T], R],
        items: Sequence[T],
        lost: Callable[[T], R],  # noqa: ARG002 - where this process is lost, nobody tells
    ) -> Iterator[tuple[int, R]]:
        """Yield the position and the result of every item, one after the other."""
        for position, item in enumerate(items):
            yield position, work(item)


class Crew:
    """A number of processes; to be used in a ``with``, whose end waits for what they have begun."""

    def __init__(self, jobs: int) -> None:
        self._jobs = min(jobs, _MOST)
        # While nothing else runs in this process, it may be copied, which takes no time.
        is_alone = sys.platform == "linux" and threading.active_count() == 1
        self._pool = _pool(self._jobs, "fork" if is_alone else "spawn")

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def results(
        self, work: Callable[[T], R], items: Sequence[T], lost: Callable[[T], R]
    ) -> Iterator[tuple[int, R]]:
        """Yield the position and the result of every item as they finish.

        A process that dies takes those under way with it: they are tried again, each alone, and
        what kills its process again gets the result that ``lost`` makes of it.
        """
        remaining = list(range(len(items)))
        while remaining:
            done: set[int] = set()
            broken: list[int] = []
            work_on = finished(self._pool, work, (items[one] for one in remaining), self._jobs * 2)
            try:
                for number, future in work_on:
                    position = remaining[number]
                    result = _result(future)
                    if result is None:
                        broken.append(position)
                        break
                    done.add(position)
                    yield position, result[0]
            except BrokenProcessPool:  # while submitting
                pass
            remaining = [one for one in remaining if one not in done]
            if not remaining:
                return
            # Which one it was is not known: the first of those under way are tried alone.
            suspects = sorted({*broken, *remaining[: self._jobs * 2]})
            for position in suspects:
                yield position, self._alone(work, items[position], lost)
            remaining = [one for one in remaining if one not in suspects]
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = _pool(self._jobs, "spawn")

    def _alone(self, work: Callable[[T], R], item: T, lost: Callable[[T], R]) -> R:
        """Return the result of an item in a process of its own."""
        with _pool(1, "spawn") as pool:
            result = _result(pool.submit(work, item))
        return lost(item) if result is None else result[0]


def _pool(jobs: int, method: str) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context(method), initializer=_begin)


def _result(future: Future[R]) -> tuple[R] | None:
    """Return the result of a finished future, None where its process died."""
    try:
        return (future.result(),)
    except BrokenProcessPool:
        return None


def _begin() -> None:
    """Make a process ready: Ctrl-C is its parent's to hear, and without its parent it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    collect_from_now_on()


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # what it was writing is mended by the next run, as after any kill
