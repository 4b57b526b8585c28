"""Finds and reads the data that travels with Swipewell: fonts, themes, helplines, words.

A wheel carries fonts and themes inside the package; an editable install leaves them at the top of
the checkout, because hatchling's ``force-include`` does not reach there.

YAML takes longer to parse than the code that uses it to load, so what a file was parsed to is kept
as Python keeps bytecode: in ``__pycache__`` beside it (or where ``sys.pycache_prefix`` says), good
for as long as the file has the same time and size, not written where ``sys.dont_write_bytecode`` says so.
"""

from __future__ import annotations

import contextlib
import importlib.util
import marshal
import os
import struct
import sys
from collections.abc import Callable, Iterable
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def resource_folder(name: str) -> Path:
    """Return the folder of bundled files by that name; FileNotFoundError where the install is broken."""
    for folder in (_PACKAGE / name, _PACKAGE.parent.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"Swipewell was installed without its {name}; install it again")


def font_folders() -> tuple[Path, ...]:
    """Return the folders of fonts at hand: Swipewell's own, and that of `swipewell-cjk` if it is installed."""
    found = importlib.util.find_spec("swipewell_cjk")
    more = found.submodule_search_locations if found else None
    return (resource_folder("fonts"), *(Path(folder) / "fonts" for folder in more or ()))


def has_cjk() -> bool:
    """Say whether the distribution with all of Chinese, Japanese and Korean is installed."""
    return importlib.util.find_spec("swipewell_cjk") is not None


def bundled_families() -> tuple[str, ...]:
    """Return the names of the font families at hand, in the order of their catalogues."""
    return tuple(name for folder in font_folders() for name in bundled_yaml(folder / "fonts.yaml"))


def bundled_yaml(path: Path) -> Any:
    """Return what a bundled YAML file holds: dicts, lists, texts, numbers; a day as 2026-03-31."""
    return made_once(path, (path,), lambda: _parsed(path))


def made_once(name: Path, sources: Iterable[Path], make: Callable[[], Any]) -> Any:
    """Return plain values made from bundled files, kept for as long as none of those has changed.

    ``name`` is the path that what is kept is named after; it need not be there.
    """
    stats = (os.stat(source) for source in sources)
    stamp = b"".join(struct.pack("<qq", one.st_mtime_ns, one.st_size) for one in stats)
    kept = cache_from_source(f"{name}.py")  # theme.yaml -> __pycache__/theme.yaml.cpython-311.pyc
    with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
        with open(kept, "rb") as stream:
            known = stream.read()
        if known.startswith(stamp):
            return marshal.loads(memoryview(known)[len(stamp) :])
    content = make()
    if not sys.dont_write_bytecode:
        _keep(kept, stamp, content)
    return content


def _parsed(path: Path) -> Any:
    import yaml  # heavy, and only needed until what it makes is kept

    # libyaml takes a fifth of the time, and not every platform has it
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return _plain(yaml.load(path.read_bytes(), Loader=loader))


def _plain(value: Any) -> Any:
    """Return parsed content with its days as text, for `marshal` knows no dates."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _keep(place: str, stamp: bytes, content: Any) -> None:
    """Write parsed content whole or not at all; where that is not possible, it is parsed again next time."""
    whole = f"{place}.{os.getpid()}"
    try:
        data = stamp + marshal.dumps(content)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(whole, "wb") as stream:
            stream.write(data)
        os.replace(whole, place)
    except (OSError, ValueError):  # a folder that is not ours to write in, a value of another kind
        with contextlib.suppress(OSError):
            os.unlink(whole)
