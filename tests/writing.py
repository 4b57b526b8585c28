"""What people write, made up: Hypothesis strategies for texts, slides, posts and brands.

Most of it would fit a slide. Some of it is too long, too wide, or odd in another way, because
what does not fit must be refused and never painted wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

import swipewell as sw
from swipewell.model.brand import Colours, DirectoryLink, DisclaimerSettings, Licence

Texts = st.SearchStrategy[str]
Slides = st.SearchStrategy[object]
Strategy = st.SearchStrategy[Any]

SHORT = (
    *(
        "a",
        "I",
        "to",
        "be",
        "no",
        "yes",
        "kind",
        "name",
        "the",
        "need",
        "not",
        "flaw",
        "and",
        "you",
    ),
    *("can", "say", "it", "out", "loud", "is", "he", "we", "oh"),
)
WORDS = (
    *(
        "boundary",
        "gentle",
        "breathing",
        "remember",
        "yesterday",
        "conversation",
        "slowly",
        "evening",
    ),
    *("listen", "tomorrow", "answer", "kindness", "overwhelmed", "therapist", "either/or", "café"),
    *("well-being", "uncomfortable", "relationship", "self-compassion", "naïve", "Ärger", "École"),
    *(
        "Ångström",
        "über",
        "façade",
        "señor",
        "Łódź",
        "İstanbul",
        "nghỉ",
        "cafe\u0301",
        "A\u030angst",
    ),
)
SIGNS = (
    *("“yes,”", "‘soon’", '"no"', "'tis", "don’t", "it's", "—", "--", "...", "(perhaps)", "«oui»"),
    *(
        "988",
        "10:30",
        "3,000",
        "5 km",
        "1 in 5",
        "116 123",
        "50 %",
        "½",
        "№",
        "&",
        "#1",
        "@you",
        "→",
    ),
)
MARKED = (
    *("*kind*", "**firmly**", "==slowly==", "*two words*", "**“both”**", "==10 minutes=="),
    *("*open", "a*b", "\\*star\\*", "2 * 3", "un*marked*", "==a *b* c=="),
)
EMOJI = ("🌿", "😀", "👩‍👩‍👧", "🇩🇪", "❤️", "1️⃣", "👍🏽", "☀️")
LONG = (
    "Selbstmitgefühlsübungen",
    "Nahrungsmittelunverträglichkeit",
    "Donaudampfschifffahrtsgesellschaft",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "www.example.org/a-long-address/that-nobody-types",
    "Mmmmmmmmmmmmmmmmmmmmmm",
    "0800-1234-5678-9012-3456-7890",
)


PICTURE = Path(__file__).resolve().parent.parent / "samples" / "photos" / "calm-sea.jpg"
FIGURES = ("1 in 5", "60 %", "½", "280 million", "3,000 000", "7 out of 10", "0")
ADDRESSES = (
    "findahelpline.com",
    "https://www.example.org/",
    "https://doi.org/10.1000/a--b_(c)-1",
    "example.org/a-long-address/that-nobody-types/and-that-goes-on?x=1&y==2*3",
    f"https://example.org/{'long' * 30}",
)


def mostly(common: Strategy, rare: Strategy, every: int) -> Strategy:
    """One strategy's values, and now and then (one in so many) another's."""
    return st.integers(1, every).flatmap(lambda n: rare if n == every else common)


_plain = st.sampled_from([*SHORT, *SHORT, *WORDS])
_odd = st.sampled_from([*SIGNS, *MARKED, *EMOJI])
_calm_word = mostly(_plain, _odd, 8)
_wild_word = mostly(_plain, st.one_of(_odd, st.sampled_from(LONG)), 3)
_end = st.sampled_from(["", "", ".", "?", "!", "…", ":"])


def optional(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """The strategy's values, or nothing."""
    return st.one_of(st.none(), strategy)


@dataclass(frozen=True)
class Hand:
    """Who writes: with which words, and how many times as much as fits well."""

    word: Texts
    much: int

    def text(self, fewest: int, most: int) -> Texts:
        """Texts of so many words, or several times as many."""
        words = st.lists(self.word, min_size=fewest, max_size=most * self.much)
        return st.builds(lambda words, end: " ".join(words) + end, words, _end)

    def body(self) -> Texts:
        """Bodies from one word to more than a slide holds, in one paragraph or some."""
        sentence = self.text(1, 12).map(lambda text: text if text[-1] in ".?!…" else f"{text}.")
        paragraph = st.lists(sentence, min_size=1, max_size=4).map(" ".join)
        whole = st.lists(paragraph, min_size=1, max_size=3).map("\n\n".join)
        endless = st.lists(self.word, min_size=40, max_size=120).map(" ".join)
        return st.one_of(self.text(1, 6), paragraph, paragraph, whole, endless)

    def item(self) -> st.SearchStrategy[object]:
        """Items of a list or of steps: a text, or a title with a body."""
        both = st.builds(sw.Item, title=self.text(1, 4), body=self.text(2, 12))
        return st.one_of(self.text(1, 8), both)

    def tips(self) -> Slides:
        """Tips, counted or not."""
        return st.one_of(
            st.builds(
                sw.Tip,
                title=self.text(1, 6),
                body=optional(self.body()),
                example=optional(self.text(1, 8)),
                numbered=st.sampled_from([None, None, None, False, True]),
            ),
            st.builds(sw.Tip, body=self.body(), example=optional(self.text(1, 8))),
        )

    def lists(self) -> Slides:
        """Lists of one to nine items."""
        return st.builds(
            sw.List, title=self.text(1, 6), items=st.lists(self.item(), min_size=1, max_size=9)
        )

    def steps(self) -> Slides:
        """One to seven steps."""
        return st.builds(
            sw.Steps, title=self.text(1, 5), steps=st.lists(self.item(), min_size=1, max_size=7)
        )

    def comparisons(self) -> Slides:
        """Two halves, not always as long as each other."""
        half = st.builds(
            sw.Half,
            label=optional(self.text(1, 2)),
            items=st.lists(self.text(1, 7), min_size=1, max_size=5),
            stance=st.sampled_from([None, None, "avoid", "try"]),
        )
        return st.builds(sw.Compare, title=self.text(1, 4), left=half, right=half)

    def quotes(self) -> Slides:
        """Quotes from a word to a page."""
        return st.builds(
            sw.Quote,
            quote=st.one_of(self.text(1, 14), self.body()),
            by=optional(self.text(1, 4)),
            source=optional(self.text(1, 6)),
        )

    def practices(self) -> Slides:
        """Practices of one to four phases."""
        longest = 6 if self.much == 1 else 60
        phase = st.builds(
            sw.Phase, do=self.text(1, 1), seconds=st.integers(4 if self.much == 1 else 1, longest)
        )
        return st.builds(
            sw.Practice,
            title=self.text(1, 4),
            phases=st.lists(phase, min_size=1, max_size=4),
            rounds=optional(st.integers(1, 20)),
        )

    def invites(self) -> Slides:
        """Invitations with a body or without."""
        return st.builds(sw.Invite, title=self.text(1, 6), body=optional(self.body()))

    def myths(self) -> Slides:
        """Myths and facts, short or long."""
        fact = st.one_of(self.text(3, 20), self.body())
        return st.builds(sw.Myth, myth=st.one_of(self.text(2, 9), self.body()), fact=fact)

    def prompts(self) -> Slides:
        """Prompts with a title, a question or both, and one to six lines."""
        lines = st.integers(1, 6)
        title, question = self.text(1, 5), st.one_of(self.text(3, 14), self.body())
        return st.one_of(
            st.builds(sw.Prompt, title=title, question=optional(question), lines=lines),
            st.builds(sw.Prompt, question=question, lines=lines),
        )

    def definitions(self) -> Slides:
        """Words with what they mean, and perhaps an example."""
        meaning, example = st.one_of(self.text(3, 20), self.body()), optional(self.text(2, 10))
        return st.builds(sw.Definition, term=self.text(1, 3), meaning=meaning, example=example)

    def figures(self) -> Slides:
        """Numbers as large as they go, and what they count."""
        figure = st.one_of(st.sampled_from(FIGURES), self.text(1, 3))
        meaning = st.one_of(self.text(3, 14), self.body())
        source = optional(self.text(2, 8))
        return st.builds(sw.Figure, figure=figure, meaning=meaning, source=source)

    def pictures(self) -> Slides:
        """Pictures with a caption or without."""
        caption = optional(st.one_of(self.text(2, 16), self.body()))
        alt, picture = self.text(2, 9), st.just(str(PICTURE))
        return st.builds(sw.Picture, picture=picture, alt=alt, caption=caption)

    def resources(self) -> Slides:
        """One to six resources, with notes and addresses or without."""
        item = st.builds(
            sw.Resource,
            name=self.text(1, 5),
            note=optional(self.text(2, 12)),
            link=optional(st.sampled_from(ADDRESSES)),
        )
        items = st.lists(item, min_size=1, max_size=6)
        return st.builds(sw.Resources, title=self.text(1, 5), items=items)

    def recaps(self) -> Slides:
        """Tables of contents, though there may be no tips to list."""
        return st.builds(sw.Recap, title=self.text(1, 5))

    def slides(self) -> Slides:
        """Slides of every kind that a person may write."""
        return st.one_of(
            self.tips(),
            self.lists(),
            self.steps(),
            self.comparisons(),
            self.myths(),
            self.quotes(),
            self.prompts(),
            self.practices(),
            self.definitions(),
            self.figures(),
            self.pictures(),
            self.resources(),
            self.recaps(),
            self.invites(),
        )

    def references(self) -> st.SearchStrategy[sw.Reference]:
        """Works that a post rests on."""
        address = optional(st.sampled_from(ADDRESSES))
        return st.builds(sw.Reference, text=self.text(3, 16), url=address)

    def posts(self, slides: Slides, most: int) -> st.SearchStrategy[sw.Post]:
        """Posts of one to so many slides, with every field or without."""
        return st.builds(
            sw.Post,
            title=self.text(1, 6),
            subtitle=optional(self.text(1, 7)),
            cover=st.builds(sw.Cover, kicker=optional(self.text(1, 2))),
            language=st.sampled_from([None, None, "en", "en-GB", "de", "fr", "es", "it", "sv"]),
            topics=st.lists(st.sampled_from(TOPICS), max_size=2, unique=True),
            hashtags=st.lists(st.sampled_from(["Kind", "#Words", "Älter"]), max_size=3),
            caption=optional(self.body()),
            sources=st.lists(self.references(), max_size=3),
            numbered=st.sampled_from([True, True, True, False]),
            slides=st.lists(slides, min_size=1, max_size=most),
        )


TOPICS = ("boundaries", "suicide", "self-harm", "grief", "eating-disorders", "sleep")
REGIONS = (None, "US", "US", "GB", "DE", "NZ", "CA", "FR", "IN", "PT", "ZZ")

CALM = Hand(_calm_word, 1)
WILD = Hand(_wild_word, 2)

posts = mostly(
    CALM.posts(CALM.slides(), 8),
    st.one_of(CALM.posts(WILD.slides(), 2), WILD.posts(CALM.slides(), 2)),
    6,
)

brands = st.builds(
    sw.Brand,
    name=optional(
        st.sampled_from(["Alma Counselling", "Dr. Łucja Żółć", "Praxis für Psychotherapie"])
    ),
    handle=optional(
        st.sampled_from(["@alma.counselling", "@a", "@a_handle_of_thirty_characters_"])
    ),
    credential=optional(
        st.sampled_from(
            ["LMFT", "Licensed Marriage and Family Therapist", "Psychologische Beraterin"]
        )
    ),
    licence=st.builds(
        Licence,
        number=optional(st.sampled_from(["LMFT 00000", "Registration 00-00000"])),
        jurisdiction=optional(st.sampled_from(["California", "Aotearoa New Zealand"])),
    ),
    region=st.sampled_from(REGIONS),
    language=st.sampled_from(["en", "en", "de", "fr"]),
    colours=st.builds(
        Colours, seed=optional(st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}"))
    ),
    hashtags=st.lists(
        st.sampled_from(["TherapistsOfInstagram", "Praxis"]), max_size=2, unique=True
    ),
    directory=optional(
        st.builds(
            DirectoryLink,
            name=st.just("Alma Counselling"),
            url=st.sampled_from(
                ["alma.example", "https://www.harbour-street-therapy.example/find"]
            ),
        )
    ),
    disclaimer=st.builds(
        DisclaimerSettings,
        dm_policy=optional(
            st.sampled_from(
                [
                    "I read messages twice a week and cannot advise in them.",
                    "A colleague reads messages with me, so please keep private things out of "
                    "them. "
                    "For appointments, please write to the practice instead.",
                ]
            )
        ),
        also_regions=st.lists(st.sampled_from(["GB", "AU", "IE", "ZZ"]), max_size=2, unique=True),
        youth=st.booleans(),
    ),
)
