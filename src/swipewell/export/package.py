"""A carousel to the files of its folder: pictures, caption, alt text, transcript, manifest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from swipewell.carousel import Rendered
from swipewell.export.artifact import Artifact
from swipewell.export.formats import PAGED, SUFFIX, known_formats, slide_files
from swipewell.export.image import encoded
from swipewell.export.manifest import manifest
from swipewell.export.sidecar import sidecars
from swipewell.model.post import Post
from swipewell.reading.slug import slug_of
from swipewell.text.markup import plain

if TYPE_CHECKING:
    from swipewell.export.kept import Kept
    from swipewell.export.pdf import Leaf


def package(
    carousel: Rendered,
    formats: Sequence[str] = ("png",),
    *,
    slug: str | None = None,
    sheet: bool = False,
    kept: Kept | None = None,
) -> list[Artifact]:
    """Return the files of a carousel, the manifest last; InputError for a format there is not.

    ``slug`` is the name of their folder, and of a PDF; ``sheet`` adds the contact sheet. Slides
    whose pictures are ``kept`` from the last time are not painted again.
    """
    formats = known_formats(formats)
    slug = slug or slug_for(carousel.post)
    files = slide_files(len(carousel.slides), formats, slug)
    artifacts = [*_painted(carousel, formats, slug, sheet, kept), *sidecars(carousel, files)]
    return [*artifacts, manifest(carousel, artifacts, files, formats, sheet=sheet)]


def _painted(
    carousel: Rendered, formats: Sequence[str], slug: str, sheet: bool, kept: Kept | None
) -> list[Artifact]:
    """Return every slide in every format, and the files that hold all of them; each is painted once."""
    artifacts: list[Artifact] = []
    pictures = [form for form in formats if form != PAGED]
    leaves, prints = [], []
    image = None
    for number, slide in enumerate(carousel.slides, 1):
        known = kept.pictures(slug, number, slide.frame) if kept else {}
        missing = [form for form in pictures if form not in known]
        if missing or PAGED in formats or sheet:
            image = slide.painted(image)
            known.update((form, encoded(image, form)) for form in missing)
        artifacts += [Artifact(f"{number:02}.{SUFFIX[form]}", known[form]) for form in pictures]
        if image is not None and PAGED in formats:
            from swipewell.export.pdf import leaf
            from swipewell.export.pdf_text import lines_of

            leaves.append(leaf(image, slide.alt, lines_of(slide.frame, image.width)))
        if image is not None and sheet:
            from swipewell.export.sheet import printed

            prints.append(printed(image, len(carousel.slides)))
    if leaves:
        artifacts.append(_document(carousel, leaves, slug))
    if prints:
        from swipewell.export.sheet import sheet_of

        artifacts.append(Artifact("sheet.png", encoded(sheet_of(carousel, prints), "png")))
    return artifacts


def _document(carousel: Rendered, leaves: Sequence[Leaf], slug: str) -> Artifact:
    """Return the PDF of a carousel's pages."""
    from swipewell.export.pdf import About, pdf

    about = About(plain(carousel.post.title), carousel.brand.name, carousel.deck.language)
    return Artifact(f"{slug}.{SUFFIX[PAGED]}", pdf(leaves, about))


def slug_for(post: Post) -> str:
    """Return the name of a post's folder: its own slug, else its file's name, else its title."""
    return slug_of(post.source.file if post.source else "-", post)
