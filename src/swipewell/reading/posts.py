"""A file to the post that it stands for: as it is written, or another post with its translation."""

from __future__ import annotations

import os

from swipewell.findings import Finding, InputError, Severity, Where
from swipewell.model.post import Post
from swipewell.reading import files
from swipewell.reading.formats import TABLES
from swipewell.reading.siblings import original_of, tag_of, translations_of


def read_post(path: str | os.PathLike[str]) -> Post:
    """Return the post in a YAML or JSON file, `-` for standard input.

    Of a translation (``post.es.yaml`` beside ``post.yaml``) it is the whole post in that language.
    InputError with all its faults where a file makes none.
    """
    name = os.fspath(path)
    if name.lower().endswith(TABLES):
        return _only_one(files.read_table(name), name)
    original, tag = original_of(name), tag_of(name)
    if original is None or tag is None:
        return files.read_post(name)
    from swipewell.reading.translation import read_translation  # its models are seldom needed

    return read_translation(name, original, tag)


def read_posts(path: str | os.PathLike[str]) -> tuple[Post, ...]:
    """Return the posts in a file: any number in a table (CSV, TSV), else one.

    InputError with all its faults where it makes none.
    """
    if os.fspath(path).lower().endswith(TABLES):
        return files.read_table(path)
    return (read_post(path),)


def read_translations(path: str | os.PathLike[str]) -> tuple[Post, ...]:
    """Return a post in every other language that a translation beside its file has it in.

    They come in the order of their files' names; each knows its `language`. InputError with all
    faults of the first that makes no post.
    """
    return tuple(map(read_post, translations_of(os.fspath(path))))


def _only_one(posts: tuple[Post, ...], name: str) -> Post:
    """Return the post of a table that holds one; InputError where it holds more."""
    if len(posts) == 1:
        return posts[0]
    message = f"This table holds {len(posts)} posts, where one is wanted."
    hint = "Read all of them with `read_posts`, or leave one in the file."
    raise InputError([Finding("many-posts", Severity.ERROR, message, hint, Where(name))])
