"""``post.json``: what went in, what came out, with which engines, sizes and findings.

It travels with the pictures, so no path of the machine it was made on is in it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from swipewell.carousel import Prepared, Rendered
from swipewell.export.artifact import Artifact
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.reading.pictures import EACH, FIELDS
from swipewell.text.fonts import fonts_key
from swipewell.text.properties import everyday_characters
from swipewell.version import __version__

if TYPE_CHECKING:
    from swipewell.findings import Finding


def manifest(
    carousel: Rendered,
    artifacts: Sequence[Artifact],
    files: Sequence[str],
    formats: Sequence[str],
    *,
    sheet: bool = False,
) -> Artifact:
    """Return the manifest of a carousel and the files it became."""
    slides = [
        {"file": file, "kind": slide.kind, "alt": slide.alt}
        for file, slide in zip(files, carousel.slides, strict=True)
    ]
    content: dict[str, Any] = {
        "version": __version__,
        "theme": carousel.theme.name,
        "language": carousel.outline.language,
        "translation_of": _base_of(carousel.post),
        "key": input_key(carousel, formats, sheet=sheet),
        "engines": engines(_content(carousel.post), _content(carousel.brand)),
        "sizes": _sizes(carousel),
        "slides": slides,
        "findings": [_unplaced(finding) for finding in carousel.findings],
        **_care(carousel.post),
        "outputs": {artifact.name: artifact.sha256 for artifact in artifacts},
    }
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=False) + "\n"
    return Artifact("post.json", text.encode())


def _care(post: Post) -> dict[str, Any]:
    """Return who has read a post, and what it sets aside with which reason, where it says so."""
    held = {"": post.allow, **{f"slides[{n}]": slide.allow for n, slide in enumerate(post.slides)}}
    allowed = [
        {"code": one.code, "because": one.because, "within": within}
        for within, entries in held.items()
        for one in entries
    ]
    due = post.review_due.isoformat() if post.review_due else None
    review = {"by": post.reviewed_by, "due": due} if post.reviewed_by or due else None
    return ({"review": review} if review else {}) | ({"allow": allowed} if allowed else {})


def _base_of(post: Post) -> str | None:
    """Return the bare name of the file that a post is a translation of."""
    return os.path.basename(post.translation_of) if post.translation_of else None


def _unplaced(finding: Finding) -> dict[str, object]:
    """Return a finding with its file's bare name."""
    file = finding.where.file
    return finding.as_dict() | {"file": os.path.basename(file) if file else None}


def _sizes(carousel: Rendered) -> dict[str, float]:
    """Return the size in px of every style that the deck uses, the smallest where they differ."""
    sizes: dict[str, float] = {}
    for slide in carousel.deck.slides:
        for style, size in slide.sizes.items():
            sizes[style] = min(size, sizes.get(style, size))
    return dict(sorted(sizes.items()))


def input_key(wanted: Prepared | Rendered, formats: Sequence[str], *, sheet: bool = False) -> str:
    """Return the SHA-256 of everything that the files of a post depend on, known before composing.

    A day counts only by what it changes: the findings, such as helplines that have grown old.
    Pictures count by their bytes and not by their paths, so the same project has the same key
    in every place.
    """
    post, brand = wanted.post, wanted.brand
    written = _content(post), _content(brand)
    parts = {
        "version": __version__,
        "engines": engines(*written),
        "formats": [*formats, *(["sheet"] if sheet else [])],
        "page": [wanted.page.name, wanted.scale],
        "fonts": hashlib.sha256("\n".join(fonts_key()).encode()).hexdigest(),
        "theme": hashlib.sha256(repr(wanted.theme).encode()).hexdigest(),
        "written": written,
        "translation_of": _base_of(post),
        "target": wanted.outline.target,
        "closing": wanted.outline.slides[-1].fields,
        "findings": [_said(finding) for finding in _noticed(wanted)],
    }
    text = json.dumps(parts, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _noticed(wanted: Prepared | Rendered) -> Iterable[Finding]:
    """Yield what was noticed before composing."""
    for source in (wanted.post.source, wanted.brand.source):
        yield from source.findings if source else ()
    yield from wanted.outline.findings


def _said(finding: Finding) -> list[str | None]:
    """Return what a finding says, without its place: a comment above it changes nothing."""
    return [finding.code, finding.severity, finding.message, finding.hint, finding.where.field]


def _content(model: Post | Brand) -> dict[str, Any]:
    """Return a model as plain data, with the digest of each picture in place of its path."""
    data: dict[str, Any] = model.model_dump(mode="json")
    for *way, last in FIELDS[type(model).__name__]:
        for holder in _holders(data, way):
            if holder.get(str(last)) is not None:
                file = holder[str(last)]
                drawing = _DRAWING if file.lower().endswith(".svg") else ""
                holder[str(last)] = f"{drawing}{_file_digest(file)}"
    if os.path.isabs(data.get("theme") or ""):  # what it holds counts with the theme itself
        data["theme"] = os.path.basename(data["theme"])
    for name, font in data.get("fonts", {}).items():
        if font and os.path.isabs(font):
            data["fonts"][name] = _file_digest(font)
    return data


_DRAWING = "svg:"
"""Stands before the digest of a drawing, which another engine paints."""


def _holders(data: Any, way: Sequence[str | int]) -> Iterator[dict[str, Any]]:
    """Yield what stands at the end of a way through plain data; `EACH` leads to every entry."""
    if not way:
        yield data
        return
    for step in data if way[0] == EACH else (data[way[0]],):
        yield from _holders(step, way[1:])


def _file_digest(path: str | os.PathLike[str]) -> str | None:
    """Return the SHA-256 of a file, None where it cannot be read; painting tells why."""
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def engines(*written: dict[str, Any]) -> dict[str, str]:
    """Return the versions of what breaks lines, shapes, paints and encodes.

    ``regex`` counts only where something was written that its tables are asked about, ``resvg`` only
    where a logo is drawn.
    """
    import isal
    import PIL
    import uharfbuzz as hb

    versions = {
        "harfbuzz": hb.version_string(),
        "isal": isal.__version__,
        "pillow": PIL.__version__,
    }
    if not set(json.dumps(written, ensure_ascii=False)) <= everyday_characters():
        import regex  # its import takes longer than a slide

        versions["regex"] = regex.__version__
    if any(str(one.get("logo")).startswith(_DRAWING) for one in written):
        from importlib.metadata import version

        versions["resvg"] = version("resvg_py")
    return versions
