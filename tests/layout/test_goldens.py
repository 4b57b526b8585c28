"""Whole decks as text, exactly: every item of every slide with its place, size and colour.

After a change that is meant, `pytest --update-golden` rewrites the references; read their diff.
"""

from __future__ import annotations

import datetime as dt
import difflib
from pathlib import Path

import pytest

import swipewell as sw

TESTS = Path(__file__).resolve().parent.parent
SAMPLES = TESTS.parent / "samples"
GOLDEN = TESTS / "golden"
POSTS = {
    path.stem: path
    for folder in (SAMPLES, SAMPLES / "languages", GOLDEN)
    for path in sorted(folder.glob("*.yaml"))
    if path.stem != "brand"
}


def dumped(carousel: sw.Carousel) -> str:
    """The slides of a deck, one after the other, and what was noticed."""
    parts = [
        f"--- {number} {slide.kind} ---\n{slide.frame.dump()}"
        for number, slide in enumerate(carousel.slides, 1)
    ]
    noticed = [f"{f.severity} {f.code} {f.where.field}: {f.message}\n" for f in carousel.findings]
    return "".join([*parts, "--- findings ---\n", *noticed])


@pytest.mark.parametrize("name", POSTS)
def test_a_deck_is_laid_out_as_before(
    name: str, alma: sw.Brand, studio: sw.Studio, today: dt.date, updating: bool
) -> None:
    reference = GOLDEN / "layout" / f"{name}.txt"
    found = dumped(sw.render(sw.read_post(POSTS[name]), alma, today=today, studio=studio))
    if updating:
        reference.write_text(found, encoding="utf-8")
    expected = reference.read_text(encoding="utf-8")
    if found != expected:
        lines = difflib.unified_diff(
            expected.splitlines(), found.splitlines(), str(reference.name), "now", lineterm="", n=1
        )
        pytest.fail("\n".join(lines), pytrace=False)


def test_every_reference_belongs_to_a_post() -> None:
    assert {path.stem for path in (GOLDEN / "layout").glob("*.txt")} == set(POSTS)
    assert len(POSTS) >= 6 + 16
