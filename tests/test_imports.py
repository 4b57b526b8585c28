"""The public API is the explicit exports at the root, and importing it costs next to nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

import swipewell

HEAVY = ("PIL", "pydantic", "yaml", "uharfbuzz", "regex", "isal", "typer")


def test_importing_swipewell_loads_nothing_heavy() -> None:
    code = f"import sys, swipewell; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", swipewell.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(swipewell, name) is not None
    assert name in dir(swipewell)


def test_the_public_names_are_those_of_the_contract() -> None:
    assert set(swipewell.__all__) == {
        *(
            "render",
            "read_post",
            "read_translations",
            "read_brand",
            "Post",
            "Brand",
            "Cover",
            "Item",
            "Tip",
            "List",
        ),
        *("Steps", "Compare", "Half", "Quote", "Practice", "Phase", "Invite", "Carousel", "Slide"),
        *("Myth", "Prompt", "Definition", "Figure", "Picture", "Resources", "Resource", "Recap"),
        *("Reference",),
        *("Studio", "Finding", "Severity", "Where", "SwipewellError", "InputError"),
        *("ComposeError", "RenderError", "__version__"),
        *(
            "Theme",
            "read_theme",
            "read_posts",
            "render_many",
            "Made",
            "check",
            "approve",
            "not_approved",
        ),
        *("Series", "WeekPlan", "read_week", "make_week"),
    }


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'rendr'"):
        _ = swipewell.rendr  # type: ignore[attr-defined]  # that is the point


def test_a_name_is_loaded_once() -> None:
    assert swipewell.Post is swipewell.Post
    assert "Post" in vars(swipewell)
