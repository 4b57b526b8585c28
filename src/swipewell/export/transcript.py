"""``transcript.md``: everything the slides say, in the order of reading, as Markdown.

Headings and lists are CommonMark (https://spec.commonmark.org/0.31.2/); signs in a text that would
become markup, there or on GitHub, stand behind a backslash. Nothing is left out, and text from
right to left stays in the order in which it is read: who shows it turns it.
"""

from __future__ import annotations

import re

from swipewell.export.spoken import Block, one_line, spoken
from swipewell.layout.compose import Deck, DeckSlide
from swipewell.model.post import Post
from swipewell.text.direction import numeral

_SIGNS = re.compile(r"[\\`*_#\[\]<>|~$]|&(?=#?\w+;)|=(?==)")
_AT_START = re.compile(r"^([-+=])|^(\d{1,9})(?=[.)](?:\s|$))")
_ADDRESS = r"https?://[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?)\]}…*'’]"


def transcript(post: Post, deck: Deck) -> bytes:
    """Return ``transcript.md``: everything the slides say, each under a heading of its own."""
    parts = [f"# {_inline(one_line(post.title, deck.language))}"]
    for number, slide in enumerate(deck.slides, 1):
        parts += _slide(slide, number, deck)
    return ("\n\n".join(parts) + "\n").encode()


def escaped(text: str) -> str:
    """Return a text that begins a line as Markdown that shows it letter for letter."""
    return _AT_START.sub(_held, _inline(text))


def _inline(text: str) -> str:
    """Return a text within a line as Markdown; addresses become links, and stay as they are."""
    out, at = "", 0
    for address in re.finditer(_ADDRESS, text) if "://" in text else ():
        out += _SIGNS.sub(r"\\\g<0>", text[at : address.start()]) + f"<{address[0]}>"
        at = address.end()
    return out + _SIGNS.sub(r"\\\g<0>", text[at:])


def _held(start: re.Match[str]) -> str:
    """Return the beginning of a line with a backslash that keeps it from opening a list or a rule."""
    return f"\\{start[1]}" if start[1] else f"{start[2]}\\"


def _slide(slide: DeckSlide, number: int, deck: Deck) -> list[str]:
    """Return a slide as paragraphs, its heading first: where it stands, and its title."""
    language = slide.language or deck.language
    blocks = spoken(slide, language)
    place = "/".join(numeral(count, deck.language) for count in (number, len(deck.slides)))
    titles = [block for block in blocks if block.role == "title"]
    heading = " · ".join([place, *(_inline(block.lines[0]) for block in titles)])
    others = (block for block in blocks if block not in titles)
    return [f"## {heading}", *(part for block in others for part in _paragraphs(block, language))]


def _paragraphs(block: Block, language: str) -> list[str]:
    """Return a block as paragraphs of Markdown."""
    match block.role:
        case "halves":
            return [f"### {_inline(block.label)}", _list(block)]
        case "list" | "steps":
            return [*([escaped(block.label)] if block.label else []), _list(block)]
        case "quote":
            return ["\n>\n".join(f"> {_lines(line)}".replace("\n", "\n> ") for line in block.lines)]
        case "picture":
            return [rf"\[{_lines(line)}\]" for line in block.lines]
        case _:
            first = block.introduced(block.lines[0], language)
            return [_lines(line) for line in (first, *block.lines[1:])]


def _list(block: Block) -> str:
    """Return the lines of a block as a list, counted where they are."""
    numbers = block.numbers or ("",) * len(block.lines)
    return "\n".join(
        f"{_marker(number)} {escaped(line)}"
        for number, line in zip(numbers, block.lines, strict=True)
    )


def _marker(number: str) -> str:
    """Return what begins an item of a list; Markdown counts in the digits 0 to 9."""
    return f"{int(number)}." if number.isdecimal() else "-"


def _lines(text: str) -> str:
    """Return a paragraph whose own line breaks stay."""
    return "  \n".join(escaped(line.strip(" \t")) for line in text.split("\n"))
