"""Every kind of slide: what it needs, what it shows, how it fits, and how it looks in linen."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import swipewell as sw
from frames import ink
from swipewell.colour import Colour, contrast
from swipewell.deck import Logical, plan
from swipewell.findings import Severity
from swipewell.frame import Picture, Shape
from swipewell.geometry import Rect
from swipewell.labels import Labels, labels_for
from swipewell.model.slide import KINDS
from swipewell.paint.raster import path_bounds
from swipewell.reading import parse_post, read_post
from swipewell.reading.theme import read_theme, theme_names
from swipewell.resources import bundled_yaml, resource_folder

TODAY = dt.date(2026, 11, 23)
US = sw.Brand(region="US", handle="@alma")
PHOTOS = Path(__file__).resolve().parent.parent / "samples" / "photos"
SEA = str(PHOTOS / "calm-sea.jpg")

SENTENCE = "Every parent does it, and what children learn from is that you come back to them. "

SHORT = {
    "myth": sw.Myth(myth="No is rude.", fact="No is a word."),
    "prompt": sw.Prompt(question="What helped?", lines=2),
    "definition": sw.Definition(term="rest", meaning="Doing less."),
    "figure": sw.Figure(figure="1 in 5", meaning="of us."),
    "picture": sw.Picture(picture=SEA, alt="A calm sea"),
    "resources": sw.Resources(title="Read on", items=["A book"]),
    "recap": sw.Recap(title="In short"),
}
TYPICAL = {
    "myth": sw.Myth(
        myth="If they loved me, they would know what I need.",
        fact="Nobody reads minds, and nobody has to. Asking is a form of love, and so is an honest answer.",
    ),
    "prompt": sw.Prompt(
        title="A page for tonight",
        question="Where did I say yes this week while my body said no?",
    ),
    "definition": sw.Definition(
        term="window of tolerance",
        meaning="The zone in which you can feel and think at once. Above it we are flooded, below it we "
        "are numb; both are the body taking care of you.",
        example="“I need ten minutes to get back into my window.”",
    ),
    "figure": sw.Figure(
        figure="1 in 8",
        meaning="people in the world live with a mental health condition.",
        source="World Health Organization, 2022",
    ),
    "picture": sw.Picture(
        picture=SEA,
        alt="A calm sea",
        caption="The shore does not argue with the sea. It is simply where the water ends.",
    ),
    "resources": sw.Resources(
        title="Where to go on",
        items=[
            sw.Resource(
                name="Find A Helpline", note="Country by country", link="findahelpline.com"
            ),
            sw.Resource(name="Your doctor", note="A first talk about what may help"),
            sw.Resource(name="Somebody you trust"),
        ],
    ),
    "recap": sw.Recap(title="To remember"),
}
LONG = {
    "myth": sw.Myth(myth=SENTENCE * 8, fact=SENTENCE * 12),
    "prompt": sw.Prompt(title="A long page", question=SENTENCE * 6, lines=6),
    "definition": sw.Definition(
        term="Hypervigilance and its many names", meaning=SENTENCE * 8, example=SENTENCE
    ),
    "figure": sw.Figure(figure="7 out of 10 people", meaning=SENTENCE * 9, source=SENTENCE),
    "picture": sw.Picture(picture=SEA, alt="A calm sea", caption=SENTENCE * 6),
    "resources": sw.Resources(
        title="A card of many things to keep",
        items=[
            sw.Resource(name=f"A resource {n}", note=SENTENCE, link=f"example.org/{'a' * 60}")
            for n in range(5)
        ],
    ),
    "recap": sw.Recap(title="Everything that was said, once more"),
}
NEW = tuple(SHORT)


@pytest.fixture(scope="module")
def shop() -> sw.Studio:
    return sw.Studio()


def tips(count: int, words: str = "Tip") -> list[sw.Tip]:
    return [sw.Tip(title=f"{words} {n}") for n in range(count)]


def deck(shop: sw.Studio, *slides: Any, theme: str = "linen", **fields: Any) -> sw.Carousel:
    post = sw.Post(title="A title", slides=slides, **fields)
    return sw.render(post, US, theme=theme, today=TODAY, studio=shop)


def outline(*slides: Any, **fields: Any) -> tuple[Logical, ...]:
    return plan(sw.Post(title="A title", slides=slides, **fields), US, TODAY).slides


def of_kind(found: sw.Carousel, kind: str) -> list[sw.Slide]:
    return [slide for slide in found.slides if slide.kind == kind]


def run_of(slide: sw.Slide, ending: str) -> Any:
    return next(run for run in slide.frame.texts if run.path.endswith(ending))


# --- What each needs and has ---


def test_the_kinds_are_those_of_the_contract() -> None:
    assert set(KINDS) == {
        *("tip", "list", "steps", "compare", "quote", "practice", "invite"),
        *("myth", "prompt", "definition", "figure", "picture", "resources", "recap"),
    }


@pytest.mark.parametrize(
    ("slide", "needs"),
    [
        ("{kind: myth, myth: a}", "A myth needs `fact`."),
        ("{kind: prompt, lines: 2}", "question"),
        ("{kind: definition, term: a}", "A definition needs `meaning`."),
        ("{kind: figure, figure: 1 in 5}", "A figure needs `meaning`."),
        ("{kind: picture, caption: a}", "A picture needs `picture`."),
        ("{kind: resources, title: a, items: [{note: b}]}", "A resource needs `name`."),
        ("{kind: recap}", "A recap needs `title`."),
    ],
)
def test_what_is_missing_is_named(slide: str, needs: str) -> None:
    with pytest.raises(sw.InputError) as refused:
        parse_post(f"title: a\nslides: [{slide}]\n".encode(), "post.yaml", Path())
    assert any(needs in finding.message + finding.hint for finding in refused.value.findings)


@pytest.mark.parametrize(
    ("slide", "meant"),
    [
        ("{kind: myht, myth: a, fact: b}", "Did you mean `myth`?"),
        ("{kind: figure, figur: a, meaning: b}", "Did you mean `figure`?"),
        ("{kind: resources, title: a, items: [{name: b, url: c}]}", "name, note and link"),
        ("{kind: prompt, question: a, lines: 9}", "6"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(slide: str, meant: str) -> None:
    with pytest.raises(sw.InputError) as refused:
        parse_post(f"title: a\nslides: [{slide}]\n".encode(), "post.yaml", Path())
    assert any(meant in finding.message + finding.hint for finding in refused.value.findings)


def test_a_resource_may_be_a_text() -> None:
    assert sw.Resources(title="a", items=["b"]).items == (sw.Resource(name="b"),)


def test_a_prompt_asks_something() -> None:
    with pytest.raises(ValidationError, match="needs a question or a title"):
        sw.Prompt(lines=3)


def test_figures_stay_as_they_were_written() -> None:
    post = parse_post(
        b"title: a\nslides: [{kind: figure, figure: 1:30, meaning: 007}]\n", "post.yaml", Path()
    )
    assert (post.slides[0].figure, post.slides[0].meaning) == ("1:30", "007")  # type: ignore[union-attr]


# --- Pictures ---


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project" / "photos").mkdir(parents=True)
    (tmp_path / "project" / "photos" / "sea.jpg").write_bytes(Path(SEA).read_bytes())
    (tmp_path / "outside.jpg").write_bytes(Path(SEA).read_bytes())
    return tmp_path / "project"


def with_picture(project: Path, name: str) -> Path:
    file = project / "post.yaml"
    slide = f"  - {{kind: picture, picture: {name}, alt: A sea}}"
    file.write_text(f"title: a\nslides:\n  - title: b\n{slide}\n", encoding="utf-8")
    return file


def test_a_slides_picture_is_looked_for_beside_the_post(project: Path) -> None:
    (slide,) = read_post(with_picture(project, "photos/sea.jpg")).slides[1:]
    assert isinstance(slide, sw.Picture)
    assert Path(slide.picture) == (project / "photos" / "sea.jpg").resolve()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("photos/see.jpg", "missing-picture"),
        ("../outside.jpg", "picture-outside"),
        ("https://a.example/b.jpg", "picture-address"),
        ("post.yaml", "not-a-picture"),
    ],
)
def test_a_picture_that_is_not_there_is_told_at_its_slide(
    project: Path, name: str, code: str
) -> None:
    with pytest.raises(sw.InputError) as refused:
        read_post(with_picture(project, name))
    (finding,) = refused.value.findings
    assert (finding.code, finding.where.field) == (code, "slides[1].picture")
    assert finding.where.line == 4


def test_another_picture_makes_another_post(project: Path, shop: sw.Studio) -> None:
    from swipewell.export.manifest import input_key

    file = with_picture(project, "photos/sea.jpg")
    keys = []
    for more in (b"", b"\0"):
        with (project / "photos" / "sea.jpg").open("ab") as stream:
            stream.write(more)
        found = sw.render(read_post(file), US, today=TODAY, studio=shop)
        keys.append(input_key(found, ["png"]))
    assert keys[0] != keys[1]


# --- What slides show ---


def test_two_voices_are_named_in_the_posts_language() -> None:
    fields = outline(SHORT["myth"])[1].fields
    assert list(fields) == ["myth_label", "myth", "fact_label", "fact"]
    assert (fields["myth_label"], fields["fact_label"]) == ("Myth", "Fact")
    assert outline(SHORT["myth"], language="de")[1].fields["fact_label"] == "Fakt"
    assert list(outline(SHORT["myth"], language="xx")[1].fields) == ["myth", "fact"]


def test_words_come_in_pairs_or_not_at_all() -> None:
    table = bundled_yaml(Path(sw.__file__).parent / "labels.yaml")
    for language in table:
        labels = labels_for(language)
        assert (labels.myth is None) == (labels.fact is None), language
        assert labels.sources
    assert labels_for("xx") == Labels()


def test_a_recap_lists_the_tips_with_their_numbers() -> None:
    slides = [
        *(sw.Tip(title="a"), sw.Tip(title="b", numbered=False), sw.Tip(body="a brief one")),
        *(sw.Recap(title="R"), sw.Tip(body="word " * 30), sw.Tip(title="d")),
    ]
    (recap,) = (slide for slide in outline(*slides) if slide.kind == "recap")
    assert recap.fields["tips"] == (
        {"number": "1", "text": "a"},
        {"text": "b"},
        {"number": "2", "text": "a brief one"},
        {"number": "4", "text": "d"},
    )


def test_a_recap_without_a_tip_is_told(shop: sw.Studio) -> None:
    found = deck(shop, SHORT["myth"], SHORT["recap"])
    (finding,) = (one for one in found.findings if one.code == "empty-recap")
    assert finding.severity is Severity.ERROR
    assert (finding.where.field, finding.slide) == ("slides[1]", 3)


def test_sources_stand_before_the_disclaimer(shop: sw.Studio) -> None:
    sources = [sw.Reference(text="Somebody, 2020. *A book*.", url="https://www.a.example/b/")]
    found = deck(shop, sw.Tip(title="a"), sources=sources)
    assert [slide.kind for slide in found.slides][:3] == ["cover", "tip", "sources"]
    shown = {run.path: run.text for run in found.slides[2].frame.texts}
    assert shown["title"] == "Sources"
    assert shown["sources[0].url"] == "a.example/b"
    assert "sources" not in [slide.kind for slide in deck(shop, sw.Tip(title="a")).slides]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://www.a.example/", "a.example"),
        ("a.example/b--c", "a.example/b--c"),
        ("a.example/*b*==c==\\*", "a.example/*b*==c==\\*"),
        ("https://", "https://"),
    ],
)
def test_an_address_is_shown_sign_for_sign(shop: sw.Studio, written: str, shown: str) -> None:
    item = sw.Resource(name="n", link=written)
    found = deck(shop, sw.Resources(title="t", items=[item]))
    text = run_of(found.slides[1], ".link").text
    assert re.sub("[\n\u200b\u2060]", "", text) == shown
    assert not [one for one in found.findings if one.code == "unbalanced-markup"]


def test_a_long_address_is_divided_without_a_hyphen(shop: sw.Studio) -> None:
    link = f"a.example/{'b' * 90}"
    found = deck(shop, sw.Resources(title="t", items=[sw.Resource(name="n", link=link)]))
    text = run_of(found.slides[1], ".link").text
    assert text.count("\n") >= 2
    assert "-" not in text


# --- Fitting ---


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("kind", NEW)
def test_a_slide_as_people_write_it_takes_one_slide(shop: sw.Studio, kind: str, theme: str) -> None:
    for slide in (SHORT[kind], TYPICAL[kind]):
        found = deck(shop, *tips(4), slide, theme=theme)
        assert len(of_kind(found, kind)) == 1
        assert not [one for one in found.findings if one.code == "divided-word"]


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("kind", NEW)
def test_a_long_one_goes_on_and_nothing_is_clipped(shop: sw.Studio, kind: str, theme: str) -> None:
    found = deck(shop, *tips(9, "A tip with a name that takes two lines"), LONG[kind], theme=theme)
    made = of_kind(found, kind)
    assert len(made) > 1
    assert not [one for one in found.findings if one.code == "too-long"]
    canvas = Rect(48, 48, 1032, 1032)
    for slide in made:
        for run in slide.frame.texts:
            if run.path.startswith("slides"):
                assert run.size >= 36, (run.path, run.size)
                assert canvas.holds(run.box), run.path


def test_a_myth_is_said_once_and_its_fact_goes_on(shop: sw.Studio) -> None:
    found = deck(shop, sw.Myth(myth="A myth.", fact=SENTENCE * 12))
    first, *others = [s for s in found.deck.slides if s.kind == "myth"]
    assert {"myth_label", "myth", "fact_label"} < set(first.fields)
    for slide in others:
        assert set(slide.fields) == {"fact_label", "fact"}


def test_a_question_that_goes_on_has_its_lines_at_the_end(shop: sw.Studio) -> None:
    found = deck(shop, LONG["prompt"])
    made = [slide for slide in found.deck.slides if slide.kind == "prompt"]
    assert [("rules" in slide.fields) for slide in made] == [False] * (len(made) - 1) + [True]


def test_a_term_stands_over_every_part_and_counts_them(shop: sw.Studio) -> None:
    found = deck(shop, sw.Definition(term="rest", meaning=SENTENCE * 12))
    made = [slide for slide in found.deck.slides if slide.kind == "definition"]
    expected = ["rest", *(f"rest\u00a0({n})" for n in range(2, len(made) + 1))]
    assert [slide.fields["term"] for slide in made] == expected


def test_a_base_layout_is_there_for_every_kind() -> None:
    kinds = {path.stem for path in (resource_folder("themes") / "base" / "layouts").glob("*.yaml")}
    assert {*KINDS, "cover", "sources", "disclaimer"} <= kinds
    for name in theme_names():
        assert {*KINDS, "sources"} <= set(read_theme(name).layouts)


# --- In linen ---


@pytest.mark.parametrize("size", ["short", "typical", "long"])
@pytest.mark.parametrize("kind", NEW)
@pytest.mark.parametrize("before", ["cover", "tip", "quote", "practice"])
def test_text_reads_on_what_is_painted_under_it(
    shop: sw.Studio, kind: str, before: str, size: str
) -> None:
    """Without its letters, the slide has one colour under every text, and the text reads on it."""
    slide = {"short": SHORT, "typical": TYPICAL, "long": LONG}[size][kind]
    neighbours = {
        "cover": [],
        "tip": [sw.Tip(title="a")],
        "quote": [sw.Quote(quote="a")],
        "practice": [sw.Practice(title="a", phases=[sw.Phase(do="a", seconds=4)] * 2)],
    }
    found = deck(shop, *neighbours[before], slide, *tips(3))
    for made in of_kind(found, kind):
        items = tuple(item for item in made.frame.items if item not in made.frame.texts)
        bare = shop.paint(made.frame._replace(items=items))
        for run in made.frame.texts:
            if run.path == "handle" or run.style == "contents_number":
                continue
            at = ink([run])
            box = tuple(map(round, (at.left - 3, at.top, at.right + 3, at.bottom)))
            under = bare.crop(box).getcolors(1 << 16)
            assert under is not None
            assert len(under) == 1, (run.path, box, len(under))
            assert contrast(run.colour, Colour(*under[0][1])) >= 4.5, run.path


def test_the_word_is_underlined_below_its_letters(shop: sw.Studio) -> None:
    (slide,) = of_kind(deck(shop, sw.Definition(term="gypsy", meaning="m.")), "definition")
    term, meaning = ink([run_of(slide, ".term")]), ink([run_of(slide, ".meaning")])
    column = slide.image.crop((200, 0, 201, 1080)).convert("RGB").getchannel("B").tobytes()
    dark = [y for y, blue in enumerate(column) if blue < 100 and term.bottom <= y < meaning.top]
    assert dark
    assert dark[0] - term.bottom >= 2
    assert meaning.top - dark[-1] >= 24


@pytest.mark.parametrize("count", range(1, 7))
def test_a_prompt_has_as_many_lines_as_it_says(shop: sw.Studio, count: int) -> None:
    (slide,) = of_kind(deck(shop, sw.Prompt(question="What helped?", lines=count)), "prompt")
    question = run_of(slide, ".question").box
    column = slide.image.crop((560, 0, 561, 1080)).convert("RGB").getchannel("B").tobytes()
    dark = [y for y, blue in enumerate(column) if blue < 120 and question.bottom < y < 940]
    lines = [y for y in dark if y - 1 not in dark]
    assert len(lines) == count
    gaps = {b - a for a, b in pairwise(lines)}
    assert all(72 <= gap <= 104 for gap in gaps)
    assert lines[0] - question.bottom >= 60


def test_a_picture_stands_on_the_ground_and_its_caption_keeps_off_it(shop: sw.Studio) -> None:
    found = deck(shop, sw.Tip(title="a"), TYPICAL["picture"])
    (slide,) = of_kind(found, "picture")
    (shown,) = (item for item in slide.frame.items if isinstance(item, Picture))
    caption = run_of(slide, ".caption").box
    assert caption.top - shown.box.bottom >= 24
    ground = found.theme.grounds["paper"]["accent"]
    clay = shop.palette(found.theme, found.theme.seed)[ground]
    below = slide.image.crop((round(shown.box.left) + 4, round(shown.box.bottom) + 1, 900, 0x360))
    row = below.crop((0, 0, below.width, 1)).convert("RGB").getcolors(4096) or []
    assert [colour for _, colour in row] == [tuple(clay)]


def test_a_recaps_rings_stand_about_its_numbers(shop: sw.Studio) -> None:
    (slide,) = of_kind(deck(shop, *tips(5), sw.Recap(title="R")), "recap")
    numbers = [ink([run]) for run in slide.frame.texts if run.style == "contents_number"]
    titles = [run for run in slide.frame.texts if run.path.endswith(".text")]
    assert len(numbers) == len(titles) == 5
    for number, title in zip(numbers, titles, strict=True):
        middle = (title.box.top + title.box.bottom) / 2
        assert (number.top + number.bottom) / 2 == pytest.approx(middle, abs=6)
    for above, below in pairwise(numbers):
        assert below.top - above.bottom >= 44  # two rings fit between


def test_the_figure_is_the_largest_thing_on_its_slide(shop: sw.Studio) -> None:
    for text in ("1 in 5", "60 %", "9 days", "280 million", "7 out of 10 people", "ق"):
        slides = [sw.Tip(title="a"), sw.Figure(figure=text, meaning="of us.")]
        (slide,) = of_kind(deck(shop, *slides), "figure")
        figure, meaning = run_of(slide, ".figure"), run_of(slide, ".meaning")
        assert figure.size >= 2 * meaning.size
        assert ink([figure]).right <= 985
        shapes = [path_bounds(i.path) for i in slide.frame.items if isinstance(i, Shape)]
        (thread,) = (box for box in shapes if box.width > 700)
        assert ink([figure]).bottom < thread.top < thread.bottom < ink([meaning]).top


# --- How they are heard ---

HEARD = {
    "myth": "Myth: No is rude. Fact: No is a word.",
    "prompt": "What helped?",
    "definition": "rest. Doing less.",
    "figure": "1 in 5: of us.",
    "picture": "A calm sea.",
    "resources": "Read on. A book.",
    "recap": "In short. 1. Tip 0. 2. Tip 1.",
}


@pytest.mark.parametrize("kind", NEW)
def test_a_kind_is_heard_in_a_sensible_order(shop: sw.Studio, kind: str) -> None:
    (slide,) = of_kind(deck(shop, *tips(2), SHORT[kind]), kind)
    assert slide.alt == HEARD[kind]


def test_from_right_to_left_everything_is_mirrored(shop: sw.Studio) -> None:
    arabic = "خذ نفسا عميقا"
    found = deck(
        shop,
        sw.Myth(myth=arabic, fact=arabic),
        sw.Definition(term=arabic, meaning=arabic),
        sw.Prompt(title=arabic, question=arabic),
        sw.Resources(title=arabic, items=[arabic]),
        language="ar",
    )
    for slide in found.slides[1:5]:
        for run in slide.frame.texts:
            if run.path.startswith("slides"):
                assert ink([run]).right == pytest.approx(1080 - 156, abs=60), run.path
