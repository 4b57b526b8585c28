"""What the README and the docs show is done, line by line, in the order in which it is shown."""

from __future__ import annotations

import json
import os
import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

import swipewell as sw
from swipewell.model.translation import Translation

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)

NOT_HERE = ("python3 -m venv", ". swipewell-env", "pip install")
"""Lines that install: what they install is what runs these tests."""


class Block(NamedTuple):
    """A fenced block: its language, the file it is to be saved as, and its text."""

    language: str
    file: str | None
    text: str


def blocks(page: Path) -> list[Block]:
    return [
        Block(kind, file or None, text)
        for kind, file, text in FENCE.findall(page.read_text(encoding="utf-8"))
    ]


def in_shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line with this Python's Swipewell."""
    own = f"{shlex.quote(sys.executable)} -c 'from swipewell.cli import main; main()'"
    line = re.sub(r"(^|\| )swipewell ", lambda found: f"{found[1]}{own} ", line)
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        line, shell=True, cwd=folder, env=env, capture_output=True, text=True,
        encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


def test_every_block_has_a_language() -> None:
    for page in (*PAGES, ROOT / "README.md"):
        fences = re.findall(r"^```(.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert all(fences[::2]), page.name
        assert not any(fences[1::2]), page.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_works(page: Path, tmp_path: Path) -> None:
    here = tmp_path
    for block in blocks(page):
        if block.file is not None:
            (here / block.file).parent.mkdir(parents=True, exist_ok=True)
            (here / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "python":
            done = subprocess.run(
                [sys.executable, "-c", block.text], cwd=here, capture_output=True, text=True,
                check=False, timeout=120,
            )  # fmt: skip
            assert done.returncode == 0, (page.name, block.text, done.stderr)
        elif block.language == "sh":
            for line in block.text.splitlines():
                if line.startswith("cd "):
                    here = here / line.removeprefix("cd ")
                elif not line.startswith(NOT_HERE):
                    done = in_shell(line, here)
                    assert done.returncode == 0, (page.name, line, done.stdout, done.stderr)
                    assert "error" not in done.stderr, (page.name, line, done.stderr)


@pytest.mark.parametrize("name", ["reference", "findings"])
def test_the_reference_is_what_the_code_says(name: str) -> None:
    made = runpy.run_path(str(ROOT / "docs" / f"build_{name}.py"))["page"]()
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert page == made, f"run: python docs/build_{name}.py"


README = ROOT / "README.md"


def test_the_posts_brands_and_parts_that_the_readme_shows_are_sound(tmp_path: Path) -> None:
    """A part is laid over the post or the brand that the README begins with, and read with it."""
    post, brand, *parts = (yaml.safe_load(b.text) for b in blocks(README) if b.language == "yaml")
    for part in parts:
        if "palette" in part:
            folder = tmp_path / "my-theme"
            folder.mkdir()
            (folder / "theme.yaml").write_text(yaml.safe_dump(part), encoding="utf-8")
            assert sw.read_theme(folder).styles
        elif "slides" in part:
            Translation.model_validate(part)
        else:
            of_post = set(part) <= set(sw.Post.model_fields)
            whole = {**(post if of_post else brand), **part}
            (sw.Post if of_post else sw.Brand).model_validate(
                json.loads(json.dumps(whole, default=str))
            )
    for name, held in (("rest", post), ("brand", brand)):
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(held), encoding="utf-8")
    carousel = sw.render(
        sw.read_post(tmp_path / "rest.yaml"), sw.read_brand(tmp_path / "brand.yaml")
    )
    assert len(carousel.slides) == len(post["slides"]) + 2


def test_the_lines_that_the_readme_shows_run(tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8")
    post, brand, *_ = (block.text for block in blocks(README) if block.language == "yaml")
    (tmp_path / "rest.yaml").write_text(post, encoding="utf-8")
    (tmp_path / "brand.yaml").write_text(brand, encoding="utf-8")
    lines = re.findall(r"^    (swipewell .*)$", text, re.MULTILINE)
    assert len(lines) >= 3
    for line in lines:
        done = in_shell(line, tmp_path)
        # the post has no sources, which one of them asks for
        assert done.returncode == ("--require-sources" in line), (line, done.stdout, done.stderr)
    for block in (block for block in blocks(README) if block.language == "python"):
        done = subprocess.run(
            [sys.executable, "-c", block.text], cwd=tmp_path, capture_output=True, text=True,
            check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, (block.text, done.stderr)
