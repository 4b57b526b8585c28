"""What `check`, `explain`, `approve` and `render --approved-only` do for a clinician."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_cases import BRAND, TINY, TODAY, swipewell, told

SAID = TINY + "    body: She committed suicide.\ntopics: [suicide]\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brand.yaml").write_text(BRAND, encoding="utf-8")
    (tmp_path / "no.yaml").write_text(TINY, encoding="utf-8")
    return tmp_path


def codes(*arguments: str) -> list[str]:
    (post,) = told(swipewell(*arguments, "--json", "--today", TODAY))["posts"]
    return [finding["code"] for finding in post["findings"]]


def test_check_and_render_say_the_same(here: Path) -> None:
    (here / "no.yaml").write_text(SAID, encoding="utf-8")
    checked = codes("check", "no.yaml")
    assert checked[:2] == ["suicide-committed", "no-word-of-hope"]
    assert codes("render", "no.yaml") == checked
    assert codes("render", "no.yaml") == checked  # and again when it is unchanged
    held = json.loads((here / "out" / "no" / "post.json").read_text(encoding="utf-8"))
    assert [one["code"] for one in held["findings"]] == checked
    assert swipewell("check", "no.yaml").exit_code == 1


def test_what_is_allowed_and_who_has_read_it_is_kept(here: Path) -> None:
    allow = "allow: [{code: suicide-committed, because: A title.}]\n"
    allow += "reviewed_by: A. R.\nreview_due: 2030-01-01\n"
    (here / "no.yaml").write_text(SAID + allow, encoding="utf-8")
    assert "suicide-committed" not in codes("render", "no.yaml")
    held = json.loads((here / "out" / "no" / "post.json").read_text(encoding="utf-8"))
    assert held["review"] == {"by": "A. R.", "due": "2030-01-01"}
    assert held["allow"] == [{"code": "suicide-committed", "because": "A title.", "within": ""}]


def test_sarif_names_rule_file_and_line(here: Path) -> None:
    (here / "no.yaml").write_text(SAID, encoding="utf-8")
    done = swipewell("check", "no.yaml", "--format", "sarif")
    (run,) = json.loads(done.stdout)["runs"]
    result = run["results"][0]
    assert (result["ruleId"], result["level"]) == ("suicide-committed", "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "no.yaml"
    assert place["region"] == {"startLine": 4, "startColumn": 11}
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "suicide-committed"


def test_sarif_exchanges_what_may_safely_be_exchanged(here: Path) -> None:
    said = "title: Loss\nslides:\n  - title: One\n    body: Committed suicide at forty.\n"
    (here / "no.yaml").write_text(said, encoding="utf-8")
    (run,) = json.loads(swipewell("check", "no.yaml", "--format", "sarif").stdout)["runs"]
    (fix,) = next(one for one in run["results"] if one["ruleId"] == "suicide-committed")["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "no.yaml"}
    (exchange,) = change["replacements"]
    region, new = exchange["deletedRegion"], exchange["insertedContent"]["text"]
    assert region == {"startLine": 4, "startColumn": 11, "endLine": 4, "endColumn": 28}
    line = said.splitlines()[region["startLine"] - 1]
    fixed = line[: region["startColumn"] - 1] + new + line[region["endColumn"] - 1 :]
    assert fixed == "    body: Died by suicide at forty."
    assert fix["description"]["text"] == "Write “Died by suicide” instead of “Committed suicide”."


@pytest.mark.parametrize(
    "body",
    [
        "It is insane.",
        "He committed suicide. She committed suicide.",
        "|\n      He committed\n      suicide.",
    ],
    ids=["no words are safe", "which of them", "over two lines"],
)
def test_sarif_leaves_alone_what_is_unclear(here: Path, body: str) -> None:
    said = f"title: Loss\nslides:\n  - title: One\n    body: {body}\n"
    (here / "no.yaml").write_text(said, encoding="utf-8")
    (run,) = json.loads(swipewell("check", "no.yaml", "--format", "sarif").stdout)["runs"]
    assert run["results"]
    assert not any("fixes" in one for one in run["results"])


def test_explain() -> None:
    assert "died by suicide" in swipewell("explain", "suicide-committed").stdout
    assert swipewell("explain", "SUI001").stdout == swipewell("explain", "suicide-committed").stdout
    assert "suicide-committed" in swipewell("explain").stdout
    assert len(json.loads(swipewell("explain", "--json").stdout)["rules"]) > 80
    unknown = swipewell("explain", "suicide-comited")
    assert unknown.exit_code == 2
    assert "Did you mean suicide-committed?" in unknown.stderr


def test_a_sign_off_holds_until_something_changes(here: Path) -> None:
    only = ("render", "no.yaml", "--approved-only", "--today", TODAY)
    assert swipewell(*only).exit_code == 1
    assert not (here / "out").exists()
    assert swipewell("approve", "no.yaml", "--by", "A. R.", "--today", TODAY).exit_code == 0
    assert json.loads((here / "no.approved").read_text(encoding="utf-8"))["approved_by"] == "A. R."
    assert swipewell(*only).exit_code == 0
    assert swipewell(*only, "--theme", "plain").exit_code == 1
    (here / "no.yaml").write_text("# a comment changes nothing\n" + TINY, encoding="utf-8")
    assert swipewell(*only).exit_code == 0
    (here / "no.yaml").write_text(TINY + "caption: Another.\n", encoding="utf-8")
    changed = swipewell(*only)
    assert changed.exit_code == 1
    assert "it has changed since" in changed.stderr


def test_nobody_signs_a_post_with_errors(here: Path) -> None:
    (here / "no.yaml").write_text(SAID, encoding="utf-8")
    assert swipewell("approve", "no.yaml", "--by", "A. R.").exit_code == 1
    assert not (here / "no.approved").exists()
    assert swipewell("approve", "no.yaml", "--by", " ").exit_code == 2


def test_a_sign_off_that_is_no_sign_off_counts_for_nothing(here: Path) -> None:
    (here / "no.approved").write_text("[]", encoding="utf-8")
    assert swipewell("render", "no.yaml", "--approved-only").exit_code == 1


@pytest.mark.usefixtures("here")
def test_targets_and_sources() -> None:
    found = codes("render", "no.yaml", "--for", "instagram-api", "--require-sources")
    assert {"platform-format", "sources-required"} <= set(found)
    assert "platform-format" not in codes("check", "no.yaml", "--for", "instagram-api")
    assert swipewell("check", "no.yaml", "--for", "myspace").exit_code == 2


@pytest.mark.usefixtures("here")
def test_pixels_find_what_does_not_stand_out() -> None:
    assert "low-contrast" not in codes("check", "no.yaml", "--pixels")
