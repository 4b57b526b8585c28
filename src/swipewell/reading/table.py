"""A table to the trees of its posts: a row a slide, grouped by a `post` column, or a row a post.

    post,post_title,kind,title,body,items        title,subtitle,tip1_title,tip1_body,tip2_title
    rest,How to rest,tip,Sit down,…,             How to rest,…,Sit down,…,Stand up
    rest,,list,Signs,,tired | cold

Comma, semicolon or tab; cells in double quotes may hold all of them, and line breaks (RFC 4180).
A column whose name begins with `#` is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Sequence as Series

from swipewell.findings import Finding, InputError
from swipewell.named import NamedTuple
from swipewell.reading.names import fields_of, kinds, nearest
from swipewell.reading.page import Page
from swipewell.reading.phase import phase
from swipewell.reading.tree import Entry, Mapping, Mark, Node, Scalar, Sequence

_SEPARATORS = ",;\t"
_BESIDE = (
    *("subtitle", "language", "topics", "theme", "hashtags", "kicker", "slug"),
    *("reviewed_by", "review_due"),
)
"""Columns of a post that are read from its first row, besides `post_…`."""

_OF_A_SLIDE = re.compile(r"([a-z_]+?)(\d+)_([a-z_.]+)")
_LISTS = frozenset(
    {"items", "steps", "phases", "topics", "hashtags", "left.items", "right.items", "sources"}
)
_MOST_CELLS = 400_000


class _Cell(NamedTuple):
    """A cell's text without the quotes around it, and where it begins."""

    text: str
    mark: Mark


class _Column(NamedTuple):
    """Where the cells of a column go: to the post or a slide of it, and into which field there."""

    field: str
    of_post: bool
    slide: tuple[int, str] | None = None


class Row(NamedTuple):
    """The tree of one post, and what its `post` column calls it."""

    name: str | None
    tree: Mapping


def posts_in(page: Page) -> tuple[Row, ...]:
    """Return the trees of a table's posts in their order; InputError with all that is wrong with it."""
    rows = [row for row in _rows(page) if any(cell.text for cell in row)]
    if len(rows) < 2:
        message = "The table holds no posts." if rows else "The file is empty."
        hint = "Its first row names the columns, such as post, post_title, kind, title, body."
        raise InputError([page.finding("no-posts", message, hint, mark=Mark(1, 1))])
    head, *body = rows
    findings: list[Finding] = []
    names = [_named(cell.text) for cell in head]
    if "post" in names:
        made = _slide_a_row(page, head, names, body, findings)
    else:
        made = _post_a_row(page, head, names, body, findings)
    if findings:
        raise InputError(findings)
    return tuple(made)


# --- A row a slide ---


def _slide_a_row(
    page: Page,
    head: list[_Cell],
    names: list[str],
    body: list[list[_Cell]],
    findings: list[Finding],
) -> list[Row]:
    """Return a post for each name in the `post` column; an empty cell is the name above it."""
    columns = _columns(page, head, names, findings, _of_slide_row)
    at = names.index("post")
    groups: dict[str, list[list[_Cell]]] = {}
    name = ""
    for row in body:
        name = _cell(row, at).text or name
        if not name:
            cell = _cell(row, at)
            message = "This row does not say of which post it is a slide."
            findings.append(
                page.finding("no-post", message, "Fill its `post` cell.", mark=cell.mark)
            )
            continue
        groups.setdefault(name, []).append(row)
    return [Row(name, _grouped(rows, columns)) for name, rows in groups.items()]


def _of_slide_row(name: str) -> _Column | None:
    from swipewell.model.post import Post

    if name == "post":
        return _Column("", of_post=True)
    if name.startswith("post_"):
        field = name.removeprefix("post_")
        return (
            _Column(_placed(field), True)
            if _placed(field).split(".")[0] in Post.model_fields
            else None
        )
    if name in _BESIDE:
        return _Column(_placed(name), of_post=True)
    return _Column(name, of_post=False) if _is_slide_field(name) else None


def _grouped(rows: list[list[_Cell]], columns: Series[_Column | None]) -> Mapping:
    """Return a post of its rows: its own fields from the first, a slide of each that has one."""
    start = rows[0][0].mark
    entries: dict[str, Entry] = {}
    slides: list[Node] = []
    for row in rows:
        slide: dict[str, Entry] = {}
        for column, cell in zip(columns, row, strict=False):
            if column is None or not column.field or not cell.text:
                continue
            if not column.of_post:
                _put(slide, column.field, cell)
            elif row is rows[0]:
                _put(entries, column.field, cell)
        if slide:
            slides.append(Mapping(slide, row[0].mark))
    entries["slides"] = Entry(start, Sequence(tuple(slides), start))
    return Mapping(entries, start)


# --- A row a post ---


def _post_a_row(
    page: Page,
    head: list[_Cell],
    names: list[str],
    body: list[list[_Cell]],
    findings: list[Finding],
) -> list[Row]:
    """Return a post for each row."""
    columns = _columns(page, head, names, findings, _of_post_row)
    return [_whole(row, columns) for row in body]


def _of_post_row(name: str) -> _Column | None:
    from swipewell.model.post import Post

    found = _OF_A_SLIDE.fullmatch(name)
    if found and found[1] in kinds() and _is_slide_field(found[3]):
        return _Column(found[3], False, (int(found[2]), found[1]))
    field = _placed(name.removeprefix("post_"))
    return _Column(field, of_post=True) if field.split(".")[0] in Post.model_fields else None


def _whole(row: list[_Cell], columns: Series[_Column | None]) -> Row:
    """Return the post of a row; its slides come in the order of their numbers."""
    start = row[0].mark
    entries: dict[str, Entry] = {}
    slides: dict[tuple[int, str], dict[str, Entry]] = {}
    for column, cell in zip(columns, row, strict=False):
        if column is None or not cell.text:
            continue
        if column.slide is None:
            _put(entries, column.field, cell)
            continue
        number, kind = column.slide
        fields = slides.setdefault((number, kind), {})
        if kind != "tip":
            fields.setdefault("kind", Entry(cell.mark, Scalar(kind, True, cell.mark)))
        _put(fields, column.field, cell)
    # those of one number stay in the order of their columns
    ordered = sorted(slides.items(), key=lambda slide: slide[0][0])
    made = tuple(Mapping(fields, next(iter(fields.values())).key) for _, fields in ordered)
    entries["slides"] = Entry(start, Sequence(made, start))
    return Row(None, Mapping(entries, start))


# --- Columns and cells ---


def _columns(
    page: Page,
    head: list[_Cell],
    names: list[str],
    findings: list[Finding],
    meaning: Callable[[str], _Column | None],
) -> list[_Column | None]:
    """Return what each column is, None for one that is passed over; a finding for one that is none."""
    columns: list[_Column | None] = []
    for k, (cell, name) in enumerate(zip(head, names, strict=True)):
        column = meaning(name) if name and not name.startswith("#") else None
        columns.append(column)
        if name in names[:k] and name and not name.startswith("#"):
            message = f"There are two columns `{cell.text.strip()[:40]}`."
            hint = "Keep one of the two, or begin a name with # to have its column passed over."
            findings.append(page.finding("duplicate-field", message, hint, mark=cell.mark))
        elif name and not name.startswith("#") and column is None:
            findings.append(_unknown(page, cell, name))
    return columns


def _unknown(page: Page, cell: _Cell, name: str) -> Finding:
    """Return the finding about a column that nothing is read from."""
    known = ["post", "post_title", "kind", *_BESIDE, *_slide_fields()]
    near = nearest(name, known)
    hint = f"Did you mean `{near}`? " if near else ""
    hint += "To have a column passed over, begin its name with #."
    message = f"Nothing is read from a column called `{cell.text.strip()[:40]}`."
    return page.finding("unknown-field", message, hint, mark=cell.mark, field=name)


def _named(text: str) -> str:
    """Return a column's name as fields are written."""
    return re.sub(r"[\s-]+", "_", text.strip().lower())


def _placed(name: str) -> str:
    """Return where a post keeps what a column holds."""
    return "cover.kicker" if name == "kicker" else name


def _slide_fields() -> Iterator[str]:
    for model in kinds().values():
        yield from fields_of(model)


def _is_slide_field(name: str) -> bool:
    first, _, rest = name.partition(".")
    if rest:
        return first in ("left", "right") and rest in ("label", "items", "stance")
    return first in set(_slide_fields())


def _put(entries: dict[str, Entry], field: str, cell: _Cell) -> None:
    """Put a cell's value into its field, for `left.items` into a group."""
    group, _, inner = field.partition(".")
    value = _value(field, cell)
    if not inner:
        entries[group] = Entry(cell.mark, value)
        return
    before = entries.get(group)
    held = dict(before.value.entries) if before and isinstance(before.value, Mapping) else {}
    held[inner] = Entry(cell.mark, value)
    entries[group] = Entry(before.key if before else cell.mark, Mapping(held, cell.mark))


def _value(field: str, cell: _Cell) -> Node:
    """Return a cell as a text, or as a list: its entries stand between ` | `, or in lines."""
    if field not in _LISTS:
        # a line break in a cell was typed on purpose: it begins a paragraph
        text = re.sub(r"\s*\n\s*", "\n\n", cell.text.strip())
        return Scalar(text or None, False, cell.mark)
    between = r"\s+\|\s+|\s*\n\s*" if field != "topics" else r"\s*[|\n,]\s*"
    parts = [part.strip() for part in re.split(between, cell.text.strip()) if part.strip()]
    return Sequence(tuple(_entry(field, part, cell.mark) for part in parts), cell.mark)


def _entry(field: str, text: str, mark: Mark) -> Node:
    """Return one entry of a list: a text, or what to do and for how many seconds."""
    if field == "sources":
        return Mapping({"text": Entry(mark, Scalar(text, False, mark))}, mark)
    if field != "phases":
        return Scalar(text, False, mark)
    return phase(text, mark, plain=False)


def _cell(row: Series[_Cell], at: int) -> _Cell:
    return row[at] if at < len(row) else _Cell("", row[0].mark)


def _rows(page: Page) -> list[list[_Cell]]:
    """Return the cells of every row; InputError where a quotation mark has no partner."""
    lines = page.text.split("\n", 1)
    offset, separator = 0, None
    if lines[0].lower().startswith("sep=") and len(lines[0]) == len("sep=") + 1:
        offset, separator = len(lines[0]) + 1, lines[0][-1]  # as Excel writes it
    if separator is None:
        separator = "\t" if page.name.lower().endswith(".tsv") else _separator(lines[0])
    return list(_scanned(page, offset, separator))


def _separator(head: str) -> str:
    """Return what divides the cells of the first row: the sign that comes most often outside quotes."""
    bare = re.sub(r'"[^"]*"', "", head)
    return max(_SEPARATORS, key=bare.count)


def _scanned(page: Page, at: int, separator: str) -> Iterator[list[_Cell]]:
    """Yield the rows of a text from an offset on."""
    text, end = page.text, len(page.text)
    starts = _Places(text)
    row: list[_Cell] = []
    count = 0
    plain = re.compile(f"[^{re.escape(separator)}\n]*")
    while at <= end:
        mark = starts.mark(at)
        count += 1
        if count > _MOST_CELLS:
            message, hint = "The table has more cells than one file may hold.", "Divide it."
            raise InputError([page.finding("too-many-values", message, hint, mark=mark)])
        if text[at : at + 1] == '"':
            held, at = _quoted(page, text, at, mark)
            tail = plain.match(text, at)
            assert tail is not None
            held, at = held + tail[0], tail.end()
        else:
            found = plain.match(text, at)
            assert found is not None
            held, at = found[0], found.end()
        row.append(_Cell(held.strip(), mark))
        if text[at : at + 1] != separator:
            yield row
            row = []
        at += 1
    if row:
        yield row


def _quoted(page: Page, text: str, at: int, mark: Mark) -> tuple[str, int]:
    """Return the text in quotes that begins at an offset, and where it ends; two quotes are one."""
    parts: list[str] = []
    start = at + 1
    while True:
        close = text.find('"', start)
        if close < 0:
            message = "A cell begins with a quotation mark that has no partner."
            hint = 'Write "" for a quotation mark inside a cell in quotes, and " at its end.'
            raise InputError([page.finding("unclosed-quote", message, hint, mark=mark)])
        parts.append(text[start:close])
        if text[close + 1 : close + 2] != '"':
            return "".join(parts), close + 1
        parts.append('"')
        start = close + 2


class _Places:
    """Tells line and column of offsets that are asked for in rising order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line, self.begins = 1, 0

    def mark(self, at: int) -> Mark:
        """Return the place of an offset."""
        while 0 <= (end := self.text.find("\n", self.begins)) < at:
            self.line, self.begins = self.line + 1, end + 1
        return Mark(self.line, at - self.begins + 1)
