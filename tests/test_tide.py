"""tide with real fonts: the sea over the borders, its level under the words, and words that read."""

from __future__ import annotations

import math
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import ImageChops

import swipewell as sw
from decks import POSTS, TODAY, brand_in, breath, closes_well, compare, kinds, steps, tip
from frames import ink
from swipewell.care.helplines import regions
from swipewell.colour import contrast, parse_hex, to_oklch
from swipewell.frame import Gradient, Shape
from swipewell.geometry import Rect
from swipewell.meter import contrast_findings
from swipewell.ornament import gauge, sea, stones
from swipewell.ornament.sea import Course, Water
from swipewell.paint.raster import path_bounds
from swipewell.palette import grow
from swipewell.reading.theme import read_theme

US = sw.Brand(region="US", handle="@alma", name="Alma", credential="Counsellor")
SEEDS = [
    *("#237480", "#b3573a", "#2f6b3f", "#6a4a9c", "#c02060", "#e0b000"),
    *("#808080", "#101418", "#f4f0e8", "#ff00ff", "#00ff40", "#1a3cff"),
]


def deck(shop: sw.Studio, *slides: Any, brand: sw.Brand = US, **fields: Any) -> sw.Carousel:
    post = sw.Post(**{"title": "A title", **fields}, slides=slides or [tip()])
    return sw.render(post, brand, "tide", today=TODAY, studio=shop)


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
    found = sw.render(sw.read_post(path), US, "tide", today=TODAY, studio=shop)
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
        assert box.bottom <= 1040, (path, box)
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not a.overlaps(b), (slide.kind, one, other)


# --- The sea ---


def water_of(found: sw.Carousel) -> list[Water]:
    """The sea of a deck's slides, as its ornaments see it: a frame does not tell."""
    seen: list[list[Water]] = []
    real = sea.draw

    def spying(strip: Any, options: Any) -> Any:
        seen.append(sea.waters(strip))
        return real(strip, options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sea, "draw", spying)
        sw.render(found.post, US, "tide", today=TODAY)
    return seen[-1]


def test_the_sea_goes_on_over_every_border(whole: sw.Carousel) -> None:
    for before, after in pairwise(water_of(whole)):
        for layer in range(sea.LAYERS):
            there, here = sea.lines(before)[layer], sea.lines(after)[layer]
            for x in (-12, 0, 12):
                assert there.at(1080 + x) == pytest.approx(here.at(x), abs=0.02), (before, after)


def test_what_is_painted_meets_at_every_border(whole: sw.Carousel) -> None:
    for before, after in pairwise(whole.slides):
        last = before.image.crop((1079, 0, 1080, 1080)).convert("RGB")
        first = after.image.crop((0, 0, 1, 1080)).convert("RGB")
        apart = ImageChops.difference(last, first).convert("L").histogram()
        # where a slope is steep, a column further everything has moved by a few px
        assert sum(apart[24:]) <= 24, (before.kind, after.kind)


def test_layers_lie_in_order(whole: sw.Carousel) -> None:
    for water in water_of(whole):
        if water.here.mode == "breath":  # there the deep rises before the others
            continue
        lines = sea.lines(water)
        for upper, lower in pairwise(lines):
            for x in range(0, 1081, 24):
                assert upper.at(x) <= lower.at(x) + 8, (water.here, x)


@pytest.mark.parametrize(
    "before",
    [
        Course("calm", 868.0, bears=True),
        Course("calm", 960.0),
        Course("calm", 984.0, pooled=True),
        Course("chop", 780.0),
        Course("shore", 868.0),
        Course("low", 1000.0),
    ],
)
@pytest.mark.parametrize("variant", range(sea.VARIANTS))
def test_a_swell_rises_layer_before_layer(before: Course, variant: int) -> None:
    swell = Course("swell", 262.0)
    lines = sea.lines(Water(before, swell, before, 1, variant))
    for upper, lower in pairwise(lines):
        assert all(upper.at(x) <= lower.at(x) + 8 for x in range(0, 540, 6))
    # the marks before a quote hang over the margin
    assert all(lines[3].at(x) < 440 for x in range(54, 100, 6))


def test_a_brand_row_has_only_sky_behind_it(whole: sw.Carousel) -> None:
    for water in water_of(whole):
        assert min(sea.lines(water)[0].heights) > 165


@pytest.mark.parametrize("mode", ["calm", "chop", "swell", "shore", "low"])
@pytest.mark.parametrize("beside", ["calm", "swell", "low"])
def test_any_two_kinds_may_follow_each_other(mode: str, beside: str) -> None:
    one, other = Course(mode, 868.0), Course(beside, 780.0)
    left = Water(other, one, other, 1, 2)
    right = Water(one, other, one, 2, 2)
    for layer in range(sea.LAYERS):
        assert sea.lines(left)[layer].at(1080) == pytest.approx(
            sea.lines(right)[layer].at(0), abs=0.02
        )


def test_the_deep_lies_over_what_is_said_in_it(whole: sw.Carousel) -> None:
    """What is set in foam has the deep above its first line, across its whole width."""
    for slide, water in zip(whole.slides, water_of(whole), strict=True):
        if slide.kind in {"steps", "quote"}:
            continue
        deep = sea.lines(water)[3]
        for run in slide.frame.texts:
            if run.style in {"subtitle", "example", "half_try", "fact", "figure_body", "seconds"}:
                box = ink([run])
                for x in (box.left, (box.left + box.right) / 2, min(box.right, 1000)):
                    assert deep.at(x) < box.top, (slide.kind, run.style)


def test_the_same_post_gives_the_same_sea_and_another_another(shop: sw.Studio) -> None:
    one, again, other = (
        deck(shop, tip(), title=title).slides[1].frame.dump() for title in ("A", "A", "B title")
    )
    assert one == again
    assert one != other


# --- Tips, steps, comparisons, practices ---


def numerals(slide: sw.Slide) -> list[Rect]:
    """Where a drawn numeral stands: the one gradient shape of the slide that is neither sun nor sea."""
    shapes = [i for i in slide.frame.items if isinstance(i, Shape) and hasattr(i.paint, "stops")]
    return [path_bounds(s.path) for s in shapes if len(s.paint.stops) == 3]  # type: ignore[union-attr]


@pytest.mark.parametrize("count", [1, 3, 9, 17])
def test_a_numeral_stands_clear_of_words(shop: sw.Studio, count: int) -> None:
    found = deck(shop, *[tip(title="Name the need, not the flaw", example="“Say it.”")] * count)
    for slide in found.slides[1:-1]:
        (numeral,) = numerals(slide)
        assert numeral.right <= 1048
        for run in slide.frame.texts:
            if run.style == "body":
                assert not ink([run]).overlaps(numeral), slide.alt


@pytest.mark.parametrize(
    "title",
    [
        "Name what you need, and never the flaw",
        "Nombra lo que necesitas, no el defecto",
        "Short",
        "Three lines of a title that say what is to be said",
    ],
)
@pytest.mark.parametrize(
    "example", ["“Say it.”", "“I would love to talk with you, but after dinner.”"]
)
def test_a_numeral_stands_clear_of_its_title(shop: sw.Studio, title: str, example: str) -> None:
    found = deck(shop, *[tip(title=title, body="It lands softer.", example=example)] * 3)
    for slide in found.slides[1:4]:
        (numeral,) = numerals(slide)
        assert numeral.height > 180
        for run in slide.frame.texts:
            if run.style == "title":
                for piece in run.pieces:
                    box = ink([run._replace(pieces=(piece,))])
                    assert box.right + 16 < numeral.left or box.bottom + 16 < numeral.top, run.text


@pytest.mark.parametrize("beside", [tip(), sw.Quote(quote="Rest."), steps(3)])
@pytest.mark.parametrize("title", ["A", "B", "C", "D"])
def test_no_wave_crosses_a_numeral_or_a_figure(shop: sw.Studio, beside: Any, title: str) -> None:
    figure = sw.Figure(figure="1 in 8", meaning="people live with it.")
    found = deck(shop, tip(example="“Say it.”"), beside, figure, title=title)
    for slide, water in zip(found.slides, water_of(found), strict=True):
        shallows, second = sea.lines(water)[:2]
        for box in numerals(slide) + figures(slide):
            xs = range(int(box.left), int(box.right), 8)
            assert all(second.at(x) > box.bottom for x in xs), slide.kind
            assert any(shallows.at(x) < box.bottom for x in xs), (
                slide.kind
            )  # it stands in the water


def figures(slide: sw.Slide) -> list[Rect]:
    """Where a drawn figure stands: the one shape in the mark's colour under the gauge."""
    mark = grow(read_theme("tide").palette, "#237480")["mark"]
    shapes = [i for i in slide.frame.items if isinstance(i, Shape) and i.paint == mark]
    return [box for s in shapes if (box := path_bounds(s.path)).top > 150]


@pytest.mark.parametrize("variant", range(sea.VARIANTS))
@pytest.mark.parametrize(
    "beside", [Course("calm", 960.0), Course("swell", 262.0), Course("low", 1000.0)]
)
def test_stones_lie_level_and_borne(variant: int, beside: Course) -> None:
    water = Water(beside, Course("shore", 868.0), beside, 1, variant)
    ground = sea.lines(water)[0]
    for path, _, _ in stones.at_the_edge(water):
        box = path_bounds(path)
        assert ground.at(box.left) < box.bottom
        assert ground.at(box.right) < box.bottom
        assert abs(ground.at(box.left) - ground.at(box.right)) < 0.6 * box.height
        (contour,) = path
        ends = [min(contour)[1], max(contour)[1]]
        assert ends[0] == pytest.approx(ends[1], abs=0.08 * box.height)  # its long axis is level


@pytest.mark.parametrize("count", [3, 4, 9, 19])
def test_the_gauge_shows_one_even_tide(count: int) -> None:
    tides = [gauge.tide(k, count) for k in range(count)]
    assert tides == pytest.approx(tides[::-1])
    half = tides[: (count + 1) // 2]
    assert half == sorted(half)


@pytest.mark.parametrize(
    "title",
    [
        "The way you’d talk to a friend",
        "Give worry an appointment",
        "Wann fängt dein Feierabend an?",
        "Five ways to set a kind boundary",
    ],
)
@pytest.mark.parametrize("after", [tip(), compare(), sw.Quote(quote="Rest.")])
def test_the_sun_rises_clear_of_the_title(shop: sw.Studio, title: str, after: Any) -> None:
    cover = deck(shop, after, title=title, subtitle="For the day").slides[0]
    (sun,) = (box for box in gradients(cover) if box.left > 300 and box.bottom > 800)
    x, y, radius = (sun.left + sun.right) / 2, (sun.top + sun.bottom) / 2, sun.width / 2
    for run in cover.frame.texts:
        if run.path == "title":
            for piece in run.pieces:
                box = ink([run._replace(pieces=(piece,))])
                gap = math.hypot(max(0, x - box.right, box.left - x), max(0, y - box.bottom))
                assert gap > radius + 8


@pytest.mark.parametrize("beside", [compare(), sw.Quote(quote="Rest."), tip(), steps(4)])
def test_no_wave_rises_into_a_pool(shop: sw.Studio, beside: Any) -> None:
    items = [sw.Resource(name="A book", note="On rest.")] * 3
    found = deck(shop, beside, sw.Resources(title="To read on", items=items), beside)
    slide, water = found.slides[2], water_of(found)[2]
    assert slide.kind == "resources"
    tint = grow(read_theme("tide").palette, "#237480")["shallow"]
    pool = [i for i in slide.frame.items if isinstance(i, Shape) and i.paint == tint][-1]
    for contour in pool.path:
        for x, y, _ in contour:
            assert sea.lines(water)[0].at(x) > y + 8, x


@pytest.mark.parametrize(
    "title",
    ["Коли близькій людині важко", "Hold on when it is hard, and hold on to each other", "A"],
)
@pytest.mark.parametrize(
    "subtitle", [None, "For friends", "For the day you got something wrong", "For all days " * 5]
)
@pytest.mark.parametrize("after", [tip(), sw.Quote(quote="Rest."), steps(4)])
def test_a_title_stays_above_the_water(
    shop: sw.Studio, title: str, subtitle: str | None, after: Any
) -> None:
    found = deck(shop, after, title=title, subtitle=subtitle, cover={"kicker": "Rest"})
    surface = sea.lines(water_of(found)[0])[0]
    for run in found.slides[0].frame.texts:
        if run.path == "title":
            box = ink([run])
            assert all(surface.at(x) > box.bottom for x in range(int(box.left), int(box.right), 20))


@pytest.mark.parametrize(
    "title", ["Give worry an appointment", "A", "When a friend is in the dark"]
)
def test_no_sliver_of_the_sun_is_left_at_a_border(shop: sw.Studio, title: str) -> None:
    cover = deck(shop, tip(), title=title, subtitle="For the day").slides[0]
    (sun,) = (box for box in gradients(cover) if box.left > 300 and box.bottom > 800)
    assert sun.right < 1064 or sun.right > 1136


def gradients(slide: sw.Slide) -> list[Rect]:
    """Where shapes of two colours stand that are no layer of the sea."""
    shapes = [item for item in slide.frame.items if isinstance(item, Shape)]
    faded = [(s.path, s.paint.stops) for s in shapes if isinstance(s.paint, Gradient)]
    boxes = [path_bounds(path) for path, stops in faded if len(stops) == 2]
    return [box for box in boxes if box.width < 700]


@pytest.mark.parametrize("count", range(1, 10))
def test_steps_go_on_counting_and_lie_in_layers_of_their_own(shop: sw.Studio, count: int) -> None:
    found = deck(shop, steps(count))
    numbers = [r.text for s in found.slides for r in s.frame.texts if r.style == "step_number"]
    assert numbers == [str(n) for n in range(1, count + 1)]
    for slide, water in zip(found.slides, water_of(found), strict=True):
        if slide.kind == "steps":
            tops = [ink([r]).top for r in slide.frame.texts if r.style == "step_number"]
            assert len(water.here.marks) == len(tops)
            assert all(band < top for band, top in zip(water.here.marks, tops, strict=True))


UNEVEN = [
    ["Pause.", "Put both feet on the floor, and feel how it bears you.", "Say it."],
    [{"title": "One thing", "body": "Hours."}, {"title": "Two facts", "body": "Dates are calmer. " * 4}],
    ["Pause.", "Breathe out, longer than you breathed in, and then once more.", "Wait.", "Say it."],
]  # fmt: skip


@pytest.mark.parametrize("said", UNEVEN)
@pytest.mark.parametrize("beside", [tip(), sw.Quote(quote="Rest."), breath(4, 6)])
def test_a_stratum_is_as_high_as_its_words_ask(
    shop: sw.Studio, said: list[Any], beside: Any
) -> None:
    found = deck(shop, beside, sw.Steps(title="When it tightens", steps=said), beside)
    slide, water = found.slides[2], water_of(found)[2]
    at = {2: (0, 2, 3), 3: (0, 1, 2, 3), 4: (0, 1, 2, 3)}[len(said)]
    layers = [sea.lines(water)[layer] for layer in at]
    for i in range(len(said)):
        runs = [r for r in slide.frame.texts if r.path.startswith(f"slides[1].steps[{i}]")]
        words = ink(run for run in runs if run.style != "step_number")
        for x in range(int(words.left), int(words.right), 40):
            assert layers[i].at(x) < words.top - 2, (i, x)
            if i + 1 < len(layers):
                assert layers[i + 1].at(x) > words.bottom + 2, (i, x)
        if i + 1 < len(layers):
            top, bottom = water.here.marks[i], [*water.here.marks, 1028][i + 1]
            assert (words.top + words.bottom) / 2 == pytest.approx((top + bottom) / 2, abs=14)


@pytest.mark.parametrize(("left", "right"), [(1, 1), (2, 2), (3, 2), (2, 4), (5, 5)])
def test_a_comparison_decides_the_waterline(shop: sw.Studio, left: int, right: int) -> None:
    found = deck(shop, compare(left, right))
    for slide, water in zip(found.slides, water_of(found), strict=True):
        if slide.kind != "compare":
            continue
        for run in slide.frame.texts:
            if run.style == "half":
                assert ink([run]).bottom < water.here.water - 90
            if run.style == "half_try":
                assert ink([run]).top > water.here.water


@pytest.mark.parametrize("seconds", [[6], [4, 6], [4, 4, 6], [4, 7, 8], [4, 4, 4, 4]])
def test_a_breath_is_drawn_for_the_usual_counts(shop: sw.Studio, seconds: list[int]) -> None:
    names = ["Breathe in", "Hold", "Breathe out", "Rest"]
    phases = [sw.Phase(do=do, seconds=s) for do, s in zip(names, seconds, strict=False)]
    found = deck(shop, sw.Practice(title="One breath before yes", phases=phases, rounds=5))
    assert kinds(found) == ["cover", "practice", "disclaimer"]
    well_set(found.slides[1])


# --- The gauge ---


@pytest.mark.parametrize("tips", [1, 8, 18])
@pytest.mark.parametrize("handle", ["@a", "@alma.counselling", "@a_handle_of_thirty_characters_"])
def test_the_gauge_keeps_clear_of_the_handle(shop: sw.Studio, handle: str, tips: int) -> None:
    found = deck(shop, *[tip()] * tips, brand=sw.Brand(handle=handle, region="US"))
    for slide in (found.slides[0], found.slides[-1]):
        bars = [
            Rect(min(xs), 0, max(xs), 0)
            for item in slide.frame.items
            if isinstance(item, Shape) and path_bounds(item.path).bottom < 140
            for contour in item.path
            if (xs := [x for x, _, _ in contour])[0] > 200
        ]
        assert len(bars) == len(found.slides)
        names = [run for run in slide.frame.texts if run.path == "handle"]
        if names:
            assert min(bar.left for bar in bars) > ink(names).right + 12
        assert max(bar.right for bar in bars) <= 986


# --- Colours ---


@pytest.mark.parametrize("seed", SEEDS)
def test_inks_read_on_their_water_from_any_seed(seed: str) -> None:
    grown = grow(read_theme("tide").palette, seed)
    for text, grounds in {
        "ink": ("paper", "sky_foot", "shallow", "water"),
        "muted": ("paper", "sky_foot", "shallow"),
        "credit": ("paper", "sky_foot"),
        "accent": ("paper", "sky_foot", "shallow"),
        "foam": ("mid", "deep", "abyss", "ink"),
        "on_deep": ("deep", "abyss"),
    }.items():
        for ground in grounds:
            assert contrast(grown[text], grown[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("seed", [*SEEDS, "#8a5a2b", "#a0522d", "#c8a060", "#6b6b1f", "#e07050"])
def test_water_never_has_the_hue_of_soil(seed: str) -> None:
    grown = grow(read_theme("tide").palette, seed)
    for role in ("mid", "water", "deep", "abyss"):
        colour = to_oklch(grown[role])
        assert colour.chroma < 0.02 or not 20 <= colour.hue <= 125, (role, colour)
    given, sun = to_oklch(parse_hex(seed)), to_oklch(grown["sun"])
    if 35 <= given.hue <= 75 and given.chroma > 0.02:
        assert sun.hue == pytest.approx(given.hue, abs=2)


@pytest.mark.parametrize("seed", SEEDS)
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
