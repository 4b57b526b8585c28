"""What a save leaves when the system says no: the old folder, no litter, plain words."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from store_cases import artifacts, beside, expected, snapshot, version

from swipewell import store
from swipewell.findings import RenderError, Severity
from swipewell.store import mend_folder, save_folder

OLD, NEW = version(1, slides=3), version(2, slides=2)
FULL = OSError(errno.ENOSPC, "No space left on device")


def saved_before(folder: Path) -> dict[str, str]:
    """Save the old version with a person's files, and return its snapshot."""
    save_folder(folder, OLD)
    (folder / "notes.txt").write_bytes(b"mine")
    (folder / "raw").mkdir()
    (folder / "raw" / "a.txt").write_bytes(b"mine too")
    return snapshot(folder)


def fails_at(turn: int, call: Callable[..., object]) -> Callable[..., object]:
    """Return the call so that its turn-th use, and all after, find the disk full."""
    uses = iter(range(1, 10_000))

    def wrapped(*given: object, **named: object) -> object:
        if next(uses) >= turn:
            raise OSError(*FULL.args)
        return call(*given, **named)

    return wrapped


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    ("what", "turn"),
    [("mkdir", 1), ("mkdir", 2), ("open", 1), ("open", 4), ("fsync", 1), ("fsync", 4)],
)
def test_a_full_disk_leaves_the_old_folder_and_no_litter(
    folder: Path, monkeypatch: pytest.MonkeyPatch, what: str, turn: int
) -> None:
    before = saved_before(folder)
    with monkeypatch.context() as patch:
        if what == "open":
            patch.setattr(store, "open", fails_at(turn, open), raising=False)
        else:
            patch.setattr(os, what, fails_at(turn, getattr(os, what)))
        with pytest.raises(RenderError) as caught:
            save_folder(folder, NEW)
    (finding,) = caught.value.findings
    assert (finding.code, finding.severity) == ("write-failed", Severity.ERROR)
    assert "No space left on device" in finding.message
    assert "Free some space" in finding.hint
    assert str(folder) in finding.message
    assert "swipewell-new" not in finding.message
    assert caught.value.exit_code == 3
    assert snapshot(folder) == before
    assert beside(folder) == []


def test_a_first_save_that_fails_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fails_at(2, os.fsync))
    with pytest.raises(RenderError):
        save_folder(folder, OLD)
    assert not folder.exists()
    assert beside(folder) == []


@pytest.mark.skipif(sys.platform != "linux", reason="limits of file size are POSIX")
def test_a_write_that_the_system_cuts_short(folder: Path) -> None:
    before = saved_before(folder)
    script = """
        import resource, sys
        from pathlib import Path
        from store_cases import version
        from swipewell.findings import RenderError
        from swipewell.store import save_folder
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
        try:
            save_folder(Path(sys.argv[1]), version(3, slides=2, size=200_000))
        except RenderError as problem:
            print(problem)
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(folder)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout.strip() == f"{folder / '01.png'} could not be written: File too large."
    assert snapshot(folder) == before
    assert beside(folder) == []


@pytest.mark.parametrize("turn", [1, 2])
def test_a_rename_that_fails_puts_the_old_folder_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, turn: int
) -> None:
    before = saved_before(folder)
    monkeypatch.setattr(store, "_exchanged", lambda *_: False)
    rename, uses = os.rename, iter(range(1, 100))

    def once(*given: Path) -> None:
        if next(uses) == turn:
            raise PermissionError(errno.EACCES, "Access is denied", str(given[0]))
        rename(*given)

    monkeypatch.setattr(os, "rename", once)
    with pytest.raises(RenderError, match="Access is denied"):
        save_folder(folder, NEW)
    assert snapshot(folder) == before
    assert beside(folder) == []


def test_an_old_folder_that_cannot_be_put_back_is_not_removed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved_before(folder)
    with monkeypatch.context() as patch:
        patch.setattr(store, "_exchanged", lambda *_: False)
        patch.setattr(os, "rename", fails_at(2, os.rename))
        with pytest.raises(RenderError):
            save_folder(folder, NEW)
    assert not folder.exists()
    assert mend_folder(folder) == ()
    assert snapshot(folder) == before
    assert beside(folder) == []


@pytest.mark.usefixtures("way")
def test_ctrl_c_leaves_the_old_folder_and_no_litter(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved_before(folder)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "_put", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save_folder(folder, NEW)
    assert snapshot(folder) == before
    assert beside(folder) == []


def test_a_disk_that_does_not_confirm_the_exchange_is_a_warning(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_folder(folder, OLD)
    flushes = len(NEW) + 1  # the files, and the new folder
    monkeypatch.setattr(os, "fsync", fails_at(flushes + 1, os.fsync))
    (finding,) = save_folder(folder, NEW)
    assert (finding.code, finding.severity) == ("write-unsure", Severity.WARNING)
    assert snapshot(folder) == expected(NEW)
    assert beside(folder) == []


def test_a_file_system_that_knows_no_flushing_is_no_failure(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", unknown)
    assert save_folder(folder, OLD) == ()


def test_what_cannot_be_removed_is_said_and_removed_next_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_folder(folder, OLD)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        (finding,) = save_folder(folder, NEW)
    assert (finding.code, finding.severity) == ("folder-left-over", Severity.INFO)
    assert snapshot(folder) == expected(NEW)
    assert len(beside(folder)) == 1
    assert mend_folder(folder) == ()
    assert beside(folder) == []


# --- Things in the way ---


def test_a_file_in_the_folders_place_is_refused(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_bytes(b"mine")
    with pytest.raises(RenderError) as caught:
        save_folder(folder, NEW)
    (finding,) = caught.value.findings
    assert finding.message == f"{folder} could not be written: there is a file of this name."
    assert "Move that file away" in finding.hint
    assert folder.read_bytes() == b"mine"
    assert beside(folder) == []


def test_a_file_in_the_parents_place_is_named(folder: Path) -> None:
    folder.parent.write_bytes(b"mine")
    with pytest.raises(RenderError) as caught:
        save_folder(folder, NEW)
    assert caught.value.findings[0].where.file == str(folder.parent)


@pytest.mark.skipif(os.name == "nt", reason="making links takes a privilege there")
def test_a_link_that_bites_its_tail_is_refused(folder: Path) -> None:
    folder.parent.mkdir()
    folder.symlink_to(folder.name)
    with pytest.raises(RenderError):
        save_folder(folder, NEW)
    assert beside(folder) == []


def test_a_name_too_long_for_the_file_system_is_named(folder: Path) -> None:
    before = saved_before(folder)
    with pytest.raises(RenderError) as caught:
        save_folder(folder, artifacts({"x" * 300: b""}))
    assert caught.value.findings[0].where.file == str(folder / ("x" * 300))
    assert snapshot(folder) == before
    assert beside(folder) == []


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_that_must_not_be_written(folder: Path) -> None:
    before = saved_before(folder)
    folder.parent.chmod(0o555)
    try:
        with pytest.raises(RenderError, match="Permission denied"):
            save_folder(folder, NEW)
    finally:
        folder.parent.chmod(0o755)
    assert snapshot(folder) == before
    assert beside(folder) == []


# --- Windows, as far as it can be played elsewhere ---


@pytest.mark.parametrize(("refusals", "arrives"), [(0, True), (5, True), (1000, False)])
def test_a_refusal_that_passes_is_waited_for_on_windows(
    monkeypatch: pytest.MonkeyPatch, refusals: int, arrives: bool
) -> None:
    left = iter(range(refusals))

    def scanned() -> str:
        if next(left, None) is not None:
            raise PermissionError(errno.EACCES, "Access is denied")
        return "done"

    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        patch.setattr(time, "sleep", lambda _: None)
        try:
            result = store._insist(scanned)
        except PermissionError:
            result = "refused"
    assert result == ("done" if arrives else "refused")


def test_a_protected_file_is_not_linked_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(b"mine")
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        patch.setattr(os, "access", lambda *_: False)
        linked = store._linked(source, target)
    assert not linked
    assert not target.exists()
