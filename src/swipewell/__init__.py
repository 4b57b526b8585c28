"""Swipewell turns therapists' tips into Instagram carousels that always end in a disclaimer.

>>> import swipewell as sw
>>> post = sw.Post(title="A kinder no", slides=[sw.Tip(title="Pause first")])
>>> sw.render(post).slides[-1].kind
'disclaimer'

Names are loaded when they are first asked for, so that importing the package costs next to nothing.
"""

from typing import TYPE_CHECKING

from swipewell.version import __version__

__all__ = [
    "Brand",
    "Carousel",
    "Compare",
    "ComposeError",
    "Cover",
    "Definition",
    "Figure",
    "Finding",
    "Half",
    "InputError",
    "Invite",
    "Item",
    "List",
    "Made",
    "Myth",
    "Phase",
    "Picture",
    "Post",
    "Practice",
    "Prompt",
    "Quote",
    "Recap",
    "Reference",
    "RenderError",
    "Resource",
    "Resources",
    "Series",
    "Severity",
    "Slide",
    "Steps",
    "Studio",
    "SwipewellError",
    "Theme",
    "Tip",
    "WeekPlan",
    "Where",
    "__version__",
    "approve",
    "check",
    "make_week",
    "not_approved",
    "read_brand",
    "read_post",
    "read_posts",
    "read_theme",
    "read_translations",
    "read_week",
    "render",
    "render_many",
]

if TYPE_CHECKING:
    from swipewell.approval import approve, not_approved
    from swipewell.batch.many import Made, render_many
    from swipewell.carousel import Slide, Studio
    from swipewell.findings import (
        Finding,
        InputError,
        RenderError,
        Severity,
        SwipewellError,
        Where,
    )
    from swipewell.look import read_theme
    from swipewell.model.brand import Brand
    from swipewell.model.post import Cover, Post, Reference
    from swipewell.model.slide import (
        Compare,
        Definition,
        Figure,
        Half,
        Invite,
        Item,
        List,
        Myth,
        Phase,
        Picture,
        Practice,
        Prompt,
        Quote,
        Recap,
        Resource,
        Resources,
        Steps,
        Tip,
    )
    from swipewell.model.theme import Theme
    from swipewell.model.week import Series, WeekPlan
    from swipewell.pipeline import Carousel, ComposeError, check, render
    from swipewell.reading import read_brand, read_post, read_posts, read_translations
    from swipewell.reading.week import read_week
    from swipewell.week.make import make_week
else:
    _HOMES = {
        "batch.many": ("Made", "render_many"),
        "approval": ("approve", "not_approved"),
        "carousel": ("Slide", "Studio"),
        "findings": ("Finding", "InputError", "RenderError", "Severity", "SwipewellError", "Where"),
        "look": ("read_theme",),
        "model.brand": ("Brand",),
        "model.post": ("Cover", "Post", "Reference"),
        "model.slide": (
            *("Compare", "Definition", "Figure", "Half", "Invite", "Item", "List", "Myth"),
            *("Phase", "Picture", "Practice", "Prompt", "Quote", "Recap", "Resource"),
            *("Resources", "Steps", "Tip"),
        ),
        "model.theme": ("Theme",),
        "model.week": ("Series", "WeekPlan"),
        "pipeline": ("Carousel", "ComposeError", "check", "render"),
        "reading": ("read_brand", "read_post", "read_posts", "read_translations"),
        "reading.week": ("read_week",),
        "week.make": ("make_week",),
    }
    _HOME_OF = {name: f"swipewell.{home}" for home, names in _HOMES.items() for name in names}

    def __getattr__(name: str) -> object:
        """Return a public name, loaded from its module and kept for the next time."""
        if name not in _HOME_OF:
            raise AttributeError(f"module 'swipewell' has no attribute '{name}'")
        import importlib

        value = getattr(importlib.import_module(_HOME_OF[name]), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        """Return the public names, loaded or not."""
        return sorted({*globals(), *__all__})
