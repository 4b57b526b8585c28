"""Weeks on disk: what was chosen is rendered, listed, known to later weeks, and the same each time."""

from __future__ import annotations

import datetime as dt
import io
import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from week_cases import add_post, project

import swipewell as sw
from swipewell.carousel import Studio
from swipewell.findings import InputError, Severity
from swipewell.week.dates import Week
from swipewell.week.make import Deck, MadeWeek, Slot, make_week

W48 = "2026-W48"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def quick(slot: Slot, place: Path) -> Deck:
    """Render a slot at next to no cost: one small picture for all slides."""
    from swipewell.export.artifact import Artifact
    from swipewell.store import save_folder

    picture = io.BytesIO()
    Image.new("RGB", (60, 60), "teal").save(picture, "JPEG")
    slides = [{"file": "01.jpg", "kind": "cover", "alt": f"Alt of {slot.member.slug}"}]
    files = [
        Artifact("01.jpg", picture.getvalue()),
        Artifact("caption.txt", b'A "caption",\nof two lines\n'),
    ]
    manifest = {"slides": slides, "outputs": {file.name: file.sha256 for file in files}}
    folder = place / slot.folder
    save_folder(folder, [*files, Artifact("post.json", json.dumps(manifest).encode())])
    return Deck(folder)


def made(week: str = W48, maker: Callable[[Slot, Path], Deck] = quick, **more: Any) -> MadeWeek:
    return make_week(sw.read_week("week.yaml"), week, "weeks", maker=maker, **more)


def codes(week: MadeWeek) -> list[str]:
    return [finding.code for finding in week.findings]


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def folders(week: MadeWeek) -> list[str]:
    return [entry.folder for entry in week.entries]


def test_a_week_holds_its_posts_and_its_files(here: Path) -> None:
    project(here, 6, 6)
    done = made()
    assert (done.exit_code, done.findings) == (0, ())
    assert [path.name for path in sorted((here / "weeks").iterdir())] == [W48]
    there = {path.name for path in (here / "weeks" / W48).iterdir()}
    assert there == {*done.files, *folders(done)}
    assert folders(done)[0] == "mon-0900-r1"
    assert folders(done)[1].startswith("thu-1830-t")
    held = json.loads((here / "weeks" / W48 / "week.json").read_text("utf-8"))
    assert held["posts"][0]["at"] == "2026-11-23T09:00:00-08:00"
    assert held["posts"][0]["post"] == "posts/reminders/r1.yaml"
    assert set(held["outputs"]) == set(done.files) - {"week.json"}
    with Image.open(here / "weeks" / W48 / "sheet.png") as sheet:
        assert sheet.getpixel((84 + 135, 400)) != sheet.getpixel((84 + 3 * 276 - 140, 400))


def test_a_week_made_again_is_the_same_to_the_byte(here: Path) -> None:
    project(here)
    made()
    before = everything(here / "weeks")
    made()
    assert everything(here / "weeks") == before
    made("2026-W49")
    made()
    assert everything(here / "weeks" / W48) == {
        name.removeprefix(f"{W48}/"): data for name, data in before.items()
    }


def test_later_weeks_know_what_was_used_and_earlier_ones_what_will_be(here: Path) -> None:
    project(here, 2, 8)
    first, third = made(), made("2026-W50")
    assert (folders(first)[0], folders(third)[0]) == ("mon-0900-r1", "mon-0900-r2")
    between = made("2026-W49")
    assert (between.exit_code, codes(between)) == (1, ["pool-dry"])
    assert len(between.entries) == 1
    assert between.findings[0].where.line == 4
    assert "2027-02" in between.findings[0].hint


def test_a_pool_that_will_run_dry_is_told_at_its_line(here: Path) -> None:
    project(here, 3, 9)
    (finding,) = made().findings
    assert (finding.code, finding.where.line, finding.where.field) == (
        "pool-runs-dry", 4, "series[0].pool",
    )  # fmt: skip
    assert "2026-W51" in finding.message


def test_a_week_keeps_its_posts_when_new_ones_come(here: Path) -> None:
    project(here)
    before = folders(made())
    add_post(here / "posts" / "reminders" / "a-new-one.yaml")
    assert folders(made()) == before
    shutil.rmtree(here / "weeks")
    assert folders(made())[0] == "mon-0900-a-new-one"


def test_a_post_that_is_gone_gives_way_and_a_persons_file_stays(here: Path) -> None:
    project(here)
    made()
    mine = here / "weeks" / W48 / "mon-0900-r1" / "note.txt"
    mine.write_text("mine", "utf-8")
    (here / "posts" / "reminders" / "r1.yaml").unlink()
    assert folders(made())[0] == "mon-0900-r2"
    assert [path.name for path in mine.parent.iterdir()] == ["note.txt"]
    mine.unlink()
    mine.parent.rmdir()
    (here / "posts" / "reminders" / "r2.yaml").unlink()
    made()
    assert not (here / "weeks" / W48 / "mon-0900-r2").exists()


def test_a_post_that_fails_is_left_out_and_chosen_again(here: Path) -> None:
    project(here)

    def failing(slot: Slot, place: Path) -> Deck:
        return Deck(None, (), 1) if slot.series.day == "monday" else quick(slot, place)

    done = made(maker=failing)
    assert (done.exit_code, len(done.entries)) == (1, 1)
    assert folders(made())[0] == "mon-0900-r1"


def test_posts_that_make_none_are_told_and_the_others_are_posted(here: Path) -> None:
    project(here)
    (here / "posts" / "reminders" / "a.yaml").write_text("tilte: No\n", "utf-8")
    done = made()
    assert (done.exit_code, folders(done)[0]) == (2, "mon-0900-r1")
    assert done.findings[0].where.file == "posts/reminders/a.yaml"


def test_a_list_of_used_posts_that_cannot_be_read_stops_everything(here: Path) -> None:
    project(here)
    made()
    (here / "weeks" / W48 / "week.json").write_text('{"posts": [{}]}', "utf-8")
    with pytest.raises(InputError) as caught:
        made("2026-W49")
    assert caught.value.findings[0].code == "unsound-week"
    assert not (here / "weeks" / "2026-W49").exists()


def test_translations_come_along_only_where_they_are_named(here: Path) -> None:
    project(here, 1, 1)
    (here / "posts" / "tips" / "t1.es.yaml").write_text(
        "title: Una\nslides: [{title: Pausa}]\n", "utf-8"
    )
    assert folders(made())[1] == "thu-1830-t1"
    assert codes(made("2026-W49")) == ["pool-dry", "pool-dry"]
    plan = (here / "week.yaml").read_text("utf-8")
    named = plan.replace("pool: posts/tips", "pool: posts/tips/t1.es.yaml")
    (here / "week.yaml").write_text(named, "utf-8")
    assert folders(made("2026-W49")) == ["thu-1830-t1.es"]


def test_a_table_is_a_pool_of_its_posts(here: Path) -> None:
    project(here, 1, 0)
    rows = "post,post_title,title\nc,The third,One\na,The first,One\n"
    (here / "posts" / "tips.csv").write_text(rows, "utf-8")
    plan = (here / "week.yaml").read_text("utf-8")
    plan = plan.replace("pool: posts/tips, pick: seeded", "pool: posts/tips.csv")
    (here / "week.yaml").write_text(plan, "utf-8")
    assert folders(made())[1] == "thu-1830-c"
    assert folders(made("2026-W49")) == ["thu-1830-a"]


def test_a_review_that_is_overdue_by_then_is_told(here: Path) -> None:
    project(here)
    for name, due in (("r1", "2026-11-22"), ("r2", "2026-11-30")):
        path = here / "posts" / "reminders" / f"{name}.yaml"
        path.write_text(f"{path.read_text('utf-8')}review_due: {due}\n", "utf-8")
    (finding,) = made().findings
    assert (finding.code, finding.where.file, finding.where.line) == (
        "review-overdue", "posts/reminders/r1.yaml", 3,
    )  # fmt: skip
    assert made("2026-W49").findings == ()


@pytest.mark.parametrize(("count", "said"), [(2, []), (3, ["suicide-often"])])
def test_a_week_with_many_posts_on_suicide_is_told(here: Path, count: int, said: list[str]) -> None:
    days = ("monday", "wednesday", "friday")
    series = "".join(
        f'  - {{name: On {day}, day: {day}, time: "09:00", pool: posts/{day}}}\n' for day in days
    )
    project(here, plan=f"timezone: UTC\nrest: 90 days\nseries:\n{series}")
    for number, day in enumerate(days):
        for name in ("a", "b", "c"):
            path = here / "posts" / day / f"{name}-{day}.yaml"
            add_post(path)
            if number < count:
                path.write_text(f"{path.read_text('utf-8')}topics: [suicide]\n", "utf-8")
    week = made()
    assert [one for one in codes(week) if one == "suicide-often"] == said
    if said:
        (finding,) = (one for one in week.findings if one.code == "suicide-often")
        assert (finding.where.file, finding.severity) == ("week.yaml", Severity.WARNING)


def test_a_time_that_clocks_leave_out_is_told_at_its_line(here: Path) -> None:
    plan = project(here)
    plan.write_text(
        plan.read_text("utf-8").replace('monday, time: "09:00"', 'sunday, time: "02:30"'), "utf-8"
    )
    (finding,) = made("2027-W10").findings
    assert (finding.code, finding.where.field) == ("time-skipped", "series[0].time")
    held = json.loads((here / "weeks" / "2027-W10" / "week.json").read_text("utf-8"))
    assert held["posts"][-1]["at"] == "2027-03-14T03:30:00-07:00"


def test_a_theme_there_is_none_of_is_told_before_anything_is_written(here: Path) -> None:
    plan = project(here)
    plan.write_text(
        plan.read_text("utf-8").replace("posts/reminders}", "posts/reminders, theme: tid}")
    )
    with pytest.raises(InputError) as caught:
        made()
    (finding,) = caught.value.findings
    assert (finding.code, finding.where.line) == ("unknown-theme", 4)
    assert not (here / "weeks").exists()


def test_a_week_in_code_is_rendered_for_its_brand_and_day(here: Path) -> None:
    project(here, 1, 0)
    series = sw.Series(name="S", day="sunday", time="23:30", pool="posts/reminders", theme="plain")
    plan = sw.WeekPlan(timezone="Pacific/Auckland", series=[series], exports=["generic"])
    days: list[dt.date] = []
    from swipewell.week import make

    def render(*args: Any, **more: Any) -> sw.Carousel:
        days.append(more["today"])
        return sw.render(*args, **{**more, "studio": Studio()})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make, "render", render)
        done = make_week(plan, Week(2026, 48), "w")
    assert days == [dt.date(2026, 11, 29)]
    (entry,) = done.entries
    assert entry.iso_utc() == "2026-11-29T10:30:00Z"
    assert "988" in entry.caption
    post = json.loads((here / "w" / W48 / "sun-2330-r1" / "post.json").read_text("utf-8"))
    assert (post["theme"], post["slides"][-1]["kind"]) == ("plain", "disclaimer")


def test_a_killed_exchange_of_a_weeks_folder_loses_nothing(here: Path) -> None:
    project(here)
    first = folders(made())[0]
    week = here / "weeks" / W48
    week.rename(week.with_name(f".{W48}.{'0' * 24}.swipewell-old"))
    assert folders(made("2026-W49"))[0] != first
    assert (week / "week.json").is_file()


def test_two_runs_at_once_take_turns(here: Path) -> None:
    project(here)
    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(lambda week: made(week), [W48, W48, W48]))
    assert len({tuple(folders(one)) for one in done}) == 1
    assert [path.name for path in (here / "weeks").iterdir()] == [W48]
    there = {path.name for path in (here / "weeks" / W48).iterdir()}
    assert there == {*done[0].files, *folders(done[0])}


def test_a_run_that_is_broken_off_is_taken_up_again(here: Path) -> None:
    project(here)

    def breaking(slot: Slot, place: Path) -> Deck:
        if slot.series.day == "thursday":
            raise KeyboardInterrupt
        return quick(slot, place)

    with pytest.raises(KeyboardInterrupt):
        made(maker=breaking)
    assert [path.name for path in (here / "weeks" / W48).iterdir()] == ["mon-0900-r1"]
    assert folders(made("2026-W49"))[0] == "mon-0900-r1"  # what was never finished is not used
    assert len(made().entries) == 2
