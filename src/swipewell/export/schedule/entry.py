"""What is to be posted, and where its pictures are reached: all that any scheduler is told."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote

from swipewell.named import NamedTuple


class Picture(NamedTuple):
    """A slide's file in the entry's folder, and what it shows for who cannot see it."""

    file: str
    alt: str


class Entry(NamedTuple):
    """One post of a week: when, from which folder, with which caption and pictures.

    ``at`` is the moment in the plan's time zone.
    """

    at: dt.datetime
    series: str
    folder: str
    title: str
    caption: str
    pictures: tuple[Picture, ...]

    @property
    def utc(self) -> dt.datetime:
        """Return the moment in UTC."""
        return self.at.astimezone(dt.UTC)

    def local(self, form: str) -> str:
        """Return date and time in the plan's time zone; ``form`` is one of `strftime`."""
        return self.at.strftime(form)

    def iso_utc(self) -> str:
        """Return the moment in UTC as ISO 8601 with a Z."""
        return self.utc.strftime("%Y-%m-%dT%H:%M:%SZ")


class Reach(NamedTuple):
    """Where a week's folders are found from outside, and the account that posts."""

    base: str
    account: str = ""

    def of(self, entry: Entry) -> list[str]:
        """Return the addresses of an entry's pictures, in their order."""
        return [self.at(f"{entry.folder}/{picture.file}") for picture in entry.pictures]

    def at(self, path: str) -> str:
        """Return the address of a file; a comma, which divides addresses, is written as %2C."""
        return f"{self.base}/{quote(path)}"
