"""JSON text to the tree that YAML gives: the same texts, numbers as written, every place.

The standard library's parser tells no places and follows ten thousand brackets into the stack's
end, so this is a scanner of its own. It is as strict as JSON but for tabs in texts and zeros
before numbers, which lose nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NoReturn

from swipewell.findings import Finding, InputError
from swipewell.reading.page import Page, control_words, forbidden, without_forbidden
from swipewell.reading.tree import (
    MAX_DEPTH,
    MAX_NODES,
    Entry,
    Mapping,
    Mark,
    Node,
    Scalar,
    Sequence,
    written,
)

_SPACE = re.compile(r"[ \t\n]*")
_CHUNK = re.compile(r'[^"\\\n]*')
_WORD = re.compile(r"[^\s,\[\]{}\"':]+")
_NUMBER = re.compile(r"-?[0-9][0-9.eE+-]*")
_UNICODE = re.compile(r"u([0-9a-fA-F]{4})")
_LOW_HALF = re.compile(r"\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS = {"true": "true", "false": "false", "null": None}


def compose(page: Page) -> tuple[Node | None, tuple[Finding, ...]]:
    """Return the tree of a page (None where it is blank) and what was noticed on the way.

    InputError with all findings so far where no tree can be made.
    """
    if not page.text.strip():
        return None, ()
    scanner = _Scanner(page)
    tree = scanner.value(0)
    scanner.end()
    return tree, tuple(scanner.findings)


class _Scanner:
    """Reads a text from its beginning; `here` is the offset of what comes next."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.text
        self.here = 0
        self.count = 0
        self.path: list[str | int] = []
        self.findings: list[Finding] = []
        self.starts = list(accumulate((len(line) + 1 for line in page.lines), initial=0))

    def value(self, depth: int) -> Node:
        """Return the value that comes next."""
        mark = self.mark(self.skip())
        self.count += 1
        if self.count > MAX_NODES:
            message = f"The file holds more than {MAX_NODES:,} values."
            self.refuse("too-many-values", message, "Divide it among several files.")
        sign = self.text[self.here : self.here + 1]
        if sign in ("{", "["):
            return self.group(sign, depth, mark)
        if sign == '"':
            return Scalar(self.string(), False, mark)
        return Scalar(self.word(), True, mark)

    def group(self, sign: str, depth: int, mark: Mark) -> Node:
        """Return the list or the group of fields whose bracket comes next."""
        if depth >= MAX_DEPTH:
            message = f"Values are nested more than {MAX_DEPTH} levels deep."
            self.refuse("too-deep", message, "A post needs six levels; look for extra brackets.")
        opened, self.here = self.here, self.here + 1
        return self.list(opened, depth, mark) if sign == "[" else self.fields(opened, depth, mark)

    def list(self, opened: int, depth: int, mark: Mark) -> Node:
        """Return the list whose bracket is behind us."""
        items: list[Node] = []
        while self.goes_on("]", opened, first=not items):
            self.path.append(len(items))
            items.append(self.value(depth + 1))
            self.path.pop()
        return Sequence(tuple(items), mark)

    def fields(self, opened: int, depth: int, mark: Mark) -> Node:
        """Return the group of fields whose brace is behind us."""
        entries: dict[str, Entry] = {}
        first = True
        while self.goes_on("}", opened, first=first):
            self.entry(entries, depth)
            first = False
        return Mapping(entries, mark)

    def entry(self, entries: dict[str, Entry], depth: int) -> None:
        """Read one field into its group; the first of two with one name stays."""
        mark = self.mark(self.here)
        if self.text[self.here] != '"':
            self.unquoted("A field's name in JSON goes in double quotes.")
        name = self.string()
        self.path.append(name)
        if name in entries:
            first = entries[name].key.line
            message = f"`{name[:40]}` is written a second time; the first is in line {first}."
            self.fault("duplicate-field", message, "Keep one of the two.", mark)
        if self.text[self.skip() : self.here + 1] != ":":
            self.refuse(
                "syntax",
                f"A colon is missing after `{name[:40]}`.",
                'A field reads `"name": value`.',
            )
        self.here += 1
        entries.setdefault(name, Entry(mark, self.value(depth + 1)))
        self.path.pop()

    def goes_on(self, closing: str, opened: int, *, first: bool) -> bool:
        """Step over a comma or the closing bracket; return whether another entry comes."""
        before = self.here
        sign = self.text[self.skip() : self.here + 1]
        if sign == closing:
            self.here += 1
            return False
        if not sign:
            message = f"The `{self.text[opened]}` that opens here is not closed."
            self.refuse("unclosed-bracket", message, f"End it with `{closing}`.", opened)
        if first:
            return True
        if sign != ",":
            self.no_comma(before)
        comma, self.here = self.here, self.here + 1
        if self.text[self.skip() : self.here + 1] in ("]", "}"):
            self.refuse("syntax", "There is a comma after the last entry.", "Remove it.", comma)
        return True

    def no_comma(self, before: int) -> NoReturn:
        """Refuse an entry right behind another; a quotation mark within a text looks the same."""
        hint = "Put a comma here."
        if self.text[before - 1] == '"' and self.text[self.here] not in '"{[':
            hint = 'Put a comma here; if the text goes on, write \\" for a quotation mark in it.'
        self.refuse("syntax", "A comma is missing between two entries.", hint, before)

    def string(self) -> str:
        """Return the text whose opening quote comes next."""
        opened, parts = self.here, []
        self.here += 1
        while True:
            parts.append(self.take(_CHUNK))
            sign = self.text[self.here : self.here + 1]
            self.here += 1
            if sign == '"':
                return self.checked("".join(parts), opened)
            if sign != "\\":
                message = 'The text that begins here has no closing " in its line.'
                self.refuse(
                    "unclosed-quote", message, 'End it with "; write \\n for a line break.', opened
                )
            parts.append(self.escape())

    def escape(self) -> str:
        """Return the character that an escape stands for; its backslash is behind us."""
        if unicode := _UNICODE.match(self.text, self.here):
            self.here = unicode.end()
            code = int(unicode[1], 16)
            low = _LOW_HALF.match(self.text, self.here) if 0xD800 <= code < 0xDC00 else None
            if low is None:
                return chr(code)
            self.here = low.end()
            return chr(0x10000 + (code - 0xD800 << 10) + int(low[1], 16) - 0xDC00)
        sign = self.text[self.here : self.here + 1]
        if sign not in _ESCAPES:
            message = "In JSON a backslash begins a code, and this is none it knows."
            self.refuse("bad-escape", message, "Write the backslash twice.", self.here - 1)
        self.here += 1
        return _ESCAPES[sign]

    def checked(self, text: str, opened: int) -> str:
        """Return a text without what no text may hold, such as one half of a surrogate pair."""
        if found := forbidden(text):
            self.fault("control-character", *control_words(found.group()), self.mark(opened))
            return without_forbidden(text)
        return text

    def word(self) -> str | None:
        """Return a number or one of JSON's three words as its text, None for `null`."""
        start, word = self.here, self.take(_WORD)
        if word not in _WORDS and not _NUMBER.fullmatch(word):
            self.here = start
            self.unquoted("A text in JSON goes in double quotes.")
        return _WORDS.get(word, word)

    def unquoted(self, message: str) -> NoReturn:
        """Refuse what stands where a quote was due: a comment, a bare word, or nothing."""
        start, word = self.here, self.take(_WORD)
        right = {"none": "null", "undefined": "null"}.get(word.lower(), word.lower())
        if word.startswith(("//", "/*", "#")):
            self.refuse(
                "syntax", "JSON has no comments.", "Remove it, or write the post in YAML.", start
            )
        if right in _WORDS:
            self.refuse("syntax", f"JSON does not know the word {word}.", f"Write {right}.", start)
        if word or self.text[start : start + 1] == "'":
            hint = f'Write "{word[:40]}".' if word else "Use \" instead of '."
            self.refuse("needs-quotes", message, hint, start)
        hint = "Write one, or remove the comma or the name before it."
        self.refuse("syntax", "A value is missing here.", hint, start)

    def end(self) -> None:
        """Refuse what stands behind the value that is the file."""
        if self.skip() < len(self.text):
            message = "Something follows the end of the JSON value."
            self.refuse("syntax", message, "A file holds one post; look for an extra bracket.")

    def skip(self) -> int:
        """Step over white space and return the offset behind it."""
        self.take(_SPACE)
        return self.here

    def take(self, pattern: re.Pattern[str]) -> str:
        """Step over what the pattern matches here and return it, empty where it does not match."""
        match = pattern.match(self.text, self.here)
        if match is None:
            return ""
        self.here = match.end()
        return match.group()

    def mark(self, offset: int) -> Mark:
        """Return the place of an offset."""
        line = bisect_right(self.starts, offset)
        return Mark(line, offset - self.starts[line - 1] + 1)

    def fault(self, code: str, message: str, hint: str, mark: Mark) -> None:
        """Note a fault that does not keep the rest from being read."""
        field = written(tuple(self.path[:8])) or None
        self.findings.append(self.page.finding(code, message, hint, mark=mark, field=field))

    def refuse(self, code: str, message: str, hint: str, offset: int | None = None) -> NoReturn:
        """Note a fault behind which nothing can be told, and stop."""
        self.fault(code, message, hint, self.mark(self.here if offset is None else offset))
        raise InputError(self.findings)
