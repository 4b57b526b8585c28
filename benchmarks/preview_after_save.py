"""From a save to the new picture on the page, beside a warm render of the same deck.

python benchmarks/preview_after_save.py [CHROMIUM]    (needs swipewell[watch] and playwright)
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import swipewell as sw
from swipewell.export.package import package
from swipewell.preview.bench import Bench
from swipewell.preview.server import Served

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
ROUNDS = 15


def warm_render(post: Path, studio: sw.Studio) -> float:
    """Return the seconds from reading a post to the bytes of its pictures, with a studio in use."""
    begun = time.perf_counter()
    carousel = sw.render(
        sw.read_post(post), sw.read_brand(post.parent / "brand.yaml"), studio=studio
    )
    package(carousel)
    return time.perf_counter() - begun


def after_save(page: Page, post: Path, number: int) -> float:
    """Return the seconds from a save to the picture of the slide that it changed, as it stands on the page."""
    slide = page.locator("#track li").nth(1).locator("img")
    before = slide.get_attribute("src")
    text = post.read_text("utf-8")
    changed = text.replace("title: Name the need", f"title: Name need {number}", 1)
    begun = time.perf_counter()
    post.write_text(changed, "utf-8")
    page.wait_for_function(
        """before => { const image = document.querySelectorAll("#track img")[1];
        return image.getAttribute("src") !== before && image.complete && image.naturalWidth > 0; }""",
        arg=before,
        polling="raf",
    )
    taken = time.perf_counter() - begun
    post.write_text(text, "utf-8")
    page.wait_for_timeout(400)
    return taken


def main() -> None:
    browser = sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder:
        post = Path(folder) / "kind-boundaries.yaml"
        for name in ("kind-boundaries.yaml", "brand.yaml"):
            shutil.copy(SAMPLES / name, folder)
        studio = sw.Studio()
        for _ in range(3):
            warm_render(post, studio)
        stop = threading.Event()
        with sync_playwright() as play, Served(Bench([str(post)]), 0, live=True) as served:
            threading.Thread(target=served.follow, args=(stop,), daemon=True).start()
            page = play.chromium.launch(executable_path=browser, args=["--no-sandbox"]).new_page()
            page.goto(f"{served.url}#slide=2")
            page.wait_for_selector("html[data-version]")
            page.wait_for_timeout(1500)
            renders, saves = [], []
            for number in range(ROUNDS):
                renders.append(warm_render(post, studio))
                saves.append(after_save(page, post, number))
            stop.set()
    render, save = statistics.median(renders), statistics.median(saves)
    print(f"warm render of the deck {render * 1000:.0f} ms, best {min(renders) * 1000:.0f} ms")
    print(f"save to picture         {save * 1000:.0f} ms, best {min(saves) * 1000:.0f} ms")
    print(f"ratio of medians        {save / render:.2f}")


if __name__ == "__main__":
    main()
