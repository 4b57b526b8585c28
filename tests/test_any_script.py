"""What holds whatever the script: nothing raises, nothing is lost, nothing is drawn as a blank square."""

from __future__ import annotations

import datetime as dt
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

import swipewell as sw
from swipewell.export.sidecar import transcript
from swipewell.geometry import Rect
from swipewell.text.markup import plain
from test_properties import inked, outwards, whole_texts

TODAY = dt.date(2026, 11, 23)
STUDIO = sw.Studio()
US = sw.Brand(region="US")

WORDS = {
    "en": ["rest", "a", "isn’t", "“kind”", "10 min", "café"],
    "ar": ["راحة", "في", "«هدوء»", "سُكون", "10", "CBT", "لا", "(نَفَس)"],
    "fa": ["مهربانی", "می‌توانم", "۱۰", "کافی", "Zoom", "گفت‌وگو"],
    "he": ["מנוחה", "ב־10:30", "צה״ל", "(רגע)", "שָׁלוֹם", "Zoom"],
    "hi": ["क्षमा", "संबंध", "ज़रूरत", "है।", "१०", "श्री"],
    "th": ["พักผ่อน", "น้ำใจ", "ที่นี่", "เป็นเรื่องธรรมดา", "๑๐"],
    "ja": ["休む", "「大丈夫」", "ことは、", "大切です。", "15分", "ゆっくりと", "カフェ"],
    "zh-Hans": ["休息，", "“没关系”", "慢慢来。", "二十分钟", "——", "20分钟"],
    "ko": ["쉬어도", "괜찮아요.", "10분", "‘천천히’", "하루"],
    "ru": ["отдых", "и", "«нет»", "ёж", "10 мин"],
    "el": ["φροντίδα", "ή", "«όχι»", "ΐ", "10 λεπτά"],
    "vi": ["nghỉ", "ngơi", "Ế", "được", "10 phút"],
    "tr": ["İyilik", "ığdır", "şefkat", "10 dk"],
}
ALL = [word for words in WORDS.values() for word in words]
ODD = st.text(min_size=1, max_size=12)
MARKED = st.sampled_from(["*{}*", "**{}**", "=={}==", "{}", "{}", "{}", "{}", "{}"])


def written(language: str) -> st.SearchStrategy[str]:
    """Texts mostly in a language, with words of others and arbitrary characters among them."""
    own = st.sampled_from(WORDS[language])
    word = st.one_of(own, own, own, st.sampled_from(ALL), ODD)
    marked = st.builds(lambda sign, text: sign.format(text), MARKED, word)
    glue = "" if language in {"ja", "zh-Hans", "th"} else " "
    return st.lists(marked, min_size=1, max_size=9).map(glue.join).filter(str.strip)


@st.composite
def posts(draw: st.DrawFn) -> sw.Post:
    language = draw(st.sampled_from(sorted(WORDS)))
    text = written(language)
    slides = [
        sw.Tip(title=draw(text), body=draw(text), example=draw(st.one_of(st.none(), text))),
        sw.List(title=draw(text), items=draw(st.lists(text, min_size=1, max_size=4))),
    ]
    return sw.Post(title=draw(text), language=language, slides=slides)


def letters(text: str) -> str:
    """A text's letters and figures, composed, in the order of reading."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum())


def is_named(char: str, refused: sw.SwipewellError) -> bool:
    return any(f"“{char}”" in finding.message for finding in refused.findings)


@given(posts())
@settings(max_examples=300)
def test_any_text_is_painted_or_named(post: sw.Post) -> None:
    try:
        carousel = sw.render(post, US, today=TODAY, studio=STUDIO)
    except sw.SwipewellError as refused:
        told = [f for f in refused.findings if f.severity is sw.Severity.ERROR]
        assert told
        assert all(f.message and f.hint and f.where.field for f in told)
        return
    for slide in carousel.slides:
        for run in slide.frame.texts:
            numbers = [glyph[0] for placed in run.pieces for glyph in placed.glyphs]
            assert 0 not in numbers, (run.path, run.text)  # 0 is the blank square
    for slide, said in zip(carousel.slides[1:], post.slides, strict=False):
        shown = {run.text for run in slide.frame.texts if run.path.endswith(".title")}
        assert {letters(text) for text in shown} <= {letters(plain(said.title))}


@given(posts())
@settings(max_examples=60)
def test_ink_of_any_script_stays_in_its_box(post: sw.Post) -> None:
    try:
        carousel = sw.render(post, US, today=TODAY, studio=STUDIO)
    except sw.SwipewellError:
        return
    for slide in carousel.slides[:3]:
        for runs in whole_texts(slide.frame).values():
            edges = inked(runs, slide.frame).getbbox()
            if edges is not None:
                assert outwards(runs[0].box).holds(Rect(*edges), slack=1.0), runs[0].text


@given(posts())
@settings(max_examples=100)
def test_the_transcript_keeps_the_order_of_reading(post: sw.Post) -> None:
    try:
        carousel = sw.render(post, US, today=TODAY, studio=STUDIO)
    except sw.SwipewellError:
        return
    told = letters(transcript(carousel.post, carousel.deck).decode())
    for slide in post.slides:
        assert letters(plain(slide.title)) in told


def test_no_script_paints_over_another(studio: sw.Studio) -> None:
    """Lines of one text, in the scripts that reach furthest up and down, keep clear of each other."""
    tall = {
        "ar": "إِلَّا أَوَّلًا قُوَّةٌ جُرأةٌ إِلَّا أَوَّلًا قُوَّةٌ جُرأةٌ",
        "hi": "हृदय कुँआँ स्त्रियाँ हृदय कुँआँ स्त्रियाँ हृदय कुँआँ",
        "th": "ที่นี่ กู้ภัย ปั้นปูน ญี่ปุ่น ฐูปู้ ที่นี่ กู้ภัย ปั้นปูน",
        "vi": "Ế Ộ Ự Ễ gập Ế Ộ Ự Ễ gập Ế Ộ Ự Ễ gập Ế Ộ Ự Ễ gập",
    }
    for language, text in tall.items():
        post = sw.Post(title="a", language=language, slides=[sw.Quote(quote=text)])
        quote = sw.render(post, US, today=TODAY, studio=studio).slides[1]
        runs = whole_texts(quote.frame)["slides[0].quote"]
        rows = sorted({placed.y for run in runs for placed in run.pieces})
        assert len(rows) > 1
        taken = Image.new("L", (1080, 1080))
        for y in rows:
            line = [
                run._replace(pieces=tuple(placed for placed in run.pieces if placed.y == y))
                for run in runs
            ]
            ink = inked(line, quote.frame)
            both = [min(a, b) for a, b in zip(ink.tobytes(), taken.tobytes(), strict=True)]
            assert max(both) < 96, (language, y)
            taken = ink
