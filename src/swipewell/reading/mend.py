"""A syntax error to what a person needs: the line to look at, what is wrong, and the likely mend.

YAML's own messages speak of tokens. Nearly every error in a post is one of a dozen slips of
somebody who writes prose, and each is told by the line it is in. The rules are tried in order;
each takes the `Trouble` and gives a `Diagnosis` or None. Lines and columns count from 0 here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from swipewell.named import NamedTuple


class Trouble(NamedTuple):
    """What the parser says: where it gave up (`at`), and where what it was reading began (`since`).

    `bracket` is the place of the innermost bracket or brace that is open, None where none is.
    """

    problem: str
    context: str
    at: tuple[int, int]
    since: tuple[int, int]
    bracket: tuple[int, int] | None
    lines: tuple[str, ...]

    @property
    def line(self) -> str:
        """Return the line in which the parser gave up."""
        return self.lines[self.at[0]]

    @property
    def above(self) -> int:
        """Return the number of the nearest line above that is not blank, else this one's."""
        numbers = range(self.at[0] - 1, -1, -1)
        return next((number for number in numbers if self.lines[number].strip()), self.at[0])


class Diagnosis(NamedTuple):
    """The place, the words, and the line as it would be right, None where that cannot be told."""

    code: str
    line: int
    column: int
    message: str
    hint: str
    mended: str | None = None


_HEAD = r"\s*(?:-\s+)*(?:[\w.-]+\s*:(?:\s+|$))?"
"""What stands before a value: the indentation, the dashes of a list, the name of a field."""

_GLUED_COLON = r"(\s*(?:-\s+)*[a-z_]+:)([^\s:/].*)"
_GLUED_DASH = r"(\s*-)([^\s-].*)"
_APOSTROPHE = r"(?<=\w)'(?=\w)"
_HASH = r"(?:(?<=[\s\[{,])|^)#(?=\S)"
_LONGEST_LINE = 2_000


def diagnosed(trouble: Trouble) -> Diagnosis:
    """Return the first diagnosis that fits; the last rule fits always."""
    rules = _RULES if len(trouble.line) <= _LONGEST_LINE else (_unclosed_quote, _unclosed_bracket)
    found = (diagnosis for rule in rules if (diagnosis := rule(trouble)) is not None)
    return next(found, None) or _unknown(trouble)


def quoted(text: str) -> str:
    """Return a text in the quotes that need the fewest escapes in it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return "'" + text.replace("'", "''") + "'"


def _tab(trouble: Trouble) -> Diagnosis | None:
    """A tab, or a pasted space that only looks like one, where YAML wants spaces."""
    number, column = trouble.at
    blank = trouble.line[: _indent(trouble.line)]
    if odd := blank.strip(" \t"):
        message = f"This line is indented with a special space (U+{ord(odd[0]):04X})."
        hint = "Such spaces come along when text is pasted: delete them and type plain ones."
        return Diagnosis("odd-space", number, blank.index(odd[0]), message, hint)
    if "\t" not in blank and trouble.line[column : column + 1] != "\t":
        return None
    tabbed = sum("\t" in line[: _indent(line)] for line in trouble.lines)
    more = f", in {tabbed} lines of this file" if tabbed > 1 else ""
    message = f"There is a tab where YAML wants spaces{more}."
    hint = "Indent with spaces, two for each level; most editors can convert the tabs of a file."
    return Diagnosis("tab", number, trouble.line.find("\t"), message, hint)


def _unclosed_quote(trouble: Trouble) -> Diagnosis | None:
    """A quote that is opened and never closed."""
    if "quoted scalar" not in trouble.context or "unexpected" not in trouble.problem:
        return None
    return _never_closed(trouble, *trouble.since)


def _quote_above(trouble: Trouble) -> Diagnosis | None:
    """A quote that should close in its line, and is closed by the opening one of a later text."""
    for number in range(trouble.at[0] - 1, max(-1, trouble.at[0] - 8), -1):
        start = _head(trouble.lines[number])
        quote = trouble.lines[number][start : start + 1]
        if quote in ("'", '"') and quote not in trouble.lines[number][start + 1 :]:
            between = trouble.lines[number + 1 : trouble.at[0]]
            closed_here = quote in trouble.line[: trouble.at[1]]
            alone = closed_here and not any(quote in line for line in between)
            return _never_closed(trouble, number, start) if alone else None
    return None


def _never_closed(trouble: Trouble, number: int, column: int) -> Diagnosis:
    """The words for a quote that opens at a place, mended at the end of its line."""
    line = trouble.lines[number].rstrip()
    quote = line[column : column + 1] or '"'
    message = f"The quotation mark {quote} that begins here is never closed."
    in_line = trouble.bracket is None and len(line) <= _LONGEST_LINE and len(line) > column + 1
    mended = line + quote if in_line and not line.endswith(("\\", quote)) else None
    hint = f"Close it at the end of the text{': ' + mended.strip() if mended else '.'}"
    return Diagnosis("unclosed-quote", number, column, message, hint, mended)


def _bad_escape(trouble: Trouble) -> Diagnosis | None:
    """A backslash in double quotes, where YAML has escapes of its own."""
    if "escape" not in trouble.problem:
        return None
    (number, column), (first, start) = trouble.at, trouble.since
    inner = trouble.lines[first][start + 1 :].rstrip()
    slash = max(trouble.line.rfind("\\", 0, column + 1), 0)
    message = "In double quotes a backslash begins a code, and this is none that YAML knows."
    whole = first == number and inner.endswith('"') and not set("'\"") & set(inner[:-1])
    mended = f"{trouble.lines[first][:start]}'{inner[:-1]}'" if whole else None
    advice = (
        "Put the text in single quotes"
        if mended
        else "Write the backslash twice, or use single quotes"
    )
    return _with_mend("bad-escape", (number, slash), message, advice, mended)


def _special_character(trouble: Trouble) -> Diagnosis | None:
    """A text that begins with a character YAML keeps for itself."""
    start, end = _spot(trouble)
    text = trouble.line[start:end]
    special = text[:1] in set("*&!@`%|>]},") or text[:2] in ("- ", "? ")
    if not special or trouble.at[1] < start:
        return None
    if text[0] in "|>":
        message = f"After `{text[0]}` the text begins on the next line."
        advice = "Begin the text on the next line, indented, or put it in quotes"
    elif text[0] == "-" and not _in_flow(trouble):
        message = "A list begins on the line under its field's name."
        advice = (
            "Begin the list on the next line; if the dash belongs to the text, put it in quotes"
        )
    else:
        sign = "a backtick" if text[0] == "`" else f"`{text[0]}`"
        message, advice = f"A text that begins with {sign} needs quotes.", "Put the text in quotes"
    mended = _with_quotes(trouble.line, (start, end))
    return _with_mend("needs-quotes", (trouble.at[0], start), message, advice, mended)


def _behind_quote(trouble: Trouble) -> Diagnosis | None:
    """A text that goes on after its closing quote, often the apostrophe of a word."""
    start, end = _spot(trouble)
    text = trouble.line[start:end]
    quote = text[:1]
    if quote not in ("'", '"') or len(text) < 3 or trouble.at[1] <= start:
        return None
    marks = re.sub(_APOSTROPHE, "", text).count(quote)
    meant = text[1:-1] if text.endswith(quote) and (marks == 2 or marks % 2) else text
    mended = trouble.line[:start] + quoted(meant) + trouble.line[end:]
    message = f"The text goes on after its closing quotation mark {quote}"
    message += ", here an apostrophe." if quote == "'" and re.search(_APOSTROPHE, text) else "."
    return _with_mend(
        "needs-quotes", (trouble.at[0], start), message, "Put the whole text in quotes", mended
    )


def _behind_bracket(trouble: Trouble) -> Diagnosis | None:
    """A text that begins with a bracket or a brace, such as `[draft] Title` or `{name}, hello`."""
    start, end = _spot(trouble)
    text = trouble.line[start:end]
    closing = {"[": "]", "{": "}"}.get(text[:1])
    if closing is None or closing not in text or trouble.at[1] <= start + text.index(closing):
        return None
    if _in_flow(trouble):
        return None
    message = f"A text that begins with `{text[0]}` needs quotes."
    mended = _with_quotes(trouble.line, (start, end))
    return _with_mend(
        "needs-quotes", (trouble.at[0], start), message, "Put the text in quotes", mended
    )


def _hash_in_brackets(trouble: Trouble) -> Diagnosis | None:
    """A `#` in brackets, which makes their closing one part of a comment."""
    if not _in_flow(trouble) and "flow" not in trouble.context:
        return None
    first, _ = trouble.bracket or trouble.since
    for number in range(first, trouble.at[0] + 1):
        line = trouble.lines[number]
        if len(line) <= _LONGEST_LINE and (found := re.compile(_HASH).search(line, _head(line))):
            mended = line
            for match in reversed(list(re.compile(_HASH).finditer(line, _head(line)))):
                mended = _quoted_around(mended, match.start())
            message = "YAML takes text after ` #` for a comment, here even the closing bracket."
            place = number, found.start()
            return _with_mend("text-after-hash", place, message, "Put the text in quotes", mended)
    return None


def _colon(trouble: Trouble) -> Diagnosis | None:
    """A colon in a text, which makes YAML see a field within it."""
    line, (number, column) = trouble.line, trouble.at
    in_brackets = _in_flow(trouble) and line[column : column + 1] == ":" and not _steps_out(trouble)
    if "mapping values" not in trouble.problem and not in_brackets:
        return None
    start, end = _spot(trouble)
    name = line[:column].strip()
    if not in_brackets and (column < start or start == _indent(line)):
        return _in_the_middle(trouble, name)
    message = "The text has a colon in it, so YAML sees a second field."
    mended = _with_quotes(line, (start, end))
    return _with_mend("needs-quotes", (number, start), message, "Put the text in quotes", mended)


def _in_the_middle(trouble: Trouble, name: str) -> Diagnosis:
    """A field, or a line of text with a colon, indented beneath a text that is not ended."""
    message = f"`{name}:` begins in the middle of the text above."
    hint = "If it is a field, begin it in the same column as the field above; if it is text, "
    hint += "put the whole text in quotes, or write it under `name: |`."
    is_prose = not re.fullmatch(r"(- +)*[a-z_]+", name)
    mended = _without_colon(trouble) if is_prose else None
    return Diagnosis("bad-indent", trouble.at[0], _indent(trouble.line), message, hint, mended)


def _without_colon(trouble: Trouble) -> str:
    """Return the line with a colon that is none to YAML, so that what follows can be read."""
    column = trouble.at[1]
    return trouble.line[:column] + "\N{RATIO}" + trouble.line[column + 1 :]


def _missing_space(trouble: Trouble) -> Diagnosis | None:
    """A space forgotten behind a field's colon or a list's dash."""
    for number in dict.fromkeys((trouble.since[0], trouble.above, trouble.at[0])):
        line = trouble.lines[number]
        for sign, pattern in (("colon", _GLUED_COLON), ("dash", _GLUED_DASH)):
            if match := re.fullmatch(pattern, line):
                mended = f"{match[1]} {match[2]}"
                message = f"A space is missing after the {sign}."
                place = number, match.end(1) - 1
                return _with_mend("missing-space", place, message, "Put one there", mended)
    return None


def _hash_above(trouble: Trouble) -> Diagnosis | None:
    """A ` #` that ends a text which was meant to go on in the next line."""
    above = trouble.lines[trouble.above]
    lost = re.search(r"\s#(?=\S)", above)
    if lost is None or _indent(trouble.line) <= _indent(above):
        return None
    message = (
        "YAML takes text after ` #` for a comment, so the text ends there and cannot go on below."
    )
    hint = "Put the whole text in quotes, or begin it with `|` and write it on the lines below."
    return Diagnosis("text-after-hash", trouble.above, lost.start() + 1, message, hint)


def _stray_line(trouble: Trouble) -> Diagnosis | None:
    """A line that is no field and continues none."""
    if "simple key" not in trouble.context:
        return None
    number, column = trouble.since
    message = "This line is neither a field (`name: value`) nor part of the text above."
    hint = "If it belongs to the text above, indent it by two spaces more than the field's name."
    return Diagnosis("stray-line", number, column, message, hint, f"  {trouble.lines[number]}")


def _unclosed_bracket(trouble: Trouble) -> Diagnosis | None:
    """A bracket or a brace that is opened and never closed."""
    if "flow" not in trouble.context:
        return None
    number, column = trouble.bracket or trouble.since
    bracket = trouble.lines[number][column : column + 1]
    if bracket not in ("[", "{"):
        return None
    closing = "}" if bracket == "{" else "]"
    message = f"The `{bracket}` that opens here is not closed, or a comma is missing after it."
    line = trouble.lines[number].rstrip()
    is_over = trouble.above == number and (_steps_out(trouble) or not trouble.line.strip())
    mended = line + closing if is_over else None
    advice = f"Divide the entries by commas and end with `{closing}`"
    return _with_mend("unclosed-bracket", (number, column), message, advice, mended)


def _bad_indent(trouble: Trouble) -> Diagnosis | None:
    """A line that begins in another column than its neighbours."""
    number, column = trouble.at
    indent = _indent(trouble.line)
    first, wanted = trouble.since
    if column != indent or number == first or "block" not in trouble.context:
        return None
    if indent == wanted:
        return _mixed(trouble)
    message = f"This line begins in column {indent + 1}, its neighbours in column {wanted + 1}."
    hint = f"Begin it in column {wanted + 1} as line {first + 1} does, or indent it under a field."
    return Diagnosis("bad-indent", number, indent, message, hint)


def _mixed(trouble: Trouble) -> Diagnosis:
    """A list and fields in one column, where there can be only one of them."""
    number, column = trouble.at
    is_dash = trouble.line[column : column + 1] == "-"
    message = (
        "A list begins here among fields."
        if is_dash
        else "A field stands among the entries of a list here."
    )
    hint = (
        "Give the list a name, such as `slides:`, and indent it under that."
        if is_dash
        else "Begin a new entry with `- `, or move the field above the list."
    )
    return Diagnosis("bad-indent", number, column, message, hint)


def _unknown(trouble: Trouble) -> Diagnosis:
    """Whatever is left: the place, and what to look at."""
    number, column = trouble.at
    if not trouble.line.strip():
        number, column = trouble.since
    message = "From here on the file cannot be understood."
    hint = "Look at the quotes, colons and indentation of this line and the one above it."
    return Diagnosis("syntax", number, column, message, hint)


_RULES: tuple[Callable[[Trouble], Diagnosis | None], ...] = (
    _tab,
    _unclosed_quote,
    _bad_escape,
    _quote_above,
    _hash_in_brackets,
    _special_character,
    _behind_quote,
    _behind_bracket,
    _missing_space,
    _colon,
    _hash_above,
    _stray_line,
    _unclosed_bracket,
    _bad_indent,
)


def _with_mend(
    code: str, place: tuple[int, int], message: str, advice: str, mended: str | None
) -> Diagnosis:
    hint = f"{advice}: {mended.strip()}" if mended else f"{advice}."
    return Diagnosis(code, *place, message, hint, mended)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _head(line: str) -> int:
    """Return the column in which a line's value begins."""
    match = re.match(_HEAD, line)
    return match.end() if match else 0


def _in_flow(trouble: Trouble) -> bool:
    """Whether the parser gave up inside brackets; it looks ahead, so the line is asked as well."""
    line, column = trouble.line, trouble.at[1]
    start = _head(line)
    if line[start : start + 1] not in ("[", "{"):
        return trouble.bracket is not None
    before = line[start:column]
    return sum(map(before.count, "[{")) > sum(map(before.count, "]}"))


def _steps_out(trouble: Trouble) -> bool:
    """Whether the line stands outside the line whose bracket is open: that was forgotten."""
    first = (trouble.bracket or trouble.since)[0]
    return trouble.at[0] > first and _indent(trouble.line) <= _indent(trouble.lines[first])


def _spot(trouble: Trouble) -> tuple[int, int]:
    """Return where the text in question begins and ends in its line."""
    line = trouble.line
    if not _in_flow(trouble):
        return _head(line), len(line.rstrip())
    same_line = trouble.since[0] == trouble.at[0] and "flow" not in trouble.context
    return _entry(line, trouble.since[1] if same_line else trouble.at[1])


def _entry(line: str, column: int) -> tuple[int, int]:
    """Return where the entry of a list or group in brackets begins and ends, around a column."""
    start = max(
        *(line.rfind(sign, 0, column) + 1 for sign in "[{,"), line.rfind(": ", 0, column) + 1
    )
    start += _indent(line[start:])
    ends = (found for sign in ",]}" if (found := line.find(sign, max(column, start))) >= 0)
    end = min(ends, default=len(line))
    return start, start + len(line[start:end].rstrip())


def _with_quotes(line: str, spot: tuple[int, int]) -> str:
    start, end = spot
    return line[:start] + quoted(line[start:end]) + line[end:]


def _quoted_around(line: str, column: int) -> str:
    """Return the line with quotes around the entry in which a column lies."""
    start, end = _entry(line, column)
    return line if line[start : start + 1] in ('"', "'") else _with_quotes(line, (start, end))
