"""The few words that slides bring along, by language; where a language's are unknown, none are shown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from swipewell.named import NamedTuple
from swipewell.resources import bundled_yaml
from swipewell.text.direction import numeral
from swipewell.text.languages import primary


class Labels(NamedTuple):
    """Words for the swipe cue, an example to say aloud, two halves, two voices, rounds, and a second;
    and for how far a reader has come, with its number in bold.

    The last is the CLDR's short form, and the international symbol where a language has no other.
    """

    swipe: str | None = None
    aloud: str | None = None
    avoid: str | None = None
    attempt: str | None = None
    myth: str | None = None
    fact: str | None = None
    round_one: str | None = None
    round_many: str | None = None
    numbers: Mapping[int, str] = {}
    sources: str | None = None
    second: str = "s"
    progress: str = "**{n}**\u200a/\u200a{count}"

    def stance(self, stance: str) -> str | None:
        """Return the label of a half that avoids, or of one that tries."""
        return self.attempt if stance == "try" else self.avoid

    def rounds(self, count: int, language: str) -> str:
        """Return how often a practice is repeated, in words where they are known."""
        pattern = self.round_one if count == 1 else self.round_many
        return (pattern or "{n} ×").format(n=self.numbers.get(count) or numeral(count, language))

    def how_far(self, number: int, count: int, language: str) -> str:
        """Return which of so many slides this is, in words where they are known: '**3** of 8'."""
        n, all_of_them = numeral(number, language), numeral(count, language)
        return self.progress.format(n=n, count=all_of_them).replace(" ", "\u00a0")


def labels_for(language: str) -> Labels:
    """Return the words of a language, of its plain form, or none."""
    table = _table()
    return table.get(language) or table.get(primary(language)) or Labels()


@cache  # the package's own file never changes while it runs
def _table() -> Mapping[str, Labels]:
    raw = bundled_yaml(Path(__file__).with_suffix(".yaml"))
    return {language: Labels(**words) for language, words in raw.items()}
