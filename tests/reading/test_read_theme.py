"""Themes: the bundled ones are sound, for nothing checks them when they are read."""

import pytest
from pydantic import TypeAdapter, ValidationError

from swipewell.findings import InputError
from swipewell.model.theme import Theme
from swipewell.model.theme_file import checked_themes
from swipewell.reading.theme import read_theme, theme_data, theme_names

everywhere = pytest.mark.parametrize("name", theme_names())


@everywhere
def test_a_bundled_theme_holds_what_its_fields_ask_for(name: str) -> None:
    data = theme_data(name)
    checked_themes()["Theme"].model_validate(data)
    assert read_theme(name) == TypeAdapter(Theme).validate_python(data)


@everywhere
def test_a_bundled_theme_names_only_styles_and_grounds_it_has(name: str) -> None:
    theme = read_theme(name)
    for layout in theme.layouts.values():
        assert layout.ground in theme.grounds
        for fit in layout.fit:
            assert set(fit.sizes) <= set(theme.styles)
            for style, size in fit.sizes.items():
                assert size in theme.styles[style].sizes


def test_a_theme_is_checked_box_by_box() -> None:
    data = theme_data("linen")
    wrong = {**data, "furniture": [{"space": 4, "left": "wide", "colour": "ink"}]}
    with pytest.raises(ValidationError) as refused:
        checked_themes()["Theme"].model_validate(wrong)
    assert {error["loc"] for error in refused.value.errors()} == {
        ("furniture", 0, "left"),
        ("furniture", 0, "colour"),
    }


def test_an_unknown_theme_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(InputError, match="no theme called") as refused:
        read_theme("linnen")
    assert "linen" in refused.value.findings[0].hint
