"""What a face in a size and a colour keeps on a phone, read off thin words on a plain ground.

All texts set alike keep about as much; a specimen says it for all of them, and is read once.
"""

from __future__ import annotations

from swipewell.colour import Colour
from swipewell.frame import Fill, Frame, GlyphRun, Placed
from swipewell.geometry import Rect
from swipewell.meter.phone import screen, worst_word
from swipewell.meter.stand import Canvases, Paint, plates
from swipewell.text.properties import everyday_characters

_WORDS = ("little", "with", "filling", "it’ll", "minimum")
"""Words of thin letters: what they keep, others keep too."""

_WIDTH, _AIR = 1080, 96
_MOST = 512

_Set = tuple[object, float, Colour, Colour]

_known: dict[_Set, float] = {}


def kept_on_phone(run: GlyphRun, ground: Colour, paint: Paint) -> float:
    """Return the contrast ratio that the worst of some thin words, set as a run is, keeps on a phone.

    It is 0 for a run of other than everyday Latin characters, whose words are unlike any specimen.
    """
    if not everyday_characters() >= set(run.text):
        return 0.0
    key = (run.face.key, run.size, run.colour, ground)
    if key not in _known:
        if len(_known) >= _MOST:
            _known.clear()
        _known[key] = _read(run, ground, paint)
    return _known[key]


def _read(run: GlyphRun, ground: Colour, paint: Paint) -> float:
    height = round(3 * run.size)
    box = Rect(_AIR, 0, _WIDTH - _AIR, height)
    words = run._replace(pieces=tuple(_placed(run)), box=box)
    frame = Frame(_WIDTH, height, (Fill(ground), words))
    slide = plates(frame, paint, Canvases(_WIDTH, height))
    if not slide.stands:
        return 0.0
    (stand,) = slide.stands
    ink = Rect(*stand.ink)
    return worst_word(screen(slide.painted, ink), words, ink, slide.inked(stand)) or 0.0


def _placed(run: GlyphRun) -> list[Placed]:
    """Return the words in a row on a baseline, as many as there is room for, at a run's size in px."""
    font, upem, placed = run.face.font, run.face.upem, list[Placed]()
    left = float(_AIR)
    for word in _WORDS:
        glyphs, at = [], 0.0
        for number in map(font.get_nominal_glyph, map(ord, word)):
            glyphs.append((number or 0, at, 0.0))
            at += font.get_glyph_h_advance(number or 0) / upem
        if left + at * run.size > _WIDTH - _AIR:
            break
        placed.append(Placed(tuple(glyphs), left, 2.0 * run.size))
        left += (at + 0.4) * run.size
    return placed
