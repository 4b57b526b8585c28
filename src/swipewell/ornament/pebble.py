"""clay's pebbles: the printed one that bears a tip's numeral, those before entries, the one to call from."""

from __future__ import annotations

from functools import lru_cache

from swipewell.frame import Item, Shape
from swipewell.geometry import Rect
from swipewell.ornament.clay import VARIANTS, Lump, bounds, formed, light, lump_path, tone
from swipewell.ornament.strip import Drawn, Options, Strip, StripSlide
from swipewell.ornament.whorl import Whorl, hand_of, pressed


def draw(strip: Strip, options: Options) -> Drawn:
    """Return the pebbles of every slide, as its layout's ``pebble`` names them by ``mode``.

    ``corner`` is the great one at the top right, which shows on the next slide too; ``entries`` are
    small ones beside the anchors ``entry``; ``numbers`` lie under the anchors ``number``; ``call``
    lies under the anchor ``dial``. Only the theme's ``modes`` are drawn, so that others may come later.
    """
    drawn: Drawn = [[] for _ in strip.slides]
    for i, slide in enumerate(strip.slides):
        mode = (slide.wants("pebble") or {}).get("mode")
        match mode if mode in options["modes"] else None:
            case "corner":
                drawn[i] += _corner(strip, i, 0.0)
                if i + 1 < len(strip.slides):
                    drawn[i + 1] += _corner(strip, i, -float(strip.width))
            case "entries":
                drawn[i] += _entries(strip, slide, options["tones"])
            case "numbers":
                drawn[i] += _numbers(strip, slide, options["tones"])
                drawn[i] += _entries(strip, slide, options["tones"])
            case "call":
                drawn[i] += _call(strip, slide)
            case _:
                pass
    return drawn


_TURNS = (0.12, -0.08, 0.3, -0.2)


def _corner(strip: Strip, i: int, dx: float) -> list[Item]:
    """Return the tip's pebble as it is seen so far right of its own place."""
    variant = (strip.seed + i) % VARIANTS
    turn = _TURNS[variant]
    top = strip.page.head
    lump = Lump(944, 160 + top, 164, 196, 12 + variant, waver=0.03, turn=turn).moved(dx)
    whorl = Whorl(936, 180 + top, 190, 17, -0.42 + turn).moved(dx)
    path = lump_path(lump)
    ridges = pressed(whorl, hand_of(strip), lump)
    items = formed(strip.palette, path, "clay")
    items.append(Shape(ridges, strip.palette["clay_shade"], 0.8, kept=True))
    return items


def _entries(strip: Strip, slide: StripSlide, tones: list[str]) -> list[Item]:
    """Return a small pebble before every entry of a list, level with its first line."""
    items: list[Item] = []
    for k, entry in enumerate(slide.numbered("entry")):
        x = entry.left - 58.0
        y = entry.top + entry.height / 2 + 3
        lump = Lump(x, y, 29, 24, (strip.seed + k) % VARIANTS, waver=0.06, turn=0.5 * k)
        path = lump_path(lump)
        name = tones[(strip.seed + k) % len(tones)]
        items.append(Shape(path, light(bounds(path), tone(strip.palette, name)), kept=True))
    return items


def _numbers(strip: Strip, slide: StripSlide, tones: list[str]) -> list[Item]:
    """Return a pebble under every number."""
    items: list[Item] = []
    for k, number in enumerate(slide.numbered("number")):
        x, y = number.centre
        size = number.height / 60
        seed, turn = (strip.seed + k) % VARIANTS, 0.1 * (k % 3 - 1)
        lump = Lump(x, y + 2, 42 * size, 36 * size, seed, waver=0.045, turn=turn)
        items += formed(strip.palette, lump_path(lump), tones[0], small=True, strength=0.3)
    return items


def _call(strip: Strip, slide: StripSlide) -> list[Item]:
    """Return the one pebble of the fired tile, under the number to call."""
    dial = slide.anchors.get("dial")
    if dial is None:
        return []
    lump, whorl = _about(dial)
    items = formed(strip.palette, lump_path(lump), "clay", small=True)
    ridges = pressed(whorl, hand_of(strip), lump)
    return [*items, Shape(ridges, strip.palette["clay_shade"], 0.7, kept=True)]


@lru_cache(maxsize=64)
def _about(dial: Rect) -> tuple[Lump, Whorl]:
    """Return a pebble around what is written on it, in steps of 8 px, and its print."""
    x, y = round(dial.centre[0]), round(dial.centre[1])
    wide = 8 * round((dial.width / 2 + 52) / 8)
    high = 4 * round((dial.height / 2 + 33) / 4)
    lump = Lump(x, y, wide, high, 91, power=2.7 if high < 90 else 3.4, waver=0.02)
    return lump, Whorl(x + wide * 0.66, y + 12, 110, 13, 0.7)
