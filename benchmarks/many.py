"""Many posts: how well processes share the work, what it costs to know of nothing new, and memory.

python -m benchmarks.many [--posts 1000] [--known 10000] [--memory 10000]
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import swipewell as sw

PROGRAM = [sys.executable, "-c", "from swipewell.cli import main; main()"]
WORDS = """rest gently before you are empty and notice what your body asks for when the evening comes
with a slow walk by water say no once without a reason and let the answer stand tomorrow""".split()


def post(number: int) -> str:
    """Return a post of eight slides or so, another for each number."""
    chance = random.Random(number)

    def some(count: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(count)).capitalize()

    tips = "\n".join(f"  - title: {some(4)}\n    body: {some(22)}." for _ in range(3))
    steps = f"  - {{kind: steps, title: {some(4)}, steps: [{some(5)}, {some(6)}, {some(4)}]}}"
    return f"title: {some(5)}\nslides:\n{tips}\n{steps}\n  - {{kind: invite, title: {some(4)}}}\n"


def write(folder: Path, numbers: range) -> None:
    folder.mkdir(parents=True)
    (folder / "brand.yaml").write_text("name: Alma Counselling\nregion: US\n", "utf-8")
    for number in numbers:
        (folder / f"post-{number:05}.yaml").write_text(post(number), "utf-8")


def start(folder: Path, posts: str, out: str, *more: str) -> subprocess.Popen[bytes]:
    env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    command = [*PROGRAM, "render", posts, "-o", out, *more]
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=folder, env=env, stdout=nowhere, stderr=nowhere)


def timed(*running: subprocess.Popen[bytes], since: float) -> float:
    """Return the seconds until all have ended well."""
    if any(process.wait() for process in running):
        raise SystemExit("a run failed")
    return time.monotonic() - since


def shared(folder: Path, count: int) -> float:
    """Print one run of two processes beside two runs of one; return the former's seconds."""
    half = count // 2
    write(folder / "all", range(count))
    write(folder / "left", range(half))
    write(folder / "right", range(half, count))
    time.sleep(3)  # what is younger than that is read again by the next run
    begun = time.monotonic()
    both = [start(folder, half, f"out-{half}", "-j", "1") for half in ("left", "right")]
    apart = timed(*both, since=begun)
    begun = time.monotonic()
    together = timed(start(folder, "all", "out", "-j", "2"), since=begun)
    print(f"{count} posts, two runs with -j 1, half each  {apart:8.1f} s")
    print(
        f"{count} posts, one run with -j 2              {together:8.1f} s  {together / apart:.2f}"
    )
    return together


def known(folder: Path, count: int, rendered: int, seconds: float) -> None:
    """Print what it costs to know that nothing has changed, of copies of what was rendered."""
    everything = sorted((folder / "all").glob("post-*.yaml"))
    for number in range(rendered, count):
        source = everything[number % rendered]
        name = f"post-{number:05}"
        shutil.copy(source, folder / "all" / f"{name}.yaml")
        before = folder / "out" / source.stem
        shutil.copytree(before, folder / "out" / name, copy_function=os.link)
    time.sleep(3)
    whole = seconds * count / rendered
    for what in ("read, as after a copy", "known from the index"):
        begun = time.monotonic()
        took = timed(start(folder, "all", "out", "-j", "2"), since=begun)
        share = took / whole
        print(f"{count} unchanged posts, {what:<22}  {took:8.1f} s  {share:.2%} of rendering them")
        time.sleep(3)


def posts(count: int) -> Iterator[sw.Post]:
    for number in range(count):
        yield sw.Post(title=f"Rest, {number}", slides=[sw.Tip(title="Stop", body="A pause. " * 9)])


def memory(count: int) -> None:
    """Print how much memory `render_many` holds as posts go by, here and in its workers."""
    marks = {count // 20, count // 4, count // 2, count - 1}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        made = sw.render_many(posts(count), sw.Brand(name="Alma", region="US"), executor=pool)
        for done in itertools.count():
            if next(made, None) is None:
                break
            if done in marks:
                print(f"render_many, {done:>6} posts done: {held('self')} MB here at most")
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"the largest worker: {children} MB at most")


def held(process: str) -> int:
    """Return the most memory that a process has held so far, in MB."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) // 1024 if found else 0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.many", description=__doc__)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--known", type=int, default=10_000)
    parser.add_argument("--memory", type=int, default=10_000)
    options = parser.parse_args()
    if options.memory:  # first: what children held is never told lower afterwards
        memory(options.memory)
    with tempfile.TemporaryDirectory(prefix="swipewell-many-") as folder:
        if options.posts:
            seconds = shared(Path(folder), options.posts)
            if options.known:
                known(Path(folder), options.known, options.posts, seconds)


if __name__ == "__main__":
    main()
