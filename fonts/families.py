"""The families that build.py builds: where each comes from, what it serves, what is done to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Redrawing:
    """How a family is drawn anew at an optical size, from its variable font in subsets."""

    package: str
    files: str
    subsets: tuple[str, ...]
    size: int
    axes: tuple[tuple[str, int], ...] = ()
    without: tuple[str, ...] = ()
    """Features that lead to glyphs the variable font lacks."""


@dataclass(frozen=True)
class Family:
    """One family: its place in the catalogue, its sources, and which faces are taken.

    ``package`` is 'name version' on npm, or 'name=version' of Debian. ``copyright`` stands where a
    package brings no file with the licence. ``made`` says what becomes of the published files:
    ``cleaned``, cut to the ``letters`` and features of texts and cleaned, or ``copied`` unchanged.
    ``small_capitals`` are upright weights that keep them; ``lacks`` names what the published font
    has not of letters.yaml, by language or letter by letter.
    """

    name: str
    folder: str
    package: str
    role: str
    style: str
    scripts: str
    done: str
    weights: tuple[int, ...] = (400,)
    italics: tuple[int, ...] = ()
    published: str = ""
    redrawing: Redrawing | None = None
    copyright: str = ""
    made: Literal["cleaned", "letters", "copied"] = "cleaned"
    small_capitals: tuple[int, ...] = ()
    lacks: str = ""

    @property
    def stem(self) -> str:
        """The family's name as files carry it."""
        return self.name.replace(" ", "")

    @property
    def is_cjk(self) -> bool:
        """Say whether the family is cut from Debian's collection of CJK fonts."""
        return "=" in self.package

    @property
    def source(self) -> str:
        """Where the family is from, for readers."""
        return f"{'Debian' if self.is_cjk else 'npm'} package {self.package.replace('=', ' ')}"

    def cuts(self) -> Iterator[tuple[int, bool]]:
        """Each face as (weight, italic)."""
        for weight in sorted({*self.weights, *self.italics}):
            if weight in self.weights:
                yield weight, False
            if weight in self.italics:
                yield weight, True

    def file(self, weight: int, italic: bool) -> str:
        """The name of a face's file."""
        ending = "otf" if self.is_cjk or self.made == "copied" else "ttf"
        return f"{self.stem}-{weight}{'i' if italic else ''}.{ending}"


@dataclass(frozen=True)
class Bundle:
    """A folder of families with its catalogue, which is read at run time, and notes on sources."""

    folder: Path
    sources: Path
    families: tuple[Family, ...]

    @property
    def catalogue(self) -> Path:
        """The file that is read at run time."""
        return self.folder / "fonts.yaml"


CLEANED = "overlapping contours merged, hints removed"
LETTERS = f"the letters, signs and features of texts only; {CLEANED}"
NOTO_CJK = "fonts-noto-cjk=1:20220127+repack1-1"
ADOBE = "Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'"
CJK_SCRIPTS = "Hani Hira Kana Hang Bopo"

CORE = Bundle(
    HERE,
    HERE / "sources.yaml",
    (
        Family(
            "Fraunces",
            "fraunces",
            "@expo-google-fonts/fraunces 0.4.1",
            "text",
            "serif",
            "Latn",
            "optical size 72, SOFT 0, WONK 0 from the variable font (@fontsource-variable/fraunces "
            f"5.3.0); about 20 rare signs keep the 14 pt drawing; {CLEANED}",
            (300, 400, 500),
            italics=(300, 400, 500),
            redrawing=Redrawing(
                "@fontsource-variable/fraunces 5.3.0",
                "fraunces-{subset}-full-{style}.woff2",
                ("latin", "latin-ext", "vietnamese"),
                72,
                (("SOFT", 0), ("WONK", 0)),
            ),
        ),
        Family(
            "Alegreya Sans",
            "alegreya-sans",
            "@expo-google-fonts/alegreya-sans 0.4.2",
            "text",
            "sans",
            "Latn Cyrl Grek",
            CLEANED,
            (400, 500, 700),
            italics=(400, 500, 700),
        ),
        Family(
            "Noto Sans",
            "noto-sans",
            "@expo-google-fonts/noto-sans 0.4.2",
            "fallback",
            "sans",
            "Latn Cyrl Grek Deva",
            CLEANED,
            (400, 700),
            italics=(400, 700),
        ),
        Family(
            "Literata Display",
            "literata",
            "@expo-google-fonts/literata 0.4.3",
            "fallback",
            "serif",
            "Latn Cyrl Grek",
            "optical size 60 from the variable font (@fontsource-variable/literata 5.3.0); signs "
            "that it lacks keep the 12 pt drawing; features for small capitals, old-style figures "
            f"and other glyphs that it lacks dropped; {CLEANED}",
            (300, 400, 500),
            italics=(300, 400, 500),
            published="Literata",
            redrawing=Redrawing(
                "@fontsource-variable/literata 5.3.0",
                "literata-{subset}-opsz-{style}.woff2",
                (
                    "latin",
                    "latin-ext",
                    "vietnamese",
                    "cyrillic",
                    "cyrillic-ext",
                    "greek",
                    "greek-ext",
                ),
                60,
                without=(
                    *("aalt", "c2sc", "case", "dlig", "onum", "sinf", "smcp"),
                    *("ss01", "ss02", "subs", "zero"),
                ),
            ),
        ),
        Family(
            "Literata",
            "literata",
            "@expo-google-fonts/literata 0.4.3",
            "text",
            "serif",
            "Latn Cyrl Grek",
            LETTERS,
            (400, 500, 600, 700, 800),
            italics=(400, 500, 600, 700),
            made="letters",
        ),
        Family(
            "Source Sans 3",
            "source-sans-3",
            "source-sans 3.52.0",
            "text",
            "sans",
            "Latn Cyrl Grek",
            "nothing: unchanged, for it reserves the name 'Source'",
            (400, 500, 600),
            made="copied",
        ),
        Family(
            "Vollkorn",
            "vollkorn",
            "@expo-google-fonts/vollkorn 0.4.1",
            "text",
            "serif",
            "Latn Cyrl Grek",
            f"{LETTERS}; small capitals in the 500",
            (500, 700, 800),
            italics=(400, 500, 600),
            made="letters",
            small_capitals=(500,),
        ),
        Family(
            "Sofia Sans",
            "sofia-sans",
            "@expo-google-fonts/sofia-sans 0.4.3",
            "text",
            "sans",
            "Latn Cyrl Grek",
            LETTERS,
            (400, 500, 700, 900),
            italics=(400, 500, 900),
            made="letters",
            lacks="vi ₴",
        ),
        Family(
            "EB Garamond",
            "eb-garamond",
            "@expo-google-fonts/eb-garamond 0.4.3",
            "text",
            "serif",
            "Latn Cyrl Grek",
            LETTERS,
            (400, 500),
            italics=(400, 500),
            made="letters",
        ),
        Family(
            "Manrope",
            "manrope",
            "@expo-google-fonts/manrope 0.4.2",
            "text",
            "sans",
            "Latn Cyrl Grek",
            LETTERS,
            (400, 500, 600, 700, 800),
            made="letters",
            lacks="Ĳĳ",
        ),
        Family(
            "Caveat",
            "caveat",
            "@expo-google-fonts/caveat 0.4.2",
            "text",
            "sans",
            "Latn Cyrl",
            LETTERS,
            (700,),
            made="letters",
            lacks="vi ẞ",
        ),
        Family(
            "Lexend",
            "lexend",
            "@expo-google-fonts/lexend 0.4.1",
            "text",
            "sans",
            "Latn",
            LETTERS,
            (600, 700),
            made="letters",
        ),
        Family(
            "Atkinson Hyperlegible Next",
            "atkinson-hyperlegible-next",
            "@expo-google-fonts/atkinson-hyperlegible-next 0.4.1",
            "text",
            "sans",
            "Latn",
            LETTERS,
            (500, 600, 700),
            italics=(500, 700),
            made="letters",
            lacks="vi",
        ),
        Family(
            "Noto Naskh Arabic",
            "noto-naskh-arabic",
            "@expo-google-fonts/noto-naskh-arabic 0.4.5",
            "fallback",
            "serif",
            "Arab",
            CLEANED,
            (400, 500, 700),
        ),
        Family(
            "Vazirmatn",
            "vazirmatn",
            "@expo-google-fonts/vazirmatn 0.4.1",
            "fallback",
            "sans",
            "Arab",
            CLEANED,
            (400, 700),
        ),
        Family(
            "Frank Ruhl Libre",
            "frank-ruhl-libre",
            "@expo-google-fonts/frank-ruhl-libre 0.4.1",
            "fallback",
            "serif",
            "Hebr",
            CLEANED,
            (400, 500, 700),
        ),
        Family(
            "Assistant",
            "assistant",
            "@expo-google-fonts/assistant 0.4.1",
            "fallback",
            "sans",
            "Hebr",
            CLEANED,
            (400, 700),
        ),
        Family(
            "Noto Serif Devanagari",
            "noto-serif-devanagari",
            "@expo-google-fonts/noto-serif-devanagari 0.4.1",
            "fallback",
            "serif",
            "Deva",
            CLEANED,
            (400, 500, 700),
        ),
        Family(
            "Trirong",
            "trirong",
            "@expo-google-fonts/trirong 0.2.3",
            "fallback",
            "serif",
            "Thai",
            CLEANED,
            (400, 500, 700),
            copyright="Copyright (c) 2015, Cadson Demak (info@cadsondemak.com)",
        ),
        Family(
            "Noto Sans Thai Looped",
            "noto-sans-thai-looped",
            "@expo-google-fonts/noto-sans-thai-looped 0.4.2",
            "fallback",
            "sans",
            "Thai",
            CLEANED,
            (400, 700),
        ),
        Family(
            "Noto Sans CJK Core",
            "noto-sans-cjk-core",
            NOTO_CJK,
            "fallback",
            "sans",
            CJK_SCRIPTS,
            "the characters of cjk-core.txt, in the forms of every region; hints, vertical metrics "
            "and vertical forms removed",
            (400, 700),
            copyright=ADOBE,
        ),
        Family(
            "Noto Sans Symbols",
            "noto-sans-symbols",
            "@expo-google-fonts/noto-sans-symbols 0.4.1",
            "symbols",
            "sans",
            "Zsym",
            CLEANED,
        ),
        Family(
            "Noto Sans Symbols 2",
            "noto-sans-symbols",
            "@expo-google-fonts/noto-sans-symbols-2 0.4.1",
            "symbols",
            "sans",
            "Zsym",
            CLEANED,
        ),
        Family(
            "Noto Color Emoji",
            "noto-color-emoji",
            "@expo-google-fonts/noto-color-emoji 0.4.6",
            "emoji",
            "sans",
            "Zsye",
            "SVG table dropped (COLRv1 stays)",
        ),
    ),
)
"""What travels with Swipewell itself."""

CJK = Bundle(
    HERE.parent / "cjk" / "src" / "swipewell_cjk" / "fonts",
    HERE.parent / "cjk" / "sources.yaml",
    (
        Family(
            "Noto Sans CJK",
            "noto-sans-cjk",
            NOTO_CJK,
            "fallback",
            "sans",
            CJK_SCRIPTS,
            "the Japanese font of the collection, whose locl holds the forms of every region; "
            "hints, vertical metrics and vertical forms removed",
            (400, 700),
            copyright=ADOBE,
        ),
    ),
)
"""The second distribution, swipewell-cjk."""

BUNDLES = (CORE, CJK)
