"""The rules over a post, in the two places where its way tells enough: planned, and set."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from swipewell.deck import Outline
from swipewell.findings import Finding
from swipewell.geometry import Page
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.rules.allow import about_allows, allowed_in, without_allowed
from swipewell.rules.care import care_findings
from swipewell.rules.prose import prose_of
from swipewell.rules.wording import wording_findings
from swipewell.text.languages import primary


def planned_findings(
    post: Post,
    brand: Brand,
    language: str,
    today: dt.date,
    *,
    require_sources: bool = False,
    target: str = "",
    page: Page,
    scale: int = 1,
    formats: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """Return all that rules have to say about a post before it is set, without what it allows."""
    texts = prose_of(post)
    base = primary(language)
    every = [
        *wording_findings(post, brand, language, texts),
        *care_findings(post, base, texts, today=today, require_sources=require_sources),
    ]
    if target:
        from swipewell.rules.platform import platform_findings

        every += platform_findings(target, page, scale, formats)
    allowed = allowed_in(post)
    return (*without_allowed(every, allowed), *about_allows(allowed, every))


def set_findings(
    post: Post, brand: Brand, outline: Outline, alts: Sequence[str]
) -> tuple[Finding, ...]:
    """Return what the target says of a post that is set, without what it allows."""
    if not outline.target:
        return ()
    from swipewell.export.caption import caption
    from swipewell.rules.platform import deck_findings

    text = caption(post, brand, outline).text
    return still_said(post, deck_findings(outline.target, len(alts), text))


def still_said(post: Post, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that a post does not allow."""
    return without_allowed(findings, allowed_in(post))
