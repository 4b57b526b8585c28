"""A text in one style to set lines: markup and typography applied, words shaped, lines broken.

'Name the *need*, not the flaw', 84 px, 590 px wide -> two rows of words with their widths in px.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any, Literal, Protocol

from swipewell.named import NamedTuple
from swipewell.text import bidi, markup
from swipewell.text.direction import is_right_to_left
from swipewell.text.hyphen import divisions
from swipewell.text.languages import small_words
from swipewell.text.paragraph import Line, Word, balanced, break_cost, greedy, total_fit
from swipewell.text.phrase import Opportunity, opportunities
from swipewell.text.properties import everyday_characters, graphemes
from swipewell.text.shape import (
    ALONE,
    Context,
    Levels,
    Manner,
    Metrics,
    Piece,
    Shaped,
    has_letters,
    is_emoji,
    joins,
)
from swipewell.text.typography import typographic

_MOST_TEXTS = 500
_SLIGHT = 1e-6
_SOFT_HYPHEN = "\u00ad"
_LONELY, _LEANS = 0.8, 0.3
"""What a break costs before an emoji and before a small word that leans back: it belongs to what it follows."""

Setting = Literal["balanced", "fit"]
Measure = Callable[[float], float]
"""The width in px that a line may fill, by the y of its top from the text's own top."""


class WordShaper(Protocol):
    """What shapes words: the real one, or one em a character in tests of layout alone."""

    language: str

    def word(self, text: str, manner: Manner, context: Context = ALONE) -> Shaped:
        """Return the shaped word, or part of one, as it stands in its context."""
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

    ``hang`` is how far an opening quotation mark stands out where the line begins: at the left if
    ``base``, the embedding level of its paragraph, is 0, at the right if it is 1.
    """

    words: tuple[Word, ...]
    top: float
    width: float
    hang: float
    base: int = 0

    def standing(self) -> list[tuple[Piece, float, bool]]:
        """Return the pieces from left to right, each with its x in em and whether it is highlighted.

        x counts from where the row's advances begin, a hanging mark included.
        """
        things = _things(self.words)
        if self.base or any(level for _, _, level, _ in things):
            things = [things[i] for i in bidi.visual_order([level for _, _, level, _ in things])]
        x, out = 0.0, []
        for piece, advance, _, marked in things:
            if piece is not None:
                out.append((piece, x, marked))
            x += advance
        return out


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


def _things(words: tuple[Word, ...]) -> list[tuple[Piece | None, float, int, bool]]:
    """Return what stands in a line, in the order of reading: pieces, and spaces as None.

    With each comes its advance in em, its level, and whether it is highlighted.
    """
    out: list[tuple[Piece | None, float, int, bool]] = []
    for word in words:
        start, end = word.mark or (1.0, 0.0)
        if not word.shaped.pieces:
            out.append((None, word.shaped.advance, 0, False))
        for piece in word.shaped.pieces:
            marked = start - _SLIGHT <= piece.x < end - _SLIGHT
            out.append((piece, piece.advance, piece.level, marked))
        if word.space:
            out.append((None, word.space, word.space_level, False))
    if words and words[-1].space:
        out.pop()  # a line ends with its last word
    return out


def _row_text(row: Row) -> str:
    return "".join(w.shaped.text + (" " if w.space else "") for w in row.words).rstrip()


class Typesetter:
    """Sets texts in one language, and remembers the last ones: sizes are sought, disclaimers repeat."""

    __slots__ = ("_known", "_words", "shaper")

    def __init__(self, shaper: WordShaper) -> None:
        self.shaper = shaper
        self._words: dict[tuple[str, Manners], list[_Paragraph]] = {}
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
        for number, (words, base) in enumerate(self._paragraphs(text, manners)):
            top += paragraph_gap if number else 0.0
            lines, words = self._lines(words, size, leading, top, measure, setting, broken)
            for line in lines:
                hang = words[line.start].shaped.hang
                content = tuple(words[line.start : line.end])
                rows.append(Row(content, top, line.width * size, hang * size, base))
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
        if word.shaped.levels:
            return self._words_of(
                self._crumbled(word.shaped.text, manner, measure, word.shaped.levels), word
            )
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

    def _crumbled(
        self, part: str, manner: Manner, measure: float, levels: Levels = ()
    ) -> list[str]:
        """Return a part that is too wide by itself in runs of grapheme clusters that fit."""
        runs, at, end = [""], 0, 0
        for cluster in graphemes(part):
            end += len(cluster)
            wider = self.shaper.word(runs[-1] + cluster, manner, Context(levels[at:end]))
            if runs[-1] and wider.advance > measure:
                at = end - len(cluster)
                runs.append(cluster)
            else:
                runs[-1] += cluster
        return runs

    def _words_of(self, parts: list[str], word: Word) -> list[Word]:
        """Return the parts of a word as words of their own; what follows the word follows the last."""
        shaped: list[Shaped] = []
        at, levels = 0, word.shaped.levels
        for part in parts:
            own = Context(levels[at : at + len(part)])
            shaped.append(self.shaper.word(part, word.manner, own))
            at += len(part)
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

    def _paragraphs(self, text: str, manners: Manners) -> list[_Paragraph]:
        """Return the shaped words of each paragraph, remembered while sizes are sought."""
        key = (text, manners)
        known = self._words.get(key)
        if known is None:
            clean = unicodedata.normalize("NFC", typographic(text, self.shaper.language))
            known = [self._shaped(part, manners) for part in markup.paragraphs(clean)]
            if len(self._words) >= _MOST_TEXTS:
                self._words.clear()
            self._words[key] = known
        return known

    def _shaped(self, paragraph: str, manners: Manners) -> _Paragraph:
        spans, _ = markup.parse(paragraph)
        text = "".join(span.text for span in spans)
        base = self._base(text)
        levels = bidi.levels(text, base) if base or not bidi.is_plain(text) else ()
        cuts = _cuts(spans)
        plain = text.isascii() or everyday_characters() >= set(text)
        words: list[Word] = []
        start = 0
        breaks = opportunities(text, self.shaper.language)
        _, leaning, _ = small_words(self.shaper.language)
        if _SOFT_HYPHEN in text:  # a word is divided there only where it does not fit its line
            breaks = [one for one in breaks if text[one.position - 1] != _SOFT_HYPHEN]
        for end, must, cost in [*breaks, Opportunity(len(text), False, None)]:
            core = text[start:end].rstrip(" \n\u2028")
            if core:
                spaced = text[end - 1 : end] == " "
                if words and not core[0].isalnum() and is_emoji(core):
                    words[-1] = words[-1]._replace(cost=max(words[-1].cost, _LONELY))
                elif words and leaning and core.lower() in leaning:
                    words[-1] = words[-1]._replace(cost=max(words[-1].cost, _LEANS))
                beside = "" if plain else _beside(text, start, start + len(core))
                word = self._word(core, start, cuts, manners, levels, beside, spaced, must)
                words.append(word if cost is None else word._replace(cost=cost))
            start = end
        return _Paragraph(words, base)

    def _base(self, text: str) -> int:
        """Return the level of a paragraph: its language's, unless its letters say otherwise.

        A text that begins with a name in Latin letters is still a text of its language; one without
        a single letter that runs from right to left runs from left to right.
        """
        if bidi.is_plain(text):
            return 0
        return 1 if is_right_to_left(self.shaper.language) else bidi.base_level(text)

    def _word(
        self,
        text: str,
        start: int,
        cuts: list[_Cut],
        manners: Manners,
        levels: Levels,
        beside: str,
        spaced: bool,
        must: bool,
    ) -> Word:
        """Return a word that begins at ``start`` in its paragraph, whose levels and cuts are given."""
        parts = _parts(text, start, cuts)
        if len(parts) == 1:
            own = (
                Context(levels[start : start + len(text)], beside=beside)
                if levels or beside
                else ALONE
            )
            shaped = [self.shaper.word(text, manners.of(parts[0].span), own)]
        else:
            shaped = [self._part(part, text, start, manners, levels) for part in parts]
        manner = manners.of(parts[0].span)
        space = self.shaper.space(manner) if spaced else 0.0
        span = parts[-1].span
        kin = parts[-1].number if span.emphasis or span.strong or span.highlight else 0
        return Word(
            shaped[0] if len(shaped) == 1 else _joined(shaped, text),
            space,
            must,
            break_cost(text, self.shaper.language) if spaced or text[-1] == "-" else 0.1,
            kin,
            manner,
            _mark(parts, shaped),
            levels[start + len(text)] if spaced and levels else 0,
        )

    def _part(self, part: _Part, word: str, start: int, manners: Manners, levels: Levels) -> Shaped:
        """Return a part of a word that begins at ``start``; its letters join those of the others."""
        at, end = part.at - start, part.at - start + len(part.text)
        before = word[at - 1] if at and joins(word[at - 1]) else ""
        after = word[end] if end < len(word) and joins(word[end]) else ""
        own = levels[part.at : part.at + len(part.text)]
        return self.shaper.word(part.text, manners.of(part.span), Context(own, before, after))


class _Paragraph(NamedTuple):
    """A paragraph's words in the order of reading, and its embedding level: 0 or 1."""

    words: list[Word]
    base: int


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


class _Part(NamedTuple):
    """A part of a word in one span: where it begins in the paragraph, and the span with its number."""

    text: str
    at: int
    span: markup.Span
    number: int


def _parts(text: str, start: int, cuts: list[_Cut]) -> list[_Part]:
    """Return a word in parts, each with the span it belongs to."""
    parts: list[_Part] = []
    at, end = start, start + len(text)
    for cut in cuts:
        if cut.end > at:
            stop = min(cut.end, end)
            parts.append(_Part(text[at - start : stop - start], at, cut.span, cut.number))
            at = stop
            if at == end:
                break
    return parts


def _beside(text: str, start: int, end: int) -> str:
    """Return the letter nearest to a word that has none of its own: the last before it, or the next."""
    if has_letters(text[start:end]):
        return ""
    return next((c for c in (*reversed(text[:start]), *text[end:]) if has_letters(c)), "")


def _mark(parts: list[_Part], shaped: list[Shaped]) -> tuple[float, float] | None:
    """Return from where to where a word is highlighted, in em; None where it is not."""
    x, left, right = 0.0, 9e9, 0.0
    for part, own in zip(parts, shaped, strict=True):
        if part.span.highlight:
            left, right = min(left, x), x + own.advance
        x += own.advance
    return (left, right) if right else None


def _joined(parts: list[Shaped], text: str) -> Shaped:
    """Return one shaped word made of parts in several manners."""
    pieces: list[Piece] = []
    x = 0.0
    for part in parts:
        pieces.extend(piece._replace(x=piece.x + x) for piece in part.pieces)
        x += part.advance
    missing = tuple(c for part in parts for c in part.missing)
    unready = tuple(c for part in parts for c in part.unready)
    levels = tuple(level for part in parts for level in part.levels)
    return Shaped(text, tuple(pieces), x, parts[0].hang, missing, unready, levels)
