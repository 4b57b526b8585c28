"""A local page that shows posts as they stand on a phone, and what there is to say about them.

The page asks for one thing, the state: a post in a theme and a size, with everything beside it.
Pictures are painted when the page asks for them, each once. What was saved is told to the page by
server-sent events; it then asks for the state again, and exchanges the pictures that differ.

>>> from swipewell.preview.server import Served
>>> from swipewell.preview.bench import Asked, Bench
>>> with Served(Bench(["samples/kind-boundaries.yaml"])) as page:
...     page.url.startswith("http://127.0.0.1:")
True
"""
