"""Patterns as clinicians read them, to what is looked for in a sentence.

    commit suicide            every form of the words: commits, committed, committing suicide
    failed/unsuccessful suicide? attempt     one word or another; a word that may be missing
    (cry for help | attention seeking)       one phrase or another
    you have CONDITION        a list of words and phrases from lists.yaml
    heal ... in NUM day       up to five words between; six dots: up to twelve; NUM is a number
    ^ stop take MEDICINE      ^ is the beginning of a sentence or of what follows a comma or a colon
    addict!                   this form only

Articles, possessives and adverbs that only weigh (``really``, ``just``) may stand between any two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from swipewell.named import NamedTuple
from swipewell.rules.words import Sentence, Token, parts_of

Element = tuple[Any, ...]
"""What is looked for: ``("w", words)`` any form, ``("x", words)`` the form itself, ``("g", most)`` a gap,
``("a", sequences)`` one of them, ``("o", sequence)`` perhaps, ``("n",)`` a number, ``("_",)`` any word,
``("^",)`` a beginning and ``("$",)`` the end."""

Elements = tuple[Element, ...]

_PART = re.compile(r"\(|\)\??|\||\^|\$|\.{3,}|[^\s()|]+")
_GAP, _LONG_GAP = 5, 12
_MOST_SKIPPED = 2

SOFT = frozenset(
    "a an the my your his her their our its this that these those some any every really just "
    "actually ever also even simply probably definitely clearly likely very so quite truly "
    "totally completely absolutely literally only still already often always almost too much "
    "more most own another such certainly honestly maybe quickly easily permanently forever "
    "right now all both tragically sadly nearly finally basically".split()
)
"""Words that may stand between any two of a pattern."""

_COMMON = SOFT | frozenset(
    "i you he she it we they me him us them be have do will can could may might should must "
    "need to of in on at for with by from as if and or but not no n't what who how when why is "
    "are 's go get say tell make take more person people day week their like feel".split()
)
_DENIALS = frozenset({"not", "n't", "no", "never", "without", "nobody", "nothing"})
_BREAKS = frozenset({",", ":", ";", "—", "–", "("})
_BEFORE_A_BEGINNING = frozenset(
    "and or but then so please just now also instead first second finally next to".split()
)


class Pattern(NamedTuple):
    """A pattern, and what has to be in a sentence for it to be tried: of each of ``needs`` one word.

    The first of them is the rarest. ``negates`` says that a denial is part of the pattern itself.
    """

    elements: Elements
    needs: tuple[frozenset[str], ...]
    negates: bool = False


Lists = Mapping[str, Element]
"""Elements by the names in capitals that patterns call them by; see ``compiled_lists``."""


def compiled(text: str, lists: Lists) -> Pattern:
    """Return a pattern written as above; ValueError where it is none."""
    if text.count("(") != text.count(")"):
        raise ValueError(f"“{text}” has a bracket too many")
    elements, rest = _sequence(_PART.findall(text), lists)
    if rest or not elements:
        raise ValueError(f"“{text}” is no pattern: a bar stands in no bracket")
    needs = sorted(filter(None, map(_needed, elements)), key=_commonness)
    if not needs:
        raise ValueError(f"“{text}” names no word")
    return Pattern(elements, tuple(needs), _negates(elements))


def _commonness(words: frozenset[str]) -> tuple[bool, int]:
    return bool(words & _COMMON), len(words)


def _negates(elements: Elements) -> bool:
    """Say whether a pattern holds a denial outside of what may be missing."""
    for kind, *held in elements:
        if kind in "wx" and held[0] & _DENIALS:
            return True
        if kind == "a" and any(_negates(choice) for choice in held[0]):
            return True
    return False


def _sequence(parts: list[str], lists: Lists) -> tuple[Elements, list[str]]:
    """Return the elements up to a bracket or a bar, and the parts after them."""
    elements: list[Element] = []
    while parts and parts[0] not in ("|", ")", ")?"):
        part, parts = parts[0], parts[1:]
        if part == "(":
            group, parts = _group(parts, lists)
            elements.append(group)
        else:
            elements.append(_element(part, lists))
    return tuple(elements), parts


def _group(parts: list[str], lists: Lists) -> tuple[Element, list[str]]:
    choices = []
    while True:
        choice, parts = _sequence(parts, lists)
        choices.append(choice)
        if not parts:
            raise ValueError("a bracket is not closed")
        end, parts = parts[0], parts[1:]
        if end != "|":
            group = _either(choices)
            return (("o", (group,)) if end == ")?" else group), parts


def _either(choices: list[Elements]) -> Element:
    """Return what is met where one of the choices is; single words are one set."""
    words = [choice[0][1] for choice in choices if len(choice) == 1 and choice[0][0] == "w"]
    others = [choice for choice in choices if len(choice) != 1 or choice[0][0] != "w"]
    if words:
        merged: Element = ("w", frozenset().union(*words))
        return ("a", ((merged,), *others)) if others else merged
    return ("a", tuple(others))


def _element(part: str, lists: Lists) -> Element:
    if part in ("^", "$"):
        return (part,)
    if part.startswith("..."):
        return ("g", _GAP if len(part) < 6 else _LONG_GAP)
    if part.endswith("?"):
        return ("o", (_element(part[:-1], lists),))
    if part == "NUM":
        return ("n",)
    if part == "ANY":
        return ("_",)
    if part.isupper() and part != "I":
        return _listed(part, lists)
    exact = frozenset(word[:-1] for word in part.lower().split("/") if word.endswith("!"))
    others = "/".join(word for word in part.split("/") if not word.endswith("!"))
    if exact and others:
        return ("a", ((("x", exact),), (_words(others),)))
    return ("x", exact) if exact else _words(part)


@lru_cache(maxsize=4096)  # equal parts are one object, which is kept on disk once
def _words(part: str) -> Element:
    """Return words to choose from; ``self-harm`` and ``can't`` are several, as they are in a text."""
    choices = [
        [word for piece in choice.split("-") for word in parts_of(piece)]
        for choice in part.lower().split("/")
    ]
    single = frozenset(words[0] for words in choices if len(words) == 1)
    several = tuple(
        tuple(("w", frozenset({word})) for word in words) for words in choices if len(words) > 1
    )
    if not several:
        return ("w", single)
    return ("a", ((("w", single),), *several) if single else several)


def _listed(name: str, lists: Lists) -> Element:
    if name not in lists:
        raise ValueError(f"there is no list {name} in lists.yaml")
    return lists[name]


def compiled_lists(held: Mapping[str, Sequence[str]]) -> dict[str, Element]:
    """Return lists of words and phrases as elements; one may name those before it."""
    made: dict[str, Element] = {}
    for name, entries in held.items():
        made[name] = _either([compiled(entry, made).elements for entry in entries])
    return made


def _anchors(elements: Elements) -> frozenset[str] | None:
    """Return the words of the rarest element that cannot be missing."""
    return min(filter(None, map(_needed, elements)), key=_commonness, default=None)


@lru_cache(maxsize=4096)
def _needed(element: Element) -> frozenset[str] | None:
    if element[0] in "wx":
        words: frozenset[str] = element[1]
        return words
    if element[0] == "a":
        each = [_anchors(choice) for choice in element[1]]
        return frozenset().union(*filter(None, each)) if all(each) else None
    return None


def may_hold(forms: frozenset[str], pattern: Pattern) -> bool:
    """Say whether a sentence with these forms of words may hold a pattern."""
    return not any(words.isdisjoint(forms) for words in pattern.needs)


def spans(pattern: Pattern, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where a pattern is met: first and last token but one, at most once from a beginning."""
    tokens = sentence.tokens
    if not may_hold(sentence.forms, pattern):
        return
    for first in range(len(tokens)):
        if (end := next(_met(pattern.elements, 0, tokens, first), None)) is not None:
            yield first, end


def _met(elements: Elements, at: int, tokens: tuple[Token, ...], i: int) -> Iterator[int]:
    """Yield the ends at which the elements from one on are met from a token on."""
    if at == len(elements):
        yield i
        return
    element = elements[at]
    match element[0]:
        case "g":
            for j in _reach(tokens, i, element[1]):
                yield from _met(elements, at + 1, tokens, j)
        case "^":
            if _begins(tokens, i):
                yield from _met(elements, at + 1, tokens, i)
        case "$":
            if i == len(tokens):
                yield from _met(elements, at + 1, tokens, i)
        case "o":
            yield from _met(element[1] + elements[at + 1 :], 0, tokens, i)
            yield from _met(elements, at + 1, tokens, i)
        case "a":
            for choice in element[1]:
                yield from _met(choice + elements[at + 1 :], 0, tokens, i)
        case _:
            for j in _candidates(tokens, i):
                if _is(element, tokens[j]):
                    yield from _met(elements, at + 1, tokens, j + 1)


def _candidates(tokens: tuple[Token, ...], i: int) -> Iterator[int]:
    """Yield the token itself, and those behind words that may stand between."""
    for j in range(i, min(i + _MOST_SKIPPED + 1, len(tokens))):
        yield j
        if tokens[j].text not in SOFT:
            return


def _reach(tokens: tuple[Token, ...], i: int, most: int) -> Iterator[int]:
    """Yield where a gap may end: nothing of it crosses a colon, a semicolon or a dash."""
    for j in range(i, min(i + most, len(tokens)) + 1):
        yield j
        if j < len(tokens) and tokens[j].text in (";", ":", "—"):
            return


def _begins(tokens: tuple[Token, ...], i: int) -> bool:
    """Say whether a token is the first of a sentence, or of what a comma or a colon divides."""
    return (
        i == 0
        or tokens[i - 1].text in _BREAKS
        or (tokens[i - 1].text in _BEFORE_A_BEGINNING and _begins(tokens, i - 1))
    )


def _is(element: Element, token: Token) -> bool:
    match element[0]:
        case "w":
            return not element[1].isdisjoint(token.forms)
        case "x":
            return token.text in element[1]
        case "n":
            return token.kind == "n"
        case _:
            return token.kind != "p"
