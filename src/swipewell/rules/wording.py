"""The rules about words over the texts of a post: phrases found, weighed and told."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from swipewell.findings import Finding, Where
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.named import NamedTuple
from swipewell.resources import made_once
from swipewell.rules.frames import Frames, Met, frames_of, passes
from swipewell.rules.pattern import Lists, Pattern, compiled, spans
from swipewell.rules.phrases import lists_of
from swipewell.rules.prose import Prose
from swipewell.rules.rule import (
    DATA,
    WORDS,
    Rule,
    languages,
    plain_rule,
    rule_of,
    rules_about_words,
)
from swipewell.rules.words import Sentence, Token, sentences


class Book(NamedTuple):
    """A language's rules, ready to be looked for: which pattern a word may belong to, and whose it is."""

    rules: tuple[Rule, ...]
    patterns: Sequence[tuple[int, Pattern]]
    by_word: Mapping[str, tuple[int, ...]]
    unless: Mapping[int, tuple[Pattern, ...]]
    about: Mapping[int, tuple[Pattern, ...]]
    frames: Frames


class _Patterns(Sequence[tuple[int, Pattern]]):
    """Patterns with the numbers of their rules, each unpacked when a text holds the word it waits for.

    Of a thousand, a post needs a few dozen; to unpack all of them took as long as two slides.
    """

    def __init__(self, packed: Sequence[tuple[int, bytes]]) -> None:
        self._packed = packed
        self._known: dict[int, tuple[int, Pattern]] = {}

    def __len__(self) -> int:
        return len(self._packed)

    def __getitem__(self, i: Any) -> Any:
        known = self._known.get(i)
        if known is None:
            n, packed = self._packed[i]
            known = self._known[i] = n, Pattern(*marshal.loads(packed))
        return known


class Hit(NamedTuple):
    """What a rule met: the words, and the text they stand in."""

    rule: Rule
    words: str
    prose: Prose


@lru_cache(maxsize=8)
def book(language: str) -> Book:
    """Return the rules of a language as they are looked for."""
    folder = DATA / language
    sources = (*(folder / f"{name}.yaml" for name in (*WORDS, "lists")), *_CODE)
    held = made_once(folder / "book", sources, lambda: _made(language))
    rules, patterns, by_word, unless, about = held
    return Book(
        tuple(map(rule_of, rules)),
        _Patterns(patterns),
        by_word,
        {n: tuple(Pattern(*plain) for plain in plains) for n, plains in unless.items()},
        {n: tuple(Pattern(*plain) for plain in plains) for n, plains in about.items()},
        frames_of(language),
    )


_CODE = tuple(
    Path(__file__).with_name(f"{name}.py") for name in ("pattern", "words", "wording", "rule")
)
"""What makes a book from its data: where one of these changes, it is made anew."""


def _made(language: str) -> tuple[Any, ...]:
    """Return a book as plain values: patterns compiled, and the words under which they are found."""
    rules, lists = rules_about_words(language), lists_of(language)
    patterns = [(n, compiled(text, lists)) for n, rule in enumerate(rules) for text in rule.says]
    by_word: dict[str, tuple[int, ...]] = {}
    for i, (_, pattern) in enumerate(patterns):
        for word in sorted(pattern.needs[0]):
            by_word[word] = (*by_word.get(word, ()), i)
    return (
        tuple(map(plain_rule, rules)),
        tuple((n, marshal.dumps(tuple(pattern))) for n, pattern in patterns),
        by_word,
        {n: _all(rule.unless, lists) for n, rule in enumerate(rules) if rule.unless},
        {n: _all(rule.about, lists) for n, rule in enumerate(rules) if rule.about},
    )


def _all(texts: Sequence[str], lists: Lists) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(compiled(text, lists)) for text in texts)


@lru_cache(maxsize=256)
def _letters(text: str) -> re.Pattern[str]:
    """Return a regular expression; compiling one takes longer than most posts' words."""
    return re.compile(text)


def wording_findings(
    post: Post, brand: Brand, language: str, texts: Sequence[Prose]
) -> tuple[Finding, ...]:
    """Return what the rules about words have to say about the texts of a post, in reading order."""
    base = language.split("-")[0].lower()
    if base not in languages():
        return ()
    hits = list(hits_in(texts, base, frozenset(post.topics)))
    counted: dict[str, int] = {}
    for hit in hits:
        counted[hit.rule.code] = counted.get(hit.rule.code, 0) + 1
    told: dict[tuple[str, str], Finding] = {}
    for hit in hits:
        rule = hit.rule
        if counted[rule.code] < rule.times or _is_met(rule.without, post, brand):
            continue
        key = (rule.code, hit.prose.field if rule.times == 1 else "")
        told.setdefault(key, finding_of(hit))
    return tuple(told.values())


def hits_in(texts: Sequence[Prose], language: str, topics: frozenset[str]) -> Iterator[Hit]:
    """Yield all that the rules of a language find, phrases that may pass left out."""
    known = book(language)
    spoken: dict[int, bool] = {}
    for prose in texts:
        said = sentences(prose.text)
        for number in range(len(said)):
            for n, first, end, negates in _met_in(known, said[number]):
                met = Met(prose, said, number, first, end, negates)
                if _counts(known, n, met) and _is_about(known, n, texts, topics, spoken):
                    yield Hit(
                        known.rules[n], _words(prose.text, said[number].tokens[first:end]), prose
                    )
        for n, rule in enumerate(known.rules):
            found = _lettered(rule, prose.text) if rule.letters else None
            if not found or _is_harmless(known, n, said):
                continue
            if _may_be(rule, prose) and _is_about(known, n, texts, topics, spoken):
                yield Hit(rule, found, prose)


def _met_in(known: Book, sentence: Sentence) -> list[tuple[int, int, int, bool]]:
    """Return rule, first token, end and whether it denies, of everything that patterns meet."""
    tried = {i for form in sentence.forms for i in known.by_word.get(form, ())}
    found: dict[tuple[int, int], tuple[int, bool]] = {}
    for i in sorted(tried):
        n, pattern = known.patterns[i]
        for first, end in spans(pattern, sentence):
            found.setdefault((n, first), (end, pattern.negates))
    return [(n, first, end, negates) for (n, first), (end, negates) in found.items()]


def _lettered(rule: Rule, text: str) -> str:
    """Return what a rule finds by its letters, empty for nothing."""
    if rule.signs and not any(_has(text, sign) for sign in rule.signs):
        return ""
    found = (_letters(one).search(text) for one in rule.letters)
    return next((one[0].strip() for one in found if one), "")


def _has(text: str, sign: str) -> bool:
    return max(text) >= sign[-1] if sign.startswith("beyond ") else sign in text.lower()


def _counts(known: Book, n: int, met: Met) -> bool:
    """Say whether a phrase is meant as it stands, and stands where its rule looks."""
    rule = known.rules[n]
    if not _may_be(rule, met.prose):
        return False
    if _is_harmless(known, n, (met.sentence,)):
        return False
    return not passes(met, rule.passes, known.frames)


def _is_harmless(known: Book, n: int, said: Sequence[Sentence]) -> bool:
    """Say whether one of the sentences holds what makes it harmless."""
    harmless = known.unless.get(n, ())
    return any(True for one in said for pattern in harmless for _ in spans(pattern, one))


def _may_be(rule: Rule, prose: Prose) -> bool:
    return not rule.where or prose.place in rule.where


def _is_about(
    known: Book, n: int, texts: Sequence[Prose], topics: frozenset[str], spoken: dict[int, bool]
) -> bool:
    """Say whether the post is about what a rule asks it to be about."""
    patterns = known.about.get(n, ())
    if not patterns or known.rules[n].topics & topics:
        return True
    if n not in spoken:
        said = (sentence for prose in texts for sentence in sentences(prose.text))
        spoken[n] = any(True for one in said for pattern in patterns for _ in spans(pattern, one))
    return spoken[n]


def _is_met(what: str, post: Post, brand: Brand) -> bool:
    """Say whether the post or the brand has what makes a claim harmless."""
    if what == "sources":
        return bool(post.sources) or any(getattr(slide, "source", None) for slide in post.slides)
    if what == "licence":
        return bool(brand.licence.number or brand.credential)
    return False


def _words(text: str, tokens: Sequence[Token]) -> str:
    """Return the words of a phrase as they were written."""
    return " ".join(text[tokens[0].start : tokens[-1].end].split()) if tokens else ""


def finding_of(hit: Hit) -> Finding:
    """Return the finding about what a rule met."""
    rule = hit.rule
    fixed = next((new for old, new in rule.fix.items() if old == hit.words.lower()), None)
    hint = f"Write “{fixed}”." if fixed else rule.instead
    message = f"“{_short(hit.words)}”: {rule.why}"
    return Finding(rule.code, rule.severity, message, hint, Where(field=hit.prose.field))


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}…"
