"""What the tests of many posts share: small projects, runs of the program, and what is in a folder."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

PROGRAM = [sys.executable, "-c", "from swipewell.cli import main; main()"]
TODAY = ("--today", "2026-12-01")
BRAND = "name: Alma Counselling\nregion: US\n"


def post(number: int) -> str:
    """Return a small post, another for each number."""
    return f"title: A kinder no, part {number}\nslides:\n  - title: Pause {'first ' * (number % 3 + 1)}\n"


def project(folder: Path, posts: int) -> Path:
    """Write a brand and so many posts; return their folder."""
    inputs = folder / "posts"
    inputs.mkdir(parents=True)
    (inputs / "brand.yaml").write_text(BRAND, "utf-8")
    for number in range(posts):
        (inputs / f"p{number:02}.yaml").write_text(post(number), "utf-8")
    return inputs


def run(*args: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own; its cache is in the folder it stands in."""
    return subprocess.run(
        [*PROGRAM, *map(str, args), *TODAY],
        cwd=cwd,
        env=around(cwd, **env),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def around(cwd: Path, **env: str) -> dict[str, str]:
    """Return the environment of a run."""
    return {**os.environ, "XDG_CACHE_HOME": str(cwd / "cache"), "PYTHONIOENCODING": "utf-8", **env}


def tree(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder, hidden ones too, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
