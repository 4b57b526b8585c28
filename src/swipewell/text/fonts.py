"""Bundled fonts: the catalogue, faces opened on demand, and the chain of faces to fall back on.

No system font is ever used, so a text looks the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from swipewell.named import NamedTuple
from swipewell.resources import bundled_yaml, font_folders, resource_folder

FALLBACK_ROLES = ("fallback", "symbols")
"""The roles searched for a character that a style's own family lacks, in this order."""

_STRESS = 700


class FaceKey(NamedTuple):
    """Names one face: family, weight (100 to 900) and slant."""

    family: str
    weight: int = 400
    italic: bool = False


class FaceFile(NamedTuple):
    """One file of a family."""

    weight: int
    italic: bool
    file: str


class Family(NamedTuple):
    """One family of the catalogue; ``role`` says what it serves: text, fallback, symbols or emoji.

    ``style`` is serif or sans, ``scripts`` the ISO 15924 codes of those it was drawn for, and
    ``root`` the folder that its own folder lies in.
    """

    name: str
    folder: str
    role: str
    licence: str
    version: str
    faces: tuple[FaceFile, ...]
    style: str = "sans"
    scripts: frozenset[str] = frozenset()
    root: Path | None = None

    def nearest(self, weight: int, italic: bool) -> FaceFile:
        """Return the face nearest in slant, then in weight; the heavier of two as near."""
        return min(
            self.faces,
            key=lambda face: (face.italic != italic, abs(face.weight - weight), -face.weight),
        )


class Face:
    """An open font: glyphs for characters, metrics in em, and ink bounds of glyphs.

    ``colour`` says whether its glyphs bring their own colours (emoji).
    """

    __slots__ = (
        "_covers",
        "_extents",
        "ascent",
        "cap_height",
        "colour",
        "descent",
        "font",
        "key",
        "upem",
    )

    def __init__(self, path: Path, key: FaceKey) -> None:
        face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.key = key
        self.font: Any = hb.Font(face)
        self.upem: int = face.upem
        self.colour: bool = bool(face.has_color_paint or face.has_color_layers)
        extents = self.font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.upem
        self.descent: float = -extents.descender / self.upem
        cap = self.font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        self.cap_height: float = cap / self.upem
        self._covers: dict[str, bool] = {}
        self._extents: dict[int, tuple[float, float, float, float]] = {}

    def covers(self, char: str) -> bool:
        """Say whether the font has a glyph for the character."""
        known = self._covers.get(char)
        if known is None:
            known = self._covers[char] = bool(self.font.get_nominal_glyph(ord(char)))
        return known

    def ink(self, glyph: int) -> tuple[float, float, float, float]:
        """Return the glyph's ink as left, top, right, bottom in em from its origin, y downwards."""
        known = self._extents.get(glyph)
        if known is None:
            box = self.font.get_glyph_extents(glyph)
            if box is None:
                known = (0.0, 0.0, 0.0, 0.0)
            else:
                left, top = box.x_bearing / self.upem, -box.y_bearing / self.upem
                known = (left, top, left + box.width / self.upem, top - box.height / self.upem)
            self._extents[glyph] = known
        return known


class FontBook:
    """The families at hand and the faces opened so far; one per thread."""

    __slots__ = ("_by_file", "_open", "families", "folder")

    def __init__(self, folder: Path, families: Mapping[str, Family]) -> None:
        self.folder = folder
        self.families = families
        self._open: dict[FaceKey, Face] = {}
        self._by_file: dict[Path, Face] = {}

    @classmethod
    def bundled(cls) -> FontBook:
        """Return the book of the fonts that travel with Swipewell, and of `swipewell-cjk` if it is there."""
        families: dict[str, Family] = {}
        for folder in font_folders():
            families |= read_catalogue(folder / "fonts.yaml")
        return cls(resource_folder("fonts"), families)

    def face(self, key: FaceKey) -> Face:
        """Return the face by that name, or the family's nearest; KeyError for an unknown family."""
        face = self._open.get(key)
        if face is None:
            family = self.families[key.family]
            chosen = family.nearest(key.weight, key.italic)
            path = (family.root or self.folder) / family.folder / chosen.file
            face = self._by_file.get(path)
            if face is None:
                real = FaceKey(key.family, chosen.weight, chosen.italic)
                face = self._by_file[path] = Face(path, real)
            self._open[key] = face
        return face

    def stressed(self, key: FaceKey) -> Face:
        """Return the face that stands out by its slant; the bold of a family that has but one slant."""
        family = self.families[key.family]
        if len({face.italic for face in family.faces}) > 1:
            return self.face(key)
        return self.face(key._replace(weight=max(key.weight, _STRESS)))

    def own_file(self, path: str) -> str:
        """Take in a font file of a brand's own and return the name of its family: its path.

        ValueError where HarfBuzz cannot open it as a font.
        """
        if path not in self.families:
            file = Path(path)
            try:
                glyphs = hb.Face(hb.Blob.from_file_path(path)).glyph_count
            except hb.HarfBuzzError:
                raise ValueError("it cannot be opened") from None
            if not glyphs:
                raise ValueError("it holds no glyphs")
            face = FaceFile(400, False, file.name)
            own = Family(path, "", "own", "", "", (face,), root=file.parent)
            self.families = {**self.families, path: own}
        return path

    def fallbacks(
        self, key: FaceKey, script: str = "Zyyy", stressed: bool = False
    ) -> Iterator[Face]:
        """Yield the faces to try after the style's own, in its weight and slant.

        Where a face is ``stressed`` by its slant, a family that has but one slant gives its bold.
        Those drawn for the script come first, and of these the ones of its kind: a serif for a serif.
        """
        own = self.families.get(key.family)

        def likeness(family: Family) -> tuple[bool, bool]:
            return script not in family.scripts, own is not None and family.style != own.style

        for role in FALLBACK_ROLES:
            of_role = (family for family in self.families.values() if family.role == role)
            for family in sorted(of_role, key=likeness):
                own_key = key._replace(family=family.name)
                yield self.stressed(own_key) if stressed else self.face(own_key)

    def emoji(self) -> Face | None:
        """Return the colour emoji face, None where the book has none."""
        family = next((f for f in self.families.values() if f.role == "emoji"), None)
        return self.face(FaceKey(family.name)) if family else None


def read_catalogue(path: Path) -> Mapping[str, Family]:
    """Return the families of a ``fonts.yaml``, in its order."""
    raw = bundled_yaml(path)
    return {name: _family(name, entry, path.parent) for name, entry in raw.items()}


def fonts_key() -> tuple[str, ...]:
    """Return what changes when any font does: the catalogues, with hashes or sizes of the files."""
    own, *more = font_folders()
    texts = [(own / name).read_text("utf-8") for name in ("fonts.yaml", "sources.yaml")]
    for folder in more:
        texts.append((folder / "fonts.yaml").read_text("utf-8"))
        texts += [f"{file.name} {file.stat().st_size}" for file in sorted(folder.glob("*/*.otf"))]
    return tuple(texts)


def _family(name: str, entry: Mapping[str, Any], root: Path) -> Family:
    faces = tuple(FaceFile(f["weight"], f["italic"], f["file"]) for f in entry["faces"])
    return Family(
        name,
        entry["folder"],
        entry["role"],
        entry["licence"],
        str(entry["version"]),
        faces,
        entry["style"],
        frozenset(entry["scripts"]),
        root,
    )
