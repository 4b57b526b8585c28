"""A carousel to the files of its folder: pictures, caption, alt text, transcript, manifest."""

from __future__ import annotations

from collections.abc import Sequence

from swipewell.carousel import Rendered
from swipewell.export.artifact import Artifact
from swipewell.export.formats import SUFFIX, known_formats
from swipewell.export.image import encoded
from swipewell.export.manifest import manifest
from swipewell.export.sidecar import sidecars
from swipewell.model.post import Post
from swipewell.reading.slug import slug_of


def package(carousel: Rendered, formats: Sequence[str] = ("png",)) -> list[Artifact]:
    """Return the files of a carousel, the manifest last; InputError for a format there is not."""
    formats = known_formats(formats)
    files = [f"{n:02}.{SUFFIX[formats[0]]}" for n in range(1, len(carousel.slides) + 1)]
    artifacts = [*_pictures(carousel, formats), *sidecars(carousel, files)]
    return [*artifacts, manifest(carousel, artifacts, files, formats)]


def _pictures(carousel: Rendered, formats: Sequence[str]) -> list[Artifact]:
    """Return every slide in every format; each is painted once."""
    artifacts: list[Artifact] = []
    image = None
    for number, slide in enumerate(carousel.slides, 1):
        image = slide.painted(image)
        artifacts += [
            Artifact(f"{number:02}.{SUFFIX[form]}", encoded(image, form)) for form in formats
        ]
    return artifacts


def slug_for(post: Post) -> str:
    """Return the name of a post's folder: its own slug, else its file's name, else its title."""
    return slug_of(post.source.file if post.source else "-", post)
