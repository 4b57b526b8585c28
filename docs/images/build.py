"""Draws the README's picture: a sample's slides side by side, rendered by Swipewell itself.

python docs/images/build.py
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PIL import Image

import swipewell as sw

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent.parent / "samples"
SIDE, GAP, COLUMNS = 340, 10, 4


def main() -> None:
    """Write ``kind-boundaries.png`` beside this file."""
    brand = sw.read_brand(SAMPLES / "brand.yaml")
    brand = brand.model_copy(update={"disclaimer": type(brand.disclaimer)()})  # one closing slide
    post = sw.read_post(SAMPLES / "kind-boundaries.yaml")
    carousel = sw.render(post, brand=brand, today=dt.date(2026, 11, 23))
    rows = -(-len(carousel.slides) // COLUMNS)
    size = (COLUMNS * (SIDE + GAP) - GAP, rows * (SIDE + GAP) - GAP)
    sheet = Image.new("RGB", size, "white")
    for i, slide in enumerate(carousel.slides):
        small = slide.image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
        sheet.paste(small, (i % COLUMNS * (SIDE + GAP), i // COLUMNS * (SIDE + GAP)))
    sheet.quantize(96).save(HERE / "kind-boundaries.png", optimize=True)


if __name__ == "__main__":
    main()
