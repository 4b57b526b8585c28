"""The last slide: a brand's plain facts, a language and a region to everything the slide must say.

Nothing here can be switched off. A missing fact leaves its own words away and nothing else; where
no number is sure enough, the slide says what to do without one and the findings tell the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from swipewell.care import notes
from swipewell.care.contacts import (
    Contact,
    contacts_for,
    printed_address,
    therapist_directory,
    worldwide_contact,
)
from swipewell.care.helplines import (
    Directory,
    Helpline,
    Region,
    choose,
    international,
    is_stale,
)
from swipewell.care.isolate import Direction, foreign, number
from swipewell.care.local_names import region_name
from swipewell.care.own import Regions, region_of
from swipewell.care.topics import is_sensitive, noted
from swipewell.care.wording import (
    Asked,
    Met,
    Own,
    Wording,
    clauses,
    fill_ins,
    filled,
    joined,
    wording_for,
)
from swipewell.findings import Finding
from swipewell.named import NamedTuple
from swipewell.text.languages import primary

_LINE: Final = "\u2028"
_LAST_LATIN: Final = "\u024f"


class AlsoRegion(NamedTuple):
    """Help in a further country: ``United Kingdom``, ``Call 999.``, and one contact.

    Either of the two may be missing where it is not sure enough, never both. ``emergency_ask`` is
    what leads to the number where that is said in one sentence, else empty.
    """

    code: str
    name: str
    emergency: str
    contact: Contact | None
    emergency_ask: str = ""


class Disclaimer(NamedTuple):
    """Every text of the disclaimer slide. Questions are empty where a language asks none.

    ``about`` holds two paragraphs: what the post is; what it does not begin. ``elsewhere`` is empty
    only where the international directory is itself the contact. ``credential`` is empty only where
    the brand gives no name, title or licence. ``foreign`` is the language of it all where that is not
    the post's, else empty; ``borrowed`` names texts in a language that is neither. ``comma`` divides
    what stands in one line, and ``content_note`` is what stands before a post on a sensitive topic,
    empty for any other.
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
    comma: str = ", "
    content_note: str = ""
    foreign: str = ""
    borrowed: tuple[tuple[str, str], ...] = ()


class _Reader(NamedTuple):
    """For whom helplines are chosen, in whose words they are printed, and how old they may be."""

    wording: Wording
    language: str
    topics: tuple[str, ...]
    youth: bool
    today: date
    strict: bool
    own: Regions


class _Help(NamedTuple):
    """What one region has to print, the entries that it rests on, and what to say about it.

    ``passed_over`` are the lines that would have been printed, were they not too old.
    """

    emergency: Asked | None = None
    contacts: tuple[Contact, ...] = ()
    entries: tuple[notes.Printed, ...] = ()
    findings: tuple[Finding, ...] = ()
    passed_over: tuple[Helpline, ...] = ()


class _Instead(NamedTuple):
    """The languages in which a sentence is looked for that the post's own does not have."""

    wording: Wording
    others: tuple[Wording, ...]

    def phrase(self, name: str) -> tuple[str, Wording]:
        """Return a phrase and the wording it is from: the first that has it; English has all."""
        for wording in (self.wording, *self.others):
            said = getattr(wording.phrases, name)
            if said:
                return said, wording
        raise LookupError(name)


def compose(
    *,
    today: date,
    language: str = "en",
    brand_language: str = "en",
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
    own_wording: Own = (),
    own_regions: Regions = (),
    strict: bool = False,
) -> tuple[Disclaimer, tuple[Finding, ...]]:
    """Return the disclaimer of a post and what its author should know about it.

    Takes the post's language and topics, the reader's region, and whatever the brand tells of
    itself; ``most`` limits the contacts of the region, one is always printed. ``strict`` prints the
    international directory rather than a helpline that is too old.
    """
    met = wording_for(language, brand_language=brand_language, own=own_wording)
    wording = met.wording
    instead = _Instead(wording, _others(brand_language, own_wording))
    reader = _Reader(wording, language, tuple(topics), youth, today, strict, own_regions)
    place = region_of(region, own_regions) if region else None
    home = _help_at_home(region, place, reader, max(most, 1))
    also, further = _also(also_regions, region, reader)
    danger, foreign_danger = _danger(home, instead)
    address = _one_line(directory_url) or _one_line(directory_name)
    support, directories, foreign_support = _support(place, address, instead)
    note, foreign_note = _content_note(reader.topics, instead)
    disclaimer = Disclaimer(
        language=wording.language,
        direction=wording.direction,
        title=wording.title,
        about=_about(wording, wording.dm_policy or dm_policy),
        emergency_ask=danger.ask,
        emergency_answer=danger.answer,
        crisis_ask=wording.crisis.ask,
        contacts=home.contacts or (worldwide_contact(wording),),
        elsewhere=_elsewhere(wording) if home.contacts else "",
        also_regions=also,
        support_ask=support.ask,
        support_answer=tuple(support.answer.split(_LINE)),
        sign_off=clauses(wording.take_leave),
        credential=_credential(wording, name, credential, licence_number, jurisdiction),
        comma=wording.comma,
        content_note=note,
        foreign="" if met.met else wording.language,
        borrowed=(
            *_in_the_language_of(foreign_danger, "emergency_ask", "emergency"),
            *_in_the_language_of(foreign_support, "support_ask", "support"),
            *_in_the_language_of(foreign_note, "content_note"),
        ),
    )
    printed = (*home.entries, international(), *further.entries, *directories)
    findings = (
        *_about_language(met, language, (*foreign_danger, *foreign_support, *foreign_note)),
        *_about_policy(met, dm_policy, brand_language),
        *home.findings,
        *further.findings,
        *notes.dated_ahead(printed, today),
        *notes.stale(printed, (*home.passed_over, *further.passed_over), today, strict=strict),
    )
    return disclaimer, findings


def _others(brand_language: str, own: Own) -> tuple[Wording, ...]:
    """Return the wordings in which a sentence is looked for: the brand's language, then English."""
    english = wording_for("en", own=own).wording
    return wording_for(brand_language, own=own).wording, english


def _help_at_home(code: str | None, place: Region | None, reader: _Reader, most: int) -> _Help:
    """Return the help in the brand's own region, with a finding where there is none to print."""
    if not code:
        return _Help(findings=(notes.no_region(),))
    if place is None:
        return _Help(findings=(notes.unknown_region(code, "region"),))
    return _help_in(place, reader, most, "region")


def _help_in(place: Region, reader: _Reader, most: int, field: str) -> _Help:
    """Return what a known region has to print. ``field`` is where the brand names the region."""
    dialled = place.emergency.primary
    contacts, lines = _contacts_in(place, reader, most)
    passed_over: tuple[Helpline, ...] = ()
    if reader.strict and any(is_stale(line, reader.today) for line in lines):
        passed_over = tuple(line for line in lines if is_stale(line, reader.today))
        fresh = tuple(line for line in place.lines if not is_stale(line, reader.today))
        contacts, lines = _contacts_in(place._replace(lines=fresh), reader, most)
    helped = bool(contacts or passed_over)
    return _Help(
        emergency=_emergency(reader.wording, dialled) if dialled else None,
        contacts=contacts,
        entries=(place, *lines) if dialled else lines,
        findings=notes.unconfirmed_region(place, helpline=helped, field=field),
        passed_over=passed_over,
    )


def _contacts_in(
    place: Region, reader: _Reader, most: int
) -> tuple[tuple[Contact, ...], tuple[Helpline, ...]]:
    """Return the contacts of a region for a reader, and the lines that they are of."""
    chosen = choose(
        place,
        language=reader.language,
        topics=reader.topics,
        youth=reader.youth,
        most=most,
        may_text=bool(reader.wording.phrases.text and reader.wording.phrases.text_body),
    )
    contacts = contacts_for(chosen, reader.wording, every=is_sensitive(reader.topics), most=most)
    printed = {contact.id for contact in contacts}
    return contacts, tuple(line for line in chosen if line.id in printed)


def _also(
    codes: Iterable[str], home: str | None, reader: _Reader
) -> tuple[tuple[AlsoRegion, ...], _Help]:
    """Return the further regions to print, each once, and all their entries and findings."""
    fields = {code.upper(): f"disclaimer.also_regions[{i}]" for i, code in enumerate(codes)}
    fields.pop((home or "").upper(), None)
    regions: list[AlsoRegion] = []
    every = _Help()
    for code, field in fields.items():
        place = region_of(code, reader.own)
        if place is None:
            every = _with(every, _Help(findings=(notes.unknown_region(code, field),)))
            continue
        there = _help_in(place, reader, 1, field)
        every = _with(every, there)
        if there.emergency or there.contacts:
            regions.append(_also_region(place, there, reader.wording))
    return tuple(regions), every


def _with(one: _Help, other: _Help) -> _Help:
    """Return the entries and findings of two places together."""
    return _Help(
        entries=one.entries + other.entries,
        findings=one.findings + other.findings,
        passed_over=one.passed_over + other.passed_over,
    )


def _also_region(place: Region, there: _Help, wording: Wording) -> AlsoRegion:
    """Return what is printed of a further region."""
    danger = there.emergency or Asked("")
    return AlsoRegion(
        place.code,
        foreign(region_name(place, wording.language), wording.direction),
        danger.answer,
        next(iter(there.contacts), None),
        danger.ask if danger.leads else "",
    )


def _danger(home: _Help, instead: _Instead) -> tuple[Asked, tuple[tuple[str, str], ...]]:
    """Return what to do in danger; where no number is sure, in words, and whose words those are."""
    if home.emergency:
        return home.emergency, ()
    said, source = instead.phrase("emergency_unknown")
    return _without_number(source.emergency, said), _borrowed(said, source, instead)


def _support(
    place: Region | None, own: str, instead: _Instead
) -> tuple[Asked, tuple[Directory, ...], tuple[tuple[str, str], ...]]:
    """Return where to find a therapist: the region's directory and the brand's, or words.

    With it come the directories that are printed, and words that are not in the post's language.
    """
    wording = instead.wording
    found = therapist_directory(place) if place else None
    directories = (found,) if found else ()
    addresses = (*(directory.url for directory in directories), own)
    printed = dict.fromkeys(filter(None, map(printed_address, addresses)))
    if printed:
        lines = _LINE.join(foreign(address, wording.direction) for address in printed)
        return wording.find_therapist._replace(answer=lines), directories, ()
    said, source = instead.phrase("find_therapist_unknown")
    return _without_number(source.find_therapist, said), (), _borrowed(said, source, instead)


def _without_number(asked: Asked, said: str) -> Asked:
    """Return a sentence that stands for itself, with its question where that stands for itself too."""
    return Asked(said, ask="" if asked.leads else asked.ask)


def _borrowed(said: str, source: Wording, instead: _Instead) -> tuple[tuple[str, str], ...]:
    """Return a text with the language that it had to be taken from; nothing where it is the post's."""
    return () if source.language == instead.wording.language else ((said, source.language),)


def _in_the_language_of(
    borrowed: tuple[tuple[str, str], ...], *texts: str
) -> tuple[tuple[str, str], ...]:
    """Return names of texts, each with the language that they were borrowed from, if they were."""
    return tuple((text, language) for _, language in borrowed for text in texts)


def _content_note(
    topics: tuple[str, ...], instead: _Instead
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return what stands before a post on a sensitive topic: in a language that names all of them."""
    named = noted(topics)
    if not named:
        return "", ()
    for wording in (instead.wording, *instead.others):
        names = dict(wording.topics)
        if wording.content_note and all(topic in names for topic in named):
            listed = wording.comma.join(names[topic] for topic in named)
            said = filled(wording.content_note, topic=listed)
            return foreign(said, instead.wording.direction), _borrowed(said, wording, instead)
    raise LookupError(f"English has no name for one of {', '.join(named)}")


def _about(wording: Wording, dm_policy: str | None) -> tuple[str, ...]:
    """Return the two paragraphs on what this post is and is not."""
    policy = foreign(_one_line(dm_policy), wording.direction)
    return (
        joined(_stressed(wording.not_therapy), wording.education_only),
        joined(wording.no_relationship, wording.not_monitored, policy),
    )


def _stressed(sentence: str) -> str:
    """Return a sentence as one that is said strongly; as it is where it brings marks of its own."""
    return sentence if "*" in sentence or not sentence else f"**{sentence}**"


def _emergency(wording: Wording, dialled: str) -> Asked:
    """Return what to do in danger: ``In danger right now?`` and ``Call 911.``"""
    asked = wording.emergency
    return asked._replace(answer=filled(asked.answer, emergency=number(dialled, wording.direction)))


def _elsewhere(wording: Wording) -> str:
    """Return the line for readers in other countries."""
    directory = international()
    return filled(
        wording.phrases.elsewhere,
        line_name=foreign(directory.name, wording.direction),
        url=number(printed_address(directory.url), wording.direction),
    )


def _credential(
    wording: Wording,
    name: str | None,
    credential: str | None,
    licence_number: str | None,
    jurisdiction: str | None,
) -> str:
    """Return name, title and licence in one line.

    The language's own sentence serves where it says all that there is and no more; a number that
    brings the name of its register along (``LMFT 00000``) needs no other word before it.
    """
    facts = {
        "name": name,
        "credential": credential,
        "number": licence_number,
        "jurisdiction": jurisdiction,
    }
    told = {
        key: foreign(text, wording.direction)
        for key, fact in facts.items()
        if (text := _one_line(fact))
    }
    named = any(character.isalpha() for character in told.get("number", ""))
    if fill_ins(wording.licence) == set(told) and not named:
        return filled(wording.licence.replace(" {number}", "\u00a0{number}"), **told)
    plain = [text for fact in facts.values() if (text := _one_line(fact))]
    if all(character <= _LAST_LATIN for text in plain for character in filter(str.isalpha, text)):
        return foreign(", ".join(plain), wording.direction)  # a line of Latin letters is one
    return wording.comma.join(told.values())


def _about_language(
    met: Met, asked: str, borrowed: tuple[tuple[str, str], ...]
) -> tuple[Finding, ...]:
    """Return what to say about the language of the wording."""
    wording = met.wording
    found = () if met.met else (notes.language_not_met(asked, wording.language, met.lacking),)
    missing = (notes.words_missing(wording.language, borrowed),) if borrowed else ()
    unread = (notes.wording_unread(wording),) if wording.is_unread else ()
    own = (notes.own_wording(wording),) if wording.own else ()
    return (*found, *missing, *unread, *own)


def _about_policy(met: Met, dm_policy: str | None, brand_language: str) -> tuple[Finding, ...]:
    """Return what to say where the message policy is not in the language of all the rest."""
    wording = met.wording
    alike = primary(wording.language) == primary(brand_language)
    if not _one_line(dm_policy) or wording.dm_policy or alike:
        return ()
    return (notes.policy_language(wording.language, brand_language),)


def _one_line(text: str | None) -> str:
    """Return a text without the line breaks and double blanks that YAML blocks bring along."""
    return re.sub(r"[ \t\r\n]+", " ", text or "").strip(" ")
