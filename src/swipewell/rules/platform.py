"""The rules about where a post goes: how many slides, how long a caption, which size and format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from swipewell.export.shorten import length
from swipewell.findings import Finding, InputError, error
from swipewell.geometry import Page
from swipewell.reading.names import listed
from swipewell.resources import bundled_yaml
from swipewell.rules.care import found
from swipewell.rules.rule import DATA


def targets() -> Mapping[str, Mapping[str, Any]]:
    """Return what each target takes, by its name."""
    known: Mapping[str, Mapping[str, Any]] = bundled_yaml(DATA / "platform.yaml")["targets"]
    return known


def known_target(name: str) -> Mapping[str, Any]:
    """Return what a target takes; InputError where there is none by that name."""
    known = targets()
    if name not in known:
        hint = f"The targets are {listed(list(known))}."
        raise InputError([error("unknown-target", f"There is no target called “{name}”.", hint)])
    return known[name]


def platform_findings(
    target: str, page: Page, scale: int, formats: Sequence[str]
) -> Iterator[Finding]:
    """Yield what a target does not take of the pictures asked for; no format says nothing."""
    takes = known_target(target)
    if page.name not in takes["sizes"] or scale > takes.get("scale", 2):
        said = f"{_capital(takes)} does not take slides of {page.width * scale} × {page.height * scale} px."
        yield found("platform-size", "", said, f"Its sizes are {listed(takes['sizes'])}.")
    if formats and not set(formats) <= set(takes["formats"]):
        said = f"{_capital(takes)} does not take {listed(sorted(set(formats) - set(takes['formats'])))}."
        hint = f"Render with `--format {takes['formats'][-1]}`."
        yield found("platform-format", "", said, hint)


def deck_findings(target: str, slides: int, caption: str) -> Iterator[Finding]:
    """Yield what a target does not take of a finished deck."""
    takes = known_target(target)
    if slides > takes["slides"]:
        said = f"The post makes {slides} slides; {takes['name']} takes {takes['slides']}."
        yield found("platform-slides", "slides", said)
    if length(caption) > takes["caption"]:
        said = f"The caption has {length(caption):,} characters; {takes['name']} takes {takes['caption']:,}."
        yield found("platform-caption", "caption", said)
    mentions = len(re.findall(r"(?<!\w)@[\w.]+", caption))
    if mentions > takes.get("mentions", mentions):
        said = (
            f"The caption mentions {mentions} accounts; {takes['name']} takes {takes['mentions']}."
        )
        yield found("platform-mentions", "caption", said)


def _capital(takes: Mapping[str, Any]) -> str:
    name: str = takes["name"]
    return name[0].upper() + name[1:]
