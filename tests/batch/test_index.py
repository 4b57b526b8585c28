"""What is unchanged is told without being read, and never where it is not."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from batch_cases import project, run, tree

from swipewell.batch import index as module
from swipewell.batch.index import Entry, Index, digest_of

TICK = 30_000_000  # ns, more than this file system's clock takes to tick


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a post, its brand and what it became; files settle fast."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(module, "_SETTLED", TICK)
    for name in ("posts/rest.yaml", "posts/brand.yaml", "out/rest/01.png", "out/rest/post.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"of {name}", "utf-8")
    time.sleep(2 * TICK / 1e9)
    return tmp_path


def entry() -> Entry:
    names = ("01.png", "post.json")
    outputs = {"out/rest": {name: str(digest_of(f"out/rest/{name}")) for name in names}}
    brand = Index.read("out", ()).brand("posts/rest.yaml")
    return Entry(
        "posts/rest.yaml", brand, ("posts/rest.yaml", "posts/brand.yaml"), outputs, [{"a": 1}]
    )


def known(*asked: object) -> list[dict[str, object]] | None:
    return Index.read("out", asked).told("posts/rest.yaml")


def test_what_was_kept_is_told_as_long_as_nothing_changes(place: Path) -> None:
    assert known() is None
    Index.read("out", ()).write([entry()], ())
    assert known() == [{"a": 1}]
    assert known("another theme") is None
    assert Index.read("elsewhere", ()).told("posts/rest.yaml") is None
    assert (place / "cache").is_dir()


@pytest.mark.parametrize(
    "file", ["posts/rest.yaml", "posts/brand.yaml", "out/rest/01.png", "out/rest/post.json"]
)
def test_an_edit_of_the_same_size_with_its_time_set_back_is_noticed(place: Path, file: str) -> None:
    Index.read("out", ()).write([entry()], ())
    before = os.stat(file)
    text = (place / file).read_text("utf-8")
    (place / file).write_text(text.swapcase(), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert os.stat(file).st_mtime_ns == before.st_mtime_ns
    assert known() is None


def test_a_file_that_is_gone_or_a_brand_that_came_nearer_is_noticed(place: Path) -> None:
    Index.read("out", ()).write([entry()], ())
    (place / "out/rest/01.png").rename(place / "01.png")
    assert known() is None
    (place / "01.png").rename(place / "out/rest/01.png")
    (place / "posts/brand.yaml").rename(place / "brand.yaml")
    assert known() is None


@pytest.mark.usefixtures("place")
def test_what_was_written_a_moment_ago_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SETTLED", 3_600_000_000_000)
    Index.read("out", ()).write([entry()], ())
    assert known() is None


def test_what_was_edited_after_it_was_read_is_not_kept(place: Path) -> None:
    begun = Index.read("out", ())
    (place / "posts/rest.yaml").write_text("edited meanwhile", "utf-8")
    time.sleep(2 * TICK / 1e9)
    begun.write([entry()], ())
    assert known() is None


def test_an_output_that_is_not_as_this_run_wrote_it_is_not_kept(place: Path) -> None:
    written = entry()
    (place / "out/rest/01.png").write_text("edited meanwhile", "utf-8")
    time.sleep(2 * TICK / 1e9)
    Index.read("out", ()).write([written], ())
    assert known() is None


def test_what_another_run_knew_is_kept_as_long_as_the_post_is_there(place: Path) -> None:
    Index.read("out", ()).write([entry()], ())
    second = Index.read("out", ())
    assert second.others(["posts/other.yaml"]) == ["posts/rest.yaml"]
    assert second.others(["posts/rest.yaml"]) == []
    (place / "posts/rest.yaml").unlink()
    assert second.others(["posts/other.yaml"]) == []


def test_a_damaged_index_is_as_good_as_none(place: Path) -> None:
    Index.read("out", ()).write([entry()], ())
    [file] = (place / "cache/swipewell").iterdir()
    data = file.read_text("utf-8")
    for damaged in (data[: len(data) // 2], data.replace('"stamp"', '"stump"'), "", "\n\n"):
        file.write_text(damaged, "utf-8")
        assert known() is None


def test_a_run_tells_what_it_knows_and_reads_what_it_does_not(tmp_path: Path) -> None:
    inputs = project(tmp_path, 10)
    old = time.time() - 10
    time.sleep(2.6)  # what is younger is read again
    first = run("render", "posts", "-o", "out", "-j", "1", cwd=tmp_path)
    assert "10 rendered" in first.stderr
    time.sleep(2.6)
    run("render", "posts", "-o", "out", "-j", "1", cwd=tmp_path)
    before = tree(tmp_path / "out")
    [file] = (tmp_path / "cache/swipewell").iterdir()
    assert len(file.read_text("utf-8").splitlines()) == 11
    # Were they read, they would no longer make posts: their stamps alone are asked.
    edited, gone = inputs / "p03.yaml", tmp_path / "out/p05/01.png"
    edited.write_text(edited.read_text("utf-8").replace("kinder", "gentler"), "utf-8")
    os.utime(edited, (old, old))
    gone.unlink()
    third = run("render", "posts", "-o", "out", "-j", "1", cwd=tmp_path)
    assert [
        line.split()[1] for line in third.stdout.splitlines() if line.startswith("rendered")
    ] == [
        "posts/p03.yaml",
        "posts/p05.yaml",
    ]
    after = tree(tmp_path / "out")
    assert {name.split("/")[0] for name in after if after[name] != before[name]} == {"p03"}
