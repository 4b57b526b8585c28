"""Folders of posts that are gone are removed: what Swipewell wrote, as it wrote it, and no more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from batch_cases import project, run

from swipewell.batch.prune import prune


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Three posts, rendered, and then one of them gone."""
    inputs = project(tmp_path, 3)
    assert run("render", "posts", "-o", "out", cwd=tmp_path).returncode == 0
    (inputs / "p01.yaml").unlink()
    return tmp_path


def left(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_folder_of_a_post_that_is_gone_is_removed_and_told(made: Path) -> None:
    done = run("render", "posts", "-o", "out", "--prune", "--json", cwd=made)
    assert json.loads(done.stdout)["summary"]["removed"] == [str(Path("out/p01"))]
    assert sorted(path.name for path in (made / "out").iterdir()) == ["p00", "p02"]


def test_a_persons_own_files_stay(made: Path) -> None:
    (made / "out/p01/notes.txt").write_text("mine", "utf-8")
    (made / "out/mine").mkdir()
    (made / "out/mine/post.json").write_text('{"outputs": {"a.txt": ""}}', "utf-8")
    (made / "out/mine/a.txt").write_text("not Swipewell's", "utf-8")
    done = run("render", "posts", "-o", "out", "--prune", cwd=made)
    assert "removed   out" in done.stdout
    assert left(made / "out/p01") == ["notes.txt"]
    assert left(made / "out/mine") == ["a.txt", "post.json"]


def test_a_folder_in_which_something_was_edited_stays_whole(made: Path) -> None:
    (made / "out/p01/caption.txt").write_text("a better caption", "utf-8")
    before = left(made / "out/p01")
    assert prune(str(made / "out"), {"p00", "p02"}) == []
    assert left(made / "out/p01") == before


def test_a_manifest_that_names_files_elsewhere_is_not_believed(made: Path) -> None:
    manifest = made / "out/p01/post.json"
    told = json.loads(manifest.read_text("utf-8"))
    told["outputs"] = {"../../posts/p00.yaml": ""}
    manifest.write_text(json.dumps(told), "utf-8")
    assert prune(str(made / "out"), ()) == [str(made / "out/p00"), str(made / "out/p02")]
    assert (made / "posts/p00.yaml").exists()


def test_nothing_is_removed_where_a_post_could_not_be_read(made: Path) -> None:
    (made / "posts/p02.yaml").write_text("title: [", "utf-8")
    done = run("render", "posts", "-o", "out", "--prune", cwd=made)
    assert done.returncode == 2
    assert "nothing was removed" in done.stderr
    assert sorted(path.name for path in (made / "out").iterdir()) == ["p00", "p01", "p02"]


def test_single_posts_are_not_taken_for_all_there_is(made: Path) -> None:
    done = run("render", "posts/p00.yaml", "-o", "out", "--prune", cwd=made)
    assert done.returncode == 2
    assert "name folders or globs" in " ".join(done.stderr.split())
    assert (made / "out/p01").exists()
