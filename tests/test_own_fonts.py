"""A brand's own fonts: a bundled family by its name, or a file inside the project."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

import swipewell as sw
from swipewell.export.manifest import input_key
from swipewell.pipeline import prepare
from swipewell.resources import resource_folder

TODAY = dt.date(2026, 11, 23)
FILE = resource_folder("fonts") / "literata" / "Literata-500.ttf"
POST = sw.Post(
    title="A kinder no", slides=[sw.Tip(title="Pause *first*", body="You may wait. " * 9)]
)


def brand(folder: Path, fonts: str) -> sw.Brand:
    (folder / "brand.yaml").write_text(f"name: Alma\nregion: US\nfonts: {fonts}\n", "utf-8")
    return sw.read_brand(folder / "brand.yaml")


def families(carousel: sw.Carousel, style: str) -> set[str]:
    runs = [run for slide in carousel.slides for run in slide.frame.texts if run.style == style]
    assert runs
    return {run.face.key.family for run in runs}


def test_a_bundled_family_takes_the_place_of_the_themes(tmp_path: Path) -> None:
    found = sw.render(POST, brand(tmp_path, "{heading: literata, body: noto sans}"), today=TODAY)
    assert families(found, "title") == {"Literata"}
    assert families(found, "body") == {"Noto Sans"}


def test_a_file_of_ones_own_is_set(tmp_path: Path) -> None:
    shutil.copy(FILE, tmp_path / "Own.ttf")
    found = sw.render(POST, brand(tmp_path, "{heading: Own.ttf}"), today=TODAY)
    assert families(found, "title") == {str((tmp_path / "Own.ttf").resolve())}
    assert families(found, "body") == {"Alegreya Sans"}
    found.save(tmp_path / "out")
    for file in (tmp_path / "out").rglob("*.*"):
        assert str(tmp_path).encode() not in file.read_bytes()


def test_a_studio_serves_brands_with_other_fonts_in_turns(tmp_path: Path) -> None:
    studio = sw.Studio()
    own, plain = brand(tmp_path, "{heading: Literata}"), sw.Brand(region="US")
    seen = [
        families(sw.render(POST, who, today=TODAY, studio=studio), "title")
        for who in (own, plain, own)
    ]
    assert seen == [{"Literata"}, {"Fraunces"}, {"Literata"}]


def test_another_font_in_the_same_file_makes_other_slides(tmp_path: Path) -> None:
    shutil.copy(FILE, tmp_path / "Own.ttf")
    who = brand(tmp_path, "{heading: Own.ttf}")
    before = input_key(prepare(POST, who, None, today=TODAY), ["png"])
    assert before == input_key(prepare(POST, who, None, today=TODAY), ["png"])
    shutil.copy(FILE.with_name("Literata-700.ttf"), tmp_path / "Own.ttf")
    assert before != input_key(prepare(POST, who, None, today=TODAY), ["png"])


@pytest.mark.parametrize(
    ("font", "code", "says"),
    [
        ("Frances", "unknown-font", "Did you mean Fraunces?"),
        ("fonts/Ownn.ttf", "missing-font", "Did you mean fonts/Own.ttf?"),
        ("../Own.ttf", "font-outside", "Copy it beside this file"),
        ("https://example.org/Own.ttf", "font-address", "Save the font"),
        ("brand.ttf", "not-a-font", "TrueType or OpenType"),
    ],
)
def test_a_font_that_is_not_there_is_told(tmp_path: Path, font: str, code: str, says: str) -> None:
    folder = tmp_path / "project"
    (folder / "fonts").mkdir(parents=True)
    shutil.copy(FILE, folder / "fonts" / "Own.ttf")
    shutil.copy(FILE, tmp_path / "Own.ttf")
    (folder / "brand.ttf").write_text("no font", "utf-8")
    with pytest.raises(sw.InputError) as refused:
        brand(folder, f"{{body: '{font}'}}")
    (finding,) = refused.value.findings
    assert (finding.code, finding.where.line, finding.where.field) == (code, 3, "fonts.body")
    assert says in (finding.hint or "")


@pytest.mark.parametrize("font", ["Nowhere Sans", "/nowhere/Own.ttf"])
def test_a_font_that_a_script_names_wrongly_is_told(font: str) -> None:
    who = sw.Brand.model_validate({"region": "US", "fonts": {"heading": font}})
    with pytest.raises(sw.InputError) as refused:
        sw.render(POST, who, today=TODAY)
    assert refused.value.findings[0].code == "unknown-font"


def test_a_file_that_only_looks_like_a_font_is_told(tmp_path: Path) -> None:
    (tmp_path / "Own.ttf").write_bytes(b"\0\1\0\0" + bytes(400))
    who = brand(tmp_path, "{heading: Own.ttf}")
    with pytest.raises(sw.InputError) as refused:
        sw.render(POST, who, today=TODAY)
    assert refused.value.findings[0].where.field == "fonts.heading"
