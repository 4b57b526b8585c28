"""Markdown becomes the tree that YAML gives, or a finding at its line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

import swipewell as sw
from swipewell.reading.files import parse_post

HEAD = "---\ntitle: T\n---\n"


def slides(text: str, head: str = HEAD) -> list[dict[str, object]]:
    post = parse_post((head + text).encode(), "a.md", Path())
    return [
        {"kind": slide.kind, **slide.model_dump(exclude_defaults=True)} for slide in post.slides
    ]


def faults(text: str, head: str = HEAD) -> list[tuple[str, int | None, int | None]]:
    with pytest.raises(sw.InputError) as refused:
        parse_post((head + text).encode(), "a.md", Path())
    return [(f.code, f.where.line, f.where.column) for f in refused.value.findings]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "## A *title*\n\nOne\nline.\n\nTwo.\n\n> Say it.",
            {"title": "A *title*", "body": "One line.\n\nTwo.", "example": "Say it."},
        ),
        ("\nNote: this is text", {"body": "Note: this is text"}),
        ("## T\n- a\n* b\n  more", {"kind": "list", "title": "T", "items": ("a", "b more")}),
        ("## T\n1. a\n2) b", {"kind": "steps", "title": "T", "steps": ("a", "b")}),
        (
            "## T\n### No\n- a\n\n- b\n### Yes\n- c",
            {
                "kind": "compare",
                "title": "T",
                "left": {"label": "No", "items": ("a", "b")},
                "right": {"label": "Yes", "items": ("c",)},
            },
        ),
        ("> One\n> two.\n> — me", {"kind": "quote", "quote": "One two.", "by": "me"}),
        ("kind: myth\n### M\nm.\n### F\nf.\n\ng.", {"kind": "myth", "myth": "m.", "fact": "f.\n\ng."}),
        (
            "kind: definition\n\n## term\n\nMeans.\n\n> e",
            {"kind": "definition", "term": "term", "meaning": "Means.", "example": "e"},
        ),
        ("kind: invite\n## T\nb <!-- not\nthis -->c", {"kind": "invite", "title": "T", "body": "b c"}),
        ("kind: prompt\nlines: 3\n\n## T\nQ?", {"kind": "prompt", "title": "T", "question": "Q?", "lines": 3}),
        ("## 休む\n休むことは\n甘えではありません", {"title": "休む", "body": "休むことは甘えではありません"}),
    ],
)  # fmt: skip
def test_a_slide_is_read(text: str, made: dict[str, object]) -> None:
    (slide,) = slides(text)
    for kind in ("items", "steps"):
        if kind in made and isinstance(slide[kind], tuple):
            slide[kind] = tuple(item["title"] for item in slide[kind])
    assert slide == {"kind": "tip", **made}


def test_phases_resources_and_bodies() -> None:
    practice, resources, steps = slides(
        "kind: practice\n## T\n- Breathe in, 4\n- Hold 4 s\n- Out: 6 seconds\n---\n"
        "kind: resources\n## T\n- [A](https://a.example) — what it is\n- B\n---\n"
        "## T\n1. One\n\n   Its body.\n2. Two\n"
    )
    assert practice["phases"] == ({"do": "Breathe in", "seconds": 4}, {"do": "Hold", "seconds": 4},
                                  {"do": "Out", "seconds": 6})  # fmt: skip
    assert resources["items"] == (
        {"name": "A", "link": "https://a.example", "note": "what it is"},
        {"name": "B"},
    )
    assert steps["steps"] == ({"title": "One", "body": "Its body."}, {"title": "Two"})


def test_a_heading_may_be_the_title() -> None:
    post = parse_post(b"# The title\n\n## First\n\nText.\n---\n## Second\n", "a.md", Path())
    assert post.title == "The title"
    assert [slide.title for slide in post.slides] == ["First", "Second"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## T\n- a\n\nkind", [("out-of-place", 5, 1)]),
        ("kind: invite\n## T\n\n  1. a", [("out-of-place", 7, 3)]),
        ("kind: stepz\n## T", [("unknown-kind", 4, 7)]),
        ("bodyy: x\n\n## T", [("unknown-field", 4, 1)]),
        ("title: x\n## T", [("duplicate-field", 5, 1)]),
        ("kind: list\n- a", [("missing-field", 4, 1)]),
        ("kind: quote\n## T\n> q", [("out-of-place", 5, 1)]),
        ("![](a.png)", [("missing-picture", 4, 1), ("missing-field", 4, 1)]),
    ],
)
def test_a_fault_is_told_at_its_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert faults(text) == expected


def test_front_matter_has_to_end() -> None:
    assert faults("title: T\n## A", head="---\n") == [("unclosed-front-matter", 1, 1)]


def test_yaml_faults_in_the_front_matter_keep_their_places() -> None:
    assert ("unknown-field", 3, 1) in faults("## A\n", head="---\ntitle: T\nsubtitel: x\n---\n")
    assert faults("## A\n", head="---\ntitle: T\nhandle: @x\n---\n")[-1][:2] == ("needs-quotes", 3)
