"""A page that is being served, and a browser that looks at it, where one is installed."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from preview_cases import BRAND, KINDER, TODAY

import swipewell as sw
from swipewell.preview.bench import Asked, Bench
from swipewell.preview.server import Served


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a brand and a post."""
    (tmp_path / "brand.yaml").write_text(BRAND, "utf-8")
    (tmp_path / "kinder.yaml").write_text(KINDER, "utf-8")
    return tmp_path


@pytest.fixture(scope="session")
def warm() -> sw.Studio:
    """A studio for all pages of these tests."""
    return sw.Studio()


@pytest.fixture
def bench(project: Path, warm: sw.Studio) -> Bench:
    made = Bench([str(project / "kinder.yaml")], Asked(today=TODAY))
    made.studio = warm
    return made


@pytest.fixture
def served(bench: Bench) -> Iterator[Served]:
    """The page of the post, which hears of what is saved."""
    stop = threading.Event()
    with Served(bench, 0, live=True) as page:
        hearing = threading.Thread(target=page.follow, args=(stop,))
        hearing.start()
        yield page
        stop.set()
        hearing.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium without a window."""
    library = pytest.importorskip("playwright.sync_api", reason="needs the library playwright")
    found = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if found is None:
        pytest.skip("needs a Chromium on the path")
    with library.sync_playwright() as play:
        # a container's root has no sandbox of its own, and nothing but our own page is opened
        opened = play.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()
