"""The rules about words over the texts of a post: phrases found, weighed and told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from swipewell.findings import Finding, Where
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.rules.frames import Frames, Met, frames_of, lists_of, passes
from swipewell.rules.pattern import Pattern, compiled, spans
from swipewell.rules.prose import Prose
from swipewell.rules.rule import Rule, rules_about_words
from swipewell.rules.words import Sentence, Token, sentences


class Book(NamedTuple):
    """A language's rules, ready to be looked for: which pattern a word may belong to, and whose it is."""

    rules: tuple[Rule, ...]
    patterns: tuple[tuple[int, Pattern], ...]
    by_word: Mapping[str, tuple[int, ...]]
    unless: Mapping[int, tuple[Pattern, ...]]
    about: Mapping[int, tuple[Pattern, ...]]
    letters: tuple[tuple[int, re.Pattern[str]], ...]
    frames: Frames


class Hit(NamedTuple):
    """What a rule met: the words, and the text they stand in."""

    rule: Rule
    words: str
    prose: Prose


@lru_cache(maxsize=8)
def book(language: str) -> Book:
    """Return the rules of a language as they are looked for."""
    rules, lists = rules_about_words(language), lists_of(language)
    patterns = tuple((n, compiled(text, lists)) for n, rule in enumerate(rules) for text in rule.says)
    by_word: dict[str, list[int]] = {}
    for i, (_, pattern) in enumerate(patterns):
        for word in pattern.anchors:
            by_word.setdefault(word, []).append(i)
    return Book(
        rules,
        patterns,
        {word: tuple(held) for word, held in by_word.items()},
        {n: _all(rule.unless, lists) for n, rule in enumerate(rules) if rule.unless},
        {n: _all(rule.about, lists) for n, rule in enumerate(rules) if rule.about},
        tuple((n, re.compile(text)) for n, rule in enumerate(rules) for text in rule.letters),
        frames_of(language),
    )


def _all(texts: Sequence[str], lists: Mapping[str, Sequence[str]]) -> tuple[Pattern, ...]:
    return tuple(compiled(text, lists) for text in texts)


def wording_findings(
    post: Post, brand: Brand, language: str, texts: Sequence[Prose]
) -> tuple[Finding, ...]:
    """Return what the rules about words have to say about the texts of a post, in reading order."""
    base = language.split("-")[0].lower()
    if not rules_about_words(base):
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
            for n, first, end in _met_in(known, said[number]):
                met = Met(prose, said, number, first, end)
                if _counts(known, n, met) and _is_about(known, n, texts, topics, spoken):
                    yield Hit(known.rules[n], _words(prose.text, said[number].tokens[first:end]), prose)
        for n, letters in known.letters:
            found = letters.search(prose.text)
            if found and _may_be(known.rules[n], prose) and _is_about(known, n, texts, topics, spoken):
                yield Hit(known.rules[n], found[0].strip(), prose)


def _met_in(known: Book, sentence: Sentence) -> list[tuple[int, int, int]]:
    """Return rule, first and last token of everything that patterns meet, each rule once."""
    tried = {i for token in sentence.tokens for form in token.forms for i in known.by_word.get(form, ())}
    found = {}
    for i in sorted(tried):
        n, pattern = known.patterns[i]
        for first, end in spans(pattern, sentence):
            found.setdefault((n, first), end)
    return [(n, first, end) for (n, first), end in found.items()]


def _counts(known: Book, n: int, met: Met) -> bool:
    """Say whether a phrase is meant as it stands, and stands where its rule looks."""
    rule = known.rules[n]
    if not _may_be(rule, met.prose):
        return False
    harmless = (spans(one, met.sentence) for one in known.unless.get(n, ()))
    if any(True for found in harmless for _ in found):
        return False
    return not passes(met, rule.passes, known.frames)


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
    instead = f"Write “{fixed}”." if fixed else f"{rule.instead}"
    hint = f"{instead} `swipewell explain {rule.code}` tells more."
    message = f"“{_short(hit.words)}”: {rule.why}"
    return Finding(rule.code, rule.severity, message, hint, Where(field=hit.prose.field))


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}…"
