"""Writes docs/rules.md: every rule, why there is one, and what to write instead.

python docs/build_rules.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from swipewell.rules.rule import Rule, all_rules, sources

PAGE = Path(__file__).with_name("rules.md")

_FAMILIES = {
    "suicide": "Words about suicide and self-harm",
    "eating": "Words about eating, weight and bodies",
    "stigma": "Words about people and diagnoses",
    "scope": "What a post cannot do",
    "claims": "Claims",
    "confidentiality": "Clients",
    "tone": "Tone",
    "access": "Words and letters not everybody can read",
    "structure": "A post as a whole",
    "accessibility": "Reading on a phone",
    "typography": "Signs",
    "platform": "Where a post goes (`--for`)",
}


def page() -> str:
    """Return the page."""
    lines = [
        "# Rules",
        "",
        "Made from `src/swipewell/rules/data/` by `python docs/build_rules.py`; a test fails where it is out",
        "of date.",
        "",
        "Rules about words are English only so far. They read words, not letters: what is denied, quoted or",
        "taught against passes. What is meant as it stands is set aside in the post, or on a slide, with a",
        "reason:",
        "`allow: [{code: suicide-as-label, because: The title of a book.}]`.",
    ]
    for family, title in _FAMILIES.items():
        lines += ["", f"## {title}", "", "| code | | what, and why | instead | source |"]
        lines += ["| --- | --- | --- | --- | --- |"]
        lines += [_row(rule) for rule in all_rules() if rule.family == family]
    return "\n".join([*lines, "", "## Sources", "", *_sources()]) + "\n"


def _row(rule: Rule) -> str:
    named = ", ".join(rule.source)
    cells = (f"`{rule.code}`", str(rule.severity), f"{rule.title}: {rule.why}", rule.instead, named)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _sources() -> Iterator[str]:
    """Yield the guidelines by their short names."""
    for name, where in sources().items():
        yield f"- {name}: {' '.join(where.split())}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
