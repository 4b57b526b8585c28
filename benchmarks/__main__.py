"""``python -m benchmarks``: all figures of one run, as tables and with ``--json`` as a file."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks import clock, report
from benchmarks.cold import Cold, cold, first
from benchmarks.languages import languages
from benchmarks.stages import Case, read_case
from benchmarks.warm import Sample, theme_of, warm
from swipewell.reading.theme import theme_names

_ROOT = Path(__file__).resolve().parent.parent
_WORST = Path(__file__).resolve().parent / "posts" / "worst.yaml"
_EVERY_KIND = "every-kind"
_NO_POSTS = frozenset({"brand", "week"})
PARTS = ["cold", "warm", "languages"]
_COLD_POST = Path(__file__).resolve().parent / "posts" / "eight.yaml"


def main() -> None:
    """Measure and print."""
    options = _options()
    if options.cpu:
        clock.count_processor_time()
    rounds, runs = (1, 3) if options.quick else (options.rounds, options.runs)
    found: dict[str, Any] = report.about() | {"clock": "processor" if options.cpu else "wall"}
    if "cold" in options.only:  # first: a child's peak is never told lower than its parent's
        found["cold"] = _cold(runs)
    if "warm" in options.only:
        found["warm"] = _warm(rounds)
    if "languages" in options.only:
        found["languages"] = _languages(rounds)
    if options.json:
        options.json.write_text(json.dumps(found, indent=1), "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one warm round, three cold runs")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of fresh posts (5)")
    parser.add_argument("--runs", type=int, default=7, help="new processes of each kind (7)")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    parser.add_argument(
        "--cpu", action="store_true", help="time the warm path by the processor, if it is shared"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser.parse_args()


def _cases() -> tuple[list[Case], list[Case]]:
    """Return the samples, and the samples with the worst case; one of them in each theme none is in."""
    paths = sorted((_ROOT / "samples").glob("*.yaml"))
    samples = [read_case(path) for path in paths if path.stem not in _NO_POSTS]
    shown = {theme_of(case) for case in samples}
    whole = next(case for case in samples if case.name == _EVERY_KIND)
    others = [
        Case(
            f"{whole.name} in {theme}", whole.post.model_copy(update={"theme": theme}), whole.brand
        )
        for theme in theme_names()
        if theme not in shown
    ]
    return samples, [*samples, *others, read_case(_WORST)]


def _warm(rounds: int) -> dict[str, Any]:
    samples, cases = _cases()
    measured: list[Sample] = warm(cases, samples, rounds)
    rows, encoders = report.warm_rows(measured), report.encoder_medians(measured)
    print(f"\nWARM, {rounds} rounds of fresh posts, garbage collected as in a batch")
    report.print_stages(rows)
    report.print_encoders(encoders)
    report.print_limits(rows)
    return {"rows": [asdict(row) for row in rows], "encoders": encoders}


def _languages(rounds: int) -> list[dict[str, Any]]:
    rows = languages(rounds)
    print(f"\nLANGUAGES, {rounds} rounds of words never seen")
    report.print_languages(rows)
    return [row._asdict() for row in rows]


def _cold(runs: int) -> dict[str, Any]:
    rows = [
        report.cold_row(form, _COLD_POST.stem, first(_COLD_POST, form, runs))
        for form in ("png", "jpeg")
    ]
    processes: Cold = cold(_COLD_POST, runs)
    print(f"\nCOLD, {runs} new processes, the first post of each")
    report.print_stages(rows)
    print()
    report.print_cold(processes)
    return {"rows": [asdict(r) for r in rows], "processes": asdict(processes)["processes"]}


if __name__ == "__main__":
    main()
