"""Pictures: looked for beside the file, inside the project, and looked at."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from swipewell.findings import InputError
from swipewell.reading import parse_post, read_brand, read_post


def saved(form: str) -> bytes:
    """The bytes of a picture of 32 × 32 px."""
    into = io.BytesIO()
    Image.new("RGB", (32, 32), (90, 120, 140)).save(into, form)
    return into.getvalue()


JPEG, PNG, WEBP = saved("JPEG"), saved("PNG"), saved("WEBP")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "posts" / "photos").mkdir(parents=True)
    (root / "brand.yaml").write_text("name: A\n", encoding="utf-8")
    (root / "shared.png").write_bytes(PNG)
    (root / "posts" / "photos" / "sea.jpg").write_bytes(JPEG)
    (root / "posts" / "tree.webp").write_bytes(WEBP)
    (root / "posts" / "notes.png").write_text("hello", encoding="utf-8")
    (root / "posts" / "empty.jpg").write_bytes(b"")
    (tmp_path / "outside.png").write_bytes(PNG)
    return root


def post_with(picture: str, project: Path) -> Path:
    file = project / "posts" / "post.yaml"
    text = f"title: a\ncover:\n  picture: {picture}\n  alt: b\nslides: [{{title: c}}]\n"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "name",
    ["photos/sea.jpg", "./photos/../photos/sea.jpg", "tree.webp", "../shared.png", "' tree.webp '"],
)
def test_a_picture_becomes_an_absolute_path(project: Path, name: str) -> None:
    picture = read_post(post_with(name, project)).cover.picture
    assert picture is not None
    assert Path(picture).is_absolute()
    assert Path(picture) == (project / "posts" / name.strip("' ")).resolve()


FAULTS = {
    "photos/see.jpg": ("missing-picture", "Did you mean photos/sea.jpg?"),
    "photos/Sea.JPG": ("missing-picture", "Did you mean photos/sea.jpg?"),
    "photo/sea.jpg": ("missing-picture", "no folder “photo”"),
    "xyz.jpg": ("missing-picture", "relative to the folder of this file"),
    "'photos\\sea.jpg'": ("missing-picture", "with /: photos/sea.jpg"),
    '"a\\0b.jpg"': ("control-character", "U+0000"),
    f"{'x' * 300}.jpg": ("missing-picture", "cannot be opened"),
    "../../outside.png": ("picture-outside", "outside the project"),
    "../../nothing.png": ("picture-outside", "outside the project"),
    "/etc/passwd": ("picture-outside", "outside the project"),
    "http://example.org/a.jpg": ("picture-address", "Save the picture beside"),
    "'//example.org/a.jpg'": ("picture-address", "address"),
    "file:///a.jpg": ("picture-address", "address"),
    "data:image/png;base64,AA": ("picture-address", "address"),
    "notes.png": ("not-a-picture", "JPEG, PNG, WebP or AVIF"),
    "empty.jpg": ("not-a-picture", "JPEG, PNG, WebP or AVIF"),
    "photos": ("not-a-picture", "Name a file"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_no_picture_of_the_project_is_a_finding(project: Path, name: str) -> None:
    code, words = FAULTS[name]
    with pytest.raises(InputError) as caught:
        read_post(post_with(name, project))
    found = {f.code: f for f in caught.value.findings}
    assert code in found
    assert words in f"{found[code].message} {found[code].hint}"
    where = found[code].where
    assert (where.line, where.column, where.field) == (3, 12, "cover.picture")


def test_links_are_followed_before_the_project_is_asked(project: Path) -> None:
    posts = project / "posts"
    os.symlink(project.parent / "outside.png", posts / "out.png")
    os.symlink(project / "shared.png", posts / "in.png")
    os.symlink("loop.png", posts / "loop.png")
    assert read_post(post_with("in.png", project)).cover.picture == str(
        (project / "shared.png").resolve()
    )
    for name, code in {"out.png": "picture-outside", "loop.png": "missing-picture"}.items():
        with pytest.raises(InputError) as caught:
            read_post(post_with(name, project))
        assert [finding.code for finding in caught.value.findings] == [code]


def test_without_a_brand_the_project_is_the_files_own_folder(project: Path) -> None:
    (project / "brand.yaml").unlink()
    assert read_post(post_with("photos/sea.jpg", project)).cover.picture
    with pytest.raises(InputError) as caught:
        read_post(post_with("../shared.png", project))
    assert [finding.code for finding in caught.value.findings] == ["picture-outside"]


def test_a_brands_avatar_is_looked_for_too(project: Path) -> None:
    brand = project / "brand.yaml"
    brand.write_text("avatar: shared.png\n", encoding="utf-8")
    assert read_brand(brand).avatar == str((project / "shared.png").resolve())
    brand.write_text("avatar: sharde.png\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_brand(brand)
    (finding,) = caught.value.findings
    assert (finding.code, finding.where.field) == ("missing-picture", "avatar")
    assert "shared.png" in finding.hint


def test_a_picture_of_another_sort_than_text_is_left_to_the_model(project: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_post(post_with("[a]", project))
    assert [finding.code for finding in caught.value.findings] == ["wrong-type"]


def test_the_folder_may_be_any_place(project: Path) -> None:
    data = (
        b'{"title": "a", "cover": {"picture": "sea.jpg", "alt": "b"}, "slides": [{"title": "c"}]}'
    )
    assert parse_post(data, "post.json", project / "posts" / "photos").cover.picture
