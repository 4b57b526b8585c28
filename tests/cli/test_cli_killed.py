"""A render that is killed: the post's folder is the old or the new one, and no litter outlives the next."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_cases import TINY

MOMENTS = 50
LITTLE = 0.35
"""The share of a run, at its end, in which half of the moments lie: there files are written."""

RENDER = [
    sys.executable,
    "-c",
    "from swipewell.cli import main; main()",
    *("render", "tiny.yaml", "--out", "out", "--format", "png,jpeg"),
]


def rendered() -> float:
    """Render the post as it stands; return how many seconds it took."""
    start = time.monotonic()
    subprocess.run(RENDER, check=True, capture_output=True, timeout=60)
    return time.monotonic() - start


def killed_after(seconds: float) -> None:
    """Render the post as it stands, and kill the process after so many seconds."""
    with subprocess.Popen(RENDER, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            running.kill()


def files(folder: Path) -> dict[str, bytes]:
    """Return a folder's files by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not replace a folder in one step")
def test_a_killed_render_leaves_the_old_folder_or_the_new_one(project: Path) -> None:
    post, folder = project / "tiny.yaml", project / "out" / "tiny"
    versions = []
    for word in ("first", "second"):
        post.write_text(TINY + f"caption: The {word} version.\n", "utf-8")
        rendered()
        took = rendered_anew(post)
        versions.append((post.read_text("utf-8"), files(folder)))
    choose = random.Random(20)
    now = 1
    ended: list[bool] = []
    whole = [made for _, made in versions]
    for number in range(MOMENTS):
        post.write_text(versions[1 - now][0], "utf-8")
        start = took * (1 - LITTLE) if number % 2 else 0.0
        killed_after(choose.uniform(start, took * 1.05))
        assert files(folder) in whole
        changed = whole.index(files(folder)) != now
        now = whole.index(files(folder))
        ended.append(changed)
        took *= 0.97 if changed else 1.03  # the machine's pace is not always the same
    assert set(ended) == {False, True}, "some were killed before the change, some after it"
    rendered()
    assert [path.name for path in sorted((project / "out").iterdir())] == ["tiny"]


def rendered_anew(post: Path) -> float:
    """Return how many seconds it takes to render the post again, with all that is kept warm."""
    text = post.read_text("utf-8")
    post.write_text(text.replace("version", "draft"), "utf-8")
    took = rendered()
    post.write_text(text, "utf-8")
    rendered()
    return took
