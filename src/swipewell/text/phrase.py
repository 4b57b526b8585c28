"""Where a line may end, with what readers of a language expect besides UAX #14.

Japanese, Chinese and Thai do not write spaces between words: phrases are found by BudouX
(https://github.com/google/budoux), loaded only for them. Korean breaks at its spaces.

    "今日は休む。" -> after 今 1.0, after 日 1.0, after は 0.0 ...: a break inside a phrase costs
"""

from __future__ import annotations

from functools import cache
from typing import Any

from swipewell.named import NamedTuple
from swipewell.text.languages import primary
from swipewell.text.linebreak import break_opportunities
from swipewell.text.paragraph import PHRASE
from swipewell.text.properties import everyday_characters, script

_PHRASED = frozenset({"Hani", "Hira", "Kana", "Thai", "Bopo"})
_MODELS = {"ja": "ja", "th": "th", "zh": "zh-hans", "zh-Hant": "zh-hant", "zh-TW": "zh-hant"}
_MODELS |= {"zh-HK": "zh-hant"}


_PAUSES = frozenset("、。，．！？；：」』）】》〉…")
BETWEEN = 0.1
"""What a break between two phrases costs where no sign marks a pause: a little."""


class Opportunity(NamedTuple):
    """A line may end, or must, before the character at a position; None for a cost left to the word."""

    position: int
    mandatory: bool
    cost: float | None


def opportunities(text: str, language: str) -> list[Opportunity]:
    """Return where lines of a paragraph may end, in order, with what that costs."""
    plain = [Opportunity(b.position, b.mandatory, None) for b in break_opportunities(text)]
    if everyday_characters() >= set(text):
        return plain
    scripts = {script(char) for char in text}
    if "Hang" in scripts:
        plain = [one for one in plain if not _within_korean(text, one)]
    if not scripts & _PHRASED:
        return plain
    ends = _phrase_ends(text, language, scripts)
    allowed = {one.position: one for one in plain}
    if "Thai" in scripts:  # for UAX #14, Thai letters hold together up to a space
        for end in ends - allowed.keys():
            if script(text[end - 1]) == script(text[end]) == "Thai":
                allowed[end] = Opportunity(end, False, 0.0)
    return [_weighed(text, allowed[at], ends) for at in sorted(allowed)]


def _weighed(text: str, one: Opportunity, ends: set[int]) -> Opportunity:
    """Return a break with its cost where no space marks it."""
    if one.mandatory or text[one.position - 1].isspace():
        return one
    if (
        script(text[one.position - 1]) not in _PHRASED
        and script(text[one.position]) not in _PHRASED
    ):
        return one._replace(cost=0.0) if one.position in ends else one
    if one.position not in ends:
        return one._replace(cost=PHRASE)
    return one._replace(cost=0.0 if text[one.position - 1] in _PAUSES else BETWEEN)


def _within_korean(text: str, one: Opportunity) -> bool:
    """Say whether a break would part a Korean word, which is done only where nothing else helps."""
    return (
        not one.mandatory and script(text[one.position - 1]) == script(text[one.position]) == "Hang"
    )


def _phrase_ends(text: str, language: str, scripts: set[str]) -> set[int]:
    """Return the positions at which phrases end."""
    ends: set[int] = set()
    at = 0
    for phrase in _parser(_model(language, scripts)).parse(text):
        at += len(phrase)
        ends.add(at)
    return ends - {len(text)}


def _model(language: str, scripts: set[str]) -> str:
    """Return the model for a text: by its own script where that tells, else by the language."""
    if "Thai" in scripts:
        return "th"
    if scripts & {"Hira", "Kana"}:
        return "ja"
    known = _MODELS.get(language) or _MODELS.get(primary(language), "zh-hans")
    return known if known != "th" else "zh-hans"


@cache  # a model never changes while the package runs
def _parser(model: str) -> Any:
    import budoux  # only needed for text without spaces

    load = {
        "ja": budoux.load_default_japanese_parser,
        "th": budoux.load_default_thai_parser,
        "zh-hans": budoux.load_default_simplified_chinese_parser,
        "zh-hant": budoux.load_default_traditional_chinese_parser,
    }
    return load[model]()
