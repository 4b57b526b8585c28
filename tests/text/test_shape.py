"""Words to glyphs: which face sets them, what hangs, and what is refused rather than drawn wrong."""

from __future__ import annotations

import unicodedata

import pytest

from swipewell.text.fonts import FaceKey, FontBook
from swipewell.text.shape import Context, Manner, Shaped, Shaper, is_emoji

FRAUNCES = Manner(FaceKey("Fraunces"))
ALEGREYA = Manner(FaceKey("Alegreya Sans"))


@pytest.fixture(scope="module")
def shaper() -> Shaper:
    return Shaper(FontBook.bundled(), "en")


def families(shaped: Shaped) -> list[str]:
    return [piece.face.key.family for piece in shaped.pieces]


def glyphs(shaped: Shaped) -> list[tuple[FaceKey, tuple[object, ...]]]:
    return [(piece.face.key, piece.glyphs) for piece in shaped.pieces]


# --- Faces ---


@pytest.mark.parametrize("word", ["boundary", "Łódź", "façade", "naïve,", "“yes”", "10:30", "½"])
def test_a_word_is_set_in_its_own_face(shaper: Shaper, word: str) -> None:
    assert families(shaper.word(word, FRAUNCES)) == ["Fraunces"]
    assert families(shaper.word(word, ALEGREYA)) == ["Alegreya Sans"]


@pytest.mark.parametrize("word", ["xɛx", "home→work", "★Tip"])
def test_a_word_falls_back_as_a_whole(shaper: Shaper, word: str) -> None:
    shaped = shaper.word(word, FRAUNCES)
    assert len(families(shaped)) == 1
    assert families(shaped) != ["Fraunces"]
    assert shaped.missing == ()


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
@pytest.mark.parametrize(
    "family", ["Atkinson Hyperlegible Next", "Sofia Sans", "Manrope", "Alegreya Sans", "Fraunces"]
)
def test_all_words_of_a_language_stand_in_one_face(family: str, weight: int) -> None:
    shaper, manner = Shaper(FontBook.bundled(), "vi"), Manner(FaceKey(family, weight))
    words = [shaper.word(word, manner) for word in ("Nhớ", "được", "tên", "ngon", "chưa", "10")]
    assert len({piece.face.key for word in words for piece in word.pieces}) == 1


def test_fallbacks_keep_weight_and_slant(shaper: Shaper) -> None:
    bold = Manner(FaceKey("Fraunces", 700, italic=True))
    (piece,) = shaper.word("xɛx", bold).pieces
    assert piece.face.key == FaceKey("Noto Sans", 700, italic=True)


@pytest.mark.parametrize("emoji", ["😀", "👩‍👩‍👧", "🇩🇪", "❤️", "1️⃣", "👍🏽", "☀️", "🏳️‍🌈"])
def test_emoji_are_set_in_colour(shaper: Shaper, emoji: str) -> None:
    (piece,) = shaper.word(emoji, FRAUNCES).pieces
    assert piece.face.colour
    assert len(piece.glyphs) == 1


@pytest.mark.parametrize("text", ["1", "#", "☀\ufe0e", "©", "™", "→"])
def test_signs_that_are_text_are_set_as_text(shaper: Shaper, text: str) -> None:
    assert not is_emoji(text)
    assert not any(piece.face.colour for piece in shaper.word(text, FRAUNCES).pieces)


def test_an_emoji_within_a_word_leaves_the_rest_to_the_words_face(shaper: Shaper) -> None:
    shaped = shaper.word("tea☕.", FRAUNCES)
    assert families(shaped) == ["Fraunces", "Noto Color Emoji", "Fraunces"]
    starts = [piece.x for piece in shaped.pieces]
    assert starts == pytest.approx([0, *_sums(piece.advance for piece in shaped.pieces)][:3])
    assert shaped.advance == pytest.approx(sum(piece.advance for piece in shaped.pieces))


def _sums(values) -> list[float]:
    total, out = 0.0, []
    for value in values:
        total += value
        out.append(total)
    return out


# --- Glyphs ---


@pytest.mark.parametrize("manner", [FRAUNCES, ALEGREYA], ids=["Fraunces", "Alegreya Sans"])
def test_composed_and_decomposed_letters_are_the_same(shaper: Shaper, manner: Manner) -> None:
    letters = [chr(code) for code in (*range(0xC0, 0x180), *range(0x1EA0, 0x1EFA))]
    checked = 0
    for letter in letters:
        apart = unicodedata.normalize("NFD", letter)
        if apart == letter:
            continue
        checked += 1
        one, two = shaper.word(f"x{letter}", manner), shaper.word(f"x{apart}", manner)
        assert glyphs(one) == glyphs(two), letter
        assert one.advance == two.advance
        assert one.missing == two.missing == ()
    assert checked > 150


def test_letters_are_kerned(shaper: Shaper) -> None:
    apart = shaper.word("A", FRAUNCES).advance + shaper.word("V", FRAUNCES).advance
    assert shaper.word("AV", FRAUNCES).advance < apart


def test_features_change_the_glyphs(shaper: Shaper) -> None:
    lining = ALEGREYA._replace(features=(("lnum", 1), ("pnum", 1)))
    assert glyphs(shaper.word("1988", lining)) != glyphs(shaper.word("1988", ALEGREYA))


def test_tracking_is_added_to_every_advance(shaper: Shaper) -> None:
    tight = FRAUNCES._replace(tracking=-0.02)
    tracked, plain = shaper.word("boundary", tight), shaper.word("boundary", FRAUNCES)
    assert tracked.advance == pytest.approx(plain.advance - 8 * 0.02)


def test_ink_says_where_the_glyphs_are(shaper: Shaper) -> None:
    (piece,) = shaper.word("gÅ", FRAUNCES).pieces
    left, top, right, bottom = piece.ink
    assert -0.1 < left < 0.2
    assert piece.advance - 0.2 < right < piece.advance + 0.1
    assert -1.1 < top < -0.8  # the ring stands above the capital
    assert 0.15 < bottom < 0.35  # g descends


def test_a_space_has_an_advance_and_no_ink(shaper: Shaper) -> None:
    assert 0.1 < shaper.space(ALEGREYA) < 0.4
    assert [piece.glyphs for piece in shaper.word(" ", ALEGREYA).pieces] == [()]


def test_metrics_are_those_of_the_face(shaper: Shaper) -> None:
    metrics = shaper.metrics(FRAUNCES)
    assert 0.9 < metrics.ascent < 1.1
    assert 0.2 < metrics.descent < 0.3
    assert 0.65 < metrics.cap_height < 0.75


# --- What hangs ---


@pytest.mark.parametrize("word", ["“Yes", "‘soon", "„Ja", "«Oui"])
def test_an_opening_quote_hangs_by_its_advance(shaper: Shaper, word: str) -> None:
    shaped = shaper.word(word, FRAUNCES)
    mark = shaper.word(word[0], FRAUNCES).advance
    assert shaped.hang == pytest.approx(mark, abs=0.15)  # less or more by kerning
    assert shaped.hang > 0.1


@pytest.mark.parametrize("word", ["Yes", "”Yes", "“", "-yes"])
def test_nothing_else_hangs(shaper: Shaper, word: str) -> None:
    assert shaper.word(word, FRAUNCES).hang == 0.0


# --- What is refused ---


@pytest.mark.parametrize(
    ("word", "unready"),
    [
        ("გამარჯობა", "გამარჯობა"),
        ("mixაed", "ა"),
    ],
    ids=["Georgian", "one letter"],
)
def test_scripts_that_are_not_ready_are_told(shaper: Shaper, word: str, unready: str) -> None:
    assert set(shaper.word(word, FRAUNCES).unready) == set(unready)


def test_characters_that_no_font_has_are_told(shaper: Shaper) -> None:
    shaped = shaper.word("on↻and↻on", FRAUNCES)
    assert (shaped.missing, shaped.unready) == (("↻",), ())


@pytest.mark.parametrize(
    ("word", "weight", "family"),
    [
        ("Отдых", 400, "Literata Display"),
        ("φροντίδα", 400, "Literata Display"),
        ("सीमाएँ", 700, "Noto Serif Devanagari"),
        ("ขอบเขต", 700, "Trirong"),
        ("حدود", 500, "Noto Naskh Arabic"),
        ("גבולות", 500, "Frank Ruhl Libre"),
    ],
)
def test_another_script_is_set_in_a_face_of_the_same_kind_and_weight(
    shaper: Shaper, word: str, weight: int, family: str
) -> None:
    shaped = shaper.word(word, Manner(FaceKey("Fraunces", weight)))
    assert (shaped.missing, shaped.unready) == ((), ())
    (piece,) = shaped.pieces
    assert piece.face.key == FaceKey(family, weight, False)


def test_a_word_of_two_scripts_changes_the_face_between_them(shaper: Shaper) -> None:
    shaped = shaper.word("SOSбедствие", FRAUNCES)
    assert [piece.face.key.family for piece in shaped.pieces] == ["Fraunces", "Literata Display"]


@pytest.mark.parametrize("mark", ["\u200b", "\u200d", "\u2060", "\ufe0f", "\u00ad", "\u202f"])
def test_what_shows_as_nothing_is_not_missed(shaper: Shaper, mark: str) -> None:
    shaped = shaper.word(f"a{mark}b", FRAUNCES)
    assert shaped.missing == ()
    assert [glyph.number for glyph in shaped.pieces[0].glyphs] == [
        glyph.number for glyph in shaper.word("ab", FRAUNCES).pieces[0].glyphs
    ]


# --- From right to left ---


def test_letters_that_run_from_right_to_left_are_joined_and_stand_from_left_to_right(
    shaper: Shaper,
) -> None:
    (piece,) = shaper.word("سلام", ALEGREYA, Context((1, 1, 1, 1))).pieces
    assert piece.level == 1
    assert [glyph.x for glyph in piece.glyphs] == sorted(glyph.x for glyph in piece.glyphs)
    alone = sum(shaper.word(letter, ALEGREYA, Context((1,))).advance for letter in "سلام")
    assert piece.advance < 0.8 * alone  # joined forms are narrower, and lam-alef is one


def test_a_word_in_two_directions_has_a_piece_for_each(shaper: Shaper) -> None:
    shaped = shaper.word("ב-CBT", ALEGREYA, Context((1, 1, 2, 2, 2)))
    assert [(piece.level, piece.face.key.family) for piece in shaped.pieces] == [
        (1, "Assistant"),
        (2, "Alegreya Sans"),
    ]
    assert shaped.advance == pytest.approx(sum(piece.advance for piece in shaped.pieces))


def test_brackets_are_mirrored(shaper: Shaper) -> None:
    turned = shaper.word("(א", ALEGREYA, Context((1, 1))).pieces[0].glyphs
    plain = shaper.word("א)", ALEGREYA, Context((0, 0))).pieces[0].glyphs
    assert turned[1].number == plain[1].number  # what opens at the right looks like what closes


def test_an_opening_mark_hangs_at_the_right(shaper: Shaper) -> None:
    shaped = shaper.word("«سلام", FRAUNCES, Context((1,) * 5))
    mark = shaper.word("«", Manner(shaped.pieces[0].face.key), Context((1,)))
    assert shaped.hang == pytest.approx(mark.advance, abs=0.05)


@pytest.mark.parametrize(("word", "level"), [("سلام", 1), ("नाम", 0)])
def test_letters_that_join_are_never_tracked(shaper: Shaper, word: str, level: int) -> None:
    spread = Manner(FaceKey("Fraunces"), tracking=0.1)
    levels = (level,) * len(word)
    assert (
        shaper.word(word, spread, Context(levels)).advance
        == shaper.word(word, FRAUNCES, Context(levels)).advance
    )


@pytest.mark.parametrize(("word", "weight"), [("سلام", 700), ("Отдых", 400)])
def test_emphasis_is_bold_where_there_are_no_italics(
    shaper: Shaper, word: str, weight: int
) -> None:
    emphasis = Manner(FaceKey("Fraunces", 400, italic=True), stressed=True)
    (piece,) = shaper.word(word, emphasis).pieces
    assert (piece.face.key.weight, piece.face.key.italic) == (weight, weight == 400)


def test_emphasis_is_bold_in_a_family_that_has_no_italics(shaper: Shaper) -> None:
    (piece,) = shaper.word("kind", Manner(FaceKey("Manrope", 400, True), stressed=True)).pieces
    assert piece.face.key == FaceKey("Manrope", 700)


def test_parts_of_a_word_join_each_other(shaper: Shaper) -> None:
    alone = shaper.word("كت", ALEGREYA, Context((1, 1)))
    joined = shaper.word("كت", ALEGREYA, Context((1, 1), after="ا"))
    assert alone.pieces[0].glyphs[0].number != joined.pieces[0].glyphs[0].number  # no final form
    assert alone.pieces[0].glyphs[-1].number == joined.pieces[0].glyphs[-1].number
