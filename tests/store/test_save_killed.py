"""What a killed run leaves, and how the next one mends it."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from store_cases import beside, expected, snapshot, version

from swipewell import store
from swipewell.export.artifact import Artifact
from swipewell.findings import RenderError
from swipewell.store import mend_folder, save_folder

OLD, NEW = version(1, slides=3), version(2, slides=2)
MINE = {"notes.txt": b"mine", "raw__a.txt": b"mine too"}
TOKEN, LATER = "0" * 24, "1" * 24


def put_files(folder: Path) -> None:
    """Put a person's files into a folder."""
    (folder / "notes.txt").write_bytes(b"mine")
    (folder / "raw").mkdir(exist_ok=True)
    (folder / "raw" / "a.txt").write_bytes(b"mine too")


def hidden(folder: Path, suffix: str, token: str = TOKEN) -> Path:
    """Return a hidden neighbour's name."""
    return folder.with_name(f".{folder.name}.{token}.swipewell-{suffix}")


def one_step_here(tmp_path: Path) -> bool:
    """Return whether this file system lets folders change places in one step."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    return store._exchanged(one, other)


# --- Every interrupted state, built by hand ---


def put(made: list[Artifact], path: Path) -> None:
    """Put a version where a killed run might have left it."""
    workshop = path.parent.parent / "workshop" / "post"
    save_folder(workshop, made)
    path.parent.mkdir(exist_ok=True)
    workshop.rename(path)


def half_written(folder: Path) -> None:
    """Build: killed while the new folder was being made."""
    put(OLD, folder)
    hidden(folder, "new").mkdir()
    (hidden(folder, "new") / "01.png").write_bytes(b"torn")


def between_the_renames(folder: Path) -> None:
    """Build: killed when the old folder had left and the new had not come."""
    put(NEW, hidden(folder, "new"))
    put(OLD, hidden(folder, "old"))


def after_the_renames(folder: Path) -> None:
    """Build: killed before the old folder was removed."""
    put(NEW, hidden(folder, "old"))
    put(OLD, folder)


def after_the_exchange(folder: Path) -> None:
    """Build: killed while the old folder, under the new one's hidden name, was being removed."""
    put(NEW, hidden(folder, "new"))
    (hidden(folder, "new") / "01.png").unlink()
    put(OLD, folder)


def killed_twice(folder: Path) -> None:
    """Build: an old folder that could not be removed, and a later one waiting to be put back."""
    put(NEW, hidden(folder, "old"))
    put(OLD, hidden(folder, "old", LATER))


def with_a_stale_lock(folder: Path) -> None:
    """Build: killed with the lock held."""
    put(OLD, folder)
    folder.with_name(f".{folder.name}.swipewell-lock").touch()


STATES = [
    half_written,
    between_the_renames,
    after_the_renames,
    after_the_exchange,
    killed_twice,
    with_a_stale_lock,
]


@pytest.mark.parametrize("build", STATES)
def test_mending_brings_back_a_whole_folder(folder: Path, build: Callable[[Path], None]) -> None:
    build(folder)
    assert beside(folder) != []
    assert mend_folder(folder) == ()
    assert snapshot(folder) == expected(OLD)
    assert beside(folder) == []


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("build", STATES)
def test_the_next_save_mends(folder: Path, build: Callable[[Path], None]) -> None:
    build(folder)
    assert save_folder(folder, NEW) == ()
    assert snapshot(folder) == expected(NEW)
    assert beside(folder) == []


def test_a_persons_files_survive_between_the_renames(folder: Path) -> None:
    between_the_renames(folder)
    put_files(hidden(folder, "old"))
    save_folder(folder, NEW)
    assert snapshot(folder) == expected(NEW, **MINE)


def test_a_killed_first_save_leaves_nothing_after_mending(folder: Path) -> None:
    hidden(folder, "new").mkdir(parents=True)
    mend_folder(folder)
    assert not folder.exists()
    assert beside(folder) == []


def test_only_our_own_neighbours_are_removed(folder: Path) -> None:
    save_folder(folder, OLD)
    strangers = [
        f".{folder.name}.b.{TOKEN}.swipewell-new",  # of another slug that starts like ours
        f".other.{TOKEN}.swipewell-old",
        f".{folder.name}.{TOKEN}x.swipewell-new",
        f".{folder.name}.swipewell-new",
        f"{folder.name}.{TOKEN}.swipewell-new",
        f".{folder.name}.{TOKEN}.swipewell-new.txt",
    ]
    for name in strangers:
        (folder.parent / name).mkdir()
    hidden(folder, "new").write_bytes(b"a file, so not ours")
    hidden(folder, "old").symlink_to(folder, target_is_directory=True)
    save_folder(folder, NEW)
    ours = [hidden(folder, "new").name, hidden(folder, "old").name]
    assert beside(folder) == sorted([*strangers, *ours])


# --- Killed before each single operation on files ---

pytest_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def in_child(action: Callable[[], None]) -> int:
    """Run the action in a forked process; return its wait status."""
    child = os.fork()
    if child == 0:
        try:
            action()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def at_operation(turn: int, happen: Callable[[], None], *kinds: str) -> None:
    """Let something happen in this process just before its turn-th operation on files."""
    seen = 0

    def watch(event: str, _: tuple[object, ...]) -> None:
        nonlocal seen
        if not event.startswith(kinds):
            return
        seen += 1
        if seen == turn:
            happen()

    sys.addaudithook(watch)


def die() -> None:
    """End this process as by a power cut."""
    os.kill(os.getpid(), signal.SIGKILL)


MAKING = ("open", "os.mkdir", "os.link", "os.rename", "os.chmod", "os.utime")


@pytest_fork
@pytest.mark.parametrize("old", [None, OLD], ids=["first-save", "replacing"])
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_killed_before_any_operation_it_is_the_old_folder_or_the_new(
    tmp_path: Path, way: str, old: list[Artifact] | None
) -> None:
    never_missing = way == "one-step" and one_step_here(tmp_path)
    mine = MINE if old else {}
    before, after = expected(old, **mine) if old else {}, expected(NEW, **mine)
    outcomes = []
    for turn in range(1, 500):
        folder = tmp_path / str(turn) / "post"
        if old:
            put(old, folder)
            put_files(folder)

        def run(folder: Path = folder, turn: int = turn) -> None:
            at_operation(turn, die, "open", "os.", "shutil.", "fcntl.", "ctypes.")
            save_folder(folder, NEW, durable=False)

        killed = os.WIFSIGNALED(in_child(run))
        if not never_missing:
            mend_folder(folder)
        outcomes.append(snapshot(folder))
        mend_folder(folder)
        assert snapshot(folder) == outcomes[-1]
        assert not folder.parent.exists() or beside(folder) == [], f"before operation {turn}"
        if not killed:
            break
    turned = outcomes.index(after)
    assert outcomes == [before] * turned + [after] * (len(outcomes) - turned)
    assert min(turned, len(outcomes) - turned) > 2


@pytest_fork
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_refused_any_one_operation_it_is_the_old_folder_or_the_new(
    tmp_path: Path, way: str
) -> None:
    del way

    def refuse() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    failures = 0
    for turn in range(1, 60):
        folder = tmp_path / str(turn) / "post"
        put(OLD, folder)
        put_files(folder)

        def run(folder: Path = folder, turn: int = turn) -> None:
            at_operation(turn, refuse, *MAKING)
            try:
                save_folder(folder, NEW)
            except RenderError:
                os._exit(3)

        code = os.waitstatus_to_exitcode(in_child(run))
        assert snapshot(folder) == expected(OLD if code else NEW, **MINE)
        assert beside(folder) == []
        failures += code == 3
    assert failures > 8


# --- Killed at any moment ---

LOOP = """
import sys
from pathlib import Path
from store_cases import version
from swipewell.store import save_folder
folder, first, second = Path(sys.argv[1]), version(1, 7, 400_000), version(2, 5, 600_000)
print("ready", flush=True)
while True:
    save_folder(folder, second)
    save_folder(folder, first)
"""


def looping(folder: Path, script: str = LOOP, *more: str) -> subprocess.Popen[str]:
    """Start a process that saves again and again; return it when it is about to begin."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(folder), *more],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_at_fifty_random_moments(folder: Path, tmp_path: Path) -> None:
    never_missing = one_step_here(tmp_path)
    first, second = version(1, 7, 400_000), version(2, 5, 600_000)
    whole = [expected(first, **MINE), expected(second, **MINE)]
    save_folder(folder, first)
    put_files(folder)
    begun = time.perf_counter()
    save_folder(folder, second)
    save_folder(folder, first)
    cycle = time.perf_counter() - begun
    chance, littered = random.Random(7), 0
    for number in range(50):
        process = looping(folder)
        time.sleep(chance.uniform(0, 1.5 * cycle))
        process.kill()
        process.communicate()
        littered += bool(beside(folder))
        if not never_missing:
            mend_folder(folder)
        assert snapshot(folder) in whole
        again = (second, first)[number % 2]
        save_folder(folder, again)
        assert snapshot(folder) == expected(again, **MINE)
        assert beside(folder) == []
    assert littered > 10, "the kills hit saves at work"


# --- Two at once ---

ROUNDS = """
import sys
from pathlib import Path
from store_cases import version
from swipewell.store import save_folder
made = version(int(sys.argv[2]), 4, 20_000)
print("ready", flush=True)
for _ in range(40):
    assert save_folder(Path(sys.argv[1]), made) == ()
"""


def test_two_processes_take_turns(folder: Path, tmp_path: Path) -> None:
    never_missing = one_step_here(tmp_path)
    save_folder(folder, OLD)
    put_files(folder)
    processes = [looping(folder, ROUNDS, seed) for seed in ("1", "2")]
    while any(process.poll() is None for process in processes):
        if never_missing:
            assert folder.is_dir()
        time.sleep(0.0005)
    assert [process.wait() for process in processes] == [0, 0]
    assert snapshot(folder) in [expected(version(seed, 4, 20_000), **MINE) for seed in (1, 2)]
    assert beside(folder) == []


def test_threads_take_turns(folder: Path, way: str) -> None:
    del way
    from concurrent.futures import ThreadPoolExecutor

    made = [version(seed, 3) for seed in range(4)]
    with ThreadPoolExecutor(4) as pool:
        for found in pool.map(lambda n: save_folder(folder, made[n % 4]), range(40)):
            assert found == ()
    assert snapshot(folder) in [expected(each) for each in made]
    assert json.loads((folder / "post.json").read_bytes())["outputs"]
    assert beside(folder) == []


def test_a_run_that_never_ends_is_not_waited_for_forever(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_folder(folder, OLD)
    monkeypatch.setattr(store, "_PATIENCE", 0.1)
    with store._locked(store._Place.of(folder).lock):
        with pytest.raises(RenderError, match="another run of Swipewell is still writing"):
            save_folder(folder, NEW)
        with pytest.raises(RenderError, match="another run of Swipewell is still writing"):
            mend_folder(folder)
    assert snapshot(folder) == expected(OLD)
    assert beside(folder) == []


@pytest.mark.skipif(sys.platform == "win32", reason="open files keep their names there")
def test_a_lock_on_a_file_that_is_gone_is_no_turn(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    first = store._acquired(lock)
    waiting = os.open(lock, os.O_RDWR)
    assert not store._holds(waiting, lock), "the first has its turn"
    store._release(first, lock)
    assert not store._holds(waiting, lock), "a third would make a new file and lock that"
    third = store._acquired(lock)
    assert not store._holds(waiting, lock)
    store._release(third, lock)
    os.close(waiting)
    assert not lock.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="open files keep their names there")
def test_the_lock_file_is_removed_before_the_next_can_lock_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, unlink, seen = tmp_path / "lock", os.unlink, []
    handle, waiting = store._acquired(lock), os.open(lock, os.O_RDWR)

    def watched(path: Path) -> None:
        seen.append(store._holds(waiting, path))
        unlink(path)

    monkeypatch.setattr(os, "unlink", watched)
    store._release(handle, lock)
    os.close(waiting)
    assert seen == [False]


def test_a_file_system_without_locks_is_no_failure(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def unknown(*_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unknown)
    assert save_folder(folder, OLD) == ()
    assert beside(folder) == []
