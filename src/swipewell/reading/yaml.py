"""YAML text to a tree: every scalar stays the text it is, and no file can make reading run away.

PyYAML's C parser gives events; the tree is composed from them here, in one pass without recursion,
so depth, number and aliases are bounded while they are met. What the events cannot be made of is
explained by `mend.py`, mended for the rest of the reading, and read again: one reading, all faults.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from swipewell.findings import Finding, InputError, Severity
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

if TYPE_CHECKING:
    from swipewell.reading.mend import Diagnosis, Trouble

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MERGE = "<<"
_MOST_MENDS = 20
_ABOUT_A_TEXT = frozenset({"needs-quotes", "unclosed-quote", "bad-escape", "text-after-hash"})

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TEXT_TAG = "tag:yaml.org,2002:str"
_TAGS = frozenset({None, _TEXT_TAG, "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})

_FIELD = re.compile(r"\s*(?:-\s+)*([\w.-]+)\s*:(?:\s|$)")
"""A line that begins with a field's name."""

_COMMENT_LIKE_TEXT = re.compile(r"\s+(#[^\s#].*)")
"""A comment glued to its `#`: more likely a number or a hashtag than a remark."""

# libyaml ends a line at U+2028 and U+2029 (YAML 1.1) and counts U+FEFF twice; YAML 1.2 takes all
# three for text. Non-characters, which a page never holds, stand in for them while it is parsed.
_STAND_IN = {0x2028: "\ufdd0", 0x2029: "\ufdd1", 0xFEFF: "\ufdd2"}
_STOOD_FOR = {ord(stand_in): chr(code) for code, stand_in in _STAND_IN.items()}
_NEEDS_STAND_IN = re.compile("[\u2028\u2029\ufeff]")


def compose(page: Page, *, merges: bool = False) -> tuple[Node | None, tuple[Finding, ...]]:
    """Return the tree of a page (None where it holds nothing) and what was noticed on the way.

    ``merges`` reads `<<`, by which a group of fields takes those of another (YAML 1.1's merge key).
    InputError with all findings so far where no tree can be made.
    """
    lines, syntax = list(page.lines), dict[tuple[int, str], Finding]()
    for _ in range(_MOST_MENDS):
        composer = _Composer(page, tuple(lines), merges)
        try:
            tree = composer.run("\n".join(lines))
        except _RefusedError:
            break
        except yaml.YAMLError as fault:
            diagnosis = _explained(fault, composer, syntax)
            if diagnosis.mended is None:
                break
            lines[diagnosis.line] = diagnosis.mended
        else:
            return tree, (*syntax.values(), *composer.findings)
    told = {(finding.code, finding.where.line) for finding in syntax.values()}
    others = (f for f in composer.findings if (f.code, f.where.line) not in told)
    raise InputError([*syntax.values(), *others])


class _RefusedError(Exception):
    """What follows cannot be told, or not in good time; the finding is the composer's last."""


def _explained(
    fault: yaml.YAMLError, composer: _Composer, syntax: dict[tuple[int, str], Finding]
) -> Diagnosis:
    """Return the diagnosis of a syntax error, kept as one finding of its sort for its line.

    Of two in one line the later knows the whole mend, the earlier the place.
    """
    from swipewell.reading import mend  # most files are sound

    trouble = _trouble(fault, composer.lines, composer.bracket)
    found = mend.diagnosed(trouble)
    is_here = found.code in _ABOUT_A_TEXT and found.line == trouble.at[0]
    field = composer.field_in(found.line) if is_here else None
    earlier = syntax.get((found.line, found.code))
    mark = Mark(found.line + 1, (earlier and earlier.where.column) or found.column + 1)
    told = composer.page.finding(found.code, found.message, found.hint, mark=mark, field=field)
    syntax[found.line, found.code] = told
    return found


def _trouble(
    fault: yaml.YAMLError, lines: tuple[str, ...], bracket: tuple[int, int] | None
) -> Trouble:
    """Return what the parser says as data: both marks inside the text, both messages as texts."""
    from swipewell.reading import mend

    last = yaml.Mark("", 0, len(lines) - 1, 0, None, 0)
    place = getattr(fault, "problem_mark", None) or last
    start = getattr(fault, "context_mark", None) or place
    return mend.Trouble(
        problem=str(getattr(fault, "problem", "")),
        context=str(getattr(fault, "context", "")),
        at=(min(place.line, len(lines) - 1), place.column),
        since=(min(start.line, len(lines) - 1), start.column),
        bracket=bracket,
        lines=lines,
    )


class _Open:
    """A list or a group of fields whose end has not been met."""

    __slots__ = (
        "anchor",
        "counted",
        "entries",
        "height",
        "is_flow",
        "is_mapping",
        "items",
        "key",
        "mark",
    )

    def __init__(
        self,
        mark: Mark,
        anchor: str | None,
        is_mapping: bool,
        is_flow: bool,
        counted: int,
        key: tuple[str | None, Mark] | None = None,
        height: int = 1,
    ) -> None:
        self.mark = mark
        self.anchor = anchor
        self.is_mapping = is_mapping
        self.is_flow = is_flow
        self.counted = counted
        self.key = key
        self.height = height
        self.items: list[Node] = []
        self.entries: dict[str, Entry] = {}

    def closed(self) -> Node:
        """Return the finished node."""
        if self.is_mapping:
            return Mapping(self.entries, self.mark)
        return Sequence(tuple(self.items), self.mark)


class _Kept:
    """A value with an anchor: what an alias to it would add."""

    __slots__ = ("height", "node", "size", "used")

    def __init__(self, node: Node, size: int, height: int, used: bool = False) -> None:
        self.node = node
        self.size = size
        self.height = height
        self.used = used


class _Composer:
    """Takes the events of one file and holds the tree as it grows."""

    def __init__(self, page: Page, lines: tuple[str, ...], merges: bool = False) -> None:
        self.page = page
        self.merges = merges
        self.lines = lines
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self.stack: list[_Open] = []
        self.kept: dict[str, _Kept] = {}
        self.count = 0
        self.documents = 0
        self.has_hash = " #" in page.text or "\t#" in page.text
        self.has_stand_in = False

    @property
    def bracket(self) -> tuple[int, int] | None:
        """Return where the innermost open bracket stands, counted from 0; None where none is."""
        if not self.stack or not self.stack[-1].is_flow:
            return None
        line, column = self.stack[-1].mark
        return line - 1, column - 1

    def field_in(self, line: int) -> str | None:
        """Return the field that was being read when the parser gave up in a line (from 0)."""
        path, top = self._path(), self.stack[-1] if self.stack else None
        named = _FIELD.match(self.lines[line])
        if named and (top is None or (top.is_mapping and not top.is_flow and top.key is None)):
            path = (*path, named[1])
        elif top and top.items and top.items[-1].mark.line == line + 1:
            path = (*path[:-1], len(top.items) - 1)
        return written(path[:8]) or None

    def run(self, text: str) -> Node | None:
        """Return the tree of a text; yaml.YAMLError where it is no YAML."""
        self.has_stand_in = _NEEDS_STAND_IN.search(text) is not None
        for event in yaml.parse(text.translate(_STAND_IN) if self.has_stand_in else text, _LOADER):
            handler = _HANDLERS.get(type(event))
            if handler is not None:
                handler(self, event)
            if self.documents > 1:
                break
        self._report_unused_anchors()
        return self.root

    def document(self, event: Any) -> None:
        """Count the documents: a file makes one post."""
        self.documents += 1
        if self.documents > 1:
            message = "The file holds a second document, begun by `---`."
            hint = "Remove the line `---`; every slide of a post goes under `slides:`."
            self._fault("second-document", message, hint, _mark(event))

    def opened(self, event: Any) -> None:
        """Begin a list or a group of fields."""
        mark = _mark(event)
        if len(self.stack) >= MAX_DEPTH:
            self._refuse_depth(mark)
        self._check_tag(event, mark)
        self._counted(1, mark)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.stack.append(
            _Open(mark, event.anchor, is_mapping, bool(event.flow_style), self.count - 1)
        )

    def closed(self, _event: Any) -> None:
        """End the innermost list or group of fields."""
        done = self.stack.pop()
        node = _with_merged(done.closed()) if self.merges else done.closed()
        self._keep(done.anchor, _Kept(node, self.count - done.counted, done.height))
        self._add(node, done.height)

    def scalar(self, event: Any) -> None:
        """Take a text, or nothing where nothing is written."""
        mark = _mark(event)
        self._check_tag(event, mark)
        self._counted(1, mark)
        node = Scalar(self._text(event, mark), not event.style, mark)
        self._keep(event.anchor, _Kept(node, 1, 0))
        self._add(node, 0)

    def alias(self, event: Any) -> None:
        """Put in what an anchor named before, counted as if it were written out."""
        mark = _mark(event)
        if any(opened.anchor == event.anchor for opened in self.stack):
            message = f"`*{event.anchor}` stands inside the very value it repeats."
            self._refuse("recursive-alias", message, "Write the value out instead.", mark)
        kept = self.kept.get(event.anchor)
        if kept is None:
            return self._undefined(event.anchor, mark)
        kept.used = True
        if len(self.stack) + kept.height > MAX_DEPTH:
            self._refuse_depth(mark)
        self._counted(kept.size, mark, "alias-expansion")
        return self._add(kept.node, kept.height)

    def _undefined(self, name: str, mark: Mark) -> None:
        """Point out an alias without an anchor; nearly always a text in stars."""
        message = f"A text that begins with `*` needs quotes: YAML takes `*{name}` for a reference."
        self._fault("needs-quotes", message, f'Put the text in quotes: "*{name}"', mark)
        self._add(Scalar(f"*{name}", True, mark), 0)

    def _text(self, event: Any, mark: Mark) -> str | None:
        """Return a scalar's text, None where it is empty or null, after checking what it lost."""
        value: str = event.value.translate(_STOOD_FOR) if self.has_stand_in else event.value
        if event.style == '"' and (match := forbidden(value)):
            self._fault("control-character", *control_words(match.group()), mark)
            return without_forbidden(value)
        if event.style:
            return value
        if self.has_hash:
            self._check_hash(event)
        return None if value in _NULLS and event.tag != _TEXT_TAG else value

    def _check_hash(self, event: Any) -> None:
        """Warn of text that a ` #` has made a comment."""
        line, column = event.end_mark.line, event.end_mark.column
        if line < len(self.lines) and (lost := _COMMENT_LIKE_TEXT.match(self.lines[line], column)):
            message = f"“{_short(lost[1])}” is not read: YAML takes text after ` #` for a comment."
            hint = "If it belongs to the text, put the whole text in quotes; "
            hint += "if it is a comment, put a space after the #."
            mark = Mark(line + 1, lost.start(1) + 1)
            self._fault("text-after-hash", message, hint, mark, Severity.WARNING)

    def _add(self, node: Node, height: int) -> None:
        """Put a finished value where it belongs: into the list, or behind its field's name."""
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        top.height = max(top.height, height + 1)
        if not top.is_mapping:
            top.items.append(node)
        elif top.key is None:
            top.key = self._key(node), node.mark
        else:
            (name, mark), top.key = top.key, None
            self._put(top, name, Entry(mark, node))

    def _put(self, top: _Open, name: str | None, entry: Entry) -> None:
        """Put a field into its group; the first of two with one name stays."""
        if name is None:
            return
        if (earlier := top.entries.get(name)) is None:
            top.entries[name] = entry
            return
        message = (
            f"`{_short(name)}` is written a second time; the first is in line {earlier.key.line}."
        )
        top.key = (name, entry.key)  # so that the finding names this very field
        self._fault("duplicate-field", message, "Keep one of the two.", entry.key)
        top.key = None

    def _key(self, node: Node) -> str | None:
        """Return a field's name, None (and a finding) for what is none."""
        if not isinstance(node, Scalar):
            message = "A field's name cannot be a list or a group of fields."
            hint = "If the braces or brackets belong to a text, put the whole text in quotes."
            self._fault("odd-field-name", message, hint, node.mark)
            return None
        if node.value == _MERGE and node.plain and not self.merges:
            message = "`<<` (YAML's merge key) is not read here."
            hint = "Write the fields out, or repeat one whole value with `&name` and `*name`."
            self._fault("merge-key", message, hint, node.mark)
            return None
        return node.value or ""

    def _keep(self, anchor: str | None, kept: _Kept) -> None:
        if anchor is not None:
            self.kept[anchor] = kept

    def _counted(self, size: int, mark: Mark, code: str = "too-many-values") -> None:
        """Count values and refuse what no person writes."""
        self.count += size
        if self.count > MAX_NODES:
            message = f"The file holds more than {MAX_NODES:,} values"
            message += (
                ", counting what its references (`*name`) repeat." if "alias" in code else "."
            )
            self._refuse(code, message, "Divide it among several files.", mark)

    def _check_tag(self, event: Any, mark: Mark) -> None:
        """Point out a tag: a field's type is the model's business, and no tag makes an object."""
        if event.tag not in _TAGS:
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = (
                f"“{_short(name)}” is not read: YAML takes a word that begins with ! for a tag."
            )
            hint = "If it belongs to the text, put the whole text in quotes; if not, remove it."
            self._fault("tag", message, hint, mark)

    def _report_unused_anchors(self) -> None:
        """Warn of `&` at a text's beginning: where nothing refers to it, it was meant as text."""
        for name, kept in self.kept.items():
            if not kept.used:
                message = f"“&{_short(name)}” is not read: YAML takes it for a name to refer to."
                hint = "If it belongs to the text, put the whole text in quotes; if not, remove it."
                self._fault("unused-anchor", message, hint, kept.node.mark, Severity.WARNING)

    def _refuse_depth(self, mark: Mark) -> NoReturn:
        message = f"Values are nested more than {MAX_DEPTH} levels deep."
        self._refuse("too-deep", message, "A post needs six levels; look for extra brackets.", mark)

    def _refuse(self, code: str, message: str, hint: str, mark: Mark) -> NoReturn:
        """Note what no file may do, and stop reading."""
        self._fault(code, message, hint, mark)
        raise _RefusedError

    def _fault(
        self, code: str, message: str, hint: str, mark: Mark, severity: Severity = Severity.ERROR
    ) -> None:
        """Note a finding about the field that is being read."""
        path = written(self._path()[:8]) or None
        finding = self.page.finding(code, message, hint, mark=mark, field=path, severity=severity)
        self.findings.append(finding)

    def _path(self) -> tuple[str | int, ...]:
        """Return the way to the value being read."""
        steps = (
            (opened.key[0] if opened.key else None) if opened.is_mapping else len(opened.items)
            for opened in self.stack
        )
        return tuple(step for step in steps if step is not None)


def _with_merged(node: Node) -> Node:
    """Return a group of fields with those of the groups under its `<<`, over which its own lie."""
    if not isinstance(node, Mapping) or _MERGE not in node.entries:
        return node
    source = node.entries[_MERGE].value
    sources = source.items if isinstance(source, Sequence) else (source,)
    entries: dict[str, Entry] = {}
    for one in reversed(sources):
        if not isinstance(one, Mapping):
            return node  # its `<<` is then a field nobody knows
        entries |= one.entries
    own = {name: entry for name, entry in node.entries.items() if name != _MERGE}
    return node._replace(entries={**entries, **own})


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


def _short(text: str) -> str:
    """Return a text short enough to be repeated in a message."""
    text = text.strip()
    return text if len(text) <= 40 else text[:39] + "…"


_HANDLERS: dict[type, Callable[[_Composer, Any], None]] = {
    yaml.DocumentStartEvent: _Composer.document,
    yaml.MappingStartEvent: _Composer.opened,
    yaml.SequenceStartEvent: _Composer.opened,
    yaml.MappingEndEvent: _Composer.closed,
    yaml.SequenceEndEvent: _Composer.closed,
    yaml.ScalarEvent: _Composer.scalar,
    yaml.AliasEvent: _Composer.alias,
}
