"""A translation's texts in the places of its post's, and every one that is missing or too many told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import swipewell as sw
from swipewell.reading.siblings import original_of, spelt, tag_of, translations_of

SAMPLES = Path(__file__).resolve().parent.parent.parent / "samples"

BASE = """\
title: A kinder no
subtitle: For full weeks
cover: {kicker: Limits, picture: sea.png, alt: A calm sea}
topics: [boundaries]
theme: tide
hashtags: [Limits]
caption: Three ways.
sources:
  - {text: "Author, 2020. Title.", url: "https://example.org"}
slides:
  - title: Pause first
    body: You may answer tomorrow.
    example: Let me think.
  - kind: compare
    title: Two ways
    left: {label: Not, items: [No!, Never]}
    right: {items: [Not today]}
  - kind: practice
    title: One breath
    phases: [{do: In, seconds: 4}, {do: Out, seconds: 6}]
    rounds: 3
  - kind: resources
    title: Further
    items:
      - {name: A helpline, note: for anybody, link: "https://example.org/en"}
  - {kind: figure, figure: "60 %", meaning: of all of us, source: A study}
  - {kind: quote, quote: Be kind., by: Somebody}
"""
SPANISH = """\
title: Un no más amable
subtitle: Para semanas llenas
cover: {kicker: Límites, alt: Un mar en calma}
hashtags: ["#Límites", "#No"]
caption: Tres maneras.
sources:
  - {text: "Autora, 2020. Título.", url: "https://example.org/es"}
slides:
  - title: Primero, una pausa
    body: Puedes contestar mañana.
    example: Déjame pensarlo.
  - kind: compare
    title: Dos maneras
    left: {label: No así, items: [¡No!, Nunca]}
    right: {items: [Hoy no]}
  - title: Una respiración
    phases: [Inhala, do: Exhala]
  - title: Para seguir
    items:
      - {name: Una línea, note: para cualquiera, link: "https://example.org/es"}
  - {meaning: de todas las personas, source: Un estudio}
  - {quote: Con cariño., by: Alguien}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "post.yaml").write_text(BASE, "utf-8")
    Image.new("RGB", (8, 8)).save(tmp_path / "sea.png")
    return tmp_path


def spanish(folder: Path, text: str = SPANISH, name: str = "post.es.yaml") -> sw.Post:
    (folder / name).write_text(text, "utf-8")
    return sw.read_post(folder / name)


def told(folder: Path, text: str, name: str = "post.es.yaml") -> list[tuple[str, ...]]:
    """Code, severity, place and field of what is found in a translation."""
    try:
        source = spanish(folder, text, name).source
        assert source is not None
        findings = source.findings
    except sw.InputError as refused:
        findings = refused.findings
    assert {Path(f.where.file or "").name for f in findings} <= {name}
    return [
        (f.code, str(f.severity), str(f.where.line), f.where.field or "")
        for f in findings
        if f.hint
    ]


# --- What it makes ---


def test_texts_come_from_the_translation_and_all_else_from_the_post(folder: Path) -> None:
    post, base = spanish(folder), sw.read_post(folder / "post.yaml")
    assert (post.language, post.title, post.hashtags) == (
        "es",
        "Un no más amable",
        ("Límites", "No"),
    )
    assert (post.theme, post.topics, post.numbered) == (base.theme, base.topics, base.numbered)
    assert post.cover.picture == base.cover.picture
    assert post.cover.alt == "Un mar en calma"
    assert [slide.kind for slide in post.slides] == [slide.kind for slide in base.slides]
    practice = post.slides[2]
    assert isinstance(practice, sw.Practice)
    assert [(p.do, p.seconds) for p in practice.phases] == [("Inhala", 4), ("Exhala", 6)]
    assert practice.rounds == 3
    assert post.sources[0].url == "https://example.org/es"
    assert post.source is not None
    assert post.source.findings == ()
    assert Path(post.translation_of or "").name == "post.yaml"
    assert base.translation_of is None


def test_what_has_no_letters_needs_no_translation(folder: Path) -> None:
    figure = spanish(folder).slides[4]
    assert isinstance(figure, sw.Figure)
    assert figure.figure == "60 %"


def test_it_is_a_post_like_any_other(folder: Path) -> None:
    whole = spanish(folder)
    made = sw.Post.model_validate(whole.model_dump())
    assert made.model_dump() == whole.model_dump()


def test_findings_about_what_is_the_posts_own_are_placed_there(folder: Path) -> None:
    source = spanish(folder).source
    assert source is not None
    for field, file, line in (
        ("theme", "post.yaml", 5),
        ("slides[2].rounds", "post.yaml", 21),
        ("slides[2].title", "post.es.yaml", 16),
        ("slides[3].items[0].name", "post.es.yaml", 20),
        ("nothing.like.it", "post.es.yaml", 1),
    ):
        found = source.locate(sw.Finding("x", sw.Severity.INFO, "x", where=sw.Where(field=field)))
        assert (Path(found.where.file or "").name, found.where.line) == (file, line)


def test_the_translations_of_a_post_are_read_together(folder: Path) -> None:
    spanish(folder)
    (folder / "post.pt-br.yaml").write_text(SPANISH, "utf-8")
    (folder / "poster.es.yaml").write_text("title: another post's\n", "utf-8")
    found = sw.read_translations(folder / "post.yaml")
    assert [post.language for post in found] == ["es", "pt-BR"]
    assert sw.read_translations(folder / "post.es.yaml") == ()


def test_a_translation_in_json_of_a_post_in_yaml(folder: Path) -> None:
    (folder / "small.yaml").write_text("title: No\nslides: [{title: Pause}]\n", "utf-8")
    post = spanish(folder, '{"title": "No", "slides": [{"title": "Pausa"}]}', "small.es.json")
    assert [post.title, post.slides[0].kind, post.language] == ["No", "tip", "es"]


def test_a_translation_in_markdown(folder: Path) -> None:
    (folder / "rest.md").write_text("---\ntitle: Rest\n---\n## Stop\n\nA pause.\n", "utf-8")
    post = spanish(folder, "---\ntitle: Descanso\n---\n## Para\n\nUna pausa.\n", "rest.es.md")
    assert (post.title, post.language) == ("Descanso", "es")
    assert post.slides == (sw.Tip(title="Para", body="Una pausa."),)
    found = told(folder, "---\ntitle: Descanso\n---\n## Para\n", "rest.es.md")
    assert found == [("untranslated", "error", "4", "slides[0].body")]


def test_a_file_without_a_post_beside_it_is_a_post_of_its_own(tmp_path: Path) -> None:
    post = spanish(tmp_path, "title: A\nslides: [{title: B}]\n", "alone.es.yaml")
    assert (post.language, post.translation_of) == (None, None)


def test_a_slug_of_its_own_gets_the_language_behind_it(folder: Path) -> None:
    (folder / "post.yaml").write_text(BASE + "slug: gentle-no\n", "utf-8")
    assert spanish(folder).slug == "gentle-no.es"


# --- What is missing ---


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("title: Un no más amable\n", ("untranslated", "error", "1", "title")),
        ("    body: Puedes contestar mañana.\n", ("untranslated", "error", "9", "slides[0].body")),
        ("    title: Dos maneras\n", ("untranslated", "error", "12", "slides[1].title")),
        (
            "  - {meaning: de todas las personas, source: Un estudio}\n",
            ("translation-differs", "error", "9", "slides"),
        ),
        ("    phases: [Inhala, do: Exhala]\n", ("untranslated", "error", "16", "slides[2].phases")),
        (", alt: Un mar en calma", ("untranslated", "error", "3", "cover.alt")),
        ("name: Una línea, ", ("untranslated", "error", "20", "slides[3].items[0].name")),
        ("quote: Con cariño., ", ("untranslated", "error", "22", "slides[5].quote")),
        ("subtitle: Para semanas llenas\n", ("untranslated", "warning", "1", "subtitle")),
        ("kicker: Límites, ", ("untranslated", "warning", "3", "cover.kicker")),
        ("caption: Tres maneras.\n", ("untranslated", "warning", "1", "caption")),
        ('hashtags: ["#Límites", "#No"]\n', ("untranslated", "warning", "1", "hashtags")),
        ("label: No así, ", ("untranslated", "warning", "14", "slides[1].left.label")),
        (", note: para cualquiera", ("untranslated", "warning", "20", "slides[3].items[0].note")),
        (", by: Alguien", ("untranslated", "info", "22", "slides[5].by")),
        (", source: Un estudio", ("untranslated", "info", "21", "slides[4].source")),
    ],
)
def test_every_text_that_is_missing_is_told_at_its_place(
    folder: Path, line: str, finding: tuple[str, ...]
) -> None:
    assert SPANISH.count(line) == 1
    assert told(folder, SPANISH.replace(line, "")) == [finding]


def test_names_and_works_stay_as_they_are(folder: Path) -> None:
    text = SPANISH.replace(", by: Alguien", "")
    text = text[: text.index("sources:")] + text[text.index("slides:") :]
    post = spanish(folder, text)
    quote = post.slides[5]
    assert isinstance(quote, sw.Quote)
    assert (quote.by, post.sources[0].text) == ("Somebody", "Author, 2020. Title.")


def test_what_is_left_empty_is_left_out_on_purpose(folder: Path) -> None:
    text = SPANISH.replace("subtitle: Para semanas llenas", "subtitle:")
    text = text.replace("example: Déjame pensarlo.", "example:")
    assert told(folder, text) == []
    post = spanish(folder, text)
    assert post.subtitle is None
    assert post.slides[0].example is None  # type: ignore[union-attr]  # the first is a tip


def test_nothing_of_the_posts_language_is_left_in_a_translation_that_is_made(folder: Path) -> None:
    """Whatever lines are missing: it is refused, or no English text is in it but names and works."""
    lines = SPANISH.splitlines(keepends=True)
    english = ("kinder", "full weeks", "Limits", "calm sea", "Three", "Pause", "tomorrow", "think")
    for left_out in range(len(lines)):
        text = "".join(line for number, line in enumerate(lines) if number != left_out)
        try:
            post = spanish(folder, text)
        except sw.InputError:
            continue
        said = str(post.model_dump())
        assert not [word for word in english if word in said.replace("sea.png", "")], left_out


# --- What is too many, or differs ---


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("[¡No!, Nunca]", "[¡No!]", ("translation-differs", "error", "14", "slides[1].left.items")),
        (
            "[Hoy no]",
            "[Hoy no, Mañana]",
            ("translation-differs", "error", "15", "slides[1].right.items"),
        ),
        (
            "[Inhala, do",
            "[Inhala, Más, do",
            ("translation-differs", "error", "17", "slides[2].phases"),
        ),
        ("kind: compare", "kind: list", ("translation-differs", "error", "12", "slides[1].kind")),
        (
            "caption: Tres",
            "language: pt\ncaption: Tres",
            ("translation-differs", "error", "5", "language"),
        ),
        (
            "{items: [Hoy no]}",
            "{label: Así, items: [Hoy no]}",
            ("translation-unused", "warning", "15", "slides[1].right.label"),
        ),
        (
            "    phases:",
            "    body: Despacio.\n    phases:",
            ("translation-unused", "warning", "17", "slides[2].body"),
        ),
    ],
)
def test_what_does_not_fit_the_post_is_told(
    folder: Path, old: str, new: str, finding: tuple[str, ...]
) -> None:
    assert SPANISH.count(old) == 1
    assert told(folder, SPANISH.replace(old, new)) == [finding]


def test_too_many_slides_are_told_once(folder: Path) -> None:
    assert told(folder, SPANISH + "  - title: Otra\n") == [
        ("translation-differs", "error", "9", "slides")
    ]


@pytest.mark.parametrize("line", ["theme: tide", "topics: [x]", "slug: other"])
def test_fields_of_the_post_are_refused_with_a_reason(folder: Path, line: str) -> None:
    (folder / "post.es.yaml").write_text(f"{SPANISH}{line}\n", "utf-8")
    with pytest.raises(sw.InputError) as caught:
        sw.read_post(folder / "post.es.yaml")
    [finding] = caught.value.findings
    assert finding.code == "unknown-field"
    assert "comes from its post" in finding.hint
    assert finding.where.line == SPANISH.count("\n") + 1


def test_a_slip_is_told_with_the_field_that_was_meant(folder: Path) -> None:
    (folder / "post.es.yaml").write_text(SPANISH.replace("    body:", "    boddy:"), "utf-8")
    with pytest.raises(sw.InputError) as caught:
        sw.read_post(folder / "post.es.yaml")
    slip = caught.value.findings[0]
    assert (slip.code, slip.hint) == ("unknown-field", "Did you mean `body`?")


def test_an_empty_translation_names_all_that_is_missing(folder: Path) -> None:
    found = told(folder, "# soon\n")
    assert ("untranslated", "error", "1", "title") in found
    assert ("untranslated", "error", "1", "slides") in found


def test_a_fault_of_the_post_is_told_in_its_own_file(folder: Path) -> None:
    (folder / "post.yaml").write_text("title: A\nslides: [{ttle: B}]\n", "utf-8")
    (folder / "post.es.yaml").write_text(SPANISH, "utf-8")
    with pytest.raises(sw.InputError) as caught:
        sw.read_post(folder / "post.es.yaml")
    assert {Path(f.where.file or "").name for f in caught.value.findings} == {"post.yaml"}


def test_the_sample_is_whole() -> None:
    [post] = sw.read_translations(SAMPLES / "kind-boundaries.yaml")
    assert post.language == "es"
    assert post.source is not None
    assert post.source.findings == ()


# --- Names ---


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("post.es.yaml", "es"),
        ("post.pt-br.YAML", "pt-BR"),
        ("post.zh-hant-tw.json", "zh-Hant-TW"),
        ("my.post.uk.yml", "uk"),
        ("post.yaml", None),
        ("post.v2.yaml", None),
        ("post.final.yaml", None),
        (".es.yaml", None),
        ("post.es.txt", None),
    ],
)
def test_a_name_tells_the_language(name: str, tag: str | None) -> None:
    assert tag_of(name) == tag


@given(st.from_regex(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-[A-Za-z]{2})?", fullmatch=True))
def test_a_tag_is_spelt_alike_however_it_is_written(tag: str) -> None:
    assert spelt(tag.upper()) == spelt(tag.lower()) == spelt(spelt(tag))
    assert spelt(tag).casefold() == tag.casefold()


def test_post_and_translation_find_each_other(folder: Path) -> None:
    path = str(folder / "post.es.yaml")
    Path(path).write_text(SPANISH, "utf-8")
    assert original_of(path) == str(folder / "post.yaml")
    assert translations_of(str(folder / "post.yaml")) == [path]
    assert original_of(str(folder / "post.yaml")) is None
    assert original_of(str(folder / "other.es.yaml")) is None
    assert translations_of(str(folder / "post.csv")) == [], "a table's posts have no file each"
