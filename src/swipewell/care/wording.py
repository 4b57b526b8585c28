"""The disclaimer's wording: a language to its texts, out of ``data/wording/`` and a brand's own words.

Nothing is made up here. Where a language lacks a text, it is empty, and `disclaimer` says what then
is printed in its stead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from swipewell.care.helplines import Confidence
from swipewell.care.isolate import Direction
from swipewell.care.package_data import names, read
from swipewell.named import NamedTuple
from swipewell.text.direction import is_right_to_left

Parts = Mapping[str, str]
"""A brand's own texts by part: ``{"title": "One more thing", "topics.suicide": "suicide"}``."""

Own = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""A brand's own parts by language, as pairs all the way down, so that it can be remembered."""

REQUIRED: Final = (
    *("title", "not_therapy", "education_only", "no_relationship", "not_monitored"),
    *("emergency", "crisis", "find_therapist", "take_leave"),
)
"""The parts without which a language has no disclaimer."""

_ASKED: Final = ("emergency", "crisis", "find_therapist")
_PLAIN: Final = (*(part for part in REQUIRED if part not in _ASKED), "licence", "content_note")
_PHRASES: Final = (
    *("call", "text", "call_or_text", "text_body"),
    *("elsewhere", "emergency_unknown", "find_therapist_unknown"),
)
_SENTENCE = re.compile(r"(?<=[.!?。！？؟]) +|(?<=[。！？])")
_PAUSE = r"(?<=;) +|(?<=[；，、])"
_SQUARE = "\u2e80"
"""From here on characters are as wide as high, and their signs bring the space after them along."""
_FILL_IN = re.compile(r"\{(\w+)\}")
_RENAMED = {"iw": "he", "cmn": "zh"}
_LIKELY = {"pt": "pt-br", "zh": "zh-hans", "zh-cn": "zh-hans", "zh-sg": "zh-hans"}
"""What a tag means that leaves region or script open: likely subtags of the CLDR
(https://cldr.unicode.org). The wording of ``pt-BR`` does not say that it is fit for Portugal."""
_COMMAS = {"ar": "، ", "ja": "、", "zh-Hans": "，"}


class Asked(NamedTuple):
    """A question and its answer: ``In danger right now?`` and ``Call {emergency}.``

    Where a language says it in one sentence, ``ask`` is what stands before the first thing to fill
    in, and ``leads`` tells that it has no meaning without the answer.
    """

    answer: str
    ask: str = ""
    leads: bool = False

    @property
    def whole(self) -> str:
        """The sentence in one, where it is one; else the answer, which stands for itself."""
        return joined(self.ask, self.answer) if self.leads else self.answer


class Phrases(NamedTuple):
    """The sentences round numbers and addresses, which fill ``{number}``, ``{body}``, ``{url}``.

    Those that a language lacks are empty. Without ``call`` a number stands by itself, as in the
    language's own pattern for a helpline; without ``text`` nothing says that a number is one to
    text, so such a number cannot be printed.
    """

    call: str = "{number}"
    text: str = ""
    call_or_text: str = "{number}"
    text_body: str = ""
    elsewhere: str = "{line_name}: {url}"
    emergency_unknown: str = ""
    find_therapist_unknown: str = ""


class Wording(NamedTuple):
    """Everything a disclaimer says in one language, and how far it may be trusted.

    ``own`` names the parts that are a brand's, ``dm_policy`` is the brand's message policy in this
    language, ``topics`` what sensitive topics are called in it, where that is known.
    """

    language: str
    direction: Direction
    script: str
    confidence: Confidence
    researched_on: date | None
    title: str
    not_therapy: str
    education_only: str
    no_relationship: str
    not_monitored: str
    emergency: Asked
    crisis: Asked
    find_therapist: Asked
    take_leave: str
    phrases: Phrases
    licence: str = ""
    content_note: str = ""
    own: tuple[str, ...] = ()
    dm_policy: str = ""
    topics: tuple[tuple[str, str], ...] = ()

    @property
    def comma(self) -> str:
        """What divides the entries of a list in one line."""
        return _COMMAS.get(self.language, ", ")

    @property
    def is_unread(self) -> bool:
        """Whether a part that a clinician who speaks the language should read first is printed."""
        return self.confidence != "high" and not set(REQUIRED) <= set(self.own)


class Met(NamedTuple):
    """The wording for a post, whether it is in the post's language, and what kept it from being.

    ``lacking`` names the parts that a brand's own wording in the language would still need.
    """

    wording: Wording
    met: bool
    lacking: tuple[str, ...] = ()


def wording_for(language: str, *, brand_language: str = "en", own: Own = ()) -> Met:
    """Return the wording for a BCP 47 tag: in its language, else the brand's, else in English.

    ``en-GB`` is met by ``en``, but ``zh-Hant`` not by ``zh-Hans``: another script is not read by
    everybody. A brand's own parts come before ours, those for ``de-AT`` before those for ``de``.
    """
    found = _in_language(language, own)
    if found is not None:
        return Met(found, met=True)
    lacking = tuple(part for part in REQUIRED if part not in dict(_own_parts(language, own)))
    instead = _in_language(brand_language, own) or _in_language("en", own)
    assert instead is not None  # English is always there
    return Met(instead, met=False, lacking=lacking if len(lacking) < len(REQUIRED) else ())


def joined(*texts: str) -> str:
    """Return texts in a row, with a space between them where their script has one there."""
    out = ""
    for text in filter(None, texts):
        apart = out and (out[-1] not in "。！？，、：；）" or max(text) < _SQUARE)
        out += f" {text}" if apart else text
    return out


def clauses(text: str) -> tuple[str, ...]:
    """Return a text cut where a reader pauses longest, so that each part may have its own line."""
    said = tuple(filter(None, _SENTENCE.split(text)))
    halves = tuple(re.split(_PAUSE, text)) if len(said) == 1 else ()
    return halves if len(halves) == 2 else said


def filled(text: str, **values: str) -> str:
    """Return a text with its fill-ins filled: ``Call {number}``, number="988" -> ``Call 988``."""
    return _FILL_IN.sub(lambda found: values.get(found[1], found[0]), text)


def fill_ins(text: str) -> frozenset[str]:
    """Return the names of a text's fill-ins."""
    return frozenset(_FILL_IN.findall(text))


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have wording of ours, as BCP 47 tags, sorted."""
    return names("wording")


def _in_language(tag: str, own: Own) -> Wording | None:
    """Return the wording in a language, with a brand's own parts in it; None where it has none."""
    parts = _own_parts(tag, own)
    language = _language_of(tag)
    if language is None:
        return _all_own(tag, dict(parts)) if set(REQUIRED) <= set(dict(parts)) else None
    return _with_own(_load(language), parts) if parts else _load(language)


def _language_of(tag: str) -> str | None:
    """Return the language among ours that a tag is a case of: ``de-AT`` is a case of ``de``."""
    first, *rest = tag.replace("_", "-").lower().split("-")
    asked = "-".join((_RENAMED.get(first, first), *rest))
    asked = _LIKELY.get(asked, asked)
    known = {language.lower(): language for language in languages()}
    while asked:
        if asked in known:
            found = _load(known[asked])
            script = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
            return found.language if script in (None, found.script.lower()) else None
        asked = asked.rpartition("-")[0]
    return None


@cache
def _own_parts(tag: str, own: Own) -> tuple[tuple[str, str], ...]:
    """Return a brand's parts for a tag: those for the tag itself before those for its language."""
    asked = tag.replace("_", "-").lower()
    by_tag = {name.replace("_", "-").lower(): parts for name, parts in own}
    merged: dict[str, str] = {}
    while asked:
        merged = {**dict(by_tag.get(asked, ())), **merged}
        asked = asked.rpartition("-")[0]
    return tuple(merged.items())


def _all_own(tag: str, parts: Parts) -> Wording:
    """Return the wording in a language that has none of ours, all of it a brand's."""
    nothing: dict[str, Any] = {part: Asked("") if part in _ASKED else "" for part in REQUIRED}
    empty = Wording(
        language=tag,
        direction="rtl" if is_right_to_left(tag) else "ltr",
        script="",
        confidence="high",
        researched_on=None,
        phrases=Phrases(),
        **nothing,
    )
    return _with_own(empty, tuple(parts.items()))


def _with_own(wording: Wording, parts: tuple[tuple[str, str], ...]) -> Wording:
    """Return a wording with a brand's parts in the places of ours."""
    fields: dict[str, Any] = {}
    phrases: dict[str, str] = {}
    topics: dict[str, str] = {}
    for name, text in parts:
        if name in _PHRASES:
            phrases[name] = text
        elif name.startswith("topics."):
            topics[name.removeprefix("topics.")] = text
        else:
            fields[name] = _divided(text) if name in _ASKED else text
    return wording._replace(
        **fields,
        phrases=wording.phrases._replace(**phrases),
        topics=tuple(topics.items()),
        own=tuple(name for name, _ in parts if name != "dm_policy"),
    )


@cache
def _load(language: str) -> Wording:
    """Return the wording of a language that has a file."""
    content = read("wording", language)
    text = content["text"]
    said: dict[str, Any] = {part: text[part] for part in _PLAIN}
    asked: dict[str, Any] = {part: _read_asked(text[part]) for part in _ASKED}
    topics = content.get("topics", {})
    return Wording(
        language=content["language"],
        direction=content["dir"],
        script=content["script"],
        confidence=content["confidence"],
        researched_on=content["researched_on"],
        phrases=_phrases(content.get("phrases", {}), asked["crisis"]),
        topics=tuple(topics.items()),
        **said,
        **asked,
    )


def _phrases(own: Mapping[str, str], crisis: Asked) -> Phrases:
    """Return a language's phrases; its pattern for a helpline serves for the directory of them all."""
    pattern = filled(crisis.answer, contact="{url}")
    return Phrases(**{"elsewhere": pattern, **own})


def _read_asked(written: Mapping[str, str]) -> Asked:
    """Return a question with its answer out of a wording's file."""
    if "ask" in written:
        return Asked(written["answer"], ask=written["ask"])
    return _divided(written["answer"])


def _divided(text: str) -> Asked:
    """Return a text divided after its question, else before the first thing to fill in."""
    found = _FILL_IN.search(text)
    if found is None:
        return Asked("", ask=text)
    before = text[: found.start()]
    ends = [end.end() for end in _SENTENCE.finditer(before)]
    if ends:
        return Asked(text[ends[-1] :], ask=before[: ends[-1]].rstrip())
    return Asked(text[found.start() :], ask=before.rstrip(), leads=bool(before.strip()))
