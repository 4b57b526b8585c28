"""What the models know: their fields and kinds, what people call them, what is near to a slip.

Nothing here is listed twice: fields and kinds are read from the models.
"""

from __future__ import annotations

import os
from typing import Any, get_args

from pydantic import BaseModel

from swipewell.model.later import Later
from swipewell.model.post import Post

MAY_BE_TEXT = ("Item", "Resource", "TranslatedEntry", "TranslatedReference")
"""Groups of fields that may also be written as a text alone."""

_NOUNS = {
    "Post": "a post",
    "Cover": "the cover",
    "Reference": "a source",
    "Item": "an entry",
    "Half": "one half of a comparison",
    "Allow": "an entry of `allow`",
    "Phase": "a phase",
    "Resource": "a resource",
    "Translation": "a translation",
    "TranslatedCover": "a translated cover",
    "TranslatedReference": "a translated source",
    "TranslatedEntry": "a translated entry",
    "TranslatedHalf": "one half of a translated comparison",
    "TranslatedSlide": "a translated slide",
    "Brand": "a brand",
    "Licence": "the licence",
    "Colours": "`colours`",
    "BrandFonts": "`fonts`",
    "DirectoryLink": "the directory",
    "DisclaimerSettings": "the disclaimer",
    "OwnWording": "the wording",
    "OwnTopics": "the group of topics",
    "OwnHelplines": "a file of helplines",
    "OwnRegion": "a region",
    "OwnEmergency": "the emergency number",
    "OwnHelpline": "a helpline",
    "OwnDirectory": "a directory",
    "WeekPlan": "a plan",
    "Series": "a series",
    "Accounts": "`accounts`",
    "Theme": "a theme",
    "Recipe": "a colour of the palette",
    "Style": "a style",
    "Ornament": "an ornament",
    "Layout": "a layout",
    "Fit": "a way to fit",
    "Box": "a box",
    **{f"{name.title()}Box": f"`{name}`" for name in ("text", "stack", "layers", "line", "each")},
    **{f"{name.title()}Box": f"`{name}`" for name in ("row", "grid", "picture", "rule")},
}
_NOUNS_OF_KINDS = {
    "steps": "a slide of steps",
    "compare": "a comparison",
    "resources": "a slide of resources",
    "invite": "an invite",
}


def models_in(annotation: Any) -> tuple[type[BaseModel], ...]:
    """Return the models that a field's type is made of, however they are wrapped."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return (annotation,)
    return tuple(model for inner in get_args(annotation) for model in models_in(inner))


def models_at(owner: type[BaseModel], name: str) -> tuple[type[BaseModel], ...]:
    """Return the models that a field may hold, none where it holds texts or is unknown."""
    field = owner.model_fields.get(name)
    if field is None:
        return ()
    later = (one.type for one in field.metadata if isinstance(one, Later))
    return models_in(next(later, field.annotation))


def kind_of(model: type[BaseModel]) -> str | None:
    """Return the kind of a slide's model, None for what is no slide."""
    field = model.model_fields.get("kind")
    return field.default if field and isinstance(field.default, str) else None


def kinds() -> dict[str, type[BaseModel]]:
    """Return the model of every kind of slide a post may hold."""
    return {str(kind_of(model)): model for model in models_at(Post, "slides")}


def fields_of(model: type[BaseModel]) -> list[str]:
    """Return the fields of a model in the order in which a person thinks of them."""
    last = ("numbered", "kind", "allow")
    return sorted(model.model_fields, key=lambda name: last.index(name) if name in last else -1)


def is_translated(model: type[BaseModel]) -> bool:
    """Return whether a model is a translation or a part of one."""
    return model.__name__.startswith("Translat")


def fields_within(model: type[BaseModel]) -> frozenset[str]:
    """Return the fields of a model and of all models in it."""
    inner = (models_at(model, name) for name in model.model_fields)
    return frozenset(model.model_fields).union(
        *(fields_within(one) for all in inner for one in all)
    )


def kinds_with(name: str) -> list[str]:
    """Return the kinds of slide that have a field of this name."""
    return [kind for kind, model in kinds().items() if name in model.model_fields]


def noun(model: type[BaseModel]) -> str:
    """Return what people call the thing a model stands for."""
    kind = kind_of(model)
    if kind is not None:
        return _NOUNS_OF_KINDS.get(kind, f"a {kind}")
    return _NOUNS.get(model.__name__, "this group of fields")


def nearest(word: str, known: list[str]) -> str | None:
    """Return the known name that a slip of the pen most likely meant, None where none is near."""
    from difflib import get_close_matches  # loaded only where there is something to mend

    by_folded = {name.casefold(): name for name in known}
    near = get_close_matches(word[:60].casefold(), list(by_folded), n=1, cutoff=0.6)
    return by_folded[near[0]] if near else None


def nearest_file(name: str, there: list[str]) -> str | None:
    """Return the file that a misspelt name most likely meant; endings do not tell them apart."""
    stem, ending = os.path.splitext(name)
    near = nearest(stem, [os.path.splitext(one)[0] for one in there])
    alike = [one for one in there if os.path.splitext(one)[0] == near]
    return min(alike, key=lambda one: os.path.splitext(one)[1] != ending, default=None)


def listed(names: list[str], last: str = "and") -> str:
    """Return names as a sentence has them: ``title, body and example``."""
    return f" {last} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
