"""The contrast meter: how well every run of text stands out on a painted slide, and on a phone.

Frame -> (Reading('slides[0].body', 'I need a quiet hour …', 44 px, 13.4:1, 7.1:1 on a phone), …)
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from typing import cast

from swipewell.colour import Colour
from swipewell.frame import Frame, GlyphRun
from swipewell.geometry import Rect
from swipewell.meter.ground import View, worst_contrast
from swipewell.meter.phone import screen, worst_word
from swipewell.meter.specimen import kept_on_phone
from swipewell.meter.stand import Canvases, Paint, Plates, Stand, plates
from swipewell.model.theme import Style
from swipewell.named import NamedTuple

TEXT, LARGE = 4.5, 3.0
"""The ratios that WCAG 2.2 asks for (1.4.3), of text and of large text."""

LARGE_FROM, LARGE_BOLD_FROM, BOLD = 69, 54, 600
"""From how many px on text is large, and of which weight it is bold.

WCAG's 24 px, 18.66 px if bold, where a slide of 1080 px is shown on a phone 375 CSS px wide.
"""

ON_PHONE = 2.5
"""The ratio that a word of any size has to keep on a phone, after scaling and compression.

There a stem of 36 to 48 px type is about one px wide and blends with its ground, whatever the colours:
of 4.5:1 in paint, 2.5:1 is what the bundled faces' thinnest words keep. Large type starts from
3:1 and keeps five sixths, which is as much. A word below has lost it to colour that compression
smears, to hairlines, or to what it stands on. No norm has such a number: it was measured, over all
samples in twenty languages and on a dozen palettes.
"""


class Reading(NamedTuple):
    """How a run of text stands out: the worst contrast ratio in paint, and of a word on a phone.

    ``path`` is the field it shows, ``where`` the box of its ink and ``size`` its size, in px.
    ``required`` is the ratio it has to reach in paint. ``on_phone`` is None where there is too
    little ink to tell or nobody looked, and else has to reach ``ON_PHONE``.
    """

    path: str
    style: str
    text: str
    size: float
    large: bool
    where: Rect
    worst: float
    on_phone: float | None
    required: float

    @property
    def reads(self) -> bool:
        """Say whether it stands out enough, in paint and on a phone."""
        return self.worst >= self.required and (self.on_phone or ON_PHONE) >= ON_PHONE


SURE = 7.0
"""The ratio in paint from which no word was ever lost on a phone: over 4:1 is kept there, by all samples
in every theme and three seeds; so checks look at phones only where a text reaches less. Vivid colours on
vivid grounds may lose more than half."""

_LARGE_SHARE = 0.6
"""What of that is enough for large text, which keeps five sixths of its ratio at least (2,465 runs in
eight themes and five seeds)."""


_ALIKE = 1.2
"""How much more than enough a specimen has to keep for others set alike to pass unseen: the worst word
of a text keeps four fifths at least of what the best one set alike does (21 settings, 8 themes)."""


def measured(
    frame: Frame,
    paint: Paint,
    styles: Mapping[str, Style] | None = None,
    *,
    sure: float = math.inf,
    canvases: Canvases | None = None,
) -> tuple[Reading, ...]:
    """Return a reading for every run of text on a frame, in painting order.

    What surely reaches ``sure`` in paint, large text 0.6 of it, is not looked at more closely, nor on a
    phone.

    ``canvases`` are painted on, and may serve one frame after the other.

    ``styles`` are the theme's, which tell ornament from text. A number set as ornament carries
    meaning and has to reach 3:1 at any size, as graphics have to (WCAG 1.4.11); words are text. There
    is no reading for a mark that only adorns (a great quotation mark), for emoji, which bring their
    own colours, and for a run without ink.
    """
    if canvases is None or canvases.size != (frame.width, frame.height):
        canvases = Canvases(frame.width, frame.height)
    slide = plates(frame, paint, canvases)
    return tuple(
        _reading(stand, needed, slide, paint, sure)
        for stand in slide.stands
        if (needed := required(stand.run, styles or {})) is not None
    )


def required(run: GlyphRun, styles: Mapping[str, Style]) -> float | None:
    """Return the ratio that a run has to reach; None where it may be as it likes."""
    if run.face.colour:
        return None
    style = styles.get(run.style)
    if style is not None and style.ornament:
        kinds = {unicodedata.category(char)[0] for char in run.text}
        if "L" not in kinds:
            return LARGE if "N" in kinds else None
    return LARGE if is_large(run) else TEXT


def is_large(run: GlyphRun) -> bool:
    """Say whether a run is large text by WCAG."""
    return bool(run.size >= (LARGE_BOLD_FROM if run.face.key.weight >= BOLD else LARGE_FROM))


def _is_like_a_specimen(view: View, run: GlyphRun, paint: Paint) -> bool:
    """Say whether a run stands on one colour, and other words set alike keep more than enough there."""
    colours = None if view.over else view.bare.getcolors(1)
    if not colours:
        return False
    red, green, blue = cast("tuple[int, int, int]", colours[0][1])
    return kept_on_phone(run, Colour(red, green, blue), paint) >= ON_PHONE * _ALIKE


def _reading(stand: Stand, needed: float, slide: Plates, paint: Paint, sure: float) -> Reading:
    run, ink = stand.run, Rect(*stand.ink)
    large = is_large(run)
    enough = sure * _LARGE_SHARE if large else sure
    view = slide.view(stand)
    worst = worst_contrast(view, run.colour, run.size, enough)
    kept = None
    if worst < enough and not (sure < math.inf and _is_like_a_specimen(view, run, paint)):
        kept = worst_word(screen(slide.painted, ink), run, ink, slide.inked(stand))
    return Reading(
        run.path,
        run.style,
        run.text,
        run.size,
        large,
        ink,
        worst,
        kept,
        needed,
    )
