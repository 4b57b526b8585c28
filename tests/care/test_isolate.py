"""Numbers, names and sentences that run the other way keep their order; numbers stay on a line."""

from __future__ import annotations

import pytest

from swipewell.care.isolate import Direction, foreign, number

NB, LRI, FSI, PDI = "\u00a0", "\u2066", "\u2068", "\u2069"


def test_a_number_is_set_apart_only_where_letters_run_the_other_way() -> None:
    assert number("0800 111-222", "ltr") == f"0800{NB}111-222"
    assert number("0800 111-222", "rtl") == f"{LRI}0800{NB}111-222{PDI}"
    assert number("", "rtl") == ""


@pytest.mark.parametrize(
    ("text", "direction", "shown"),
    [
        ("Alma Counselling", "ltr", "Alma Counselling"),
        ("Alma Counselling", "rtl", f"{FSI}Alma Counselling{PDI}"),
        ("I answer on Mondays.", "rtl", f"{FSI}I answer on Mondays.{PDI}"),
        ("ERAN (ער״ן)", "ltr", f"{FSI}ERAN (ער״ן){PDI}"),
        ("ERAN (ער״ן)", "rtl", f"{LRI}ERAN{PDI} (ער״ן)"),
        ("כתבו אל @alma.c או 03-123 4567.", "rtl", None),
        ("קליניקה", "rtl", "קליניקה"),
        ("Ring 116 123 or 12 34.", "ltr", f"Ring 116{NB}123 or 12{NB}34."),
        ("3 to 5 days", "ltr", "3 to 5 days"),
        ("", "rtl", ""),
    ],
)
def test_what_somebody_wrote_is_set_apart_as_a_whole_or_in_parts(
    text: str, direction: Direction, shown: str | None
) -> None:
    expected = shown
    if expected is None:
        expected = f"כתבו אל {LRI}@alma.c{PDI} או {LRI}03-123{NB}4567{PDI}."
    assert foreign(text, direction) == expected
