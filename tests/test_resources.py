"""Bundled YAML: parsed once, and kept only as long as the file is the same."""

import os
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from swipewell.resources import bundled_yaml, resource_folder

TEXT = "sizes: {84: 92}\nnames: [a, b]\nresearched_on: 2026-03-31\n"
CONTENT = {"sizes": {84: 92}, "names": ["a", "b"], "researched_on": "2026-03-31"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    path = tmp_path / "theme.yaml"
    path.write_text(TEXT, "utf-8")
    return path


def kept(path: Path) -> Path:
    return Path(cache_from_source(f"{path}.py"))


def test_the_second_reading_parses_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bundled_yaml(file) == CONTENT
    assert kept(file).is_file()
    monkeypatch.setattr("swipewell.resources._parsed", lambda path: pytest.fail(f"parsed {path}"))
    assert bundled_yaml(file) == CONTENT


def test_a_changed_file_is_parsed_again(file: Path) -> None:
    bundled_yaml(file)
    file.write_text("other: 1\n", "utf-8")
    assert bundled_yaml(file) == {"other": 1}
    os.utime(file, (1, 1))
    assert bundled_yaml(file) == {"other": 1}


@pytest.mark.parametrize("damage", [b"", b"torn", None])
def test_a_damaged_copy_is_made_again(file: Path, damage: bytes | None) -> None:
    bundled_yaml(file)
    whole = kept(file).read_bytes()
    kept(file).write_bytes(whole[:20] if damage is None else damage)
    assert bundled_yaml(file) == CONTENT
    assert kept(file).read_bytes() == whole


def test_nothing_is_kept_where_python_keeps_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert bundled_yaml(file) == CONTENT
    assert not kept(file).exists()


def test_a_place_that_cannot_be_written_is_no_fault(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(file))  # a file, not a folder
    assert bundled_yaml(file) == CONTENT


def test_a_broken_install_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="install it again"):
        resource_folder("no such thing")
