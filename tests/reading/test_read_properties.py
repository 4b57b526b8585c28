"""Whatever a file holds: a post, or an error with something to say; JSON and YAML agree."""

from __future__ import annotations

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading_faults import NOWHERE, faults_of

from swipewell.reading import json as reading_json
from swipewell.reading import parse_post
from swipewell.reading import yaml as reading_yaml
from swipewell.reading.page import page_of
from swipewell.reading.tree import plain

POST = """\
# yaml-language-server: $schema=post.schema.json
title: "Five ways: a start"
subtitle: 'It''s *kind*'
cover: {kicker: Boundaries, alt: A calm sea}
language: en
topics: [boundaries, grief]
hashtags:
  - "#Boundaries"
  - SelfRespect
caption: |
  One line,
  and another.
sources:
  - {text: "Author, Year. Title.", url: "https://example.org"}
numbered: no
slides:
  - title: &name Name the need
    body: >
      Folded
      text
    example: *name
  - {kind: list, title: a, items: [b, {title: c, body: d}]}
  - kind: compare
    title: e
    left: {label: f, items: [g]}
    right: {items: [h], stance: try}
  - {kind: practice, title: i, phases: [{do: j, seconds: 4}], rounds: 5}
"""
SIGNS = [
    *"\t\n\r\0 :-#[]{},&*!|>'\"%@`\\?~<=.é😀\u2028\ufeff",
    *("kind", "---", "- ", "  "),
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A good post with some cuts and insertions that break YAML in the ways people do."""
    text = POST
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 4))
        text = text[:at] + draw(st.sampled_from(["", *SIGNS])) + text[at + cut :]
    return text


@settings(deadline=None)
@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
def test_any_bytes(data: bytes) -> None:
    faults_of(data)
    faults_of(data, "post.json")
    faults_of(data, "-")


@given(st.text(alphabet=st.sampled_from([*"ab:- \n\t#[]{},&*!|>'\"%@?~<=.\\u12"]), max_size=60))
@settings(max_examples=500, deadline=None)
def test_any_text_of_yamls_own_signs(text: str) -> None:
    faults_of(text)
    faults_of(text, "post.json")


@given(mutated())
@settings(max_examples=500, deadline=None)
def test_a_broken_post_is_read_or_explained(text: str) -> None:
    for finding in faults_of(text):
        assert finding.message
        assert finding.hint
        line = finding.where.line
        assert line is None or 1 <= line <= len(page_of(text, "").lines)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(VALUES, st.booleans())
@example({"a": "\u2028\ufeff\u2029"}, False)
@example(["null", "~", "", "- a", "a: b", "#c"], False)
def test_json_is_read_as_yaml_reads_it(value: object, ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    from_json, none = reading_json.compose(page_of(text, "a.json"))
    assert from_json is not None
    assert none == ()
    if "\\u" in text or '"<<"' in text:
        return  # YAML has no surrogate pairs; JSON's escapes are tested by themselves
    from_yaml, none = reading_yaml.compose(page_of(text, "a.yaml"))
    assert from_yaml is not None
    assert none == ()
    assert plain(from_json) == plain(from_yaml)


def test_the_post_of_these_tests_is_good() -> None:
    post = parse_post(POST.encode(), "post.yaml", NOWHERE)
    assert post.source is not None
    assert post.source.findings == ()
    again = json.dumps(post.model_dump(exclude_none=True))
    assert parse_post(again.encode(), "post.json", NOWHERE).model_dump() == post.model_dump()
