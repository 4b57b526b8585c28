"""A plan's file to a plan, or to all its faults, each at its line with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

import swipewell as sw
from swipewell.findings import Finding

SERIES = 'series: [{name: A, day: monday, time: "09:00", pool: posts}]\n'


def read(tmp_path: Path, text: str) -> sw.WeekPlan:
    (tmp_path / "week.yaml").write_text(text, "utf-8")
    return sw.read_week(tmp_path / "week.yaml")


def faults(tmp_path: Path, text: str) -> list[Finding]:
    with pytest.raises(sw.InputError) as caught:
        read(tmp_path, text)
    return list(caught.value.findings)


def test_a_plan_has_what_was_written(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "timezone: Europe/Berlin\nrest: 12 weeks\nmedia_url: https://x.example/a/\n"
        "series:\n  - {name: A, day: Friday, time: 9:05, pool: [a, b.yaml], rest: 3 days, theme: tide}\n"
        "  - {name: B, day: monday, time: 18:30, pool: c, pick: seeded}\nexports: [publer, generic]\n",
    )
    assert (plan.timezone, plan.rest, plan.media_url) == (
        "Europe/Berlin",
        84,
        "https://x.example/a",
    )
    assert [(one.name, one.day, one.time) for one in plan.in_order()] == [
        ("B", "monday", "18:30"),
        ("A", "friday", "09:05"),
    ]
    assert (plan.series[0].pool, plan.series[0].rest) == (("a", "b.yaml"), 3)
    assert (plan.series[1].pool, plan.series[1].rest) == (("c",), None)
    assert plan.source
    assert plan.source.places["series[1].pool"] == (6, 47)
    assert read(tmp_path, f"timezone: UTC\n{SERIES}").rest == 90


@pytest.mark.parametrize(
    ("text", "code", "line", "field", "hint"),
    [
        (f"timezone: Berlin\n{SERIES}", "bad-value", 1, "timezone", "Europe/Berlin"),
        (f"timezone: ../../etc/passwd\n{SERIES}", "bad-value", 1, "timezone", ""),
        (f"timezone: UTC\nrest: long\n{SERIES}", "bad-value", 2, "rest", "90 days"),
        (f"timezone: UTC\nrest: 9999 weeks\n{SERIES}", "bad-value", 2, "rest", "90 days"),
        (f"timezone: UTC\nseris: 1\n{SERIES}", "unknown-field", 2, "seris", "`series`"),
        ("timezone: UTC\n", "missing-field", 1, "series", "series:"),
        (SERIES, "missing-field", 1, "timezone", "timezone:"),
        (f"timezone: UTC\n{SERIES}exports: [publr]\n", "bad-value", 3, "exports[0]", "publer"),
        (f"timezone: UTC\n{SERIES}exports: [publer]\n", "bad-value", 3, "exports", "media_url"),
        (
            f"timezone: UTC\nmedia_url: https://a.example\n{SERIES}exports: [postfast]\n",
            "bad-value", 4, "exports", "postfast: its UUID",
        ),
        (f"timezone: UTC\nmedia_url: a.example\n{SERIES}", "bad-value", 2, "media_url", "https://"),
        (f"timezone: UTC\n{SERIES.replace('monday', 'mondy')}", "bad-value", 2, "series[0].day", "monday"),
        (f"timezone: UTC\n{SERIES.replace('09:00', '25:00')}", "bad-value", 2, "series[0].time", "18:30"),
        (
            f"timezone: UTC\n{SERIES.replace('pool: posts', 'pool: []')}",
            "too-few", 2, "series[0].pool", "at least one",
        ),
        (f"timezone: UTC\n{SERIES.replace('pool:', 'pol:')}", "unknown-field", 2, "series[0].pol", "`pool`"),
        (
            f"timezone: UTC\n{SERIES.replace(']', ', {name: a, day: friday, time: 10:00, pool: b}]')}",
            "bad-value", 2, "series", "another name",
        ),
        (
            f"timezone: UTC\n{SERIES.replace(']', ', {name: b, day: monday, time: 9:00, pool: b}]')}",
            "bad-value", 2, "series", "give one of them another".capitalize(),
        ),
    ],
)  # fmt: skip
def test_a_slip_is_told_at_its_place(
    tmp_path: Path, text: str, code: str, line: int, field: str, hint: str
) -> None:
    (finding,) = faults(tmp_path, text)
    assert (finding.code, finding.where.line, finding.where.field) == (code, line, field)
    assert hint in finding.hint
    assert finding.hint


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    told = faults(tmp_path, "timezone: Nowhere\nrest: x\nexports: [publer, x]\nseries: 3\n")
    assert [finding.where.line for finding in told] == [1, 2, 3, 4]
