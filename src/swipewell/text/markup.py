"""Markup to spans: ``*emphasis*``, ``**strong**``, ``==highlight==`` and ``\\`` escapes.

'Small sentences *and* more' -> Span('Small sentences '), Span('and', emphasis), Span(' more').
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from swipewell.named import NamedTuple

_TOKEN = r"\\([*=\\])|(\*\*|\*|==)"
_PARAGRAPH = r"\n[ \t]*\n\s*"
_WHITE = r"[ \t\r\n]+"
_JOINER = "\u2060"  # keeps `*` and `**` apart, and is not seen
_SIGNS = ("*", "=", "\\")
_BLANKS = " \t\r\n"


class Span(NamedTuple):
    """A stretch of text in one manner."""

    text: str
    emphasis: bool = False
    strong: bool = False
    highlight: bool = False


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: blank lines divide, single line breaks become spaces."""
    text = text.strip(_BLANKS)
    if not any(blank in text for blank in ("\n", "\t", "\r", "  ")):
        return [text]
    return [re.sub(_WHITE, " ", part).strip(_BLANKS) for part in re.split(_PARAGRAPH, text)]


def parse(text: str) -> tuple[tuple[Span, ...], bool]:
    """Return the spans of a paragraph, and whether every mark found its partner.

    A mark without a partner stays in the text as it was typed.
    """
    if not any(mark in text for mark in ("*", "\\", "==")):
        return (Span(text),), True
    pieces = _pieces(text)
    partners, balanced = _pair(pieces)
    return _spans(pieces, partners), balanced


def is_balanced(text: str) -> bool:
    """Say whether every mark of a text finds its partner in its paragraph."""
    if not any(mark in text for mark in ("*", "==")):
        return True
    return all(parse(part)[1] for part in paragraphs(text))


def plain(text: str) -> str:
    """Return the text as a reader hears it: without marks, paragraphs kept apart by a line break."""
    return "\n".join("".join(span.text for span in parse(part)[0]) for part in paragraphs(text))


def divided(text: str, at: int) -> tuple[str, str]:
    """Return a text cut in two; marks around the cut are closed before it and opened again after it."""
    breaks = [
        (0, 0),
        *(match.span() for match in re.finditer(_PARAGRAPH, text)),
        (len(text), len(text)),
    ]
    start = max(end for _, end in breaks if end <= at)
    stop = min(begin for begin, _ in breaks if begin >= at)
    pieces = _pieces(text[start:stop])
    marks = [number for number, (_, is_mark) in enumerate(pieces) if is_mark]
    tokens = re.finditer(_TOKEN, text[start:stop])
    places = [start + token.start() for token in tokens if token[2]]
    place = dict(zip(marks, places, strict=True))
    partners, _ = _pair(pieces)
    nested = [place[mark] for mark in _nested(pieces, partners)]
    if nested:  # at a cut they would be taken for partners of the marks around them
        return divided(*_without_marks(text, at, nested))
    around = [pieces[a][0] for a, b in sorted(partners.items()) if place[a] < at <= place[b]]
    first, rest = text[:at].rstrip(), text[at:].lstrip()
    if not around:
        return first, rest
    paired = {*partners, *partners.values()}
    signs = {place[mark]: pieces[mark][0] for mark in marks if mark not in paired}
    first, rest = _beside_marks(text, first, rest, signs)
    return first + _JOINER.join(reversed(around)), _JOINER.join(around) + rest


def _beside_marks(text: str, first: str, rest: str, signs: Mapping[int, str]) -> tuple[str, str]:
    """Return the two parts of a text so that marks may follow the first and come before the rest.

    ``signs`` are those that are no marks, by their place in the text: beside a mark they would be
    taken for one.
    """
    before, after = max((p for p in signs if p < len(first)), default=-1), len(text) - len(rest)
    if before >= 0 and first == text[:before] + signs[before]:
        first = text[:before] + _escaped(signs[before])
    if after in signs:
        rest = _escaped(signs[after]) + rest[len(signs[after]) :]
    if first[-1:] in _SIGNS:
        first += _JOINER
    if rest[:1] in _SIGNS:
        rest = _JOINER + rest
    return first, rest


def _escaped(sign: str) -> str:
    """Return a sign as text that is no mark."""
    return "".join(f"\\{char}" for char in sign)


def _nested(pieces: list[tuple[str, bool]], partners: dict[int, int]) -> list[int]:
    """Return the marks of pairs that stand within a pair of the same mark, where they change nothing."""
    return sorted(
        mark
        for a, b in partners.items()
        if any(c < a and b < d and pieces[c] == pieces[a] for c, d in partners.items())
        for mark in (a, b)
    )


def _without_marks(text: str, at: int, places: list[int]) -> tuple[str, int]:
    """Return a text without the marks at some places, and where a place in it has moved to."""
    for place in reversed(places):
        width = 1 if text[place] == "*" != text[place + 1 : place + 2] else 2
        text = text[:place] + text[place + width :]
        at -= width if place < at else 0
    return text, at


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Return the text cut into (piece, may it be a mark?)."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for match in re.finditer(_TOKEN, text):
        pieces.append((text[end : match.start()], False))
        pieces.append((match[1], False) if match[1] else (match[2], True))
        end = match.end()
    pieces.append((text[end:], False))
    return [piece for piece in pieces if piece[0]]


def _can_open(pieces: list[tuple[str, bool]], at: int) -> bool:
    """Say whether text follows at once: ``5 * 3`` opens nothing."""
    return at + 1 < len(pieces) and not pieces[at + 1][0][0].isspace()


def _can_close(pieces: list[tuple[str, bool]], at: int) -> bool:
    return at > 0 and not pieces[at - 1][0][-1].isspace()


def _pair(pieces: list[tuple[str, bool]]) -> tuple[dict[int, int], bool]:
    """Return opening and closing marks by their indices, and whether none was left alone."""
    waiting: list[int] = []
    partners: dict[int, int] = {}
    balanced = True
    for at, (piece, is_mark) in enumerate(pieces):
        if not is_mark:
            continue
        same = next((w for w in reversed(waiting) if pieces[w][0] == piece), None)
        if same is not None and same < at - 1 and _can_close(pieces, at):
            partners[same] = at
            balanced = balanced and waiting[-1] == same
            del waiting[waiting.index(same) :]
        elif _can_open(pieces, at):
            waiting.append(at)
        elif not _stands_alone(pieces, at):
            balanced = False
    return partners, balanced and not waiting


def _stands_alone(pieces: list[tuple[str, bool]], at: int) -> bool:
    """Say whether white space surrounds a mark, as in ``5 * 3``: then it is a sign, not a slip."""
    before = at == 0 or pieces[at - 1][0][-1].isspace()
    after = at + 1 == len(pieces) or pieces[at + 1][0][0].isspace()
    return before and after


def _spans(pieces: list[tuple[str, bool]], partners: dict[int, int]) -> tuple[Span, ...]:
    marks = {mark for pair in partners.items() for mark in pair}
    void = set(_nested(pieces, partners))
    active: dict[str, bool] = {"*": False, "**": False, "==": False}
    spans: list[Span] = []
    for at, (piece, _) in enumerate(pieces):
        if at in marks:
            if at not in void:
                active[piece] = at in partners
            continue
        span = Span(piece, active["*"], active["**"], active["=="])
        if spans and spans[-1] == Span(
            spans[-1].text, *(span.emphasis, span.strong, span.highlight)
        ):
            span = Span(spans.pop().text + piece, span.emphasis, span.strong, span.highlight)
        spans.append(span)
    return tuple(spans)
