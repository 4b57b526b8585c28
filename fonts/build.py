"""Build the bundled fonts again from published packages, or check them.

python fonts/build.py           packs the packages, writes the TTFs and fonts.yaml
python fonts/build.py --check   compares each file's SHA-256 with fonts.yaml

Building needs npm, fonttools 4.68.0, brotli 1.2.1 and skia-pathops 0.9.2 (other versions may give
other bytes for the same shapes); checking needs PyYAML only.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
CATALOGUE = HERE / "fonts.yaml"
CUTS = {300: "300Light", 400: "400Regular", 500: "500Medium", 700: "700Bold"}
VARIABLE = "@fontsource-variable/fraunces 5.3.0"
OPTICAL_SIZE = 72


@dataclass(frozen=True)
class Family:
    """One bundled family: where its files come from and which of them are taken."""

    name: str
    folder: str
    package: str
    role: str
    done: str
    weights: tuple[int, ...] = (400,)
    italics: bool = False

    @property
    def stem(self) -> str:
        """The family's name as files carry it."""
        return self.name.replace(" ", "")

    def cuts(self) -> Iterator[tuple[int, bool]]:
        """Each face as (weight, italic)."""
        for weight in self.weights:
            yield weight, False
            if self.italics:
                yield weight, True


CLEANED = "overlapping contours merged, hints removed"
FAMILIES = (
    Family(
        "Fraunces",
        "fraunces",
        "@expo-google-fonts/fraunces 0.4.1",
        "text",
        f"optical size {OPTICAL_SIZE}, SOFT 0, WONK 0 from the variable font ({VARIABLE}); "
        f"about 20 rare signs keep the 14 pt drawing; {CLEANED}",
        (300, 400, 500),
        italics=True,
    ),
    Family(
        "Alegreya Sans",
        "alegreya-sans",
        "@expo-google-fonts/alegreya-sans 0.4.2",
        "text",
        CLEANED,
        (400, 500, 700),
        italics=True,
    ),
    Family(
        "Noto Sans",
        "noto-sans",
        "@expo-google-fonts/noto-sans 0.4.2",
        "fallback",
        CLEANED,
        (400, 700),
        italics=True,
    ),
    Family(
        "Noto Sans Symbols",
        "noto-sans-symbols",
        "@expo-google-fonts/noto-sans-symbols 0.4.1",
        "symbols",
        CLEANED,
    ),
    Family(
        "Noto Sans Symbols 2",
        "noto-sans-symbols",
        "@expo-google-fonts/noto-sans-symbols-2 0.4.1",
        "symbols",
        CLEANED,
    ),
    Family(
        "Noto Color Emoji",
        "noto-color-emoji",
        "@expo-google-fonts/noto-color-emoji 0.4.6",
        "emoji",
        "SVG table dropped (COLRv1 stays)",
    ),
)


def unpack(package: str, into: Path) -> Path:
    """Fetch 'name version' with npm and return the unpacked package's folder."""
    name, version = package.split()
    target = into / name.replace("/", "-").lstrip("@")
    if not target.exists():
        target.mkdir()
        npm = shutil.which("npm") or "npm"
        subprocess.run(
            [npm, "pack", "--silent", f"{name}@{version}", "--pack-destination", str(target)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        with tarfile.open(next(target.glob("*.tgz"))) as archive:
            archive.extractall(target, filter="data")
    return target / "package"


def face_maker(family: Family, temp: Path) -> Callable[[int, bool], Any]:
    """Return the function that makes one face of the family as a fontTools font."""
    import cut  # fontTools is needed for building only

    package = unpack(family.package, temp)

    def published(weight: int, italic: bool) -> Path:
        style = CUTS[weight] + ("_Italic" if italic else "")
        return package / style / f"{family.stem}_{style}.ttf"

    if family.role == "emoji":
        return lambda weight, italic: cut.without_svg(published(weight, italic))
    if family.name == "Fraunces":
        subsets = unpack(VARIABLE, temp) / "files"
        return lambda weight, italic: cut.optical(
            published(weight, italic), subsets, weight, italic, OPTICAL_SIZE
        )
    return lambda weight, italic: cut.cleaned(published(weight, italic))


def build_family(family: Family, temp: Path) -> dict[str, Any]:
    """Write one family's files and return its entry for the catalogue."""
    folder = HERE / family.folder
    folder.mkdir(exist_ok=True)
    make = face_maker(family, temp)
    shutil.copyfile(unpack(family.package, temp) / "LICENSE_FONT", folder / "OFL.txt")
    faces = []
    for weight, italic in family.cuts():
        file = folder / f"{family.stem}-{weight}{'i' if italic else ''}.ttf"
        font = make(weight, italic)
        font.save(file)
        faces.append(
            {"weight": weight, "italic": italic, "file": file.name, "sha256": digest(file)}
        )
    version = font["name"].getDebugName(5).split(";")[0].removeprefix("Version ")
    return {
        "folder": family.folder,
        "role": family.role,
        "licence": "OFL-1.1",
        "version": version,
        "source": f"npm package {family.package}",
        "done": family.done,
        "faces": faces,
    }


def digest(file: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def write_catalogue(entries: dict[str, dict[str, Any]]) -> None:
    """Write fonts.yaml, one line for each face."""
    lines = ["# Written by fonts/build.py, read at run time."]
    for name, entry in entries.items():
        lines.append(f"{name}:")
        for key in ("folder", "role", "licence", "version", "source", "done"):
            lines.append(f'  {key}: "{entry[key]}"')
        lines.append("  faces:")
        for face in entry["faces"]:
            italic = str(face["italic"]).lower()
            lines.append(
                f"    - {{weight: {face['weight']}, italic: {italic}, "
                f"file: {face['file']}, sha256: {face['sha256']}}}"
            )
    CATALOGUE.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def build() -> None:
    """Build every family."""
    with tempfile.TemporaryDirectory() as temp:
        write_catalogue({f.name: build_family(f, Path(temp)) for f in FAMILIES})


def problems() -> Iterator[str]:
    """What differs between the catalogue and the files beside it."""
    catalogue = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))
    known = set()
    for entry in catalogue.values():
        folder = HERE / entry["folder"]
        if not (folder / "OFL.txt").is_file():
            yield f"{folder.name}/OFL.txt is missing"
        for face in entry["faces"]:
            file = folder / face["file"]
            known.add(file)
            if not file.is_file():
                yield f"{folder.name}/{file.name} is missing"
            elif digest(file) != face["sha256"]:
                yield f"{folder.name}/{file.name} is not the file that fonts.yaml describes"
    for file in sorted(set(HERE.glob("*/*.ttf")) - known):
        yield f"{file.parent.name}/{file.name} is not in fonts.yaml"


def main() -> int:
    """Run from the command line; 1 when the check finds something."""
    parser = argparse.ArgumentParser(description="Build or check the bundled fonts.")
    parser.add_argument("--check", action="store_true", help="compare the files with fonts.yaml")
    if not parser.parse_args().check:
        build()
    found = list(problems())
    print("\n".join(found) or "The fonts are what fonts.yaml says.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
