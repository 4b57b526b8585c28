"""Items through any executor, a bounded number under way, results as they finish.

    finished(pool, render, posts, 8)  ->  (3, future), (0, future), (1, future) …

Nothing is taken from the items before there is room for it, so that ten thousand cost no more
memory than ten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def finished(
    executor: Executor, work: Callable[[T], R], items: Iterable[T], ahead: int
) -> Iterator[tuple[int, Future[R]]]:
    """Yield the position of each item (from 0) and its finished future, at most ``ahead`` under way.

    Where the caller stops early, what has not begun is cancelled.
    """
    coming = enumerate(items)
    under_way: dict[Future[R], int] = {}
    try:
        while True:
            for position, item in coming:
                under_way[executor.submit(work, item)] = position
                if len(under_way) >= ahead:
                    break
            if not under_way:
                return
            done, _ = _waited(under_way)
            for future in sorted(done, key=under_way.__getitem__):
                yield under_way.pop(future), future
    finally:
        for future in under_way:
            future.cancel()


def _waited(under_way: Iterable[Future[R]]) -> tuple[set[Future[R]], set[Future[R]]]:
    """Return the futures that are done, and those that are not.

    Waiting wakes up now and then: on Windows, Ctrl-C is not heard while one waits for good.
    """
    while True:
        done, others = wait(under_way, timeout=0.5, return_when=FIRST_COMPLETED)
        if done:
            return done, others


def in_order(pairs: Iterable[tuple[int, R]]) -> Iterator[R]:
    """Yield the values of pairs of a position and a value, by position; each waits for those before."""
    early: dict[int, R] = {}
    expected = 0
    for position, value in pairs:
        early[position] = value
        while expected in early:
            yield early.pop(expected)
            expected += 1
