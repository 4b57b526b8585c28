"""Every script that is promised has faces, and every face the letters, shapes and metrics it needs."""

import hashlib
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb
import yaml

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "fonts"
PACKAGE = ROOT / "src" / "swipewell"
CJK = importlib.util.find_spec("swipewell_cjk")
needs_cjk = pytest.mark.skipif(
    CJK is None, reason="swipewell-cjk is not installed: pip install ./cjk"
)
ALPHABETIC = ("Latn", "Cyrl", "Grek", "Arab", "Hebr", "Deva", "Thai")


def read(file: Path) -> dict[str, Any]:
    return yaml.load(file.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def cjk_folder() -> Path:
    import swipewell_cjk

    return Path(swipewell_cjk.FOLDER)


CATALOGUE = read(FONTS / "fonts.yaml")
LETTERS = read(FONTS / "letters.yaml")
FACES = [
    pytest.param(family, face["file"], id=face["file"])
    for family, entry in CATALOGUE.items()
    for face in entry["faces"]
]
LANGUAGES = [
    pytest.param(script, language, id=f"{script}-{language}")
    for script in ALPHABETIC
    for language in LETTERS[script]
]


@cache
def opened(path: Path) -> Any:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))


def font_of(family: str, file: str = "") -> Any:
    """A face of Swipewell's own fonts, the family's first where no file is named."""
    entry = CATALOGUE[family]
    return opened(FONTS / entry["folder"] / (file or entry["faces"][0]["file"]))


def cjk_fonts() -> Iterator[Any]:
    folder = cjk_folder()
    for entry in read(folder / "fonts.yaml").values():
        for face in entry["faces"]:
            yield opened(folder / entry["folder"] / face["file"])


def lacking(font: Any, text: str) -> str:
    covered = font.face.unicodes
    return "".join(char for char in dict.fromkeys(text) if ord(char) not in covered)


def both_cases(text: str) -> str:
    return text + "".join(char.upper() for char in text if len(char.upper()) == 1)


def shaped(
    font: Any, text: str, language: str, features: dict[str, int] | None = None
) -> list[tuple[int, tuple[int, int, int, int]]]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = language
    hb.shape(font, buffer, features or {})
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, position.position) for info, position in pairs]


def ink(font: Any, glyph: int) -> int:
    """How much of a small picture a glyph blackens, from 0 to 255."""
    drawer, scale = hb.RasterDraw(), 32 / font.face.upem
    drawer.extents = hb.RasterExtents(-8, -16, 64, 64)
    drawer.transform = (scale, 0, 0, scale, 0, 0)
    drawer.draw_glyph(font, glyph)
    return max(bytes(drawer.render().buffer))


@pytest.mark.parametrize(("family", "file"), FACES)
def test_a_face_opens_with_sane_metrics(family: str, file: str) -> None:
    font = font_of(family, file)
    extents = font.get_font_extents("ltr")
    upem = font.face.upem
    assert 0.7 < extents.ascender / upem < 1.5
    assert 0.15 < -extents.descender / upem < 0.8


@pytest.mark.parametrize(("family", "file"), FACES)
def test_a_face_has_the_letters_of_its_scripts(family: str, file: str) -> None:
    lacks = CATALOGUE[family].get("lacks", [])
    for script in CATALOGUE[family]["scripts"]:
        languages = LETTERS.get(script, {})
        needed = both_cases("".join(text for name, text in languages.items() if name not in lacks))
        excused = "".join(word for word in lacks if word not in languages)
        assert set(lacking(font_of(family, file), needed)) <= set(excused), script


@pytest.mark.parametrize(("family", "file"), FACES)
def test_a_face_lacks_what_its_entry_says(family: str, file: str) -> None:
    for word in CATALOGUE[family].get("lacks", []):
        assert lacking(font_of(family, file), LETTERS["Latn"].get(word, word)), word


THEMES = {
    "tide": {
        "Literata": "400i 500 500i 600 600i",
        "Source Sans 3": "400 500 600",
    },
    "meadow": {
        "Vollkorn": "400i 500 500i 600i 700 800",
        "Sofia Sans": "400 400i 500 500i 700",
    },
    "dusk": {"EB Garamond": "400 400i 500 500i", "Manrope": "400 500 600"},
    "notebook": {"Literata": "400 400i 500 500i 700 800", "Caveat": "700"},
    "clay": {"Manrope": "500 600 700 800"},
    "poster": {"Sofia Sans": "400 400i 500 500i 700 900 900i"},
    "plain": {"Lexend": "600 700", "Atkinson Hyperlegible Next": "500 500i 600 700 700i"},
}
"""What the specifications of the themes set their texts in."""


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_finds_its_faces(theme: str) -> None:
    for family, faces in THEMES[theme].items():
        entry = CATALOGUE[family]
        there = {f"{face['weight']}{'i' if face['italic'] else ''}" for face in entry["faces"]}
        assert set(faces.split()) <= there, family
        assert entry["role"] == "text"


def face_of(family: str, weight: int, italic: bool = False) -> Any:
    faces = CATALOGUE[family]["faces"]
    return font_of(
        family,
        next(f["file"] for f in faces if (f["weight"], f["italic"]) == (weight, italic)),
    )


@pytest.mark.parametrize(
    ("family", "weight", "feature", "text", "same_width"),
    [
        ("Literata", 800, "tnum", "0123456789", True),
        ("Manrope", 800, "tnum", "0123456789", True),
        ("Atkinson Hyperlegible Next", 700, "tnum", "0123456789", True),
        ("Sofia Sans", 700, "tnum", "0123456789", True),
        ("Vollkorn", 700, "tnum", "0123456789", True),
        ("Vollkorn", 700, "lnum", "0123456789", False),
        ("Literata", 600, "onum", "0123456789", False),
        ("EB Garamond", 500, "onum", "0123456789", False),
        ("EB Garamond", 400, "pnum", "0123456789", False),
        ("Vollkorn", 500, "smcp", "say it aloud", False),
        ("Vollkorn", 500, "smcp", "đđể", False),
    ],
)
def test_a_feature_that_a_specification_names_is_there(
    family: str, weight: int, feature: str, text: str, same_width: bool
) -> None:
    font = face_of(family, weight)
    plain, changed = (shaped(font, text, "en", {feature: on}) for on in (0, 1))
    assert plain != changed
    if same_width:
        assert len({position[2] for _, position in changed}) == 1


@pytest.mark.parametrize("family", ["Source Sans 3", "EB Garamond", "Caveat"])
def test_figures_are_lining_and_of_one_width_by_themselves(family: str) -> None:
    font = font_of(family)
    heights = [font.get_glyph_extents(font.get_nominal_glyph(ord(c))).height for c in "0123456789"]
    widths = [position[2] for char in "0123456789" for _, position in shaped(font, char, "en")]
    slack = (0.15 if family == "Caveat" else 0.04) * font.face.upem  # a hand is not so even
    assert max(heights) - min(heights) < slack
    assert max(widths) - min(widths) < slack


def test_a_reserved_name_is_borne_only_by_a_font_as_it_was_published() -> None:
    sources = read(FONTS / "sources.yaml")
    for name, entry in CATALOGUE.items():
        first = (FONTS / entry["folder"] / "OFL.txt").read_text("utf-8").partition("\n")[0]
        _, _, reserved = first.partition("with Reserved Font Name")
        words = re.findall(r"['“\"]([^'”\"]+)['”\"]", reserved)
        if any(word in name for word in words):
            assert "unchanged" in sources[name]["done"], name


@pytest.mark.parametrize(("script", "language"), LANGUAGES)
@pytest.mark.parametrize("style", ["serif", "sans"])
def test_a_language_has_a_serif_and_a_sans_with_a_bold(
    script: str, language: str, style: str
) -> None:
    families = [
        entry
        for entry in CATALOGUE.values()
        if script in entry["scripts"]
        and entry["style"] == style
        and not any(
            lacking(
                opened(FONTS / entry["folder"] / face["file"]),
                both_cases(LETTERS[script][language]),
            )
            for face in entry["faces"]
        )
    ]
    weights = {face["weight"] for entry in families for face in entry["faces"]}
    assert 400 in weights
    assert max(weights) >= 500


def test_every_entry_says_style_role_and_scripts() -> None:
    for name, entry in CATALOGUE.items():
        assert entry["style"] in {"serif", "sans"}, name
        assert entry["role"] in {"text", "fallback", "symbols", "emoji"}, name
        assert entry["scripts"], name
        assert (FONTS / entry["folder"] / "OFL.txt").is_file(), name


def test_the_small_files_are_those_of_the_sources() -> None:
    sources = read(FONTS / "sources.yaml")
    assert list(sources) == list(CATALOGUE)
    for name, entry in CATALOGUE.items():
        for face in entry["faces"]:
            data = (FONTS / entry["folder"] / face["file"]).read_bytes()
            assert hashlib.sha256(data).hexdigest() == sources[name]["sha256"][face["file"]]


def test_the_fonts_stay_under_24_megabytes() -> None:
    assert sum(file.stat().st_size for file in FONTS.rglob("*.?tf")) < 24_000_000


@pytest.mark.parametrize(
    "sequence",
    [
        *("🇩🇪", "🇺🇦", "🇺🇳", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏳️‍🌈"),
        *("👩‍👩‍👧", "👨‍👩‍👧‍👦", "👍🏽", "🫱🏻‍🫲🏿", "👩🏿‍❤️‍💋‍👨🏻", "🧑‍⚕️"),
        *("1️⃣", "#️⃣", "❤️", "☺️", "❤️‍🩹", "🫩"),
    ],
)
def test_an_emoji_sequence_is_one_picture(sequence: str) -> None:
    glyphs = shaped(font_of("Noto Color Emoji"), sequence, "en")
    assert len([glyph for glyph, position in glyphs if position[2]]) == 1
    assert 0 not in [glyph for glyph, _ in glyphs]


def test_all_flags_of_regions_are_there() -> None:
    font = font_of("Noto Color Emoji")
    regions = "DE AT CH GB US CA MX BR AR CL IN CN TW HK JP KR IL SA IR PK TH VN UA RU BG RS GR TR"
    for region in regions.split():
        flag = "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in region)
        assert len(shaped(font, flag, "en")) == 1, region


@pytest.mark.parametrize("family", ["Vazirmatn", "Noto Naskh Arabic"])
@pytest.mark.parametrize(("letter", "language"), [("ب", "ar"), ("گ", "fa"), ("ہ", "ur")])
def test_arabic_letters_join(family: str, letter: str, language: str) -> None:
    glyphs = {glyph for glyph, _ in shaped(font_of(family), letter * 3, language)}
    assert len(glyphs) >= 3  # some fonts set the dots apart


@pytest.mark.parametrize("family", ["Vazirmatn", "Noto Naskh Arabic"])
def test_urdu_digits_have_their_own_forms(family: str) -> None:
    font = font_of(family)
    assert shaped(font, "۴۶۷", "ur") != shaped(font, "۴۶۷", "fa")


@pytest.mark.parametrize(
    ("family", "text", "language"),
    [
        ("Noto Naskh Arabic", "بّ", "ar"),
        ("Vazirmatn", "بّ", "ar"),
        ("Frank Ruhl Libre", "קָ", "he"),
        ("Assistant", "קָ", "he"),
        ("Trirong", "ที่", "th"),
        ("Noto Sans Thai Looped", "ที่", "th"),
        ("Noto Sans", "कें", "hi"),
        ("Literata Display", "о́", "ru"),
        ("Literata", "о́", "ru"),
        ("Vollkorn", "о́", "ru"),
        ("Sofia Sans", "о́", "ru"),
        ("EB Garamond", "о́", "ru"),
        ("Source Sans 3", "о́", "ru"),
        ("Caveat", "о́", "ru"),
        ("Lexend", "x́", "en"),
        ("Atkinson Hyperlegible Next", "x́", "en"),
    ],
)
def test_marks_take_no_room(family: str, text: str, language: str) -> None:
    font = font_of(family)
    assert lacking(font, text) == ""
    alone, marked = (
        sum(position[2] for _, position in shaped(font, part, language)) for part in (text[0], text)
    )
    assert alone == marked


@pytest.mark.parametrize("family", ["Noto Sans", "Noto Serif Devanagari"])
@pytest.mark.parametrize("language", ["hi", "mr"])
@pytest.mark.parametrize("conjunct", ["क्ष", "ज्ञ", "त्र", "श्र", "द्ध", "द्व", "ट्र", "प्र"])
def test_devanagari_conjuncts_are_formed(family: str, language: str, conjunct: str) -> None:
    font = font_of(family)
    halant = font.get_nominal_glyph(0x94D)
    assert halant not in [glyph for glyph, _ in shaped(font, conjunct, language)]


@pytest.mark.parametrize("family", ["Literata", "Literata Display", "Vollkorn", "EB Garamond"])
def test_italics_of_cyrillic_are_true(family: str) -> None:
    fonts = face_of(family, 500), face_of(family, 500, italic=True)
    for letter in "тпи":
        upright, slanted = (
            font.get_glyph_extents(font.get_nominal_glyph(ord(letter))) for font in fonts
        )
        assert (upright.width, upright.x_bearing) != (slanted.width, slanted.x_bearing)


def core_fonts() -> list[Any]:
    faces = CATALOGUE["Noto Sans CJK Core"]["faces"]
    return [font_of("Noto Sans CJK Core", face["file"]) for face in faces]


def is_cjk(char: str) -> bool:
    code = ord(char)
    blocks = ((0x2E80, 0xA000), (0xAC00, 0xD7B0), (0xF900, 0xFB00), (0xFF00, 0xFFF0))
    return any(first <= code < end for first, end in (*blocks, (0x20000, 0x40000)))


@pytest.mark.parametrize(
    "file",
    [*sorted((PACKAGE / "care" / "data").rglob("*.yaml")), PACKAGE / "labels.yaml"],
    ids=lambda file: file.name,
)
def test_the_core_sets_swipewells_own_cjk(file: Path) -> None:
    used = "".join(filter(is_cjk, file.read_text(encoding="utf-8")))
    for font in core_fonts():
        assert lacking(font, used) == "", "add these to fonts/cjk-core.txt and build the family"


def forms(font: Any, text: str) -> dict[str, tuple[int, ...]]:
    languages = ("ja", "zh-Hans", "zh-Hant", "zh-HK", "ko")
    return {language: tuple(g for g, _ in shaped(font, text, language)) for language in languages}


def test_the_core_has_regional_forms() -> None:
    for font in core_fonts():
        found = forms(font, "今直骨")
        assert len({found["ja"], found["zh-Hans"], found["zh-Hant"]}) == 3
        assert all(ink(font, glyph) == 255 for glyphs in found.values() for glyph in glyphs)
        assert shaped(font, "心", "zh") == shaped(font, "心", "zh-Hans")


def decoded(codec: str, rows: range, cells: range = range(0xA1, 0xFF)) -> str:
    """The characters of a national standard, as far as a codec knows them as one character."""
    found = []
    for row in rows:
        for cell in cells:
            try:
                found.append(bytes((row, cell)).decode(codec))
            except UnicodeDecodeError:
                continue
    return "".join(text for text in found if len(text) == 1)


STANDARDS = {
    # all kanji of general use among them, with those that came in 2010
    "ja: JIS X 0213, plane 1": ("euc_jis_2004", range(0xB0, 0xFF), range(0xA1, 0xFF)),
    "zh-Hans: GB 2312, level 1": ("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF)),
    "zh-Hans: GB 2312, level 2": ("gb2312", range(0xD8, 0xF8), range(0xA1, 0xFF)),
    "zh-Hant: Big5, level 1": ("big5", range(0xA4, 0xC7), range(0x40, 0xFF)),
    "zh-Hant: Big5, level 2": ("big5", range(0xC9, 0xFA), range(0x40, 0xFF)),
    "ko: KS X 1001, Hangul": ("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xFF)),
    "ko: KS X 1001, Hanja": ("euc_kr", range(0xCA, 0xFE), range(0xA1, 0xFF)),
}


@needs_cjk
@pytest.mark.parametrize("standard", STANDARDS)
def test_swipewell_cjk_holds_the_national_standards(standard: str) -> None:
    needed = decoded(*STANDARDS[standard])
    assert len(needed) > 2000
    for font in cjk_fonts():
        assert lacking(font, needed + "𠮟塡剝頰") == ""


@needs_cjk
def test_swipewell_cjk_has_kana_bopomofo_and_hangul_letters() -> None:
    for script in ("Hani", "Hira", "Kana", "Hang", "Bopo"):
        for font in cjk_fonts():
            assert lacking(font, "".join(LETTERS[script].values())) == ""


@needs_cjk
def test_swipewell_cjk_has_regional_forms_that_can_be_painted() -> None:
    for font in cjk_fonts():
        for char in "骨直今角":
            found = forms(font, char)
            assert len(set(found.values())) >= 2, char
            assert all(ink(font, glyphs[0]) == 255 for glyphs in found.values())
        assert len(set(forms(font, "骨").values())) >= 3


@needs_cjk
def test_swipewell_cjk_brings_catalogue_and_licence() -> None:
    folder = cjk_folder()
    catalogue = read(folder / "fonts.yaml")
    assert {"Noto Sans CJK"} == set(catalogue)
    for entry in catalogue.values():
        assert [face["weight"] for face in entry["faces"]] == [400, 700]
        assert (folder / entry["folder"] / "OFL.txt").is_file()
    assert (folder / "noto-sans-cjk" / "OFL.txt").is_file()
