"""What the tests of all themes set: slides made in a line, brands, the posts there are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import swipewell as sw

TODAY = dt.date(2026, 11, 23)
SAMPLES = Path(__file__).resolve().parent.parent / "samples"
POSTS = sorted(
    path for path in [*SAMPLES.glob("*.yaml"), *SAMPLES.glob("languages/*.yaml")]
    if path.stem != "brand"
)  # fmt: skip


def kinds(of: sw.Carousel) -> list[str]:
    return [slide.kind for slide in of.slides]


def tip(**fields: Any) -> sw.Tip:
    return sw.Tip(
        **{"title": "Name the need", "body": "It lands softer, and is heard. " * 4, **fields}
    )


def steps(count: int) -> sw.Steps:
    return sw.Steps(title="When it tightens", steps=[f"Do this, number {n}." for n in range(count)])


def compare(left: int = 2, right: int = 2, title: str = "Same limit, kinder door") -> sw.Compare:
    return sw.Compare(
        title=title,
        left=sw.Half(label="Instead of", items=["“Fine. Whatever.”"] * left),
        right=sw.Half(label="Try", items=["“Not tonight. Tomorrow, yes.”"] * right),
    )


def breath(*seconds: float, rounds: int = 4) -> sw.Practice:
    return sw.Practice(
        title="A breath", phases=[sw.Phase(do="Do", seconds=s) for s in seconds], rounds=rounds
    )


def named_breath(*seconds: float) -> sw.Practice:
    """A breath whose phases are told apart by what to do."""
    names = ["Breathe in", "Hold", "Breathe out", "Rest"]
    phases = [sw.Phase(do=do, seconds=s) for do, s in zip(names, seconds, strict=False)]
    return sw.Practice(title="One breath before yes", phases=phases, rounds=5)


def brand_in(region: str) -> sw.Brand:
    """A brand that fills its disclaimer, for readers in a region."""
    return sw.Brand.model_validate(
        {
            "name": "Alma Counselling",
            "credential": "Licensed Marriage and Family Therapist",
            "licence": {"number": "LMFT 00000", "jurisdiction": "California"},
            "region": region,
            "disclaimer": {"dm_policy": "I read messages twice a week and cannot advise in them."},
        }
    )


def closes_well(found: sw.Carousel, well_set: Callable[[sw.Slide], None], *besides: str) -> None:
    """The disclaimer takes two slides at most, they and the kinds ``besides`` are well set, numbers large."""
    last = [slide for slide in found.slides if slide.kind.startswith("disclaimer")]
    assert len(last) <= 2
    for slide in (*last, *(slide for slide in found.slides if slide.kind in besides)):
        well_set(slide)
        for run in slide.frame.texts:
            if re.fullmatch(r"emergency|contacts\[\d+\]\.(action|emergency)", run.path):
                assert run.size >= 48
