"""A carousel as a PDF, read by another's reader: pages, pixels, tags, language, words, equal bytes."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

import swipewell as sw
from swipewell.export.image import srgb_profile
from swipewell.export.package import package
from swipewell.export.pdf import PAGE_WIDTH, About, leaf, pdf
from swipewell.export.pdf_text import Line, lettering

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TODAY = dt.date(2026, 11, 23)
ABOUT = About("A kinder no", "Alma", "en")


@pytest.fixture(scope="module")
def made(studio: sw.Studio, alma: sw.Brand) -> sw.Carousel:
    post = sw.read_post(SAMPLES / "kind-boundaries.yaml")
    return sw.render(post, alma, "linen", today=TODAY, studio=studio)


@pytest.fixture(scope="module")
def read(made: sw.Carousel) -> pypdf.PdfReader:
    files = {one.name: one.data for one in package(made, ["pdf"])}
    return opened(files["kind-boundaries.pdf"])


def opened(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def noise(width: int = 90, height: int = 70) -> Image.Image:
    return Image.frombytes("RGB", (width, height), random.Random(7).randbytes(3 * width * height))


def flat(width: int = 120, height: int = 150) -> Image.Image:
    image = Image.new("RGB", (width, height), (246, 236, 221))
    image.paste((169, 79, 51), (20, 40, 90, 110))
    return image


def test_a_page_is_a_slide(made: sw.Carousel, read: pypdf.PdfReader) -> None:
    assert len(read.pages) == len(made.slides)
    for page, slide in zip(read.pages, made.slides, strict=True):
        assert [float(side) for side in page.mediabox] == [0, 0, PAGE_WIDTH, PAGE_WIDTH]
        (held,) = page.images
        assert held.image is not None
        assert ImageChops.difference(held.image.convert("RGB"), slide.image).getbbox() is None


def test_it_says_what_it_is_and_in_which_language(made: sw.Carousel, read: pypdf.PdfReader) -> None:
    catalogue = read.root_object
    assert catalogue["/Lang"] == made.deck.language == "en"
    assert read.metadata is not None
    assert read.metadata.title == "Five ways to set a kind boundary"
    assert read.metadata.author == made.brand.name
    assert set(read.metadata) == {"/Title", "/Author", "/Producer"}, "nothing tells a time"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    first, second = read.trailer["/ID"]
    assert first == second


def test_every_page_is_a_figure_with_its_alternative_text(
    made: sw.Carousel, read: pypdf.PdfReader
) -> None:
    tree: Any = read.root_object["/StructTreeRoot"]
    assert read.root_object["/MarkInfo"]["/Marked"].value is True
    figures = [one.get_object() for one in tree["/K"]["/K"]]
    assert [one["/S"] for one in figures] == ["/Figure"] * len(made.slides)
    assert [one["/Alt"] for one in figures] == [slide.alt for slide in made.slides]
    owners = tree["/ParentTree"]["/Nums"]
    for number, (page, figure) in enumerate(zip(read.pages, figures, strict=True)):
        assert figure["/Pg"].get_object() == page
        assert page["/StructParents"] == number == owners[2 * number]
        assert owners[2 * number + 1][0].get_object() == figure
        content = page.get_contents()
        assert content is not None
        assert content.get_data().startswith(b"/Figure << /MCID 0 >> BDC")


def test_the_words_of_every_slide_can_be_found(made: sw.Carousel, read: pypdf.PdfReader) -> None:
    for page, slide in zip(read.pages, made.slides, strict=True):
        found = "".join(page.extract_text().split())
        for run in slide.frame.texts:
            assert "".join(run.text.split()) in found, run.path


def test_colours_are_srgb_by_an_embedded_profile(read: pypdf.PdfReader) -> None:
    picture: Any = read.pages[0]["/Resources"]["/XObject"]["/Slide"]
    kind, profile = picture["/ColorSpace"]
    assert kind == "/ICCBased"
    assert profile.get_object().get_data() == srgb_profile()


def test_a_photograph_is_a_jpeg_and_flat_design_is_not() -> None:
    pages = opened(pdf([leaf(noise(), "noise", ()), leaf(flat(), "flat", ())], ABOUT)).pages
    filters = [page["/Resources"]["/XObject"]["/Slide"]["/Filter"] for page in pages]
    assert filters == ["/DCTDecode", "/FlateDecode"]
    held = pages[1].images[0].image
    assert held is not None
    assert held.convert("RGB").tobytes() == flat().tobytes()
    assert [float(side) for side in pages[1].mediabox] == [0, 0, PAGE_WIDTH, PAGE_WIDTH * 1.25]


def test_a_deck_from_right_to_left_is_turned_that_way(studio: sw.Studio) -> None:
    post = sw.read_post(SAMPLES / "languages" / "ar.yaml")
    made = sw.render(post, sw.Brand(region="EG"), "linen", today=TODAY, studio=studio)
    files = {one.name: one.data for one in package(made, ["pdf"])}
    catalogue = opened(files["ar.pdf"]).root_object
    assert catalogue["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert catalogue["/Lang"] == "ar"


def test_where_there_is_only_a_pdf_slides_are_found_on_its_pages(made: sw.Carousel) -> None:
    names = [one.name for one in package(made, ["pdf"], slug="kind")]
    assert names[0] == "kind.pdf"
    assert not [name for name in names if name.startswith("01")]
    alone = next(one.data for one in package(made, ["pdf"], slug="kind") if one.name == "alt.json")
    assert alone.decode().count("kind.pdf#page=") == len(made.slides)


LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)


@given(texts=st.lists(LETTERS, max_size=4), title=LETTERS, size=st.tuples(*[st.integers(1, 9)] * 2))
def test_whatever_is_said_comes_out_as_it_went_in(
    texts: list[str], title: str, size: tuple[int, int]
) -> None:
    lines = [Line(text, 10, 20 * n, 50, 10) for n, text in enumerate(texts, 1)]
    image = noise(*size)
    data = pdf([leaf(image, " ".join(texts), lines)], About(title, None, "en"))
    assert data == pdf([leaf(image, " ".join(texts), lines)], About(title, None, "en"))
    found = opened(data)
    assert found.metadata is not None
    assert found.metadata.title == title
    figure = found.root_object["/StructTreeRoot"]["/K"]["/K"][0].get_object()
    assert figure["/Alt"] == " ".join(texts)
    said = "".join(found.pages[0].extract_text().split())
    if all(text.isalnum() and text.isascii() for text in texts):
        assert said == "".join(texts)


@given(st.text(max_size=600))
def test_every_character_has_a_code_of_its_own(text: str) -> None:
    letters = lettering([text])
    assert set(letters.codes) == set(text)
    assert len(set(letters.codes.values())) == len(letters.codes)
    for char, (font, code) in letters.codes.items():
        assert letters.fonts[font].characters[code - 1] == char
        assert 1 <= code <= 255


SCRIPT = """
import datetime as dt, hashlib, sys
import swipewell as sw
from swipewell.export.package import package
post = sw.Post(title="A kinder no", slides=[sw.Tip(title="Pause *first*", body="You may wait.")])
made = sw.render(post, sw.Brand(name="Alma", region="US"), "plain", today=dt.date(2026, 11, 23))
for one in package(made, ["pdf", "webp"], sheet=True):
    print(one.name, hashlib.sha256(one.data).hexdigest())
"""


def test_two_processes_make_the_same_bytes() -> None:
    first, second = (
        subprocess.run(
            [sys.executable, "-X", f"int_max_str_digits={digits}", "-c", SCRIPT],
            env={"PYTHONHASHSEED": str(digits), "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for digits, zone in ((1000, "UTC"), (2000, "Asia/Tokyo"))
    )
    assert first == second
    assert {line.split()[0] for line in first.splitlines()} >= {"A-kinder-no.pdf", "sheet.png"}
    assert hashlib.sha256(b"").hexdigest() not in first
