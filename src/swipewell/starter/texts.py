"""The texts of first files: pure, from what a person said to what is written."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from swipewell.resources import bundled_yaml

Form = Literal["yaml", "md"]

USUAL_KINDS = ("tip", "tip", "list", "invite")
"""The slides of a new post where none are asked for."""

SCHEMAS = ".swipewell"
"""The folder of a project's schemas for editors."""

IGNORE = "# what Swipewell renders\nout/\n"


def post_text(title: str, kinds: Sequence[str], form: Form, schema: str) -> str:
    """Return a new post with a slide of each kind; ``schema`` is the path of its schema from there."""
    return _as_yaml(title, kinds, schema) if form == "yaml" else _as_markdown(title, kinds)


def _as_yaml(title: str, kinds: Sequence[str], schema: str) -> str:
    head = [
        f"# yaml-language-server: $schema={schema}",
        f"title: {quoted(title)}",
        "# subtitle: A line under the title",
        "# topics: [boundaries]        # suicide, self-harm, eating-disorders … bring help lines along",
        "slides:",
    ]
    slides = "".join(_slides(kinds, "yaml"))
    indented = "".join(f"  {line}" if line.strip() else line for line in slides.splitlines(True))
    return "\n".join(head) + "\n" + indented


def _as_markdown(title: str, kinds: Sequence[str]) -> str:
    head = f"---\ntitle: {quoted(title)}\n# subtitle: A line under the title\n"
    return head + "".join(f"---\n{slide}\n" for slide in _slides(kinds, "md")).rstrip("\n") + "\n"


def _slides(kinds: Sequence[str], form: Form) -> list[str]:
    known = bundled_yaml(Path(__file__).parent / "slides.yaml")
    return [known[kind][form] for kind in kinds]


def brand_text(answers: Mapping[str, str], schema: str) -> str:
    """Return a brand file with what was answered; fields without an answer stand in comments."""
    lines = [
        f"# yaml-language-server: $schema={schema}",
        "# Every post in this folder, and in those within it, finds this brand by itself.",
    ]
    for field, example, why in _BRAND:
        said = answers.get(field)
        line = f"{field}: {quoted(said)}" if said else f"# {field}: {example}"
        lines.append(f"{line:<44}# {why}" if why else line)
    return "\n".join(lines) + "\n" + _MORE


_BRAND = (
    ("name", "Alma Counselling", ""),
    ("handle", '"@alma.counselling"', "quotes, because of the @"),
    ("credential", "Licensed Marriage and Family Therapist", ""),
    ("region", "US", "your readers' country: it decides numbers and helplines"),
    ("language", "en", ""),
    ("theme", "linen", "`swipewell themes` lists all of them"),
)
_MORE = """\
# licence: {number: LMFT 00000, jurisdiction: California}
# colours: {seed: "#b3573a"}                # one colour; all others grow from it
# disclaimer:
#   dm_policy: I read messages twice a week and cannot advise in them.
"""


def week_text(zone: str, schema: str) -> str:
    """Return a plan of one post a week, out of the folder of first posts, in a time zone."""
    zoned = f"timezone: {zone}"
    return f"""\
# yaml-language-server: $schema={schema}
# `swipewell week` chooses next week's posts by this plan, and puts them into the folder `weeks`.
{zoned:<44}# the zone of all times, such as America/Los_Angeles
{"rest: 90 days":<44}# before a post may return
series:
  - {{name: Weekly post, day: tuesday, time: "09:00", pool: posts}}
{"exports: [generic]":<44}# or publer, social-planner, socialbee, postfast, ayrshare, inssist
# media_url: https://media.example/alma     # where these reach the pictures
"""


def quoted(text: str) -> str:
    """Return a text as a YAML scalar in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def ignore_text(before: str) -> str | None:
    """Return a `.gitignore` that leaves out what is rendered; None where the one there does already."""
    lines = {line.strip().strip("/") for line in before.splitlines()}
    if "out" in lines:
        return None
    return before + ("" if before.endswith("\n") or not before else "\n") + IGNORE
