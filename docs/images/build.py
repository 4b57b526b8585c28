"""Draws the README's pictures: Swipewell's own slides, side by side.

python docs/images/build.py
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

import swipewell as sw
from swipewell.reading.theme import theme_names

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent.parent / "samples"
TODAY = dt.date(2026, 11, 23)
SIDE, SMALL, GAP = 340, 250, 10

GALLERY = {
    "clay": ("burnout", (0, 3, 4, 5)),
    "dusk": ("worry", (0, 1, 3, 6)),
    "linen": ("sleep", (0, 1, 3, 4)),
    "meadow": ("self-compassion", (0, 1, 3, 4)),
    "notebook": ("repair", (0, 1, 2, 6)),
    "plain": ("a-friend-in-crisis", (0, 2, 3, 5)),
    "poster": ("grounding", (0, 1, 2, 3)),
    "tide": ("grief", (0, 1, 3, 4)),
}
"""For each theme, a sample and which of its slides are shown."""


def main() -> None:
    """Write ``kind-boundaries.png`` and ``gallery.webp`` beside this file."""
    brand = sw.read_brand(SAMPLES / "brand.yaml")
    plain = brand.model_copy(update={"disclaimer": type(brand.disclaimer)()})  # one closing slide
    whole = sw.render(sw.read_post(SAMPLES / "kind-boundaries.yaml"), plain, today=TODAY)
    shown = [slide.image for slide in whole.slides]
    _sheet(shown, 4, SIDE).quantize(96).save(HERE / "kind-boundaries.png", optimize=True)

    own = brand.model_copy(update={"colours": type(brand.colours)()})  # each theme's own colour
    shown = []
    for theme in theme_names():
        sample, numbers = GALLERY[theme]
        post = sw.read_post(SAMPLES / f"{sample}.yaml")
        slides = sw.render(post, own, theme, today=TODAY).slides
        shown += [slides[number].image for number in numbers]
    # a palette of 256 would turn eight themes' greens to grey
    _sheet(shown, 4, SMALL).save(HERE / "gallery.webp", quality=88, method=6)


def _sheet(images: Sequence[Image.Image], columns: int, side: int) -> Image.Image:
    """Return pictures side by side, so many in a row."""
    rows = -(-len(images) // columns)
    size = (columns * (side + GAP) - GAP, rows * (side + GAP) - GAP)
    sheet = Image.new("RGB", size, "white")
    for i, image in enumerate(images):
        small = image.resize((side, side), Image.Resampling.LANCZOS)
        sheet.paste(small, (i % columns * (side + GAP), i // columns * (side + GAP)))
    return sheet


if __name__ == "__main__":
    main()
