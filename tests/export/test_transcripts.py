"""The transcript: everything that is said, in order, as Markdown that turns nothing into markup."""

from __future__ import annotations

import pytest
from any_words import SAMPLES, outlined, planned, posts, unset
from hypothesis import given
from hypothesis import strategies as st

import swipewell as sw
from swipewell.export.spoken import spoken
from swipewell.export.transcript import escaped, transcript
from swipewell.model.post import Post

markdown_it = pytest.importorskip("markdown_it")
MARKDOWN = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])

PLAIN = {"text", "softbreak", "hardbreak", "link_open", "link_close", "text_special"}


def told(post: Post) -> str:
    """The transcript of a post whose slides have all the room they want, with plain spaces."""
    made = transcript(post, unset(outlined(post, sw.Brand(region="US")))).decode()
    return made.replace("\u00a0", " ")


def shown(markdown: str) -> tuple[str, set[str], set[str]]:
    """What a reader sees of Markdown, without white space; its kinds of block, and of inline."""
    text, blocks, inline = "", set(), set()
    for token in MARKDOWN.parse(markdown):
        blocks.add(token.type)
        for child in token.children or ():
            inline.add(child.type)
            text += child.content
    return "".join(text.split()), blocks, inline


def test_slides_have_headings_lists_and_quotes() -> None:
    post = sw.Post(
        title="A kinder no",
        language="pl",
        slides=[
            sw.Tip(title="Pause", body="One.\n\nTwo.", example="Not now."),
            sw.Steps(title="S", steps=["One", sw.Item(title="Two", body="its body")]),
            sw.Compare(title="T", left=sw.Half(items=["a"]), right=sw.Half(items=["b"])),
            sw.Quote(quote="Speak gently", by="a note"),
        ],
    )
    slides = told(post).split("\n\n## ")
    assert slides[0] == "# A kinder no"
    assert slides[1] == "1/6 · A kinder no"
    assert slides[2] == "2/6 · 1. Pause\n\nOne.\n\nTwo.\n\nDo powiedzenia na głos: Not now."
    assert slides[3] == "3/6 · S\n\n1. One\n2. Two: its body"
    assert slides[4] == "4/6 · T\n\n### Zamiast\n\n- a\n\n### Spróbuj\n\n- b"
    assert slides[5] == "5/6\n\n> „Speak gently”\n\n— a note"
    assert "\n\n- " in slides[6]
    assert "988" in slides[6]


def test_a_picture_is_described_in_brackets() -> None:
    outline = planned(cover=sw.Cover(picture="a.png", alt="A calm sea"))
    post = sw.Post(title="T", slides=[sw.Tip(title="Pause")])
    assert "\\[A calm sea\\]" in transcript(post, unset(outline)).decode()


def test_steps_that_go_on_go_on_counting() -> None:
    outline = planned(sw.Steps(title="S", steps=["a", "b"]), language="ar")
    slide = outline.slides[1]
    rest = slide.having(steps=slide.fields["steps"][1:])
    post = sw.Post(title="T", slides=[sw.Tip(title="Pause")])
    assert (
        "## ١/١ · S\n\n2. b" in transcript(post, unset(outline._replace(slides=(rest,)))).decode()
    )


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("plain", "plain"),
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("1. one", r"1\. one"),
        ("1.5 m", "1.5 m"),
        ("- a", r"\- a"),
        ("---", r"\---"),
        ("# a #b", r"\# a \#b"),
        ("<b> & &amp; [x](y)", r"\<b\> & \&amp; \[x\](y)"),
        ("a | b ~~c~~ $d$", r"a \| b \~\~c\~\~ \$d\$"),
        ("see https://a.example/x_y.", "see <https://a.example/x_y>."),
        ("\\", r"\\"),
    ],
)
def test_signs_stay_signs(text: str, markdown: str) -> None:
    assert escaped(text) == markdown
    assert shown(markdown)[0] == "".join(text.split())


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from([*SAMPLES, *"*_`#+-.!|<>&~=[]()\\1$: "])).map("".join)
    )
)
def test_any_line_shows_itself(text: str) -> None:
    line = "".join(char for char in text if char.isprintable()).strip()
    read, blocks, inline = shown(escaped(line))
    assert read == "".join(line.split())
    assert blocks <= {"paragraph_open", "inline", "paragraph_close"}
    assert inline <= PLAIN


@given(posts)
def test_nothing_is_lost_and_nothing_becomes_markup(post: sw.Post) -> None:
    outline = outlined(post, sw.Brand(region="US"))
    read, blocks, inline = shown(told(post))
    at = 0
    for slide in outline.slides:
        said = spoken(slide, outline.language)
        for block in (
            *(b for b in said if b.role == "title"),
            *(b for b in said if b.role != "title"),
        ):
            for line in block.lines:
                found = read.find("".join(line.replace("\0", "\ufffd").split()), at)
                assert found >= 0, line
                at = found
    assert not {"html_block", "code_block", "fence", "hr", "table_open"} & blocks
    assert inline <= PLAIN


def test_text_from_right_to_left_stays_in_the_order_of_reading() -> None:
    post = sw.Post(
        title="אבג", language="he", slides=[sw.Tip(title="דהו (זחט)", body="יכל 12 מנס")]
    )
    text = told(post).split("\n\n## 3/3")[0]
    assert "## 2/3 · 1. דהו (זחט)\n\nיכל 12 מנס" in text
    assert not set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(text)
