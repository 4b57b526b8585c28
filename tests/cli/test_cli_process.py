"""The program as a process: what starting loads, interrupts, closed pipes, colours, encodings."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli_cases import TINY

from interrupts import hears_interrupts
from swipewell.cli import terminal

PROGRAM = [sys.executable, "-c", "from swipewell.cli import main; main()"]


def run(*args: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *args], capture_output=True, timeout=60, **options)  # type: ignore[call-overload, no-any-return]  # as given


def loaded(*args: str) -> set[str]:
    """Return the modules that a command imports, by Python's own protocol of imports."""
    command = [sys.executable, "-X", "importtime", *PROGRAM[1:], *args]
    done = subprocess.run(command, capture_output=True, timeout=60, encoding="utf-8")
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if "|" in line}


def test_help_loads_nothing_heavy() -> None:
    heavy = {"rich", "pydantic", "PIL", "PIL.Image", "yaml", "uharfbuzz", "regex", "asyncio"}
    assert heavy.isdisjoint(loaded("--help"))


def test_python_dash_m_is_the_program() -> None:
    done = subprocess.run([sys.executable, "-m", "swipewell", "--version"], capture_output=True)
    assert done.stdout == run("--version").stdout != b""


def test_rendering_never_loads_rich(project: Path) -> None:
    assert "rich" not in loaded("render", "tiny.yaml")
    assert (project / "out/tiny/03.png").exists()


def test_wrong_usage_never_loads_rich() -> None:
    assert {"rich", "PIL"}.isdisjoint(loaded("rendr"))


_ENOUGH = 300
"""So many posts that some are left to be made whenever an interrupt comes on a busy machine."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_an_interrupt_leaves_whole_folders_and_no_litter(project: Path) -> None:
    many = project / "many"
    many.mkdir()
    for number in range(_ENOUGH):
        (many / f"p{number:03}.yaml").write_text(TINY, "utf-8")
    with subprocess.Popen(
        [*PROGRAM, "render", "many"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hears_interrupts,
    ) as running:
        assert running.stdout is not None
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Traceback" not in said
    folders = list((project / "out").iterdir())
    assert 0 < len(folders) < _ENOUGH
    for folder in folders:
        outputs = json.loads((folder / "post.json").read_text("utf-8"))["outputs"]
        assert {path.name for path in folder.iterdir()} == {*outputs, "post.json"}


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe is closed otherwise there")
def test_a_closed_pipe_is_met_in_silence_and_the_work_done(project: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PROGRAM, "render", "tiny.yaml"], stdout=writing, stderr=subprocess.PIPE, timeout=60
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (project / "out/tiny/post.json").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_under_the_results_is_told_without_a_traceback() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*PROGRAM, "fonts"], stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 3
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_json_is_utf_8_whatever_the_terminal_speaks(project: Path) -> None:
    (project / "naïve.yaml").write_text(TINY.replace("no", "“no”"), "utf-8")
    plain = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = run("check", "naïve.yaml", "--json", env=plain)
    [post] = json.loads(done.stdout.decode("utf-8"))["posts"]
    assert post["slug"] == "naïve"
    human = run("check", "naïve.yaml", env=plain)
    assert rb"na\xefve.yaml" in human.stdout


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_colours_only_on_a_terminal_that_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert terminal.has_colour(Screen())
    assert not terminal.has_colour(io.StringIO())
    assert not terminal.has_colour(None)
    monkeypatch.setenv("TERM", "dumb")
    assert not terminal.has_colour(Screen())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not terminal.has_colour(Screen())


def test_a_style_is_nothing_without_colours() -> None:
    assert terminal.styled("error", "error", False) == "error"
    assert terminal.styled("error", "error", True) == "\x1b[1;31merror\x1b[0m"
