"""The disclaimer's wording: a language to its texts, read from ``data/wording/``."""

from datetime import date
from functools import cache
from typing import Any, Final, Literal, NamedTuple

from swipewell.care.helplines import Confidence
from swipewell.care.package_data import read

Direction = Literal["ltr", "rtl"]

PAINTED: Final = ("en",)
"""The languages whose wording may be printed; see data/README.md for what the others wait for."""


class Asked(NamedTuple):
    """A question and its answer. ``ask`` is empty where the language says it in one sentence."""

    answer: str
    ask: str = ""


class Phrases(NamedTuple):
    """The sentences round numbers and addresses, which fill ``{number}``, ``{body}``, ``{url}``."""

    call: str
    text: str
    call_or_text: str
    text_body: str
    elsewhere: str
    emergency_unknown: str
    find_therapist_unknown: str


class Wording(NamedTuple):
    """Everything a disclaimer says in one language, and how far it may be trusted."""

    language: str
    direction: Direction
    script: str
    confidence: Confidence
    researched_on: date
    title: str
    not_therapy: str
    education_only: str
    no_relationship: str
    not_monitored: str
    emergency: Asked
    crisis: Asked
    find_therapist: Asked
    take_leave: str
    complexity: str
    licence: str
    confidentiality: str
    content_note: str
    phrases: Phrases
    note: str = ""


def wording_for(language: str) -> tuple[Wording, bool]:
    """Return the wording nearest to a BCP 47 tag, and whether it is in the language asked for.

    ``en-GB`` is met by ``en``; a language that may not be printed yet is given English.
    """
    asked = language.replace("_", "-").lower()
    painted = {tag.lower(): tag for tag in PAINTED}
    while asked:
        if asked in painted:
            return _load(painted[asked]), True
        asked = asked.rpartition("-")[0]
    return _load("en"), False


@cache
def _load(language: str) -> "Wording":
    """Return the wording of a language whose file has phrases."""
    content = read("wording", language)
    texts: dict[str, Any] = {
        key: Asked(**text) if isinstance(text, dict) else text
        for key, text in content["text"].items()
    }
    return Wording(
        language=content["language"],
        direction=content["dir"],
        script=content["script"],
        confidence=content["confidence"],
        researched_on=content["researched_on"],
        phrases=Phrases(**content["phrases"]),
        note=content.get("note", ""),
        **texts,
    )
