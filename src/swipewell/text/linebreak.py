"""Where a line may end, and where it must: a text in, its break opportunities out.

    "and/or 10:30␤so"  ->  Break(4, False), Break(7, False), Break(13, True)
                           as in "and/", "or ", "10:30␤", "so"

This is the Unicode Line Breaking Algorithm, UAX #14 for Unicode 17, without tailoring:
https://www.unicode.org/reports/tr14/. Words of Thai, Lao, Khmer and Myanmar need a dictionary;
here their text holds together up to the next space or zero width space.

The way: characters become *kinds* (`_kind`), combining marks are folded into their bases
(`_units`, LB9 and LB10), and at each gap between two units the first rule of `_RULES` that
fits decides. Which rules can fit two given neighbours is worked out once (`_pair`); nearly always
a single one is left, so a gap costs one look-up. The caches hold pure memos of immutable facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

from swipewell.named import NamedTuple
from swipewell.text.properties import (
    east_asian,
    general_category,
    is_unassigned_pictograph,
    line_break,
)


class Break(NamedTuple):
    """A line may end, or must (`mandatory`), before the character at `position`."""

    position: int
    mandatory: bool


# The rules in the order of UAX #14 and nearly its notation; the first to fit decides. LB1 is in
# `line_break`, LB3 (the end of text) is the caller's, LB9 and LB10 are in `_folded`.
#
#   ×  no break     ÷  a line may end here     !  it must
#   A|B  one of these     ^A|B  none of these     nothing  whatever it is
#   SP*  spaces, or none; without it, the neighbour must be immediate
#
# Names are classes of Line_Break, or say more of a character:
#   QU&Pi, QU-Pi  quotation marks that are (are not) of General_Category Pi; Pf likewise
#   eastasian     East_Asian_Width F, W or H; OP-eastasian is an OP that is not, CP likewise
#   ext&Cn        unassigned, kept for a pictograph
#   ◌             U+25CC, which stands for a base in the rules of Brahmic scripts
#   sot, eot      start and end of text
# or of what leads up to it, for what the notation of two neighbours cannot say:
#   ZWJ           the unit ended in a zero width joiner
#   number        NU ( SY | IS )*        number)  the same, then CL or CP
#   oddRI         the last of an odd count of regional indicators
_RULES = """
LB2    sot ×
LB4    BK !
LB5    CR × LF
LB5    CR|LF|NL !
LB6    × BK|CR|LF|NL
LB7    × SP|ZW
LB8    ZW SP* ÷
LB8a   ZWJ ×
LB11   × WJ
LB11   WJ ×
LB12   GL ×
LB12a  ^SP|BA|HY|HH × GL
LB13   × CL|CP|EX|SY
LB14   OP SP* ×
LB15a  sot|BK|CR|LF|NL|OP|QU|GL|SP|ZW QU&Pi SP* ×
LB15b  × QU&Pf SP|GL|WJ|CL|QU|CP|EX|IS|SY|BK|CR|LF|NL|ZW|eot
LB15c  SP ÷ IS NU
LB15d  × IS
LB16   CL|CP SP* × NS
LB17   B2 SP* × B2
LB18   SP ÷
LB19   × QU-Pi
LB19   QU-Pf ×
LB19a  ^eastasian × QU
LB19a  × QU ^eastasian
LB19a  QU × ^eastasian
LB19a  ^eastasian QU ×
LB20   ÷ CB
LB20   CB ÷
LB20a  sot|BK|CR|LF|NL|SP|ZW|CB|GL HY|HH × AL|HL
LB21   × BA|HH|HY|NS
LB21   BB ×
LB21a  HL HY|HH × ^HL
LB21b  SY × HL
LB22   × IN
LB23   AL|HL × NU
LB23   NU × AL|HL
LB23a  PR × ID|EB|EM
LB23a  ID|EB|EM × PO
LB24   PR|PO × AL|HL
LB24   AL|HL × PR|PO
LB25   number) × PO|PR
LB25   number × PO|PR|NU
LB25   PO|PR × OP NU
LB25   PO|PR × OP IS NU
LB25   PO|PR|HY|IS × NU
LB26   JL × JL|JV|H2|H3
LB26   JV|H2 × JV|JT
LB26   JT|H3 × JT
LB27   JL|JV|JT|H2|H3 × PO
LB27   PR × JL|JV|JT|H2|H3
LB28   AL|HL × AL|HL
LB28a  AP × AK|◌|AS
LB28a  AK|◌|AS × VF|VI
LB28a  AK|◌|AS VI × AK|◌
LB28a  AK|◌|AS × AK|◌|AS VF
LB29   IS × AL|HL
LB30   AL|HL|NU × OP-eastasian
LB30   CP-eastasian × AL|HL|NU
LB30a  oddRI × RI
LB30b  EB × EM
LB30b  ext&Cn × EM
LB31   ÷
"""

# All that the rules may call a character, or a base with its marks.
_Kind: TypeAlias = frozenset[str]


def break_opportunities(text: str) -> tuple[Break, ...]:
    """Return all places inside `text` where a line may or must end, in order.

    The start and the end of the text are not among them. A break after spaces stands behind the
    last of them: whoever sets the line lets them hang.
    """
    starts, kinds = _units(text)
    found = []
    before, left, spaced = _SOT, _SOT, False
    for position, index in enumerate(starts):
        right = kinds[position]
        rules, carried = _pair(left, right, spaced)
        sign = rules[0].sign
        if len(rules) > 1:
            after = kinds[position + 1 : position + 3]
            sign = next(rule.sign for rule in rules if rule.fits_around(before, after))
        if sign != "×":
            found.append(Break(index, sign == "!"))
        if right is _SPACE:
            spaced = True
        else:
            before, left, spaced = _SPACE if spaced else left, carried, False
    return tuple(found)


@cache
def _same(kind: _Kind) -> _Kind:
    """Return one object for all equal kinds: look-ups by identity are quicker."""
    return kind


_SOT = _same(frozenset({"sot"}))
_EOT = _same(frozenset({"eot"}))
_SPACE = _same(frozenset({"SP"}))
_LETTER = _same(frozenset({"AL"}))
_MARK = _same(frozenset({"CM"}))
_JOINER = _same(frozenset({"ZWJ"}))
_NOT_A_BASE = frozenset({"BK", "CR", "LF", "NL", "SP", "ZW"})


@cache
def _kind(ch: str) -> _Kind:
    """Return all that the rules may call a character by itself."""
    line_class = line_break(ch)
    if line_class == "CM":
        return _MARK  # Whatever else it is: LB9 and LB10 leave nothing of it.
    names = {line_class}
    if line_class == "QU":
        category = general_category(ch)
        names.add("QU&Pi" if category == "Pi" else "QU-Pi")
        names.add("QU&Pf" if category == "Pf" else "QU-Pf")
    elif line_class == "NU":
        names.add("number")
    elif line_class == "RI":
        names.add("oddRI")
    if east_asian(ch):
        names.add("eastasian")
    elif line_class in ("OP", "CP"):
        names.add(f"{line_class}-eastasian")
    if is_unassigned_pictograph(ch):
        names.add("ext&Cn")
    if ch == "\N{DOTTED CIRCLE}":
        names.add(ch)
    return _same(frozenset(names))


def _units(text: str) -> tuple[Sequence[int], list[_Kind]]:
    """Return where the units of a text start, and their kinds, two ends of text behind the last.

    A unit is a base with its combining marks and joiners, which the rules see as the base (LB9).
    Marks without a base are units of their own, seen as a letter (LB10).
    """
    kinds = list(map(_kind, text))
    if not {_MARK, _JOINER}.isdisjoint(kinds):
        return _folded(kinds)
    return range(len(text)), [*kinds, _EOT, _EOT]


def _folded(kinds: list[_Kind]) -> tuple[list[int], list[_Kind]]:
    """Return the units of a text that has marks or joiners."""
    starts: list[int] = []
    units: list[_Kind] = []
    for index, kind in enumerate(kinds):
        joiner = kind & _JOINER
        if kind is not _MARK and not joiner:
            starts.append(index)
            units.append(kind)
        elif units and _NOT_A_BASE.isdisjoint(units[-1]):
            units[-1] = _same(units[-1] - _JOINER | joiner)
        else:
            starts.append(index)
            units.append(_same(_LETTER | joiner))
    return starts, [*units, _EOT, _EOT]


class _Element(NamedTuple):
    """One place of a rule: any of `names`, or (`negated`) none of them."""

    names: _Kind
    negated: bool

    def fits(self, kind: _Kind) -> bool:
        return self.names.isdisjoint(kind) == self.negated


_ANYTHING = _Element(frozenset(), negated=True)


class _Rule(NamedTuple):
    """A line of `_RULES`: its sign for the gap between `left` and `right`, and when it holds."""

    before: _Element
    left: _Element
    across_spaces: bool
    sign: str
    right: _Element
    after: tuple[_Element, _Element]

    def fits_between(self, left: _Kind, right: _Kind, *, spaced: bool) -> bool:
        """Say whether the rule can hold between these two, with spaces between or without."""
        neighbour = _SPACE if spaced and not self.across_spaces else left
        return self.left.fits(neighbour) and self.right.fits(right)

    def fits_around(self, before: _Kind, after: Sequence[_Kind]) -> bool:
        """Say whether the rule holds with these units before its left and after its right one."""
        return self.before.fits(before) and all(
            element.fits(kind) for element, kind in zip(self.after, after, strict=True)
        )

    def fits_everywhere(self) -> bool:
        """Say whether the rule asks for nothing around its two units."""
        return {self.before, *self.after} == {_ANYTHING}


class _Pair(NamedTuple):
    """What two neighbours settle by themselves.

    `rules` are those that can still decide; the last of them holds whatever stands around.
    `carried` is the right neighbour as the next gap must see it, knowing what came before.
    """

    rules: tuple[_Rule, ...]
    carried: _Kind


@cache
def _pair(left: _Kind, right: _Kind, spaced: bool) -> _Pair:
    """Return what is settled between the last unit that is no space and the one after it.

    `spaced` says that spaces stand between them. The kinds are about a hundred, so the pairs
    are bounded; a text in one language meets some fifty of them.
    """
    rules = []
    for rule in _rules():
        if rule.fits_between(left, right, spaced=spaced):
            rules.append(rule)
            if rule.fits_everywhere():
                break
    return _Pair(tuple(rules), right if spaced else _carried(left, right))


def _carried(left: _Kind, right: _Kind) -> _Kind:
    """Return `right` with the names that say what it continues: a number or a row of flags."""
    if "number" in left and not right.isdisjoint({"SY", "IS"}):
        return _same(right | {"number"})
    if "number" in left and not right.isdisjoint({"CL", "CP"}):
        return _same(right | {"number)"})
    if "oddRI" in left:
        return _same(right - {"oddRI"})
    return right


@cache
def _rules() -> tuple[_Rule, ...]:
    """Return `_RULES`, read."""
    return tuple(_read_rule(line) for line in _RULES.strip().splitlines())


def _read_rule(line: str) -> _Rule:
    """Read one line of `_RULES`: 'LB25  PO|PR × OP IS NU'."""
    _, *words = line.split()
    at = next(at for at, word in enumerate(words) if word in ("×", "÷", "!"))
    lead, follow = words[:at], words[at + 1 :]
    across_spaces = "SP*" in lead
    if across_spaces:
        lead.remove("SP*")
    before, left = [_ANYTHING] * (2 - len(lead)) + [_read_element(word) for word in lead]
    right, *after = [_read_element(word) for word in follow] + [_ANYTHING] * (3 - len(follow))
    return _Rule(before, left, across_spaces, words[at], right, (after[0], after[1]))


def _read_element(word: str) -> _Element:
    """Read one place of a rule: 'PO|PR' or '^HL'."""
    return _Element(frozenset(word.removeprefix("^").split("|")), word.startswith("^"))
