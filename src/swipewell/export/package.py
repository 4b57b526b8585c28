"""A carousel to the files of its folder: pictures, caption, alt text, transcript, manifest."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from swipewell.export import sidecar
from swipewell.export.artifact import Artifact
from swipewell.export.image import encoded
from swipewell.export.manifest import manifest
from swipewell.findings import InputError, error
from swipewell.model.post import Post

if TYPE_CHECKING:
    from swipewell.pipeline import Carousel

FORMATS = ("png", "jpeg")
_SUFFIX = {"png": "png", "jpeg": "jpg"}


def package(carousel: Carousel, formats: Sequence[str] = ("png",)) -> list[Artifact]:
    """Return the files of a carousel, the manifest last; InputError for a format there is not."""
    unknown = [form for form in formats if form not in FORMATS]
    if unknown:
        message = f"there is no format '{unknown[0]}'"
        raise InputError([error("unknown-format", message, f"choose from {', '.join(FORMATS)}")])
    files = [f"{n:02}.{_SUFFIX[formats[0]]}" for n in range(1, len(carousel.slides) + 1)]
    artifacts = _pictures(carousel, formats)
    artifacts += [
        Artifact("caption.txt", sidecar.caption(carousel.post, carousel.brand, carousel.deck)),
        Artifact("alt.json", sidecar.alt_json(carousel.deck, files)),
        Artifact("transcript.md", sidecar.transcript(carousel.post, carousel.deck)),
    ]
    return [*artifacts, manifest(carousel, artifacts, files)]


def _pictures(carousel: Carousel, formats: Sequence[str]) -> list[Artifact]:
    """Return every slide in every format; each is painted once."""
    artifacts: list[Artifact] = []
    for number, slide in enumerate(carousel.slides, 1):
        image = slide.image
        artifacts += [
            Artifact(f"{number:02}.{_SUFFIX[form]}", encoded(image, form)) for form in formats
        ]
    return artifacts


def slug_for(post: Post) -> str:
    """Return the name of a post's folder: its own slug, else its title made safe."""
    if post.slug:
        return post.slug
    text = unicodedata.normalize("NFC", post.title).casefold()
    return re.sub(r"[^\w]+", "-", text).strip("-_")[:80] or "post"


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
