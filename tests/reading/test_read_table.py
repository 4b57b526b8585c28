"""Tables become posts: a row a slide, or a row a post, from any spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import swipewell as sw
from swipewell.reading.files import parse_table

ROWS = [
    ["post", "post_title", "kind", "title", "body", "items", "left.items", "right.items", "phases"],
    ["rest", "How to “rest”", "", "Sit, then", "One.\n\nTwo; “three”", "", "", "", ""],
    ["rest", "", "list", "Signs", "", "tired | cold", "", "", ""],
    ["", "", "compare", "Words", "", "", "No | Never", "Yes", ""],
    ["walk", "A walk", "practice", "Breathe", "", "", "", "", "In 4 | Out, 6"],
]


def table(rows: list[list[str]], **form: str) -> str:
    out = io.StringIO()
    csv.writer(out, **form).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def read(text: str | bytes, name: str = "a.csv") -> tuple[sw.Post, ...]:
    return parse_table(text.encode() if isinstance(text, str) else text, name, Path())


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (table(ROWS).encode(), "a.csv"),  # Google Sheets, Numbers
        (
            table(ROWS, delimiter=";").encode("utf-8-sig"),
            "a.csv",
        ),  # Excel where the comma is decimal
        (b"sep=;\r\n" + table(ROWS, delimiter=";").encode(), "a.csv"),
        (table(ROWS, delimiter="\t").encode(), "a.tsv"),
        (table([*ROWS, [""] * 9]).replace("\r\n", "\n").encode(), "a.csv"),
    ],
)
def test_every_spreadsheet_gives_the_same_posts(data: bytes, name: str) -> None:
    rest, walk = read(data, name)
    assert (rest.slug, rest.title) == ("rest", "How to “rest”")
    tip, signs, words = rest.slides
    assert (tip.title, tip.body) == ("Sit, then", "One.\n\nTwo; “three”")  # type: ignore[union-attr]
    assert [item.title for item in signs.items] == ["tired", "cold"]  # type: ignore[union-attr]
    assert words.left.items == ("No", "Never")  # type: ignore[union-attr]
    assert [(p.do, p.seconds) for p in walk.slides[0].phases] == [("In", 4), ("Out", 6)]  # type: ignore[union-attr]


def test_a_row_a_post() -> None:
    text = "title,subtitle,tip2_title,tip1_title,tip1_body,quote3_quote\nA walk,slow,B,A,a,Q\nRest,,,C,,\n"
    walk, rest = read(text)
    assert (walk.slug, walk.subtitle, rest.slug) == ("A-walk", "slow", "Rest")
    assert [slide.kind for slide in walk.slides] == ["tip", "tip", "quote"]
    assert [walk.slides[0].title, walk.slides[1].title] == ["A", "B"]  # type: ignore[union-attr]
    assert len(rest.slides) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("post,titel\nx,y\n", [("unknown-field", 1, 6)]),
        ("post,title,title\nx,y,z\n", [("duplicate-field", 1, 12)]),
        ("post,title\n,y\n", [("no-post", 2, 1)]),
        ('post,post_title,title\nx,T,"open\n', [("unclosed-quote", 2, 5)]),
        ("post,post_title,kind,title\nx,T,\nx,,stepz,y\n", [("unknown-kind", 3, 4)]),
        ("post,title\n", [("no-posts", 1, 1)]),
        ("post,title\nx,y\n", [("missing-field", 2, 1)]),
        ("#note,post,post_title,title\n?,x,T,y\n", []),
    ],
)
def test_faults_are_told_at_their_cells(text: str, told: list[tuple[str, int, int]]) -> None:
    try:
        read(text)
        found = []
    except sw.InputError as refused:
        found = [(f.code, f.where.line, f.where.column) for f in refused.findings]
    assert found == told


CELLS = st.text(st.characters(codec="utf-8", categories=("L", "P", "Zs", "S"), include_characters='",;|'),
                min_size=1, max_size=30).filter(lambda text: text.strip() == text)  # fmt: skip


@given(CELLS, CELLS, st.sampled_from(",;\t"))
def test_whatever_a_cell_holds_comes_back(title: str, body: str, delimiter: str) -> None:
    rows = [["post", "post_title", "title", "body"], ["x", title, title, body]]
    try:
        (post,) = read(table(rows, delimiter=delimiter), "a.tsv" if delimiter == "\t" else "a.csv")
    except sw.InputError:
        return  # what no text may hold
    assert (post.title, post.slides[0].body) == (title, body)  # type: ignore[union-attr]
