"""`swipewell render`: what is written, what is left alone, and the exit code of it all."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from cli_cases import BRAND, TINY, codes, one, swipewell, told

from swipewell.carousel import Prepared, Studio
from swipewell.cli import work
from swipewell.findings import error
from swipewell.layout import compose
from swipewell.pipeline import Carousel, ComposeError, compose_prepared

FILES = ["01.png", "02.png", "03.png", "alt.json", "caption.txt", "post.json", "transcript.md"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def warn(project: Path) -> None:
    """Let every post of the project have a warning."""
    (project / "brand.yaml").write_text("name: Alma Counselling\n", "utf-8")


def test_a_post_becomes_a_folder(project: Path) -> None:
    result = swipewell("render", "tiny.yaml")
    assert result.exit_code == 0
    assert result.stdout == f"rendered  tiny.yaml -> {Path('out', 'tiny')} (3 slides)\n"
    assert result.stderr == ""
    assert names(project / "out" / "tiny") == FILES


def test_json_holds_what_the_contract_promises(project: Path) -> None:
    post = one(swipewell("render", "tiny.yaml", "--json"))
    assert (post["path"], post["slug"], post["status"]) == ("tiny.yaml", "tiny", "rendered")
    assert Path(post["out"]) == Path("out", "tiny")
    assert [slide["file"] for slide in post["slides"]] == FILES[:3]
    assert [slide["kind"] for slide in post["slides"]] == ["cover", "tip", "disclaimer"]
    manifest = json.loads((project / "out/tiny/post.json").read_text("utf-8"))
    assert manifest["slides"] == post["slides"]


def test_a_second_run_leaves_the_post_as_it_is(project: Path) -> None:
    first = one(swipewell("render", "tiny.yaml", "--json"))
    before = {path: path.stat().st_mtime_ns for path in (project / "out/tiny").iterdir()}
    second = one(swipewell("render", "tiny.yaml", "--json"))
    assert second == first | {"status": "unchanged"}
    assert before == {path: path.stat().st_mtime_ns for path in (project / "out/tiny").iterdir()}


def test_force_renders_anyway_to_the_same_bytes(project: Path) -> None:
    swipewell("render", "tiny.yaml")
    before = (project / "out/tiny/01.png").read_bytes()
    assert one(swipewell("render", "tiny.yaml", "--json", "--force"))["status"] == "rendered"
    assert (project / "out/tiny/01.png").read_bytes() == before


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("brand.yaml", BRAND + "handle: '@alma'\n"),
        ("brand.yaml", BRAND + 'colours: {seed: "#335577"}\n'),
        ("tiny.yaml", TINY + "    body: Then answer.\n"),
        ("tiny.yaml", TINY + "hashtags: [No]\n"),
    ],
)
def test_a_change_of_post_or_brand_renders_again(project: Path, file: str, text: str) -> None:
    swipewell("render", "tiny.yaml")
    (project / file).write_text(text, "utf-8")
    assert one(swipewell("render", "tiny.yaml", "--json"))["status"] == "rendered"


def test_a_comment_or_another_place_changes_nothing(project: Path) -> None:
    swipewell("render", "tiny.yaml", "-o", "out")
    moved = project / "moved"
    moved.mkdir()
    for name in ("brand.yaml", "tiny.yaml"):
        (moved / name).write_text("# a comment\n" + (project / name).read_text("utf-8"), "utf-8")
    assert one(swipewell("render", "moved/tiny.yaml", "--json"))["status"] == "unchanged"


def test_a_changed_picture_renders_again(project: Path) -> None:
    from PIL import Image

    (project / "brand.yaml").write_text(BRAND + "avatar: me.png\n", "utf-8")
    for colour in ("red", "blue"):
        Image.new("RGB", (40, 40), colour).save(project / "me.png")
        assert one(swipewell("render", "tiny.yaml", "--json"))["status"] == "rendered"
    assert one(swipewell("render", "tiny.yaml", "--json"))["status"] == "unchanged"


@pytest.mark.usefixtures("project")
def test_a_day_counts_only_where_it_changes_what_is_said() -> None:
    swipewell("render", "tiny.yaml", today="2026-12-01")
    same = one(swipewell("render", "tiny.yaml", "--json", today="2026-12-02"))
    assert same["status"] == "unchanged"
    years_later = one(swipewell("render", "tiny.yaml", "--json", today="2031-01-01"))
    assert years_later["status"] == "rendered"
    assert "helpline-age" in codes(years_later)


@pytest.mark.parametrize("damage", ["changed", "removed", "manifest"])
def test_a_damaged_folder_is_rendered_again(project: Path, damage: str) -> None:
    swipewell("render", "tiny.yaml")
    folder = project / "out/tiny"
    before = (folder / "02.png").read_bytes()
    if damage == "changed":
        (folder / "02.png").write_bytes(before[:-1] + b"x")
    elif damage == "removed":
        (folder / "02.png").unlink()
    else:
        manifest = json.loads((folder / "post.json").read_text("utf-8"))
        (folder / "post.json").write_text(json.dumps({"key": manifest["key"], "outputs": []}))
    assert one(swipewell("render", "tiny.yaml", "--json"))["status"] == "rendered"
    assert (folder / "02.png").read_bytes() == before


def test_what_a_killed_run_left_is_mended(project: Path) -> None:
    swipewell("render", "tiny.yaml")
    out = project / "out"
    (out / "tiny").rename(out / f".tiny.{'0' * 24}.swipewell-old")
    shutil.copytree(
        out / f".tiny.{'0' * 24}.swipewell-old", out / f".tiny.{'1' * 24}.swipewell-new"
    )
    assert one(swipewell("render", "tiny.yaml", "--json"))["status"] == "unchanged"
    assert names(out) == ["tiny"]


def test_other_formats_replace_the_files(project: Path) -> None:
    swipewell("render", "tiny.yaml")
    post = one(swipewell("render", "tiny.yaml", "--json", "--format", "jpg"))
    assert [slide["file"] for slide in post["slides"]] == ["01.jpg", "02.jpg", "03.jpg"]
    assert not list((project / "out/tiny").glob("*.png"))
    one(swipewell("render", "tiny.yaml", "--json", "--format", "png, jpeg,png"))
    assert len(list((project / "out/tiny").glob("0*"))) == 6


def test_findings_of_an_unchanged_post_are_told_again_in_their_new_place(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compose, "MOST_SLIDES", 2)
    [first] = one(swipewell("render", "tiny.yaml", "--json"))["findings"]
    (project / "tiny.yaml").write_text("# one line more\n" + TINY, "utf-8")
    second = one(swipewell("render", "tiny.yaml", "--json"))
    assert second["status"] == "unchanged"
    assert second["findings"] == [first | {"line": first["line"] + 1}]


def test_strict_writes_no_post_with_a_warning(project: Path) -> None:
    warn(project)
    assert swipewell("render", "tiny.yaml", "-o", "loose").exit_code == 0
    result = swipewell("render", "tiny.yaml", "--strict")
    assert result.exit_code == 1
    assert "--strict" in result.stdout
    assert not (project / "out").exists()
    again = swipewell("render", "tiny.yaml", "--strict", "-o", "loose")
    assert again.exit_code == 1


def test_an_error_is_told_and_the_post_written_all_the_same(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compose, "MOST_SLIDES", 2)
    for status in ("rendered", "unchanged"):
        result = swipewell("render", "tiny.yaml", "--json")
        post = one(result)
        assert result.exit_code == 1
        assert post["status"] == status
        assert codes(post) == ["too-many-slides"]
    assert (project / "out/tiny/03.png").exists()


def test_a_post_that_cannot_be_set_is_not_written(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ComposeError([error("too-long", "the title finds no room")])

    monkeypatch.setattr(work, "compose_prepared", refuse)
    result = swipewell("render", "tiny.yaml", "--json")
    assert result.exit_code == 1
    assert one(result)["status"] == "failed"
    assert not (project / "out").exists()


def test_one_bad_post_stops_no_other(project: Path) -> None:
    (project / "bad.yaml").write_text("title: [\n", "utf-8")
    result = swipewell("render", "bad.yaml", "tiny.yaml", "missing.yaml", "--json")
    assert result.exit_code == 2
    assert [post["status"] for post in told(result)["posts"]] == ["failed", "rendered", "failed"]


def test_a_write_that_fails_is_the_gravest(project: Path) -> None:
    (project / "out").write_text("a file where the folder should be", "utf-8")
    alone = swipewell("render", "tiny.yaml", "--json")
    assert alone.exit_code == 3
    assert codes(one(alone)) == ["write-failed"]
    assert swipewell("render", "missing.yaml", "tiny.yaml").exit_code == 3


def test_two_posts_of_one_name_stop_the_run_before_anything_is_rendered(project: Path) -> None:
    (project / "more").mkdir()
    shutil.copy(project / "tiny.yaml", project / "more" / "TINY.yaml")
    (project / "other.yaml").write_text(TINY, "utf-8")
    result = swipewell("render", ".", "more")
    assert result.exit_code == 2
    assert "tiny.yaml and more/TINY.yaml" in result.stderr.replace("\\", "/")
    assert "same-slug" in result.stderr
    assert "other.yaml" not in result.stdout
    assert not (project / "out").exists()


def test_a_slug_of_its_own_is_where_two_of_one_name_are_told_apart(project: Path) -> None:
    (project / "other.yaml").write_text(TINY + "slug: tiny\n", "utf-8")
    clash = swipewell("render", ".")
    assert clash.exit_code == 2
    assert "other.yaml:4:" in clash.stderr
    (project / "other.yaml").write_text(TINY + "slug: Another\n", "utf-8")
    assert swipewell("render", ".").exit_code == 0
    assert names(project / "out") == ["Another", "tiny"]


def test_a_brand_is_found_upwards_or_named(project: Path) -> None:
    inner = project / "posts" / "inner"
    inner.mkdir(parents=True)
    (inner / "a.yaml").write_text(TINY, "utf-8")
    (project / "posts" / "brand.yaml").write_text("region: GB\n", "utf-8")
    for options, number in (([], "999"), (["--brand", "brand.yaml"], "911")):
        post = one(swipewell("render", "posts/inner/a.yaml", "--json", *options))
        assert number in post["slides"][-1]["alt"]


def test_a_faulty_brand_fails_its_posts_and_is_told_once(project: Path) -> None:
    (project / "other.yaml").write_text(TINY, "utf-8")
    (project / "brand.yaml").write_text("regoin: US\n", "utf-8")
    result = swipewell("render", ".")
    assert result.exit_code == 2
    assert result.stderr.count("brand.yaml:1:1: error unknown-field") == 1
    assert result.stdout.count("failed") == 2


@pytest.mark.usefixtures("project")
def test_standard_input_is_named_by_its_title() -> None:
    post = one(swipewell("render", "-", "--json", text=TINY))
    assert (post["path"], post["slug"]) == ("-", "A-kinder-no")
    as_json = json.dumps({"title": "A kinder no", "slides": [{"title": "Pause first"}]})
    assert one(swipewell("render", "-", "--json", text=as_json))["status"] == "unchanged"


def test_an_unknown_theme_is_told_where_it_is_named(project: Path) -> None:
    by_option = swipewell("render", "tiny.yaml", "--theme", "linnen")
    assert by_option.exit_code == 2
    assert "Did you mean `linen`?" in by_option.stderr
    (project / "tiny.yaml").write_text(TINY + "theme: linnen\n", "utf-8")
    [finding] = one(swipewell("render", "tiny.yaml", "--json"))["findings"]
    assert (finding["code"], finding["file"], finding["line"]) == ("unknown-theme", "tiny.yaml", 4)
    (project / "tiny.yaml").write_text(TINY, "utf-8")
    (project / "brand.yaml").write_text("theme: linnen\n", "utf-8")
    [finding] = one(swipewell("render", "tiny.yaml", "--json"))["findings"]
    assert (finding["file"], finding["line"]) == ("brand.yaml", 1)


def test_a_fault_of_swipewells_own_fails_one_post_and_asks_for_a_report(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "fine.yaml").write_text(TINY.replace("Pause", "Breathe"), "utf-8")

    def stumble(wanted: Prepared, studio: Studio) -> Carousel:
        if wanted.post.slides[0].title == "Pause first":
            raise ZeroDivisionError("a bad day")
        return compose_prepared(wanted, studio)

    monkeypatch.setattr(work, "compose_prepared", stumble)
    result = swipewell("render", ".", "--json")
    assert result.exit_code == 3
    fine, broken = told(result)["posts"]
    assert (fine["status"], broken["status"]) == ("rendered", "failed")
    [finding] = broken["findings"]
    assert finding["code"] == "internal-error"
    assert "ZeroDivisionError: a bad day" in finding["message"]
    assert "report" in finding["hint"]
    assert "Traceback" not in result.stderr
    monkeypatch.setenv("SWIPEWELL_DEBUG", "1")
    assert "Traceback" in swipewell("render", "tiny.yaml").stderr


def test_the_manifest_tells_nothing_of_the_machine(project: Path) -> None:
    warn(project)
    swipewell("render", project / "tiny.yaml")
    text = (project / "out/tiny/post.json").read_text("utf-8")
    assert str(project) not in text
    outputs = json.loads(text)["outputs"]
    for name, digest in outputs.items():
        data = (project / "out/tiny" / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest
