"""Swipewell beside other renderers: draws their common workload through its own painter.

``python -m benchmarks.peers --workload FILE --fonts DIR`` reads lines ``{"fmt": "png", "k": 3}``
and answers each with ``{"ms": [...], "bytes": [...]}``, one entry a slide; ``k`` turns the words of
every text by so many places. With ``--cold FMT FOLDER`` it writes the slides of ``k = 0`` and ends.
``--corpus FILE`` takes new words for every ``k`` from there, as the peers do.

A slide is a ground in two colours, a card with a shadow, a heading, a body, and a row with avatar,
handle and dots. Its text is set, and all of it painted, anew for each slide.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from swipewell.colour import Colour
from swipewell.export.image import encoded
from swipewell.frame import (
    Contour,
    Fill,
    Frame,
    GlyphRun,
    Gradient,
    Item,
    Placed,
    Shadow,
    Shape,
)
from swipewell.geometry import Rect
from swipewell.ornament.curve import disc
from swipewell.paint.painter import Painter
from swipewell.text.fonts import FaceFile, FaceKey, Family, FontBook
from swipewell.text.shape import Manner, Shaper
from swipewell.text.typeset import Manners, SetText, Setting, Typesetter

_SUFFIX = {"png": "png", "jpeg": "jpg"}
_FACES = (
    ("Lora", FaceFile(700, False, "Lora_700Bold.ttf")),
    ("Inter", FaceFile(400, False, "Inter_400Regular.ttf")),
    ("Inter", FaceFile(500, False, "Inter_500Medium.ttf")),
)

Text = Mapping[str, str]
"""A slide of the workload: its heading and its body."""


class Drawer:
    """Draws slides of a workload, and keeps what Swipewell keeps from one slide to the next."""

    def __init__(self, workload: Mapping[str, Any], fonts: Path) -> None:
        self._workload = workload
        self._shaper = Shaper(_book(fonts), "en")
        self._painter = Painter()
        self._canvas: Image.Image | None = None
        self._fixed = tuple(_fixed(workload))
        dots = workload["dots"]
        self._on, self._off = _colour(dots["on"]), _colour(dots["off"])
        self._dots = [(dot,) for dot in _dots(dots)]

    def drawn(self, text: Text, number: int, form: str) -> bytes:
        """Return a slide's bytes: text set, frame painted, image encoded."""
        frame = Frame(self._workload["W"], self._workload["H"], tuple(self._items(text, number)))
        self._canvas = self._painter.paint(frame, self._canvas)
        return encoded(self._canvas, form)

    def _items(self, text: Text, number: int) -> Iterator[Item]:
        yield from self._fixed
        heading, body, brand = (self._workload[name] for name in ("heading", "body", "brand"))
        title = self._set(text["heading"], heading, heading["w"], "balanced")
        yield from _runs(title, heading, heading["x"], heading["y"])
        below = heading["y"] + title.height + body["gap"]
        words = self._set(text["body"], body, heading["w"], "fit")
        yield from _runs(words, body, heading["x"], below)
        avatar = brand["avatar"]
        handle = self._set(brand["handle"], {**brand, "lh": avatar["d"]}, 400, "fit")
        yield from _runs(handle, brand, brand["tx"], avatar["y"])
        for index, path in enumerate(self._dots):
            yield Shape(path, self._on if index == number else self._off, kept=True)

    def _set(self, text: str, style: Mapping[str, Any], width: float, setting: Setting) -> SetText:
        manner = Manner(FaceKey(style["font"], style["weight"]))
        setter = Typesetter(self._shaper)  # a new one, which remembers words but no texts
        return setter.set(
            text,
            Manners(manner, manner, manner, manner),
            size=style["size"],
            leading=style["lh"],
            measure=width,
            setting=setting,
        )


def _book(folder: Path) -> FontBook:
    """Return a font book of the workload's families."""
    names = dict.fromkeys(name for name, _ in _FACES)
    families = {
        name: Family(name, ".", "text", "OFL-1.1", "", tuple(f for n, f in _FACES if n == name))
        for name in names
    }
    return FontBook(folder, families)


def _fixed(workload: Mapping[str, Any]) -> Iterator[Item]:
    """Yield what is the same on every slide: ground, card with shadow, avatar."""
    card, shadow, avatar = workload["card"], workload["shadow"], workload["brand"]["avatar"]
    top, bottom = map(_colour, workload["bg"])
    yield Fill(Gradient((0, 0), (0, workload["H"]), ((0.0, top), (1.0, bottom))))
    path = (_rounded(card["x"], card["y"], card["w"], card["h"], card["r"]),)
    if shadow["alpha"]:
        tint = Colour(*shadow["color"])
        yield Shadow(path, tint, (0, shadow["dy"]), shadow["blur"] / 2, shadow["alpha"])
    yield Shape(path, _colour(card["fill"]), kept=True)
    radius = avatar["d"] / 2
    mark = disc(avatar["x"] + radius, avatar["y"] + radius, radius)
    yield Shape((mark,), _colour(avatar["fill"]), kept=True)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> Contour:
    """Return a rectangle with rounded corners: a disc's eight arcs, pulled apart to the corners."""
    contour: list[tuple[float, float, bool]] = []
    right, bottom = x + width - radius, y + height - radius
    corners = ((right, bottom), (x + radius, bottom), (x + radius, y + radius), (right, y + radius))
    for quarter, (cx, cy) in enumerate(corners):
        arcs = disc(cx, cy, radius)
        contour += [arcs[i % 16] for i in range(4 * quarter, 4 * quarter + 5)]
    return tuple(contour)


def _dots(dots: Mapping[str, Any]) -> Iterator[Contour]:
    size, gap = dots["d"], dots["gap"]
    left = dots["right"] - dots["n"] * size - (dots["n"] - 1) * gap
    for index in range(dots["n"]):
        yield disc(left + index * (size + gap) + size / 2, dots["cy"], size / 2)


def _runs(text: SetText, style: Mapping[str, Any], left: float, top: float) -> Iterator[GlyphRun]:
    """Yield a set text's glyphs at a place: one run, for a workload's text has one face."""
    placed: list[Placed] = []
    face = None
    for row in text.rows:
        x, baseline = left, float(round(top + row.top + text.baseline))
        for word in row.words:
            for piece in word.shaped.pieces:
                face = piece.face
                placed.append(Placed(piece.glyphs, x + piece.x * text.size, baseline))
            x += (word.shaped.advance + word.space) * text.size
    box = Rect(left, top, left + text.width, top + text.height)
    colour = _colour(style["color"])
    yield GlyphRun(face, text.size, colour, tuple(placed), box, text, "", style["font"])


def _colour(text: str) -> Colour:
    return Colour(*(int(text[i : i + 2], 16) for i in (1, 3, 5)))


def _turned(text: str, places: int) -> str:
    words = text.split(" ")
    at = places % len(words)
    return " ".join(words[at:] + words[:at])


def _texts(workload: Mapping[str, Any], corpus: list[str] | None) -> Callable[[int], list[Text]]:
    """Return the function from ``k`` to the texts of its slides."""
    slides: list[Text] = workload["slides"]

    def turned(k: int) -> list[Text]:
        return [{part: _turned(slide[part], k) for part in ("heading", "body")} for slide in slides]

    def fresh(k: int) -> list[Text]:
        assert corpus is not None
        starts = [((k * 7 + i) * 108) % (len(corpus) - 40) for i in range(len(slides))]
        return [
            {
                "heading": " ".join(corpus[at : at + 6])[:44],
                "body": " ".join(corpus[at + 6 : at + 36])[:175],
            }
            for at in starts
        ]

    return turned if corpus is None else fresh


def _serve(drawer: Drawer, texts: Callable[[int], list[Text]]) -> None:
    """Answer every request on standard input."""
    for line in sys.stdin:
        asked = json.loads(line)
        ms: list[float] = []
        sizes: list[int] = []
        for number, text in enumerate(texts(asked["k"])):
            start = time.perf_counter()
            data = drawer.drawn(text, number, asked["fmt"])
            ms.append((time.perf_counter() - start) * 1e3)
            sizes.append(len(data))
        print(json.dumps({"ms": ms, "bytes": sizes}), flush=True)


def main() -> None:
    """Serve as a worker, or write the slides once."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers")
    parser.add_argument("--workload", type=Path, required=True)
    parser.add_argument("--fonts", type=Path, required=True, help="Lora and Inter as TTF")
    parser.add_argument("--corpus", type=Path, help="a text whose words make fresh slides")
    parser.add_argument("--cold", nargs=2, metavar=("FMT", "FOLDER"))
    options = parser.parse_args()
    workload = json.loads(options.workload.read_text("utf-8"))
    words = options.corpus.read_text("utf-8").split() if options.corpus else None
    drawer, texts = Drawer(workload, options.fonts), _texts(workload, words)
    if options.cold is None:
        _serve(drawer, texts)
        return
    form, folder = options.cold
    for number, text in enumerate(texts(0)):
        path = Path(folder) / f"slide_{number + 1}.{_SUFFIX[form]}"
        path.write_bytes(drawer.drawn(text, number, form))


if __name__ == "__main__":
    main()
