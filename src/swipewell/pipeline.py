"""The way of a post through the house, told in one function: ``render``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from swipewell.carousel import Prepared, Rendered, Slide, Studio
from swipewell.deck import plan
from swipewell.findings import Finding, InputError, Severity, SwipewellError
from swipewell.layout.compose import compose
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.model.theme import Theme
from swipewell.reading.theme import read_theme


class ComposeError(SwipewellError):
    """A post that cannot be set as it stands: findings of severity error, and nothing painted."""

    exit_code = 1


if TYPE_CHECKING:
    _Path = Path
else:
    _Path = type(Path())  # until Python 3.11, `Path` itself cannot be the base of another class


class Saved(_Path):
    """The folder that a post was saved to: its path, and what was noticed while it was written.

    ``findings`` tell, for instance, that a file of one's own was in the way and is kept under
    another name. A path made from this one, such as ``saved / "01.png"``, has none.
    """

    findings: tuple[Finding, ...] = ()

    @classmethod
    def at(cls, folder: Path, findings: tuple[Finding, ...]) -> Saved:
        """Return the path of a folder with its findings."""
        saved = cls(folder)
        saved.findings = findings
        return saved

    def __reduce__(self) -> tuple[object, ...]:
        return Saved.at, (Path(self), self.findings)


class Carousel(Rendered):
    """A post set as slides, cover first and disclaimer last, with what was noticed on the way."""

    __slots__ = ()

    def save(
        self, folder: str | Path, formats: Sequence[str] = ("png",), *, slug: str | None = None
    ) -> Saved:
        """Write the post's folder below ``folder``, whole or not at all, and return its path.

        The path's ``findings`` are what was noticed on writing; the carousel's own are not among
        them. ``formats`` are ``png`` and ``jpeg``. RenderError where it cannot be written.
        """
        from swipewell.export.package import package, slug_for
        from swipewell.store import save_folder

        target = Path(folder) / (slug or slug_for(self.post))
        return Saved.at(target, save_folder(target, package(self, formats)))


def render(
    post: Post,
    brand: Brand | None = None,
    theme: str | None = None,
    *,
    today: dt.date | None = None,
    studio: Studio | None = None,
) -> Carousel:
    """Return a post set as slides for a brand in a theme.

    The theme is the one named here, else the post's, else the brand's. ``today`` is the day by
    which the age of helplines is judged, the system's where absent. ComposeError where a text
    cannot be set at all, InputError for an unknown theme.
    """
    return compose_prepared(prepare(post, brand, theme, today=today), studio or Studio())


def prepare(
    post: Post,
    brand: Brand | None,
    theme: str | None,
    *,
    today: dt.date | None = None,
    strict: bool = False,
) -> Prepared:
    """Return what is to be set, without setting it; see ``render`` for the arguments.

    ``strict`` prints the international directory rather than a helpline that is too old.
    """
    brand = brand or Brand()
    look = _look(post, brand, theme)
    outline = plan(post, brand, today or dt.date.today(), strict=strict)
    return Prepared(post, brand, look, outline)


def _look(post: Post, brand: Brand, named: str | None) -> Theme:
    """Return the theme; InputError where there is none by that name, at the line that names it."""
    own = (post.theme, post.source) if post.theme else (brand.theme, brand.source)
    name, source = (named, None) if named else own
    try:
        return read_theme(name)
    except InputError as unknown:
        found = (source.locate(finding) if source else finding for finding in unknown.findings)
        raise InputError(found) from None


def compose_prepared(wanted: Prepared, studio: Studio) -> Carousel:
    """Return the carousel of what was prepared; ComposeError where a text cannot be set at all."""
    from swipewell.export.alt import alt_text
    from swipewell.export.sidecar import sidecar_findings

    post, brand, outline = wanted.post, wanted.brand, wanted.outline
    with studio.turn:
        look = studio.dressed(wanted.theme, brand.fonts)
        kit = studio.kit(look, outline.language)
        palette = studio.palette(look, brand.colours.seed or look.seed)
        deck = compose(outline, look, kit, palette)
    alts = [alt_text(slide, deck.language) for slide in deck.slides]
    findings = located(post, brand, (*deck.findings, *sidecar_findings(wanted, deck, alts)))
    _refuse(findings)
    slides = tuple(
        Slide(slide.kind, alt, slide.frame, studio.paint)
        for slide, alt in zip(deck.slides, alts, strict=True)
    )
    return Carousel(post, brand, look, outline, deck, slides, findings)


_FATAL = frozenset({"too-long", "script-not-ready", "missing-glyph"})
"""Errors after which a slide would be clipped or drawn wrong: nothing is painted."""


def _refuse(findings: Sequence[Finding]) -> None:
    if any(f.code in _FATAL and f.severity is Severity.ERROR for f in findings):
        raise ComposeError(findings)


_BRAND_FIELDS = frozenset(
    {"region", "disclaimer", "handle", "credential", "directory", "helplines"}
)


def located(post: Post, brand: Brand, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings with file, line and column, those of reading first."""
    out: list[Finding] = []
    for source in (post.source, brand.source):
        out.extend(source.findings if source else ())
    for finding in findings:
        root = (finding.where.field or "").split(".")[0].split("[")[0]
        source = brand.source if root in _BRAND_FIELDS else post.source
        out.append(source.locate(finding) if source else finding)
    return tuple(out)
