"""Build the bundled fonts again from published packages, or check them.

python fonts/build.py                 packs the packages, writes fonts and catalogues of both bundles
python fonts/build.py Literata …      builds only these families
python fonts/build.py --check         compares fonts with sources.yaml, letters.yaml, cjk-core.txt

The bundles are Swipewell's own fonts and swipewell-cjk (in ../cjk). Building needs npm, for the CJK
families apt-get and dpkg-deb, fonttools 4.68.0, brotli 1.2.1 and skia-pathops 0.9.2 (other versions
may give other bytes for the same shapes); checking needs PyYAML and uharfbuzz.
"""

import argparse
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml
from check import cjk_core, digest, problems
from families import BUNDLES, HERE, Bundle, Family

CUTS = {
    300: "300Light",
    400: "400Regular",
    500: "500Medium",
    600: "600SemiBold",
    700: "700Bold",
    800: "800ExtraBold",
    900: "900Black",
}
ADOBE_CUTS = {400: "Regular", 500: "Medium", 600: "Semibold", 700: "Bold"}
WHOLE_BLOCKS = (
    (0x20, 0x7E),  # so that a word with digits or Latin letters stays in one face
    (0xA0, 0xFF),
    (0x02C7, 0x02D9),  # tone marks of bopomofo
    (0x2010, 0x205E),  # general punctuation
    (0x20A0, 0x20BF),  # currency signs
    (0x2190, 0x2193),  # arrows
    (0x2460, 0x2473),  # circled digits
    (0x3000, 0x30FF),  # punctuation, hiragana, katakana
    (0x3100, 0x312F),  # bopomofo
    (0x3131, 0x318E),  # Hangul's letters
    (0x31A0, 0x31BF),  # more bopomofo
    (0x31F0, 0x31FF),  # small katakana
    (0xFF00, 0xFFEF),  # full-width and half-width forms
)
"""What Noto Sans CJK Core holds beside cjk-core.txt, as far as the published font has it."""

TEXT_BLOCKS = (
    (0x20, 0x7E),
    (0xA0, 0x17F),  # Latin of Europe
    (0x18F, 0x18F),  # and of Azerbaijan
    (0x259, 0x259),
    (0x1A0, 0x1A1),  # Vietnamese
    (0x1AF, 0x1B0),
    (0x218, 0x21B),  # Romanian
    (0x2BB, 0x2BC),  # turned comma and apostrophe that are letters
    (0x2C6, 0x2DD),
    (0x300, 0x331),  # marks
    (0x384, 0x3CE),  # Greek
    (0x400, 0x45F),  # Cyrillic of Europe
    (0x490, 0x491),
    (0x1E80, 0x1E85),  # Welsh
    (0x1E9E, 0x1E9E),
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2000, 0x205E),  # general punctuation
    (0x20A0, 0x20C0),  # currency signs
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2190, 0x2199),  # arrows
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2260, 0x2265),
)
"""What a family that is cut to letters keeps, as far as the published font has it."""

TEXT_FEATURES = frozenset(
    "kern mark mkmk ccmp locl liga clig calt rlig case lnum onum pnum tnum".split()
)
"""The features that it keeps."""

OFL_TEXT = HERE / "fraunces" / "OFL.txt"
"""Where the licence is taken from for a package that brings no file with it."""


def unpack(package: str, into: Path) -> Path:
    """Fetch a package and return the folder with its files."""
    target = into / package.replace("/", "-").lstrip("@")
    if "=" in package:
        if not target.exists():
            target.mkdir()
            run("apt-get", "download", package, cwd=target)
            run("dpkg-deb", "-x", str(next(target.glob("*.deb"))), str(target), cwd=target)
        return target
    if not target.exists():
        target.mkdir()
        spec = package.replace(" ", "@")
        run("npm", "pack", "--silent", spec, "--pack-destination", str(target), cwd=target)
        with tarfile.open(next(target.glob("*.tgz"))) as archive:
            archive.extractall(target, filter="data")
    return target / "package"


def run(program: str, *arguments: str, cwd: Path) -> None:
    """Run a program and let it speak only of errors."""
    command = [shutil.which(program) or program, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=cwd)


def face_maker(family: Family, temp: Path) -> Callable[[int, bool], Any]:
    """Return the function that makes one face of the family as a fontTools font."""
    import cut  # fontTools is needed for building only

    package = unpack(family.package, temp)

    def published(weight: int, italic: bool) -> Path:
        if family.is_cjk:
            return next(package.rglob(f"NotoSansCJK-{ADOBE_CUTS[weight]}.ttc"))
        if family.made == "copied":
            return package / "OTF" / f"{family.stem}-{ADOBE_CUTS[weight]}.otf"
        style = CUTS[weight] + ("_Italic" if italic else "")
        stem = (family.published or family.name).replace(" ", "")
        return next(package.rglob(f"{stem}_{style}.ttf"))

    if family.name == "Noto Sans CJK":
        return lambda weight, italic: cut.horizontal(published(weight, italic))
    if family.name == "Noto Sans CJK Core":
        blocks = {c for first, last in WHOLE_BLOCKS for c in range(first, last + 1)}
        return lambda weight, italic: cut.horizontal(published(weight, italic), cjk_core(), blocks)
    if family.role == "emoji":
        return lambda weight, italic: cut.without_svg(published(weight, italic))
    how = family.redrawing
    if how:
        subsets = unpack(how.package, temp) / "files"
        return lambda weight, italic: cut.optical(
            published(weight, italic), subsets, weight, italic, how
        )
    if family.made == "copied":
        return lambda weight, italic: cut.Unchanged(published(weight, italic))
    if family.made == "letters":
        kept = {c for first, last in TEXT_BLOCKS for c in range(first, last + 1)}

        def lettered(weight: int, italic: bool) -> Any:
            capitals = weight in family.small_capitals and not italic
            tags = TEXT_FEATURES | {"smcp"} if capitals else TEXT_FEATURES
            return cut.lettered(published(weight, italic), kept, tags)

        return lettered
    return lambda weight, italic: cut.cleaned(published(weight, italic))


def build_family(bundle: Bundle, family: Family, temp: Path) -> tuple[dict[str, Any], ...]:
    """Write one family's files; return its entries for the catalogue and for the sources."""
    folder = bundle.folder / family.folder
    folder.mkdir(exist_ok=True, parents=True)
    write_licence(family, folder / "OFL.txt", temp)
    make = face_maker(family, temp)
    faces, digests = [], {}
    for weight, italic in family.cuts():
        file = folder / family.file(weight, italic)
        font = make(weight, italic)
        font.save(file)
        faces.append({"weight": weight, "italic": italic, "file": file.name})
        digests[file.name] = digest(file)
    version = font["name"].getDebugName(5).split(";")[0].removeprefix("Version ")
    entry = {
        "folder": family.folder,
        "role": family.role,
        "style": family.style,
        "scripts": family.scripts.split(),
        "lacks": family.lacks.split(),
        "licence": "OFL-1.1",
        "version": version,
        "faces": faces,
    }
    return entry, {"source": family.source, "done": family.done, "sha256": digests}


def write_licence(family: Family, file: Path, temp: Path) -> None:
    """Write the licence with the family's own copyright line."""
    if not family.copyright:
        package = unpack(family.package, temp)
        names = (package / name for name in ("LICENSE_FONT", "LICENSE.md"))
        shutil.copyfile(next(name for name in names if name.exists()), file)
        return
    _, _, licence = OFL_TEXT.read_text(encoding="utf-8").partition("\n")
    file.write_text(f"{family.copyright}\n{licence}", encoding="utf-8", newline="\n")


def write_catalogue(bundle: Bundle, entries: dict[str, dict[str, Any]]) -> None:
    """Write fonts.yaml: short, because it is read whenever Swipewell starts."""
    lines = ["# Written by fonts/build.py, read at run time."]
    for name, entry in entries.items():
        lines.append(f"{name}:")
        for key in ("folder", "role", "style"):
            lines.append(f"  {key}: {entry[key]}")
        lines.append(f"  scripts: [{', '.join(entry['scripts'])}]")
        if lacks := entry.get("lacks"):
            lines.append(f"  lacks: [{', '.join(lacks)}]")
        lines.append(f"  licence: {entry['licence']}")
        lines.append(f'  version: "{entry["version"]}"')
        lines.append("  faces:")
        for face in entry["faces"]:
            italic = str(face["italic"]).lower()
            lines.append(
                f"    - {{weight: {face['weight']}, italic: {italic}, file: {face['file']}}}"
            )
    bundle.catalogue.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def write_sources(bundle: Bundle, entries: dict[str, dict[str, Any]]) -> None:
    """Write sources.yaml: whence the fonts are, what was done, and their SHA-256."""
    lines = ["# Written by fonts/build.py: where the fonts are from, and what they have to be."]
    for name, entry in entries.items():
        lines.append(f"{name}:")
        lines.append(f'  source: "{entry["source"]}"')
        lines.append(f'  done: "{entry["done"]}"')
        lines.append("  sha256:")
        lines += (f"    {file}: {value}" for file, value in entry["sha256"].items())
    bundle.sources.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def written(file: Path) -> dict[str, dict[str, Any]]:
    """What an earlier build wrote."""
    return (yaml.safe_load(file.read_text(encoding="utf-8")) or {}) if file.exists() else {}


def build(names: Iterable[str]) -> None:
    """Build the families of these names, or every family where there is none."""
    wanted = set(names) or {family.name for bundle in BUNDLES for family in bundle.families}
    with tempfile.TemporaryDirectory() as temp:
        for bundle in BUNDLES:
            entries, sources = written(bundle.catalogue), written(bundle.sources)
            for family in bundle.families:
                if family.name in wanted:
                    entries[family.name], sources[family.name] = build_family(
                        bundle, family, Path(temp)
                    )
            order = [family.name for family in bundle.families if family.name in entries]
            write_catalogue(bundle, {name: entries[name] for name in order})
            write_sources(bundle, {name: sources[name] for name in order})


def main() -> int:
    """Run from the command line; 1 when the check finds something."""
    parser = argparse.ArgumentParser(description="Build or check the bundled fonts.")
    parser.add_argument("family", nargs="*", help="the families to build (default: all)")
    parser.add_argument("--check", action="store_true", help="only compare fonts and catalogues")
    arguments = parser.parse_args()
    known = {family.name for bundle in BUNDLES for family in bundle.families}
    if unknown := set(arguments.family) - known:
        parser.error(f"no family is called {', '.join(sorted(unknown))}")
    if not arguments.check:
        build(arguments.family)
    found = [problem for bundle in BUNDLES for problem in problems(bundle)]
    print("\n".join(found) or "The fonts are what their catalogues say.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
