"""What lets a phrase pass: it is denied, quoted, taught against, reported of others, asked, or supposed.

Each takes a place in a sentence and says whether the phrase there is meant. Which of them count is a
rule's own affair: a method of self-harm is as harmful in quotation marks, a label of people is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from swipewell.named import NamedTuple
from swipewell.rules.pattern import Pattern, spans
from swipewell.rules.phrases import patterns_of
from swipewell.rules.prose import AVOID, SAID, Prose
from swipewell.rules.words import Sentence, Token, sentences

NOT = frozenset(
    "not n't no never without nor neither none nobody nothing hardly rarely seldom isn't avoid myth".split()
)
_LINKS = frozenset(
    "be go become call say mean make need have earn or thing as of for everyone who hurt you one "
    "person people fight feel like must good bad".split()
)
"""Words that may stand between a denial and what is said not to be."""
_IF = frozenset(
    "if whether when whenever suspect wonder wondering think may might could unless suppose people "
    "someone anyone somebody who persons clients patients folks".split()
)
_I = frozenset({"i", "myself"})
_AM = frozenset({"be", "as", "become", "identify", "call", "get", "stay"})
_BREAKS = frozenset({";", ":", "—", "–", "(", ")"})
_CONTRAST = frozenset({"but", "yet", "instead"})
_NOTS = frozenset({"not", "n't", "never", "rarely", "seldom"})
_STARTS_ANEW = frozenset({"and", "but", "or", "so", "because", "who", "he", "she", "they"})
_BEFORE, _AFTER = 7, 4


class Frames(NamedTuple):
    """A language's phrases that frame others: anywhere, before them, after them, and in a heading."""

    against: tuple[Pattern, ...]
    before: tuple[Pattern, ...]
    after: tuple[Pattern, ...]
    reported: tuple[Pattern, ...]
    heading: tuple[Pattern, ...]
    hedged: tuple[Pattern, ...]


class Met(NamedTuple):
    """A phrase in its place: the text, its sentences, which of them, and its tokens in it."""

    prose: Prose
    said: Sequence[Sentence]
    number: int
    first: int
    end: int
    negates: bool = False

    @property
    def sentence(self) -> Sentence:
        """Return the sentence that holds the phrase."""
        return self.said[self.number]

    @property
    def before(self) -> tuple[Token, ...]:
        """Return what stands before the phrase in its sentence, as far as it may bear on it."""
        return _clause(self.sentence.tokens[: self.first])

    @property
    def after(self) -> tuple[Token, ...]:
        """Return the words right behind the phrase."""
        return self.sentence.tokens[self.end : self.end + _AFTER]


def passes(met: Met, kinds: frozenset[str], frames: Frames) -> bool:
    """Say whether a phrase is let pass for one of the reasons named."""
    return any(_PASSES[kind](met, frames) for kind in sorted(kinds))


@lru_cache(maxsize=8)
def frames_of(language: str) -> Frames:
    """Return the framing phrases of a language."""
    return Frames(**patterns_of(language, "frames"))


def _clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the last part of what stands before a phrase: nothing from beyond a stop or a ``but``."""
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i].text in _BREAKS or tokens[i].text in _CONTRAST:
            return tokens[i + 1 :]
    return tokens


def _is_denied(met: Met, _frames: Frames) -> bool:
    """``this is not a cure``."""
    near = met.before[-_BEFORE:]
    cut = next((i for i in range(len(near) - 1, -1, -1) if near[i].text == ","), -1)
    listed = any(token.text in ("or", "nor") for token in near[cut + 1 :])
    words = near if listed else near[cut + 1 :]
    if any(not NOT.isdisjoint(token.forms) for token in words):
        return True
    held = met.sentence.tokens[met.first : met.end]
    return not met.negates and any(token.text in _NOTS for token in held)


def _is_said_not_to_be(met: Met, _frames: Frames) -> bool:
    """``you are not crazy``, ``no bad foods``; not ``don't let your crazy boss``."""
    near = met.before[-_BEFORE:]
    for i in range(len(near) - 1, -1, -1):
        token = near[i]
        if not NOT.isdisjoint(token.forms):
            return True
        has_to = token.text == "to" and i > 0 and near[i - 1].text in ("have", "need", "has")
        if not has_to and not token.soft and token.forms.isdisjoint(_LINKS):
            return False
    return False


def _is_refuted(met: Met, _frames: Frames) -> bool:
    """``a cure does not exist``."""
    last = met.sentence.tokens[met.end - 1]
    if last.kind == "p" or last.text in _STARTS_ANEW:
        return False
    for token in met.after:
        if token.text in _NOTS:
            return True
        if token.kind == "p" or token.text in _STARTS_ANEW:
            break
    return False


def _is_quoted(met: Met, _frames: Frames) -> bool:
    """In quotation marks, unless the whole text is what the reader is to say.

    A pattern may reach beyond them: of “get over it” and … the greater part is quoted.
    """
    if met.prose.voice == SAID or met.prose.place == "quote":
        return False
    held = [token.quoted for token in met.sentence.tokens[met.first : met.end]]
    return held[0] and (all(held) or 1 < sum(held) >= len(held) / 2)


def _is_taught(met: Met, frames: Frames) -> bool:
    """On the side to avoid, a myth, under ``What not to say``, behind ``instead of``, before ``It is not.``"""
    if met.prose.voice == AVOID or _is_under(met.prose.under, frames.heading):
        return True
    if _is_framed(met, frames.against) or _is_framed(met, frames.before, before=True):
        return True
    if any(_holds(later, frames.after) for later in met.said[met.number + 1 : met.number + 2]):
        return True
    earlier = met.said[met.number - 1] if met.number else None
    quoted = met.sentence.tokens[met.first].quoted
    return bool(quoted and earlier and _holds(earlier, frames.against))


def _is_reported(met: Met, frames: Frames) -> bool:
    """What others say, or what somebody fears: ``you may feel as if you were going crazy``."""
    return _is_framed(met, frames.reported)


def _is_own(met: Met, _frames: Frames) -> bool:
    """Said of oneself: ``I am an addict``, ``as an addict, I``."""
    near = (*met.before[-5:], *met.sentence.tokens[met.first : met.end])
    said = any(not _I.isdisjoint(token.forms) for token in (*near, *met.after))
    return said and any(not _AM.isdisjoint(token.forms) for token in near)


def _is_supposed(met: Met, _frames: Frames) -> bool:
    """``if you have ADHD``, ``you may have``."""
    return any(token.text in _IF for token in met.before[-5:])


def _is_hedged(met: Met, frames: Frames) -> bool:
    """``may help``, ``some people``: said of some, or as what may be."""
    return _holds(met.sentence, frames.hedged)


def _is_asked(met: Met, _frames: Frames) -> bool:
    return met.sentence.question


def _is_framed(met: Met, patterns: Sequence[Pattern], *, before: bool = False) -> bool:
    """Say whether a framing phrase stands in the sentence, and not within the phrase itself."""
    for pattern in patterns:
        for first, end in spans(pattern, met.sentence):
            if first < met.first or (end > met.end and not before):
                return True
    return False


def _holds(sentence: Sentence, patterns: Sequence[Pattern]) -> bool:
    return any(True for pattern in patterns for _ in spans(pattern, sentence))


def _is_under(heading: str, patterns: Sequence[Pattern]) -> bool:
    return bool(heading) and any(_holds(one, patterns) for one in sentences(heading))


_PASSES = {
    "denied": _is_denied,
    "is-not": _is_said_not_to_be,
    "refuted": _is_refuted,
    "quoted": _is_quoted,
    "taught": _is_taught,
    "reported": _is_reported,
    "own": _is_own,
    "supposed": _is_supposed,
    "asked": _is_asked,
    "hedged": _is_hedged,
}
