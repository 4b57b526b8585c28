"""From an empty folder to a first post: `init`, `new`, `doctor`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_cases import swipewell, told

import swipewell as sw
from swipewell.reading.names import kinds
from swipewell.starter.texts import quoted


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_makes_a_project_that_renders(empty: Path) -> None:
    answers = ["--name", 'Alma "A" Counselling', "--handle", "alma", "--region", "gb"]
    assert swipewell("init", *answers, "--theme", "tide").exit_code == 0
    brand = sw.read_brand("brand.yaml")
    assert (brand.name, brand.handle, brand.region, brand.theme) == (
        'Alma "A" Counselling', "@alma", "GB", "tide",
    )  # fmt: skip
    assert not brand.source or not brand.source.findings
    for name in ("post", "brand", "week"):
        json.loads((empty / ".swipewell" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert (empty / ".gitignore").read_text(encoding="utf-8").endswith("out/\n")
    (post,) = told(swipewell("render", "posts", "--json"))["posts"]
    assert (post["status"], post["findings"]) == ("rendered", [])


def test_init_makes_a_plan_by_which_a_week_is_made(empty: Path) -> None:
    assert swipewell("init", "--region", "gb").exit_code == 0
    assert sw.read_week("week.yaml").series[0].pool == ("posts",)
    done = swipewell("week", "2026-W48")
    assert done.exit_code == 0, done.stderr
    assert (empty / "weeks/2026-W48/tue-0900-first-post/01.jpg").is_file()
    assert "weeks" not in (empty / ".gitignore").read_text(encoding="utf-8")


def test_init_leaves_what_is_there(empty: Path) -> None:
    (empty / "brand.yaml").write_text("name: Mine\n", encoding="utf-8")
    (empty / ".gitignore").write_text("secrets", encoding="utf-8")
    done = swipewell("init", "--name", "Other")
    assert "left as it is  brand.yaml" in done.stdout
    assert (empty / "brand.yaml").read_text(encoding="utf-8") == "name: Mine\n"
    assert (empty / ".gitignore").read_text(encoding="utf-8").startswith("secrets\n")
    before = {path: path.read_bytes() for path in empty.rglob("*") if path.is_file()}
    swipewell("init", "--name", "Other")
    assert {path: path.read_bytes() for path in empty.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("option", "value"),
    [("--region", "Atlantis"), ("--language", "english!"), ("--theme", "lined")],
)
def test_init_refuses_what_no_brand_takes(empty: Path, option: str, value: str) -> None:
    done = swipewell("init", option, value)
    assert done.exit_code == 2
    assert option in done.stderr
    assert not list(empty.iterdir())


@pytest.mark.parametrize("form", ["yaml", "md"])
def test_new_knows_every_kind(empty: Path, form: str) -> None:
    asked = [part for kind in kinds() for part in ("--kind", kind)]
    title = 'When sleep won’t come: a "list"'
    assert swipewell("new", title, *asked, "--format", form).exit_code == 0
    (path,) = empty.glob(f"*.{form}")
    post = sw.read_post(path)
    assert post.title == title
    # a picture has to be there first: its lines wait in a comment
    assert [slide.kind for slide in post.slides] == [kind for kind in kinds() if kind != "picture"]
    (said,) = told(swipewell("check", path, "--json"))["posts"]
    assert not [one for one in said["findings"] if one["severity"] == "error"]
    assert {one["code"] for one in said["findings"]} <= {"no-region", "smaller-type"}


def test_new_never_overwrites(empty: Path) -> None:
    assert swipewell("new", "A title").exit_code == 0
    before = (empty / "a-title.yaml").read_bytes()
    done = swipewell("new", "A title")
    assert done.exit_code == 3
    assert "There is a file of that name already." in done.stderr
    assert (empty / "a-title.yaml").read_bytes() == before


def test_new_finds_the_schemas_of_its_project(empty: Path) -> None:
    swipewell("init")
    swipewell("new", "Deep", "--in", "posts/tips")
    head = (empty / "posts" / "tips" / "deep.yaml").read_text(encoding="utf-8").splitlines()[0]
    schema = head.partition("$schema=")[2]
    assert (
        empty / "posts" / "tips" / schema
    ).resolve() == empty / ".swipewell" / "post.schema.json"


@pytest.mark.parametrize("wrong", [["  "], ["T", "--kind", "stepz"], ["T", "--format", "docx"]])
def test_new_says_what_it_cannot_make(empty: Path, wrong: list[str]) -> None:
    assert swipewell("new", *wrong).exit_code == 2
    assert not list(empty.iterdir())


def test_doctor_tells_what_is_there(empty: Path) -> None:
    done = swipewell("doctor")
    assert done.exit_code == 0
    assert "none found from here" in done.stdout
    (empty / "brand.yaml").write_text("name: A\n", encoding="utf-8")
    assert str(empty / "brand.yaml") in swipewell("doctor").stdout


@pytest.mark.parametrize("text", ['"', "a: b", "#x", "\\", "é\u2028"])
def test_quoted_texts_come_back(empty: Path, text: str) -> None:
    (empty / "brand.yaml").write_text(f"name: {quoted(text + 'x')}\n", encoding="utf-8")
    assert sw.read_brand("brand.yaml").name == text + "x"
