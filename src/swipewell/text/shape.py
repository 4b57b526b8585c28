"""Words to glyphs, in em: shaped once, whatever their size and colour will be.

A word is what no line may break; it is shaped face by face, with fallback by word and colour emoji,
and kept, because words repeat. HarfBuzz does the shaping (https://harfbuzz.github.io).
"""

from __future__ import annotations

import unicodedata
from typing import Any

import uharfbuzz as hb

from swipewell.named import NamedTuple
from swipewell.text.fonts import Face, FaceKey, FontBook
from swipewell.text.properties import (
    graphemes,
    is_emoji_presentation,
    is_extended_pictographic,
    script,
)

_ALPHABETS = ("Latn", "Cyrl", "Grek", "Arab", "Hebr", "Deva", "Thai")
EAST_ASIAN = ("Hani", "Hira", "Kana", "Hang", "Bopo")
READY_SCRIPTS = frozenset({*_ALPHABETS, *EAST_ASIAN, "Zyyy", "Zinh"})
"""The scripts that are typeset as they should be; text in any other is refused, never drawn wrong."""

_GIVEN = frozenset(
    "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f"  # shown as nothing
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # of direction only
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
    "\u2010\u2011"  # spaces and hyphens that HarfBuzz makes of plain ones
)
"""Characters that need no glyph of their own in a font."""

_SHARED = frozenset({"Zyyy", "Zinh"})
_JAPANESE = frozenset({"Hira", "Kana"})
_ARABIC_SIGNS = frozenset("،؛؟")
"""Punctuation that Unicode calls common to scripts, and that only Arabic faces have."""

_UNTRACKED = frozenset({"Arab", "Deva"})
"""Scripts whose letters join: space between them would tear words apart."""

_SQUARE = frozenset({"Hani", "Hira", "Kana", "Bopo", "Hang"})
_OPENING = frozenset("「『（〔［｛〈《【“‘")
_CLOSING = frozenset("」』）〕］｝〉》】”’、。，．")
"""Signs that fill half of their square; the other half is white."""

_MOST_WORDS = 20_000

Levels = tuple[int, ...]
"""The embedding level (UAX #9) of each character; empty where all are 0."""

_FULL_WIDTH = 0.9

Features = tuple[tuple[str, int], ...]


class Manner(NamedTuple):
    """How a stretch of text is set, size and colour aside: its face, tracking in em, and features.

    ``stressed`` says that the face leans the other way than its surroundings, for emphasis: a script
    that knows no italics is set bolder instead.
    """

    face: FaceKey
    tracking: float = 0.0
    features: Features = ()
    stressed: bool = False


class Context(NamedTuple):
    """What a word takes from where it stands.

    ``levels`` are its characters' embedding levels; ``before`` and ``after`` the letters it joins, where
    it is part of a word; ``beside`` a letter next to it, where it has none itself: figures and signs
    are set in the face of the letters they stand with.
    """

    levels: Levels = ()
    before: str = ""
    after: str = ""
    beside: str = ""


ALONE = Context()
"""The context of a word that takes nothing from its neighbours."""


class Glyph(NamedTuple):
    """A glyph by its number in the face, and its origin in em from the piece's origin, y downwards."""

    number: int
    x: float
    y: float


class Ink(NamedTuple):
    """Where ink falls, in em from the origin on the baseline, y downwards."""

    left: float
    top: float
    right: float
    bottom: float


class Piece(NamedTuple):
    """A part of a word in one face and direction; ``x`` is where it starts in the word, in em.

    Its glyphs stand from left to right. Where ``level`` is not 0 it is the line that orders pieces,
    and ``x`` counts in the order of reading.
    """

    face: Face
    glyphs: tuple[Glyph, ...]
    x: float
    advance: float
    ink: Ink
    level: int = 0


class Shaped(NamedTuple):
    """A shaped word: its pieces, its advance in em, what hangs, and what could not be set.

    ``hang`` is the advance of an opening quotation mark at its beginning; ``missing`` the characters
    no font has, ``unready`` those of scripts whose turn has not come. ``levels`` are its characters'.
    """

    text: str
    pieces: tuple[Piece, ...]
    advance: float
    hang: float = 0.0
    missing: tuple[str, ...] = ()
    unready: tuple[str, ...] = ()
    levels: Levels = ()


class Metrics(NamedTuple):
    """A face's ascent, descent and cap height in em."""

    ascent: float
    descent: float
    cap_height: float


_LETTERS = {"vi": "đơưạảấầậắặẽếềểệỉịọỏốồộớờợụủứừữựỳỵỹ"}
"""By language, letters of its own that families drawn for its script often lack."""

HANGING = frozenset("“‘„‚«‹״\"'")
"""Opening marks that stand outside the text's left edge when a line begins with them."""


class Shaper:
    """Shapes words for one language; keeps what it has shaped, up to a bound. One per thread."""

    __slots__ = ("_words", "book", "language")

    def __init__(self, book: FontBook, language: str) -> None:
        self.book = book
        self.language = language
        self._words: dict[tuple[Manner, str, Context], Shaped] = {}

    def word(self, text: str, manner: Manner, context: Context = ALONE) -> Shaped:
        """Return the shaped word; its text is composed (NFC) if it comes with levels."""
        key = (manner, text, context)
        known = self._words.get(key)
        if known is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            known = self._words[key] = self._shape(text, manner, context)
        return known

    def space(self, manner: Manner) -> float:
        """Return the advance of a space in em."""
        return self.word(" ", manner).advance

    def metrics(self, manner: Manner) -> Metrics:
        """Return ascent, descent and cap height of the manner's own face, in em."""
        face = self.book.face(manner.face)
        return Metrics(face.ascent, face.descent, face.cap_height)

    def _shape(self, text: str, manner: Manner, context: Context) -> Shaped:
        text = unicodedata.normalize("NFC", text)  # fonts are asked for characters as they compose
        unready = tuple(sorted({c for c in text if script(c) not in READY_SCRIPTS}))
        base = self._base(manner)
        pieces: list[Piece] = []
        missing: set[str] = set()
        x, at, levels = 0.0, 0, context.levels
        for part, face in self._by_face(text, base, manner, context.beside):
            missing.update(c for c in part if not _shows(c, face) and c not in unready)
            for run, level in _runs(part, levels[at : at + len(part)]):
                before = "" if at else context.before
                after = "" if at + len(run) < len(text) else context.after
                piece = self._piece(run, face, manner, level, before, after)._replace(x=x)
                pieces.append(piece)
                x += piece.advance
                at += len(run)
        hang = self._hang(text, pieces)
        return Shaped(text, tuple(pieces), x, hang, tuple(sorted(missing)), unready, levels)

    def _base(self, manner: Manner) -> Face:
        """Return the manner's face; where it lacks letters of the language, the first that has them all.

        Else words with such letters would stand in another face, and weight, than their neighbours.
        """
        book, key = self.book, manner.face
        own = book.stressed(key) if manner.stressed else book.face(key)
        letters = _LETTERS.get(self.language.partition("-")[0], "")
        if _covers(own, letters):
            return own
        others = book.fallbacks(key, _script_of(letters[0]), manner.stressed)
        return next((face for face in others if _covers(face, letters)), own)

    def _by_face(
        self, text: str, base: Face, manner: Manner, beside: str
    ) -> list[tuple[str, Face]]:
        """Return the word in parts, each with the face that sets it: emoji apart, and each script."""
        if _covers(base, text):
            return [(text, self._companion(text, base, manner, beside) if beside else base)]
        parts: list[tuple[str, Face | None, str]] = []
        emoji = self.book.emoji()
        for cluster in graphemes(text):
            face = emoji if emoji and is_emoji(cluster) and _covers(emoji, cluster) else None
            own = _script_of(cluster)
            last = parts[-1] if parts else None
            if (
                last
                and last[1] is face
                and (own == last[2] or own in _SHARED or last[2] in _SHARED)
            ):
                known = last[2] if own in _SHARED else own
                parts[-1] = (last[0] + cluster, face, known)
            else:
                parts.append((cluster, face, own))
        return [(part, face or self._text_face(part, base, manner, of)) for part, face, of in parts]

    def _companion(self, text: str, base: Face, manner: Manner, letter: str) -> Face:
        """Return the face that sets a letter, if it has all of a text that stands beside it."""
        own = self._text_face(letter, base, manner, _script_of(letter))
        return own if _covers(own, text) else base

    def _text_face(self, part: str, base: Face, manner: Manner, of: str) -> Face:
        """Return the first face that has all of the part; the one that has most where none has all.

        ``of`` is the part's script, whose own faces are asked first.
        """
        if _covers(base, part):
            return base
        best, most = base, sum(map(base.covers, part))
        emoji = self.book.emoji()
        face: Face
        for face in (
            *self.book.fallbacks(manner.face, of, manner.stressed),
            *((emoji,) if emoji else ()),
        ):
            if _covers(face, part):
                return face
            count = sum(map(face.covers, part))
            if count > most:
                best, most = face, count
        return best

    def _piece(
        self, text: str, face: Face, manner: Manner, level: int, before: str, after: str
    ) -> Piece:
        """Return a stretch of text in one face and direction, between two letters that it may join."""
        buffer = hb.Buffer()
        buffer.add_str(before + text + after, len(before), len(text))
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if level % 2 else "ltr"
        buffer.language = self.language
        features: dict[str, Any] = dict(manner.features)
        if buffer.script in _SQUARE and (halved := _halved(text)):
            features["halt"] = [(at, at + 1, 1) for at in halved]
        hb.shape(face.font, buffer, features)
        scale = 1.0 / face.upem
        tracking = 0.0 if buffer.script in _UNTRACKED else manner.tracking
        glyphs: list[Glyph] = []
        left, top, right, bottom = 9.0, 9.0, -9.0, -9.0
        x = 0.0
        for number, (dx, dy, advance, _) in zip(
            [i.codepoint for i in buffer.glyph_infos],
            [p.position for p in buffer.glyph_positions],
            strict=True,
        ):
            gx, gy = x + dx * scale, -dy * scale
            ink = face.ink(number)
            if face.colour and advance:  # what a colour glyph paints is not told by its outline
                ink = (0.0, -0.95, advance * scale, 0.25)
            if ink[2] > ink[0]:
                glyphs.append(Glyph(number, gx, gy))
                left, right = min(left, gx + ink[0]), max(right, gx + ink[2])
                top, bottom = min(top, gy + ink[1]), max(bottom, gy + ink[3])
            x += advance * scale + (tracking if advance else 0.0)
        bounds = Ink(left, top, right, bottom) if glyphs else Ink(0.0, 0.0, 0.0, 0.0)
        return Piece(face, tuple(glyphs), 0.0, x, bounds, level)

    def _hang(self, text: str, pieces: list[Piece]) -> float:
        """Return how far the word's opening quotation mark reaches: the origin of the next glyph."""
        if len(text) < 2 or text[0] not in HANGING | _OPENING:
            return 0.0
        first = pieces[0].glyphs
        if text[0] in _OPENING and len(first) > 1 and first[1].x > _FULL_WIDTH:
            return first[1].x / 2  # the white half of its square
        if pieces[0].level % 2:
            return pieces[0].advance - first[-1].x if first else 0.0
        return first[1].x if len(first) > 1 else pieces[0].advance


def _halved(text: str) -> list[int]:
    """Return which signs lose the white half of their square, because another sign follows or precedes.

    Two signs side by side take one and a half squares, not two (JLREQ 3.1.4, CLREQ 3.1.6.1).
    """
    return [
        at
        for at, char in enumerate(text)
        if (char in _CLOSING and text[at + 1 : at + 2] in _OPENING | _CLOSING)
        or (char in _OPENING and at and text[at - 1] in _OPENING)
    ]


def _runs(text: str, levels: Levels) -> list[tuple[str, int]]:
    """Return a text in stretches of one level, with it."""
    if not levels:
        return [(text, 0)]
    runs: list[tuple[str, int]] = []
    for char, level in zip(text, levels, strict=True):
        if runs and runs[-1][1] == level:
            runs[-1] = (runs[-1][0] + char, level)
        else:
            runs.append((char, level))
    return runs


def has_letters(text: str) -> bool:
    """Say whether any character belongs to a script of its own: figures and signs belong to none."""
    return any(script(char) not in _SHARED for char in text)


def joins(char: str) -> bool:
    """Say whether a letter may join its neighbours, so that its form depends on them."""
    return script(char) == "Arab"


def _script_of(cluster: str) -> str:
    """Return the script of a grapheme cluster; kana and Han, which one word mixes, are one."""
    if cluster in _ARABIC_SIGNS:
        return "Arab"
    if "\u3000" < cluster[0] < "\u3040" or "\uff00" < cluster[0] < "\uff66":
        return "Hani"  # signs as wide as high, which Latin faces do not have
    found = next((own for own in map(script, cluster) if own not in _SHARED), "Zyyy")
    return "Hani" if found in _JAPANESE else found


def is_emoji(cluster: str) -> bool:
    """Say whether a grapheme cluster asks to be shown in colour (UTS #51)."""
    if "\ufe0e" in cluster:
        return False
    first = cluster[0]
    if "\ufe0f" in cluster or "\u20e3" in cluster:
        return is_extended_pictographic(first) or "\u20e3" in cluster
    return is_emoji_presentation(first)


def _shows(char: str, face: Face) -> bool:
    return char in _GIVEN or face.covers(char)


def _covers(face: Face, text: str) -> bool:
    return all(char in _GIVEN or face.covers(char) for char in text)
