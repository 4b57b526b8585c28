"""Brands that extend others: whose fields hold, where paths lead, and what may not be changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from swipewell.findings import Finding, InputError
from swipewell.reading import read_brand, read_post
from swipewell.reading.parents import MOST_PARENTS

AGENCY = """\
name: Calm Agency
credential: Psychologist
region: US
avatar: face.png
colours: {seed: "#3f6f6a", paper: "#fffaf0"}
disclaimer: {dm_policy: We do not read messages., also_regions: [GB]}
locked: [disclaimer, credential, colours.paper]
"""


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    for name in ("agency", "alma"):
        (tmp_path / name).mkdir()
    Image.new("RGB", (64, 64)).save(tmp_path / "agency" / "face.png")
    write(tmp_path / "agency" / "brand.yaml", AGENCY)
    return tmp_path


def write(file: Path, text: str) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def alma(agency: Path, text: str) -> Path:
    return write(agency / "alma" / "brand.yaml", f"extends: ../agency/brand.yaml\n{text}")


def refused(file: Path) -> Finding:
    with pytest.raises(InputError) as caught:
        read_brand(file)
    assert caught.value.exit_code == 2
    (finding,) = caught.value.findings
    assert finding.where.line is not None
    return finding


def test_a_childs_fields_are_laid_over_its_parents(agency: Path) -> None:
    brand = read_brand(alma(agency, 'name: Alma\nhandle: "@alma"\ncolours: {seed: "#b3573a"}\n'))
    assert (brand.name, brand.handle, brand.credential) == ("Alma", "@alma", "Psychologist")
    assert (brand.colours.seed, brand.colours.paper) == ("#b3573a", "#fffaf0")
    assert brand.disclaimer.also_regions == ("GB",)
    assert brand.extends is None


def test_every_files_paths_are_relative_to_itself(agency: Path) -> None:
    brand = read_brand(alma(agency, "logo: ../agency/face.png\n"))
    face = str((agency / "agency" / "face.png").resolve())
    assert (brand.avatar, brand.logo) == (face, face)


def test_the_parents_folder_belongs_to_the_project(agency: Path) -> None:
    alma(agency, "")
    Image.new("RGB", (64, 64)).save(agency / "outside.png")
    post = "title: a\ncover: {{picture: {}, alt: b}}\nslides: [{{title: c}}]\n"
    file = write(agency / "alma" / "post.yaml", post.format("../agency/face.png"))
    assert read_post(file).cover.picture == str((agency / "agency" / "face.png").resolve())
    with pytest.raises(InputError) as caught:
        read_post(write(file, post.format("../outside.png")))
    assert [finding.code for finding in caught.value.findings] == ["picture-outside"]


def test_a_parent_that_is_not_there_opens_no_folder(agency: Path) -> None:
    alma(agency, "")
    write(agency / "alma" / "brand.yaml", "extends: ../agency/nobody.yaml\n")
    post = "title: a\ncover: {picture: ../agency/face.png, alt: b}\nslides: [{title: c}]\n"
    with pytest.raises(InputError) as caught:
        read_post(write(agency / "alma" / "post.yaml", post))
    assert [finding.code for finding in caught.value.findings] == ["picture-outside"]


LOCKED = {
    "credential: Coach\n": "credential",
    "disclaimer: {dm_policy: Write to me.}\n": "disclaimer",
    "disclaimer: {youth: true}\n": "disclaimer",
    'colours: {paper: "#ffffff"}\n': "colours.paper",
}


@pytest.mark.parametrize("text", LOCKED)
def test_a_locked_field_cannot_be_changed(text: str, agency: Path) -> None:
    finding = refused(alma(agency, text))
    assert (finding.code, finding.where.field) == ("locked-field", LOCKED[text])
    assert (finding.where.line, finding.where.file) == (2, str(agency / "alma" / "brand.yaml"))
    assert "agency" in finding.message


@pytest.mark.parametrize(
    "text", ["credential: Psychologist\n", "disclaimer: {also_regions: [GB]}\n", "locked: [name]\n"]
)
def test_what_changes_nothing_is_no_change(text: str, agency: Path) -> None:
    assert read_brand(alma(agency, text)).credential == "Psychologist"


def test_locks_hold_for_grandchildren_and_children_may_add_some(agency: Path) -> None:
    alma(agency, "name: Alma\nlocked: [name]\n")
    for text, field in {"credential: Coach": "credential", "name: Berta": "name"}.items():
        child = f"extends: ../alma/brand.yaml\n{text}\n"
        assert refused(write(agency / "berta" / "brand.yaml", child)).where.field == field
    kept = read_brand(write(agency / "berta" / "brand.yaml", "extends: ../alma/brand.yaml\n"))
    assert kept.locked == ("disclaimer", "credential", "colours.paper", "name")


def test_a_lock_on_no_field_is_told_where_it_stands(agency: Path) -> None:
    write(agency / "agency" / "brand.yaml", "name: A\nlocked: [name, disclamer]\n")
    for file in (agency / "agency" / "brand.yaml", alma(agency, "")):
        finding = refused(file)
        assert (finding.code, finding.where.field) == ("unknown-lock", "locked[1]")
        assert finding.where.file == str(agency / "agency" / "brand.yaml") or "../agency" in str(
            finding.where.file
        )
        assert finding.hint == "Did you mean disclaimer?"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("../agency/brnad.yaml", "missing-brand"),
        ("../agency", "missing-brand"),
        ("https://a.example/brand.yaml", "extends-address"),
        ("brand.yaml", "extends-loop"),
        ("../alma/../alma/brand.yaml", "extends-loop"),
        ('"a\\0b"', "control-character"),
    ],
)
def test_a_chain_that_breaks_is_told_at_its_line(written: str, code: str, agency: Path) -> None:
    finding = refused(write(agency / "alma" / "brand.yaml", f"name: a\nextends: {written}\n"))
    assert (finding.code, finding.where.line) == (code, 2)
    if written.endswith("brnad.yaml"):
        assert finding.hint == "Did you mean ../agency/brand.yaml?"


def test_brands_that_extend_each_other_end(agency: Path) -> None:
    write(agency / "agency" / "brand.yaml", "name: A\nextends: ../alma/brand.yaml\n")
    finding = refused(alma(agency, ""))
    assert finding.code == "extends-loop"
    # a picture is looked for in the folders of such a chain, which ends there too
    file = "title: a\ncover: {picture: /etc/hosts, alt: b}\nslides: [{title: c}]\n"
    with pytest.raises(InputError) as caught:
        read_post(write(agency / "alma" / "post.yaml", file))
    assert [finding.code for finding in caught.value.findings] == ["picture-outside"]


def test_a_chain_is_only_so_long(tmp_path: Path) -> None:
    for n in range(MOST_PARENTS + 2):
        more = f"extends: b{n - 1}.yaml\n" if n else ""
        write(tmp_path / f"b{n}.yaml", f"name: b{n}\n{more}")
    assert read_brand(tmp_path / f"b{MOST_PARENTS}.yaml").name == f"b{MOST_PARENTS}"
    assert refused(tmp_path / f"b{MOST_PARENTS + 1}.yaml").code == "extends-depth"


def test_a_parents_faults_are_told_in_its_own_file(agency: Path) -> None:
    write(agency / "agency" / "brand.yaml", "name: A\nregion: Utopia\n")
    finding = refused(alma(agency, ""))
    assert (finding.where.field, finding.where.line) == ("region", 2)
    assert "agency" in str(finding.where.file)


def test_what_is_said_of_a_parents_field_stands_in_its_file(agency: Path) -> None:
    from swipewell.findings import info

    source = read_brand(alma(agency, "name: Alma\n")).source
    assert source is not None
    found = source.locate(info("a", "b", field="region"))
    assert (found.where.line, found.quoted) == (3, "region: US")
    assert "agency" in str(found.where.file)
