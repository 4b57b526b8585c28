"""Bytes to a page: the text of one file and its lines, or what keeps it from being text."""

from __future__ import annotations

import re
from itertools import islice

from swipewell.findings import Finding, InputError, Severity, Where
from swipewell.named import NamedTuple
from swipewell.reading.tree import Mark

MAX_BYTES = 5_000_000
"""What a file may weigh; the longest post anybody would swipe has a thousandth of it."""

_FORBIDDEN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
"""What no text holds: control characters, halves of surrogate pairs, non-characters."""

_BREAKS = frozenset("\n\t\r\u00a0")

_LINE_END = re.compile(r"\r\n?")
_LONGEST_QUOTE = 300
_MOST_FAULTS = 20
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Page(NamedTuple):
    """A file's name as the person gave it, its text with plain line ends, and its lines."""

    name: str
    text: str
    lines: tuple[str, ...]

    def finding(
        self,
        code: str,
        message: str,
        hint: str = "",
        *,
        mark: Mark | None = None,
        field: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> Finding:
        """Return a finding about this file, with the line it speaks of."""
        line, column = mark or (None, None)
        where = Where(self.name, line, column, field)
        return Finding(code, severity, message, hint, where, quoted=self.quoted(line))

    def quoted(self, line: int | None) -> str | None:
        """Return a line of the file, shortened where nobody would read it to its end."""
        if line is None or line > len(self.lines):
            return None
        text = self.lines[line - 1]
        return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"

    def mark(self, offset: int) -> Mark:
        """Return the place of a character of the text."""
        before = self.text.rfind("\n", 0, offset)
        return Mark(self.text.count("\n", 0, offset) + 1, offset - before)


def page_of(text: str, name: str) -> Page:
    """Return a text as a page. Only line feeds and carriage returns end a line."""
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    return Page(name, text, tuple(text.split("\n")))


def decoded(data: bytes, name: str) -> tuple[Page, tuple[Finding, ...]]:
    """Return a file's bytes as a page, and the faults of its characters.

    InputError where the bytes are too many or are no text at all.
    """
    if len(data) > MAX_BYTES:
        raise InputError([too_large(name)])
    try:
        page = page_of(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as fault:
        raise InputError([_not_utf8(data, name, fault.start)]) from None
    if "\0" in page.text:
        raise InputError([_not_text(page)])
    return _without_controls(page)


def too_large(name: str) -> Finding:
    """Return the finding about a file nobody should wait for."""
    message = f"The file is larger than {MAX_BYTES // 1_000_000} MB, so it was not read."
    hint = "A post is a page or two of text; pictures stay in files of their own."
    return Finding("file-too-large", Severity.ERROR, message, hint, Where(name))


def _not_utf8(data: bytes, name: str, offset: int) -> Finding:
    """Return the finding about the first byte that is no UTF-8; ``fault.start`` skips a BOM."""
    if data.startswith(_UTF_16):
        message = "The file is saved as UTF-16, not as UTF-8."
    else:
        offset = _first_bad_byte(data)
        message = f"The file is not UTF-8: byte {offset + 1} is {data[offset]:02X}."
    before = data[:offset].decode("utf-8", "replace")
    page = page_of(data.decode("utf-8", "replace").removeprefix("\ufeff"), name)
    before = _LINE_END.sub("\n", before.removeprefix("\ufeff"))
    mark = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
    hint = "Save it again with the encoding UTF-8; every editor offers it under “Save as”."
    return page.finding("not-utf8", message, hint, mark=mark)


def _first_bad_byte(data: bytes) -> int:
    """Return the offset of the first byte that is no UTF-8, counted from the file's beginning."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return fault.start
    return 0


def _not_text(page: Page) -> Finding:
    mark = page.mark(page.text.index("\0"))
    message = "The file holds a NUL character, so it is not a text file."
    hint = "Perhaps it is a picture or a word processor's file; save its text as plain UTF-8."
    return page.finding("control-character", message, hint, mark=mark)


def _without_controls(page: Page) -> tuple[Page, tuple[Finding, ...]]:
    """Return the page with a space for every control character, and a finding for each line."""
    if forbidden(page.text) is None:
        return page, ()
    numbered = enumerate(page.lines, 1)
    first = ((number, match) for number, line in numbered if (match := forbidden(line)))
    faults = tuple(
        page.finding(
            "control-character", *control_words(match.group()), mark=Mark(number, match.start() + 1)
        )
        for number, match in islice(first, _MOST_FAULTS)
    )
    return page_of(without_forbidden(page.text), page.name), faults


def forbidden(text: str) -> re.Match[str] | None:
    """Return the first character of a text that no text may hold, None where there is none."""
    if all(map(str.isprintable, set(text) - _BREAKS)):
        return None  # and most files never need the pattern, which takes a while to compile
    return re.search(_FORBIDDEN, text)


def without_forbidden(text: str) -> str:
    """Return a text with a space for every character that no text may hold."""
    return re.sub(_FORBIDDEN, " ", text)


def control_words(character: str) -> tuple[str, str]:
    """Return message and hint about a character that no text may hold."""
    if "\ud800" <= character <= "\udfff":
        message = f"The code \\u{ord(character):04x} stands for half a character only."
        return message, "Write the character itself instead of its codes."
    message = f"There is an invisible control character here (U+{ord(character):04X})."
    return (
        message,
        "Such characters come along when text is pasted: delete it and type a space instead.",
    )
