"""A brand's kit and pictures by the command line: what is refused, what is said, and what is not passed on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_cases import BRAND, codes, one, swipewell
from PIL import Image

SECRET = b"Kilburn, behind the blue door"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">{}</svg>'
BARS = '<rect width="9" height="10"/><rect x="20" width="20" height="10"/>'
POST = """\
title: A kinder no
cover: {picture: sea.jpg, alt: A calm sea, focus: top}
slides:
  - {kind: picture, picture: sea.jpg, alt: The sea again, focus: [0.9, 0.5]}
"""


@pytest.fixture
def kit(project: Path) -> Path:
    """A project with a photograph that knows where it was taken, a face and a logo."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 32.0, 49.0)
    sea = Image.linear_gradient("L").resize((1200, 900)).convert("RGB")
    sea.save(project / "sea.jpg", exif=exif, comment=SECRET, xmp=b"<x>" + SECRET + b"</x>")
    Image.new("RGB", (300, 300), (200, 150, 120)).save(project / "face.png")
    (project / "logo.svg").write_text(SVG.format(BARS), encoding="utf-8")
    (project / "brand.yaml").write_text(
        BRAND + 'handle: "@alma"\navatar: face.png\nlogo: logo.svg\n', encoding="utf-8"
    )
    (project / "tiny.yaml").write_text(POST, encoding="utf-8")
    return project


def brand(kit: Path, more: str) -> None:
    (kit / "brand.yaml").write_text(BRAND + more, encoding="utf-8")


def test_nothing_that_a_photograph_knows_is_passed_on(kit: Path) -> None:
    assert SECRET in (kit / "sea.jpg").read_bytes()
    result = swipewell("render", "tiny.yaml", "--format", "png,jpeg")
    assert result.exit_code == 0, result.stderr
    out = kit / "out" / "tiny"
    assert len(list(out.glob("*.jpg"))) == len(list(out.glob("*.png"))) >= 3
    for file in out.iterdir():
        data = file.read_bytes()
        assert SECRET not in data
        assert str(kit).encode() not in data
        if file.suffix in (".jpg", ".png"):
            with Image.open(file) as image:
                assert not image.getexif()
                assert set(image.info) <= {"icc_profile", "jfif", "jfif_version", "jfif_unit",
                                           "jfif_density", "dpi", "srgb"}, image.info  # fmt: skip


def test_the_same_kit_gives_the_same_bytes_and_is_skipped_until_it_changes(kit: Path) -> None:
    def digests() -> dict[str, str]:
        manifest = json.loads((kit / "out/tiny/post.json").read_text("utf-8"))
        assert "resvg" in manifest["engines"]
        outputs: dict[str, str] = manifest["outputs"]
        return outputs

    assert one(swipewell("render", "tiny.yaml", "--json"))["status"] == "rendered"
    first = digests()
    assert one(swipewell("render", "tiny.yaml", "--json"))["status"] == "unchanged"
    assert one(swipewell("render", "tiny.yaml", "--json", "--force"))["status"] == "rendered"
    assert digests() == first
    (kit / "logo.svg").write_text(SVG.format(BARS.replace("20", "30")), encoding="utf-8")
    assert one(swipewell("render", "tiny.yaml", "--json"))["status"] == "rendered"
    changed = {name for name, digest in digests().items() if digest != first[name]}
    assert changed == {"01.png", "03.png"}  # the cover and the last slide, beside an avatar


def test_what_is_wrong_with_a_kit_is_told_at_once_with_exit_code_2(kit: Path) -> None:
    (kit / "logo.svg").write_text(SVG.format("<text>Alma</text>"), encoding="utf-8")
    (kit / "face.png").write_bytes((kit / "face.png").read_bytes()[:60])
    brand(kit, "avatar: face.png\nlogo: logo.svg\ncolours: {ink: blackish}\n")
    result = swipewell("check", "tiny.yaml", "--json")
    assert result.exit_code == 2
    post = one(result)
    assert codes(post) == ["cut-off-picture", "svg-text", "bad-value"]
    assert [finding["line"] for finding in post["findings"]] == [3, 4, 5]


def test_a_photograph_that_is_cut_off_is_told_at_its_line(kit: Path) -> None:
    data = (kit / "sea.jpg").read_bytes()
    (kit / "sea.jpg").write_bytes(data[: len(data) // 2])
    post = one(swipewell("render", "tiny.yaml", "--json"))
    found = [(f["code"], f["line"], f["field"]) for f in post["findings"]]
    assert found == [
        ("cut-off-picture", 2, "cover.picture"),
        ("cut-off-picture", 4, "slides[0].picture"),
    ]


def test_a_photograph_that_moves_is_shown_still_and_told(kit: Path) -> None:
    first, second = (Image.new("RGB", (900, 900), shade) for shade in ("#123456", "#654321"))
    first.save(kit / "sea.jpg", "WEBP", save_all=True, append_images=[second])
    result = swipewell("render", "tiny.yaml", "--json")
    assert result.exit_code == 0
    assert "animated-picture" in codes(one(result))
    assert swipewell("render", "tiny.yaml", "--strict").exit_code == 1


def test_a_brand_that_changes_what_its_parent_has_locked_stops_its_posts(kit: Path) -> None:
    (kit / "agency").mkdir()
    (kit / "agency" / "brand.yaml").write_text(
        BRAND + "credential: Psychologist\nlocked: [credential]\n", encoding="utf-8"
    )
    brand(kit, "extends: agency/brand.yaml\ncredential: Coach\n")
    result = swipewell("check", "tiny.yaml", "--json")
    assert result.exit_code == 2
    (finding,) = one(result)["findings"]
    assert (finding["code"], finding["line"], finding["field"]) == ("locked-field", 4, "credential")
    brand(kit, "extends: agency/brand.yaml\n")
    swipewell("render", "tiny.yaml")
    assert "Psychologist" in (kit / "out/tiny/transcript.md").read_text("utf-8")
    # what a parent says counts like one's own
    assert one(swipewell("render", "tiny.yaml", "--json"))["status"] == "unchanged"
    (kit / "agency" / "brand.yaml").write_text(BRAND + "credential: Coach\n", encoding="utf-8")
    assert one(swipewell("render", "tiny.yaml", "--json"))["status"] == "rendered"
