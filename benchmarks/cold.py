"""The cold path: new processes, the CPU time they use and the memory they reach.

Bytecode is kept in a folder of its own, filled by a run that does not count, so that compiling is
never measured, wherever Python may write.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.stages import SlideTime

_ROOT = Path(__file__).resolve().parent.parent
_MAIN = "from swipewell.cli import main; main()"
_IMPORTS = "import PIL.Image, pydantic, typer"
_TWO_COMMANDS = '''
import typer
app = typer.Typer()

@app.command()
def render(post: str, out: str = "out") -> None:
    """Render a post."""

@app.command()
def check(post: str) -> None:
    """Check a post."""

app()
'''


@dataclass(frozen=True, slots=True)
class Process:
    """What a process used: CPU seconds of its own and of the system for it, and its peak in MB."""

    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Cold:
    """Medians of the processes by name."""

    processes: Mapping[str, Process]

    def ratio(self, one: str, other: str) -> float:
        """Return how many times the CPU of another process one process used."""
        return self.processes[one].cpu / self.processes[other].cpu


def cold(post: Path, runs: int) -> Cold:
    """Return what rendering a post and showing help use, beside the least they could."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "two.py").write_text(_TWO_COMMANDS, "utf-8")
        commands = {
            "render": ["-c", _MAIN, "render", str(post), "--force", "--out", str(folder / "out")],
            "imports": ["-c", _IMPORTS],
            "help": ["-c", _MAIN, "--help"],
            "typer help": [str(folder / "two.py"), "--help"],
        }
        runs_by_name: dict[str, list[Process]] = {key: [] for key in commands}
        for number in range(runs + 1):
            print(f"cold run {number} of {runs}", file=sys.stderr)
            for key, command in commands.items():
                process = _used([sys.executable, *command], _environment(folder))
                if number:
                    runs_by_name[key].append(process)
    return Cold({key: _median(found) for key, found in runs_by_name.items()})


def first(post: Path, form: str, runs: int) -> list[SlideTime]:
    """Return the slides' times of a post that is the first of its process, over some processes."""
    times: list[SlideTime] = []
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.first", str(post), form]
        for number in range(runs + 1):
            done = subprocess.run(
                command, env=_environment(Path(folder)), stdout=subprocess.PIPE, check=True
            )
            if number:
                times.extend(SlideTime(**entry) for entry in json.loads(done.stdout))
    return times


def _environment(folder: Path) -> dict[str, str]:
    """Return the environment of a child: this one's, with bytecode kept in a folder."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    paths = [str(_ROOT / "src"), str(_ROOT), kept.get("PYTHONPATH", "")]
    return kept | {
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
    }


def _used(command: Sequence[str], environment: Mapping[str, str]) -> Process:
    """Return what a command used; CalledProcessError where it fails."""
    child = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert child.stderr is not None
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command, stderr=said)
    unit = 1 if sys.platform == "darwin" else 1024
    return Process(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


def _median(found: Sequence[Process]) -> Process:
    return Process(
        statistics.median(p.cpu for p in found), statistics.median(p.peak for p in found)
    )
