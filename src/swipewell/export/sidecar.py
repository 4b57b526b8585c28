"""What goes beside the pictures, as files, and what there is to say about it.

The texts themselves are made in `spoken` (what a slide says), `alt`, `caption` and `transcript`.
"""

from __future__ import annotations

from collections.abc import Sequence

from swipewell.carousel import Prepared, Rendered
from swipewell.export.alt import alt_findings, alt_json
from swipewell.export.artifact import Artifact
from swipewell.export.caption import caption
from swipewell.export.picture_words import picture_word_findings
from swipewell.export.transcript import transcript
from swipewell.findings import Finding
from swipewell.layout.compose import Deck
from swipewell.model.post import Post


def sidecars(carousel: Rendered, files: Sequence[str]) -> list[Artifact]:
    """Return caption, alternative texts and transcript of a carousel whose slides are in files."""
    post, deck = carousel.post, carousel.deck
    text = caption(post, carousel.brand, carousel.outline).text
    return [
        Artifact("caption.txt", text.encode()),
        Artifact("alt.json", alt_json([slide.alt for slide in carousel.slides], files)),
        Artifact("transcript.md", transcript(post, deck)),
    ]


def sidecar_findings(wanted: Prepared, deck: Deck, alts: Sequence[str]) -> tuple[Finding, ...]:
    """Return what there is to say about caption and alternative texts of a deck."""
    post, outline = wanted.post, wanted.outline
    return (
        *caption(post, wanted.brand, outline).findings,
        *_about_pictures(post, outline.language),
        *alt_findings(deck.slides, alts, outline.language),
    )


def _about_pictures(post: Post, language: str) -> tuple[Finding, ...]:
    """Return findings about the descriptions of a post's pictures."""
    written = {"cover.alt": post.cover.alt}
    for index, slide in enumerate(post.slides):
        written[f"slides[{index}].alt"] = getattr(slide, "alt", None)
    found = (picture_word_findings(alt, language, field) for field, alt in written.items())
    return tuple(finding for findings in found for finding in findings)
