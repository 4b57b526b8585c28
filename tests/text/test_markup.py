"""Marks to spans, and texts cut in two without losing what is marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swipewell.text.markup import Span, divided, paragraphs, parse, plain


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("plain", [Span("plain")]),
        ("*so*", [Span("so", emphasis=True)]),
        ("**so**", [Span("so", strong=True)]),
        ("==so==", [Span("so", highlight=True)]),
        ("a *b* c", [Span("a "), Span("b", emphasis=True), Span(" c")]),
        (
            "*a **b** c*",
            [
                Span("a ", emphasis=True),
                Span("b", emphasis=True, strong=True),
                Span(" c", emphasis=True),
            ],
        ),
        ("==a *b*==", [Span("a ", highlight=True), Span("b", emphasis=True, highlight=True)]),
        ("un*marked*ly", [Span("un"), Span("marked", emphasis=True), Span("ly")]),
    ],
)
def test_marks_become_spans(text: str, spans: list[Span]) -> None:
    assert parse(text) == (tuple(spans), True)


@pytest.mark.parametrize(
    ("text", "read"),
    [(r"\*so\*", "*so*"), (r"\=\=", "=="), (r"a\\b", r"a\b"), (r"2 \* 3", "2 * 3"), (r"\n", r"\n")],
)
def test_a_backslash_keeps_a_mark_as_a_sign(text: str, read: str) -> None:
    assert parse(text) == ((Span(read),), True)


@pytest.mark.parametrize("text", ["5 * 3", "a == b", "2 ** 3", "* point"])
def test_marks_with_white_space_around_are_signs(text: str) -> None:
    assert parse(text) == ((Span(text),), True)


@pytest.mark.parametrize("text", ["*open", "close*", "**half*", "a *b", "==x"])
def test_a_mark_without_a_partner_stays_and_is_told(text: str) -> None:
    spans, balanced = parse(text)
    assert "".join(span.text for span in spans) == text
    assert not balanced


def test_white_space_and_paragraphs() -> None:
    assert paragraphs("  a\n b\t c \n \n\n d ") == ["a b c", "d"]
    assert plain("*a* b\n\n**c**") == "a b\nc"


def test_no_break_spaces_are_kept() -> None:
    assert paragraphs("10\u00a0%  of\u202fit") == ["10\u00a0% of\u202fit"]


# --- Cutting ---

marked = st.lists(
    st.sampled_from(
        ["a", "bc", "*d*", "**e", "f**", "*g", "h*", "==i", "j==", "5 * 3", "**", "==", "\n\n"]
    ),
    min_size=2,
    max_size=9,
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("a | b", "a", "b"),
        ("**a | b**", "**a**", "**b**"),
        ("==a *b | c* d==", "==a *b*\u2060==", "==\u2060*c* d=="),
        ("*a* | *b*", "*a*", "*b*"),
        ("*a | b", "*a", "b"),
        ("a *b | *c* d*", "a *b*", "*c d*"),
        ("*a*\n\n**b | c**", "*a*\n\n**b**", "**c**"),
        ("*g 5 | * 3 h*", "*g 5*", "*\u2060\\* 3 h*"),
        ("*g 5 * | 3 h*", "*g 5 \\*\u2060*", "*3 h*"),
    ],
)
def test_a_cut_closes_the_marks_around_it_and_opens_them_again(
    text: str, first: str, rest: str
) -> None:
    assert divided(text.replace("|", ""), text.index("|")) == (first, rest)


@given(marked, st.integers(0, 40))
def test_a_cut_changes_nothing_of_what_is_read(text: str, at: int) -> None:
    text = text.strip()
    cuts = [place for place, char in enumerate(text) if char == " "]
    if cuts:
        first, rest = divided(text, cuts[at % len(cuts)] + 1)
        assert read(first) + read(rest) == read(text)


def read(text: str) -> str:
    return "".join(plain(text).replace("\u2060", "").split())
