"""What a save makes of a folder when nothing goes wrong."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from store_cases import artifacts, beside, expected, snapshot, version

from swipewell import store
from swipewell.export.artifact import Artifact
from swipewell.findings import Severity
from swipewell.store import mend_folder, read_manifest, save_folder

pytestmark = pytest.mark.usefixtures("way")
OLD, NEW = version(1, slides=3), version(2, slides=2)

# --- Replacing ---


@pytest.mark.parametrize("durable", [True, False])
def test_a_first_save_makes_the_folder_and_its_parents(folder: Path, durable: bool) -> None:
    assert save_folder(folder, OLD, durable=durable) == ()
    assert snapshot(folder) == expected(OLD)
    assert beside(folder) == []


def test_a_second_save_leaves_nothing_of_the_first(folder: Path) -> None:
    save_folder(folder, OLD)
    assert save_folder(folder, NEW) == ()
    assert snapshot(folder) == expected(NEW)
    assert beside(folder) == []


@pytest.mark.parametrize("slug", ["a.b", "ก" * 80, "x" * 255, "with space", "[a-z]*", "-n"])
def test_any_slug_will_do(tmp_path: Path, slug: str) -> None:
    folder = tmp_path / slug
    for made in (OLD, NEW):
        save_folder(folder, made)
        assert snapshot(folder) == expected(made)
        assert beside(folder) == []


def test_an_empty_folder_is_filled(folder: Path) -> None:
    folder.mkdir(parents=True)
    save_folder(folder, NEW)
    assert snapshot(folder) == expected(NEW)


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX")
def test_the_mode_of_the_folder_stays(folder: Path) -> None:
    save_folder(folder, OLD)
    folder.chmod(0o750)
    save_folder(folder, NEW)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o750


def test_a_symlinked_folder_stays_a_link_and_its_target_is_replaced(tmp_path: Path) -> None:
    real, link = tmp_path / "disk" / "real", tmp_path / "out" / "link"
    save_folder(real, OLD)
    link.parent.mkdir()
    link.symlink_to(real, target_is_directory=True)
    save_folder(link, NEW)
    assert link.is_symlink()
    assert snapshot(real) == expected(NEW)
    assert beside(real) == beside(link) == []


def test_a_relative_path_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    save_folder(Path("post"), OLD)
    assert snapshot(tmp_path / "post") == expected(OLD)


@pytest.mark.skipif(os.name == "nt", reason="folders are not flushed there")
def test_each_file_and_folder_is_flushed_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    sync = os.fsync

    def count(handle: int) -> None:
        flushed.append(os.fstat(handle).st_ino)
        sync(handle)

    save_folder(folder, OLD)
    (folder / "notes.txt").write_bytes(b"mine")
    monkeypatch.setattr(os, "fsync", count)
    save_folder(folder, NEW)
    ours = [(folder / artifact.name).stat().st_ino for artifact in NEW]
    assert sorted(flushed) == sorted([*ours, folder.stat().st_ino, folder.parent.stat().st_ino])
    flushed.clear()
    save_folder(folder, NEW, durable=False)
    assert flushed == []


# --- A person's files ---


def test_a_persons_files_are_carried_over(folder: Path) -> None:
    save_folder(folder, OLD)
    (folder / "notes.txt").write_bytes(b"mine")
    (folder / ".hidden").write_bytes(b"h")
    (folder / "raw" / "deep").mkdir(parents=True)
    (folder / "raw" / "deep" / "01.png").write_bytes(b"same name, but mine")
    (folder / "empty").mkdir()
    for made in (NEW, OLD):
        assert save_folder(folder, made) == ()
        mine = {"notes.txt": b"mine", ".hidden": b"h", "raw__deep__01.png": b"same name, but mine"}
        assert snapshot(folder) == expected(made, **mine)
        assert (folder / "empty").is_dir()
        assert beside(folder) == []


def test_a_carried_file_is_the_same_file(folder: Path) -> None:
    save_folder(folder, OLD)
    notes = folder / "notes.txt"
    notes.write_bytes(b"mine")
    before = notes.stat()
    save_folder(folder, NEW)
    assert os.path.samestat(before, notes.stat())
    assert notes.stat().st_nlink == 1


def test_without_hard_links_files_are_copied_with_times_and_mode(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    save_folder(folder, OLD)
    (folder / "raw").mkdir()
    for path in (folder / "notes.txt", folder / "raw" / "video.mov"):
        path.write_bytes(b"mine")
        path.chmod(0o400)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    monkeypatch.setattr(os, "link", refuse)
    save_folder(folder, NEW)
    assert snapshot(folder) == expected(NEW, **{"notes.txt": b"mine", "raw__video.mov": b"mine"})
    for path in (folder / "notes.txt", folder / "raw" / "video.mov"):
        assert path.stat().st_mtime == 1_000_000_000
        assert not path.stat().st_mode & stat.S_IWUSR


@pytest.mark.skipif(os.name == "nt", reason="making links takes a privilege there")
def test_links_are_carried_as_links_even_broken_ones(folder: Path) -> None:
    save_folder(folder, OLD)
    links = {"broken": "nowhere", "up": "../elsewhere", "slide": "01.png", "to-folder": "."}
    for name, target in links.items():
        (folder / name).symlink_to(target)
    save_folder(folder, NEW)
    assert {name: os.readlink(folder / name) for name in links} == links


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX")
def test_a_write_protected_sub_folder_is_carried_and_leaves_no_litter(folder: Path) -> None:
    save_folder(folder, OLD)
    (folder / "raw").mkdir()
    (folder / "raw" / "a.txt").write_bytes(b"mine")
    (folder / "raw").chmod(0o555)
    try:
        assert save_folder(folder, NEW) == ()
        assert stat.S_IMODE((folder / "raw").stat().st_mode) == 0o555
        assert stat.S_IMODE((folder / "raw" / "a.txt").stat().st_mode) & 0o111 == 0
        assert beside(folder) == []
    finally:
        (folder / "raw").chmod(0o755)


def test_a_folder_with_the_name_of_an_output_is_a_persons(folder: Path) -> None:
    save_folder(folder, OLD)
    (folder / "03.png").unlink()
    (folder / "03.png").mkdir()
    (folder / "03.png" / "a.txt").write_bytes(b"mine")
    save_folder(folder, NEW)
    assert snapshot(folder) == expected(NEW, **{"03.png__a.txt": b"mine"})


# --- Collisions ---


def test_a_file_in_the_way_is_kept_beside_with_a_warning(folder: Path) -> None:
    save_folder(folder, OLD)
    (folder / "only-2.pdf").write_bytes(b"mine")
    (finding,) = save_folder(folder, NEW)
    assert (finding.code, finding.severity) == ("file-kept-aside", Severity.WARNING)
    assert finding.where.file == str(folder / "only-2.kept.pdf")
    assert "only-2.pdf" in finding.message
    assert snapshot(folder) == expected(NEW, **{"only-2.kept.pdf": b"mine"})
    assert save_folder(folder, NEW) == (), "from then on it is in nobody's way"
    assert snapshot(folder) == expected(NEW, **{"only-2.kept.pdf": b"mine"})


def test_a_folder_in_the_way_is_kept_beside(folder: Path) -> None:
    save_folder(folder, OLD)
    (folder / "only-2.pdf").mkdir()
    (folder / "only-2.pdf" / "a.txt").write_bytes(b"mine")
    (finding,) = save_folder(folder, NEW)
    assert finding.code == "file-kept-aside"
    assert snapshot(folder) == expected(NEW, **{"only-2.kept.pdf__a.txt": b"mine"})


def test_the_same_bytes_in_the_way_are_no_loss(folder: Path) -> None:
    save_folder(folder, OLD)
    (folder / "only-2.pdf").write_bytes(b"%PDF")
    assert save_folder(folder, NEW) == ()
    assert snapshot(folder) == expected(NEW)


@pytest.mark.parametrize("name", ["README", "a.tar.gz", ".env"])
def test_kept_names_do_not_meet_each_other(folder: Path, name: str) -> None:
    stem, suffix = os.path.splitext(name)
    kept, again = f"{stem}.kept{suffix}", f"{stem}.kept-2{suffix}"
    save_folder(folder, OLD)
    (folder / name).write_bytes(b"mine")
    (folder / kept).write_bytes(b"kept before")
    made = artifacts({name: b"ours"})
    save_folder(folder, made)
    assert snapshot(folder) == expected(made, **{kept: b"kept before", again: b"mine"})


@pytest.mark.parametrize(
    "damage", [None, b"", b"{", b"[1]", b'{"outputs"', b'{"title": "mine"}', b'{"outputs": []}']
)
def test_without_a_sound_manifest_every_file_is_a_persons(
    folder: Path, damage: bytes | None
) -> None:
    save_folder(folder, OLD)
    manifest = folder / "post.json"
    manifest.unlink() if damage is None else manifest.write_bytes(damage)
    findings = save_folder(folder, NEW)
    old = {artifact.name: artifact.data for artifact in OLD}
    mine = {
        "01.kept.png": old["01.png"],
        "02.kept.png": old["02.png"],
        "03.png": old["03.png"],
        "caption.kept.txt": old["caption.txt"],
        "only-1.pdf": old["only-1.pdf"],
    }
    if damage is not None:
        mine["post.kept.json"] = damage
    assert snapshot(folder) == expected(NEW, **mine)
    assert len(findings) == sum(".kept" in name for name in mine)


# --- The manifest ---


def test_the_manifest_can_be_read(folder: Path) -> None:
    assert read_manifest(folder) is None
    save_folder(folder, OLD)
    manifest = read_manifest(folder)
    assert manifest is not None
    assert set(manifest) == {"outputs"}


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[]", b"7", b"{", b"[" * 100_000])
def test_what_does_not_parse_is_no_manifest(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "post.json").write_bytes(data)
    assert read_manifest(tmp_path) is None


# --- Rules for artifacts ---


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "../a", "a\\b", "c:a", "/etc/passwd", "a\0"]
)
def test_names_are_plain_file_names(folder: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain file name"):
        save_folder(folder, artifacts({name: b""}))
    assert not folder.parent.exists()


def test_names_are_distinct_on_every_file_system(folder: Path) -> None:
    with pytest.raises(ValueError, match="one name"):
        save_folder(folder, artifacts({"a.png": b"", "A.PNG": b""}))


@pytest.mark.parametrize("manifest", [[], [Artifact("post.json", b"{}")]])
def test_there_is_a_manifest(folder: Path, manifest: list[Artifact]) -> None:
    with pytest.raises(ValueError, match=r"needs a post\.json"):
        save_folder(folder, [Artifact("01.png", b""), *manifest])


def test_the_manifest_names_every_output(folder: Path) -> None:
    with pytest.raises(ValueError, match=r"does not name under outputs: sheet\.png"):
        save_folder(folder, [*OLD, Artifact("sheet.png", b"")])


# --- What it costs ---


def test_ctypes_is_loaded_only_where_there_is_an_old_folder(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from store_cases import version\n"
        "from swipewell.store import save_folder\n"
        "for number in range(2):\n"
        "    save_folder(Path(sys.argv[1]), version(1, 1)); print('ctypes' in sys.modules)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout.split() == ["False", "True"]


def test_without_ctypes_two_renames_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_folder(folder, OLD)
    monkeypatch.setitem(sys.modules, "ctypes", None)
    save_folder(folder, NEW)
    assert snapshot(folder) == expected(NEW)
    assert beside(folder) == []


def test_mending_a_sound_folder_takes_no_lock(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_folder(folder, OLD)
    monkeypatch.setattr(store, "_acquired", lambda _: pytest.fail("locked"))
    assert mend_folder(folder) == ()
    assert mend_folder(folder.parent / "never" / "made") == ()
