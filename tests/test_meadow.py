"""meadow with real fonts: one dandelion over all slides, clear of words, and words that read."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import ImageChops

import swipewell as sw
from decks import POSTS, TODAY, brand_in, closes_well, compare, kinds, steps, tip
from decks import named_breath as breath
from frames import ink
from swipewell.care.helplines import regions
from swipewell.colour import contrast
from swipewell.frame import Shape
from swipewell.geometry import PAGES, Rect
from swipewell.meter import contrast_findings
from swipewell.ornament import growth
from swipewell.ornament.strip import Strip, StripSlide
from swipewell.paint.raster import path_bounds
from swipewell.palette import grow
from swipewell.reading.theme import read_theme

US = sw.Brand(region="US", handle="@alma", name="Alma", credential="Counsellor")
SEEDS = [
    *("#5b743c", "#b3573a", "#237480", "#6a4a9c", "#c02060", "#e0b000"),
    *("#808080", "#101418", "#f4f0e8", "#ff00ff", "#00ff40", "#1a3cff"),
]
SQUARE = PAGES["square"]
NUMBERS = {"step_number", "step_number_tall"}


def deck(shop: sw.Studio, *slides: Any, brand: sw.Brand = US, **fields: Any) -> sw.Carousel:
    post = sw.Post(**{"title": "A title", **fields}, slides=slides or [tip()])
    return sw.render(post, brand, "meadow", today=TODAY, studio=shop)


def every_kind() -> list[Any]:
    return [
        tip(example="“I’d love to talk after dinner.”"),
        steps(3),
        compare(),
        sw.Figure(figure="1 in 5", meaning="people are too tired to enjoy their evening."),
        sw.Quote(quote="You can close a door softly and still have closed it.", by="a note to self"),
        breath(4, 4, 6),
        sw.Myth(myth="Rest has to be earned.", fact="Rest is what work is made of."),
        sw.List(title="Use any sense", items=["See", "Hear", sw.Item(title="Touch", body="A cold glass.")]),
        tip(body="Two minutes at an open window are a rest."),
        sw.Definition(term="Rumination", meaning="The same worry, again and again.", example="“It feels so.”"),
        steps(2),
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
    found = sw.render(sw.read_post(path), US, "meadow", today=TODAY, studio=shop)
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
        assert run.size >= (36 if slide.kind.startswith("disclaimer") and run.style not in
                            {"credential", "handle", "initial"} else 32)  # fmt: skip
        if run.style in {"body", "item", "step", "half", "half_try", "fact", "myth"}:
            assert run.size >= 40
    boxes = {path: ink(runs) for path, runs in texts.items()}
    for path, box in boxes.items():
        assert box.left >= 40, (path, box)
        assert box.right <= 1040, (path, box)
        assert box.bottom <= 1010, (path, box)
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not a.overlaps(b), (slide.kind, one, other)


def test_words_of_one_or_many_find_room(shop: sw.Studio) -> None:
    short = deck(shop, tip(title="Rest", body="Now."), title="Rest", subtitle=None)
    long = deck(
        shop,
        tip(title="Say what you need before you say what was wrong with them", body="Again. " * 60),
        title="Fourteen quiet ways of saying no to people whom you love very much indeed",
        subtitle="For long evenings, short weekends, and everything that lies between them",
    )
    assert kinds(short) == ["cover", "tip", "disclaimer"]
    for found in (short, long):
        assert not [f for f in found.findings if f.code == "too-long"]
        for slide in found.slides:
            well_set(slide)


# --- What grows ---


def strips(found: sw.Carousel) -> list[list[growth.Part]]:
    """What grows on a deck's slides, as its ornaments see it: a frame does not tell."""
    seen: list[list[list[growth.Part]]] = []
    real = growth.planned

    def spying(strip: Strip) -> list[list[growth.Part]]:
        seen.append(real(strip))
        return seen[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(growth, "planned", spying)
        sw.render(found.post, US, "meadow", today=TODAY)
    return seen[-1]


def test_what_is_painted_meets_at_every_border(shop: sw.Studio) -> None:
    """The ground, leaves and bloom run on, wherever both slides have the same ground."""
    found = deck(
        shop, tip(), steps(3), tip(), sw.List(title="Use", items=["See", "Hear"]), title="B"
    )
    for before, after in pairwise(found.slides):
        last = before.image.crop((1079, 0, 1080, 1080)).convert("RGB")
        first = after.image.crop((0, 0, 1, 1080)).convert("RGB")
        apart = ImageChops.difference(last, first).convert("L").histogram()
        # where an edge is steep, a column further everything has moved by a few px
        assert sum(apart[24:]) <= 60, (before.kind, after.kind)


@pytest.mark.parametrize("seed", [0, 5, 11])
@pytest.mark.parametrize("page", ["square", "story"])
def test_the_ground_goes_on_over_every_border(seed: int, page: str) -> None:
    size = PAGES[page]
    bare = [StripSlide("tip", "paper", {}, {}, {}, {}, size)] * 9
    strip = Strip(bare, size.width, size.height, {}, seed, {}, None, size)
    for i in range(8):
        for x in (-12, 0, 12):
            there, here = growth.level(strip, i, 1080 + x), growth.level(strip, i + 1, x)
            assert there == pytest.approx(here, abs=0.01)


def test_the_same_post_gives_the_same_plants_and_another_others(shop: sw.Studio) -> None:
    one, again, other = (
        deck(shop, tip(), title=title).slides[1].frame.dump() for title in ("A", "A", "B title")
    )
    assert one == again
    assert one != other


def boxes_of(part: growth.Part) -> list[Rect]:
    """Where heads and seeds stand, roughly: what must never touch words."""
    if isinstance(part, growth.Bloom):
        r = part.radius
        return [Rect(part.x - r, part.y - r, part.x + r, part.y + r)]
    if isinstance(part, growth.Seed) and part.fruit:
        x, y = part.x, part.y
        return [Rect(x - 4, y - 4, x + 4, y + 4)]
    return []


def test_heads_and_seeds_keep_clear_of_words(whole: sw.Carousel) -> None:
    for slide, parts in zip(whole.slides, strips(whole), strict=True):
        texts = [ink([run]) for run in slide.frame.texts if run.path != "handle"]
        for part in parts:
            if isinstance(part, growth.Bloom) and part.radius > 200:
                continue  # a round thing keeps clear of a corner further than its box does
            for box in boxes_of(part):
                for text in texts:
                    assert not text.overlaps(box), (slide.kind, part)


@pytest.mark.parametrize(
    "title", ["Rest", "Five ways to set a kind boundary", "How to ask for help when you never do"]
)
def test_the_cover_bloom_keeps_clear_of_words(shop: sw.Studio, title: str) -> None:
    found = deck(shop, tip(), title=title, subtitle="Small sentences that protect you")
    (bloom,) = [part for part in strips(found)[0] if isinstance(part, growth.Bloom)]
    assert bloom.radius >= 200
    for run in found.slides[0].frame.texts:
        box = ink([run])
        near = min(max(bloom.x, box.left), box.right), min(max(bloom.y, box.top), box.bottom)
        away = ((near[0] - bloom.x) ** 2 + (near[1] - bloom.y) ** 2) ** 0.5
        if run.path != "title":  # a title's lines are of unequal length
            assert away > bloom.radius, run.path


@pytest.mark.parametrize("count", [1, 3, 9, 17])
def test_a_numeral_stands_clear_of_words(shop: sw.Studio, count: int) -> None:
    found = deck(shop, *[tip(title="Name the need, not the flaw", example="“Say it.”")] * count)
    colour = grow(read_theme("meadow").palette, read_theme("meadow").seed)["accent"]
    for slide in found.slides[1:-1]:
        drawn = [
            path_bounds(item.path)
            for item in slide.frame.items
            if isinstance(item, Shape) and item.paint == colour and path_bounds(item.path).top > 160
            and path_bounds(item.path).bottom < 560 and path_bounds(item.path).left > 90
        ]  # fmt: skip
        assert drawn
        for run in slide.frame.texts:
            if run.style in {"title", "body"}:
                assert ink([run]).left > max(box.right for box in drawn)


@pytest.mark.parametrize("count", range(1, 10))
def test_steps_go_on_counting(shop: sw.Studio, count: int) -> None:
    found = deck(shop, steps(count))
    numbers = [r.text for s in found.slides for r in s.frame.texts if r.style in NUMBERS]
    assert numbers == [str(n) for n in range(1, count + 1)]


@pytest.mark.parametrize(("left", "right"), [(1, 1), (2, 2), (3, 2), (2, 4), (5, 5)])
def test_halves_stay_on_their_side_of_the_stem(shop: sw.Studio, left: int, right: int) -> None:
    found = deck(shop, compare(left, right))
    for slide in found.slides:
        for run in slide.frame.texts:
            if run.style == "half":
                assert ink([run]).right < 500
            if run.style == "half_try":
                assert ink([run]).left > 600


@pytest.mark.parametrize("seconds", [[6], [4, 6], [4, 4, 6], [4, 7, 8], [4, 4, 4, 4], [40, 10, 60]])
def test_a_breath_has_a_seed_for_every_second(shop: sw.Studio, seconds: list[int]) -> None:
    found = deck(shop, breath(*seconds))
    assert kinds(found) == ["cover", "practice", "disclaimer"]
    well_set(found.slides[1])
    seeds = [part for part in strips(found)[1] if isinstance(part, growth.Seed) and not part.fruit]
    held = {1: 1, 2: 1, 3: 2, 4: 2}[len(seconds)]
    if sum(seconds) <= 22:
        assert len(seeds) == sum(seconds[:held])
    else:
        assert len(seeds) <= 22


@pytest.mark.parametrize("do", ["Hold", "Sostén", "Stay with it", "Zatrzymaj oddech"])
def test_seeds_adrift_keep_clear_of_words_and_of_each_other(shop: sw.Studio, do: str) -> None:
    phases = [sw.Phase(do=word, seconds=4) for word in ("Breathe in", do, "Breathe out")]
    found = deck(shop, sw.Practice(title="One breath before yes", phases=phases, rounds=5))
    adrift = [p for p in strips(found)[1] if isinstance(p, growth.Seed) and p.fruit]
    assert len(adrift) >= 2
    for seed in adrift:
        for run in found.slides[1].frame.texts:
            assert not ink([run]).grown(8).overlaps(growth._box(seed)), (run.path, seed)
    for one, other in combinations(adrift, 2):
        assert not growth._box(one).overlaps(growth._box(other)), (one, other)


STEPS = [
    ["One.", "Dates and numbers are calmer than adjectives, and shorter. " * 2, "Ask for one change."],
    ["Call somebody whom you trust, and who has time.", "Write. " * 9, "Stay until it is over, if you can."],
]  # fmt: skip


def test_four_short_steps_stand_on_one_line_with_their_numbers(shop: sw.Studio) -> None:
    found = deck(
        shop,
        sw.Steps(title="Make it an appointment", steps=["Say what it may have been like."] * 4),
    )
    texts = found.slides[1].frame.texts
    numbers = [run.pieces[0].y for run in texts if run.style in NUMBERS]
    assert numbers == pytest.approx(
        [run.pieces[0].y for run in texts if run.style == "step"], abs=1.5
    )


@pytest.mark.parametrize("said", STEPS, ids=["a long one", "all of them long"])
def test_steps_of_unlike_length_are_evenly_apart(shop: sw.Studio, said: list[str]) -> None:
    found = deck(shop, sw.Steps(title="One talk, prepared", steps=said))
    texts = found.slides[1].frame.texts
    numbers = [run for run in texts if run.style in NUMBERS]
    steps_said = [run for run in texts if run.style == "step"]
    assert len(numbers) == len(steps_said) == 3
    for number, step in zip(numbers, steps_said, strict=True):
        assert number.pieces[0].y == pytest.approx(step.pieces[0].y, abs=1.5)
    gaps = [below.box[1] - above.box[3] for above, below in pairwise(steps_said)]
    assert max(gaps) - min(gaps) <= 2
    assert min(gaps) >= 24


COMPARED = [
    "“It is fine.”",
    "«Siempre me sueltas todo a mí».",
    "“Whatever you say, it is never enough.”",
]


@pytest.mark.parametrize("words", COMPARED)
@pytest.mark.parametrize("title", ["Same limit, kinder door", "Say it slowly, and say it kindly"])
def test_thorns_leaves_and_bloom_keep_clear_of_words(
    shop: sw.Studio, words: str, title: str
) -> None:
    halves = [sw.Half(label=label, items=[words] * 2) for label in ("Instead of", "Try")]
    found = deck(shop, sw.Compare(title=title, left=halves[0], right=halves[1]))
    (bloom,) = [part for part in strips(found)[1] if isinstance(part, growth.Bloom)]
    slide = found.slides[1]
    grown = [
        path_bounds((contour,))
        for item in slide.frame.items
        if isinstance(item, Shape)
        for contour in item.path
    ]
    stem = [
        box for box in grown if box.left > 440 and box.right < 660 and 420 < box.centre[1] < 990
    ]
    assert len(stem) > 12
    for run in slide.frame.texts:
        if run.style.startswith("half"):
            assert not any(ink([run]).grown(14).overlaps(box) for box in stem), run.path
        if run.style == "title":
            assert ink([run]).bottom + 8 < bloom.y - bloom.radius


def test_a_number_to_dial_stands_in_the_middle_of_its_stroke(shop: sw.Studio) -> None:
    slide = deck(shop).slides[-1]
    butter = grow(read_theme("meadow").palette, read_theme("meadow").seed)["butter"]
    strokes = [
        path_bounds(item.path)
        for item in slide.frame.items
        if isinstance(item, Shape) and item.paint == butter and path_bounds(item.path).width > 90
    ]
    dialled = [run for run in slide.frame.texts if "911" in run.text or "988" in run.text]
    stood = [(ink([run]), box) for run in dialled for box in strokes if ink([run]).overlaps(box)]
    assert len(stood) >= 2
    for letters, stroke in stood:
        assert letters.centre[1] == pytest.approx(stroke.centre[1], abs=2.5)


@pytest.mark.parametrize("tips", [1, 8, 18])
def test_the_clock_has_a_place_for_every_slide(shop: sw.Studio, tips: int) -> None:
    found = deck(shop, *[tip()] * tips)
    for slide in found.slides:
        marks = [
            path_bounds(item.path)
            for item in slide.frame.items
            if isinstance(item, Shape) and path_bounds(item.path).bottom < 150
        ]
        assert all(box.left > 900 or box.right < 160 for box in marks)


# --- Colours ---


@pytest.mark.parametrize("seed", SEEDS)
def test_inks_read_on_their_grounds_from_any_seed(seed: str) -> None:
    grown = grow(read_theme("meadow").palette, seed)
    for text, grounds in {
        "ink": ("paper", "tint", "field", "pale_field", "butter"),
        "muted": ("paper", "tint", "field"),
        "label": ("paper", "tint", "pale_field"),
        "cream": ("night", "ink"),
        "butter": ("night",),
        "night": ("butter",),
    }.items():
        for ground in grounds:
            assert contrast(grown[text], grown[ground]) >= 4.5, (text, ground)
    assert contrast(grown["accent"], grown["paper"]) >= 3


@pytest.mark.parametrize("seed", ["#5b743c", "#1a3cff", "#808080"])
def test_words_read_as_painted(shop: sw.Studio, seed: str) -> None:
    brand = US.model_copy(update={"colours": sw.Brand(colours={"seed": seed}).colours})
    slides = [
        kind for kind in every_kind() if kind.kind in {"tip", "compare", "quote", "myth", "invite"}
    ]
    found = deck(shop, *slides[:5], brand=brand, subtitle="For short evenings")
    assert contrast_findings(found) == ()


# --- The disclaimer, for every region there is ---


@pytest.mark.parametrize("region", regions()[::4])
@pytest.mark.parametrize("topics", [[], ["suicide"]], ids=["any topic", "a sensitive topic"])
def test_the_disclaimer_finds_room(shop: sw.Studio, region: str, topics: list[str]) -> None:
    found = deck(shop, brand=brand_in(region), topics=topics)
    closes_well(found, well_set)
