"""What holds for every deck, whatever is written: nothing lost, nothing clipped, nothing too small."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations

import pytest
import writing
from hypothesis import event, given, seed, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

import swipewell as sw
from swipewell.care.disclaimer import Disclaimer, compose
from swipewell.colour import Colour
from swipewell.export.image import png
from swipewell.frame import Fill, Frame, GlyphRun
from swipewell.geometry import Rect
from swipewell.text.markup import plain
from swipewell.text.typography import typographic

TODAY = dt.date(2026, 11, 23)
STUDIO = sw.Studio()
BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)

OVERHANG = 5.0
"""How many px a descender or an accent may reach out of its own line, into the air of the next text."""


@cache
def deck_of(post: sw.Post, brand: sw.Brand) -> sw.Carousel | None:
    """The post set as slides, once for all properties; None where it is refused, with reasons."""
    try:
        return sw.render(post, brand, today=TODAY, studio=STUDIO)
    except sw.SwipewellError as refused:
        assert refused.findings
        return None


def every_deck(check):
    """Hand a check some hundreds of decks: the same ones to every check, so that they are set once."""

    def run(post: sw.Post, brand: sw.Brand) -> None:
        carousel = deck_of(post, brand)
        event("set" if carousel else "refused")
        if carousel is not None:
            check(carousel)

    run.__name__, run.__doc__ = check.__name__, check.__doc__
    return seed(20261123)(given(writing.posts, writing.brands)(run))


# --- Where texts stand ---


def texts(frame: Frame, carousel: sw.Carousel) -> Mapping[str, list[GlyphRun]]:
    """A slide's texts, ornament left out: the runs of each by its path."""
    found: dict[str, list[GlyphRun]] = {}
    for run in frame.texts:
        if not carousel.theme.styles[run.style].ornament:
            found.setdefault(run.path, []).append(run)
    return found


@every_deck
def test_no_text_stands_in_the_room_of_another(carousel: sw.Carousel) -> None:
    for slide in carousel.slides:
        boxes = {path: runs[0].box for path, runs in texts(slide.frame, carousel).items()}
        for (path, box), (other, beside) in combinations(boxes.items(), 2):
            clear = Rect(box.left, box.top + OVERHANG, box.right, box.bottom - OVERHANG)
            assert not clear.overlaps(beside), (slide.kind, path, box, other, beside)


@every_deck
def test_every_text_stands_within_the_margins(carousel: sw.Carousel) -> None:
    margins = Rect(60, 90, 1020, 1000)
    for slide in carousel.slides:
        for path, runs in texts(slide.frame, carousel).items():
            assert margins.holds(runs[0].box, slack=1.0), (slide.kind, path, runs[0].box)
