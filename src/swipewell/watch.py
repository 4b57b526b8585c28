"""The files that a post is made of, and a word whenever one of them is saved.

    parts_of("posts/rest.yaml", post, brand)  ->  the post, its brand, its pictures, fonts, theme …
    saves(folders)                            ->  True after each burst of saves in those folders

What changed is told by the files' stamps, never by what an operating system's notice said: notices
come twice, late or not at all on network drives. So they only say when to look.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from swipewell.findings import InputError, Source, error
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.reading import find_brand
from swipewell.reading.files import raw_field
from swipewell.reading.siblings import original_of
from swipewell.reading.theme import is_folder

Stamp: TypeAlias = tuple[int, int] | None
"""A file's time in ns and size in bytes; None where there is no file."""

Stamps: TypeAlias = Mapping[str, Stamp]

_STEP = 10  # ms without a further change after which a burst of saves is over
_LONGEST = 200  # ms after which it is over in any case
_LOOK = 1_000  # ms without a notice after which one looks all the same

_FONTS = (".ttf", ".otf")


def stamp_of(file: str) -> Stamp:
    """Return a file's time and size, None where there is none."""
    try:
        status = os.stat(file)
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size


def stamped(files: Iterable[str]) -> dict[str, Stamp]:
    """Return the files with their stamps."""
    return {file: stamp_of(file) for file in files}


def changed(known: Stamps) -> frozenset[str]:
    """Return which files have another stamp than the one known.

    A file that was just emptied is about to be written: it counts once it is filled, or gone.
    """
    now = ((file, before, stamp_of(file)) for file, before in known.items())
    return frozenset(
        file for file, before, after in now if after != before and not _is_being_written(after)
    )


def _is_being_written(stamp: Stamp) -> bool:
    return stamp is not None and stamp[1] == 0 and _is_young(stamp[0])


def _is_young(changed_at: int) -> bool:
    return abs(time.time_ns() - changed_at) < _LOOK * 1_000_000


def has_fonts(files: Iterable[str]) -> bool:
    """Say whether any of the files is a font, which a studio keeps open."""
    return any(file.lower().endswith(_FONTS) for file in files)


def parts_of(path: str, post: Post, brand: Brand, theme: str | None = None) -> frozenset[str]:
    """Return the files that a post in a file is made of; ``theme`` is the one asked for, if any."""
    named = theme or post.theme or brand.theme
    return frozenset(
        (
            *beginning(path),
            *_sources(post.source),
            *_sources(brand.source),
            *_pictures(post, brand),
            *_fonts(brand),
            *_helplines(brand.source),
            *(theme_files(named) if is_folder(named) else ()),
        )
    )


def beginning(path: str, brand: str | None = None) -> frozenset[str]:
    """Return the files that are known of a post before it is read: itself, its original, its brand."""
    if path == "-":
        return frozenset()
    nearest = find_brand(Path(path).absolute().parent)
    files = (path, original_of(path), brand, str(nearest) if nearest else None)
    return frozenset(file for file in files if file)


def theme_files(folder: str) -> tuple[str, ...]:
    """Return the files of a theme's folder, and the folders that they lie in."""
    layouts = Path(folder) / "layouts"
    files = (Path(folder) / "theme.yaml", layouts, *sorted(layouts.glob("*.y*ml")))
    return tuple(map(str, files))


def _sources(source: Source | None) -> Iterator[str]:
    """Yield the file of a source and those behind it."""
    while source is not None:
        yield source.file
        source = source.behind


def _pictures(post: Post, brand: Brand) -> Iterator[str]:
    named = (post.cover.picture, brand.avatar, brand.logo)
    of_slides = (getattr(slide, "picture", None) for slide in post.slides)
    yield from (picture for picture in (*named, *of_slides) if picture)


def _fonts(brand: Brand) -> Iterator[str]:
    fonts = (brand.fonts.heading, brand.fonts.body)
    yield from (font for font in fonts if font and font.lower().endswith(_FONTS))


def _helplines(brand: Source | None) -> Iterator[str]:
    """Yield the files of helplines that a brand, and those it extends, name: reading keeps no names."""
    for file in _sources(brand):
        written = raw_field(Path(file), "helplines")
        if written:
            yield str(Path(file).parent / written)


def folders_of(files: Iterable[str]) -> frozenset[str]:
    """Return the folders in which notices about some files are to be waited for."""
    folders = {file if os.path.isdir(file) else os.path.dirname(file) or "." for file in files}
    real = {os.path.realpath(folder) for folder in folders}
    return frozenset(folder for folder in real if os.path.isdir(folder))


def needs_watchfiles() -> None:
    """Raise InputError that names the extra, where the library that waits for saves is missing."""
    from importlib.util import find_spec

    if find_spec("watchfiles") is None:
        message = "To notice what is saved, Swipewell needs the library watchfiles."
        raise InputError([error("missing-extra", message, "pip install 'swipewell[watch]'")])


def saves(
    folders: Callable[[], frozenset[str]], stop: threading.Event | None = None
) -> Iterator[bool]:
    """Yield after each burst of saves in some folders, and once a second besides; until ``stop`` is set.

    It says whether there was a notice of something. ``folders`` is asked again after each, for another
    picture may lie elsewhere.
    """
    from watchfiles import watch  # an extra: few posts are watched

    stop = stop or threading.Event()
    while not stop.is_set():
        here = folders()
        notices = watch(
            *here,
            watch_filter=None,
            debounce=_LONGEST,
            step=_STEP,
            stop_event=stop,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            recursive=False,
        )
        for seen in notices:
            yield bool(seen)
            if folders() != here:
                break
