"""Markdown to the tree that YAML gives: front matter, then a slide between every two dividers.

    ---
    title: Five ways to set a kind boundary
    ---
    ## Name the need, not the flaw
    “I need a quiet hour” lands softer than “you never give me space.”
    > I'd love to talk after dinner.
    ---
    kind: steps
    ## When your chest tightens
    1. Pause before you answer.

Headings, paragraphs, lists and quotations become the fields that the slide's kind has for them;
what has no such field is a finding. Without a `kind`, a slide that only has a list is a list, one
that only has a quotation is a quote, and everything else a tip.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Fields

from swipewell.findings import Finding, InputError, Severity
from swipewell.named import NamedTuple
from swipewell.reading import yaml
from swipewell.reading.page import Page
from swipewell.reading.phase import phase
from swipewell.reading.tree import MAX_NODES, Entry, Mapping, Mark, Node, Scalar, Sequence

_DIVIDER = re.compile(r"-{3,}\s*")
_FIELD = re.compile(r"[A-Za-z_][\w.]*:(\s|$)")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_ITEM = re.compile(r"(\s*)([-*+]|\d{1,3}[.)])(\s+)(.*)$")
_QUOTED = re.compile(r"\s{0,3}>\s?(.*)$")
_BY = re.compile(r"\s*(?:[—–]|--?)\s*(.+)$")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]+)>?(?:\s+[\"“']([^)]*?)[\"”'])?\s*\)\s*$")
_LINK = re.compile(r"\[([^\]]+)\]\(\s*<?([^)\s>]+)>?\s*\)(.*)$")
_COMMENT = re.compile(r"<!--.*?(-->|\Z)", re.DOTALL)

_HEADS = {"definition": "term", "figure": "figure"}
_HEADLESS = frozenset({"quote", "myth", "picture"})
_PARAGRAPHS = {
    "tip": "body",
    "invite": "body",
    "definition": "meaning",
    "figure": "meaning",
    "prompt": "question",
    "picture": "caption",
    "quote": "quote",
}
_QUOTATIONS = {"tip": "example", "definition": "example", "quote": "quote"}
_LISTS = {"list": "items", "steps": "steps", "resources": "items", "practice": "phases"}
_HALVES = {"compare": ("left", "right"), "myth": ("myth", "fact")}


class _Line(NamedTuple):
    """A line of the file by its number from 1, without comments."""

    number: int
    text: str

    @property
    def mark(self) -> Mark:
        """Return the place of its first sign."""
        return Mark(self.number, len(self.text) - len(self.text.lstrip()) + 1)

    @property
    def is_blank(self) -> bool:
        """Say whether nothing stands in it."""
        return not self.text.strip()


class _Block(NamedTuple):
    """A heading, paragraph, list, quotation or picture: its lines, and for a list its entries."""

    kind: str
    lines: tuple[_Line, ...]
    entries: tuple[tuple[_Line, ...], ...] = ()

    @property
    def mark(self) -> Mark:
        """Return where it begins."""
        return self.lines[0].mark


def compose(page: Page) -> tuple[Node | None, tuple[Finding, ...]]:
    """Return the tree of a page (None where it is blank) and what was noticed on the way.

    InputError with all findings so far where no tree can be made.
    """
    if not page.text.strip():
        return None, ()
    reader = _Reader(page)
    return reader.post(), tuple(reader.findings)


class _Reader:
    """Reads one file; collects what does not fit."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.findings: list[Finding] = []
        shown = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), page.text)
        self.lines = [_Line(k, text) for k, text in enumerate(shown.split("\n"), 1)]

    def post(self) -> Mapping:
        """Return the whole post: the front matter's fields, and the slides."""
        entries, rest = self._front()
        sections = list(_sections(rest))
        if sections and (title := self._title(sections, entries)) is not None:
            entries["title"] = title
        slides = [slide for lines in sections if (slide := self._slide(lines)) is not None]
        if len(slides) > MAX_NODES:
            raise InputError(
                [self._said("too-many-values", "This is more than a post can be.", "")]
            )
        if slides and "slides" in entries:
            mark = entries["slides"].key
            message = "The slides are written twice: in the front matter, and below it."
            self._fault("duplicate-field", message, "Keep one of the two.", mark)
        if slides:
            first = slides[0].mark
            entries["slides"] = Entry(first, Sequence(tuple(slides), first))
        return Mapping(entries, Mark(1, 1))

    def _front(self) -> tuple[dict[str, Entry], list[_Line]]:
        """Return the fields of the front matter, and the lines after it, its closing divider first."""
        start = next((k for k, line in enumerate(self.lines) if not line.is_blank), 0)
        if not _is_divider(self.lines[start]):
            return {}, self.lines
        ends = (k for k in range(start + 1, len(self.lines)) if _is_divider(self.lines[k]))
        end = next(ends, None)
        if end is None:
            message = "The front matter is not closed."
            hint = (
                "Write a line `---` after the post's fields; another one stands before every slide."
            )
            raise InputError([*self.findings, self._said("unclosed-front-matter", message, hint)])
        return self._fields(self.lines[start + 1 : end]), self.lines[end:]

    def _fields(self, lines: list[_Line]) -> dict[str, Entry]:
        """Return the fields in some lines of YAML."""
        if not lines or all(line.is_blank for line in lines):
            return {}
        # as a page of its own, in which every line keeps its number
        text = "\n" * (lines[0].number - 1) + "\n".join(line.text for line in lines)
        try:
            node, noticed = yaml.compose(
                self.page._replace(text=text, lines=tuple(text.split("\n")))
            )
        except InputError as refused:
            raise InputError([*self.findings, *refused.findings]) from None
        self.findings += noticed
        if isinstance(node, Mapping):
            return dict(node.entries)
        if node is not None:
            message = "These lines are no fields."
            hint = "Write `title: …`, one field a line; a slide's text begins after a blank line."
            self._fault("not-fields", message, hint, lines[0].mark)
        return {}

    def _title(self, sections: list[list[_Line]], entries: Fields[str, Entry]) -> Entry | None:
        """Take a heading `# …` at the very beginning as the post's title."""
        lines = sections[0]
        at = next((k for k, line in enumerate(lines) if not line.is_blank), None)
        if at is None or "title" in entries:
            return None
        found = _HEADING.match(lines[at].text)
        if found is None or len(found[1]) != 1:
            return None
        entry = Entry(lines[at].mark, _text([lines[at]], found[2], found.start(2)))
        del lines[at]
        return entry

    # --- One slide ---

    def _slide(self, lines: list[_Line]) -> Mapping | None:
        """Return a slide's fields, None where nothing is written."""
        written = [k for k, line in enumerate(lines) if not line.is_blank]
        if not written:
            return None
        start, entries = written[0], dict[str, Entry]()
        if start == 0 and _FIELD.match(lines[start].text):
            end = next((k for k in range(start + 1, len(lines)) if _ends(lines, k)), len(lines))
            entries, start = self._fields(lines[start:end]), end
        blocks = list(_blocks(lines[start:]))
        mark = lines[written[0]].mark
        kind = self._kind(entries, blocks)
        if kind is not None and "kind" not in entries:
            entries["kind"] = Entry(mark, Scalar(kind, True, mark))
        _Slide(self, kind or "tip", entries).take(blocks)
        return Mapping(entries, mark)

    def _kind(self, entries: Fields[str, Entry], blocks: list[_Block]) -> str | None:
        """Return the kind that is written, else the one that the blocks look like; None for a tip."""
        if "kind" in entries:
            value = entries["kind"].value
            return value.value if isinstance(value, Scalar) else None
        kinds = {block.kind for block in blocks}
        if kinds - {"title", "half"} == {"bullets"}:
            return "compare" if "half" in kinds else "list"
        if kinds - {"title"} == {"numbers"}:
            return "steps"
        if kinds == {"quotation"}:
            return "quote"
        return "picture" if "image" in kinds and "title" not in kinds else None

    def _fault(
        self, code: str, message: str, hint: str, mark: Mark, severity: Severity = Severity.ERROR
    ) -> None:
        self.findings.append(self.page.finding(code, message, hint, mark=mark, severity=severity))

    def _said(self, code: str, message: str, hint: str) -> Finding:
        return self.page.finding(code, message, hint, mark=Mark(1, 1))


class _Slide:
    """Puts blocks into the fields of one slide."""

    def __init__(self, reader: _Reader, kind: str, entries: dict[str, Entry]) -> None:
        self.reader = reader
        self.kind = kind
        self.entries = entries
        self.half: str | None = None
        self.seen_halves = 0

    def take(self, blocks: list[_Block]) -> None:
        """Take all blocks in their order."""
        for block in blocks:
            taking = {
                "title": self._title,
                "half": self._begin_half,
                "paragraph": self._paragraph,
                "quotation": self._quotation,
                "image": self._image,
            }.get(block.kind, self._list)
            taking(block)

    def _title(self, block: _Block) -> None:
        found = _HEADING.match(block.lines[0].text)
        assert found is not None
        if self.kind in _HEADLESS:
            return self._misfit(block, "heading")
        field = _HEADS.get(self.kind, "title")
        return self._put(field, block, _text(block.lines, found[2], found.start(2)))

    def _begin_half(self, block: _Block) -> None:
        halves = _HALVES.get(self.kind)
        if halves is None or self.seen_halves == len(halves):
            return self._misfit(block, "heading `###`")
        self.half = halves[self.seen_halves]
        self.seen_halves += 1
        found = _HEADING.match(block.lines[0].text)
        if self.kind == "compare" and found is not None and found[2]:
            label = _text(block.lines, found[2], found.start(2))
            entry = Entry(block.mark, label)
            self._put(self.half, block, Mapping({"label": entry}, block.mark))
        return None

    def _paragraph(self, block: _Block) -> None:
        field = self.half if self.kind == "myth" else _PARAGRAPHS.get(self.kind)
        if field is None:
            return self._misfit(block, "paragraph")
        return self._add(field, block, _joined(block.lines), block.mark)

    def _quotation(self, block: _Block) -> None:
        field = self.half if self.kind == "myth" else _QUOTATIONS.get(self.kind)
        if field is None:
            return self._misfit(block, "quotation")
        lines = [line._replace(text=_QUOTED.sub(r"\1", line.text)) for line in block.lines]
        if self.kind == "quote" and len(lines) > 1 and (by := _BY.match(lines[-1].text)):
            last = lines.pop()
            mark = Mark(last.number, block.lines[-1].text.rfind(by[1]) + 1)
            self._put("by", block, Scalar(by[1].strip(), True, mark))
        return self._add(field, block, _joined(lines), block.mark)

    def _image(self, block: _Block) -> None:
        if self.kind != "picture":
            return self._misfit(block, "picture")
        line = block.lines[0]
        found = _IMAGE.match(line.text.strip())
        assert found is not None
        for field, group in (("picture", 2), ("alt", 1), ("caption", 3)):
            if found[group]:
                self._put(field, block, Scalar(found[group].strip(), True, line.mark))
        return None

    def _list(self, block: _Block) -> None:
        if self.kind == "compare" and self.half is not None:
            return self._half_items(block)
        field = _LISTS.get(self.kind)
        if field is None:
            return self._misfit(block, "list")
        making = {"resources": _resource, "practice": _phase}.get(self.kind, _item)
        items = tuple(making(entry) for entry in block.entries)
        return self._put(field, block, Sequence(items, block.mark))

    def _half_items(self, block: _Block) -> None:
        assert self.half is not None
        items = Sequence(tuple(_plain(entry) for entry in block.entries), block.mark)
        before = self.entries.get(self.half)
        held = dict(before.value.entries) if before and isinstance(before.value, Mapping) else {}
        if "items" in held:
            return self._misfit(block, "second list")
        held["items"] = Entry(block.mark, items)
        self.entries[self.half] = Entry(
            before.key if before else block.mark, Mapping(held, block.mark)
        )
        return None

    def _add(self, field: str, block: _Block, text: str, mark: Mark) -> None:
        """Set a text, or go on with one that is there: paragraphs are divided by a blank line."""
        before = self.entries.get(field)
        if before is not None and isinstance(before.value, Scalar) and before.value.value:
            if before.key == before.value.mark:
                text = f"{before.value.value}\n\n{text}"
                self.entries[field] = Entry(before.key, before.value._replace(value=text))
                return
            self._twice(field, before, mark)
            return
        self._put(field, block, Scalar(text, True, mark))

    def _put(self, field: str, block: _Block, node: Node) -> None:
        before = self.entries.get(field)
        if before is not None:
            self._twice(field, before, block.mark)
            return
        self.entries[field] = Entry(node.mark, node)

    def _twice(self, field: str, before: Entry, mark: Mark) -> None:
        message = f"`{field}` is written a second time; the first is in line {before.key.line}."
        hint = "Keep one of the two, or divide the slide with a line `---`."
        self.reader._fault("duplicate-field", message, hint, mark)

    def _misfit(self, block: _Block, what: str) -> None:
        from swipewell.reading.names import kinds

        if self.kind not in kinds():
            return  # said already: there is no such kind
        message = f"A {what} has no place on a slide with `kind: {self.kind}`."
        self.reader._fault("out-of-place", message, _HINTS.get(self.kind, _ANY_HINT), block.mark)


_ANY_HINT = "Remove it, or give it a slide of its own with a line `---` before it."
_HINTS = {
    "tip": "A tip takes `## title`, paragraphs and one quotation; a list wants `kind: list`.",
    "list": "A list takes `## title` and lines that begin with `-`.",
    "steps": "Steps take `## title` and lines that begin with `1.`, `2.` …",
    "compare": "A comparison takes `## title`, then twice `### label` with lines that begin with `-`.",
    "myth": "A myth takes twice `### …` with a paragraph: the myth, then the fact.",
    "quote": "A quote takes lines that begin with `>`, the last of them `> — who said it`.",
    "practice": "A practice takes `## title` and lines such as `- Breathe in, 4`.",
    "prompt": "A prompt takes `## title` and a paragraph with the question.",
    "picture": "A picture takes `![what it shows](file.jpg)` and a paragraph as its caption.",
    "resources": "Resources take `## title` and lines such as `- [Name](address) what it is`.",
    "recap": "A recap takes `## title`; it lists the tips by itself.",
}


# --- Lines to blocks ---


def _is_divider(line: _Line) -> bool:
    return _DIVIDER.fullmatch(line.text) is not None


def _ends(lines: list[_Line], at: int) -> bool:
    """Say whether a slide's fields end before a line: at a blank one, or where its text begins."""
    line = lines[at]
    if line.is_blank or _HEADING.match(line.text) or _QUOTED.match(line.text):
        return True
    begins_list = _ITEM.match(line.text) is not None and not line.text.startswith(" ")
    return begins_list and not lines[at - 1].text.rstrip().endswith(":")


def _sections(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines between dividers."""
    section: list[_Line] = []
    for line in lines:
        if _is_divider(line):
            yield section
            section = []
        else:
            section.append(line)
    yield section


def _blocks(lines: list[_Line]) -> Iterator[_Block]:
    """Yield the blocks of a slide."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.is_blank:
            at += 1
            continue
        if found := _HEADING.match(line.text):
            yield _Block("title" if len(found[1]) <= 2 else "half", (line,))
            at += 1
        elif _IMAGE.match(line.text.strip()):
            yield _Block("image", (line,))
            at += 1
        elif found := _ITEM.match(line.text):
            at, block = _list_from(lines, at)
            yield block
        elif _QUOTED.match(line.text):
            end = _while(lines, at, lambda one: _QUOTED.match(one.text) is not None)
            yield _Block("quotation", tuple(lines[at:end]))
            at = end
        else:
            end = _while(lines, at, _goes_on)
            yield _Block("paragraph", tuple(lines[at:end]))
            at = end


def _while(lines: list[_Line], start: int, holds: Callable[[_Line], bool]) -> int:
    """Return the end of the run of lines for which something holds, the first line's in any case."""
    end = start + 1
    while end < len(lines) and holds(lines[end]):
        end += 1
    return end


def _goes_on(line: _Line) -> bool:
    """Say whether a line goes on with the paragraph above it."""
    begins = (_HEADING, _QUOTED, _ITEM)
    return not line.is_blank and not any(each.match(line.text) for each in begins)


def _list_from(lines: list[_Line], at: int) -> tuple[int, _Block]:
    """Return the list that begins in a line, and where it ends; indented lines belong to their entry."""
    first = _ITEM.match(lines[at].text)
    assert first is not None
    numbers = first[2][0].isdigit()
    outer = len(first[1])
    start, entries = at, list[list[_Line]]()
    while at < len(lines):
        line = lines[at]
        found = _ITEM.match(line.text)
        if found and len(found[1]) < outer + 2 and found[2][0].isdigit() == numbers:
            indent = len(found[1]) + len(found[2]) + len(found[3])
            entries.append([line._replace(text=" " * indent + found[4])])
        elif line.is_blank:
            after = next((one for one in lines[at:] if not one.is_blank), None)
            more = after is not None and (
                after.text.startswith("  ") or (_ITEM.match(after.text) is not None)
            )
            if not more:
                break
            entries[-1].append(line)
        elif line.text.startswith("  ") or (not found and _goes_on(line)):
            if not line.text.startswith("  ") and entries[-1][-1].is_blank:
                break
            entries[-1].append(line)
        else:
            break
        at += 1
    block = _Block(
        "numbers" if numbers else "bullets", tuple(lines[start:at]), tuple(map(tuple, entries))
    )
    return at, block


# --- Entries to values ---


def _joined(lines: tuple[_Line, ...] | list[_Line]) -> str:
    """Return wrapped lines as one text; a blank line between them divides paragraphs."""
    paragraphs: list[str] = [""]
    for line in lines:
        words = line.text.strip()
        if not words:
            if paragraphs[-1]:
                paragraphs.append("")
        else:
            paragraphs[-1] = _with_line(paragraphs[-1], words)
    return "\n\n".join(filter(None, paragraphs))


def _with_line(text: str, more: str) -> str:
    """Return a text and the line after it: with a space between, but in scripts that have none."""
    unspaced = text and ord(text[-1]) > 0x2E7F and ord(more[0]) > 0x2E7F
    return text + more if not text or unspaced else f"{text} {more}"


def _text(lines: tuple[_Line, ...] | list[_Line], value: str, column: int) -> Scalar:
    return Scalar(value.strip() or None, True, Mark(lines[0].number, column + 1))


def _plain(entry: tuple[_Line, ...]) -> Node:
    return Scalar(_joined(entry) or None, True, entry[0].mark)


def _item(entry: tuple[_Line, ...]) -> Node:
    """Return an entry of a list: a text, or with a paragraph under it a title and a body."""
    blank = next((k for k, line in enumerate(entry) if line.is_blank), len(entry))
    title, body = entry[:blank], [line for line in entry[blank:] if not line.is_blank]
    if not body:
        return _plain(title)
    fields: dict[str, Entry] = {
        "title": Entry(title[0].mark, _plain(title)),
        "body": Entry(body[0].mark, Scalar(_joined(entry[blank:]), True, body[0].mark)),
    }
    return Mapping(fields, title[0].mark)


def _resource(entry: tuple[_Line, ...]) -> Node:
    """Return a resource: `[name](link) note`, or a name alone."""
    mark, text = entry[0].mark, _joined(entry)
    found = _LINK.match(text)
    if found is None:
        return Scalar(text or None, True, mark)
    values = {"name": found[1], "link": found[2], "note": found[3].strip(" :–—-")}
    fields = {
        name: Entry(mark, Scalar(value, True, mark)) for name, value in values.items() if value
    }
    return Mapping(fields, mark)


def _phase(entry: tuple[_Line, ...]) -> Node:
    """Return a phase of a practice: what to do, and for how many seconds."""
    return phase(_joined(entry), entry[0].mark, plain=True)
