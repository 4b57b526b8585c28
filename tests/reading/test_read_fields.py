"""A model's errors to findings: the place, the code, and words a therapist understands."""

from __future__ import annotations

import pytest
from reading_faults import NOWHERE, Case, assert_found, faults_of, told

from swipewell.findings import InputError
from swipewell.reading import files, parse_post
from swipewell.reading.names import kinds

SLIDE = "slides: [{title: One}]\n"
JARGON = (
    "pydantic",
    "Input should",
    "tuple",
    "dict",
    "str ",
    "None",
    "validation",
    "union",
    "valid ",
    "parse",
)

POSTS = [
    Case(
        "titel: a\n" + SLIDE,
        "unknown-field",
        1,
        1,
        "titel",
        "A post has no field … Did you mean `title`?",
    ),
    Case("Title: a\n" + SLIDE, "unknown-field", 1, 1, "Title", "Did you mean `title`?"),
    Case("body: a\n" + SLIDE, "unknown-field", 1, 1, "body", "belongs to a slide … `slides:`"),
    Case("xyz: a\n" + SLIDE, "unknown-field", 1, 1, "xyz", "A post has title, subtitle"),
    Case(
        "title: a\nreview_due: 2027-02-30\n" + SLIDE,
        "bad-value",
        2,
        13,
        "review_due",
        "`review_due`",
    ),
    Case(SLIDE, "missing-field", 1, 1, "title", "A post needs `title`. … `title: …`"),
    Case("title: a\n", "missing-field", 1, 1, "slides", "A post needs `slides`. … - title: …"),
    Case("title:\n" + SLIDE, "empty-text", 1, 7, "title", "`title` is empty."),
    Case("title: ''\n" + SLIDE, "empty-text", 1, 8, "title", "`title` is empty. … Write its text."),
    Case("title: a\nsubtitle: ' '\n" + SLIDE, "empty-text", 2, 11, "subtitle", "or remove it"),
    Case("title: a\nslides:\n", "too-few", 2, 8, "slides", "at least one slide"),
    Case("title: a\nslides: []\n", "too-few", 2, 9, "slides", "at least one slide"),
    Case(
        "title: a\nslides: One\n",
        "wrong-type",
        2,
        9,
        "slides",
        "expected a list, found “One” … `- `",
    ),
    Case(
        "title: a\nslides: {title: b}\n",
        "wrong-type",
        2,
        9,
        "slides",
        "expected a list, found a group",
    ),
    Case(
        "title: a\nslides:\n  -title: b\n",
        "wrong-type",
        3,
        3,
        "slides",
        "space is missing after the dash",
    ),
    Case(
        "title: a\nslides:\n- title: a\n-title: b\n",
        "unknown-field",
        4,
        1,
        "-title",
        "after the dash: `- title: …`",
    ),
    Case(
        "title: a\nslides:\n\u00a0- title: b\n",
        "unknown-field",
        3,
        1,
        "\u00a0- title",
        "special spaces",
    ),
    Case(
        "title: a\nslides: [{title: b}, {title: c, hashtags: [d]}]",
        "unknown-field",
        2,
        33,
        "slides[1].hashtags",
        "belongs to the post",
    ),
    Case(
        "title: [a]\n" + SLIDE,
        "wrong-type",
        1,
        8,
        "title",
        "expected a text, found a list … brackets … quotes",
    ),
    Case(
        "title:\n  - a\n" + SLIDE,
        "wrong-type",
        2,
        3,
        "title",
        "expected a text, found a list … Write one text",
    ),
    Case(
        "title:\n  Ask: what\n" + SLIDE,
        "needs-quotes",
        2,
        3,
        "title",
        'a colon in it … "Ask: what"',
    ),
    Case(
        "topics: grief\n" + SLIDE,
        "wrong-type",
        1,
        9,
        "topics",
        "expected a list, found “grief” … `topics: [grief]`",
    ),
    Case("hashtags: '#a #b'\n" + SLIDE, "wrong-type", 1, 11, "hashtags", 'hashtags: ["#a", "#b"]'),
    Case(
        "topics: [a, '']\n" + SLIDE,
        "empty-text",
        1,
        13,
        "topics[1]",
        "Entry 2 of `topics` is empty.",
    ),
    Case(
        "topics:\n- a\n-\n" + SLIDE,
        "empty-text",
        3,
        2,
        "topics[1]",
        "Entry 2 of `topics` is empty.",
    ),
    Case(
        "topics: [[a]]\n" + SLIDE,
        "wrong-type",
        1,
        10,
        "topics[0]",
        "Entry 1 of `topics`: expected a text",
    ),
    Case(
        "language: en_US\n" + SLIDE,
        "bad-value",
        1,
        11,
        "language",
        "not a language code … Did you mean en-US?",
    ),
    Case("language: english!\n" + SLIDE, "bad-value", 1, 11, "language", "en, es or pt-BR"),
    Case("slug: a/b\n" + SLIDE, "bad-value", 1, 7, "slug", "cannot be a file's name"),
    Case(f"slug: {'a' * 121}\n" + SLIDE, "bad-value", 1, 7, "slug", "longer than 120"),
    Case(
        "numbered: maybe\n" + SLIDE,
        "wrong-type",
        1,
        11,
        "numbered",
        "expected true or false, found “maybe”",
    ),
    Case(
        "numbered: [no]\n" + SLIDE,
        "wrong-type",
        1,
        11,
        "numbered",
        "expected true or false, found a list",
    ),
    Case(
        "cover: sea.jpg\n" + SLIDE,
        "wrong-type",
        1,
        8,
        "cover",
        "expected fields … `cover: {kicker: sea.jpg}`",
    ),
    Case(
        "cover: {picture: a.jpg}\n" + SLIDE,
        "missing-field",
        1,
        8,
        "cover",
        "needs `alt` … Say in a few words",
    ),
    Case(
        "cover: {kiker: a}\n" + SLIDE,
        "unknown-field",
        1,
        9,
        "cover.kiker",
        "The cover has no … Did you mean `kicker`?",
    ),
    Case(
        "sources: [Neff]\n" + SLIDE,
        "wrong-type",
        1,
        11,
        "sources[0]",
        "Entry 1 of `sources` … `- text: Neff`",
    ),
    Case(
        "sources: [{url: a}]\n" + SLIDE,
        "missing-field",
        1,
        11,
        "sources[0].text",
        "A source needs `text`.",
    ),
    Case(
        "sources:\n- Neff: Self\n" + SLIDE,
        "unknown-field",
        2,
        3,
        "sources[0].Neff",
        "colon belongs to a text … quotes",
    ),
]

SLIDES = [
    Case(
        "titel: a",
        "unknown-field",
        4,
        3,
        "slides[1].titel",
        "A tip has no field `titel`. … Did you mean `title`?",
    ),
    Case("Titel: a", "unknown-field", 4, 3, "slides[1].Titel", "Did you mean `title`?"),
    Case(
        "items: [a]",
        "unknown-field",
        4,
        3,
        "slides[1].items",
        "`kind: list` … a tip has title, body and example",
    ),
    Case(
        "{kind: list, title: a, items: [b], body: c}",
        "unknown-field",
        4,
        38,
        "slides[1].body",
        "`kind: tip` or `kind: invite`; a list has title and items",
    ),
    Case(
        "{kind: tipp, title: a}",
        "unknown-kind",
        4,
        10,
        "slides[1].kind",
        "called “tipp” … Did you mean `tip`? … tip, list, steps",
    ),
    Case("{kind: List, title: a}", "unknown-kind", 4, 10, "slides[1].kind", "Did you mean `list`?"),
    Case(
        "{kind: xyzzy, title: a}",
        "unknown-kind",
        4,
        10,
        "slides[1].kind",
        "called “xyzzy” … The kinds are",
    ),
    Case("{kind: [tip]}", "unknown-kind", 4, 10, "slides[1].kind", "one word, not a list"),
    Case("{kind: {a: b}}", "unknown-kind", 4, 10, "slides[1].kind", "one word, not a group"),
    Case("{}", "missing-field", 4, 3, "slides[1]", "A tip needs a title or a body. … `title: …`"),
    Case("title:", "missing-field", 4, 3, "slides[1]", "A tip needs a title or a body."),
    Case(
        "just a text",
        "wrong-type",
        4,
        3,
        "slides[1]",
        "Slide 2: expected fields … `- title: just a text`",
    ),
    Case("title:glued", "wrong-type", 4, 3, "slides[1]", "missing after the colon: title: glued"),
    Case(
        "[a]",
        "wrong-type",
        4,
        3,
        "slides[1]",
        "Slide 2: expected fields (`name: value`), found a list",
    ),
    Case("~", "empty-text", 4, 3, "slides[1]", "Slide 2 is empty. … title"),
    Case(
        "{kind: list, items: [a]}",
        "missing-field",
        4,
        3,
        "slides[1].title",
        "A list needs `title`.",
    ),
    Case(
        "{kind: list, title: a}",
        "missing-field",
        4,
        3,
        "slides[1].items",
        "A list needs `items`. … at least one entry",
    ),
    Case(
        "{kind: list, title: a, items: }", "too-few", 4, 33, "slides[1].items", "`items` is empty"
    ),
    Case(
        "{kind: list, title: a, items: []}", "too-few", 4, 33, "slides[1].items", "`items` is empty"
    ),
    Case(
        "{kind: list, title: a, items: ['']}",
        "empty-text",
        4,
        34,
        "slides[1].items[0]",
        "Entry 1 of `items` is empty.",
    ),
    Case(
        "{kind: list, title: a, items: [[b]]}",
        "wrong-type",
        4,
        34,
        "slides[1].items[0]",
        "expected a text, found a list",
    ),
    Case(
        "{kind: list, title: a, items: [{titl: b}]}",
        "unknown-field",
        4,
        35,
        "slides[1].items[0].titl",
        "An entry has no … `title`?",
    ),
    Case(
        "{kind: list, title: a, items: [{body: b}]}",
        "missing-field",
        4,
        34,
        "slides[1].items[0].title",
        "An entry needs `title`.",
    ),
    Case(
        "kind: list\n  title: a\n  items:\n  - Ask: what?",
        "needs-quotes",
        7,
        5,
        "slides[1].items[0].Ask",
        'named “Ask” … "Ask: what?"',
    ),
    Case(
        "{kind: steps, title: a, steps: b}",
        "wrong-type",
        4,
        34,
        "slides[1].steps",
        "expected a list, found “b” … `- `",
    ),
    Case(
        "{kind: compare, title: a, left: b, right: {items: [c]}}",
        "wrong-type",
        4,
        35,
        "slides[1].left",
        "expected fields … `left: {items: [b]}` … label and stance",
    ),
    Case(
        "{kind: compare, title: a, left: {items: [b]}, right: {items: c}}",
        "wrong-type",
        4,
        64,
        "slides[1].right.items",
        "`items: [c]`",
    ),
    Case(
        "{kind: compare, title: a, left: {items: [b], stance: tri}, right: {items: [c]}}",
        "bad-value",
        4,
        56,
        "slides[1].left.stance",
        "cannot be “tri” … Did you mean try? Write avoid or try.",
    ),
    Case(
        "kind: compare\n  title: a\n  left: {items: [b]}\n  right:\n    items:\n    - I feel: sad",
        "needs-quotes",
        9,
        7,
        "slides[1].right.items[0]",
        '"I feel: sad"',
    ),
    Case(
        "{kind: quote, quote: a, tip: b}",
        "unknown-field",
        4,
        27,
        "slides[1].tip",
        "A quote has quote, by and source",
    ),
    Case(
        "{kind: quote, quote: a, title: b}",
        "unknown-field",
        4,
        27,
        "slides[1].title",
        "`kind: tip`, `kind: list` … a quote has",
    ),
    Case(
        "{kind: invite, titel: a}",
        "unknown-field",
        4,
        18,
        "slides[1].titel",
        "An invite has no field",
    ),
    Case(
        "{kind: practice, title: a, phases: [{do: b, seconds: four}]}",
        "wrong-type",
        4,
        56,
        "slides[1].phases[0].seconds",
        "a whole number, found “four”",
    ),
    Case(
        "{kind: practice, title: a, phases: [{do: b, seconds: 4.5}]}",
        "wrong-type",
        4,
        56,
        "slides[1].phases[0].seconds",
        "a whole number, found “4.5”",
    ),
    Case(
        "{kind: practice, title: a, phases: [{do: b, seconds: 0}]}",
        "bad-value",
        4,
        56,
        "slides[1].phases[0].seconds",
        "is 0, which is too small … from 1 to 60",
    ),
    Case(
        "{kind: practice, title: a, phases: [{do: b, seconds: 4}], rounds: 21}",
        "bad-value",
        4,
        69,
        "slides[1].rounds",
        "is 21, which is too large … from 1 to 20",
    ),
    Case(
        "{kind: practice, title: a, phases: ['b, 4']}",
        "wrong-type",
        4,
        39,
        "slides[1].phases[0]",
        'Entry 1 of `phases` … `- do: "b, 4"` … seconds',
    ),
]


def in_post(case: Case) -> Case:
    """Return a slide's case as one of a post whose second slide it is, from line 4, column 3."""
    return case._replace(text=f"title: a\nslides:\n- title: b\n- {case.text}\n")


@pytest.mark.parametrize(
    "case", [*POSTS, *map(in_post, SLIDES)], ids=lambda case: case.text.strip()
)
def test_a_fault_is_told_at_its_place_and_in_plain_words(case: Case) -> None:
    findings = faults_of(case.text)
    assert_found(findings, case)
    for finding in findings:
        assert not [word for word in JARGON if word in f"{finding.message} {finding.hint}"]


@pytest.mark.parametrize("case", [*map(in_post, SLIDES)], ids=lambda case: case.text.strip())
def test_a_fault_in_a_slide_is_told_once(case: Case) -> None:
    findings = faults_of(case.text)
    assert len(findings) == 1


@pytest.mark.parametrize(
    "kind", ["myth", "prompt", "definition", "figure", "picture", "resources", "recap"]
)
def test_a_kind_of_a_later_version_is_told_as_such(kind: str) -> None:
    if kind in kinds():
        pytest.skip("this version knows it")
    (finding,) = faults_of(f"title: a\nslides: [{{kind: {kind}, title: b}}]\n")
    assert finding.code == "unknown-kind"
    assert f"does not know the kind “{kind}” yet" in finding.message


BRANDS = [
    Case(
        "region: us\n",
        "bad-value",
        1,
        9,
        "region",
        "not a region code … Did you mean US? … two capital letters such as US",
    ),
    Case("region: USA\n", "bad-value", 1, 9, "region", "two capital letters"),
    Case(
        "disclaimer: {also_regions: [gb]}\n",
        "bad-value",
        1,
        29,
        "disclaimer.also_regions[0]",
        "Did you mean GB?",
    ),
    Case(
        "disclaimer: {also_regions: GB}\n",
        "wrong-type",
        1,
        28,
        "disclaimer.also_regions",
        "`also_regions: [GB]`",
    ),
    Case(
        'colours: {seed: "#12"}\n',
        "bad-value",
        1,
        17,
        "colours.seed",
        '“#12” is not a colour. … "#b3573a"',
    ),
    Case("colours: {seed: terracotta}\n", "bad-value", 1, 17, "colours.seed", "is not a colour"),
    Case('colours: {seed: "#+1234f"}\n', "bad-value", 1, 17, "colours.seed", "is not a colour"),
    Case("colours: {paper: white}\n", "bad-value", 1, 18, "colours.paper", "is not a colour"),
    Case("colors: {seed: white}\n", "unknown-field", 1, 1, "colors", "Did you mean `colours`?"),
    Case("license: 1\n", "unknown-field", 1, 1, "license", "Did you mean `licence`?"),
    Case("logo: logo.svg\n", "missing-picture", 1, 7, "logo", "There is no picture “logo.svg”"),
    Case("licence: LMFT 1\n", "wrong-type", 1, 10, "licence", "`licence: {number: LMFT 1}`"),
    Case(
        "directory: {name: a}\n",
        "missing-field",
        1,
        12,
        "directory.url",
        "The directory needs `url`.",
    ),
]


@pytest.mark.parametrize("case", BRANDS, ids=lambda case: case.text.strip())
def test_a_brand_is_told_the_same_way(case: Case) -> None:
    with pytest.raises(InputError) as caught:
        files._parsed(files.Brand, case.text.encode(), "brand.yaml", NOWHERE)
    assert_found(caught.value.findings, case, "brand.yaml")


def test_a_field_left_empty_counts_as_absent() -> None:
    text = "title: a\ncover:\ntopics:\nhashtags: ~\nnumbered:\n" + SLIDE
    post = parse_post(text.encode(), "post.yaml", NOWHERE)
    assert (post.cover.picture, post.topics, post.hashtags, post.numbered) == (None, (), (), True)


def test_too_many_slides_and_entries_are_counted() -> None:
    slides = "- {title: a}\n" * 61
    (finding,) = faults_of(f"title: a\nslides:\n{slides}")
    assert (finding.code, finding.where.field) == ("too-many", "slides")
    assert "61 entries; at most 60" in finding.message
    (finding,) = faults_of(f"title: a\nslides: [{{kind: list, title: b, items: [{'c, ' * 61}]}}]")
    assert (finding.code, finding.where.field) == ("too-many", "slides[0].items")


def test_all_faults_come_at_once_in_the_order_of_the_file() -> None:
    text = """\
titel: Five ways
cover: {picture: sea.jpg}
topics: grief
slides:
  - titel: One
  - kind: list
    title: *Two*
    items: [a, '']
  - kind: tipp
  - {kind: practice, title: b, phases: [{do: c, seconds: 99}]}
theme: linen
theme: dusk
"""
    assert told(faults_of(text)) == [
        ("unknown-field", 1, 1, "titel"),
        ("missing-field", 2, 8, "cover"),
        ("missing-picture", 2, 18, "cover.picture"),
        ("wrong-type", 3, 9, "topics"),
        ("unknown-field", 5, 5, "slides[0].titel"),
        ("needs-quotes", 7, 12, "slides[1].title"),
        ("empty-text", 8, 16, "slides[1].items[1]"),
        ("unknown-kind", 9, 11, "slides[2].kind"),
        ("bad-value", 10, 58, "slides[3].phases[0].seconds"),
        ("duplicate-field", 12, 1, "theme"),
    ]


def test_a_list_whose_entries_are_all_faulty_is_not_called_empty() -> None:
    assert told(faults_of("title: a\nslides: [{titel: b}]\n")) == [
        ("unknown-field", 2, 11, "slides[0].titel")
    ]


def test_a_thousand_faults_are_cut_to_what_somebody_would_read() -> None:
    assert len(faults_of("title: a\nslides:\n" + "- {a: b}\n" * 1_000)) == 200
