"""The server of the page: on this machine only, for a browser on this machine only.

It listens on the loopback address and answers no other host's name, so that no page from elsewhere can
have its own name point here. Nothing in an address ever becomes a path: there is a table of what
there is.
"""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Callable, Mapping
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from swipewell.findings import RenderError, error
from swipewell.named import NamedTuple
from swipewell.preview.bench import Bench
from swipewell.preview.told import grid, known_choice, state
from swipewell.resources import resource_folder

LOOPBACK = "127.0.0.1"
USUAL_PORT = 7420

_PATIENCE = 10.0  # seconds after which a silent connection is given a sign of life
_SILENCE = 60.0  # seconds after which a connection that asks nothing is closed

_POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Nothing of the page comes from elsewhere, and nothing goes there (CSP, level 3)."""

_FONTS = {
    "heading.ttf": "fraunces/Fraunces-400.ttf",
    "text.ttf": "alegreya-sans/AlegreyaSans-400.ttf",
    "italic.ttf": "alegreya-sans/AlegreyaSans-400i.ttf",
    "strong.ttf": "alegreya-sans/AlegreyaSans-700.ttf",
}


class Answer(NamedTuple):
    """What is sent back: its kind, its bytes, and for how long a browser may keep it."""

    kind: str
    body: bytes
    keep: str = "no-store"
    status: int = 200


_FOR_EVER = "private, max-age=31536000, immutable"
_NOT_THERE = Answer("text/plain; charset=utf-8", b"There is no such thing here.\n", status=404)


@cache
def page_file(name: str) -> bytes:
    """Return a file of the page: `page.html`, `page.css`, `page.js`."""
    return (Path(__file__).parent / "page" / name).read_bytes()


@cache
def font_file(name: str) -> bytes:
    """Return a font of the page by its name there."""
    return (resource_folder("fonts") / _FONTS[name]).read_bytes()


class Served:
    """A page that is being served, until it is closed. Without a port, the usual one or any free one.

    RenderError where the port asked for is taken.
    """

    def __init__(self, bench: Bench, port: int | None = None, *, live: bool = False) -> None:
        self.bench = bench
        self.live = live
        self.is_closed = False
        self._server = _listening(port)
        self._server.served = self
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        """Return the port it listens on."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """Return the page's address."""
        return f"http://{LOOPBACK}:{self.port}/"

    def follow(self, stop: threading.Event | None = None) -> None:
        """Tell the page of all that is saved, until ``stop`` is set; needs the extra `watch`."""
        from swipewell.watch import saves

        for noticed in saves(self.bench.folders, stop):
            self.bench.look(noticed)

    def close(self) -> None:
        """Stop answering, and let go of pages that listen."""
        self.is_closed = True
        self.bench.wake()
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Served:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere it would let two share a port
    block_on_close = False  # a page that is still open must not hold the end up
    served: Served

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of browsers that hang up in the middle."""


def _listening(port: int | None) -> _Server:
    """Return a server on a port; without one, on the usual port or else any that is free."""
    try:
        return _Server((LOOPBACK, USUAL_PORT if port is None else port), _Handler)
    except OSError as taken:
        if port is None:
            return _Server((LOOPBACK, 0), _Handler)
        message = f"Port {port} cannot be listened on: {taken.strerror or taken}."
        hint = "Leave --port out to have any free one."
        raise RenderError([error("port-taken", message, hint)]) from None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Swipewell"
    sys_version = ""
    timeout = _SILENCE
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        """Answer what the page asks for."""
        if not self._is_from_here():
            text = b"This page is for this machine only: open it at http://127.0.0.1.\n"
            self._send(Answer("text/plain; charset=utf-8", text, status=403))
            return
        address = urlsplit(self.path)
        asked = {name: values[-1] for name, values in parse_qs(address.query).items()}
        if address.path == "/events":
            self._tell(asked)
        else:
            self._send(self._answer(address.path, asked))

    do_HEAD = do_GET  # noqa: N815 - the name it has there

    def _is_from_here(self) -> bool:
        """Say whether it was this server that was named, under no name but this machine's own."""
        port = self.server.server_address[1]
        hosts = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}
        origin = self.headers.get("Origin")
        return self.headers.get("Host", "").lower() in hosts and (
            origin is None or urlsplit(origin).netloc.lower() in hosts
        )

    def _answer(self, path: str, asked: Mapping[str, str]) -> Answer:
        """Return the answer to a path."""
        folder, _, name = path.rpartition("/")
        bench = self.server.served.bench
        match folder:
            case "" if name in _FILES:
                return _FILES[name]()
            case "" if name in ("state", "grid"):
                return self._told(name, asked)
            case "/fonts" if name in _FONTS:
                return Answer("font/ttf", font_file(name), "private, max-age=86400")
            case "/slides":
                return _picture(bench.album.picture, name.removesuffix(".png"))
            case "/avatar":
                return _picture(lambda _: avatar(bench, asked.get("post")), name)
        return _NOT_THERE

    def _told(self, name: str, asked: Mapping[str, str]) -> Answer:
        bench = self.server.served.bench
        bench.look(noticed=False)  # so that loading the page anew is enough, whoever watches
        choice = known_choice(bench, asked)
        told: Any
        if name == "grid":
            told = grid(bench, choice, _at)
        else:
            told = state(bench, asked.get("post"), choice, _at)
            told["live"] = self.server.served.live
            shown = told["shown"]
            if shown and shown["brand"]["avatar"]:
                shown["brand"]["avatar"] = (
                    f"/avatar/{told['version']}.png?post={quote(shown['key'], safe='')}"
                )
        return Answer("application/json", json.dumps(told, ensure_ascii=False).encode())

    def _tell(self, asked: Mapping[str, str]) -> None:
        """Tell the page of every new version, for as long as it listens (server-sent events)."""
        bench = self.server.served.bench
        self._begin(Answer("text/event-stream; charset=utf-8", b""), None)
        self.close_connection = True
        version = asked.get("version", "")
        known = int(version) if re.fullmatch(r"[0-9]{1,9}", version) else bench.version
        try:
            while not self.server.served.is_closed:
                now = bench.newer_than(known, _PATIENCE, lambda: self.server.served.is_closed)
                self.wfile.write(b": still here\n\n" if now == known else b"data: %d\n\n" % now)
                self.wfile.flush()
                known = now
        except OSError:  # the page was closed
            return

    def _send(self, answer: Answer) -> None:
        self._begin(answer, len(answer.body))
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _begin(self, answer: Answer, length: int | None) -> None:
        """Send the head of an answer."""
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.send_header("Cache-Control", answer.keep)
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for what was found."""


def _at(key: str) -> str:
    return f"/slides/{key}.png"


def _picture(make: Callable[[str], bytes | None], key: str) -> Answer:
    """Return a picture, or that there is none, as where its file was taken away meanwhile."""
    try:
        made = make(key)
    except (RenderError, OSError):
        made = None
    return _NOT_THERE if made is None else Answer("image/png", made, _FOR_EVER)


def avatar(bench: Bench, key: str | None) -> bytes | None:
    """Return the picture of who speaks, 96 px wide, as PNG; None where the brand has none."""
    entry = bench.entry(key)
    if entry is None or entry.draft is None or not entry.draft.brand.avatar:
        return None
    from swipewell.export.image import png
    from swipewell.pictures.decode import filling

    return png(filling(entry.draft.brand.avatar, 96, 96, (0.5, 0.5)).convert("RGB"))


_FILES: Mapping[str, Callable[[], Answer]] = {
    "": lambda: Answer("text/html; charset=utf-8", page_file("page.html")),
    "page.css": lambda: Answer("text/css; charset=utf-8", page_file("page.css")),
    "page.js": lambda: Answer("text/javascript; charset=utf-8", page_file("page.js")),
}
