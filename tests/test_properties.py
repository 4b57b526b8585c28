"""What holds for every deck, whatever is written: nothing lost, clipped, covered or too small."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import combinations, pairwise

from hypothesis import given, seed, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

import swipewell as sw
import writing
from swipewell.care import disclaimer as care
from swipewell.colour import Colour
from swipewell.export.image import png
from swipewell.frame import Fill, Frame, GlyphRun
from swipewell.geometry import Rect
from swipewell.layout.compose import DeckSlide
from swipewell.model.slide import Item, Slide
from swipewell.paint.painter import Painter
from swipewell.text.markup import plain
from swipewell.text.typography import typographic

Check = Callable[[sw.Carousel], None]

TODAY = dt.date(2026, 11, 23)
STUDIO, ANOTHER = sw.Studio(), sw.Studio()
PAINTER = Painter()
BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)

OVERHANG = 5.0
"""How many px a descender or an accent may reach out of its line, into the air of the next text."""


@cache
def deck_of(post: sw.Post, brand: sw.Brand) -> sw.Carousel | None:
    """The post set as slides, once for all properties; None where it is refused, with reasons."""
    try:
        return sw.render(post, brand, today=TODAY, studio=STUDIO)
    except sw.SwipewellError:
        return None


def every_deck(check: Check) -> Callable[[], None]:
    """Hand a check made-up decks: in CI the same ones to every check, so that they are set once."""

    def run(post: sw.Post, brand: sw.Brand) -> None:
        carousel = deck_of(post, brand)
        if carousel is not None:
            check(carousel)

    run.__name__, run.__doc__ = check.__name__, check.__doc__
    test = given(writing.posts, writing.brands)(run)
    return seed(20261123)(test) if settings.get_current_profile_name() == "ci" else test


# --- Where texts stand ---


def texts(frame: Frame, carousel: sw.Carousel) -> Mapping[str, list[GlyphRun]]:
    """A slide's texts, ornament left out: the runs of each by its path."""
    found: dict[str, list[GlyphRun]] = {}
    for run in frame.texts:
        if not carousel.theme.styles[run.style].ornament:
            found.setdefault(run.path, []).append(run)
    return found


@every_deck
def test_no_text_stands_in_the_room_of_another(carousel: sw.Carousel) -> None:
    for slide in carousel.slides:
        boxes = {path: runs[0].box for path, runs in texts(slide.frame, carousel).items()}
        for (path, box), (other, beside) in combinations(boxes.items(), 2):
            clear = Rect(box.left, box.top + OVERHANG, box.right, box.bottom - OVERHANG)
            assert not clear.overlaps(beside), (slide.kind, path, box, other, beside)


@every_deck
def test_every_text_stands_within_the_margins(carousel: sw.Carousel) -> None:
    margins = Rect(60, 90, 1020, 1000)
    for slide in carousel.slides:
        for path, runs in texts(slide.frame, carousel).items():
            assert margins.holds(runs[0].box, slack=1.0), (slide.kind, path, runs[0].box)


@every_deck
def test_ink_stays_in_its_box_and_off_other_ink(carousel: sw.Carousel) -> None:
    for slide in carousel.slides:
        taken = Image.new("L", (slide.frame.width, slide.frame.height))
        for path, runs in whole_texts(slide.frame).items():
            ink = inked(runs, slide.frame)
            edges = ink.getbbox()
            if edges is None:
                assert not runs[0].text.strip(INVISIBLE), (slide.kind, path, runs[0].text)
                continue
            room = outwards(runs[0].box)
            assert room.holds(Rect(*edges), slack=1.0), (slide.kind, path, edges, room)
            both = ImageChops.darker(ink.crop(edges), taken.crop(edges))
            assert both.getextrema()[1] < 96, (slide.kind, path, both.getbbox(), edges)
            taken.paste(ImageChops.lighter(ink.crop(edges), taken.crop(edges)), edges)


def outwards(box: Rect) -> Rect:
    """The whole pixels that a box touches."""
    return Rect(*map(math.floor, box[:2]), *map(math.ceil, box[2:]))


INVISIBLE = " \n\u00a0\u200b\u200d\u2060\ufe0e\ufe0f"


def whole_texts(frame: Frame) -> Mapping[str, list[GlyphRun]]:
    """All texts of a slide, ornament too: the runs of each by its path."""
    found: dict[str, list[GlyphRun]] = {}
    for run in frame.texts:
        found.setdefault(run.path, []).append(run)
    return found


def inked(runs: list[GlyphRun], frame: Frame) -> Image.Image:
    """A text by itself, white on black."""
    alone = (Fill(BLACK), *(run._replace(colour=WHITE) for run in runs))
    return PAINTER.paint(frame._replace(items=alone)).convert("L")


# --- How large they are ---


@every_deck
def test_nothing_is_too_small(carousel: sw.Carousel) -> None:
    named = {f.slide for f in carousel.findings if f.code == "smaller-type"}
    for number, slide in enumerate(carousel.slides, 1):
        for path, runs in texts(slide.frame, carousel).items():
            largest = carousel.theme.styles[runs[0].style].sizes[0]
            assert runs[0].size >= 32, (slide.kind, path)
            if not slide.kind.startswith("disclaimer") and largest >= 40 > runs[0].size:
                assert named, (number, path, runs[0].size)


@every_deck
def test_a_style_has_one_size_and_a_finding_names_why_it_is_smaller(carousel: sw.Carousel) -> None:
    sizes: dict[str, set[float]] = {}
    for slide in carousel.slides:
        if not slide.kind.startswith("disclaimer"):
            for run in slide.frame.texts:
                sizes.setdefault(run.style, set()).add(run.size)
    blamed = [f.message for f in carousel.findings if f.code == "smaller-type"]
    for style, used in sizes.items():
        assert len(used) == 1, style
        rule = carousel.theme.styles[style]
        if not rule.ornament and used != {rule.sizes[0]}:
            said = f"its {style.replace('_', ' ')} at {min(used):g} px"
            assert any(said in message for message in blamed), said


# --- What they say ---


def squeezed(text: str) -> str:
    """A text without what lines and languages change: white space, hyphens, dashes, quotation marks."""
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"[\s\u00ad\u2060\-–—'‘’‚‹›\"“”„«»]", "", text)


def as_read(text: str, carousel: sw.Carousel) -> str:
    return plain(typographic(text, carousel.outline.language))


def painted(carousel: sw.Carousel, path: str) -> str:
    """What the slides show of a field, from the first slide that does to the last."""
    shown = (whole_texts(slide.frame).get(path) for slide in carousel.slides)
    return "".join(runs[0].text for runs in shown if runs)


TEXTS = (
    *("title", "body", "example", "quote", "by", "source", "myth", "fact", "question"),
    *("term", "meaning", "figure", "caption"),
)


def written(slide: Slide, path: str) -> Iterator[tuple[str, str]]:
    """Every text of a slide as it was written, with the path of what shows it."""
    for name in TEXTS:
        text = getattr(slide, name, None)
        if text:
            yield f"{path}.{name}", text
    for slot in ("items", "steps"):
        for index, item in enumerate(getattr(slide, slot, ())):
            of = _of_resource if isinstance(item, sw.Resource) else _of_item
            yield from of(item, f"{path}.{slot}[{index}]")
    for side in ("left", "right"):
        half = getattr(slide, side, None)
        if half is not None:
            if half.label:
                yield f"{path}.{side}_label", half.label
            for index, text in enumerate(half.items):
                yield f"{path}.{side}[{index}].text", text
    for index, phase in enumerate(getattr(slide, "phases", ())):
        yield f"{path}.phases[{index}].do", phase.do


def _of_item(item: Item, path: str) -> Iterator[tuple[str, str]]:
    yield f"{path}.title" if item.body else f"{path}.text", item.title
    if item.body:
        yield f"{path}.body", item.body


def _of_resource(item: sw.Resource, path: str) -> Iterator[tuple[str, str]]:
    yield f"{path}.name", item.name
    if item.note:
        yield f"{path}.note", item.note


def addresses(post: sw.Post) -> Iterator[tuple[str, str]]:
    """Every address in a post, with the path of what shows it."""
    for index, slide in enumerate(post.slides):
        if isinstance(slide, sw.Resources):
            for n, item in enumerate(slide.items):
                yield f"slides[{index}].items[{n}].link", item.link or ""
    for n, source in enumerate(post.sources):
        yield f"sources[{n}].url", source.url or ""


@every_deck
def test_addresses_are_shown_sign_for_sign(carousel: sw.Carousel) -> None:
    for path, address in addresses(carousel.post):
        typed = re.sub("^(https://)?(www[.])?", "", address).rstrip("/")
        assert re.sub("[\\s\u200b\u2060]", "", painted(carousel, path)) == typed


@every_deck
def test_every_source_is_shown_before_the_disclaimer(carousel: sw.Carousel) -> None:
    for n, source in enumerate(carousel.post.sources):
        read = squeezed(as_read(source.text, carousel))
        assert read in squeezed(painted(carousel, f"sources[{n}].text"))
    kinds = [slide.kind.split("_")[0] for slide in carousel.deck.slides]
    last = [kind for kind in kinds if kind in ("sources", "disclaimer")]
    assert kinds[-len(last) :] == last == sorted(last, reverse=True)
    assert ("sources" in kinds) == bool(carousel.post.sources)


@every_deck
def test_a_recap_lists_what_the_tips_are_called(carousel: sw.Carousel) -> None:
    tips = [tip.title for tip in carousel.post.slides if isinstance(tip, sw.Tip) and tip.title]
    for index, slide in enumerate(carousel.post.slides):
        if isinstance(slide, sw.Recap):
            path = rf"slides\[{index}\]\.tips\[\d+\]\.text"
            shown = [
                squeezed(run.text)
                for made in carousel.slides
                for run in made.frame.texts
                if re.fullmatch(path, run.path)
            ]
            assert all(squeezed(as_read(title, carousel)) in shown for title in tips)


@every_deck
def test_every_word_that_was_written_is_shown(carousel: sw.Carousel) -> None:
    for index, slide in enumerate(carousel.post.slides):
        for path, text in written(slide, f"slides[{index}]"):
            read, shown = as_read(text, carousel), painted(carousel, path)
            assert squeezed(read) in squeezed(shown), path
            assert read.count("-") <= shown.count("-"), path  # divided words add some
    title = as_read(carousel.post.title, carousel)
    assert squeezed(title) in squeezed(painted(carousel, "title"))


@every_deck
def test_slides_come_in_order_and_tips_are_counted(carousel: sw.Carousel) -> None:
    first, *others = carousel.deck.slides
    inner = [slide for slide in others if slide.path]
    assert first.kind == "cover"
    assert [slide.path for slide in inner if slide.part == 1] == [
        f"slides[{index}]" for index in range(len(carousel.post.slides))
    ]
    for before, after in pairwise(inner):
        if after.part > 1:
            assert (after.path, after.part) == (before.path, before.part + 1)
            assert after.number == before.number
    counted = [slide.number for slide in inner if slide.number is not None and slide.part == 1]
    assert counted == list(range(1, len(counted) + 1))
    for slide in inner:
        shown = [run.text for run in slide.frame.texts if run.path == f"{slide.path}.number"]
        assert shown == ([str(slide.number)] if slide.number is not None else [])


# --- The disclaimer ---


def promised(carousel: sw.Carousel) -> list[str]:
    """Every text that the disclaimer owes its readers, in order."""
    post, brand = carousel.post, carousel.brand
    said, _ = care.compose(
        today=TODAY,
        language=carousel.outline.language,
        region=brand.region,
        topics=post.topics,
        youth=brand.disclaimer.youth,
        name=brand.name,
        credential=brand.credential,
        licence_number=brand.licence.number,
        jurisdiction=brand.licence.jurisdiction,
        dm_policy=brand.disclaimer.dm_policy,
        also_regions=brand.disclaimer.also_regions,
        directory_name=brand.directory.name if brand.directory else None,
        directory_url=brand.directory.url if brand.directory else None,
    )
    return [
        *(said.title, *said.about, said.emergency_ask, said.emergency_answer, said.crisis_ask),
        *(text for contact in said.contacts for text in (contact.action, contact.name)),
        *(
            text
            for region in said.also_regions
            for text in (region.name, region.emergency)
            + ((region.contact.action, region.contact.name) if region.contact else ())
        ),
        *(said.elsewhere, said.support_ask, *said.support_answer, *said.sign_off, said.credential),
    ]


def closing(carousel: sw.Carousel) -> list[DeckSlide]:
    return [slide for slide in carousel.deck.slides if slide.kind.startswith("disclaimer")]


@every_deck
def test_the_disclaimer_is_last_and_whole(carousel: sw.Carousel) -> None:
    last = closing(carousel)
    assert list(carousel.deck.slides[-len(last) :]) == last
    if not carousel.brand.disclaimer.also_regions:
        assert len(last) <= 2
    shown = squeezed(
        "".join(runs[0].text for slide in last for runs in texts(slide.frame, carousel).values())
    )
    at = 0
    told = (plain(text) for text in promised(carousel))
    for sentence in (s for text in told for s in re.split(r"(?<=[.?!])\s", text)):
        found = shown.find(squeezed(sentence), at)
        assert found >= 0, (sentence, shown)
        at = found + len(squeezed(sentence))


@every_deck
def test_no_part_of_the_disclaimer_is_small_print(carousel: sw.Carousel) -> None:
    for slide in closing(carousel):
        for path, runs in texts(slide.frame, carousel).items():
            crisis = re.fullmatch(r"emergency|contacts\[\d+\]\.(action|emergency)", path)
            fine = path in ("credential", "handle")
            assert runs[0].size >= (48 if crisis else 32 if fine else 36), path


# --- The same again ---


@every_deck
def test_the_same_input_gives_the_same_bytes(carousel: sw.Carousel) -> None:
    again = sw.render(carousel.post, carousel.brand, today=TODAY, studio=ANOTHER)
    assert [s.frame.dump() for s in again.slides] == [s.frame.dump() for s in carousel.slides]
    chosen = zlib.crc32(carousel.post.title.encode()) % len(carousel.slides)
    for index in {0, chosen, -1}:
        assert digest(again.slides[index]) == digest(carousel.slides[index]), index


def digest(slide: sw.Slide) -> str:
    return hashlib.sha256(png(slide.image)).hexdigest()


# --- Anything at all ---

odd_texts = st.one_of(
    st.text(min_size=1, max_size=30),
    st.text(
        "ae*=\\ \n\t\"'-—.«»„“!?;:%1\u00ad\u200b\u2028\u200d\ufe0f\u0301😀👩🇩",
        min_size=1,
        max_size=40,
    ),
).filter(str.strip)
odd_posts = writing.Hand(odd_texts, 1)


@given(odd_posts.posts(odd_posts.slides(), 2))
def test_any_text_is_set_or_refused_with_reasons(post: sw.Post) -> None:
    try:
        carousel = sw.render(post, sw.Brand(region="US"), today=TODAY, studio=STUDIO)
    except sw.SwipewellError as refused:
        reasons = [finding for finding in refused.findings if finding.severity is sw.Severity.ERROR]
    else:
        reasons = list(carousel.findings)
        assert [slide.image.size for slide in carousel.slides[:2]] == [(1080, 1080)] * 2
        assert all(slide.alt for slide in carousel.slides)
    assert all(finding.message and finding.hint for finding in reasons)


def test_most_of_what_is_made_up_can_be_set() -> None:
    """The properties above look at decks, not at refusals."""
    outcomes: list[bool] = []

    @seed(20261123)
    @settings(max_examples=50, database=None)
    @given(writing.posts, writing.brands)
    def run(post: sw.Post, brand: sw.Brand) -> None:
        outcomes.append(deck_of(post, brand) is not None)

    run()
    assert sum(outcomes) > 0.7 * len(outcomes)
