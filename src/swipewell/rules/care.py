"""The rules about a post as a whole: what it speaks of, what it asks for, what it rests on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from swipewell.care.topics import noted, sensitive
from swipewell.findings import Finding, Severity, Where
from swipewell.model.post import Post
from swipewell.named import NamedTuple
from swipewell.rules.pattern import Pattern, spans
from swipewell.rules.phrases import patterns_of
from swipewell.rules.prose import Prose, prose_of
from swipewell.rules.rule import languages, rules_about_posts
from swipewell.rules.words import Sentence, sentences
from swipewell.text.wordcount import word_count

MOST_WORDS = 70
"""Words of a slide; what is read at a glance on a phone is nearer to 45."""
MOST_IN_A_SENTENCE = 40

_NO_PROMPT = frozenset({"suicide", "self-harm", "eating-disorders", "abuse"})
"""Topics under which nobody is asked to save or share."""


class Spoken(NamedTuple):
    """A topic that a text speaks of, where, and in which words."""

    topic: str
    field: str
    words: str


def found(code: str, field: str, said: str, hint: str = "") -> Finding:
    """Return the finding of a rule about posts: ``said`` tells what is so here, the rule what to do."""
    rule = rules_about_posts()[code]
    return Finding(code, rule.severity, said, hint or rule.instead, Where(field=field))


def spoken_of(texts: Sequence[Prose], language: str) -> dict[str, Spoken]:
    """Return the sensitive topics that texts speak of plainly, each with the first place."""
    met: dict[str, Spoken] = {}
    passing: dict[str, int] = {}
    known, by_word = _topics(language)
    for prose in texts:
        for sentence in sentences(prose.text):
            for i in sorted({i for form in sentence.forms for i in by_word.get(form, ())}):
                topic, is_plain, pattern = known[i]
                first = next(spans(pattern, sentence), None)
                if topic in met or first is None:
                    continue
                passing[topic] = passing.get(topic, 0) + 1
                is_plain = is_plain and not _points_to_help(sentence, prose, language)
                if is_plain or passing[topic] > 1 or prose.field == "title":
                    tokens = sentence.tokens[first[0] : first[1]]
                    words = prose.text[tokens[0].start : tokens[-1].end]
                    met[topic] = Spoken(topic, prose.field, words)
    return met


def _points_to_help(sentence: Sentence, prose: Prose, language: str) -> bool:
    """Say whether a sentence names a topic only to say whom to call: that makes no post about it."""
    pointers = patterns_of(language, "asks").get("pointer", ())
    return prose.field != "title" and any(True for one in pointers for _ in spans(one, sentence))


@lru_cache(maxsize=8)
def _topics(
    language: str,
) -> tuple[tuple[tuple[str, bool, Pattern], ...], Mapping[str, Sequence[int]]]:
    """Return the patterns of a language's topics, and by word which of them wait for it."""
    known = tuple(
        (topic, kind == "plain", pattern)
        for name, patterns in patterns_of(language, "topics").items()
        for topic, _, kind in (name.rpartition(" "),)
        for pattern in patterns
    )
    by_word: dict[str, list[int]] = {}
    for i, (_, _, pattern) in enumerate(known):
        for word in pattern.needs[0]:
            by_word.setdefault(word, []).append(i)
    return known, by_word


def care_findings(
    post: Post,
    language: str,
    texts: Sequence[Prose],
    *,
    today: dt.date,
    require_sources: bool = False,
) -> Iterator[Finding]:
    """Yield what there is to say about a post as a whole, in the language it is written in."""
    spoken = spoken_of(texts, language)
    named = sensitive(post.topics)
    yield from _unnamed(spoken, named)
    topics = named | spoken.keys()
    if topics & _NO_PROMPT:
        yield from _prompts(texts, language, topics & _NO_PROMPT)
    if "suicide" in topics and language in languages() and not _says(texts, language, "hope"):
        said = "The post speaks of suicide, and of no help and no way through."
        yield found("no-word-of-hope", "slides", said)
    if require_sources and not post.sources:
        yield found(
            "sources-required", "title", "The post names no sources, and they are required."
        )
    if post.review_due and post.review_due < today:
        yield found("review-overdue", "review_due", f"The review was due on {post.review_due}.")
    yield from _lengths(post, texts, language)


OFTEN = 3
"""From how many posts on suicide within seven days on readers may be distressed (Samaritans)."""


def about_suicide(post: Post, language: str) -> bool:
    """Return whether a post names suicide among its topics, or speaks of it plainly."""
    topic = "suicide"
    return topic in sensitive(post.topics) or topic in spoken_of(prose_of(post), language)


def suicide_often(titles: Sequence[str]) -> Finding | None:
    """Return the finding of a week that has as many posts on suicide as ``titles``, None of few."""
    if len(titles) < OFTEN:
        return None
    listed = ", ".join(f"“{title}”" for title in titles)
    return found(
        "suicide-often", "series", f"{len(titles)} posts of this week are about suicide: {listed}."
    )


def _unnamed(spoken: dict[str, Spoken], named: frozenset[str]) -> Iterator[Finding]:
    """Yield a warning for a topic that is spoken of and not named, unless a near one is."""
    for topic, one in spoken.items():
        near = {"self-harm": "suicide", "trauma": "abuse", "grief": "suicide"}.get(topic)
        if topic not in named and near not in named:
            said = f"“{one.words}”: the post speaks of {topic}, and `topics:` does not name it."
            hint = f"Add it, `topics: [{topic}]`; the note and the helplines for it come by themselves."
            finding = found("topic-not-named", one.field, said, hint)
            # without a content note, what a name brings along is a better helpline and no more
            yield finding if noted((topic,)) else finding._replace(severity=Severity.INFO)


def _prompts(texts: Sequence[Prose], language: str, topics: frozenset[str]) -> Iterator[Finding]:
    for prose in texts:
        if prose.place in ("invite", "caption", "slide") and _says((prose,), language, "prompt"):
            said = f"This asks readers to save or share, in a post on {min(topics)}."
            yield found("share-prompt-on-distress", prose.field, said)


def _says(texts: Sequence[Prose], language: str, what: str) -> bool:
    """Say whether texts hold one of a language's phrases for something, as asks.yaml lists them."""
    said = [sentence for prose in texts for sentence in sentences(prose.text)]
    patterns = patterns_of(language, "asks").get(what, ())
    return any(True for one in said for pattern in patterns for _ in spans(pattern, one))


def _lengths(post: Post, texts: Sequence[Prose], language: str) -> Iterator[Finding]:
    """Yield what is too long to read on a phone, and marks that shout."""
    counted = [0] * len(post.slides)
    for prose in texts:
        if prose.field.startswith("slides["):
            counted[int(prose.field[7 : prose.field.index("]")])] += word_count(prose.text)
        if re.search(r"[!?]{3,}|!{2,}", prose.text):
            said = "Marks in a row: they are read aloud one by one."
            yield found("shouting-marks", prose.field, said)
        if language in languages() and prose.place in ("slide", "invite"):
            longest = max((len(one.tokens) for one in sentences(prose.text)), default=0)
            if longest > MOST_IN_A_SENTENCE:
                said = f"One sentence has some {longest} words."
                yield found("long-sentence", prose.field, said)
    for index, (slide, words) in enumerate(zip(post.slides, counted, strict=True)):
        if words > MOST_WORDS and slide.kind not in ("list", "steps", "resources", "compare"):
            said = f"The slide has {words} words; up to {MOST_WORDS} can be read in passing."
            yield found("too-many-words", f"slides[{index}]", said)
