"""The last slide: a brand's plain facts, a language and a region to everything the slide must say.

Nothing here can be switched off. A missing fact leaves its own words away and nothing else; where
no number is sure enough, the slide says what to do without one and the findings tell the author.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from swipewell.care import notes
from swipewell.care.contacts import (
    Contact,
    contacts_for,
    printed_address,
    printed_number,
    therapist_directory,
    worldwide_contact,
)
from swipewell.care.helplines import Directory, Region, choose, international, load_region
from swipewell.care.topics import is_sensitive
from swipewell.care.wording import Direction, Wording, wording_for
from swipewell.findings import Finding


class AlsoRegion(NamedTuple):
    """Help in a further country: ``United Kingdom``, ``Call 999.``, and one contact.

    Either of the two may be missing where it is not sure enough, never both.
    """

    code: str
    name: str
    emergency: str
    contact: Contact | None


class Disclaimer(NamedTuple):
    """Every text of the disclaimer slide. Questions are empty where a language asks none.

    ``about`` holds two paragraphs: what the post is; what it does not begin. ``elsewhere`` is empty
    only where the international directory is itself the contact. ``credential`` is empty only where
    the brand gives no name, title or licence.
    """

    language: str
    direction: Direction
    title: str
    about: tuple[str, ...]
    emergency_ask: str
    emergency_answer: str
    crisis_ask: str
    contacts: tuple[Contact, ...]
    elsewhere: str
    also_regions: tuple[AlsoRegion, ...]
    support_ask: str
    support_answer: tuple[str, ...]
    sign_off: tuple[str, ...]
    credential: str


class _Reader(NamedTuple):
    """For whom helplines are chosen, and in whose words they are printed."""

    wording: Wording
    language: str
    topics: tuple[str, ...]
    youth: bool


class _Help(NamedTuple):
    """What one region has to print, the entries that it rests on, and what to say about it."""

    emergency: str = ""
    contacts: tuple[Contact, ...] = ()
    entries: tuple[notes.Printed, ...] = ()
    findings: tuple[Finding, ...] = ()


def compose(
    *,
    today: date,
    language: str = "en",
    region: str | None = None,
    topics: Iterable[str] = (),
    youth: bool = False,
    most: int = 2,
    name: str | None = None,
    credential: str | None = None,
    licence_number: str | None = None,
    jurisdiction: str | None = None,
    dm_policy: str | None = None,
    also_regions: Iterable[str] = (),
    directory_name: str | None = None,
    directory_url: str | None = None,
) -> tuple[Disclaimer, tuple[Finding, ...]]:
    """Return the disclaimer of a post and what its author should know about it.

    Takes the post's language and topics, the reader's region, and whatever the brand tells of
    itself; ``most`` limits the contacts of the region, one is always printed.
    """
    wording, met = wording_for(language)
    reader = _Reader(wording, language, tuple(topics), youth)
    place = load_region(region) if region else None
    home = _help_at_home(region, place, reader, max(most, 1))
    also, further = _also(also_regions, region, reader)
    own = _one_line(directory_url) or _one_line(directory_name)
    support, directories = _support(place, own, wording)
    disclaimer = Disclaimer(
        language=wording.language,
        direction=wording.direction,
        title=wording.title,
        about=_about(wording, dm_policy),
        emergency_ask=wording.emergency.ask,
        emergency_answer=home.emergency or wording.phrases.emergency_unknown,
        crisis_ask=wording.crisis.ask,
        contacts=home.contacts or (worldwide_contact(),),
        elsewhere=_elsewhere(wording) if home.contacts else "",
        also_regions=also,
        support_ask=wording.find_therapist.ask,
        support_answer=support,
        sign_off=_sentences(wording.take_leave),
        credential=_listed(name, credential, licence_number, jurisdiction),
    )
    printed = (*home.entries, international(), *further.entries, *directories)
    findings = (
        *_about_language(wording, language, met),
        *home.findings,
        *further.findings,
        *notes.stale(printed, today),
    )
    return disclaimer, findings


def _help_at_home(code: str | None, place: Region | None, reader: "_Reader", most: int) -> "_Help":
    """Return the help in the brand's own region, with a finding where there is none to print."""
    if not code:
        return _Help(findings=(notes.no_region(),))
    if place is None:
        return _Help(findings=(notes.unknown_region(code, "region"),))
    return _help_in(place, reader, most, "region")


def _help_in(place: Region, reader: "_Reader", most: int, field: str) -> "_Help":
    """Return what a known region has to print. ``field`` is where the brand names the region."""
    number = place.emergency.primary
    chosen = choose(
        place, language=reader.language, topics=reader.topics, youth=reader.youth, most=most
    )
    contacts = contacts_for(
        chosen, reader.wording.phrases, every=is_sensitive(reader.topics), most=most
    )
    printed = {contact.id for contact in contacts}
    lines = tuple(line for line in chosen if line.id in printed)
    return _Help(
        emergency=_emergency(reader.wording, number) if number else "",
        contacts=contacts,
        entries=(place, *lines) if number else lines,
        findings=notes.unconfirmed_region(place, helpline=bool(contacts), field=field),
    )


def _also(
    codes: Iterable[str], home: str | None, reader: _Reader
) -> tuple[tuple[AlsoRegion, ...], _Help]:
    """Return the further regions to print, each once, and all their entries and findings."""
    fields = {code.upper(): f"disclaimer.also_regions[{i}]" for i, code in enumerate(codes)}
    fields.pop((home or "").upper(), None)
    regions: list[AlsoRegion] = []
    entries: list[notes.Printed] = []
    findings: list[Finding] = []
    for code, field in fields.items():
        place = load_region(code)
        if place is None:
            findings.append(notes.unknown_region(code, field))
            continue
        there = _help_in(place, reader, 1, field)
        entries += there.entries
        findings += there.findings
        if there.entries:
            contact = next(iter(there.contacts), None)
            regions.append(AlsoRegion(place.code, place.name, there.emergency, contact))
    return tuple(regions), _Help(entries=tuple(entries), findings=tuple(findings))


def _support(
    place: Region | None, own: str, wording: Wording
) -> tuple[tuple[str, ...], tuple[Directory, ...]]:
    """Return where to find a therapist: the region's directory and the brand's, or words."""
    found = therapist_directory(place) if place else None
    directories = (found,) if found else ()
    addresses = (*(directory.url for directory in directories), own)
    printed = tuple(dict.fromkeys(filter(None, map(printed_address, addresses))))
    return printed or (wording.phrases.find_therapist_unknown,), directories


def _about(wording: Wording, dm_policy: str | None) -> tuple[str, ...]:
    """Return the two paragraphs on what this post is and is not."""
    what_it_is = f"{wording.not_therapy} {wording.education_only}"
    no_bond = f"{wording.no_relationship} {wording.not_monitored}"
    return what_it_is, f"{no_bond} {_one_line(dm_policy)}".rstrip()


def _emergency(wording: Wording, number: str) -> str:
    """Return what to do in danger: ``Call 911.``"""
    return wording.emergency.answer.format(emergency=printed_number(number))


def _elsewhere(wording: Wording) -> str:
    """Return the line for readers in other countries."""
    return wording.phrases.elsewhere.format(url=printed_address(international().url))


def _about_language(wording: Wording, asked: str, met: bool) -> tuple[Finding, ...]:
    """Return what to say about the language of the wording."""
    missed = () if met else (notes.language_not_met(asked),)
    unread = () if wording.confidence == "high" else (notes.wording_unread(wording),)
    return missed + unread


def _listed(*parts: str | None) -> str:
    """Return the parts that are there, in one line with commas."""
    return ", ".join(filter(None, map(_one_line, parts)))


def _one_line(text: str | None) -> str:
    """Return a text without the line breaks and double blanks that YAML blocks bring along."""
    return re.sub(r"[ \t\r\n]+", " ", text or "").strip(" ")


def _sentences(text: str) -> tuple[str, ...]:
    """Return a text sentence by sentence, so that each may have its own line."""
    return tuple(re.split(r"(?<=[.!?]) ", text))
