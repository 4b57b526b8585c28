"""The files of a post: pictures with their profile, caption, alternative texts, transcript, manifest."""

from __future__ import annotations

import collections
import datetime as dt
import hashlib
import io
import json
import pathlib
import pickle
import random
import re
import struct
import zlib
from copy import copy as copy_of
from typing import Any

import pytest
from PIL import Image, ImageCms

import swipewell as sw
from swipewell.export.alt import alt_text
from swipewell.export.image import encoded, jpeg, png, srgb_profile
from swipewell.export.package import package
from swipewell.model.post import Reference
from swipewell.text.markup import plain

TODAY = dt.date(2026, 11, 23)
US = sw.Brand(region="US", name="Alma", handle="@alma", hashtags=["Therapists", "#Kind"])
TIP = sw.Tip(title="Name the *need*", body="It is “kinder”. " * 12, example="I'd love to.")


@pytest.fixture(scope="module")
def shop() -> sw.Studio:
    return sw.Studio()


def carousel(shop: sw.Studio, *slides: Any, brand: sw.Brand = US, **fields: Any) -> sw.Carousel:
    post = sw.Post(**{"title": "A kinder no", "slides": slides or [TIP], **fields})
    return sw.render(post, brand, today=TODAY, studio=shop)


def files(of: sw.Carousel, *formats: str) -> dict[str, bytes]:
    return {made.name: made.data for made in package(of, formats or ("png",))}


# --- Pictures ---


def noise(width: int = 90, height: int = 70) -> Image.Image:
    return Image.frombytes("RGB", (width, height), random.Random(7).randbytes(3 * width * height))


def flat() -> Image.Image:
    image = Image.new("RGB", (1080, 1080), (246, 236, 221))
    image.paste((169, 79, 51), (0, 700, 1080, 1080))
    image.paste(noise(), (200, 100))
    return image


def chunks(data: bytes) -> dict[bytes, bytes]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = {}, 8
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + size]
        (checksum,) = struct.unpack(">I", data[at + 8 + size : at + 12 + size])
        assert checksum == zlib.crc32(kind + body), kind
        found[kind] = body
        at += 12 + size
    return found


@pytest.mark.parametrize(
    "image", [noise(), noise(1, 1), noise(3, 200), noise(511, 2), flat()], ids=lambda i: str(i.size)
)
def test_a_png_is_the_picture_without_loss(image: Image.Image) -> None:
    opened = Image.open(io.BytesIO(png(image)))
    assert (opened.format, opened.mode, opened.size) == ("PNG", "RGB", image.size)
    assert opened.tobytes() == image.tobytes()


def test_a_png_holds_pixels_and_profile_and_no_time() -> None:
    assert list(chunks(png(noise()))) == [b"IHDR", b"iCCP", b"IDAT", b"IEND"]


def test_a_png_begins_with_a_short_piece_of_its_own() -> None:
    # The fast routine reads an address where it has no history; a piece of 4 to 16 bytes gives one.
    stream = zlib.decompressobj()
    data = chunks(png(flat()))[b"IDAT"]
    marker = data.index(b"\0\0\xff\xff") + 4
    assert 4 <= len(stream.decompress(data[:marker])) <= 16


def test_a_jpeg_keeps_all_colour_at_quality_92() -> None:
    opened = Image.open(io.BytesIO(jpeg(flat())))
    assert (opened.format, opened.mode, opened.size) == ("JPEG", "RGB", (1080, 1080))
    other = io.BytesIO()
    flat().save(other, "JPEG", quality=92, subsampling=0)
    assert opened.quantization == Image.open(other).quantization
    assert [(h, v) for _, h, v in _components(jpeg(flat()))] == [(1, 1)] * 3


def _components(data: bytes) -> list[tuple[int, int, int]]:
    """The components of a JPEG's frame: number and sampling, across and down."""
    at = re.search(rb"\xff[\xc0\xc2]", data)
    assert at is not None
    count = data[at.end() + 7]
    parts = data[at.end() + 8 : at.end() + 8 + 3 * count]
    return [(parts[i], parts[i + 1] >> 4, parts[i + 1] & 15) for i in range(0, 3 * count, 3)]


@pytest.mark.parametrize("form", ["png", "jpeg"])
def test_pictures_carry_an_srgb_profile_that_changes_no_colour(form: str) -> None:
    opened = Image.open(io.BytesIO(encoded(flat(), form)))
    profile = ImageCms.ImageCmsProfile(io.BytesIO(opened.info["icc_profile"]))
    assert "sRGB" in ImageCms.getProfileDescription(profile)
    assert profile.profile.xcolor_space.strip() == "RGB"
    ramp = Image.merge(
        "RGB",
        [Image.linear_gradient("L"), Image.new("L", (256, 256), 99), Image.radial_gradient("L")],
    )
    shown = ImageCms.profileToProfile(ramp, profile, ImageCms.createProfile("sRGB"))
    assert shown is not None
    assert max(abs(a - b) for a, b in zip(shown.tobytes(), ramp.tobytes(), strict=True)) <= 1


def test_the_profile_tells_no_time_of_making() -> None:
    assert srgb_profile()[24:36] == struct.pack(">6H", 2001, 4, 1, 0, 0, 0)
    assert len(srgb_profile()) < 2000


def test_equal_pixels_make_equal_bytes_however_often() -> None:
    """A deflater may find other matches in memory that it did not clear."""
    shuffled = random.Random(11)
    pictures = [flat().rotate(angle) for angle in (0, 90, 180, 270)]
    made: dict[int, collections.Counter[bytes]] = collections.defaultdict(collections.Counter)
    litter: list[bytes] = []
    for _ in range(400):
        number = shuffled.randrange(4)
        made[number][hashlib.sha256(png(pictures[number])).digest()] += 1
        litter.append(bytes(shuffled.choice([100, 30_000, 82_000, 200_000, 340_000])))
        if len(litter) > 30:
            del litter[shuffled.randrange(30)]
    assert [len(found) for found in made.values()] == [1] * 4


# --- The folder ---


def test_a_folder_holds_slides_texts_and_manifest(shop: sw.Studio) -> None:
    found = carousel(shop)
    slides = [f"{n:02}.png" for n in range(1, len(found.slides) + 1)]
    assert list(files(found)) == [
        *slides,
        *("caption.txt", "alt.json", "transcript.md", "post.json"),
    ]
    assert (
        Image.open(io.BytesIO(files(found)["01.png"])).tobytes() == found.slides[0].image.tobytes()
    )


def test_slides_come_in_every_format_asked_for(shop: sw.Studio) -> None:
    both = files(carousel(shop), "jpeg", "png", "jpeg")
    assert [name for name in both if name.startswith("01")] == ["01.jpg", "01.png"]
    assert next(iter(json.loads(both["alt.json"]))) == "01.jpg"


@pytest.mark.parametrize("formats", [("gif",), ("png", "tiff"), ()])
def test_another_format_is_refused(shop: sw.Studio, formats: tuple[str, ...]) -> None:
    with pytest.raises(sw.InputError):
        package(carousel(shop), formats)


def test_the_manifest_tells_what_came_out(shop: sw.Studio) -> None:
    found = carousel(shop)
    made = files(found)
    told = json.loads(made.pop("post.json"))
    assert told["outputs"] == {
        name: hashlib.sha256(data).hexdigest() for name, data in made.items()
    }
    assert [slide["kind"] for slide in told["slides"]] == [slide.kind for slide in found.slides]
    assert {slide["file"]: slide["alt"] for slide in told["slides"]} == json.loads(made["alt.json"])
    assert told["theme"] == "linen"
    assert set(told["engines"]) >= {"harfbuzz", "pillow", "isal"}
    assert told["sizes"]["title"] == 84


def test_what_is_noticed_on_saving_travels_with_the_folder(
    shop: sw.Studio, tmp_path: pathlib.Path
) -> None:
    found = carousel(shop)
    folder = found.save(tmp_path)
    assert isinstance(folder, pathlib.Path)
    assert folder == tmp_path / "A-kinder-no"
    assert hash(folder) == hash(tmp_path / "A-kinder-no")
    assert folder.findings == ()
    (folder / "post.json").unlink()
    (folder / "caption.txt").write_text("Mine")
    again = found.save(tmp_path)
    assert {finding.code for finding in again.findings} == {"file-kept-aside"}
    assert (again / "caption.kept.txt").read_text() == "Mine"
    assert (again / "caption.txt").findings == ()
    for copy in (pickle.loads(pickle.dumps(again)), copy_of(again)):
        assert (copy, copy.findings) == (again, again.findings)


# --- Caption ---

LONG = "It is a long story. " * 150


def captioned(shop: sw.Studio, *slides: Any, **fields: Any) -> str:
    return files(carousel(shop, *slides, **fields))["caption.txt"].decode()


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"caption": "Short."},
        {"caption": LONG[:1700]},
        {"caption": "W" * 1700},
        {"caption": LONG[:1700], "hashtags": [f"Tag{n}" for n in range(30)]},
        {"caption": LONG[:1700], "sources": [Reference(text="A book. " * 6)] * 30},
        {"hashtags": ["Tag" * 20] * 1 + [f"{'Tag' * 20}{n}" for n in range(40)]},
    ],
    ids=["none", "short", "long", "one word", "tags", "sources", "too many tags"],
)
def test_every_caption_says_what_the_post_is_and_whom_to_turn_to(
    shop: sw.Studio, fields: dict[str, Any]
) -> None:
    text = captioned(shop, **fields)
    assert len(text) <= 2200
    assert "This post is education, not therapy." in text
    assert "Call 911." in text
    assert "Call or text 988" in text
    assert "findahelpline.com" in text


def test_the_help_of_every_region_is_in_the_caption(shop: sw.Studio) -> None:
    brand = sw.Brand.model_validate(
        {"region": "US", "disclaimer": {"also_regions": ["GB", "AU", "NZ"]}}
    )
    text = captioned(shop, brand=brand, topics=["suicide"])
    for said in ("Call 911.", "Kingdom: Call 999.", "116\u00a0123", "Australia: ", "text 1737"):
        assert text.count(said) == 1, said


def test_a_caption_of_ones_own_comes_first_and_is_kept(shop: sw.Studio) -> None:
    assert captioned(shop, caption="My own *words*.\n\nTwo lines.").startswith(
        "My own *words*.\n\nTwo lines.\n\n"
    )


def test_a_caption_of_ones_own_that_is_too_long_is_an_error_and_stays_whole(
    shop: sw.Studio,
) -> None:
    found = carousel(shop, caption=LONG)
    assert [f.code for f in found.findings if f.severity is sw.Severity.ERROR] == [
        "caption-too-long"
    ]
    assert LONG.strip() in files(found)["caption.txt"].decode()


def test_a_caption_is_built_from_titles(shop: sw.Studio) -> None:
    text = captioned(
        shop, TIP, sw.List(title="Three *things*", items=["a"]), sw.Invite(title="Save")
    )
    assert text.startswith("A kinder no\n\n• Name the need\n• Three things\n\n")
    assert "Save" not in text


def test_sources_and_hashtags_follow_once_each(shop: sw.Studio) -> None:
    text = captioned(
        shop,
        hashtags=["#Kind", "Words", "Kind"],
        sources=[
            Reference(text="Author, 2020. *Title*.", url="https://a.example"),
            Reference(text="B"),
        ],
    )
    assert "Author, 2020. Title. https://a.example\nB\n\n" in text
    assert text.endswith("\n\n#Kind #Words #Therapists\n")


# --- Alternative text and transcript ---


def alts(of: sw.Carousel) -> list[str]:
    return list(json.loads(files(of)["alt.json"]).values())


def test_alternative_texts_are_those_of_the_slides(shop: sw.Studio) -> None:
    found = carousel(shop, language="de", brand=US.model_copy(update={"language": "de"}))
    assert alts(found) == [slide.alt for slide in found.slides]


def test_an_alternative_text_says_what_the_slide_says_in_order(shop: sw.Studio) -> None:
    compare = sw.Compare(title="T", left=sw.Half(items=["a", "b"]), right=sw.Half(items=["c"]))
    practice = sw.Practice(title="B", phases=[sw.Phase(do="In", seconds=4)], rounds=2)
    steps = sw.Steps(title="S", steps=["One.", sw.Item(title="Two", body="its body")])
    cover, tip, two, breath, path, *_ = alts(
        carousel(shop, TIP, compare, practice, steps, cover=sw.Cover(kicker="Kind"))
    )
    assert cover == "Kind. A kinder no."
    assert tip.startswith("1. Name the need. It is “kinder”. ")
    assert tip.endswith("Say it aloud: I’d love to.")
    assert two == "T. Instead of: a. b. Try: c."
    assert breath.replace("\u00a0", " ") == "B. In: 4 s. two rounds."
    assert path == "S. 1. One. 2. Two: its body."


def test_no_alternative_text_is_longer_than_instagram_takes(shop: sw.Studio) -> None:
    many = sw.List(title="T" * 10, items=[f"An item of some length, number {n}" for n in range(6)])
    for text in alts(carousel(shop, many, sw.Quote(quote="So it goes. " * 100))):
        assert 0 < len(text) <= 1000
    long = alt_text(carousel(shop).deck.slides[1]._replace(fields={"title": "word " * 400}), "en")
    assert len(long) <= 1000
    assert long.endswith("word…")


@pytest.mark.parametrize("topics", [[], ["suicide"]])
def test_the_last_alternative_texts_hold_the_help_that_is_shown(
    shop: sw.Studio, topics: list[str]
) -> None:
    found = carousel(shop, topics=topics, brand=sw.Brand(region="US", name="N" * 60))
    last = found.slides[-1]
    for run in last.frame.texts:
        if run.path.startswith(("contacts", "emergency", "elsewhere")):
            assert run.text.replace("\n", " ").rstrip(".?") in last.alt, run.path
    if last.kind == "disclaimer_help":
        assert "education, not therapy" not in last.alt


def test_a_transcript_holds_every_text(shop: sw.Studio, alma: sw.Brand) -> None:
    steps = sw.Steps(title="S", steps=["One.", sw.Item(title="Two", body="its body")])
    compare = sw.Compare(title="T", left=sw.Half(items=["left"]), right=sw.Half(items=["right"]))
    quote = sw.Quote(quote="Speak gently.", by="a note", source="a book")
    practice = sw.Practice(title="B", phases=[sw.Phase(do="Breathe in", seconds=4)])
    found = carousel(shop, TIP, steps, compare, quote, practice, brand=alma, subtitle="Subtitle")
    text = files(found)["transcript.md"].decode()
    count = len(found.slides)
    assert text.startswith(f"# A kinder no\n\n## 1/{count} · A kinder no\n\n")
    assert text.count("\n## ") == count
    squeezed = "".join(text.split())
    silent = {"handle", "swipe", "mark", "number", "unit"}
    for slide in found.slides:
        for run in slide.frame.texts:
            if run.path.rsplit(".", 1)[-1] not in silent:
                assert "".join(run.text.split()) in squeezed, run.path
    assert "*" not in plain(text.replace("# ", ""))
