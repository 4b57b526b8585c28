"""A week: which series a practice posts, when, out of which posts, and for which schedulers."""

import datetime as dt
import re
from typing import Annotated, Literal, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PrivateAttr,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)

from swipewell.findings import Source
from swipewell.model.base import Model, Text

Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DAYS: tuple[str, ...] = get_args(Day)

Export = Literal[
    "publer", "social-planner", "socialbee", "postfast", "ayrshare", "inssist", "generic"
]
"""Where a week may be handed over to; ``generic`` is a ZIP for everything else."""

WITHOUT_ADDRESS = ("generic",)
"""Exports that bring their pictures along, and need no address at which these are reached."""

_LENGTH = re.compile(r"\s*(\d{1,4})\s*(d|day|days|w|week|weeks)?\s*", re.IGNORECASE)
_MOST_DAYS = 3650


def _is_time(text: str) -> str:
    if not re.fullmatch(r"([01]?[0-9]|2[0-3]):[0-5][0-9]", text):
        raise ValueError(f'“{text[:20]}” is no time of day: write it like "09:00" or "18:30"')
    return text.zfill(len("09:00"))


def _in_days(value: object) -> object:
    """Return a length of time such as `90 days` or `12 weeks` as a number of days."""
    if not isinstance(value, str):
        return value
    found = _LENGTH.fullmatch(value)
    if found is None:
        raise ValueError(f"“{value[:20]}” is no length of time: write it like 90 days or 12 weeks")
    number, unit = int(found[1]), (found[2] or "d").lower()
    days = number * (7 if unit.startswith("w") else 1)
    if days > _MOST_DAYS:
        raise ValueError("nothing rests longer than ten years: write it like 90 days")
    return days


def _known_zone(name: str) -> str:
    """Return the name of a time zone that this machine knows."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # a name nobody knows, or one that is no name at all
        raise ValueError(f"there is no time zone “{name[:40]}”: {_zones_like(name)}") from None
    return name


def _zones_like(name: str) -> str:
    """Return what to write in place of a time zone that is not known."""
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    known = sorted(available_timezones())
    if not known:
        return "this machine has no list of time zones; pip install tzdata brings one"
    city = re.sub(r"[\s_-]+", "_", name.strip().rpartition("/")[2]).casefold()
    same = [zone for zone in known if zone.rpartition("/")[2].casefold() == city]
    near = same or get_close_matches(name, known, n=1)
    return f"perhaps you mean {near[0]}" if near else "write it like America/Los_Angeles"


def _is_address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+[^\s?#]*", text):
        raise ValueError("not an address: write it like https://media.example/alma")
    return text.rstrip("/")


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Rest = Annotated[
    int,
    BeforeValidator(_in_days),
    Field(ge=0),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^\d{1,4}( (day|days|week|weeks))?$"},
                {"type": "integer", "minimum": 0},
            ]
        }
    ),
]

Pool = Annotated[
    tuple[Text, ...],
    BeforeValidator(_one_or_more),
    Field(min_length=1),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
            ]
        }
    ),
]


class Series(Model):
    """One post every week: on which day, at what time, out of which posts."""

    name: Text
    """What the series is called, such as `Monday reminder`."""
    day: Annotated[Day, BeforeValidator(lambda day: day.lower() if isinstance(day, str) else day)]
    """The day of the week, in English."""
    time: Annotated[Text, AfterValidator(_is_time)]
    """The time of day in the plan's time zone, such as `"09:00"`."""
    pool: Pool
    """The posts to choose from: a folder, files or globs, relative to the plan's file."""
    theme: Text | None = None
    """The look of the whole series; each post's own, or the brand's, where absent."""
    pick: Literal["oldest", "seeded"] = "oldest"
    """`oldest`: new posts by name, then what was posted longest ago. `seeded`: mixed, but always the same."""
    rest: Rest | None = None
    """How long a post of this series rests before it returns; the plan's where absent."""


class Accounts(Model):
    """What schedulers call the account that posts."""

    postfast: Text | None = None
    """The account's UUID, from “Connected account IDs” in PostFast's upload dialog."""


class WeekPlan(Model):
    """A practice's weeks, as its `week.yaml` tells them."""

    timezone: Annotated[Text, AfterValidator(_known_zone)]
    """The zone of all times, such as `America/Los_Angeles` or `Europe/Berlin`."""
    rest: Rest = 90
    """How long a post rests before it may return, such as `90 days` or `12 weeks`."""
    series: Annotated[tuple[Series, ...], Field(min_length=1, max_length=50)]
    """What is posted every week."""
    media_url: Annotated[Text, AfterValidator(_is_address)] | None = None
    """Where schedulers reach the pictures: the address under which you put the weeks' folders."""
    accounts: Accounts = Accounts()
    """What schedulers call your account, where their files have to name it."""
    exports: tuple[Export, ...] = ()
    """The schedulers to write a file for; `generic` is a ZIP with pictures, captions and alternative texts."""

    _source: Source | None = PrivateAttr(default=None)

    @field_validator("series")
    @classmethod
    def _are_told_apart(cls, series: tuple[Series, ...]) -> tuple[Series, ...]:
        names = [one.name.casefold() for one in series]
        for number, one in enumerate(series):
            if one.name.casefold() in names[:number]:
                raise ValueError(f"two series are called “{one.name}”: give one another name")
            for other in series[:number]:
                if (one.day, one.time) == (other.day, other.time):
                    both = f"“{other.name}” and “{one.name}” post at the same time"
                    raise ValueError(f"{both}: give one of them another")
        return series

    @field_validator("exports")
    @classmethod
    def _can_be_written(
        cls, exports: tuple[Export, ...], info: ValidationInfo
    ) -> tuple[Export, ...]:
        reaching = [name for name in exports if name not in WITHOUT_ADDRESS]
        if reaching and "media_url" in info.data and info.data["media_url"] is None:
            needs = f"{reaching[0]} fetches pictures from an address"
            raise ValueError(f"{needs}: add a line media_url: https://… to the plan")
        accounts = info.data.get("accounts")
        if "postfast" in exports and accounts is not None and accounts.postfast is None:
            needs = "postfast needs to know the account"
            raise ValueError(f"{needs}: add a line accounts: {{postfast: its UUID}} to the plan")
        return tuple(dict.fromkeys(exports))

    @property
    def source(self) -> Source | None:
        """Return where the plan was read from; None where it was made in code."""
        return self._source

    def with_source(self, source: Source) -> "WeekPlan":
        """Return the same plan that knows where it was read from."""
        copy = self.model_copy()
        copy._source = source
        return copy

    def in_order(self) -> tuple[Series, ...]:
        """Return the series as they come in a week."""
        return tuple(sorted(self.series, key=lambda one: (DAYS.index(one.day), one.time)))


def clock(series: Series) -> dt.time:
    """Return the time of day at which a series posts."""
    return dt.time.fromisoformat(series.time)
