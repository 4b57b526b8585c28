"""Typed characters to typographic ones. In the tables, ~ stands for U+00A0 and _ for U+202F."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swipewell.text.typography import closed, quotation_marks, typographic


def shown(text: str, language: str) -> str:
    return typographic(text, language).replace("\u00a0", "~").replace("\u202f", "_")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“Yes,” ‘no’"),
        ("en-GB", "“Yes,” ‘no’"),
        ("de", "„Yes,“ ‚no‘"),
        ("de-AT", "„Yes,“ ‚no‘"),
        ("es", "«Yes,» “no”"),
        ("it", "«Yes,» “no”"),
        ("pl", "„Yes,” «no»"),
        ("sv", "”Yes,” ’no’"),
        ("da", "»Yes,« ›no‹"),
        ("pt-BR", "“Yes,” ‘no’"),
        ("pt-PT", "«Yes,» “no”"),
        ("fr", "«_Yes,_» “no”"),
        ("fr-BE", "«_Yes,_» “no”"),
        ("fr-CA", "«~Yes,~» “no”"),
        ("fr-CH", "«_Yes,_» ‹no›"),
        ("de-CH", "«Yes,» ‹no›"),
        ("es-MX", "“Yes,” ‘no’"),
        ("es-419", "“Yes,” ‘no’"),
        ("pt", "“Yes,” ‘no’"),
        ("pt-AO", "«Yes,» “no”"),
        ("gl", "“Yes,” ‘no’"),
        ("eu", "«Yes,» “no”"),
        ("ca", "«Yes,» “no”"),
        ("nl", "“Yes,” ‘no’"),
        ("af", "“Yes,” ‘no’"),
        ("lb", "„Yes,“ ‚no‘"),
        ("nb", "«Yes,» ‘no’"),
        ("no", "«Yes,» ‘no’"),
        ("is", "„Yes,“ ‚no‘"),
        ("fi", "”Yes,” ’no’"),
        ("et", "„Yes,“ ‚no‘"),
        ("lt", "„Yes,“ ‚no‘"),
        ("hu", "„Yes,” »no«"),
        ("ro", "„Yes,” «no»"),
        ("cs", "„Yes,“ ‚no‘"),
        ("sl", "„Yes,“ ‚no‘"),
        ("hr", "„Yes,” ‘no’"),
        ("sr", "„Yes,” ’no’"),
        ("sr-Latn-RS", "„Yes,” ’no’"),
        ("mk", "„Yes,“ ‚no‘"),
        ("bg", "„Yes,“ ’no’"),
        ("ru", "«Yes,» „no“"),
        ("uk", "«Yes,» „no“"),
        ("be", "«Yes,» „no“"),
        ("kk", "«Yes,» “no”"),
        ("ky", "«Yes,» „no“"),
        ("hy", "«Yes,» «no»"),
        ("ka", "„Yes,“ «no»"),
        ("el", "«Yes,» “no”"),
        ("tr", "“Yes,” ‘no’"),
        ("az", "“Yes,” ‘no’"),
        ("sq", "“Yes,” ‘no’"),
        ("cy", "“Yes,” ‘no’"),
        ("ga", "“Yes,” ‘no’"),
        ("vi", "“Yes,” ‘no’"),
        ("id", "“Yes,” ‘no’"),
        ("ms", "“Yes,” ‘no’"),
        ("sw", "“Yes,” ‘no’"),
        ("tl", "“Yes,” ‘no’"),
        ("hi", "“Yes,” ‘no’"),
        ("bn", "“Yes,” ‘no’"),
        ("ta", "“Yes,” ‘no’"),
        ("th", "“Yes,” ‘no’"),
        ("ko", "“Yes,” ‘no’"),
        ("ja", "「Yes,」 『no』"),
        ("zh", "“Yes,” ‘no’"),
        ("zh-Hans", "“Yes,” ‘no’"),
        ("zh-Hant", "「Yes,」 『no』"),
        ("zh-TW", "「Yes,」 『no』"),
        ("zh-Hant-HK", "「Yes,」 『no』"),
        ("he", "”Yes,” ’no’"),
        ("ar", "«Yes,» ”no“"),
        ("fa", "«Yes,» ‹no›"),
        ("ur", "”Yes,“ ’no‘"),
        ("xx", "“Yes,” ‘no’"),
    ],
)
def test_straight_quotes_become_those_of_the_language(language: str, expected: str) -> None:
    assert shown("\"Yes,\" 'no'", language) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("don't", "don’t"),
        ("the boys' room", "the boys’ room"),
        ("the '90s", "the ’90s"),
        ("'tis rock 'n' roll", "’tis rock ’n’ roll"),
        ("'Not tonight,' she said", "‘Not tonight,’ she said"),
        ("the class of '24", "the class of ’24"),
        ("'5 things' she knew", "‘5 things’ she knew"),
    ],
)
def test_apostrophes_are_told_from_inner_quotes(typed: str, expected: str) -> None:
    assert shown(typed, "en") == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("He said \"she said 'no' to me\"", "He said “she said ‘no’ to me”"),
        ("\"'Inner' first,\" he said", "“‘Inner’ first,” he said"),
        ('("in brackets")', "(“in brackets”)"),
        ('*"both"* and =="more"==', "*“both”* and ==“more”=="),
        ('a -- "b"', "a~— “b”"),
        ("“Already” ‘curly’ don’t", "“Already” ‘curly’ don’t"),
        ('"wait -- " he said', "“wait~— ” he said"),
        ("'*Not* tonight' and *'no'*", "‘*Not* tonight’ and *‘no’*"),
        ('and/"or"', "and/“or”"),
    ],
)
def test_quotes_look_through_what_stands_around_them(typed: str, expected: str) -> None:
    assert shown(typed, "en") == expected


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "wait -- now", "wait~— now"),
        ("en", "wait—now -- so", "wait—now~— so"),
        ("de", "warte -- jetzt", "warte~– jetzt"),
        ("en-GB", "wait -- now", "wait~– now"),
        ("en", "wait--now", "wait—now"),
        ("en", "1990--1995", "1990–1995"),
        ("en", "well-being - yes", "well-being~— yes"),
        ("en", "he said...", "he said…"),
        ("ru", "Дом - это мы", "Дом~— это мы"),
        ("en", "5 - 3 and - 4", "5 - 3 and - 4"),
        ("he", "חייגו 116 123", "חייגו 116~123"),
    ],
)
def test_dashes_and_dots(language: str, typed: str, expected: str) -> None:
    assert shown(typed, language) == expected


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("fr", "l'\"amour\" d'un soir", "l’«_amour_» d’un soir"),
        ("uk", "п'ять об'єктів", "п’ять об’єктів"),
        ("tr", "İstanbul'da", "İstanbul’da"),
        ("el", "απ' το σπίτι, 'ναι'", "απ’ το σπίτι, “ναι”"),
        ("it", "un po' di “pace”, un po'", "un po’ di “pace”, un po’"),
        ("nl", "'s avonds is 't 'mooi'", "’s avonds is ’t ‘mooi’"),
        ("de", "so 'ne Sache, 'nein'", "so ’ne Sache, ‚nein‘"),
        ("es", '"¿Qué?" \'¡no!\' ¡"hola"!', "«¿Qué?» “¡no!” ¡«hola»!"),
        ("de-CH", "1'000 Franken", "1’000 Franken"),
    ],
)
def test_apostrophes_are_one_sign_everywhere(language: str, typed: str, expected: str) -> None:
    assert shown(typed, language) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("6'2\" tall", "6′2″ tall"),
        ("5' 10\" or 5'10", "5′ 10″ or 5′10"),
        ('"I am 6"', "“I am 6”"),
        ("the 90's", "the 90’s"),
    ],
)
def test_feet_and_inches_are_primes(typed: str, expected: str) -> None:
    assert shown(typed, "en") == expected


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("zh-Hans", "他说\"你好\"，'再见'。don't", "他说“你好”，‘再见’。don’t"),
        ("zh-TW", '他說"你好"。', "他說「你好」。"),
        ("ja", "「これ」は\"テスト\"と'内'です", "「これ」は「テスト」と『内』です"),
        ("th", 'เขาพูดว่า"สวัสดี"ครับ', "เขาพูดว่า“สวัสดี”ครับ"),
        ("ko", "그는 \"안녕\"이라고 '또' 했다", "그는 “안녕”이라고 ‘또’ 했다"),
        ("ja", "静か――本当に……そう", "静か――本当に……そう"),
        ("zh-Hans", "好——真的……再见--好", "好——真的……再见——好"),
    ],
)
def test_languages_without_spaces_take_marks_in_turn(
    language: str, typed: str, expected: str
) -> None:
    assert shown(typed, language) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('צה"ל וד"ר כהן', "צה״ל וד״ר כהן"),
        ("ג'ורג' ופרופ' לוי", "ג׳ורג׳ ופרופ׳ לוי"),
        ('דו"חות מנכ"לית', "דו״חות מנכ״לית"),
        ('נכתב ב"הארץ" היום', "נכתב ב”הארץ” היום"),
        ("אמרה \"שלום\" ו'כן' גם", "אמרה ”שלום” ו׳כן׳ גם"),
        ("אמרה 'שלום' לכולם", "אמרה ’שלום’ לכולם"),
        ('"זה דו"ח" אמר', "”זה דו״ח” אמר"),
    ],
)
def test_hebrew_tells_gershayim_from_quotation_marks(typed: str, expected: str) -> None:
    assert shown(typed, "he").replace("~", " ") == expected


@pytest.mark.parametrize(
    ("dash", "languages"),
    [
        ("–", "en-GB en-AU de fr it pl cs sk hr bg hu ro lt fi sv da nb nl el he"),
        ("—", "en es pt-BR ru uk be tr ko hi xx"),
    ],
)
def test_a_dash_between_words_is_the_languages(dash: str, languages: str) -> None:
    for language in languages.split():
        for typed in ("--", "---", "–", "—"):
            assert shown(f"yes {typed} no", language) == f"yes~{dash} no"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3-5 breaths", "3–5 breaths"),
        ("(10-15%)", "(10–15%)"),
        ("aged 16-25.", "aged 16–25."),
        ("100-200 mg", "100–200~mg"),
        ("1.5-2 km", "1.5–2~km"),
        ("9:00-17:00", "9:00–17:00"),
        ("3 - 5", "3 - 5"),
    ],
)
def test_a_plain_range_has_a_dash(typed: str, expected: str) -> None:
    assert shown(typed, "en") == expected


@pytest.mark.parametrize(
    "typed",
    """1-800-273-8255; call 116-123; 0800-111; 2026-11-23; 23-11-26; 4-7-8 breathing; 5-4-3-2-1; 24-7;
    50-50; 741-741; COVID-19; 16-17-year-olds; 13 11-14; +4-5; (020) 11-12; 01-05; A3-4; 3-5k; 3:4-5;
    1990-1995""".split(";"),
)
def test_other_figures_stay_as_typed(typed: str) -> None:
    assert shown(typed.strip(), "en") == typed.strip()


@pytest.mark.parametrize("language", ["es", "fr", "it", "pt-BR", "tr", "ja", "zh-Hans", "xx"])
def test_ranges_with_a_hyphen_stay_where_that_is_usual(language: str) -> None:
    assert shown("3-5", language) == "3-5"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("so...", "so…"), ("so....", "so…."), ("so......", "so……"), ("so.....", "so.....")],
)
def test_three_dots_are_an_ellipsis(typed: str, expected: str) -> None:
    assert shown(typed, "zh-Hans") == expected


# --- French ---


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Oui ? Non!", "Oui_? Non_!"),
        ("Quoi?! Si; mais", "Quoi_?! Si_; mais"),
        ("Vrai : midi", "Vrai~: midi"),
        ("Vrai: midi", "Vrai~: midi"),
        ("*Vrai :* midi", "*Vrai~:* midi"),
        ("à 10:30", "à 10:30"),
        ("«Oui» et « non »", "«_Oui_» et «_non_»"),
        ("«Bien sûr!»", "«_Bien sûr_!_»"),
        ("*Quoi ?* ==Oui!==", "*Quoi_?* ==Oui_!=="),
        ("Vraiment (?)", "Vraiment (?)"),
        ("https://a.example/x?y", "https://a.example/x?y"),
    ],
)
def test_french_sets_spaces_before_high_marks(typed: str, expected: str) -> None:
    assert shown(typed, "fr") == expected
    assert shown(typed, "fr-BE") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fr-CA", "«~Oui~»~: a? b! c; d"), ("fr-CH", "«_Oui_»_: a_? b_! c_; d")],
)
def test_french_elsewhere_has_its_own_spaces(language: str, expected: str) -> None:
    assert shown("« Oui » : a ? b ! c ; d", language) == expected
    assert shown("«Oui»: a? b! c; d", language) == expected
    assert shown("à 10:30, https://a.example/x?y", language) == "à 10:30, https://a.example/x?y"


def test_other_languages_set_no_spaces_before_marks() -> None:
    assert shown("Oui? Non! Vrai: a; b", "en") == "Oui? Non! Vrai: a; b"
    assert shown('"да"', "ru") == "«да»"


@pytest.mark.parametrize("language", ["en", "de", "fr", "fr-CA", "pl", "ru"])
@pytest.mark.parametrize(
    "address",
    ["https://a.example/x--y?z=3-5", "www.a.example/b...c", "first--last@a.example"],
)
def test_addresses_stay_as_they_are(language: str, address: str) -> None:
    assert address in shown(f'"{address}" -- {address}', language)


# --- What stands together ---


@pytest.mark.parametrize(
    "unit", ["%", "‰", "km", "kg", "mg", "ml", "min", "h", "s", "°C", "€", "$"]
)
def test_a_number_keeps_its_unit(unit: str) -> None:
    assert shown(f"5 {unit}", "en") == f"5~{unit}"
    assert shown(f"({unit}5 *7* {unit}), 3-5 {unit}.", "en") == f"({unit}5 *7*~{unit}), 3–5~{unit}."


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("de", "5~Min. 2~Std. 14:30~Uhr"),
        ("pl", "5~godz. 20~zł"),
        ("cs", "5~hod. 20~Kč"),
        ("ru", "5~мин 2~ч 20~₽"),
        ("uk", "5~хв 2~год 20~₴"),
        ("el", "5~λεπτά"),
        ("tr", "5~dk 30~sn"),
        ("vi", "5~phút"),
        ("sv", "2~tim 20~kr"),
        ("es", "5~p.~m."),
        ("he", "5~דק׳"),
        ("fr", "5~h 20~€"),
        ("en", "7~am 24~/~7"),
        ("de-CH", "CHF~20"),
        ("pt-BR", "R$~20"),
    ],
)
def test_units_are_known_by_language(language: str, typed: str) -> None:
    assert shown(typed.replace("~", " "), language) == typed


def test_a_number_before_a_word_is_no_measure() -> None:
    assert shown("5 hours and 3 minutes", "en") == "5 hours and 3 minutes"
    assert shown("ve 3 s kamarády", "cs") == "ve 3 s~kamarády"


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("pl", "W domu i w pracy, a potem z tobą", "W~domu i~w~pracy, a~potem z~tobą"),
        ("pl", "a i w domu", "a i~w~domu"),
        ("pl", "a i o u w z domu", "a i o u w~z~domu"),
        ("cs", "K lesu, v domě a o tobě", "K~lesu, v~domě a~o~tobě"),
        ("sk", "v dome i u teba", "v~dome i~u~teba"),
        ("ru", "в доме и у тебя, я тут", "в~доме и~у~тебя, я тут"),
        ("ru", "я б пошёл, он ж нет", "я~б пошёл, он~ж нет"),
        ("uk", "у школі й у тебе", "у~школі й~у~тебе"),
        ("be", "у школе і з табой", "у~школе і~з~табой"),
        ("pl", "*w* domu i **w** pracy", "*w*~domu i~**w**~pracy"),
        ("pl", "(w domu), „i w pracy”", "(w~domu), „i~w~pracy”"),
        ("cs", "i o 5 min", "i o~5~min"),
        ("cs", "i v slovu -- ano", "i v~slovu~– ano"),
        ("en", "I saw a cat", "I saw a cat"),
        ("xx", "a i w domu", "a i w domu"),
    ],
)
def test_one_letter_does_not_end_a_line(language: str, typed: str, expected: str) -> None:
    assert shown(typed, language) == expected


@given(
    language=st.sampled_from(["pl", "cs", "sk", "ru", "uk", "be"]),
    words=st.lists(
        st.sampled_from(
            "a i w z o u k s v в к с у о а и і з ж б 5 min мин % Dr. A. B. S. dom".split()
        ),
        max_size=12,
    ),
)
def test_no_chain_is_longer_than_two_spaces(language: str, words: list[str]) -> None:
    for chain in typographic(" ".join(words), language).split(" "):
        assert chain.count("\u00a0") <= 2


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        (
            "de",
            "z. B. so, d.h. ja, i. d. R. und u.v.m.",
            "z._B. so, d._h. ja, i._d._R. und u._v._m.",
        ),
        ("de", "Z. B. so", "Z._B. so"),
        ("de", "www.z.b.example und z.B.x", "www.z.b.example und z.B.x"),
        ("fr", "p. ex. ou av. J.-C.", "p.~ex. ou av.~J.-C."),
        ("ru", "т.е. так и т. д.", "т.~е. так и т.~д."),
        ("uk", "і т. д.", "і т.~д."),
        ("cs", "s.r.o. nebo a. s.", "s.~r.~o. nebo a.~s."),
        ("es", "EE.UU., p. ej.", "EE.~UU., p.~ej."),
        ("en", "e.g. and i.e.", "e.g. and i.e."),
    ],
)
def test_abbreviations_hold_together(language: str, typed: str, expected: str) -> None:
    assert shown(typed, language).replace("и~т", "и т").replace("і~т", "і т") == expected


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("de", "Frau Dr. Müller", "Frau Dr.~Müller"),
        ("de", "Frau Prof. Dr. Müller", "Frau Prof.~Dr.~Müller"),
        ("en", "Ms Smith and Mr. Jones", "Ms~Smith and Mr.~Jones"),
        ("fr", "M. Dupont et Mme Roy", "M.~Dupont et Mme~Roy"),
        ("he", "ד״ר כהן", "ד״ר~כהן"),
        ("en", "A. B. Smith", "A.~B.~Smith"),
        ("en", "J. R. R. Tolkien", "J. R.~R.~Tolkien"),
        ("en", "Irvin D. Yalom, vitamin C. Then", "Irvin D. Yalom, vitamin C. Then"),
        ("cs", "k Dr. A. B. Novákovi", "k Dr. A.~B.~Novákovi"),
        ("de", "S. 5, Nr. 3 und § 4", "S.~5, Nr.~3 und §~4"),
        ("en", "p. 5 and No. 3", "p.~5 and No.~3"),
        ("ru", "стр. 5, № 3", "стр.~5, №~3"),
    ],
)
def test_titles_initials_and_numbers_hold_together(
    language: str, typed: str, expected: str
) -> None:
    assert shown(typed, language) == expected


# --- Whatever comes ---

LANGUAGES = (
    "en en-GB de de-CH fr fr-CA fr-CH es es-MX it pt-BR pt-PT nl da nb sv fi is pl cs sk sl hr sr bg "
    "mk ru uk be lt lv et hu ro el tr az vi id hi th ja zh-Hans zh-Hant ko he ar fa ur hy ka kk xx"
).split()
SIGNS = "aIwzBвиж5٣%€°שא你あกé'\"-–—.…:;!?,()«»“”„’*=\\/@ \u00a0\u202f\n"
PIECES = (
    " -- |---|...|**|www.a.b|a@b.cc|z.B.|т. е.|s.r.o.|Dr. |A. B. C|3-5|9:00-17:00|5'10\"|'90s|'tis| i | w |"
    '5 min| : |« | »|צה"ל|24 / 7|\ua66e|\\*'
).split("|")
TEXTS = st.one_of(
    st.text(max_size=30), st.lists(st.sampled_from([*SIGNS, *PIECES]), max_size=14).map("".join)
)
CHANGED = re.compile(r"[\s\"'“”„‘’‚«»‹›「」『』״׳′″\-–—.…]")


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_to_do_it_twice_is_to_do_it_once(text: str, language: str) -> None:
    once = typographic(text, language)
    assert typographic(once, language) == once


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_nothing_but_quotes_dashes_dots_and_spaces_is_changed(text: str, language: str) -> None:
    assert CHANGED.sub("", typographic(text, language)) == CHANGED.sub("", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_is_left_alone(language: str) -> None:
    text = r"*aa* **bb** ==cc== \*dd\* \\ \== ee"
    assert typographic(text, language) == text


def test_a_region_has_its_languages_marks_where_it_has_none_of_its_own() -> None:
    assert quotation_marks("de-LU") == quotation_marks("de")
    assert quotation_marks("DE-at") == quotation_marks("de")
    assert quotation_marks("de-LI") == quotation_marks("de-CH")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Se puede cerrar.", "es", "Se puede cerrar»."),
        ("Se puede cerrar.", "es-MX", "Se puede cerrar»."),
        ("Se puede cerrar...", "es", "Se puede cerrar...»"),
        ("¿Se puede?", "es", "¿Se puede?»"),
        ("You can close it.", "en", "You can close it.»"),
    ],
)
def test_in_spanish_a_full_stop_stands_after_the_closing_mark(
    text: str, language: str, expected: str
) -> None:
    assert "".join(closed(text, "»", language)) == expected
    assert closed(text, "", language) == (text, "")
