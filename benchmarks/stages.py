"""One post from model to bytes, with the time that every stage took.

The post goes the way that ``swipewell.render`` and ``Carousel.save`` take it, files left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import clock
from swipewell import Carousel, Studio, pipeline
from swipewell.export.image import encoded
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.reading import find_brand, read_brand, read_post

TODAY = dt.date.today()


@dataclass(frozen=True, slots=True)
class SlideTime:
    """The ms of one slide by stage; what a deck takes as a whole is divided evenly over its slides.

    ``rest`` is what ``render`` does besides planning and layout: findings and alternative texts.
    """

    planning: float
    layout: float
    rest: float
    painting: float
    encoding: float

    @property
    def whole(self) -> float:
        """Return the ms from model to bytes."""
        return self.planning + self.layout + self.rest + self.painting + self.encoding


@dataclass(frozen=True, slots=True)
class Case:
    """A post as its author wrote it, with its brand."""

    name: str
    post: Post
    brand: Brand


def read_case(path: Path) -> Case:
    """Return the case of a post's file, its brand found as the command line finds it."""
    brand = find_brand(path)
    return Case(path.stem, read_post(path), read_brand(brand) if brand else Brand())


class _Watch:
    """Stands in for a function of a module, and adds up the ms that are spent in it."""

    def __init__(self, module: Any, name: str) -> None:
        self._inner: Callable[..., Any] = getattr(module, name)
        self.ms = 0.0
        setattr(module, name, self)

    def __call__(self, *args: Any, **named: Any) -> Any:
        start = clock.ms()
        try:
            return self._inner(*args, **named)
        finally:
            self.ms += clock.ms() - start

    def taken(self) -> float:
        """Return the ms since it was last asked."""
        ms, self.ms = self.ms, 0.0
        return ms


_planning = _Watch(pipeline, "plan")
_layout = _Watch(pipeline, "compose")


def measured(
    post: Post, brand: Brand, studio: Studio, form: str
) -> tuple[list[SlideTime], Carousel]:
    """Return the time of every slide of a post, and its carousel; ComposeError as ``render``."""
    _planning.taken(), _layout.taken()
    start = clock.ms()
    carousel = pipeline.render(post, brand, today=TODAY, studio=studio)
    total = clock.ms() - start
    count = len(carousel.slides)
    planning, layout = _planning.taken() / count, _layout.taken() / count
    rest = total / count - planning - layout
    times: list[SlideTime] = []
    image = None
    for slide in carousel.slides:
        start = clock.ms()
        image = slide.painted(image)
        painted = clock.ms()
        encoded(image, form)
        end = clock.ms()
        times.append(SlideTime(planning, layout, rest, painted - start, end - painted))
    return times, carousel
