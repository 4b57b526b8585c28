"""How long a text is for Instagram, and how a text is made to fit: at a sentence, else at a word.

    within("Go slowly. Come back often.", 20, "en") -> "Go slowly. Come…"

Nobody at Meta says what its "characters" are. UTF-16 units are never fewer than code points or
what readers take for characters, so a text that fits by them fits by any count.
"""

from __future__ import annotations

import re

ELLIPSIS = "…"

ADDRESS = r"(?:https?://|www\.)[^\s<>\"“”«»*]*[^\s<>\"“”«»*.,;:!?)\]}…=’']"
"""An address in a text, without the sign that ends its sentence."""

_SENTENCE_END = r"[.!?…؟۔।]+[\"”’»)\]]*(?=\s)|[。！？]+[」』）”]*"
_COUNTING = r"(?:^|\s)\d{1,2}\.$"
_BEFORE_ELLIPSIS = "".join((" \u00a0\n", ",;:–—-", "،؛", "、，；："))
"""What is not left standing before an ellipsis."""

_SENTENCES_HOLD = 0.75
"""How much of the room whole sentences must fill; else the cut is at a word."""

_WORDS_HOLD = 0.5
"""How much of the room words between spaces must fill; else the cut is inside a run of letters."""


def length(text: str) -> int:
    """Return how many characters a text has at most, however they are counted."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def within(text: str, most: int, language: str) -> str:
    """Return a text within so many characters; what is cut off leaves an ellipsis behind.

    The cut is after a sentence where that keeps most of the room, else after a word. Where there
    are no spaces it is between phrases; a single word longer than the room is cut between two
    characters as readers see them. An address is never cut, but left out.
    """
    if length(text) <= most:
        return text
    head = _head(text, most - 2)  # the ellipsis, and perhaps a space before it
    if not head:
        return ELLIPSIS if most > 0 else ""
    sentences = _sentences(head, text)
    if length(sentences) >= _SENTENCES_HOLD * most:
        return f"{sentences} {ELLIPSIS}"
    words = _words(head, text, language).rstrip(_BEFORE_ELLIPSIS)
    if not words:
        return ELLIPSIS
    return f"{words} {ELLIPSIS}" if words[-1] in ".!?…" else words + ELLIPSIS


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, or all of it."""
    for end in re.finditer(_SENTENCE_END, text):
        if not re.search(_COUNTING, text[: end.end()]):
            return text[: end.end()]
    return text


def _head(text: str, most: int) -> str:
    """Return as much of the beginning as has so many UTF-16 units."""
    head = text[: max(most, 0)]
    while length(head) > max(most, 0):
        head = head[: len(head) - max(1, (length(head) - most) // 2)]
    return head


def _sentences(head: str, text: str) -> str:
    """Return the whole sentences in the beginning of a text."""
    ends = (end.end() for end in re.finditer(_SENTENCE_END, text[: len(head) + 1]))
    whole = [end for end in ends if end <= len(head) and not re.search(_COUNTING, text[:end])]
    return text[: whole[-1]] if whole else ""


def _words(head: str, text: str, language: str) -> str:
    """Return the whole words in the beginning of a text."""
    cut = _after_word(head, text)
    if cut < _WORDS_HOLD * len(head):
        cut = _after_phrase(head, text, cut, language)
    return text[: _off_addresses(text, cut)]


def _after_word(head: str, text: str) -> int:
    """Return where the last word ends that is whole in the beginning of a text, 0 where none is."""
    if text[len(head)] in " \n":
        return len(head)
    return max(head.rfind(" "), head.rfind("\n"), 0)


def _off_addresses(text: str, cut: int) -> int:
    """Return the cut, moved before the address that it would break."""
    spans = (address.span() for address in re.finditer(ADDRESS, text))
    return next((start for start, end in spans if start < cut < end), cut)


def _after_phrase(head: str, text: str, start: int, language: str) -> int:
    """Return where the last phrase of a run without spaces ends; without any, where it starts.

    A run that is all there is ends with its last whole character.
    """
    from swipewell.text.paragraph import PHRASE  # a text so long without spaces is rare
    from swipewell.text.phrase import opportunities
    from swipewell.text.properties import graphemes

    run = text[start : len(head) + 40]
    room = len(head) - start
    between = (one for one in opportunities(run, language) if (one.cost or 0) < PHRASE)
    phrases = [
        one.position for one in between if one.position <= room and run[: one.position].strip()
    ]
    if phrases or text[:start].strip():
        return start + (phrases[-1] if phrases else 0)
    end = 0
    for cluster in graphemes(run):
        if end + len(cluster) > room:
            break
        end += len(cluster)
    return start + end
