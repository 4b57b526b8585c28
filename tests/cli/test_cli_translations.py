"""A post and its translations on the command line: rendered together, alone, and anew where one changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli_cases import codes, one, swipewell, told

SPANISH = """\
title: Un no más amable
slides:
  - title: Primero, una pausa
"""
HALF = """\
title: Un no más amable
slides:
  - {}
"""


@pytest.fixture
def translated(project: Path) -> Path:
    (project / "tiny.es.yaml").write_text(SPANISH, "utf-8")
    return project


def rendered(*arguments: str) -> dict[str, dict[str, Any]]:
    """What became of each post, by its path."""
    return {post["path"]: post for post in told(swipewell("render", *arguments, "--json"))["posts"]}


@pytest.mark.parametrize("argument", ["tiny.yaml", ".", "*.yaml", "t*.yaml"])
@pytest.mark.usefixtures("translated")
def test_a_post_brings_its_translations_along(argument: str) -> None:
    posts = rendered(argument)
    assert list(posts) == ["tiny.yaml", "tiny.es.yaml"]
    english, spanish = posts.values()
    assert [english["slug"], english["language"], english["translation_of"]] == ["tiny", "en", None]
    assert [spanish["slug"], spanish["language"]] == ["tiny.es", "es"]
    assert spanish["translation_of"] == "tiny.yaml"
    made = json.loads(Path("out/tiny.es/post.json").read_text("utf-8"))
    assert (made["language"], made["translation_of"]) == ("es", "tiny.yaml")
    whole = json.loads(Path("out/tiny/post.json").read_text("utf-8"))
    assert (whole["language"], whole["translation_of"]) == ("en", None)


@pytest.mark.usefixtures("translated")
def test_a_translation_named_by_itself_comes_alone_with_its_regions_lines() -> None:
    [spanish] = rendered("tiny.es.yaml").values()
    assert spanish["out"] == str(Path("out/tiny.es"))
    assert not Path("out/tiny").exists()
    said = Path("out/tiny.es/transcript.md").read_text("utf-8")
    assert "Un no más amable" in said
    assert "psicoeducación" in said
    assert "911" in said
    assert "Pause" not in said


@pytest.mark.usefixtures("translated")
def test_naming_both_renders_each_once() -> None:
    assert list(rendered("tiny.es.yaml", "tiny.yaml")) == ["tiny.yaml", "tiny.es.yaml"]


def test_a_change_of_post_or_translation_renders_anew(translated: Path) -> None:
    def statuses() -> list[str]:
        return [post["status"] for post in rendered("tiny.yaml").values()]

    assert statuses() == ["rendered", "rendered"]
    assert statuses() == ["unchanged", "unchanged"]
    (translated / "tiny.es.yaml").write_text(SPANISH.replace("Primero, una", "Una"), "utf-8")
    assert statuses() == ["unchanged", "rendered"]
    post = translated / "tiny.yaml"
    post.write_text(post.read_text("utf-8") + "topics: [suicide]\n", "utf-8")
    assert statuses() == ["rendered", "rendered"]
    assert statuses() == ["unchanged", "unchanged"]


@pytest.mark.parametrize("command", ["check", "render"])
def test_a_half_translated_deck_is_not_written_and_each_text_is_named(
    project: Path, command: str
) -> None:
    (project / "tiny.es.yaml").write_text(HALF, "utf-8")
    whole, half = told(swipewell(command, "tiny.yaml", "--json"))["posts"]
    assert whole["status"] in ("rendered", "checked")
    assert (half["status"], half["translation_of"]) == ("failed", "tiny.yaml")
    [finding] = half["findings"]
    assert (finding["code"], finding["severity"]) == ("untranslated", "error")
    assert (finding["file"], finding["line"], finding["field"]) == (
        *("tiny.es.yaml", 3),
        "slides[0].title",
    )
    assert not Path("out/tiny.es").exists()
    told_to_people = swipewell(command, "tiny.yaml")
    assert told_to_people.exit_code == 2
    assert "tiny.es.yaml:3:5: error untranslated:" in told_to_people.stderr


def test_what_may_be_left_out_is_a_warning_that_strict_does_not_let_pass(translated: Path) -> None:
    post = translated / "tiny.yaml"
    post.write_text(post.read_text("utf-8").replace("slides:", "subtitle: Here\nslides:"), "utf-8")
    found = one(swipewell("check", "tiny.es.yaml", "--json"))
    assert codes(found) == ["untranslated"]
    assert swipewell("check", "tiny.es.yaml").exit_code == 0
    assert swipewell("render", "tiny.es.yaml", "--strict").exit_code == 1
    assert not Path("out/tiny.es").exists()


def test_two_translations_for_one_folder_are_refused(translated: Path) -> None:
    (translated / "tiny.es.json").write_text(
        '{"title": "No", "slides": [{"title": "Pausa"}]}', "utf-8"
    )
    posts = told(swipewell("render", "tiny.yaml", "--json"))["posts"]
    assert [post["status"] for post in posts] == ["failed", "failed"]
    assert [codes(post) for post in posts] == [["same-slug"], ["same-slug"]]
    assert {post["language"] for post in posts} == {"es"}
    assert not Path("out").exists()


def test_a_shared_slug_does_not_bring_post_and_translation_together(translated: Path) -> None:
    post = translated / "tiny.yaml"
    post.write_text(post.read_text("utf-8") + "slug: gentle\n", "utf-8")
    assert [made["slug"] for made in rendered(".").values()] == ["gentle", "gentle.es"]


def test_a_start_without_translations_loads_nothing_of_them(project: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from swipewell.reading import read_post; read_post('tiny.yaml');"
        "print([name for name in sys.modules if name.endswith('translation')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=project
    )
    assert done.stdout.strip() == "[]"
