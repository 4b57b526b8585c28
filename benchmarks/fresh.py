"""Posts that were never seen: the same kinds, lengths and punctuation, other words, another title.

'Turn the clock away' -> 'Rest and lands soon'

The title seeds the ornament, so nothing of a post's text, layout or ornament can be used again.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from swipewell.model.post import Post

_FIELDS = "title subtitle kicker body example items steps label quote by source do"
_SHOWN = frozenset(_FIELDS.split(" "))
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_TOKEN = re.compile(r"\S*?(?:==.+?==|\*\*.+?\*\*|\*.+?\*)\S*|\S+")
_NEIGHBOURS = 12


class Corpus:
    """The words of some posts, by length."""

    def __init__(self, posts: Iterable[Post]) -> None:
        words = {
            word.lower()
            for post in posts
            for text in _texts(post.model_dump(exclude_none=True))
            for word in _WORD.findall(text)
        }
        self._words: list[str] = sorted(words, key=lambda word: (len(word), word))
        self._lengths = [len(word) for word in self._words]

    def instead_of(self, word: str, chance: random.Random) -> str:
        """Return a word as long, or nearly; with a capital where the word has one."""
        first = bisect_left(self._lengths, len(word))
        last = bisect_right(self._lengths, len(word))
        spare = max(0, (_NEIGHBOURS - (last - first)) // 2)
        found = chance.choice(self._words[max(0, first - spare) : last + spare])
        return found[0].upper() + found[1:] if word[0].isupper() else found


class Deal:
    """Deals posts with a title that it never dealt before."""

    def __init__(self, corpus: Corpus, seed: int) -> None:
        self._corpus = corpus
        self._chance = random.Random(seed)
        self._dealt: set[str] = set()

    def fresh(self, post: Post) -> Post:
        """Return the post with every word replaced by another of its length."""
        return self._new(post, self._replaced)

    def reordered(self, post: Post) -> Post:
        """Return the post with the very words it has, in another order within each text."""
        return self._new(post, self._shuffled)

    def _new(self, post: Post, change: Callable[[str], str]) -> Post:
        written = post.model_dump(exclude_none=True)
        while True:
            dealt = Post.model_validate(changed(written, change))
            if dealt.title not in self._dealt:
                self._dealt.add(dealt.title)
                return dealt

    def _replaced(self, text: str) -> str:
        return _WORD.sub(self._other, text)

    def _other(self, match: re.Match[str]) -> str:
        return self._corpus.instead_of(match[0], self._chance)

    def _shuffled(self, text: str) -> str:
        """Return another text of the same tokens; one word alone stays as it is."""
        tokens = _TOKEN.findall(text)
        if len(set(tokens)) == 1:
            return text
        mixed = tokens
        while mixed == tokens:
            mixed = self._chance.sample(tokens, len(tokens))
        return " ".join(mixed)


def _texts(value: Any, shown: bool = False) -> Iterator[str]:
    """Yield the texts that slides show."""
    if isinstance(value, dict):
        for name, held in value.items():
            yield from _texts(held, name in _SHOWN)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _texts(held, shown)
    elif shown and isinstance(value, str):
        yield value


def changed(value: Any, change: Callable[[str], str], shown: bool = False) -> Any:
    """Return a dumped model with the texts that slides show changed."""
    if isinstance(value, dict):
        return {name: changed(held, change, name in _SHOWN) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [changed(held, change, shown) for held in value]
    return change(value) if shown and isinstance(value, str) else value
