"""Patterns as clinicians read them, to what is looked for in a sentence.

    commit suicide            every form of the words: commits, committed, committing suicide
    failed/unsuccessful suicide? attempt     one word or another; a word that may be missing
    (cry for help | attention seeking)       one phrase or another
    you have CONDITION        a list of words and phrases from lists.yaml
    heal ... in NUM day       up to five words between; six dots: up to twelve; NUM is a number
    ^ ING ... be DIAGNOSIS    ING is any word in -ing, ED any in -ed, ANY any that denies nothing
    ^ stop take MEDICINE      ^ is the beginning of a sentence or of what follows a comma or a colon
    addict!                   this form only
    save this & SUICIDE       both in one sentence, in whatever order and however far apart
    so sad EXCEPT not/never   not where what is excepted stands in the same part of the sentence

Articles, possessives and adverbs that only weigh (``really``, ``just``, ``secretly``) may stand between
any two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Any

from swipewell.named import NamedTuple
from swipewell.rules.words import SOFT, Sentence, Token, parts_of

Element = tuple[Any, ...]
"""What is looked for: ``("w", words)`` any form, ``("x", words)`` the form itself, ``("g", most)`` a gap,
``("a", sequences)`` one of them, ``("o", sequence)`` perhaps, ``("n",)`` a number, ``("_", ending)`` any
word that ends so, ``("^",)`` a beginning and ``("$",)`` the end; ``("&", sequences, excepted)``, which
stands alone, all of the sequences and none of the excepted."""

Elements = tuple[Element, ...]

_PART = re.compile(r"\(|\)\??|\||\^|\$|\.{3,}|[^\s()|]+")
_GAP, _LONG_GAP = 5, 12
_MOST_SKIPPED = 2

_COMMON = SOFT | frozenset(
    "i you he she it we they me him us them be have do will can could may might should must "
    "need to of in on at for with by from as if and or but not no n't what who how when why is "
    "are 's go get say tell make take more person people day week their like feel".split()
)
_DENIALS = frozenset(
    {"not", "n't", "no", "never", "without", "nobody", "nothing", "rarely", "seldom"}
)
_BREAKS = frozenset({",", ":", ";", "—", "–", "("})
_DIVIDES = frozenset({":", ";", "—", "–"})
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
    wanted, *excepted = text.split(" EXCEPT ")
    sequences = tuple(_whole(part, lists) for part in wanted.split(" & "))
    barred = tuple(_whole(part, lists) for part in excepted)
    alone = len(sequences) == 1 and not barred
    pattern = _pattern(sequences[0] if alone else (("&", sequences, barred),), sequences)
    if not pattern.needs:
        raise ValueError(f"“{text}” names no word")
    return pattern


def _whole(text: str, lists: Lists) -> Elements:
    """Return the elements of a text that holds no more than one sequence."""
    elements, rest = _sequence(_PART.findall(text), lists)
    if rest or not elements:
        raise ValueError(f"“{text}” is no pattern: a bar stands in no bracket")
    return elements


def _commonness(words: frozenset[str]) -> tuple[bool, int]:
    return bool(words & _COMMON), len(words)


def by_denial(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return a pattern as one or several, each with a denial in it always, or never.

    ``(not real | lazy)`` is two: a denial in a sentence belongs to the first, and denies the second.
    """
    head = pattern.elements[0]
    if head[0] != "&":
        return tuple(_pattern(one, (one,)) for one in _by_denial(pattern.elements))
    _, sequences, excepted = head
    sides = product(*map(_by_denial, sequences))
    return tuple(_pattern((("&", side, excepted),), side) for side in sides)


def _pattern(elements: Elements, sequences: Sequence[Elements]) -> Pattern:
    """Return a pattern with what its sequences need, and whether one of them denies."""
    return Pattern(elements, _needs(sequences), any(map(_negates, sequences)))


def _by_denial(elements: Elements) -> list[Elements]:
    """Return a sequence with each of its choices on one side: all of them denials, or none."""
    return list(product(*map(_sides, elements)))


def _sides(element: Element) -> list[Element]:
    kind, *held = element
    if kind in "wx" and held[0] & _DENIALS and held[0] - _DENIALS:
        return [(kind, held[0] & _DENIALS), (kind, held[0] - _DENIALS)]
    if kind == "a":
        every = [sequence for choice in held[0] for sequence in _by_denial(choice)]
        sides = [[one for one in every if _negates(one) is side] for side in (True, False)]
        return [_either(side) for side in sides if side]
    return [element]


def _negates(elements: Elements) -> bool:
    """Say whether a sequence holds a denial outside of what may be missing."""
    for kind, *held in elements:
        if kind in "wx" and held[0] & _DENIALS:
            return True
        if kind == "a" and any(_negates(choice) for choice in held[0]):
            return True
    return False


def _needs(sequences: Sequence[Elements]) -> tuple[frozenset[str], ...]:
    """Return the words of which a sentence has to hold one each, the rarest first."""
    found = [one for elements in sequences for one in map(_needed, elements) if one]
    return tuple(sorted(found, key=_commonness))


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
    if part in ("ANY", "ING", "ED"):
        return ("_", "" if part == "ANY" else part.lower())
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


def spans(pattern: Pattern, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where a pattern is met: first and last token but one, at most once from a beginning."""
    forms = sentence.forms
    if any(words.isdisjoint(forms) for words in pattern.needs):
        return
    if pattern.elements[0][0] == "&":
        yield from _all_of(pattern.elements[0], sentence)
    else:
        yield from _spans(pattern.elements, sentence.tokens, forms)


def _all_of(element: Element, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield from where to where all sequences are met, unless one of the excepted is, too."""
    _, sequences, excepted = element
    tokens, met = sentence.tokens, []
    for one in sequences:
        if (place := next(_spans(one, tokens, sentence.forms), None)) is None:
            return
        met.append(place)
    first, end = min(one for one, _ in met), max(last for _, last in met)
    clause = _around(tokens, first, end) if excepted else ()
    if not any(True for one in excepted for _ in _spans(one, clause, sentence.forms)):
        yield first, end


def _around(tokens: tuple[Token, ...], first: int, end: int) -> tuple[Token, ...]:
    """Return the part of a sentence that a phrase stands in, from one colon or dash to the next."""
    begins = max((i + 1 for i in range(first) if tokens[i].text in _DIVIDES), default=0)
    rest = (i for i in range(end, len(tokens)) if tokens[i].text in _DIVIDES)
    return tokens[begins : next(rest, len(tokens))]


def _spans(
    elements: Elements, tokens: tuple[Token, ...], forms: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield where a sequence is met among tokens, whose words have these forms."""
    alive = _alive(elements, forms)
    if alive is None:
        return
    starts = _starts(alive)
    for first, token in enumerate(tokens):
        if starts is not None and starts.isdisjoint(token.forms):
            continue
        if (end := next(_met(alive, 0, tokens, first), None)) is not None:
            yield first, end


def _alive(elements: Elements, forms: frozenset[str]) -> Elements | None:
    """Return what of a sequence a text with these words may meet, None where it cannot meet it."""
    alive: list[Element] = []
    for element in elements:
        kind = element[0]
        if kind in "wx":
            if element[1].isdisjoint(forms):
                return None
            alive.append(element)
        elif kind == "a":
            choices = tuple(one for each in element[1] if (one := _alive(each, forms)) is not None)
            if not choices:
                return None
            alive.append((kind, choices))
        elif kind != "o":
            alive.append(element)
        elif (inner := _alive(element[1], forms)) is not None:
            alive.append((kind, inner))
    return tuple(alive)


def _starts(elements: Elements) -> frozenset[str] | None:
    """Return the words that a sequence may begin with, None for any."""
    found: frozenset[str] = frozenset()
    for kind, *held in elements:
        if kind in "wx":
            words: frozenset[str] = held[0]
            return found | words
        if kind == "a":
            each = [_starts(choice) for choice in held[0]]
            return None if None in each else found.union(*filter(None, each))
        if kind == "o":
            inner = _starts(held[0])
            if inner is None:
                return None
            found |= inner
        elif kind != "^":
            return None
    return None


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
        if not tokens[j].soft:
            return


def _reach(tokens: tuple[Token, ...], i: int, most: int) -> Iterator[int]:
    """Yield where a gap may end: nothing of it crosses a colon, a semicolon or a dash."""
    for j in range(i, min(i + most, len(tokens)) + 1):
        yield j
        if j < len(tokens) and tokens[j].text in _DIVIDES:
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
            fits = token.text.endswith(element[1])
            return fits and token.kind != "p" and token.text not in _DENIALS
