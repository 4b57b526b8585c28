"""Helplines and addresses to what a slide prints: ``Call or text 988``, ``findtreatment.gov``."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from swipewell.care.helplines import Directory, Helpline, Region, international, is_sure
from swipewell.care.wording import Phrases

_NO_BREAK_SPACE: Final = "\u00a0"
_LONGEST_ADDRESS: Final = 40
"""Characters of an address that people still read off a slide and type."""


class Contact(NamedTuple):
    """One way to reach somebody: what to do, who answers, and when if that is settled.

    ``id`` is the helpline's in the registry; a line with two numbers makes two contacts.
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
    lines: Iterable[Helpline], phrases: Phrases, *, every: bool, most: int
) -> tuple[Contact, ...]:
    """Return at most so many contacts of some lines, the best line's first.

    A second contact costs room, so it has to earn it: by another way to reach somebody, for who
    cannot speak aloud or cannot type; by being open round the clock where the first is not; or
    because ``every`` asks for all there are.
    """
    offers = [offer for line in lines for offer in _offers(line, phrases)]
    if not offers:
        return ()
    first, *rest = offers
    needed = [offer for offer in rest if _adds(offer, first)]
    others = [offer for offer in rest if not _adds(offer, first)] if every else []
    return tuple(offer.contact for offer in (first, *needed, *others)[:most])


def worldwide_contact() -> "Contact":
    """Return the international directory as a contact, for where no helpline can be printed."""
    directory = international()
    return Contact(printed_address(directory.url), directory.name, "", directory.id)


def therapist_directory(region: Region) -> Directory | None:
    """Return where to find a therapist in a region: the preferred directory with a short address.

    Where all are long it is the shortest; None where none is sure enough to be printed.
    """
    sure = [directory for directory in region.directories if is_sure(directory)]
    short = [each for each in sure if len(printed_address(each.url)) <= _LONGEST_ADDRESS]
    return next(iter(short or sorted(sure, key=lambda each: len(each.url))), None)


def printed_number(number: str) -> str:
    """Return a number whose groups of digits never part: ``116 123`` with a no-break space."""
    return number.replace(" ", _NO_BREAK_SPACE)


def printed_address(url: str) -> str:
    """Return an address as people type it: ``https://www.iacp.ie/`` is ``iacp.ie``."""
    return re.sub(r"(?i)^(https?://)?(www\.)?", "", url.strip()).rstrip("/")


def _adds(offer: "_Offer", first: "_Offer") -> bool:
    """Return whether an offer helps somebody whom the first one cannot help."""
    another_way = bool(offer.ways - first.ways)
    return another_way or (offer.open_always and not first.open_always)


def _offers(line: Helpline, phrases: Phrases) -> tuple[_Offer, ...]:
    """Return the contacts of one line: one for call and text together where they share a number."""
    if line.call and line.call == line.text and not line.text_body:
        return (_offer(line, phrases.call_or_text, line.call, "call", "text"),)
    call = (_offer(line, phrases.call, line.call, "call"),) if line.call else ()
    words = phrases.text_body if line.text_body else phrases.text
    text = (_offer(line, words, line.text, "text"),) if line.text else ()
    return call + text


def _offer(line: Helpline, words: str, number: str, *ways: str) -> "_Offer":
    """Return the contact that some words and a number make."""
    action = words.format(number=printed_number(number), body=line.text_body)
    contact = Contact(action, line.name, line.printed_hours, line.id)
    return _Offer(frozenset(ways), line.open == "always", contact)
