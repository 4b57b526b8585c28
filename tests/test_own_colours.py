"""A brand's colours in every theme: honoured where they read, moved as little as may be where they do not."""

from __future__ import annotations

import pytest

import swipewell as sw
from swipewell.colour import Colour, contrast, parse_hex, to_oklch
from swipewell.model.brand import Colours
from swipewell.model.theme import Theme
from swipewell.own_colours import ROLES, _pairs, grown_for, roles_of, seed_of
from swipewell.palette import grow
from swipewell.reading.theme import read_theme, theme_names

SEEDS = (
    *("#0b132b", "#3d0c02", "#ffe8d6", "#f7f7f2", "#ff0066", "#00e5ff", "#aaff00"),
    *("#808080", "#3a3a3a", "#b3573a", "#237480", "#7b2cbf"),
)
"""Twelve: dark and light, garish and grey, and some that brands have."""

THEMES = theme_names()


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("seed", SEEDS)
def test_from_any_seed_what_a_theme_says_reads_on_it_does(name: str, seed: str) -> None:
    theme = read_theme(name)
    palette = grow(theme.palette, seed)
    for role, recipe in theme.palette.items():
        for ground in recipe.reads_on:
            ratio = contrast(palette[role], palette[ground])
            assert ratio >= recipe.ratio - 0.15, (role, ground, recipe.ratio, ratio)
    roles = theme.grounds["paper"]
    ink, paper = palette[roles.get("ink", "ink")], palette[roles["ground"]]
    assert contrast(ink, paper) >= 7 - 0.15, (ink.hex, paper.hex)


BRANDS: tuple[dict[str, str], ...] = (
    {"paper": "#101820", "ink": "#f5f5f5", "accent": "#66ccff"},
    {"paper": "#ffffff", "ink": "#444444", "accent": "#ff00aa"},
    {"accent": "#f5c242", "tint": "#ffee00", "line": "#00ff00", "muted": "#999999"},
    {"seed": "#7b2cbf", "paper": "#808080", "muted": "#808080", "ink": "#808080"},
)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("brand", BRANDS, ids=range(len(BRANDS)))
def test_nothing_reads_worse_in_a_brands_colours_than_it_has_to(
    name: str, brand: dict[str, str]
) -> None:
    theme, colours = read_theme(name), Colours(**brand)
    grown = grown_for(theme, colours)
    for pair in _pairs(theme, grow(theme.palette, seed_of(theme, colours))):
        ratio = contrast(grown.palette[pair.text], grown.palette[pair.ground])
        assert ratio >= pair.ratio, (pair, ratio)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", ROLES)
def test_a_themes_own_colour_is_painted_as_it_is(name: str, role: str) -> None:
    """What a theme paints reads, so a brand that names it gets it, to the last bit."""
    theme = read_theme(name)
    roles = roles_of(theme, role)
    if not roles:
        return
    own = grow(theme.palette, theme.seed)[roles[-1]]
    grown = grown_for(theme, Colours(seed=theme.seed, **{role: own.hex}))
    assert grown.findings == ()
    assert {grown.palette[name] for name in roles} == {own}


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_a_paper_and_an_ink_for_a_brand(name: str) -> None:
    theme = read_theme(name)
    for role in ("paper", "ink"):
        assert roles_of(theme, role)


def moved(name: str, **colours: str) -> dict[str, tuple[Colour, str]]:
    """What each colour became, and what is said of it."""
    theme = read_theme(name)
    grown = grown_for(theme, Colours(**colours))
    said = {str(f.where.field).removeprefix("colours."): f for f in grown.findings}
    return {
        role: (grown.palette[roles_of(theme, role)[-1]], said[role].message if role in said else "")
        for role in colours
        if role in ROLES and roles_of(theme, role)
    }


def test_a_colour_that_reads_is_kept_and_nothing_is_said() -> None:
    for name in ("linen", "tide", "plain"):
        ink, said = moved(name, ink="#2a1040")["ink"]
        assert (ink.hex, said) == ("#2a1040", "")


def test_a_colour_that_does_not_read_keeps_its_hue_and_says_from_what_to_what() -> None:
    for name in ("linen", "tide", "plain"):
        accent, said = moved(name, accent="#f5c242")["accent"]
        assert accent.hex != "#f5c242"
        assert abs(to_oklch(accent).hue - to_oklch(parse_hex("#f5c242")).hue) < 12
        assert f"#f5c242 is painted as {accent.hex}" in said
        again, said = moved(name, accent=accent.hex, seed="#f5c242")["accent"]
        assert (again, said) == (accent, "")  # so that the hint's advice holds


def test_day_and_night_do_not_change_places() -> None:
    paper, said = moved("linen", paper="#101820")["paper"]
    assert to_oklch(paper).lightness > 0.9
    assert "#101820" in said


def test_an_accent_without_a_seed_is_the_seed() -> None:
    theme = read_theme("tide")
    grown = grown_for(theme, Colours(accent="#7b2cbf"))
    assert grown.palette["mid"] == grow(theme.palette, "#7b2cbf")["mid"]
    grown = grown_for(theme, Colours(accent="#7b2cbf", seed="#237480"))
    assert grown.palette["mid"] == grow(theme.palette, "#237480")["mid"]


def test_a_colour_that_a_theme_does_not_paint_is_told() -> None:
    found = grown_for(read_theme("plain"), Colours(muted="#555555")).findings
    assert [(f.code, f.where.field) for f in found] == [("colour-unused", "colours.muted")]


def test_frames_are_painted_in_a_brands_colours(studio: sw.Studio) -> None:
    brand = sw.Brand(region="US", colours=Colours(paper="#fff0f6", ink="#3a0d2a", accent="#8a1550"))
    post = sw.Post(title="Rest", slides=[sw.Tip(title="Pause", body="Breathe out.")])
    for theme in ("linen", "tide", "plain"):
        carousel = sw.render(post, brand, theme, studio=studio)
        assert "#3a0d2a" in carousel.slides[1].frame.dump()
        assert "#fff0f6" in carousel.slides[1].frame.dump()
        assert not any(f.code.startswith("colour") for f in carousel.findings)


def test_a_moved_colour_is_told_at_its_place(studio: sw.Studio, tmp_path: object) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "brand.yaml"
    file.write_text('region: US\ncolours:\n  accent: "#f5c242"\n', encoding="utf-8")
    post = sw.Post(title="Rest", slides=[sw.Tip(title="Pause")])
    found = sw.render(post, sw.read_brand(file), "linen", studio=studio).findings
    (moved_one,) = [f for f in found if f.code == "colour-moved"]
    assert (moved_one.where.line, moved_one.where.field) == (3, "colours.accent")


def test_palettes_of_brands_are_kept_by_all_their_colours(studio: sw.Studio) -> None:
    theme: Theme = read_theme("linen")
    first = studio.colours(theme, Colours(ink="#2a1040"))
    assert studio.colours(theme, Colours(ink="#2a1040")) is first
    assert studio.colours(theme, Colours(ink="#10402a"))[0]["ink"].hex == "#10402a"
    assert studio.colours(theme, Colours())[0]["ink"].hex != "#2a1040"
