"""Help, versions, usage, and the commands that look things up."""

from __future__ import annotations

import json
import re

import pytest
from cli_cases import swipewell

from swipewell import __version__
from swipewell.reading.theme import theme_names

COMMANDS = [
    [],
    ["render"],
    ["check"],
    ["themes"],
    ["themes", "show"],
    ["themes", "eject"],
    ["fonts"],
    ["helplines"],
    ["schema"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(command: list[str]) -> None:
    result = swipewell(*command, "--help")
    assert result.exit_code == 0
    assert re.search(rf"Example:\n +swipewell {' '.join(command)}", result.stdout)
    assert swipewell(*command, "-h").stdout == result.stdout


def test_the_version() -> None:
    assert swipewell("--version").stdout == f"swipewell {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rendr", "x.yaml"], "'render'"),
        (["render", "x.yaml", "--frce"], "--force"),
        (["render"], "Missing argument 'PATH'"),
        (["render", "x.yaml", "--format", "gif"], "Choose from png, jpeg"),
        (["render", "x.yaml", "--format", ""], "Choose from png, jpeg"),
        (["check", "x.yaml", "--format", "xml"], "'github'"),
        (["schema", "posts"], "'post'"),
        (["themes", "show", "linnen"], "Did you mean `linen`?"),
    ],
)
def test_wrong_usage_is_told_with_what_was_meant(arguments: list[str], said: str) -> None:
    result = swipewell(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.startswith("Usage: ")


@pytest.mark.parametrize("text", ["2026-1-1", "20260101", "2026-02-30", "2026-W01-1", "soon", ""])
def test_a_day_that_is_none_is_wrong_usage(text: str) -> None:
    result = swipewell("check", "x.yaml", "--today", text, today=None)
    assert result.exit_code == 2
    assert "--today" in result.stderr


def test_themes_are_listed_and_shown() -> None:
    listed = swipewell("themes").stdout
    assert all(f"{name}: " in listed for name in theme_names())
    shown = swipewell("themes", "show", "linen").stdout
    assert "linen: a letter from someone wise" in shown
    assert re.search(r"paper +#[0-9a-f]{6}\n", shown)
    assert re.search(r"heading +Fraunces", shown)
    assert "cover" in shown


def test_fonts_are_listed() -> None:
    lines = swipewell("fonts").stdout.splitlines()
    assert lines[0].split() == ["family", "weights", "role", "licence", "version"]
    assert any(re.match(r"Fraunces +300i 400i 500i +text +OFL-1.1 +1.000", line) for line in lines)


def schema(what: str) -> dict[str, object]:
    result = swipewell("schema", what)
    assert result.exit_code == 0
    return json.loads(result.stdout)  # type: ignore[no-any-return]  # a JSON object


@pytest.mark.parametrize("what", ["post", "translation", "brand", "theme"])
def test_a_schema_says_what_it_is(what: str) -> None:
    made = schema(what)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["title"] == f"Swipewell {what}"
    assert made["description"]


@pytest.mark.parametrize("what", ["post", "translation", "brand"])
def test_every_field_of_a_file_has_a_hint(what: str) -> None:
    fields = schema(what)["properties"]
    assert isinstance(fields, dict)
    assert [name for name, field in fields.items() if "description" not in field] == []


def test_a_schema_takes_plain_items_and_slides_without_a_kind() -> None:
    parts = schema("post")["$defs"]
    assert isinstance(parts, dict)
    assert [one["type"] for one in parts["Item"]["anyOf"]] == ["string", "object"]
    required = {name: "kind" in part.get("required", ()) for name, part in parts.items()}
    kinds = {name for name, part in parts.items() if "kind" in part.get("properties", {})}
    assert "Tip" in kinds
    assert all(required[name] == (name != "Tip") for name in kinds), "one kind alone may fit"


def test_a_themes_schema_lets_its_file_leave_to_the_base_what_it_will() -> None:
    made = schema("theme")
    assert "required" not in made
    assert isinstance(made["properties"], dict)
    assert {"name", "layouts"}.isdisjoint(made["properties"])
