"""`import swipewell as sw`: a post made or read, rendered, looked at and saved."""

from __future__ import annotations

from pathlib import Path

import pytest

import swipewell as sw


@pytest.fixture(scope="module")
def carousel() -> sw.Carousel:
    post = sw.Post(title="A kinder no", slides=[sw.Tip(title="Pause first", body="Then answer.")])
    return sw.render(post, brand=sw.Brand(region="US"), theme="linen")


def test_a_post_made_in_code_ends_in_a_disclaimer(carousel: sw.Carousel) -> None:
    assert [slide.kind for slide in carousel.slides] == ["cover", "tip", "disclaimer"]
    assert carousel.slides[0].image.size == (1080, 1080)
    assert carousel.slides[1].alt == "1. Pause first. Then answer."


def test_it_is_saved_under_its_title(carousel: sw.Carousel, tmp_path: Path) -> None:
    folder = carousel.save(tmp_path, formats=["jpeg"])
    assert folder == tmp_path / "A-kinder-no"
    assert (folder / "01.jpg").read_bytes().startswith(b"\xff\xd8")


@pytest.mark.parametrize(("line", "name"), [("", "my post"), ("slug: Mine\n", "Mine")])
def test_a_post_that_was_read_is_saved_under_its_files_name(
    tmp_path: Path, line: str, name: str
) -> None:
    file = tmp_path / "my post.yaml"
    file.write_text(f"title: A kinder no\n{line}slides:\n  - title: Pause first\n", "utf-8")
    saved = sw.render(sw.read_post(file)).save(tmp_path / "out")
    assert saved == tmp_path / "out" / name


@pytest.mark.parametrize("formats", [["gif"], []])
def test_a_format_there_is_not_is_refused(
    carousel: sw.Carousel, tmp_path: Path, formats: list[str]
) -> None:
    with pytest.raises(sw.InputError) as refused:
        carousel.save(tmp_path, formats=formats)
    assert [finding.code for finding in refused.value.findings] == ["unknown-format"]
    assert not list(tmp_path.iterdir())


def test_errors_are_findings_with_an_exit_code(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("title: A kinder no\n", "utf-8")
    with pytest.raises(sw.SwipewellError) as refused:
        sw.read_post(file)
    assert refused.value.exit_code == 2
    assert refused.value.findings[0].severity is sw.Severity.ERROR
