"""Weighing pages: bytes as a web host sends them, each file of the site weighed once."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from minhbach.weight.loading import list_further_loads, list_loads

COMPRESSED = frozenset({".html", ".css", ".js", ".mjs", ".json", ".svg", ".txt", ".xml", ".webmanifest"})
"""What GitHub Pages and others send with gzip; the rest is sent as it is."""
_LEVEL = 6
_MOST_OVERHEAD = 64
"""More than gzip can make of a text that does not compress at all, for each 100 KB of it."""
_FOLLOWED = frozenset({".css", ".js", ".mjs"})


class Files(Protocol):
    """The files of a site by their addresses."""

    def read(self, address: str) -> bytes:
        """Return what a file holds."""

    def size(self, address: str) -> int:
        """Return how many bytes a file has."""

    def match(self, pattern: str) -> Iterable[str]:
        """Return the addresses of the files that a pattern with ``*`` names, sorted."""


class Folder:
    """The files of a built site in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, address: str) -> bytes:
        """Return what a file holds. Raises FileNotFoundError: what a page loads is published."""
        return (self._folder / address).read_bytes()

    def size(self, address: str) -> int:
        """Return how many bytes a file has. Raises FileNotFoundError."""
        return (self._folder / address).stat().st_size

    def match(self, pattern: str) -> list[str]:
        """Return the addresses that ``pattern`` names, sorted."""
        return sorted(path.relative_to(self._folder).as_posix() for path in self._folder.glob(pattern))


class Bodies:
    """Pages without frame, styles, scripts and photos, as another engine is given them."""

    def __init__(self, bodies: Mapping[str, str]) -> None:
        """Take the HTML of pages by the addresses of their files."""
        self._bodies = bodies

    def read(self, address: str) -> bytes:
        """Return the HTML of a page; nothing for other files."""
        return self._bodies.get(address, "").encode()

    def size(self, address: str) -> int:
        """Return the bytes of the HTML of a page; 0 for other files."""
        return len(self.read(address))

    def match(self, pattern: str) -> tuple[str, ...]:
        """Return nothing: no other files are known."""
        return ()


@dataclass(frozen=True)
class Weight:
    """What a browser transfers for a page, in bytes without the headers of answers."""

    address: str
    kind: str
    html: int
    files: Mapping[str, int]
    """Styles, scripts, icons and whatever scripts fetch at once."""
    images: Mapping[str, int]
    """Photos and pictures of the content."""

    @property
    def before_images(self) -> int:
        """The page with everything but photos."""
        return self.html + sum(self.files.values())

    @property
    def total(self) -> int:
        """The page with all its photos."""
        return self.before_images + sum(self.images.values())

    @property
    def requests(self) -> int:
        """How many files are asked for before photos, the page itself among them."""
        return 1 + len(self.files)


class Scales:
    """Weighs the pages of one site."""

    def __init__(self, files: Files, base_path: str = "/") -> None:
        """Weigh pages whose files are ``files``. ``base_path``: as in ``list_loads``."""
        self._files = files
        self._base_path = base_path
        self._sizes: dict[str, int] = {}
        self._further: dict[str, tuple[str, ...]] = {}

    def bound(self, address: str, kind: str, html: bytes, fetched: Iterable[str] = ()) -> Weight:
        """Return a weight that the page at ``address`` does not exceed: with its HTML as it is.

        ``fetched`` are patterns of what the page's scripts fetch while it is opened.
        """
        loads = list_loads(html, address, self._base_path)
        named = [*loads.files, *(found for pattern in fetched for found in self._files.match(pattern))]
        files: dict[str, int] = {}
        while named:
            target = named.pop(0)
            if target not in files:
                files[target] = self._size(target)
                named += self._further.get(target, ())
        images = {target: self._size(target) for target in loads.images if target not in files}
        most = len(html) + _MOST_OVERHEAD * (1 + len(html) // 100_000)
        return Weight(address, kind, most, files, images)

    def _size(self, address: str) -> int:
        """Return the transferred size of a file, which is read and compressed once."""
        if address not in self._sizes:
            suffix = PurePosixPath(address).suffix
            if suffix in COMPRESSED:
                content = self._files.read(address)
                self._sizes[address] = compressed_size(content)
                if suffix in _FOLLOWED:
                    self._further[address] = list_further_loads(content.decode(), address)
            else:
                self._sizes[address] = self._files.size(address)
        return self._sizes[address]


def compressed_size(content: bytes) -> int:
    """Return how many bytes ``content`` has when a web host sends it with gzip."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, wbits=31)
    return len(packer.compress(content)) + len(packer.flush())


@dataclass(frozen=True)
class Contents:
    """What makes the HTML of a page heavy: how much there is of it, and about how many bytes it takes."""

    charts: int
    chart_bytes: int
    rows: int
    row_bytes: int


_CHART = re.compile(rb'<figure class="mb-chart".*?</figure>', re.DOTALL)
_ROW = re.compile(rb"<tr\b.*?</tr>", re.DOTALL)


def look_into(html: bytes) -> Contents:
    """Return what a page consists of; rows are those of tables that belong to no chart."""
    charts = _CHART.findall(html)
    rows = [row for row in _ROW.findall(_CHART.sub(b"", html)) if b"<td" in row]
    return Contents(len(charts), _packed(charts), len(rows), _packed(rows))


def _packed(parts: list[bytes]) -> int:
    return compressed_size(b"".join(parts)) if parts else 0
