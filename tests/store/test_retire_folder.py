"""A post's folder that is no longer wanted goes; what a person has put there stays."""

from __future__ import annotations

import json
from pathlib import Path

from swipewell.export.artifact import Artifact
from swipewell.store import retire_folder, save_folder


def saved(folder: Path, *names: str) -> Path:
    files = [Artifact(name, name.encode()) for name in names]
    manifest = json.dumps({"outputs": {file.name: file.sha256 for file in files}})
    save_folder(folder, [*files, Artifact("post.json", manifest.encode())])
    return folder


def test_all_that_is_ours_goes(tmp_path: Path) -> None:
    retire_folder(saved(tmp_path / "rest", "01.png", "caption.txt"))
    assert list(tmp_path.iterdir()) == []


def test_what_a_person_has_put_there_stays(tmp_path: Path) -> None:
    folder = saved(tmp_path / "rest", "01.png")
    (folder / "note.txt").write_text("mine", "utf-8")
    retire_folder(folder)
    assert {path.name for path in folder.iterdir()} == {"note.txt"}


def test_a_manifest_that_somebody_edited_leads_nowhere_else(tmp_path: Path) -> None:
    folder = saved(tmp_path / "rest", "01.png")
    (tmp_path / "other.txt").write_text("mine", "utf-8")
    (folder / "post.json").write_text(json.dumps({"outputs": {"../other.txt": ""}}), "utf-8")
    retire_folder(folder)
    assert (tmp_path / "other.txt").read_text("utf-8") == "mine"
    assert {path.name for path in folder.iterdir()} == {"01.png"}


def test_a_manifest_of_another_name_carries_folders_over(tmp_path: Path) -> None:
    week = tmp_path / "2026-W48"
    saved(week / "mon-0900-rest", "01.png")
    for text in (b"one", b"two"):
        listed = Artifact("schedule.csv", text)
        manifest = json.dumps({"outputs": {listed.name: listed.sha256}}).encode()
        save_folder(week, [listed, Artifact("week.json", manifest)], manifest="week.json")
    assert (week / "schedule.csv").read_bytes() == b"two"
    assert (week / "mon-0900-rest" / "01.png").read_bytes() == b"01.png"
    assert {path.name for path in week.iterdir()} == {"mon-0900-rest", "schedule.csv", "week.json"}
