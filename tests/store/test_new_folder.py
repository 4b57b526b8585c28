"""A new folder is written whole, or nothing is; what is there already is never touched."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import swipewell as sw
from swipewell import store
from swipewell.store import new_folder

NAMES = st.from_regex(r"[a-z]{1,3}(/[a-z]{4,6}){0,2}", fullmatch=True)


@given(st.dictionaries(NAMES, st.binary(max_size=9), min_size=1, max_size=5))
def test_every_file_is_there_with_its_bytes(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    kept = {
        name: data
        for name, data in files.items()
        if not any(o.startswith(f"{name}/") for o in files)
    }
    folder = tmp_path_factory.mktemp("new") / "deep" / "mine"
    new_folder(folder, kept, durable=False)
    found = {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }
    assert found == kept
    assert [one.name for one in folder.parent.iterdir()] == ["mine"]


@pytest.mark.parametrize("what", ["folder", "file", "dangling link"])
def test_what_is_there_stays(tmp_path: Path, what: str) -> None:
    mine = tmp_path / "mine"
    match what:
        case "folder":
            mine.mkdir()
        case "file":
            mine.write_text("Mine")
        case _:
            mine.symlink_to(tmp_path / "nowhere")
    with pytest.raises(sw.RenderError) as refused:
        new_folder(mine, {"a": b"b"})
    assert "something is there already" in refused.value.findings[0].message
    assert [one.name for one in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("failing", ["write", "rename"])
def test_a_failure_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if failing == "write":
        calls = iter([store._write, full])
        monkeypatch.setattr(store, "_write", lambda *a, **k: next(calls)(*a, **k))
    else:
        monkeypatch.setattr(os, "rename", full)
    with pytest.raises(sw.RenderError) as refused:
        new_folder(tmp_path / "mine", {"a": b"a", "b": b"b"})
    assert "Free some space" in refused.value.findings[0].hint
    assert list(tmp_path.iterdir()) == []
