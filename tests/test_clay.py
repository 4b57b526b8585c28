"""clay with real fonts: slabs and pebbles over the borders, pieces under their words, and words that read."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import ImageChops

import swipewell as sw
from decks import SAMPLES, TODAY, brand_in, closes_well, compare, steps, tip
from decks import named_breath as breath
from frames import ink
from swipewell.care.helplines import regions
from swipewell.colour import contrast
from swipewell.frame import Shape
from swipewell.geometry import Rect
from swipewell.meter import contrast_findings
from swipewell.ornament.clay import Lump, outline
from swipewell.ornament.scissors import crossing
from swipewell.ornament.slab import Bulge, Edge
from swipewell.ornament.whorl import Whorl, pressed
from swipewell.paint.raster import path_bounds
from swipewell.palette import grow
from swipewell.reading.theme import read_theme

US = sw.Brand(region="US", handle="@alma", name="Alma", credential="Counsellor")
POSTS = sorted(
    path for path in [*SAMPLES.glob("*.yaml"), *SAMPLES.glob("languages/*.yaml")]
    if path.stem != "brand" and "title:" in path.read_text(encoding="utf-8")
)  # fmt: skip
SEEDS = [
    *("#ae462d", "#b3573a", "#2f6b3f", "#6a4a9c", "#c02060", "#e0b000"),
    *("#808080", "#101418", "#f4f0e8", "#ff00ff", "#00ff40", "#1a3cff"),
]


def deck(shop: sw.Studio, *slides: Any, brand: sw.Brand = US, **fields: Any) -> sw.Carousel:
    post = sw.Post(**{"title": "A title", **fields}, slides=slides or [tip()])
    return sw.render(post, brand, "clay", today=TODAY, studio=shop)


def every_kind() -> list[Any]:
    return [
        tip(example="“I’d love to talk after dinner.”"),
        sw.Quote(quote="You can close a door softly and still have closed it.", by="a note to self"),
        sw.Figure(figure="1 in 5", meaning="people are too tired to enjoy their evening."),
        steps(3),
        compare(),
        sw.Myth(myth="Rest has to be earned.", fact="Rest is what work is made of."),
        breath(4, 4, 6),
        sw.List(title="Use any sense", items=["See", "Hear", sw.Item(title="Touch", body="A cold glass.")]),
        tip(body="Two minutes at an open window are a rest."),
        sw.Definition(term="Rumination", meaning="The same worry, again and again.", example="“It feels so.”"),
        sw.Prompt(title="Tonight", question="What if you stopped one hour earlier?"),
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
    found = sw.render(sw.read_post(path), US, "clay", today=TODAY, studio=shop)
    assert not [f for f in found.findings if f.code == "too-long"]
    assert found.slides[-1].kind.startswith("disclaimer")
    for slide in found.slides:
        well_set(slide)


def test_every_kind_is_set_whole_and_apart(whole: sw.Carousel) -> None:
    shown = {slide.kind for slide in whole.slides}
    assert shown >= {"figure", "myth", "prompt", "definition", "resources", "recap"}
    for slide in whole.slides:
        well_set(slide)


def well_set(slide: sw.Slide) -> None:
    """Each text's ink lies on the slide, apart from every other's, and none is too small."""
    texts: dict[str, list[Any]] = {}
    for run in slide.frame.texts:
        texts.setdefault(run.path, []).append(run)
        small = run.style in {"credential", "handle"}
        assert run.size >= (36 if slide.kind.startswith("disclaimer") and not small else 32)
        if run.style in {"body", "item", "step", "half", "half_try", "fact", "myth", "meaning"}:
            assert run.size >= 40
    boxes = {path: ink(runs) for path, runs in texts.items()}
    for path, box in boxes.items():
        assert box.left >= 40, (path, box)
        assert box.right <= 1040, (path, box)
        assert box.bottom <= (990 if path == "handle" else 934), (path, box)
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not a.overlaps(b), (slide.kind, one, other)


# --- Pieces ---


def pieces(slide: sw.Slide) -> list[Rect]:
    """Where pieces of clay lie on a slide: what has light from the top left, and no slab."""
    return [
        bounds
        for item in slide.frame.items
        if isinstance(item, Shape)
        and hasattr(item.paint, "stops")
        and (bounds := path_bounds(item.path)).height < 1080
    ]


def is_piece(item: Any) -> bool:
    return isinstance(item, Shape) and hasattr(item.paint, "stops")


def encloses(lump: Any, box: Rect) -> bool:
    """Say whether a box lies within an outline."""
    return all(
        (edges := crossing((lump,), x)) is not None and edges[0] < box.top and box.bottom < edges[1]
        for x in (box.left, box.centre[0], box.right)
    )


def said(slide: sw.Slide, *styles: str) -> list[Rect]:
    return [ink([run]) for run in slide.frame.texts if run.style in styles]


@pytest.mark.parametrize("count", [1, 3, 9, 17])
def test_a_numeral_lies_on_its_pebble_and_clear_of_words(shop: sw.Studio, count: int) -> None:
    found = deck(shop, *[tip(title="Name the need, not the flaw", example="“Say it.”")] * count)
    for slide in (slide for slide in found.slides if slide.kind == "tip"):
        (numeral,) = said(slide, "numeral")
        stone = max(pieces(slide), key=lambda piece: piece.right)
        assert stone.holds(numeral, -20)
        assert not any(box.overlaps(stone) for box in said(slide, "title", "body"))


@pytest.mark.parametrize(
    "title", ["Rest", "When everything is too much and nobody asks how you are doing at all today"]
)
@pytest.mark.parametrize(
    "example",
    ["“No.”", "“I would love to talk about it after dinner, when we both had some rest.”"],
)
def test_a_slip_holds_what_is_said(shop: sw.Studio, title: str, example: str) -> None:
    found = deck(shop, tip(title=title, body="It lands softer.", example=example))
    (words,) = said(found.slides[1], "example")
    assert any(piece.holds(words, -16) for piece in pieces(found.slides[1]))


@pytest.mark.parametrize("count", range(1, 10))
def test_steps_go_on_counting_each_on_its_stone(shop: sw.Studio, count: int) -> None:
    found = deck(shop, steps(count))
    numbers = [r.text for s in found.slides for r in s.frame.texts if r.style == "step_number"]
    assert numbers == [str(n) for n in range(1, count + 1)]
    for slide in found.slides:
        for number in said(slide, "step_number"):
            assert any(piece.holds(number, -12) for piece in pieces(slide))
        for words in said(slide, "step"):
            assert not any(piece.overlaps(words) for piece in pieces(slide))


@pytest.mark.parametrize(("left", "right"), [(1, 1), (2, 2), (3, 2), (2, 4), (5, 5)])
def test_halves_hold_their_words(shop: sw.Studio, left: int, right: int) -> None:
    found = deck(shop, compare(left, right))
    for slide in found.slides:
        if slide.kind == "compare":
            for words in said(slide, "half", "half_try", "avoid_label", "try_label"):
                assert any(piece.holds(words, -12) for piece in pieces(slide))


@pytest.mark.parametrize("seconds", [[6], [4, 6], [4, 4, 6], [4, 7, 8], [4, 4, 4, 4]])
def test_a_coil_has_an_arc_for_every_phase(shop: sw.Studio, seconds: list[int]) -> None:
    found = deck(shop, breath(*seconds))
    practice = found.slides[1]
    well_set(practice)
    coils = [piece for piece in pieces(practice) if piece.top > 230]
    assert len(coils) == len(seconds)
    assert not any(
        coil.left < box.right for coil in coils for box in said(practice, "seconds", "phase")
    )


def test_the_number_to_call_lies_on_the_one_pebble_of_the_tile(whole: sw.Carousel) -> None:
    (dial,) = said(whole.slides[-1], "emergency", "help_emergency")
    (pebble,) = pieces(whole.slides[-1])
    assert pebble.holds(dial, -24)


def test_a_print_ends_where_the_clay_ends() -> None:
    lump, whorl = Lump(300, 300, 120, 90, 3, turn=0.2), Whorl(330, 310, 200, 13)
    assert len(pressed(whorl, 17)) > 20
    for stroke in pressed(whorl, 17, lump):
        for x, y, _ in stroke:
            assert lump._replace(wide=121.5, high=91.5).holds(x, y)


def test_a_lump_holds_what_its_outline_encloses() -> None:
    lump = Lump(300, 300, 120, 90, 3, power=3.3, turn=0.2)
    for x, y, _ in outline(lump):
        assert lump.holds(300 + (x - 300) * 0.98, 300 + (y - 300) * 0.98)
        assert not lump.holds(300 + (x - 300) * 1.02, 300 + (y - 300) * 1.02)


def test_a_long_side_is_drawn_without_steps() -> None:
    """Points far apart along an all but level side are rasterised as little steps."""
    edge = outline(Lump(512, 600, 480, 310, 3, power=7.0, waver=0.01))
    apart = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise((*edge, edge[0]))]
    assert max(apart) < 160


def test_a_print_is_the_brands_own(shop: sw.Studio) -> None:
    def mark(handle: str, title: str) -> str:
        brand = sw.Brand(handle=handle, region="US")
        items = deck(shop, title=title, brand=brand).slides[0].frame.items
        return str([i.path for i in items if isinstance(i, Shape) and len(i.path) > 20])

    assert mark("@alma", "A") == mark("@alma", "B title")
    assert mark("@alma", "A") != mark("@ben", "A")


def test_the_same_post_gives_the_same_pieces_and_another_others(shop: sw.Studio) -> None:
    one, again, other = (
        deck(shop, tip(), title=title).slides[1].frame.dump() for title in ("A", "A", "B title")
    )
    assert one == again
    assert one != other


@pytest.mark.parametrize("said_aloud", ["“No.”", "« Je te laisse. »", "„Morgen gern.“"])
@pytest.mark.parametrize("title", [f"A title {n}" for n in range(8)])
def test_a_mark_that_hangs_lies_on_its_half(shop: sw.Studio, title: str, said_aloud: str) -> None:
    """The lump's corners are so small that what hangs beside the last line is clear of its edge."""
    half = sw.Half(label="Try", items=["“I can listen for ten minutes.”", said_aloud])
    found = deck(shop, sw.Compare(title="Same limit", left=half, right=half), title=title)
    lumps = [i.path[0] for i in found.slides[1].frame.items if is_piece(i)]
    for words in said(found.slides[1], "half", "half_try"):
        assert any(encloses(lump, words.grown(8)) for lump in lumps)


@pytest.mark.parametrize(
    "kind",
    [
        sw.Definition(term="Rest", meaning="A pause."),
        sw.Myth(myth="Rest has to be earned.", fact="Rest is what work is made of."),
        sw.Prompt(title="Tonight", question="What if you stopped one hour earlier?"),
        sw.Resources(title="To read on", items=[sw.Resource(name="A book")]),
        compare(),
        steps(5),
    ],
    ids=lambda kind: kind.kind,
)
@pytest.mark.parametrize("title", [f"A title {n}" for n in range(4)])
def test_pieces_keep_clear_of_the_slab_beside_them(shop: sw.Studio, title: str, kind: Any) -> None:
    found = deck(shop, kind, title=title)
    slab, *lumps = [i.path[0] for i in found.slides[1].frame.items if is_piece(i)]
    reach = max(x for x, _, _ in slab)
    assert reach < min(x for lump in lumps for x, _, _ in lump) - 8


@pytest.mark.parametrize(
    ("slides", "count"),
    [
        ([tip(), tip()], 2),
        ([tip()] * 4, 4),
        ([tip()] * 9, 6),
        ([tip(), steps(3), compare(), breath(4, 6)], 4),
        ([steps(3)], 1),
    ],
)
def test_there_are_as_many_pebbles_to_choose_from_as_are_offered(
    shop: sw.Studio, slides: list[Any], count: int
) -> None:
    found = deck(shop, *slides, sw.Invite(title="Which one?", body="The smallest."))
    invite = next(slide for slide in found.slides if slide.kind == "invite")
    lying = [piece for piece in pieces(invite) if 300 < piece.bottom < 760 and piece.width < 260]
    assert len(lying) == count


# --- Borders ---


def test_an_edge_never_comes_near_the_words() -> None:
    for seed in (8, 9, 10):
        for height in (1080, 1350, 1920):
            edge = Edge(Bulge(58, 70, 10, height, seed, 1), 0.0)
            assert not any(edge.holds(76, y) for y in range(0, height, 20))


def test_what_is_painted_meets_at_every_border(whole: sw.Carousel) -> None:
    for before, after in pairwise(whole.slides):
        last = before.image.crop((1079, 0, 1080, 1080)).convert("RGB")
        first = after.image.crop((0, 0, 1, 1080)).convert("RGB")
        apart = ImageChops.difference(last, first).convert("L").histogram()
        # where an edge crosses the border aslant, a column further it has moved by some px
        assert sum(apart[24:]) <= 40, (before.kind, after.kind)


# --- The row at the foot ---


@pytest.mark.parametrize("tips", [1, 6, 12, 18])
def test_the_present_pebble_keeps_clear_of_its_neighbours(shop: sw.Studio, tips: int) -> None:
    found = deck(shop, *[tip(body="Rest.")] * tips, brand=sw.Brand(handle="@alma.counselling"))
    for slide in found.slides:
        row = sorted(
            (min(x for x, _, _ in contour), max(x for x, _, _ in contour))
            for item in slide.frame.items
            if isinstance(item, Shape) and 930 < path_bounds(item.path).top < 960
            for contour in item.path
            if min(x for x, _, _ in contour) > 480
        )
        assert all(after[0] - before[1] >= 6 for before, after in pairwise(row)), slide.kind


@pytest.mark.parametrize("tips", [1, 8, 18])
@pytest.mark.parametrize("handle", ["@a", "@alma.counselling", "@a_handle_of_thirty_characters_"])
def test_the_pebbles_keep_clear_of_the_handle(shop: sw.Studio, handle: str, tips: int) -> None:
    found = deck(shop, *[tip(body="Rest.")] * tips, brand=sw.Brand(handle=handle, region="US"))
    for slide in (found.slides[0], found.slides[-1]):
        beads = [
            min(x for x, _, _ in contour)
            for item in slide.frame.items
            if isinstance(item, Shape) and 930 < path_bounds(item.path).top < 960
            for contour in item.path
            if min(x for x, _, _ in contour) > 180
        ]
        assert len(beads) == len(found.slides)
        names = [run for run in slide.frame.texts if run.path == "handle"]
        if names:
            assert min(beads) > ink(names).right + 10


# --- Colours ---


@pytest.mark.parametrize("seed", SEEDS)
def test_inks_read_on_their_clay_from_any_seed(seed: str) -> None:
    grown = grow(read_theme("clay").palette, seed)
    for text, grounds in {
        "ink": ("paper", "cream_shade", "dust_shade", "glaze_shade"),
        "muted": ("paper", "cream_shade"),
        "accent": ("paper", "cream_shade"),
        "spoken": ("dust_shade", "glaze_shade"),
        "cream": ("clay_lit", "clay", "clay_shade", "deep_lit"),
    }.items():
        for ground in grounds:
            assert contrast(grown[text], grown[ground]) >= 4.5, (text, ground)
    for numeral in ("accent", "glaze_text", "deep", "muted"):
        assert contrast(grown[numeral], grown["paper"]) >= 3, numeral


@pytest.mark.parametrize("seed", SEEDS[::4])
def test_words_read_as_painted_from_any_seed(shop: sw.Studio, seed: str) -> None:
    brand = US.model_copy(update={"colours": sw.Brand(colours={"seed": seed}).colours})
    found = deck(
        shop, *every_kind(), brand=brand, subtitle="For short evenings", cover={"kicker": "Rest"}
    )
    assert contrast_findings(found) == ()


# --- The disclaimer, for every region there is ---


@pytest.mark.parametrize("region", regions())
@pytest.mark.parametrize("topics", [[], ["suicide"]], ids=["any topic", "a sensitive topic"])
def test_the_disclaimer_finds_room_in_every_region(
    shop: sw.Studio, region: str, topics: list[str]
) -> None:
    found = deck(shop, brand=brand_in(region), topics=topics)
    closes_well(found, well_set)


@pytest.mark.parametrize("way", [1, -1])
def test_a_slab_covers_its_own_slide_to_the_corners(way: int) -> None:
    edge = Bulge(44.0, 60.0, 8.0, 1080.0, 8, way)
    assert all(way * edge.at(y) >= 1 for y in range(1081))
