"""plain with real fonts: the rail never breaks, keeps clear of text, and all is as large as it was meant."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb

import swipewell as sw
from decks import SAMPLES, TODAY
from frames import ink
from swipewell.care.helplines import regions
from swipewell.colour import Colour, contrast
from swipewell.findings import Severity
from swipewell.frame import Fill, GlyphRun, Shape
from swipewell.geometry import Rect
from swipewell.model.theme_file import checked_themes
from swipewell.ornament.rail import _beads, _counted
from swipewell.ornament.stroke import Corner, rounded, stroked
from swipewell.paint.raster import drawn, outline_font, path_bounds
from swipewell.palette import grow
from swipewell.reading.theme import read_theme, theme_data

POSTS = [
    path
    for folder in (SAMPLES, SAMPLES / "languages", SAMPLES.parent / "tests" / "golden")
    for path in sorted(folder.glob("*.yaml"))
    if path.stem != "brand"
]
US = sw.Brand(region="US", handle="@alma.counselling", name="Alma", credential="Counsellor")
PAGE = Rect(0, 0, 1080, 1080)
RAIL = range(866, 886)


def deck(shop: sw.Studio, *slides: Any, brand: sw.Brand = US, **fields: Any) -> sw.Carousel:
    post = sw.Post(title="A title", slides=slides or [sw.Tip(title="A tip")], **fields)
    return sw.render(post, brand, "plain", today=TODAY, studio=shop)


def texts(slide: sw.Slide, style: str) -> list[GlyphRun]:
    return [run for run in slide.frame.texts if run.style == style]


def every_kind() -> list[Any]:
    """One slide of every kind there is."""
    half = sw.Half(items=["“One thing.”", "“Another thing.”"])
    return [
        sw.Tip(
            title="Name the need, not the flaw", body="It lands. " * 12, example="“I’d love to.”"
        ),
        sw.Steps(title="When your chest tightens", steps=["Pause.", "Breathe.", "Say it."]),
        sw.Compare(title="Same limit, kinder door", left=half, right=half),
        sw.Quote(
            quote="You can close a door softly and still have closed it.", by="a note to self"
        ),
        sw.Practice(
            title="One breath before yes",
            phases=[sw.Phase(do=do, seconds=n) for do, n in (("In", 4), ("Hold", 4), ("Out", 6))],
            rounds=5,
        ),
        sw.List(title="Where it lives", items=["Jaw", "Shoulders", "Breath"]),
        *(
            kind(**fields)
            for kind, fields in {
                sw.Myth: {"myth": "Saying no is selfish.", "fact": "A clear no keeps a yes."},
                sw.Prompt: {"title": "This week", "question": "What did I say yes to?"},
                sw.Definition: {"term": "Boundary", "meaning": "A limit, said out loud."},
                sw.Figure: {"figure": "1 in 5", "meaning": "adults each year", "source": "NIMH"},
                sw.Resources: {"title": "Keep these", "items": [{"name": "A book"}]},
                sw.Recap: {"title": "Once more"},
            }.items()
        ),
        sw.Invite(title="Which one will you try?", body="Save this for dinner."),
    ]


def test_the_theme_is_sound() -> None:
    checked_themes()["Theme"].model_validate(theme_data("plain"))


# --- Every post there is ---


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_a_sample_is_set_whole(shop: sw.Studio, path: Path) -> None:
    found = sw.render(sw.read_post(path), US, "plain", today=TODAY, studio=shop)
    errors = {f.code for f in found.findings if f.severity is Severity.ERROR}
    assert errors <= ({"too-many-slides"} if path.stem == "long" else set())
    for slide in found.slides:
        for run in slide.frame.texts:
            assert PAGE.holds(run.box), (slide.kind, run.style, run.text)
        spoken = [run for run in slide.frame.texts if run.style not in ("numeral", "quote_mark")]
        by_path = {run.path: ink(r for r in spoken if r.path == run.path) for run in spoken}
        for (one, a), (other, b) in itertools.combinations(by_path.items(), 2):
            if {one, other} != {"handle", "initial"}:
                assert not a.overlaps(b), (slide.kind, one, other)


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_nothing_is_small(shop: sw.Studio, path: Path) -> None:
    least = {"credential": 32, "initial": 30, "closing_title": 56, "emergency": 48, "contact": 48}
    styles = read_theme("plain").styles
    for slide in sw.render(sw.read_post(path), US, "plain", today=TODAY, studio=shop).slides:
        closing = slide.kind.startswith(("disclaimer", "content"))
        for run in slide.frame.texts:
            floor = 36 if closing or run.style in ("handle", "progress", "phase") else 40
            assert run.size >= least.get(run.style, floor), (slide.kind, run.style)
            assert run.size in styles[run.style].sizes


# --- The rail ---


def column(slide: sw.Slide, x: int) -> list[int]:
    """The heights at which a column of pixels is not the slide's ground."""
    (ground,) = (item.paint for item in slide.frame.items if isinstance(item, Fill))
    pixels = slide.image.convert("RGB").crop((x, 0, x + 1, 1080)).tobytes()
    return [y for y in range(1080) if pixels[3 * y : 3 * y + 3] != bytes(ground)]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_rail_crosses_every_border_at_one_height(shop: sw.Studio, language: str) -> None:
    slides = deck(shop, *every_kind(), language=language).slides
    first, last = (1079, 0) if language == "en" else (0, 1079)
    for before, after in itertools.pairwise(slides):
        assert set(column(after, last)) ^ set(RAIL) <= {865, 866, 885, 886}
        assert set(column(before, first)) ^ set(RAIL) <= {865, 866, 885, 886}
    assert column(slides[0], last) == []
    assert column(slides[-1], first) == []


def shapes(slide: sw.Slide) -> list[Shape]:
    return [item for item in slide.frame.items if isinstance(item, Shape)]


def test_the_rail_keeps_clear_of_text(shop: sw.Studio) -> None:
    """On its own ground, all text stands 12 px from the rail; on its door and discs it is in another ink."""
    for slide in deck(shop, *every_kind()).slides:
        rail = shapes(slide)[0]
        over = [run for run in slide.frame.texts if run.colour != rail.paint and run.style != "cue"]
        (ground,) = (item.paint for item in slide.frame.items if isinstance(item, Fill))
        for run in over:
            if run.colour == ground:
                continue
            box = ink([run]).grown(12 if run.style != "credential" else 8)
            window = [int(edge) for edge in (box.left, box.top, box.width + 1, box.height + 1)]
            mask = drawn(outline_font(rail.path), *window, hb.RasterDraw())
            assert mask.getbbox() is None, (slide.kind, run.style, run.text)


@pytest.mark.parametrize("kind", ["tip", "invite", "disclaimer"])
def test_a_right_to_left_deck_is_the_mirror(shop: sw.Studio, kind: str) -> None:
    here, there = (deck(shop, *every_kind(), language=language).slides for language in ("en", "he"))
    one = next(s for s in here if s.kind.startswith(kind))
    other = next(s for s in there if s.kind.startswith(kind))
    left, right = (column(one, 44), column(other, 1080 - 45))
    assert bool(left) == bool(right)


@pytest.mark.parametrize("count", range(1, 10))
def test_steps_hang_on_the_rail_and_go_on_counting(shop: sw.Studio, count: int) -> None:
    found = deck(shop, sw.Steps(title="S", steps=[f"Do {n}" for n in range(count)]))
    steps = [slide for slide in found.slides if slide.kind == "steps"]
    numbers = [run for slide in steps for run in texts(slide, "step_number")]
    assert [run.text for run in numbers] == [str(n) for n in range(1, count + 1)]
    for slide in steps:
        rail = shapes(slide)[0].path
        discs = [path_bounds((contour,)) for contour in rail[1:]]
        for disc, run in zip(discs, texts(slide, "step_number"), strict=True):
            assert disc.holds(ink([run]))
            assert ink([run]).centre == pytest.approx(disc.centre, abs=3.5)
        for above, below in itertools.pairwise(discs):
            assert above.bottom < below.top


@pytest.mark.parametrize(
    "title", ["When your body tightens", "Cuando se te encoge el pecho", "Ängste, jung geprägt"]
)
def test_the_rails_arch_keeps_clear_of_a_title(shop: sw.Studio, title: str) -> None:
    item = sw.Item(title="A thing", body="It may help. " * 3)
    slides = deck(
        shop,
        sw.Tip(title="A tip"),
        sw.Tip(title="Another tip"),
        *(sw.Steps(title=title, steps=steps) for steps in (["Do it."] * 3, [item] * 3)),
        *(sw.List(title=title, items=["A thing"] * n) for n in (2, 5)),
        sw.Recap(title=title),
    ).slides[3:-1]
    for slide in slides:
        words, arch = ink(texts(slide, "title")), path_bounds(shapes(slide)[0].path)
        assert arch.top - words.bottom >= 30, slide.kind


def test_few_tips_once_more_take_the_height_of_the_slide(shop: sw.Studio) -> None:
    tips = [sw.Tip(title="Name the need"), sw.Tip(title="Not the flaw")]
    slide = deck(shop, *tips, sw.Recap(title="Once more")).slides[3]
    discs = [path_bounds((contour,)) for contour in shapes(slide)[0].path[1:]]
    assert discs[-1].bottom > 640
    for disc, run in zip(discs, texts(slide, "entry_number"), strict=True):
        assert ink([run]).centre == pytest.approx(disc.centre, abs=3.5)


def test_steps_take_the_room_there_is_before_they_draw_close(shop: sw.Studio) -> None:
    said = ["Hold your arm, or a warm cup.", "Say what happened, without insults."]
    slide = deck(shop, sw.Steps(title="When the critic starts", steps=said * 2)).slides[1]
    discs = [path_bounds((contour,)) for contour in shapes(slide)[0].path[1:]]
    assert all(below.top - above.bottom >= 20 for above, below in itertools.pairwise(discs))


@pytest.mark.parametrize("count", range(1, 10))
def test_beads_of_a_list_are_level_with_its_lines(shop: sw.Studio, count: int) -> None:
    found = deck(shop, sw.List(title="L", items=["xo" * 3] * count))
    for slide in found.slides:
        if slide.kind == "list":
            beads = [path_bounds((contour,)).centre[1] for contour in shapes(slide)[0].path[1:]]
            lines = [ink([run]).centre[1] for run in texts(slide, "item")]
            assert beads == pytest.approx(lines, abs=6)


@pytest.mark.parametrize(
    "seconds", [[4], [4, 6], [4, 4, 6], [4, 7, 8], [4, 4, 4, 4], [1, 60], [60, 60, 60, 60]]
)
def test_a_breath_has_a_bead_a_second_while_there_is_room(
    shop: sw.Studio, seconds: list[int]
) -> None:
    names = ["Breathe in", "Hold", "Breathe out", "Rest"]
    phases = [sw.Phase(do=do, seconds=s) for do, s in zip(names, seconds, strict=False)]
    found = deck(shop, sw.Practice(title="One breath before yes", phases=phases, rounds=5))
    (slide,) = (slide for slide in found.slides if slide.kind == "practice")
    beads = [path_bounds((contour,)) for contour in shapes(slide)[0].path[1:]]
    assert all(bead.left > 96 and bead.right < 990 for bead in beads)
    if sum(seconds) <= 19:
        assert len(beads) == sum(seconds)
    for one, other in itertools.pairwise(beads):
        assert other.left - one.right >= 4
    for label, k in zip(
        texts(slide, "phase"), itertools.accumulate([0, *seconds[:-1]]), strict=True
    ):
        if sum(seconds) <= 19:
            assert label.box.left <= beads[k].left + 4
        assert ink([label]).bottom < min(bead.top for bead in beads)


def test_long_breaths_have_beads_that_count_several_seconds() -> None:
    assert _counted(((96.0, 60), (540.0, 60)))[0] > 1
    assert _counted(((96.0, 4), (361.6, 4), (627.2, 6))) == (1, pytest.approx(59.5, abs=1))
    assert len(_beads(((96.0, 4), (540.0, 6)))) == 1
    assert len(_beads(((96.0, 4), (361.6, 4), (627.2, 6)))) == 2


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        *(("Save this for dinner.", True), ("Speicher dir das.", True)),
        *(("Tell me below.", False), (None, False)),
    ],
)
def test_only_what_is_to_be_kept_has_a_bookmark(
    shop: sw.Studio, body: str | None, kept: bool
) -> None:
    slide = deck(shop, sw.Invite(title="Which one?", body=body)).slides[1]
    middle, side = ([y for y in column(slide, x) if 640 < y < 930] for x in (876, 800))
    assert (len(side) > 150) == kept
    if kept:  # its notch is open below: no rail runs under it
        assert max(middle) < 800
    else:
        assert middle == side


@pytest.mark.parametrize("example", ["“Stay?”", "“Could you stay with me, just for a bit?”", None])
def test_what_is_said_with_a_word_stands_in_a_closed_bubble(
    shop: sw.Studio, example: str | None
) -> None:
    meaning = "One calm body helping another to settle."
    found = deck(shop, sw.Definition(term="co-regulation", meaning=meaning, example=example))
    slide = found.slides[1]
    crossed = column(slide, 300)
    if example is None:
        assert [y for y in crossed if y > 700] == column(deck(shop).slides[1], 300)
        return
    words = ink(texts(slide, "example"))
    about = path_bounds(shapes(slide)[0].path)
    assert about.left < words.left - 24
    assert about.top < words.top - 12
    assert [y for y in crossed if words.bottom + 8 < y < 850]  # it has an edge below, too


def test_a_bubble_is_as_wide_as_its_words(shop: sw.Studio) -> None:
    ends = []
    for said in (
        "“I’d love to.”",
        "“I would so love to.”",
        "“Could you stay with me, just for a bit?”",
    ):
        slide = deck(shop, sw.Tip(title="Say it", body="It lands. " * 6, example=said)).slides[1]
        words = ink(texts(slide, "example"))
        # half way up the bubble: its right side, and what is left of it to the words
        side = [
            x
            for x in range(1080)
            if any(
                slide.image.convert("RGB").getpixel((x, round(words.centre[1]) + dy))
                != (255, 255, 255)
                for dy in (-2, 2)
            )
        ]
        ends.append((max(side), words.right))
    assert ends[0][0] <= ends[1][0] < ends[2][0]
    assert all(side - right >= 30 for side, right in ends)


@pytest.mark.parametrize("lines", range(1, 7))
def test_a_prompt_has_its_lines_to_write_on(shop: sw.Studio, lines: int) -> None:
    slide = deck(shop, sw.Prompt(question="Who listened?", lines=lines)).slides[1]
    crossed = column(slide, 540)
    starts = [b for a, b in itertools.pairwise([-9, *crossed]) if b - a > 1]
    assert len(starts) >= lines
    ruled = shapes(slide)[0].path
    assert len(ruled) == 1  # one line, as wide everywhere as at the borders
    for start in starts[-lines:]:
        assert sum(start <= y < start + 30 for y in crossed) in (20, 21, 22)


# --- The brand row ---


@pytest.mark.parametrize("count", [1, 9, 18])
def test_progress_is_told_in_words(shop: sw.Studio, count: int) -> None:
    slides = deck(shop, *[sw.Tip(title="A tip")] * count).slides
    shown = [texts(slide, "progress")[0].text.replace("\u00a0", " ") for slide in slides]
    assert shown == [f"{n} of {count + 2}" for n in range(1, count + 3)]
    for slide in slides:
        assert ink(texts(slide, "progress")).right == pytest.approx(984, abs=4)
        assert texts(slide, "initial")[0].text == "A"


@pytest.mark.parametrize(("language", "told"), [("de", "2 von"), ("ja", "2/"), ("ar", "٢ من")])
def test_progress_is_told_in_the_posts_language(shop: sw.Studio, language: str, told: str) -> None:
    run = texts(deck(shop, language=language).slides[1], "progress")[0]
    assert run.text.replace("\u00a0", " ").replace("\u200a", "").startswith(told)


def test_a_brand_without_a_handle_has_an_empty_row(shop: sw.Studio) -> None:
    slides = deck(shop, brand=sw.Brand(region="US")).slides
    assert not texts(slides[0], "initial")
    assert len(shapes(slides[0])) == 1


# --- Tips and quotes ---


def test_a_deck_can_count_to_eighteen(shop: sw.Studio) -> None:
    found = deck(shop, *[sw.Tip(title="Name the need, not the flaw", body="It lands. " * 12)] * 18)
    shown = [run for slide in found.slides for run in texts(slide, "numeral")]
    assert [run.text for run in shown] == [str(n) for n in range(1, 19)]
    assert len({run.size for run in shown}) == 1
    for slide in found.slides[1:-1]:
        numeral, title = ink(texts(slide, "numeral")), ink(texts(slide, "title"))
        assert numeral.right + 16 < title.left


@pytest.mark.parametrize(("language", "closing"), [("en", "”"), ("de", ""), ("sv", "”")])
def test_a_quote_is_closed_by_the_great_marks_partner(
    shop: sw.Studio, language: str, closing: str
) -> None:
    slide = deck(shop, sw.Quote(quote="So it is."), language=language).slides[1]
    (run,) = texts(slide, "quote")
    assert run.text.replace("\n", " ") == f"So it is.{closing}"


# --- Colours ---

SEEDS = ["#1f2bd6", "#b3573a", "#ff00ff", "#00ff00", "#ffff00", "#808080", "#111111", "#fafafa",
         "#8fa38a", "#00ffff", "#3b1f2b", "#e8c4b8"]  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_every_pair_reads_seven_to_one(seed: str) -> None:
    theme = read_theme("plain")
    palette = grow(theme.palette, seed)
    for roles in theme.grounds.values():
        ground = palette[roles["ground"]]
        for role in ("ink", "accent"):
            assert contrast(palette[roles[role]], ground) >= 7
        assert contrast(palette[roles["on_accent"]], palette[roles["accent"]]) >= 7
        assert contrast(palette[roles["ink"]], palette[roles["highlight"]]) >= 7


def test_the_mock_ups_colours_grow_from_their_seed() -> None:
    palette = grow(read_theme("plain").palette, "#1f2bd6")
    near = {"paper": "#ffffff", "ink": "#000000", "accent": "#1f2bd6", "accent_on_dark": "#a9b6ff"}
    for role, wanted in near.items():
        known = Colour(*bytes.fromhex(wanted[1:]))
        assert all(abs(a - b) <= 2 for a, b in zip(palette[role], known, strict=True)), role


def test_nearly_grey_seeds_stay_grey() -> None:
    accent = grow(read_theme("plain").palette, "#808080")["accent"]
    assert max(accent) - min(accent) <= 2


# --- The disclaimer ---


@pytest.mark.parametrize("region", regions())
@pytest.mark.parametrize("also", [[], ["US"]], ids=["", "one more"])
def test_the_disclaimer_finds_room_in_every_region(
    shop: sw.Studio, region: str, also: list[str]
) -> None:
    brand = sw.Brand.model_validate(
        {
            "name": "Alma Counselling",
            "credential": "Licensed Marriage and Family Therapist",
            "licence": {"number": "LMFT 00000", "jurisdiction": "California"},
            "region": region,
            "disclaimer": {
                "also_regions": also,
                "dm_policy": "I read messages twice a week and cannot advise in them.",
            },
        }
    )
    found = deck(shop, brand=brand, topics=["suicide"])
    last = [slide for slide in found.slides if slide.kind.startswith("disclaimer")]
    assert len(last) <= 2 + bool(also)
    for slide in last:
        for run in slide.frame.texts:
            if re.fullmatch(r"emergency|contacts\[\d+\]\.(action|emergency)", run.path):
                assert run.size >= 48


# --- Strokes ---


def test_a_strokes_outline_is_as_wide_as_it_should_be() -> None:
    bounds = path_bounds((stroked([Corner(0, 50), Corner(100, 50)], 20),))
    assert tuple(bounds) == (0, 40, 100, 60)


def test_a_corner_is_a_true_arc() -> None:
    line = [Corner(0, 0), Corner(100, 0, 40), Corner(100, 100)]
    outline = [(x, y) for x, y, on in stroked(line, 20) if on]
    turning = [p for p in outline if p[0] > 60 and p[1] < 40]
    distances = {round(((x - 60) ** 2 + (y - 40) ** 2) ** 0.5, 3) for x, y in turning}
    assert distances <= {30.0, 50.0}


def test_an_area_has_round_corners_where_it_should() -> None:
    square = [Corner(0, 0, 10), Corner(100, 0), Corner(100, 100), Corner(0, 100)]
    points = rounded(square)
    assert (0, 0, True) not in points
    assert (100, 0, True) in points
