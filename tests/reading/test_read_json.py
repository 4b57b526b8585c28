"""JSON to the tree that YAML gives, with line and column of every slip."""

from __future__ import annotations

import pytest
from reading_faults import Case, assert_found, faults_of, told

from swipewell.reading import json as reading_json
from swipewell.reading.page import page_of
from swipewell.reading.tree import Mapping, Scalar, plain

SLIPS = [
    Case('{"title": "a",}', "syntax", 1, 14, None, "comma … last entry"),
    Case('{"slides": [{},]}', "syntax", 1, 15, "slides", "comma … last entry"),
    Case('{"title": "a" "slides": []}', "syntax", 1, 14, None, "comma is missing"),
    Case('{"title": "He said "no"."}', "syntax", 1, 21, None, 'comma is missing … \\"'),
    Case('{"title" "a"}', "syntax", 1, 10, "title", "colon is missing"),
    Case('{"title": }', "syntax", 1, 11, "title", "value is missing"),
    Case("{,}", "syntax", 1, 2, None, "value is missing"),
    Case('{title: "a"}', "needs-quotes", 1, 2, None, 'double quotes … Write "title"'),
    Case("{'title': 1}", "needs-quotes", 1, 2, None, "double quotes"),
    Case('{"title": hello}', "needs-quotes", 1, 11, "title", 'Write "hello"'),
    Case('{"numbered": True}', "syntax", 1, 14, "numbered", "the word True … Write true"),
    Case('{"subtitle": None}', "syntax", 1, 14, "subtitle", "Write null"),
    Case('{\n// one\n"title": 1}', "syntax", 2, 1, None, "no comments"),
    Case('{"title": "a\n"}', "unclosed-quote", 1, 11, "title", "closing"),
    Case('{"title": "a\\q"}', "bad-escape", 1, 13, "title", "backslash twice"),
    Case('{"title": "\\ud83d"}', "control-character", 1, 11, "title", "half a character"),
    Case('{"title": "\\u0000"}', "control-character", 1, 11, "title", "U+0000"),
    Case('{"title": [1', "unclosed-bracket", 1, 11, "title", "not closed … `]`"),
    Case('{"a": 1}\n{"b": 2}', "syntax", 2, 1, None, "follows the end"),
    Case('{"title": 1,\n"title": 2}', "duplicate-field", 2, 1, "title", "a second time … line 1"),
    Case(
        '{"slides": [{"kind": 1, "kind": 2}]}', "duplicate-field", 1, 25, "slides[0].kind", "line 1"
    ),
]


@pytest.mark.parametrize("case", SLIPS, ids=lambda case: case.text)
def test_a_slip_is_explained_at_its_place(case: Case) -> None:
    assert_found(faults_of(case.text, "post.json"), case, "post.json")


def held(text: str) -> object:
    tree, findings = reading_json.compose(page_of(text, "post.json"))
    assert not findings
    assert tree is not None
    return plain(tree)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[1.50, -2, 1e3, 007]", ["1.50", "-2", "1e3", "007"]),
        ('[true, false, null, "null"]', ["true", "false", None, "null"]),
        ('["\\ud83d\\ude00", "\\u00e9", "\\"\\\\\\/\\b\\f\\n\\r\\t"]', None),
        ('[[], {}, {"a": []}]', [[], {}, {"a": []}]),
        ('"\u2028"', "\u2028"),
    ],
)
def test_values_keep_their_text(text: str, value: object) -> None:
    if value is None:
        page = page_of(text, "post.json")
        tree, findings = reading_json.compose(page)
        assert tree is not None
        assert plain(tree) == ["😀", "é", '"\\/ ' + " \n\r\t"]
        assert [finding.code for finding in findings] == ["control-character"]
    else:
        assert held(text) == value


def test_every_name_and_value_has_its_place() -> None:
    tree, _ = reading_json.compose(page_of('{\n  "a": 1,\n  "b": [\n"c"]}', "post.json"))
    assert isinstance(tree, Mapping)
    assert {name: entry.key for name, entry in tree.entries.items()} == {"a": (2, 3), "b": (3, 3)}
    assert tree.entries["a"].value == Scalar("1", True, (2, 8))  # type: ignore[arg-type]
    assert tree.entries["b"].value.mark == (3, 8)


def test_the_empty_file_and_other_than_fields() -> None:
    assert told(faults_of("", "post.json")) == [("empty-file", 1, 1, None)]
    assert told(faults_of("[1]", "post.json")) == [("no-fields", 1, 1, None)]
    assert told(faults_of('"text"', "post.json")) == [("no-fields", 1, 1, None)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 10_000, "too-deep"),
        ('{"a":' * 10_000, "too-deep"),
        ("[" + "1," * 30_000, "too-many-values"),
    ],
)
def test_no_file_makes_reading_run_away(text: str, code: str) -> None:
    assert [finding.code for finding in faults_of(text, "post.json")] == [code]


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "a", "slides": [{"title": "b"}]}',
        "title: a\nslides: [{title: b}]",
        "{title: a, slides: [{title: b}]}",
    ],
)
def test_standard_input_is_json_or_yaml(text: str) -> None:
    assert faults_of(text, "-") == ()


def test_broken_json_from_standard_input_is_told_as_json() -> None:
    assert told(faults_of('{"title": "a",}', "-")) == [("syntax", 1, 14, None)]
