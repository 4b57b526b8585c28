"""A brand's own words and helplines: read from its files, laid over ours, and told where they err."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from swipewell.care.disclaimer import Disclaimer, compose
from swipewell.care.helplines import load_region
from swipewell.care.own import is_own, own_regions, region_of
from swipewell.findings import InputError
from swipewell.model.brand import Brand
from swipewell.model.helplines import OwnHelplines
from swipewell.reading import read_brand

DAY = date(2027, 9, 1)
"""A day on which all of the registry is old."""

LINE: dict[str, Any] = {
    "id": "us-own",
    "name": "A line of ours",
    "call": "555 0100",
    "hours": "24/7",
    "languages": ["en"],
    "researched_on": "2027-08-01",
    "sources": ["https://example.org"],
}


def helplines(*lines: dict[str, Any], region: str = "US", **more: Any) -> OwnHelplines:
    place = {"region": region, "lines": list(lines), **more}
    return OwnHelplines.model_validate({"regions": [place]})


def closing(own: OwnHelplines | None, **given: Any) -> tuple[Disclaimer, list[str]]:
    said, findings = compose(
        **{"today": DAY, "region": "US", "own_regions": own_regions(own), **given}
    )
    return said, [f"{finding.severity} {finding.code}" for finding in findings]


def actions(said: Disclaimer) -> list[str]:
    return [contact.action for contact in said.contacts]


# --- Helplines laid over the registry ---


def test_own_lines_come_before_those_of_the_registry() -> None:
    (place,) = own_regions(helplines(LINE))
    assert [line.id for line in place.lines] == ["us-own", "us-988", "us-ctl"]
    assert [is_own(line) for line in place.lines] == [True, False, False]
    assert not is_own(place)
    assert place.name == "United States"
    assert actions(closing(helplines(LINE))[0]) == ["Call 555\u00a00100", "Call or text 988"]


def test_an_own_line_takes_the_place_of_the_one_with_its_id() -> None:
    said, _ = closing(helplines(LINE | {"id": "us-988"}))
    assert "988" not in "".join(actions(said))


def test_a_line_of_the_registry_can_be_hidden() -> None:
    hidden = {**LINE, "id": "us-988", "shown": False, "call": None, "hours": None}
    said, _ = closing(helplines(hidden))
    assert actions(said) == ["Text HOME to 741741"]


def test_a_region_that_the_registry_lacks_may_be_a_brands_own() -> None:
    emergency = {"number": "112", "researched_on": "2027-08-01", "sources": ["a"]}
    directory = {"name": "A", "url": "https://www.a.example/", "researched_on": "2027-08-01"}
    own = helplines(LINE, region="UA", name="Ukraine", emergency=emergency, directories=[directory])
    said, codes = closing(own, region="UA")
    assert said.emergency_answer == "Call 112."
    assert actions(said) == ["Call 555\u00a00100"]
    assert said.support_answer == ("a.example",)
    assert codes == ["warning helpline-age"], "the international directory alone is old"
    also = closing(own, region="US", also_regions=["UA"])[0].also_regions
    assert [(one.name, one.emergency) for one in also] == [("Ukraine", "Call 112.")]
    said, codes = closing(helplines(LINE, region="UA"), region="UA")
    assert said.emergency_answer == "Call your local emergency number."
    assert "warning unconfirmed-region" in codes
    assert load_region("UA") is None
    assert region_of("UA", own_regions(own)) is not None


def test_an_own_emergency_number_stands_for_the_registrys() -> None:
    emergency = {"number": "900", "researched_on": "2027-08-01", "sources": ["a"]}
    said, _ = closing(helplines(emergency=emergency))
    assert said.emergency_answer == "Call 900."


@pytest.mark.parametrize(
    ("hours", "printed"), [("24/7", "24/7"), ("weekdays 9-17", "weekdays 9-17"), (None, "")]
)
def test_hours_that_nobody_gave_are_not_printed_as_round_the_clock(
    hours: str | None, printed: str
) -> None:
    said, _ = closing(helplines({**LINE, "hours": hours}, region="KE"), region="KE")
    assert [contact.hours for contact in said.contacts] == [printed]


# --- Age ---


def test_old_lines_are_told_and_printed_all_the_same() -> None:
    said, codes = closing(None)
    assert actions(said) == ["Call or text 988"]
    assert codes == ["warning helpline-age"]


def test_under_strict_the_international_directory_stands_for_an_old_line() -> None:
    said, codes = closing(None, strict=True)
    assert actions(said) == ["findahelpline.com"]
    assert said.elsewhere == ""
    assert said.emergency_answer == "Call 911."
    assert codes == ["info helpline-age"]
    _, (finding,) = compose(today=DAY, region="US", strict=True)
    assert "Not printed, because of --strict: 988 Suicide & Crisis Lifeline." in finding.message


def test_under_strict_a_line_that_is_young_enough_is_printed() -> None:
    said, codes = closing(helplines(LINE), strict=True)
    assert actions(said) == ["Call 555\u00a00100"]
    assert codes == ["info helpline-age"]
    said, codes = closing(None, strict=True, today=date(2026, 12, 1))
    assert actions(said) == ["Call or text 988"]
    assert codes == []


def test_under_strict_further_regions_print_no_old_line_either() -> None:
    said, _ = closing(None, strict=True, also_regions=["GB"])
    (also,) = said.also_regions
    assert (also.emergency, also.contact) == ("Call 999.", None)


def test_a_day_yet_to_come_is_told() -> None:
    _, codes = closing(helplines(LINE | {"researched_on": "2072-08-01"}))
    assert "warning helpline-date" in codes


# --- Files ---

HELPLINES = """\
regions:
  - region: US
    lines:
      - id: us-own
        name: A line of ours
        call: 555 0100
        researched_on: 2027-08-01
        sources: [https://example.org]
"""


def brand_in(folder: Path, brand: str, lines: str | None = HELPLINES) -> Brand:
    (folder / "brand.yaml").write_text(brand, "utf-8")
    if lines is not None:
        (folder / "helplines.yaml").write_text(lines, "utf-8")
    return read_brand(folder / "brand.yaml")


def refused(folder: Path, brand: str, lines: str | None = HELPLINES) -> tuple[str, ...]:
    """The only finding: code, bare name of its file, line, field, and the beginning of its hint."""
    with pytest.raises(InputError) as caught:
        brand_in(folder, brand, lines)
    (finding,) = caught.value.findings
    where = finding.where
    assert finding.message
    return (
        finding.code,
        Path(where.file or "").name,
        str(where.line),
        where.field or "",
        finding.hint,
    )


def test_a_brand_brings_its_file_of_helplines_along(tmp_path: Path) -> None:
    brand = brand_in(tmp_path, "region: US\nhelplines: helplines.yaml\n")
    (place,) = own_regions(brand.helplines)
    assert place.lines[0].call == "555 0100"
    inline = "region: US\nhelplines:\n" + "".join(f"  {line}\n" for line in HELPLINES.splitlines())
    assert brand_in(tmp_path, inline).helplines == brand.helplines


def test_a_file_of_helplines_says_where_it_errs(tmp_path: Path) -> None:
    wrong = HELPLINES.replace("555 0100", "555 O100")
    found = refused(tmp_path, "helplines: helplines.yaml\n", wrong)
    assert found[:4] == ("bad-value", "helplines.yaml", "6", "regions[0].lines[0].call")
    assert found[4].startswith("Write it as it is dialled")


@pytest.mark.parametrize(
    ("changed", "code", "field", "hint"),
    [
        (("id: us-own", "id: Us Own"), "bad-value", "regions[0].lines[0].id", "Write small"),
        (("2027-08-01", "2027"), "bad-value", "regions[0].lines[0].researched_on", "Write year"),
        (("[https://example.org]", "[]"), "too-few", "regions[0].lines[0].sources", "Write at"),
        (("call: 555 0100", "url: a"), "missing-field", "regions[0].lines[0]", "Write its"),
        (("name: A", "nam: A"), "unknown-field", "regions[0].lines[0].nam", "Did you mean `name`"),
        (("region: US", "region: us"), "bad-value", "regions[0].region", "Did you mean US?"),
        (
            ("call:", "scope: [suicde]\n        call:"),
            "bad-value",
            "regions[0].lines[0].scope[0]",
            "",
        ),
        (
            ("call:", "text_body: HI\n        call:"),
            "missing-field",
            "regions[0].lines[0]",
            "Write",
        ),
    ],
)
def test_every_slip_in_it_is_told_with_what_to_do(
    tmp_path: Path, changed: tuple[str, str], code: str, field: str, hint: str
) -> None:
    found = refused(tmp_path, "helplines: helplines.yaml\n", HELPLINES.replace(*changed))
    assert (found[0], found[3]) == (code, field)
    assert found[4].startswith(hint)


def test_nothing_in_it_comes_twice(tmp_path: Path) -> None:
    twice = HELPLINES + HELPLINES.removeprefix("regions:\n")
    found = refused(tmp_path, "helplines: helplines.yaml\n", twice)
    assert (found[0], found[3]) == ("bad-value", "regions")
    line = HELPLINES[HELPLINES.index("      - id") :]
    found = refused(tmp_path, "helplines: helplines.yaml\n", HELPLINES + line)
    assert (found[0], found[3]) == ("bad-value", "regions[0].lines")


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("helpline.yaml", "missing-helplines", "Did you mean helplines.yaml?"),
        ("elsewhere/lines.yaml", "missing-helplines", "Paths are relative"),
        ("../helplines.yaml", "helplines-outside", "Copy it beside this file"),
        ("https://a.example/b.yaml", "helplines-address", "Save the file beside"),
    ],
)
def test_a_file_that_may_not_be_read_is_told_at_the_brands_line(
    tmp_path: Path, name: str, code: str, hint: str
) -> None:
    folder = tmp_path / "brand"
    folder.mkdir()
    found = refused(folder, f"name: Alma\nhelplines: {name}\n")
    assert found[:4] == (code, "brand.yaml", "2", "helplines")
    assert found[4].startswith(hint)


def test_nothing_behind_the_field_says_nothing(tmp_path: Path) -> None:
    assert brand_in(tmp_path, "helplines:\n", None).helplines is None


# --- Own words ---

WORDING = "disclaimer:\n  wording:\n    {language}:\n      {part}\n"


def test_own_words_are_read_by_language_and_part(tmp_path: Path) -> None:
    part = "{not_therapy: Das ist keine Therapie., topics: {self-harm: Selbstverletzung}}"
    brand = brand_in(tmp_path, f"disclaimer: {{wording: {{de-AT: {part}}}}}\n", None)
    words = brand.disclaimer.wording["de-AT"]
    assert words.not_therapy == "Das ist keine Therapie."
    assert words.topics is not None
    assert words.topics.self_harm == "Selbstverletzung"


@pytest.mark.parametrize(
    ("part", "code", "hint"),
    [
        ("title:", "empty-text", "Write its text, or remove it."),
        ("not_therapy: ''", "empty-text", "Write its text, or remove it."),
        ("not_therapy: '   '", "empty-text", "Write its text, or remove it."),
        ("not_therapy: ' . '", "bad-value", "Write its text, or remove it."),
        ('take_leave: "\\u200b"', "bad-value", "Write its text, or remove it."),
        ("not_terapy: a", "unknown-field", "Did you mean `not_therapy`?"),
        ("emergency: Ruf an.", "bad-value", "Write it where that is to stand."),
        ("emergency: '{emergency}'", "bad-value", "Write its text, or remove it."),
        ("emergency: 'Ruf {nummer} an.'", "bad-value", "Write {emergency}."),
        ("crisis: 'Reden? {contact}'", "bad-value", "This part takes no braces."),
        ("text_body: 'SMS {body}'", "bad-value", "Write it where that is to stand."),
        ("title: 'a { b'", "bad-value", "Remove it."),
        ("content_note: Achtung", "bad-value", "Write it where that is to stand."),
    ],
)
def test_a_part_that_would_say_nothing_is_refused(
    tmp_path: Path, part: str, code: str, hint: str
) -> None:
    found = refused(tmp_path, WORDING.format(language="de", part=part), None)
    assert found[0] == code
    assert found[3] == f"disclaimer.wording.de.{part.partition(':')[0]}"
    assert found[4].startswith(hint)


def test_a_language_that_is_none_is_refused(tmp_path: Path) -> None:
    found = refused(tmp_path, WORDING.format(language="German!", part="title: a"), None)
    assert found[:1] + found[3:] == (
        "bad-value",
        "disclaimer.wording.German!",
        "Write it like en, es or pt-BR.",
    )


def test_own_words_stand_on_the_slide_and_are_told() -> None:
    own = (("de", (("title", "Noch etwas"), ("dm_policy", "Ich lese montags."))),)
    said, findings = compose(
        today=date(2026, 12, 1),
        language="de",
        region="DE",
        dm_policy="I read on Mondays.",
        own_wording=own,
    )
    assert said.title == "Noch etwas"
    assert said.about[1].endswith("begleiten. Ich lese montags.")
    assert [(f.severity, f.code) for f in findings] == [("info", "disclaimer-own-wording")]
    assert "title" in findings[0].message
    assert "dm_policy" not in findings[0].message


def test_words_to_text_make_text_lines_printable() -> None:
    parts = (("text", "SMS an {number}"), ("text_body", "{body} als SMS an {number}"))
    said, _ = compose(today=DAY, language="es", region="US", topics=["suicide"])
    assert actions(said) == ["988"]
    said, _ = compose(
        today=DAY, language="es", region="US", topics=["suicide"], own_wording=(("es", parts),)
    )
    assert actions(said) == ["988", "HOME als SMS an 741741"]


def test_a_policy_in_another_language_is_told() -> None:
    def codes(**given: Any) -> list[str]:
        _, findings = compose(
            today=date(2026, 12, 1), region="DE", dm_policy="I read on Mondays.", **given
        )
        return [finding.code for finding in findings]

    assert codes(language="de") == ["disclaimer-policy"]
    assert codes(language="de", brand_language="de-CH") == []
    assert codes(language="en-GB") == []


def test_what_a_language_has_no_words_for_is_said_in_the_brands_or_in_english() -> None:
    said, findings = compose(today=date(2026, 12, 1), language="de")
    assert (said.emergency_ask, said.emergency_answer) == (
        "In danger right now?",
        "Call your local emergency number.",
    )
    assert said.support_answer == (
        "Your doctor or local health service can point you to a therapist.",
    )
    assert said.crisis_ask == "Du brauchst jemanden zum Reden?"
    assert [finding.code for finding in findings] == ["disclaimer-language", "no-region"]
    assert "“Call your local emergency number.” in English" in findings[0].message
    own = (("fr", (("emergency_unknown", "Appelez les secours."),)),)
    said, _ = compose(today=date(2026, 12, 1), language="de", brand_language="fr", own_wording=own)
    assert (said.emergency_ask, said.emergency_answer) == ("", "Appelez les secours.")


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("es", "00000", "Alma, Psicóloga. N.º\u00a000000. Ejerzo en Madrid."),
        ("es", "M-00000", "Alma, Psicóloga, M-00000, Madrid"),
        ("es", None, "Alma, Psicóloga, Madrid"),
        ("en", None, "Alma, Psicóloga. Licensed in Madrid."),
        ("en", "00000", "Alma, Psicóloga, 00000, Madrid"),
        ("zh-Hans", "M-00000", "Alma, Psicóloga, M-00000, Madrid"),
        ("ar", "M-00000", "\u2068Alma, Psicóloga, M-00000, Madrid\u2069"),
        ("ja", "00000", "Alma（Psicóloga）登録番号\u00a000000・Madrid"),
    ],
)
def test_name_and_licence_are_told_in_the_languages_own_sentence_where_it_says_all(
    language: str, number: str | None, said: str
) -> None:
    closing, _ = compose(
        today=DAY,
        language=language,
        region="ES",
        name="Alma",
        credential="Psicóloga",
        licence_number=number,
        jurisdiction="Madrid",
    )
    assert closing.credential == said


# --- Content notes ---


@pytest.mark.parametrize(
    ("topics", "note"),
    [
        (["suicide"], "Content note: suicide"),
        (["Self harm", "suicide"], "Content note: suicide, self-harm"),
        (["eating_disorders"], "Content note: eating disorders"),
        (["grief"], ""),
        ([], ""),
    ],
)
def test_a_content_note_names_the_topics_it_is_for(topics: list[str], note: str) -> None:
    assert compose(today=DAY, region="US", topics=topics)[0].content_note == note


def test_a_content_note_is_in_a_language_that_names_all_topics() -> None:
    own = (("de", (("topics.suicide", "Suizid"),)),)
    said, findings = compose(
        today=date(2026, 12, 1), language="de", region="DE", topics=["suicide"], own_wording=own
    )
    assert said.content_note == "Inhaltshinweis: Suizid"
    assert [finding.code for finding in findings] == ["disclaimer-own-wording"]
    said, findings = compose(
        today=date(2026, 12, 1),
        language="de",
        region="DE",
        topics=["suicide", "abuse"],
        own_wording=own,
    )
    assert said.content_note == "Content note: suicide, abuse"
    assert "“Content note: suicide, abuse” in English" in findings[0].message
