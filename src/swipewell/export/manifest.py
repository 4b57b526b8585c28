"""``post.json``: what went in, what came out, with which engines, at which sizes, with which findings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from swipewell.export.artifact import Artifact

if TYPE_CHECKING:
    from swipewell.pipeline import Carousel


def manifest(carousel: Carousel, artifacts: Sequence[Artifact], files: Sequence[str]) -> Artifact:
    """Return the manifest of a carousel and the files it became."""
    slides = [
        {"file": file, "kind": slide.kind, "alt": slide.alt}
        for file, slide in zip(files, carousel.slides, strict=True)
    ]
    content: dict[str, Any] = {
        "version": _version(),
        "theme": carousel.theme.name,
        "key": input_key(carousel),
        "engines": engines(),
        "sizes": _sizes(carousel),
        "slides": slides,
        "findings": [finding.as_dict() for finding in carousel.findings],
        "outputs": {artifact.name: artifact.sha256 for artifact in artifacts},
    }
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=False) + "\n"
    return Artifact("post.json", text.encode())


def _sizes(carousel: Carousel) -> dict[str, float]:
    """Return the size in px of every style that the deck uses, the smallest where they differ."""
    sizes: dict[str, float] = {}
    for slide in carousel.deck.slides:
        for style, size in slide.sizes.items():
            sizes[style] = min(size, sizes.get(style, size))
    return dict(sorted(sizes.items()))


def input_key(carousel: Carousel) -> str:
    """Return the SHA-256 of the post, brand and theme that were rendered."""
    import hashlib

    parts = (carousel.post, carousel.brand, carousel.theme)
    joined = "\n".join(part.model_dump_json() for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()


def engines() -> dict[str, str]:
    """Return the versions of what shapes, paints and encodes."""
    import PIL
    import uharfbuzz as hb

    return {"pillow": PIL.__version__, "harfbuzz": hb.version_string()}


def _version() -> str:
    from swipewell import __version__

    return __version__
