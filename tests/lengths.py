"""Posts that hold every kind of slide once, with texts short, typical or long, left to right or not."""

from __future__ import annotations

from functools import cache
from itertools import count, cycle
from pathlib import Path
from typing import Any

import swipewell as sw

SAMPLES = Path(__file__).resolve().parent.parent / "samples"

LENGTHS = ("short", "typical", "long")
DIRECTIONS = {"ltr": "en", "rtl": "ar"}

_ENGLISH = """
A limit said early is a kindness to both sides. Name what you need, once, in plain words. You may
be heard at once, or only later; either way you have not left yourself. Notice the jaw, the
shoulders, the breath. Let one long breath out before you answer. What is said slowly is easier to
believe. A pause is not a no, and a no is not the end of a friendship. Come back to it tomorrow.
"""
_ARABIC = """
وراء الغضب كثيرًا ما يقف شيء أرقّ منه، تعبٌ لم يره أحد، أو وعد لم يُحفظ. حين نسمّي هذا الشيء يصير
الكلام أوضح. ما نكتبه في ذروة الغضب يصل أقسى ممّا نقصد. اكتبوه واتركوه حتى المساء، ثم اقرؤوه كأنّه وصل
إليكم. التأجيل ليس ضعفًا. انتظرت اتّصالك وقلقت. لنتّفق على وقت يناسبنا. احتفظوا بهذا المنشور ليوم
يعلو فيه الصوت.
"""

_WORDS = {"en": _ENGLISH.split(), "ar": _ARABIC.split()}

_MANY: dict[str, tuple[int, int, int]] = {
    "title": (1, 5, 8),
    "headline": (1, 5, 13),
    "body": (5, 28, 58),
    "example": (0, 5, 11),
    "item": (1, 4, 9),
    "items": (1, 4, 7),
    "step": (2, 5, 10),
    "steps": (2, 3, 5),
    "quote": (3, 11, 28),
    "half": (2, 4, 8),
    "halves": (1, 2, 3),
    "myth": (3, 7, 16),
    "fact": (3, 12, 30),
    "term": (1, 2, 3),
    "meaning": (4, 16, 38),
    "question": (3, 8, 20),
    "lines": (1, 4, 6),
    "phase": (1, 1, 2),
    "phases": (1, 3, 4),
    "rounds": (0, 5, 12),
    "caption": (0, 9, 18),
    "subtitle": (0, 7, 14),
    "name": (1, 3, 5),
    "note": (0, 5, 10),
    "names": (1, 3, 5),
    "source": (0, 4, 12),
}
"""How many words, or things, there are of each: short, typical, long."""

_FIGURES = ("7", "1 in 5", "3 out of 100")


class _Pen:
    """Writes so many words of a text, each time from another place on."""

    def __init__(self, language: str, length: str) -> None:
        self._words = _WORDS[language]
        self._which = LENGTHS.index(length)
        self._start = count(0, 7)

    def number(self, of: str) -> int:
        return _MANY[of][self._which]

    def text(self, of: str) -> str | None:
        start, words = next(self._start), self.number(of)
        some = cycle(self._words[start % len(self._words) :] + self._words)
        return " ".join(next(some) for _ in range(words)).strip(".,;") or None

    def texts(self, number: str, of: str) -> list[Any]:
        return [self.text(of) for _ in range(self.number(number))]

    def some(self, **of: str) -> dict[str, Any]:
        written = {name: self.text(what) for name, what in of.items()}
        return {name: text for name, text in written.items() if text is not None}

    def figure(self) -> str:
        return _FIGURES[self._which]


@cache
def every_kind(length: str, direction: str) -> sw.Post:
    """Return a post with a slide of every kind, its texts so long, in a language of that direction."""
    language = DIRECTIONS[direction]
    pen = _Pen(language, length)
    some, texts = pen.some, pen.texts
    half = {"items": texts("halves", "half")}
    phases = [{"do": pen.text("phase"), "seconds": 4} for _ in range(pen.number("phases"))]
    rounds = {"rounds": pen.number("rounds")} if pen.number("rounds") else {}
    slides: list[dict[str, Any]] = [
        {"kind": "tip", **some(title="headline", body="body", example="example")},
        {"kind": "list", **some(title="title"), "items": texts("items", "item")},
        {"kind": "steps", **some(title="title"), "steps": texts("steps", "step")},
        {"kind": "compare", **some(title="title"), "left": half, "right": half},
        {"kind": "myth", **some(myth="myth", fact="fact")},
        {"kind": "quote", **some(quote="quote", by="name", source="source")},
        {"kind": "prompt", **some(title="title", question="question"), "lines": pen.number("lines")},
        {"kind": "practice", **some(title="title"), "phases": phases, **rounds},
        {"kind": "definition", **some(term="term", meaning="meaning", example="example")},
        {"kind": "figure", "figure": pen.figure(), **some(meaning="meaning", source="source")},
        {"kind": "picture", "picture": str(SAMPLES / "photos" / "calm-sea.jpg"), "alt": "A calm sea",
         **some(caption="caption")},
        {"kind": "resources", **some(title="title"),
         "items": [some(name="name", note="note") for _ in range(pen.number("names"))]},
        {"kind": "recap", **some(title="title")},
        {"kind": "invite", **some(title="title", body="example")},
    ]  # fmt: skip
    fields = {
        **some(title="headline", subtitle="subtitle"),
        "language": language,
        "topics": ["self-harm"],
        "sources": [{"text": text} for text in texts("halves", "source") if text],
        "slides": slides,
    }
    return sw.Post.model_validate(fields)
