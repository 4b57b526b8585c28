"""A sign-off: a clinician has read a post as it comes out, and nothing of it has changed since.

It is a small file beside the post, ``rest.approved`` beside ``rest.yaml``, bound to the pixels of every
slide, its alternative texts and the caption. Any change to what readers see or hear voids it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from pathlib import Path

from swipewell.carousel import Rendered
from swipewell.findings import Finding, Severity, Where
from swipewell.named import NamedTuple
from swipewell.store import write_file
from swipewell.version import __version__

SUFFIX = ".approved"


class Approval(NamedTuple):
    """Who has signed which digest of a post, and on which day."""

    by: str
    on: str
    digest: str


def digest_of(carousel: Rendered) -> str:
    """Return the SHA-256 of all that readers get: pixels, alternative texts, caption."""
    from swipewell.export.caption import caption

    text = caption(carousel.post, carousel.brand, carousel.outline).text
    whole = hashlib.sha256(text.encode())
    image = None
    for slide in carousel.slides:
        image = slide.painted(image)
        whole.update(f"\0{slide.alt}\0{image.size}".encode())
        whole.update(image.tobytes())
    return whole.hexdigest()


def sign_off(post: str | os.PathLike[str], slug: str) -> Path:
    """Return where the sign-off of a post lies: beside its file, by the name of its folder."""
    return Path(post).parent / f"{slug}{SUFFIX}"


def approve(
    carousel: Rendered, file: str | os.PathLike[str], by: str, today: dt.date | None = None
) -> Path:
    """Write the sign-off of a carousel, whole or not at all, and return its path."""
    file = Path(file)
    content = {
        "approved_by": by,
        "on": (today or dt.date.today()).isoformat(),
        "sha256": digest_of(carousel),
        "version": __version__,
    }
    write_file(file, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())
    return file


def approval_in(file: str | os.PathLike[str]) -> Approval | None:
    """Return what a sign-off says; None where there is none, or it is not as it was written."""
    try:
        held = json.loads(Path(file).read_bytes())
        return Approval(str(held["approved_by"]), str(held["on"]), str(held["sha256"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def not_approved(carousel: Rendered, file: str | os.PathLike[str]) -> Finding | None:
    """Return why a carousel does not count as approved; None where it does."""
    signed = approval_in(file)
    if signed is None:
        message = "Nobody has approved this post."
    elif signed.digest != digest_of(carousel):
        message = f"{signed.by} approved this post on {signed.on}, and it has changed since."
    else:
        return None
    hint = "Read it as it comes out, then sign it: `swipewell approve POST --by NAME`."
    return Finding("not-approved", Severity.ERROR, message, hint, Where(str(file)))
