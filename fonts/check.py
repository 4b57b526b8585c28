"""Compare the fonts with their catalogue, with the letters they promise, and with what is written.

Used by build.py; needs PyYAML and uharfbuzz.
"""

import hashlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import uharfbuzz as hb
import yaml
from families import HERE, Bundle, Family

LETTERS = HERE / "letters.yaml"
CJK_CORE = HERE / "cjk-core.txt"
PACKAGE = HERE.parent / "src" / "swipewell"
MARGIN = 24_000_000
"""How many bytes Swipewell's own fonts may take."""


def digest(file: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def cjk_core() -> set[int]:
    """The characters that cjk-core.txt lists."""
    lines = CJK_CORE.read_text(encoding="utf-8").splitlines()
    return {ord(char) for line in lines if not line.startswith("#") for char in line}


def is_cjk(char: str) -> bool:
    """Say whether a character is Han, kana or Hangul, or their punctuation."""
    code = ord(char)
    return (
        0x1100 <= code < 0x1200
        or 0x2E80 <= code < 0xA000
        or 0xAC00 <= code < 0xD7B0
        or 0xF900 <= code < 0xFB00
        or 0xFF00 <= code < 0xFFF0
        or 0x20000 <= code < 0x40000
    )


def letters(script: str, lacks: Collection[str] = ()) -> set[int]:
    """The letters that a family for a script has to hold: small ones and their capitals.

    ``lacks`` are the languages and letters that its catalogue says it has not.
    """
    languages = yaml.safe_load(LETTERS.read_text(encoding="utf-8")).get(script, {})
    small = {char for name, text in languages.items() if name not in lacks for char in text}
    capitals = {char.upper() for char in small if len(char.upper()) == 1}
    excused = {char for word in lacks if word not in languages for char in word}
    return {ord(char) for char in (small | capitals) - excused}


def characters(file: Path) -> set[int]:
    """The characters that a font has glyphs for."""
    return set(hb.Face(hb.Blob.from_file_path(str(file))).unicodes)


def named(codes: set[int]) -> str:
    """Characters for a message."""
    return " ".join(chr(code) for code in sorted(codes)[:40])


def problems(bundle: Bundle) -> Iterator[str]:
    """What is wrong with a bundle."""
    catalogue = yaml.safe_load(bundle.catalogue.read_text(encoding="utf-8")) or {}
    sources = yaml.safe_load(bundle.sources.read_text(encoding="utf-8")) or {}
    names = [family.name for family in bundle.families]
    if list(catalogue) != names or list(sources) != names:
        yield f"{bundle.catalogue} does not list the families of families.py"
        return
    for family in bundle.families:
        yield from differences(bundle, family, catalogue[family.name], sources[family.name])
    known = {
        bundle.folder / entry["folder"] / face["file"]
        for entry in catalogue.values()
        for face in entry["faces"]
    }
    for file in sorted({*bundle.folder.glob("*/*.?tf")} - known):
        yield f"{file.parent.name}/{file.name} is not in fonts.yaml"
    if bundle.folder == HERE:
        yield from unwritable(catalogue["Noto Sans CJK Core"])
        size = sum(file.stat().st_size for file in HERE.rglob("*") if file.is_file())
        if size > MARGIN:
            yield f"the fonts take {size} bytes, more than {MARGIN}"


def differences(
    bundle: Bundle, family: Family, entry: dict[str, Any], source: dict[str, Any]
) -> Iterator[str]:
    """What is wrong with one family."""
    folder = bundle.folder / family.folder
    if not (folder / "OFL.txt").is_file():
        yield f"{folder.name}/OFL.txt is missing"
    for key in ("folder", "role", "style"):
        if entry[key] != getattr(family, key):
            yield f"{family.name}: {key} is not what families.py says"
    if entry["scripts"] != family.scripts.split():
        yield f"{family.name}: scripts is not what families.py says"
    lacks = entry.get("lacks", [])
    if lacks != family.lacks.split():
        yield f"{family.name}: lacks is not what families.py says"
    needed = {script: letters(script, lacks) for script in entry["scripts"]}
    for face in entry["faces"]:
        file = folder / face["file"]
        if not file.is_file():
            yield f"{folder.name}/{file.name} is missing"
            continue
        if digest(file) != source["sha256"].get(file.name):
            yield f"{folder.name}/{file.name} is not the file that sources.yaml describes"
        covered = characters(file)
        for script, wanted in needed.items():
            if wanted - covered:
                yield f"{folder.name}/{file.name} lacks {script}: {named(wanted - covered)}"


def unwritable(entry: dict[str, Any]) -> Iterator[str]:
    """CJK characters in Swipewell's own texts that the core cannot set."""
    covered = set.intersection(
        *(characters(HERE / entry["folder"] / face["file"]) for face in entry["faces"])
    )
    if cjk_core() - covered:
        yield f"Noto Sans CJK Core lacks what cjk-core.txt lists: {named(cjk_core() - covered)}"
    for file in (*sorted((PACKAGE / "care" / "data").rglob("*.yaml")), PACKAGE / "labels.yaml"):
        used = {ord(char) for char in file.read_text(encoding="utf-8") if is_cjk(char)}
        if used - covered:
            place = file.relative_to(PACKAGE)
            yield f"{place} needs {named(used - covered)}: add to cjk-core.txt and build the family"
