"""What every model shares: frozen, strict about unknown fields, and texts that are never empty."""

import datetime as dt
import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that is painted or written out; surrounding white space does not count."""


def _is_day(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"\s*\d{4}-\d\d-\d\d\s*", value):
        raise ValueError("is not a day: write year, month and day, such as 2027-05-01")
    return value


Day = Annotated[dt.date, BeforeValidator(_is_day)]
"""A day as people write it, ``2027-05-01``."""

Slug = Annotated[
    str, StringConstraints(pattern=r"^[^\s/\\:*?\"<>|.][^/\\:*?\"<>|]*$", max_length=120)
]


class Model(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _left_empty_is_absent(cls, value: object) -> object:
        """Drop known fields without a value: `topics:` with nothing behind it says nothing."""
        if not isinstance(value, dict) or None not in value.values():
            return value
        known = cls.model_fields
        return {name: held for name, held in value.items() if held is not None or name not in known}
