"""Many posts on the command line: the same bytes by any number of processes, in the order of inputs."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batch_cases import PROGRAM, TODAY, around, post, project, run, tree

from interrupts import hears_interrupts
from swipewell.batch.crew import Crew
from swipewell.cli.progress import Bar
from swipewell.cli.work import Result

MOMENTS = 50 if os.environ.get("CI") else 8
"""How often a run is killed."""

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of 24 posts, rendered by one process into ``out``."""
    folder = tmp_path_factory.mktemp("many")
    project(folder, 24)
    done = run("render", "posts", "-o", "out", "-j", "1", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "24 posts: 24 rendered\n")
    return folder


def test_two_processes_make_the_same_bytes_in_the_order_of_inputs(rendered: Path) -> None:
    done = run("render", "posts", "-o", "two", "-j", "2", "--json", cwd=rendered)
    said = json.loads(done.stdout)
    assert done.returncode == 0
    assert [post["slug"] for post in said["posts"]] == [f"p{number:02}" for number in range(24)]
    assert said["summary"]["rendered"] == 24
    assert tree(rendered / "two") == tree(rendered / "out")


def test_one_bad_post_stops_no_other(tmp_path: Path) -> None:
    inputs = project(tmp_path, 12)
    (inputs / "p04.yaml").write_text("title: [", "utf-8")
    (inputs / "p07.yaml").write_text(post(7).replace("part", "part \u10d0"), "utf-8")
    done = run("render", "posts", "-o", "out", "-j", "2", cwd=tmp_path)
    assert done.returncode == 2
    assert "12 posts: 10 rendered, 2 failed" in done.stderr
    assert "Traceback" not in done.stderr
    lines = [line.split()[:2] for line in done.stdout.splitlines()]
    assert [name for _, name in lines] == [f"posts/p{number:02}.yaml" for number in range(12)]
    assert [name for what, name in lines if what == "failed"] == [
        "posts/p04.yaml",
        "posts/p07.yaml",
    ]


def test_two_posts_with_one_slug_stop_all_before_anything_is_written(tmp_path: Path) -> None:
    inputs = project(tmp_path, 10)
    (inputs / "p03.yaml").write_text(post(3) + "slug: P05\n", "utf-8")
    done = run("render", "posts", "-o", "out", "-j", "2", cwd=tmp_path)
    assert done.returncode == 2
    assert "same-slug" in done.stderr
    assert not (tmp_path / "out").exists()


def whole(folder: Path) -> bool:
    outputs = json.loads((folder / "post.json").read_text("utf-8"))["outputs"]
    return {path.name for path in folder.iterdir()} == {*outputs, "post.json"}


@POSIX
def test_ctrl_c_in_a_terminal_leaves_whole_folders_and_130(tmp_path: Path) -> None:
    enough = 300  # whenever the interrupt comes on a busy machine, some are left to be made
    project(tmp_path, enough)
    with subprocess.Popen(
        [*PROGRAM, "render", "posts", "-o", "out", "-j", "2", *TODAY],
        cwd=tmp_path, env=around(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True, preexec_fn=hears_interrupts,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all of them
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Traceback" not in said
    folders = list((tmp_path / "out").iterdir())
    assert 0 < len(folders) < enough
    assert all(map(whole, folders))


@POSIX
def test_killed_at_any_moment_and_run_again_it_is_as_if_never_killed(
    rendered: Path, tmp_path: Path
) -> None:
    choose = random.Random(8)
    inputs, out = project(tmp_path, 24), tmp_path / "out"
    command = [*PROGRAM, "render", "posts", "-o", "out", "-j", "2", *TODAY]
    counts = [24]
    for _ in range(MOMENTS):
        if fresh := counts[-1] > 18:  # little is left to be interrupted
            shutil.rmtree(out, ignore_errors=True)
        with subprocess.Popen(
            command, cwd=tmp_path, env=around(tmp_path), stdout=subprocess.PIPE
        ) as running:
            assert running.stdout is not None
            for _ in range(choose.randint(1, 3)):  # a machine's pace is not always one
                running.stdout.readline()
            while fresh and len(list(out.glob("p*"))) < 2:
                time.sleep(0.005)
            time.sleep(choose.uniform(0, 0.06))
            running.kill()
        done = [path for path in out.iterdir() if not path.name.startswith(".")]
        counts.append(len(done))
        assert all(map(whole, done))
    assert sum(count < 24 for count in counts) > MOMENTS / 2, "it was killed in the middle"
    last = run("render", "posts", "-o", "out", "-j", "2", cwd=tmp_path)
    assert last.returncode == 0
    assert tree(tmp_path / "out") == tree(rendered / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        path.stem for path in sorted(inputs.glob("p*.yaml"))
    ]


def test_two_runs_at_once_do_each_other_no_harm(rendered: Path, tmp_path: Path) -> None:
    project(tmp_path, 24)
    command = [*PROGRAM, "render", "posts", "-o", "out", "-j", "1", "--force", *TODAY]
    both = [
        subprocess.Popen(command, cwd=tmp_path, env=around(tmp_path), stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [running.wait(timeout=120) for running in both] == [0, 0]
    assert tree(tmp_path / "out") == tree(rendered / "out")


@POSIX
def test_a_full_disk_is_told_for_each_post_and_leaves_the_old_ones(tmp_path: Path) -> None:
    inputs = project(tmp_path, 10)
    assert run("render", "posts", "-o", "out", "-j", "2", cwd=tmp_path).returncode == 0
    before = tree(tmp_path / "out")
    for number in range(10):
        (inputs / f"p{number:02}.yaml").write_text(post(number + 20), "utf-8")
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000));"
        "from swipewell.cli import main; main()"
    )  # no file may be larger than 9 kB: the system refuses to write on, as on a full disk
    done = subprocess.run(
        [sys.executable, "-c", code, "render", "posts", "-o", "out", "-j", "2", *TODAY],
        cwd=tmp_path, env=around(tmp_path), capture_output=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr.count("error write-failed") == 10
    assert "What was there before is untouched." in done.stderr
    assert tree(tmp_path / "out") == before
    assert all(map(whole, (tmp_path / "out").iterdir()))


def leave_at_three(item: int) -> int:
    """Square an item; three ends its process."""
    if item == 3:
        os._exit(9)
    return item * item


def test_a_process_that_dies_takes_only_its_own_post_with_it() -> None:
    with Crew(2) as crew:
        found = dict(crew.results(leave_at_three, range(20), lambda item: -item))
    assert found == {item: -3 if item == 3 else item * item for item in range(20)}


class Terminal:
    """A terminal that keeps what is written to it."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        """Do nothing."""


def test_the_bar_tells_posts_slides_a_second_and_the_time_left() -> None:
    bar = Bar(100, Terminal())  # type: ignore[arg-type]  # it writes and flushes
    slides = ({"file": "01.png", "kind": "cover", "alt": ""},) * 8
    begun = bar._begun
    for number in range(25):
        bar.step(Result(f"{number}.yaml", "rendered", slides=slides))
    assert bar.line(begun + 10) == (
        "━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 25 of 100 posts, 20 slides a second, 0:30 left"
    )


def test_the_bar_is_gone_while_others_write() -> None:
    screen = Terminal()
    bar = Bar(2, screen)  # type: ignore[arg-type]  # it writes and flushes
    bar.draw()
    assert "0 of 2 posts" in screen.text
    bar.step(Result("1.yaml", "rendered"))
    assert screen.text.endswith("\r\x1b[K")
    bar.step(Result("2.yaml", "rendered"))
    bar.draw()
    assert screen.text.endswith("\r\x1b[K"), "at the end there is none"
