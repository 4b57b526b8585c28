"""`render --watch` and `preview` as people run them: in a process of their own, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cli_cases import TINY, swipewell

import swipewell as sw
from swipewell.export.kept import Kept
from swipewell.export.package import package
from swipewell.findings import InputError

RUN = [sys.executable, "-c", "from swipewell.cli import main; main()"]
PATIENCE = 30.0

on_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")


def until(what: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "this took too long"
        time.sleep(0.02)


@contextmanager
def running(
    folder: Path, *args: str
) -> Iterator[tuple[subprocess.Popen[bytes], Callable[[], str]]]:
    """Run the program until the block ends; the second value is what it has said so far."""
    said = folder / "said.txt"
    with said.open("wb") as file:
        # pytest may run where interrupts are ignored, and what is started there would ignore them, too
        process = subprocess.Popen(
            [*RUN, *args], cwd=folder, stdout=file, stderr=file,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,
        )  # fmt: skip
    try:
        yield process, lambda: said.read_text("utf-8")
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


@on_posix
def test_what_is_saved_is_rendered_again_and_an_error_leaves_the_last_good_slides(
    project: Path,
) -> None:
    post, brand, out = project / "tiny.yaml", project / "brand.yaml", project / "out" / "tiny"
    with running(project, "render", "tiny.yaml", "--watch") as (process, said):
        until(lambda: "watching 1 post" in said())
        first = {file.name: file.read_bytes() for file in out.glob("*.png")}
        post.write_text(TINY.replace("Pause first", "Pause a while"), "utf-8")
        until(lambda: (out / "02.png").read_bytes() != first["02.png"])
        until(lambda: said().count("rendered  tiny.yaml") == 2)
        assert (out / "01.png").read_bytes() == first["01.png"]
        good = (out / "02.png").read_bytes()
        post.write_text(TINY.replace("title", "tilte", 1), "utf-8")
        until(lambda: "error unknown-field" in said())
        assert (out / "02.png").read_bytes() == good
        post.write_text(TINY, "utf-8")
        until(lambda: (out / "02.png").read_bytes() == first["02.png"])
        brand.write_text("name: Alma Counselling\nregion: GB\n", "utf-8")
        until(lambda: (out / "03.png").read_bytes() != first["03.png"])
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
        assert "Traceback" not in said()
    assert sorted(path.name for path in (project / "out").iterdir() if path.is_dir()) == ["tiny"]


@on_posix
def test_a_preview_ends_with_an_interrupt_and_says_where_it_is(project: Path) -> None:
    with running(project, "preview", "tiny.yaml") as (process, said):
        until(lambda: "http://127.0.0.1:" in said())
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
        assert "Traceback" not in said()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["render", "-", "--watch"], "Standard input cannot be watched."),
        (["render", "tiny.yaml", "--watch", "--json"], "There is no end at which to print."),
        (["preview", "-"], "Standard input cannot be shown again."),
        (
            ["preview", "tiny.yaml", "--export", "t.html", "--port", "8000"],
            "Nothing is served with it.",
        ),
        (["preview", "tiny.yaml", "--theme", "nowhere"], "nowhere"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(args: list[str], said: str) -> None:
    done = swipewell(*args)
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.usefixtures("project")
def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    done = swipewell("render", "tiny.yaml", "--watch")
    assert done.exit_code == 2
    assert "pip install 'swipewell[watch]'" in done.stderr
    with pytest.raises(InputError):
        sw.watch.needs_watchfiles()  # type: ignore[attr-defined]  # a module, once it is loaded


def test_a_page_as_one_file_is_told_of(project: Path) -> None:
    done = swipewell("preview", "tiny.yaml", "--export", "page.html", "--size", "portrait")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("wrote page.html (1 post, ")
    assert b'"portrait"' in (project / "page.html").read_bytes()
    done = swipewell("preview", "nothere.yaml", "--export", "other.html")
    assert (done.exit_code, (project / "other.html").exists()) == (2, False)
    assert "nothere.yaml: error file-not-found" in done.stderr


def test_kept_pictures_are_those_that_would_be_painted(
    studio: sw.Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deck(body: str) -> sw.Carousel:
        tips = [sw.Tip(title="One", body=body), sw.Tip(title="Two", body="It stays as it is here.")]
        return sw.render(sw.Post(title="A kinder no", slides=tips), studio=studio)

    kept = Kept()
    package(deck("It will be changed, only a little."), slug="a", kept=kept)
    painted: list[object] = []
    whole = sw.Slide.painted
    monkeypatch.setattr(
        sw.Slide,
        "painted",
        lambda slide, canvas=None: painted.append(slide) or whole(slide, canvas),
    )
    again = package(deck("It was changed, only a little."), slug="a", kept=kept)
    assert len(painted) == 1
    assert again == package(deck("It was changed, only a little."), slug="a")
