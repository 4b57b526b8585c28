"""poster with real fonts: two inks and no third, a cut that goes on over borders, and words that read."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

import swipewell as sw
from decks import SAMPLES, TODAY, brand_in, closes_well, compare, kinds, steps, tip
from decks import named_breath as breath
from frames import ink
from swipewell.care.helplines import regions
from swipewell.colour import Colour, contrast, luminance
from swipewell.frame import Contour, Fill, Frame, GlyphRun, Shape, Swap, flipped
from swipewell.frame import Path as Outline
from swipewell.geometry import Rect
from swipewell.meter import contrast_findings
from swipewell.model.theme_file import checked_themes
from swipewell.ornament import counterchange, cutouts
from swipewell.ornament.across import clearest, disc_edge, line_edge
from swipewell.ornament.scissors import bounds, crossing, disc, letters, sheet, turned
from swipewell.ornament.strip import Strip, StripSlide
from swipewell.paint import bare
from swipewell.paint.painter import Painter
from swipewell.palette import grow
from swipewell.reading.theme import read_theme, theme_data

US = sw.Brand(region="US", handle="@alma.counselling", name="Alma", credential="Counsellor")
POSTS = sorted(
    path for path in [*SAMPLES.glob("*.yaml"), *SAMPLES.glob("languages/*.yaml")]
    if path.stem.partition(".")[0] != "brand" and "." not in path.stem
)  # fmt: skip
SEEDS = [
    *("#1b1a5e", "#b3573a", "#2f6b3f", "#6a4a9c", "#c02060", "#e0b000"),
    *("#808080", "#101418", "#f4f0e8", "#ff00ff", "#00ff40", "#1a3cff"),
]
PAPER, INK = Colour(255, 169, 140), Colour(27, 26, 94)


def deck(shop: sw.Studio, *slides: Any, brand: sw.Brand = US, **fields: Any) -> sw.Carousel:
    post = sw.Post(**{"title": "A title", **fields}, slides=slides or [tip()])
    return sw.render(post, brand, "poster", today=TODAY, studio=shop)


def every_kind() -> list[Any]:
    return [
        tip(example="“I’d love to talk after dinner.”"),
        sw.Figure(figure="1 in 5", meaning="people are too tired to enjoy their evening."),
        steps(3),
        compare(),
        sw.Quote(quote="You can close a door softly and still have closed it.", by="a note to self"),
        breath(4, 4, 6),
        sw.Myth(myth="Rest has to be earned.", fact="Rest is what work is made of."),
        sw.List(title="Use any sense", items=["See", "Hear", sw.Item(title="Touch", body="A cold glass.")]),
        tip(body="Two minutes at an open window are a rest."),
        sw.Definition(term="Rumination", meaning="The same worry, again and again.", example="“It feels so.”"),
        steps(2),
        sw.Prompt(title="Tonight", question="What if you stopped one hour earlier?"),
        sw.Resources(title="To read on", items=[sw.Resource(name=n) for n in ("A book", "A friend")]),
        sw.Recap(title="To take along"),
        sw.Invite(title="Which one will you try?", body="Start with the *smallest*, and ==tell== somebody."),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def whole(shop: sw.Studio) -> sw.Carousel:
    return deck(
        shop, *every_kind(), subtitle="For evenings that are too short", cover={"kicker": "Rest"}
    )


def test_the_theme_is_sound() -> None:
    checked_themes()["Theme"].model_validate(theme_data("poster"))


# --- Every post there is ---


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_a_sample_is_set_whole_and_apart(shop: sw.Studio, path: Path) -> None:
    found = sw.render(sw.read_post(path), US, "poster", today=TODAY, studio=shop)
    assert not [f for f in found.findings if f.code == "too-long"]
    assert found.slides[-1].kind.startswith("disclaimer")
    for slide in found.slides:
        well_set(slide)


def test_every_kind_is_set_whole_and_apart(whole: sw.Carousel) -> None:
    assert set(kinds(whole)) >= {"figure", "myth", "prompt", "definition", "resources", "recap"}
    for slide in whole.slides:
        well_set(slide)


def well_set(slide: sw.Slide) -> None:
    """Each text's ink lies within the margins, apart from every other's, and none is too small."""
    texts: dict[str, list[GlyphRun]] = {}
    for run in slide.frame.texts:
        texts.setdefault(run.path, []).append(run)
        small = {"credential", "handle"}
        assert run.size >= (36 if slide.kind.startswith("disclaimer") and run.style not in small
                            else 32)  # fmt: skip
        if run.style in {"body", "item", "list_item", "step", "half", "half_try", "fact", "myth"}:
            assert run.size >= 40
    boxes = {path: ink(runs) for path, runs in texts.items()}
    for path, box in boxes.items():
        assert box.left >= 32, (path, box)  # a quotation mark hangs outside
        assert box.right <= 1024, (path, box)
        assert box.top >= 60, (path, box)
        assert box.bottom <= 984, (path, box)
        if path != "handle":
            assert box.bottom <= 936, (path, box)
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not a.overlaps(b), (slide.kind, one, other)


@pytest.mark.parametrize("words", [1, 5, 9, 14])
def test_a_cover_holds_titles_of_any_length(shop: sw.Studio, words: int) -> None:
    title = " ".join(
        "What you may say when an evening is simply far too long for you".split()[:words]
    )
    found = deck(
        shop, title=title, subtitle="A subtitle that goes on for a while, as some do, and on"
    )
    assert not [f for f in found.findings if f.code == "too-long"]
    well_set(found.slides[0])


# --- Two inks ---


def test_grounds_take_turns_and_the_disclaimer_is_light(
    shop: sw.Studio, whole: sw.Carousel
) -> None:
    for found in (whole, deck(shop), deck(shop, tip(), tip())):
        grounds = [
            next(i.paint for i in s.frame.items if isinstance(i, Fill)) for s in found.slides
        ]
        lights = [luminance(ground) for ground in grounds if isinstance(ground, Colour)]
        assert lights[-1] == max(lights)
        assert all((a > 0.3) != (b > 0.3) for a, b in pairwise(lights))


def test_there_is_no_third_colour(whole: sw.Carousel) -> None:
    for slide in (whole.slides[0], whole.slides[3], whole.slides[9], whole.slides[-1]):
        for red, green, blue in {pixel for _, pixel in slide.image.getcolors(1 << 20) or ()}:
            share = (red - INK.red) / (PAPER.red - INK.red)
            assert abs(INK.green + (PAPER.green - INK.green) * share - green) <= 3
            assert abs(INK.blue + (PAPER.blue - INK.blue) * share - blue) <= 3


def test_two_inks_change_places_within_a_path() -> None:
    box = turned(((2.0, 2.0, True), (6.0, 2.0, True), (6.0, 6.0, True), (2.0, 6.0, True)))
    dot = turned(((4.0, 0.0, True), (8.0, 0.0, True), (8.0, 8.0, True), (4.0, 8.0, True)))
    frame = Frame(8, 8, (Fill(PAPER), Shape((dot,), INK), Swap((box,), PAPER, INK)))
    image = Painter().paint(frame)
    assert [image.getpixel((x, 4)) for x in (1, 3, 5, 7)] == [PAPER, INK, PAPER, INK]
    assert [image.getpixel((x, 1)) for x in (1, 5)] == [PAPER, INK]


def test_bare_ground_is_swapped_as_all_else_is(
    whole: sw.Carousel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is known to be bare is painted in the other ink; pixels are the same but for rounding."""
    frames = [slide.frame for slide in whole.slides[:4]]
    quick = [Painter().paint(frame) for frame in frames]
    monkeypatch.setattr(bare, "ground_of", lambda _: None)
    for image, frame in zip(quick, frames, strict=True):
        apart = ImageChops.difference(image, Painter().paint(frame)).getextrema()
        assert max(most for _, most in apart) <= 1


def test_a_highlight_swaps_ground_and_ink(whole: sw.Carousel) -> None:
    invite = next(slide for slide in whole.slides if slide.kind == "invite")
    marks = [item for item in invite.frame.items if isinstance(item, Swap)]
    assert len(marks) == 2
    assert marks.index(min(marks, key=lambda m: bounds(m.path).width)) >= 0


def test_a_swap_is_mirrored_like_any_shape() -> None:
    swap = Swap((((0.0, 1.0, True), (4.0, 1.0, False), (4.0, 8.0, True)),), PAPER, INK)
    assert flipped(flipped(swap, 100), 100) == swap


# --- The cut ---


def cut_of(slide: sw.Slide) -> Outline:
    """What is cut on a slide: all that swaps but its highlights, which are no part of it."""
    swaps = [item.path for item in slide.frame.items if isinstance(item, Swap)]
    return max(swaps, key=lambda path: bounds(path).width) if swaps else ()


def shared(before: sw.Slide, after: sw.Slide) -> list[tuple[float, float]]:
    """From where to where the pieces that two neighbours share lie on their border."""
    found = []
    for piece in cut_of(before):
        there = [crossing((piece,), x) for x in (1077, 1083)]
        for other in cut_of(after):
            here = [crossing((other,), x) for x in (-3, 3)]
            edges = [edge for edge in (*there, *here) if edge is not None]
            flat = [[y for edge in side if edge for y in edge] for side in (there, here)]
            if len(edges) == 4 and flat[0] == pytest.approx(flat[1], abs=0.1):
                found.append((max(top for top, _ in edges), min(foot for _, foot in edges)))
    return found


def test_the_cut_goes_on_over_borders(whole: sw.Carousel) -> None:
    """Beyond a border is the swapped colour of what is before it, all along a shape that runs on."""
    crossed = [shared(before, after) for before, after in pairwise(whole.slides)]
    assert sum(map(len, crossed)) >= 10
    for (before, after), places in zip(pairwise(whole.slides), crossed, strict=True):
        last, first = (column(before.image, 1079), column(after.image, 0)) if places else ([], [])
        for top, foot in places:
            for y in range(max(round(top), 0) + 6, min(round(foot), 1080) - 6, 11):
                assert {last[y], first[y]} == {PAPER, INK}, (before.kind, after.kind, y)


def column(image: Image.Image, x: int) -> list[Any]:
    return [image.getpixel((x, y)) for y in range(image.height)]


def strip_of(*slides: StripSlide, seed: int = 5) -> Strip:
    return Strip(slides, 1080, 1080, {"paper": PAPER, "ink": INK}, seed, {})


def spoken(**anchors: Rect) -> StripSlide:
    return StripSlide("tip", "paper", anchors, {}, {"counterchange": {"shape": "tip"}})


@pytest.mark.parametrize("seed", range(6))
def test_a_shape_is_the_same_on_both_sides_of_a_border(seed: int) -> None:
    said = spoken(said=Rect(96, 750, 674, 814))
    cover = StripSlide(
        "cover", "ink",
        {"title": Rect(160, 378, 800, 750), "headline": Rect(160, 378, 800, 502)},
        {}, {"counterchange": {"shape": "disc"}},
    )  # fmt: skip
    left, right = counterchange.cuts(strip_of(cover, said, seed=seed))
    for x in (-30, -10, 10, 30):
        there, here = crossing(left[:1], 1080 + x), crossing(right[-1:], x)
        assert there == pytest.approx(here, abs=0.01)
    assert crossing(left, 1070) is not None
    (strip,) = (c for c in right if bounds((c,)).left < -30 and bounds((c,)).top > 600)
    (seen,) = (c for c in left if bounds((c,)).left > 1000)
    assert crossing((strip,), -20) == pytest.approx(crossing((seen,), 1060), abs=0.01)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("lines", [2, 3, 4])
def test_a_disc_ends_between_lines_of_the_title(lines: int, seed: int) -> None:
    """Its foot lies under the second line's letters and above the third's, so that it grazes none."""
    title = Rect(160, 750 - 124 * lines, 800, 750)
    anchors = {"title": title, "headline": title._replace(bottom=title.top + 124)}
    slide = StripSlide("cover", "paper", anchors, {}, {"counterchange": {"shape": "disc"}})
    (cut,) = counterchange.cuts(strip_of(slide, seed=seed))
    assert 1.9 <= (bounds(cut).bottom - title.top) / 124 <= 2.06


def test_the_head_over_sources_ends_at_its_borders(shop: sw.Studio) -> None:
    found = deck(shop, tip(), sources=[{"text": "A book."}])
    after = found.slides[kinds(found).index("sources") + 1]
    assert not [c for c in cut_of(after) if bounds((c,)).top < 0 and bounds((c,)).left < 0]


def test_another_title_is_cut_in_another_way(shop: sw.Studio) -> None:
    one, again, other = (
        deck(shop, compare(), title=title).slides[1].frame.dump() for title in ("A", "A", "B title")
    )
    assert one == again
    assert one != other


def test_what_runs_in_from_a_neighbour_keeps_to_the_margin(whole: sw.Carousel) -> None:
    """A tip without an example is cut by its numeral alone; what else there is, is in the margins."""
    slide = next(slide for slide in whole.slides if "open window" in slide.alt)
    for contour in cut_of(slide):
        box = bounds((contour,))
        assert box.right <= 68 or box.left >= 600, box


@pytest.mark.parametrize("count", [1, 9, 17])
def test_a_numeral_stands_clear_of_words(shop: sw.Studio, count: int) -> None:
    found = deck(shop, *[tip(title="Name the need, not the flaw", example="“Say it.”")] * count)
    for slide in found.slides[1:-1]:
        numeral = [c for c in cut_of(slide) if bounds((c,)).left > 600 and bounds((c,)).left < 1000]
        assert numeral
        for run in slide.frame.texts:
            if run.style in {"body", "tip_title"}:
                assert not ink([run]).overlaps(bounds(tuple(numeral))), slide.alt


@pytest.mark.parametrize("count", range(1, 10))
def test_every_step_stands_on_the_stair(shop: sw.Studio, count: int) -> None:
    found = deck(shop, steps(count))
    said = [run for s in found.slides for run in s.frame.texts if run.style == "step"]
    assert len({run.text for run in said}) == count
    for slide in found.slides:
        if slide.kind != "steps":
            continue
        stair = max(cut_of(slide), key=lambda contour: bounds((contour,)).width)
        for run in slide.frame.texts:
            if run.style == "step":
                box = ink([run])
                for x in (box.left + 1, (box.left + box.right) / 2, box.right):
                    heights = crossing((stair,), x)
                    assert heights is not None
                    assert box.bottom <= heights[0] - 16, (count, run.text)


@pytest.mark.parametrize("seconds", [[6], [4, 6], [4, 4, 6], [4, 7, 8], [4, 4, 4, 4]])
def test_a_breath_is_drawn_for_the_usual_counts(shop: sw.Studio, seconds: list[int]) -> None:
    found = deck(shop, breath(*seconds))
    assert kinds(found) == ["cover", "practice", "disclaimer"]
    slide = found.slides[1]
    well_set(slide)
    for run in slide.frame.texts:
        if run.style in {"seconds", "phase", "handle"}:
            box = ink([run])
            for x in (box.left, box.right):
                heights = crossing(cut_of(slide), x)
                assert heights is not None
                assert heights[0] < box.top, (run.text, heights)
    numbers = [ink([run]) for run in slide.frame.texts if run.style == "seconds"]
    assert min(box.left for box in numbers) >= 90
    if len(seconds) > 2:  # held breath is counted high up, where the lungs are full
        assert numbers[1].bottom < numbers[0].top


@pytest.mark.parametrize("handle", ["@a", "@alma.counselling", "@a_handle_of_thirty_characters_"])
@pytest.mark.parametrize("tips", [1, 18])
def test_a_handle_is_never_cut_and_keeps_clear_of_the_tally(
    shop: sw.Studio, handle: str, tips: int
) -> None:
    slides = [compare(), steps(3), sw.Recap(title="All"), *[tip()] * (tips - 1)]
    found = deck(shop, *slides, tip(), brand=sw.Brand(handle=handle, region="US"))
    for slide in found.slides:
        names = [run for run in slide.frame.texts if run.path == "handle"]
        if not names:
            continue
        box = ink(names)
        tally = next(i for i in slide.frame.items if isinstance(i, Shape))
        assert bounds(tally.path).left > box.right + 16
        assert bounds(tally.path).right == 984
        assert in_one_ink(slide.image, box), (slide.kind, handle)


def in_one_ink(image: Image.Image, box: Rect) -> bool:
    """Say whether the ground right above and below a text is of one colour."""
    left, top, right, bottom = map(round, box.grown(3))
    rows = [image.crop((left, y, right, y + 1)).convert("RGB") for y in (top - 3, bottom + 2)]
    return len({pixel for row in rows for _, pixel in row.getcolors(4096) or ()}) == 1


@pytest.mark.parametrize("tongue", ["en", "ar"])
def test_a_question_has_its_mark_cut(shop: sw.Studio, tongue: str) -> None:
    asked = {"en": "Which one will you try?", "ar": "أي واحدة ستجرب؟"}[tongue]
    told = {"en": "Try one this week", "ar": "جرب واحدة"}[tongue]
    marks = [
        len(cut_of(deck(shop, sw.Invite(title=t, body="One."), language=tongue).slides[1]))
        for t in (asked, told)
    ]
    assert marks[0] == marks[1] + 1


@pytest.mark.parametrize(
    "title", ["Which one will you try this week?", "Whom could you ask?", "Anybody who wondered?"]
)
def test_a_question_mark_keeps_clear_of_the_words(shop: sw.Studio, title: str) -> None:
    body = "Save this for the next family dinner. Start with the smallest, and tell somebody."
    slide = deck(shop, sw.Invite(title=title, body=body)).slides[1]
    for run in slide.frame.texts:
        if run.style in {"invite_title", "invited"}:
            box = ink([run])
            for mark in cut_of(slide)[:2]:
                edges = [x for x, y, _ in mark if box.top - 40 < y < box.bottom + 40]
                assert not edges or min(edges) >= box.right + 36, run.text


@pytest.mark.parametrize("number", range(1, 10))
def test_a_numeral_keeps_its_head(shop: sw.Studio, number: int) -> None:
    """A 1 without its flag would be a bar."""
    said = "“Would you walk with me tomorrow, and not talk about any of it?”"
    found = deck(shop, *[tip(title="Ask for one thing", example=said)] * number)
    slide = [slide for slide in found.slides if slide.kind == "tip"][-1]
    box = bounds([c for c in cut_of(slide) if bounds((c,)).left > 600][:1])
    assert -36 <= box.top < 0


WAYS = [
    "Cinco maneras de poner un límite con cariño",
    "Five ways to set a kind boundary",
    "Give worry an appointment",
    "After the argument",
    "Wann fängt dein Feierabend an?",
]


@pytest.mark.parametrize("title", WAYS)
def test_a_disc_cuts_letters_and_never_passes_between_words(shop: sw.Studio, title: str) -> None:
    slide = deck(shop, title=title, subtitle="For a quieter evening").slides[0]
    ring = max(cut_of(slide), key=lambda contour: bounds((contour,)).height)
    for line in lines_of(slide, "cover_title"):
        for one, other in pairwise(inside(ring, word) for word in line):
            assert one is None or other is None or one == other, title


def lines_of(slide: sw.Slide, style: str) -> list[list[Rect]]:
    """Where the words of a text's lines stand, from left to right."""
    (run,) = (run for run in slide.frame.texts if run.style == style)
    rows: dict[float, list[Rect]] = {}
    for glyphs, x, y in run.pieces:
        lefts = [x + (run.face.ink(n)[0] + gx) * run.size for n, gx, _ in glyphs]
        rights = [x + (run.face.ink(n)[2] + gx) * run.size for n, gx, _ in glyphs]
        rows.setdefault(y, []).append(Rect(min(lefts), y - 0.5 * run.size, max(rights), y))
    return [sorted(row) for row in rows.values()]


def inside(ring: Contour, box: Rect) -> bool | None:
    """Say whether a disc holds all of a box or nothing of it; None where its edge runs through."""
    spans = [crossing((ring,), x) for x in range(round(box.left), round(box.right) + 1, 2)]
    if all(span and span[0] < box.top and box.bottom < span[1] for span in spans):
        return True
    clear = all(not span or span[1] < box.top or span[0] > box.bottom for span in spans)
    return False if clear else None


@pytest.mark.parametrize(
    ("title", "language"), [("“Five” *ways* to set a limit", "en"), ("الغضب رسالة لا عدوّ", "ar")]
)
def test_an_edge_knows_where_every_letter_stands(
    shop: sw.Studio, monkeypatch: pytest.MonkeyPatch, title: str, language: str
) -> None:
    """The ink of letters is that of the glyphs that are painted, mirrored where the deck is."""
    spots: list[cutouts.Spot] = []

    def disc_of(spot: cutouts.Spot) -> cutouts.Piece:
        spots.append(spot)
        return cutouts.Piece()

    monkeypatch.setitem(cutouts.SHAPES, "disc", disc_of)
    slide = deck(shop, title=title, language=language).slides[0]
    told = bounding(spots[0].slide.numbered("letter"))
    shown = ink(run for run in slide.frame.texts if run.style == "cover_title")
    if language == "ar":
        shown = shown._replace(left=1080 - shown.right, right=1080 - shown.left)
    assert tuple(told) == pytest.approx(tuple(shown), abs=0.6)


def bounding(boxes: list[Rect]) -> Rect:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))


def test_an_edge_grazes_no_letter() -> None:
    """Of three edges the one through a letter's middle is chosen, not one along its side or a space."""
    letters = [Rect(x, 0, x + 60, 70) for x in (0, 66, 160, 226)]
    edges = [(x, line_edge((x, -10), (x, 90))) for x in (142, 70, 233, 30)]
    assert clearest(edges, letters, 124) == 30
    assert clearest(edges[:2], letters, 124) == 70
    assert clearest([], letters, 124) is None


def test_what_lies_beyond_an_edge() -> None:
    near, far = disc_edge((0, 0), 50)(Rect(30, -10, 60, 10))
    assert near == pytest.approx(-20)
    assert far == pytest.approx(60.83 - 50, abs=0.01)
    assert line_edge((100, 0), (100, 50))(Rect(80, 10, 130, 20)) == (-20, 30)


# --- Scissors ---


def test_pieces_run_one_way_so_that_they_join() -> None:
    square = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]
    for piece in (sheet(square, 3), sheet(square[::-1], 3), disc(50, 50, 40, 1)):
        assert turned(piece) == piece
    hole = turned(sheet(square, 3), hole=True)
    assert letters((hole,)) == (hole[::-1],)


def test_a_level_edge_is_painted_without_steps() -> None:
    edge = turned(
        ((-4.0, 55.0, True), (1084.0, 47.0, True), (1084.0, 90.0, True), (-4.0, 90.0, True))
    )
    image = Painter().paint(
        Frame(1080, 100, (Fill(Colour(0, 0, 0)), Shape((edge,), Colour(255, 255, 255))))
    )
    for x in range(0, 1080, 7):
        covered = sum(image.getpixel((x, y))[0] for y in range(100)) / 255  # type: ignore[index]
        assert covered == pytest.approx(90 - (55 - 8 * (x + 4.5) / 1088), abs=0.06)


# --- Colours ---


@pytest.mark.parametrize("seed", SEEDS)
def test_either_ink_reads_on_the_other_from_any_seed(seed: str) -> None:
    grown = grow(read_theme("poster").palette, seed)
    assert contrast(grown["ink"], grown["paper"]) >= 7
    assert luminance(grown["ink"]) < 0.05 < 0.4 < luminance(grown["paper"])


@pytest.mark.parametrize("seed", SEEDS[::4])
def test_words_read_as_painted_from_any_seed(shop: sw.Studio, seed: str) -> None:
    brand = US.model_copy(update={"colours": sw.Brand(colours={"seed": seed}).colours})
    found = deck(shop, *every_kind()[::3], brand=brand, subtitle="For short evenings")
    assert contrast_findings(found) == ()


def test_the_inks_are_those_of_the_theme() -> None:
    grown = grow(read_theme("poster").palette, read_theme("poster").seed)
    for found, wanted in ((grown["paper"], PAPER), (grown["ink"], INK)):
        assert max(abs(a - b) for a, b in zip(found, wanted, strict=True)) <= 4


# --- The disclaimer, for every region there is ---


@pytest.mark.parametrize("region", regions())
def test_the_disclaimer_finds_room_in_every_region(shop: sw.Studio, region: str) -> None:
    found = deck(shop, brand=brand_in(region), topics=["suicide"])
    closes_well(found, well_set, "content_note")
