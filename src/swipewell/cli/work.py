"""One post's way on the command line: read, checked or rendered, and always an answer for it.

Whatever happens to a post becomes its `Result`; nothing that happens to one stops another.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from swipewell.carousel import Prepared, Studio
from swipewell.cli.interrupt import heed, put_off
from swipewell.cli.unchanged import current
from swipewell.findings import Finding, InputError, Severity, SwipewellError, Where
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.named import NamedTuple
from swipewell.pipeline import Carousel, compose_prepared, located, pixel_findings, prepare
from swipewell.reading import find_brand, read_brand, read_posts, slug_of
from swipewell.reading.siblings import original_of
from swipewell.store import mend_folder, save_folder

if TYPE_CHECKING:
    from swipewell.export.artifact import Artifact
    from swipewell.export.kept import Kept

INTERNAL = 3
"""The exit code where Swipewell itself fails, as where a file cannot be written."""

_FEW = 8
"""So many posts are done before further processes have warmed up."""

SlideEntry = Mapping[str, str | None]

_T = TypeVar("_T")


class Settings(NamedTuple):
    """What a person asked for, the same for every post of a run."""

    brand: str | None = None
    theme: str | None = None
    today: dt.date | None = None
    strict: bool = False
    out: str = "out"
    formats: tuple[str, ...] = ("png",)
    force: bool = False
    sheet: bool = False
    size: str = "square"
    scale: int = 1
    target: str = ""
    require_sources: bool = False
    pixels: bool = False
    approved_only: bool = False


class Hands(NamedTuple):
    """How many processes (all cores where not said), on which machines, and whether to clear up."""

    jobs: int | None = None
    on: str | None = None
    prune: bool = False

    def are_wanted(self, posts: int) -> bool:
        """Say whether so many files of posts are more than one process should do by itself."""
        return posts > _FEW or self.on is not None or self.prune


class Result(NamedTuple):
    """What became of a post: `rendered`, `unchanged`, `checked` or `failed`.

    ``note`` is for people: why nothing was written although nothing is in the way of it.
    ``translation_of`` is the file of the post that this one has in another language; ``manifest``
    the SHA-256 of the folder's ``post.json``.
    """

    path: str
    status: str
    slug: str | None = None
    out: str | None = None
    slides: tuple[SlideEntry, ...] = ()
    findings: tuple[Finding, ...] = ()
    exit_code: int = 0
    note: str = ""
    language: str | None = None
    translation_of: str | None = None
    manifest: str | None = None

    def about(self, draft: Draft) -> Result:
        """Return the result with the language of its draft, and the post that it translates."""
        base = draft.post.translation_of
        return self._replace(language=draft.language, translation_of=base)


class Draft(NamedTuple):
    """A post that could be read, its brand, and the name of its folder."""

    path: str
    post: Post
    brand: Brand
    slug: str

    @property
    def language(self) -> str:
        """Return the language of the slides: the post's own, or the brand's."""
        return self.post.language or self.brand.language


class Desk:
    """Reads posts with their brands; a brand of many posts is looked for and read once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._brands: dict[str, Brand | InputError] = {}
        self._nearest: dict[str, Path | None] = {}

    def read(self, path: str) -> list[Draft | Result]:
        """Return the drafts of the posts in a file, or the result that says why there are none."""

        def reading() -> list[Draft]:
            posts = read_posts(path)
            brand = self._brand_of(path)
            return [Draft(path, post, brand, slug_of(path, post)) for post in posts]

        read = attempt(path, None, reading)
        if isinstance(read, Result):
            return [read._replace(translation_of=original_of(path))]
        return [*read]

    def _brand_of(self, path: str) -> Brand:
        """Return the brand given, else the nearest one, else the default."""
        if self.settings.brand is not None:
            return self._brand(self.settings.brand)
        folder = os.path.dirname(os.path.abspath(path)) if path != "-" else os.getcwd()
        if folder not in self._nearest:
            self._nearest[folder] = find_brand(Path(folder))
        nearest = self._nearest[folder]
        return self._brand(_shown(nearest)) if nearest else Brand.unknown()

    def _brand(self, path: str) -> Brand:
        """Return the brand in a file; InputError, the same each time, where it makes none."""
        if path not in self._brands:
            try:
                self._brands[path] = read_brand(path)
            except InputError as fault:
                self._brands[path] = fault
        known = self._brands[path]
        if isinstance(known, InputError):
            raise InputError(known.findings)
        return known


def _shown(path: Path) -> str:
    """Return a path as a person would write it from where they are."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def namesakes(drafts: Iterable[Draft]) -> dict[tuple[str, str], Finding]:
    """Return a finding, by path and slug, for every post whose folder would be another's as well.

    Slugs that differ only in capitals are one folder on many disks.
    """
    by_slug: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_slug.setdefault(draft.slug.casefold(), []).append(draft)
    return {
        (draft.path, draft.slug): _same_slug(draft, group)
        for group in by_slug.values()
        if len(group) > 1
        for draft in group
    }


def unmet(fault: Finding) -> Result:
    """Return the result for an argument behind which there is no post."""
    path = fault.where.file or ""
    return Result(path, "failed", findings=(fault,), exit_code=InputError.exit_code)


def clash(draft: Draft, finding: Finding, note: str = "") -> Result:
    """Return the result of a draft whose folder is another's as well."""
    code = InputError.exit_code
    failed = Result(
        draft.path, "failed", draft.slug, findings=(finding,), exit_code=code, note=note
    )
    return failed.about(draft)


def _same_slug(draft: Draft, group: Sequence[Draft]) -> Finding:
    from swipewell.reading.names import listed

    files = listed([one.path for one in group])
    finding = Finding(
        "same-slug",
        Severity.ERROR,
        f"{files} would be written to one folder, “{draft.slug}”.",
        "Give one of them a `slug:` of its own, or render them to different folders.",
        Where(field="slug"),
    )
    source = draft.post.source
    return source.locate(finding) if source and "slug" in source.places else finding


def check_draft(draft: Draft, settings: Settings, studio: Studio) -> Result:
    """Return what there is to say about a post; nothing is painted, nothing written."""

    def checking() -> Result:
        wanted = prepared(draft, settings)
        carousel = compose_prepared(wanted, studio)
        findings = carousel.findings
        if settings.pixels:
            findings = (*findings, *pixel_findings(carousel))
        return Result(
            draft.path,
            "checked",
            draft.slug,
            slides=tuple(_entry(slide.kind, slide.alt) for slide in carousel.slides),
            findings=findings,
            exit_code=1 if is_failing(findings, settings.strict) else 0,
        )

    return attempt(draft.path, draft.slug, checking)


def render_draft(
    draft: Draft, settings: Settings, studio: Studio, kept: Kept | None = None
) -> Result:
    """Return what became of a post: its folder is written, unless it is there already.

    Where pictures are ``kept``, the same posts come again and again: only slides that changed are
    painted, and the disk may take its time.
    """

    def rendering() -> Result:
        wanted = prepared(draft, settings)
        folder = _folder(settings.out, draft.slug)
        carousel = compose_prepared(wanted, studio) if settings.approved_only else None
        if carousel and (why := _unapproved(draft, carousel)):
            return why
        known = None if settings.force else _known(draft, wanted, folder, settings)
        if known is not None:
            return known
        carousel = carousel or compose_prepared(wanted, studio)
        return _rendered(draft, carousel, folder, settings, kept)

    return attempt(draft.path, draft.slug, rendering)


def settled_draft(draft: Draft, settings: Settings, studio: Studio) -> Result | None:
    """Return the result of a post that needs no rendering, or may have none; None of any other."""

    def settling() -> Result | None:
        wanted = prepared(draft, settings)
        if settings.approved_only:
            why = _unapproved(draft, compose_prepared(wanted, studio))
            if why is not None:
                return why
        if settings.force:
            return None
        return _known(draft, wanted, _folder(settings.out, draft.slug), settings)

    settled = attempt(draft.path, draft.slug, settling)
    return None if settled is None else settled.about(draft)


def prepared(draft: Draft, settings: Settings) -> Prepared:
    """Return what is to be set of a draft."""
    return prepare(
        draft.post,
        draft.brand,
        settings.theme,
        today=settings.today,
        strict=settings.strict,
        size=settings.size,
        scale=settings.scale,
        target=settings.target,
        require_sources=settings.require_sources,
        formats=settings.formats,
    )


def _folder(out: str, slug: str) -> Path | str:
    """Return the folder of a post: a path, or an address such as ``s3://bucket/out/rest``."""
    return f"{out.rstrip('/')}/{slug}" if "://" in out else Path(out) / slug


def _known(draft: Draft, wanted: Prepared, folder: Path | str, settings: Settings) -> Result | None:
    """Return the result of a post that an earlier run has rendered from the same input."""
    from swipewell.export.manifest import input_key

    with put_off():
        left_over = mend_folder(folder) if isinstance(folder, Path) else ()
    before = current(folder, input_key(wanted, settings.formats, sheet=settings.sheet))
    if before is None:
        return None
    # What was composed is as it was, but its lines may have moved, so all is placed anew.
    noticed = located(wanted.post, wanted.brand, ())
    composed = before.findings[len(noticed) :]
    findings = located(wanted.post, wanted.brand, composed)
    if settings.strict and is_failing(findings, strict=True):
        return _withheld(draft, findings)
    return Result(
        draft.path,
        "unchanged",
        draft.slug,
        str(folder),
        before.slides,
        (*findings, *left_over),
        1 if is_failing(findings, strict=False) else 0,
        manifest=before.manifest,
    )


def _rendered(
    draft: Draft, carousel: Carousel, folder: Path | str, settings: Settings, kept: Kept | None
) -> Result:
    """Return the result of painting and writing a carousel."""
    if settings.strict and is_failing(carousel.findings, strict=True):
        return _withheld(draft, carousel.findings)
    from swipewell.export.formats import slide_files
    from swipewell.export.package import package  # brings Pillow, which checks do without

    try:
        artifacts = package(
            carousel, settings.formats, slug=draft.slug, sheet=settings.sheet, kept=kept
        )
        with put_off():
            said = _saved(folder, artifacts, durable=kept is None)
    except SwipewellError as fault:
        findings = (*carousel.findings, *fault.findings)
        return Result(
            draft.path, "failed", draft.slug, findings=findings, exit_code=fault.exit_code
        )
    files = slide_files(len(carousel.slides), settings.formats, draft.slug)
    findings = (*carousel.findings, *said)
    return Result(
        draft.path,
        "rendered",
        draft.slug,
        str(folder),
        tuple(
            _entry(slide.kind, slide.alt, file)
            for slide, file in zip(carousel.slides, files, strict=True)
        ),
        findings,
        1 if is_failing(findings, settings.strict) else 0,
        manifest=artifacts[-1].sha256,
    )


def _saved(
    folder: Path | str, artifacts: Sequence[Artifact], *, durable: bool
) -> tuple[Finding, ...]:
    """Write a post's folder, whole or not at all, and return what there is to say about it."""
    if isinstance(folder, Path):
        return save_folder(folder, artifacts, durable=durable)
    from swipewell.batch.far import save_far  # most people write to their own disk

    return save_far(folder, artifacts)


def _unapproved(draft: Draft, carousel: Carousel) -> Result | None:
    """Return the result of a post that nobody has signed as it is, None where somebody has."""
    from swipewell.approval import not_approved, sign_off  # most renders ask for no sign-off

    why = not_approved(carousel, sign_off(draft.path, slug_of(draft.path, draft.post)))
    if why is None:
        return None
    note = "nothing written, because of --approved-only"
    findings = (*carousel.findings, why)
    return Result(draft.path, "failed", draft.slug, findings=findings, exit_code=1, note=note)


def _withheld(draft: Draft, findings: tuple[Finding, ...]) -> Result:
    """Return the result of a post that could be written, were it not for `--strict`."""
    note = "nothing written, because of --strict"
    return Result(draft.path, "failed", draft.slug, findings=findings, exit_code=1, note=note)


def _entry(kind: str, alt: str, file: str | None = None) -> SlideEntry:
    return {"file": file, "kind": kind, "alt": alt}


def is_failing(findings: Iterable[Finding], strict: bool) -> bool:
    """Return whether findings fail a post: an error always does, a warning where it is strict."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in grave for finding in findings)


def attempt(path: str, slug: str | None, action: Callable[[], _T]) -> _T | Result:
    """Return what an action returns, or the result of a post that it failed for."""
    try:
        return action()
    except SwipewellError as fault:
        return Result(path, "failed", slug, findings=fault.findings, exit_code=fault.exit_code)
    except Exception as fault:  # one post's trouble, whatever it is, never stops another
        heed()  # but an interrupt that a library made an error of does
        return Result(path, "failed", slug, findings=(_broken(path, fault),), exit_code=INTERNAL)


def _broken(path: str, fault: Exception) -> Finding:
    """Return the finding about a fault of Swipewell's own."""
    if os.environ.get("SWIPEWELL_DEBUG"):
        import traceback

        traceback.print_exception(fault)
    return Finding(
        "internal-error",
        Severity.ERROR,
        f"Swipewell itself failed: {type(fault).__name__}: {fault}",
        "The post is not to blame. Please report this line, with the post if you may share it; "
        "SWIPEWELL_DEBUG=1 shows where it happened.",
        Where(path),
    )
