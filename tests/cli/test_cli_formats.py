"""Posts in Markdown and tables, from the command line."""

from __future__ import annotations

from pathlib import Path

from cli_cases import swipewell, told

from swipewell.cli.inputs import find_posts

TABLE = "post,post_title,title\nrest,Rest,Sit\n,,Breathe\nwalk,Walk,Go\n"


def test_the_command_line_renders_all_posts_of_a_table(tmp_path: Path) -> None:
    (tmp_path / "all.csv").write_text(TABLE, encoding="utf-8")
    said = told(swipewell("render", tmp_path / "all.csv", "-o", tmp_path / "out", "--json"))
    assert [post["slug"] for post in said["posts"]] == ["rest", "walk"]
    assert {post["status"] for post in said["posts"]} == {"rendered"}
    assert (tmp_path / "out" / "walk" / "01.png").is_file()


def test_a_table_without_a_post_and_one_with_two_of_a_name(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_text("post,post_title,title\na,A,x\nA,B,y\n", encoding="utf-8")
    done = swipewell("render", path, "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "same-slug" in done.stderr
    assert not (tmp_path / "out").exists()
    path.write_text("post,titel\na,x\n", encoding="utf-8")
    done = swipewell("check", path)
    assert done.exit_code == 2
    assert ":1:6: error unknown-field" in done.stderr


def test_a_folder_takes_markdown_with_front_matter_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# About these posts\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("---\ntitle: T\n---\n## A\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text(TABLE, encoding="utf-8")
    found = find_posts([str(tmp_path)]).paths
    assert [Path(path).name for path in found] == ["a.md", "b.csv"]
