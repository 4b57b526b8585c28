"""Other machines and object stores: a scheduler with two workers, and an S3, both on this machine.

They need the extra `far-tests`, and are skipped without it.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from batch_cases import PROGRAM, TODAY, around, post, project, run, tree

from swipewell.batch.far import Far, current_far, prune_far, save_far
from swipewell.export.artifact import Artifact

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


def artifacts(**files: str) -> list[Artifact]:
    outputs = {name.replace("_", "."): "" for name in files}
    made = [Artifact(name.replace("_", "."), data.encode()) for name, data in files.items()]
    return [Artifact("post.json", json.dumps({"key": "k", "outputs": outputs}).encode()), *made]


@pytest.fixture
def memory() -> Iterator[Any]:
    """A file system of fsspec's in memory."""
    fsspec = pytest.importorskip("fsspec", reason="needs swipewell[far-tests]")
    system = fsspec.filesystem("memory")
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


def test_a_folder_is_replaced_and_a_persons_files_stay(memory: Any) -> None:
    save_far("memory://out/rest", artifacts(a_txt="1", b_txt="2"))
    memory.pipe("/out/rest/mine.txt", b"mine")
    save_far("memory://out/rest", artifacts(a_txt="3"))
    assert memory.cat_file("/out/rest/a.txt") == b"3"
    assert Far.at("memory://out/rest").names() == {"a.txt", "mine.txt", "post.json"}
    assert current_far("memory://out/rest", "k") is not None
    assert current_far("memory://out/rest", "another") is None


def test_stopped_anywhere_it_is_known_as_unfinished_and_mended(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_far("memory://out/rest", artifacts(a_txt="1", b_txt="2"))
    plain = type(memory).pipe_file
    for turn in range(4):  # post.json, a.txt, c.txt, post.json
        calls = iter(range(99))

        def failing(self: Any, path: str, value: bytes, **rest: Any) -> None:
            if next(calls) == turn:  # noqa: B023 - called within this round
                raise ConnectionError("the line is down")
            plain(self, path, value, **rest)

        with monkeypatch.context() as patched:
            patched.setattr(type(memory), "pipe_file", failing)
            with pytest.raises(Exception, match="could not be written: the line is down"):
                save_far("memory://out/rest", artifacts(a_txt="3", c_txt="4"))
        is_old = current_far("memory://out/rest", "k") is not None
        assert is_old == (turn == 0), "either the old one, whole, or known as unfinished"
    save_far("memory://out/rest", artifacts(a_txt="3", c_txt="4"))
    assert Far.at("memory://out/rest").names() == {"a.txt", "c.txt", "post.json"}


def test_pruning_takes_what_a_manifest_names(memory: Any) -> None:
    for slug in ("rest", "walk"):
        save_far(f"memory://out/{slug}", artifacts(a_txt="1"))
    memory.pipe("/out/walk/mine.txt", b"mine")
    assert prune_far("memory://out", {"rest"}) == ["memory://out/walk"]
    assert Far.at("memory://out/walk").names() == {"mine.txt"}
    assert "a.txt" in Far.at("memory://out/rest").names()


def test_without_the_library_the_extra_is_named(tmp_path: Path) -> None:
    project(tmp_path, 1)
    code = "import sys; sys.modules['s3fs'] = None; from swipewell.cli import main; main()"
    command = [sys.executable, "-c", code, "render", "posts", "-o", "s3://alma/out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    assert "swipewell[s3]" in done.stderr
    code = code.replace("'s3fs'", "'distributed'")
    command = [sys.executable, "-c", code, "render", "posts", "--on", "dask://127.0.0.1:1"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    assert "swipewell[dask]" in done.stderr


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A client of an S3 on loopback, with a bucket; the environment leads others there."""
    for library in ("s3fs", "flask", "flask_cors", "moto.server"):
        pytest.importorskip(library, reason="needs swipewell[far-tests]")
    import logging

    import boto3
    from moto.server import ThreadedMotoServer

    monkeypatch.setattr(logging.getLogger("werkzeug"), "disabled", True)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    client = boto3.client("s3")
    client.create_bucket(Bucket="alma")
    yield client
    server.stop()


def test_a_project_in_a_bucket_is_rendered_into_the_bucket(s3: Any, tmp_path: Path) -> None:
    inputs = project(tmp_path, 2)
    for file in inputs.iterdir():
        s3.upload_file(str(file), "alma", f"posts/{file.name}")
    assert run("render", "posts", "-o", "out", cwd=tmp_path).returncode == 0
    done = run("render", "s3://alma/posts", "-o", "s3://alma/out", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "2 posts: 2 rendered\n")
    assert "s3://alma/posts/p00.yaml -> s3://alma/out/p00" in done.stdout
    there = {
        entry["Key"].removeprefix("out/"): s3.get_object(Bucket="alma", Key=entry["Key"])[
            "Body"
        ].read()
        for entry in s3.list_objects_v2(Bucket="alma", Prefix="out/")["Contents"]
    }
    here = {name: (tmp_path / "out" / name).read_bytes() for name in tree(tmp_path / "out")}
    assert there == here
    s3.delete_object(Bucket="alma", Key="posts/p01.yaml")
    again = run("render", "s3://alma/posts/*.yaml", "-o", "s3://alma/out", "--prune", cwd=tmp_path)
    assert "unchanged s3://alma/posts/p00.yaml" in again.stdout
    assert "removed   s3://alma/out/p01" in again.stdout
    missing = run("render", "s3://alma/nothing", "-o", "out", cwd=tmp_path)
    assert missing.returncode == 2
    assert "There is nothing there." in missing.stderr
    assert "Traceback" not in missing.stderr


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler's address and its two workers, which stand in a folder of their own."""
    pytest.importorskip("distributed", reason="needs swipewell[far-tests]")
    port = free_port()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def started(kind: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *options, "--no-dashboard"]
        nowhere = subprocess.DEVNULL
        return subprocess.Popen(command, cwd=elsewhere, stdout=nowhere, stderr=nowhere)

    processes = [started("scheduler", "--host", "127.0.0.1", "--port", str(port))]
    for _ in range(2):
        address = f"tcp://127.0.0.1:{port}"
        processes.append(started("worker", address, "--nthreads", "1", "--no-nanny"))
    yield f"dask://127.0.0.1:{port}", processes[1:]
    for process in processes:
        process.kill()
        process.wait()


def test_a_worker_killed_in_the_middle_loses_nothing(
    scheduler: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, workers = scheduler
    inputs = project(tmp_path, 16)
    (inputs / "logo.svg").write_text(SVG, "utf-8")
    (inputs / "brand.yaml").write_text("name: Alma\nregion: US\nlogo: logo.svg\n", "utf-8")
    (inputs / "p02.yaml").write_text("title: [", "utf-8")
    assert run("render", "posts", "-o", "here", "-j", "1", cwd=tmp_path).returncode == 2
    command = [*PROGRAM, "render", "posts", "-o", "there", "--on", address, *TODAY]
    with subprocess.Popen(
        command, cwd=tmp_path, env=around(tmp_path), stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        lines = [running.stdout.readline() for _ in range(4)]
        workers[0].kill()
        lines += running.stdout.readlines()
    assert running.returncode == 2
    assert [line.split()[1] for line in lines] == [
        f"posts/p{number:02}.yaml" for number in range(16)
    ]
    assert tree(tmp_path / "there") == tree(tmp_path / "here")
    again = run("render", "posts", "-o", "there", "--on", address, cwd=tmp_path)
    assert again.stderr.splitlines()[-1].startswith("16 posts: 15 unchanged, 1 failed")


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="needs swipewell[far-tests]")
    project(tmp_path, 1)
    (tmp_path / "one.yaml").write_text(post(1), "utf-8")
    done = run("render", "one.yaml", "--on", "cluster", cwd=tmp_path)
    assert done.returncode == 2
    assert "dask://HOST:PORT" in done.stderr
    assert not os.path.exists(tmp_path / "out")
