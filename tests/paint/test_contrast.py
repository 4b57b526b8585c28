"""The contrast meter: on grounds whose contrast is known, on a phone, as a rule, and on linen."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path as File
from typing import Any

import pytest
from PIL import Image

import swipewell as sw
from swipewell.colour import Colour, contrast, mixed, parse_hex
from swipewell.frame import Fill, Frame, GlyphRun, Gradient, Item, Path, Picture, Placed, Shape
from swipewell.geometry import Rect
from swipewell.meter import Reading, contrast_findings, measured
from swipewell.meter.contrast import ON_PHONE, SURE
from swipewell.meter.specimen import kept_on_phone
from swipewell.meter.tones import ratio, tone, tones
from swipewell.model.theme import Style
from swipewell.ornament.curve import disc, ribbon
from swipewell.paint.painter import Painter
from swipewell.reading.theme import read_theme
from swipewell.text.fonts import FaceKey, FontBook
from swipewell.text.shape import Manner, Shaper
from swipewell.text.typeset import Manners, Typesetter

SAMPLES = File(__file__).resolve().parents[2] / "samples"
SHAPER = Shaper(FontBook.bundled(), "en")
SETTER = Typesetter(SHAPER)
PAINTER = Painter()

WHITE, BLACK = Colour(255, 255, 255), Colour(0, 0, 0)
PAPER, INK, CLAY = parse_hex("#f6ecdd"), parse_hex("#2b211c"), parse_hex("#a94f33")
ON_PAPER, ON_CLAY = contrast(INK, PAPER), contrast(INK, CLAY)


def text(
    said: str,
    x: float = 100,
    y: float = 120,
    size: float = 44,
    colour: Colour = INK,
    *,
    family: str = "Alegreya Sans",
    weight: int = 400,
    measure: float = 880,
    path: str = "body",
    style: str = "body",
) -> GlyphRun:
    """A text in one face, its first baseline at a height, lines a size and a half apart."""
    manner = Manner(FaceKey(family, weight))
    held = SETTER.set(said, Manners(*[manner] * 4), size=size, leading=1.5 * size, measure=measure)
    standing = [
        (piece, x + at * size, y + row.top)
        for row in held.rows
        for piece, at, _ in row.standing()
        if piece.glyphs
    ]
    (face,) = {piece.face for piece, _, _ in standing}
    pieces = tuple(Placed(piece.glyphs, left, base) for piece, left, base in standing)
    box = Rect(x, y - size, x + held.width, y + held.height).grown(size / 4)
    return GlyphRun(face, size, colour, pieces, box, held, path, style)


def read(
    *items: Item,
    paper: Colour | Gradient = PAPER,
    styles: dict[str, Style] | None = None,
    size: tuple[int, int] = (1080, 1080),
) -> tuple[Reading, ...]:
    return measured(Frame(*size, (Fill(paper), *items)), PAINTER.paint, styles)


def worst(*items: Item, paper: Colour | Gradient = PAPER) -> float:
    """The worst contrast of the text that comes first."""
    return read(*items, paper=paper)[0].worst


def box(left: float, top: float, right: float, bottom: float) -> Path:
    return (((left, top, True), (right, top, True), (right, bottom, True), (left, bottom, True)),)


# --- Tones ---


def test_tones_span_all_contrasts_in_equal_steps() -> None:
    assert (tone(BLACK), tone(WHITE)) == (0, 255)
    assert ratio(255) == pytest.approx(21)
    for one, other in ((INK, PAPER), (CLAY, PAPER), (Colour(0, 0, 255), Colour(255, 255, 0))):
        assert ratio(abs(tone(one) - tone(other))) == pytest.approx(contrast(one, other), rel=0.015)


def test_a_picture_has_the_tones_of_its_pixels() -> None:
    colours = [
        Colour(r, g, b) for r in range(0, 256, 17) for g in (0, 99, 255) for b in (0, 40, 200)
    ]
    image = Image.frombytes(
        "RGB", (len(colours), 1), bytes(c for colour in colours for c in colour)
    )
    for seen, colour in zip(tones(image).tobytes(), colours, strict=True):
        assert abs(seen - tone(colour)) <= 1, colour


# --- Plain grounds ---


@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *[("#000000", "#ffffff"), ("#ffffff", "#000000"), ("#777777", "#ffffff")],
        *[("#767676", "#ffffff"), ("#2b211c", "#f6ecdd"), ("#fbf1e2", "#a94f33")],
        *[("#ff0000", "#00ff00"), ("#0000ff", "#ffff00"), ("#808080", "#818181")],
    ],
)
@pytest.mark.parametrize("size", [32, 44, 128])
def test_one_colour_on_another_has_the_ratio_of_the_two(ink: str, paper: str, size: float) -> None:
    one, other = parse_hex(ink), parse_hex(paper)
    found = worst(text("boundary", y=300, size=size, colour=one), paper=other)
    assert found == pytest.approx(contrast(one, other), abs=0.05)


def test_a_reading_says_what_was_read_and_where() -> None:
    run = text("A kind no", y=300, size=72)
    (reading,) = read(run)
    assert (reading.path, reading.style, reading.text) == ("body", "body", "A kind no")
    assert (reading.size, reading.large, reading.required) == (72, True, 3)
    assert run.box.holds(reading.where)
    assert reading.where.width > 200
    assert reading.reads


def test_text_at_the_border_of_a_slide_is_read_as_well() -> None:
    for x, y in ((0, 40), (2, 1070), (840, 1078)):
        assert worst(text("boundary", x, y)) == pytest.approx(ON_PAPER)


@pytest.mark.parametrize("aside", [0, 0.25, 0.5, 0.75])
def test_a_bracket_that_hangs_is_looked_at_where_its_ink_is(aside: float) -> None:
    """Its origin stands left of the text's box, by half an em."""
    run = text("「のは」", 130 + aside, 120, 48, family="Noto Sans CJK Core")
    left, *edges = run.box
    hung = run._replace(box=Rect(left + 36, *edges))
    assert worst(hung) == pytest.approx(ON_PAPER)


# --- Other things under a text ---


@pytest.mark.parametrize(
    "field",
    [box(180, 0, 1080, 1080), box(0, 0, 180, 1080), box(0, 100, 1080, 300), (disc(190, 110, 40),)],
    ids=["right half", "left half", "below the middle", "a disc"],
)
def test_a_word_that_runs_over_onto_a_field_is_caught(field: Path) -> None:
    assert worst(Shape(field, CLAY), text("boundary")) == pytest.approx(ON_CLAY, abs=0.05)


def test_a_field_that_hides_half_a_letter_of_many_is_caught() -> None:
    said = " ".join(["kind words land softly"] * 15)
    run = text(said, y=200)
    last = read(run)[0].where.right
    assert len(run.text) > 330
    assert worst(Shape(box(last - 12, 0, 1080, 1080), CLAY), run) == pytest.approx(
        ON_CLAY, abs=0.05
    )


def test_a_field_beside_a_text_is_none_of_its_business() -> None:
    run = text("boundary")
    right = read(run)[0].where.right
    assert worst(Shape(box(right + 4, 0, 1080, 1080), CLAY), run) == pytest.approx(ON_PAPER)
    under = worst(Shape(box(right - 6, 0, 1080, 1080), CLAY), run)
    assert under == pytest.approx(ON_CLAY, abs=0.05)


@pytest.mark.parametrize("width", [2, 5.5, 8, 10])
@pytest.mark.parametrize("end", [(1080.0, 108.0), (1080.0, 700.0), (180.0, 1080.0)])
def test_a_line_behind_a_text_does_not_count(width: float, end: tuple[float, float]) -> None:
    line = Shape((ribbon([(20, 108), end], width),), INK)
    assert worst(line, text("boundary")) == pytest.approx(ON_PAPER, abs=0.05)


@pytest.mark.parametrize("height", [16, 24, 60])
def test_a_band_behind_a_text_counts(height: float) -> None:
    band = Shape(box(0, 108 - height / 2, 1080, 108 + height / 2), CLAY)
    assert worst(band, text("boundary")) == pytest.approx(ON_CLAY, abs=0.05)


def test_the_corner_of_a_field_that_a_stroke_just_meets_does_not_count() -> None:
    run = text("kind words land softly")
    _, _, right, bottom = read(run)[0].where
    corner = Shape(box(right, bottom - 2, 1080, 1080), CLAY)
    assert worst(corner, run) == pytest.approx(ON_PAPER)


def test_a_highlight_is_what_its_words_stand_on() -> None:
    lamp = parse_hex("#f3dcb4")
    found = worst(Shape(box(90, 90, 180, 130), lamp), text("boundary"))
    assert found == pytest.approx(contrast(INK, lamp), abs=0.05)


@pytest.mark.parametrize("over", [PAPER, CLAY])
def test_what_is_painted_over_a_text_hides_it(over: Colour) -> None:
    assert worst(text("boundary"), Shape(box(180, 0, 1080, 1080), over)) == pytest.approx(1)


def test_under_a_veil_what_is_left_counts() -> None:
    veil = Shape(box(180, 0, 1080, 1080), PAPER, opacity=0.5)
    left = contrast(mixed(INK, PAPER, 0.5), PAPER)
    assert worst(text("boundary"), veil) == pytest.approx(left, rel=0.02)


def test_a_great_numeral_under_a_text_is_ground_and_the_text_beside_is_not() -> None:
    numeral = text("8", 60, 500, 480, CLAY, path="number")
    body = text("boundary boundary", 60, 330)
    assert read(numeral, body)[1].worst == pytest.approx(ON_CLAY, abs=0.05)
    assert read(numeral, body._replace(pieces=body.pieces[:0]))[0].worst > 4
    beside = text("boundary", 100, 170, path="other")
    assert read(text("boundary"), beside)[0].worst == pytest.approx(ON_PAPER)


def test_other_faces_of_the_same_text_are_not_its_ground() -> None:
    heavy = text("boundary", 101, 121, family="Alegreya Sans", weight=700)
    assert [r.worst for r in read(text("boundary"), heavy)] == pytest.approx([ON_PAPER] * 2)


@pytest.mark.parametrize("end", [(0.0, 320.0), (480.0, 0.0)], ids=["down", "across"])
def test_on_a_gradient_the_worst_end_of_the_text_counts(end: tuple[float, float]) -> None:
    dark = Colour(60, 60, 60)
    ground = Gradient((0, 0), end, ((0.0, WHITE), (1.0, dark)))
    reading = read(text("small words", 60, 120), paper=ground, size=(480, 320))[0]
    far = reading.where.bottom / 320 if end[1] else reading.where.right / 480
    assert reading.worst == pytest.approx(contrast(INK, mixed(WHITE, dark, far)), rel=0.06)


def saved(image: Image.Image, folder: File) -> Picture:
    """A picture over the whole slide."""
    file = folder / "picture.png"
    image.save(file)
    return Picture(str(file), Rect(0, 0, 1080, 1080), box(0, 0, 1080, 1080))


def test_on_a_picture_the_worst_place_counts(tmp_path: File) -> None:
    light, dark = Colour(220, 214, 200), Colour(120, 96, 80)
    image = Image.new("RGB", (1080, 1080), light)
    calm = worst(saved(image, tmp_path), text("boundary", 100, 120))
    assert calm == pytest.approx(contrast(INK, light), abs=0.05)
    image.paste(dark, (150, 60, 210, 140))
    (tmp_path / "other").mkdir()
    busy = worst(saved(image, tmp_path / "other"), text("boundary", 100, 120))
    assert busy == pytest.approx(contrast(INK, dark), abs=0.05)


def test_what_dazzles_in_a_picture_is_seen_on_a_phone(tmp_path: File) -> None:
    """Speckles of 4 px are lines to the meter; at a phone's size they are a grey that counts."""
    speckled = Image.new("L", (270, 270))
    speckled.putdata([255 * ((x + y) % 2) for y in range(270) for x in range(270)])
    image = speckled.resize((1080, 1080), Image.Resampling.NEAREST).convert("RGB")
    (reading,) = read(saved(image, tmp_path), text("boundary", colour=Colour(110, 110, 110)))
    assert reading.on_phone is not None
    assert reading.on_phone < ON_PHONE
    assert not reading.reads


# --- What is required ---


@pytest.mark.parametrize(
    ("size", "weight", "required"),
    [(68, 400, 4.5), (69, 400, 3), (53, 700, 4.5), (54, 700, 3), (54, 500, 4.5), (32, 400, 4.5)],
)
def test_large_text_may_have_less(size: float, weight: int, required: float) -> None:
    assert read(text("kind", y=300, size=size, weight=weight))[0].required == required


ORNAMENT = {"mark": Style("heading", (480,), ornament=True), "body": Style("body", (44,))}


@pytest.mark.parametrize(("said", "required"), [("1", 3), ("12", 3), ("٣", 3), ("s", 4.5)])
def test_numbers_set_as_ornament_need_what_graphics_need(said: str, required: float) -> None:
    family = "Noto Naskh Arabic" if said == "٣" else "Fraunces"
    run = text(said, y=300, size=48, family=family, style="mark")
    assert read(run, styles=ORNAMENT)[0].required == required
    assert read(run._replace(style="body"), styles=ORNAMENT)[0].required == 4.5


@pytest.mark.parametrize("mark", ["“", "*", "—"])
def test_marks_that_only_adorn_are_not_read(mark: str) -> None:
    run = text(mark, y=600, size=424, family="Fraunces", style="mark")
    assert read(run, styles=ORNAMENT) == ()
    assert len(read(run)) == 1


def test_emoji_and_blanks_are_not_read() -> None:
    emoji = SHAPER.word("🌿", Manner(FaceKey("Fraunces"))).pieces[0]
    run = text("kind")
    leaf = run._replace(face=emoji.face, pieces=(Placed(emoji.glyphs, 400, 120),))
    assert [r.where.right < 400 for r in read(run, leaf)] == [True]
    assert read(run._replace(pieces=())) == ()


# --- On a phone ---


def on_phone(ink: str, paper: str, **how: Any) -> tuple[float, float]:
    (reading,) = read(
        text("kind boundary words", colour=parse_hex(ink), **how), paper=parse_hex(paper)
    )
    assert reading.on_phone is not None
    return reading.worst, reading.on_phone


@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *[("#ff0000", "#00ff00"), ("#ffffff", "#e00000"), ("#00ffff", "#c00000")],
        *[("#00ff80", "#a00060"), ("#fbf1e2", "#a94f33"), ("#2b211c", "#f6ecdd")],
    ],
)
def test_small_type_loses_on_a_phone(ink: str, paper: str) -> None:
    plain, left = on_phone(ink, paper, size=36)
    assert 1 <= left < 0.9 * plain


def test_saturated_colours_lose_more_than_greys_of_the_same_contrast() -> None:
    red, grey = on_phone("#fdf3ea", "#d20000"), on_phone("#f4f4f4", "#686868")
    assert red[0] == pytest.approx(grey[0], rel=0.05)
    assert red[1] < 0.8 * grey[1]


def test_great_type_keeps_its_contrast() -> None:
    plain, left = on_phone("#2b211c", "#f6ecdd", size=128, y=300, measure=2000)
    assert left == pytest.approx(plain, rel=0.1)


def test_hairlines_lose_more_than_stems() -> None:
    thin = on_phone("#6e5747", "#f6ecdd", family="Fraunces", weight=300, size=40)
    stout = on_phone("#6e5747", "#f6ecdd", family="Fraunces", weight=500, size=40)
    assert thin[1] < stout[1]


def test_a_word_on_a_field_is_found_among_many() -> None:
    run = text(" ".join(["kind words land softly"] * 8), y=200)
    (alone,) = read(run)
    (crossed,) = read(Shape(box(880, 150, 1080, 240), CLAY), run)
    assert alone.on_phone is not None
    assert crossed.on_phone is not None
    assert crossed.on_phone < 0.5 * alone.on_phone


@pytest.mark.parametrize("said", ["–", "i", "×"])
def test_of_hardly_any_ink_nothing_is_said(said: str) -> None:
    (reading,) = read(text(said, colour=parse_hex("#6e5747")))
    assert reading.on_phone is None
    assert reading.reads


def test_the_same_slide_is_read_the_same_every_time() -> None:
    frame = Frame(1080, 1080, (Fill(PAPER), Shape((disc(200, 120, 50),), CLAY), text("boundary")))
    assert measured(frame, PAINTER.paint) == measured(frame, Painter().paint)


def test_a_slide_is_not_changed_by_being_read() -> None:
    frame = Frame(1080, 1080, (Fill(PAPER), text("boundary")))
    before = PAINTER.paint(frame).tobytes()
    measured(frame, PAINTER.paint)
    assert PAINTER.paint(frame).tobytes() == before


# --- As a rule ---


def spoilt(found: sw.Carousel, slide: int, *items: Item) -> sw.Carousel:
    """A carousel with items painted on one of its slides under all text."""
    slides = list(found.slides)
    frame = slides[slide - 1].frame
    below = [item for item in frame.items if not isinstance(item, GlyphRun)]
    changed = frame._replace(items=(*below, *items, *frame.texts))
    slides[slide - 1] = slides[slide - 1]._replace(frame=changed)
    return found._replace(slides=tuple(slides))


@pytest.fixture
def deck(studio: sw.Studio, alma: sw.Brand, today: dt.date) -> sw.Carousel:
    post = sw.Post(
        title="A kinder no",
        subtitle="Small *sentences* that protect you",
        slides=[sw.Tip(title="Pause first", body="Wait for a breath before you answer.")],
    )
    return sw.render(post, alma, "linen", today=today, studio=studio)


def test_a_deck_as_it_is_designed_has_no_findings(deck: sw.Carousel) -> None:
    assert contrast_findings(deck) == ()


def test_a_text_that_does_not_read_is_told_with_slide_and_field(deck: sw.Carousel) -> None:
    grey = parse_hex("#a8907e")
    (found,) = contrast_findings(spoilt(deck, 1, Shape(box(0, 850, 700, 1010), grey)))
    paint = next(run.colour for run in deck.slides[0].frame.texts if run.path == "subtitle")
    assert (found.code, found.severity) == ("low-contrast", sw.Severity.WARNING)
    assert (found.slide, found.where.field) == (1, "subtitle")
    assert contrast(paint, grey) == pytest.approx(2.7, abs=0.05)
    assert found.message == (
        "The subtitle on slide 1 reads only 2.7:1 against what is painted under it, "
        "where 4.5:1 is needed."
    )
    assert "keeps clear" in found.hint


def test_a_text_that_only_compression_spoils_is_told_as_such(deck: sw.Carousel) -> None:
    first = deck.slides[0]
    loud = [run._replace(colour=parse_hex("#00ff80")) for run in first.frame.texts]
    frame = first.frame._replace(items=(Fill(parse_hex("#a00060")), *loud))
    found = contrast_findings(deck._replace(slides=(first._replace(frame=frame),)))
    told = {finding.where.field: finding.message for finding in found}
    assert "title" not in told
    assert re.fullmatch(
        r"The subtitle on slide 1 reads only 2\.\d:1 on a phone once it is compressed, "
        r"where 2\.5:1 is needed\.",
        told["subtitle"],
    )


def test_every_text_is_named_once(deck: sw.Carousel) -> None:
    near = Shape(box(0, 0, 1080, 1080), mixed(INK, CLAY, 0.5))
    runs = deck.slides[0].frame.texts
    assert len({run.path for run in runs}) < len(runs)
    lost = [run._replace(colour=INK) for run in runs]
    frame = deck.slides[0].frame._replace(items=(near, *lost))
    found = contrast_findings(deck._replace(slides=(deck.slides[0]._replace(frame=frame),)))
    fields = [finding.where.field for finding in found]
    assert sorted(fields) == sorted({run.path for run in runs})


# --- linen ---

SEEDS = (
    *("#b3573a", "#3f6f6a", "#6b4e7d", "#1e3a5f", "#d9a441", "#e8b4b8"),
    *("#2f5d3a", "#ffffff", "#000000", "#ff0000", "#00ffff", "#f4f1d0"),
)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_text_of_the_samples_reads_whatever_the_seed(
    seed: str, studio: sw.Studio, alma: sw.Brand, today: dt.date
) -> None:
    brand = alma.model_copy(update={"colours": alma.colours.model_copy(update={"seed": seed})})
    styles = read_theme("linen").styles
    for sample in ("grounding", "kind-boundaries", "self-compassion", "sleep"):
        post = sw.read_post(SAMPLES / f"{sample}.yaml")
        found = sw.render(post, brand, "linen", today=today, studio=studio)
        for number, slide in enumerate(found.slides, 1):
            for reading in measured(slide.frame, slide.paint, styles):
                assert reading.reads, (sample, number, reading)


@pytest.mark.parametrize("theme", ["linen", "notebook", "dusk", "poster"])
def test_what_a_check_does_not_look_at_on_a_phone_reads_there(
    theme: str, studio: sw.Studio, alma: sw.Brand, today: dt.date
) -> None:
    post = sw.read_post(SAMPLES / "kind-boundaries.yaml")
    found = sw.render(post, alma, theme, today=today, studio=studio)
    passed = 0
    for slide in found.slides:
        in_full = measured(slide.frame, slide.paint, found.theme.styles)
        in_short = measured(slide.frame, slide.paint, found.theme.styles, sure=SURE)
        for full, short in zip(in_full, in_short, strict=True):
            assert full[:6] == short[:6]
            assert short.reads
            assert short.worst <= full.worst  # one that all pixels keep
            if short.on_phone is None and full.on_phone is not None:
                passed += 1
                assert full.on_phone > 1.1 * ON_PHONE
    assert passed > 10


def test_a_specimen_says_what_is_lost_on_a_phone() -> None:
    run = text("Quiet words")
    loud = run._replace(colour=parse_hex("#00ff80"), size=44.0)
    calm = run._replace(colour=parse_hex("#2b211c"), size=44.0)
    assert kept_on_phone(loud, parse_hex("#a00060"), PAINTER.paint) < 1.2 * ON_PHONE
    assert kept_on_phone(calm, parse_hex("#f6ecdd"), PAINTER.paint) > 2 * ON_PHONE
