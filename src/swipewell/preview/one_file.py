"""The page as one file, to send to a colleague: pictures, fonts and texts are all in it.

Equal posts give equal bytes. The file asks nothing of any other machine, and shows its posts in the
theme and the size that they were exported in.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from swipewell.findings import InputError
from swipewell.named import NamedTuple
from swipewell.preview.bench import Bench, Choice
from swipewell.preview.server import avatar, font_file, page_file
from swipewell.preview.told import listed, shown
from swipewell.store import write_file

_MOST = 1_000_000


class Written(NamedTuple):
    """What was written: how many posts, and in how many bytes."""

    posts: int
    bytes: int

    @property
    def size(self) -> str:
        """Return the size as people say it."""
        return f"{self.bytes / _MOST:.1f} MB"


def export(bench: Bench, file: Path) -> Written:
    """Write the page as one file, whole or not at all; what was there before is replaced.

    InputError with all that is wrong where a post cannot be shown, RenderError where the file
    cannot be written.
    """
    data = one_file(bench)
    write_file(file, data)
    return Written(len(bench.entries), len(data))


def one_file(bench: Bench) -> bytes:
    """Return the page with everything in it; InputError where a post cannot be shown."""
    choice = Choice(bench.asked.theme, bench.asked.size)
    entries = bench.entries
    made = [bench.set(entry, choice) for entry in entries]
    faults = (*bench.faults, *(fault for one in made for fault in one.faults))
    if faults or not entries:
        raise InputError(faults)
    pictures = {key: _data("image/webp", _webp(bench, key)) for one in made for key in one.pictures}
    decks = {}
    for number, entry in enumerate(entries, 1):
        deck = shown(bench, entry, choice, pictures.__getitem__)
        face = avatar(bench, entry.key)
        deck["brand"]["avatar"] = face and _data("image/png", face)
        decks[str(number)] = _without_folders({**deck, "key": str(number)})
    state = {
        "version": 1,
        "live": False,
        "posts": [{**listed(entry), "key": key} for key, entry in zip(decks, entries, strict=True)],
        "faults": [],
        "themes": [],
        "sizes": [],
        "decks": decks,
    }
    return _filled(state)


def _without_folders(told: Any) -> Any:
    """Return what is told without the folders of files: whose they are is nobody else's business."""
    if isinstance(told, list):
        return [_without_folders(one) for one in told]
    if not isinstance(told, dict):
        return told
    names = ("path", "file", "place", "own_theme", "theme")
    return {
        name: Path(one).name if name in names and isinstance(one, str) else _without_folders(one)
        for name, one in told.items()
    }


def _webp(bench: Bench, key: str) -> bytes:
    from swipewell.export.image import webp

    return webp(bench.album.slide(key).image)


def _filled(state: object) -> bytes:
    """Return the page with style, program, fonts and state in their places."""
    style = _with_fonts(page_file("page.css").decode())
    program = page_file("page.js").decode()
    # within a script element only `</` and `<!--` could end it early
    told = json.dumps(state, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    policy = (
        "default-src 'none'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src '{_digest(style)}'; script-src '{_digest(program)}'"
    )
    page = page_file("page.html").decode()
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    page = page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{meta}')
    page = page.replace('<link rel="stylesheet" href="/page.css">', f"<style>{style}</style>")
    page = page.replace('<script src="/page.js" defer></script>\n', "")
    inside = f'<script type="application/json" id="inside">{told}</script>'
    return page.replace("</body>", f"{inside}\n<script>{program}</script>\n</body>").encode()


def _digest(text: str) -> str:
    """Return the name by which a policy knows an inline style or program (CSP, level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _with_fonts(style: str) -> str:
    """Return the style with its fonts in it, cut to the letters that the page itself may need."""
    for name in ("heading", "text", "italic", "strong"):
        address = f'url("/fonts/{name}.ttf")'
        style = style.replace(address, f'url("{_data("font/ttf", _cut(f"{name}.ttf"))}")')
    return style


def _cut(name: str) -> bytes:
    """Return a font of the page with its Latin letters only: a fifth of its bytes."""
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.unicode_set.update({*range(0x20, 0x250), *range(0x2010, 0x2040)})
    cut = hb.subset(hb.Face(font_file(name)), wanted)
    return bytes(cut.blob.data)


def _data(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
