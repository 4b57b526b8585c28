"""A text to sentences of words, with what stands in quotation marks; addresses and handles are no words.

“Don’t say ‘committed suicide’.”  ->  do · not · say · commit|committed · suicide, the last two quoted
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from swipewell.named import NamedTuple
from swipewell.rules.lemma import forms

_NOT_PROSE = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]+|(?<!\w)@[\w.]+"
    r"|(?<![\w-])[\w-]++\.(?:com|org|net|io|example|uk|de|edu|gov)\b(?:/\S*)?",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|%|[A-Za-zÀ-ɏ]+(?:'[A-Za-zÀ-ɏ]+)*|\.{3}|…|[.!?;:,—–()\n]|&")
_ENDS = frozenset(".!?…\n") | {"..."}
SOFT = frozenset(
    "a an the my your his her their our its this that these those some any every really just "
    "actually ever also even simply probably definitely clearly likely very so quite truly "
    "totally completely absolutely literally only still already often always almost too much "
    "more most own another such certainly honestly maybe quickly easily permanently forever "
    "right now all both tragically sadly nearly finally basically".split()
)
"""Words that may stand between any two of a pattern, beside those that end in ``-ly``."""
_NO_ADVERBS = frozenset(
    "family reply apply ally bully rely fly supply belly jelly multiply early daily weekly holy july "
    "elderly lonely ugly friendly deadly".split()
)
_STAYS_TOGETHER = frozenset({"o'clock", "ma'am"})
_WHOLE = {
    "can't": ("can", "n't"), "cannot": ("can", "not"), "won't": ("will", "n't"),
    "shan't": ("shall", "n't"), "dont": ("do", "n't"), "cant": ("can", "n't"),
    "wont": ("will", "n't"), "youre": ("you", "'re"), "ive": ("i", "'ve"), "im": ("i", "'m"),
    "doesnt": ("does", "n't"), "isnt": ("is", "n't"), "didnt": ("did", "n't"),
    "gonna": ("going", "to"), "wanna": ("want", "to"), "it's": ("it", "'s"),
}  # fmt: skip
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred thousand dozen".split()
)
_QUOTES = re.compile(
    '“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|‹[^‹›]*›|"[^"\n]*"|(?<!\\w)‘.+?’(?!\\w)|(?<!\\w)\'(?=\\S).+?(?<=\\S)\'(?!\\w)',
    re.DOTALL,
)


class Token(NamedTuple):
    """A word, a number or a punctuation mark: in lower case, with its forms and its place in the text.

    ``soft`` says that it only weighs others, and may stand between any two words of a pattern.
    """

    text: str
    forms: frozenset[str]
    kind: str
    start: int
    end: int
    quoted: bool
    capital: bool
    soft: bool = False


class Sentence(NamedTuple):
    """The tokens of a sentence, whether it asks, and all forms of its words."""

    tokens: tuple[Token, ...]
    question: bool
    forms: frozenset[str]


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; a line break ends one, too."""
    return tuple(_cut(tuple(_tokens(text))))


def _cut(tokens: tuple[Token, ...]) -> Iterator[Sentence]:
    begun: list[Token] = []
    for token in tokens:
        if token.text not in _ENDS:
            begun.append(token)
            continue
        if begun:
            yield _sentence(begun, token.text == "?")
        begun = []
    if begun:
        yield _sentence(begun, False)


def _sentence(tokens: list[Token], question: bool) -> Sentence:
    return Sentence(tuple(tokens), question, frozenset().union(*(token.forms for token in tokens)))


def _tokens(text: str) -> Iterator[Token]:
    plain = _NOT_PROSE.sub(lambda found: " " * len(found[0]), text.replace("\u2028", "\n"))
    quoted = [found.span() for found in _QUOTES.finditer(plain)]
    plain = plain.replace("’", "'").replace("ʼ", "'")
    # a stop that belongs to a word (“Dr.”, “e.g.”) ends no sentence
    plain = re.sub(r"\b(Dr|Mr|Ms|Mrs|vs|e\.g|i\.e|St|No)\.", lambda f: f[0][:-1] + " ", plain)
    for found in _TOKEN.finditer(plain):
        written, start, end = found[0], found.start(), found.end()
        inside = any(first <= start < last for first, last in quoted)
        for text, known, kind, capital, soft in _read(written):
            yield Token(text, known, kind, start, end, inside, capital, soft)


def parts_of(written: str) -> tuple[str, ...]:
    """Return the words that are written as one: ``you’ve`` is ``you`` and ``'ve``."""
    word = written.lower()
    if word in _WHOLE:
        return _WHOLE[word]
    if word.endswith("n't") and len(word) > 3:
        return word[:-3], "n't"
    cut = word.find("'")
    if cut > 0 and word not in _STAYS_TOGETHER and word != "n't":
        return word[:cut], word[cut:]
    return (word,)


@lru_cache(maxsize=8192)
def _read(written: str) -> tuple[tuple[str, frozenset[str], str, bool, bool], ...]:
    """Return the words of what is written as one: text, forms, kind, capital and soft of each."""
    return tuple(_word(part, written[0].isupper()) for part in parts_of(written))


def _word(word: str, capital: bool) -> tuple[str, frozenset[str], str, bool, bool]:
    if word[0].isdigit():
        return word, frozenset({word}), "n", False, False
    if not (word[0].isalpha() or word[0] == "'"):
        return word, frozenset({word}), "p", False, False
    known = frozenset({"'s", "be"}) if word == "'s" else forms(word)
    kind = "n" if word in _NUMBERS else "w"
    return word, known, kind, capital, _is_soft(word)


def _is_soft(word: str) -> bool:
    return word in SOFT or (word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS)
