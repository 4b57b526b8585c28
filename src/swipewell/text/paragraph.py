"""A row of words to lines: balanced for titles, total-fit for bodies, both in em.

The optimum over a whole paragraph follows Knuth and Plass, 'Breaking Paragraphs into Lines',
Software: Practice and Experience 11 (1981), for ragged-right setting: the cost of a line is the
square of what it leaves empty, and some breaks cost more than others.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Callable, Sequence

from swipewell.named import NamedTuple
from swipewell.text.languages import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, small_words
from swipewell.text.shape import Manner, Shaped

Measure = Callable[[int], float]
"""The width a line may fill, in em, by the line's index."""


class Word(NamedTuple):
    """A shaped word, the space after it in em, and what a line break after it costs.

    ``must`` says that a line ends here; ``kin`` is the number of the emphasised phrase it belongs
    to, 0 for none: a break inside a phrase costs. ``mark`` is the part that is highlighted, in em.
    ``space_level`` is the embedding level of the space.
    """

    shaped: Shaped
    space: float
    must: bool
    cost: float
    kin: int
    manner: Manner
    mark: tuple[float, float] | None = None
    space_level: int = 0


class Line(NamedTuple):
    """Words [start, end) on one line, and the line's width in em without what hangs."""

    start: int
    end: int
    width: float


PHRASE = 1.0
"""What a break inside a phrase costs, in scripts without spaces: a line more is better."""

_COMPOUND = 0.9
"""What a break at a hyphen costs, which tears a compound in two."""

_TOO_WIDE = 1e4
_SHORT_LAST = 4.0
_LINE = 0.02
_STUB, _LONELY = 0.7, 0.2
"""Below which share of an even line a word alone at a title's end is a stub, and what that costs."""
_BODY_CARE = 0.2
"""How much less a bad break weighs in a body than in a title, against an even rag."""


_AROUND = "“”‘’„‚«»‹›「」『』\"'()¿¡"
_SPACELESS_FROM = "\u2e80"
"""From here on (Chinese, Japanese, Korean) one character is a whole word, and none that leads on."""


def break_cost(text: str, language: str) -> float:
    """Return what a break after this word costs: dear after a, I, to, an initial or a number.

    Of words that no-break spaces hold together, the last one counts.
    """
    if NO_BREAK_SPACE in text or NARROW_NO_BREAK_SPACE in text:
        *_, before, text = text.replace(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE).split(NO_BREAK_SPACE)
        if before[-1:].isdigit() and not text[:1].isdigit():
            return 0.0  # after a unit
    bare = text.strip(_AROUND)
    if bare[:1].isdigit() and bare[-1].isdigit():
        return 0.6
    leading, leaning, two_letters = small_words(language)
    word = bare.lower()
    if word in leaning:
        return 0.0
    if len(bare) == 1 and bare.isalpha() and bare < _SPACELESS_FROM:
        return 0.8
    if word in leading or (two_letters and len(bare) == 2 and bare.isalpha()):
        return 0.25 if text[-1] == bare[-1] else 0.0
    if len(bare) == 2 and bare[1] == "." and bare[0].isupper():
        return 0.3  # an initial, or the end of a sentence
    if text.endswith("-"):
        return _COMPOUND
    return 0.15 if text.endswith(("—", "–")) else 0.0


def natural_width(words: Sequence[Word]) -> float:
    """Return the width of all words on one line, in em."""
    return sum(w.shaped.advance + w.space for w in words) - (words[-1].space if words else 0.0)


def _starts(words: Sequence[Word]) -> list[float]:
    """Return where each word starts if all stood on one line, and at last where the line ends."""
    at, out = 0.0, [0.0]
    for word in words:
        at += word.shaped.advance + word.space
        out.append(at)
    return out


def _line(words: Sequence[Word], starts: list[float], start: int, end: int) -> Line:
    width = starts[end] - starts[start] - words[end - 1].space - words[start].shaped.hang
    return Line(start, end, width)


def greedy(words: Sequence[Word], measure: Measure) -> list[Line]:
    """Return lines filled one after the other; a word wider than its line stands alone."""
    starts = _starts(words)
    lines: list[Line] = []
    start = 0
    for end in range(1, len(words) + 1):
        here = _line(words, starts, start, end)
        if end - start > 1 and here.width > measure(len(lines)) + 1e-9:
            lines.append(_line(words, starts, start, end - 1))
            start = end - 1
        if words[end - 1].must and end < len(words):
            lines.append(_line(words, starts, start, end))
            start = end
    if start < len(words):
        lines.append(_line(words, starts, start, len(words)))
    return lines


def balanced(words: Sequence[Word], measure: float) -> list[Line]:
    """Return as few lines as fit, as even as they can be, broken where a reader would pause.

    They are one more where that keeps a compound or a phrase whole.
    """
    fewest = len(greedy(words, lambda _: measure))
    if fewest == 1:
        return greedy(words, lambda _: measure)
    target = natural_width(words) / fewest / measure

    def cost(share: float, last: bool, alone: bool) -> float:
        uneven = share - target
        stub = _LONELY if last and alone and share < _STUB * target else 0.0
        return 2.0 * uneven * uneven + stub + (0.0 if last else 0.1 * (1.0 - share))

    lines = _optimum(words, measure, cost, exactly=fewest)
    if not _torn(words, lines) or fewest == len(words):
        return lines
    more = _optimum(words, measure, cost, exactly=fewest + 1)
    return more if _torn(words, more) < _torn(words, lines) else lines


def _torn(words: Sequence[Word], lines: list[Line]) -> int:
    """Return how many lines end inside a compound, or a phrase of a script that has no spaces to end at."""
    return sum(words[line.end - 1].cost >= _COMPOUND and line.end < len(words) for line in lines)


def total_fit(words: Sequence[Word], measure: Measure, varies: bool = False) -> list[Line]:
    """Return the lines with the best rag overall, and no last line of one short word.

    ``varies`` says that the measure is not the same for every line.
    """
    if varies:
        return _optimum_by_line(words, measure)
    return _optimum(words, measure(0), _ragged, careful=_BODY_CARE)


def _ragged(share: float, last: bool, alone: bool) -> float:
    """Return the cost of a line that fills a share of its measure: the square of what stays empty."""
    empty = 1.0 - share
    if not last:
        return empty * empty + _LINE
    loose = empty - 0.67
    return (loose * loose if loose > 0 else 0.0) + (_SHORT_LAST if alone and share < 0.34 else 0.0)


_Cost = Callable[[float, bool, bool], float]
"""From the share of the measure filled, whether the line is the last, and whether it is one word."""


def _optimum(
    words: Sequence[Word],
    measure: float,
    cost: _Cost,
    exactly: int | None = None,
    careful: float = 1.0,
) -> list[Line]:
    """Return the cheapest lines, by dynamic programming over where the last line begins.

    ``exactly`` fixes the number of lines, ``careful`` weighs the costs of breaks.
    """
    starts = _starts(words)
    count, limit = len(words), measure + 1e-9
    rows = exactly or 1
    ends = [starts[i + 1] - word.space for i, word in enumerate(words)]
    begins = [starts[i] + word.shaped.hang for i, word in enumerate(words)]
    penalties = _penalties(words, careful)
    lone = _last_phrase(words)
    # best[k][end]: cost and start of the last of k lines; one row is enough where k is free.
    best: list[list[tuple[float, int]]] = [[(1e18, -1)] * (count + 1) for _ in range(rows + 1)]
    best[0][0] = (0.0, -1)
    for k in range(1, rows + 1):
        before, here = (best[k - 1], best[k]) if exactly else (best[0], best[0])
        for end in range(1, count + 1):
            last, tail = end == count, end - 1
            cheapest = here[end] if exactly else (1e18, -1)
            for start in range(tail, -1, -1):
                if start < tail and words[start].must:
                    break
                width = ends[tail] - begins[start]
                if width > limit and start < tail:
                    break
                price = before[start][0]
                if price >= cheapest[0]:
                    continue
                price += cost(width / measure, last, start >= lone) + penalties[tail]
                if width > limit:
                    price += _TOO_WIDE
                if price < cheapest[0]:
                    cheapest = (price, start)
            here[end] = cheapest
    return _walk(words, starts, best, rows if exactly else 0, count)


def _last_phrase(words: Sequence[Word]) -> int:
    """Return where the last word begins; in scripts without spaces, its last phrase.

    Nothing is lonely that stands after no line at all: then it is the number of words.
    """
    start = len(words) - 1
    while start > 0 and words[start - 1].cost >= PHRASE:
        start -= 1
    return start or len(words)


def _penalties(words: Sequence[Word], careful: float) -> list[float]:
    """Return what a break after each word costs; none after the last."""
    out: list[float] = []
    for word, following in itertools.pairwise(words):
        within = 0.5 if word.kin and word.kin == following.kin else 0.0
        out.append((word.cost + within) * careful)
    return [*out, 0.0]


def _walk(
    words: Sequence[Word],
    starts: list[float],
    best: list[list[tuple[float, int]]],
    row: int,
    count: int,
) -> list[Line]:
    """Return the lines that lead to the best end, first to last."""
    lines: list[Line] = []
    end = count
    while end > 0:
        start = best[row][end][1]
        lines.append(_line(words, starts, start, end))
        end, row = start, max(row - 1, 0)
    return lines[::-1]


def _optimum_by_line(words: Sequence[Word], measure: Measure) -> list[Line]:
    """Return the cheapest lines where the measure depends on the line's index.

    The state is (how many lines, where the last one ends); as many lines as greedy filling takes,
    and one more, are looked at.
    """
    starts = _starts(words)
    count = len(words)
    most = len(greedy(words, measure)) + 1
    ends = [starts[i + 1] - word.space for i, word in enumerate(words)]
    begins = [starts[i] + word.shaped.hang for i, word in enumerate(words)]
    penalties = _penalties(words, _BODY_CARE)
    lone = _last_phrase(words)
    # The most that one line takes of the text, with the em that its last space and its hang may add.
    most_held = max(*map(measure, range(most)), *(w.shaped.advance for w in words)) + 1.0
    best: list[list[tuple[float, int]]] = [[(1e18, -1)] * (count + 1) for _ in range(most + 1)]
    best[0][0] = (0.0, -1)
    for k in range(1, most + 1):
        before, here, width = best[k - 1], best[k], measure(k - 1)
        nearest = bisect_left(starts, starts[-1] - (most - k) * most_held)
        for end in range(max(k, nearest), count + 1):  # the lines left could not hold more
            here[end] = _last_line(words, before, begins, ends, width, end, penalties, lone)
            if here[end][1] < 0:
                break  # no line before this one comes near enough
    rows = min(range(1, most + 1), key=lambda k: best[k][count][0])
    return _walk(words, starts, best, rows, count)


def _last_line(
    words: Sequence[Word],
    before: list[tuple[float, int]],
    begins: list[float],
    ends: list[float],
    width: float,
    end: int,
    penalties: list[float],
    lone: int,
) -> tuple[float, int]:
    """Return the cost and the start of the best last line that ends before word ``end``."""
    tail, last = end - 1, end == len(words)
    cheapest = (1e18, -1)
    for start in range(tail, -1, -1):
        if start < tail and words[start].must:
            break
        used = ends[tail] - begins[start]
        if used > width + 1e-9 and start < tail:
            break
        price = before[start][0]
        if price >= cheapest[0]:
            continue
        if last:
            price += _ragged(used / width, last, start >= lone) + penalties[tail]
        else:  # as `_ragged`, which would be called some thousand times a text
            empty = 1.0 - used / width
            price += empty * empty + _LINE + penalties[tail]
        if used > width + 1e-9:
            price += _TOO_WIDE
        if price < cheapest[0]:
            cheapest = (price, start)
    return cheapest
