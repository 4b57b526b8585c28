"""Slugs: a file's name made safe for every file system."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swipewell.model.post import Post
from swipewell.model.slide import Tip
from swipewell.reading import slug_of
from swipewell.reading.slug import safe

POST = Post(title="Kind words: a start", slides=(Tip(title="a"),))


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("posts/kind-boundaries.yaml", "kind-boundaries"),
        ("Kind Boundaries.yaml", "Kind Boundaries"),
        ("post.es.yaml", "post.es"),
        ("Grenzen setzen – für alle.yml", "Grenzen setzen – für alle"),
        ("境界線.json", "境界線"),
        ("مرزهای\u200cمهربان.yaml", "مرزهای\u200cمهربان"),
        ("cafe\u0301.yaml", "café"),
        ("🌊.yaml", "🌊"),
        ("a:b?c*.yaml", "a-b-c"),
        ('a<>"|b.yaml', "a-b"),
        ("a\\b.yaml", "a-b"),
        ("a\x07\u202eb.yaml", "ab"),
        ("a\udcffb.yaml", "ab"),
        ("a\u00a0b.yaml", "a b"),
        ("name. .yaml", "name"),
        ("..hidden.yaml", "hidden"),
        ("con.yaml", "_con"),
        ("NUL.tar.yaml", "_NUL.tar"),
        ("LPT1.yaml", "_LPT1"),
        ("console.yaml", "console"),
        ("???.yaml", "post"),
        ("-", "Kind-words-a-start"),
    ],
)
def test_a_slug_comes_from_the_files_name(path: str, slug: str) -> None:
    assert slug_of(path, POST) == slug


def test_a_posts_own_slug_comes_first() -> None:
    assert slug_of("a.yaml", POST.model_copy(update={"slug": "own"})) == "own"
    assert slug_of("a.yaml", POST.model_copy(update={"slug": "aux"})) == "_aux"


def test_long_names_stay_apart() -> None:
    one, other = safe("境" * 300 + "a"), safe("境" * 300 + "b")
    assert one != other
    assert len(one.encode()) <= 181


@settings(deadline=None)
@given(st.text(max_size=300))
def test_a_slug_is_safe_and_stays_itself(name: str) -> None:
    slug = safe(name)
    assert slug == safe(slug)
    assert slug == unicodedata.normalize("NFC", slug)
    assert not set('<>:"/\\|?*') & set(slug)
    assert slug[0] not in ". "
    assert slug[-1] not in ". "
    assert 0 < len(slug.encode()) <= 181
