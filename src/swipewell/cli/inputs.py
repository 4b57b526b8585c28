"""What a person names on the command line to the posts meant, by the rules of ``reading``."""

from swipewell.reading.inputs import Inputs, find_posts

__all__ = ["Inputs", "find_posts"]
