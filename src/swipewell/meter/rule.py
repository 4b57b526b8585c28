"""The rule about contrast: which texts of a carousel do not stand out enough where they are painted."""

from __future__ import annotations

import math
from collections.abc import Iterable

from swipewell.carousel import Rendered
from swipewell.findings import Finding, Severity, Where
from swipewell.meter.contrast import ON_PHONE, SURE, Reading, measured
from swipewell.meter.stand import Canvases

_HINT = (
    "Shorten it so that it keeps clear of what is painted there, or choose another `seed:` under "
    "`colours:` in brand.yaml."
)


def contrast_findings(carousel: Rendered) -> tuple[Finding, ...]:
    """Return a warning for every text that is hard to read on the pixels really painted.

    They name field and slide; files and lines are not filled in yet. Every slide is painted twice
    more for this, so it is done when asked for and not on the way of a render.
    """
    styles = carousel.theme.styles
    found: list[Finding] = []
    first = carousel.slides[0].frame
    canvases = Canvases(first.width, first.height)
    for number, slide in enumerate(carousel.slides, 1):
        readings = measured(slide.frame, slide.paint, styles, sure=SURE, canvases=canvases)
        found.extend(_finding(reading, number) for reading in _worst_of_texts(readings))
    return tuple(found)


def _worst_of_texts(readings: Iterable[Reading]) -> Iterable[Reading]:
    """Return, for every text that falls short, the worst reading of its runs."""
    worst: dict[str, Reading] = {}
    for reading in readings:
        known = worst.get(reading.path)
        if not reading.reads and (known is None or reading.worst < known.worst):
            worst[reading.path] = reading
    return worst.values()


def _finding(reading: Reading, slide: int) -> Finding:
    name = reading.style.replace("_", " ")
    return Finding(
        "low-contrast",
        Severity.WARNING,
        f"The {name} on slide {slide} reads only {_shortfall(reading)} is needed.",
        _HINT,
        Where(field=reading.path),
        slide=slide,
    )


def _shortfall(reading: Reading) -> str:
    """Return what a text reaches and what it should; on a phone only where its paint would do."""
    if reading.worst < reading.required or reading.on_phone is None:
        reached, needed = reading.worst, reading.required
        return f"{_shown(reached)}:1 against what is painted under it, where {needed:g}:1"
    reached = reading.on_phone
    return f"{_shown(reached)}:1 on a phone once it is compressed, where {ON_PHONE:g}:1"


def _shown(ratio: float) -> str:
    """Return a ratio to one decimal, never rounded up to one that would do."""
    return f"{math.floor(ratio * 10) / 10:.1f}"
