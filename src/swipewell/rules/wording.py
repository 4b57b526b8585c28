"""The rules about words over the texts of a post: phrases found, weighed and told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from swipewell.findings import Finding, Where
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.named import NamedTuple
from swipewell.rules.book import Book, book
from swipewell.rules.frames import Frames, Met, frames_of, passes
from swipewell.rules.pattern import spans
from swipewell.rules.prose import Prose
from swipewell.rules.rule import Rule, languages, rule_called
from swipewell.rules.words import Sentence, Token, sentences
from swipewell.text.languages import primary


class Hit(NamedTuple):
    """What a rule met: the words, and the text they stand in."""

    rule: Rule
    words: str
    prose: Prose


@lru_cache(maxsize=256)
def _letters(text: str) -> re.Pattern[str]:
    """Return a regular expression; compiling one takes longer than most posts' words."""
    return re.compile(text)


def wording_findings(
    post: Post, brand: Brand, language: str, texts: Sequence[Prose]
) -> tuple[Finding, ...]:
    """Return what the rules about words have to say about the texts of a post, in reading order."""
    base = primary(language)
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
        told.setdefault(key, finding_of(hit, brand.region or ""))
    return tuple(told.values())


def hits_in(texts: Sequence[Prose], language: str, topics: frozenset[str]) -> Iterator[Hit]:
    """Yield all that the rules of a language find, phrases that may pass left out."""
    known, frames = book(language), frames_of(language)
    spoken: dict[int, bool] = {}
    for prose in texts:
        said = sentences(prose.text)
        for number in range(len(said)):
            for n, first, end, negates in _met_in(known, said[number]):
                met = Met(prose, said, number, first, end, negates)
                if _counts(known, n, met, frames) and _is_about(known, n, texts, topics, spoken):
                    yield Hit(
                        known.rules[n], _words(prose.text, said[number].tokens[first:end]), prose
                    )
        low = prose.text.lower()
        for n, rule in known.lettered:
            found = _lettered(rule, prose.text, low)
            if not found or _is_harmless(known, n, said):
                continue
            if _may_be(rule, prose) and _is_about(known, n, texts, topics, spoken):
                yield Hit(rule, found, prose)


def _met_in(known: Book, sentence: Sentence) -> list[tuple[int, int, int, bool]]:
    """Return rule, first token, end and whether it denies, of everything that patterns meet."""
    found: dict[tuple[int, int, int, bool], None] = {}
    for i in known.finder.candidates(sentence.forms):
        n, pattern = known.owners[i], known.patterns[i]
        for first, end in spans(pattern, sentence):
            found[(n, first, end, pattern.negates)] = None
    return list(found)


def _lettered(rule: Rule, text: str, low: str) -> str:
    """Return what a rule finds by its letters in a text, which is here in lower case, too."""
    if rule.signs and not _shows(low, rule.signs):
        return ""
    found = (_letters(one).search(text) for one in rule.letters)
    return next((one[0].strip() for one in found if one), "")


def _shows(low: str, signs: tuple[str, ...]) -> bool:
    """Say whether a text in lower case has one of the signs."""
    for first, others in _by_first(signs):
        if _has(low, first) and any(all(_has(low, one) for one in rest) for rest in others):
            return True
    return False


@lru_cache(maxsize=64)
def _by_first(signs: tuple[str, ...]) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Return what signs begin with, each with what else may have to be there: most texts lack the first."""
    grouped: dict[str, list[tuple[str, ...]]] = {}
    for sign in signs:
        first, *others = sign.split(" & ")
        grouped.setdefault(first, []).append(tuple(others))
    return tuple((first, tuple(others)) for first, others in grouped.items())


def _has(low: str, sign: str) -> bool:
    """Say whether a text in lower case has letters, a ``digit``, or one ``beyond X``."""
    if sign in low:
        return True
    if sign == "digit":
        return any(map(str.isdigit, low))
    return sign.startswith("beyond ") and not low.isascii() and max(low) >= sign[-1]


def _counts(known: Book, n: int, met: Met, frames: Frames) -> bool:
    """Say whether a phrase is meant as it stands, and stands where its rule looks."""
    rule = known.rules[n]
    if not _may_be(rule, met.prose):
        return False
    if _is_harmless(known, n, (met.sentence,)):
        return False
    return not passes(met, rule.passes, frames)


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


def finding_of(hit: Hit, region: str) -> Finding:
    """Return the finding about what a rule met, with why in the words of a region (``AU``)."""
    rule = hit.rule
    why = rule.regions.get(region.upper(), rule.why)
    fixed = _fixed(rule, hit.words)
    hint = f"Write “{fixed}”." if fixed else rule.instead
    message = f"“{_short(hit.words)}”: {why}"
    return Finding(rule.code, rule.severity, message, hint, Where(field=hit.prose.field))


def replacement(finding: Finding) -> tuple[str, str] | None:
    """Return the words that a finding is about and what may safely stand there, None for nothing safe."""
    rule = rule_called(finding.code)
    words, closed, _ = finding.message.removeprefix("“").partition("”: ")
    fixed = _fixed(rule, words) if rule and closed else None
    return (words, fixed) if fixed else None


def _fixed(rule: Rule, words: str) -> str | None:
    """Return what may stand in place of words, with a capital where they have one."""
    new = rule.fix.get(words.lower())
    return new[0].upper() + new[1:] if new and words[0].isupper() else new


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}…"
