"""Line breaking against Unicode's own test file, against what people meet, and in general."""

import lzma
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swipewell.text.linebreak import Break, break_opportunities
from swipewell.text.properties import graphemes, line_break

UNICODE_TEST = Path(__file__).parent.parent / "data" / "LineBreakTest.txt.xz"
HARD = "\n\v\f\r\x85\u2028\u2029"

# At least one character of every line break class, and the neighbours that rules ask for.
EVERY_CLASS = (
    "aα§бבก 1٢-‐־—/|\u2003\u00ad´.,:;!?%€$£([«“‘'\"’”»)]}、。「」（）·…‥"
    "日本ぁアー々ｱﾞ한\u1100\u1161\u11a8가"
    "\u00a0\u202f\u2060\u200b\u200d\u0301\u0e31\u302a\ufe0f\u25cc\ufffc☝👩🏽😀🇩🇪\U0001f02c"
    "\u1b18\u1b44\u1bc0\u1bf2\U00011003\U00011f02\ud800\u0378" + HARD
)
# What readers see as one character each.
WHOLE_CHARACTERS = (
    *"aZß1٣ .,!?-—“”«»()/%€日ーアんカ가ק",
    *("é", "e\u0301", "ș\u0323", "क्षि", "कि", "ที่", "คำ", "\u1112\u1161\u11ab", "שָׁ", "لَّ"),
    *("👩", "👍🏽", "👩‍👩‍👧", "👨🏽‍🚀", "❤️", "1️⃣", "🇩🇪", "🏴\U000e0067\U000e0062\U000e007f", "\r\n"),
)


def pieces(text: str) -> list[str]:
    """The text cut at every break opportunity."""
    places = [0, *(found.position for found in break_opportunities(text)), len(text)]
    return [text[a:b] for a, b in pairwise(places)]


def expectation(line: str) -> tuple[str, list[int]]:
    """A line of Unicode's test file, '× 0061 ÷ 4E00 ÷', as a text and its inner breaks."""
    signs = line.split()[::2]
    text = "".join(chr(int(code, 16)) for code in line.split()[1::2])
    return text, [index for index, sign in enumerate(signs[:-1]) if sign == "÷"]


def test_unicode_conformance() -> None:
    rows = lzma.decompress(UNICODE_TEST.read_bytes()).decode("utf-8").splitlines()
    lines = [line for row in rows if (line := row.split("#")[0].strip())]
    failures = []
    for line in lines:
        text, expected = expectation(line)
        if [found.position for found in break_opportunities(text)] != expected:
            failures.append(line)
    assert len(lines) > 19_000
    # Unicode 18 moved the middle dot from AI to IS, and `regex` may know that already.
    assert [line for line in failures if "00B7" not in line] == []
    assert len(failures) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 10:30 sharp", ["at ", "10:30 ", "sharp"]),
        ("50\u00a0% of us", ["50\u00a0% ", "of ", "us"]),
        ("1,234.56\u00a0€, $20, 24/7", ["1,234.56\u00a0€, ", "$20, ", "24/7"]),
        ("subtract .5", ["subtract ", ".5"]),
        ("costs $(.5)", ["costs ", "$(.5)"]),
        ("wait—what", ["wait", "—", "what"]),
        ("3–5 days", ["3–", "5 ", "days"]),
        ("“So,” she said", ["“So,” ", "she ", "said"]),
        ("don’t don't", ["don’t ", "don't"]),
        ("il dit « oui » enfin", ["il ", "dit ", "« oui » ", "enfin"]),
        ("sagt »ja« und „nein“", ["sagt ", "»ja« ", "und ", "„nein“"]),
        ("an e-mail to me@example.org", ["an ", "e-", "mail ", "to ", "me@example.org"]),
        ("https://example.org/a?b=1&c#d", ["https://", "example.org/", "a?", "b=1&c#d"]),
        ("👩‍👩‍👧👨🏽‍🚀🇩🇪🇫🇷", ["👩‍👩‍👧", "👨🏽‍🚀", "🇩🇪", "🇫🇷"]),
        ("e.g. this", ["e.g. ", "this"]),
        ("and/or", ["and/", "or"]),
        ("well-known self-care", ["well-", "known ", "self-", "care"]),
        ("take -5 or --flag", ["take ", "-5 ", "or ", "--", "flag"]),
        ("c\u2011d stays, co\u00adop may", ["c\u2011d ", "stays, ", "co\u00ad", "op ", "may"]),
        ("(really!) [sic]", ["(really!) ", "[sic]"]),
        ("so… yes...", ["so… ", "yes..."]),
        ("two  spaces ", ["two  ", "spaces "]),
        ("日本語、です。「はい」", ["日", "本", "語、", "で", "す。", "「は", "い」"]),
        ("a“日”b 日“本”日", ["a“日”b ", "日", "“本”", "日"]),
        ("한국어 문장", ["한", "국", "어 ", "문", "장"]),
        ("مرحبا بالعالم", ["مرحبا ", "بالعالم"]),
        ("สวัสดี\u200bครับ", ["สวัสดี\u200b", "ครับ"]),
        ("", [""]),
        ("word", ["word"]),
    ],
)
def test_what_people_write(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_hard_line_breaks() -> None:
    assert break_opportunities("a b\nc\r\nd\n\ne\n") == (
        Break(2, mandatory=False),
        Break(4, mandatory=True),
        Break(7, mandatory=True),
        Break(9, mandatory=True),
        Break(10, mandatory=True),
    )


texts = st.one_of(st.text(st.sampled_from(EVERY_CLASS)), st.text())


@given(texts)
def test_breaks_are_in_order_and_inside(text: str) -> None:
    places = [found.position for found in break_opportunities(text)]
    assert places == sorted(set(places))
    assert all(0 < place < len(text) for place in places)


@given(texts)
def test_mandatory_after_hard_line_breaks_and_nowhere_else(text: str) -> None:
    mandatory = {found.position for found in break_opportunities(text) if found.mandatory}
    assert mandatory == {
        index
        for index in range(1, len(text))
        if text[index - 1] in HARD and text[index - 1 : index + 1] != "\r\n"
    }


@given(texts)
def test_no_choice_before_a_space(text: str) -> None:
    for found in break_opportunities(text):
        assert found.mandatory or text[found.position] != " "


@given(texts)
def test_marks_stay_with_their_base(text: str) -> None:
    # UAX #14 knows no base in spaces and line ends (LB10): a mark there stands alone.
    for found in break_opportunities(text):
        if line_break(text[found.position]) in ("CM", "ZWJ"):
            assert text[found.position - 1] in " \u200b" + HARD


@given(st.lists(st.sampled_from(WHOLE_CHARACTERS)).map("".join))
def test_no_break_inside_what_readers_see_as_one_character(text: str) -> None:
    # For text with a modifier or a mark where none belongs ("©🏽"), UAX #14 says otherwise.
    starts, at = set(), 0
    for cluster in graphemes(text):
        starts.add(at)
        at += len(cluster)
    assert {found.position for found in break_opportunities(text)} <= starts
