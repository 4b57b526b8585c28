"""YAML to the tree: what stays text, the slips of syntax with their mends, and the limits."""

from __future__ import annotations

import time

import pytest
import yaml
from reading_faults import Case, assert_found, faults_of, told

from swipewell.findings import Severity
from swipewell.reading import yaml as reading_yaml
from swipewell.reading.page import page_of
from swipewell.reading.tree import plain

LOADERS = {"c": reading_yaml._LOADER, "pure": yaml.BaseLoader}
SLIDE = "slides: [{title: One}]\n"


@pytest.fixture(params=LOADERS)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_yaml, "_LOADER", LOADERS[request.param])


def held(text: str) -> object:
    tree, findings = reading_yaml.compose(page_of(text, "post.yaml"))
    assert not findings
    return plain(tree) if tree is not None else None


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("title: No", "No"),
        ("title: on", "on"),
        ("title: NO", "NO"),
        ("title: 1:30", "1:30"),
        ("title: 007", "007"),
        ("title: 0x1F", "0x1F"),
        ("title: 1_000", "1_000"),
        ("title: 2027-02-30", "2027-02-30"),
        ("title: .inf", ".inf"),
        ("title: true", "true"),
        ("title: nil", "nil"),
        ("title: null", None),
        ("title: Null", None),
        ("title: ~", None),
        ("title:", None),
        ('title: "null"', "null"),
        ("title: ''", ""),
        ("title: !!str null", "null"),
        ("title: one # a remark", "one"),
        ("title: C#minor", "C#minor"),
        ('title: "a\\u2028b"', "a\u2028b"),
        ("title: a\u2028b", "a\u2028b"),
        ("title: a\u2029b\ufeffc", "a\u2029b\ufeffc"),
        ("title: 😀 é", "😀 é"),
        ("title: one\r\n", "one"),
        ("title: |\r\n  one\r\n  two\r\n", "one\ntwo\n"),
        ("title: >\n  one\n  two\n", "one two\n"),
        ("title: one\n  two", "one two"),
        ("x: &a one\ntitle: *a", "one"),
    ],
)
def test_a_scalar_stays_the_text_it_is(text: str, value: str | None) -> None:
    made = held(text)
    assert isinstance(made, dict)
    assert made["title"] == value


SLIPS = [
    Case("title: *Kind*\n", "needs-quotes", 1, 8, "title", 'begins with `*` … title: "*Kind*"'),
    Case("title: *Kind words*\n", "needs-quotes", 1, 8, "title", 'title: "*Kind words*"'),
    Case("title: **Kind** words\n", "needs-quotes", 1, 8, "title", 'title: "**Kind** words"'),
    Case("title: *Kind\n", "needs-quotes", 1, 8, "title", 'reference … "*Kind"'),
    Case("title: @handle\n", "needs-quotes", 1, 8, "title", 'begins with `@` … title: "@handle"'),
    Case("title: `code`\n", "needs-quotes", 1, 8, "title", 'a backtick … title: "`code`"'),
    Case("title: %x\n", "needs-quotes", 1, 8, "title", "begins with `%`"),
    Case("title: & me\n", "needs-quotes", 1, 8, "title", "begins with `&`"),
    Case("title: ]x\n", "needs-quotes", 1, 8, "title", "begins with `]`"),
    Case("title: ? x\n", "needs-quotes", 1, 8, "title", "begins with `?`"),
    Case("title: > one\n", "needs-quotes", 1, 8, "title", "After `>` … next line"),
    Case("title: | one\n", "needs-quotes", 1, 8, "title", "After `|` … next line"),
    Case("title: Ask: what\n", "needs-quotes", 1, 8, "title", 'a colon … title: "Ask: what"'),
    Case("title: Remember:\n", "needs-quotes", 1, 8, "title", 'title: "Remember:"'),
    Case("title: “Ask: what”\n", "needs-quotes", 1, 8, "title", 'title: "“Ask: what”"'),
    Case('title: Say: "no"\n', "needs-quotes", 1, 8, "title", "title: 'Say: \"no\"'"),
    Case("title: 😀: x\n", "needs-quotes", 1, 8, "title", 'title: "😀: x"'),
    Case("title: [draft] One\n", "needs-quotes", 1, 8, "title", 'title: "[draft] One"'),
    Case("title: {name}, hello\n", "needs-quotes", 1, 8, "title", 'title: "{name}, hello"'),
    Case("title: 'It's fine'\n", "needs-quotes", 1, 8, "title", 'apostrophe … title: "It\'s fine"'),
    Case(
        'title: "No" is fine\n',
        "needs-quotes",
        1,
        8,
        "title",
        "after its closing … '\"No\" is fine'",
    ),
    Case('title: "No" and "yes"\n', "needs-quotes", 1, 8, "title", '\'"No" and "yes"\''),
    Case("title: [*a*, b]\n", "needs-quotes", 1, 9, "title[0]", 'title: ["*a*", b]'),
    Case(
        "slides:\n- {title: Ask: what}\n",
        "needs-quotes",
        2,
        11,
        "slides[0]",
        '{title: "Ask: what"}',
    ),
    Case("slides:\n- title: One\n- @x\n", "needs-quotes", 3, 3, "slides[1]", '- "@x"'),
    Case(
        'title: "Ask what\n' + SLIDE,
        "unclosed-quote",
        1,
        8,
        None,
        'never closed … title: "Ask what"',
    ),
    Case('title: "Ask\nsubtitle: "More"\n', "unclosed-quote", 1, 8, None, 'title: "Ask"'),
    Case('title: "a\\*b"\n', "bad-escape", 1, 10, "title", "backslash … title: 'a\\*b'"),
    Case('title: "it\'s \\*"\n', "bad-escape", 1, 14, "title", "Write the backslash twice"),
    Case(
        "slides:\n- title: - One\n",
        "needs-quotes",
        2,
        10,
        "slides[0].title",
        'list begins … "- One"',
    ),
    Case("title: x\nslides: - One\n", "needs-quotes", 2, 9, "slides", "on the next line"),
    Case("title:One\n" + SLIDE, "missing-space", 1, 6, None, "after the colon … title: One"),
    Case(
        "slides:\n - title: a\n -title: b\n",
        "missing-space",
        3,
        2,
        None,
        "after the dash … - title: b",
    ),
    Case("slides:\n\t- title: One\n", "tab", 2, 1, None, "a tab … spaces"),
    Case("slides:\n- title: a\n\tbody: b\n", "tab", 3, 1, None, "a tab … spaces"),
    Case("slides:\n -\ttitle: a\n", "tab", 2, 3, None, "a tab … spaces"),
    Case(
        "slides:\n - title: a\n  - title: b\n",
        "bad-indent",
        3,
        3,
        None,
        "column 3 … column 2 as line 2",
    ),
    Case(
        "title: One\n  two: three\n", "bad-indent", 2, 3, None, "`two:` … same column … `name: |`"
    ),
    Case("- a\nb: c\n", "bad-indent", 2, 1, None, "A field stands among"),
    Case("a: b\n- c\n", "bad-indent", 2, 1, None, "A list begins here among fields"),
    Case("title: One\nmore\n" + SLIDE, "stray-line", 2, 1, None, "neither a field … indent"),
    Case("title: [a, b\n" + SLIDE, "unclosed-bracket", 1, 8, None, "`[` … title: [a, b]"),
    Case("cover: {alt: b\n" + SLIDE, "unclosed-bracket", 1, 8, None, "`{` … cover: {alt: b}"),
    Case("hashtags: [#One, #Two]\n", "text-after-hash", 1, 12, None, 'comment … ["#One", "#Two"]'),
    Case("cover: {alt: #1}\n", "text-after-hash", 1, 14, None, 'cover: {alt: "#1"}'),
    Case("title: One #1\n  of two\n", "text-after-hash", 1, 12, None, "cannot go on below"),
    Case("title: One\nwhat ever ! [\n", "stray-line", 2, 1, None, "neither a field"),
]


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize("case", SLIPS, ids=lambda case: case.text.strip())
def test_a_slip_of_syntax_is_explained_and_mended(case: Case) -> None:
    assert_found(faults_of(case.text), case)


def test_a_line_that_begins_with_a_percent_sign_wants_quotes() -> None:
    assert_found(faults_of("%x\n"), Case("%x\n", "needs-quotes", 1, 1, None, "begins with `%`"))


FAULTS = [
    Case("title: a\ntitle: b\n", "duplicate-field", 2, 1, "title", "a second time … line 1"),
    Case("cover:\n  alt: a\n  alt: b\n", "duplicate-field", 3, 3, "cover.alt", "line 2"),
    Case("title: a\n---\ntitle: b\n", "second-document", 2, 1, None, "second document … `---`"),
    Case("title: !!python/object:os.system x\n", "tag", 1, 8, "title", "!!python … quotes"),
    Case("title: !Wow great\n", "tag", 1, 8, "title", "“!Wow” … quotes"),
    Case("slides: !x [a]\n", "tag", 1, 9, "slides", "“!x”"),
    Case("<<: x\n", "merge-key", 1, 1, None, "merge key … *name"),
    Case("title: {{name}}\n", "odd-field-name", 1, 9, "title", "name cannot be … quotes"),
    Case("? [a]\n: b\n", "odd-field-name", 1, 3, None, "name cannot be"),
    Case("title: &a [*a]\n", "recursive-alias", 1, 12, "title[0]", "inside the very value"),
    Case('title: "\\x07"\n', "control-character", 1, 8, "title", "U+0007"),
    Case("title: a\x07b\n", "control-character", 1, 9, None, "U+0007 … pasted"),
    Case("title: a\x0bb\n", "control-character", 1, 9, None, "U+000B"),
    Case("title: a\x85b\n", "control-character", 1, 9, None, "U+0085"),
    Case("title: a\0b\n", "control-character", 1, 9, None, "NUL … not a text file"),
]


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize("case", FAULTS, ids=lambda case: ascii(case.text.strip()))
def test_what_yaml_allows_and_a_post_does_not_is_a_finding(case: Case) -> None:
    findings = faults_of(case.text)
    assert (case.code, case.line, case.column, case.field) in told(findings)
    said = next(f"{f.message} {f.hint}" for f in findings if f.code == case.code)
    assert all(part in said for part in case.words.split(" … "))


WARNINGS = [
    Case(
        "title: Reason #1\n" + SLIDE, "text-after-hash", 1, 15, "title", "“#1” is not read … quotes"
    ),
    Case(
        "title: a\nhashtags: #One #Two\n" + SLIDE,
        "text-after-hash",
        2,
        11,
        "hashtags",
        "“#One #Two”",
    ),
    Case("title: a\n  b #c\n" + SLIDE, "text-after-hash", 2, 5, "title", "“#c”"),
    Case("title: &me and you\n" + SLIDE, "unused-anchor", 1, 8, None, "“&me” is not read … quotes"),
]


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize("case", WARNINGS, ids=lambda case: case.text.strip())
def test_text_that_yaml_does_not_read_is_pointed_out(case: Case) -> None:
    findings = faults_of(case.text)
    assert_found(findings, case)
    assert [finding.severity for finding in findings] == [Severity.WARNING]


@pytest.mark.parametrize(
    "text", ["title: a # remark\n", "title: 'a' #x\n", "title: a ## x\n", "title: a#b\n"]
)
def test_a_remark_is_no_lost_text(text: str) -> None:
    assert faults_of(text + SLIDE) == ()


def test_the_mend_lets_the_rest_be_read() -> None:
    text = "title: *One*\nsubtitle: Ask: what\nslides:\n- title: @two\n- titel: three\n"
    assert told(faults_of(text)) == [
        ("needs-quotes", 1, 8, "title"),
        ("needs-quotes", 2, 11, "subtitle"),
        ("needs-quotes", 4, 10, "slides[0].title"),
        ("unknown-field", 5, 3, "slides[1].titel"),
    ]


def test_two_slips_in_one_line_are_one_finding_with_the_whole_mend() -> None:
    (finding,) = [f for f in faults_of("hashtags: [@a, *b*]\n" + SLIDE) if f.code == "needs-quotes"]
    assert finding.where.column == 12
    assert finding.hint.endswith('hashtags: ["@a", "*b*"]')


LIMITS = {
    "brackets": ("[" * 10_000, "too-deep"),
    "braces": ("{a: " * 10_000, "too-deep"),
    "dashes": ("- " * 10_000, "too-deep"),
    "indents": ("".join(" " * n + "a:\n" for n in range(2_000)), "too-deep"),
    "values": ("- x\n" * 30_000, "too-many-values"),
    "bomb": (
        "a: &a [x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{c}: &{c} [{', '.join([f'*{b}'] * 8)}]\n"
            for b, c in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "alias-expansion",
    ),
    "ladder": (
        "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [[[*a{n - 1}]]]\n" for n in range(1, 2_000)),
        "too-deep",
    ),
    "large": ("x" * 5_000_001, "file-too-large"),
}


@pytest.mark.parametrize(("text", "code"), LIMITS.values(), ids=LIMITS)
def test_no_file_makes_reading_run_away(text: str, code: str) -> None:
    began = time.process_time()
    assert code in [finding.code for finding in faults_of(text)]
    assert time.process_time() - began < 2


def test_a_refusal_tells_what_was_found_before_it() -> None:
    text = "title: *One*\ncover: !x {alt: a}\n" + "slides: " + "[" * 70
    assert [f.code for f in faults_of(text)] == ["needs-quotes", "tag", "too-deep"]


def test_sixty_four_levels_are_read_and_one_more_is_not() -> None:
    assert "too-deep" not in [f.code for f in faults_of("[" * 64 + "]" * 64)]
    assert "too-deep" in [f.code for f in faults_of("[" * 65 + "]" * 65)]


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        (b"title: caf\xe9\n", 1, 11, "byte 11 is E9"),
        (b"\xef\xbb\xbftitle: a\r\ncaf\xe9\n", 2, 4, "byte 17 is E9"),
        ("title: a".encode("utf-16"), 1, 1, "UTF-16"),
    ],
)
def test_a_file_that_is_not_utf8_says_where(
    data: bytes, line: int, column: int, words: str
) -> None:
    (finding,) = faults_of(data)
    assert told((finding,)) == [("not-utf8", line, column, None)]
    assert words in finding.message
    assert "UTF-8" in finding.hint


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert faults_of(b"\xef\xbb\xbftitle: a\n" + SLIDE.encode()) == ()


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("", "empty-file", "is empty"),
        ("\n\n", "empty-file", "is empty"),
        ("# one\n# two\n", "empty-file", "only comments"),
        ("---\n", "empty-file", "is empty"),
        ("null\n", "empty-file", "is empty"),
        ("- a\n", "no-fields", "holds a list … `slides:`"),
        ("a text\n", "no-fields", "holds a text … `title:`"),
    ],
)
def test_a_file_without_fields_says_what_to_write(text: str, code: str, words: str) -> None:
    (finding,) = faults_of(text)
    assert (finding.code, finding.where.line, finding.where.column) == (code, 1, 1)
    assert all(part in f"{finding.message} {finding.hint}" for part in words.split(" … "))
