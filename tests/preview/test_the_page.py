"""The page in a real browser: swiped, typed at, clicked, and told of what is saved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from swipewell.preview.bench import Asked, Bench
from swipewell.preview.one_file import one_file
from swipewell.preview.server import Served

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def page(request: pytest.FixtureRequest, browser: Any, served: Served) -> Iterator[Any]:
    """The page at each of two widths; anything it says to the console fails the test."""
    yield from opened(browser, served.url, request.param)


def opened(browser: Any, url: str, size: dict[str, int], **more: Any) -> Iterator[Any]:
    context = browser.new_context(viewport=size, has_touch=size is PHONE, **more)
    made = context.new_page()
    made.set_default_timeout(15_000)
    said: list[str] = []
    asked: list[str] = []
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda fault: said.append(str(fault)))
    made.on("request", lambda request: asked.append(request.url))
    made.goto(url)
    made.wait_for_selector("html[data-version]")
    yield made
    context.close()
    assert said == []
    assert [one for one in asked if not one.startswith((url.split("#")[0], "data:"))] == []


def head(page: Any) -> str:
    text: str = page.locator("#slide-head").inner_text()
    return " ".join(text.split())


def stands(page: Any, number: int, count: int = 4) -> None:
    """Wait until a slide stands on the phone, exactly, and its texts beside it."""
    page.locator("#slide-head", has_text=f"Slide {number} of {count}").wait_for()
    page.wait_for_function(
        """n => { const t = document.getElementById("track");
        return Math.abs(Math.abs(t.scrollLeft) - n * t.clientWidth) < 1.5; }""",
        arg=number - 1,
    )


def sources(page: Any) -> list[str]:
    found: list[str] = page.locator("#track img").evaluate_all(
        "images => images.map(image => image.dataset.wanted)"
    )
    return found


def choose(page: Any, value: str) -> None:
    if page.locator("#looks:not([open])").count():
        page.locator("summary").click()
    page.locator(f'input[value="{value}"]').check(force=True)


def test_slides_are_turned_by_keys_and_dots(page: Any) -> None:
    stands(page, 1)
    page.keyboard.press("ArrowRight")
    stands(page, 2)
    page.keyboard.press("End")
    stands(page, 4)
    page.keyboard.press("ArrowRight")
    stands(page, 4)
    page.keyboard.press("ArrowLeft")
    stands(page, 3)
    page.keyboard.press("Home")
    stands(page, 1)
    page.get_by_role("button", name="Slide 3", exact=True).click()
    stands(page, 3)
    assert page.locator("#said").inner_text() == "Slide 3 of 4, tip"
    assert "slide=3" in page.url


def test_a_mouse_swipes_and_lets_go_halfway(browser: Any, served: Served) -> None:
    for page in opened(browser, served.url, DESKTOP):
        box = page.locator("#track").bounding_box()
        middle, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        for way, then in ((-0.6, 2), (-0.6, 3), (0.6, 2)):
            page.mouse.move(middle, y)
            page.mouse.down()
            page.mouse.move(middle + way * box["width"] / 2, y, steps=4)
            page.mouse.move(middle + way * box["width"], y, steps=4)
            page.mouse.up()
            stands(page, then)
        page.mouse.move(middle, y)
        page.mouse.down()
        page.mouse.move(middle - 60, y, steps=3)
        page.wait_for_timeout(400)  # slowly, and not far: it goes back
        page.mouse.up()
        stands(page, 2)
        page.locator("#track").hover()
        page.get_by_role("button", name="Next slide").click()
        stands(page, 3)


def test_a_finger_swipes(browser: Any, served: Served) -> None:
    for page in opened(browser, served.url, PHONE):
        box = page.locator("#track").bounding_box()
        finger = page.context.new_cdp_session(page)
        y = box["y"] + 150
        for way in range(0, 261, 20):
            kind = "touchMove" if way else "touchStart"
            touch = {"type": kind, "touchPoints": [{"x": 320 - way, "y": y}]}
            finger.send("Input.dispatchTouchEvent", touch)
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        stands(page, 2)


def test_a_theme_and_a_size_are_tried_by_a_click(page: Any) -> None:
    before = sources(page)
    choose(page, "tide")
    assert page.get_by_role("group", name="Theme").get_by_role("radio").count() >= 8
    page.locator("#state-line", has_text="Shown in tide").wait_for()
    assert not set(sources(page)) & set(before)
    choose(page, "story")
    page.locator("#state-line", has_text="Shown in story").wait_for()
    box = page.locator("#track li").first.bounding_box()
    assert box["height"] / box["width"] == pytest.approx(1920 / 1080, rel=0.01)
    choose(page, "square")
    choose(page, "linen")
    page.locator("#state-line", has_text="Shown in linen").wait_for()
    assert sources(page) == before  # nothing is painted anew


def test_what_is_saved_is_on_the_page_and_nothing_else_is_exchanged(
    page: Any, project: Path
) -> None:
    page.keyboard.press("ArrowRight")
    stands(page, 2)
    before = sources(page)
    post = project / "kinder.yaml"
    post.write_text(post.read_text("utf-8").replace("You may answer", "You can answer"), "utf-8")
    page.locator("#alt", has_text="You can answer tomorrow").wait_for()
    stands(page, 2)
    after = sources(page)
    assert [one == other for one, other in zip(before, after, strict=True)] == [1, 0, 1, 1]
    image = page.locator("#track img").nth(1)
    assert image.get_attribute("src") == after[1]
    assert image.evaluate("image => image.complete && image.naturalWidth") == 1080


def test_an_error_stands_above_the_last_good_slides_until_it_is_mended(
    page: Any, project: Path
) -> None:
    before = sources(page)
    post = project / "kinder.yaml"
    sound = post.read_text("utf-8")
    post.write_text(sound.replace("title:", "tilte:", 1), "utf-8")
    trouble = page.get_by_role("alert")
    trouble.filter(has_text="Did you mean title?").wait_for()
    assert "These are its last good slides." in trouble.inner_text()
    assert "kinder.yaml:1:1" in trouble.inner_text()
    assert sources(page) == before
    post.write_text(sound.replace("A kinder no", "A gentle no"), "utf-8")
    trouble.wait_for(state="hidden")
    page.get_by_role("heading", level=1, name="A gentle no").wait_for()
    assert sources(page)[0] != before[0]


def test_findings_stand_beside_the_slide_they_speak_of(page: Any, project: Path) -> None:
    post = project / "kinder.yaml"
    long = "Ten minutes are an offer, and an offer may be small. " * 9
    post.write_text(post.read_text("utf-8").replace("Ten minutes are an offer.", long), "utf-8")
    page.locator("#leads button").first.wait_for()
    lead = page.locator("#leads button").first
    number = int(re.findall(r"Slide (\d)", lead.inner_text())[0])
    assert page.locator("#slide-findings li").count() == 0
    lead.click()
    page.locator("#slide-findings li").first.wait_for()
    page.locator("#slide-head", has_text=f"Slide {number} of").wait_for()
    dot = page.locator("#dots button").nth(number - 1)
    assert "finding" in dot.get_attribute("aria-label")


def test_caption_and_alternative_text_are_copied(browser: Any, served: Served) -> None:
    rights = ["clipboard-read", "clipboard-write"]
    for page in opened(browser, served.url, DESKTOP, permissions=rights):
        for name, id in (("Copy caption", "caption"), ("Copy alternative text", "alt")):
            page.get_by_role("button", name=name).click()
            page.get_by_role("button", name="Copied").wait_for()
            held = page.evaluate("navigator.clipboard.readText()")
            assert held == page.locator(f"#{id}").evaluate("text => text.textContent")
            assert held
            page.get_by_role("button", name=name).wait_for()


def test_the_profile_shows_the_cover_as_its_grid_crops_it(page: Any) -> None:
    page.locator('input[value="profile"]').check(force=True)
    tile = page.get_by_role("button", name="Open A kinder no")
    tile.locator("img").wait_for()
    box = tile.bounding_box()
    assert box["height"] / box["width"] == pytest.approx(4 / 3, rel=0.03)
    wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]  # nothing lies outside of the page
    tile.click()
    page.locator("#view-post").wait_for()
    stands(page, 1)


def test_it_is_named_for_who_listens_and_reached_by_keys_alone(
    browser: Any, served: Served
) -> None:
    for page in opened(browser, served.url, DESKTOP, reduced_motion="reduce"):
        track = page.get_by_role("group", name="Slides: arrow keys, or swipe")
        assert track.get_attribute("aria-roledescription") == "carousel"
        first = page.locator("#track li").first
        assert first.get_attribute("aria-label") == "1 of 4: cover"
        assert page.get_by_role("img", name="A kinder no").count() == 1
        reached = set()
        for _ in range(14):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("document.activeElement.id || document.activeElement.name"))
        assert {"size", "theme", "view", "track", "on", "more", "copy-alt"} <= reached
        track.focus()
        page.keyboard.press("ArrowRight")
        assert head(page) == "Slide 2 of 4 tip"  # at once: nothing glides where motion is unwelcome
        sizes = page.get_by_role("radio", name="square")
        sizes.focus()
        page.keyboard.press("ArrowRight")
        page.locator("#state-line", has_text="Shown in portrait").wait_for()
        assert head(page) == "Slide 2 of 4 tip"


def test_a_post_from_right_to_left_is_turned_the_other_way(
    browser: Any, project: Path, warm: Any
) -> None:
    post = project / "salam.yaml"
    post.write_text(
        "title: سلام\nlanguage: ar\nslides:\n  - title: أولا\n  - title: ثانيا\n", "utf-8"
    )
    bench = Bench([str(post)], Asked())
    bench.studio = warm
    with Served(bench, 0) as served:
        for page in opened(browser, served.url, DESKTOP):
            count = page.locator("#track li").count()
            page.keyboard.press("ArrowLeft")
            stands(page, 2, count)
            assert page.locator("#track").evaluate("track => track.scrollLeft") < 0


def test_the_page_as_one_file_asks_for_nothing(browser: Any, bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "kinder.html"
    file.write_bytes(one_file(bench))
    for page in opened(browser, file.as_uri(), PHONE):
        stands(page, 1)
        page.keyboard.press("ArrowRight")
        stands(page, 2)
        widths = page.locator("#track img").evaluate_all("all => all.map(one => one.naturalWidth)")
        assert widths == [1080] * 4
        assert page.locator("#themes, #sizes, #posts").filter(visible=True).count() == 0
        page.locator('input[value="profile"]').check(force=True)
        page.get_by_role("button", name="Open A kinder no").wait_for()
