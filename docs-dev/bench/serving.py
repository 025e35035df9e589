"""A built site served on this machine as GitHub Pages would, for what is measured in a browser."""

from __future__ import annotations

import gzip
import hashlib
import http.server
import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PACKED = frozenset({".css", ".csv", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".xml"})
"""The kinds of file that GitHub Pages sends with gzip."""
MOST_AGE = "max-age=600"
"""How long GitHub Pages lets browsers keep a file: in one visit no icon is asked for twice."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that go away in the middle of an answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@dataclass(frozen=True)
class Answer:
    """What was sent once: the path asked for, and the bytes of headers and body."""

    path: str
    bytes: int


class _Counter(io.BufferedIOBase):
    """Writes what it is given to ``file`` and counts its bytes."""

    def __init__(self, file: io.BufferedIOBase) -> None:
        self.file = file
        self.bytes = 0

    def write(self, data: Any) -> int:
        self.bytes += len(data)
        return self.file.write(data)


@contextmanager
def serve(site: Path, *, is_packed: bool = False, sent: list[Answer] | None = None) -> Iterator[str]:
    """Serve the folder ``site``, which may be made later; yield the address of its home page.

    ``is_packed``: send texts with gzip, each compressed once. Every answer is added to ``sent``.
    """
    server = _Server(("127.0.0.1", 0), _make_handler(site, is_packed, [] if sent is None else sent))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _make_handler(
    site: Path, is_packed: bool, sent: list[Answer]
) -> type[http.server.SimpleHTTPRequestHandler]:
    @cache
    def compress(path: Path) -> bytes:
        return gzip.compress(path.read_bytes(), 6, mtime=0)

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, directory=str(site), **named)

        def setup(self) -> None:
            super().setup()
            self.wfile = self.written = _Counter(self.wfile)

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if self.path.split("?")[0].endswith("/") else path
            is_there = path.is_file()
            path = path if is_there else site / "404.html"
            is_text = path.suffix in PACKED
            body = compress(path) if is_packed and is_text else path.read_bytes() if path.is_file() else b""
            tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            is_known = is_there and self.headers.get("If-None-Match") == tag
            self.send_response(304 if is_known else 200 if is_there else 404)
            self.send_header("Cache-Control", MOST_AGE)
            self.send_header("ETag", tag)
            if is_known:
                body = b""
            else:
                self.send_header(
                    "Content-Type", self.guess_type(path) + ("; charset=utf-8" if is_text else "")
                )
                self.send_header("Content-Length", str(len(body)))
                if is_packed and is_text:
                    self.send_header("Content-Encoding", "gzip")
            before = self.written.bytes
            self.end_headers()
            sent.append(Answer(self.path, self.written.bytes - before + len(body)))
            self.wfile.write(body)

        def log_message(self, *_arguments: Any) -> None:
            """Say nothing: the table is what is wanted."""

    return Handler
