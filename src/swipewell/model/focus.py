"""Where to look in a picture: what stays in view when it is cropped."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

_ACROSS = {"left": 0.0, "right": 1.0}
_DOWN = {"top": 0.0, "bottom": 1.0}
_MIDDLE = frozenset({"centre", "center", "middle"})
_HINT = "write a word such as top, or two shares such as [0.5, 0.3]"


def _placed(value: Any) -> Any:
    """Return a focus as two shares, from the left and from the top; ValueError where it is none."""
    try:
        shares = _named(value) if isinstance(value, str) else value
        across, down = (float(share) for share in shares)
    except (TypeError, ValueError):
        raise ValueError(f"not a place in a picture: {_HINT}") from None
    if not (0 <= across <= 1 and 0 <= down <= 1):
        raise ValueError(f"each share lies between 0 and 1: {_HINT}")
    return across, down


def _named(words: str) -> tuple[float, float]:
    """Return the place that words such as `top` or `bottom left` name; ValueError where they name none."""
    said = words.lower().replace("-", " ").split()
    across = [_ACROSS[word] for word in said if word in _ACROSS]
    down = [_DOWN[word] for word in said if word in _DOWN]
    others = [word for word in said if word not in _ACROSS and word not in _DOWN]
    if not said or len(across) > 1 or len(down) > 1 or not _MIDDLE.issuperset(others):
        raise ValueError
    return (*across, 0.5)[0], (*down, 0.5)[0]


_WORDS = (
    *("top", "bottom", "left", "right", "centre"),
    *("top left", "top right", "bottom left", "bottom right"),
)


def _or_a_word(schema: dict[str, Any]) -> None:
    """Tell an editor of words as well as of two shares."""
    share = {"type": "number", "minimum": 0, "maximum": 1}
    shares = {"type": "array", "items": share, "minItems": 2, "maxItems": 2}
    schema.clear()
    schema["anyOf"] = [{"enum": list(_WORDS)}, shares]


Focus = Annotated[
    tuple[float, float], BeforeValidator(_placed), Field(json_schema_extra=_or_a_word)
]
"""Shares of a picture's width and height, or a word such as `top` or `bottom left`."""
