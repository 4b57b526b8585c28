"""Writes docs/findings.md: every finding that reading, composing and writing can make, as the code says it.

    python docs/build_findings.py

Findings of rules stand in docs/rules.md, with what each is for.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PAGE = Path(__file__).with_name("findings.md")

_CODE = re.compile(r"[a-z]+(-[a-z]+)+")
_MAKERS = frozenset(
    "Finding error warning info finding found Fault Words Diagnosis "
    "_fault _said _refuse _finding _with_mend grave fault".split()
)
"""What makes a finding, or the words of one: its code and its message come first."""

_ROOMS = {
    "reading": "Reading files",
    "model": "Reading files",
    "pictures": "Pictures and logos",
    "care": "Disclaimer and helplines",
    "layout": "Setting slides",
    "export": "Texts beside the slides",
    "meter": "Contrast",
}


class Told(NamedTuple):
    """A finding: its code, where it is made, and what it says, with ``…`` for what is filled in."""

    code: str
    room: str
    text: str


def page() -> str:
    """Return the page."""
    lines = [
        "# Findings",
        "",
        "What Swipewell says about files, texts and slides, by its code; `…` stands for what is filled in.",
        "Made from the code by `python docs/build_findings.py`. What rules say of a post stands in",
        "[rules.md](rules.md).",
    ]
    by_room: dict[str, dict[str, str]] = {}
    for told in _all():
        by_room.setdefault(told.room, {}).setdefault(told.code, told.text)
    for room, codes in sorted(by_room.items()):
        lines += ["", f"## {room}", "", "| code | says |", "| --- | --- |"]
        lines += [f"| `{code}` | {text} |" for code, text in sorted(codes.items())]
    return "\n".join(lines) + "\n"


def _all() -> Iterator[Told]:
    """Yield the findings in the source, file by file."""
    package = ROOT / "src" / "swipewell"
    for file in sorted(package.rglob("*.py")):
        part = file.relative_to(package).parts[0].removesuffix(".py")
        if part == "rules":
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            yield from _in(function, _ROOMS.get(part, "Files, commands and weeks"))


def _in(function: ast.FunctionDef, room: str) -> Iterator[Told]:
    """Yield the findings that a function makes."""
    assigned = [
        (node.lineno, target.id, node.value)
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if name not in _MAKERS:
            continue
        # of a name that is set twice, what it was set to last
        named = {
            name: value
            for line, name, value in sorted(assigned, key=_line_of)
            if line < call.lineno
        }
        for k, given in enumerate(call.args[:2]):
            code = given.value if isinstance(given, ast.Constant) else None
            if isinstance(code, str) and _CODE.fullmatch(code):
                said = next(filter(None, (_text(one, named) for one in call.args[k + 1 :])), "")
                if said:
                    yield Told(code, room, said)


def _line_of(assigned: tuple[int, str, ast.expr]) -> int:
    return assigned[0]


def _text(node: ast.expr, named: dict[str, ast.expr]) -> str:
    """Return what a message says, empty where it is none."""
    if isinstance(node, ast.Name) and node.id in named:
        node = named[node.id]
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
        return _line("".join(map(str, parts)))
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _line(node.value) if " " in node.value else ""
    return ""


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
