"""The warm path: a process that has drawn before is given posts it has never seen.

Every round deals new posts. A post is measured twice: first with its words in another order, when
words may come that are not shaped yet, then as it reads, with all its words and most of its glyph
masks known, but with nothing known of its texts and its layout. Its ornament is one of the few arrangements
among which a theme lets the title's seed choose; in the rounds before the timed ones most have been drawn.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.encoders import Encoder, alone, encoders
from benchmarks.fresh import Corpus, Deal
from benchmarks.stages import Case, SlideTime, measured
from swipewell.batch.rubbish import collect_from_now_on
from swipewell.carousel import Studio
from swipewell.pipeline import Carousel, ComposeError

_SEED = 20_260
_LIVE_IN = 6
_TRIES = 50


@dataclass(frozen=True, slots=True)
class Sample:
    """One measured slide: which case and form, and the ms of each encoder on its own pixels.

    ``alone`` is empty where the slide's words were new.
    """

    case: str
    theme: str
    form: str
    time: SlideTime
    alone: Mapping[str, float]

    @property
    def ratio(self) -> float:
        """Return how many times as long the slide took as its encoding alone."""
        return self.time.whole / min(self.alone.values())


class _Bench:
    """Deals and measures posts of one theme, in one studio, as a practice has one."""

    def __init__(self, cases: Sequence[Case], others: Sequence[Case], forms: Sequence[str]) -> None:
        self._cases = cases
        self._studio = Studio()
        words = [case.post for case in others]
        self._deals = {c.name: Deal(Corpus([*words, c.post]), _SEED) for c in cases}
        self._encoders: dict[str, Mapping[str, Encoder]] = {form: encoders(form) for form in forms}

    def round(self, timed: bool = True) -> Iterator[Sample]:
        """Yield the slides of every case in every form; without encodings alone where not timed."""
        for form, choice in self._encoders.items():
            for case in self._cases:
                yield from self._samples(case, form, choice if timed else {})

    def _samples(self, case: Case, form: str, choice: Mapping[str, Encoder]) -> Iterator[Sample]:
        new, known, carousel = self._pair(case, form)
        theme = theme_of(case)
        yield from (Sample(case.name, theme, form, time, {}) for time in new)
        for time, slide in zip(known, carousel.slides, strict=True):
            yield Sample(case.name, theme, form, time, alone(slide.image, choice) if choice else {})

    def _pair(self, case: Case, form: str) -> tuple[list[SlideTime], list[SlideTime], Carousel]:
        """Return the times of a post's words reordered, of the post itself, and its carousel."""
        deal, studio = self._deals[case.name], self._studio
        for _ in range(_TRIES):
            post = deal.fresh(case.post)
            try:
                new, _ = measured(deal.reordered(post), case.brand, studio, form)
                known, carousel = measured(post, case.brand, studio, form)
            except ComposeError:
                continue  # a long word came where there is no room for it: other words, then
            return new, known, carousel
        raise SystemExit(f"no fresh words for '{case.name}' find room on its slides")


def theme_of(case: Case) -> str:
    """Return the theme that a case is rendered in."""
    return case.post.theme or case.brand.theme


def warm(cases: Sequence[Case], shared: Sequence[Case], rounds: int) -> list[Sample]:
    """Return the slides of so many rounds over the cases, theme by theme.

    New words come from the shared cases.
    """
    samples: list[Sample] = []
    for theme in sorted(set(map(theme_of, cases))):
        print(f"warm: {theme}", file=sys.stderr)
        own = [case for case in cases if theme_of(case) == theme]
        bench = _Bench(own, shared, ("png", "jpeg"))
        for _ in range(_LIVE_IN):
            list(bench.round(timed=False))
        collect_from_now_on()  # as a batch does after its first post
        for _ in range(rounds):
            samples.extend(bench.round())
    return samples
