"""Figures to tables and to JSON."""

from __future__ import annotations

import platform
import statistics
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from benchmarks.cold import Cold
from benchmarks.languages import LIMITS
from benchmarks.languages import Row as Language
from benchmarks.stages import SlideTime
from benchmarks.warm import Sample

LIMIT = 4.0
"""What the 90th percentile of whole to encoding alone should not pass."""

RENDER_LIMIT, HELP_LIMIT = 3.0, 1.5

STAGES = ("planning", "layout", "rest", "painting", "encoding", "whole")
WORST = "worst"


@dataclass(frozen=True, slots=True)
class Row:
    """Medians of some slides: ms by stage, and, where known, encoding alone and the ratio to it."""

    form: str
    path: str
    posts: str
    slides: int
    stages: Mapping[str, float]
    alone: float | None = None
    ratio: float | None = None
    ratio_90: float | None = None


def warm_rows(samples: Sequence[Sample]) -> list[Row]:
    """Return the rows of the warm path, form by form."""
    rows: list[Row] = []
    groups: dict[str, Callable[[Sample], bool]] = {
        "samples": lambda s: s.case != WORST,
        WORST: lambda s: s.case == WORST,
        "all": lambda s: bool(s.alone),
        **{theme: _in(theme) for theme in sorted({s.theme for s in samples})},
    }
    for form in dict.fromkeys(s.form for s in samples):
        own = [s for s in samples if s.form == form]
        known, new = [s for s in own if s.alone], [s for s in own if not s.alone]
        rows += [_rated(form, name, filter(takes, known)) for name, takes in groups.items()]
        rows.append(_row(form, "words new", "all", [s.time for s in new]))
    return rows


def _in(theme: str) -> Callable[[Sample], bool]:
    return lambda sample: sample.theme == theme


def cold_row(form: str, post: str, times: Sequence[SlideTime]) -> Row:
    """Return the row of first posts of their processes."""
    return _row(form, "cold", post, times)


def _row(form: str, path: str, posts: str, times: Sequence[SlideTime]) -> Row:
    stages = {name: statistics.median(getattr(t, name) for t in times) for name in STAGES}
    return Row(form, path, posts, len(times), stages)


def _rated(form: str, posts: str, samples: Iterable[Sample]) -> Row:
    held = list(samples)
    row = _row(form, "warm", posts, [s.time for s in held])
    ratios = [s.ratio for s in held]
    return Row(
        form,
        row.path,
        posts,
        row.slides,
        row.stages,
        statistics.median(min(s.alone.values()) for s in held),
        statistics.median(ratios),
        statistics.quantiles(ratios, n=10, method="inclusive")[-1],
    )


def encoder_medians(samples: Iterable[Sample]) -> dict[str, dict[str, float]]:
    """Return each encoder's median ms, by form."""
    found: dict[str, dict[str, list[float]]] = {}
    for sample in samples:
        for name, ms in sample.alone.items():
            found.setdefault(sample.form, {}).setdefault(name, []).append(ms)
    return {
        form: {name: statistics.median(times) for name, times in by_name.items()}
        for form, by_name in found.items()
    }


def print_stages(rows: Sequence[Row]) -> None:
    """Print the table of ms a slide."""
    heads = (*STAGES, "alone", "ratio", "90%")
    print("ms a slide (medians)".ljust(30) + "".join(head.rjust(10) for head in heads))
    for row in rows:
        label = f"{row.form:<5} {row.path:<10} {row.posts}".ljust(30)
        figures = "".join(f"{row.stages[name]:10.2f}" for name in STAGES)
        rest = (row.alone, row.ratio, row.ratio_90)
        print(label + figures + "".join("" if x is None else f"{x:10.2f}" for x in rest))


def print_limits(rows: Iterable[Row]) -> None:
    """Print, form by form, whether the ratio stays within its limit."""
    for row in rows:
        if row.ratio_90 is not None and row.posts == "all":
            name = f"{row.form}: 90% of slides within x times their encoding alone"
            _print_limit(name, row.ratio_90, LIMIT)


def print_encoders(medians: Mapping[str, Mapping[str, float]]) -> None:
    """Print what encoding alone takes with each encoder."""
    for form, by_name in medians.items():
        told = ", ".join(f"{name} {ms:.2f}" for name, ms in sorted(by_name.items(), key=_ms))
        print(f"{form} encoding alone, ms: {told}")


def _ms(entry: tuple[str, float]) -> float:
    return entry[1]


def print_cold(found: Cold) -> None:
    """Print the CPU of whole processes, a render's memory, and whether they stay within limits."""
    for name, process in found.processes.items():
        print(f"{name:<12}{process.cpu * 1e3:8.0f} ms CPU")
    print(f"{'render':<12}{found.processes['render'].peak:8.0f} MB at its peak")
    _print_limit("render: CPU to bare imports", found.ratio("render", "imports"), RENDER_LIMIT)
    _print_limit("--help: CPU to Typer's own", found.ratio("help", "typer help"), HELP_LIMIT)


def _print_limit(name: str, value: float, limit: float) -> None:
    verdict = "holds" if value <= limit else "DOES NOT HOLD"
    print(f"{name:<52}{value:6.2f}   limit {limit:.1f}  {verdict}")


def print_languages(rows: Iterable[Language]) -> None:
    """Print what layout costs in each script, and whether it stays within its limit."""
    heads = ("slides", "layout", "alone", "ratio", "90%")
    print("ms a slide (medians)".ljust(30) + "".join(head.rjust(10) for head in heads))
    for row in rows:
        figures = "".join(f"{x:10.2f}" for x in (row.layout, row.alone, row.ratio, row.ratio_90))
        print(f"png   {row.script}".ljust(30) + f"{row.slides:10}" + figures)
    for row in rows:
        limit = LIMITS[row.script]
        if limit is not None:
            _print_limit(f"{row.script}: layout to PNG encoding", row.ratio, limit)


def about() -> dict[str, Any]:
    """Return where and when the figures were taken."""
    return {
        "date": date.today().isoformat(),
        "python": sys.version.split()[0],
        "system": f"{platform.system()} {platform.machine()}",
    }
