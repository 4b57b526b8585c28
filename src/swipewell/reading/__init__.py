"""Files to models, with the place of every field: a person's file to a `Post` or a `Brand`.

All faults of a file are told at once, as findings in an `InputError`.
"""

from swipewell.reading.files import parse_post, read_brand
from swipewell.reading.pictures import find_brand
from swipewell.reading.posts import read_post, read_posts, read_translations
from swipewell.reading.slug import slug_of

__all__ = [
    "find_brand",
    "parse_post",
    "read_brand",
    "read_post",
    "read_posts",
    "read_translations",
    "slug_of",
]
