"""`swipewell helplines` and its schema, and what `--today` and `--strict` do to old entries."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from cli_cases import TINY, codes, one, swipewell

from swipewell.care.helplines import international, load_region, regions

OLD = "2027-09-01"
"""A day on which all of the registry is old."""

OWN = """\
regions:
  - region: US
    lines:
      - id: us-own
        name: A line of ours
        call: 555 0100
        hours: 24/7
        languages: [en]
        researched_on: 2027-08-01
        sources: [https://example.org]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the process standing in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def listed(*arguments: str, today: str = "2026-12-01") -> str:
    result = swipewell("helplines", *arguments, "--today", today)
    assert result.exit_code == 0
    return result.stdout


def told(*arguments: str, today: str = "2026-12-01") -> dict[str, Any]:
    made = json.loads(listed(*arguments, "--json", today=today))
    assert list(made) == ["version", "today", "old_after_days", "regions", "international"]
    return made  # type: ignore[no-any-return]  # a JSON object


# --- The list ---


def test_help_has_an_example() -> None:
    result = swipewell("helplines", "--help")
    assert result.exit_code == 0
    assert re.search(r"Example:\n +swipewell helplines\n", result.stdout)


@pytest.mark.usefixtures("folder")
def test_every_region_and_every_line_is_listed() -> None:
    shown = listed()
    for code in regions():
        place = load_region(code)
        assert place is not None
        assert f"{place.name} ({code})\n" in shown
        for line in place.lines:
            assert f"  {line.id}: {line.name}\n" in shown
            assert all(f"source: {source}" in shown for source in line.sources)
    assert international().name in shown


@pytest.mark.usefixtures("folder")
def test_an_entry_tells_number_hours_languages_scope_source_date_and_age() -> None:
    shown = listed("--region", "us")
    assert "United States (US)\n  emergency: 911; looked up 2026-11-23, 8 days ago\n" in shown
    assert "call or text 988; 24/7; en, es; suicide, crisis, substance use\n" in shown
    assert "text HOME to 741741; 24/7; en, es; general\n" in shown
    assert "source: https://www.samhsa.gov/" in shown
    assert "findtreatment.gov: FindTreatment.gov (SAMHSA)" in shown
    assert "United Kingdom" not in shown


@pytest.mark.usefixtures("folder")
def test_what_is_never_printed_says_why() -> None:
    assert "never printed: it is not confirmed yet" in listed("--region", "TW")
    assert "emergency: none is sure" in listed("--region", "TW")
    assert "never printed: to be settled first: " in listed("--region", "AR")
    assert "never printed: nobody there answers in a crisis" in listed("--region", "IE")
    assert "hours not settled" in listed("--region", "IL")
    assert "24/7" not in listed("--region", "IL")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("today", "age"),
    [
        ("2026-11-23", "looked up 2026-11-23, today;"),
        ("2026-11-24", "looked up 2026-11-23, 1 day ago;"),
        ("2027-05-22", "looked up 2026-11-23, 180 days ago;"),
        ("2027-05-23", "looked up 2026-11-23, 181 days ago, more than 180: look it up again;"),
        ("2026-11-01", "looked up 2026-11-23, a day yet to come;"),
    ],
)
def test_the_age_counts_from_the_day_of_research_to_the_day_given(today: str, age: str) -> None:
    assert age in listed("--region", "US", today=today)


@pytest.mark.usefixtures("folder")
def test_programs_get_the_same() -> None:
    made = told("--region", "GB", today="2027-06-01")
    (place,) = made["regions"]
    assert (place["region"], place["name"]) == ("GB", "United Kingdom")
    assert place["emergency"]["number"] == "999"
    samaritans, _, nhs = place["lines"]
    assert samaritans["call"] == "116 123"
    assert samaritans["hours"] == "24/7"
    assert samaritans["languages"] == ["en"]
    assert samaritans["sources"]
    assert (samaritans["researched_on"], samaritans["age_days"]) == ("2026-11-23", 190)
    assert samaritans["old"]
    assert samaritans["printed"]
    assert samaritans["reason"] is None
    assert not nhs["printed"]
    assert nhs["reason"]
    assert made["international"][0]["name"] == "Find A Helpline"
    assert [place["region"] for place in told()["regions"]] == list(regions())


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("code", "said"), [("UK", "Did you mean GB?"), ("ZZ", "There are AR, AT"), ("", "no region ''")]
)
def test_an_unknown_region_is_wrong_usage(code: str, said: str) -> None:
    result = swipewell("helplines", "--region", code)
    assert result.exit_code == 2
    assert said in result.stderr


# --- A file of one's own ---


def test_the_brands_own_entries_come_first(folder: Path) -> None:
    (folder / "brand.yaml").write_text("region: US\nhelplines: helplines.yaml\n", "utf-8")
    (folder / "helplines.yaml").write_text(OWN, "utf-8")
    shown = listed("--region", "US", today=OLD)
    assert shown.index("us-own: A line of ours (your own)") < shown.index("us-988")
    assert "looked up 2027-08-01, 31 days ago;" in shown
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    (folder / "brand.yaml").rename(elsewhere / "brand.yaml")
    (folder / "helplines.yaml").rename(elsewhere / "helplines.yaml")
    assert "us-own" not in listed("--region", "US")
    (line, *_) = told("--region", "US", "--brand", "elsewhere/brand.yaml")["regions"][0]["lines"]
    assert (line["id"], line["own"]) == ("us-own", True)


def test_a_region_of_ones_own_is_listed_too(folder: Path) -> None:
    (folder / "brand.yaml").write_text("helplines: helplines.yaml\n", "utf-8")
    text = OWN.replace("region: US", "region: UA\n    name: Ukraine")
    (folder / "helplines.yaml").write_text(text, "utf-8")
    assert "Ukraine (UA)\n  emergency: none is sure\n" in listed("--region", "UA")
    assert "UA" in [place["region"] for place in told()["regions"]]


def test_a_brand_that_cannot_be_read_is_told_with_its_line(folder: Path) -> None:
    (folder / "brand.yaml").write_text("helplines: helplines.yaml\n", "utf-8")
    (folder / "helplines.yaml").write_text(OWN.replace("555 0100", "call us"), "utf-8")
    result = swipewell("helplines")
    assert result.exit_code == 2
    assert "helplines.yaml:6:15: error bad-value" in result.stderr
    assert "hint: Write it as it is dialled" in result.stderr


# --- Its schema ---


def test_the_schema_names_every_field_and_what_it_is_for() -> None:
    result = swipewell("schema", "helplines")
    assert result.exit_code == 0
    made = json.loads(result.stdout)
    assert made["title"] == "Swipewell helplines"
    line = made["$defs"]["OwnHelpline"]
    assert {"id", "name", "researched_on", "sources"} == set(line["required"])
    for part in (made, *made["$defs"].values()):
        assert [n for n, f in part["properties"].items() if "description" not in f] == []


def test_a_brands_schema_takes_a_files_name_for_its_helplines() -> None:
    made = json.loads(swipewell("schema", "brand").stdout)
    kinds = made["properties"]["helplines"]["anyOf"]
    assert {"type": "string", "minLength": 1} in kinds
    assert {"$ref": "#/$defs/OwnHelplines"} in kinds


# --- Old entries, on the slides ---


def last_alt(post: dict[str, Any]) -> str:
    return str(post["slides"][-1]["alt"])


def test_an_old_entry_is_a_warning_and_under_strict_gives_way(project: Path) -> None:
    calm = one(swipewell("check", "tiny.yaml", "--json", today=OLD))
    assert "988" in last_alt(calm)
    assert codes(calm) == ["helpline-age"]
    result = swipewell("render", "tiny.yaml", "--json", "--strict", today=OLD)
    strict = one(result)
    assert result.exit_code == 0
    assert strict["status"] == "rendered"
    assert "988" not in last_alt(strict)
    assert "findahelpline.com" in last_alt(strict)
    assert [finding["severity"] for finding in strict["findings"]] == ["info"]
    assert (project / "out" / "tiny" / "01.png").exists()


def test_without_strict_the_same_post_is_rendered_anew(project: Path) -> None:
    assert (project / "tiny.yaml").read_text("utf-8") == TINY
    swipewell("render", "tiny.yaml", "--strict", today=OLD)
    again = one(swipewell("render", "tiny.yaml", "--json", today=OLD))
    assert again["status"] == "rendered"
    assert "988" in last_alt(again)


def test_an_own_entry_that_is_young_is_printed_under_strict(project: Path) -> None:
    (project / "helplines.yaml").write_text(OWN, "utf-8")
    brand = project / "brand.yaml"
    brand.write_text(brand.read_text("utf-8") + "helplines: helplines.yaml\n", "utf-8")
    post = one(swipewell("check", "tiny.yaml", "--json", "--strict", today=OLD))
    assert "555\u00a00100" in last_alt(post)
    first = one(swipewell("render", "tiny.yaml", "--json", today=OLD))
    assert first["status"] == "rendered"
    assert one(swipewell("render", "tiny.yaml", "--json", today=OLD))["status"] == "unchanged"
    (project / "helplines.yaml").write_text(OWN.replace("555 0100", "555 0199"), "utf-8")
    changed = one(swipewell("render", "tiny.yaml", "--json", today=OLD))
    assert changed["status"] == "rendered"
    assert "555\u00a00199" in last_alt(changed)
