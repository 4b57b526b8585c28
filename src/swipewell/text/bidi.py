"""Which way characters run: a paragraph in, the embedding level of every character out.

    base_level("tip עצה 5!")                         ->  0
    levels("tip עצה 5!", 0)                          ->  (0, 0, 0, 0, 1, 1, 1, 1, 2, 0)
    visual_order((0, 0, 0, 0, 1, 1, 1, 1, 2, 0))     ->  [0, 1, 2, 3, 8, 7, 6, 5, 4, 9]

Even levels run from left to right, odd ones from right to left. This is the Unicode Bidirectional
Algorithm, UAX #9 for Unicode 17, without tailoring: https://www.unicode.org/reports/tr9/. Rules
that concern glyphs (L3, L4) are left to the shaper.

The way of a text: `levels` resolves a paragraph before it is broken into lines; then each line's
share goes through `line_levels` (L1), and the line, or its words, through `visual_order` (L2).

Inside `levels`, the rules X divide the paragraph into runs (`_explicit_runs`). A run is written as a
string, one letter a character, so that the rules W, N0 and N are replacements in it (`_weak`,
`_bracketed`, `_neutral`).
What rule X9 removes is in no run: it takes the level of the character before it, divides nothing,
and leaves every index where it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate

from swipewell.named import NamedTuple
from swipewell.text.brackets import CLOSING, OPENING
from swipewell.text.properties import bidi_class, everyday_characters

# The blocks that hold every character of the classes R, AL and AN, and the explicit formatting
# characters. Whatever stands elsewhere cannot turn a text that begins from the left.
_TURNING = (
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

_MAX_DEPTH = 125  # BD2
_MAX_OPEN_BRACKETS = 63  # BD16

# Classes that open something: the side their contents run to. FSI looks for it (X5c).
_EMBEDDINGS = {"LRE": "L", "RLE": "R", "LRO": "L", "RLO": "R"}
_ISOLATES = {"LRI": "L", "RLI": "R", "FSI": ""}

# The other classes as letters of a run's string. X9 removes BN and PDF.
_LETTERS = {"L": "L", "R": "R", "AL": "A", "EN": "e", "AN": "a", "ES": "+", "CS": ",", "ET": "%"}
_LETTERS |= {"NSM": "~", "WS": "o", "ON": "o", "S": "o", "B": "o"}
_ISOLATING = "i"  # an isolate initiator or PDI: neutral like "o", but no base of a mark (W1)

# Where the pattern is found, the letters of the second column become those of the third. A string
# begins with the letter of sos and ends with that of eos. Possessive and anchored: no pattern may
# try the same stretch twice.
_WEAK_RULES = (
    ("A[^LR]*", "e", "a"),  # W2
    ("A+", "A", "R"),  # W3
    ("(?<=e)[+,](?=e)", "+,", "ee"),  # W4
    ("(?<=a),(?=a)", ",", "a"),  # W4
    ("(?<=e)%+|(?<!%)%++(?=e)", "%", "e"),  # W5
    ("[+,%]+", "+,%", "ooo"),  # W6
    ("L[^R]*", "e", "L"),  # W7
)
_NEUTRAL_RULES = (
    ("(?<=L)[oi]++(?=L)", "oi", "LL"),  # N1
    ("(?<=[Rea])[oi]++(?=[Rea])", "oi", "RR"),  # N1
)
_SIDES = {"L": "L", "R": "R", "e": "R", "a": "R"}  # N0, N1: what counts as strong

# I1 and I2: what the letters add to an even and to an odd level.
_STEPS = ({"L": 0, "R": 1, "a": 2, "e": 2}, {"L": 1, "R": 0, "a": 1, "e": 1})

# L1: what goes back to the base at the end of a line or before a separator. UAX #9, 5.2, adds
# what X9 removes.
_SEPARATORS = {"S", "B"}
_TRAILING = {"WS", "PDI", "BN", "PDF", *_ISOLATES, *_EMBEDDINGS}


def is_plain(text: str) -> bool:
    """Say whether nothing in a text could make it run other than from left to right.

    Its base is 0 then, and with that base every level. Finding out takes next to nothing.
    """
    if text.isascii() or everyday_characters() >= set(text):
        return True
    return not _turning().search(text)


@cache
def _turning() -> re.Pattern[str]:
    return re.compile(_TURNING)


def base_level(text: str) -> int:
    """Return the level of a paragraph as its first strong character tells it: 0 or 1 (P2, P3)."""
    if is_plain(text):
        return 0
    return int(_first_sides(map(bidi_class, text)).get(None) == "R")


def levels(text: str, base: int) -> tuple[int, ...]:
    """Return the embedding level of every character of one paragraph, before it is set in lines.

    `base` is 0 or 1, the level of the paragraph. A paragraph separator belongs at the end of it.
    """
    if base == 0 and is_plain(text):
        return (0,) * len(text)
    classes = list(map(bidi_class, text))
    has_brackets = not OPENING.keys().isdisjoint(text)
    found = [-1] * len(text)
    for run in _explicit_runs(classes, base):
        letters = _weak(_sided(run))
        if has_brackets:
            letters = _bracketed(letters, run, text, classes)
        steps = _STEPS[run.level % 2]
        for index, letter in zip(run.indices, _neutral(letters, run)[1:-1], strict=True):
            found[index] = run.level + steps[letter]
    filled = accumulate(found, lambda last, own: last if own < 0 else own, initial=base)
    return tuple(filled)[1:]


def line_levels(text: str, levels: Sequence[int], base: int) -> tuple[int, ...]:
    """Return the levels of one line, given its text and the paragraph's levels there (L1).

    Separators, and white space before them and at the end of the line, go back to `base`.
    """
    out = list(levels)
    trailing = True
    for index in range(len(text) - 1, -1, -1):
        own = bidi_class(text[index])
        trailing = own in _SEPARATORS or (trailing and own in _TRAILING)
        if trailing:
            out[index] = base
    return tuple(out)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices of things with these levels as they stand from left to right (L2)."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level % 2), default=1)
    for floor in range(max(levels, default=0), lowest_odd - 1, -1):
        start = 0
        for end, level in enumerate((*levels, -1)):
            if level < floor:
                if end - start > 1:
                    order[start:end] = order[start:end][::-1]
                start = end + 1
    return order


def _first_sides(classes: Iterable[str]) -> dict[int | None, str]:
    """Return the side of the first strong character in the paragraph (None) and in each isolate.

    An isolate is named by the index of its initiator. What stands in an isolate inside is left
    out, and one without a strong character is not among the keys (P2).
    """
    sides: dict[int | None, str] = {}
    open_isolates: list[int | None] = [None]
    for index, own in enumerate(classes):
        if own in _ISOLATES:
            open_isolates.append(index)
        elif own == "PDI" and len(open_isolates) > 1:
            open_isolates.pop()
        elif own in ("L", "R", "AL"):
            sides.setdefault(open_isolates[-1], "L" if own == "L" else "R")
    return sides


class _Run:
    """An isolating run sequence (BD13): characters that the rules W, N and I see in a row."""

    __slots__ = ("after", "before", "indices", "letters", "level")

    def __init__(self, level: int, before: int, after: int) -> None:
        self.level = level
        self.before = before  # The levels that it meets at its ends, for sos and eos (X10).
        self.after = after
        self.indices: list[int] = []
        self.letters: list[str] = []


class _Status(NamedTuple):
    """An entry of the directional status stack: an embedding, override or isolate that is open."""

    level: int
    override: str  # "L", "R", or "" for none
    run: _Run | None  # an isolate: the run that goes on behind it


class _Embedding:
    """What is open at one place of a paragraph (X1), and the runs that were gathered so far."""

    def __init__(self, base: int) -> None:
        self.base = base
        self.runs: list[_Run] = []
        self.run: _Run | None = None  # that of the last character; none inside a new isolate
        self.level = base  # that of the last character
        self.reset()

    def reset(self) -> None:
        """Close everything that is open (X8)."""
        self.stack = [_Status(self.base, "", None)]
        self.isolates = self.overflow_isolates = self.overflow_embeddings = 0

    def add(self, index: int, letter: str, run: _Run | None = None) -> None:
        """Add a character to its run: to `run`, or the last one, or a new one if levels differ."""
        level, override, _ = self.stack[-1]
        last = self.run
        if run is None and last is not None and last.level == level:
            run = last
        if run is None:
            run = _Run(level, before=self.level, after=self.base)
            self.runs.append(run)
        if last is not None and last is not run:
            last.after = level
        run.indices.append(index)
        run.letters.append(override or letter)
        self.run, self.level = run, level

    def _push(self, side: str, override: str, run: _Run | None) -> bool:
        """Open an embedding or isolate that runs to a side, and say whether there was room."""
        level = self.stack[-1].level
        level += 1 if level % 2 != (side == "R") else 2
        fits = level <= _MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings
        if fits:
            self.stack.append(_Status(level, override, run))
        return fits

    def embed(self, side: str, *, override: bool) -> None:
        """Open an embedding or override (X2 to X5)."""
        if not self._push(side, side if override else "", None) and not self.overflow_isolates:
            self.overflow_embeddings += 1

    def end_embedding(self) -> None:
        """Close the last embedding or override if it is not outside the last isolate (X7)."""
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif self.stack[-1].run is None and len(self.stack) > 1:
            self.stack.pop()

    def isolate(self, index: int, side: str) -> None:
        """Add an isolate initiator and open its isolate (X5a to X5c)."""
        self.add(index, _ISOLATING)
        if self._push(side, "", self.run):
            self.isolates += 1
            self.run = None
        else:
            self.overflow_isolates += 1

    def end_isolate(self, index: int) -> None:
        """Close the last isolate and what is open inside it, and add its PDI (X6a)."""
        run = None
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.isolates:
            self.isolates -= 1
            self.overflow_embeddings = 0
            while run is None:
                run = self.stack.pop().run
        self.add(index, _ISOLATING, run)


def _explicit_runs(classes: Sequence[str], base: int) -> list[_Run]:
    """Return the isolating run sequences of a paragraph: the rules X."""
    state = _Embedding(base)
    first_sides = _first_sides(classes) if "FSI" in classes else {}
    for index, own in enumerate(classes):
        if own in _LETTERS:
            if own == "B":
                state.reset()
            state.add(index, _LETTERS[own])
        elif own in _ISOLATES:
            state.isolate(index, _ISOLATES[own] or first_sides.get(index, "L"))
        elif own == "PDI":
            state.end_isolate(index)
        elif own in _EMBEDDINGS:
            state.embed(_EMBEDDINGS[own], override=own.endswith("O"))
        elif own == "PDF":
            state.end_embedding()
    return state.runs


def _side(level: int) -> str:
    """Return the side that a level runs to."""
    return "R" if level % 2 else "L"


def _sided(run: _Run) -> str:
    """Return a run as a string of letters between those of sos and eos (X10)."""
    sos, eos = max(run.level, run.before), max(run.level, run.after)
    return "".join([_side(sos), *run.letters, _side(eos)])


class _Rule(NamedTuple):
    """A line of `_WEAK_RULES` or `_NEUTRAL_RULES`."""

    pattern: re.Pattern[str]
    letters: dict[int, int]

    def applied(self, letters: str) -> str:
        return self.pattern.sub(lambda found: found[0].translate(self.letters), letters)


def _read(rules: Sequence[tuple[str, str, str]]) -> tuple[_Rule, ...]:
    """Return rules ready to be applied."""
    return tuple(_Rule(re.compile(where), str.maketrans(old, new)) for where, old, new in rules)


@cache
def _weak_rules() -> tuple[_Rule, ...]:
    return _read(_WEAK_RULES)


@cache
def _neutral_rules() -> tuple[_Rule, ...]:
    return _read(_NEUTRAL_RULES)


def _weak(letters: str) -> str:
    """Return a run with its marks, separators and terminators resolved: W1 to W7."""
    if "~" in letters:
        letters = re.sub("(?<=i)~+", lambda marks: "o" * len(marks[0]), letters)
        letters = re.sub("([^~])~+", lambda marked: marked[1] * len(marked[0]), letters)
    for rule in _weak_rules():
        letters = rule.applied(letters)
    return letters


def _neutral(letters: str, run: _Run) -> str:
    """Return a run with its neutrals resolved: N1 and N2. Only L, R, "e" and "a" remain."""
    for rule in _neutral_rules():
        letters = rule.applied(letters)
    side = _side(run.level)
    return letters.replace("o", side).replace("i", side)


def _bracketed(letters: str, run: _Run, text: str, classes: Sequence[str]) -> str:
    """Return a run with its pairs of brackets resolved, and the marks on them: N0."""
    out = list(letters)
    embedding = _side(run.level)
    for pair in _pairs(letters, run, text):
        opening, closing = pair
        inside = {_SIDES.get(letter) for letter in out[opening + 1 : closing]} - {None}
        if not inside:
            continue
        side = embedding if embedding in inside else _side_before(out, opening)
        for place in pair:
            out[place] = side
            while place < len(run.indices) and classes[run.indices[place]] == "NSM":
                place += 1
                out[place] = side
    return "".join(out)


def _side_before(letters: Sequence[str], place: int) -> str:
    """Return the side of the last letter before a place that counts as strong."""
    return next(_SIDES[letters[at]] for at in range(place - 1, -1, -1) if letters[at] in _SIDES)


def _pairs(letters: str, run: _Run, text: str) -> list[tuple[int, int]]:
    """Return the places of paired brackets in the string of a run, by their opening ones (BD16)."""
    found = []
    waiting: list[tuple[str, int]] = []
    for place, index in enumerate(run.indices, start=1):
        ch = text[index]
        if letters[place] != "o" or (ch not in OPENING and ch not in CLOSING):
            continue
        if ch in OPENING:
            if len(waiting) == _MAX_OPEN_BRACKETS:
                break
            waiting.append((OPENING[ch], place))
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == CLOSING[ch]:
                found.append((waiting[depth][1], place))
                del waiting[depth:]
                break
    return sorted(found)
