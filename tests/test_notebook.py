"""notebook with real fonts: one stroke over all borders, rules under the words, and words that read."""

from __future__ import annotations

import math
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import ImageChops

import swipewell as sw
from decks import POSTS, SAMPLES, TODAY, brand_in, breath, closes_well, compare, kinds, steps
from frames import ink
from swipewell.care.helplines import regions
from swipewell.colour import contrast
from swipewell.frame import Shape
from swipewell.geometry import Point, Rect
from swipewell.layout.pick import highlighted
from swipewell.meter import contrast_findings
from swipewell.ornament import pen, ways
from swipewell.ornament.curve import spline
from swipewell.ornament.ways import Crossing, Hand
from swipewell.palette import grow
from swipewell.reading.theme import read_theme

US = sw.Brand(region="US", handle="@alma", name="Alma", credential="Counsellor")
SEEDS = [
    *("#2b3ea8", "#b3573a", "#2f6b3f", "#6a4a9c", "#c02060", "#e0b000"),
    *("#808080", "#101418", "#f4f0e8", "#ff00ff", "#00ff40", "#1a3cff"),
]


def deck(shop: sw.Studio, *slides: Any, brand: sw.Brand = US, **fields: Any) -> sw.Carousel:
    post = sw.Post(**{"title": "A kind title", **fields}, slides=slides or [tip()])
    return sw.render(post, brand, "notebook", today=TODAY, studio=shop)


def tip(**fields: Any) -> sw.Tip:
    return sw.Tip(
        **{"title": "Name the ==need==", "body": "It lands softer, and is heard. " * 4, **fields}
    )


def quote(text: str = "You can close a door softly and still have closed it.") -> sw.Quote:
    return sw.Quote(quote=text, by="a note to self")


def every_kind() -> list[Any]:
    return [
        tip(example="“I’d love to talk after dinner.”"),
        sw.Figure(figure="1 in 5", meaning="people are too tired to enjoy their evening."),
        steps(3),
        compare(),
        quote(),
        breath(4, 4, 6),
        sw.Myth(myth="Rest has to be earned.", fact="Rest is what work is made of."),
        sw.List(title="Use any sense", items=["See", "Hear", sw.Item(title="Touch", body="A cold glass.")]),
        tip(body="Two minutes at an open window are a rest."),
        sw.Definition(term="Rumination", meaning="The same worry, again and again.", example="“It feels so.”"),
        steps(2),
        sw.Prompt(title="Tonight", question="What if you stopped one hour earlier?"),
        sw.Picture(picture=str(SAMPLES / "photos" / "calm-sea.jpg"), alt="A sea", caption="A calm sea."),
        sw.Resources(title="To read on", items=[sw.Resource(name="A book", note="On rest.", link="https://example.org")]),
        sw.Recap(title="To take along"),
        sw.Invite(title="Which one will you try?", body="Start with the *smallest*, and ==tell== somebody."),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def whole(shop: sw.Studio) -> sw.Carousel:
    return deck(
        shop, *every_kind(), subtitle="For evenings that are too short", cover={"kicker": "Rest"}
    )


# --- Every post there is ---


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_a_sample_is_set_whole_and_apart(shop: sw.Studio, path: Path) -> None:
    found = sw.render(sw.read_post(path), US, "notebook", today=TODAY, studio=shop)
    assert not [f for f in found.findings if f.code == "too-long"]
    assert found.slides[-1].kind.startswith("disclaimer")
    for slide in found.slides:
        well_set(slide)


def test_every_kind_is_set_whole_and_apart(whole: sw.Carousel) -> None:
    assert set(kinds(whole)) >= {"figure", "myth", "prompt", "definition", "resources", "recap"}
    for slide in whole.slides:
        well_set(slide)


def well_set(slide: sw.Slide) -> None:
    """Each text's ink lies on the slide, apart from every other's, and none is too small."""
    texts: dict[str, list[Any]] = {}
    for run in slide.frame.texts:
        texts.setdefault(run.path, []).append(run)
        small = run.style in {"credential", "handle", "initial"}
        assert run.size >= (36 if slide.kind.startswith("disclaimer") and not small else 32)
        if run.style in {"body", "item", "step", "half", "half_try", "fact", "myth"}:
            assert run.size >= 40
    boxes = {path: ink(runs) for path, runs in texts.items()}
    for path, box in boxes.items():
        assert box.left >= (24 if slide.kind == "quote" else 40), (path, box)  # marks hang
        assert box.right <= 1040, (path, box)
        assert box.bottom <= 1050, (path, box)
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not a.overlaps(b), (slide.kind, one, other)


# --- The pen ---

Stroke = tuple[list[Point], Crossing]


def strokes_of(found: sw.Carousel) -> list[Stroke]:
    """The pen's ways through a deck, as its ornament draws them: a frame does not tell."""
    seen: list[Stroke] = []
    real = ways.way

    def spying(slide: Any, mode: str, hand: Hand) -> Stroke:
        seen.append(real(slide, mode, hand))
        return seen[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pen, "way", spying)
        sw.render(found.post, US, "notebook", today=TODAY)
    return seen


def test_what_is_painted_meets_at_every_border(whole: sw.Carousel) -> None:
    for before, after in pairwise(whole.slides):
        last = before.image.crop((1079, 480, 1080, 1080)).convert("RGB")
        first = after.image.crop((0, 480, 1, 1080)).convert("RGB")
        apart = ImageChops.difference(last, first).convert("L").histogram()
        # rules begin and end with their page; where the pen is steep, it moves within a column
        assert sum(apart[60:]) <= 16, (before.kind, after.kind)


def test_the_pen_is_one_stroke(whole: sw.Carousel) -> None:
    came: Crossing | None = None
    for slide, (points, leaves) in zip(whole.slides, strokes_of(whole), strict=True):
        if came is not None:
            assert came.points(0)[-1][0] < points[0][0] + 30, slide.kind
        assert 300 < leaves.y < 1060, slide.kind
        assert all(-10 < x < 1070 and 160 < y < 1070 for x, y in points), slide.kind
        came = leaves


def test_the_pen_keeps_clear_of_print(whole: sw.Carousel) -> None:
    """It passes over no letters, save those of the ringed word and of a title it underlines."""
    for slide, (points, _) in zip(whole.slides, strokes_of(whole), strict=True):
        if slide.kind == "cover":
            continue
        line = spline(points, 8.0)
        for run in slide.frame.texts:
            if run.style in {"title", "term", "numeral", "figure", "quote"}:
                continue
            for piece in run.pieces:
                box = ink([run._replace(pieces=(piece,))]).grown(-6)
                hit = [
                    p for p in line if box.left < p[0] < box.right and box.top < p[1] < box.bottom
                ]
                assert not hit, (slide.kind, run.style, hit[0], box)


COVERS = [
    *("Before you are empty", "Asking for help is a skill", "Grief keeps no calendar"),
    *("When sleep won’t come", "Five ways to set a *kind* boundary", "Kiedy głowa nie śpi"),
    *("The way you’d talk to a friend", "Give worry an appointment", "Wann fängt dein Feierabend an?"),
    *("Typography", "jumpy gypsy pygmy yaps", "Qui pense à tout ?"),
]  # fmt: skip


@pytest.mark.parametrize("title", COVERS)
@pytest.mark.parametrize("subtitle", [None, "For evenings that are too short"])
def test_what_the_pen_does_on_a_cover_touches_no_letter(
    shop: sw.Studio, title: str, subtitle: str | None
) -> None:
    found = deck(shop, title=title, subtitle=subtitle)
    (points, leaves), *_ = strokes_of(found)
    line = spline([*points, *leaves.points(1080.0)], 4.0)
    for box in letters(found.slides[0]):
        assert not any(near(box, point) < 6 for point in line), box


def letters(slide: sw.Slide) -> list[Rect]:
    """Where each glyph of a slide's texts stands."""
    return [
        ink([run._replace(pieces=(piece._replace(glyphs=(glyph,)),))])
        for run in slide.frame.texts
        for piece in run.pieces
        for glyph in piece.glyphs
        if run.face.ink(glyph[0])[0] < run.face.ink(glyph[0])[2]
    ]


def near(box: Rect, point: Point) -> float:
    """How far a point is from a box."""
    x, y = point
    return math.hypot(max(0.0, box.left - x, x - box.right), max(0.0, box.top - y, y - box.bottom))


@pytest.mark.parametrize("title", COVERS)
def test_where_to_swipe_is_written_clear_of_the_pen_and_of_words(
    shop: sw.Studio, title: str
) -> None:
    slide = deck(shop, title=title, subtitle="For evenings that are too short").slides[0]
    accent = grow(read_theme("notebook").palette, read_theme("notebook").seed)["accent"]
    stroke, cue = [i for i in slide.frame.items if isinstance(i, Shape) and i.paint == accent][:2]
    assert not any(letter.overlaps(_bounds(cue)) for letter in letters(slide))
    box = _bounds(cue)
    assert not any(near(box, (x, y)) < 4 for contour in stroke.path for x, y, _ in contour)


def test_the_pen_goes_round_words_that_end_below_where_it_comes_in(shop: sw.Studio) -> None:
    """It comes down the margin beside them, and not through the last line."""
    for path in (
        SAMPLES / "kind-boundaries.es.yaml",
        *sorted((SAMPLES / "languages").glob("*.yaml"))[:4],
    ):
        found = sw.render(sw.read_post(path), US, "notebook", today=TODAY, studio=shop)
        strokes = strokes_of(found)
        for slide, (points, _) in zip(found.slides, strokes, strict=True):
            if (
                slide.kind in {"disclaimer_about", "sources", "steps", "definition"}
                and path.stem != "ar"
            ):
                line = spline(points, 6.0)
                assert not any(near(box, p) < 12 for box in letters(slide) for p in line), path


@pytest.mark.parametrize("first", [tip(), steps(2), compare(), quote(), breath(4, 6)], ids=str)
def test_any_two_kinds_may_follow_each_other(shop: sw.Studio, first: Any) -> None:
    others = [tip(), steps(3), compare(), quote(), breath(4, 4, 6)]
    found = deck(shop, *[slide for other in others for slide in (first, other)])
    for points, leaves in strokes_of(found):
        assert all(-10 < x < 1070 and 160 < y < 1070 for x, y in points)
        assert 300 < leaves.y < 1060


def test_the_same_post_gives_the_same_stroke_and_another_another(shop: sw.Studio) -> None:
    one, again, other = (deck(shop, tip(), title=title) for title in ("A", "A", "B title"))
    shapes = [
        [item.path for item in found.slides[1].frame.items if isinstance(item, Shape)]
        for found in (one, again, other)
    ]
    assert shapes[0] == shapes[1]
    assert shapes[0] != shapes[2]


def test_a_ring_closes_about_its_numeral(shop: sw.Studio) -> None:
    found = deck(shop, *[tip()] * 12)
    for slide, (points, _) in zip(found.slides, strokes_of(found), strict=True):
        if slide.kind == "tip":
            numeral = ink(run for run in slide.frame.texts if run.style == "numeral")
            ring = [p for p in points if p[0] > 760 and p[1] < 430]
            assert min(x for x, _ in ring) < numeral.left - 8
            assert max(x for x, _ in ring) > numeral.right + 8
            assert min(y for _, y in ring) < numeral.top - 20


@pytest.mark.parametrize("tips", [1, 2, 5, 9, 12])
def test_an_invitation_offers_the_numbers_of_tips(shop: sw.Studio, tips: int) -> None:
    found = deck(shop, *[tip()] * tips, sw.Invite(title="Which one?", body="Choose."))
    slide = found.slides[tips + 1]
    rows = [i for i in slide.frame.items if isinstance(i, Shape) and _bounds(i).top > 800
            and _bounds(i).bottom < 940 and i.kept]  # fmt: skip
    assert bool(rows) == (2 <= tips <= 9)
    assert all(_bounds(row).right < 1040 for row in rows)


def _bounds(shape: Shape) -> Rect:
    xs = [x for contour in shape.path for x, _, _ in contour]
    ys = [y for contour in shape.path for _, y, _ in contour]
    return Rect(min(xs), min(ys), max(xs), max(ys))


# --- Words that are marked ---


def swiped(slide: sw.Slide) -> list[Rect]:
    """Where a slide's words are marked."""
    marker = grow(read_theme("notebook").palette, read_theme("notebook").seed)["marker"]
    swipes = [
        item for item in slide.frame.items if isinstance(item, Shape) and item.paint == marker
    ]
    return [box for swipe in swipes if (box := _bounds(swipe)).top > 160]


@pytest.mark.parametrize(
    ("title", "row"),
    [
        ("Name the need, not the flaw", 0),
        ("First, the body, and the feet", 1),
        ("Ask for one thing", 1),
    ],
)
def test_a_heading_has_the_marker_on_the_word_it_leads_up_to(
    shop: sw.Studio, title: str, row: int
) -> None:
    breathing = breath(4, 6).model_copy(update={"title": title})
    found = deck(shop, tip(title=title), sw.Invite(title=title, body="Choose."), breathing)
    for slide in found.slides[1:4]:
        assert len(swiped(slide)) == 1, slide.kind
    (line, *_) = [run for run in found.slides[1].frame.texts if run.style == "title"]
    (swipe,) = swiped(found.slides[1])
    assert (swipe.centre[1] > ink([line]).centre[1]) is bool(row)


def test_a_slide_whose_words_are_marked_keeps_its_heading_plain(shop: sw.Studio) -> None:
    found = deck(shop, tip(title="Name the need", body="It lands softer, ==and is heard==. Twice."))
    (swipe,) = swiped(found.slides[1])
    assert swipe.top > 480


def test_a_highlight_is_swiped_once(shop: sw.Studio) -> None:
    found = deck(shop, tip())
    (run,) = (run for run in found.slides[1].frame.texts if run.style == "title")
    marker = grow(read_theme("notebook").palette, read_theme("notebook").seed)["marker"]
    swipes = [i for i in found.slides[1].frame.items if isinstance(i, Shape) and i.paint == marker]
    words = [_bounds(swipe) for swipe in swipes if _bounds(swipe).top > 160]
    assert len(words) == 1
    assert words[0].right > ink([run]).right
    assert words[0].left > ink([run]).left + 200


def test_emphasis_becomes_a_key_only_where_it_is_paired() -> None:
    assert highlighted("a *kind* word") == "a ==kind== word"
    assert highlighted("**so** a *b*") == "**so** a ==b=="
    assert highlighted("2 * 3") == "2 * 3"


def test_the_numbers_of_help_are_marked(shop: sw.Studio) -> None:
    found = deck(shop)
    marker = grow(read_theme("notebook").palette, read_theme("notebook").seed)["marker"]
    swipes = [i for i in found.slides[-1].frame.items if isinstance(i, Shape) and i.paint == marker]
    assert sum(len(swipe.path) for swipe in swipes) >= 3  # the present tick's, and two numbers


# --- Steps, comparisons, practices ---


@pytest.mark.parametrize("count", range(1, 10))
def test_steps_go_on_counting(shop: sw.Studio, count: int) -> None:
    found = deck(shop, steps(count))
    numbers = [r.text for s in found.slides for r in s.frame.texts if r.style == "step_number"]
    assert numbers == [str(n) for n in range(1, count + 1)]


LONG_STEPS = [
    ("Choose one thing", "Hours, calls, a rota. One."),
    ("Bring two facts", "Dates and numbers are calmer than adjectives, and shorter."),
    ("Ask for one change", "With a day on which you look at it again."),
]


@pytest.mark.parametrize("title", ["One talk, prepared", "Tell yourself where you are now"])
@pytest.mark.parametrize("count", [2, 3])
def test_three_steps_are_not_divided_in_two_and_one(
    shop: sw.Studio, title: str, count: int
) -> None:
    steps_long = [sw.Item(title=head, body=body) for head, body in LONG_STEPS[:count]]
    found = deck(shop, sw.Steps(title=title, steps=steps_long))
    assert kinds(found) == ["cover", "steps", "disclaimer"]
    (points, _), slide = strokes_of(found)[1], found.slides[1]
    line = spline(points, 4.0)
    assert not any(near(box, point) < 9 for box in letters(slide) for point in line)


@pytest.mark.parametrize(("left", "right"), [(1, 1), (2, 2), (3, 2), (2, 4), (5, 5)])
def test_a_comparison_keeps_its_halves_apart(shop: sw.Studio, left: int, right: int) -> None:
    found = deck(shop, compare(left, right))
    for slide in found.slides:
        for run in slide.frame.texts:
            if run.style == "half":
                assert ink([run]).right < 480
            if run.style == "half_try":
                assert ink([run]).left > 536


@pytest.mark.parametrize("seconds", [[6], [4, 6], [4, 4, 6], [4, 7, 8], [4, 4, 4, 4]])
def test_a_breath_is_drawn_for_the_usual_counts(shop: sw.Studio, seconds: list[int]) -> None:
    names = ["Breathe in", "Hold", "Breathe out", "Rest"]
    phases = [sw.Phase(do=do, seconds=s) for do, s in zip(names, seconds, strict=False)]
    found = deck(shop, sw.Practice(title="One breath before yes", phases=phases, rounds=5))
    assert kinds(found) == ["cover", "practice", "disclaimer"]
    well_set(found.slides[1])


@pytest.mark.parametrize("rounds", [1, 3, 5, 10])
def test_rounds_are_tallied(shop: sw.Studio, rounds: int) -> None:
    found = deck(shop, breath(4, 6, rounds=rounds))
    accent = grow(read_theme("notebook").palette, read_theme("notebook").seed)["accent"]
    tallies = [i for i in found.slides[1].frame.items if isinstance(i, Shape) and i.paint == accent
               and 180 < _bounds(i).top < 260 and _bounds(i).bottom < 340]  # fmt: skip
    assert [len(tally.path) for tally in tallies] == [rounds]


# --- The ticks ---


@pytest.mark.parametrize("tips", [1, 8, 18])
@pytest.mark.parametrize("handle", ["@a", "@alma.counselling", "@a_handle_of_thirty_characters_"])
def test_the_ticks_keep_clear_of_the_handle(shop: sw.Studio, handle: str, tips: int) -> None:
    found = deck(shop, *[tip()] * tips, brand=sw.Brand(handle=handle, region="US"))
    for slide in (found.slides[0], found.slides[-1]):
        shapes = [i for i in slide.frame.items if isinstance(i, Shape)]
        ticks = [
            contour
            for shape in shapes
            if _bounds(shape).top > 90 and _bounds(shape).bottom < 150
            for contour in shape.path
            if min(x for x, _, _ in contour) > 200
        ]
        assert len(ticks) == len(found.slides) + 1  # and the marker's swipe
        left = min(x for contour in ticks for x, _, _ in contour)
        names = [run for run in slide.frame.texts if run.path == "handle"]
        assert not names or left > ink(names).right + 8
        assert max(x for contour in ticks for x, _, _ in contour) <= 998


# --- Colours ---


@pytest.mark.parametrize("seed", SEEDS)
def test_inks_read_on_paper_and_leaf_from_any_seed(seed: str) -> None:
    grown = grow(read_theme("notebook").palette, seed)
    for text, grounds in {
        "ink": ("paper", "leaf", "leaf_top", "leaf_foot", "marker", "lip"),
        "muted": ("paper",),
        "accent": ("paper", "leaf_top", "leaf_foot"),
        "paper": ("ink",),
    }.items():
        for ground in grounds:
            assert contrast(grown[text], grown[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("seed", SEEDS[:1] + SEEDS[4:10:2])
def test_words_read_as_painted(shop: sw.Studio, seed: str) -> None:
    brand = US.model_copy(update={"colours": sw.Brand(colours={"seed": seed}).colours})
    found = deck(shop, tip(), compare(), quote(), brand=brand, subtitle="For short evenings")
    assert contrast_findings(found) == ()


# --- The disclaimer, for every region there is ---


def test_a_disclaimer_is_never_crowded(shop: sw.Studio) -> None:
    """It has one page where all of it stands there with air about it, else two."""
    short, long = deck(shop), deck(shop, brand=brand_in("US"))
    assert kinds(short)[-1] == "disclaimer"
    assert kinds(long)[-2:] == ["disclaimer_about", "disclaimer_help"]
    texts = {run.path: run for run in short.slides[-1].frame.texts}
    assert ink([texts["title"]]).top > ink([texts["handle"]]).bottom + 30
    for path, run in texts.items():
        assert run.size == read_theme("notebook").styles[run.style].sizes[0], path


@pytest.mark.parametrize("region", ["US", "GB", "DE"])
def test_a_number_of_help_stands_on_a_line_with_its_word(shop: sw.Studio, region: str) -> None:
    slide = deck(shop, brand=brand_in(region)).slides[-1]
    (run,) = [run for run in slide.frame.texts if run.path == "emergency"]
    assert "\n" not in run.text


@pytest.mark.parametrize("region", regions())
@pytest.mark.parametrize("topics", [[], ["suicide"]], ids=["any topic", "a sensitive topic"])
def test_the_disclaimer_finds_room_in_every_region(
    shop: sw.Studio, region: str, topics: list[str]
) -> None:
    found = deck(shop, brand=brand_in(region), topics=topics)
    closes_well(found, well_set)
