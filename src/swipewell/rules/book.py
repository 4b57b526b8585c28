"""A language's rules as they are looked for: packed small, and found by the words of a sentence.

Two thousand patterns are too many to try one by one, or to unpack for a post. So what patterns have in
common is kept once; a word tells as bits of a number which patterns it may belong to; and a pattern is
unpacked when a sentence first holds the words that it cannot do without.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from swipewell.named import NamedTuple
from swipewell.resources import made_with_row
from swipewell.rules.pattern import Elements, Pattern, by_denial, compiled
from swipewell.rules.phrases import lists_of
from swipewell.rules.rule import DATA, WORDS, Rule, plain_rule, rule_of, rules_about_words

_CODE = tuple(
    Path(__file__).with_name(f"{name}.py") for name in ("pattern", "words", "book", "rule")
)
"""What makes a book from its data: where one of these changes, it is made anew."""
_SLOTS = 3
"""By how many of its needs, the rarest first, a pattern is found."""


class Book(NamedTuple):
    """A language's rules, its patterns and whose they are, what makes rules harmless, what posts must be about.

    ``lettered`` are the rules that look at letters, with their numbers.
    """

    rules: tuple[Rule, ...]
    patterns: Shelf
    owners: Sequence[int]
    finder: Finder
    unless: Mapping[int, Shelf]
    about: Mapping[int, Shelf]
    lettered: tuple[tuple[int, Rule], ...]


class Packed:
    """Many small values that lie in one row of bytes, each cut out when it is asked for."""

    def __init__(self, ends: bytes, row: memoryview) -> None:
        self._ends, self._row = array("I", ends), row

    def __len__(self) -> int:
        return len(self._ends)

    @property
    def size(self) -> int:
        """Return how many bytes all of them take."""
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, i: int) -> memoryview:
        return self._row[self._ends[i - 1] if i else 0 : self._ends[i]]


class Parts:
    """What patterns are made of, elements and the choices of those that have some: each unpacked once."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self._known: dict[int, Any] = {}

    def sequence(self, numbers: Iterable[int]) -> Elements:
        """Return elements by their numbers."""
        return tuple(map(self._part, numbers))

    def _part(self, i: int) -> Any:
        known = self._known.get(i)
        if known is None:
            known = marshal.loads(self._packed[i])
            if isinstance(known, bytes):
                known = "a", self.sequence(array("H", known))
            elif isinstance(known, list):  # what is to be met in one sentence, and what is excepted
                known = "&", *(_Sequences(self, side) for side in known)
            self._known[i] = known
        return known


class _Sequences:
    """Packed sequences of elements, each unpacked when it is come to: most sentences meet not even one."""

    def __init__(self, parts: Parts, packed: Sequence[bytes]) -> None:
        self._parts, self._packed = parts, packed

    def __len__(self) -> int:
        return len(self._packed)

    def __iter__(self) -> Iterator[Elements]:
        return (self._parts.sequence(array("H", one)) for one in self._packed)


class Shelf(Sequence[Pattern]):
    """Packed patterns, each unpacked when it is first asked for; what they need is for the finder to say."""

    def __init__(self, packed: Packed | Sequence[bytes], parts: Parts) -> None:
        self._packed, self._parts = packed, parts
        self._known: dict[int, Pattern] = {}

    def __len__(self) -> int:
        return len(self._packed)

    def __getitem__(self, i: Any) -> Any:
        known = self._known.get(i)
        if known is None:
            negates, *numbers = array("H", bytes(self._packed[i]))
            known = self._known[i] = Pattern(self._parts.sequence(numbers), (), bool(negates))
        return known


class Finder:
    """Which patterns a sentence may hold, by the forms of its words.

    ``by_word`` has codes, number of the pattern times slots plus the slot; ``free`` are by slot, as
    bits, the patterns that need no word there.
    """

    def __init__(self, by_word: Mapping[str, bytes], free: Sequence[bytes]) -> None:
        self._by_word = by_word
        self._size = len(free[0])
        self._free = tuple(int.from_bytes(one, "little") for one in free)
        self._known: dict[str, tuple[int, ...] | None] = {}

    def candidates(self, forms: Iterable[str]) -> Iterator[int]:
        """Yield the patterns whose needs are met by forms, by their numbers, in their order."""
        first, second, third = self._free
        known = self._known
        for form in forms:
            bits = known[form] if form in known else self._bits(form)
            if bits:
                first |= bits[0]
                second |= bits[1]
                third |= bits[2]
        left = first & second & third
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest

    def _bits(self, form: str) -> tuple[int, ...] | None:
        """Return by slot the patterns that a word meets a need of, and remember them."""
        bits = None
        if form in self._by_word:
            made = [bytearray(self._size) for _ in range(_SLOTS)]
            for code in array("H", self._by_word[form]):
                number, slot = divmod(code, _SLOTS)
                made[slot][number >> 3] |= 1 << (number & 7)
            bits = tuple(int.from_bytes(one, "little") for one in made)
        self._known[form] = bits
        return bits


@lru_cache(maxsize=8)
def book(language: str) -> Book:
    """Return the rules of a language as they are looked for."""
    folder = DATA / language
    sources = (*(folder / f"{name}.yaml" for name in (*WORDS, "lists")), *_CODE)
    held, row = made_with_row(folder / "book", sources, lambda: _made(language))
    plain, part_ends, pattern_ends, owners, by_word, free, unless, about = held
    patterns = Packed(pattern_ends, row)
    parts = Parts(Packed(part_ends, row[patterns.size :]))
    rules = tuple(map(rule_of, plain))
    return Book(
        rules,
        Shelf(patterns, parts),
        array("H", owners),
        Finder(by_word, free),
        {n: Shelf(texts, parts) for n, texts in unless.items()},
        {n: Shelf(texts, parts) for n, texts in about.items()},
        tuple((n, rule) for n, rule in enumerate(rules) if rule.letters),
    )


def _made(language: str) -> tuple[tuple[Any, ...], bytes]:
    """Return a book as plain values, and the row of its patterns and then of their parts."""
    rules, lists = rules_about_words(language), lists_of(language)
    packing = _Packing()
    owners, patterns = array("H"), []
    for n, rule in enumerate(rules):
        for text in rule.says:
            for pattern in by_denial(compiled(text, lists)):
                owners.append(n)
                patterns.append(pattern)

    def all_of(texts: Sequence[str]) -> tuple[Any, ...]:
        return tuple(packing.pattern(compiled(text, lists)) for text in texts)

    packed = tuple(map(packing.pattern, patterns))
    unless = {n: all_of(rule.unless) for n, rule in enumerate(rules) if rule.unless}
    about = {n: all_of(rule.about) for n, rule in enumerate(rules) if rule.about}
    ends = _ends(packing.parts), _ends(packed)  # the parts last: only now all of them are known
    held = tuple(map(plain_rule, rules)), *ends, owners.tobytes(), *_indexed(patterns)
    return (*held, unless, about), b"".join((*packed, *packing.parts))


def _ends(values: Iterable[bytes]) -> bytes:
    """Return where values end that lie in one row."""
    return array("I", accumulate(map(len, values))).tobytes()


class _Packing:
    """Gathers what patterns are made of: what is equal gets one number, and is kept once."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self._numbers: dict[tuple[Any, ...], int] = {}

    def pattern(self, pattern: Pattern) -> bytes:
        """Return a pattern as whether it denies, and the numbers of its elements."""
        return array("H", (pattern.negates,)).tobytes() + self._numbered(pattern.elements)

    def _number(self, part: tuple[Any, ...]) -> int:
        """Return the number of an element, or of one of the choices of an element."""
        if part not in self._numbers:
            held: Any = part
            if part[0] == "a":
                held = self._numbered(part[1])
            elif part[0] == "&":
                held = [list(map(self._numbered, side)) for side in part[1:]]
            self._numbers[part] = len(self.parts)
            self.parts.append(marshal.dumps(held))
        return self._numbers[part]

    def _numbered(self, parts: Iterable[tuple[Any, ...]]) -> bytes:
        return array("H", map(self._number, parts)).tobytes()


def _indexed(patterns: Sequence[Pattern]) -> tuple[dict[str, bytes], list[bytes]]:
    """Return for each word the codes of its patterns, and by slot the patterns without a need."""
    by_word: dict[str, array[int]] = {}
    free = [bytearray(len(patterns) // 8 + 1) for _ in range(_SLOTS)]
    for number, pattern in enumerate(patterns):
        for slot in range(_SLOTS):
            words = pattern.needs[slot] if slot < len(pattern.needs) else None
            if words is None:
                free[slot][number >> 3] |= 1 << (number & 7)
            for word in words or ():
                by_word.setdefault(word, array("H")).append(number * _SLOTS + slot)
    return {word: codes.tobytes() for word, codes in by_word.items()}, list(map(bytes, free))
