"""Shards: lists of texts packed into small compressed files, cut where their readers can find the cut.

A file is text compressed with gzip: columns of equally many lines, between them a line with ``COLUMN``. Its
name holds a hash of its content, so that a browser never mixes the files of two builds.
"""

from __future__ import annotations

import hashlib
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from minhbach.outputs.model import Asset
from minhbach.site.addresses import FIND_GIFT

FOLDER = f"{FIND_GIFT}du-lieu/"
COLUMN = "\x1e"
THREADS = 2
_WAITING = 8
"""How many shards may wait to be compressed or written; more would only fill memory."""
_HEADER = b"\x1f\x8b\x08" + bytes(5) + b"\x02\xff"
"""Of gzip, without the time and the system that the file was made on."""
_LEVEL = 7
"""Levels 8 and 9 take three times as long for a hundredth less."""
_HASH_LETTERS = 10
_MOST_SHARED = ord("z") - ord("0")

T = TypeVar("T")
R = TypeVar("R")


def compress(text: str) -> bytes:
    """Return ``text`` as a gzip file; the same text gives the same bytes on every system."""
    data = text.encode()
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    tail = zlib.crc32(data).to_bytes(4, "little") + (len(data) % 2**32).to_bytes(4, "little")
    return _HEADER + deflate.compress(data) + deflate.flush() + tail


def pack(prefix: str, columns: Iterable[Iterable[str]]) -> Asset:
    """Return ``columns`` as a file to publish, its name beginning with ``prefix``."""
    content = compress(f"\n{COLUMN}\n".join("\n".join(column) for column in columns))
    return Asset(f"{FOLDER}{prefix}{hashlib.sha256(content).hexdigest()[:_HASH_LETTERS]}.gz", content)


def name_of(asset: Asset, prefix: str) -> str:
    """Return the part of the file's name that is not the same for all files with ``prefix``."""
    return asset.path.removeprefix(FOLDER + prefix).removesuffix(".gz")


def in_threads(function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Yield ``function`` of each item in order. Compression leaves the interpreter to other threads."""
    waiting: deque[Future[R]] = deque()
    with ThreadPoolExecutor(THREADS) as executor:
        for item in items:
            waiting.append(executor.submit(function, item))
            if len(waiting) >= _WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def share_beginnings(texts: Iterable[str]) -> Iterator[str]:
    """Yield each text without what it begins with like the one before; a sign first says how much that is."""
    before = ""
    for text in texts:
        shared = 0
        for one, other in zip(before[:_MOST_SHARED], text, strict=False):
            if one != other:
                break
            shared += 1
        yield chr(ord("0") + shared) + text[shared:]
        before = text
