"""The same input gives the same files, whatever stands around the process that makes them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
SCRIPT = """
import datetime as dt, sys
import swipewell as sw
post, brand, out = sys.argv[1:]
made = sw.render(sw.read_post(post), sw.read_brand(brand), today=dt.date(2026, 11, 23))
made.save(out, formats=["png", "jpeg"], slug="post")
"""
SURROUNDINGS = {
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "no hash seed": {"PYTHONHASHSEED": "random"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "a plain locale": {"LANG": "C", "LC_ALL": "C"},
    "another locale": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    "no UTF-8 mode": {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}


def made(out: Path, cwd: Path, surroundings: dict[str, str]) -> dict[str, str]:
    """The digests of all files of a post saved by a process of its own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONHASH"))}
    post, brand = SAMPLES / "kind-boundaries.yaml", SAMPLES / "brand.yaml"
    subprocess.run(
        [sys.executable, "-c", SCRIPT, post, brand, out],
        cwd=cwd,
        env=kept | {"PYTHONHASHSEED": "0"} | surroundings,
        check=True,
    )
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    found = made(tmp_path_factory.mktemp("plain"), SAMPLES, {})
    assert {Path(name).suffix for name in found} == {".png", ".jpg", ".txt", ".json", ".md"}
    assert len(found) > 20
    return found


@pytest.mark.parametrize("surroundings", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_files_are_the_same_in(
    surroundings: dict[str, str], plain: dict[str, str], tmp_path: Path
) -> None:
    assert made(tmp_path / "out", tmp_path, surroundings) == plain


def test_files_are_the_same_from_a_copy_of_the_project(
    plain: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "élsewhere"
    copy.mkdir()
    for name in ("kind-boundaries.yaml", "brand.yaml"):
        (copy / name).write_bytes((SAMPLES / name).read_bytes())
    monkeypatch.setattr(sys.modules[__name__], "SAMPLES", copy)
    assert made(tmp_path / "out", tmp_path, {}) == plain
