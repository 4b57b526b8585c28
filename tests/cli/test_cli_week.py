"""`swipewell week`: chosen, rendered, told; exit codes; what a shell and GitHub Actions run every week."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from cli_cases import swipewell

import swipewell as sw

ROOT = Path(__file__).resolve().parents[2]
POST = "title: {0}\nslides: [{{title: Pause}}]\n"
PLAN = """\
timezone: Europe/Berlin
rest: 21 days
series:
  - {name: Monday, day: monday, time: "09:00", pool: posts, theme: plain}
exports: [publer, generic]
media_url: https://media.example/alma
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a brand, a plan and five posts, and the process standing in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brand.yaml").write_text("name: Alma\nregion: DE\n", "utf-8")
    (tmp_path / "week.yaml").write_text(PLAN, "utf-8")
    (tmp_path / "posts").mkdir()
    for number in range(5):
        (tmp_path / "posts" / f"p{number}.yaml").write_text(POST.format(f"Post {number}"), "utf-8")
    return tmp_path


def told(*args: str) -> dict[str, Any]:
    done = swipewell("week", *args, "--json")
    said: dict[str, Any] = json.loads(done.stdout)
    assert said["summary"]["exit_code"] == done.exit_code
    return said


def test_a_week_is_chosen_rendered_and_told(project: Path) -> None:
    done = swipewell("week", "2026-W48")
    assert done.exit_code == 0, done.stderr
    first, last = done.stdout.splitlines()
    assert (
        first
        == f"rendered  {Path('posts/p0.yaml')} -> {Path('weeks/2026-W48/mon-0900-p0')} (3 slides)"
    )
    assert last.startswith(
        f"week      2026-W48 -> {Path('weeks/2026-W48')} (schedule.csv, week.ics, publer.csv"
    )
    post = json.loads((project / "weeks/2026-W48/mon-0900-p0/post.json").read_text("utf-8"))
    assert (post["theme"], post["slides"][0]["file"]) == ("plain", "01.jpg")
    again = swipewell("week", "2026-W48")
    assert again.stdout.replace("unchanged", "rendered ") == done.stdout


def test_without_a_name_it_is_the_week_after_today(project: Path) -> None:
    for today, week in (("2026-11-29", "2026-W49"), ("2026-12-28", "2027-W01")):
        assert told("--today", today)["week"]["week"] == week
    assert sorted(path.name for path in (project / "weeks").iterdir()) == ["2026-W49", "2027-W01"]


def test_json_tells_posts_and_week(project: Path) -> None:
    said = told("2026-W48", "-o", "all")
    assert set(said) == {"version", "posts", "summary", "week"}
    assert [post["status"] for post in said["posts"]] == ["rendered"]
    week = said["week"]
    assert (week["week"], week["plan"], week["out"]) == (
        "2026-W48",
        "week.yaml",
        str(Path("all/2026-W48")),
    )
    assert week["posts"] == [
        {"series": "Monday", "at": "2026-11-23T09:00:00+01:00", "folder": "mon-0900-p0"}
    ]
    assert {path.name for path in (project / "all/2026-W48").iterdir()} == {
        *week["files"],
        "mon-0900-p0",
    }
    assert [finding["code"] for finding in week["findings"]] == []


def test_a_dry_pool_is_an_error_and_one_that_will_be_a_warning(project: Path) -> None:
    for number in (2, 3, 4):
        (project / f"posts/p{number}.yaml").unlink()
    first = swipewell("week", "2026-W48")
    assert (first.exit_code, "pool-runs-dry" in first.stderr) == (0, True)
    assert swipewell("week", "2026-W49", "--strict").exit_code == 1
    dry = swipewell("week", "2026-W50")
    assert (dry.exit_code, "error pool-dry" in dry.stderr) == (1, True)
    assert not (project / "weeks/2026-W50").exists()
    assert swipewell("week", "2026-W51").exit_code == 0  # by then the first has rested


def test_faults_have_their_exit_codes(project: Path) -> None:
    assert swipewell("week", "2026-W60").exit_code == 2
    assert swipewell("week", "--plan", "nowhere.yaml").exit_code == 2
    assert swipewell("week", "2026-W48", "--format", "pdf").exit_code == 2
    assert swipewell("week", "2026-W48", "--format", "gif").exit_code == 2
    assert swipewell("week", "2026-W48", "--brand", "nowhere.yaml").exit_code == 2
    assert swipewell("week", "2026-W48", "--today", "soon").exit_code == 2
    assert not (project / "weeks").exists()
    (project / "week.yaml").write_text("timezone: X\n", "utf-8")
    done = swipewell("week", "2026-W48")
    assert done.exit_code == 2
    assert "week.yaml:1:11: error bad-value" in done.stderr


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs folders that refuse"
)
def test_a_folder_that_refuses_is_told(project: Path) -> None:
    (project / "weeks").mkdir(mode=0o500)
    assert swipewell("week", "2026-W48").exit_code == 3


def test_a_file_in_the_way_of_the_week_is_told(project: Path) -> None:
    (project / "weeks").mkdir()
    (project / "weeks" / "2026-W48").write_text("mine", "utf-8")
    done = swipewell("week", "2026-W48")
    assert (done.exit_code, "write-failed" in done.stderr) == (3, True)
    assert (project / "weeks" / "2026-W48").read_text("utf-8") == "mine"


def test_only_what_was_signed_goes_out_where_this_is_asked_for(project: Path) -> None:
    asked = ("week", "2026-W48", "--approved-only")
    assert swipewell(*asked).exit_code == 1
    assert not (project / "weeks/2026-W48").exists()
    assert _library(project) == (1, 0)
    signed = ["approve", "posts/p0.yaml", "--by", "A. Rivera", "--theme", "plain"]
    assert swipewell(*signed).exit_code == 0
    assert swipewell(*asked).exit_code == 0
    assert _library(project) == (0, 1)


def _library(project: Path) -> tuple[int, int]:
    """Make the week without the command line; return its exit code and how many posts it has."""
    plan = sw.read_week("week.yaml")
    done = sw.make_week(plan, "2026-W48", project / "other", approved_only=True)
    return done.exit_code, len(done.entries)


def test_pictures_may_come_in_another_format(project: Path) -> None:
    assert told("2026-W48", "--format", "png,pdf")["posts"][0]["slides"][0]["file"] == "01.png"
    assert (project / "weeks/2026-W48/mon-0900-p0/mon-0900-p0.pdf").is_file()
    assert "/mon-0900-p0/01.png," in (project / "weeks/2026-W48/publer.csv").read_text("utf-8")


def test_the_plan_of_the_samples_makes_its_weeks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    plan = str(ROOT / "samples" / "week" / "week.yaml")
    said = told("2026-W48", "--plan", plan)
    assert said["summary"]["exit_code"] == 0
    assert said["summary"]["findings"]["error"] == 0
    assert not [one for one in said["week"]["findings"] if one["severity"] != "info"]
    assert len(said["week"]["posts"]) == 2


def test_the_schema_knows_a_plan() -> None:
    schema = json.loads(swipewell("schema", "week").stdout)
    assert schema["title"] == "Swipewell week"
    assert set(schema["required"]) == {"timezone", "series"}
    assert schema["properties"]["timezone"]["description"]
    assert "publer" in json.dumps(schema["properties"]["exports"])


def blocks(kind: str) -> list[str]:
    page = (ROOT / "docs" / "weeks.md").read_text("utf-8")
    return re.findall(rf"^```{kind}[^\n]*\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def commands(lines: list[str]) -> list[list[str]]:
    """Return the arguments of every `swipewell week` among lines of a shell."""
    said = [line.split("swipewell week", 1)[1] for line in lines if "swipewell week" in line]
    return [re.split(r" >>| 2>| &&", line)[0].split() for line in said]


def test_the_line_for_cron_runs_on_a_machine_without_internet(project: Path) -> None:
    (crontab,) = (block for block in blocks("text") if "swipewell week" in block)
    line = crontab.strip().splitlines()[-1]
    assert re.match(r"[\d*]+ [\d*]+ \* \* \d cd \S+ && \S*swipewell week", line)
    assert "%" not in line  # cron takes it for the end of a line
    (arguments,) = commands([line])
    assert swipewell("week", *arguments, "--today", "2026-11-29").exit_code == 0
    assert (project / "weeks/2026-W49/week.json").is_file()


def test_the_workflow_for_github_is_sound_and_its_lines_run(project: Path) -> None:
    (text,) = (block for block in blocks("yaml") if "runs-on" in block)
    flow = yaml.safe_load(text)
    assert flow[True]["schedule"][0]["cron"].count(" ") == 4  # YAML 1.1 takes `on` for a yes
    assert flow["permissions"] == {"contents": "write"}
    (job,) = flow["jobs"].values()
    lines = [line for step in job["steps"] for line in step.get("run", "").splitlines()]
    (arguments,) = commands(lines)
    assert swipewell("week", *arguments, "--today", "2026-11-29").exit_code == 0
    git = [line for line in lines if line.startswith("git ")]
    if shutil.which("git") is None or os.name == "nt":
        pytest.skip("git is not here")
    _in_git(project, git)


def _in_git(folder: Path, lines: list[str]) -> None:
    """Run the workflow's lines for git in a repository whose origin is beside it."""
    import subprocess

    def run(line: str) -> None:
        subprocess.run(["sh", "-ec", line], cwd=folder, check=True, capture_output=True, timeout=60)

    origin = folder.with_name(f"{folder.name}-origin")
    run(f"git init -q --bare '{origin}' && git init -q -b main && git remote add origin '{origin}'")
    run("git config user.name T && git config user.email t@example.org")
    run("git add brand.yaml && git commit -qm First && git push -q -u origin main")
    for _ in range(2):  # a week that has not changed is no fault
        for line in lines:
            run(line)
    log = subprocess.run(
        ["git", "--git-dir", str(origin), "log", "--format=%s", "--name-only", "main"],
        capture_output=True, text=True, check=True, timeout=60,
    ).stdout  # fmt: skip
    assert log.count("weeks/2026-W49/week.json") == 1
