"""Texts that run the other way, set apart: a number in an Arabic sentence to the same, in isolates.

Without them, the algorithm of UAX #9 takes ``0800-111`` apart after an Arabic letter, and puts the
``@`` of a handle on its other side. The marks themselves (U+2066 to U+2069) are never seen. What
belongs together on a line (the groups of a telephone number) gets no-break spaces here as well.
"""

import re
from typing import Final, Literal

Direction = Literal["ltr", "rtl"]

NO_BREAK_SPACE: Final = "\u00a0"

_LEFT_TO_RIGHT, _FIRST_STRONG, _POP = "\u2066", "\u2068", "\u2069"
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_LATIN = rf"[@#*+(]?[A-Za-z0-9](?:[^{_RIGHT_TO_LEFT}]*[A-Za-z0-9#)])?"
_TELEPHONE = r"(?<!\w)[+*(]?\d[\d ()./\-]{3,}\d(?!\w)"


def number(text: str, direction: Direction) -> str:
    """Return a number, an address or a word to text as it stands in a text of a direction."""
    whole = text.replace(" ", NO_BREAK_SPACE)
    return f"{_LEFT_TO_RIGHT}{whole}{_POP}" if direction == "rtl" and whole else whole


def foreign(text: str, direction: Direction) -> str:
    """Return a name or a sentence that somebody wrote, as it stands in a text of a direction.

    One that runs the other way throughout is set apart as a whole, its full stop with it; in one
    that does not, the names and numbers that do.
    """
    if any(map(str.isdigit, text)):
        text = re.sub(_TELEPHONE, lambda found: found[0].replace(" ", NO_BREAK_SPACE), text)
    has_right_to_left = any(map(_is_right_to_left, text))
    if has_right_to_left == (direction == "rtl"):
        return re.sub(_LATIN, rf"{_LEFT_TO_RIGHT}\g<0>{_POP}", text) if has_right_to_left else text
    return f"{_FIRST_STRONG}{text}{_POP}" if text else text


def _is_right_to_left(char: str) -> bool:
    """Say whether a character is one of ``_RIGHT_TO_LEFT``; to compile those takes longer than a post's."""
    return char > "\u058f" and (
        char < "\u0900" or "\ufb1c" < char < "\ufe00" or "\ufe6f" < char < "\uff00"
    )
