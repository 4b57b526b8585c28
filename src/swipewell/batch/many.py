"""Posts to finished decks by any executor: ``render_many``.

    render_many(posts, brand, executor=pool)  ->  Made(number=1, …), Made(number=0, …) …

What comes back is bytes, not open fonts, so that it may come from another process or machine.
"""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import partial
from pathlib import Path

from swipewell.batch.flow import finished
from swipewell.carousel import Studio
from swipewell.export.artifact import Artifact
from swipewell.export.package import package, slug_for
from swipewell.findings import Finding, InputError, Severity, SwipewellError, error
from swipewell.geometry import SQUARE
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.named import NamedTuple
from swipewell.pipeline import Named, Saved, render
from swipewell.store import save_folder

_INTERNAL = 3


class Made(NamedTuple):
    """What became of one of many posts.

    ``number`` is its place among the posts, from 0; ``slug`` the name of its folder. Where nothing
    could be made, ``exit_code`` is what `swipewell` would end with (0 otherwise), and the findings
    tell why. ``artifacts`` are the files of its folder, unless they were written at once: then
    ``folder`` is where they are.
    """

    number: int
    slug: str
    artifacts: tuple[Artifact, ...] = ()
    findings: tuple[Finding, ...] = ()
    folder: Path | None = None
    exit_code: int = 0

    def save(self, folder: str | Path) -> Saved:
        """Write the post's folder below ``folder``, whole or not at all, and return its path.

        RenderError where it cannot be written, InputError where there is nothing to write.
        """
        if not self.artifacts:
            raise InputError(self.findings or [_nothing(self.slug)])
        target = Path(folder) / self.slug
        return Saved.at(target, save_folder(target, self.artifacts))


class _Order(NamedTuple):
    """One post to be made, with all that decides how."""

    number: int
    post: Post
    slug: str
    clash: bool


class _Way(NamedTuple):
    """How all posts of a call are made."""

    brand: Brand | None
    theme: Named
    today: dt.date | None
    size: str
    scale: int
    formats: tuple[str, ...]
    sheet: bool
    out: str | None


class _Kept(threading.local):
    """The studio that a worker's thread keeps from one post to the next."""

    def __init__(self) -> None:
        self.studio = Studio()


_kept = _Kept()


def render_many(
    posts: Iterable[Post],
    brand: Brand | None = None,
    theme: Named = None,
    *,
    executor: Executor | None = None,
    out: str | os.PathLike[str] | None = None,
    formats: Sequence[str] = ("png",),
    sheet: bool = False,
    today: dt.date | None = None,
    size: str = SQUARE.name,
    scale: int = 1,
    ahead: int | None = None,
) -> Iterator[Made]:
    """Yield what became of each post, as they finish; one that fails stops no other.

    ``executor`` is any of `concurrent.futures`, or one that does as they do; without one, the posts
    are made here, one by one. Posts are taken as there is room for them: no more than ``ahead`` (the
    executor's workers twice over, where it tells their number, else 32) are under way, so memory
    stays flat however many there are. With ``out``, the workers write the posts' folders, and what
    comes back are their paths; two posts with one slug are then the second one's error. The other
    arguments are those of `render` and `Carousel.save`.
    """
    way = _Way(
        brand, theme, today, size, scale, tuple(formats), sheet, os.fspath(out) if out else None
    )
    orders = _orders(posts, unique=out is not None)
    if executor is None:
        yield from map(partial(_made, way), orders)
        return
    # The order itself is kept for the case that no result comes back.
    under_way: dict[int, _Order] = {}
    work = partial(_made, way)
    for number, future in finished(
        executor, work, _noted(orders, under_way), ahead or _room(executor)
    ):
        yield _outcome(future, under_way.pop(number))


def _orders(posts: Iterable[Post], *, unique: bool) -> Iterator[_Order]:
    """Yield an order for each post; where folders are to be ``unique``, a clash is noted."""
    seen: set[str] = set()
    for number, post in enumerate(posts):
        slug = slug_for(post)
        clash = unique and slug.casefold() in seen
        if unique:
            seen.add(slug.casefold())
        yield _Order(number, post, slug, clash)


def _noted(orders: Iterable[_Order], under_way: dict[int, _Order]) -> Iterator[_Order]:
    for order in orders:
        under_way[order.number] = order
        yield order


def _room(executor: Executor) -> int:
    """Return how many posts to have under way: enough that no worker waits for the next."""
    workers = getattr(executor, "_max_workers", None)  # told by both of the standard library's
    return workers * 2 if isinstance(workers, int) else 32


def _outcome(future: Future[Made], order: _Order) -> Made:
    """Return what a future brought; a worker that was lost is that post's error."""
    try:
        return future.result()
    except Exception as fault:
        return _broken(order, fault)


def _made(way: _Way, order: _Order) -> Made:
    """Return what became of a post, in a worker."""
    if order.clash:
        return Made(order.number, order.slug, findings=(_same_slug(order),), exit_code=2)
    return _guarded(order, lambda: _finished(way, order))


def _finished(way: _Way, order: _Order) -> Made:
    carousel = render(
        order.post,
        way.brand,
        way.theme,
        today=way.today,
        studio=_kept.studio,
        size=way.size,
        scale=way.scale,
    )
    artifacts = tuple(package(carousel, way.formats, slug=order.slug, sheet=way.sheet))
    findings = carousel.findings
    if way.out is None:
        return Made(order.number, order.slug, artifacts, findings)
    folder = Path(way.out) / order.slug
    findings = (*findings, *save_folder(folder, artifacts))
    return Made(order.number, order.slug, findings=findings, folder=folder)


def _guarded(order: _Order, action: Callable[[], Made]) -> Made:
    """Return what an action returns, or what is to be said where it fails."""
    try:
        return action()
    except SwipewellError as fault:
        findings, code = fault.findings, fault.exit_code
        return Made(order.number, order.slug, findings=findings, exit_code=code)
    except Exception as fault:
        return _broken(order, fault)


def _broken(order: _Order, fault: Exception) -> Made:
    message = f"This post could not be made: {type(fault).__name__}: {fault}"
    hint = "If it fails by itself as well, please report it; else its worker may have been stopped."
    source = order.post.source
    finding = Finding("worker-failed", Severity.ERROR, message, hint)
    if source:
        finding = finding._replace(where=finding.where._replace(file=source.file))
    return Made(order.number, order.slug, findings=(finding,), exit_code=_INTERNAL)


def _same_slug(order: _Order) -> Finding:
    message = f"An earlier post has the folder “{order.slug}” already."
    return error("same-slug", message, "Give one of them a slug of its own.", field="slug")


def _nothing(slug: str) -> Finding:
    message = f"There are no files of “{slug}” to write."
    return error("nothing-to-save", message, "With out=…, they were written already: see folder.")
