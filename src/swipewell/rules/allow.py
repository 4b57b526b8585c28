"""What a post sets aside on purpose: ``allow: [{code: …, because: …}]``, on the post or on a slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from swipewell.findings import Finding
from swipewell.model.post import Post
from swipewell.named import NamedTuple
from swipewell.rules.care import found
from swipewell.rules.rule import rule_called

_LATE = frozenset({"low-contrast", "platform-slides", "platform-caption", "platform-mentions"})
"""Codes of what is found only once a post is set, or painted."""

_OWN = frozenset({"allow-unknown-code", "allow-without-reason", "allow-unused"})


class Allowed(NamedTuple):
    """A rule that is set aside: its code, why, where that is written, and for which fields."""

    code: str
    because: str
    field: str
    within: str


def allowed_in(post: Post) -> tuple[Allowed, ...]:
    """Return all that a post and its slides allow."""
    held = [*_allowed(post.allow, "")]
    for index, slide in enumerate(post.slides):
        held += _allowed(slide.allow, f"slides[{index}].")
    return tuple(held)


def _allowed(entries: Iterable[object], within: str) -> Iterator[Allowed]:
    for index, entry in enumerate(entries):
        code, because = getattr(entry, "code", ""), getattr(entry, "because", "")
        rule = rule_called(code)
        yield Allowed(rule.code if rule else "", because, f"{within}allow[{index}]", within)


def without_allowed(findings: Iterable[Finding], allowed: Sequence[Allowed]) -> tuple[Finding, ...]:
    """Return the findings that nothing allows; an ``allow`` counts only with its reason."""
    if not allowed:
        return tuple(findings)
    return tuple(one for one in findings if not any(_covers(each, one) for each in allowed))


def _covers(allowed: Allowed, finding: Finding) -> bool:
    field = finding.where.field or ""
    here = not allowed.within or f"{field}.".startswith(allowed.within)
    return bool(allowed.because) and allowed.code == finding.code and here


def about_allows(allowed: Sequence[Allowed], findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what is wrong with what is allowed: a code there is not, no reason, nothing to allow."""
    for one in allowed:
        if not one.code or one.code in _OWN:
            yield found("allow-unknown-code", one.field, "There is no rule with this code.")
        elif not one.because:
            said = f"`{one.code}` is allowed without a reason, so it is not."
            yield found("allow-without-reason", one.field, said)
        elif one.code not in _LATE and not any(_covers(one, finding) for finding in findings):
            said = f"`{one.code}` finds nothing here, so this allows nothing."
            yield found("allow-unused", one.field, said)
