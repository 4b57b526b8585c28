"""`swipewell themes`: listed, shown, ejected, and taken by folder; and the formats of `render`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cli_cases import swipewell, told

from swipewell.colour import contrast, parse_hex
from swipewell.palette import grow
from swipewell.reading.theme import read_theme, theme_files


def test_themes_are_listed_for_programs() -> None:
    listed = json.loads(swipewell("themes", "--json").stdout)["themes"]
    assert {"name": "linen", "voice": "a letter from someone wise"}.items() <= next(
        one for one in listed if one["name"] == "linen"
    ).items()


@pytest.mark.parametrize("seed", [None, "#335577"])
def test_a_themes_contrasts_are_those_of_its_colours(seed: str | None) -> None:
    asked = ["--seed", seed] if seed else []
    shown = json.loads(swipewell("themes", "show", "linen", "--json", *asked).stdout)
    theme = read_theme("linen")
    palette = grow(theme.palette, seed or theme.seed)
    assert shown["palette"] == {role: colour.hex for role, colour in palette.items()}
    assert shown["seed"] == (seed or theme.seed)
    colours = {role: parse_hex(text) for role, text in shown["palette"].items()}
    assert shown["contrast"]["paper"]["ink"] == round(contrast(colours["ink"], colours["paper"]), 2)
    assert shown["contrast"]["clay"]["ink"] == round(
        contrast(colours["on_clay"], colours["clay"]), 2
    )
    assert {"cover", "tip", "disclaimer"} <= set(shown["kinds"])
    assert shown["families"]["heading"] == "Fraunces"


def test_contrasts_are_shown_to_people() -> None:
    shown = swipewell("themes", "show", "plain").stdout
    assert re.search(r"paper +ink \d+\.\d  muted \d+\.\d  accent \d+\.\d\n", shown)


@pytest.mark.parametrize("seed", ["blue", "#12", "#"])
def test_a_seed_that_is_no_colour_is_wrong_usage(seed: str) -> None:
    result = swipewell("themes", "show", "linen", "--seed", seed)
    assert result.exit_code == 2
    assert "--seed" in result.stderr


def test_an_ejected_theme_renders_by_its_folder(project: Path) -> None:
    result = swipewell("themes", "eject", "plain", "-o", "my-theme")
    assert result.exit_code == 0
    assert "--theme ./my-theme" in result.stderr
    assert {one.relative_to("my-theme").as_posix() for one in Path("my-theme").rglob("*.yaml")} == {
        *theme_files("plain")
    }
    theme = project / "my-theme" / "theme.yaml"
    theme.write_text(theme.read_text("utf-8").replace("voice: ", "voice: even "), "utf-8")
    assert "even " in swipewell("themes", "show", "./my-theme").stdout
    post = told(swipewell("render", "tiny.yaml", "--theme", "my-theme/", "--json"))["posts"][0]
    assert post["status"] == "rendered"
    assert json.loads(Path("out/tiny/post.json").read_text("utf-8"))["theme"] == "./my-theme"
    again = swipewell("render", "tiny.yaml", "--theme", "./my-theme")
    assert again.stdout.startswith("unchanged")
    theme.write_text(theme.read_text("utf-8") + "\nmargin: 90\n", "utf-8")
    assert swipewell("render", "tiny.yaml", "--theme", "my-theme/").stdout.startswith("rendered")


def test_nothing_is_overwritten(project: Path) -> None:
    (project / "mine").mkdir()
    (project / "mine" / "theme.yaml").write_text("voice: mine\n", "utf-8")
    result = swipewell("themes", "eject", "linen", "-o", "mine")
    assert result.exit_code == 3
    assert "something is there already" in result.stderr
    assert [one.name for one in (project / "mine").iterdir()] == ["theme.yaml"]
    assert not [one for one in project.iterdir() if one.name.startswith(".")]


def test_a_theme_that_is_none_cannot_be_ejected() -> None:
    result = swipewell("themes", "eject", "linnen")
    assert result.exit_code == 2
    assert "Did you mean `linen`?" in result.stderr


def test_a_faulty_theme_is_quoted(project: Path) -> None:
    (project / "mine").mkdir()
    (project / "mine" / "theme.yaml").write_text("extends: linen\nvioce: mine\n", "utf-8")
    for command in (["render", "tiny.yaml", "--theme", "./mine"], ["themes", "show", "./mine"]):
        result = swipewell(*command)
        assert result.exit_code == 2
        assert f"{Path('mine', 'theme.yaml')}:2:1: error unknown-field" in result.stderr
        assert "Did you mean `voice`?" in result.stderr
    brand = project / "brand.yaml"
    brand.write_text(brand.read_text("utf-8") + "theme: ./mine\n", "utf-8")
    post = told(swipewell("check", "tiny.yaml", "--json"))["posts"][0]
    assert [(one["code"], one["line"]) for one in post["findings"]] == [("unknown-field", 2)]


@pytest.mark.parametrize("what", ["theme", "layout"])
def test_a_themes_files_have_a_schema(what: str) -> None:
    made = json.loads(swipewell("schema", what).stdout)
    assert made["title"] == f"Swipewell {what}"
    own = {"theme": "extends", "layout": "box"}[what]
    assert own in made["properties"]


# --- Formats ---


def test_every_format_at_once(project: Path) -> None:
    asked = ["render", "tiny.yaml", "--format", "webp,PDF, jpg", "--sheet", "--json"]
    post = told(swipewell(*asked))["posts"][0]
    names = {one.name for one in (project / "out" / "tiny").iterdir()}
    assert {"01.webp", "01.jpg", "tiny.pdf", "sheet.png"} <= names
    assert "01.png" not in names
    assert post["slides"][0]["file"] == "01.webp"
    assert told(swipewell(*asked))["posts"][0]["status"] == "unchanged"
    fewer = told(swipewell(*asked[:4], "--json"))["posts"][0]
    assert fewer["status"] == "rendered"
    assert "sheet.png" not in {one.name for one in (project / "out" / "tiny").iterdir()}


def test_slides_of_a_pdf_alone_are_named_by_their_page(project: Path) -> None:
    asked = ["render", "tiny.yaml", "--format", "pdf", "--json"]
    for status in ("rendered", "unchanged"):
        post = told(swipewell(*asked))["posts"][0]
        assert post["status"] == status
        assert post["slides"][0]["file"] == "tiny.pdf#page=1"
    assert (project / "out" / "tiny" / "tiny.pdf").is_file()


def test_an_unknown_format_is_told_with_those_there_are() -> None:
    result = swipewell("render", "x.yaml", "--format", "png,gif")
    assert result.exit_code == 2
    assert "“gif”" in result.stderr
    assert "png, jpeg, webp, pdf" in result.stderr


def test_a_plain_render_loads_none_of_it(project: Path) -> None:
    code = (
        "import sys; from swipewell.cli import app\n"
        "try: app()(['render', 'tiny.yaml'])\n"
        "except SystemExit: pass\n"
        "print([n for n in sys.modules if n.startswith('swipewell.') and n.rsplit('.')[-1] in "
        "('pdf', 'pdf_text', 'sheet', 'own_theme', 'theme_faults', 'named_theme', 'theme_file')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
