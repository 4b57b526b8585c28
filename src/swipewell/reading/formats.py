"""By which endings of their names files are known."""

DATA = (".yaml", ".yml", ".json")
"""Files of fields: a post, its translation, a brand, a week."""

MARKDOWN = (".md",)

TABLES = (".csv", ".tsv")
"""Tables hold any number of posts."""

POSTS = (*DATA, *MARKDOWN, *TABLES)
"""Everything that posts are read from."""
