"""A translation's texts and the post they belong to, to that post in another language.

    post.yaml in English, post.es.yaml  ->  Post(language="es", title="Cinco maneras …", …)

Texts meet by their position. Nothing in the post's own language is ever painted in the translation:
what a slide cannot be without is an error where it is missing; what may be absent (`_MAY_LACK`)
is left out with a warning, or without one where the translation holds its field and nothing behind
it. Only names and works stay as they are (`_STAY`), and what has no letters (4-7-8).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from swipewell.findings import Finding, InputError, Severity, Source, Where, worst
from swipewell.model.base import Model
from swipewell.model.post import Post
from swipewell.model.translation import TranslatedEntry, TranslatedSlide, Translation
from swipewell.reading.fault import short
from swipewell.reading.files import read_as, read_post
from swipewell.reading.siblings import spelt

_MAY_LACK = frozenset(
    {"subtitle", "kicker", "example", "label", "note", "Post.caption", "Picture.caption"}
)
"""Texts that a post may do without, and so its translation."""

_STAY = frozenset({"by", "source", "sources", "link", "url"})
"""Names, works and addresses, which are the same in every language unless it has its own."""

_SILENT = frozenset({"link", "url"})
"""What stays without a word."""

_ASIDE = frozenset({"kind", "language"})

_FIRST = {"Resource": "name", "Phase": "do"}
"""What an entry is called that is written as a text alone, where that is not its title."""


def read_translation(path: str, original: str, tag: str) -> Post:
    """Return the post in a file, with the texts of a translation in a language.

    InputError with all that is missing, and with all faults of the two files.
    """
    post = read_post(original)
    own, source = read_as(Translation, path)
    return translated(post, own, source, tag)


def translated(post: Post, own: Translation, source: Source, tag: str) -> Post:
    """Return a post with the texts of a translation, which were read from a source."""
    merging = _Merging(source, tag)
    texts: Post = merging.merged(post, own, "")
    findings = (*source.findings, *merging.found(own))
    if worst(findings) is Severity.ERROR:
        raise InputError(sorted(findings, key=_place))
    slug = f"{post.slug}.{tag}" if post.slug else None
    made = texts.model_copy(update={"language": tag, "slug": slug})
    return made.with_source(source._replace(findings=findings, behind=post.source))


def _place(finding: Finding) -> tuple[int, int]:
    return finding.where.line or 0, finding.where.column or 0


class _Merging:
    """Puts a translation's texts in the places of a post's, and gathers what does not fit."""

    __slots__ = ("_findings", "_source", "_tag")

    def __init__(self, source: Source, tag: str) -> None:
        self._source = source
        self._tag = tag
        self._findings: list[Finding] = []

    def found(self, own: Translation) -> tuple[Finding, ...]:
        """Return what was found, each at its place in the translation."""
        if own.language is not None and spelt(own.language) != self._tag:
            self._say(
                Severity.ERROR,
                "translation-differs",
                f"The file's name says “{self._tag}”, and `language:` says “{own.language}”.",
                "Rename the file, or delete this line: the name alone is enough.",
                "language",
            )
        return tuple(map(self._source.locate, self._findings))

    def merged(self, held: Any, given: Model, path: str) -> Any:
        """Return a part of a post with the texts given for it."""
        changes: dict[str, Any] = {}
        for name in type(given).model_fields:
            if name not in _ASIDE:
                old, new = getattr(held, name, None), getattr(given, name)
                value = self._field(type(held).__name__, old, new, _joined(path, name))
                if name in type(held).model_fields:
                    changes[name] = value
        return held.model_copy(update=changes)

    def _field(self, owner: str, held: Any, given: Any, path: str) -> Any:
        """Return what a field holds in the translation, by what it holds in the post."""
        name = path.rpartition(".")[2]
        if held is None or held == ():
            if _says(given):
                self._not_used(name, path)
            return held
        if name == "hashtags":
            return given if _says(given) else self._left_out(name, (), path)
        if isinstance(held, Model):
            return self.merged(held, given, path)
        if not _says(given):
            return self._missing(f"{owner}.{name}", held, path)
        return given if isinstance(held, str) else self._entries(held, given, path)

    def _entries(self, held: Sequence[Any], given: Sequence[Any], path: str) -> tuple[Any, ...]:
        """Return entries with the texts at the same positions."""
        if len(held) != len(given):
            self._say(
                Severity.ERROR,
                "translation-differs",
                f"`{path}`: the post has {len(held)}, the translation {len(given)}.",
                "They meet by their position: write one for each in the post, in its order.",
                path,
            )
            return tuple(held)  # from where on they differ is not known
        pairs = enumerate(zip(held, given, strict=True))
        return tuple(self._entry(old, new, f"{path}[{index}]") for index, (old, new) in pairs)

    def _entry(self, held: Any, given: Any, path: str) -> Any:
        if isinstance(held, str):
            return given
        if isinstance(given, TranslatedSlide) and given.kind not in (None, held.kind):
            self._other_kind(held.kind, given, path)
            return held
        return self.merged(held, _named(held, given), path)

    def _missing(self, field: str, held: Any, path: str) -> Any:
        """Return what stands where a text has no translation, and say so."""
        name = field.partition(".")[2]
        if name in _STAY:
            if name not in _SILENT:
                hint = "That is right for most names and works; write it if it has one of its own."
                message = f"`{name}` has no translation, so it stays as the post has it."
                self._say(Severity.INFO, "untranslated", message, hint, path)
            return held
        if isinstance(held, str) and not any(map(str.isalpha, held)):
            return held
        if name in _MAY_LACK or field in _MAY_LACK:
            return self._left_out(name, None, path)
        what = f"“{short(held)}”" if isinstance(held, str) else f"{len(held)} entries"
        message = f"`{name}` has no translation."
        hint = f"The post has {what} there: write it in “{self._tag}”."
        self._say(Severity.ERROR, "untranslated", message, hint, path)
        return held

    def _left_out(self, name: str, nothing: Any, path: str) -> Any:
        """Return nothing for a text that may be absent, and say so unless that is meant."""
        if path not in self._source.places:
            message = f"`{name}` has no translation, so it is left out."
            if name == "caption" and path == name:
                message = "`caption` has no translation, so one is built from the slides."
            hint = f"Write it, or write `{name}:` with nothing behind it if that is meant."
            self._say(Severity.WARNING, "untranslated", message, hint, path)
        return nothing

    def _not_used(self, name: str, path: str) -> None:
        message = f"The post has no `{name}` here, so this one is not used."
        hint = "Delete it, or write one in the post as well."
        self._say(Severity.WARNING, "translation-unused", message, hint, path)

    def _other_kind(self, kind: str, given: TranslatedSlide, path: str) -> None:
        message = f"In the post this slide is a `{kind}`, here a `{given.kind}`."
        hint = "Slides meet by their position: bring them into the post's order, or drop `kind:`."
        self._say(Severity.ERROR, "translation-differs", message, hint, f"{path}.kind")

    def _say(self, severity: Severity, code: str, message: str, hint: str, path: str) -> None:
        self._findings.append(Finding(code, severity, message, hint, Where(field=path)))


def _says(given: Any) -> bool:
    """Return whether something is written."""
    if isinstance(given, Model):
        return bool(given.model_fields_set)
    return given is not None and given != ()


def _named(held: Any, given: Any) -> Any:
    """Return an entry whose text alone stands for what its sort of entry calls it."""
    first = _FIRST.get(type(held).__name__)
    if first and isinstance(given, TranslatedEntry) and getattr(given, first) is None:
        return given.model_copy(update={first: given.title, "title": None})
    return given


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
