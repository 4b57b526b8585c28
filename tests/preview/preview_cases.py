"""What the tests of the preview share: a post, its brand, a day, and a save that is seen."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

TODAY = dt.date(2026, 11, 23)

KINDER = """\
title: A kinder no
subtitle: In two sentences
caption: Said kindly.
slides:
  - title: Pause first
    body: You may answer tomorrow, and the answer may still be no.
  - title: Say how long
    body: Ten minutes are an offer.
"""
BRAND = 'name: Alma Counselling\nhandle: "@alma.counselling"\nregion: US\n'


def saved(path: Path, text: str) -> None:
    """Write a file at another time than before, however coarse the clock of the file system is."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, "utf-8")
    later = max(path.stat().st_mtime_ns, before + 10_000_000)
    os.utime(path, ns=(later, later))
