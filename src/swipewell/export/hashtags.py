"""Hashtags as a caption carries them: #CamelCase, each once, and no more than Instagram takes.

    hashtag("self care for PTSD", "en") -> "#SelfCareForPTSD"       hashtag("وعي نفسي", "ar") -> "#وعي_نفسي"

A screen reader tells the words of a tag by their capitals; where a script has none, an underscore
divides them. Instagram does not tell #selfcare from #SelfCare, but it does from #self_care, so an
underscore that was written stays.

How many: five, which Instagram announced on 2025-12-18 and brings to all accounts step by step
(https://www.socialmediatoday.com/news/instagrams-implementing-new-limits-on-hashtag-use/808309/);
its API names 30 (Meta's reference of ``ig-user/media``, as of 2026-09-11).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from swipewell.export.picture_words import capital
from swipewell.findings import Finding, error, info, warning
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.named import NamedTuple
from swipewell.reading.names import listed

MOST_HASHTAGS = 5
NEVER_MORE = 30

_NUMBER_SIGNS = "#\uff03\ufe5f"
_WITHIN_WORDS = frozenset("'’‘ʼ`´·")
_JOINERS = "\u200c\u200d"
_TYPED = rf"(?<![\w&/])[{_NUMBER_SIGNS}]([^\s{_NUMBER_SIGNS}]+)"


class Hashtags(NamedTuple):
    """The tags to put under a caption, and what there is to say about the others."""

    tags: tuple[str, ...]
    findings: tuple[Finding, ...]


class _Wanted(NamedTuple):
    """A tag as somebody wrote it, and the field it stands in; none for a brand's."""

    written: str
    field: str | None


def hashtags(post: Post, brand: Brand, language: str, body: str) -> Hashtags:
    """Return the tags of a post and its brand, the post's first, beside those a caption's body holds."""
    typed = _typed(body)
    made: dict[str, str] = {}
    findings: list[Finding] = []
    for wanted in _wanted(post, brand):
        tag = hashtag(wanted.written, language)
        findings += _about(wanted, tag)
        if tag and _same(tag[1:]) not in typed:
            made.setdefault(_same(tag[1:]), tag)
    tags = tuple(made.values())
    room = max(MOST_HASHTAGS - len(typed), 0)
    findings += _too_many(tags[room:], len(typed) + len(tags), post)
    return Hashtags(tags[:room], tuple(findings))


def hashtag(written: str, language: str) -> str:
    """Return a tag as Instagram takes it, with its ``#``; empty where no letter or digit is in it."""
    import unicodedata

    words = _words(unicodedata.normalize("NFC", written))
    if not words:
        return ""
    if len(words) == 1:
        return f"#{words[0]}"
    tag = "#"
    for word in (capital(word, language) for word in words):
        tag += word if tag == "#" or _divide(tag, word) else f"_{word}"
    return tag


def _typed(body: str) -> frozenset[str]:
    """Return the tags that stand in a text already."""
    if not any(sign in body for sign in _NUMBER_SIGNS):
        return frozenset()
    found = (_words(tag[1]) for tag in re.finditer(_TYPED, body))
    return frozenset(_same(words[0]) for words in found if words)


def _wanted(post: Post, brand: Brand) -> Iterator[_Wanted]:
    """Yield every tag that was written; a text with several ``#`` holds several."""
    for index, written in enumerate(post.hashtags):
        for part in re.split(f"[{_NUMBER_SIGNS}]+", written.lstrip(_NUMBER_SIGNS)):
            yield _Wanted(part.strip(), f"hashtags[{index}]")
    for written in brand.hashtags:
        for part in re.split(f"[{_NUMBER_SIGNS}]+", written.lstrip(_NUMBER_SIGNS)):
            yield _Wanted(part.strip(), None)


def _words(text: str) -> list[str]:
    """Return the words of a tag: runs of what Instagram allows in one."""
    words = [""]
    for char in text:
        if _belongs(char, words[-1]):
            words[-1] += char
        elif words[-1] and char not in _WITHIN_WORDS:
            words.append("")
    trimmed = (word.rstrip(_JOINERS) for word in words)
    return [word for word in trimmed if word.strip("_")]


def _belongs(char: str, word: str) -> bool:
    """Say whether a character continues a word: a letter, a digit, an underscore, or a mark on one.

    A joiner belongs behind a mark, where Indic scripts write with it; behind a letter, as in
    Persian, it divides words.
    """
    if char.isascii():
        return char.isalnum() or char == "_"
    if char in _WITHIN_WORDS:
        return False
    import unicodedata  # everyday tags never come here

    kind = unicodedata.category(char)
    if char in _JOINERS:
        return bool(word) and unicodedata.category(word[-1]) in ("Mn", "Mc")
    if kind in ("Mn", "Mc"):
        return bool(word) and not "\ufe00" <= char <= "\ufe0f"
    return kind[0] == "L" or kind == "Nd"


def _divide(before: str, word: str) -> bool:
    """Say whether a reader sees where a word begins behind others: by its capital, or by a digit."""
    last = next((char for char in reversed(before) if char.isalnum()), "")
    if word[0].isdigit() or last.isdigit():
        return word[0].isdigit() != last.isdigit()
    shouting = last.isupper() and word[:2].isupper()
    return word[0].istitle() and not shouting


def _same(tag: str) -> str:
    """Return a tag as Instagram tells it from others."""
    import unicodedata

    return unicodedata.normalize("NFC", tag).casefold()


def _about(wanted: _Wanted, tag: str) -> Iterable[Finding]:
    """Return what to say about one tag: that nothing, or not all of it, can be in a hashtag."""
    whose = "" if wanted.field else "brand's "
    if not tag:
        message = (
            f"The {whose}hashtag “{wanted.written}” has no letter and no digit, so it is left out."
        )
        hint = "A hashtag is made of letters, digits and underscores."
        return (warning("hashtag-empty", message, hint, field=wanted.field),)
    if not any(_is_lost(char) for char in wanted.written):
        return ()
    message = f"The {whose}hashtag “{wanted.written}” becomes {tag}: other signs would end it."
    hint = "A hashtag is made of letters, digits and underscores."
    return (info("hashtag-signs", message, hint, field=wanted.field),)


def _is_lost(char: str) -> bool:
    """Say whether a character of a tag is more than a divider of its words."""
    plain = char.isspace() or char in "-‐‑–.,/&+" or char in _WITHIN_WORDS or char in _JOINERS
    return not plain and not _belongs(char, "a")


def _too_many(left_out: tuple[str, ...], count: int, post: Post) -> Iterable[Finding]:
    """Return a finding that names the tags for which there is no room under the limit."""
    if count <= MOST_HASHTAGS:
        return ()
    message = f"Instagram takes {MOST_HASHTAGS} hashtags since December 2025, and here are {count}"
    named = f": {listed(list(left_out))} " + ("is" if len(left_out) == 1 else "are") + " left out."
    hint = "Keep those that say most about this post; a brand's own come after the post's."
    grave = error if count > NEVER_MORE else warning
    field = "hashtags" if post.hashtags else None
    return (grave("too-many-hashtags", message + (named if left_out else "."), hint, field=field),)
