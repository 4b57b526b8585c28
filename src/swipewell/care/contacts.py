"""Helplines and addresses to what a slide prints: ``Call or text 988``, ``findtreatment.gov``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from swipewell.care.helplines import Directory, Helpline, Region, international, is_sure
from swipewell.care.isolate import foreign, number
from swipewell.care.local_names import days_of
from swipewell.care.wording import Wording, filled
from swipewell.named import NamedTuple

_LONGEST_ADDRESS: Final = 40
"""Characters of an address that people still read off a slide and type."""

_HOURS = re.compile(
    r"(?:daily|(?P<first>[A-Z][a-z]{2})-(?P<last>[A-Z][a-z]{2})) (?P<from>[\d:]+)-(?P<to>[\d:]+)"
)
_NO_BREAK: Final = "\u2060"
"""After a dash: what it joins stays on one line."""
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Contact(NamedTuple):
    """One way to reach somebody: what to do, who answers, and when if that is settled.

    Each is as it is printed; ``name`` is empty where ``action`` says it. ``id`` is the helpline's in
    the registry; a line with two numbers makes two contacts.
    """

    action: str
    name: str
    hours: str
    id: str


class _Offer(NamedTuple):
    """A contact, by which ways (``call``, ``text``) it reaches its line, and if at any hour."""

    ways: frozenset[str]
    open_always: bool
    contact: Contact


def contacts_for(
    lines: Iterable[Helpline], wording: Wording, *, every: bool, most: int
) -> tuple[Contact, ...]:
    """Return at most so many contacts of some lines, the best line's first.

    A second contact costs room, so it has to earn it: by another way to reach somebody, for who
    cannot speak aloud or cannot type; by being open round the clock where the first is not; or
    because ``every`` asks for all there are.
    """
    offers = [offer for line in lines for offer in _offers(line, wording)]
    if not offers:
        return ()
    first, *rest = offers
    needed = [offer for offer in rest if _adds(offer, first)]
    others = [offer for offer in rest if not _adds(offer, first)] if every else []
    return tuple(offer.contact for offer in (first, *needed, *others)[:most])


def worldwide_contact(wording: Wording) -> Contact:
    """Return the international directory as a contact, for where no helpline can be printed."""
    directory = international()
    address = number(printed_address(directory.url), wording.direction)
    return Contact(address, foreign(directory.name, wording.direction), "", directory.id)


def therapist_directory(region: Region) -> Directory | None:
    """Return where to find a therapist in a region: the preferred directory with a short address.

    Where all are long it is the shortest; None where none is sure enough to be printed.
    """
    sure = [directory for directory in region.directories if is_sure(directory)]
    short = [each for each in sure if len(printed_address(each.url)) <= _LONGEST_ADDRESS]
    return next(iter(short or sorted(sure, key=lambda each: len(each.url))), None)


def printed_address(url: str) -> str:
    """Return an address as people type it: ``https://www.iacp.ie/`` is ``iacp.ie``."""
    return re.sub(r"(?i)^(https?://)?(www\.)?", "", url.strip()).rstrip("/")


def _adds(offer: _Offer, first: _Offer) -> bool:
    """Return whether an offer helps somebody whom the first one cannot help."""
    another_way = bool(offer.ways - first.ways)
    return another_way or (offer.open_always and not first.open_always)


def _offers(line: Helpline, wording: Wording) -> tuple[_Offer, ...]:
    """Return the contacts of one line: one for call and text together where they share a number."""
    phrases = wording.phrases
    if line.call and line.call == line.text and not line.text_body:
        ways = ("call", "text") if phrases.text else ("call",)
        return (_offer(line, wording, phrases.call_or_text, line.call, *ways),)
    words = phrases.text_body if line.text_body else phrases.text
    call = (_offer(line, wording, phrases.call, line.call, "call"),) if line.call else ()
    text = (_offer(line, wording, words, line.text, "text"),) if line.text and words else ()
    return call + text


def _offer(line: Helpline, wording: Wording, words: str, dialled: str, *ways: str) -> _Offer:
    """Return the contact that some words and a number make."""
    way = wording.direction
    action = filled(words, number=number(dialled, way), body=number(line.text_body, way))
    name = "" if line.name == dialled else foreign(line.name, way)
    contact = Contact(action, name, hours_in(line, wording), line.id)
    return _Offer(frozenset(ways), line.open == "always", contact)


def hours_in(line: Helpline, wording: Wording) -> str:
    """Return a line's hours as a language prints them: ``daily 18:00–23:00``, elsewhere the times alone.

    None where they are not settled. Hours of another form are printed as somebody wrote them.
    """
    hours = line.printed_hours
    if line.open == "always":
        return hours
    found = _HOURS.fullmatch(hours)
    if found is None:
        return foreign(hours, wording.direction)
    times = number(f"{found['from']}–{_NO_BREAK}{found['to']}", wording.direction)
    if found["first"] is None:
        return f"daily {times}" if wording.language == "en" else times
    first, last = (days_of(wording.language)[_DAYS.index(found[day])] for day in ("first", "last"))
    return f"{first}–{_NO_BREAK}{last} {times}"
