"""A file of posts to what can be shown of it: each post with its brand, or why there is none."""

from __future__ import annotations

import os
from pathlib import Path

from swipewell.findings import Finding, Severity, SwipewellError, Where
from swipewell.model.brand import Brand
from swipewell.model.post import Post
from swipewell.named import NamedTuple
from swipewell.reading import find_brand, read_brand, read_posts, slug_of


class Draft(NamedTuple):
    """A post that could be read, its brand, and the name its folder would have."""

    path: str
    slug: str
    post: Post
    brand: Brand

    @property
    def language(self) -> str:
        """Return the language of the slides: the post's own, or the brand's."""
        return self.post.language or self.brand.language

    @property
    def theme(self) -> str:
        """Return the theme of its own: the post's, or the brand's."""
        return self.post.theme or self.brand.theme


class Read(NamedTuple):
    """The posts of a file, or the findings that say why there are none."""

    drafts: tuple[Draft, ...] = ()
    faults: tuple[Finding, ...] = ()


def read(path: str, brand_file: str | None = None) -> Read:
    """Return the posts of a file, each for the brand in a file or the nearest one."""
    try:
        posts = read_posts(path)
        brand = _brand_of(path, brand_file)
    except SwipewellError as refused:
        return Read(faults=refused.findings)
    except Exception as fault:  # whatever it is, the page stays, and says so
        return Read(faults=(broken(path, fault),))
    return Read(tuple(Draft(path, slug_of(path, post), post, brand) for post in posts))


def _brand_of(path: str, brand_file: str | None) -> Brand:
    if brand_file is not None:
        return read_brand(brand_file)
    nearest = find_brand(Path(os.path.abspath(path)).parent)
    return read_brand(_shown(nearest)) if nearest else Brand.unknown()


def _shown(path: Path) -> str:
    """Return a path as a person would write it from where they are."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def broken(path: str, fault: Exception) -> Finding:
    """Return the finding about a fault of Swipewell's own."""
    message = f"Swipewell itself failed: {type(fault).__name__}: {fault}"
    hint = "The post is not to blame. Please report this line, with the post if you may share it."
    return Finding("internal-error", Severity.ERROR, message, hint, Where(path))
