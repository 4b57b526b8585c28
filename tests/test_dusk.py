"""dusk with real fonts: one evening over the borders, moons that hold their words, and words that read."""

from __future__ import annotations

import math
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

import swipewell as sw
from decks import SAMPLES, TODAY, brand_in, breath, closes_well, compare, kinds, steps, tip
from frames import ink
from swipewell.care.helplines import regions
from swipewell.colour import contrast
from swipewell.frame import Colour, Fill, Gradient, Shape
from swipewell.geometry import Rect
from swipewell.meter import contrast_findings
from swipewell.ornament import moon
from swipewell.ornament.hills import Ridge
from swipewell.ornament.house import stands_free
from swipewell.ornament.moon import Moon
from swipewell.paint.gradient import gradient_image
from swipewell.paint.raster import path_bounds
from swipewell.palette import grow
from swipewell.reading.theme import read_theme

US = sw.Brand(region="US", handle="@alma", name="Alma", credential="Counsellor")
POSTS = sorted(
    path for path in [*SAMPLES.glob("*.yaml"), *SAMPLES.glob("languages/*.yaml")]
    if path.stem != "brand" and "." not in path.stem
)  # fmt: skip
SEEDS = [
    *("#ecbd78", "#b3573a", "#2f6b3f", "#6a4a9c", "#c02060", "#237480"),
    *("#808080", "#101418", "#f4f0e8", "#ff00ff", "#00ff40", "#1a3cff"),
]


def deck(shop: sw.Studio, *slides: Any, brand: sw.Brand = US, **fields: Any) -> sw.Carousel:
    post = sw.Post(**{"title": "A title", **fields}, slides=slides or [tip()])
    return sw.render(post, brand, "dusk", today=TODAY, studio=shop)


def invite() -> sw.Invite:
    return sw.Invite(
        title="Which one will you try?", body="Start with the *smallest*, and ==tell== somebody."
    )


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
        invite(),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def whole(shop: sw.Studio) -> sw.Carousel:
    return deck(
        shop, *every_kind(), subtitle="For evenings that are too short", cover={"kicker": "Rest"}
    )


# --- Every post there is ---


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_a_sample_is_set_whole_and_apart(shop: sw.Studio, path: Path) -> None:
    found = sw.render(sw.read_post(path), US, "dusk", today=TODAY, studio=shop)
    assert not [f for f in found.findings if f.code == "too-long"]
    assert found.slides[-1].kind.startswith("disclaimer")
    for slide in found.slides:
        well_set(slide)


def test_every_kind_is_set_whole_and_apart(whole: sw.Carousel) -> None:
    assert set(kinds(whole)) >= {"figure", "myth", "prompt", "definition", "resources", "recap"}
    for slide in whole.slides:
        well_set(slide)


@pytest.mark.parametrize("words", [1, 4, 8, 14])
def test_a_title_of_any_length_is_set(shop: sw.Studio, words: int) -> None:
    title = " ".join(["Boundaries", "that", "hold", "when", "evenings", "are", "short"] * 2)
    title = " ".join(title.split()[:words])
    found = deck(shop, tip(title=title, example="“Say it.”"), invite(), title=title)
    for slide in found.slides:
        well_set(slide)


def well_set(slide: sw.Slide) -> None:
    """Each text's ink lies on the slide, apart from every other's, and none is too small."""
    texts: dict[str, list[Any]] = {}
    for run in slide.frame.texts:
        if run.style != "quote_mark":  # it hangs before the first line, where later ones lean out
            texts.setdefault(run.path, []).append(run)
        assert run.size >= (36 if slide.kind.startswith("disclaimer") and run.style not in
                            {"credential", "handle", "initial"} else 32)  # fmt: skip
        if run.style in {"body", "body_close", "item", "step", "half", "half_try", "fact", "myth"}:
            assert run.size >= 40
    boxes = {path: ink(runs) for path, runs in texts.items()}
    for path, box in boxes.items():
        assert box.left >= 40, (path, box)
        assert box.right <= 1030, (path, box)
        assert box.top >= 60, (path, box)
        assert box.bottom <= (1020 if path in {"handle", "initial"} else 896), (path, box)
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not a.overlaps(b), (slide.kind, one, other)


# --- The evening and the land ---


def sky(slide: sw.Slide) -> Gradient:
    (paint,) = (
        item.paint
        for item in slide.frame.items
        if isinstance(item, Fill) and isinstance(item.paint, Gradient)
    )
    return paint


def test_the_evening_goes_on_over_every_border(whole: sw.Carousel) -> None:
    for before, after in pairwise(whole.slides[:-1]):  # of the last, the moon leaves only a corner
        assert sky(before).beyond == sky(after).stops


def test_a_gradient_passes_into_another_towards_the_right() -> None:
    black, red, blue = Colour(0, 0, 0), Colour(200, 0, 0), Colour(0, 0, 120)
    fall = Gradient((0, 0), (0, 64), ((0, black), (1, red)), ((0, black), (1, blue)))
    image = gradient_image(fall, 96, 64)
    assert image.getpixel((1, 62))[0] > 185  # type: ignore[index]
    assert image.getpixel((94, 62))[2] > 110  # type: ignore[index]
    middle = image.crop((40, 56, 56, 64)).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert middle == pytest.approx((94, 0, 56), abs=5)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_ridge_keeps_its_ends_and_covers_the_brand_row(number: int) -> None:
    courses = [Ridge(number, -0.55, 0.45, course) for course in range(4)]
    assert (
        len({ridge.at(0) for ridge in courses}) == len({ridge.at(1080) for ridge in courses}) == 1
    )
    for ridge in courses:
        assert ridge.at(1080) == Ridge(number, 0.45, -0.55, 0).at(0)
        assert min(map(ridge.at, range(0, 1081, 6))) >= 872
        assert max(map(ridge.at, range(0, 1081, 6))) <= 956


def test_what_is_painted_meets_at_every_border(whole: sw.Carousel) -> None:
    painted = [slide.image.convert("RGB") for slide in whole.slides]
    for number, (before, after) in enumerate(pairwise(painted)):
        last, first = before.crop((1079, 0, 1080, 1080)), after.crop((0, 0, 1, 1080))
        apart = ImageChops.difference(last, first).convert("L").histogram()
        # where a rim is steep, a column further it has moved by a few px
        assert sum(apart[20:]) <= 16, (number, whole.slides[number].kind)


def test_the_same_post_gives_the_same_night_and_another_another(shop: sw.Studio) -> None:
    one, again, other = (
        deck(shop, tip(), title=title).slides[1].frame.dump() for title in ("A", "A", "B title")
    )
    assert one == again
    assert one != other


# --- Moons ---


def moons_of(found: sw.Carousel, brand: sw.Brand = US) -> list[list[Moon]]:
    """The moons seen on a deck's slides, as its ornaments have them: a frame does not tell."""
    known: list[list[list[Moon]]] = []
    real = moon.draw

    def spying(strip: Any, options: Any) -> Any:
        known.append(moon.seen(strip))
        return real(strip, options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(moon, "draw", spying)
        sw.render(found.post, brand, "dusk", today=TODAY)
    return known[-1]


def holds(disc: Moon, box: Rect, air: float = 0.0) -> bool:
    """Whether a moon's disc holds a box whole."""
    return all(
        (x - disc.x) ** 2 + (y - disc.y) ** 2 <= (disc.radius - air) ** 2
        for x in (box.left, box.right)
        for y in (box.top, box.bottom)
    )


@pytest.mark.parametrize("count", [1, 9, 17])
def test_a_numeral_stands_in_the_dark_of_its_moon(shop: sw.Studio, count: int) -> None:
    found = deck(shop, *[tip(title="Name the need, not the flaw", example="“Say it.”")] * count)
    for slide, (own, *_) in zip(found.slides[1:-1], moons_of(found)[1:-1], strict=True):
        (run,) = (run for run in slide.frame.texts if run.style == "numeral")
        box = ink([run])
        assert holds(own, box)
        assert box.right < own.x + own.radius * (1 - 2 * own.lit) * 0.8
        assert all(
            ink([r]).right < own.x - own.radius for r in slide.frame.texts if r.style == "title"
        )


def test_moons_fill_as_one_reads(shop: sw.Studio) -> None:
    found = deck(shop, *[tip()] * 6)
    lit = [own.lit for (own, *_) in moons_of(found)]
    assert lit == sorted(lit)
    assert lit[-1] == 1


@pytest.mark.parametrize("before", [tip(), invite(), compare(), sw.Quote(quote="Rest."), steps(3)])
@pytest.mark.parametrize("topics", [[], ["suicide"]], ids=["one slide", "two slides"])
def test_the_full_moon_holds_what_is_said_at_the_end(
    shop: sw.Studio, before: Any, topics: list[str]
) -> None:
    brand = US.model_copy(update={"region": "CA" if topics else "US"})
    found = deck(shop, before, brand=brand, topics=topics)
    for slide, seen in zip(found.slides, moons_of(found, brand), strict=True):
        for run in slide.frame.texts:
            if slide.kind.startswith("disclaimer") and run.style not in {"handle", "initial"}:
                assert any(holds(disc, ink([run]), 12) for disc in seen), run.text
            elif slide.kind == "invite" and run.style in {"title", "body"}:
                box = ink([run])
                assert all(disc.x - disc.radius > box.right + 20 for disc in seen)


@pytest.mark.parametrize(("left", "right"), [(1, 1), (2, 2), (3, 2), (2, 4), (5, 5)])
@pytest.mark.parametrize(
    "title", ["Same limit, kinder door", "The same limit, and a much kinder door"]
)
def test_no_half_crosses_the_terminator(shop: sw.Studio, left: int, right: int, title: str) -> None:
    found = deck(shop, compare(left, right, title), compare())
    for slide in found.slides:
        for run in slide.frame.texts:
            if run.style == "half":
                assert ink([run]).right < 532
            if run.style == "half_try":
                assert ink([run]).left > 560
    compared = [
        (s, m) for s, m in zip(found.slides, moons_of(found), strict=True) if s.kind == "compare"
    ]
    for slide, seen in compared:
        for run in slide.frame.texts:
            if run.style in {"half", "half_try", "try_label"}:
                assert any(holds(disc, ink([run]), 4) for disc in seen), run.text


@pytest.mark.parametrize("beside", [compare(), tip(), steps(2)], ids=["great", "small", "none"])
@pytest.mark.parametrize("label", ["Instead of", "Cuando cuesta", "Half a sorry"])
@pytest.mark.parametrize("title", ["Same limit", "The same limit, and a much kinder door"])
def test_a_comparison_keeps_off_the_rim(
    shop: sw.Studio, title: str, label: str, beside: Any
) -> None:
    said = compare(1, 2, title)
    said = said.model_copy(update={"left": said.left.model_copy(update={"label": label})})
    found = deck(shop, beside, said, beside)
    slide, disc = found.slides[2], moons_of(found)[2][-1]
    assert slide.kind == "compare"
    for run in slide.frame.texts:
        if run.style in {"half", "half_try", "avoid_label", "try_label"}:
            assert holds(disc, ink([run]), 14), run.text
        if run.style == "title":
            assert ink([run]).bottom + 16 < disc.y - disc.radius


def lit_at(disc: Moon, y: float) -> tuple[float, float]:
    """From where to where a moon is lit at a height."""
    half = math.sqrt(max(0.0, disc.radius**2 - (y - disc.y) ** 2))
    return disc.x + (1 - 2 * disc.lit) * half, disc.x + half


@pytest.mark.parametrize("language", ["en", "es", "fr", "pl", "tr", "uk", "vi", "el"])
@pytest.mark.parametrize("title", ["Five ways", "Five winding ways to set a limit kindly"])
@pytest.mark.parametrize(
    "subtitle", ["For evenings", "Small sentences that protect you and the others"]
)
def test_no_word_on_a_cover_touches_the_light(
    shop: sw.Studio, language: str, title: str, subtitle: str
) -> None:
    found = deck(shop, tip(), language=language, title=title, subtitle=subtitle)
    (disc,) = moons_of(found)[0]
    assert disc.radius >= 390
    for run in found.slides[0].frame.texts:
        for piece in run.pieces:
            box = ink([run._replace(pieces=(piece,))])
            for y in range(int(box.top), int(box.bottom) + 1, 4):
                first, last = lit_at(disc, y)
                assert first == last or box.right + 6 < first or box.left - 6 > last, run.text


def test_a_house_stands_under_no_edge_of_a_moon() -> None:
    over, great, full = (
        Moon(540, 460, 420, 0.125), Moon(540, 866, 606, 0.5), Moon(420, 766, 900, 1.0)
    )  # fmt: skip
    assert [x for x in range(420, 680, 20) if stands_free(x, 930, [over])] == [420, 440, 640, 660]
    assert not stands_free(532, 930, [great])
    assert stands_free(640, 930, [great])
    assert stands_free(532, 930, [full])


@pytest.mark.parametrize("language", ["en", "es", "de", "fr"])
def test_an_emergency_number_is_the_largest(shop: sw.Studio, language: str) -> None:
    found = deck(shop, tip(), language=language, topics=["suicide"])
    sizes = {run.path: run.size for run in found.slides[-1].frame.texts}
    assert sizes["emergency"] > max(size for path, size in sizes.items() if path != "emergency")
    for slide in found.slides:
        if slide.kind.startswith("disclaimer"):
            assert (
                max(
                    ink([r]).bottom
                    for r in slide.frame.texts
                    if r.path not in {"handle", "initial"}
                )
                <= 868
            )


@pytest.mark.parametrize("title", ["And you?", "Which of these will you try out this week?"])
@pytest.mark.parametrize(
    "body", ["Start with the smallest. ", "Speichere dir den Satz, der am ehesten klingt. "]
)
@pytest.mark.parametrize("times", [1, 4])
def test_the_rising_moon_keeps_clear_of_an_invitation(
    shop: sw.Studio, title: str, body: str, times: int
) -> None:
    found = deck(shop, tip(), sw.Invite(title=title, body=(body * times).strip()))
    assert found.slides[2].kind == "invite"
    for run in found.slides[2].frame.texts:
        box = ink([run])
        for disc in moons_of(found)[2]:
            if run.style not in {"handle", "initial"}:
                assert disc.x - disc.radius > box.right + 24


def test_great_moons_beside_each_other_stay_on_their_slides(shop: sw.Studio) -> None:
    myth = sw.Myth(myth="Rest has to be earned.", fact="Rest is what work is made of.")
    found = deck(shop, compare(), myth, compare())
    for seen in moons_of(found)[1:-1]:
        for disc in seen[:-1]:
            for y in range(0, 900, 12):  # lower, hills hide them
                half = math.sqrt(max(0.0, disc.radius**2 - (y - disc.y) ** 2))
                assert half == 0 or disc.x + half < 1 or disc.x - half > 1079


def test_a_fact_stands_on_its_moon(shop: sw.Studio) -> None:
    for fact in ("Rest is what work is made of.", "Rest is what work is made of, and more. " * 3):
        found = deck(shop, sw.Myth(myth="Rest has to be earned.", fact=fact))
        (disc,) = moons_of(found)[1]
        for run in found.slides[1].frame.texts:
            if run.style in {"fact", "fact_label"}:
                assert holds(disc, ink([run]), 6), run.text


@pytest.mark.parametrize(
    ("language", "wanted", "last_word"),
    [
        ("en", ["“", "”"], "softly."),
        ("de", ["„", "“"], "softly."),
        ("es", ["«", "»."], "softly"),
    ],
)
def test_a_quote_stands_between_marks_of_their_own_colour(
    shop: sw.Studio, language: str, wanted: list[str], last_word: str
) -> None:
    quote = sw.Quote(quote="You can close a door softly.")
    runs = deck(shop, quote, language=language).slides[1].frame.texts
    marks = [run for run in runs if run.style == "quote_mark"]
    assert [run.text for run in marks] == wanted
    (words,) = (run for run in runs if run.style == "quote")
    assert words.text.endswith(last_word)
    assert all(run.colour != words.colour for run in marks)
    last = max(x for _, x, _ in words.pieces)
    assert all(ink([run]).left > last or run.text == wanted[0] for run in marks)


# --- Steps, lists, breaths ---


@pytest.mark.parametrize("count", range(1, 10))
def test_steps_go_on_counting_and_each_has_its_star(shop: sw.Studio, count: int) -> None:
    found = deck(shop, steps(count))
    numbers = [r.text for s in found.slides for r in s.frame.texts if r.style == "step_number"]
    assert numbers == [str(n) for n in range(1, count + 1)]
    for slide in found.slides:
        if slide.kind == "steps":
            well_set(slide)


@pytest.mark.parametrize("seconds", [[6], [4, 6], [4, 7, 8], [10, 4, 10], [4, 4, 4, 4]])
def test_a_breath_stands_within_its_ring(shop: sw.Studio, seconds: list[int]) -> None:
    names = ["Breathe in", "Hold", "Breathe out", "Rest"]
    phases = [sw.Phase(do=do, seconds=s) for do, s in zip(names, seconds, strict=False)]
    found = deck(shop, sw.Practice(title="One breath before yes", phases=phases, rounds=5))
    assert kinds(found) == ["cover", "practice", "disclaimer"]
    well_set(found.slides[1])
    for run in found.slides[1].frame.texts:
        if run.style in {"seconds", "unit", "phase"}:
            assert holds(Moon(682, 552, 262, 1), ink([run])), run.text


# --- The row of moons ---


@pytest.mark.parametrize("tips", [1, 8, 18])
@pytest.mark.parametrize("handle", ["@a", "@alma.counselling", "@a_handle_of_thirty_characters_"])
def test_the_row_of_moons_keeps_clear_of_the_handle(
    shop: sw.Studio, handle: str, tips: int
) -> None:
    found = deck(shop, *[tip()] * tips, brand=sw.Brand(handle=handle, region="US"))
    for slide in (found.slides[0], found.slides[-1]):
        row = [
            box
            for item in slide.frame.items
            if isinstance(item, Shape)
            and (box := path_bounds(item.path)).bottom < 1012
            and box.top > 956
            and box.left > 200
        ]
        assert row
        assert max(box.right for box in row) <= 985
        names = [run for run in slide.frame.texts if run.path == "handle"]
        assert min(box.left for box in row) > ink(names).right + 24


# --- Colours ---


@pytest.mark.parametrize("seed", SEEDS)
def test_inks_read_on_their_grounds_from_any_seed(seed: str) -> None:
    grown = grow(read_theme("dusk").palette, seed)
    for text, grounds in {
        "cream": ("paper", "afterglow", "shade", "thin_shade", "near", "tint"),
        "gold": ("paper", "late_glow", "sky_2", "thin_shade"),
        "haze": ("paper", "late_glow", "shade"),
        "speech": ("shade",),
        "on_moon": ("moon", "sand"),
        "on_moon_muted": ("moon",),
        "ember": ("moon",),
    }.items():
        for ground in grounds:
            assert contrast(grown[text], grown[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("seed", SEEDS[::3])
def test_words_read_as_painted_from_any_seed(shop: sw.Studio, seed: str) -> None:
    brand = US.model_copy(update={"colours": sw.Brand(colours={"seed": seed}).colours})
    slides = [tip(example="“I’d love to talk after dinner.”"), compare(), invite()]
    found = deck(
        shop, *slides, brand=brand, subtitle="For short evenings", cover={"kicker": "Rest"}
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
