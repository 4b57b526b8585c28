"""What paths, folders, globs and `-` stand for."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_cases import TINY, swipewell

from swipewell.cli.inputs import find_posts


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        *("b.yaml", "a.yml", "c.JSON", "a.es.yaml", "b.pt-BR.yml", "tips.new.yaml"),
        *("brand.yaml", "week.yaml", ".hidden.yaml", "notes.txt", "post.json", "alt.json"),
        *("deep/d.yaml", "deep/brand.yaml", "deep/d.nds.yaml", ".cache/e.yaml"),
    ):
        path = tmp_path / "posts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TINY, "utf-8")
    (tmp_path / "posts/folder.yaml").mkdir()
    return tmp_path


def found(*arguments: str) -> list[str]:
    inputs = find_posts(arguments)
    assert not inputs.faults
    return [path.replace("\\", "/") for path in inputs.paths]


def faults(*arguments: str) -> list[tuple[str, str | None]]:
    return [(fault.code, fault.where.file) for fault in find_posts(arguments).faults]


IN_FOLDER = [
    *("posts/a.yml", "posts/a.es.yaml", "posts/b.yaml", "posts/b.pt-BR.yml"),
    *("posts/c.JSON", "posts/tips.new.yaml"),
]


@pytest.mark.usefixtures("posts")
def test_a_folder_stands_for_the_posts_right_in_it() -> None:
    assert found("posts") == found("posts/") == IN_FOLDER


def test_here_is_a_folder_too(posts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(posts / "posts" / "deep")
    assert found(".") == ["d.yaml", "d.nds.yaml"]


@pytest.mark.usefixtures("posts")
def test_a_glob_goes_as_deep_as_it_says() -> None:
    assert found("posts/*.yaml") == ["posts/b.yaml", "posts/b.pt-BR.yml", "posts/tips.new.yaml"]
    assert found("posts/**/*.yaml") == [
        *("posts/b.yaml", "posts/b.pt-BR.yml"),
        *("posts/deep/d.yaml", "posts/deep/d.nds.yaml"),
        "posts/tips.new.yaml",
    ]


@pytest.mark.usefixtures("posts")
def test_a_file_is_taken_as_it_is() -> None:
    assert found("posts/a.es.yaml") == ["posts/a.es.yaml"]
    assert found("missing.yaml", "-") == ["missing.yaml", "-"]


def test_a_name_with_signs_of_a_glob_is_a_name_where_there_is_such_a_file(posts: Path) -> None:
    (posts / "what[1].yaml").write_text(TINY, "utf-8")
    assert found("what[1].yaml") == ["what[1].yaml"]


@pytest.mark.usefixtures("posts")
def test_each_post_comes_once_in_the_order_named() -> None:
    assert found("posts/b.yaml", "posts", "posts/../posts/a.yml") == [
        *("posts/b.yaml", "posts/b.pt-BR.yml"),
        *(path for path in IN_FOLDER if "/b." not in path),
    ]


def test_what_a_shells_glob_brings_along_is_passed_over(posts: Path) -> None:
    expanded = sorted(f"posts/{path.name}" for path in (posts / "posts").glob("[a-z]*.y*ml"))
    assert "posts/brand.yaml" in expanded
    expanded.remove("posts/folder.yaml")
    assert found(*expanded) == [path for path in IN_FOLDER if path != "posts/c.JSON"]


@pytest.mark.usefixtures("posts")
def test_nothing_found_is_a_finding() -> None:
    assert faults("posts/folder.yaml") == [("no-posts", "posts/folder.yaml")]
    assert faults("x*.yaml", "posts/b.yaml") == [("no-posts", "x*.yaml")]
    assert faults("posts/brand.yaml") == [("not-a-post", "posts/brand.yaml")]


@pytest.mark.usefixtures("posts")
def test_nothing_found_is_wrong_usage() -> None:
    result = swipewell("check", "posts/folder.yaml")
    assert result.exit_code == 2
    assert "no-posts" in result.stderr
