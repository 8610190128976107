"""Serve a folder to a browser, and record what the browser asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Served:
    """A folder on a port of this machine, with the paths that were asked for, in order."""

    url: str
    asked: list[str] = field(default_factory=list)


class _Handler(SimpleHTTPRequestHandler):
    """Serve files, answer unknown addresses with the folder's own 404.html, and keep quiet."""

    def __init__(self, *args: Any, asked: list[str], missing: Path, **kwargs: Any) -> None:
        self.asked, self.missing = asked, missing
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        self.asked.append(self.path)
        super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404 or not self.missing.is_file():
            return super().send_error(code, message, explain)
        page = self.missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, *, below: str = "") -> Iterator[Served]:
    """Serve the folder as long as the context lasts; the site stands at the path `below` ("lan/") in it."""
    asked: list[str] = []
    handler = partial(_Handler, directory=str(folder), asked=asked, missing=folder / below / "404.html")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Served(url=f"http://127.0.0.1:{server.server_port}/{below}", asked=asked)
        finally:
            server.shutdown()
