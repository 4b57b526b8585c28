"""The way of a post through the house, told in one function: ``render``."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from swipewell.carousel import Prepared, Rendered, Slide, Studio
from swipewell.deck import plan
from swipewell.findings import Finding, InputError, Severity, SwipewellError, error
from swipewell.frame import scaled
from swipewell.geometry import PAGES, SQUARE, Page
from swipewell.layout.compose import compose
from swipewell.look import laid_to, read_theme
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.model.theme import Theme
from swipewell.rules.check import planned_findings, set_findings, still_said

Named = Theme | str | os.PathLike[str] | None
"""A theme as it may be named: itself, a bundled one's name, or the folder of one's own."""


class ComposeError(SwipewellError):
    """A post that cannot be set as it stands: findings of severity error, and nothing painted."""

    exit_code = 1


if TYPE_CHECKING:
    from PIL import Image

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
        self,
        folder: str | Path,
        formats: Sequence[str] = ("png",),
        *,
        slug: str | None = None,
        sheet: bool = False,
    ) -> Saved:
        """Write the post's folder below ``folder``, whole or not at all, and return its path.

        The path's ``findings`` are what was noticed on writing; the carousel's own are not among
        them. ``formats`` are ``png``, ``jpeg``, ``webp`` and ``pdf``; ``sheet`` adds the contact
        sheet, ``sheet.png``. RenderError where it cannot be written.
        """
        from swipewell.export.package import package, slug_for
        from swipewell.store import save_folder

        name = slug or slug_for(self.post)
        target = Path(folder) / name
        artifacts = package(self, formats, slug=name, sheet=sheet)
        return Saved.at(target, save_folder(target, artifacts))

    def sheet(self) -> Image.Image:
        """Return the contact sheet: all slides at a glance, on a phone, and in the profile's grid."""
        from swipewell.export.sheet import printed, sheet_of

        count = len(self.slides)
        return sheet_of(self, [printed(slide.image, count) for slide in self.slides])


def render(
    post: Post,
    brand: Brand | None = None,
    theme: Named = None,
    *,
    today: dt.date | None = None,
    studio: Studio | None = None,
    size: str = SQUARE.name,
    scale: int = 1,
    target: str = "",
    require_sources: bool = False,
) -> Carousel:
    """Return a post set as slides for a brand in a theme.

    The theme is the one named here, else the post's, else the brand's: a bundled one by its name,
    the folder of one's own, or what `read_theme` returned. ``today`` is the day by
    which the age of helplines is judged, the system's where absent. ``size`` is ``square``
    (1080 x 1080 px), ``portrait`` (1080 x 1350), ``tall`` (1080 x 1440) or ``story`` (1080 x 1920);
    a ``scale`` of 2 doubles every pixel. ``target`` is where the post goes, such as
    ``instagram-api``, whose limits it is then held to. ComposeError where a text cannot be set at all,
    InputError for an unknown theme, size or scale.
    """
    wanted = prepare(
        post,
        brand,
        theme,
        today=today,
        size=size,
        scale=scale,
        target=target,
        require_sources=require_sources,
    )
    return compose_prepared(wanted, studio or Studio())


def check(
    post: Post,
    brand: Brand | None = None,
    theme: Named = None,
    *,
    pixels: bool = False,
    today: dt.date | None = None,
    studio: Studio | None = None,
    size: str = SQUARE.name,
    target: str = "",
    require_sources: bool = False,
) -> tuple[Finding, ...]:
    """Return all there is to say about a post, without writing anything; see ``render``.

    ``pixels`` has every slide painted, too, and the contrast of each text measured.
    """
    try:
        carousel = render(
            post,
            brand,
            theme,
            today=today,
            studio=studio,
            size=size,
            target=target,
            require_sources=require_sources,
        )
    except ComposeError as fault:
        return fault.findings
    return (*carousel.findings, *(pixel_findings(carousel) if pixels else ()))


def pixel_findings(carousel: Carousel) -> tuple[Finding, ...]:
    """Return what the painted pixels of a carousel tell: texts that do not stand out enough."""
    from swipewell.meter.rule import contrast_findings  # most carousels are never measured

    found = still_said(carousel.post, contrast_findings(carousel))
    source = carousel.post.source
    return tuple(source.locate(one) if source else one for one in found)


def prepare(
    post: Post,
    brand: Brand | None,
    theme: Named,
    *,
    today: dt.date | None = None,
    strict: bool = False,
    size: str = SQUARE.name,
    scale: int = 1,
    target: str = "",
    require_sources: bool = False,
    formats: Sequence[str] = (),
) -> Prepared:
    """Return what is to be set, without setting it; see ``render`` for the arguments.

    ``strict`` prints the international directory rather than a helpline that is too old. ``formats``
    are those to be written, where a ``target`` may not take them.
    """
    brand = brand or Brand.unknown()
    look = _look(post, brand, theme)
    day, page, scale = today or dt.date.today(), _page(size), _scale(scale)
    outline = plan(post, brand, day, strict=strict)
    said = planned_findings(
        post,
        brand,
        outline.language,
        day,
        require_sources=require_sources,
        target=target,
        page=page,
        scale=scale,
        formats=formats,
    )
    outline = outline._replace(findings=(*outline.findings, *said), target=target)
    return Prepared(post, brand, look, outline, page, scale)


def _page(name: str) -> Page:
    """Return the page of a size; InputError where there is none by that name."""
    if name not in PAGES:
        hint = f"The sizes are {', '.join(PAGES)}."
        raise InputError([error("unknown-size", f"There is no size called “{name}”.", hint)])
    return PAGES[name]


def _scale(scale: int) -> int:
    """Return a scale of 1 or 2; InputError for another."""
    if scale not in (1, 2):
        message = f"A slide cannot be painted at scale {scale}."
        raise InputError([error("unknown-scale", message, "The scales are 1 and 2.")])
    return scale


def _look(post: Post, brand: Brand, named: Named) -> Theme:
    """Return the theme; InputError where there is none by that name, at the line that names it."""
    if isinstance(named, Theme):
        return named
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
    with studio.turn, laid_to(wanted.theme):
        look = studio.dressed(wanted.theme, brand.fonts)
        kit = studio.kit(look, outline.language)
        palette, coloured = studio.colours(look, brand.colours)
        kits = {tongue: studio.kit(look, tongue) for tongue in outline.foreign}
        laid = studio.relaid(look, wanted.page)
        deck = compose(outline, laid, kit, palette, wanted.page, kits)
    alts = [alt_text(slide, deck.language) for slide in deck.slides]
    beside = (*sidecar_findings(wanted, deck, alts), *set_findings(post, brand, outline, alts))
    findings = located(post, brand, (*coloured, *deck.findings, *beside))
    _refuse(findings)
    slides = tuple(
        Slide(slide.kind, alt, scaled(slide.frame, wanted.scale), studio.paint)
        for slide, alt in zip(deck.slides, alts, strict=True)
    )
    return Carousel(post, brand, look, outline, deck, slides, findings, wanted.page, wanted.scale)


_FATAL = frozenset({"too-long", "script-not-ready", "missing-glyph"})
"""Errors after which a slide would be clipped or drawn wrong: nothing is painted."""


def _refuse(findings: Sequence[Finding]) -> None:
    if any(f.code in _FATAL and f.severity is Severity.ERROR for f in findings):
        raise ComposeError(findings)


_BRAND_FIELDS = frozenset(
    {"region", "disclaimer", "handle", "credential", "directory", "helplines"}
    | {"avatar", "logo", "colours"}
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
