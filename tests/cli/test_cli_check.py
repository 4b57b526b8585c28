"""`swipewell check`, and how findings are told: to people, to programs, to GitHub."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_cases import TINY, codes, one, swipewell, told

from swipewell.cli.quote import quoted
from swipewell.findings import Finding, Severity, Where


def test_a_check_composes_and_writes_nothing(project: Path) -> None:
    post = one(swipewell("check", "tiny.yaml", "--json"))
    assert (post["status"], post["out"]) == ("checked", None)
    assert [slide["kind"] for slide in post["slides"]] == ["cover", "tip", "disclaimer"]
    assert {slide["file"] for slide in post["slides"]} == {None}
    assert sorted(path.name for path in project.iterdir()) == ["brand.yaml", "tiny.yaml"]


def test_warnings_fail_only_where_it_is_strict(project: Path) -> None:
    (project / "brand.yaml").write_text("name: Alma\n", "utf-8")
    assert swipewell("check", "tiny.yaml").exit_code == 0
    result = swipewell("check", "tiny.yaml", "--strict", "--json")
    assert result.exit_code == 1
    assert codes(one(result)) == ["no-region"]


def test_two_of_one_name_are_told_and_the_rest_still_checked(project: Path) -> None:
    (project / "more").mkdir()
    (project / "more/tiny.yaml").write_text(TINY, "utf-8")
    (project / "other.yaml").write_text(TINY, "utf-8")
    result = swipewell("check", ".", "more", "--json")
    assert result.exit_code == 2
    found = {post["path"].replace("\\", "/"): codes(post) for post in told(result)["posts"]}
    clash = ["same-slug"]
    assert found == {"other.yaml": [], "tiny.yaml": clash, "more/tiny.yaml": clash}


def test_a_finding_shows_its_line_a_caret_and_a_hint(project: Path) -> None:
    (project / "tiny.yaml").write_text(TINY.replace("- title", "- titel"), "utf-8")
    result = swipewell("check", "tiny.yaml")
    assert result.exit_code == 2
    head, line, caret, hint, total = result.stderr.splitlines()
    assert head.startswith("tiny.yaml:3:5: error unknown-field: ")
    assert line == "    3 |   - titel: Pause first"
    assert caret == "      |     ^"
    assert hint.startswith("  hint: ")
    assert "title" in hint
    assert total == "1 post: 1 failed; 1 error"
    assert result.stdout == "failed    tiny.yaml\n"


def test_broken_yaml_shows_the_line(project: Path) -> None:
    (project / "tiny.yaml").write_text("title: *Kind*\nslides:\n  - title: x\n", "utf-8")
    result = swipewell("check", "tiny.yaml")
    assert result.exit_code == 2
    assert "tiny.yaml:1:8: error " in result.stderr
    assert "    1 | title: *Kind*\n      |        ^\n" in result.stderr


def test_github_gets_annotations(project: Path) -> None:
    (project / "tiny.yaml").write_text(TINY.replace("- title", "- titel"), "utf-8")
    result = swipewell("check", "tiny.yaml", "--format", "github")
    assert result.exit_code == 2
    [line] = result.stdout.splitlines()
    assert line.startswith("::error file=tiny.yaml,line=3,col=5::")
    assert line.endswith("(unknown-field)")
    assert result.stderr == ""


def test_githubs_own_signs_are_escaped(project: Path) -> None:
    odd = project / "100%, or: so.yaml"
    odd.write_text("title:\n", "utf-8")
    result = swipewell("check", odd.name, "--format", "github")
    assert "file=100%25%2C or%3A so.yaml," in result.stdout


@pytest.mark.usefixtures("project")
def test_the_forms_agree() -> None:
    said = [
        swipewell("check", "tiny.yaml", *options).stdout
        for options in (["--json"], ["--format", "json"])
    ]
    assert said[0] == said[1]


def finding(line: str, column: int | None) -> Finding:
    where = Where("a.yaml", 7, column, "title")
    return Finding("code", Severity.WARNING, "message", "", where, quoted=line)


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("title: x", 8, "    7 | title: x", "      |        ^"),
        ("\ttitle: x", 2, "    7 | \ttitle: x", "      | \t^"),
        ("日本: x", 5, "    7 | 日本: x", "      |       ^"),
        ("e\u0301: x", 5, "    7 | e\u0301: x", "      |    ^"),
        ("ab  ", 5, "    7 | ab", "      |     ^"),
        ("a\x1b[31mb", 7, r"    7 | a\x1b[31mb", "      |          ^"),
    ],
)
def test_the_caret_stands_under_its_character(
    line: str, column: int, shown: str, caret: str
) -> None:
    assert quoted(finding(line, column), "a.yaml", colour=False).splitlines()[1:] == [shown, caret]


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "body: " + "so many words " * 40
    _, shown, caret = quoted(finding(line, 300), "a.yaml", colour=False).splitlines()
    assert len(shown) < 110
    assert shown[caret.index("^")] == line[299]


def test_a_finding_without_a_file_is_told_of_its_post() -> None:
    bare = Finding("no-region", Severity.WARNING, "No region is set.")
    assert quoted(bare, "a.yaml", colour=False) == "a.yaml: warning no-region: No region is set."


def test_a_message_cannot_steer_the_terminal() -> None:
    rude = Finding("x", Severity.ERROR, "a\x1b[2Jb\nc\x9b", "h\x07", Where("\x1b]0;t.yaml"))
    text = quoted(rude, "a.yaml", colour=False)
    assert text.splitlines() == [r"\x1b]0;t.yaml: error x: a\x1b[2Jb c\x9b", r"  hint: h\x07"]
