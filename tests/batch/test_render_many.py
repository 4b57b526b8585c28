"""`render_many`: any executor, results as they finish, a bounded number under way."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

import swipewell as sw
from swipewell.export.package import package

TODAY = dt.date(2026, 12, 1)


def posts(count: int) -> Iterator[sw.Post]:
    for number in range(count):
        yield sw.Post(title=f"A kinder no, {number}", slides=[sw.Tip(title="Pause first")])


def alone(post: sw.Post, brand: sw.Brand) -> dict[str, bytes]:
    carousel = sw.render(post, brand, today=TODAY)
    return {artifact.name: artifact.data for artifact in package(carousel)}


@pytest.fixture(params=["none", "threads", "processes"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor | None]:
    if request.param == "none":
        yield None
    elif request.param == "threads":
        with ThreadPoolExecutor(2) as threads:
            yield threads
    else:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
            yield processes


def test_each_is_as_if_rendered_alone(executor: Executor | None, alma: sw.Brand) -> None:
    wanted = list(posts(4))
    found = list(sw.render_many(iter(wanted), alma, executor=executor, today=TODAY))
    assert sorted(made.number for made in found) == [0, 1, 2, 3]
    for made in found:
        files = {artifact.name: artifact.data for artifact in made.artifacts}
        assert files == alone(wanted[made.number], alma)
        assert made.exit_code == 0


def test_no_more_are_taken_than_there_is_room_for() -> None:
    taken = 0

    def counted() -> Iterator[sw.Post]:
        nonlocal taken
        for post in posts(30):
            taken += 1
            yield post

    with ThreadPoolExecutor(1) as threads:
        for done, _ in enumerate(sw.render_many(counted(), executor=threads, ahead=3), 1):
            assert taken <= done + 3
    assert (done, taken) == (30, 30)


def test_one_that_fails_stops_no_other(tmp_path: Path) -> None:
    bad = sw.Post(title="\u10d0\u10d1", slides=[sw.Tip(title="Pause")])
    first, wrong, last = list(
        sw.render_many([next(posts(1)), bad, sw.Post(title="B", slides=[sw.Tip(title="C")])])
    )
    assert (first.exit_code, wrong.exit_code, last.exit_code) == (0, 1, 0)
    assert {finding.code for finding in wrong.findings} & {"script-not-ready", "missing-glyph"}
    with pytest.raises(sw.InputError):
        wrong.save(tmp_path)
    assert (last.save(tmp_path) / "01.png").is_file()


def leave(*_: object) -> None:
    os._exit(9)


def test_what_a_dead_worker_had_is_told_as_failed() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=leave) as broken:
        [made] = sw.render_many(posts(1), executor=broken)
    assert (made.number, made.exit_code) == (0, 3)
    assert made.findings[0].code == "worker-failed"


def test_with_a_folder_the_workers_write_and_a_second_slug_is_an_error(tmp_path: Path) -> None:
    twice = [next(posts(1)), next(posts(1))]
    with ThreadPoolExecutor(2) as threads:
        found = sorted(sw.render_many(twice, out=tmp_path, executor=threads, formats=["jpeg"]))
    written, clash = found
    assert written.folder == tmp_path / written.slug
    assert written.artifacts == ()
    slides = len(sw.render(twice[0]).slides)
    assert sorted(path.suffix for path in written.folder.glob("0*")) == [".jpg"] * slides
    assert [finding.code for finding in clash.findings] == ["same-slug"]
    assert clash.exit_code == 2
