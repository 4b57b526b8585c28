"""What the tests of the command line share: a tiny post, a way to run the program, and its shape."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from swipewell.cli import app

TINY = """\
title: A kinder no
slides:
  - title: Pause first
"""
BRAND = "name: Alma Counselling\nregion: US\n"
TODAY = "2026-12-01"
"""A day on which no helpline of the registry is old."""

FIELDS_OF_FINDING = {
    "code": str,
    "severity": str,
    "message": str,
    "hint": str,
    "file": str | None,
    "line": int | None,
    "column": int | None,
    "field": str | None,
    "slide": int | None,
}
FIELDS_OF_POST = {
    "path": str,
    "slug": str | None,
    "language": str | None,
    "translation_of": str | None,
    "status": str,
    "out": str | None,
    "slides": list,
    "findings": list,
}
FIELDS_OF_SLIDE = {"file": str | None, "kind": str, "alt": str}


def swipewell(*args: str | Path, text: str | None = None, today: str | None = TODAY) -> Result:
    """Run the program in this process, on a day of its own."""
    dated = ["--today", today] if today and str(args[0]) in ("render", "check") else []
    return CliRunner().invoke(app(), [*map(str, args), *dated], input=text)


def told(result: Result) -> dict[str, Any]:
    """Return the object that `--json` printed, once its shape has been looked at."""
    said = json.loads(result.stdout)
    assert set(said) == {"version", "posts", "summary"}
    assert isinstance(said["version"], str)
    for post in said["posts"]:
        _has_fields(post, FIELDS_OF_POST)
        assert post["status"] in ("rendered", "unchanged", "failed", "checked")
        for slide in post["slides"]:
            _has_fields(slide, FIELDS_OF_SLIDE)
        for finding in post["findings"]:
            _has_fields(finding, FIELDS_OF_FINDING)
            assert finding["severity"] in ("error", "warning", "info")
    assert said["summary"]["posts"] == len(said["posts"])
    assert said["summary"]["exit_code"] == result.exit_code
    return said  # type: ignore[no-any-return]  # a JSON object


def one(result: Result) -> dict[str, Any]:
    """Return the only post of what `--json` printed."""
    [post] = told(result)["posts"]
    return post  # type: ignore[no-any-return]  # a JSON object


def codes(post: dict[str, Any]) -> list[str]:
    """Return the codes of a post's findings."""
    return [finding["code"] for finding in post["findings"]]


def _has_fields(entry: dict[str, Any], fields: dict[str, Any]) -> None:
    assert list(entry) == list(fields)
    for name, kind in fields.items():
        assert isinstance(entry[name], kind), (name, entry[name])
