"""The helpline registry: a region's code to its emergency number, helplines and directories.

Which lines suit a post is decided here too, by one order that `choose` explains.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, Final, Literal, Protocol

from swipewell.care.package_data import names, read
from swipewell.care.topics import Fit, fit
from swipewell.named import NamedTuple
from swipewell.text.languages import primary

Confidence = Literal["high", "medium", "low"]
Opening = Literal["always", "restricted", "unsettled"]

STALE_AFTER_DAYS: Final = 180
"""An entry older than this should be looked up again before anyone relies on it."""

_NOT_FOR_A_CRISIS = frozenset({"information", "find_help", "directory"})
_YOUTH = frozenset({"youth"})
# The same speech under two tags: posts use the one, the registry the other.
_SAME_SPEECH = {"nb": "no", "nn": "no", "cmn": "zh", "tl": "fil"}


class Dated(Protocol):
    """Anything that knows on which day it was researched."""

    @property
    def researched_on(self) -> date:
        """The day from which its age counts."""


class Rated(Protocol):
    """Anything that says how sure it is."""

    @property
    def confidence(self) -> Confidence:
        """How sure the entry is."""


class Helpline(NamedTuple):
    """One line that people can turn to. What is not known is empty; see data/README.md."""

    id: str
    name: str
    open: Opening
    scope: tuple[str, ...]
    shown: bool
    confidence: Confidence
    basis: str
    researched_on: date
    sources: tuple[str, ...]
    call: str = ""
    call_alt: tuple[str, ...] = ()
    menu: str = ""
    text: str = ""
    text_body: str = ""
    sms_callback: str = ""
    whatsapp: str = ""
    whatsapp_hours: str = ""
    email: str = ""
    chat_url: str = ""
    url: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    languages_more: str = ""
    cost: str = ""
    verify: str = ""
    note: str = ""

    @property
    def printed_hours(self) -> str:
        """The hours fit to print: ``24/7``, restricted ones, or none where they are unsettled."""
        if self.open == "always":
            return "24/7"
        return self.hours if self.open == "restricted" else ""

    @property
    def for_youth_only(self) -> bool:
        """Whether only children and young people may turn to this line."""
        return _YOUTH.issuperset(self.scope)

    def speaks(self, language: str) -> bool:
        """Return whether the line is known to speak a language, given as a BCP 47 tag."""
        return _speech(language) in map(_speech, self.languages)


class Directory(NamedTuple):
    """A place that helps people find a therapist or, for the international one, a helpline."""

    name: str
    url: str
    confidence: Confidence
    basis: str
    researched_on: date
    id: str = ""
    operator: str = ""
    url_template: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""


class Emergency(NamedTuple):
    """A region's emergency numbers; ``basis`` says what they rest on."""

    numbers: tuple[str, ...]
    shown: bool
    basis: str
    text: str = ""

    @property
    def primary(self) -> str:
        """The one number to print; empty where none is sure enough."""
        return self.numbers[0] if self.shown else ""


class Region(NamedTuple):
    """What is known for one country. ``researched_on`` dates its emergency numbers."""

    code: str
    name: str
    researched_on: date
    emergency: Emergency
    lines: tuple[Helpline, ...]
    directories: tuple[Directory, ...]


@cache
def regions() -> tuple[str, ...]:
    """Return the codes (ISO 3166) of all regions in the registry, sorted."""
    return tuple(name for name in names("helplines") if len(name) == 2)


@cache
def load_region(code: str) -> Region | None:
    """Return a region by its code, in upper or lower case; None where the registry has none."""
    # Only names from the listing reach the file system, whatever a brand file says.
    return _region(read("helplines", code.upper())) if code.upper() in regions() else None


@cache
def international() -> Directory:
    """Return the directory of helplines all over the world."""
    return Directory(**read("helplines", "international")["directories"][0])


def international_directories() -> tuple[Directory, ...]:
    """Return all directories of helplines in many countries; the first is the one that is printed."""
    return tuple(Directory(**entry) for entry in read("helplines", "international")["directories"])


def choose(
    region: Region,
    *,
    language: str,
    topics: Iterable[str] = (),
    youth: bool = False,
    most: int = 2,
    may_text: bool = True,
) -> tuple[Helpline, ...]:
    """Return the lines to print for a post in a language on some topics, the best first.

    Youth lines come first where youth is asked for and never otherwise. Then decide, in this order:
    how well a line fits the topics, whether it speaks the language, whether it is known to be open
    round the clock, and the registry's own order. Where some line speaks the language, one that
    does is always among those returned: a line that cannot be talked to helps nobody. Without
    ``may_text`` there are no words to say that a number is one to text, and such lines are left out.
    """
    topics = tuple(topics)

    def rank(line: Helpline) -> tuple[bool, Fit, bool, bool]:
        away = not line.speaks(language)
        return not line.for_youth_only, fit(line.scope, topics), away, line.open != "always"

    ranked = sorted((line for line in region.lines if _may_choose(line, youth, may_text)), key=rank)
    understood = next((line for line in ranked if line.speaks(language)), None)
    if understood is None or understood in ranked[:most]:
        return tuple(ranked[:most])
    return (*ranked[: max(most - 1, 0)], understood)[:most]


def is_sure(entry: Rated) -> bool:
    """Return whether an entry is sure enough to be printed."""
    return entry.confidence in ("high", "medium")


def age_days(entry: Dated, today: date) -> int:
    """Return how many days ago an entry was researched."""
    return (today - entry.researched_on).days


def is_stale(entry: Dated, today: date) -> bool:
    """Return whether an entry is too old to be relied on without another look."""
    return age_days(entry, today) > STALE_AFTER_DAYS


def is_settled(line: Helpline) -> bool:
    """Return whether a line is sure enough to be printed at all."""
    return line.shown and not line.verify and is_sure(line)


def answers(line: Helpline) -> bool:
    """Return whether somebody answers there who can be talked to in a crisis."""
    return bool(line.call or line.text) and not _NOT_FOR_A_CRISIS.issuperset(line.scope)


def _may_choose(line: Helpline, youth: bool, may_text: bool) -> bool:
    """Return whether a line may be printed as somebody to talk to."""
    reached = bool(line.call) or may_text
    return is_settled(line) and answers(line) and reached and (youth or not line.for_youth_only)


def _speech(tag: str) -> str:
    """Return the spoken language of a BCP 47 tag: ``zh-Hant`` and ``cmn`` are both ``zh``."""
    language = primary(tag)
    return _SAME_SPEECH.get(language, language)


def _region(content: dict[str, Any]) -> Region:
    """Return a region out of the content of its file."""
    return Region(
        code=content["code"],
        name=content["name"],
        researched_on=content["researched_on"],
        emergency=Emergency(**content["emergency"]),
        lines=tuple(Helpline(**line) for line in content["lines"]),
        directories=tuple(Directory(**entry) for entry in content["directories"]),
    )
