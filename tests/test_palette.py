"""Palettes grown from a seed: linen's own colours, and text that reads whatever the seed."""

from __future__ import annotations

import pytest

from swipewell.colour import contrast, parse_hex, to_oklch
from swipewell.model.theme import Recipe
from swipewell.palette import grow
from swipewell.reading.theme import formed, read_theme

LINEN = read_theme("linen")
DESIGNED = {
    "clay": "#a94f33",
    "deep": "#963f26",
    "spill": "#c0704f",
    "sign": "#d58a6a",
    "stitch": "#cf9379",
    "paper": "#f6ecdd",
    "on_clay": "#fbf1e2",
    "lamp": "#f3dcb4",
    "line": "#d9bfa4",
    "muted": "#6e5747",
    "ink": "#2b211c",
}
SEEDS = (
    *("#b3573a", "#3f6f6a", "#6b4e7d", "#1e3a5f", "#d9a441", "#e8b4b8"),
    *("#2f5d3a", "#ffffff", "#000000", "#ff0000", "#00ffff", "#f4f1d0", "#808080"),
)


@pytest.mark.parametrize("role", DESIGNED)
def test_linen_grows_the_colours_it_was_designed_in(role: str) -> None:
    grown, designed = grow(LINEN.palette, LINEN.seed)[role], parse_hex(DESIGNED[role])
    assert max(abs(a - b) for a, b in zip(grown, designed, strict=True)) <= 3, (grown.hex, role)


def text_roles() -> set[str]:
    """The roles that texts are painted in: those of the styles, and those that boxes name."""
    named = {style.colour for style in LINEN.styles.values() if not style.ornament}
    return named | {"ink", "muted", "accent"}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("ground", LINEN.grounds)
def test_every_text_reads_on_its_ground(seed: str, ground: str) -> None:
    palette, roles = grow(LINEN.palette, seed), LINEN.grounds[ground]
    paper = palette[roles["ground"]]
    for role in text_roles():
        ratio = contrast(palette[roles.get(role, role)], paper)
        assert ratio >= 4.5, (role, palette[roles.get(role, role)].hex, paper.hex, ratio)


@pytest.mark.parametrize("seed", SEEDS)
def test_texts_read_on_the_clay_beside_paper_and_on_highlights(seed: str) -> None:
    palette = grow(LINEN.palette, seed)
    assert contrast(palette["on_clay"], palette["clay"]) >= 4.5
    for ground, roles in LINEN.grounds.items():
        ink = palette[roles.get("ink", "ink")]
        assert contrast(ink, palette[roles["highlight"]]) >= 4.5, ground


@pytest.mark.parametrize("seed", SEEDS)
def test_paper_stays_warm_and_no_white_and_ink_no_black(seed: str) -> None:
    palette = grow(LINEN.palette, seed)
    paper, ink = to_oklch(palette["paper"]), to_oklch(palette["ink"])
    assert 55 <= paper.hue <= 105
    assert paper.lightness < 0.97
    assert ink.lightness > 0.15


@pytest.mark.parametrize(
    ("seed", "moves"), [("#b3573a", True), ("#237480", False), ("#c02060", False)]
)
def test_a_hue_is_moved_only_from_within_an_arc(seed: str, moves: bool) -> None:
    start = to_oklch(parse_hex(seed)).hue
    made = to_oklch(parse_hex(grown(seed, a={"h": "+159", "within": (12, 125)})["a"])).hue
    assert (made - start) % 360 == pytest.approx(159 if moves else 0, abs=6)


def test_a_recipe_for_the_seed_comes_before_all_others() -> None:
    made = grow({"a": Recipe(l="x1"), "seed": Recipe(l=".3", c="0")}, "#b3573a")
    assert made["a"] == made["seed"]
    assert to_oklch(made["a"]).lightness == pytest.approx(0.3, abs=0.01)


def grown(seed: str = "#b3573a", **recipes: dict[str, object]) -> dict[str, str]:
    made = grow({role: formed(Recipe, recipe) for role, recipe in recipes.items()}, seed)
    return {role: colour.hex for role, colour in made.items()}


def test_a_recipe_sets_or_shifts_what_it_starts_from() -> None:
    lch = to_oklch(parse_hex(grown(a={"l": ".5", "c": ".05", "h": "100"})["a"]))
    assert lch == pytest.approx((0.5, 0.05, 100), rel=0.02)
    start = to_oklch(parse_hex("#b3573a"))
    moved = to_oklch(parse_hex(grown(a={"l": "+.1", "c": "-.02", "h": "+20"})["a"]))
    assert moved.lightness == pytest.approx(start.lightness + 0.1, abs=0.01)
    assert moved.chroma == pytest.approx(start.chroma - 0.02, abs=0.01)
    assert moved.hue == pytest.approx(start.hue + 20, abs=2)


def test_a_recipe_may_start_from_an_earlier_colour() -> None:
    both = grown(a={"l": ".3"}, b={"of": "a"})
    assert both["a"] == both["b"] != both["seed"]


def test_lightness_and_hue_are_kept_within_bounds() -> None:
    assert to_oklch(parse_hex(grown("#ffeeee", a={"most_l": 0.5})["a"])).lightness < 0.51
    for seed in ("#ff0000", "#00ff00", "#0000ff", "#ff00ff"):
        made = grown(seed, a={"l": ".7", "c": ".1", "hues": (60, 100)})["a"]
        assert 55 < to_oklch(parse_hex(made)).hue < 105


def test_a_colour_is_moved_until_it_reads_on_all_it_must() -> None:
    made = grown(
        paper={"l": ".95", "c": ".02"},
        ink={"l": ".9", "reads_on": ["paper", "tint"], "ratio": 7} | {"reads_on": ["paper"]},
    )
    assert contrast(parse_hex(made["ink"]), parse_hex(made["paper"])) >= 7
