"""The recipes of docs/batch.md do what they say, as far as a machine by itself can show it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from batch_cases import around, project

PAGE = Path(__file__).resolve().parents[2] / "docs" / "batch.md"
FENCE = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a recipe for a POSIX shell")


def recipe(file: str) -> str:
    return dict(FENCE.findall(PAGE.read_text("utf-8")))[file]


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    """A practice's folder with posts, and a `swipewell` to be found by shells."""
    project(tmp_path, 2)
    program = tmp_path / "bin" / "swipewell"
    program.parent.mkdir()
    code = "from swipewell.cli import main; main()"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{code}" "$@"\n', "utf-8")
    program.chmod(0o755)
    return tmp_path


def shell(line: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    env = around(folder, PATH=f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", **more)
    return subprocess.run(
        line, shell=True, cwd=folder, env=env, capture_output=True, text=True, timeout=60
    )


def slides(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


@POSIX
def test_cron_runs_it_every_night(practice: Path) -> None:
    line = recipe("crontab").splitlines()[-1]
    *when, command = line.split(None, 5)
    assert all(re.fullmatch(r"\*|\d+", part) for part in when)
    done = shell(command, practice, HOME=str(practice.parent))
    assert done.returncode != 0, "there is no folder `practice` yet"
    home = practice / "home"
    shutil.copytree(practice / "posts", home / "practice" / "posts")
    done = shell(command, practice, HOME=str(home))
    assert (done.returncode, done.stdout) == (0, "")
    assert slides(home / "practice" / "out") == ["p00", "p01"]
    assert "rendered  posts/p00.yaml" in (home / "practice" / "render.log").read_text("utf-8")


@POSIX
def test_the_workflow_checks_and_renders(practice: Path) -> None:
    workflow: dict[Any, Any] = yaml.safe_load(recipe(".github/workflows/slides.yaml"))
    steps = [step.get("run", "") for step in workflow["jobs"]["slides"]["steps"]]
    ours = [step for step in steps if step.startswith("swipewell ")]
    assert len(ours) == 2
    assert [shell(step, practice).returncode for step in ours] == [0, 0]
    assert slides(practice / "out") == ["p00", "p01"]


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
def test_make_renders_what_changed(practice: Path) -> None:
    (practice / "Makefile").write_text(recipe("Makefile"), "utf-8")
    assert shell("make", practice).returncode == 0
    assert slides(practice / "out") == ["p00", "p01"]
    assert "up to date" in shell("make", practice).stdout
    os.utime(practice / "posts" / "p01.yaml", (2e9, 2e9))
    assert "unchanged posts/p01.yaml" in shell("make", practice).stdout


@POSIX
@pytest.mark.parametrize("service", ["kubernetes", "aws"])
def test_a_share_of_the_posts_is_a_folder(practice: Path, service: str) -> None:
    if service == "aws":
        command = json.loads(recipe("batch-job.json"))["containerProperties"]["command"]
        index = "AWS_BATCH_JOB_ARRAY_INDEX"
    else:
        job = yaml.safe_load(recipe("job.yaml"))
        [container] = job["spec"]["template"]["spec"]["containers"]
        command, index = [*container["command"], *container["args"]], "JOB_COMPLETION_INDEX"
    assert command[:2] == ["sh", "-c"]
    (practice / "posts" / "7").mkdir()
    (practice / "posts" / "p01.yaml").rename(practice / "posts" / "7" / "p01.yaml")
    line = command[2].replace("s3://practice", ".")
    assert shell(line, practice, **{index: "7"}).returncode == 0
    assert slides(practice / "out") == ["p01"]
