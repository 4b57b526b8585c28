"""A theme of a person's own: its folder read like a bundled one, or all that is wrong with it told."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import swipewell as sw
from swipewell.export.manifest import input_key
from swipewell.pipeline import prepare
from swipewell.reading.theme import theme_files
from swipewell.store import new_folder

TODAY = dt.date(2026, 11, 23)
POST = sw.Post(title="A kinder no", slides=[sw.Tip(title="Pause first")])


def folder(tmp_path: Path, theme: str = "", **layouts: str) -> Path:
    """A theme's folder `mine` with these files."""
    made = tmp_path / "mine"
    (made / "layouts").mkdir(parents=True, exist_ok=True)
    (made / "theme.yaml").write_text(theme, "utf-8")
    for kind, text in layouts.items():
        (made / "layouts" / f"{kind}.yaml").write_text(text, "utf-8")
    return made


def faults(at: Path) -> list[tuple[str, str | None, str | None]]:
    """What is said about a theme: code, file's name with line and column, and field."""
    with pytest.raises(sw.InputError) as refused:
        sw.read_theme(at)
    found = refused.value.findings
    assert all(one.severity is sw.Severity.ERROR and one.hint for one in found)
    return [(one.code, str(one.where).rpartition("/")[2], one.where.field) for one in found]


@pytest.mark.parametrize("name", ["linen", "tide", "plain"])
def test_an_ejected_theme_is_the_bundled_one(name: str, tmp_path: Path) -> None:
    new_folder(tmp_path / "mine", theme_files(name), durable=False)
    mine = sw.read_theme(tmp_path / "mine")
    assert mine.name == "./mine"
    assert mine._replace(name=name) == sw.read_theme(name)


def test_a_theme_may_be_a_few_lines_over_another(tmp_path: Path) -> None:
    mine = sw.read_theme(folder(tmp_path, 'extends: linen\nvoice: my own\nseed: "#335577"\n'))
    linen = sw.read_theme("linen")
    assert (mine.voice, mine.seed) == ("my own", "#335577")
    assert mine._replace(name="linen", voice=linen.voice, seed=linen.seed) == linen


def test_a_theme_that_says_nothing_is_the_base(tmp_path: Path) -> None:
    made = sw.render(POST, theme=folder(tmp_path), today=TODAY)
    assert made.theme.voice == "plain and kind"
    assert [slide.kind for slide in made.slides][-1].startswith("disclaimer")


def test_it_is_taken_by_its_folder_and_as_it_is(tmp_path: Path) -> None:
    mine = folder(tmp_path, "extends: plain\nvoice: mine\n")
    drawn = [
        [slide.frame.dump() for slide in sw.render(POST, theme=theme, today=TODAY).slides]
        for theme in (mine, f"{mine}/", sw.read_theme(mine), "plain")
    ]
    assert drawn == [drawn[0]] * 4


def test_a_change_shows_in_the_same_studio(tmp_path: Path, studio: sw.Studio) -> None:
    grounds = []
    for seed in ("#335577", "#773355"):
        mine = folder(tmp_path, f'extends: linen\nseed: "{seed}"\n')
        made = sw.render(POST, theme=mine, today=TODAY, studio=studio)
        grounds.append(made.slides[0].frame.items[0])
    same = folder(
        tmp_path, "extends: linen\nseed: '#773355'\npalette: {clay: {l: '.4'}}\n"
    )  # another recipe for the same seed
    made = sw.render(POST, theme=same, today=TODAY, studio=studio)
    grounds.append(made.slides[0].frame.items[0])
    assert len(set(grounds)) == 3


def test_all_that_is_wrong_with_a_theme_is_told_at_once(tmp_path: Path) -> None:
    theme = (
        "extends: linen\n"
        "seed: red\n"
        "palette: {clay: {of: inc, l: wide}, wine: {reads_on: [late]}, late: {}}\n"
        "ornaments: [{kind: shoar}]\n"
        "families: {heading: Fraunce}\n"
        "grounds: {paper: {ground: papier}}\n"
        "styles: {title: {family: heading, sizes: [84, 0], colour: inc}}\n"
    )
    tip = "ground: clya\nbox: {text: {slot: title, style: titel}}\nfit: [{sizes: {title: 83}}]\n"
    at = folder(tmp_path, theme, tip=tip, tipp=tip)
    assert set(faults(at)) == {
        ("bad-value", "theme.yaml:2:7", "seed"),
        ("unknown-colour", "theme.yaml:3:22", "palette.clay.of"),
        ("bad-value", "theme.yaml:3:30", "palette.clay.l"),
        ("unknown-colour", "theme.yaml:3:55", "palette.wine.reads_on[0]"),
        ("unknown-ornament", "theme.yaml:4:20", "ornaments[0].kind"),
        ("unknown-font", "theme.yaml:5:21", "families.heading"),
        ("unknown-colour", "theme.yaml:6:27", "grounds.paper.ground"),
        ("missing-field", "theme.yaml:6:18", "grounds.paper"),
        ("bad-value", "theme.yaml:7:42", "styles.title.sizes"),
        ("unknown-colour", "theme.yaml:7:59", "styles.title.colour"),
        ("unknown-ground", "tip.yaml:1:9", "ground"),
        ("unknown-style", "tip.yaml:2:34", "box.text.style"),
        ("bad-value", "tip.yaml:3:23", "fit[0].sizes.title"),
        ("unknown-layout", "tipp.yaml", None),
    }


@pytest.mark.parametrize(
    ("theme", "code", "place", "hint"),
    [
        ("extends: linnen", "unknown-theme", "theme.yaml:1:10", "Did you mean linen?"),
        ("styels: {}", "unknown-field", "theme.yaml:1:1", "Did you mean `styles`?"),
        ("styles: {title: {sizes: [84]}}", "missing-field", "theme.yaml:1:17", "family"),
        ("margin: .inf", "wrong-type", "theme.yaml:1:9", "4 or 1.5"),
        ("margin: wide", "wrong-type", "theme.yaml:1:9", "4 or 1.5"),
        ("seed: #335577", "text-after-hash", "theme.yaml:1:7", "in quotes"),
        ("furniture: [{space: 4, rule: {}}]", "missing-field", "theme.yaml:1:13", ""),
        ("- a list", "no-fields", "theme.yaml", "eject"),
        ("palette: {clay: {l: .5}", "unclosed", "theme.yaml:1", ""),
        ("name: mine", "unknown-field", "theme.yaml:1:1", ""),
    ],
)
def test_a_slip_is_told_with_its_place(
    tmp_path: Path, theme: str, code: str, place: str, hint: str
) -> None:
    with pytest.raises(sw.InputError) as refused:
        sw.read_theme(folder(tmp_path, theme))
    (found,) = refused.value.findings[:1]
    assert code in found.code
    assert place in str(found.where)
    assert hint in found.hint


def test_layouts_are_read_with_anchors_merges_and_an_ornaments_numbers(tmp_path: Path) -> None:
    tip = (
        "box: {stack: {items: [{text: &t {slot: title, style: title}}, "
        "{text: {<<: *t, slot: body, lines: 2}}]}}\n"
        "ornaments: {thread: {at: [1, .5], off: false, name: clay, by: {2: x}}}\n"
    )
    layout = sw.read_theme(folder(tmp_path, tip=tip)).layouts["tip"]
    assert layout.ornaments == {
        "thread": {"at": [1, 0.5], "off": False, "name": "clay", "by": {2: "x"}}
    }
    assert layout.box.stack is not None
    second = layout.box.stack.items[1].text
    assert second is not None
    assert (second.slot, second.style, second.lines) == ("body", "title", 2)


def test_the_colours_of_entries_are_looked_up(tmp_path: Path) -> None:
    each = "box: {each: {slot: items, item: {space: 1}, colours: {2: [ink, inc]}}}"
    assert faults(folder(tmp_path, list=each)) == [
        ("unknown-colour", "list.yaml:1:64", "box.each.colours.2[1]")
    ]


def test_a_merge_of_what_is_no_group_is_an_unknown_field(tmp_path: Path) -> None:
    assert faults(folder(tmp_path, "styles: {<<: [a]}"))[0][0] in ("unknown-field", "wrong-type")


def test_what_an_ornament_cannot_draw_is_laid_to_the_theme(tmp_path: Path) -> None:
    mine = folder(tmp_path, "extends: linen\nornaments: [{kind: shore}]\n")
    with pytest.raises(sw.InputError, match="cannot draw this post") as refused:
        sw.render(POST, theme=mine, today=TODAY)
    assert refused.value.findings[0].code == "theme-fails"


def project(tmp_path: Path, theme: str) -> Path:
    """A post in a project whose brand is in a theme."""
    (tmp_path / "brand.yaml").write_text(f"name: Alma\nregion: US\ntheme: {theme}\n", "utf-8")
    (tmp_path / "posts").mkdir(exist_ok=True)
    post = tmp_path / "posts" / "a.yaml"
    post.write_text("title: A kinder no\nslides: [{title: Pause first}]\n", "utf-8")
    return post


def test_a_brand_and_a_post_name_it_from_their_own_folders(tmp_path: Path) -> None:
    folder(tmp_path, "extends: plain\nvoice: mine\n")
    post = project(tmp_path, "./mine")
    brand = sw.read_brand(tmp_path / "brand.yaml")
    assert sw.render(sw.read_post(post), brand, today=TODAY).theme.voice == "mine"
    post.write_text("theme: ../mine\n" + post.read_text("utf-8"), "utf-8")
    assert sw.render(sw.read_post(post), today=TODAY).theme.voice == "mine"


@pytest.mark.parametrize(
    ("named", "code", "hint"),
    [
        ("./mien", "missing-theme", "Did you mean ./mine?"),
        ("./posts", "missing-theme", "eject"),
        ("../elsewhere", "theme-outside", "Copy it"),
        ("https://a.example/mine", "theme-address", "Save"),
        (".\\mine", "missing-theme", "Write the path with /: ./mine"),
        ("./\\0", "missing-theme", ""),
    ],
)
def test_a_folder_that_is_no_theme_is_told_where_it_is_named(
    tmp_path: Path, named: str, code: str, hint: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    inner = tmp_path / "project"
    folder(inner, "extends: plain\n")
    project(inner, f"'{named}'")
    with pytest.raises(sw.InputError) as refused:
        sw.read_brand(inner / "brand.yaml")
    (found,) = refused.value.findings
    assert (found.code, found.where.line, found.where.field) == (code, 3, "theme")
    assert hint in found.hint


def test_no_link_leads_a_theme_out_of_the_project(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("box: {space: 1}\n", "utf-8")
    inner = tmp_path / "project"
    mine = folder(inner, "extends: plain\n")
    (mine / "layouts" / "tip.yaml").symlink_to(secret)
    project(inner, "./mine")
    with pytest.raises(sw.InputError) as refused:
        sw.read_brand(inner / "brand.yaml")
    assert refused.value.findings[0].code == "theme-outside"


def test_a_theme_counts_by_what_it_holds_and_not_by_its_place(tmp_path: Path) -> None:
    keys = []
    for place, voice in (("one", "a"), ("two", "a"), ("three", "b")):
        folder(tmp_path / place, f"extends: plain\nvoice: {voice}\n")
        post = sw.read_post(project(tmp_path / place, "./mine"))
        brand = sw.read_brand(tmp_path / place / "brand.yaml")
        keys.append(input_key(prepare(post, brand, None, today=TODAY), ["png"]))
    assert keys[0] == keys[1] != keys[2]
    assert str(tmp_path) not in json.dumps(keys)


@given(
    st.recursive(
        st.text(max_size=6) | st.sampled_from(["1", ".5", "true", "title", "paper", "body"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "extends",
                        "palette",
                        "styles",
                        "title",
                        "sizes",
                        "family",
                        "furniture",
                        "text",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_whatever_a_file_holds_it_is_a_theme_or_told_why_not(
    tmp_path_factory: pytest.TempPathFactory, content: object
) -> None:
    at = folder(tmp_path_factory.mktemp("any"), json.dumps(content))
    findings: tuple[sw.Finding, ...] = ()
    try:
        theme = sw.read_theme(at)
    except sw.InputError as refused:
        theme, findings = None, refused.findings
    assert (theme is None) == bool(findings)
    assert all(one.message and one.where.file for one in findings)
