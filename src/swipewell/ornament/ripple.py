"""tide's swipe cue: one swell drawn by hand behind the word, which runs on over the border."""

from __future__ import annotations

import math
from functools import lru_cache

from swipewell.frame import Item, Path, Shape
from swipewell.ornament.sea import brush, waters
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide

_OVER = 42.0


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the stroke of every slide that names where it begins (``left``, ``middle`` in px)."""
    colour = strip.palette[options["colour"]]
    drawn: Drawn = [[] for _ in strip.slides]
    for i, slide in enumerate(strip.slides):
        place = slide.wants("ripple")
        if not place:
            continue
        left, middle = float(place["left"]), strip.y(float(place["middle"]))
        following = strip.slides[i + 1] if i + 1 < len(strip.slides) else None
        over = following is not None and waters(strip)[i + 1].level < middle - 60
        end = strip.width + _OVER if over and _is_free(following, middle) else strip.width - 40.0
        drawn[i].append(_item(_stroke(left, middle, end, 0.0), colour))
        if end > strip.width:
            drawn[i + 1].append(_item(_stroke(left, middle, end, -float(strip.width)), colour))
    return drawn


def _is_free(slide: StripSlide | None, y: float) -> bool:
    """Say whether nothing at the left of a slide is in the way, at a height."""
    if slide is None or (slide.wants("sea") or {}).get("mode") == "low":
        return False
    return all(a.left > 60 or not a.top < y < a.bottom for a in slide.anchors.values())


def _item(path: Path, colour: object) -> Item:
    return Shape(path, colour, kept=True)  # type: ignore[arg-type]  # a colour of the palette


@lru_cache(maxsize=16)
def _stroke(left: float, middle: float, end: float, dx: float) -> Path:
    count = 70
    points = []
    halves = []
    for k in range(count + 1):
        t = k / count
        wave = 11 * math.sin(t * math.pi * 4.4 * (end - left) / 170) * (1 - 0.45 * t)
        points.append((left + t * (end - left) + dx, middle - wave))
        halves.append(1.2 + 2.6 * max(0.0, math.sin(math.pi * min(1.0, t * 0.96 + 0.04))) ** 0.6)
    return (brush(points, halves),)
