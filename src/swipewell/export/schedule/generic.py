"""For everything else: a ZIP with a folder a post, and `schedule.csv`, which tells all there is.

Buffer, Later, Planoly and Meta Business Suite have no format that could be confirmed: what they
take is pictures, a caption to paste, and a text for each picture.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from swipewell.export.artifact import Artifact
from swipewell.export.schedule.entry import Entry
from swipewell.export.schedule.table import as_csv

_COLUMNS = ("date", "time", "timezone", "utc", "series", "folder", "title", "caption", "pictures")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP can name: its files have no clock


def schedule_csv(entries: Sequence[Entry], timezone: str) -> Artifact:
    """Return all entries as a table; pictures are divided by line breaks."""
    rows = [_row(entry, timezone) for entry in entries]
    return Artifact("schedule.csv", as_csv([_COLUMNS, *rows]))


def _row(entry: Entry, timezone: str) -> list[str]:
    pictures = "\n".join(f"{entry.folder}/{picture.file}" for picture in entry.pictures)
    when = [entry.local("%Y-%m-%d"), entry.local("%H:%M"), timezone, entry.iso_utc()]
    return [*when, entry.series, entry.folder, entry.title, entry.caption, pictures]


def bundle(entries: Sequence[Entry], schedule: Artifact, pictures: Mapping[str, bytes]) -> Artifact:
    """Return ``generic.zip``; ``pictures`` holds their bytes by ``folder/file``.

    A folder has the pictures, ``caption.txt`` and ``alt.txt``: a text for each picture, to paste.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        _add(archive, schedule.name, schedule.data)
        for entry in entries:
            _add(archive, f"{entry.folder}/caption.txt", f"{entry.caption}\n".encode())
            _add(archive, f"{entry.folder}/alt.txt", _alts(entry).encode())
            for picture in entry.pictures:
                name = f"{entry.folder}/{picture.file}"
                _add(archive, name, pictures[name])
    return Artifact("generic.zip", made.getvalue())


def _alts(entry: Entry) -> str:
    return "\n\n".join(f"{one.file}\n{one.alt}" for one in entry.pictures) + "\n"


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a file as it is: pictures are deflated already."""
    about = zipfile.ZipInfo(name, _LONG_AGO)
    about.create_system = 3  # what else a ZIP would say of the machine that made it
    about.external_attr = 0o644 << 16
    archive.writestr(about, data)
