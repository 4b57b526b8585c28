"""A text in one style to set lines: markup and typography applied, words shaped, lines broken.

'Name the *need*, not the flaw', 84 px, 590 px wide -> two rows of words with their widths in px.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple, Protocol

from swipewell.text import markup
from swipewell.text.hyphen import divisions
from swipewell.text.paragraph import Line, Word, balanced, break_cost, greedy, total_fit
from swipewell.text.phrase import Opportunity, opportunities
from swipewell.text.properties import graphemes
from swipewell.text.shape import Manner, Metrics, Piece, Shaped, is_emoji
from swipewell.text.typography import typographic

_MOST_TEXTS = 500
_LONELY = 0.8
"""What a break before an emoji costs: it belongs to the word it follows."""

Setting = Literal["balanced", "fit"]
Measure = Callable[[float], float]
"""The width in px that a line may fill, by the y of its top from the text's own top."""


class WordShaper(Protocol):
    """What shapes words: the real one, or one em a character in tests of layout alone."""

    language: str

    def word(self, text: str, manner: Manner) -> Shaped:
        """Return the shaped word."""
        ...

    def space(self, manner: Manner) -> float:
        """Return the advance of a space in em."""
        ...

    def metrics(self, manner: Manner) -> Metrics:
        """Return the metrics of the manner's own face."""
        ...


class Manners(NamedTuple):
    """How a style sets plain, emphasised and strong text."""

    regular: Manner
    emphasis: Manner
    strong: Manner
    strong_emphasis: Manner

    def of(self, span: markup.Span) -> Manner:
        """Return the manner of a span."""
        if span.strong:
            return self.strong_emphasis if span.emphasis else self.strong
        return self.emphasis if span.emphasis else self.regular


class Row(NamedTuple):
    """One line: its words, the top of its line box from the text's top, and its width, in px.

    ``hang`` is how far an opening quotation mark stands out at the left.
    """

    words: tuple[Word, ...]
    top: float
    width: float
    hang: float


class SetText(NamedTuple):
    """A text set at a size: rows, and what they take up; widths and heights in px.

    ``too_wide`` holds words that had to be broken to fit their line at all.
    """

    source: str
    rows: tuple[Row, ...]
    size: float
    leading: float
    baseline: float
    width: float
    height: float
    too_wide: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the lines as a reader sees them, for dumps and tests."""
        return "\n".join(_row_text(row) for row in self.rows)


def _row_text(row: Row) -> str:
    return "".join(w.shaped.text + (" " if w.space else "") for w in row.words).rstrip()


class Typesetter:
    """Sets texts in one language, and remembers the last ones: sizes are sought, disclaimers repeat."""

    __slots__ = ("_known", "_words", "shaper")

    def __init__(self, shaper: WordShaper) -> None:
        self.shaper = shaper
        self._words: dict[tuple[str, Manners], list[list[Word]]] = {}
        self._known: dict[Any, SetText] = {}

    def set(
        self,
        text: str,
        manners: Manners,
        *,
        size: float,
        leading: float,
        measure: float | Measure,
        setting: Setting = "fit",
        paragraph_gap: float = 0.0,
    ) -> SetText:
        """Return the text set at a size and leading (px) within a measure (px)."""
        if callable(measure):
            return self._set(text, manners, size, leading, measure, setting, paragraph_gap)
        key = (text, manners, size, leading, measure, setting, paragraph_gap)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _MOST_TEXTS:
                self._known.clear()
            known = self._known[key] = self._set(*key)
        return known

    def _set(
        self,
        text: str,
        manners: Manners,
        size: float,
        leading: float,
        measure: float | Measure,
        setting: Setting,
        paragraph_gap: float,
    ) -> SetText:
        rows: list[Row] = []
        broken: list[str] = []
        top = 0.0
        for number, words in enumerate(self._paragraphs(text, manners)):
            top += paragraph_gap if number else 0.0
            lines, words = self._lines(words, size, leading, top, measure, setting, broken)
            for line in lines:
                hang = words[line.start].shaped.hang
                content = tuple(words[line.start : line.end])
                rows.append(Row(content, top, line.width * size, hang * size))
                top += leading
        metrics = self.shaper.metrics(manners.regular)
        baseline = (leading + (metrics.ascent - metrics.descent) * size) / 2
        width = max((row.width for row in rows), default=0.0)
        return SetText(text, tuple(rows), size, leading, baseline, width, top, tuple(broken))

    def _lines(
        self,
        words: list[Word],
        size: float,
        leading: float,
        top: float,
        measure: float | Measure,
        setting: Setting,
        broken: list[str],
    ) -> tuple[list[Line], list[Word]]:
        """Return the lines and the words they hold; words wider than any line come back in parts."""
        narrowest = measure if isinstance(measure, float | int) else measure(top)
        words = self._fitting(words, narrowest / size, broken)
        if callable(measure):
            by_y = measure
            return total_fit(words, lambda i: by_y(top + i * leading) / size, varies=True), words
        wide = measure / size
        if setting == "balanced":
            return balanced(words, wide), words
        if len(words) < 3:
            return greedy(words, lambda _: wide), words
        return total_fit(words, lambda _: wide), words

    def _fitting(self, words: list[Word], measure: float, broken: list[str]) -> list[Word]:
        """Return the words with every one that is wider than a line cut at grapheme clusters."""
        if all(w.shaped.advance - w.shaped.hang <= measure for w in words):
            return words
        out: list[Word] = []
        for word in words:
            if word.shaped.advance - word.shaped.hang <= measure:
                out.append(word)
            else:
                broken.append(word.shaped.text)
                out.extend(self._cut(word, measure))
        return out

    def _cut(self, word: Word, measure: float) -> list[Word]:
        """Return a word in parts that fit, divided as its language does where that is known."""
        manner = word.manner
        parts, hyphen = divisions(word.shaped.text, self.shaper.language)
        lines: list[str] = []
        for number, part in enumerate(parts, 1):
            end = hyphen if number < len(parts) else ""
            if lines and self.shaper.word(lines[-1] + part + end, manner).advance <= measure:
                lines[-1] += part
            elif self.shaper.word(part + end, manner).advance <= measure:
                lines.append(part)
            else:
                room = measure - self.shaper.word(hyphen, manner).advance if hyphen else measure
                lines.extend(self._crumbled(part, manner, room))
        ended = [line if line.endswith("-") else line + hyphen for line in lines[:-1]]
        return self._words_of([*ended, lines[-1]], word)

    def _crumbled(self, part: str, manner: Manner, measure: float) -> list[str]:
        """Return a part that is too wide by itself in runs of grapheme clusters that fit."""
        runs = [""]
        for cluster in graphemes(part):
            if runs[-1] and self.shaper.word(runs[-1] + cluster, manner).advance > measure:
                runs.append(cluster)
            else:
                runs[-1] += cluster
        return runs

    def _words_of(self, parts: list[str], word: Word) -> list[Word]:
        """Return the parts of a word as words of their own; what follows the word follows the last."""
        shaped = [self.shaper.word(part, word.manner) for part in parts]
        last = len(parts) - 1
        return [
            word._replace(
                shaped=s,
                space=word.space if i == last else 0.0,
                must=word.must and i == last,
                cost=word.cost if i == last else 0.0,
                mark=(0.0, s.advance) if word.mark else None,
            )
            for i, s in enumerate(shaped)
        ]

    def _paragraphs(self, text: str, manners: Manners) -> list[list[Word]]:
        """Return the shaped words of each paragraph, remembered while sizes are sought."""
        key = (text, manners)
        known = self._words.get(key)
        if known is None:
            clean = typographic(text, self.shaper.language)
            known = [self._shaped(part, manners) for part in markup.paragraphs(clean)]
            if len(self._words) >= _MOST_TEXTS:
                self._words.clear()
            self._words[key] = known
        return known

    def _shaped(self, paragraph: str, manners: Manners) -> list[Word]:
        spans, _ = markup.parse(paragraph)
        text = "".join(span.text for span in spans)
        cuts = _cuts(spans)
        words: list[Word] = []
        start = 0
        breaks = opportunities(text, self.shaper.language)
        for end, must, cost in [*breaks, Opportunity(len(text), False, None)]:
            core = text[start:end].rstrip(" \n\u2028")
            if core:
                spaced = text[end - 1 : end] == " "
                if words and not core[0].isalnum() and is_emoji(core):
                    words[-1] = words[-1]._replace(cost=max(words[-1].cost, _LONELY))
                word = self._word(core, start, cuts, manners, spaced, must)
                words.append(word if cost is None else word._replace(cost=cost))
            start = end
        return words

    def _word(
        self, text: str, start: int, cuts: list[_Cut], manners: Manners, spaced: bool, must: bool
    ) -> Word:
        parts = _parts(text, start, cuts)
        manner = manners.of(parts[0][1].span)
        if len(parts) == 1:
            shaped = self.shaper.word(text, manner)
        else:
            shaped = _joined(
                [self.shaper.word(part, manners.of(c.span)) for part, c in parts], text
            )
        space = self.shaper.space(manner) if spaced else 0.0
        span = parts[-1][1].span
        kin = parts[-1][1].number if span.emphasis or span.strong or span.highlight else 0
        mark = self._mark(parts, manners) if any(c.span.highlight for _, c in parts) else None
        return Word(shaped, space, must, break_cost(text) if spaced else 0.1, kin, manner, mark)

    def _mark(self, parts: list[tuple[str, _Cut]], manners: Manners) -> tuple[float, float]:
        """Return from where to where the word is highlighted, in em."""
        x, left, right = 0.0, 9e9, 0.0
        for part, cut in parts:
            advance = self.shaper.word(part, manners.of(cut.span)).advance
            if cut.span.highlight:
                left, right = min(left, x), x + advance
            x += advance
        return left, right


class _Cut(NamedTuple):
    """A span with where it ends in the paragraph and its number, from 1."""

    end: int
    span: markup.Span
    number: int


def _cuts(spans: tuple[markup.Span, ...]) -> list[_Cut]:
    cuts: list[_Cut] = []
    end = 0
    for number, span in enumerate(spans, 1):
        end += len(span.text)
        cuts.append(_Cut(end, span, number))
    return cuts


def _parts(text: str, start: int, cuts: list[_Cut]) -> list[tuple[str, _Cut]]:
    """Return a word in parts, each with the span it belongs to."""
    parts: list[tuple[str, _Cut]] = []
    at, end = start, start + len(text)
    for cut in cuts:
        if cut.end > at:
            stop = min(cut.end, end)
            parts.append((text[at - start : stop - start], cut))
            at = stop
            if at == end:
                break
    return parts


def _joined(parts: list[Shaped], text: str) -> Shaped:
    """Return one shaped word made of parts in several manners."""
    pieces: list[Piece] = []
    x = 0.0
    for part in parts:
        pieces.extend(piece._replace(x=piece.x + x) for piece in part.pieces)
        x += part.advance
    missing = tuple(c for part in parts for c in part.missing)
    unready = tuple(c for part in parts for c in part.unready)
    return Shaped(text, tuple(pieces), x, parts[0].hang, missing, unready)
