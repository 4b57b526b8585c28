"""The promise: whatever is written and asked for, a deck ends in its disclaimer, and all of it is there.

Made-up posts and brands (with words, helplines, policies and countries of their own) in every theme,
size and language, set from Python and on the command line; and every closing slide read by the
contrast meter as it is really painted.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from typer.testing import CliRunner

import swipewell as sw
from swipewell.care.helplines import regions
from swipewell.care.own import own_regions, region_of
from swipewell.care.wording import REQUIRED, Wording, languages, wording_for
from swipewell.cli import app
from swipewell.deck import _own_wording
from swipewell.frame import GlyphRun, Shape
from swipewell.geometry import PAGES
from swipewell.layout.compose import DeckSlide
from swipewell.meter import measured
from swipewell.reading.theme import read_theme, theme_names

TODAY = dt.date(2026, 12, 1)
STUDIO = sw.Studio()
STYLES = read_theme("linen").styles
IN_CI = settings.get_current_profile_name() == "ci"

# --- What is made up: plain data, so that it can be written to files as well ---

TAGS = (*languages(), "en-GB", "id", "tr", "uk", "th", "fa", "ur")
WORDS = ("Rest", "Slow down", "A kinder no", "*Pause* first", "“Not today.”", "2 : 1", "Ein Weg")


def fields(required: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


texts = st.sampled_from(WORDS)
slides = st.one_of(
    fields({"title": texts}, body=texts, example=texts),
    fields({"kind": st.just("list"), "title": texts, "items": st.lists(texts, min_size=1)}),
    fields({"kind": st.just("quote"), "quote": texts}, by=texts),
    fields({"kind": st.just("invite"), "title": texts}),
    fields({"kind": st.just("figure"), "figure": st.just("1 in 5"), "meaning": texts}),
)
posts = fields(
    {"title": texts, "slides": st.lists(slides, min_size=1, max_size=3)},
    subtitle=texts,
    caption=texts,
    language=st.sampled_from(TAGS),
    topics=st.lists(
        st.sampled_from(["suicide", "self-harm", "abuse", "grief", "sleep"]), max_size=2
    ),
    theme=st.sampled_from(theme_names()),
)
codes = st.sampled_from((*regions(), "ZZ"))
looked_up = {"researched_on": st.just("2026-11-01")}
lines = fields(
    looked_up
    | {
        "id": st.sampled_from(["own-line", "us-988", "gb-samaritans"]),
        "name": st.sampled_from(["The River Line", "Línea 024", "قریب"]),
        "call": st.sampled_from(["116 123", "0800-111-222", "*4141"]),
        "sources": st.just(["https://line.example"]),
    },
    text=st.just("741741"),
    hours=st.sampled_from(["24/7", "daily 18:00-23:00", "Mon-Fri 9:00-17:00"]),
)
helplines = fields(
    {"region": codes},
    emergency=fields(
        looked_up | {"number": st.sampled_from(["112", "000"]), "sources": st.just(["x"])}
    ),
    lines=st.lists(lines, max_size=2, unique_by=lambda line: line["id"]),
    directories=st.just([{"name": "A", "url": "find.example", "researched_on": "2026-11-01"}]),
)
wording = fields(
    {},
    title=st.just("One more thing"),
    not_therapy=st.just("These are ideas; they are no treatment."),
    not_monitored=st.just("My inbox is no place for emergencies."),
    emergency=st.sampled_from(["Danger? Ring {emergency} now.", "If in danger: {emergency}"]),
    crisis=st.just("A voice that listens"),
    call=st.just("Ring {number}"),
    elsewhere=st.just("{line_name} ({url})"),
    take_leave=st.just("Keep what serves you."),
    licence=st.just("{name} ({credential})"),
    dm_policy=st.just("I write back on Mondays."),
)
brands = fields(
    {},
    name=st.sampled_from(["Alma Counselling", "Dr. Łucja Żółć", "د. ليلى"]),
    handle=st.just("@alma.counselling"),
    credential=st.sampled_from(["LMFT", "Licensed Marriage and Family Therapist"]),
    licence=st.just({"number": "LMFT 00000", "jurisdiction": "California"}),
    region=codes,
    language=st.sampled_from(TAGS),
    theme=st.sampled_from(theme_names()),
    colours=st.integers(0, 0xFFFFFF).map(lambda seed: {"seed": f"#{seed:06x}"}),
    directory=st.just({"name": "Alma", "url": "https://alma.example/"}),
    helplines=st.lists(helplines, min_size=1, max_size=2, unique_by=lambda one: one["region"]).map(
        lambda own: {"regions": own}
    ),
    disclaimer=fields(
        {},
        dm_policy=st.just("I read messages twice a week and cannot advise in them."),
        also_regions=st.lists(codes, max_size=2, unique=True),
        youth=st.booleans(),
        wording=st.dictionaries(st.sampled_from(TAGS), wording, max_size=2),
    ),
)

# --- What is owed ---


def squeezed(text: str) -> str:
    """A text without what setting it changes: white space, isolates, quotation marks, hyphens."""
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"[\s\u00ad\u200b\u2060\u2066-\u2069'‘’‚‹›\"“”„«»*\\\-–—]", "", text)


def spoken(post: sw.Post, brand: sw.Brand) -> Wording:
    """The words that the disclaimer of a post is due in."""
    tag = post.language or brand.language
    return wording_for(tag, brand_language=brand.language, own=_own_wording(brand)).wording


def owed(post: sw.Post, brand: sw.Brand) -> Iterator[str]:
    """What must be read at the end of a post, told from the words and numbers, not from the deck."""
    words = spoken(post, brand)
    for part in REQUIRED:
        said = getattr(words, part)
        if isinstance(said, str):
            yield said
    yield words.crisis.ask
    yield words.dm_policy or brand.disclaimer.dm_policy or ""
    yield "findahelpline.com"
    own = own_regions(brand.helplines)
    for code in filter(None, (brand.region, *brand.disclaimer.also_regions)):
        place = region_of(code, own)
        if place and place.emergency.primary:
            yield place.emergency.primary
    yield from filter(None, (brand.name, brand.credential, brand.licence.number))


def missing(shown: str, post: sw.Post, brand: sw.Brand) -> list[str]:
    """What is owed and not shown."""
    found = squeezed(shown)
    return [text for text in owed(post, brand) if squeezed(text) not in found]


def closing(found: sw.Carousel) -> list[DeckSlide]:
    return [slide for slide in found.deck.slides if slide.kind.startswith("disclaimer")]


def on_slides(slides: Iterable[DeckSlide]) -> str:
    """All that some slides show, each text once a slide."""
    return "\n".join(
        text
        for slide in slides
        for text in {run.path: run.text for run in slide.frame.texts}.values()
    )


def assert_kept(found: sw.Carousel) -> None:
    """Assert that a deck ends in its disclaimer: whole, on the slide, and large enough."""
    last = closing(found)
    assert last
    assert list(found.deck.slides[-len(last) :]) == last
    assert missing(on_slides(last), found.post, found.brand) == []
    assert found.slides[-1].frame.width == found.scale * last[-1].frame.width
    for slide in last:
        for run in slide.frame.texts:
            crisis = re.fullmatch(r"emergency|contacts\[\d+\]\.(action|emergency)", run.path)
            fine = found.theme.styles[run.style].ornament or run.path in (
                *("credential", "handle"),
                "progress",
            )
            assert run.size >= (48 if crisis else 24 if fine else 36), run.path
            for piece in run.pieces:
                assert 0 <= piece.x <= slide.frame.width, (run.path, run.text)
                assert 0 <= piece.y <= slide.frame.height, (run.path, run.text)


# --- From Python ---


@settings(max_examples=300 if IN_CI else 30)
@given(
    posts, brands, st.sampled_from((None, *theme_names())), st.sampled_from(("square", *PAGES)), st.booleans()
)  # fmt: skip
def test_no_post_brand_theme_or_size_yields_a_deck_without_it(
    post: dict[str, Any], brand: dict[str, Any], theme: str | None, size: str, twice: bool
) -> None:
    made = sw.Post.model_validate(post), sw.Brand.model_validate(brand)
    more: dict[str, Any] = {"today": TODAY, "studio": STUDIO, "size": size, "scale": 1 + twice}
    with suppress(sw.ComposeError):  # then there is no deck at all
        assert_kept(sw.render(*made, theme, **more))


@pytest.mark.parametrize("theme", theme_names())
def test_every_theme_keeps_it_in_every_language(theme: str) -> None:
    tags = TAGS if IN_CI else TAGS[theme_names().index(theme) % 2 :: 2]
    for number, tag in enumerate(tags):
        region = regions()[(7 * number + len(theme)) % len(regions())]
        brand = sw.Brand(name="Alma", credential="LMFT", region=region, language=tag)
        post = sw.Post.model_validate({"title": "A", "slides": [{"title": "B"}]})
        assert_kept(sw.render(post, brand, theme, today=TODAY, studio=STUDIO))


# --- On the command line ---

FLAGS = st.lists(
    st.sampled_from(
        [
            *([f"--theme={name}"] for name in theme_names()),
            *(["--size=square"], ["--size=portrait"], ["--strict"], ["--force"], ["--sheet"]),
            *(["--format=png"], ["--format=jpeg,png"], ["--format=pdf"], ["--format=webp"]),
            *(["--today=2026-12-01"], ["--today=2031-01-01"]),
        ]
    ),
    max_size=4,
    unique_by=lambda flag: flag[0].partition("=")[0],
).map(lambda chosen: [part for flag in chosen for part in flag])


@settings(max_examples=60 if IN_CI else 8)
@given(posts, brands, FLAGS)
def test_no_files_and_flags_write_a_folder_without_it(
    post: dict[str, Any], brand: dict[str, Any], flags: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own = brand.pop("helplines", None)
        if own:
            (folder / "lines.yaml").write_text(yaml.safe_dump(own, allow_unicode=True), "utf-8")
            brand = {**brand, "helplines": "lines.yaml"}
        (folder / "brand.yaml").write_text(yaml.safe_dump(brand, allow_unicode=True), "utf-8")
        (folder / "post.yaml").write_text(yaml.safe_dump(post, allow_unicode=True), "utf-8")
        dated = [] if any("--today" in flag for flag in flags) else [f"--today={TODAY}"]
        out = folder / "out"
        done = CliRunner().invoke(
            app(), ["render", str(folder / "post.yaml"), "-o", str(out), "--json", *flags, *dated]
        )
        [told] = json.loads(done.stdout)["posts"]
        if told["status"] == "failed":
            assert not out.exists()
            assert told["findings"]
            return
        assert_written(out / "post", told, folder)


def assert_written(made: Path, told: dict[str, Any], folder: Path) -> None:
    """Assert that a folder holds the disclaimer: in its last picture, its transcript and caption."""
    post, brand = sw.read_post(folder / "post.yaml"), sw.read_brand(folder / "brand.yaml")
    last = told["slides"][-1]
    assert last["kind"].startswith("disclaimer")
    count = sum(slide["kind"].startswith("disclaimer") for slide in told["slides"])
    ending = (made / "transcript.md").read_text("utf-8").split("\n## ")[-count:]
    assert missing("\n".join(ending).replace("\\", ""), post, brand) == []
    caption = squeezed((made / "caption.txt").read_text("utf-8"))
    assert squeezed(spoken(post, brand).not_therapy) in caption
    assert "findahelpline.com" in caption
    if last["file"].endswith(".png"):
        with Image.open(made / last["file"]) as picture:
            low, high = picture.convert("L").getextrema()
            assert high - low > 100, "something dark on something light, or the other way"


# --- As it is read ---


def places(language: str, theme: str) -> tuple[str, ...]:
    """The regions whose closing slides the meter reads in a theme.

    In CI, linen has all regions in all languages, and every other theme one for each language, a share
    that goes round. Elsewhere linen has one for each language, and the others one for every third.
    """
    each, turn = len(languages()), languages().index(language)
    start = (turn + 5 * theme_names().index(theme)) % each
    if theme == "linen" and IN_CI:
        return regions()
    return regions()[start::each][:1] if theme == "linen" or IN_CI or turn % 3 == 0 else ()


@pytest.mark.parametrize("theme", theme_names())
def test_every_closing_slide_stands_out_where_it_is_painted(theme: str) -> None:
    """Each distinct closing slide is painted once, and each of its texts measured, as on a phone."""
    seen: set[str] = set()
    dim: list[tuple[str, str | None, str, float, float | None]] = []
    for language in languages():
        for region in places(language, theme):
            brand = sw.Brand(name="Alma Counselling", handle="@alma", region=region)
            post = sw.Post.model_validate(
                {"title": "A", "language": language, "slides": [{"title": "B"}]}
            )
            found = sw.render(post, brand, theme, today=TODAY, studio=STUDIO)
            for slide in found.slides[-len(closing(found)) :]:
                if slide.frame.dump() in seen:
                    continue
                seen.add(slide.frame.dump())
                readings = measured(slide.frame, slide.paint, found.theme.styles)
                dim += [
                    (language, region, each.path, round(each.worst, 2), each.on_phone)
                    for each in readings
                    if not each.reads
                ]
    assert len(seen) >= 3
    assert dim == []


def test_a_text_painted_over_would_be_seen() -> None:
    """The meter above looks at what is painted, not at what was meant."""
    post = sw.Post.model_validate({"title": "A", "slides": [{"title": "B"}]})
    last = sw.render(post, sw.Brand(region="US"), today=TODAY, studio=STUDIO).slides[-1]
    veil = ((0.0, 400.0, True), (1080.0, 400.0, True), (1080.0, 900.0, True), (0.0, 900.0, True))
    text = last.frame.texts[0].colour
    before = [item for item in last.frame.items if not isinstance(item, GlyphRun)]
    veiled = last.frame._replace(items=(*before, Shape((veil,), text), *last.frame.texts))
    dim = [each for each in measured(veiled, last.paint) if not each.reads]
    assert all(each.reads for each in measured(last.frame, last.paint, STYLES))
    assert len(dim) > 3
