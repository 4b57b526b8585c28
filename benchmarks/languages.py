"""Layout in many scripts, warm, of words that nobody ever wrote, beside the encoding of its own slides.

Every word of a post is replaced by one with its own letters in another order, so that neither the
text nor its words were seen before: 'Ruhe braucht Zeit' -> 'heRu tuabrcht iteZ'.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.encoders import alone, encoders
from benchmarks.fresh import changed
from benchmarks.stages import Case, measured, read_case
from swipewell.carousel import Studio
from swipewell.model.post import Post
from swipewell.pipeline import ComposeError
from swipewell.text.properties import graphemes

LIMITS: Mapping[str, float | None] = {
    "Latin": 1.5,
    "Arabic": 2.5,
    "Japanese": 2.5,
    "Cyrillic": None,
    "Devanagari": None,
    "Thai": None,
    "Chinese": None,
    "Korean": None,
    "Hebrew": None,
}
"""How many times its PNG encoding the layout of a slide may take, where a limit is set."""

_LANGUAGES = {
    "Latin": ["de", "fr", "pl", "vi", "tr"],
    "Arabic": ["ar", "fa"],
    "Japanese": ["ja"],
    "Cyrillic": ["ru", "uk"],
    "Devanagari": ["hi"],
    "Thai": ["th"],
    "Chinese": ["zh-Hans"],
    "Korean": ["ko"],
    "Hebrew": ["he"],
}
_SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "languages"
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f\u0900-\u0e7f\u064b-\u065f]*")
_TRIES = 40


class Row(NamedTuple):
    """The medians of some slides: ms of planning and layout, of encoding alone, and their ratio."""

    script: str
    slides: int
    layout: float
    alone: float
    ratio: float
    ratio_90: float


def languages(rounds: int) -> list[Row]:
    """Return a row a script, over so many rounds after two that are not counted."""
    studio, chance = Studio(), random.Random(20_261)
    cases = {
        script: [read_case(_SAMPLES / f"{tag}.yaml") for tag in tags]
        for script, tags in _LANGUAGES.items()
    }
    found: dict[str, list[tuple[float, float]]] = {script: [] for script in cases}
    for number in range(-2, rounds):
        print(f"languages, round {number + 1} of {rounds}", file=sys.stderr)
        for script, own in cases.items():
            pairs = [pair for case in own for pair in _measured(case, studio, chance)]
            if number >= 0:
                found[script] += pairs
    return [_row(script, pairs) for script, pairs in found.items()]


def _measured(case: Case, studio: Studio, chance: random.Random) -> list[tuple[float, float]]:
    """Return the ms of planning and layout, and of encoding alone, of a scrambled post's slides."""
    choice = encoders("png")
    for _ in range(_TRIES):
        try:
            times, made = measured(scrambled(case.post, chance), case.brand, studio, "png")
        except ComposeError:
            continue  # a word came that has no room: other words, then
        return [
            (time.planning + time.layout, min(alone(slide.image, choice).values()))
            for time, slide in zip(times, made.slides, strict=True)
            if not slide.kind.startswith("disclaimer")
        ]
    raise SystemExit(f"no scrambled words of '{case.name}' find room on its slides")


def scrambled(post: Post, chance: random.Random) -> Post:
    """Return the post with the letters of every word in another order."""

    def word(match: re.Match[str]) -> str:
        letters = list(graphemes(match[0]))
        chance.shuffle(letters)
        return "".join(letters)

    written = post.model_dump(exclude_none=True)
    return Post.model_validate(changed(written, lambda text: _WORD.sub(word, text)))


def _row(script: str, pairs: Sequence[tuple[float, float]]) -> Row:
    ratios = [layout / encoding for layout, encoding in pairs]
    return Row(
        script,
        len(pairs),
        statistics.median(layout for layout, _ in pairs),
        statistics.median(encoding for _, encoding in pairs),
        statistics.median(ratios),
        statistics.quantiles(ratios, n=10, method="inclusive")[-1],
    )
