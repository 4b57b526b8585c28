"""Typed characters to typographic ones, by language: quotation marks, apostrophes, dashes, spaces.

``"Don't" -- he said...`` -> ``“Don’t” — he said…`` in English, ``„Don’t“ – he said…`` in German.

The text is marked-up source, and nothing but quotes, dashes, dots and spaces is changed in it; what is
typographic already stays as it is, so that to do it twice is to do it once. What languages want is in
`languages`. Web and mail addresses are left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from swipewell.text import languages
from swipewell.text.direction import is_right_to_left
from swipewell.text.languages import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, primary

_SPACE = " \u00a0\u202f"
_DIGIT = "[0-9]"
_DOTS = r"\.{3,}"
_ELLIPSES = {3: "…", 4: "….", 6: "……"}


def quotation_marks(language: str) -> str:
    """Return the outer opening, outer closing, inner opening and inner closing mark."""
    return languages.marks(language)


def closed(text: str, mark: str, language: str) -> tuple[str, str]:
    """Return a text and the quotation mark that closes it, its full stop with the mark where that stands last.

    In Spanish it does (RAE and ASALE, Ortografía de la lengua española, 2010, on the full stop).
    """
    if mark and primary(language) == "es" and text.endswith(".") and not text.endswith(".."):
        return text[:-1], f"{mark}."
    return text, mark


@lru_cache(maxsize=4096)
def typographic(text: str, language: str) -> str:
    """Return the text with its typed quotes, dashes, dots and spaces set as the language does."""
    if ("://" in text or "www." in text or "@" in text) and _MASK not in text:
        addresses = re.findall(_ADDRESS, text)
        return _unmasked(_set(re.sub(_ADDRESS, _MASK, text), language), addresses)
    return _set(text, language)


def _set(text: str, language: str) -> str:
    """Return a text without addresses, set."""
    figures = re.search(_DIGIT, text) is not None
    if "..." in text:
        text = re.sub(_DOTS, lambda dots: _ELLIPSES.get(len(dots[0]), dots[0]), text)
    if figures and "'" in text:
        text = _primes(text)
    if "-" in text or "–" in text or "—" in text:
        text = _dashes(_ranges(text, language) if figures else text, language)
    if '"' in text or "'" in text:
        text = _Curling(text, language).curled()
    if "." in text:
        text = _abbreviations(text, language)
    if languages.lineage(language)[-1] == "fr":
        text = _french_spaces(text, language)
    if figures and is_right_to_left(language):
        text = re.sub(_BETWEEN_FIGURES, NO_BREAK_SPACE, text)  # UAX #9 then keeps 116 123 in order
    return _tied(text, language, figures)


# --- Addresses ---

# Stands for an address while the rest is set: a letter of a single manuscript, which no post holds.
_MASK = "\ua66e"
_WEB = r"(?<!\w)(?:https?://|www\.)[!#-&()+-~]*[\w/#&%~]"
_MAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_ADDRESS = f"(?a:{_WEB}|{_MAIL})"


def _unmasked(text: str, addresses: list[str]) -> str:
    parts = text.split(_MASK)
    return "".join(part + address for part, address in zip(parts, [*addresses, ""], strict=True))


# --- Dashes and figures ---

_SPACED_DASH = r"(?<=[^\s«])[ \u00a0](?:--|---|–|—)(?= )"
_SPACED_HYPHEN = r"(?<=[^\W\d_]|[.,!?…»”’)*=]) -(?= [^\W\d_]| [«“„*=])"  # typed for a dash
_BETWEEN_FIGURES = r"(?<=\d) (?=\d)"
_THREE = r"(?<!-)---(?!-)"
_TWO = r"(?<!-)--(?!-)"
_TWO_IN_FIGURES = r"(?<=\d)--(?=\d)"
_FEET = r"(?<![\w.,'])(\d{1,2})'(?:([ \u00a0\u202f]?\d{1,2})\"(?![\w\"'])|(\d{1,2})(?![\w\"']))"
_RANGE = r"([0-9]+(?:[.,:][0-9]+)?)-([0-9]+(?:[.,:][0-9]+)?)"
_TIME = r"[0-9]{1,2}:[0-9]{2}"
_NO_RANGE_AFTER = frozenset("-–—−.,:/\\+#@′″")
_UNIT = r"[ \u00a0\u202f]?([^\s\d.,;:!?*=)]+\.?)"


def _primes(text: str) -> str:
    """Return the text with feet and inches as primes: 5'10" and 5'10, but not 1'000."""
    return re.sub(_FEET, lambda m: f"{m[1]}′{m[2]}″" if m[2] else f"{m[1]}′{m[3]}", text)


def _dashes(text: str, language: str) -> str:
    dash = languages.dash(language)
    if len(dash) == 2:
        return re.sub(_TWO, dash, text)  # spaces around it are the author's
    text = re.sub(_SPACED_DASH, f"{NO_BREAK_SPACE}{dash}", text)
    if " - " in text:
        text = re.sub(_SPACED_HYPHEN, f"{NO_BREAK_SPACE}{dash}", text)
    if "--" not in text:
        return text
    text = re.sub(_TWO_IN_FIGURES, "–", text)
    return re.sub(_TWO, dash, re.sub(_THREE, "—", text))


def _ranges(text: str, language: str) -> str:
    """Return the text with a dash in plain ranges: 3-5, 10-15 %, 9:00-17:00; others as typed."""
    if "-" not in text or not languages.figure_dash(language):
        return text
    units = languages.ties(language).units

    def dashed(found: re.Match[str]) -> str:
        return f"{found[1]}–{found[2]}" if _is_range(found, units) else found[0]

    return re.sub(_RANGE, dashed, text)


def _is_range(found: re.Match[str], units: frozenset[str]) -> bool:
    """Say whether two numbers are plainly a range, and no date, telephone number or name."""
    text, start, end = found.string, found.start(), found.end()
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in _NO_RANGE_AFTER or before[-1:].isalnum() or before[-1:] == "_":
        return False
    if before[1:].isspace() and (before[0].isdigit() or before[0] == ")"):
        return False  # in a telephone number
    if after[:1].isalpha() or after[:1] in ("-", "–", "—", "/", "@", "_", "′", "″"):
        return False
    if after[1:].isdigit() and after[:1] in (".", ",", ":", *_SPACE):
        return False
    first, second = found[1], found[2]
    if ":" in first or ":" in second:
        return bool(re.fullmatch(_TIME, first) and re.fullmatch(_TIME, second))
    if (first[0] == "0" and first[1:2].isdigit()) or second[0] == "0":
        return False
    unit = re.match(_UNIT, text[end:])
    if unit and (unit[1] in units or unit[1].rstrip(".") in units):
        return True
    short = len(first) <= 2 and len(second) <= 2
    return short and int(first) < int(second)


# --- Quotation marks and apostrophes ---

_ENGLISH_ELIDED = "n em til tis twas cause bout"
_YEAR = r"[0-9]{2}(?![0-9])"
_OPENABLE = r'[*=]*[\w"«„“¿¡(…]'
_CLOSING = r"[^\s(\[{]'(?!\w)"
_OPENS_AFTER = frozenset(" \t\n\r([{-–—/«“„‘‚‹「『¿¡\u00a0\u202f\u2028\u3000")
_AFTER_CLOSING = frozenset(".,;:!?)]}…»”’")
_HEBREW_WORD = "[א-ת]+"
_HEBREW_PREFIX = "(?:^|[^א-ת])[משהוכלב]{1,3}$"
_LAST_LATIN = "\u024f"


@lru_cache(maxsize=64)
def _elided(language: str) -> re.Pattern[str]:
    """Return what finds a word whose beginning is left out: ’tis, and ’s avonds in Dutch."""
    words = f"{_ENGLISH_ELIDED} {languages.elided(language)}".split()
    return re.compile(rf"(?:{'|'.join(words)})\b", re.IGNORECASE)


def _is_hebrew(char: str) -> bool:
    return "א" <= char <= "ת"


class _Curling:
    """Turns straight quotation marks by what stands around them, from the first to the last."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.marks = languages.marks(language)
        self.unspaced = languages.unspaced(language)
        self.elided = _elided(language)
        self.outer = self.inner = False  # whether a quotation is open

    def curled(self) -> str:
        """Return the text with quotation marks and apostrophes."""
        out: list[str] = []
        before = " "
        for at, char in enumerate(self.text):
            if char == '"':
                char = self._double(at, before)
            elif char == "'":
                char = self._single(at, before)
            out.append(char)
            if char not in "*=":
                before = char
        return "".join(out)

    def _after(self, at: int) -> str:
        """Return the next character that is no sign of markup, empty at the end."""
        at += 1
        while self.text[at : at + 1] in ("*", "="):
            at += 1
        return self.text[at : at + 1]

    def _double(self, at: int, before: str) -> str:
        after = self._after(at)
        if _is_hebrew(before) and _is_hebrew(after) and self._is_gershayim(at):
            return "״"
        self.outer = self._opens_double(before, after)
        return self.marks[0] if self.outer else self.marks[1]

    def _opens_double(self, before: str, after: str) -> bool:
        if self.unspaced:
            return not self.outer
        if self.outer and (not after or after.isspace() or after in _AFTER_CLOSING):
            return False
        if before in _OPENS_AFTER:
            return True
        bound = before == "’" or _is_hebrew(before)  # l'"amour", a Hebrew preposition
        return bound and not self.outer and after.isalnum()

    def _is_gershayim(self, at: int) -> bool:
        """Say whether a mark among Hebrew letters makes a word an acronym: צה"ל, but not ב"הארץ".

        It does so before a last letter; elsewhere unless what precedes may be a preposition and the
        quotation is closed.
        """
        following = re.match(_HEBREW_WORD, self.text[at + 1 :])
        if following is None or len(following[0]) == 1:
            return following is not None
        if not re.search(_HEBREW_PREFIX, self.text[max(0, at - 4) : at]):
            return True
        closing = self.text.find('"', at + 1)
        return closing < 0 or self.text[closing - 1].isspace() or self._within_hebrew(closing)

    def _within_hebrew(self, at: int) -> bool:
        return _is_hebrew(self.text[at - 1]) and _is_hebrew(self.text[at + 1 : at + 2])

    def _single(self, at: int, before: str) -> str:
        after = self._after(at)
        hebrew = _is_hebrew(before)
        if before.isalnum() and after.isalnum() and not self._unspaced_between(before, after):
            return "׳" if hebrew else "’"
        if self.inner:
            if not after.isalnum() or self.unspaced:
                self.inner = False
                return self.marks[3]
        elif (before in _OPENS_AFTER or self.unspaced) and self._closes_later(at):
            self.inner = True
            return self.marks[2]
        return "׳" if hebrew else "’"

    def _unspaced_between(self, before: str, after: str) -> bool:
        return self.unspaced and (before > _LAST_LATIN or after > _LAST_LATIN)

    def _closes_later(self, at: int) -> bool:
        """Say whether a single quote that could open finds a closing one: ’90s, ’tis and ’n’ do not."""
        rest = self.text[at + 1 :]
        word = rest.lstrip("*=")
        if self.elided.match(word) or re.match(_YEAR, word):
            return False
        closing = "'" in rest if self.unspaced else re.search(_CLOSING, rest)
        return bool(closing and re.match(_OPENABLE, word))


# --- Spaces ---

_AFTER_MARK = r"(?=[\s*=»”’›)\]}.,…]|$)"
_HIGH = rf"(?<=[^\s(\[{{«“‘‹?!;:])[{_SPACE}]*([?!;]+){_AFTER_MARK}"
_COLON = rf"(?<=[^\s(\[{{«“‘‹?!;:])[{_SPACE}]*:(?=[\s*=»”]|$)"
_OPENED = rf"«[{_SPACE}]*(?=[^\s»])"
_CLOSED = rf"(?<=[^\s«])[{_SPACE}]*»"

# Before ; ! ? and before : and inside « ». fr: Lexique de l'Imprimerie nationale, with narrow spaces
# inside « » for narrow lines. fr-CA: the OQLF's table for where no thin space is at hand, which is what
# readers there know. fr-CH: Guide du typographe, thin spaces throughout.
_FRENCH = {
    "fr": (NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE),
    "fr-CA": ("", NO_BREAK_SPACE, NO_BREAK_SPACE),
    "fr-CH": (NARROW_NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE),
}


def _french_spaces(text: str, language: str) -> str:
    high, colon, inside = languages.nearest(_FRENCH, language, _FRENCH["fr"])
    if "?" in text or "!" in text or ";" in text:
        text = re.sub(_HIGH, rf"{high}\1", text)
    if ":" in text:
        text = re.sub(_COLON, f"{colon}:", text)
    if "«" in text or "»" in text:
        text = re.sub(_CLOSED, f"{inside}»", re.sub(_OPENED, f"«{inside}", text))
    return text


_DOTTED = rf"([^\W\d_]{{1,4}}\.(?:-[^\W\d_]\.)?)([{_SPACE}]?)"
_DOTTED_RUN = rf"(?<![\w.])(?:[^\W\d_]{{1,4}}\.(?:-[^\W\d_]\.)?[{_SPACE}]?){{2,}}"


def _abbreviations(text: str, language: str) -> str:
    """Return the text with z. B. and the like held together, and spaced where they were not."""
    known = languages.several(language)
    if not known:
        return text
    space = languages.abbreviation_space(language)

    def spaced(found: re.Match[str]) -> str:
        follows = text[found.end() : found.end() + 1]
        return _joined(re.findall(_DOTTED, found[0]), follows, known, space)

    return re.sub(_DOTTED_RUN, spaced, text)


def _joined(
    dotted: list[tuple[str, str]], follows: str, known: frozenset[tuple[str, ...]], space: str
) -> str:
    """Return abbreviations in a row, each with the space after it, those joined that are known as one."""
    out, at = "", 0
    while at < len(dotted):
        end = _known_end(dotted, at, follows, known)
        out += space.join(part for part, _ in dotted[at:end]) + dotted[end - 1][1]
        at = end
    return out


def _known_end(
    dotted: list[tuple[str, str]], at: int, follows: str, known: frozenset[tuple[str, ...]]
) -> int:
    """Return where the longest known abbreviation that starts here ends, or this part where none does."""
    if at == 0 or dotted[at - 1][1]:  # not in the middle of something else: s.r.o.z.
        for end in range(len(dotted), at + 1, -1):
            following = dotted[end][0] if end < len(dotted) else follows
            if (dotted[end - 1][1] or not following[:1].isalnum()) and (
                tuple(part.lower() for part, _ in dotted[at:end]) in known
            ):
                return end
    return at + 1


# --- What stands together on a line ---

_HARD = frozenset({NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE})
_WHITE = r"(\s)"
_INITIALS = r"\.\s\w\."
_OPENERS = "*=([{„“”«»‚‘’‹›「『¿¡—–"
_AROUND = "*=([{)]}„“”«»‚‘’‹›…,;:!?"


def _tied(text: str, language: str, figures: bool) -> str:
    """Return the text with no-break spaces where a line may not end.

    Of more than two such spaces in a row only the last two are kept: lines are short, and a long
    chain would do more harm than a bad end.
    """
    ties = languages.ties(language)
    if not (
        figures
        or ties.short
        or any(title in text for title in ties.titles)
        or (". " in text and re.search(_INITIALS, text))
    ):
        return text
    pieces = re.split(_WHITE, text)
    words = pieces[::2]
    held = [pieces[2 * at + 1] in _HARD or _holds(words, at, ties) for at in range(len(words) - 1)]
    held += [False, False]
    for at, hold in enumerate(held[:-2]):
        if hold and pieces[2 * at + 1] == " " and not (held[at + 1] and held[at + 2]):
            pieces[2 * at + 1] = NO_BREAK_SPACE
    return "".join(pieces)


def _holds(words: list[str], at: int, ties: languages.Ties) -> bool:
    """Say whether a word belongs on one line with the next: in Polish w, Dr., S. 5, 5 min, 24 / 7."""
    word, following = words[at], words[at + 1]
    if not word or not following:
        return False
    bare = word.lstrip(_OPENERS).rstrip("*=")
    head = following.lstrip(_OPENERS)[:1]
    if not head.isalnum():
        return bare[-1:].isdigit() and _is_measured(words, at, ties)
    if bare in ties.titles or bare.lower() in ties.short:
        return True
    if head.isdigit():
        return bare in ties.numbered or (bare == "/" and at > 0 and words[at - 1][-1:].isdigit())
    if bare[-1:].isdigit():
        return _is_measured(words, at, ties)
    return following.strip(_AROUND).lower() in ties.particles or _is_initial(words, at)


def _is_measured(words: list[str], at: int, ties: languages.Ties) -> bool:
    """Say whether a unit follows a number, or a stroke and another number."""
    unit = words[at + 1].strip(_AROUND)
    if unit == "/":
        return words[at + 2 : at + 3] != [] and words[at + 2][:1].isdigit()
    return unit in ties.units or unit.rstrip(".") in ties.units or f"{unit}." in ties.units


def _is_initial(words: list[str], at: int) -> bool:
    """Say whether a word is one of two initials or more before a name: A. B. Name."""
    word, following = words[at].lstrip(_OPENERS), words[at + 1].lstrip(_OPENERS)
    if not _has_form_of_initial(word) or not following[:1].isupper():
        return False
    return _has_form_of_initial(following) or (
        at > 0 and _has_form_of_initial(words[at - 1].lstrip(_OPENERS))
    )


def _has_form_of_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "." and word[0].isupper()
